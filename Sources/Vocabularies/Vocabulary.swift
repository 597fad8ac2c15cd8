import Records
import Settings

/// What an element means, in a place outside and inside a block of text.
struct Meaning: Sendable {
    /// Where no block is open.
    enum Outside: Sendable, Hashable {
        /// Holds blocks. Text that stands in it directly makes it a block nevertheless: nothing is lost.
        case container
        /// A passage.
        case block(Role)
        /// A passage of this role if text stands in it directly or in mark-up inside it; else it only holds blocks.
        case either(Role)
        /// Read but not compared, for this reason.
        case aside(String)
    }
    /// Where a block is open.
    enum Inside: Sendable, Hashable {
        /// A passage of its own; the text round it runs on over it.
        case block(Role)
        /// The same, and a word ends before it: lists, tables, paragraphs.
        case apart(Role)
        /// Holds blocks and ends the word before it.
        case container
        /// Part of the text of the block.
        case part
        /// Part of the text, and a word of its own where letters would meet ("<forename>Leon</forename><surname>Trotsky</surname>").
        case word
        case aside(String)
    }
    /// What else it does.
    enum Effect: Sendable, Hashable {
        case none
        /// Ends the word, unless `@break` is "no".
        case lineBreak
        /// The same, and begins the page `@n`.
        case pageBreak
        /// Something is missing here; `@reason`.
        case gap
        /// A picture at `@url`.
        case picture
        /// A line beside a picture: its caption, or the credit for it where `@rend`, `@type` or `@role` says so.
        case figureLine
        /// Of its children one is compared, the others are other readings.
        case choice
        /// Changes the speaker to `@who`.
        case speech
        /// A record, or a version, or an edition that versions name.
        case record, version, edition
        /// An entry of the authority; its names and identifiers.
        case entity(Entity.Kind), entityName, entityKey
        /// The title, the id of the record.
        case recordTitle, recordID
        /// A stated change (`revisionDesc/change`): when, who, and the reason in words.
        case change
        /// A date that the version may be known by.
        case versionDate
        /// Something outside the file that is not read.
        case inclusion
        /// A character outside Unicode, which a declaration of the document may describe.
        case glyph
        /// A date that may stand in an attribute only.
        case statedDate
        /// Who stands to whom in which relation, in attributes.
        case relation
        /// Part of a stated change: its date, who made it, what was done.
        case changeDate, changeName, changeItem
        /// Its text says what the version is called, when and by whom it was made, and why.
        case label(Label)
        /// Its text is the key of the name round it.
        case key
        /// Its text says who speaks in the element round it.
        case speaker
        /// Who speaks, where the speech itself does not state it.
        case speakerName
        /// Its text stands in `@content`.
        case content
    }
    enum Label: Sendable, Hashable { case label, date, maker, reason }
    var outside: Outside
    var inside: Inside
    var annotation: Annotation.Kind?
    var effect: Effect
    /// The name of the table in force within the element.
    var opens: String?
    /// The rule of a mapping that says so, or -1.
    var rule = -1

    init(
        _ outside: Outside, _ inside: Inside, marks annotation: Annotation.Kind? = nil, does effect: Effect = .none, opens: String? = nil
    ) {
        self.outside = outside
        self.inside = inside
        self.annotation = annotation
        self.effect = effect
        self.opens = opens
    }

    static let container = Meaning(.container, .container)
    /// Unknown or without meaning to us: part of the block it stands in; where there is none, a block of its own.
    static let transparent = Meaning(.either(.paragraph), .part)

    static func block(_ role: Role) -> Meaning { Meaning(.block(role), .apart(role)) }
    static func mark(_ kind: Annotation.Kind, alone role: Role = .paragraph) -> Meaning { Meaning(.either(role), .part, marks: kind) }
    static func aside(_ kind: String) -> Meaning { Meaning(.aside(kind), .aside(kind)) }
    static func holder(opens: String) -> Meaning { Meaning(.container, .container, opens: opens) }

    func doing(_ effect: Effect) -> Meaning {
        var other = self
        other.effect = effect
        return other
    }
    func opening(_ table: String) -> Meaning {
        var other = self
        other.opens = table
        return other
    }
}

/// A vocabulary: what each element means, by local name, and by the table that an element round it has opened.
struct Vocabulary: Sendable {
    /// As `--as` names it.
    var name: String
    var elements: [String: Meaning]
    /// Meanings within the elements that open a table; what a table does not list is looked up in `elements`.
    var tables: [String: [String: Meaning]] = [:]
    /// The table in force at the root.
    var rootTable: String?
    /// Elements outside these namespaces are transparent; empty: all are looked up.
    var namespaces: Set<String> = []
    /// The last word on a finished block, from its element and its text: another role, or aside.
    var settle: @Sendable (FinishedBlock) -> Settlement = { .passage($0.role) }
    /// The roles that `settle` is asked about.
    var settles: Set<Role> = []
    /// The kind of a name (`rs`, `name`) by its `@type`.
    var nameKinds: [String: Annotation.Kind] = [:]
    /// The name under which to look an element up instead, by its own name, its number in the document, the table in force and its attributes; nil: its
    /// own. Where attributes decide what an element is.
    var refine: (@Sendable (_ element: String, _ number: Int, _ table: String, _ attribute: (KnownAttribute) -> String?) -> String?)?
    /// Two line breaks in a row end a paragraph, and blocks inside a stretch of bare text part it.
    var breaksParagraphs = false
    /// A block is a topmost element with text of its own; the tables give roles and marks only.
    var blocksByText = false
    var holdsVersions = false
    /// The mapping file whose paths say what elements mean; the tables are for what it does not mention.
    var mapping: Mapping?

    func meaning(_ local: String, in table: String?) -> Meaning? {
        if let table, let found = tables[table]?[local] { return found }
        return elements[local]
    }
}

/// What a vocabulary may look at when it settles a block.
struct FinishedBlock {
    /// Local name.
    var element: String
    var role: Role
    var text: String
    /// Text of the marks inside, by local name.
    var parts: [(element: String, text: String)]
    /// The table in force where it stands.
    var table: String?
}

enum Settlement {
    case passage(Role)
    case aside(String)
}
