import PlainText
import Records
import Testing
import Vocabularies

/// A critical apparatus: each witness is a version.
@Suite struct WitnessTests {
    static let list = "<teiHeader><fileDesc><sourceDesc><listWit><witness xml:id='A'>Pravda, 1917</witness><witness xml:id='B'>Collected works</witness><listWit xml:id='late'><witness xml:id='C'/><witness xml:id='D'/></listWit></listWit></sourceDesc></fileDesc></teiHeader>"

    private static func document(_ body: String, header: String = list, reading: Reading = .witnesses) throws -> Document {
        let document = try read(Array(tei(body, header: header).utf8), named: "edition.xml", reading: reading)
        #expect(document.census.isComplete, "\(document.census)")
        for record in document.records { for version in record.versions { #expect(version.census.isComplete, "\(version.census)") } }
        return document
    }

    /// The text of the body, by witness A to D.
    private static func texts(_ body: String) throws -> [String] {
        try document(body).records[0].versions.map { version in
            version.passages.filter { version.path(of: $0.node).contains("/body") }.map { version.string($0) }.joined(separator: " | ")
        }
    }

    static let entries: [(body: String, texts: [String])] = [
        ("<p><app><lem wit='#A'>x</lem><rdg wit='#B #C'>y</rdg><rdg wit='#D'>z</rdg></app> w</p>", ["x w", "y w", "y w", "z w"]),
        // A lemma without witnesses is that of all whom no reading names.
        ("<p><app><lem>x</lem><rdg wit='#C'>y</rdg></app></p>", ["x", "x", "y", "x"]),
        // An empty reading is an omission.
        ("<p>a <app><lem wit='#A #B #C'>b</lem><rdg wit='#D'/></app> c</p>", ["a b c", "a b c", "a b c", "a c"]),
        // A reading without witness is a conjecture of somebody: nobody's text.
        ("<p><app><lem>x</lem><rdg resp='#ed'>y</rdg></app></p>", ["x", "x", "x", "x"]),
        // Groups of readings and groups of witnesses; names without #, as P4 writes them.
        ("<p><app><lem wit='A'>x</lem><rdgGrp type='late'><rdg wit='B'>y</rdg><rdg wit='#late'>z</rdg></rdgGrp></app></p>", ["x", "y", "z", "z"]),
        ("<p><app><rdgGrp wit='#B #C'><rdg>y</rdg></rdgGrp><rdg wit='#A #D'>x</rdg></app></p>", ["x", "y", "y", "x"]),
        // Entries within entries.
        ("<p><app><lem wit='#A #B'>the <app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app></lem><rdg wit='#C #D'>z</rdg></app></p>", ["the x", "the y", "z", "z"]),
        // Whole paragraphs.
        ("<app><lem wit='#A #B #C'><p>one</p><p>two</p></lem><rdg wit='#D'><p>three</p></rdg></app>", ["one | two", "one | two", "one | two", "three"]),
        // Where a witness breaks off nothing is known of it: no loss may be told.
        ("<p>a <app><lem wit='#A #B #C'>b</lem><rdg wit='#D'><lacunaStart/></rdg></app> c</p>", ["a b c", "a b c", "a b c", "a b c"]),
        ("<p>gi<app><lem wit='#A #B #C'>v</lem><rdg wit='#D'>b</rdg></app>e</p>", ["give", "give", "give", "gibe"]),
    ]

    @Test(arguments: entries) func eachWitnessHasItsText(_ row: (body: String, texts: [String])) throws {
        #expect(try Self.texts(row.body) == row.texts)
    }

    @Test func witnessesAreVersionsInTheOrderOfTheList() throws {
        let document = try Self.document("<p><app><lem wit='#A'>x</lem><rdg wit='#B #C #D'>y</rdg></app></p>")
        #expect(document.holdsVersions && document.declaresEditions)
        #expect(document.editions.map(\.label) == ["A (Pravda, 1917)", "B (Collected works)", "C", "D"])
        #expect(document.records.map { $0.versions.map(\.label.number) } == [[0, 1, 2, 3]])
        // One table of words: the same word has the same number in all of them.
        #expect(document.records[0].versions.map { document.words.string($0.tokens[$0.tokens.count - 1].word) } == ["x", "y", "y", "y"])
    }

    @Test func theEditedTextIsTheLemma() throws {
        let document = try Self.document("<p><app><rdg wit='#B'>y</rdg><lem wit='#A'>x</lem></app> <app><rdg wit='#B'>v</rdg><rdg wit='#A'>w</rdg></app></p>", reading: .edited)
        #expect(!document.holdsVersions)
        let version = try #require(document.records.first?.versions.first)
        #expect(version.passages.last.map { version.string($0) } == "x v")
        #expect(document.census.setAside["alternative reading"] == 2)
    }

    /// What is not an apparatus with witnesses is read as ever.
    @Test(arguments: ["<p>x</p>", "<p><app><lem>x</lem><rdg>y</rdg></app></p>"]) func withoutWitnessesThereIsOneVersion(_ body: String) throws {
        let document = try Self.document(body, header: "")
        #expect(!document.holdsVersions)
        #expect(document.records[0].versions.count == 1)
    }

    @Test func theSameMarkUpRoundAllReadings() throws {
        let versions = try Self.document("<p>a <app><lem wit='#A'>x</lem><rdg wit='#B' type='ortho'>x</rdg></app></p>").records[0].versions
        #expect(versions[0].passages.last?.markupHash == versions[1].passages.last?.markupHash)
    }

    static let warnings: [(body: String, header: String, codes: [String])] = [
        ("<p><app><lem wit='#A #B #C #D'>x</lem><rdg resp='#e'>y</rdg></app></p>", list, []),
        ("<p><app><lem wit='#A #B #C #D'>x</lem><rdg wit='#Z'>y</rdg></app></p>", list, ["unknown-witness"]),
        ("<p><app><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app></p>", "", ["unknown-witness", "unknown-witness"]),
        ("<p><app><lem wit='#A #B'>x</lem><rdg wit='#C'>y</rdg></app></p>", list, ["unattested"]),
        ("<p><app><lem wit='#A #B #C'>x</lem><rdg wit='#D'><lacunaStart/></rdg></app></p>", list, ["lacuna", "unattested"]),
        ("<p>x <app loc='1.2'><lem wit='#A'>x</lem><rdg wit='#B'>y</rdg></app></p>", list, ["not-applied"]),
    ]

    @Test(arguments: warnings) func whatTheVersionsRestOnIsSaid(_ row: (body: String, header: String, codes: [String])) throws {
        #expect(try Self.document(row.body, header: row.header).warnings.map(\.code) == row.codes)
    }

    @Test(arguments: ["location-referenced", "double-end-point"]) func anApparatusBesideTheTextIsNotApplied(_ method: String) throws {
        let header = "<teiHeader><encodingDesc><variantEncoding method='\(method)' location='internal'/></encodingDesc></teiHeader>"
        let document = try Self.document("<p>the rising <app><lem wit='#A'>rising</lem><rdg wit='#B'>coup</rdg></app> began</p>", header: header)
        let version = try #require(document.records.first?.versions.first)
        #expect(version.passages.map { version.string($0) } == ["the rising began"])
        #expect(document.census.setAside["apparatus"] == 10)
        #expect(document.warnings.map(\.code) == ["not-applied", "unknown-witness", "unknown-witness"])
    }

    /// More witnesses than the limit: the first are read, and that is said.
    @Test(arguments: [(64, 64), (65, 64)]) func theNumberOfWitnessesIsBounded(_ row: (stated: Int, read: Int)) throws {
        let header = "<teiHeader><fileDesc><sourceDesc><listWit>" + (0..<row.stated).map { "<witness xml:id='w\($0)'/>" }.joined() + "</listWit></sourceDesc></fileDesc></teiHeader>"
        let document = try Self.document("<p><app><lem>x</lem><rdg wit='#w1'>y</rdg></app></p>", header: header)
        #expect(document.editions.count == row.read)
        #expect(document.limits == (row.read < row.stated ? ["witnesses: the first \(row.read) of \(row.stated) were read"] : []))
    }
}
