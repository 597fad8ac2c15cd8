import Findings
public import Language
public import PlainText
public import Records

/// What the reader saw in one version: the names, and who is said to have done what. For `inspect`.
public struct Inspection: Sendable {
    public struct Name: Hashable, Sendable {
        public var name: String
        /// Stated or known identity, else the folded name.
        public var id: String
        /// "mark-up", "authority" or "capitals".
        public var trust: String
        /// "person", "organisation", "place" or "unknown".
        public var kind: String
        public var count: Int
        public var line: Int
    }
    public struct Attribution: Hashable, Sendable {
        public var predicate: String
        public var agent: String
        public var line: Int
    }
    /// By first appearance.
    public var names: [Name] = []
    public var attributions: [Attribution] = []
    /// The language, and whether there are word lists for it.
    public var language = "unknown"
}

/// Reads every passage of a version as detection would.
public func inspect(_ version: Version, words: Words, authority: [Entity], language: String, packs: PackShelf = PackShelf()) -> Inspection {
    let inquiry = Inquiry(alone: version, words: words, authority: authority, language: language, packs: packs)
    let pack = inquiry.pair.pack
    var inspection = Inspection()
    inspection.language = language.isEmpty ? "unknown" : pack.code == LanguagePack.none.code ? "\(language) (no word lists for it)" : pack.code
    var byID: [String: Int] = [:]
    let reader = LineReader(inquiry: inquiry, isOld: true)
    for index in version.passages.indices {
        let side = reader.read(index..<index + 1)
        for mention in side.mentions {
            let id = mention.id(authority)
            if let known = byID[id] {
                inspection.names[known].count += 1
                continue
            }
            byID[id] = inspection.names.count
            let kind =
                switch mention.form.kind {
                case .person: "person"
                case .organisation: "organisation"
                case .place: "place"
                case .unknown: "unknown"
                }
            inspection.names.append(
                .init(name: mention.text, id: id, trust: mention.trust.said, kind: kind, count: 1, line: side.place(mention.tokens)?.line ?? 0))
        }
        for frame in FrameFinder(side: side, pack: inquiry.pack(version, index)).frames() {
            guard let agent = frame.agent, !agent.mentions.isEmpty else { continue }
            inspection.attributions.append(
                .init(predicate: side.tokens[frame.token].text, agent: side.text(agent.tokens), line: side.place(agent.tokens)?.line ?? 0))
        }
    }
    return inspection
}
