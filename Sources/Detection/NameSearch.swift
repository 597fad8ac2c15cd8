import Language
import PlainText
import Records

/// Answers whether a name stands anywhere in a version. Strict in one direction only: what might be the name counts as the name, for a false
/// erasure is worse than a missed one.
struct NameSearch: Sendable {
    private let version: Version
    private let census: WordCensus
    private let words: Words
    private let ids: [String: UInt32]
    /// Names of the mark-up by stated identity.
    private let keys: [String: Int]
    /// Capitalised words that the other version lacks: only these can be new spellings of a name that went.
    private let newcomers: [(word: UInt32, form: NameForm)]

    /// More newcomers than this are not compared letter by letter (two unrelated texts).
    static let mostNewcomers = 5_000

    init(_ version: Version, census: WordCensus, other: WordCensus, words: Words, pack: LanguagePack) {
        self.version = version
        self.census = census
        self.words = words
        var ids: [String: UInt32] = [:]
        var newcomers: [(UInt32, NameForm)] = []
        for word in census.capitalWords() {
            let folded = words.string(word)
            ids[folded] = word
            if newcomers.count < Self.mostNewcomers, other.capitals(word).isEmpty, folded.utf8.count > 3 {
                newcomers.append((word, NameForm(folded, kind: .unknown, pack: pack)))
            }
        }
        self.ids = ids
        self.newcomers = newcomers
        var keys: [String: Int] = [:]
        for annotation in version.annotations where annotation.isName {
            for key in identities(version.symbols[annotation.key]) { keys[key, default: 0] += 1 }
        }
        self.keys = keys
    }

    /// Whether a folded word stands anywhere with a capital.
    func hasWord(_ folded: String) -> Bool { ids[folded] != nil }

    /// How often a stated identity is used.
    func count(key: String) -> Int { keys[key] ?? 0 }

    /// Where the name stands: how many times, and by which step it was recognised when not letter by letter.
    func presence(_ mention: Mention, aliases: [NameForm]) -> (count: Int, how: String?) {
        if let key = mention.key, let count = keys[key], count > 0 { return (count, "the mark-up still points to '\(key)'") }
        var best = 0
        // The very words, in order: the surest way to find a name of any kind, "U.N." among them.
        best = standing(mention.words)
        // A word of the name that the version lacks altogether: then the name does not stand there letter by letter.
        let mayStand = mention.words.allSatisfy { census.count($0) > 0 } || mention.form.kind == .person || mention.words.isEmpty
        for form in (mayStand ? [mention.form] : []) + aliases { best = max(best, count(form)) }
        if best > 0 { return (best, nil) }
        if mention.form.kind != .organisation, let surname = mention.form.words.last, surname.utf8.count > 3 {
            let lone = NameForm(surname, kind: mention.form.kind == .place ? .place : .unknown, pack: .none)
            for newcomer in newcomers {
                switch sameness(lone, newcomer.form) {
                case .identical, .variant: return (census.capitals(newcomer.word).count, "now spelled '\(words.string(newcomer.word))'")
                case .similar: return (census.capitals(newcomer.word).count, "'\(words.string(newcomer.word))' may be the same name")
                case .different: continue
                }
            }
        }
        if let near = nearSpelling(of: mention.form) { return (census.capitals(near).count, "'\(words.string(near))' may be the same name, misspelled") }
        return (0, nil)
    }

    /// How often the words stand one after the other, the first with a capital.
    private func standing(_ sequence: [UInt32]) -> Int {
        guard let first = sequence.first else { return 0 }
        return census.capitals(first).count { start in
            Int(start) + sequence.count <= version.tokens.count && sequence.indices.allSatisfy { version.tokens[Int(start) + $0].word == sequence[$0] }
        }
    }

    /// A capitalised word one letter (or one swap of neighbours) away from a long surname: a misspelt name that was put right is not gone.
    private func nearSpelling(of form: NameForm) -> UInt32? {
        guard form.kind != .organisation, form.kind != .place, let surname = form.words.last, surname.utf8.count >= 7 else { return nil }
        let letters = Array(surname.unicodeScalars)
        return ids.filter { word, _ in
            abs(word.utf8.count - surname.utf8.count) <= 2 && word.unicodeScalars.first == letters.first && !isKin(word, surname)
                && editDistance(letters, Array(word.unicodeScalars)) == 1
        }.min { $0.key < $1.key }?.value
    }

