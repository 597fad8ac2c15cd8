import Records
import Settings
import Testing

@Suite struct MappingTests {
    private static func rules(_ yaml: String) throws -> [Mapping.Rule] { try readMapping(yaml: yaml, source: "m.yml").rules }

    @Test func readsAMapping() throws {
        let mapping = try readMapping(
            yaml: """
                name: minutes
                title: Minutes of a council
                recognise:
                  - minutes
                  - {element: record, namespace: "", holds: [meeting]}
                namespaces: {m: "urn:m"}
                ids: ['@number', '@xml:id']
                language: en
                rules:
                  m:meeting: record
                  member: {as: person, key: ['@ref', '../@chair'], alone: item}
                  menu: {as: ignore, because: navigation}
                """, source: "folder/m.yml")
        #expect(mapping.name == "minutes")
        #expect(mapping.title == "Minutes of a council")
        #expect(mapping.language == "en")
        #expect(mapping.ids.map(\.local) == ["number", "id"])
        #expect(mapping.ids.map(\.namespace) == [nil, "http://www.w3.org/XML/1998/namespace"])
        #expect(mapping.rules.map(\.place) == [.container, .alone(.item), .aside("navigation")])
        #expect(mapping.rules.map(\.deed) == [.record, .none, .none])
        #expect(mapping.rules[0].steps.map(\.element.namespace) == ["urn:m"])
        #expect(mapping.rules[1].mark == .person)
        #expect(mapping.rules[1].facts[.key]?.map(\.ofParent) == [false, true])
        #expect(mapping.recognises(root: "minutes", namespace: "urn:any", first: ["minutes"]))
        #expect(mapping.recognises(root: "record", namespace: "", first: ["record", "meeting"]))
        #expect(!mapping.recognises(root: "record", namespace: "", first: ["record", "song"]))
        #expect(!mapping.recognises(root: "record", namespace: "urn:x", first: ["record", "meeting"]))
        #expect(!mapping.recognises(root: "song", namespace: "", first: []))
    }

    @Test func takesItsNameFromTheFileAndAnyRootWhereNothingIsSaid() throws {
        let mapping = try readMapping(yaml: "rules: {p: paragraph}", source: "folder/minutes.yml")
        #expect(mapping.name == "minutes")
        #expect(mapping.recognises(root: "anything", namespace: "urn:any", first: []))
    }

    /// The steps of a path: `>` child, `>>` any depth, tests in brackets.
    @Test(arguments: [
        ("p", ">>p"), ("/p", ">p"), ("//p", ">>p"), ("a/b", ">>a>b"), ("/a//b", ">a>>b"), ("a/*", ">>a>*"), ("a[@t]", ">>a[t]"),
        ("a[@t='x y'][@u=\"z\"]/b", ">>a[t=x y][u=z]>b"), ("a | b/c", ">>a >>b>c"), ("a/@b", ">>a@b"), ("@b", ">>*@b"), ("//@b", ">>*@b"),
        ("état/œuvre", ">>état>œuvre"), ("a.b-c_d", ">>a.b-c_d"),
    ]) func readsPaths(_ path: String, _ steps: String) throws {
        let rules = try Self.rules("rules:\n  ? |-\n    \(path)\n  : field\n")
        let shown = rules.map { rule in
            rule.steps.map { step in
                (step.isDeep ? ">>" : ">") + (step.element.local ?? "*")
                    + step.tests.map { "[\($0.attribute.local ?? "*")\($0.value.map { "=" + $0 } ?? "")]" }.joined()
            }.joined() + (rule.attribute.map { "@" + ($0.local ?? "*") } ?? "")
        }.joined(separator: " ")
        #expect(shown == steps)
    }

    @Test func everyRoleHasItsWord() throws {
        let rules = try Self.rules("rules:\n" + Role.allCases.map { "  a-\($0): \($0)\n" }.joined())
        let roles = rules.map { rule -> Role? in
            switch rule.place {
            case .passage(let role), .alone(let role): role
            case .container, .part, .word, .aside: nil
            }
        }
        #expect(roles == Role.allCases)
    }

