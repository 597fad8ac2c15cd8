import Yams

/// `Records` has a `Node` too.
typealias YAML = Yams.Node

/// A settings file in YAML: how its values are taken and its faults are told, the same for every kind of file.
///
/// Nothing is guessed: an unknown key or a wrong type is an error with its place. Anchors and aliases are not read, since a few lines of them stand
/// for millions; two documents in one file, a key that stands twice and tabs are errors of the parser.
struct YAMLPage {
    /// What errors call the file.
    let source: String

    /// The one value of the file.
    /// - Parameters:
    ///   - limit: bytes that the file may have; `larger` says what to do with more.
    ///   - beginning: how such a file begins, for whoever gives an empty one.
    func root(_ yaml: String, limit: Int, larger: String, beginning: String) throws(SettingsError) -> YAML {
        guard yaml.utf8.count <= limit else { throw SettingsError(source: source, what: "the file has more than \(limit) bytes", wayOut: larger) }
        if let place = AliasSearch.firstAnchor(in: yaml) {
            throw SettingsError(
                source: source, line: place.line, column: place.column, what: "anchors and aliases (&name, *name) are not read",
                wayOut: "write the names out, in quotes where they begin with & or *")
        }
        let root: YAML?
        do {
            root = try Parser(yaml: yaml, encoding: .utf8).singleRoot()
        } catch {
            throw SettingsError(error, source: source, yaml: yaml)
        }
        guard let root, !root.isNothing else { throw SettingsError(source: source, what: "the file holds nothing", wayOut: beginning) }
        return root
    }

    // MARK: values

    func texts(_ node: YAML, _ what: String) throws(SettingsError) -> [String] {
        // One name needs no brackets.
        if node.scalar != nil { return [try text(node, what)] }
        guard let list = node.sequence else { throw wrong(node, "\(node.kindName) where \(what) belong", "write them as a list: [one, two]") }
        guard !list.isEmpty else { throw wrong(node, "an empty list of \(what)", "give at least one, or leave the key out") }
        var texts: [String] = []
        for element in list { texts.append(try text(element, what)) }
        return texts
    }

    /// Numbers and words like `no` are taken as they are written: a name may be "No" or "1984".
    func text(_ node: YAML, _ what: String) throws(SettingsError) -> String {
        guard let scalar = node.scalar else { throw wrong(node, "\(node.kindName) where \(what) belongs", "write a plain word or text in quotes") }
        let text = trimmed(scalar.string)
        guard !text.isEmpty else { throw wrong(node, "nothing where \(what) belongs", "write it, or leave the line out") }
        return text
    }

    private func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    // MARK: errors

    /// `offset`: characters into the node's text where the fault stands.
    func wrong(_ node: YAML, _ what: String, _ wayOut: String, at offset: Int = 0) -> SettingsError {
        SettingsError(source: source, line: node.mark?.line, column: node.mark.map { $0.column + offset }, what: what, wayOut: wayOut)
    }

    func unknown(_ key: YAML, known: [String]) -> SettingsError {
        let word = key.scalar?.string ?? key.kindName
        return wrong(key, "unknown key '\(word)'", suggestion(word, known))
    }

    func suggestion(_ word: String, _ known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "did you mean '\(near)'?" }
        return "known: " + known.joined(separator: ", ")
    }
}

extension Yams.Node {
    var isNothing: Bool { scalar.map { $0.string.isEmpty || $0.string == "~" || $0.string == "null" } ?? false }

    var kindName: String {
        switch self {
        case .scalar: "a single value"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
