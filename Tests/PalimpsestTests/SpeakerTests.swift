import Findings
import Palimpsest
import Testing

/// Who speaks by the mark-up.
@Suite struct SpeakerTests {
    private func found(_ old: String, _ new: String) throws -> [String] {
        func document(_ persons: String) throws -> Input {
            let ids = persons.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
            let list = ids.map { "<person xml:id='\($0[0])'><persName>\($0[1])</persName></person>" }.joined()
            return Input(
                name: "s.xml",
                bytes: Array(
                    """
                    <TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><profileDesc><particDesc><listPerson>\(list)</listPerson></particDesc></profileDesc></teiHeader>
                    <text><body><sp who='#\(ids[0][0])'><p>The garrison stands with the Soviet.</p></sp></body></text></TEI>
                    """.utf8))
        }
        let report = compare(try read(document(old)), try read(document(new)))
        return report.records.flatMap(\.findings).filter { $0.severity > .note }.map(\.rule.id)
    }

    /// The only speaker becomes another whom the list knows: not a new label for the same one.
    @Test func theOnlySpeakerIsReplaced() throws {
        #expect(try found("trotsky=Trotsky stalin=Stalin", "stalin=Stalin trotsky=Trotsky") == ["attribution.speaker-replaced"])
    }

    @Test func aNewLabelIsNoNewSpeaker() throws {
        #expect(try found("trotsky=Trotsky", "p12=Trotsky") == [])
    }
}
