import PlainText
import Records
import Testing
import Vocabularies

@Suite struct TEIBlockTests {
    static let blocks: [(body: String, passages: [String])] = [
        ("<p>One.</p><p>Two.</p>", ["paragraph: One.", "paragraph: Two."]),
        ("<div><head>The  rising\n</head><ab> x </ab></div>", ["heading: The rising", "paragraph: x"]),
        ("<lg><l>first</l><l>second</l></lg>", ["verse: first", "verse: second"]),
        ("<sp who='#t'><speaker>Trotsky</speaker><p>Comrades!</p></sp>", ["heading: Trotsky", "speech: Comrades!"]),
        ("<list><head>Present</head><item>Lenin</item><item>Trotsky</item></list>", ["heading: Present", "item: Lenin", "item: Trotsky"]),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", ["cell: a", "cell: b"]),
        ("<figure><graphic url='a.jpg'/><head>Lenin</head><figDesc>On the steps</figDesc><p rend='credit'>Photo: X</p></figure>",
         ["graphic: a.jpg", "caption: Lenin", "caption: On the steps", "credit: Photo: X"]),
        ("<byline>by <docAuthor>Stalin</docAuthor></byline>", ["byline: by Stalin"]),
        ("<closer>Yours, <signed>Lenin</signed></closer>", ["paragraph: Yours,", "byline: Lenin"]),
        ("<cit><quote>All power</quote><bibl>Pravda</bibl></cit>", ["quotation: All power", "source: Pravda"]),
        ("<gap reason='censored'/>", ["gap: censored"]),
        ("<p><gap reason='illegible'/></p>", ["gap: illegible"]),
        ("<epigraph><p>Motto</p></epigraph>", ["paragraph: Motto"]),
        // nothing stands outside a passage
        ("loose text <p>and a block</p> more", ["paragraph: loose text more", "paragraph: and a block"]),
        ("<div><persName>Trotsky</persName> alone</div>", ["field: Trotsky", "paragraph: alone"]),
        ("<foreignElement>unknown <x>words</x></foreignElement>", ["paragraph: unknown words"]),
        ("<seg><p>inside</p></seg>", ["paragraph: inside"]),
        ("<p/>", []),
    ]

    @Test(arguments: blocks) func become(_ row: (body: String, passages: [String])) throws {
        #expect(try passages(row.body) == row.passages)
    }

    static let nested: [(body: String, passages: [String])] = [
        // The text runs on over a note, and stands before it.
        ("<p>He<note>Trotsky</note> spoke.</p>", ["paragraph: He spoke.", "note: Trotsky"]),
        ("<p>a<note>b<p>c</p></note>d</p>", ["paragraph: ad", "note: b", "paragraph: c"]),
        ("<note><p>only</p></note>", ["paragraph: only"]),
        ("<p>There were:<list><item>Lenin</item><item>Trotsky</item></list>and others.</p>",
         ["paragraph: There were: and others.", "item: Lenin", "item: Trotsky"]),
        ("<p>He said:<quote><p>All power!</p></quote>Then he left.</p>", ["paragraph: He said: Then he left.", "paragraph: All power!"]),
        ("<p>x<quote>All power</quote>y</p>", ["paragraph: xAll powery"]),
        ("<quote>Alone</quote>", ["quotation: Alone"]),
        ("<quote><p>In a block</p></quote>", ["paragraph: In a block"]),
        ("<item><p>a</p><p>b</p></item>", ["paragraph: a", "paragraph: b"]),
        ("<p>one</p><p>two<note>n</note></p><p>three</p>", ["paragraph: one", "paragraph: two", "note: n", "paragraph: three"]),
    ]

    @Test(arguments: nested) func nest(_ row: (body: String, passages: [String])) throws {
        let seen = try Seen(tei(row.body))
        #expect(seen.passages == row.passages)
        // Arrays are laid out in the order of the passages.
        let ends = seen.version.passages.map(\.text.end)
        #expect(ends == ends.sorted())
        #expect(seen.version.passages.map(\.tokens.upperBound) == seen.version.passages.map(\.tokens.upperBound).sorted())
    }

    @Test func pathsCountSiblings() throws {
        let seen = try Seen(tei("<div><p>a</p></div><div><p>b</p><head>h</head><p>c<note>n</note></p></div>"))
        #expect(
            seen.paths == [
                "/TEI/text/body/div[1]/p", "/TEI/text/body/div[2]/p[1]", "/TEI/text/body/div[2]/head", "/TEI/text/body/div[2]/p[2]",
                "/TEI/text/body/div[2]/p[2]/note",
            ])
    }

    @Test func placesLanguageSpeakerAndPage() throws {
        let seen = try Seen(
            tei("<p>a</p><pb n='147'/><p xml:lang='RU-Latn'>b</p><p>c<pb n='card 2'/></p><sp who='#t'><p>d</p></sp>"))
        let version = seen.version
        #expect(version.passages.map { version.symbols[$0.cite] } == ["", "p. 147", "p. 147", "card 2"])
        #expect(version.passages.map { version.symbols[$0.language] } == ["", "ru", "", ""])
        #expect(version.passages.map { version.symbols[$0.speaker] } == ["", "", "", "#t"])
    }

    @Test func theSourceRangeHoldsTheElement() throws {
        let xml = tei("<p>Тро<note>n</note></p>\r\n<p>b</p>")
        let seen = try Seen(xml)
        let bytes = Array(xml.utf8)
        let elements = seen.version.passages.map { String(decoding: bytes[$0.source.indices], as: UTF8.self) }
        #expect(elements == ["<p>Тро<note>n</note></p>", "<note>n</note>", "<p>b</p>"])
    }
}
