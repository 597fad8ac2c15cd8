import Findings
import Inputs
import Palimpsest
import Records
import Testing
import XMLEvents

/// Entries of a prosopography and letters in TEI, read whole: offices in fields, dates in attributes, bynames, names that are pointers. The persons are ours.
@Suite struct PersonEntryTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var before: String
        var after: String
        var loud: [String]
        init(_ before: String, _ after: String, _ loud: [String]) {
            self.before = before
            self.after = after
            self.loud = loud
        }
        var testDescription: String { "\(before) -> \(after)" }
    }

    /// The rules of the warnings and errors, in alphabetical order.
    private func loud(_ row: Row) throws -> [String] {
        func document(_ body: String) throws -> Document {
            let text = """
                <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Register</title></titleStmt><publicationStmt><p/></publicationStmt></fileDesc></teiHeader>
                <text><body><listPerson><person xml:id="p1"><persName ref="#p1" xml:lang="en">Tobias Varga</persName>\(body)</person></listPerson></body></text></TEI>
                """
            return try read(Input(name: "register.xml", bytes: Array(text.utf8)))
        }
        return compare(try document(row.before), try document(row.after)).records.flatMap(\.findings).filter { $0.severity == .warning || $0.severity == .error }.map(\.rule.id).sorted()
    }

    static let changed: [Row] = [
        Row("<occupation>monk</occupation>", "<occupation>chaplain of the garrison</occupation>", ["fact.role"]),
        Row("<occupation>Gerber</occupation>", "<occupation>Goldschmied</occupation>", ["fact.role"]),
        Row("<occupation>bishop</occupation><faith>Latin</faith>", "<faith>Latin</faith>", ["fact.role"]),
        Row("<floruit when='1404'>He led the house for many years.</floruit>", "<floruit notBefore='1404' notAfter='1449'>He led the house for many years.</floruit>", ["fact.date"]),
        Row("<floruit notBefore='1887'>He was sent to the coast.</floruit>", "<floruit notBefore='1874'>He was sent to the coast.</floruit>", ["fact.date"]),
        Row("<note>He came <date when='1917-10-25'>on that day</date> to the house.</note>", "<note>He came <date when='1917-10-26'>on that day</date> to the house.</note>", ["fact.date"]),
        Row("<persName xml:lang='en'>Tobias the Mourner</persName>", "<persName xml:lang='en'>Tobias the Weaver</persName>", ["fact.role"]),
    ]

    @Test(arguments: changed) func tells(_ row: Row) throws { #expect(try loud(row) == row.loud) }

    static let harmless: [Row] = [
        Row("<occupation>monk</occupation>", "<occupation>monk and chaplain of the garrison</occupation>", []),
        Row("<occupation>lawyer</occupation>", "<occupation>attorney</occupation>", []),
        Row("<occupation>chaplian</occupation>", "<occupation>chaplain</occupation>", []),
        // More exact, another spelling of the same, a bound that was open, the mark-up put right after its own words.
        Row("<floruit when='1404'>He led the house.</floruit>", "<floruit when='1404-05'>He led the house.</floruit>", []),
        Row("<floruit when='1404'>He led the house.</floruit>", "<floruit from='1404' to='1404'>He led the house.</floruit>", []),
        Row("<floruit notBefore='1404'>He led the house.</floruit>", "<floruit notBefore='1404' notAfter='1449'>He led the house.</floruit>", []),
        Row("<note>He came on <date when='1917-10-26'>25 October 1917</date>.</note>", "<note>He came on <date when='1917-10-25'>25 October 1917</date>.</note>", []),
        Row("<birth>1753</birth>", "<birth when='1753'/>", []),
        // A name that became a pointer to the same person, and words that became a relation.
        Row("<note>He was taught by <persName>Lukas Comboni</persName> for a year.</note>", "<note>He was taught by <persName ref='PRS3168Comboni'/> for a year.</note>", []),
        Row("<note type='misc'>how to deal with twins?</note>", "", []),
        Row("<note type='misc'>TODO check</note>", "", []),
    ]

    @Test(arguments: harmless) func staysSilent(_ row: Row) throws { #expect(try loud(row) == row.loud) }

    /// A name that is a pointer only is a name: without it somebody is gone.
    @Test func aPointerThatWentIsAnErasure() throws {
        let row = Row("<note>He was taught by <persName ref='#comboni'/> and by Anton Weiss.</note>", "<note>He was taught by Anton Weiss.</note>", [])
        #expect(try loud(row).contains { $0.hasPrefix("erasure.") || $0.hasPrefix("attribution.") })
    }
}
