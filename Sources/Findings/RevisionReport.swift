public import Records

/// All that one run found, as data; the formats are renderings of it.
public struct RevisionReport: Sendable {
    public var versions: [VersionLabel]
    public var records: [RecordReport]
    public var warnings: [Warning]
    public var limits: [String]
    public var census: Census
    /// Revisions whose recorded checksum was compared with their text.
    public var checksums: (checked: Int, matched: Int)
    /// A pair that belongs to no single record (`corpus.*`).
    public var findings: [Finding]

    public init(versions: [VersionLabel], records: [RecordReport] = []) {
        self.versions = versions
        self.records = records
        warnings = []
        limits = []
        census = Census()
        checksums = (0, 0)
        findings = []
    }
}

/// What was found about one record.
public struct RecordReport: Sendable {
    public var id: String
    public var title: String
    /// Where the record has versions of its own (another number or other labels than the run's).
    public var versions: [VersionLabel]?
    /// In order of event; the leading finding of each event first. Neutral ones included.
    public var findings: [Finding]
    public var ledger: Ledger
    public var changes: Changes
    /// How many changes a named test proved neutral, by rule id.
    public var neutral: [String: Int]
    /// Changes that no rule names and no test proves neutral.
    public var unclassified: Int
    public var rebuilds: Bool
    /// Caps that the alignment reached, worded for the report.
    public var limitsReached: [String] = []

    public init(id: String, title: String) {
        self.id = id
        self.title = title
        findings = []
        ledger = Ledger()
        changes = Changes()
        neutral = [:]
        unclassified = 0
        rebuilds = true
    }
}

/// Passages by what happened to them.
public struct Changes: Hashable, Sendable {
    public var reworded = 0, inserted = 0, deleted = 0, moved = 0, split = 0, merged = 0
    public init() {}

    public mutating func add(_ other: Changes) {
        reworded += other.reworded
        inserted += other.inserted
        deleted += other.deleted
        moved += other.moved
        split += other.split
        merged += other.merged
    }
}

/// Who is present in which version, in which roles, and where the credit went.
public struct Ledger: Hashable, Sendable {
    public struct Roles: Hashable, Sendable {
        public var agent = 0, patient = 0, quoted = 0, cited = 0
        public init() {}
    }
    public struct Entry: Hashable, Sendable {
        public var id: String
        public var name: String
        /// Mentions by version; nil where the version does not cover the record.
        public var presence: [Int?]
        public var roles: [Roles]
        /// First and last version with a mention.
        public var first: Int?
        public var last: Int?

        public init(id: String, name: String, presence: [Int?], roles: [Roles]) {
            self.id = id
            self.name = name
            self.presence = presence
            self.roles = roles
            first = presence.firstIndex { ($0 ?? 0) > 0 }
            last = presence.lastIndex { ($0 ?? 0) > 0 }
        }
    }
    /// Credit (or blame) that stood with one and stands with another.
    public struct Transfer: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable { case credit, blame }
        /// Entity id, or "nobody".
        public var from: String
        public var to: String
        public var count: Int
        public var kind: Kind
        /// Findings by rule id.
        public var rules: [String: Int]

        public init(from: String, to: String, count: Int, kind: Kind, rules: [String: Int]) {
            self.from = from
            self.to = to
            self.count = count
            self.kind = kind
            self.rules = rules
        }
    }
    public var entities: [Entry] = []
    public var creditTransfer: [Transfer] = []

    public init() {}
}
