import PlainText

/// The word lists of one language as their text says them, with all forms derived: what `image` lays out flat.
///
///     # a comment
///     [office +s]                 a section: a word class or any other group; +s: plurals are derived, +ed: the forms of regular verbs
///     chairman commissar          entries, divided by spaces; a multiword entry has its words joined: commander_in_chief
///     [irregular]
///     led = lead                  forms = lemma
///     [tone ~s]                   a section with levels (`Wording`): words, over one line or many, then "= level"; ~s, ~ed, ~adj: forms are derived
///     renowned famous = 2         as with +s, +ed, +adj, and the words get no class
///
/// Made when a pack is written for the program and for the packs of a user; what comes with the program is read from its image.
struct LexiconSource {
    /// The entries of the sections without levels, in all their forms.
    private(set) var lists: [String: Set<String>] = [:]
    /// form -> lemma, number word -> value, forename -> its first form: the lines with `=`, by section.
    private(set) var pairs: [String: [String: String]] = [:]
    /// Words that the tokeniser knows, with their classes.
    private(set) var classes: [String: WordClass] = [:]
    /// The stem of each of them.
    private(set) var stems: [String: String] = [:]
    /// Form -> lemma, of the languages other than English, by the first entry that has the form.
    private(set) var lemmas: [String: String] = [:]
    /// The other forms of the names that the lists hold, by lemma, sorted.
    private(set) var bent: [String: [String]] = [:]
    /// Readings of the forenames that are one in several languages, to the number of their line.
    private(set) var forenames: [UInt64: Int] = [:]
    private(set) var wording: WordingSource

    /// `common`: ordinary words, one a line, for the list of that name; lines that begin with '#' are comments.
    init(_ text: String, common: UnsafeBufferPointer<UInt8>? = nil) {
        let lines = Lines(text)
        pairs = lines.pairs
        let traits = pairs["language"] ?? [:]
        let inflection = traits["inflection"].flatMap(Inflection.init) ?? .english
        let irregular = pairs["irregular"] ?? [:]
        let forms = EntryForms(
            inflection: inflection, irregular: Self.byLemma(irregular),
            participles: Self.byLemma(pairs["participle"] ?? [:]).mapValues { $0.flatMap(inflection.participle) })
        wording = WordingSource(
            lines.levelled.flatMap { line in line.words.map { (line.section.name, forms.derived(Folding.folded($0), line.section), line.level) } },
            unlevelled: lines.entries.flatMap { line in
                Wording.unlevelled.contains(line.section.name) ? line.words.map { (line.section.name, forms.derived(Folding.folded($0), line.section)) } : []
            })
        for line in lines.entries { enter(line, forms) }
        for (form, lemma) in (pairs["caseform"] ?? [:]).sorted(by: { $0.key < $1.key }) {
            lemmas[form] = lemma
            classes[form, default: []].formUnion(classes[lemma] ?? [])
        }
        for (form, lemma) in lemmas where !(classes[form] ?? []).isDisjoint(with: [.forename, .place, .organisation]) { bent[lemma, default: []].append(form) }
        bent = bent.mapValues { $0.sorted() }
        let spelled = irregular.merging(pairs["participle"] ?? [:]) { one, _ in one }.merging(pairs["spelling"] ?? [:]) { lemma, _ in lemma }
        for form in spelled.keys where classes[form] == nil { classes[form] = [] }
        let stemmer = Stemmer(traits["stemmer"])
        for word in classes.keys { stems[word] = stemmer.stem(spelled[word] ?? lemmas[word] ?? word) }
        for (number, line) in lines.entries.enumerated() where line.section.name == "sameForename" {
            for word in line.words { for reading in Romanisation.readings(of: word).all { forenames[reading] = forenames[reading] ?? number + 1 } }
        }
        if let common {
            let words = common.split(separator: UInt8(ascii: "\n")).lazy.filter { $0.first != UInt8(ascii: "#") }.map { String(decoding: $0, as: UTF8.self) }
            lists["common", default: []].formUnion(words)
        }
        if let cues = lists["sourceCue"] {
            lists[Lexicon.sourceOpener] = Set(cues.map { cue in String(Substring(cue.utf8.prefix { $0 != UInt8(ascii: "_") })) })
        }
    }

