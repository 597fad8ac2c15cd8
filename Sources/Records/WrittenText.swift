public import PlainText

/// The text of a version as written, where the text that is compared had hidden characters taken out or look-alike words put right.
public struct WrittenText: Hashable, Sendable {
    /// One change, in order: bytes of the text as written, and what stands for them in the text that is compared.
    public struct Change: Hashable, Sendable {
        public var written: TextRange
        public var plain: TextRange

        public init(written: TextRange, plain: TextRange) {
            self.written = written
            self.plain = plain
        }
    }
    public let bytes: [UInt8]
    public let changes: [Change]

    public init(bytes: [UInt8], changes: [Change]) {
        self.bytes = bytes
        self.changes = changes
    }

    /// The bytes as written that stand for a range of the compared text: whole changes, and what was taken out inside the range, not at its ends.
    public func range(_ plain: TextRange) -> TextRange {
        let start = firstPlace(of: changes.count) { changes[$0].plain.start > plain.start || changes[$0].plain.end > plain.start }
        var from = Int(plain.start)
        if start < changes.count, changes[start].plain.start < plain.start, !changes[start].plain.isEmpty {
            from = Int(changes[start].written.start)
        } else if start > 0 {
            from = Int(changes[start - 1].written.end) + Int(plain.start) - Int(changes[start - 1].plain.end)
        }
        let end = firstPlace(of: changes.count) { changes[$0].plain.start >= plain.end }
        guard end > 0 else { return TextRange(from, max(from, Int(plain.end))) }
        let last = changes[end - 1]
        let to = last.plain.end >= plain.end ? Int(last.written.end) : Int(last.written.end) + Int(plain.end) - Int(last.plain.end)
        return TextRange(from, max(from, to))
    }

    /// The place in the compared text of a byte as written.
    public func plain(_ written: Int) -> Int {
        let next = firstPlace(of: changes.count) { Int(changes[$0].written.end) > written }
        if next < changes.count, Int(changes[next].written.start) <= written { return Int(changes[next].plain.start) }
        guard next > 0 else { return written }
        return Int(changes[next - 1].plain.end) + written - Int(changes[next - 1].written.end)
    }
}
