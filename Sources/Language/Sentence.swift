public import PlainText

/// What a word is good for, by the lexicon of its language. A word may be several things.
public struct WordClass: OptionSet, Hashable, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    // function words
    public static let determiner = WordClass(rawValue: 1 << 0)
    public static let preposition = WordClass(rawValue: 1 << 1)
    public static let conjunction = WordClass(rawValue: 1 << 2)  // and, or
    public static let subordinator = WordClass(rawValue: 1 << 3)  // that, which, because
    public static let pronoun = WordClass(rawValue: 1 << 4)  // he, her, who
    public static let auxiliary = WordClass(rawValue: 1 << 5)  // was, had, will
    public static let negation = WordClass(rawValue: 1 << 6)
    public static let adverb = WordClass(rawValue: 1 << 7)  // then, also, personally: may stand between agent and verb
    // verbs
    public static let verb = WordClass(rawValue: 1 << 8)  // a finite or participle form that can carry a predicate
    public static let speech = WordClass(rawValue: 1 << 9)  // said, wrote, claimed
    // credit
    public static let lead = WordClass(rawValue: 1 << 10)  // direction, leadership, initiative; headed, led
    public static let part = WordClass(rawValue: 1 << 11)  // participation, help
    // names
    public static let title = WordClass(rawValue: 1 << 12)  // General, Mr
    public static let honorific = WordClass(rawValue: 1 << 13)  // Comrade, hero
    public static let organisation = WordClass(rawValue: 1 << 14)  // committee, army: head of the name of a body
    public static let placeHead = WordClass(rawValue: 1 << 15)  // river, street, province
    public static let demonym = WordClass(rawValue: 1 << 16)  // Russian, British
    public static let particle = WordClass(rawValue: 1 << 17)  // von, de, bin
    public static let forename = WordClass(rawValue: 1 << 18)
    // anonymity
    public static let indefinite = WordClass(rawValue: 1 << 19)  // some, certain, one, somebody, unnamed
    public static let collective = WordClass(rawValue: 1 << 20)  // members, comrades, workers, leaders, masses
    public static let office = WordClass(rawValue: 1 << 21)  // chairman, commissar, governor
    // time and number
    public static let month = WordClass(rawValue: 1 << 22)
    public static let weekday = WordClass(rawValue: 1 << 23)
    public static let numeral = WordClass(rawValue: 1 << 24)  // forty, first, dozen
    // sources and authorship
    public static let source = WordClass(rawValue: 1 << 25)  // according, testimony, reported
    public static let byline = WordClass(rawValue: 1 << 26)  // by, photographer, edited
    /// Written with a capital without being a name (I, Christmas-like days, section, article).
    public static let notName = WordClass(rawValue: 1 << 27)
    public static let place = WordClass(rawValue: 1 << 28)  // a well-known country or city

    /// A passive participle: with a form of "be" it makes a passive.
    public static let participle = WordClass(rawValue: 1 << 40)
    /// "of": joins a noun to what it belongs to (de, du, des).
    public static let genitive = WordClass(rawValue: 1 << 41)

    /// Points back to somebody named before: the, this, his.
    public static let definite = WordClass(rawValue: 1 << 42)
    /// Stands before one thing: a, one.
    public static let singular = WordClass(rawValue: 1 << 44)
    /// Opens a clause about the name before it: who, which.
    public static let relative = WordClass(rawValue: 1 << 43)

    /// A word that carries no content of its own.
    public static let function: WordClass = [.determiner, .preposition, .conjunction, .subordinator, .pronoun, .auxiliary, .negation]
}

/// A word, number or mark of a sentence.
///
/// What it is made of is shared (`WrittenWord`): a word stands many times in a text, and a token is copied often.
public struct SentenceToken: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable { case word, number, punctuation }
    let word: WrittenWord
    /// Bytes in the passage's text (0 = its first byte).
    public var range: TextRange
    public let kind: Kind
    public let isCapital: Bool

    /// As written. A hyphenated name, an initial with its stop ("L.") and a grouped number ("1,200") are one token; a possessive `'s` is
    /// one of its own.
    public var text: String { word.text }
    /// Folded for matching; punctuation in one form (every dash "-", every quotation mark "\"").
    public var folded: String { word.folded }
    /// Stem of the folded form; irregular forms by their lemma ("led" -> "lead").
    public var stem: String { word.stem }
    public var classes: WordClass { word.classes }
    /// Whether its letters look like one of these, whatever they mean.
    package func looks(_ look: WordLook) -> Bool { word.look.rawValue & look.rawValue != 0 }

    public init(kind: Kind, text: String, folded: String, stem: String, classes: WordClass, range: TextRange, isCapital: Bool) {
        self.init(kind: kind, word: WrittenWord(text: text, folded: folded, stem: stem, classes: classes), range: range, isCapital: isCapital)
    }

    init(kind: Kind, word: WrittenWord, range: TextRange, isCapital: Bool) {
        self.kind = kind
        self.word = word
        self.range = range
        self.isCapital = isCapital
    }

    public func has(_ classes: WordClass) -> Bool { word.classes.rawValue & classes.rawValue != 0 }
}

/// A sentence of a passage.
public struct Sentence: Hashable, Sendable {
    public var tokens: [SentenceToken]
    /// Bytes in the passage's text.
    public var range: TextRange

    public init(tokens: [SentenceToken], range: TextRange) {
        self.tokens = tokens
        self.range = range
    }
}
