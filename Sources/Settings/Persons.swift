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
    let page = YAMLPage(source: source)
    let root = try page.root(
        yaml, limit: Limits.authorityBytes, larger: "give a list of that size as TEI listPerson", beginning: "begin with 'persons:'")
    var reader = PersonsReader(page: page)
    try reader.read(root)
    return reader.entities
}

private struct PersonsReader {
    let page: YAMLPage
    var entities: [Entity] = []
    /// Where each id stands.
    private var lines: [[UInt8]: Int] = [:]

    init(page: YAMLPage) { self.page = page }

    mutating func read(_ root: YAML) throws(SettingsError) {
        guard let mapping = root.mapping else {
            if root.sequence != nil { throw page.wrong(root, "a list at the top", "put 'persons:' before it") }
            throw page.wrong(root, "\(root.kindName) at the top", "begin with 'persons:' and a list, or write 'trotsky: [Leon Trotsky]'")
        }
        // `persons` with a list below it is the long form; `persons: [A name]` alone would be an entity of that id, which nobody means.
        guard let persons = mapping.first(where: { $0.key.scalar?.string == "persons" }) else {
            for pair in mapping { try add(id: pair.key, names: pair.value) }
            return
        }
        for pair in mapping where pair.key.scalar?.string != "persons" { throw page.unknown(pair.key, known: ["persons"]) }
        if let mapping = persons.value.mapping {
            for pair in mapping { try add(id: pair.key, names: pair.value) }
            return
        }
        guard let list = persons.value.sequence else {
            throw page.wrong(persons.value, "\(persons.value.kindName) where a list of persons belongs", "write '- id: …' and 'names: […]' for each")
        }
        for node in list { try add(node) }
    }

    private mutating func add(id: YAML, names: YAML) throws(SettingsError) {
        try add(Entity(id: try page.text(id, "an id"), names: try page.texts(names, "names")), at: id)
    }

    private mutating func add(_ node: YAML) throws(SettingsError) {
        guard let mapping = node.mapping else {
            throw page.wrong(node, "\(node.kindName) where a person belongs", "write '- id: …' and 'names: […]'")
        }
        var idNode: YAML?
        var entity = Entity(id: "", names: [])
        for (key, value) in mapping {
            switch try page.text(key, "a key") {
            case "id":
                idNode = value
                entity.id = try page.text(value, "an id")
            case "names": entity.names = try page.texts(value, "names")
            case "keys": entity.keys = try page.texts(value, "keys")
            case "kind":
                let word = try page.text(value, "a kind")
                // `unknown` is for readers that cannot tell; whoever writes a list can.
                guard let kind = Entity.Kind(rawValue: word), kind != .unknown else {
                    throw page.wrong(value, "unknown kind '\(word)'", page.suggestion(word, ["person", "organisation", "place", "event"]))
                }
                entity.kind = kind
            default: throw page.unknown(key, known: ["id", "names", "kind", "keys"])
            }
        }
        guard let idNode else { throw page.wrong(node, "a person without an id", "add 'id: …'") }
        guard !entity.names.isEmpty else { throw page.wrong(node, "'\(entity.id)' has no names", "add 'names: […]'") }
        try add(entity, at: idNode)
    }

    private mutating func add(_ entity: Entity, at node: YAML) throws(SettingsError) {
        var entity = entity
        // As references write it: `#trotsky` and `trotsky` are one.
        if entity.id.hasPrefix("#") { entity.id.removeFirst() }
        guard !entity.id.isEmpty else { throw page.wrong(node, "an empty id", "give each person an id of its own") }
        if let line = lines[Array(entity.id.utf8)] {
            throw page.wrong(node, "the id '\(entity.id)' stands already in line \(line)", "join the two, or give one another id")
        }
        lines[Array(entity.id.utf8)] = node.mark?.line ?? 0
        entities.append(entity)
    }
}
