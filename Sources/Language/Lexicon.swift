import CLexicons
import PlainText

/// The word lists of one language, read from a data file that is compiled in.
///
///     # a comment
///     [office +s]                 a section: a word class or any other group; +s: plurals are derived, +ed: the forms of regular verbs
///     chairman commissar          entries, divided by spaces; a multiword entry has its words joined: commander_in_chief
///     [irregular]
///     led = lead                  forms = lemma
///     [tone ~s]                   a section with levels (`Wording`): words, over one line or many, then "= level"; ~s, ~ed, ~adj: forms are derived
///     renowned famous = 2         as with +s, +ed, +adj, and the words get no class
final class Lexicon: Sendable {
    let code: String
    /// The file that it was read from.
    let source: String
    let table: WordTable
    let groups: [String: Set<String>]
    /// form -> lemma, number word -> value, forename -> its first form: the lines with `=`, by section.
    let pairs: [String: [String: String]]
    let stemmer: String?
    let inflection: Inflection
    /// Form -> lemma, of the languages other than English, by the first entry that has the form.
    let lemmas: [String: String]
    /// The other forms of the names that the lists hold, by lemma.
    let bent: [String: [String]]
    /// Short words that lose their vowel and join the next one: l', d', qu'.
    let elisions: Set<String>
    /// "25." is the twenty-fifth: a stop after a small number ends no sentence.
    let hasOrdinalStop: Bool
    /// Months are written small.
    let hasSmallMonths: Bool
    /// Words with other letters than ASCII are looked up when they are cut: abbreviations and openers may have them.
    var looksUpWideWords: Bool { inflection != .english }
    /// 1.200,5: the comma divides the fraction, stop and space the thousands.
    let hasDecimalComma: Bool
    /// Endings that say the class of an unknown word, longest first.
    let shapes: [(ending: [UInt8], classes: WordClass)]
    /// Endings that count for a word with a capital, which may be a name.
    let capitalShapes: [[UInt8]]
    /// How sure, how judged, how harsh words are: the sections with levels.
    let wording: Wording
    /// Readings of the forenames that are one in several languages, to the number of their line.
    let forenames: [UInt64: Int]

    /// The first words of the entries of `sourceCue`.
    let sourceOpeners: Set<String>

    static let english = Lexicon(code: "en", bytes: lexicon_en())
    static let russian = Lexicon(code: "ru", bytes: lexicon_ru())
    static let german = Lexicon(code: "de", bytes: lexicon_de())
    static let french = Lexicon(code: "fr", bytes: lexicon_fr())
    static let none = Lexicon(code: "und", text: "")
    /// Ordinary words, to tell them from names at the start of a sentence. Read when first asked for.
    private static let englishCommon: Set<String> = {
        let file = lexicon_en_common()
        let lines = UnsafeBufferPointer(start: file.bytes, count: file.count).split(separator: UInt8(ascii: "\n"))
        return Set(lines.lazy.filter { $0.first != UInt8(ascii: "#") }.map { String(decoding: $0, as: UTF8.self) })
    }()

    /// The entries of a named list.
    func group(_ name: String) -> Set<String> { name == "common" && code == "en" ? Self.englishCommon : groups[name] ?? [] }

    private convenience init(code: String, bytes: embedded_file) {
        self.init(code: code, text: String(decoding: UnsafeBufferPointer(start: bytes.bytes, count: bytes.count), as: UTF8.self))
    }

