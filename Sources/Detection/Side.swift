import Findings
import Language
import PlainText
import Records

/// A name as it stands in the text.
struct Mention: Hashable, Sendable {
    /// How it is known to be a name: the weaker, the less is claimed of it.
    enum Trust: Int, Hashable, Sendable, Comparable {
        case capitals, authority, markup
        static func < (left: Trust, right: Trust) -> Bool { left.rawValue < right.rawValue }
    }
    /// Tokens of the side that holds it, without titles before the name.
    var tokens: Range<Int>
    /// First token of the titles that stand before it.
    var titlesFrom: Int
    var form: NameForm
    /// The identity that the mark-up states, without `#`.
    var key: String?
    /// Index in the authority.
    var entity: Int?
    var trust: Trust
    /// As written.
    var text: String
    /// The words of the version that it is made of, by id: what is looked for first in the other version.
    var words: [UInt32]

    /// The id under which findings file it: the stated or known identity, else the folded name.
    func id(_ authority: [Entity]) -> String {
        if let entity { return "#" + authority[entity].id }
        if let key { return "#" + key }
        return form.words.joined(separator: " ")
    }
    func subject(_ authority: [Entity]) -> Subject { Subject(id: id(authority), name: entity.flatMap { authority[$0].names.first } ?? text) }
}

/// A sentence of a side.
struct Line: Hashable, Sendable {
    /// Index in the version's passages.
    var passage: Int
    /// Bytes in the version's text.
    var range: TextRange
    /// Tokens of the side.
    var tokens: Range<Int>
}

/// A version that many sides point to.
final class HeldVersion: Sendable {
    let version: Version
    init(_ version: Version) { self.version = version }
}

/// The sentences of one version that are looked at together. Token ranges count bytes in the version's text.
struct Side: Sendable {
    private let held: HeldVersion
    var version: Version { held.version }
    var tokens: [SentenceToken] = []
    /// For each token the alignment token that begins it, or -1 (punctuation).
    var words: [Int32] = []
    var lines: [Line] = []
    var mentions: [Mention] = []
    /// Whether a token lies inside quotation marks or a quotation element.
    var isQuoted: [Bool] = []

    init(of version: HeldVersion) { held = version }

    /// The side with only these lines (ascending), renumbered.
    func selecting(_ chosen: [Int]) -> Side {
        if chosen.count == lines.count { return self }
        var part = Side(of: held)
        for index in chosen {
            let line = lines[index]
            let shift = part.tokens.count - line.tokens.lowerBound
            part.lines.append(Line(passage: line.passage, range: line.range, tokens: part.tokens.count..<part.tokens.count + line.tokens.count))
            part.tokens += tokens[line.tokens]
            part.words += words[line.tokens]
            part.isQuoted += isQuoted[line.tokens]
            for at in self.mentions(in: line.tokens) where line.tokens.contains(mentions[at].tokens.lowerBound) {
                let mention = mentions[at]
                var moved = mention
                // What is marked as one name may hold several sentences.
                moved.tokens = mention.tokens.lowerBound + shift..<min(mention.tokens.upperBound, line.tokens.upperBound) + shift
                moved.titlesFrom += shift
                part.mentions.append(moved)
            }
        }
        return part
    }

    /// Takes in the lines of another side of the same version, after its own.
    mutating func append(_ other: Side) {
        let shift = tokens.count
        tokens += other.tokens
        words += other.words
        isQuoted += other.isQuoted
        lines += other.lines.map { Line(passage: $0.passage, range: $0.range, tokens: $0.tokens.lowerBound + shift..<$0.tokens.upperBound + shift) }
        mentions += other.mentions.map { mention in
            var moved = mention
            moved.tokens = mention.tokens.lowerBound + shift..<mention.tokens.upperBound + shift
            moved.titlesFrom += shift
            return moved
        }
    }

    func text(_ range: Range<Int>) -> String {
        guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
        return version.string(TextRange(Int(first.range.start), Int(last.range.end)))
    }

    /// The line that holds a token; the last one for an index at the end.
    func line(of token: Int) -> Line? {
        let at = firstPlace(of: lines.count) { lines[$0].tokens.upperBound > token }
        return at < lines.count && lines[at].tokens.contains(token) ? lines[at] : lines.last
    }

    /// The mention that covers a token.
    func mention(at token: Int) -> Int? {
        let at = firstPlace(of: mentions.count) { mentions[$0].tokens.upperBound > token }
        return at < mentions.count && mentions[at].tokens.contains(token) ? at : nil
    }

