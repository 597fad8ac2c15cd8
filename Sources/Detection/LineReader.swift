import Language
import PlainText
import Records

/// Reads passages into sides: sentences, words, names.
struct LineReader: Sendable {
    let inquiry: Inquiry
    let isOld: Bool

    private var version: Version { isOld ? inquiry.pair.old : inquiry.pair.new }

    /// The sentences of passages, in order.
    func read(_ passages: Range<Int>) -> Side {
        if passages.count == 1, let side = inquiry.sides.side(passages.lowerBound, isOld: isOld) { return side }
        var side = Side(version: version)
        for index in passages { append(index, to: &side) }
        if passages.count == 1 { inquiry.sides.keep(side, passages.lowerBound, isOld: isOld) }
        return side
    }

    private func append(_ index: Int, to side: inout Side) {
        let passage = version.passages[index]
        guard !passage.text.isEmpty else { return }
        let text = version.string(passage)
        let pack = inquiry.pack(version, index)
        let shift = passage.text.start
        let firstToken = side.tokens.count
        let names = self.names(of: passage)
        for sentence in pack.sentences(of: text) {
            let start = side.tokens.count
            for token in sentence.tokens {
                var placed = token
                placed.range = TextRange(Int(token.range.start + shift), Int(token.range.end + shift))
                side.tokens.append(placed)
            }
            guard side.tokens.count > start else { continue }
            let begins = side.tokens[start].range.start
            if start > firstToken, let last = side.lines.last, names.contains(where: { $0.start < begins && begins < $0.end }) {
                // "Gabra. Haile", marked as one name: no sentence ends inside it.
                let end = Int(sentence.range.end + shift)
                side.lines[side.lines.count - 1] = Line(passage: index, range: TextRange(Int(last.range.start), end), tokens: last.tokens.lowerBound..<side.tokens.count)
                continue
            }
            side.lines.append(
                Line(
                    passage: index, range: TextRange(Int(sentence.range.start + shift), Int(sentence.range.end + shift)),
                    tokens: start..<side.tokens.count))
        }
        var word = passage.words.lowerBound
        for position in firstToken..<side.tokens.count {
            let token = side.tokens[position]
            while word < passage.words.upperBound, version.tokens[word].start < token.range.start { word += 1 }
            let begins = word < passage.words.upperBound && version.tokens[word].start < token.range.end
            side.words.append(begins ? Int32(word) : -1)
        }
        markQuoted(text, passage, shift, firstToken, &side)
        let finder = MentionFinder(inquiry: inquiry, isOld: isOld, pack: pack)
        side.mentions += finder.mentions(in: side, tokens: firstToken..<side.tokens.count, passage: passage)
    }

    /// Longer ones are no names but whole passages that somebody marked.
    private static let longestName: UInt32 = 200

    private func names(of passage: Passage) -> [TextRange] {
        version.annotations[Int(passage.annotations.lowerBound)..<Int(passage.annotations.upperBound)]
            .filter { $0.isName && $0.range.end - $0.range.start <= Self.longestName }.map(\.range)
    }

    private func markQuoted(_ text: String, _ passage: Passage, _ shift: UInt32, _ first: Int, _ side: inout Side) {
        var ranges = quotations(in: text).map { TextRange(Int($0.start + shift), Int($0.end + shift)) }
        for annotation in version.annotations[Int(passage.annotations.lowerBound)..<Int(passage.annotations.upperBound)]
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
