import Records
import Settings
import Testing

/// A persons file that is written is read back to the same.
@Suite struct PersonsPageTests {
    @Test(arguments: [
        [Entity(id: "trotsky", kind: .person, names: ["Leon Trotsky", "Троцкий"], keys: ["viaf:24608133"])],
        [Entity(id: "cc", kind: .organisation, names: ["Central Committee"]), Entity(id: "petrograd", kind: .place, names: ["Petrograd"]), Entity(id: "rising", kind: .event, names: ["the rising"])],
        [Entity(id: "null", kind: .person, names: ["true", "0x1F", "~", "- a", "a: b", "# no comment", "[x]", "{y}", "&a", "*b", "!c", "%d", "@e", "`f`"])],
        [Entity(id: "quotes \" and \\", kind: .person, names: ["\"Koba\"", "back\\slash", "O'Neill", "tab\there", "line\nbreak", "zero\u{200B}width", "\u{202E}turned", "smile \u{1F600}", "\u{E0001}"])],
        [],
    ])
    func roundTrip(_ entities: [Entity]) throws {
        let page = personsPage(entities.map { PersonsEntry($0, note: "2 times, by capitals\n, first in line 3") }, heading: ["The names found", "in a\nfile"])
        let read = try readPersons(yaml: page, source: "persons.yml")
        #expect(read == entities, "\(page)")
    }

    /// What is not known is not claimed, and is read as a person.
    @Test func unknownKindsAreLeftOut() throws {
        let page = personsPage([PersonsEntry(Entity(id: "reed", kind: .unknown, names: ["Reed"]), note: "kind not known")], heading: [])
        #expect(page == "persons:\n  - id: \"reed\"  # kind not known\n    names: [\"Reed\"]\n")
        #expect(try readPersons(yaml: page, source: "-").map(\.kind) == [.person])
    }
}
