import PlainText
import Records

/// What of a wikitext is not compared, by name.
enum SetAside: Int, CaseIterable {
    case markup, target, comment, template, interwiki, bookkeeping, script

    /// As the census names them.
    static let names = ["mark-up", "link target", "comment", "template name", "interwiki", "bookkeeping", "script"]
}

/// Wikitext to passages, block by block. One reader serves the versions of one page after the other; the parse of a block is kept in `finished`.
///
/// The rules are those of MediaWiki's own parser as far as they decide which words a reader sees; templates are not expanded, the text of
/// their parameters stands for them.
final class WikitextReader {
    /// An element of the outline or of the mark-up in a passage.
    struct Element {
        var symbol: Symbol
        var hash: UInt64
    }
    var symbols = Symbols()
    var finished = FinishedBlocks()
    /// The namespaces of files and categories, in lower case, as the site calls them.
    var fileNames: [[UInt8]] = [Array("file".utf8), Array("image".utf8), Array("media".utf8)]
    var categoryNames: [[UInt8]] = [Array("category".utf8)]
    /// The depth of mark-up that is read was reached.
    var isTooDeep = false

    private(set) var elements: [Element] = []
    private var elementIDs: [String: Int] = [:]
    private var tokeniser = Tokeniser()
    private var hashes = WordHashes()
    private var spare: [Draft] = []

    // The block under way.
    var raw = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// For an opening of two or three braces or brackets, or of a table: the byte after its close, times four, and the number of marks.
    var partners: [Int32] = []
    private var pairs: [Int] = []
    var draft = Draft()
    private var written: [Draft] = []
    private var order = 0
    var counts = [Int](repeating: 0, count: SetAside.allCases.count)
    /// Places of what is looked for ahead, so that one search serves all that stands before it.
    var ahead = LookAhead()
    var verbatim = VerbatimTags()

    var words: Words { tokeniser.interner.words }

    /// Forgets the blocks and the symbols of the page before, and on demand its words.
    func beginPage(forgettingWords: Bool) {
        finished = FinishedBlocks()
        symbols = Symbols()
        elements = []
        elementIDs = [:]
        guard forgettingWords else { return }
        tokeniser = Tokeniser()
        hashes = WordHashes()
    }

    func element(_ name: String) -> Int {
        if let known = elementIDs[name] { return known }
        var digest = Digest64()
        var text = name
        text.withUTF8 { digest.add(bytes: $0) }
        elements.append(Element(symbol: symbols.symbol(name), hash: digest.value))
        elementIDs[name] = elements.count - 1
        return elements.count - 1
    }

    /// Appends the blocks of a text to a version; where the text stands among the version's texts says `start`.
    func read(_ text: UnsafeBufferPointer<UInt8>, isPlain: Bool, into assembly: inout VersionAssembly, at start: Int) {
        let blocks = isPlain ? WikitextBlocks(plain: text).blocks : WikitextBlocks(text).blocks
        for block in blocks {
            let bytes = UnsafeBufferPointer(rebasing: text[block.range])
            let (known, hash) = finished.find(bytes, block.kind)
            let index = known ?? parse(bytes, block.kind, hash)
            assembly.append(index, of: finished, at: start + block.range.lowerBound)
        }
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: RawBlock.Kind, _ hash: UInt64) -> Int {
        var block = finished.begin(kind, bytes)
        raw = bytes
        order = 0
        ahead = LookAhead()
        verbatim = VerbatimTags()
        for index in counts.indices { counts[index] = 0 }
        if kind != .plain { pair() }
        let firstPassage = finished.passages.count
        switch kind {
        case .paragraph: paragraph(0..<bytes.count, .paragraph, "p")
        case .heading: heading()
        case .item: item()
        case .rule:
            skip(0..<4)
            paragraph(4..<bytes.count, .paragraph, "p")
        case .table: table(0..<bytes.count, parent: -1, depth: 0)
        case .template: template(0..<bytes.count, depth: 0, parent: -1, isBlock: true)
        case .plain: paragraph(0..<bytes.count, .paragraph, "p", isPlain: true)
        }
        write()
        for index in pairs { partners[index] = 0 }
        pairs.removeAll(keepingCapacity: true)
        if kind == .heading, let first = finished.passages[firstPassage...].first(where: { $0.role == .heading }) {
            block.heading = symbols.symbol("§ " + String(decoding: finished.text[first.text.indices], as: UTF8.self))
        }
        for passage in finished.passages[firstPassage...] {
            finished.text.withUnsafeBufferPointer { block.compared += countCharacters(UnsafeBufferPointer(rebasing: $0[passage.text.indices])) }
        }
        block.counts = counts
        raw = UnsafeBufferPointer(start: nil, count: 0)
        return finished.end(block, hash: hash)
    }

