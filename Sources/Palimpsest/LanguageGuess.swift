import Language
import PlainText
import Records

/// The language of a version: what most of its text declares, else the one whose small words it uses most. Text without any small word is held to
/// be English where its letters are plain Latin, and no language otherwise.
enum LanguageGuess {
    /// Letters that Russian has not since 1918 and its neighbours have: Ukrainian і ї є ґ, Belarusian ў, Serbian ђ ј љ њ ћ џ.
    private static let foreign: Set<Unicode.Scalar> = ["ї", "є", "ґ", "ў", "ђ", "ј", "љ", "њ", "ћ", "џ", "ѓ", "ќ"]
    /// Words looked at. A few pages say as much as a volume.
    private static let sample = 4_000

    /// The subtag; empty for a script or language that the table does not know.
    static func language(of version: Version, words: Words, small: SmallWords, stated: String?) -> String {
        if let stated { return stated }
        if let declared = declared(version) { return declared }
        var counts = [Int](repeating: 0, count: SmallWords.languages.count)
        var latin = 0, cyrillic = 0, other = 0, neighbours = 0
        for token in version.tokens.prefix(sample) where !token.marks.contains(.digit) {
            guard let first = words.bytes(token.word).first else { continue }
            if first < 0x80 { latin += 1 } else if first == 0xD0 || first == 0xD1 { cyrillic += 1 } else { other += 1 }
            if first == 0xD0 || first == 0xD1 || first == 0xD2 {
                let range = token.range.indices
                let written = String(decoding: version.text[range], as: UTF8.self)
                if written.lowercased().unicodeScalars.contains(where: foreign.contains) { neighbours += 1 }
            }
            var languages = small.languages(token.word)
            while languages != 0 {
                counts[languages.trailingZeroBitCount] += 1
                languages &= languages - 1
            }
        }
        guard max(latin, cyrillic) > other else { return "" }
        if cyrillic > latin {
            // One word in fifty with such a letter is no misprint.
            if neighbours * 50 > cyrillic { return best(counts) { $0 != "ru" && slavic.contains($0) } ?? "" }
            return best(counts) { slavic.contains($0) } ?? "ru"
        }
        guard let code = best(counts, { !slavic.contains($0) }), let english = SmallWords.languages.firstIndex(of: "en"),
            let chosen = SmallWords.languages.firstIndex(of: code), counts[chosen] > counts[english]
        else { return "en" }
        return code
    }

    private static let slavic: Set<String> = ["ru", "uk", "be", "bg", "sr"]

    /// The language with the most small words among some, the first of equals; nil where there is none.
    private static func best(_ counts: [Int], _ among: (String) -> Bool) -> String? {
        var best: Int?
        for index in counts.indices where among(SmallWords.languages[index]) && counts[index] > (best.map { counts[$0] } ?? 0) { best = index }
        return best.map { SmallWords.languages[$0] }
    }

    /// What the mark-up declares for more than half of the text.
    private static func declared(_ version: Version) -> String? {
        var share: [Symbol: Int] = [:]
        var all = 0
        for passage in version.passages {
            all += passage.text.count
            if passage.language != .none { share[passage.language, default: 0] += passage.text.count }
        }
        guard let most = share.max(by: { ($0.value, version.symbols[$1.key]) < ($1.value, version.symbols[$0.key]) }), most.value * 2 > all else { return nil }
        return version.symbols[most.key]
    }
}

/// The small words of the languages, by their ids in the table of a run.
struct SmallWords: Sendable {
    /// Bit n of a word's entry: a small word of language n.
    private let marks: [UInt32]

    /// The commonest function words, folded. Enough to tell the languages apart, not to describe them; those without a pack stand here so that they
    /// are not read as one that has one.
    private static let lists: [(code: String, words: Set<String>)] = [
        ("en", ["the", "of", "and", "to", "was", "that", "for", "with", "his", "by", "from", "at", "were", "which"]),
        ("de", ["der", "die", "und", "das", "den", "von", "zu", "mit", "sich", "ist", "dem", "nicht", "ein", "eine", "im", "wurde", "auf", "des"]),
        ("fr", ["le", "la", "les", "et", "des", "du", "une", "dans", "que", "qui", "est", "par", "pour", "sur", "l", "d", "au", "fut"]),
        ("es", ["el", "los", "las", "y", "del", "una", "por", "con", "para", "que", "su", "la", "fue"]),
        ("it", ["il", "di", "che", "della", "per", "una", "gli", "sono", "del", "con", "la", "fu"]),
        ("la", ["et", "in", "est", "ad", "cum", "quod", "qui", "ut", "non", "sed"]),
        ("nl", ["het", "een", "van", "en", "dat", "niet", "zijn", "met", "voor", "de"]),
        ("pt", ["o", "os", "as", "do", "da", "dos", "uma", "nao", "por", "com", "que", "foi"]),
        ("pl", ["w", "i", "z", "na", "nie", "sie", "do", "przez", "jest", "byl", "byla", "ktory", "oraz", "od"]),
        ("cs", ["v", "a", "se", "na", "je", "byl", "byla", "ktery", "od", "ze", "pro", "jako"]),
        ("sv", ["och", "att", "det", "som", "en", "pa", "av", "var", "den", "inte", "med", "till"]),
        ("ru", ["и", "в", "не", "на", "что", "с", "по", "был", "была", "было", "были", "как", "его", "к", "от", "из", "это", "он", "для", "под", "во"]),
        ("uk", ["і", "та", "що", "був", "була", "було", "були", "його", "від", "як", "це", "він", "для", "до", "із", "під", "й"]),
        ("be", ["і", "у", "што", "быу", "была", "яго", "ад", "як", "гэта", "ен", "для", "да"]),
        ("bg", ["и", "на", "от", "се", "да", "за", "е", "беше", "той", "като", "са", "със", "през", "не"]),
        ("sr", ["и", "у", "је", "на", "се", "да", "од", "су", "за", "био", "са", "као", "које"]),
    ]

    /// Their subtags, in the order of the bits.
    static let languages = lists.map(\.code)

    /// `numbers` are the ids of the table by folded word.
    init(_ words: Words, _ numbers: [String: UInt32]) {
        var marks = [UInt32](repeating: 0, count: words.count)
        for (index, list) in Self.lists.enumerated() {
            for word in list.words { if let id = numbers[word] { marks[Int(id)] |= 1 << UInt32(index) } }
        }
        self.marks = marks
    }

    /// The languages that a word is a small word of.
    func languages(_ word: UInt32) -> UInt32 { marks[Int(word)] }
}
