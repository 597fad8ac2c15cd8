import Yams

/// What is wrong in a settings or authority file, where, and the way out.
public struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
    public var source: String
    /// From 1; nil where the whole file is meant.
    public var line: Int?
    public var column: Int?
    public var what: String
    public var wayOut: String

    public init(source: String, line: Int? = nil, column: Int? = nil, what: String, wayOut: String) {
        self.source = source
        self.line = line
        self.column = column
        self.what = what
        self.wayOut = wayOut
    }

    /// `persons.yml:3:5: unknown key 'name'; did you mean 'names'?`
    public var description: String {
        let place = [source, line.map(String.init), line == nil ? nil : column.map(String.init)].compactMap { $0 }.joined(separator: ":")
        return "\(place): \(what); \(wayOut)"
    }

    /// What the YAML parser said.
    init(_ error: any Error, source: String) {
        self.init(source: source, what: "not well-formed YAML", wayOut: "quote names that hold a colon, and indent with spaces")
        guard let error = error as? YamlError else { return }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            line = mark.line
            column = mark.column
            what += ": \(problem)"
        case .duplicatedKeysInMapping(let duplicates, let context):
            line = context.mark.line
            column = context.mark.column
            what = "a key stands twice: " + duplicates.map { "'\($0)'" }.joined(separator: ", ")
            wayOut = "join the two, or rename one"
        case .reader(let problem, _, _, _):
            what += ": \(problem)"
            wayOut = "save the file as UTF-8"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: break
        }
    }
}
