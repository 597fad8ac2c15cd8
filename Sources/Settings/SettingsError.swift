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
    init(_ error: any Error, source: String, yaml: String) {
        self.init(source: source, what: "not well-formed YAML", wayOut: "quote what holds a colon or begins with @ or *, and indent with spaces")
        guard let error = error as? YamlError else { return }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            line = mark.line
            column = mark.column
            what += ": \(problem)"
        case .duplicatedKeysInMapping(let duplicates, let context):
            // The parser tells where the mapping begins; what its owner wants to see is the second of the two.
            let second = Self.secondPlace(of: duplicates, in: yaml, from: context.mark.line, column: context.mark.column)
            line = second ?? context.mark.line
            column = context.mark.column
            what = "a key stands twice: " + duplicates.map { "'\($0)'" }.joined(separator: ", ")
            wayOut = "join the two, or rename one"
        case .reader(let problem, _, _, _):
            what += ": \(problem)"
            wayOut = "save the file as UTF-8"
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded: break
        }
    }

    /// The line in which one of these keys begins for the second time, in a mapping that is written with one key a line.
    private static func secondPlace(of keys: [String], in yaml: String, from first: Int, column: Int) -> Int? {
        var seen: Set<String> = []
        for (index, line) in yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().dropFirst(max(0, first - 1)) {
            guard line.count >= column else { continue }
            let text = line.dropFirst(max(0, column - 1))
            guard let key = keys.first(where: { key in [key, "'\(key)'", "\"\(key)\""].contains { text.hasPrefix($0 + ":") } }) else { continue }
            if !seen.insert(key).inserted { return index + 1 }
        }
        return nil
    }
}
