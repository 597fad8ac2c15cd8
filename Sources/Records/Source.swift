import PlainText

/// The bytes that a version was read from, for showing where something stands.
public struct Source: Sendable {
    /// As the user named it.
    public let name: String
    /// The input as UTF-8 (decoded where it came in another encoding; offsets count in these bytes).
    public let bytes: [UInt8]
    private let lines: LineIndex

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lines = LineIndex(bytes)
    }

    /// Line and column, from 1, of the byte at `offset`.
    public func position(of offset: Int) -> (line: Int, column: Int) { lines.position(of: offset, in: bytes) }
}

/// From the normalised text of a version back to the bytes of its source: pieces that were copied without a gap, in text order.
public struct SourceMap: Sendable {
    private var texts: [UInt32] = []
    private var sources: [UInt32] = []

    public init() {}

    /// The bytes of the text from `text` on were copied from `source` on.
    public mutating func add(text: Int, source: Int) {
        if let lastText = texts.last, let lastSource = sources.last, text - Int(lastText) == source - Int(lastSource) { return }
        texts.append(UInt32(truncatingIfNeeded: text))
        sources.append(UInt32(truncatingIfNeeded: source))
    }

    /// Forgets the pieces from `text` on.
    public mutating func cut(from text: Int) {
        while let last = texts.last, Int(last) >= text {
            texts.removeLast()
            sources.removeLast()
        }
    }

    /// The source offset of the text byte at `text`.
    public func source(of text: Int) -> Int {
        guard !texts.isEmpty else { return 0 }
        var low = 0, high = texts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(texts[middle]) <= text { low = middle } else { high = middle }
        }
        return Int(sources[low]) + max(0, text - Int(texts[low]))
    }
}
