import PlainText
import Records
import Testing
import Vocabularies
import XMLEvents

/// Wikitext and the passages that it becomes.
@Suite struct WikitextTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var wikitext: String
        var passages: [String]
        var testDescription: String { wikitext }

        init(_ wikitext: String, _ passages: String...) {
            self.wikitext = wikitext
            self.passages = passages
        }
    }

    @Test(arguments: [
        Row("One line\nand the next.\n\nAnother.", "paragraph: One line and the next.", "paragraph: Another."),
        Row("== October ==\nText.", "heading: October", "paragraph: Text."),
        Row("=== The ''rising'' === <!-- c -->", "heading: The rising"),
        Row("= not a heading", "paragraph: = not a heading"),
        Row("* one\n** two\n: three\n; four", "item: one", "item: two", "item: three", "item: four"),
        Row("text\n* item\ntext", "paragraph: text", "item: item", "paragraph: text"),
        Row("----\nText", "paragraph: Text"),
        Row("{|\n! Name !! Post\n|-\n| [[Leon Trotsky|Trotsky]] || style=\"x\" | Chairman\n|}", "cell: Name", "cell: Post", "cell: Trotsky", "cell: Chairman"),
        Row("{| class=\"a\"\n|+ Members\n|-\n| a\n{|\n| inner\n|}\n|}", "caption: Members", "cell: a", "cell: inner"),
        Row("{{Infobox rising\n| name = October\n| leader = [[Leon Trotsky]]\n| width = 20px\n| none =\n}}", "field: October", "field: Leon Trotsky"),
        Row("{{Infobox|image=Trotsky 1918.jpg|caption=At the front}}", "graphic: Trotsky 1918.jpg", "caption: At the front"),
        Row("{{quote|The rising was led by Trotsky.|Stalin, 1918}}", "quotation: The rising was led by Trotsky.", "source: Stalin, 1918"),
        Row("<blockquote>All practical work was done by Trotsky.</blockquote>", "quotation: All practical work was done by Trotsky."),
        Row("He led it.<ref>Reed, ''Ten Days''</ref> It won.", "paragraph: He led it. It won.", "source: Reed, Ten Days"),
        Row("He led it.<ref name=\"r\">{{cite book|last=Reed|url=http://a.b|title=Ten Days|access-date=x}}</ref>", "paragraph: He led it.", "source: Reed | Ten Days"),
        Row("It was.<ref name=\"r\" /> So.", "paragraph: It was. So."),
        Row("[[File:Smolny.jpg|thumb|200px|alt=A hall|The ''Smolny''.]]\nText.", "paragraph: Text.", "graphic: Smolny.jpg", "caption: A hall", "caption: The Smolny."),
        Row("<gallery>\nFile:A.jpg|One\nB.png\n</gallery>", "graphic: A.jpg", "caption: One", "graphic: B.png"),
        Row("Text.\n[[Category:Risings|October]]", "paragraph: Text.", "field: Risings"),
        Row("Text.\n\n[[de:Oktober]]\n[[fr:Octobre]]", "paragraph: Text."),
        Row("<poem>\nOne\nTwo\n</poem>", "verse: One", "verse: Two"),
        Row("#REDIRECT [[October rising]]", "field: October rising"),
        Row("a<!-- hidden -->b __NOTOC__ c", "paragraph: ab c"),
        Row("Caf&eacute;&nbsp;x &#1051;&#x41B; &unknown; R&D", "paragraph: Café\u{A0}x ЛЛ &unknown; R&D"),
        Row("<nowiki>'''x''' [[y]]</nowiki>", "paragraph: '''x''' [[y]]"),
        Row("one<br/>two", "paragraph: one two"),
        Row("<table><tr><td>a</td><td>b</td></tr></table>", "cell: a", "cell: b"),
        Row("L'''amour'' est '''l'église'''", "paragraph: L'amour est l'église"),
        Row("in {{lang|ru|Троцкий}} and {{convert|5|km}}", "paragraph: in Троцкий and 5 km"),
        Row("{{DEFAULTSORT:Trotsky, Leon}}\n{{reflist}}"),
        Row("[http://a.b/c the order] and [http://d.e]", "paragraph: the order and http://d.e"),
        Row("{{{name|Trotsky}}} led", "paragraph: Trotsky led"),
        Row("{{#if: x | Trotsky led }}", "field: x", "field: Trotsky led"),
        Row("a < b, 3 > 2 <grin>", "paragraph: a < b, 3 > 2 <grin>"),
    ])
    func becomes(_ row: Row) throws { #expect(try wiki(row.wikitext).passages == row.passages) }

    /// What is opened and never closed stays text; what stands after it is read as ever.
    @Test(arguments: [
        Row("{{Infobox | name = October\n\nTrotsky led.", "paragraph: {{Infobox | name = October", "paragraph: Trotsky led."),
        Row("[[Trotsky led.\n\nLenin came.", "paragraph: [[Trotsky led.", "paragraph: Lenin came."),
        Row("{|\n| cell\n\nTrotsky led.", "paragraph: {| | cell", "paragraph: Trotsky led."),
        Row("He led.<ref>Reed\n\nLenin came.", "paragraph: He led.<ref>Reed", "paragraph: Lenin came."),
        Row("<!-- open\n\nTrotsky led.", "paragraph: <!-- open", "paragraph: Trotsky led."),
        Row("<nowiki>'''x<ref>", "paragraph: <nowiki>x<ref>"),
        Row("}} ]] |} --> </ref> Trotsky", "paragraph: }} ]] |} --> Trotsky"),
        Row("{{a|[[b}} Trotsky ]]", "paragraph: [[b Trotsky ]]"),
        Row("[[a {{b ]] Trotsky", "paragraph: [[a {{b ]] Trotsky"),
        Row("[http://x Trotsky led.\n\nLenin", "paragraph: [http://x Trotsky led.", "paragraph: Lenin"),
        Row("<poem>\nTrotsky led.\n\nLenin", "paragraph: <poem> Trotsky led.", "paragraph: Lenin"),
        Row("'''Trotsky led.\n\nLenin", "paragraph: Trotsky led.", "paragraph: Lenin"),
    ])
    func brokenMarkupSwallowsNothing(_ row: Row) throws { #expect(try wiki(row.wikitext).passages == row.passages) }

    /// Mark-up only: the same words, another hash of the mark-up or none.
    @Test(arguments: [
        ("[[Leon Trotsky]] led.", "[[Leon Trotsky|Leon Trotsky]] led."), ("Trotsky '''led'''.", "Trotsky led."), ("[[Trotsky]] led.", "Trotsky led."),
        ("x<ref name=\"a\">Reed</ref>", "x<ref name=\"b\" group=\"n\">Reed</ref>"), ("{{Box|a=x|b=y}}", "{{Box\n | a = x\n | b = y\n}}"),
        ("== Rising ==", "==Rising=="), ("a&nbsp;b", "a b"), ("*item", "* item"), ("one\ntwo", "one two"), ("{|\n|a||b\n|}", "{|\n| a\n| b\n|}"),
        ("<br>a", "<br />a"), ("[http://a.b label]", "[http://c.d label]"), ("{{cite book|title=T|last=R}}", "{{cite book | title=T | last=R }}"),
    ])
    func markupChangesNoWord(_ one: String, _ other: String) throws {
        func words(_ text: String) throws -> [[String]] {
            let seen = try wiki(text)
            return seen.version.passages.map { passage in seen.version.tokens[passage.words].map { seen.document.words.string($0.word) } }
        }
        #expect(try words(one) == words(other))
        #expect(try words(one) != [])
    }

    @Test func linksAreNamesByTheirTarget() throws {
        let seen = try wiki("[[Leon Trotsky|He]] and [[Lenin]] met [[Grigory Zinoviev|the speaker]] on a [[strike action|strike]], [[anarchism]]. [http://a.b Order]")
        #expect(
            seen.annotations == [
                "name He Leon_Trotsky", "name Lenin Lenin", "name the speaker Grigory_Zinoviev", "source Order http://a.b",
            ])
    }

    @Test func fieldsAreNamedByTheirParameter() throws {
        let seen = try wiki("{{Infobox rising\n| leader = [[Leon Trotsky]]\n| date = 1917\n}}")
        #expect(seen.paths == ["/page/revision/infobox_rising/leader", "/page/revision/infobox_rising/date"])
    }

    @Test func headingsAreQuoted() throws {
        let seen = try wiki("Before.\n== The rising ==\nAfter.")
        #expect(seen.version.passages.map { seen.version.symbols[$0.cite] } == ["", "§ The rising", "§ The rising"])
    }

    /// Line and column of each word are those of the file, over escapes, entities and folded lines.
    @Test func placesAreThoseOfTheFile() throws {
        let xml = export([Revision("1", "1924-01-01T00:00:00Z", "first\n\n\"Reed\" & '''Trotsky''' saw\n  [[Smolny|the hall]]&nbsp;again {{x|y=zeta}}<ref>omega</ref>")], head: "<siteinfo/>\n\n")
        let seen = try Seen(xml)
        let bytes = Array(xml.utf8)
        for token in seen.version.tokens {
            let offset = seen.version.source.base + seen.version.map.source(of: Int(token.start))
            let word = seen.version.string(token.range)
            #expect(Array(bytes[offset..<offset + word.utf8.count]) == Array(word.utf8), "\(word)")
            let lines = xml.split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(lines.firstIndex { $0.contains(word) })
            let place = seen.version.source.position(of: seen.version.map.source(of: Int(token.start)))
            #expect(place.line == line + 1, "\(word)")
            let start = try #require(lines[line].ranges(of: word).first)
            #expect(place.column == lines[line][..<start.lowerBound].unicodeScalars.count + 1, "\(word)")
        }
        #expect(seen.version.tokens.count == 9)
    }

    /// Random mixtures of mark-up, from a fixed seed: no character is lost (each census adds up), and a text read as a later revision gives the
    /// same passages as by itself.
    @Test func noCharacterIsLost() throws {
        var state: UInt64 = 1917
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = [
            "{{", "}}", "{{{", "}}}", "[[", "]]", "|", "||", "=", "==", "\n", "\n\n", "\n{|", "\n|}", "\n|-", "\n|", "\n!", "''", "'''", "'''''", "<ref>", "</ref>",
            "<ref name=x/>", "<nowiki>", "</nowiki>", "<!--", "-->", "<gallery>", "</gallery>", "<poem>", "</poem>", "<td>", "</td>", "<br>", "&nbsp;", "&#10;", "&", "<", ">",
            "[http://a.b ", "]", "[", "File:", "Category:", "de:", "*", "#", ":", "Trotsky ", "led ", "cite book", "quote", "lang", "ru", "a=", "__NOTOC__", "é", "Троцкий", " ", "#if:", "math", "<math>", "</math>", "thumb", ".jpg",
        ]
        var revisions: [Revision] = []
        for round in 0..<600 {
            let text = (0..<(1 + random(40))).map { _ in pieces[random(pieces.count)] }.joined()
            let alone = try wiki(text)
            revisions.append(Revision("\(round)", "1924-01-01T00:00:00Z", text))
            guard revisions.count == 20 else { continue }
            let together = try Seen(export(revisions))
            let last = try #require(together.document.records[0].versions.last)
            #expect(last.passages.map { "\($0.role): \(last.string($0))" } == alone.passages)
            #expect(last.passages.map(\.wordHash) == alone.version.passages.map(\.wordHash))
            #expect(last.annotations.map { last.string($0.range) } == alone.version.annotations.map { alone.version.string($0.range) })
            revisions = []
        }
    }

    /// Nothing but one mark, again and again: time goes with the length (a quadratic step would take minutes), and nothing is lost.
    @Test(arguments: [
        "{{", "{{{", "[[", "]]", "}}", "''", "'''", "<ref>", "<nowiki>", "<nowiki ", "<!--", "{|\n", "\n|}", "[http://", "&", "<", "{{a|", "[[a|", "{{a}}", "[[a]]", "''a", "<div>", "* ", "\n*", "== ", "{|\n|", "<ref>a</ref>", "[http://a [[b]] ", "__A", "{{a|[[b|", "|-\n", "<poem>", "{{#if:",
    ])
    func pathologicalTextTakesLinearTime(_ mark: String) throws {
        let text = String(repeating: mark, count: 120_000 / mark.utf8.count)
        let clock = ContinuousClock(), start = clock.now
        #expect(try wiki(text).document.census.isComplete)
        #expect(clock.now - start < .seconds(20))
    }

    @Test func tooDeepMarkupIsReadAsText() throws {
        let text = String(repeating: "{{a|", count: 200) + "Trotsky" + String(repeating: "}}", count: 200)
        let seen = try wiki(text)
        #expect(seen.texts.joined().contains("Trotsky"))
        #expect(seen.document.limits.count == 1)
        let shallow = try wiki(String(repeating: "{{a|", count: 15) + "Trotsky" + String(repeating: "}}", count: 15))
        #expect(shallow.texts == ["Trotsky"])
        #expect(shallow.document.limits.isEmpty)
    }
}
