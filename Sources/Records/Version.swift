public import PlainText

/// What is known about a version apart from its text.
public struct VersionLabel: Hashable, Sendable {
    /// Position in the order of versions, from 0.
    public var number: Int
    /// What the version is called: the edition's label, its date, a revision id, a file name.
    public var label: String
    /// As stated (a year, an ISO date).
    public var date: String?
    /// Who made the version.
    public var by: String?
    /// The declared reason of the change (`revisionDesc/change`, an edit comment).
    public var reason: String?
    /// The file or address it was read from.
    public var source: String
    /// Its maker called the change a minor one.
    public var isMinor = false

    public init(number: Int, label: String, date: String? = nil, by: String? = nil, reason: String? = nil, source: String) {
        self.number = number
        self.label = label
        self.date = date
        self.by = by
        self.reason = reason
        self.source = source
    }
}

/// Text that is read but not compared: stamps, ids, licence text, encoders' notes.
public struct Aside: Hashable, Sendable {
    /// Why: "bookkeeping", "deletion", "alternative reading", "comment".
    public var kind: String
    public var node: Int32
    /// Hash of the text, white space folded.
    public var hash: UInt64
    /// Characters that are not white space.
    public var characters: Int

    public init(kind: String, node: Int32, hash: UInt64, characters: Int) {
        self.kind = kind
        self.node = node
        self.hash = hash
        self.characters = characters
    }
}

/// Words that stand in the file and that no reader of the record sees: text may be moved there.
public struct OutOfSight: Hashable, Sendable {
    /// "a comment", "a processing instruction", "the attribute @n"; of what is struck or replaced, "a deletion", "another reading".
    public var place: String
    public var text: String
    /// The outline node that it stands in or at, or -1.
    public var node: Int32
    /// First byte in the source.
    public var offset: Int
    /// How often the same text stands in the same kind of place.
    public var count: Int

    public init(place: String, text: String, node: Int32 = -1, offset: Int, count: Int = 1) {
        self.place = place
        self.text = text
        self.node = node
        self.offset = offset
        self.count = count
    }
}

extension OutOfSight {
    public static let comment = "a comment"
    public static let instruction = "a processing instruction"
    public static func attribute(_ name: String) -> String { "the attribute @" + name }
    public static let deletion = "a deletion"
    public static let otherReading = "another reading"

    /// Nobody who reads the record sees it; a deletion or another reading is shown in an edition.
    public var isWithheld: Bool { place != Self.deletion && place != Self.otherReading }
}

/// A file that the record names as a part of itself (`xi:include`). It is never opened.
public struct Inclusion: Hashable, Sendable {
    public var href: String
    /// The outline node that it stands in, or -1.
    public var node: Int32
    public var offset: Int

    public init(href: String, node: Int32, offset: Int) {
        self.href = href
        self.node = node
        self.offset = offset
    }
}

/// The proof of reading without loss, in characters that are not white space: `read` (counted where the parser delivers) is the sum of
/// `compared` (counted in the passages) and what was set aside by name.
public struct Census: Hashable, Sendable {
    public var read = 0
    public var compared = 0
    public var setAside: [String: Int] = [:]

    public init() {}

    public var isComplete: Bool { read == compared + setAside.values.reduce(0, +) }

    public mutating func add(_ other: Census) {
        read += other.read
        compared += other.compared
        setAside.merge(other.setAside, uniquingKeysWith: +)
    }
}

/// What the keeper of a record holds back of a version. Withheld is not erased: there is nothing to compare.
public struct Withheld: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The text itself: suppressed, or not in this export.
    public static let text = Withheld(rawValue: 1)
    /// The text is not in this export; nobody says that it is suppressed.
    public static let leftOut = Withheld(rawValue: 8)
    /// The reason that was given for the change.
    public static let comment = Withheld(rawValue: 2)
    /// Who made it.
    public static let contributor = Withheld(rawValue: 4)
}

/// A checksum that the record states for a version's text.
public struct Checksum: Hashable, Sendable {
    /// As stated. Equal checksums of two versions mean equal texts.
    public var stated: String
    /// Whether the text gives the same; nil where there is no text to check.
    public var matches: Bool?

    public init(stated: String, matches: Bool?) {
        self.stated = stated
        self.matches = matches
    }
}

/// Versions whose stated checksum was compared with their text.
public struct Checksums: Hashable, Sendable {
    public var checked = 0
    public var matched = 0

    public init() {}

    public mutating func add(_ other: Checksums) {
        checked += other.checked
        matched += other.matched
    }
}

/// One state of a record: flat arrays in document order.
public struct Version: Sendable {
    public var label: VersionLabel
    public var passages: [Passage]
    public var nodes: [Node]
    /// The normalised text of all passages, UTF-8.
    public var text: [UInt8]
    public var tokens: [Token]
    public var annotations: [Annotation]
    public var asides: [Aside]
    /// Text that stands in comments, processing instructions and attributes.
    public var outOfSight: [OutOfSight]
    /// Files that the record includes and that were not read.
    public var inclusions: [Inclusion]
    public var map: SourceMap
    public var source: Source
    public var symbols: Symbols
    public var census: Census
    /// Where the version's own element begins and ends in the source.
    public var extent: TextRange
    /// What is held back of it.
    public var withheld: Withheld = []
    /// The checksum that the record states for it.
    public var checksum: Checksum?
    /// What stood before outOfSight characters were taken out of `text` for comparison; nil where nothing was. Places show what stood.
    public var written: WrittenText?

    public init(label: VersionLabel, source: Source, symbols: Symbols = Symbols()) {
        self.label = label
        passages = []
        nodes = []
        text = []
        tokens = []
        annotations = []
        asides = []
        outOfSight = []
        inclusions = []
        map = SourceMap()
        self.source = source
        self.symbols = symbols
        census = Census()
        extent = .empty
    }

    public func string(_ range: TextRange) -> String { String(decoding: text[range.indices], as: UTF8.self) }
    public func string(_ passage: Passage) -> String { string(passage.text) }

    /// What is marked in a passage: names, dates, quotations …, in document order.
    public func annotations(of passage: Passage) -> ArraySlice<Annotation> { annotations[Int(passage.annotations.lowerBound)..<Int(passage.annotations.upperBound)] }

    /// The place of a node as a path, `/TEI/text/body/p[3]`; a position is given where there are siblings of the same name.
    public func path(of node: Int32) -> String {
        var steps: [String] = []
        var at = node
        while at >= 0, Int(at) < nodes.count {
            let step = nodes[Int(at)]
            steps.append(symbols[step.element] + (step.ordinal > 1 || step.hasTwin ? "[\(step.ordinal)]" : ""))
            at = step.parent
        }
        return steps.isEmpty ? "/" : "/" + steps.reversed().joined(separator: "/")
    }
}