    // MARK: pairs

    /// Finds the partners of `{{`, `{{{`, `[[` and `{|` in one pass.
    private func pair() {
        if partners.count < raw.count { partners += [Int32](repeating: 0, count: raw.count - partners.count) }
        var open: [(start: Int, count: Int, byte: UInt8)] = []
        var verbatim = VerbatimTags()
        var at = 0
        while at < raw.count {
            let byte = raw[at]
            if byte == 0x3C, let end = verbatim.end(at, raw) {
                at = end
                continue
            }
            guard byte == 0x7B || byte == 0x7D || byte == 0x5B || byte == 0x5D else {
                at += 1
                continue
            }
            var end = at + 1
            while end < raw.count, raw[end] == byte { end += 1 }
            switch byte {
            case 0x7B where end - at == 1:
                if end < raw.count, raw[end] == 0x7C, raw.isLineStart(at) { open.append((at, 1, 0x7C)) }
            case 0x7B, 0x5B:
                if end - at > 1 { open.append((at, end - at, byte)) }
            case 0x7D:
                var from = at
                if at > 0, raw[at - 1] == 0x7C, raw.isLineStart(at - 1), let last = open.last, last.byte == 0x7C || end - at == 1,
                    let table = open.lastIndex(where: { $0.byte == 0x7C }) {
                    join(open[table].start, at + 1, 1)
                    open.removeSubrange(table...)
                    from = at + 1
                }
                close(from..<end, 0x7B, 3, &open)
            default: close(at..<end, 0x5B, 2, &open)
            }
            at = end
        }
    }

    private func close(_ run: Range<Int>, _ byte: UInt8, _ most: Int, _ open: inout [(start: Int, count: Int, byte: UInt8)]) {
        var at = run.lowerBound
        while run.upperBound - at >= 2, let last = open.last {
            if last.byte != byte {
                // An unclosed link must not hide the end of the template that it stands in.
                guard byte == 0x7B, last.byte == 0x5B else { return }
                open.removeLast()
                continue
            }
            let width = min(most, last.count, run.upperBound - at)
            at += width
            join(last.start + last.count - width, at, width)
            open[open.count - 1].count -= width
            if open[open.count - 1].count < 2 { open.removeLast() }
        }
    }

    private func join(_ start: Int, _ end: Int, _ width: Int) {
        partners[start] = Int32(truncatingIfNeeded: end << 2 | width)
        pairs.append(start)
    }

    /// The end of what opens at `at`, and how many marks it opens with; nil where nothing that is closed does.
    func partner(_ at: Int) -> (end: Int, width: Int)? {
        let value = partners[at]
        return value == 0 ? nil : (Int(value >> 2), Int(value & 3))
    }

    /// The end of what opens at `at`, but for the shorter opening within a longer run.
    func jump(_ at: Int, _ limit: Int) -> Int? {
        guard let end = partner(at)?.end, end <= limit else { return nil }
        return end
    }

    // MARK: passages

    func skip(_ range: Range<Int>, _ kind: SetAside = .markup) {
        guard !range.isEmpty else { return }
        counts[kind.rawValue] += countCharacters(UnsafeBufferPointer(rebasing: raw[range]))
    }

    func skip(comment range: Range<Int>) {
        let bytes = UnsafeBufferPointer(rebasing: raw[range])
        let characters = countCharacters(bytes)
        counts[SetAside.comment.rawValue] += characters
        var digest = Digest64()
        digest.add(bytes: bytes)
        finished.asides.append(Aside(kind: SetAside.names[SetAside.comment.rawValue], node: -1, hash: digest.value, characters: characters))
    }

    /// Takes text into the passage under way.
    func take(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        draft.append(UnsafeBufferPointer(rebasing: raw[range]), source: range.lowerBound)
    }

