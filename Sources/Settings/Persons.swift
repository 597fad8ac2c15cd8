public import Records
import Yams

/// The entities of an authority file in YAML: who is who, under which names.
///
/// Either a mapping from id to names, or a list with more to say:
///
///     persons:
///       - id: trotsky
///         names: [Leon Trotsky, Lev Bronstein]
///         kind: person              # person, organisation, place or event
///         keys: [viaf:24608133]     # other identifiers of the same
///
/// `source` is what errors call the file. Nothing is guessed: an unknown key, a wrong type or an id that stands twice is an error with its place.
/// Anchors and aliases are not read, since a few lines of them stand for millions.
public func readPersons(yaml: String, source: String) throws(SettingsError) -> [Entity] {
    guard yaml.utf8.count <= Limits.authorityBytes else {
        throw SettingsError(
            source: source, what: "the file has more than \(Limits.authorityBytes) bytes", wayOut: "give a list of that size as TEI listPerson")
    }
    if let place = AliasSearch.firstAnchor(in: yaml) {
        throw SettingsError(
            source: source, line: place.line, column: place.column, what: "anchors and aliases (&name, *name) are not read",
            wayOut: "write the names out, in quotes where they begin with & or *")
    }
    let root: YAML?
    do {
        root = try Parser(yaml: yaml, encoding: .utf8).singleRoot()
    } catch {
        throw SettingsError(error, source: source)
    }
    guard let root, !root.isNothing else {
        throw SettingsError(source: source, what: "the file holds nothing", wayOut: "begin with 'persons:'")
    }
    var reader = PersonsReader(source: source)
    try reader.read(root)
    return reader.entities
}

/// `Records` has a `Node` too.
private typealias YAML = Yams.Node

private struct PersonsReader {
    let source: String
    var entities: [Entity] = []
    /// Where each id stands.
    private var lines: [[UInt8]: Int] = [:]

    init(source: String) { self.source = source }

    mutating func read(_ root: YAML) throws(SettingsError) {
        guard let mapping = root.mapping else {
            if root.sequence != nil { throw wrong(root, "a list at the top", "put 'persons:' before it") }
            throw wrong(root, "\(root.kindName) at the top", "begin with 'persons:' and a list, or write 'trotsky: [Leon Trotsky]'")
        }
        // `persons` with a list below it is the long form; `persons: [A name]` alone would be an entity of that id, which nobody means.
        guard let persons = mapping.first(where: { $0.key.scalar?.string == "persons" }) else {
            for pair in mapping { try add(id: pair.key, names: pair.value) }
            return
        }
        for pair in mapping where pair.key.scalar?.string != "persons" { throw unknown(pair.key, known: ["persons"]) }
        if let mapping = persons.value.mapping {
            for pair in mapping { try add(id: pair.key, names: pair.value) }
            return
        }
        guard let list = persons.value.sequence else {
            throw wrong(persons.value, "\(persons.value.kindName) where a list of persons belongs", "write '- id: …' and 'names: […]' for each")
        }
        for node in list { try add(node) }
    }

    private mutating func add(id: YAML, names: YAML) throws(SettingsError) {
        try add(Entity(id: try text(id, "an id"), names: try texts(names, "names")), at: id)
    }

    private mutating func add(_ node: YAML) throws(SettingsError) {
        guard let mapping = node.mapping else {
            throw wrong(node, "\(node.kindName) where a person belongs", "write '- id: …' and 'names: […]'")
        }
        var idNode: YAML?
        var entity = Entity(id: "", names: [])
        for (key, value) in mapping {
            switch try text(key, "a key") {
            case "id":
                idNode = value
                entity.id = try text(value, "an id")
            case "names": entity.names = try texts(value, "names")
            case "keys": entity.keys = try texts(value, "keys")
            case "kind":
                let word = try text(value, "a kind")
                // `unknown` is for readers that cannot tell; whoever writes a list can.
                guard let kind = Entity.Kind(rawValue: word), kind != .unknown else {
                    throw wrong(value, "unknown kind '\(word)'", suggestion(word, ["person", "organisation", "place", "event"]))
                }
                entity.kind = kind
            default: throw unknown(key, known: ["id", "names", "kind", "keys"])
            }
        }
        guard let idNode else { throw wrong(node, "a person without an id", "add 'id: …'") }
        guard !entity.names.isEmpty else { throw wrong(node, "'\(entity.id)' has no names", "add 'names: […]'") }
        try add(entity, at: idNode)
    }

    private mutating func add(_ entity: Entity, at node: YAML) throws(SettingsError) {
        var entity = entity
        // As references write it: `#trotsky` and `trotsky` are one.
        if entity.id.hasPrefix("#") { entity.id.removeFirst() }
        guard !entity.id.isEmpty else { throw wrong(node, "an empty id", "give each person an id of its own") }
        if let line = lines[Array(entity.id.utf8)] {
            throw wrong(node, "the id '\(entity.id)' stands already in line \(line)", "join the two, or give one another id")
        }
        lines[Array(entity.id.utf8)] = node.mark?.line ?? 0
        entities.append(entity)
    }

    // MARK: values

    private func texts(_ node: YAML, _ what: String) throws(SettingsError) -> [String] {
        // One name needs no brackets.
        if node.scalar != nil { return [try text(node, what)] }
        guard let list = node.sequence else { throw wrong(node, "\(node.kindName) where \(what) belong", "write them as a list: [one, two]") }
        guard !list.isEmpty else { throw wrong(node, "an empty list of \(what)", "give at least one, or leave the key out") }
        var texts: [String] = []
        for element in list { texts.append(try text(element, what)) }
        return texts
    }

    /// Numbers and words like `no` are taken as they are written: a name may be "No" or "1984".
    private func text(_ node: YAML, _ what: String) throws(SettingsError) -> String {
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

    private func wrong(_ node: YAML, _ what: String, _ wayOut: String) -> SettingsError {
        SettingsError(source: source, line: node.mark?.line, column: node.mark?.column, what: what, wayOut: wayOut)
    }

    private func unknown(_ key: YAML, known: [String]) -> SettingsError {
        let word = key.scalar?.string ?? key.kindName
        return wrong(key, "unknown key '\(word)'", suggestion(word, known))
    }

    private func suggestion(_ word: String, _ known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "did you mean '\(near)'?" }
        return "known: " + known.joined(separator: ", ")
    }
}

extension Yams.Node {
    fileprivate var isNothing: Bool { scalar.map { $0.string.isEmpty || $0.string == "~" || $0.string == "null" } ?? false }

    fileprivate var kindName: String {
        switch self {
        case .scalar: "a single value"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
