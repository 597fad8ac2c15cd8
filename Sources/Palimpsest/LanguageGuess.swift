import Language
import PlainText
import Records

/// The language of a version that declares none: the one whose small words it uses most. Text without any small word is held to be English
/// where its letters are plain Latin, and no language otherwise.
enum LanguageGuess {
    /// The commonest function words, folded. Enough to tell the languages apart, not to describe them.
    private static let small: [(code: String, words: Set<String>)] = [
        ("en", ["the", "of", "and", "to", "was", "that", "for", "with", "his", "by", "from", "at", "were", "which"]),
        ("de", ["der", "die", "und", "das", "den", "von", "zu", "mit", "sich", "ist", "dem", "nicht", "ein", "eine", "im"]),
        ("fr", ["le", "la", "les", "et", "des", "du", "une", "dans", "que", "qui", "est", "par", "pour", "sur"]),
        ("es", ["el", "los", "las", "y", "del", "una", "por", "con", "para", "que", "su"]),
        ("it", ["il", "di", "che", "della", "per", "una", "gli", "sono", "del", "con"]),
        ("la", ["et", "in", "est", "ad", "cum", "quod", "qui", "ut", "non", "sed"]),
        ("nl", ["het", "een", "van", "en", "dat", "niet", "zijn", "met", "voor"]),
    ]
    /// Words looked at. A few pages say as much as a volume.
    private static let sample = 4_000

    /// The subtag; empty for a script or language that the table does not know.
    static func language(of version: Version, words: Words, stated: String?) -> String {
        if let stated { return stated }
        var counts = [Int](repeating: 0, count: small.count)
        var latin = 0, other = 0
        let ids = small.map { language in Set(language.words) }
        for token in version.tokens.prefix(sample) where !token.marks.contains(.digit) {
            guard let first = words.bytes(token.word).first else { continue }
            if first < 0x80 { latin += 1 } else { other += 1 }
            guard token.length <= 5 else { continue }
            let word = words.string(token.word)
            for index in ids.indices where ids[index].contains(word) { counts[index] += 1 }
        }
        guard latin > other else { return "" }
        guard let best = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[best] > counts[0] else { return "en" }
        return small[best].code
    }
}
