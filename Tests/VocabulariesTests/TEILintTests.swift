import Records
import Testing
import Vocabularies

/// Pointers and dates that cannot be right: said with their line, and the record is read all the same.
@Suite struct TEILintTests {
    static let troubles: [(body: String, codes: [String])] = [
        ("<p change='#none'>x</p>", ["pointer"]), ("<p xml:id='none' change='#none'>x</p>", []),
        ("<p><seg xml:id='a' next='#b'>x</seg><seg xml:id='b' next='#a'>y</seg></p>", ["pointer"]),
        ("<p><seg xml:id='a' next='#b'>x</seg><seg xml:id='b' prev='#a'>y</seg></p>", []),
        ("<p><seg xml:id='a' next='#c'>x</seg></p>", ["pointer"]), ("<p><seg xml:id='a' next='other.xml#c'>x</seg></p>", []),
        ("<p><seg xml:id='a' sameAs='#a'>x</seg></p>", ["pointer"]), ("<p><seg xml:id='a' corresp='#b #a'>x</seg></p>", ["pointer"]),
        ("<p><ref target='#xpointer(//p[1])'>x</ref></p>", []), ("<p><ref target='../../secret'>x</ref></p>", []),
        ("<p><date when='1917-13-45'>x</date></p>", ["date"]), ("<p><date when='1917-02-30'>x</date></p>", ["date"]),
        ("<p><date when='1917?'>x</date></p>", ["date"]), ("<p><date from='1917-11' to='1917-00'>x</date></p>", ["date"]),
        ("<p><date when='1917-11-07'>x</date> <date when='1917-11'>x</date> <date when='--11-07'>x</date> <date when='---07'>x</date> <date when='-0044-03-15'>x</date></p>", []),
        ("<p><time when='10:20:00'>x</time> <date when='1917-11-07T02:10:00+02:00'>x</date> <date when='1917-11-07Z'>x</date> <date from='0373' notAfter='1917'>x</date></p>", []),
        // `from` and `to` count pages elsewhere.
        ("<p><citedRange from='12r' to='15v'>x</citedRange></p>", []),
        ("<p>a<delSpan spanTo='#e'/>b<anchor xml:id='e'/></p>", []), ("<p>a<delSpan spanTo='#e'/>b</p>", ["pointer"]), ("<p><anchor xml:id='e'/>a<delSpan spanTo='#e'/>b</p>", ["pointer"]),
        ("<p><g ref='#x'/></p>", ["glyph"]), ("<p><g ref='#x'>s</g></p>", []),
        ("<p><persName ref='#nobody'>T</persName></p>", []),
        ("<listPerson><person xml:id='t'><persName>T</persName></person></listPerson><p><persName ref='#t'>T</persName> <persName ref='#nobody'>S</persName> <persName ref='#nobody'>S</persName></p>", ["dangling"]),
    ]

    @Test(arguments: troubles) func whatCannotBeRightIsSaid(_ row: (body: String, codes: [String])) throws {
        #expect(try Seen(tei(row.body)).document.warnings.map(\.code) == row.codes)
    }

    @Test func theLineIsThatOfTheElement() throws {
        let warnings = try Seen(tei("\n<p>x</p>\n<p change='#none'>x</p>\n<p><date when='1917-13-01'>y</date></p>")).document.warnings
        #expect(warnings.map(\.line) == [3, 4])
    }

    /// A chain of ten thousand parts, and one that bites its tail, take no long time.
    @Test func longChainsAreFollowedOnce() throws {
        let chain = (0..<10_000).map { "<seg xml:id='s\($0)' next='#s\(($0 + 1) % 10_000)'>x</seg>" }.joined()
        let start = ContinuousClock.now
        #expect(try Seen(tei("<p>\(chain)</p>")).document.warnings.map(\.code) == ["pointer"])
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
