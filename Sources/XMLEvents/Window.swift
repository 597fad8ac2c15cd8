import Glibc

/// The part of an input that is at hand, by offsets in the input: the whole of a record in memory; of a stream, what lies between the oldest
/// byte that is still needed and the newest that was read.
struct Window {
    var base: UnsafePointer<UInt8>?
    /// Offset of the first byte at hand.
    var start = 0
    /// Offset behind the last byte at hand.
    var end = 0
    /// No byte comes after `end`.
    var isLast = true
    /// Line feeds before `start`, and characters between the last of them and `start`.
    private var linesBefore = 0
    private var columnBefore = 0
    /// The place that was asked for last, for places are mostly asked for in order.
    private var last = (offset: 0, lines: 0, column: 0)

    init() {}

    init(_ buffer: UnsafeBufferPointer<UInt8>) {
        base = buffer.baseAddress
        end = buffer.count
    }

    /// The byte at an offset within the window.
    subscript(_ offset: Int) -> UInt8 {
        guard let base, offset >= start, offset < end else { return 0 }
        return base[offset - start]
    }

    func pointer(to offset: Int) -> UnsafePointer<UInt8>? { base.map { $0 + (offset - start) } }

    /// The bytes of a range, as far as they are at hand.
    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let low = max(range.lowerBound, start), high = min(range.upperBound, end)
        guard low < high else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pointer(to: low), count: high - low)
    }

    /// Lets go of what stands before `offset`; the lines are counted on.
    mutating func forget(before offset: Int) {
        (linesBefore, columnBefore) = count(to: offset)
        last = (offset, linesBefore, columnBefore)
        if let base { self.base = base + (offset - start) }
        start = offset
    }

    /// Line and column, from 1, the column in Unicode scalars, of the byte at `offset`.
    mutating func position(of offset: Int) -> (line: Int, column: Int) {
        let (lines, column) = count(to: min(max(offset, start), end))
        return (lines + 1, column + 1)
    }

    /// Goes on from where another window of the same input had counted to.
    mutating func goOn(from other: Window) {
        if other.last.offset >= start, other.last.offset > last.offset { last = other.last }
    }

    private mutating func count(to offset: Int) -> (lines: Int, column: Int) {
        guard let base else { return (linesBefore, columnBefore) }
        if last.offset < start || last.offset > offset { last = (start, linesBefore, columnBefore) }
        var (at, lines, column) = (last.offset - start, last.lines, last.column)
        let stop = offset - start
        while at < stop, let found = memchr(base + at, 0x0A, stop - at) {
            lines += 1
            column = 0
            at = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        }
        while at < stop {
            if base[at] & 0xC0 != 0x80 { column += 1 }
            at += 1
        }
        last = (offset, lines, column)
        return (lines, column)
    }
}
