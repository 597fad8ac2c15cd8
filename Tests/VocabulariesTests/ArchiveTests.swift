import Records
import Testing
import Vocabularies
import XMLEvents

@Suite struct ArchiveTests {
    private static func archive(_ records: String, editions: String = "<edition n='1' when='1924' label='first'/><edition n='2' when='1938'/>") -> String {
        """
        <archive xmlns='urn:palimpsest:archive:1' xml:lang='en'>\(editions.isEmpty ? "" : "<editions>\(editions)</editions>")
        <persons><person xml:id='t'><persName>Leon Trotsky</persName></person></persons>
        \(records)</archive>
        """
    }

    @Test func holdsVersions() throws {
        let document = try read(
            Array(
                Self.archive(
                    """
                    <record xml:id='r1'><title>The rising</title>
                      <version edition='2'><p>The Centre led.</p></version>
                      <version edition='1' resp='State Press'><p>It was led by <persName ref='#t'>Trotsky</persName>.</p></version></record>
                    <record xml:id='r2' covers='1'><version edition='1'/></record>
                    """
                ).utf8), named: "a.xml")
        #expect(document.vocabulary == "archive")
        #expect(document.holdsVersions)
        #expect(document.editions.map(\.label) == ["first", "1938"])
        #expect(document.records.map(\.id) == ["r1", "r2"])
        #expect(document.records[0].title == "The rising")
        #expect(document.records[0].versions.map(\.label.number) == [0, 1])
        #expect(document.records[0].versions.map(\.label.date) == ["1924", "1938"])
        #expect(document.records[0].versions[0].label.by == "State Press")
        #expect(document.records[1].covers == [0])
        #expect(document.records[1].versions.map(\.passages.count) == [0])
        #expect(document.authority.map(\.id) == ["t"])
        #expect(document.census.isComplete)
        let second = document.records[0].versions[1]
        #expect(second.path(of: second.passages[0].node) == "/archive/record[1]/version[1]/p")
        let first = document.records[0].versions[0]
        #expect(first.path(of: first.passages[0].node) == "/archive/record[1]/version[2]/p")
        #expect(first.symbols[first.passages[0].language] == "en")
    }

    @Test func editionsAreCountedWhereNoneAreDeclared() throws {
        let document = try read(
            Array(Self.archive("<record xml:id='r'><version><p>a</p></version><version when='1938'><p>b</p></version></record>", editions: "").utf8),
            named: "a.xml")
        #expect(document.editions.map(\.label) == ["1", "1938"])
        #expect(document.records[0].versions.map(\.label.number) == [0, 1])
    }

    static let refused: [(records: String, says: String)] = [
        ("<record xml:id='r'><version edition='3'/></record>", "'3', which is not declared"),
        ("<record xml:id='r'><version edition='1'/><version edition='1'/></record>", "two versions"),
        ("<record xml:id='r'/><record xml:id='r'/>", "two records"),
        ("<record xml:id='r' covers='9'/>", "'9', which is not declared"),
        ("<record xml:id='r'><version><blink>x</blink></version></record>", "not a valid archive"),
        ("<record><version/></record>", "not a valid archive"),
    ]

    @Test(arguments: refused) func refuses(_ row: (records: String, says: String)) {
        #expect {
            _ = try read(Array(Self.archive(row.records).utf8), named: "a.xml")
        } throws: { error in
            "\(error)".contains(row.says) && (error as? ReadError)?.line != nil
        }
    }
}
