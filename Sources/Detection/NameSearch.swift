import Language
import PlainText
import Records

/// Answers whether a name stands anywhere in a version. Strict in one direction only: what might be the name counts as the name, for a false
/// erasure is worse than a missed one.
struct NameSearch: Sendable {
    private let version: Version
    private let census: WordCensus
    private let other: WordCensus
    private let words: Words
    private let pack: LanguagePack
    /// Word ids of both versions by folded word.
    private let numbers: [String: UInt32]
    /// Names of the mark-up, and speakers, by stated identity.
    private let keys: [String: Int]
    private let kept: KeptSpellings
    private let forms: NameForms

    init(_ version: Version, census: WordCensus, other: WordCensus, words: Words, numbers: [String: UInt32], kept: KeptSpellings, forms: NameForms, pack: LanguagePack) {
        self.version = version
        self.census = census
        self.other = other
        self.words = words
        self.pack = pack
        self.numbers = numbers
        var keys: [String: Int] = [:]
        // A quotation's key says whose words it holds (`said/@who`).
        for annotation in version.annotations where annotation.key != .none && (annotation.isName || annotation.kind == .quotation) {
            for key in identities(version.symbols[annotation.key]) { keys[key, default: 0] += 1 }
        }
        for passage in version.passages where passage.speaker != .none {
            for key in identities(version.symbols[passage.speaker]) { keys[key, default: 0] += 1 }
        }
        self.keys = keys
        self.kept = kept
        self.forms = forms
    }

    /// Whether a folded word stands anywhere with a capital.
    func hasWord(_ folded: String) -> Bool { capital(folded) != nil }

    /// How often a stated identity is used.
    func count(key: String) -> Int { keys[key] ?? 0 }

    /// Where the name stands: how many times, and by which step it was recognised when not letter by letter. `aliases` and `identities` are those of
    /// its entry in the authority.
    func presence(_ mention: Mention, aliases: [NameForm], identities: [String]) -> (count: Int, how: String?) {
        for key in [mention.key].compactMap({ $0 }) + identities {
            if let count = keys[key], count > 0 { return (count, "the mark-up still points to '\(key)'") }
        }
        var best = 0
        for form in [mention.form] + aliases { best = max(best, count(form)) }
        if best == 0 { best = wordByWord(mention) }
        if best > 0 { return (best, nil) }
        return respelled(mention.form)
    }

    // MARK: letter by letter

    private func number(_ folded: String) -> UInt32? { numbers[folded].flatMap { census.count($0) > 0 ? $0 : nil } }
    private func capital(_ folded: String) -> UInt32? { numbers[folded].flatMap { census.capitals($0).isEmpty ? nil : $0 } }

    /// Occurrences of a form, letter by letter.
    private func count(_ form: NameForm) -> Int {
        // A ruler goes on as "Nicholas" without his number.
        let written = form.ordinal == nil ? form.words : form.words.dropLast()
        let all = written.flatMap { $0.split(separator: "-").map(String.init) }
        // Initials say nothing by themselves, unless the name is nothing else ("N.").
        let longer = all.filter { $0.unicodeScalars.count > 1 }
        let parts = longer.isEmpty ? all : longer
        guard let last = parts.last else { return 0 }
        switch form.kind {
        case .person: return persons(form, last)
        case .place, .organisation, .unknown:
            if parts.count == 1 {
                if form.kind == .unknown || hasNoCapital(form) { return pack.nameForms(last).compactMap(number).reduce(0) { $0 + census.count($1) } }
                return pack.nameForms(last).compactMap(capital).reduce(0) { $0 + census.capitals($1).count }
            }
            let bodies = phrase(parts)
            if bodies > 0 { return bodies }
            let inCase = phraseInCase(parts)
            if inCase > 0 { return inCase }
            // "Ivan Petrov" whose kind is not known may go on as "Petrov".
            if form.kind == .unknown, parts.count <= 3 {
                let loose = persons(form, last)
                if loose > 0 { return loose }
            }
            return form.kind == .place ? 0 : acronym(parts)
        }
    }

    /// A person goes on as the surname alone, as one half of a double surname, in lower case where the surname is no word of the language.
    private func persons(_ form: NameForm, _ last: String) -> Int {
        let halves = form.surname.split(separator: "-").map(String.init).filter { $0.utf8.count > 3 && $0 != last }
        for surname in [last] + halves {
            let bent = pack.nameForms(surname).dropFirst().compactMap(number)
            if !bent.isEmpty {
                let written = ([number(surname)].compactMap { $0 } + bent).reduce(0) { sum, word in
                    sum + census.capitals(word).count { !isOtherPerson(at: Int($0), form) }
                }
                if written > 0 { return written }
            }
            guard let word = number(surname) else { continue }
            let capitals = census.capitals(word).count { !isOtherPerson(at: Int($0), form) }
            if capitals > 0 { return capitals }
            if census.lower(word) > 0, census.capitals(word).isEmpty, hasNoCapital(form) || !isWord(surname) { return census.lower(word) }
        }
        return 0
    }

