import Records
import Yams

/// Reads a mapping file:
///
///     name: minutes
///     title: Minutes of the town council
///     recognise: [minutes]          # root elements; {element: …, namespace: …, holds: […]} where the name alone is not enough
///     namespaces: {m: "urn:minutes"}
///     rules:
///       meeting: record             # path: meaning
///       meeting/no: record-id
///       member: {as: person, key: '@ref'}
///       stamp | meeting/@entered: bookkeeping
///
/// `source` is what errors call the file. An unknown key, an unknown meaning and a path that cannot be read are errors with their place.
public func readMapping(yaml: String, source: String) throws(SettingsError) -> Mapping {
    let page = YAMLPage(source: source)
    let root = try page.root(
        yaml, limit: Limits.mappingBytes, larger: "name fewer paths; one with '*' or '//' may stand for many",
        beginning: "begin with 'rules:' and lines like 'chapter/p: paragraph' ('palimpsest schema --mapping' prints an example)")
    return try MappingReader(page: page).read(root)
}

private struct MappingReader {
    let page: YAMLPage
    private static let keys = ["name", "title", "recognise", "namespaces", "ids", "languages", "language", "rules"]
    private static let extras = ["as", "also", "alone", "kind", "because"]
    /// Namespaces that need no declaration.
    private static let known = ["xml": "http://www.w3.org/XML/1998/namespace", "xlink": "http://www.w3.org/1999/xlink"]

    init(page: YAMLPage) { self.page = page }

