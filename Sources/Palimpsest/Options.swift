public import Language
public import Records
public import Settings
public import XMLEvents

/// What a run may be told. The defaults are those of the command line.
public struct Options: Sendable {
    /// "tei", "archive", "generic", the name of a mapping; nil: recognised from the root element.
    public var vocabulary: String?
    /// What of a critical edition is compared: its edited text, or each witness as a version (a file by itself: `history`, `inspect`).
    public var reading = Reading.edited
    /// Mapping files, before the vocabularies that the program knows.
    public var mappings: [Mapping]
    /// The encoding of the inputs, whatever they declare; nil: as they say.
    public var encoding: String?
    /// Primary language subtag for text that declares none; nil: guessed from its words.
    public var language: String?
    /// The word lists, with those that the user brought along.
    public var packs = PackShelf()
    /// Identities known from authority files, besides those in the records.
    public var authority: [Entity]
    /// Names whose findings come first and count from `minimumConfidenceWatched`.
    public var watched: [String]
    /// A change below this confidence is not named but counted as unclassified.
    public var minimumConfidence: Double
    public var minimumConfidenceWatched: Double
    /// How many threads may work; the result does not depend on it.
    public var jobs: Int
    public var limits: Limits

    public init(
        vocabulary: String? = nil, language: String? = nil, authority: [Entity] = [], watched: [String] = [], minimumConfidence: Double = 0.7,
        minimumConfidenceWatched: Double = 0.5, jobs: Int = 2, limits: Limits = .standard, mappings: [Mapping] = []
    ) {
        self.vocabulary = vocabulary
        self.language = language
        self.authority = authority
        self.watched = watched
        self.minimumConfidence = minimumConfidence
        self.minimumConfidenceWatched = minimumConfidenceWatched
        self.jobs = max(1, jobs)
        self.limits = limits
        self.mappings = mappings
    }
}

/// An input before it is read: its bytes, and the name under which reports and errors speak of it.
public struct Input: Sendable {
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
