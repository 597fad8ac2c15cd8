import Alignment
import Findings
public import Language
public import PlainText
public import Records

/// How a name was found in a version: in which forms and where, whose name it is held to be and why, and which names that look like it were kept
/// apart by what. For `inspect --why`.
public struct NameCase: Sendable {
    public struct Form: Hashable, Sendable {
        /// As written, in the nominative.
        public var text: String
        /// "mark-up", "authority" or "capitals".
        public var trust: String
        /// What the mark-up points to, without `#`.
        public var key: String?
        /// Why it is the name that was asked for: "letter by letter", "romanisation", "it points to '#trotsky'" …
        public var why: String
        /// Path and line of each occurrence, in order.
        public var places: [Spot]
    }
    public struct Near: Hashable, Sendable {
        public var text: String
        public var count: Int
        public var first: Spot
        /// The guard that kept it apart.
        public var why: String
    }
    public struct Spot: Hashable, Sendable {
        public var path: String
        public var line: Int
    }
    public var asked: String
    /// The entry of the authority, or the identity that the mark-up states.
    public var id: String?
    /// Where the identity comes from, for a reader; nil without one.
    public var identity: String?
    /// The names that the authority has for it.
    public var aliases: [String] = []
    public var forms: [Form] = []
    public var near: [Near] = []
    /// How often the last word of the name stands in small letters, where it was not taken for a name.
    public var inSmallLetters = 0
}

/// Looks for a name, or for what an identity (`#trotsky`) points to, as detection would.
public func whyNamed(_ asked: String, in version: Version, words: Words, authority: [Entity], language: String, packs: PackShelf = PackShelf()) -> NameCase {
    let inquiry = Inquiry(alone: version, words: words, authority: authority, language: language, packs: packs)
    return NameCaseReader(inquiry: inquiry, asked: asked).read()
}

extension Inquiry {
    /// For questions about one version.
    convenience init(alone version: Version, words: Words, authority: [Entity], language: String, packs: PackShelf) {
        let same = Alignment(links: [], deleted: [], inserted: [], counts: .init(), rebuilds: true)
        self.init(
            VersionPair(
                old: version, new: version, alignment: same, words: words, authority: authority, pack: packs.named(language) ?? .none, packs: packs, language: language))
    }
}

private struct NameCaseReader {
    let inquiry: Inquiry
    let asked: String

    private var version: Version { inquiry.pair.old }

    func read() -> NameCase {
        var found = NameCase(asked: asked)
        let pack = inquiry.pair.pack
        let own = NameForm(asked, kind: .unknown, pack: pack)
        let key = identities(asked).count == 1 ? identities(asked).first : nil
        let stated = asked.hasPrefix("#") ? key : nil
        let entity = key.flatMap { inquiry.roll.entity(key: $0) } ?? inquiry.roll.forms.indices.first { index in inquiry.roll.forms[index].contains { sameness($0, own).isSame } }
        if let entity {
            let entry = inquiry.pair.authority[entity]
            found.id = "#" + entry.id
            found.identity = key.map { entry.id == $0 || entry.keys.contains($0) } == true ? "an identity of the authority file" : "a name of the authority file"
            found.aliases = entry.names
        }
        let forms = (stated == nil ? [own] : []) + (entity.map { inquiry.roll.forms[$0] } ?? [])
        let reader = LineReader(inquiry: inquiry, isOld: true)
        var near: [String: Int] = [:], places: [NameCase.Form: Int] = [:]
        for index in version.passages.indices {
            let side = reader.read(index..<index + 1)
            for mention in side.mentions {
                guard let place = side.place(mention.tokens) else { continue }
                let spot = NameCase.Spot(path: place.path, line: place.line)
                if let why = reason(mention, entity: entity, stated: stated, forms) {
                    if found.id == nil, let own = mention.key {
                        found.id = "#" + own
                        found.identity = "stated by the mark-up"
                    }
                    let form = NameCase.Form(text: mention.text, trust: mention.trust.said, key: mention.key, why: why, places: [])
                    if let known = places[form] {
                        found.forms[known].places.append(spot)
                    } else {
                        places[form] = found.forms.count
                        found.forms.append(form)
                        found.forms[found.forms.count - 1].places = [spot]
                    }
                } else if let why = apart(mention, entity: entity, forms) {
                    if let known = near[mention.text] {
                        found.near[known].count += 1
                    } else {
                        near[mention.text] = found.near.count
                        found.near.append(NameCase.Near(text: mention.text, count: 1, first: spot, why: why))
                    }
                }
            }
        }
        if let last = own.words.last, let word = inquiry.pair.numbers[last], stated == nil { found.inSmallLetters = inquiry.oldCensus.lower(word) }
        return found
    }

    /// Why a mention is the name; nil where it is another.
    private func reason(_ mention: Mention, entity: Int?, stated: String?, _ forms: [NameForm]) -> String? {
        if let entity, let own = mention.entity { return own == entity ? "it belongs to '#\(inquiry.pair.authority[entity].id)' by \(mention.trust == .markup ? "its mark-up" : "the authority file")" : nil }
        if let stated { return mention.key.map { $0.utf8.elementsEqual(stated.utf8) } == true ? "its mark-up points to '#\(stated)'" : nil }
        if let entity, let own = mention.key, inquiry.pair.authority[entity].keys.contains(own) { return "its mark-up points to '\(own)', another identifier of the same" }
        var best: Sameness = .different
        for form in forms {
            let how = sameness(form, mention.form)
            if how.rank < best.rank { best = how }
        }
        switch best {
        case .identical: return "letter by letter"
        case .variant(let system): return system
        case .similar(let likeness): return "\(Likeness.said) only in the same place of a sentence: alike by \(Int((likeness * 100).rounded())) %"
        case .different: return nil
        }
    }

    private func apart(_ mention: Mention, entity: Int?, _ forms: [NameForm]) -> String? {
        if let entity, let own = mention.entity, own != entity {
            let isAlike = forms.contains { sameness($0, mention.form).isSame }
            if isAlike { return "it belongs to '#\(inquiry.pair.authority[own].id)'" }
        }
        return forms.lazy.compactMap { whatKeepsApart($0, mention.form) }.first
    }
}

extension Mention.Trust {
    /// As reports word it.
    var said: String {
        switch self {
        case .markup: "mark-up"
        case .authority: "authority"
        case .capitals: "capitals"
        }
    }
}

extension Sameness {
    /// The surer the lower.
    fileprivate var rank: Int {
        switch self {
        case .identical: 0
        case .variant: 1
        case .similar: 2
        case .different: 3
        }
    }
}