    private func hasNoCapital(_ form: NameForm) -> Bool { !form.text.unicodeScalars.contains { $0.properties.isUppercase } }

    private func isWord(_ folded: String) -> Bool { !pack.classes(of: folded).subtracting(.forename).isEmpty || pack.group("common").contains(folded) }

    /// Occurrences of all words of a name near each other: in order with up to two words between, else the words that carry content in any order
    /// ("Ministry of War", "War Ministry"). Without capitals too: "Imperial Army" may go on as "imperial army".
    private func phrase(_ parts: [String]) -> Int {
        let ids = parts.compactMap(number)
        if ids.count == parts.count {
            let inOrder = occurrences(of: ids, stands: standsInOrder)
            if inOrder > 0 { return inOrder }
        }
        let content = parts.filter { pack.classes(of: $0).isDisjoint(with: .function) }.compactMap(capital)
        guard content.count > 1, content.count == parts.count(where: { pack.classes(of: $0).isDisjoint(with: .function) }) else { return 0 }
        return census.capitals(rarest(content)).count { around in
            let window = max(0, Int(around) - content.count - 2)..<min(version.tokens.count, Int(around) + content.count + 3)
            return content.allSatisfy { id in version.tokens[window].contains { $0.word == id && $0.marks.contains(.capital) } }
        }
    }

    /// "Центральный комитет" may go on as "Центрального комитета": the same stems one after the other.
    private func phraseInCase(_ parts: [String]) -> Int {
        guard pack.bendsNames, let last = parts.last, parts.count > 1 else { return 0 }
        let stems = parts.map(pack.stem)
        var found = 0
        for word in pack.nameForms(last).compactMap(number) {
            guard census.count(word) > 0 else { continue }
            for index in version.tokens.indices where version.tokens[index].word == word && index + 1 >= parts.count {
                let before = version.tokens[(index + 1 - parts.count)..<index]
                if zip(before, stems).allSatisfy({ pack.stem(words.string($0.word)) == $1 }) { found += 1 }
            }
        }
        return found
    }

    /// "Central Executive Committee" may go on as "CEC".
    private func acronym(_ parts: [String]) -> Int {
        let letters = parts.filter { pack.classes(of: $0).isDisjoint(with: .function) }.compactMap(\.first)
        guard letters.count >= 3, let word = capital(String(letters)) else { return 0 }
        return census.capitals(word).count { version.tokens[Int($0)].marks.contains(.allCapitals) }
    }

    /// The words of the mention as the version's own tokens, one after the other: for scripts without capitals, and for marks inside a name that the
    /// form reads otherwise.
    private func wordByWord(_ mention: Mention) -> Int {
        guard mention.words.count > 1 || hasNoCapital(mention.form), !mention.words.isEmpty else { return 0 }
        return occurrences(of: mention.words) { ids, index, step in
            index >= step && index - step + ids.count <= version.tokens.count && ids.indices.allSatisfy { version.tokens[index - step + $0].word == ids[$0] }
        }
    }

    /// How often `stands` is true round an occurrence of the rarest of the words: given the words, the token, and which word it is.
    private func occurrences(of ids: [UInt32], stands: ([UInt32], Int, Int) -> Bool) -> Int {
        guard !ids.isEmpty, ids.allSatisfy({ census.count($0) > 0 }) else { return 0 }
        let rarest = rarest(ids)
        guard let step = ids.firstIndex(of: rarest) else { return 0 }
        let capitals = census.capitals(rarest).count { stands(ids, Int($0), step) }
        if capitals > 0 || census.count(rarest) == census.capitals(rarest).count { return capitals }
        var found = 0
        for index in version.tokens.indices where version.tokens[index].word == rarest && stands(ids, index, step) { found += 1 }
        return found
    }

    private func rarest(_ ids: [UInt32]) -> UInt32 { ids.min { (census.count($0), $0) < (census.count($1), $1) } ?? 0 }

    /// Whether `ids` stand in order around token `index`, which is number `step` of them; up to two words may stand between.
    private func standsInOrder(_ ids: [UInt32], around index: Int, step: Int) -> Bool {
        var at = index
        for id in ids[(step + 1)...] {
            guard let next = (at + 1...at + 3).first(where: { $0 < version.tokens.count && version.tokens[$0].word == id }) else { return false }
            at = next
        }
        at = index
        for id in ids[..<step].reversed() {
            guard let previous = (1...3).map({ at - $0 }).first(where: { $0 >= 0 && version.tokens[$0].word == id }) else { return false }
            at = previous
        }
        return true
    }

    // MARK: other bearers of a surname

