import PlainText
import Records
import Testing
import Vocabularies
import XMLEvents

/// What an export says about its pages and revisions, besides their texts.
@Suite struct MediaWikiTests {
    private func codes(_ xml: String) throws -> [String] { try Seen(xml).document.warnings.map(\.code) }
    private let later = Revision("2", "1938-01-01T00:00:00Z", "Stalin led."), earlier = Revision("1", "1924-01-01T00:00:00Z", "Trotsky led.")

    @Test func pagesAreRecordsAndRevisionsVersions() throws {
        let seen = try Seen(
            export([
                Revision("11", "1924-01-01T00:00:00Z", "Trotsky led.", more: "<contributor><username>Reed</username><id>3</id></contributor><comment>first</comment>"),
                Revision("12", "1938-01-01T00:00:00Z", "Stalin led.", more: "<contributor><ip>10.0.0.1</ip></contributor><minor/>"),
            ]))
        let record = seen.document.records[0]
        #expect(seen.document.vocabulary == "mediawiki" && seen.document.holdsVersions && !seen.document.declaresEditions)
        #expect(record.id == "7" && record.title == "October")
        #expect(record.versions.map(\.label.label) == ["11", "12"])
        #expect(record.versions.map(\.label.by) == ["Reed", "10.0.0.1"])
        #expect(record.versions.map(\.label.reason) == ["first", nil])
        #expect(record.versions.map(\.label.isMinor) == [false, true])
        #expect(record.versions.map(\.label.date) == ["1924-01-01T00:00:00Z", "1938-01-01T00:00:00Z"])
        #expect(seen.version.symbols[seen.version.passages[0].language] == "en")
        #expect(seen.document.warnings.isEmpty)
    }

    @Test func revisionsAreTakenByTimeThenById() throws {
        let seen = try Seen(export([later, earlier]))
        #expect(seen.document.records[0].versions.map(\.label.label) == ["1", "2"])
        #expect(seen.document.records[0].versions.map(\.label.number) == [0, 1])
        #expect(seen.document.warnings.map { "\($0.code) \($0.line ?? 0)" } == ["order 3"])
        let oneSecond = try Seen(export([Revision("2", "1924-01-01T00:00:00Z", "b"), Revision("1", "1924-01-01T00:00:00Z", "a")]))
        #expect(oneSecond.document.records[0].versions.map(\.label.label) == ["1", "2"])
        let offsets = try Seen(export([Revision("1", "1924-03-01T00:30:00+03:00", "a"), Revision("2", "1924-02-29T22:00:00Z", "b")]))
        #expect(offsets.document.records[0].versions.map(\.label.label) == ["1", "2"])
        let odd = try Seen(export([Revision("3", "-0044-03-15T00:00:00Z", "a"), Revision("2", "2016-12-31T23:59:60Z", "b"), Revision("1", "9999-12-31T23:59:59Z", "c")]))
        #expect(odd.document.records[0].versions.map(\.label.label) == ["3", "2", "1"])
        #expect(odd.document.warnings.isEmpty)
    }

    @Test func whatIsOddIsSaid() throws {
        #expect(try codes(export([Revision("-1", "1924-01-01T00:00:00Z", "x")])) == ["id"])
        #expect(try codes(export([earlier, earlier])) == ["duplicate-id"])
        #expect(try codes(export([Revision("1", "yesterday", "x")])) == ["timestamp"])
        #expect(try codes(export([Revision("1", "1924-01-01T00:00:00Z", "short", attributes: " bytes=\"9000\"")])) == ["size"])
        #expect(try codes(export([earlier], title: "Tro\u{202E}ykst")).contains("invisible-character"))
        #expect(try codes(export([earlier]).replacing(" xmlns=\"http://www.mediawiki.org/xml/export-0.11/\"", with: "")) == ["namespace"])
        #expect(try codes(export([earlier]).replacing("export-0.11", with: "export-0.3")) == [])
        #expect(try codes(export([earlier]).replacing("</page>", with: "</page><logitem><id>1</id></logitem>")) == ["set-aside"])
    }

