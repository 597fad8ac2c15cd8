import CLexicons
import PlainText

/// The word lists of one language, read from a data file that is compiled in.
///
///     # a comment
///     [office +s]                 a section: a word class or any other group; +s: plurals are derived, +ed: the forms of regular verbs
///     chairman commissar          entries, divided by spaces; a multiword entry has its words joined: commander_in_chief
///     [irregular]
///     led = lead                  forms = lemma
final class Lexicon: Sendable {
    let code: String
    let table: WordTable
    let groups: [String: Set<String>]
    /// form -> lemma, number word -> value, forename -> its first form: the lines with `=`, by section.
    let pairs: [String: [String: String]]
    let stemmer: String?
    /// Endings that say the class of an unknown word, longest first.
    let shapes: [(ending: [UInt8], classes: WordClass)]
    /// Endings that count for a word with a capital, which may be a name.
    let capitalShapes: [[UInt8]]
    /// Readings of the forenames that are one in several languages, to the number of their line.
    let forenames: [UInt64: Int]

    static let english = Lexicon(code: "en", bytes: lexicon_en())
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
        var groups: [String: Set<String>] = [:]
        var pairs: [String: [String: String]] = [:]
        var table = WordTable()
        var section = Section(name: "")
        var lines: [(Section, [String])] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            guard let content = Substring(line).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first else {
                continue
            }
            let words = content.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let first = words.first else { continue }
            if first.hasPrefix("[") {
                section = Section(words)
            } else if let sign = words.firstIndex(of: "="), sign + 1 < words.count {
                let value = Folding.folded(words[sign + 1])
                for form in words[..<sign] { pairs[section.name, default: [:]][Folding.folded(form)] = value }
                if section.wordClass.contains(.forename) { lines.append((section, Array(words[..<sign]) + [words[sign + 1]])) }
                if section.name == "irregular" || section.wordClass == [] {
                    lines.append((section, Array(words[..<sign]) + [words[sign + 1]]))
                } else if !section.wordClass.contains(.forename) {
                    lines.append((section, Array(words[..<sign])))
                }
            } else {
                lines.append((section, words))
            }
        }
        let irregular = pairs["irregular"] ?? [:]
        var pastOf: [String: [String]] = [:]
        for (form, lemma) in irregular { pastOf[lemma, default: []].append(form) }
        for (section, words) in lines {
            for word in words {
                for form in section.forms(Folding.folded(word), pastOf) {
                    groups[section.name, default: []].insert(form)
                    let isStop = section.name.hasPrefix("abbreviation") || section.name == "noShape"
                    if !form.utf8.contains(UInt8(ascii: "_")), !section.wordClass.isEmpty || isStop {
                        table.insert(form, section.wordClass)
                    }
                }
            }
        }
        let algorithm: String? = pairs["language"]?["stemmer"]
        stemmer = algorithm
        let lemmas = irregular.merging(pairs["spelling"] ?? [:]) { lemma, _ in lemma }
        for form in lemmas.keys where table.index(form) < 0 { table.insert(form, []) }
        let machine = Stemmer(algorithm)
        table.setStems { machine.stem(lemmas[$0] ?? $0) }
        shapes = (pairs["shape"] ?? [:]).compactMap { ending, name in
            Section.classes[name].map { (Array(ending.utf8), $0) }
        }.sorted { ($0.ending.count, $0.ending.first ?? 0) > ($1.ending.count, $1.ending.first ?? 0) }
        capitalShapes = (groups["shapeOfCapital"] ?? []).sorted().map { Array($0.utf8) }
        var readings: [UInt64: Int] = [:]
        for (number, (section, words)) in lines.enumerated() where section.name == "sameForename" {
            for word in words { for reading in Romanisation.readings(of: word).all { readings[reading] = readings[reading] ?? number + 1 } }
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

    /// What the head line of a section says.
    private struct Section {
        var name: String
        var wordClass: WordClass = []
        var isVerb = false
        var isNoun = false

        init(name: String) { self.name = name }

        init(_ words: [String]) {
            let head = words.joined(separator: " ")
            let parts = head.dropFirst().prefix { $0 != "]" }.split(separator: " ").map(String.init)
            name = parts.first ?? ""
            isVerb = parts.contains("+ed")
            isNoun = parts.contains("+s")
            wordClass = Section.classes[name] ?? []
            if isVerb { wordClass.insert(.verb) }
        }

        func forms(_ word: String, _ pastOf: [String: [String]]) -> [String] {
            if isVerb {
                let irregular = pastOf[word.hasSuffix("!") ? String(word.dropLast()) : word] ?? []
                return EnglishForms.verb(word, past: irregular.isEmpty) + irregular
            }
            if name == "irregular" { return pastOf[word] == nil ? [word] : EnglishForms.verb(word, past: false) }
            return isNoun ? EnglishForms.noun(word) : [word]
        }

        static let classes: [String: WordClass] = [
            "determiner": .determiner, "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator,
            "pronoun": .pronoun,
            "auxiliary": .auxiliary, "negation": .negation, "adverb": .adverb, "verb": .verb, "irregular": .verb, "speech": .speech,
            "lead": .lead,
            "part": .part, "title": .title, "honorific": .honorific, "organisation": .organisation, "placeHead": .placeHead,
            "demonym": .demonym,
            "particle": .particle, "forename": .forename, "sameForename": .forename, "indefinite": .indefinite, "collective": .collective,
            "office": .office, "month": .month, "weekday": .weekday, "numeral": .numeral, "source": .source, "byline": .byline,
            "notName": .notName, "place": .place,
        ]
    }
}
