import Records
import Testing
import Vocabularies

/// What stands in attributes, who is meant by a pointer, by which number a place is quoted.
@Suite struct TEIRecordTests {
    static let persons = "<listPerson><person xml:id='t'><persName>Leon Trotsky</persName></person><person xml:id='l'><persName>Vladimir Lenin</persName></person></listPerson>"

    private static func fields(_ xml: String) throws -> [String] { try Seen(xml).passages.filter { $0.hasPrefix("field") } }

    static let relations: [(relation: String, text: String)] = [
        ("<relation name='colleague' active='#t' passive='#l'/>", "field: Leon Trotsky colleague Vladimir Lenin"),
        ("<relation name='friends' mutual='#t #l'/>", "field: Leon Trotsky Vladimir Lenin friends"),
        ("<relation name='snap:ChildOf' active='PRS1' passive='other.xml#PRS2'/>", "field: PRS1 snap:ChildOf PRS2"),
        ("<relation name='heir' active='#t' passive='#l'><desc>By his own word.</desc></relation>", "field: Leon Trotsky heir Vladimir Lenin"),
    ]

    @Test(arguments: relations) func relationsAreRead(_ row: (relation: String, text: String)) throws {
        let seen = try Seen(tei("<p>x</p>", header: "<teiHeader><profileDesc><particDesc>\(Self.persons)<listRelation>\(row.relation)</listRelation></particDesc></profileDesc></teiHeader>"))
        #expect(seen.passages.contains(row.text))
        #expect(seen.version.annotations.filter { $0.kind == .person && $0.key != .none }.count == 2)
    }

    @Test func lettersSayWhoWroteToWhom() throws {
        let header = """
            <teiHeader><profileDesc><correspDesc><correspAction type='sent'><persName ref='#t'>Trotsky</persName><placeName>Petrograd</placeName><date when='1917-10-24'/></correspAction>
            <correspAction type='received'><persName>Antonov</persName></correspAction></correspDesc></profileDesc></teiHeader>
            """
        let seen = try Seen(tei("<p>x</p>", header: header))
        #expect(seen.passages == ["field: Trotsky Petrograd 1917-10-24", "field: Antonov", "paragraph: x"])
        #expect(seen.version.passages.prefix(2).map { seen.version.symbols[$0.cite] } == ["sent", "received"])
        #expect(seen.annotations.prefix(3) == ["person Trotsky #t", "place Petrograd", "date 1917-10-24 1917-10-24"])
    }

    static let dates: [(entry: String, text: [String])] = [
        ("<birth when='1879-11-07'/>", ["field: 1879-11-07"]), ("<birth when='1879-11-07'>in autumn</birth>", ["field: in autumn"]),
        ("<floruit notBefore='0300' notAfter='0373'/>", ["field: 0300/0373"]), ("<death/>", []),
    ]

    @Test(arguments: dates) func datesThatStandInAttributesAreRead(_ row: (entry: String, text: [String])) throws {
        #expect(try Self.fields(tei("<p>x</p>", header: "<teiHeader><profileDesc><particDesc><listPerson><person xml:id='p'>\(row.entry)</person></listPerson></particDesc></profileDesc></teiHeader>")) == row.text)
    }

    static let prefix = "<teiHeader><encodingDesc><listPrefixDef><prefixDef ident='psn' matchPattern='([a-z]+)' replacementPattern='persons.xml#$1'/><prefixDef ident='two' matchPattern='([a-z])([a-z])' replacementPattern='$1#$2'/></listPrefixDef></encodingDesc></teiHeader>"
    static let pointers: [(ref: String, key: String)] = [
        ("psn:trotsky", "persons.xml#trotsky"), ("persons.xml#trotsky", "persons.xml#trotsky"), ("psn:trotsky psn:lenin", "persons.xml#trotsky persons.xml#lenin"),
        ("two:ab", "two:ab"), ("http://viaf.org/1", "http://viaf.org/1"), ("#trotsky", "#trotsky"),
    ]

    @Test(arguments: pointers) func prefixesAreWrittenOut(_ row: (ref: String, key: String)) throws {
        let seen = try Seen(tei("<p><persName ref='\(row.ref)'>T</persName></p>", header: Self.prefix))
        #expect(seen.annotations == ["person T \(row.key)"])
        #expect(seen.document.warnings.map(\.code) == ["prefix"])
    }

    static let speakers: [(sp: String, speaker: String)] = [
        ("<sp who='#t'><p>Yes</p></sp>", "#t"), ("<sp who='#t #l'><p>Yes</p></sp>", "#t #l"), ("<sp><speaker>Trotsky.</speaker><p>Yes</p></sp>", "Trotsky."),
        ("<sp who='#t'><speaker>All</speaker><p>Yes</p></sp>", "#t"), ("<sp><p>Yes</p></sp>", ""),
    ]

