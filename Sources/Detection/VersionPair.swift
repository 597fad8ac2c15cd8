public import Alignment
public import Findings
public import Language
public import PlainText
public import Records

/// Two versions of one record, aligned: what detection works on.
public struct VersionPair: Sendable {
    public var old: Version
    public var new: Version
    public var alignment: Alignment
    /// The table that the tokens of both versions are numbered in.
    public var words: Words
    /// Word ids by folded word. Made once for a run, where many pairs share the table.
    public var numbers: [String: UInt32]
    /// Persons, organisations and places whose identity is known from an authority file or the records themselves.
    public var authority: [Entity]
    /// The pack for passages that declare no language of their own.
    public var pack: LanguagePack
    /// Where the packs of passages that declare a language are found.
    public var packs: PackShelf
    /// The language of such passages as a subtag ("de"), also where there is no pack for it; empty if nothing is known.
    public var language: String
    /// Names whose findings come first and count from a lower confidence.
    public var watched: [String]
    /// Below this confidence a change is not named but counted as unclassified.
    public var minimumConfidence: Double
    /// For watched names.
    public var minimumConfidenceWatched: Double
    /// What the pairs of a run have learnt about names.
    public var forms: NameForms
    /// The words of the run by their sounds.
    public var spellings: KeptSpellings
    /// What the versions hide from a reader; taken out of them already (`unmasked`).
    public var hidden: HiddenTraces

    public init(
        old: Version, new: Version, alignment: Alignment, words: Words, numbers: [String: UInt32]? = nil, authority: [Entity] = [], pack: LanguagePack, packs: PackShelf = PackShelf(), language: String = "", watched: [String] = [],
        minimumConfidence: Double = 0.7, minimumConfidenceWatched: Double = 0.5, forms: NameForms = NameForms(), spellings: KeptSpellings? = nil, hidden: HiddenTraces = .none
    ) {
        self.old = old
        self.new = new
        self.alignment = alignment
        self.words = words
        self.numbers = numbers ?? Self.numbers(words)
        self.authority = authority
        self.pack = pack
        self.packs = packs
        self.language = language
        self.watched = watched
        self.minimumConfidence = minimumConfidence
        self.minimumConfidenceWatched = minimumConfidenceWatched
        self.forms = forms
        self.spellings = spellings ?? KeptSpellings([old, new], words: words)
        self.hidden = hidden
    }
}

extension VersionPair {
    /// The ids of a table by folded word.
    public static func numbers(_ words: Words) -> [String: UInt32] {
        Dictionary((0..<UInt32(words.count)).map { (words.string($0), $0) }) { first, _ in first }
    }
}

/// What detection says about a pair of versions. Fingerprints and events are given later, over the whole record.
public struct Detected: Sendable {
    /// In order of place; neutral ones included.
    public var findings: [Finding] = []
    /// Changes that a named test proved neutral, by rule id.
    public var neutral: [String: Int] = [:]
    /// Changes that no rule names and no test proves neutral.
    public var unclassified = 0
    public var ledger = Ledger()
    /// Caps that were reached, worded for the report.
    public var limits: [String] = []

    public init() {}
}