    /// The mentions that meet a range of tokens.
    func mentions(in range: Range<Int>) -> Range<Int> {
        let from = firstPlace(of: mentions.count) { mentions[$0].tokens.upperBound > range.lowerBound }
        return from..<max(from, firstPlace(of: mentions.count) { mentions[$0].tokens.lowerBound >= range.upperBound })
    }

    /// The tokens that meet a range of bytes.
    func tokens(under range: TextRange, among tokens: Range<Int>) -> Range<Int> {
        let from = tokens.lowerBound + firstPlace(of: tokens.count) { self.tokens[tokens.lowerBound + $0].range.end > range.start }
        return from..<max(from, tokens.lowerBound + firstPlace(of: tokens.count) { self.tokens[tokens.lowerBound + $0].range.start >= range.end })
    }

    /// The alignment words of a range of tokens, by id.
    func wordIDs(_ range: Range<Int>) -> [UInt32] {
        guard let line = line(of: range.lowerBound) else { return [] }
        return wordIDs(range, in: version.passages[line.passage])
    }

    /// The same, where the passage is known.
    func wordIDs(_ range: Range<Int>, in passage: Passage) -> [UInt32] {
        guard let last = tokens[range].last, let first = words[range].first(where: { $0 >= 0 }) else { return [] }
        return (Int(first)..<passage.words.upperBound).lazy.map { version.tokens[$0] }.prefix { $0.start < last.range.end }.map(\.word)
    }

    /// The place of a range of tokens; an empty range gives the line with an empty span.
    func place(_ range: Range<Int>) -> Place? {
        guard let line = line(of: range.lowerBound) else { return nil }
        let clipped = range.clamped(to: 0..<tokens.count)
        if let first = tokens[clipped].first, let last = tokens[clipped].last {
            return version.place(of: TextRange(Int(first.range.start), Int(last.range.end)), in: line.range, passage: line.passage)
        }
        return version.place(of: TextRange(Int(line.range.start), Int(line.range.start)), in: line.range, passage: line.passage)
    }
}

extension Version {
    /// A place in this version: `span` and its sentence `text`, both bytes of the version's text. It shows what is written there, hidden characters
    /// included.
    func place(of span: TextRange, in text: TextRange, passage index: Int) -> Place {
        if let written { return place(written: written.range(span), in: written.range(text), passage: index) }
        return placed(span, text, index)
    }

    /// The same with both ranges in the text as written.
    func place(written span: TextRange, in text: TextRange, passage index: Int) -> Place {
        guard let written else { return placed(span, text, index) }
        var shown = self
        shown.text = written.bytes
        shown.written = nil
        return shown.placed(span, text, index)
    }

    private func placed(_ span: TextRange, _ text: TextRange, _ index: Int) -> Place {
        let passage = passages[index]
        let start = span.isEmpty ? map.source(of: Int(text.start)) : map.source(of: Int(span.start))
        let end = span.isEmpty ? start : map.source(of: Int(span.end) - 1) + 1
        let (line, column) = source.position(of: start)
        let cite = symbols[passage.cite]
        let text = excerpt(of: text, around: span)
        return Place(
            span: string(span), text: string(text), spanStart: span.isEmpty || !text.contains(span) ? nil : Int(span.start - text.start),
            path: path(of: passage.node), cite: cite.isEmpty ? nil : cite, line: line, column: column, offset: source.base + start, length: max(0, end - start))
    }

    /// More of a sentence than this is not carried by each of its findings: thousands of them may stand in one list.
    static let longestSentence = 6_000

    /// The sentence, or what stands round the span in a very long one, cut at spaces.
    private func excerpt(of sentence: TextRange, around span: TextRange) -> TextRange {
        guard sentence.count > Self.longestSentence, span.count < Self.longestSentence / 2 else { return sentence }
        let centre = span.isEmpty ? sentence : span
        var from = max(Int(sentence.start), Int(centre.start) - Self.longestSentence / 4)
        var to = min(Int(sentence.end), (span.isEmpty ? from : Int(centre.end)) + Self.longestSentence / 4)
        while from > Int(sentence.start), self.text[from - 1] != 0x20 { from -= 1 }
        while to < Int(sentence.end), self.text[to] != 0x20 { to += 1 }
        return TextRange(from, to)
    }

    /// The place of a whole passage.
    func place(passage index: Int) -> Place {
        let text = passages[index].text
        if text.isEmpty {
            let start = Int(passages[index].source.start)
            let (line, column) = source.position(of: start)
            return Place(
                span: "", text: "", path: path(of: passages[index].node), line: line, column: column, offset: source.base + start,
                length: passages[index].source.count)
        }
        return place(of: text, in: text, passage: index)
    }
}
