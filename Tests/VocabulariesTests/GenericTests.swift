import Records
import Testing
import Vocabularies
import XMLEvents

@Suite struct GenericTests {
    static let rows: [(xml: String, passages: [String])] = [
        ("<visit><id>12</id><visitor>Premier Briand</visitor><from id='f'>France</from><created-by>joe</created-by></visit>",
         ["field: Premier Briand", "field: France"]),
        ("<doc><heading>On trade</heading><para>Short.</para></doc>", ["heading: On trade", "paragraph: Short."]),
        ("<r><remarks>Met with Prime Minister Prodi and Foreign Minister Dini in the old palace at Rome.</remarks></r>",
         ["paragraph: Met with Prime Minister Prodi and Foreign Minister Dini in the old palace at Rome."]),
        ("<r><item><b>Bold</b> first</item></r>", ["item: Bold first"]),
        ("<r><x>mixed <y>inner</y> text</x></r>", ["field: mixed inner text"]),
        ("<r><x>line<br/>two</x></r>", ["field: line two"]),
        ("<r><group><person-id>riddle-john</person-id><chief-id>rs-1905</chief-id></group></r>", ["field: riddle-john"]),
        ("<photo><caption>On the steps</caption><credit>Goldshtein</credit></photo>", ["caption: On the steps", "credit: Goldshtein"]),
        ("<page><head><title>T</title><script>var x</script></head><body><h1>H</h1><p>a <em>b</em></p></body></page>",
         ["title: T", "heading: H", "paragraph: a b"]),
    ]

    @Test(arguments: rows) func findPassages(_ row: (xml: String, passages: [String])) throws {
        let seen = try Seen(row.xml)
        #expect(seen.document.vocabulary == "generic")
        #expect(seen.passages == row.passages)
    }

    @Test func namesAreMarked() throws {
        let seen = try Seen("<r><p>by <persName ref='#t'>Trotsky</persName></p><person-id>lenin</person-id></r>")
        #expect(seen.annotations == ["person Trotsky #t", "person lenin"])
    }

    @Test func theVocabularyCanBeNamed() throws {
        #expect(try Seen("<p>x</p>", as: "tei").document.vocabulary == "tei")
        #expect(try Seen(tei("<p>x</p>"), as: "generic").document.vocabulary == "generic")
        #expect(throws: ReadError(.vocabulary("mods", known: knownVocabularies), source: "a.xml")) {
            _ = try read(Array("<a/>".utf8), named: "a.xml", as: "mods")
        }
    }
}
