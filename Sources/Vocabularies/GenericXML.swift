import Records
import XMLEvents

/// XML of any kind: a passage is a topmost element that has text of its own; what it is follows from names that many vocabularies share.
enum GenericXML {
    /// A leaf of at most so many words is a field of a table, a longer one prose. Names, titles and places in the catalogues we have seen keep
    /// below ten words; remarks and notes run longer.
    static let longestField = 12

    static let vocabulary = Vocabulary(
        name: "generic", elements: elements, settle: settle, settles: Set(Role.allCases), blocksByText: true)

    private static func named(_ meaning: Meaning, _ names: String) -> [(String, Meaning)] {
        names.split(separator: " ").map { (String($0), meaning) }
    }

    private static let elements: [String: Meaning] = Dictionary(
        [
            named(.mark(.person), "persName person-name personname person-id author-id"),
            named(.mark(.organisation), "orgName corpname"),
            named(.mark(.place), "placeName geogname"),
            named(.mark(.name), "name"),
            named(.mark(.emphasis), "hi b i em strong u emph italic bold"),
            named(.mark(.quotation), "q quote"),
            named(.mark(.title), "cite title"),
            named(.mark(.source), "a ref link bibref"),
            named(.mark(.date), "date time"),
            named(.mark(.supplied), "ins add supplied"),
            named(.aside("deletion"), "del strike"),
            named(.aside("script"), "script style"),
            named(Meaning(.container, .part, does: .lineBreak), "br lb"),
            named(Meaning(.container, .part, does: .pageBreak), "pb"),
            // Inside mixed text they are parts of it, but end the word before them.
            named(.container, "p div li td th tr ul ol table section para item row list dl dt dd h1 h2 h3 h4 h5 h6 blockquote"),
        ].flatMap { $0 }, uniquingKeysWith: { $1 })

    private static let roles: [String: Role] = [
        "heading": .heading, "head": .heading, "label": .heading, "h1": .heading, "h2": .heading, "h3": .heading, "h4": .heading, "h5": .heading,
        "h6": .heading, "title": .title, "p": .paragraph, "para": .paragraph, "li": .item, "item": .item, "td": .cell, "th": .cell, "cell": .cell,
        "blockquote": .quotation, "quote": .quotation, "note": .note, "footnote": .note, "caption": .caption, "figcaption": .caption,
        "credit": .credit, "author": .author, "byline": .byline, "creator": .author, "editor": .editor, "date": .date, "publisher": .imprint,
        "imprint": .imprint, "source": .source, "bibl": .source, "citation": .source,
    ]

    /// Fields that the system keeps for itself.
    private static let stamps: Set<String> = ["id", "timestamp", "revision", "checksum", "uuid", "guid", "created", "modified", "updated", "etag"]
    private static let stampPrefixes = ["created-", "last-modified-", "modified-", "last_modified", "created_", "updated-"]
    /// An identifier of somebody is not bookkeeping: who is meant is what we look for.
    private static let persons = ["person", "people", "author", "speaker", "creator", "agent"]

    @Sendable private static func settle(_ block: FinishedBlock) -> Settlement {
        let name = block.element.lowercased()
        let isOneWord = !block.text.utf8.contains(0x20)
        let isIdentifier = name.hasSuffix("-id") || name.hasSuffix("_id") || block.element.hasSuffix("Id") || name == "id"
        if isIdentifier, isOneWord, !persons.contains(where: name.hasPrefix) { return .aside("bookkeeping") }
        if stamps.contains(name), isOneWord { return .aside("bookkeeping") }
        if stampPrefixes.contains(where: name.hasPrefix) { return .aside("bookkeeping") }
        // Who entered a record and at which second is about the record, not about what it tells.
        if isOneWord, name.hasSuffix("-by") || name.hasSuffix("_by") || isInstant(block.text) { return .aside("bookkeeping") }
        if let role = roles[name] { return .passage(role) }
        let words = block.text.utf8.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
        return .passage(words <= longestField ? .field : .paragraph)
    }
}

/// 2011-08-30T10:28:43.157-05:00: a date with a time of day.
private func isInstant(_ text: String) -> Bool {
    let shape = text.utf8.prefix(14).map { (0x30...0x39).contains($0) ? UInt8(ascii: "9") : $0 }
    return shape == Array("9999-99-99T99:".utf8)
}

/// Which elements have text of their own, that is not white space, in document order.
final class TextHolders: XMLHandler {
    private(set) var holds: [Bool] = []
    private var open: [Int] = []

    func name(_ id: Int, local: String, namespace: String) {}
    func start(_ tag: StartTag) {
        open.append(holds.count)
        holds.append(false)
    }
    func end(at source: Int) { open.removeLast() }
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {
        guard let element = open.last, !holds[element] else { return }
        if piece.contains(where: { !Draft.isSpace($0) }) { holds[element] = true }
    }
}
