public import PlainText

/// What a passage is in its record; the vocabulary decides.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case paragraph, heading, verse, speech, item, cell, note, quotation
    /// The text under a picture, and who is given credit for the picture.
    case caption, credit
    /// A picture; the text is its address.
    case graphic
    /// Who made the work: a byline in the text, author, editor, other responsibility in the header.
    case byline, author, editor, responsibility
    case title, date
    /// A reference to a source (`bibl`).
    case source
    /// Where and by whom the edition was printed.
    case imprint
    /// A place where the source itself says that something is missing (`gap`); the text is the stated reason.
    case gap
    /// A leaf of a record that is a table of fields rather than a text; the element says which field.
    case field

    /// Whether sentences are looked for in it.
    public var isProse: Bool {
        switch self {
        case .paragraph, .verse, .speech, .item, .cell, .note, .quotation, .caption, .field: true
        case .heading, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .source, .imprint, .gap: false
        }
    }
    /// Whether it says who made the work.
    public var isAuthorship: Bool {
        switch self {
        case .byline, .author, .editor, .responsibility, .credit: true
        default: false
        }
    }
}

/// An element of the record's outline: what paths are made of. Inline elements have none.
public struct Node: Hashable, Sendable {
    public var element: Symbol
    /// Index of the parent in the version's `nodes`, or -1.
    public var parent: Int32
    /// Position among the siblings of the same name, from 1.
    public var ordinal: UInt32
    /// There is a later sibling of the same name.
    public var hasTwin: Bool
    /// `xml:id`, `id` or whatever the vocabulary names by it.
    public var id: Symbol

    public init(element: Symbol, parent: Int32, ordinal: UInt32, hasTwin: Bool = false, id: Symbol = .none) {
        self.element = element
        self.parent = parent
        self.ordinal = ordinal
        self.hasTwin = hasTwin
        self.id = id
    }
}

/// A block of text: a paragraph, a heading, a caption, a field. The unit of alignment.
///
/// The text of a passage is what a reader sees, one reading of each `choice`, white space folded to single spaces. A note inside a paragraph is a
/// passage of its own; the paragraph's text runs on over it.
public struct Passage: Hashable, Sendable {
    public var role: Role
    /// Index in the version's `nodes`.
    public var node: Int32
    /// Bytes in the version's `text`.
    public var text: TextRange
    /// Indices into the version's `tokens`.
    public var tokens: Range<UInt32>
    /// Indices into the version's `annotations`.
    public var annotations: Range<UInt32>
    /// Who speaks (`sp/@who`, `said/@who`), as written.
    public var speaker: Symbol
    /// The page, number or nearest id that a reader would quote ("p. 147").
    public var cite: Symbol
    /// `xml:lang` in force, lower case, primary subtag ("en"); none where nothing is declared.
    public var language: Symbol
    /// Hash of the folded words in order.
    public var wordHash: UInt64
    /// Hash of the text as written, white space folded.
    public var textHash: UInt64
    /// Hash of the inline mark-up: elements with their places, and the attributes of the block and of everything in it.
    public var markupHash: UInt64
    /// First byte of the block's start tag and the byte after its end, in the source.
    public var source: TextRange

    public init(
        role: Role, node: Int32, text: TextRange, tokens: Range<UInt32>, annotations: Range<UInt32>, speaker: Symbol = .none,
        cite: Symbol = .none, language: Symbol = .none, wordHash: UInt64, textHash: UInt64, markupHash: UInt64, source: TextRange
    ) {
        self.role = role
        self.node = node
        self.text = text
        self.tokens = tokens
        self.annotations = annotations
        self.speaker = speaker
        self.cite = cite
        self.language = language
        self.wordHash = wordHash
        self.textHash = textHash
        self.markupHash = markupHash
        self.source = source
    }

    public var words: Range<Int> { Int(tokens.lowerBound)..<Int(tokens.upperBound) }
}

/// What the mark-up says about a stretch of text.
public struct Annotation: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
        case person, organisation, place
        /// A name of unstated kind (`name`, `rs` without a type).
        case name
        case quotation
        /// A reference to a source inside a passage (`bibl`, `ref`, `cit`).
        case source
        case title
        /// A date; the key holds `@when` (or `from/to`) where given.
        case date
        case number
        /// Text that the mark-up says was added or supplied by an editor.
        case supplied
        case emphasis
        case gap

        /// Whether it names somebody or something.
        public var isNameKind: Bool {
            switch self {
            case .person, .organisation, .place, .name: true
            case .quotation, .source, .title, .date, .number, .supplied, .emphasis, .gap: false
            }
        }
    }
    public var kind: Kind
    /// Bytes in the version's `text`.
    public var range: TextRange
    /// The identity that the mark-up states: `@ref`, `@key`, `@corresp`, `@who`, `@when`, as written; none where it states none.
    public var key: Symbol
    public var element: Symbol

    public init(kind: Kind, range: TextRange, key: Symbol = .none, element: Symbol = .none) {
        self.kind = kind
        self.range = range
        self.key = key
        self.element = element
    }

    public var isName: Bool { kind.isNameKind }
}
