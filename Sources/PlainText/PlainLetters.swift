/// The ASCII letters that eight bytes of text begin with, all looked at in one step (the first byte stands lowest).
///
///     "Lenin, h"    count 5, folded "lenin" and zeros, capitals 1
struct PlainLetters {
    private static let high: UInt64 = 0x8080_8080_8080_8080
    /// Letters in a row from the first byte on, 0 to 8.
    let count: Int
    /// Them as small letters, zeros behind.
    let folded: UInt64
    /// The highest bit of each byte that is a capital among them.
    private let capitalBits: UInt64

    @inline(__always) init(_ bytes: UInt64) {
        let bytes = UInt64(littleEndian: bytes)
        let small = bytes | 0x2020_2020_2020_2020
        let low = small & ~Self.high
        // From 'a' on the first sum reaches the highest bit of its byte, behind 'z' the second; no sum reaches the next byte.
        let letters = (low &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(low &+ 0x0505_0505_0505_0505) & ~bytes & Self.high
        count = (~letters & Self.high).trailingZeroBitCount >> 3
        let mask = count == 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: count &* 8)) &- 1
        folded = small & mask
        // Bit 5 of a byte is what tells a small letter from its capital.
        capitalBits = ~(bytes << 2) & Self.high & mask
    }

    var capitals: Int { capitalBits == 0 ? 0 : capitalBits.nonzeroBitCount }
    var isCapitalised: Bool { capitalBits & 0x80 != 0 }
}
