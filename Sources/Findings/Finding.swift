/// How much a finding asks of the reader. Part of the contract: gates and scripts rest on it.
public enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
    case neutral, note, warning, error

    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int {
        switch self {
        case .neutral: 0
        case .note: 1
        case .warning: 2
        case .error: 3
        }
    }
}

/// What people see of a confidence.
public enum Certainty: String, Hashable, Sendable {
    case high, medium, low

    /// The borders (.8 and .6) are design/product decisions; docs/accuracy.md gives the observed precision of each word.
    public init(confidence: Double) { self = confidence >= 0.8 ? .high : confidence >= 0.6 ? .medium : .low }
}

/// How much of the record the finding speaks for: gone from this passage, from the record, from the whole edition.
public enum Scope: String, Hashable, Sendable { case passage, record, edition }

/// Somebody or something that a finding is about.
public struct Subject: Hashable, Sendable {
    /// The stated identity (`#trotsky`), else the folded name.
    public var id: String
    public var name: String

    public init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// Where something stands in one version.
public struct Place: Hashable, Sendable {
    /// The shortest telling piece.
    public var span: String
    /// Its sentence or block.
    public var text: String
    /// First byte of `span` in `text`, where it stands there verbatim.
    public var spanStart: Int?
    public var path: String
    public var cite: String?
    /// From 1; the column counts Unicode scalars.
    public var line: Int
    public var column: Int
    /// UTF-8 bytes in the source file.
    public var offset: Int
    public var length: Int

    public init(
        span: String, text: String, spanStart: Int? = nil, path: String, cite: String? = nil, line: Int, column: Int, offset: Int, length: Int
    ) {
        self.span = span
        self.text = text
        self.spanStart = spanStart
        self.path = path
        self.cite = cite
        self.line = line
        self.column = column
        self.offset = offset
        self.length = length
    }
}

/// One step of the reasoning behind a finding.
public struct Evidence: Hashable, Sendable {
    /// A stable word: "slot", "identity", "cue", "search", "alignment", "authority".
    public var kind: String
    public var detail: String

    public init(kind: String, detail: String) {
        self.kind = kind
        self.detail = detail
    }
}

/// One change between two versions that a reader should judge.
public struct Finding: Hashable, Sendable {
    /// 12 hex digits; the same for the same change whatever the line, file or version label.
    public var fingerprint: String
    /// Findings of one event share it ("e1").
    public var event: String
    public var rule: Rule
    /// Rules of the other findings of the event; on the leading finding only.
    public var also: [String]
    public var severity: Severity
    /// 0 to .99: the weakest step of the reasoning.
    public var confidence: Double
    public var status: String
    /// Indices into the record's versions.
    public var from: Int
    public var to: Int
    public var scope: Scope
    public var entity: Subject?
    public var other: Subject?
    /// Nil for what was added.
    public var before: Place?
    /// Nil for what is gone.
    public var after: Place?
    /// One sentence: what stood, what stands.
    public var message: String
    public var evidence: [Evidence]

    public init(
        rule: Rule, severity: Severity? = nil, confidence: Double? = nil, from: Int = 0, to: Int = 1, scope: Scope = .record,
        entity: Subject? = nil, other: Subject? = nil, before: Place?, after: Place?, message: String, evidence: [Evidence] = []
    ) {
        fingerprint = ""
        event = ""
        self.rule = rule
        also = []
        self.severity = severity ?? rule.severity
        self.confidence = min(0.99, confidence ?? rule.confidence)
        status = "new"
        self.from = from
        self.to = to
        self.scope = scope
        self.entity = entity
        self.other = other
        self.before = before
        self.after = after
        self.message = message
        self.evidence = evidence
    }

    public var certainty: Certainty { Certainty(confidence: confidence) }
}