    @Test func whatIsWithheldIsNotBlank() throws {
        let seen = try Seen(
            export([
                earlier, Revision("2", "1925-01-01T00:00:00Z", "", attributes: " bytes=\"-1\" deleted=\"deleted\""),
                Revision("3", "1926-01-01T00:00:00Z", "", attributes: " bytes=\"0\""),
                Revision("4", "1927-01-01T00:00:00Z", "", attributes: " bytes=\"120\" id=\"4\""),
                Revision("5", "1928-01-01T00:00:00Z", "x", more: "<contributor deleted=\"deleted\"/><comment deleted=\"deleted\"/>"),
                Revision("6", "1929-01-01T00:00:00Z", "", attributes: " bytes=\"-1\""),
            ]))
        #expect(seen.document.records[0].versions.map(\.withheld) == [[], .text, [], [.text, .leftOut], [.comment, .contributor], .text])
        #expect(seen.document.warnings.map(\.code) == ["no-text"])
        let without = try Seen(export([earlier]).replacing("<text>Trotsky led.</text>", with: ""))
        #expect(without.version.withheld == [.text, .leftOut])
    }

    /// The SHA-1 of "Trotsky led." and of nothing, in base 36 (made with another program).
    private let sum = "qsv2e74csp28k721sadwjh1ze7feb4g", empty = "phoiac9h4m842xq45sp7s6u21eteeq1"

    @Test func checksumsAreChecked() throws {
        func stated(_ attributes: String, _ more: String = "", text: String = "Trotsky led.") throws -> (Document, Checksum?) {
            let xml = export([Revision("1", "1924-01-01T00:00:00Z", text, attributes: attributes)]).replacing("</revision>", with: more + "</revision>")
            let seen = try Seen(xml)
            return (seen.document, seen.version.checksum)
        }
        for (document, sum) in [try stated(" sha1=\"\(sum)\""), try stated("", "<sha1>\(sum)</sha1>")] {
            #expect(document.checksums.checked == 1 && document.checksums.matched == 1)
            #expect(sum == Checksum(stated: self.sum, matches: true))
        }
        let blank = try stated(" bytes=\"0\" sha1=\"\(empty)\"", text: "")
        #expect(blank.1?.matches == true)
        let wrong = try stated(" sha1=\"\(empty)\"")
        #expect(wrong.0.checksums.checked == 1 && wrong.0.checksums.matched == 0 && wrong.1?.matches == false)
        for none in [try stated(" sha1=\"\""), try stated("", "<sha1>da39a3ee5e6b4b0d3255bfef95601890afd80709</sha1>"), try stated("", "<sha1/>")] {
            #expect(none.0.checksums.checked == 0 && none.1 == nil && none.0.warnings.isEmpty)
        }
        // A text that is withheld has nothing to check.
        #expect(try stated(" bytes=\"-1\" deleted=\"deleted\" sha1=\"\(sum)\"", text: "").1 == Checksum(stated: sum, matches: nil))
    }

    @Test func equalTextsHaveEqualVersions() throws {
        let seen = try Seen(export([earlier, later, Revision("3", "1956-01-01T00:00:00Z", "Trotsky led.")]))
        let versions = seen.document.records[0].versions
        #expect(versions[0].text == versions[2].text && versions[0].passages.map(\.textHash) == versions[2].passages.map(\.textHash))
        // Each stands at its own place.
        let lines = versions.map { $0.source.position(of: $0.map.source(of: 0)).line }
        #expect(lines == [3, 4, 5])
        #expect(versions.map { $0.source.position(of: Int($0.passages[0].source.start)).line } == [3, 4, 5])
    }

