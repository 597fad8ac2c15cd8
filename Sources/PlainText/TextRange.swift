/// A range of bytes in a text, by UTF-8 offsets: `start` is the first byte, `end` the one after the last.
public struct TextRange: Hashable, Sendable {
    public var start: UInt32
    public var end: UInt32

    public init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    public static let empty = TextRange(0, 0)

    public var count: Int { Int(end) - Int(start) }
    public var isEmpty: Bool { end <= start }
    /// The range as array indices.
    public var indices: Range<Int> { Int(start)..<Int(max(start, end)) }

    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}