    /// Takes the forms of a line's words into its list and among the words that have classes.
    private mutating func enter(_ line: Lines.Entries, _ endings: EntryForms) {
        let section = line.section
        var members = lists.removeValue(forKey: section.name) ?? []
        for word in line.words {
            let entry = Folding.folded(word)
            let lemma = line.lemma ?? LexiconSection.plain(entry)
            for form in endings.forms(entry, section) {
                members.insert(form.text)
                if endings.inflection != .english, form.text != lemma, lemmas[form.text] == nil { lemmas[form.text] = lemma }
                if !form.text.utf8.contains(UInt8(ascii: "_")), !section.wordClass.isEmpty || section.isStop {
                    classes[form.text, default: []].formUnion(form.isParticiple ? section.wordClass.union(.participle) : section.wordClass)
                }
            }
        }
        lists[section.name] = members
    }

    /// The forms by lemma, sorted.
    private static func byLemma(_ pairs: [String: String]) -> [String: [String]] {
        var forms: [String: [String]] = [:]
        for (form, lemma) in pairs { forms[lemma, default: []].append(form) }
        return forms.mapValues { $0.sorted() }
    }

    /// The lines of a file, sorted into those with entries, those with levels, and those that give a value.
    private struct Lines {
        struct Entries {
            var section: LexiconSection
            var words: [String]
            /// The lemma that the line states for all its words.
            var lemma: String?
        }

        var entries: [Entries] = []
        var levelled: [(section: LexiconSection, words: [String], level: String)] = []
        var pairs: [String: [String: String]] = [:]

        init(_ text: String) {
            var section = LexiconSection(name: "")
            var waiting: [String] = []
            for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
                let words = line.prefix { $0 != UInt8(ascii: "#") }.split { $0 == 0x20 || $0 == 0x09 }.map { String(Substring($0)) }
                guard let first = words.first else { continue }
                if first.hasPrefix("[") {
                    section = LexiconSection(words)
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
                    add(Array(words[..<sign]), value: words[sign + 1], section)
                } else {
                    entries.append(Entries(section: section, words: words))
                }
            }
        }

        /// "led = lead"
        private mutating func add(_ words: [String], value written: String, _ section: LexiconSection) {
            let value = Folding.folded(written)
            for form in words {
                for bent in section.declined(Folding.folded(form), pairs["language"]?["inflection"]) { pairs[section.name, default: [:]][bent] = value }
            }
            let isVerb = section.name == "irregular" || section.name == "participle"
            // The lemma of a verb and the first form of a forename are entries too.
            let isEntry = section.wordClass.contains(.forename) || section.name == "irregular" || section.wordClass == []
            entries.append(Entries(section: section, words: isEntry ? words + [written] : words, lemma: isVerb ? value : nil))
        }
    }
}

/// The senses of the sections with levels, before they are laid out flat.
struct WordingSource {
    /// By key: the words of an entry joined by spaces; in the order of the lists.
    private(set) var senses: [String: [Wording.Sense]] = [:]
    /// The most words of an entry, by its first word.
    private(set) var longest: [String: Int] = [:]
    /// Long words that hold a claim off, in the order of the lists.
    private(set) var firm: [(word: String, sense: Wording.Sense)] = []

    init(_ levelled: [(name: String, forms: [String], value: String)], unlevelled: [(name: String, forms: [String])]) {
        for (name, forms, value) in levelled {
            guard let scale = Wording.Scale(rawValue: name) else { continue }
            let parts = value.split(separator: "/").map(String.init)
            guard let last = parts.last, let level = Int(last) else { continue }
            for form in forms { add(form, Wording.Sense(scale: scale, group: parts.count > 1 ? parts[0] : "", level: level)) }
        }
        for (name, forms) in unlevelled {
            guard let scale = Wording.Scale(rawValue: name) else { continue }
            for form in forms { add(form, Wording.Sense(scale: scale, group: "", level: 0)) }
        }
    }

    private mutating func add(_ form: String, _ sense: Wording.Sense) {
        if sense.scale == .hedge, sense.level >= 3, form.utf8.count >= Wording.longEnough, !form.utf8.contains(where: { $0 == 0x5F || $0 == 0x2D }) { firm.append((form, sense)) }
        let parts = Wording.parts(form)
        guard let first = parts.first.map(String.init) else { return }
        let key = parts.count == 1 ? first : parts.joined(separator: " ")
        // The first entry of a scale stands; a word may be on several scales, and in several groups of deeds.
        if senses[key]?.contains(where: { $0.scale == sense.scale && $0.group == sense.group }) == true { return }
        senses[key, default: []].append(sense)
        longest[first] = max(longest[first] ?? 0, parts.count)
    }
}