    @Test func slotsOfOtherRoles() throws {
        let content = "<content><role>mediainfo</role><origin>1</origin><model>wikibase-mediainfo</model><format>application/json</format><text bytes=\"2\" sha1=\"mbqvfsr1gawa9eid5wppvmaes442iwf\">{}</text></content>"
            + "<content><role>note</role><model>wikitext</model><format>text/x-wiki</format><text bytes=\"5\">Reed.</text></content>"
        let xml = export([Revision("1", "1924-01-01T00:00:00Z", "Trotsky led.", more: "<origin>1</origin><model>wikitext</model>", attributes: " sha1=\"\(sum)\"")])
            .replacing("</revision>", with: content + "<sha1>tjzab0x3p32erfzhjbsorobegxqoicq</sha1></revision>")
        let seen = try Seen(xml)
        #expect(seen.texts == ["Trotsky led.", "Reed."])
        #expect(seen.setAside["slot mediainfo"] == 2)
        #expect(seen.document.checksums.matched == 1)
        #expect(seen.document.warnings.map(\.code) == ["content-model"])
        let place = seen.version.source.base + seen.version.map.source(of: Int(seen.version.passages[1].text.start))
        #expect(Array(Array(xml.utf8)[place..<place + 5]) == Array("Reed.".utf8))
    }

    @Test func codeIsSetAside() throws {
        let seen = try Seen(export([Revision("1", "1924-01-01T00:00:00Z", "var x = 1", more: "<model>javascript</model>"), Revision("2", "1925-01-01T00:00:00Z", "'''no''' mark-up\n\nat all", more: "<model>text</model>")]))
        #expect(seen.setAside["javascript"] == 6)
        #expect(seen.document.records[0].versions.map { version in version.passages.map { version.string($0) } } == [[], ["'''no''' mark-up", "at all"]])
        #expect(seen.document.warnings.map(\.code) == ["content-model"])
    }

    /// The model may stand after the text (schema 0.8).
    @Test func theModelMayComeLast() throws {
        let xml = export([Revision("1", "1924-01-01T00:00:00Z", "a { }")]).replacing("</text>", with: "</text><model>css</model>")
        #expect(try Seen(xml).setAside["css"] == 3)
    }

    /// Page by page, as a stream is read: each page comes whole, with its own words, and as in a document of all.
    @Test func pagesAreHandedOverOneByOne() throws {
        let page = export([earlier, later])
        let two = page.replacing("</mediawiki>", with: "<page><title>Smolny</title><id>8</id>\n<revision><id>5</id><timestamp>1924-01-01T00:00:00Z</timestamp><text>The [[Smolny]] hall.</text></revision></page></mediawiki>")
        let whole = try Seen(two).document
        let input = try XMLInput(Array(two.utf8), named: "record.xml")
        var documents: [Document] = []
        let reader = MediaWikiReader(named: "record.xml", window: InputWindow(input.bytes)) { documents.append($0) }
        try input.read(into: reader)
        #expect(documents.map { $0.records[0].id } == ["7", "8"])
        var census = reader.outerCensus
        for (document, record) in zip(documents, whole.records) {
            census.add(document.census)
            for (one, other) in zip(document.records[0].versions, record.versions) {
                #expect(one.text == other.text && one.passages.map(\.wordHash) == other.passages.map(\.wordHash))
                #expect(one.tokens.map { document.words.string($0.word) } == other.tokens.map { whole.words.string($0.word) })
                let place = one.source.position(of: one.map.source(of: 0)), known = other.source.position(of: other.map.source(of: 0))
                #expect(place == known)
            }
        }
        #expect(census == whole.census && census.isComplete)
        #expect(documents[1].words.count < whole.words.count)
    }

    @Test func localNamesOfNamespacesAreLearned() throws {
        let head = "<siteinfo><sitename>W</sitename><namespaces><namespace key=\"6\">Файл</namespace><namespace key=\"14\">Категория</namespace></namespaces></siteinfo>"
        let seen = try Seen(export([Revision("1", "1924-01-01T00:00:00Z", "[[Файл:Смольный.jpg|Зал]] [[Категория:Восстания]] x")], head: head))
        #expect(seen.passages == ["paragraph: x", "graphic: Смольный.jpg", "caption: Зал", "field: Восстания"])
        #expect(seen.setAside["site information"] == 14)
    }
}