    init(code: String, text: String) {
        self.code = code
        source = text
        var groups: [String: Set<String>] = [:]
        var pairs: [String: [String: String]] = [:]
        var table = WordTable()
        var section = Section(name: "")
        var lines: [(section: Section, words: [String], lemma: String?)] = []
        var levelled: [(section: Section, words: [String], level: String)] = []
        var waiting: [String] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let words = line.prefix { $0 != UInt8(ascii: "#") }.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }
            guard let first = words.first else { continue }
            if first.hasPrefix("[") {
                section = Section(words)
                waiting = []
            } else if Wording.levelled.contains(section.name) {
                // A list of many lines has its level at the end of the last.
                let sign = words.firstIndex(of: "=")
                waiting += words[..<(sign ?? words.endIndex)]
                if let sign, sign + 1 < words.count {
                    levelled.append((section, waiting, words[sign + 1]))
                    waiting = []
                }
            } else if let sign = words.firstIndex(of: "="), sign + 1 < words.count {
                let value = Folding.folded(words[sign + 1])
                for form in words[..<sign] {
                    for bent in section.declined(Folding.folded(form), pairs["language"]?["inflection"]) {
                        pairs[section.name, default: [:]][bent] = value
                    }
                }
                let isVerb = section.name == "irregular" || section.name == "participle"
                if section.wordClass.contains(.forename) || isVerb && section.name == "irregular" || section.wordClass == [] {
                    lines.append((section, Array(words[..<sign]) + [words[sign + 1]], isVerb ? value : nil))
                } else {
                    lines.append((section, Array(words[..<sign]), isVerb ? value : nil))
                }
            } else {
                lines.append((section, words, nil))
            }
        }
        let traits = pairs["language"] ?? [:]
        let algorithm = traits["stemmer"]
        let inflection = traits["inflection"].flatMap(Inflection.init) ?? .english
        stemmer = algorithm
        self.inflection = inflection
        hasOrdinalStop = traits["ordinalstop"] != nil
        hasSmallMonths = traits["months"] == "small"
        hasDecimalComma = traits["decimal"] == "comma"
        let irregular = pairs["irregular"] ?? [:]
        let endings = Endings(
            inflection: inflection, irregular: Self.byLemma(irregular),
            participles: Self.byLemma(pairs["participle"] ?? [:]).mapValues { $0.flatMap(inflection.participle) })
        wording = Wording(
            levelled.flatMap { section, words, level in words.map { (section.name, endings.derived(Folding.folded($0), section), level) } },
            unlevelled: lines.flatMap { section, words, _ in
                Wording.unlevelled.contains(section.name) ? words.map { (section.name, endings.derived(Folding.folded($0), section)) } : []
            })
        var lemmas: [String: String] = [:]
        for (section, words, stated) in lines {
            var members = groups.removeValue(forKey: section.name) ?? []
            for word in words {
                let entry = Folding.folded(word)
                let lemma = stated ?? Self.plain(entry)
                for form in endings.forms(entry, section) {
                    members.insert(form.text)
                    if inflection != .english, form.text != lemma, lemmas[form.text] == nil { lemmas[form.text] = lemma }
                    if !form.text.utf8.contains(UInt8(ascii: "_")), !section.wordClass.isEmpty || section.isStop {
                        table.insert(form.text, form.isParticiple ? section.wordClass.union(.participle) : section.wordClass)
                    }
                }
            }
            groups[section.name] = members
        }
        for (form, lemma) in pairs["caseform"] ?? [:] {
            lemmas[form] = lemma
            let known = table.index(lemma)
            table.insert(form, known < 0 ? [] : table.classes[known])
        }
        var bent: [String: [String]] = [:]
        for (form, lemma) in lemmas {
            let known = table.index(form)
            if known >= 0, !table.classes[known].isDisjoint(with: [.forename, .place, .organisation]) { bent[lemma, default: []].append(form) }
        }
        self.bent = bent.mapValues { $0.sorted() }
        let spelled = irregular.merging(pairs["participle"] ?? [:]) { one, _ in one }.merging(pairs["spelling"] ?? [:]) { lemma, _ in lemma }
        for form in spelled.keys.sorted() where table.index(form) < 0 { table.insert(form, []) }
        let machine = Stemmer(algorithm)
        table.setStems { machine.stem(spelled[$0] ?? lemmas[$0] ?? $0) }
        elisions = groups["elision"] ?? []
        sourceOpeners = Set((groups["sourceCue"] ?? []).map { cue in String(Substring(cue.utf8.prefix { $0 != UInt8(ascii: "_") })) })
        self.lemmas = lemmas
        shapes = (pairs["shape"] ?? [:]).compactMap { ending, name in
            Section.classes[name].map { (Array(ending.utf8), $0) }
        }.sorted { ($0.ending.count, $0.ending.first ?? 0) > ($1.ending.count, $1.ending.first ?? 0) }
        capitalShapes = (groups["shapeOfCapital"] ?? []).sorted().map { Array($0.utf8) }
        var readings: [UInt64: Int] = [:]
        for (number, line) in lines.enumerated() where line.section.name == "sameForename" {
            for word in line.words { for reading in Romanisation.readings(of: word).all { readings[reading] = readings[reading] ?? number + 1 } }
        }
        forenames = readings
        self.table = table
        self.groups = groups
        self.pairs = pairs
    }

    /// Classes by the ending of a word that no list holds.
    func shape(_ folded: UnsafeBufferPointer<UInt8>, isCapital: Bool = false) -> WordClass {
        if isCapital, !folded.contains(UInt8(ascii: "-")), !capitalShapes.contains(where: { folded.suffix($0.count).elementsEqual($0) }) {
            return []
        }
        for (ending, classes) in shapes where folded.count > ending.count + 1 {
            if folded.suffix(ending.count).elementsEqual(ending) { return classes }
        }
        // eighteenth-century, ten-day
        if let first = folded.firstIndex(of: UInt8(ascii: "-")), first > 1 {
            let found = table.index(UnsafeBufferPointer(rebasing: folded[..<first]))
            if found >= 0, table.classes[found].contains(.numeral) { return .numeral }
        }
        guard let hyphen = folded.lastIndex(of: UInt8(ascii: "-")), hyphen > 0, hyphen + 1 < folded.count else { return [] }
        // vice-president, forty-five, co-founded: the last part says what the whole is.
        let found = table.index(UnsafeBufferPointer(rebasing: folded[(hyphen + 1)...]))
        return found < 0 ? [] : table.classes[found].intersection([.office, .collective, .verb, .speech, .demonym, .numeral])
    }

    /// The sections that are word classes.
    static let classNames = Set(Section.classes.keys)

    /// An entry without the marks for its forms (`|` where the ending begins, `!` for a doubled letter).
    private static func plain(_ entry: String, _ marks: [UInt8] = [UInt8(ascii: "|")]) -> String {
        entry.utf8.contains(where: marks.contains) ? String(decoding: entry.utf8.filter { !marks.contains($0) }, as: UTF8.self) : entry
    }

    /// The forms by lemma, sorted.
    private static func byLemma(_ pairs: [String: String]) -> [String: [String]] {
        var forms: [String: [String]] = [:]
        for (form, lemma) in pairs { forms[lemma, default: []].append(form) }
        return forms.mapValues { $0.sorted() }
    }

    /// Which forms an entry stands for, by the head line of its section.
    private struct Endings {
        let inflection: Inflection
        let irregular: [String: [String]]
        let participles: [String: [String]]

        func forms(_ word: String, _ section: Section) -> [Inflection.VerbForm] {
            if inflection == .english { return english(word, section).map { Inflection.VerbForm(text: $0) } }
            if word.utf8.contains(UInt8(ascii: "_")) { return [Inflection.VerbForm(text: word)] }
            if section.isVerb {
                let lemma = Lexicon.plain(word)
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
        func derived(_ entry: String, _ section: Section) -> [String] {
            let plain = Lexicon.plain(entry, [UInt8(ascii: "|"), UInt8(ascii: "!")])
            guard section.derives != .nothing else { return [plain] }
            let parts = entry.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) }
            guard let first = parts.first, let last = parts.last else { return [entry] }
            switch section.derives {
            case .nothing: return [plain]
            case .verbs:
                let bare = first.hasSuffix("!") ? String(first.dropLast()) : first
                let past = irregular[Lexicon.plain(bare)] ?? []
                let forms = inflection == .english ? EnglishForms.verb(first, past: past.isEmpty) : inflection.verb(first).map(\.text)
                return (forms + past + (participles[bare] ?? []) + [bare]).map { ([$0] + parts.dropFirst()).joined(separator: "_") }
            case .nouns, .adjectives:
                let forms = inflection == .english ? EnglishForms.noun(last) : section.derives == .nouns ? inflection.noun(last) : inflection.adjective(last)
                return forms.map { (parts.dropLast() + [$0]).joined(separator: "_") } + [plain]
            }
        }

        private func english(_ word: String, _ section: Section) -> [String] {
            if section.isVerb {
                let past = irregular[word.hasSuffix("!") ? String(word.dropLast()) : word] ?? []
                return EnglishForms.verb(word, past: past.isEmpty) + past
            }
            if section.name == "irregular" { return irregular[word] == nil ? [word] : EnglishForms.verb(word, past: false) }
            return section.isNoun ? EnglishForms.noun(word) : [word]
        }
    }

    /// What the head line of a section says.
    private struct Section {
        var name: String
        var wordClass: WordClass = []
        var isVerb = false
        var isNoun = false
        /// Its words need no class: the tokeniser or the shapes look for them.
        var isStop = false
        /// Forms are derived without making the words verbs or nouns for the reader of frames.
        var derives = Derives.nothing
        enum Derives { case nothing, verbs, nouns, adjectives }

        var isAdjective = false

        init(name: String) { self.name = name }

        init(_ words: [String]) {
            let head = words.joined(separator: " ")
            let parts = head.dropFirst().prefix { $0 != "]" }.split(separator: " ").map(String.init)
            name = parts.first ?? ""
            isStop = name.hasPrefix("abbreviation") || name == "noShape"
            isVerb = parts.contains("+ed")
            isNoun = parts.contains("+s")
            isAdjective = parts.contains("+adj")
            derives = parts.contains("~ed") ? .verbs : parts.contains("~s") ? .nouns : parts.contains("~adj") ? .adjectives : .nothing
            wordClass = Section.classes[name] ?? []
            if isVerb { wordClass.insert(.verb) }
        }

        /// The forms of a word that has a value: первый, первого = 1.
        func declined(_ word: String, _ inflection: String?) -> [String] {
            guard isNoun || isAdjective, let inflection = inflection.flatMap(Inflection.init) else { return [word] }
            return isNoun ? inflection.noun(word) : inflection.adjective(word)
        }

        static let classes: [String: WordClass] = [
            "determiner": .determiner, "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator,
            "pronoun": .pronoun,
            "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb, "verb": .verb, "irregular": .verb, "speech": .speech, "participle": .verb,
            "lead": .lead,
            "part": .part, "title": .title, "honorific": .honorific, "organisation": .organisation, "placeHead": .placeHead,
            "demonym": .demonym,
            "particle": .particle, "forename": .forename, "sameForename": .forename, "indefinite": .indefinite, "collective": .collective,
            "office": .office, "month": .month, "weekday": .weekday, "numeral": .numeral, "source": .source, "byline": .byline,
            "notName": .notName, "place": .place, "genitive": .genitive, "definite": .definite, "relative": .relative, "singular": .singular,
        ]
    }
}
