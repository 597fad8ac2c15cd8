import PlainText

/// What a version was read from, for saying where something stands: a whole input, or the part of one that holds the record. Its lines are kept,
/// its bytes are not: a version holds the text that is compared, and an input of many megabytes would only be carried along.
///
/// Ranges of a passage and of a source map count from the first byte of the part; a finding's offset counts from the input's, so `base` is added.
public struct Source: Sendable {
    /// As the user named it.
    public let name: String
    /// Where the part begins in the input; 0 for a whole one.
    public let base: Int
    /// Line and column, from 1, of the first byte.
    public let start: (line: Int, column: Int)
    private let lines: LineIndex

    /// - Parameter bytes: the input, or the part of it, as UTF-8 (decoded where it came in another encoding; offsets count in these bytes).
    public init(name: String, bytes: [UInt8], base: Int = 0, start: (line: Int, column: Int) = (1, 1)) {
        self.name = name
        self.base = base
        self.start = start
        lines = LineIndex(bytes)
    }

    /// Line and column in the input, from 1, of the byte of the part at `offset`.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        let place = lines.position(of: offset)
        return (place.line + start.line - 1, place.line == 1 ? place.column + start.column - 1 : place.column)
    }
}

/// From the normalised text of a version back to the bytes of its source: pieces that were copied without a gap, in text order.
public struct SourceMap: Sendable {
    private var texts: [UInt32] = []
    private var sources: [UInt32] = []
    /// Where the bytes that the text was copied from were copied themselves, the way from them to the source.
    private var outerTexts: [UInt32] = []
    private var outerSources: [UInt32] = []

    public init() {}

    /// What this map calls source is a text of its own, and `outer` leads from that to the source.
    public func through(_ outer: SourceMap) -> SourceMap {
        var map = self
        map.outerTexts = outer.texts
        map.outerSources = outer.sources
        return map
    }

    /// The bytes of the text from `text` on were copied from `source` on.
    public mutating func add(text: Int, source: Int) {
        if let lastText = texts.last, let lastSource = sources.last, text - Int(lastText) == source - Int(lastSource) { return }
        texts.append(UInt32(truncatingIfNeeded: text))
        sources.append(UInt32(truncatingIfNeeded: source))
    }

    /// Takes in the pieces of `map`, whose texts begin at `text` here.
    public mutating func add(_ map: SourceMap, at text: Int) {
        for piece in map.texts.indices { add(text: Int(map.texts[piece]) + text, source: Int(map.sources[piece])) }
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
        let source = Self.mapped(text, texts, sources)
        return outerTexts.isEmpty ? source : Self.mapped(source, outerTexts, outerSources)
    }

    private static func mapped(_ text: Int, _ texts: [UInt32], _ sources: [UInt32]) -> Int {
        var low = 0, high = texts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(texts[middle]) <= text { low = middle } else { high = middle }
        }
        return Int(sources[low]) + max(0, text - Int(texts[low]))
    }
}
