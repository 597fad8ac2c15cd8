import CMessageDigest
import PlainText

/// The findings of one record with their fingerprints, in the order given.
///
/// A fingerprint is 12 hex digits of the SHA-256 of: rule, record id, entity (its id, else the folded name), folded words of the span before and
/// after, and the ordinal among equals in order of place. Line, file, path and version label are left out, so that an acceptance survives edits
/// elsewhere and `compare` and `check` agree. 48 bits: among 100,000 findings of one project two share one with a chance of about 2 in 100,000.
public func fingerprinted(_ findings: [Finding], record: String) -> [Finding] {
    var result = findings
    var seen: [[UInt8]: Int] = [:]
    for index in PlaceOrder.sorted(findings) {
        var bytes = identity(of: findings[index], record: record)
        let ordinal = seen[bytes, default: 0]
        seen[bytes] = ordinal + 1
        bytes += "\(ordinal)".utf8
        result[index].fingerprint = hexDigits(of: bytes)
    }
    return result
}

private func identity(of finding: Finding, record: String) -> [UInt8] {
    var bytes: [UInt8] = []
    // A zero byte ends each part: "ab" + "c" and "a" + "bc" must not be one.
    func add(_ part: String) {
        bytes += part.utf8
        bytes.append(0)
    }
    func add(span place: Place?) {
        // Nothing there and an empty span are two things.
        add(place == nil ? "-" : "+")
        add(place.map { foldedWords($0.span) } ?? "")
    }
    add(finding.rule.id)
    add(record)
    add(finding.entity.map { $0.id.isEmpty ? foldedWords($0.name) : $0.id } ?? "")
    add(span: finding.before)
    add(span: finding.after)
    return bytes
}

/// Folded, with white space between words as single spaces.
private func foldedWords(_ text: String) -> String {
    let folded = Folding.folded(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(folded.utf8.count)
    var isBetween = false
    // By scalars, for whole passages are spans too; by characters it took a tenth of comparing two unlike texts.
    for scalar in folded.unicodeScalars {
        if scalar.value < 0x80 ? scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace {
            isBetween = !bytes.isEmpty
            continue
        }
        if isBetween {
            bytes.append(0x20)
            isBetween = false
        }
        if scalar.value < 0x80 { bytes.append(UInt8(scalar.value)) } else { bytes += Array(Character(scalar).utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func hexDigits(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.prefix(6).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
