/// What the head line of a section says.
struct LexiconSection {
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
        wordClass = Self.classes[name] ?? []
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

    /// The sections that are word classes.
    static let classNames = Set(classes.keys)

    /// An entry without the marks for its forms (`|` where the ending begins, `!` for a doubled letter).
    static func plain(_ entry: String, _ marks: [UInt8] = [UInt8(ascii: "|")]) -> String {
        entry.utf8.contains(where: marks.contains) ? String(decoding: entry.utf8.filter { !marks.contains($0) }, as: UTF8.self) : entry
    }
}
