/// Why an input was not read. Data only; the words are in `description`.
public struct ReadError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// No bytes, or white space only.
        case empty
        /// The input ends before the record does; the text says what is still open.
        case truncated(String)
        /// What is wrong, in our words.
        case notWellFormed(String)
        /// What it is instead, and the way out.
        case notXML(String)
        /// Bytes that their encoding does not allow, or an encoding that is not known.
        case encoding(String)
        /// The limit's name and its value.
        case limit(String, Int)
        case memory
        /// The bytes could not be had, in the words of whoever was asked for them.
        case input(String)
        /// An entity that is recursive or too large.
        case entity(String)
        /// Well-formed, but not what the schema of the native archive asks for.
        case invalid(String)
        /// A vocabulary that is not known, and those that are.
        case vocabulary(String, known: [String])
        /// The root element, and the mapping files that are not for it.
        case unmapped(root: String, mappings: [String])
    }
    public var kind: Kind
    /// The input, as the user named it.
    public var source: String
    /// From 1.
    public var line: Int?
    /// From 1, in Unicode scalars.
    public var column: Int?

    public init(_ kind: Kind, source: String, line: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.source = source
        self.line = line
        self.column = column
    }

    /// Place, what is wrong, what follows: `1924.xml:41:17: not well-formed: <persName> is closed by </p>; the record was not compared`.
    public var description: String {
        var place = source
        if let line {
            place += ":\(line)"
            if let column { place += ":\(column)" }
        }
        if case .input(let what) = kind { return "\(place): \(Self.printable(what))" }
        return "\(place): \(Self.printable(cause)); the record was not compared"
    }

    private var cause: String {
        switch kind {
        case .empty: "the file is empty"
        case .truncated(let open): "the file is cut short: \(open)"
        case .notWellFormed(let what): "not well-formed: \(what)"
        case .notXML(let what): "not XML: \(what)"
        case .encoding(let what): "encoding: \(what)"
        case .limit(let name, let value): "over the limit of \(value) for \(name)\(Limits.name(of: name).map { " (raise it with --limit \($0)=NUMBER)" } ?? "")"
        case .memory: "memory ran out while reading"
        case .input(let what): what
        case .entity(let what): "entity: \(what)"
        case .invalid(let what): "not a valid archive: \(what)"
        case .unmapped(let root, let mappings):
            "the root <\(root)> is none that \(mappings.map { "'\($0)'" }.joined(separator: ", ")) is for; add it under 'recognise' there, or name the mapping with --as"
        case .vocabulary(let name, let known): "unknown vocabulary '\(name)'; known are \(known.map { "'\($0)'" }.joined(separator: ", "))"
        }
    }

    /// Control and direction characters from a record must not act on a terminal.
    static func printable(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: clean.append("\u{FFFD}")
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }
}

/// Something about an input that a reader of the report should know, though it was read.
public struct ReadNotice: Hashable, Sendable {
    /// A stable word: "undeclared-entity", "not-read", "namespace", "encoding", "invisible-character", "markup".
    public var code: String
    public var message: String
    /// From 1.
    public var line: Int
    public var column: Int
}
