/// What the verdict line says of one finding: a name between the words before and after it, or a thing that can be counted.
struct Phrase: Hashable {
    /// The order of telling.
    enum Rank: Hashable, Comparable {
        /// Credit, blame or words of somebody named that stand with another.
        case moved
        case erased
        /// Passages and records that took names with them, or are gone altogether.
        case removed
        case nameless, leftOut, author
        case rest(Severity)
        /// Names known from capital letters alone, and places.
        case perhapsErased

        static func < (left: Rank, right: Rank) -> Bool { left.order < right.order }
        private var order: Int {
            switch self {
            case .moved: 0
            case .erased: 1
            case .removed: 2
            case .nameless: 3
            case .leftOut: 4
            case .author: 5
            case .rest(.error): 6
            case .rest(.warning): 7
            case .perhapsErased: 8
            case .rest(.note): 9
            case .rest(.neutral): 10
            }
        }
    }
    /// Phrases with the same key differ in the name only.
    struct Key: Hashable {
        var rank: Rank
        var before: String, after: String, when: String
    }

    var rank: Rank
    /// Nil for a thing that is counted.
    var name: String?
    /// Around one name, or the thing itself ("a date changed").
    var before: String, after: String
    /// Around several, or what follows the number of things ("dates changed").
    var beforeMany: String, afterMany: String
    /// " in 1938", or empty.
    var when = ""

    var key: Key { Key(rank: rank, before: before, after: after, when: when) }

    /// A name with words around it.
    init(_ rank: Rank, _ before: String = "", name: String, _ after: String = "", many: (before: String, after: String)? = nil) {
        self.rank = rank
        self.name = name
        self.before = before
        self.after = after
        beforeMany = many?.before ?? before
        afterMany = many?.after ?? after
    }

    /// A thing, and what stands after the number of several; without it, "(2 times)" is said.
    init(_ rank: Rank, _ one: String, many: String = "") {
        self.rank = rank
        name = nil
        before = one
        after = ""
        beforeMany = many
        afterMany = ""
    }

