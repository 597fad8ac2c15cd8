import Records
import Settings
import Testing

@Suite struct PersonsTests {
    @Test func readsTheLongForm() throws {
        let persons = try readPersons(
            yaml: """
                persons:
                  - id: trotsky
                    names: [Leon Trotsky, Lev Bronstein]
                    kind: person
                    keys: ["viaf:24608133", Q33391]
                  - id: "#vkpb"
                    kind: organisation
                    names: All-Union Communist Party
                """, source: "persons.yml")
        #expect(
            persons == [
                Entity(id: "trotsky", kind: .person, names: ["Leon Trotsky", "Lev Bronstein"], keys: ["viaf:24608133", "Q33391"]),
                Entity(id: "vkpb", kind: .organisation, names: ["All-Union Communist Party"]),
            ])
    }

    @Test(arguments: ["trotsky: [Leon Trotsky, Троцкий]\nradek: Karl Radek\n", "persons:\n  trotsky: [Leon Trotsky, Троцкий]\n  radek: Karl Radek\n"])
    func readsAMapping(_ yaml: String) throws {
        let persons = try readPersons(yaml: yaml, source: "p.yml")
        #expect(persons == [Entity(id: "trotsky", names: ["Leon Trotsky", "Троцкий"]), Entity(id: "radek", names: ["Karl Radek"])])
    }

    @Test func takesWordsAsTheyAreWritten() throws {
        let persons = try readPersons(yaml: "no: [No, 1984, \"a: b\", true, Smith & Sons, AT&T, 'Brown &Co']\n", source: "p.yml")
        #expect(persons == [Entity(id: "no", names: ["No", "1984", "a: b", "true", "Smith & Sons", "AT&T", "Brown &Co"])])
    }

    @Test(arguments: [
        WrongPage("", "p.yml: the file holds nothing; begin with 'persons:'"),
        WrongPage("# only a comment\n", "p.yml: the file holds nothing; begin with 'persons:'"),
        WrongPage("just text", "p.yml:1:1: a single value at the top; begin with 'persons:' and a list, or write 'trotsky: [Leon Trotsky]'"),
        WrongPage("- id: a\n", "p.yml:1:1: a list at the top; put 'persons:' before it"),
        WrongPage("persons:\n  - id: a\n    name: [A]\n", "p.yml:3:5: unknown key 'name'; did you mean 'names'?"),
        WrongPage("persons:\n  - id: a\n    colour: red\n", "p.yml:3:5: unknown key 'colour'; known: id, names, kind, keys"),
        WrongPage("persons:\n  - id: a\n    names: [A]\nperson: []\n", "p.yml:4:1: unknown key 'person'; did you mean 'persons'?"),
        WrongPage("persons:\n  - id: a\n    names: [A]\n    kind: persn\n", "p.yml:4:11: unknown kind 'persn'; did you mean 'person'?"),
        WrongPage("persons:\n  - id: a\n    names: [A]\n    kind: unknown\n", "p.yml:4:11: unknown kind 'unknown'; known: person, organisation, place, event"),
        WrongPage("persons:\n  - names: [A]\n", "p.yml:2:5: a person without an id; add 'id: …'"),
        WrongPage("persons:\n  - id: a\n", "p.yml:2:5: 'a' has no names; add 'names: […]'"),
        WrongPage("persons:\n  - id: a\n    names: []\n", "p.yml:3:12: an empty list of names; give at least one, or leave the key out"),
        WrongPage("persons:\n  - id: a\n    names: {x: y}\n", "p.yml:3:12: a mapping where names belong; write them as a list: [one, two]"),
        WrongPage("persons:\n  - id: a\n    names: [[A]]\n", "p.yml:3:13: a list where names belongs; write a plain word or text in quotes"),
        WrongPage("persons:\n  - id: [a]\n    names: [A]\n", "p.yml:2:9: a list where an id belongs; write a plain word or text in quotes"),
        WrongPage("persons: A\n", "p.yml:1:10: a single value where a list of persons belongs; write '- id: …' and 'names: […]' for each"),
        WrongPage("persons:\n  - A\n", "p.yml:2:5: a single value where a person belongs; write '- id: …' and 'names: […]'"),
        WrongPage("persons:\n  - id: a\n    names: [A]\n  - id: '#a'\n    names: [B]\n", "p.yml:4:9: the id 'a' stands already in line 2; join the two, or give one another id"),
        WrongPage("a: [A, '']\n", "p.yml:1:8: nothing where names belongs; write it, or leave the line out"),
        WrongPage("'': [A]\n", "p.yml:1:1: nothing where an id belongs; write it, or leave the line out"),
        WrongPage("'#': [A]\n", "p.yml:1:1: an empty id; give each person an id of its own"),
        WrongPage("a: &x [A]\nb: *x\n", "p.yml:1:4: anchors and aliases (&name, *name) are not read; write the names out, in quotes where they begin with & or *"),
    ]) func refuses(_ row: WrongPage) {
        #expect(throws: SettingsError.self) { try readPersons(yaml: row.yaml, source: "p.yml") }
        do {
            _ = try readPersons(yaml: row.yaml, source: "p.yml")
        } catch {
            #expect(error.description == row.error)
        }
    }

    /// Where the parser speaks, its words may change with its version; the place and the way out are ours.
    @Test(arguments: [
        ("persons:\n  - id: a\n    names: [A\n", 4), ("persons:\n\t- id: a\n", 2), ("a: [A]\na: [B]\n", 2), ("a: 'unclosed\n", 2), ("a: *x\n", 1),
        ("a: [A]\n---\nb: [B]\n", 2), ("a: b: c\n", 1), ("%YAML 9.9\n---\na: A\n", 1),
    ]) func namesTheLineOfWhatIsNotYAML(_ yaml: String, _ line: Int) {
        do {
            _ = try readPersons(yaml: yaml, source: "p.yml")
            Issue.record("accepted: \(yaml.debugDescription)")
        } catch {
            #expect(error.line == line, "\(error)")
            #expect(!error.what.isEmpty && !error.wayOut.isEmpty)
        }
    }

    private static let laughs = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1),*a\($0 - 1)]" }.joined(separator: "\n")

    @Test(.timeLimit(.minutes(1)), arguments: [
        "a0: &a0 [lol]\n" + laughs,
        "- &a0 [x]\n" + (1...30).map { "- &a\($0) {? [*a\($0 - 1), *a\($0 - 1)] : x, ? [*a\($0 - 1)] : y}" }.joined(separator: "\n"),
        "a-\"b: &a0 [x]\nc: *a0\n", "\"a # b\": &x [A]\n", "a: !!seq &x [A]\n", "a:\u{85}&x [A]\n", "a:\u{2028}  &x [A]\n", "\u{FEFF}&x a: [A]\n", "? &x a\n: [A]\n",
        "a: [A,&x B]\n", "a: !<tag:yaml.org,2002:seq> &x [A]\n", "a:\r  &x [A]\n", "---\n&x\n{a: A}\n",
    ]) func refusesAliasBombsHoweverTheyHide(_ yaml: String) {
        do {
            _ = try readPersons(yaml: yaml, source: "p.yml")
            Issue.record("accepted")
        } catch {
            #expect(error.what.hasPrefix("anchors and aliases"), "\(error)")
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000), String(repeating: "- ", count: 100_000),
        "a: " + String(repeating: "[", count: 900) + String(repeating: "]", count: 900), String(repeating: "a", count: 9 << 20),
        (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]) func refusesWhatIsTooDeepOrTooLong(_ yaml: String) {
        #expect(throws: SettingsError.self) { try readPersons(yaml: yaml, source: "p.yml") }
    }

    @Test(.timeLimit(.minutes(1))) func readsFiveThousandPersons() throws {
        let yaml = "persons:\n" + (0..<5000).map { "  - id: p\($0)\n    names: [Name \($0), Other \($0)]\n" }.joined()
        #expect(try readPersons(yaml: yaml, source: "p.yml").count == 5000)
    }
}