    @Test(arguments: speakers) func whoSpeaks(_ row: (sp: String, speaker: String)) throws {
        let version = try Seen(tei(row.sp)).version
        #expect(version.symbols[version.passages[version.passages.count - 1].speaker] == row.speaker)
    }

    static let cites: [(body: String, cite: String)] = [
        ("<div n='3'><p>x</p></div>", "section 3"), ("<div type='chapter' n='3'><p>x</p></div>", "chapter 3"),
        ("<div type='textpart' subtype='book' n='1'><div type='textpart' subtype='chapter' n='2'><p>x</p></div></div>", "book 1, chapter 2"),
        ("<div n='urn:cts:greekLit:tlg0012'><p>x</p></div>", ""), ("<lg><l n='12'>x</l></lg>", "l. 12"), ("<pb n='4'/><lg><l n='12'>x</l></lg>", "p. 4, l. 12"),
        ("<pb n='4'/><div n='3'><p>x</p></div>", "p. 4"), ("<div n='3'><ab n='7'>x</ab></div>", "section 3, § 7"), ("<milestone unit='card' n='14'/><p>x</p>", "card 14"),
        ("<div xml:id='d1'><p>x</p></div>", "d1"),
    ]

    @Test(arguments: cites) func placesAreQuotedByTheirNumbers(_ row: (body: String, cite: String)) throws {
        let version = try Seen(tei(row.body)).version
        #expect(version.passages.map { version.symbols[$0.cite] } == [row.cite])
    }

    static let changes: [(change: String, label: String)] = [
        ("<change when='2020-01-02' who='#a'>cut</change>", "2020-01-02 #a cut"), ("<change when='2020-01-02' who='#a' status='approved'>cut</change>", "2020-01-02 #a cut (approved)"),
        ("<change><date>2001-05-06</date><respStmt><name>B. Editor</name><resp>ed.</resp></respStmt><item>cut</item><item>proofs read</item></change>", "2001-05-06 B. Editor cut; proofs read"),
        ("<listChange><change when='1999'>old</change><change when='2020'>new</change></listChange>", "2020 - new"),
    ]

    @Test(arguments: changes) func theNewestChangeTellsTheReason(_ row: (change: String, label: String)) throws {
        let seen = try Seen(tei("<p>x</p>", header: "<teiHeader><revisionDesc>\(row.change)</revisionDesc></teiHeader>"))
        let label = seen.version.label
        #expect([label.date, label.by, label.reason].map { $0 ?? "-" }.joined(separator: " ") == row.label)
        #expect(seen.passages == ["paragraph: x"])
    }

    /// A deletion that spans paragraphs, and records.
    @Test func aDeletionMaySpanBlocks() throws {
        let seen = try Seen(tei("<p>one <delSpan spanTo='#e'/>two</p><p>three</p><p>four<anchor xml:id='e'/> five</p>"))
        #expect(seen.texts == ["one", "five"])
        #expect(seen.setAside == ["deletion": 12])
        let corpus = try Seen("<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'><TEI><text><p>a<delSpan spanTo='#e'/>b</p></text></TEI><TEI><text><p>c<anchor xml:id='e'/>d</p></text></TEI></teiCorpus>")
        #expect(corpus.document.records.flatMap { $0.versions.flatMap { version in version.passages.map { version.string($0) } } } == ["a", "d"])
    }

    @Test func theLinesOfAPageRunOn() throws {
        let seen = try Seen("<surface xmlns='http://www.tei-c.org/ns/1.0'><graphic url='1.jpg'/><zone><line>The Red Guard of the</line><line>Vyborg district.</line></zone><zone type='margin'><line>Copy.</line></zone></surface>", as: "tei")
        #expect(seen.passages == ["paragraph: The Red Guard of the Vyborg district.", "paragraph: Copy."])
    }

    /// A group of texts is one record: a text that moved within it was moved, and one that left it is a section that is gone.
    @Test func groupedTextsAreOneRecord() throws {
        let seen = try Seen("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><group><text xml:id='a'><body><p>x</p></body></text><text><body><p>y</p><floatingText><body><p>z</p></body></floatingText></body></text></group></text></TEI>")
        #expect(seen.document.records.count == 1)
        #expect(seen.texts == ["x", "y", "z"])
    }

    @Test func whatNobodySeesIsKept() throws {
        let seen = try Seen(tei("<p n='by Leon Trotsky' rend='bold'>x<!-- a <hi>b</hi> <p>c</p>--><?q d e?></p><p n='by Leon Trotsky'>y<del>z z</del></p>"))
        #expect(seen.version.outOfSight.map { "\($0.place): \($0.text) \($0.count)" } == ["the attribute @n: by Leon Trotsky 2", "a comment: a b c 1", "a processing instruction: d e 1", "a deletion: z z 1"])
        #expect(seen.document.census.read == 4)
    }
}
