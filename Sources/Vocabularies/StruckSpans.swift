/// Deletions that run over the borders of elements (`delSpan`): from one element to before another, as the survey found them.
struct StruckSpans {
    /// Those that have not begun, in the order of their beginnings.
    var ahead: [(from: Int, to: Int)] = []
    /// Where those that have begun end.
    private var ends: [Int] = []
    /// Takes the text while one is open.
    private(set) var draft: Draft?

    var isIdle: Bool { ahead.isEmpty && draft == nil }

    /// An element begins, by its number in document order.
    mutating func reach(_ element: Int, _ reader: RecordReader) {
        ends.removeAll { $0 <= element }
        while let next = ahead.first, next.from <= element {
            ahead.removeFirst()
            if next.to > element { ends.append(next.to) }
        }
        if ends.isEmpty { close(reader) } else if draft == nil { draft = reader.fresh() }
    }

    /// Names what was struck so far in the version under way: at the end of the span, or of the version.
    mutating func close(_ reader: RecordReader) {
        guard let struck = draft else { return }
        draft = nil
        reader.versions[reader.versions.count - 1].setAside("deletion", node: reader.frames.last?.node ?? -1, text: struck.text)
        reader.give(back: struck)
    }

    /// A version begins or ends inside the span: each has its own part of the deletion.
    mutating func divide(_ reader: RecordReader) {
        guard draft != nil else { return }
        close(reader)
        draft = reader.fresh()
    }
}
