import Alignment
import Detection
import Findings
import Language
import PlainText
import Records
import Testing

/// Builds versions from plain paragraphs, without a parser. `[Trotsky|trotsky]` is a person marked up with a key, `[[Trotsky]]` one without;
/// a paragraph may begin with a role in braces: `{caption}`.
struct Sheet {
    private static let roles: [String: Role] = Dictionary(uniqueKeysWithValues: Role.allCases.map { ("{\($0)}", $0) })

    /// Both versions over one table of words.
    static func pair(_ before: [String], _ after: [String], authority: [Entity] = [], language: String = "en", watched: [String] = []) -> VersionPair {
        var tokeniser = Tokeniser()
        let old = version(before, 0, &tokeniser), new = version(after, 1, &tokeniser)
        let words = tokeniser.interner.words
        let plain = unmasked(old, new, words: words, lookAlikes: LookAlikeWords(words))
        return VersionPair(
            old: plain.old, new: plain.new, alignment: align(plain.old, plain.new), words: words, authority: authority,
            pack: LanguagePack.named(language) ?? .none, watched: watched, hidden: plain.hidden)
    }

    private static func version(_ paragraphs: [String], _ number: Int, _ tokeniser: inout Tokeniser) -> Version {
        var bytes: [UInt8] = []
        var symbols = Symbols()
        var version = Version(
            label: VersionLabel(number: number, label: "\(number)", source: "\(number).xml"), source: Source(name: "\(number).xml", bytes: []))
        let element = symbols.symbol("p")
        version.nodes.append(Node(element: symbols.symbol("text"), parent: -1, ordinal: 1))
        for (index, paragraph) in paragraphs.enumerated() {
            var text = paragraph
            var role = Role.paragraph
            for (mark, named) in roles where text.hasPrefix(mark) {
                role = named
                text = String(text.dropFirst(mark.count))
            }
            let start = bytes.count
            let firstAnnotation = version.annotations.count
            var markup = Digest64()
            var rest = text[...]
            while let open = rest.firstIndex(of: "[") {
                bytes += Array(rest[..<open].utf8)
                guard let close = rest[open...].firstIndex(of: "]") else { break }
                let parts = rest[rest.index(after: open)..<close].split(separator: "|")
                let from = bytes.count
                bytes += Array((parts.first ?? "").utf8)
                let key = parts.count > 1 ? symbols.symbol("#" + parts[1]) : .none
                version.annotations.append(Annotation(kind: .person, range: TextRange(from, bytes.count), key: key, element: symbols.symbol("persName")))
                markup.add(Array((parts.count > 1 ? String(parts[1]) : "-").utf8))
                rest = rest[rest.index(after: close)...]
            }
            bytes += Array(rest.utf8)
            let firstToken = version.tokens.count
            tokeniser.split(bytes, start..<bytes.count, into: &version.tokens)
            var hashes = WordHashes()
            var written = Digest64()
            bytes[start...].withUnsafeBufferPointer { written.add(bytes: $0) }
            version.map.add(text: start, source: start)
            version.nodes.append(Node(element: element, parent: 0, ordinal: UInt32(index + 1), hasTwin: paragraphs.count > 1))
            version.passages.append(
                Passage(
                    role: role, node: Int32(index + 1), text: TextRange(start, bytes.count), tokens: UInt32(firstToken)..<UInt32(version.tokens.count),
                    annotations: UInt32(firstAnnotation)..<UInt32(version.annotations.count), wordHash: hashes.hash(of: version.tokens, from: firstToken, tokeniser.interner), textHash: written.value,
                    markupHash: markup.value, source: TextRange(start, bytes.count)))
            bytes.append(0x20)
        }
        version.text = bytes
        version.symbols = symbols
        var placed = Version(label: version.label, source: Source(name: "\(number).xml", bytes: bytes), symbols: symbols)
        placed.passages = version.passages
        placed.nodes = version.nodes
        placed.text = version.text
        placed.tokens = version.tokens
        placed.annotations = version.annotations
        placed.map = version.map
        return placed
    }

    /// "rule: entity" of every finding of note and above, sorted.
    static func found(_ pair: VersionPair) -> [String] {
        detect(pair).findings.filter { $0.severity != .neutral && $0.rule != .changeOther }.map { "\($0.rule.id): \($0.entity?.name ?? "-")" }.sorted()
    }
}

/// A case of a table: what stood, what stands, what must be found.
struct Case: Sendable, CustomTestStringConvertible {
    var before: [String]
    var after: [String]
    var expected: [String]

    init(_ before: String, _ after: String, _ expected: [String]) {
        self.before = before.split(separator: "\n").map(String.init)
        self.after = after.split(separator: "\n").map(String.init)
        self.expected = expected.sorted()
    }

    var testDescription: String { "\(before.joined(separator: " / ")) -> \(after.joined(separator: " / "))" }
}
