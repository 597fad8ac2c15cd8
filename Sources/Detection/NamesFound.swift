import Findings
public import Language
public import PlainText
public import Records

/// A person, body or place as a version names it: what an authority file would hold. For `inspect --write-persons`.
public struct FoundName: Hashable, Sendable {
    /// The identity that authority or mark-up state, without `#`; nil for a name known from its capitals alone.
    public var id: String?
    public var kind: Entity.Kind
    /// As written, in the nominative, the most frequent first.
    public var forms: [String]
    /// Further identifiers that the authority has for it.
    public var keys: [String]
    public var count: Int
    /// Line of the first mention.
    public var line: Int
    /// "mark-up", "authority" or "capitals".
    public var trust: String
}

/// The names of a version, each with its forms, by first appearance. Forms are joined where an identity or a system of spelling says that they are one,
/// never by likeness: whoever edits the list can join, but will not see what was joined wrongly.
public func namesFound(in version: Version, words: Words, authority: [Entity], language: String, packs: PackShelf = PackShelf()) -> [FoundName] {
    let inquiry = Inquiry(alone: version, words: words, authority: authority, language: language, packs: packs)
    var gathering = Gathering(authority: authority)
    let reader = LineReader(inquiry: inquiry, isOld: true)
    for index in version.passages.indices {
        let side = reader.read(index..<index + 1)
        for mention in side.mentions { gathering.take(mention, line: side.place(mention.tokens)?.line ?? 0) }
    }
    return gathering.names
}

private struct Gathering {
    let authority: [Entity]
    private var entries: [(name: FoundName, form: NameForm, counts: [(text: String, count: Int)])] = []
    private var byID: [String: Int] = [:]
    private var bySound: [UInt64: [Int]] = [:]

    init(authority: [Entity]) { self.authority = authority }

    mutating func take(_ mention: Mention, line: Int) {
        let at = entry(of: mention, line)
        entries[at].name.count += 1
        if let known = entries[at].counts.firstIndex(where: { $0.text.utf8.elementsEqual(mention.text.utf8) }) {
            entries[at].counts[known].count += 1
        } else {
            entries[at].counts.append((mention.text, 1))
        }
        if entries[at].name.kind == .unknown { entries[at].name.kind = kind(of: mention) }
    }

    private mutating func entry(of mention: Mention, _ line: Int) -> Int {
        let identity = mention.entity.map { authority[$0].id } ?? mention.key
        if let identity, let known = byID[identity] { return known }
        if identity == nil, let known = alike(mention.form) { return known }
        let at = entries.count
        let found = FoundName(
            id: identity, kind: mention.entity.map { authority[$0].kind } ?? kind(of: mention), forms: [], keys: mention.entity.map { authority[$0].keys } ?? [], count: 0, line: line,
            trust: mention.trust.said)
        entries.append((found, mention.form, []))
        if let identity { byID[identity] = at }
        for key in Set(mention.form.lastWordKeys) { bySound[key, default: []].append(at) }
        return at
    }

    /// The only entry that a system holds to be the same name; of two namesakes neither.
    private func alike(_ form: NameForm) -> Int? {
        let candidates = Set(form.lastWordKeys.flatMap { bySound[$0] ?? [] }).filter { index in
            switch sameness(entries[index].form, form) {
            case .identical, .variant: true
            case .similar, .different: false
            }
        }
        return candidates.count == 1 ? candidates.first : candidates.first { entries[$0].form.words == form.words && candidates.count(where: { entries[$0].form.words == form.words }) == 1 }
    }

    private func kind(of mention: Mention) -> Entity.Kind {
        switch mention.form.kind {
        case .person: .person
        case .organisation: .organisation
        case .place: .place
        case .unknown: .unknown
        }
    }

    var names: [FoundName] {
        entries.map { entry in
            var name = entry.name
            name.forms = entry.counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element.text)
            return name
        }
    }
}
