import Records
import Testing
import Vocabularies

/// A TEI document is surveyed before it is read only where something in it looks ahead; either way the same is read and said.
@Suite struct SurveyTests {
    static let bodies = TEILintTests.troubles.map(\.body) + [
        "<p>plain</p>", "<p><persName ref='#t'/> spoke</p>",
        // Who is meant is said before, after, twice, and nowhere.
        "<listPerson><person xml:id='t'><persName>Leon</persName></person></listPerson><p><persName ref='#t'/> spoke</p>",
        "<p><persName ref='#t'/> spoke</p><listPerson><person xml:id='t'><persName>Leon</persName></person></listPerson>",
        "<p><persName ref='#t'>Trotsky</persName> spoke</p><listPerson><person xml:id='t'><persName>Leon</persName></person></listPerson>",
        "<p><persName ref='#t'/> and <persName ref='#u'/></p><listPerson><person xml:id='t'><persName>Leon</persName></person><person xml:id='t'><persName>Lev</persName></person></listPerson>",
        // Warnings of all kinds among each other.
        "<p change='#a' xml:id='x'><persName ref='#one #two'>A</persName></p><p xml:lang='???' xml:id='x'><persName ref='#two'>B</persName> <date when='x'>y</date></p><p xml:id='x'><persName ref='#three'>C</persName></p><listPerson><person xml:id='three'><persName>C</persName></person></listPerson>",
    ]

    /// As a comment the name of an element that looks ahead changes nothing but that the document is surveyed first.
    private static let forced = "<!--<choice>-->"

    @Test(arguments: bodies) func alongOrBeforeIsTheSame(_ body: String) throws {
        let along = try Seen(tei(body)), before = try Seen(tei(body).replacing("<text>", with: forced(before: "<text>")))
        #expect(along.passages == before.passages)
        #expect(along.annotations == before.annotations)
        #expect(along.document.warnings.map(said) == before.document.warnings.map(said))
        #expect(along.document.authority == before.document.authority)
    }

    private func forced(before tag: String) -> String { Self.forced + tag }
    private func said(_ warning: Warning) -> String { "\(warning.line ?? 0) \(warning.code) \(warning.message)" }

    /// A thousand warnings are listed, those of the survey first, however they are found.
    @Test func noMoreThanAThousandWarnings() throws {
        let body = (0..<700).map { "<p change='#c\($0)'><persName ref='#p\($0)'>x</persName></p>" }.joined() + "<listPerson><person xml:id='t'><persName>T</persName></person></listPerson>"
        let along = try Seen(tei(body)).document.warnings
        #expect(along.count == 1000)
        #expect(along.map(\.code) == [String](repeating: "pointer", count: 700) + [String](repeating: "dangling", count: 300))
        #expect(along.map(said) == (try Seen(tei(body).replacing("<text>", with: forced(before: "<text>"))).document.warnings.map(said)))
    }

    /// Elements that look ahead, in every disguise in which XML lets them come.
    static let disguised = [
        "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a <choice><abbr>b</abbr><expan>c</expan></choice></p></body></text></TEI>",
        "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text><t:body><t:p>a <t:choice\n><t:abbr>b</t:abbr><t:expan>c</t:expan></t:choice></t:p></t:body></t:text></t:TEI>",
        "<!DOCTYPE TEI [<!ENTITY e '&#60;choice>&#60;abbr>b&#60;/abbr>&#60;expan>c&#60;/expan>&#60;/choice>'>]><TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body><p>a &e;</p></body></text></TEI>",
    ]

    @Test(arguments: disguised) func whatLooksAheadIsFound(_ xml: String) throws { #expect(try Seen(xml).texts == ["a c"]) }
}
