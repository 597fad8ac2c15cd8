/// A running 64-bit hash for equality within one run (not for storage, not against adversaries): multiply and fold, eight bytes at a step.
public struct Digest64: Sendable {
    public var value: UInt64

    public init(seed: UInt64 = 0x9E37_79B9_7F4A_7C15) { value = seed }

    @inlinable public mutating func add(_ word: UInt64) {
        let product = (value ^ word).multipliedFullWidth(by: 0xBF58_476D_1CE4_E5B9)
        value = product.high ^ product.low &+ 0x94D0_49BB_1331_11EB
    }

    @inlinable public mutating func add(_ word: UInt32) { add(UInt64(word) &+ 0x1_0000_0000) }

    public mutating func add(_ bytes: some Sequence<UInt8>) {
        var word: UInt64 = 0
        var filled: UInt64 = 0
        for byte in bytes {
            word |= UInt64(byte) << (filled * 8)
            filled += 1
            if filled == 8 {
                add(word)
                word = 0
                filled = 0
            }
        }
        add(word ^ filled << 56)
    }
}

extension Digest64 {
    /// Takes in bytes, eight at a step, and their number.
    @inlinable public mutating func add(bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else {
            add(UInt64(0))
            return
        }
        let raw = UnsafeRawPointer(start)
        var at = 0
        while at &+ 8 <= bytes.count {
            add(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at &+= 8
        }
        var rest = UInt64(bytes.count) << 56
        var shift: UInt64 = 0
        while at < bytes.count {
            rest |= UInt64(start[at]) << shift
            shift &+= 8
            at &+= 1
        }
        add(rest)
    }
}
