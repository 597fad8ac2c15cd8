import Language
import PlainText
import Records

/// Reads passages into sides: sentences, words, names.
struct LineReader: Sendable {
    let inquiry: Inquiry
    let isOld: Bool

    private var held: HeldVersion { isOld ? inquiry.old : inquiry.new }
    private var version: Version { held.version }

    /// The sentences of passages, in order.
    func read(_ passages: Range<Int>) -> Side {
        if passages.count == 1, let side = inquiry.sides.side(passages.lowerBound, isOld: isOld) { return side }
        var side = Side(of: held)
        for index in passages { append(index, to: &side) }
        if passages.count == 1 { inquiry.sides.keep(side, passages.lowerBound, isOld: isOld) }
        return side
    }

    /// The sentences of a passage that hold one of these tokens of the version (ascending); the whole passage where it is short, was read already or
    /// no token is named. A sentence's ends are those that the tokeniser saw, and one further where they lie close: it knows no abbreviations.
    func read(_ passage: Int, around tokens: [Int]) -> Side {
        let words = version.passages[passage].words
        guard !tokens.isEmpty, words.count > Self.shortPassage else { return read(passage..<passage + 1) }
        if let side = inquiry.sides.side(passage, isOld: isOld) { return side }
        var windows: [Range<Int>] = []
        for token in tokens {
            if let last = windows.last, last.contains(token) { continue }
            let window = window(around: token, in: words)
            if let last = windows.last, window.lowerBound <= last.upperBound {
                windows[windows.count - 1] = last.lowerBound..<max(last.upperBound, window.upperBound)
            } else {
                windows.append(window)
            }
        }
        let text = version.passages[passage].text
        var side = Side(of: held)
        for window in windows {
            let start = window.lowerBound == words.lowerBound ? text.start : version.tokens[window.lowerBound].start
            let end = window.upperBound == words.upperBound ? text.end : version.tokens[window.upperBound].start
            append(passage, TextRange(Int(start), Int(end)), to: &side)
        }
        return side
    }

    /// Passages of no more tokens are read whole.
    private static let shortPassage = 40
    /// A sentence's border nearer than this to the token may be the stop of an abbreviation ("Mr. Kamenev", or inside a long name).
    private static let nearBorder = 8

    private func window(around token: Int, in words: Range<Int>) -> Range<Int> {
        func opens(_ index: Int) -> Bool { version.tokens[index].marks.contains(.opensSentence) }
        var start = token
        while start > words.lowerBound, !(opens(start) && token - start >= Self.nearBorder) { start -= 1 }
        var end = token + 1
        while end < words.upperBound, !(opens(end) && end - token > Self.nearBorder) { end += 1 }
        return start..<end
    }

    private func append(_ index: Int, _ within: TextRange? = nil, to side: inout Side) {
        let passage = version.passages[index]
        guard !passage.text.isEmpty else { return }
        let range = within ?? passage.text
        let pack = inquiry.pack(version, index)
        let firstToken = side.tokens.count
        let names = self.names(of: passage)
        let (sentences, quoted) = version.text.withUnsafeBufferPointer { text in
            let bytes = UnsafeBufferPointer(rebasing: text[range.indices]), quoted = quotations(in: bytes)
            return (pack.read(bytes, quotations: quoted, shift: Int(range.start), into: &side.tokens), quoted)
        }
        for sentence in sentences {
            let begins = side.tokens[sentence.lowerBound].range.start, ends = Int(side.tokens[sentence.upperBound - 1].range.end)
            if sentence.lowerBound > firstToken, let last = side.lines.last, names.contains(where: { $0.start < begins && begins < $0.end }) {
                // "Gabra. Haile", marked as one name: no sentence ends inside it.
                side.lines[side.lines.count - 1] = Line(passage: index, range: TextRange(Int(last.range.start), ends), tokens: last.tokens.lowerBound..<sentence.upperBound)
                continue
            }
            side.lines.append(Line(passage: index, range: TextRange(Int(begins), ends), tokens: sentence))
        }
        var word = passage.words.lowerBound + firstPlace(of: passage.words.count) { version.tokens[passage.words.lowerBound + $0].start >= range.start }
        for position in firstToken..<side.tokens.count {
            let written = side.tokens[position].range
            while word < passage.words.upperBound, version.tokens[word].start < written.start { word += 1 }
            let begins = word < passage.words.upperBound && version.tokens[word].start < written.end
            side.words.append(begins ? Int32(word) : -1)
        }
        markQuoted(quoted, passage, range.start, firstToken, &side)
        let finder = MentionFinder(inquiry: inquiry, isOld: isOld, pack: pack)
        side.mentions += finder.mentions(in: side, tokens: firstToken..<side.tokens.count, passage: passage)
    }

    /// Longer ones are no names but whole passages that somebody marked.
    private static let longestName: UInt32 = 200

    private func names(of passage: Passage) -> [TextRange] {
        version.annotations(of: passage)
            .filter { $0.isName && $0.range.end - $0.range.start <= Self.longestName }.map(\.range)
    }

    private func markQuoted(_ quoted: [TextRange], _ passage: Passage, _ shift: UInt32, _ first: Int, _ side: inout Side) {
        var ranges = quoted.map { TextRange(Int($0.start + shift), Int($0.end + shift)) }
        for annotation in version.annotations(of: passage)
        where annotation.kind == .quotation { ranges.append(annotation.range) }
        ranges.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        // The furthest end of the quotations begun so far.
        var next = 0
        var end: UInt32 = 0
        for position in first..<side.tokens.count {
            let range = side.tokens[position].range
            while next < ranges.count, ranges[next].start <= range.start {
                end = max(end, ranges[next].end)
                next += 1
            }
            side.isQuoted.append(passage.role == .quotation || range.end <= end)
        }
    }
}