    init(_ finding: Finding, who: String, other: String, record: String, isBlame: Bool) {
        let rest = Rank.rest(finding.severity)
        // Credit of a common noun ("the workers") is a warning, and told with the rest.
        let moved = finding.entity != nil && finding.severity == .error ? Rank.moved : rest
        switch finding.rule.id {
        case "erasure.entity": self.init(finding.severity == .error ? .erased : .perhapsErased, name: who, " erased")
        case "erasure.mention": self.init(rest, name: who, " dropped in one place", many: ("", " dropped in some places"))
        case "erasure.anonymised": self.init(.nameless, name: who, " made nameless")
        case "erasure.list-omission": self.init(.leftOut, name: who, " left out of a list", many: ("", " left out of lists"))
        case "erasure.passage": self.init(rest, "a passage removed", many: "passages removed")
        case "erasure.record": self.init(.removed, "record ", name: "'\(record)'", " missing", many: ("records ", " missing"))
        // An error where the gap states its reason.
        case "erasure.withheld" where finding.severity == .error: self.init(rest, "text withheld")
        case "erasure.withheld": self.init(rest, "a new gap", many: "new gaps")
        case "erasure.image": self.init(rest, "a picture or its caption changed", many: "pictures or captions changed")
        case "interpolation.entity": self.init(rest, name: who, " added")
        case "interpolation.passage": self.init(rest, "a passage added", many: "passages added")
        case "interpolation.record": self.init(rest, "record ", name: "'\(record)'", " added", many: ("records ", " added"))
        case "attribution.agent-replaced": self.init(moved, "\(isBlame ? "blame" : "credit") moved from \(who) to ", name: other)
        case "attribution.agent-dropped": self.init(rest, name: who, " dropped from those who acted")
        case "attribution.agent-diluted": self.init(rest, name: who, " given a companion", many: ("", " given companions"))
        case "attribution.agent-deleted": self.init(rest, "a deed told without ", name: who, many: ("deeds told without ", ""))
        case "attribution.agent-added": self.init(rest, "a deed given to ", name: who, many: ("deeds given to ", ""))
        case "attribution.speaker-replaced": self.init(moved, "words of \(who) given to ", name: other)
        case "attribution.speaker-deleted": self.init(rest, "words of ", name: who, " told without a speaker")
        case "attribution.quote-altered": self.init(rest, "a quotation altered", many: "quotations altered")
        case "attribution.author-replaced": self.init(.author, "authorship moved from \(who) to ", name: other)
        case "attribution.author-removed": self.init(.author, name: who, " no longer named as author", many: ("", " no longer named as authors"))
        case "attribution.author-added": self.init(rest, name: who, " named as author", many: ("", " named as authors"))
        case "attribution.identity-changed": self.init(rest, "words about \(who) now mean ", name: other)
        case "attribution.source-removed": self.init(rest, "a source removed", many: "sources removed")
        case "attribution.source-replaced": self.init(rest, "a source replaced", many: "sources replaced")
        case "attribution.source-added": self.init(rest, "a source added", many: "sources added")
        case "fact.date": self.init(rest, "a date changed", many: "dates changed")
        case "fact.date-removed": self.init(rest, "a date removed", many: "dates removed")
        case "fact.number": self.init(rest, "a number changed", many: "numbers changed")
        case "fact.number-removed": self.init(rest, "a number removed", many: "numbers removed")
        case "fact.place": self.init(rest, "a place changed", many: "places changed")
        case "hidden.homoglyph": self.init(rest, "a word in look-alike letters", many: "words in look-alike letters")
        case "hidden.invisible": self.init(rest, "a word with hidden characters", many: "words with hidden characters")
        case "hidden.bidi": self.init(rest, "a hidden change of direction", many: "hidden changes of direction")
        case "hidden.checksum-mismatch": self.init(rest, "a text that its checksum does not fit", many: "texts that their checksums do not fit")
        case "hidden.silent-edit": self.init(rest, "an edition that changed without saying so", many: "editions that changed without saying so")
        case "fact.name": self.init(rest, "a name's letters changed", many: "names with other letters")
        default: self.init(rest, finding.rule.says)
        }
    }
}

/// Phrases that differ in the name only, told as one.
struct Chapter {
    let phrase: Phrase
    private(set) var events: Set<Int> = []
    private var names: [(name: String, count: Int)] = []
    private var placeOf: [String: Int] = [:]
    private var count = 0

    /// Names that are listed; one more is named rather than counted.
    private static let namesTold = 2

    init(phrase: Phrase) { self.phrase = phrase }

    mutating func add(_ name: String?, of event: Int) {
        events.insert(event)
        count += 1
        guard let name else { return }
        if let known = placeOf[name] {
            names[known].count += 1
        } else {
            placeOf[name] = names.count
            names.append((name, 1))
        }
    }

    /// "9 names erased"; nil where the phrase cannot do without the names.
    var counted: String? {
        names.count > Self.namesTold && phrase.beforeMany.isEmpty ? "\(names.count) names\(phrase.afterMany)\(phrase.when)" : nil
    }

    var text: String {
        let times = count > 1 ? " (\(count) times)" : ""
        if names.isEmpty {
            if count > 1, !phrase.beforeMany.isEmpty { return "\(count) \(phrase.beforeMany)\(phrase.when)" }
            return phrase.before + phrase.when + times
        }
        if names.count == 1 {
            // To be erased twice says nothing more.
            let isErased = phrase.rank == .erased || phrase.rank == .perhapsErased
            return phrase.before + names[0].name + phrase.after + phrase.when + (isErased ? "" : times)
        }
        let shown = names.prefix(names.count == Self.namesTold + 1 ? names.count : Self.namesTold)
        // At the end of a phrase each name can have its count.
        var words = shown.map { $0.name + (phrase.afterMany.isEmpty && $0.count > 1 ? " (\($0.count) times)" : "") }
        if names.count > shown.count { words.append("\(names.count - shown.count) more") }
        return phrase.beforeMany + listed(words) + phrase.afterMany + phrase.when
    }
}
