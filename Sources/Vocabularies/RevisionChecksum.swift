import CMessageDigest

/// The SHA-1 of a revision's text as MediaWiki states it: in base 36, padded to 31 digits.
///
/// A revision of several slots states the sum of its slots' checksums: in the order of the roles, each is appended to the sum so far and the
/// whole is hashed again (MediaWiki's `RevisionSlots::computeSha1`).
struct RevisionChecksum: Hashable {
    /// The digits, as bytes.
    let digits: [UInt8]

    static let length = 31

    init(of text: UnsafeBufferPointer<UInt8>) {
        var context = SHA1_CTX()
        SHA1Init(&context)
        if let start = text.baseAddress { SHA1Update(&context, start, text.count) }
        var digest = [UInt8](repeating: 0, count: Int(SHA1_DIGEST_LENGTH))
        SHA1Final(&digest, &context)
        digits = Self.base36(digest)
    }

    /// The sum of several slots, which come in the order of their roles; nil of none.
    static func sum(of slots: [RevisionChecksum]) -> RevisionChecksum? {
        guard var sum = slots.first else { return nil }
        for slot in slots.dropFirst() { sum = (sum.digits + slot.digits).withUnsafeBufferPointer { RevisionChecksum(of: $0) } }
        return sum
    }

    var string: String { String(decoding: digits, as: UTF8.self) }

    /// Whether a value is a checksum at all: lower-case letters and digits, at most 31. Older exports have none, or hexadecimal ones.
    static func isStated(_ value: [UInt8]) -> Bool {
        (1...length).contains(value.count) && value.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    /// Whether a stated value is this one; leading zeros may be left out.
    func isStated(as value: [UInt8]) -> Bool {
        value.count <= Self.length && [UInt8](repeating: 0x30, count: Self.length - value.count) + value == digits
    }

    /// Long division of the number by 36^5, which gives five digits at a step.
    private static func base36(_ digest: [UInt8]) -> [UInt8] {
        let step: UInt64 = 36 * 36 * 36 * 36 * 36
        var words = stride(from: 0, to: digest.count, by: 4).map { at in digest[at..<at + 4].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
        var digits: [UInt8] = []
        while digits.count < length {
            var rest: UInt64 = 0
            for index in words.indices {
                let value = rest << 32 | words[index]
                words[index] = value / step
                rest = value % step
            }
            for _ in 0..<5 {
                let digit = UInt8(truncatingIfNeeded: rest % 36)
                digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
                rest /= 36
            }
        }
        return digits.prefix(length).reversed()
    }
}
