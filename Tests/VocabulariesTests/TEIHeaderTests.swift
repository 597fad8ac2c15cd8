import Records
import Testing
import Vocabularies

@Suite struct TEIHeaderTests {
    static let header = """
        <teiHeader><fileDesc>
          <titleStmt><title>October</title><author ref="#stalin">J. Stalin</author><editor>A. Editor</editor>
            <respStmt><resp>Translated by</resp><name>B. Translator</name></respStmt>
            <respStmt><resp>TEI encoding by</resp><name>C. Encoder</name></respStmt></titleStmt>
          <publicationStmt><publisher>State Press</publisher><date when="1918">1918</date><idno>P-241</idno>
            <availability><p>Free for all.</p></availability></publicationStmt>
          <sourceDesc><p>After the newspaper.</p><bibl><author>J. Stalin</author>, <title>Pravda</title></bibl></sourceDesc></fileDesc>
          <encodingDesc><p>Rules of encoding.</p></encodingDesc>
          <profileDesc><particDesc><listPerson><person xml:id="t" sameAs="Q33391"><persName>Leon Trotsky</persName><persName>Lev Bronstein</persName>
            <idno>viaf:1</idno><occupation>Chairman of the Soviet</occupation></person></listPerson></particDesc></profileDesc>
          <revisionDesc><change when="1918-11-06" who="#a">first</change><change when="1947-01-01" who="#b">cut for the <hi>Works</hi></change></revisionDesc>
        </teiHeader>
        """

    @Test func saysWhoMadeTheWork() throws {
        let seen = try Seen(tei("<p>x</p>", header: Self.header))
        #expect(
            seen.passages == [
                "title: October", "author: J. Stalin", "editor: A. Editor", "responsibility: Translated by B. Translator", "imprint: State Press",
                "imprint: 1918", "paragraph: After the newspaper.", "source: J. Stalin, Pravda", "field: Chairman of the Soviet", "paragraph: x",
            ])
        #expect(seen.annotations.contains("person J. Stalin #stalin"))
        #expect(Set(seen.setAside.keys) == ["bookkeeping", "authority"])
    }

    @Test func theNewestChangeLabelsTheVersion() throws {
        let label = try Seen(tei("", header: Self.header)).version.label
        #expect(label.date == "1947-01-01")
        #expect(label.by == "#b")
        #expect(label.reason == "cut for the Works")
    }

    @Test func personsBecomeTheAuthority() throws {
        let document = try Seen(tei("", header: Self.header)).document
        #expect(document.authority == [Entity(id: "t", kind: .person, names: ["Leon Trotsky", "Lev Bronstein"], keys: ["Q33391", "viaf:1"])])
        #expect(try readAuthority(Array(tei("", header: Self.header).utf8), named: "persons.xml") == document.authority)
    }

    /// A list of persons in the text is a record: its names are passages, and an authority as well.
    @Test func prosopographiesAreRecords() throws {
        let seen = try Seen(
            tei("<listPerson><person xml:id='t'><persName>Trotsky</persName><birth when='1879'>1879</birth><note>Led the <persName>Guards</persName></note></person></listPerson>"))
        #expect(seen.passages == ["field: Trotsky", "field: 1879", "note: Led the Guards"])
        #expect(seen.document.authority.map(\.names) == [["Trotsky"]])
    }

    static let ids: [(xml: String, id: String)] = [
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='a'><text><p>x</p></text></TEI>", "a"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><publicationStmt><idno>P-241</idno></publicationStmt></fileDesc></teiHeader></TEI>", "P-241"),
        ("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>x</p></text></TEI>", "-"),
        ("<div xmlns='http://www.tei-c.org/ns/1.0' xml:id='d11'><p>x</p></div>", "d11"),
    ]

    @Test(arguments: ids) func recordsHaveIds(_ row: (xml: String, id: String)) throws {
        #expect(try Seen(row.xml).document.records.map(\.id) == [row.id])
    }

    @Test func aCorpusHoldsRecords() throws {
        let one = "<TEI xml:id='one'><text><body><p>first</p></body></text></TEI>", two = "<TEI><text><body><p>second</p></body></text></TEI>"
        let seen = try Seen(
            "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>All</title></titleStmt></fileDesc></teiHeader>\(one)\(two)</teiCorpus>")
        #expect(seen.document.records.map(\.id) == ["-", "one", "2"])
        let version = try #require(seen.document.records.last?.versions.first)
        #expect(version.path(of: version.passages[0].node) == "/teiCorpus/TEI[2]/text/body/p")
        #expect(version.string(version.passages[0]) == "second")
    }

    @Test func withoutItsNamespaceItIsReadAndSaid() throws {
        for namespace in ["", "http://www.tei-c.org/ns/1.0/"] {
            let seen = try Seen("<TEI xmlns='\(namespace)'><text><body><p>x</p></body></text></TEI>")
            #expect(seen.document.vocabulary == "tei")
            #expect(seen.passages == ["paragraph: x"])
            #expect(seen.document.warnings.map(\.code) == ["namespace"])
        }
    }
}