    /// Whether the forenames before token `index` are those of somebody else: "Maria Petrova" is no "Ivan Petrov". All forenames and initials in front
    /// are read: in "L. D. Trotsky" the D. alone says nothing against "Leon Trotsky".
    private func isOtherPerson(at index: Int, _ form: NameForm) -> Bool {
        guard !form.forenames.isEmpty else { return false }
        var first = index
        while first > 0, index - first < 3, isForename(first - 1) { first -= 1 }
        guard first < index else { return false }
        let found = (first..<index).map { words.string(version.tokens[$0].word) }
        let stated = Set(form.forenames.compactMap(\.unicodeScalars.first))
        if found.contains(where: { $0.unicodeScalars.first.map(stated.contains) ?? false }) { return false }
        // Another letter may be the same name in another system: Yevgeny, Evgeny.
        let range = version.tokens[first].range.indices.lowerBound..<version.tokens[index].range.indices.upperBound
        let bearer = NameForm(String(decoding: version.text[range], as: UTF8.self), kind: .person, pack: pack)
        return sameness(bearer, NameForm(form.text, kind: .person, pack: pack)) == .different
    }

    /// A forename or an initial, with nothing but a space and an initial's stop between it and the next word.
    private func isForename(_ index: Int) -> Bool {
        let token = version.tokens[index], end = Int(token.range.end), next = Int(version.tokens[index + 1].start)
        guard token.marks.contains(.capital), next >= end, next - end <= 3 else { return false }
        let between = version.text[end..<next]
        guard between.allSatisfy({ $0 == 0x20 || $0 == 0x2E || $0 == 0xC2 || $0 == 0xA0 }) else { return false }
        let name = words.string(token.word)
        if name.unicodeScalars.count == 1 { return true }
        return !between.contains(0x2E) && ((pack.code == LanguagePack.none.code ? LanguagePack.named("en") : pack)?.classes(of: name).contains(.forename) ?? false)
    }

    // MARK: other spellings

    private func respelled(_ form: NameForm) -> (count: Int, how: String?) {
        guard form.kind != .organisation, form.surname.utf8.count > 3 else { return (0, nil) }
        let lone = NameForm(form.surname, kind: form.kind == .place ? .place : .unknown, pack: .none, isNominative: pack.hasFreeOrder)
        var similar: UInt32?
        for word in sounding(lone) {
            switch sameness(lone, forms.form(words.string(word), kind: .unknown, pack: pack)) {
            case .identical, .variant: return (census.capitals(word).count, "now spelled '\(words.string(word))'")
            // Likeness alone is no ground to hold two names of the earlier version to be one.
            case .similar: if similar == nil, other.capitals(word).isEmpty { similar = word }
            case .different: continue
            }
        }
        let spellings = kept.index(pack)
        if let similar = similar ?? spellings.slip(of: lone, forms: forms, pack: pack, where: { stands($0) && other.capitals($0).isEmpty }) { return (census.capitals(similar).count, Likeness.said(of: words.string(similar))) }
        if form.kind != .place, let near = spellings.word(near: form.surname, where: stands) {
            return (census.capitals(near).count, Likeness.said(of: words.string(near)))
        }
        return (0, nil)
    }

    /// Folded capitalised words of the version that a system holds to be the same name.
    func variants(of form: NameForm) -> [String] {
        guard form.kind != .organisation, form.surname.utf8.count > 3 else { return [] }
        let lone = NameForm(form.surname, kind: form.kind == .place ? .place : .unknown, pack: .none, isNominative: pack.hasFreeOrder)
        return sounding(lone).map(words.string).filter {
            if case .variant = sameness(lone, forms.form($0, kind: .unknown, pack: pack)) { true } else { false }
        }
    }

    /// The capitalised words of the version that may be the name in another spelling.
    private func sounding(_ lone: NameForm) -> [UInt32] { kept.index(pack).words(sounding: lone).filter(stands) }

    private func stands(_ word: UInt32) -> Bool { !census.capitals(word).isEmpty }
}

/// How evidence words it where two names are held to be one by their likeness alone, which no registry, mark-up or system of spelling bears out.
enum Likeness {
    static let said = "treated as the same name"
    static func said(of folded: String) -> String { "\(said): '\(folded)' is alike by its letters, and no system of spelling explains the difference" }
    static func said(_ before: String, _ after: String, _ likeness: Double) -> String {
        "\(said): '\(before)' and '\(after)' are alike by \(Int((likeness * 100).rounded())) %, in the same place"
    }
}

/// The identities that an attribute states: `#trotsky` and `trotsky` are one, `pers:trotsky` another; several may stand in one value.
func identities(_ value: String) -> [String] {
    value.split(separator: " ").map { $0.hasPrefix("#") ? String($0.dropFirst()) : String($0) }.filter { !$0.isEmpty }
}
