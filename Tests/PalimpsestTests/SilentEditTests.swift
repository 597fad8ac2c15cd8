import Findings
import Palimpsest
import Testing

/// A text that changed while its own title page says that it is the same edition.
@Suite struct SilentEditTests {
    private func rules(_ old: (edition: String, text: String), _ new: (edition: String, text: String)) throws -> [String] {
        func document(_ side: (edition: String, text: String)) throws -> Input {
            Input(
                name: "e.xml",
                bytes: Array(
                    """
                    <TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader/><text><front><titlePage><docEdition>\(side.edition)</docEdition></titlePage></front>
                    <body><p>\(side.text)</p></body></text></TEI>
                    """.utf8))
        }
        let report = compare(try read(document(old)), try read(document(new)))
        return report.records.flatMap(\.findings).filter { $0.severity > .neutral }.map(\.rule.id)
    }
    private static let signed = "The order was signed by Trotsky and Lenin.", unsigned = "The order was signed by Lenin."

    @Test func theSameEditionWithAnotherText() throws {
        #expect(try rules(("Second edition, 1926", Self.signed), ("Second edition, 1926", Self.unsigned)).contains("hidden.silent-edit"))
    }

    /// Another edition says so; and an edition whose text stayed has nothing to say.
    @Test func twinsAreSilent() throws {
        #expect(try !rules(("Second edition, 1926", Self.signed), ("Third edition, 1938", Self.unsigned)).contains("hidden.silent-edit"))
        #expect(try rules(("Second edition, 1926", Self.signed), ("Second edition, 1926", Self.signed)) == [])
        #expect(try !rules(("State Publishing House", Self.signed), ("State Publishing House", Self.unsigned)).contains("hidden.silent-edit"))
    }
}