    func read(_ root: YAML) throws(SettingsError) -> Mapping {
        guard let top = root.mapping else {
            throw page.wrong(root, "\(root.kindName) at the top", "begin with 'rules:' and lines like 'chapter/p: paragraph'")
        }
        var mapping = Mapping(name: stem(page.source), title: "", source: page.source, roots: [], ids: [], languages: [], language: nil, rules: [])
        // Prefixes may be declared below the rules that use them.
        var namespaces = Self.known
        for (key, value) in top where key.scalar?.string == "namespaces" { try declare(value, &namespaces) }
        var rules: YAML?
        for (key, value) in top {
            switch try page.text(key, "a key") {
            case "name": mapping.name = try name(value)
            case "title": mapping.title = try page.text(value, "a title")
            case "recognise": mapping.roots = try roots(value)
            case "namespaces": break
            case "ids": mapping.ids = try attributes(value, namespaces).map(\.name)
            case "languages": mapping.languages = try attributes(value, namespaces).map(\.name)
            case "language":
                let tag = try page.text(value, "a language")
                guard (2...8).contains(tag.utf8.count), tag.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
                    throw page.wrong(value, "'\(tag)' is no language", "write its code in small letters, e.g. en; 'languages' names attributes")
                }
                mapping.language = tag
            case "rules": rules = value
            default: throw page.unknown(key, known: Self.keys)
            }
        }
        guard let rules else { throw page.wrong(root, "a mapping without rules", "add 'rules:' and lines like 'chapter/p: paragraph'") }
        guard let list = rules.mapping else {
            throw page.wrong(rules, "\(rules.kindName) where rules belong", "write lines like 'chapter/p: paragraph', without a dash")
        }
        for (path, meaning) in list {
            try add(path, meaning, namespaces, &mapping.rules)
            if mapping.rules.count > Limits.mappingRules {
                throw page.wrong(path, "more than \(Limits.mappingRules) rules", "one path with '*' or '//' may stand for many")
            }
        }
        return mapping
    }

    /// The file's name without folder and extension.
    private func stem(_ source: String) -> String {
        let file = source.split(separator: "/").last.map(String.init) ?? source
        return file.split(separator: ".").first.map(String.init) ?? file
    }

    private func name(_ node: YAML) throws(SettingsError) -> String {
        let name = try page.text(node, "a name")
        guard name.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }) else {
            throw page.wrong(node, "'\(name)' is no name for a mapping", "use small letters, figures and hyphens; 'title' may say more")
        }
        guard !["tei", "archive", "mediawiki", "html", "generic"].contains(name) else {
            throw page.wrong(node, "'\(name)' is the name of a vocabulary of the program", "choose another name")
        }
        return name
    }

    private func declare(_ node: YAML, _ namespaces: inout [String: String]) throws(SettingsError) {
        guard let list = node.mapping else { throw page.wrong(node, "\(node.kindName) where namespaces belong", "write 'prefix: address' for each") }
        for (prefix, address) in list { namespaces[try page.text(prefix, "a prefix")] = try page.text(address, "a namespace") }
    }

    private func roots(_ node: YAML) throws(SettingsError) -> [Mapping.Root] {
        let nodes = node.sequence.map(Array.init) ?? [node]
        guard !nodes.isEmpty else { throw page.wrong(node, "an empty list of root elements", "name at least one, or leave the key out") }
        var roots: [Mapping.Root] = []
        for node in nodes {
            guard let fields = node.mapping else {
                roots.append(Mapping.Root(element: try page.text(node, "a root element"), namespaces: [], holds: []))
                continue
            }
            var root = Mapping.Root(element: "", namespaces: [], holds: [])
            for (key, value) in fields {
                switch try page.text(key, "a key") {
                case "element": root.element = try page.text(value, "a root element")
                case "namespace":
                    // "" is no namespace at all.
                    root.namespaces = try self.namespaces(value)
                case "holds": root.holds = try page.texts(value, "elements")
                default: throw page.unknown(key, known: ["element", "namespace", "holds"])
                }
            }
            guard !root.element.isEmpty else { throw page.wrong(node, "a root without its element", "add 'element: …'") }
            roots.append(root)
        }
        return roots
    }

    private func namespaces(_ node: YAML) throws(SettingsError) -> [String] {
        var namespaces: [String] = []
        for one in node.sequence.map(Array.init) ?? [node] {
            guard let text = one.scalar?.string else { throw page.wrong(one, "\(one.kindName) where a namespace belongs", "write its address, or '' for none") }
            namespaces.append(text)
        }
        return namespaces
    }

    // MARK: rules

    private func add(_ path: YAML, _ meaning: YAML, _ namespaces: [String: String], _ rules: inout [Mapping.Rule]) throws(SettingsError) {
        let text = try page.text(path, "a path")
        let paths: [MappingPath]
        do throws(MappingPath.Fault) { paths = try MappingPath.all(text, namespaces: namespaces) } catch {
            throw page.wrong(path, error.what, error.wayOut, at: error.offset)
        }
        let rule = try rule(meaning, at: path, namespaces)
        for path in paths {
            var rule = rule
            (rule.steps, rule.attribute) = (path.steps, path.attribute)
            rules.append(rule)
        }
        if paths.contains(where: { $0.attribute != nil }) { try check(rule, at: meaning) }
    }

    /// An attribute's text can be a passage or be marked; it holds nothing and begins nothing.
    private func check(_ rule: Mapping.Rule, at node: YAML) throws(SettingsError) {
        switch rule.place {
        case .passage, .alone, .aside: break
        case .container, .part, .word: throw page.wrong(node, "an attribute cannot be this", "say what its text is: field, person, date, bookkeeping …")
        }
        if rule.deed != .none, rule.deed != .recordTitle, rule.deed != .recordID {
            throw page.wrong(node, "an attribute cannot be this", "say what its text is, or name the attribute beside its element: {as: version, label: '@n'}")
        }
    }

    private func rule(_ node: YAML, at path: YAML, _ namespaces: [String: String]) throws(SettingsError) -> Mapping.Rule {
        if node.scalar != nil {
            let word = try word(node)
            return Mapping.Rule(steps: [], attribute: nil, place: word.place, mark: word.mark, deed: word.deed, facts: [:])
        }
        guard let fields = node.mapping else {
            throw page.wrong(node, "\(node.kindName) where a meaning belongs", "write one word, or {as: person, key: '@ref'}")
        }
        guard let stated = fields.first(where: { $0.key.scalar?.string == "as" }) else {
            throw page.wrong(path, "the rule does not say what the element is", "add 'as: …'")
        }
        let word = try word(stated.value)
        var rule = Mapping.Rule(steps: [], attribute: nil, place: word.place, mark: word.mark, deed: word.deed, facts: [:])
        for (key, value) in fields {
            let name = try page.text(key, "a key")
            if let fact = Mapping.Fact(rawValue: name) {
                rule.facts[fact] = try attributes(value, namespaces)
                continue
            }
            switch name {
            case "as": break
            case "also":
                let other = try self.word(value)
                guard other.deed != .none, rule.deed == .none else {
                    throw page.wrong(value, "'\(other.word)' cannot be said besides", "'also' takes record-id, record-title, entity-name, entity-key, speaker and the like, once")
                }
                rule.deed = other.deed
            case "alone": try alone(value, &rule)
            case "kind":
                let kind = try page.text(value, "a kind")
                guard case .entity = rule.deed, let kind = Entity.Kind(rawValue: kind) else {
                    throw page.wrong(value, "unknown kind '\(kind)' of entity", page.suggestion(kind, ["person", "organisation", "place", "event"]))
                }
                rule.deed = .entity(kind)
            case "because":
                guard case .aside = rule.place else { throw page.wrong(key, "'because' belongs to what is ignored", "write {as: ignore, because: …}") }
                rule.place = .aside(try page.text(value, "a reason"))
            default: throw page.unknown(key, known: Self.extras + Mapping.Fact.allCases.map(\.rawValue))
            }
        }
        return rule
    }

    /// The role of a name, a quotation and the like where it stands alone.
    private func alone(_ node: YAML, _ rule: inout Mapping.Rule) throws(SettingsError) {
        let name = try page.text(node, "a role")
        let roles = Role.allCases.map { String(describing: $0) }
        guard let index = roles.firstIndex(of: name) else { throw page.wrong(node, "unknown role '\(name)'", page.suggestion(name, roles)) }
        guard case .alone = rule.place else {
            throw page.wrong(node, "'alone' belongs to what may stand in a text too", "leave it out, or write {as: person, alone: \(name)}")
        }
        rule.place = .alone(Role.allCases[index])
    }

    private func word(_ node: YAML) throws(SettingsError) -> MappingWords.Word {
        let text = try page.text(node, "a meaning")
        guard let word = MappingWords.find(text) else {
            throw page.wrong(node, "unknown meaning '\(text)'", page.suggestion(text, MappingWords.all.map(\.word)))
        }
        return word
    }

    private func attributes(_ node: YAML, _ namespaces: [String: String]) throws(SettingsError) -> [Mapping.Attribute] {
        var attributes: [Mapping.Attribute] = []
        for text in try page.texts(node, "attributes") {
            do throws(MappingPath.Fault) { attributes.append(try MappingPath.attribute(text, namespaces: namespaces)) } catch {
                throw page.wrong(node, error.what, error.wayOut)
            }
        }
        return attributes
    }
}
