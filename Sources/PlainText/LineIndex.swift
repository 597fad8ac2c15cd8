/// Where the lines of a text begin: byte offsets to lines and columns, without the text itself.
///
/// Columns count Unicode scalars, so it is kept which bytes go on with a scalar; a stretch of nothing but ASCII needs no record of that:
///
///     starts      0 · 41 · 97 · …                          offset of the first byte of each line
///     scalars     0 · 512 · 1,020 · …                      scalars before each stretch of 512 bytes
///     firstMarks  -1 · 0 · -1 · 8 · …                      for each stretch, where its bits begin in `marks`, or -1
///     marks       8 words a stretch, a bit a byte          1: the byte goes on with a scalar
public struct LineIndex: Sendable {
    private let starts: [UInt32]
    private let scalars: [UInt32]
    private let firstMarks: [Int32]
    private let marks: [UInt64]
    /// Bytes of the text.
    private let count: Int

    private static let stretch = 512
    private static let high: UInt64 = 0x8080_8080_8080_8080

    public init(_ bytes: [UInt8]) {
        var starts: [UInt32] = [0]
        var scalars: [UInt32] = []
        var firstMarks: [Int32] = []
        var marks: [UInt64] = []
        scalars.reserveCapacity(bytes.count / Self.stretch + 1)
        firstMarks.reserveCapacity(bytes.count / Self.stretch + 1)
        bytes.withUnsafeBytes { raw in
            var seen = 0
            var at = 0
            while at < raw.count {
                let end = min(at + Self.stretch, raw.count)
                scalars.append(UInt32(truncatingIfNeeded: seen))
                Self.lines(raw, at, end, &starts)
                if Self.isPlain(raw, at, end) {
                    firstMarks.append(-1)
                    seen += end - at
                } else {
                    firstMarks.append(Int32(truncatingIfNeeded: marks.count))
                    seen += end - at - Self.mark(raw, at, end, &marks)
                }
                at = end
            }
        }
        // A version lives on with its index: what was grown for more is given back.
        self.starts = starts.withUnsafeBufferPointer { Array($0) }
        self.marks = marks.withUnsafeBufferPointer { Array($0) }
        self.scalars = scalars
        self.firstMarks = firstMarks
        count = bytes.count
    }

    /// The line (from 1) and the column (from 1, counted in Unicode scalars as editors show them) of the byte at `offset`.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0, high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        let start = Int(starts[low])
        return (low + 1, 1 + scalars(before: max(start, min(offset, count))) - scalars(before: start))
    }

    /// Scalars that begin before the byte at `offset`, which is at most the number of bytes.
    private func scalars(before offset: Int) -> Int {
        guard !scalars.isEmpty else { return 0 }
        let stretch = min(offset / Self.stretch, scalars.count - 1)
        let inside = offset - stretch * Self.stretch
        var seen = Int(scalars[stretch]) + inside
        let first = Int(firstMarks[stretch])
        guard first >= 0 else { return seen }
        for word in first..<(first + inside / 64) { seen -= marks[word].nonzeroBitCount }
        if inside % 64 > 0 { seen -= (marks[first + inside / 64] & ((1 << UInt64(inside % 64)) - 1)).nonzeroBitCount }
        return seen
    }

    // MARK: looking at the bytes, eight at a step

    private static func lines(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ starts: inout [UInt32]) {
        var at = start
        while at &+ 8 <= end {
            let differs = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ 0x0A0A_0A0A_0A0A_0A0A
            var feeds = ~(((differs & ~high) &+ ~high) | differs) & high
            while feeds != 0 {
                starts.append(UInt32(truncatingIfNeeded: at &+ feeds.trailingZeroBitCount >> 3 &+ 1))
                feeds &= feeds &- 1
            }
            at &+= 8
        }
        while at < end {
            if raw[at] == 0x0A { starts.append(UInt32(truncatingIfNeeded: at + 1)) }
            at &+= 1
        }
    }

    private static func isPlain(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        var all: UInt64 = 0
        var at = start
        while at &+ 8 <= end {
            all |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            at &+= 8
        }
        while at < end {
            all |= UInt64(raw[at])
            at &+= 1
        }
        return all & high == 0
    }

    /// Appends a bit for each byte of a stretch, and zeros up to its full length; returns how many bytes go on with a scalar.
    private static func mark(_ raw: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ marks: inout [UInt64]) -> Int {
        var marked = 0
        var at = start
        for _ in 0..<(stretch / 64) {
            var word: UInt64 = 0
            var bit: UInt64 = 0
            while bit < 64, at < end {
                if at &+ 8 <= end {
                    let bytes = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
                    // A byte that goes on with a scalar has bit 7 and not bit 6. The product gathers the lowest bits of the eight bytes.
                    let going = (bytes & ~(bytes << 1) & high) >> 7
                    word |= ((going &* 0x0102_0408_1020_4080) >> 56) &<< bit
                    bit &+= 8
                    at &+= 8
                } else {
                    if raw[at] & 0xC0 == 0x80 { word |= 1 &<< bit }
                    bit &+= 1
                    at &+= 1
                }
            }
            marked += word.nonzeroBitCount
            marks.append(word)
        }
        return marked
    }
}
