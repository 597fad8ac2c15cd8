import Records
import Testing
import Vocabularies
import XMLEvents

@Suite struct WholenessTests {
    /// A record cut at any byte is refused: never is a part of it taken for the whole.
    @Test(arguments: [
        tei("<p>Троцкий <hi>led</hi> it.</p><!-- c --><p>b</p>"), "<r><a>x</a><b>y &amp; z</b></r>",
        "<archive xmlns='urn:palimpsest:archive:1'><record xml:id='r'><version><p>x</p></version></record></archive>",
    ])
    func everyCutIsRefused(_ xml: String) throws {
        let bytes = Array(xml.utf8)
        #expect(try read(bytes, named: "whole.xml").records.isEmpty == false)
        for end in 0..<bytes.count {
            #expect(throws: ReadError.self, "cut at \(end)") { _ = try read(Array(bytes[..<end]), named: "cut.xml") }
        }
    }

    /// Random mixtures of elements, from a fixed seed: no character is lost, and reading twice gives the same.
    @Test func noCharacterIsLost() throws {
        var state: UInt64 = 1924
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let names = ["p", "div", "note", "quote", "list", "item", "persName", "choice", "sic", "corr", "del", "lb", "seg", "figure", "said", "bibl", "title", "foo", "app", "rdg", "sp", "cit", "gap", "table", "cell", "hi", "teiHeader", "respStmt", "person", "standOff", "surname"]
        func element(_ depth: Int) -> String {
            let name = names[random(names.count)]
            var content = ""
            for _ in 0..<random(4) {
                content += random(2) == 0 || depth > 5 ? ["Троцкий ", "a-", " b ", "&amp;", "\n", "x"][random(6)] : element(depth + 1)
            }
            return "<\(name)\(random(4) == 0 ? " break='no' reason='r' url='u'" : "")>\(content)</\(name)>"
        }
        for _ in 0..<400 {
            let xml = tei((0..<5).map { _ in element(0) }.joined())
            let seen = try Seen(xml)
            let again = try Seen(xml)
            #expect(seen.version.passages == again.version.passages)
            let generic = try Seen(xml, as: "generic")
            // By both readings the parser has delivered the same characters; attributes taken as text come on top.
            #expect(generic.document.census.read <= seen.document.census.read)
        }
    }

    @Test func deepAndWideRecordsTakeLinearTime() throws {
        let wide = tei(String(repeating: "<p>Trotsky <hi>x</hi></p>", count: 20_000))
        let names = tei("<p>" + (0..<5000).map { "<n\($0)>w</n\($0)>" }.joined() + "</p>")
        let deep = tei(String(repeating: "<note>a", count: 1500) + String(repeating: "</note>", count: 1500))
        let clock = ContinuousClock()
        let start = clock.now
        for (xml, count) in [(wide, 20_000), (names, 1), (deep, 1500)] {
            let seen = try Seen(xml)
            #expect(seen.version.passages.count == count)
        }
        let time = clock.now - start
        #expect(time < .seconds(20))
    }

    @Test func duplicateIdsAreSaid() throws {
        #expect(try Seen(tei("<p xml:id='a'>x</p><p xml:id='a'>y</p>")).document.warnings.map(\.code) == ["duplicate-id"])
    }

    @Test func inclusionsAreSaidAndNotFollowed() throws {
        let seen = try Seen(tei("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='other.xml'><xi:fallback><p>f</p></xi:fallback></xi:include>"))
        #expect(seen.document.warnings.map(\.code) == ["not-read"])
        #expect(seen.texts == ["f"])
    }

    @Test func theSchemaIsShipped() { #expect(archiveSchema.contains("urn:palimpsest:archive:1")) }
}