    /// Ivanov and Ivanova differ by a letter and are two people.
    private func isKin(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return long.hasPrefix(short) && ["a", "s", "i", "y"].contains(String(long.dropFirst(short.count)))
    }

    /// Occurrences of a form, letter by letter.
    private func count(_ form: NameForm) -> Int {
        // Initials say nothing by themselves.
        let parts = form.words.flatMap { $0.split(separator: "-").map(String.init) }.filter { $0.unicodeScalars.count > 1 }
        guard let last = parts.last else { return 0 }
        switch form.kind {
        case .person:
            guard let word = ids[last] else { return 0 }
            let forenames = form.words.dropLast()
            return census.capitals(word).count { !isOtherPerson(at: Int($0), forenames: forenames) }
        case .place, .organisation, .unknown:
            if parts.count == 1 {
                guard let word = ids[last] else { return form.kind == .unknown ? lowerCount(parts) : 0 }
                return census.capitals(word).count + (form.kind == .unknown ? census.lower(word) : 0)
            }
            let here = parts.compactMap { ids[$0] }
            if let rarest = here.min(by: { census.capitals($0).count < census.capitals($1).count }), let step = parts.firstIndex(of: words.string(rarest)) {
                let found = census.capitals(rarest).count { stands(parts, around: Int($0), step: step) }
                if found > 0 { return found }
            }
            // "Ivan Petrov" whose kind is not known may go on as "Petrov".
            if form.kind == .unknown, parts.count <= 3, let word = ids[last] {
                let loose = census.capitals(word).count { !isOtherPerson(at: Int($0), forenames: form.words.dropLast()) }
                if loose > 0 { return loose }
            }
            return lowerCount(parts)
        }
    }

    /// Whether the words before token `index` are forenames of somebody else: "Maria Petrova" is no "Ivan Petrov".
    private func isOtherPerson(at index: Int, forenames: ArraySlice<String>) -> Bool {
        guard let forename = forenames.first, index > 0 else { return false }
        let before = version.tokens[index - 1]
        guard before.marks.contains(.capital), Int(version.tokens[index].start) - Int(before.range.end) <= 2 else { return false }
        // A stop between them ends a sentence, unless the word before is an initial.
        let between = version.text[Int(before.range.end)..<Int(version.tokens[index].start)]
        let name = words.string(before.word)
        if between.contains(0x2E), name.unicodeScalars.count > 1 { return false }
        let stated = forenames.map { String($0.prefix(1)) }
        if name.unicodeScalars.count == 1 { return !stated.contains(name) }
        // Another full forename: only where it is known as one by standing where ours stood with the same first letter, or not.
        if forename.unicodeScalars.count == 1 { return forename.unicodeScalars.first != name.unicodeScalars.first && isForenameLike(before) }
        return !forenames.contains(name) && isForenameLike(before) && !stated.contains(String(name.prefix(1)))
    }

    private func isForenameLike(_ token: Token) -> Bool {
        LanguagePack.named("en")?.classes(of: words.string(token.word)).contains(.forename) ?? false
    }

    /// Whether `parts` stands in order around token `index`, which is part number `step`; up to two words may stand between.
    private func stands(_ parts: [String], around index: Int, step: Int) -> Bool {
        var at = index
        for part in parts[(step + 1)...] {
            guard let next = (at + 1...at + 3).first(where: { $0 < version.tokens.count && matches(part, $0) }) else { return false }
            at = next
        }
        at = index
        for part in parts[..<step].reversed() {
            guard let previous = (1...3).map({ at - $0 }).first(where: { $0 >= 0 && matches(part, $0) }) else { return false }
            at = previous
        }
        return true
    }

    private func matches(_ part: String, _ token: Int) -> Bool { words.bytes(version.tokens[token].word).elementsEqual(part.utf8) }

    /// Occurrences in lower case: "Imperial Army" may go on as "imperial army".
    private func lowerCount(_ parts: [String]) -> Int {
        guard let first = parts.first else { return 0 }
        var found = 0
        for index in version.tokens.indices where matches(first, index) && stands(parts, around: index, step: 0) { found += 1 }
        return found
    }
}

/// The identities that an attribute states: `#trotsky` and `trotsky` are one, `pers:trotsky` another; several may stand in one value.
func identities(_ value: String) -> [String] {
    value.split(separator: " ").map { $0.hasPrefix("#") ? String($0.dropFirst()) : String($0) }.filter { !$0.isEmpty }
}
