import Records
import Testing
import Vocabularies

/// Which hashes of a passage tell two forms of it apart.
@Suite struct HashTests {
    struct Row: CustomTestStringConvertible {
        var before: String, after: String
        var words: Bool, text: Bool, markup: Bool
        init(_ before: String, _ after: String, words: Bool = true, text: Bool = true, markup: Bool = true) {
            self.before = before
            self.after = after
            self.words = words
            self.text = text
            self.markup = markup
        }
        var testDescription: String { before + " | " + after }
    }

    static let rows = [
        Row("<p>Trotsky spoke</p>", "<p>Trotsky\n    spoke</p>"),
        Row("<p>Trotsky spoke</p>", "<p>Trotsky<!-- x --> spoke</p>"),
        Row("<p>Trotsky spoke</p>", "<p>trotsky spoke!</p>", text: false),
        Row("<p>Trotsky spoke</p>", "<p>Stalin spoke</p>", words: false, text: false),
        Row("<p>a b</p>", "<p>b a</p>", words: false, text: false),
        Row("<p><name ref='#a'>He</name> spoke</p>", "<p><name ref='#b'>He</name> spoke</p>", markup: false),
        Row("<p><name ref='#a' type='x'>He</name></p>", "<p><name type='x' ref='#a'>He</name></p>"),
        Row("<p><hi>He</hi> spoke</p>", "<p>He <hi>spoke</hi></p>", markup: false),
        Row("<p><hi>He</hi> spoke</p>", "<p>He spoke</p>", markup: false),
        Row("<p><hi>He</hi> spoke</p>", "<p>\n  <hi>He</hi>\n spoke </p>"),
        Row("<p n='1'>x</p>", "<p n='2'>x</p>", markup: false),
        Row("<p xmlns:q='urn:q'>x</p>", "<p>x</p>"),
        Row("<p>x <hi>y</hi></p>", "<t:p xmlns:t='http://www.tei-c.org/ns/1.0'>x <t:hi>y</t:hi></t:p>"),
    ]

    @Test(arguments: rows) func tell(_ row: Row) throws {
        let before = try #require(try Seen(tei(row.before)).version.passages.first)
        // Other words first, so that ids differ between the two documents.
        let after = try #require(try Seen(tei("<p>quite other words here</p>" + row.after)).version.passages.last)
        #expect((before.wordHash == after.wordHash) == row.words)
        #expect((before.textHash == after.textHash) == row.text)
        #expect((before.markupHash == after.markupHash) == row.markup)
    }
}
