import PlainText
import Records

/// Versions from text: one passage a line.
///
///     Some words.            a paragraph
///     head: October          another element, with its role
///     #p1 Some words.        with an id
///     ---                    a new section
///     > a note               a note inside the passage before
struct Page {
    static let roles: [String: Role] = [
        "head": .heading, "item": .item, "cell": .cell, "caption": .caption, "graphic": .graphic, "visitor": .field, "day": .field,
        "place": .field,
        "gap": .gap, "l": .verse,
    ]

    /// Both versions, their words in one table.
    static func versions(_ old: [String], _ new: [String]) -> (Version, Version) {
        var tokeniser = Tokeniser()
        let first = version(old, &tokeniser)
        return (first, version(new, &tokeniser))
    }

    /// Any number of versions.
    static func versions(_ all: [[String]]) -> [Version] {
        var tokeniser = Tokeniser()
        return all.map { version($0, &tokeniser) }
    }

    private static func version(_ lines: [String], _ tokeniser: inout Tokeniser) -> Version {
        var version = Version(label: VersionLabel(number: 0, label: "", source: ""), source: Source(name: "", bytes: []))
        version.nodes.append(Node(element: version.symbols.symbol("body"), parent: -1, ordinal: 1))
        var section: Int32 = 0
        var last: Int32 = 0
        var siblings: [String: Int] = [:]
        func node(_ element: String, parent: Int32, id: String = "") -> Int32 {
            let key = "\(parent)/\(element)"
            if let twin = siblings[key] { version.nodes[twin].hasTwin = true }
            let ordinal = siblings[key].map { version.nodes[$0].ordinal + 1 } ?? 1
            siblings[key] = version.nodes.count
            version.nodes.append(
                Node(
                    element: version.symbols.symbol(element), parent: parent, ordinal: ordinal,
                    id: id.isEmpty ? .none : version.symbols.symbol(id)))
            return Int32(version.nodes.count - 1)
        }
        for line in lines {
            if line == "---" {
                section = node("div", parent: 0)
                continue
            }
            var text = Substring(line)
            var element = "p"
            var id = ""
            var parent = section
            if text.hasPrefix("> ") {
                text = text.dropFirst(2)
                element = "note"
                parent = last
            }
            if text.hasPrefix("#") {
                let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
                id = String(parts[0])
                text = parts.count > 1 ? parts[1] : ""
            }
            if let colon = text.firstIndex(of: ":"), roles[String(text[..<colon])] != nil {
                element = String(text[..<colon])
                text = text[text.index(after: colon)...].drop { $0 == " " }
            }
            let own = node(element, parent: parent, id: id)
            if element != "note" { last = own }
            let start = version.text.count
            let firstToken = version.tokens.count
            version.text += Array(text.utf8)
            tokeniser.split(version.text, start..<version.text.count, into: &version.tokens)
            var words = Digest64()
            var written = Digest64()
            for token in version.tokens[firstToken...] { words.add(token.word) }
            written.add(text.utf8)
            version.passages.append(
                Passage(
                    role: element == "note" ? .note : roles[element] ?? .paragraph, node: own, text: TextRange(start, version.text.count),
                    tokens: UInt32(firstToken)..<UInt32(version.tokens.count), annotations: 0..<0, wordHash: words.value,
                    textHash: written.value, markupHash: 0, source: .empty))
        }
        return version
    }
}