    @Test(arguments: [
        WrongPage("", "m.yml: the file holds nothing; begin with 'rules:' and lines like 'chapter/p: paragraph' ('palimpsest schema --mapping' prints an example)"),
        WrongPage("- a\n", "m.yml:1:1: a list at the top; begin with 'rules:' and lines like 'chapter/p: paragraph'"),
        WrongPage("name: x\n", "m.yml:1:1: a mapping without rules; add 'rules:' and lines like 'chapter/p: paragraph'"),
        WrongPage("rules:\n  - a\n", "m.yml:2:3: a list where rules belong; write lines like 'chapter/p: paragraph', without a dash"),
        WrongPage("rule:\n  p: paragraph\n", "m.yml:1:1: unknown key 'rule'; did you mean 'rules'?"),
        WrongPage("name: Minutes\nrules: {p: paragraph}\n", "m.yml:1:7: 'Minutes' is no name for a mapping; use small letters, figures and hyphens; 'title' may say more"),
        WrongPage("name: tei\nrules: {p: paragraph}\n", "m.yml:1:7: 'tei' is the name of a vocabulary of the program; choose another name"),
        WrongPage("language: '@lang'\nrules: {p: paragraph}\n", "m.yml:1:11: '@lang' is no language; write its code in small letters, e.g. en; 'languages' names attributes"),
        WrongPage("rules:\n  p: paragrap\n", "m.yml:2:6: unknown meaning 'paragrap'; did you mean 'paragraph'?"),
        WrongPage("rules:\n  p: [paragraph]\n", "m.yml:2:6: a list where a meaning belongs; write one word, or {as: person, key: '@ref'}"),
        WrongPage("rules:\n  p: {key: '@x'}\n", "m.yml:2:3: the rule does not say what the element is; add 'as: …'"),
        WrongPage("rules:\n  p: {as: person, keyy: '@x'}\n", "m.yml:2:19: unknown key 'keyy'; did you mean 'key'?"),
        WrongPage("rules:\n  p: {as: person, key: x}\n", "m.yml:2:24: 'x' is no attribute; write '@name', or '../@name' for one of the element round it"),
        WrongPage("rules:\n  p: {as: paragraph, alone: item}\n", "m.yml:2:29: 'alone' belongs to what may stand in a text too; leave it out, or write {as: person, alone: item}"),
        WrongPage("rules:\n  p: {as: person, because: x}\n", "m.yml:2:19: 'because' belongs to what is ignored; write {as: ignore, because: …}"),
        WrongPage("rules:\n  p: {as: person, kind: place}\n", "m.yml:2:25: unknown kind 'place' of entity; did you mean 'place'?"),
        WrongPage("rules:\n  a/@b: container\n", "m.yml:2:9: an attribute cannot be this; say what its text is: field, person, date, bookkeeping …"),
        WrongPage("rules:\n  a//: paragraph\n", "m.yml:2:6: the path ends where an element belongs; write a path like chapter/p, //note or person/@key"),
        WrongPage("rules:\n  a/b c: paragraph\n", "m.yml:2:7: 'c' cannot be read here; write a path like chapter/p, //note or person/@key"),
        WrongPage("rules:\n  a[b='x']: paragraph\n", "m.yml:2:5: only attributes can be asked for in [ ]; write [@type='x'] or [@type]; what stands inside an element is not known where it begins"),
        WrongPage("rules:\n  a[@b=x]: paragraph\n", "m.yml:2:8: a value in quotes is missing after '='; write [@type='x']"),
        WrongPage("rules:\n  a[@b: paragraph\n", "m.yml:2:7: ']' is missing; write [@type='x'] or [@type]"),
        WrongPage("rules:\n  text(): paragraph\n", "m.yml:2:8: functions are not read in a path; name elements and attributes only"),
        WrongPage("rules:\n  a::b: paragraph\n", "m.yml:2:3: axes are not read in a path; use /, // and @ only"),
        WrongPage("rules:\n  t:p: paragraph\n", "m.yml:2:3: the prefix 't' is not declared; add it under 'namespaces:', or leave it out: names without a prefix fit in any namespace"),
        WrongPage("rules:\n  a/../b: paragraph\n", "m.yml:2:7: '.' and '..' are not read in a path; begin the path further up: parent/child"),
        WrongPage("rules:\n  a: &x paragraph\n  b: *x\n", "m.yml:2:6: anchors and aliases (&name, *name) are not read; write the names out, in quotes where they begin with & or *"),
        WrongPage("recognise: []\nrules: {p: paragraph}\n", "m.yml:1:12: an empty list of root elements; name at least one, or leave the key out"),
        WrongPage("recognise: [{root: a}]\nrules: {p: paragraph}\n", "m.yml:1:14: unknown key 'root'; known: element, namespace, holds"),
    ]) func refuses(_ row: WrongPage) {
        do {
            _ = try readMapping(yaml: row.yaml, source: "m.yml")
            Issue.record("accepted")
        } catch {
            #expect(error.description == row.error)
        }
    }

    @Test(arguments: [("rules:\n\tp: paragraph\n", 2), ("rules:\n  p: paragraph\n  p: note\n", 3), ("rules: {p: note}\n---\nrules: {}\n", 2)])
    func namesTheLineOfWhatIsNotYAML(_ yaml: String, _ line: Int) {
        #expect {
            _ = try readMapping(yaml: yaml, source: "m.yml")
        } throws: { error in
            (error as? SettingsError)?.line == line
        }
    }

    @Test func limits() throws {
        let steps = Array(repeating: "a", count: 32).joined(separator: "/")
        #expect(try Self.rules("rules: {\(steps): field}")[0].steps.count == 32)
        #expect(throws: SettingsError.self) { try Self.rules("rules: {\(steps)/a: field}") }
        let many = (0..<4_000).map { "  a\($0): field\n" }.joined()
        #expect(try Self.rules("rules:\n" + many).count == 4_000)
        #expect(throws: SettingsError.self) { try Self.rules("rules:\n" + many + "  b: field\n") }
        #expect(throws: SettingsError.self) { try Self.rules("rules: {a: field}\n#" + String(repeating: "x", count: 1 << 20)) }
    }
}
