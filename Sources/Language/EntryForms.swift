/// Which forms an entry stands for, by the head line of its section.
struct EntryForms {
    let inflection: Inflection
    let irregular: [String: [String]]
    let participles: [String: [String]]

    func forms(_ word: String, _ section: LexiconSection) -> [Inflection.VerbForm] {
        if inflection == .english { return english(word, section).map { Inflection.VerbForm(text: $0) } }
        if word.utf8.contains(UInt8(ascii: "_")) { return [Inflection.VerbForm(text: word)] }
        if section.isVerb {
            let lemma = LexiconSection.plain(word)
            return inflection.verb(word) + (irregular[lemma] ?? []).map { Inflection.VerbForm(text: $0) }
                + (participles[lemma] ?? []).map { Inflection.VerbForm(text: $0, isParticiple: true) }
        }
        if section.name == "participle" { return inflection.participle(word).map { Inflection.VerbForm(text: $0, isParticiple: true) } }
        // Иванов is a surname and no plural of Иван.
        if inflection == .russian, section.wordClass.contains(.forename) {
            let isCyrillic = word.utf8.first.map { $0 >= 0xD0 } ?? false
            return (isCyrillic ? RussianCases.forms(word) : [word]).map { Inflection.VerbForm(text: $0) }
        }
        let forms = section.isNoun ? inflection.noun(word) : section.isAdjective ? inflection.adjective(word) : [word]
        return forms.map { Inflection.VerbForm(text: $0) }
    }

    /// All forms of an entry of a section with levels (~s, ~ed, ~adj). Of a multiword entry the verb comes first, the noun last.
    func derived(_ entry: String, _ section: LexiconSection) -> [String] {
        let plain = LexiconSection.plain(entry, [UInt8(ascii: "|"), UInt8(ascii: "!")])
        guard section.derives != .nothing else { return [plain] }
        let parts = entry.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
        guard let first = parts.first, let last = parts.last else { return [entry] }
        switch section.derives {
        case .nothing: return [plain]
        case .verbs:
            let bare = first.hasSuffix("!") ? String(first.dropLast()) : first
            let past = irregular[LexiconSection.plain(bare)] ?? []
            let forms = inflection == .english ? EnglishForms.verb(first, past: past.isEmpty) : inflection.verb(first).map(\.text)
            return (forms + past + (participles[bare] ?? []) + [bare]).map { ([$0] + parts.dropFirst()).joined(separator: "_") }
        case .nouns, .adjectives:
            let forms = inflection == .english ? EnglishForms.noun(last) : section.derives == .nouns ? inflection.noun(last) : inflection.adjective(last)
            return forms.map { (parts.dropLast() + [$0]).joined(separator: "_") } + [plain]
        }
    }

    private func english(_ word: String, _ section: LexiconSection) -> [String] {
        if section.isVerb {
            let past = irregular[word.hasSuffix("!") ? String(word.dropLast()) : word] ?? []
            return EnglishForms.verb(word, past: past.isEmpty) + past
        }
        if section.name == "irregular" { return irregular[word] == nil ? [word] : EnglishForms.verb(word, past: false) }
        return section.isNoun ? EnglishForms.noun(word) : [word]
    }
}