    func addNode(_ name: Int, parent: Int32, ordinal: Int = 1) -> Int32 {
        let first = finished.nodes.count - firstNode
        finished.nodes.append(Node(element: elements[name].symbol, parent: parent, ordinal: UInt32(ordinal)))
        return Int32(truncatingIfNeeded: first)
    }

    /// Begins a passage beside the one under way, which is returned and goes on after `end(_:)`.
    func begin(_ role: Role, _ element: Int, parent: Int32 = -1, at start: Int, ordinal: Int = 1) -> Draft {
        let outer = draft
        let fresh = spare.popLast() ?? Draft()
        fresh.reset()
        fresh.role = role
        fresh.name = element
        fresh.node = addNode(element, parent: parent, ordinal: ordinal)
        fresh.order = order
        fresh.attributes = 0
        fresh.sourceStart = start
        order += 1
        draft = fresh
        return outer
    }

    func end(_ outer: Draft, at end: Int) {
        draft.sourceEnd = end
        written.append(draft)
        draft = outer
    }

    /// Number of nodes before those of the block under way.
    var firstNode: Int { finished.blocks.last.map(\.nodes.upperBound) ?? 0 }

    /// Writes the block's passages in the order in which they began.
    private func write() {
        if written.count > 1 { written.sort { $0.order < $1.order } }
        for draft in written {
            if draft.count > 0 { write(draft) }
            spare.append(draft)
        }
        written.removeAll(keepingCapacity: true)
    }

    private func write(_ draft: Draft) {
        let base = finished.text.count
        finished.text.append(contentsOf: draft.text)
        for segment in draft.segments where segment.text < draft.count {
            finished.pieces.append(FinishedBlocks.Piece(text: UInt32(truncatingIfNeeded: base + segment.text), raw: UInt32(truncatingIfNeeded: segment.source)))
        }
        let firstToken = finished.tokens.count, firstAnnotation = finished.annotations.count
        tokeniser.split(finished.text, base..<finished.text.count, into: &finished.tokens)
        let wordHash = hashes.hash(of: finished.tokens, from: firstToken, tokeniser.interner)
        var shape: UInt64 = 0
        for mark in draft.marks {
            let range = draft.trimmed(mark)
            var digest = Digest64(seed: elements[mark.name].hash)
            digest.add(UInt64(tokensBefore(base + range.lowerBound, firstToken)) << 32 | UInt64(tokensBefore(base + range.upperBound, firstToken)))
            digest.add(mark.attributes)
            shape &+= digest.value
            if let kind = mark.annotation, !range.isEmpty {
                finished.annotations.append(
                    Annotation(kind: kind, range: TextRange(base + range.lowerBound, base + range.upperBound), key: mark.key, element: elements[mark.name].symbol))
            }
        }
        var markup = Digest64()
        markup.add(draft.attributes)
        markup.add(shape)
        var textHash = Digest64()
        textHash.add(bytes: draft.text)
        finished.passages.append(
            Passage(
                role: draft.role, node: draft.node, text: TextRange(base, finished.text.count),
                tokens: UInt32(truncatingIfNeeded: firstToken)..<UInt32(truncatingIfNeeded: finished.tokens.count),
                annotations: UInt32(truncatingIfNeeded: firstAnnotation)..<UInt32(truncatingIfNeeded: finished.annotations.count), wordHash: wordHash,
                textHash: textHash.value, markupHash: markup.value, source: TextRange(draft.sourceStart, draft.sourceEnd)))
    }

    private func tokensBefore(_ offset: Int, _ first: Int) -> Int {
        var low = first, high = finished.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(finished.tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low - first
    }
}

/// The next places of marks that are searched for ahead. A search is made anew only where the last place found was passed.
struct LookAhead {
    private var places = [Int](repeating: -1, count: 3)
    enum Mark: Int { case bracket, reference, comment }

    /// The place of the next mark from `start` on, found by `search` (its result for any start up to it is the same).
    mutating func next(_ mark: Mark, from start: Int, _ search: (Int) -> Int?) -> Int? {
        let known = places[mark.rawValue]
        if known >= start { return known == Int.max ? nil : known }
        let found = search(start)
        places[mark.rawValue] = found ?? Int.max
        return found
    }
}
