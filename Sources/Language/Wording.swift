/// How sure, how judged and how harsh the words of a language are: the sections of its lexicon that carry levels.
///
/// A hyphen, a space and the `_` of a lexicon are one. Immutable, read with the lexicon.
public struct Wording: Sendable {
    public enum Scale: String, Hashable, Sendable, CaseIterable {
        /// How far a claim is held off: 3 distance, 2 doubt or hearsay, 1 likelihood, -1 vouched for.
        case hedge
        /// Verbs of speech: -2 doubts what is said, 0 reports it, 2 vouches for it.
        case force
        /// How a person, body or deed is judged: -3 to 3.
        case tone
        /// Words for one deed, by group, from 1 (mild) to 5 (harsh).
        case harm
        /// How many are vouched for, from 0 (none) to 5 (all).
        case quantity
        /// "is believed to": how far the claim is held off by the participle.
        case reputed
        /// Nobody in particular who says so.
        case vagueSource
        /// Words of one rank of office or calling: two of one group are near each other.
        case calling
        /// Words for people who act together or suffer together: two of different groups are two parties.
        case party
        /// Words for what somebody believes or belongs to: two of different groups are two creeds.
        case creed
    }

    public struct Sense: Hashable, Sendable {
        public var scale: Scale
        /// The group of a deed, else empty.
        public var group: String
        public var level: Int
    }

    /// A word or run of words that was found: how many words it takes, and what it means.
    public struct Match: Sendable {
        public var length: Int
        public var senses: [Sense]
    }

    /// Sections whose entries have levels.
    static let levelled: Set<String> = ["hedge", "force", "tone", "harm", "quantity", "reputed", "calling", "party", "creed"]
    /// Sections of the wording without levels.
    static let unlevelled: Set<String> = ["vagueSource"]

    private var senses: [String: [Sense]] = [:]
    /// The most words of an entry, by its first word.
    private var longest: [String: Int] = [:]

    init(_ levelled: [(name: String, forms: [String], value: String)], unlevelled: [(name: String, forms: [String])]) {
        for (name, forms, value) in levelled {
            guard let scale = Scale(rawValue: name) else { continue }
            let parts = value.split(separator: "/").map(String.init)
            guard let last = parts.last, let level = Int(last) else { continue }
            for form in forms { add(form, Sense(scale: scale, group: parts.count > 1 ? parts[0] : "", level: level)) }
        }
        for (name, forms) in unlevelled {
            guard let scale = Scale(rawValue: name) else { continue }
            for form in forms { add(form, Sense(scale: scale, group: "", level: 0)) }
        }
    }

    /// Long words that hold a claim off, by letters, in the order of the lists.
    private var firm: [(word: [UInt8], sense: Sense)] = []

    private mutating func add(_ form: String, _ sense: Sense) {
        if sense.scale == .hedge, sense.level >= 3, form.utf8.count >= Self.longEnough, !form.utf8.contains(where: { $0 == 0x5F || $0 == 0x2D }) { firm.append((Array(form.utf8), sense)) }
        let parts = Self.parts(form)
        guard let first = parts.first.map(String.init) else { return }
        let key = parts.count == 1 ? first : parts.joined(separator: " ")
        // The first entry of a scale stands; a word may be on several scales, and in several groups of deeds.
        if senses[key]?.contains(where: { $0.scale == sense.scale && $0.group == sense.group }) == true { return }
        senses[key, default: []].append(sense)
        longest[first] = max(longest[first] ?? 0, parts.count)
    }

    /// The words of an entry or a token: "right-wing" and "right_wing" are two.
    private static func parts(_ form: String) -> [Substring] {
        form.utf8.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }.map(Substring.init)
    }

    public var isEmpty: Bool { senses.isEmpty }

    /// The longest entry that begins with `tokens[start]`. Hyphens standing alone are passed over, and a hyphenated word counts as its parts, which all must be in one entry.
    public func match(_ tokens: ArraySlice<SentenceToken>) -> Match? {
        guard let first = tokens.first, first.kind == .word else { return nil }
        var key = ""
        var words = 0, taken = 0
        var best: Match?
        var most = 0
        for (at, token) in tokens.enumerated() {
            if token.kind == .punctuation, token.folded == "-", at > 0 {
                taken = at + 1
                continue
            }
            guard token.kind == .word else { break }
            let parts = token.folded.utf8.contains(0x2D) ? Self.parts(token.folded) : [Substring(token.folded)]
            if words == 0 {
                guard let opener = parts.first, let length = longest[String(opener)] else { return nil }
                most = length
            }
            words += parts.count
            guard words <= most else { break }
            for part in parts { key += key.isEmpty ? String(part) : " " + part }
            taken = at + 1
            if let found = senses[key] { best = Match(length: taken, senses: found) }
        }
        return best
    }

    /// Whether an entry of several words begins with the word.
    public func mayOpen(_ folded: String) -> Bool { (longest[folded] ?? 0) > 1 }

    /// The hedge that an unknown word of eight letters or more misses by one letter ("allegdly"); only those that hold a claim off for sure.
    public func misprinted(_ token: SentenceToken) -> Sense? {
        guard token.kind == .word, token.classes.subtracting([.adverb, .verb]).isEmpty, token.folded.utf8.count >= Self.longEnough else { return nil }
        let letters = Array(token.folded.utf8)
        for (word, sense) in firm where word.first == letters.first && abs(word.count - letters.count) <= 1 && Self.differsByOne(word, letters) { return sense }
        return nil
    }

    private static let longEnough = 7

    /// One letter more, less or other.
    private static func differsByOne(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        var same = 0
        while same < short.count, short[same] == long[same] { same += 1 }
        guard same < long.count else { return false }
        return short[(same + (short.count == long.count ? 1 : 0))...].elementsEqual(long[(same + 1)...])
    }

    /// The senses of one word.
    public func senses(of folded: String) -> [Sense] {
        folded.utf8.contains { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: " ") }
            ? senses[Self.parts(folded).joined(separator: " ")] ?? [] : senses[folded] ?? []
    }
}
