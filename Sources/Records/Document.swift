public import PlainText

/// A person, organisation or place that an authority file names.
public struct Entity: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable { case person, organisation, place, event, unknown }
    /// As references write it, without the leading `#` ("trotsky").
    public var id: String
    public var kind: Kind
    /// Every form of the name, the main one first.
    public var names: [String]
    /// Further identifiers that mean the same (`idno`, `sameAs`).
    public var keys: [String]

    public init(id: String, kind: Kind = .person, names: [String], keys: [String] = []) {
        self.id = id
        self.kind = kind
        self.names = names
        self.keys = keys
    }
}

/// A record and its versions, in order.
public struct Record: Sendable {
    public var id: String
    public var title: String
    /// One for each edition that has the record, in the order of the editions. `label.number` is the edition's index.
    public var versions: [Version]
    /// The editions (by index) that state to cover this record; nil: all.
    public var covers: [Int]?

    public init(id: String, title: String, versions: [Version], covers: [Int]? = nil) {
        self.id = id
        self.title = title
        self.versions = versions
        self.covers = covers
    }
}

/// Something that the reader of a report should know about an input.
public struct Warning: Hashable, Sendable, Error {
    /// A stable word: "undeclared-entity", "not-read", "duplicate-id", ...
    public var code: String
    public var message: String
    public var source: String
    public var line: Int?

    public init(code: String, message: String, source: String, line: Int? = nil) {
        self.code = code
        self.message = message
        self.source = source
        self.line = line
    }
}

/// What of a document with several states of its text is read: a critical edition holds each of its witnesses.
public enum Reading: Hashable, Sendable {
    /// One version: the edited text, the lemma of each apparatus entry.
    case edited
    /// Each witness is a version, where there is an apparatus; else as `edited`.
    case witnesses
}

/// The mapping file by which a document was read.
public struct MappedBy: Hashable, Sendable {
    public var title: String
    /// The file; nil: one that comes with the program.
    public var source: String?
    /// Elements that it says nothing about, the most frequent first; they were read as generic XML.
    public var unmentioned: [Unmentioned]

    public init(title: String, source: String?, unmentioned: [Unmentioned]) {
        self.title = title
        self.source = source
        self.unmentioned = unmentioned
    }
}

/// An element that a mapping says nothing about, and how often the document has it.
public struct Unmentioned: Hashable, Sendable {
    public var element: String
    public var count: Int

    public init(element: String, count: Int) {
        self.element = element
        self.count = count
    }
}

/// One input, read: its records, the entities it declares, and the words of all its versions.
public struct Document: Sendable {
    public var source: String
    /// The vocabulary it was read as ("tei", "archive", "mediawiki", "generic", the name of a mapping).
    public var vocabulary: String
    public var mapping: MappedBy?
    /// Several versions of each record live in this one document.
    public var holdsVersions: Bool
    /// The editions or versions in order, where the document declares them; else those of the record with most versions.
    public var editions: [VersionLabel]
    /// The document declares editions that its records share: a record without a version for one of them is absent there. Else each record
    /// has versions of its own, and having fewer than another record means nothing.
    public var declaresEditions: Bool
    public var records: [Record]
    public var authority: [Entity]
    public var words: Words
    public var warnings: [Warning]
    /// Limits that were reached ("tokens per passage: 200000"), for the report.
    public var limits: [String]
    public var census: Census
    public var checksums = Checksums()

    public init(source: String, vocabulary: String, holdsVersions: Bool = false) {
        self.source = source
        self.vocabulary = vocabulary
        self.holdsVersions = holdsVersions
        editions = []
        declaresEditions = false
        records = []
        authority = []
        words = .none
        warnings = []
        limits = []
        census = Census()
    }
}
