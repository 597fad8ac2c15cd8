import Testing
import XMLEvents

/// Web pages through the HTML parser: encodings, repairs, places, and pages that are made to hurt.
@Suite struct HTMLTests {
    /// Start tags, end tags and text, with the line of each text.
    final class Log: XMLHandler {
        var names: [String] = []
        var open: [String] = []
        var lines: [String] = []
        var offsets: [(String, Int)] = []
        var elements = 0
        func name(_ id: Int, local: String, namespace: String) { names.append(local) }
        func start(_ tag: StartTag) {
            elements += 1
            open.append(names[tag.name])
        }
        func end(at source: Int) { open.removeLast() }
        func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {
            let text = String(decoding: piece, as: UTF8.self)
            guard !text.allSatisfy(\.isWhitespace) else { return }
            lines.append("\(open.joined(separator: "/")): \(text)")
            offsets.append((text, source))
        }
    }

    static func log(_ bytes: [UInt8]) throws -> (log: Log, notices: [ReadNotice], bytes: [UInt8]) {
        let input = try HTMLInput(bytes, named: "page.html")
        let log = Log()
        return (log, try input.read(into: log), input.bytes)
    }

    @Test func tagSoupIsRepairedAndTheRepairsAreCounted() throws {
        let (log, notices, _) = try Self.log(Array("<p>one<b>two<p>three</b></i>&eacute;".utf8))
        #expect(log.lines.map { $0.drop { $0 != ":" } }.joined() == ": one: two: three: é")
        #expect(log.open.isEmpty)
        let repairs = notices.filter { $0.code == "repairs" }
        #expect(repairs.count == 1)
        #expect(repairs.first?.message.contains("repaired in") == true)
    }

    @Test func eachPieceOfTextStandsWhereItsOffsetSays() throws {
        let page = "<html>\n<body>\r\n<p>Kato &amp; S\u{f6}hne<br>\n  <i>led</i> the strike.</p>\n</body></html>"
        let (log, _, bytes) = try Self.log(Array(page.utf8))
        for (text, offset) in log.offsets where text != "&" {
            #expect(Array(bytes[offset..<offset + text.utf8.count]) == Array(text.utf8), "\(text)")
        }
        let ampersand = try #require(log.offsets.first { $0.0 == "&" })
        #expect(bytes[ampersand.1] == UInt8(ascii: "&"))
    }

    struct Page: Sendable, CustomTestStringConvertible {
        var head: String
        var letters: [UInt8]
        var text: String?
        var isWarned: Bool
        init(_ head: String, _ letters: [UInt8], _ text: String?, warned: Bool = false) {
            self.head = head
            self.letters = letters
            self.text = text
            isWarned = warned
        }
        var testDescription: String { "\(head) \(letters)" }
    }

    static let encodings: [Page] = [
        Page("<meta charset=utf-8>", Array("é".utf8), "é"),
        Page("<meta charset=windows-1251>", [0xCA], "К"),
        Page("<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'>", [0xEB], "К"),
        // Latin-1 is read as its Windows superset.
        Page("<meta charset=iso-8859-1>", [0x93, 0xE9], "\u{201C}é"),
        // Nothing is declared.
        Page("<title>x</title>", [0xE9], "é", warned: true),
        Page("<title>x</title>", Array("é".utf8), "é"),
        // A wrong declaration of what is UTF-8 beyond doubt.
        Page("<meta charset=windows-1251>", Array("é".utf8), "é", warned: true),
        Page("<meta charset=utf-8>", [0xE9], nil),
        Page("<meta charset=no-such-thing>", [0xE9], nil),
    ]

    @Test(arguments: encodings) func isReadInItsEncoding(_ page: Page) throws {
        let bytes = Array("<html><head>\(page.head)</head><body><p>".utf8) + page.letters + Array("</p></body></html>".utf8)
        guard let text = page.text else {
            #expect(throws: ReadError.self) { try Self.log(bytes) }
            return
        }
        let (log, notices, _) = try Self.log(bytes)
        #expect(log.lines.last?.hasSuffix(": " + text) == true)
        #expect(notices.contains { $0.code == "encoding" } == page.isWarned)
    }

    @Test func aDeclarationAfterTheTextIsHeededAndSaid() throws {
        let (log, notices, _) = try Self.log(Array("<p>".utf8) + [0xD2] + Array("</p><meta charset=windows-1251>".utf8))
        #expect(log.lines.last?.hasSuffix(": Т") == true)
        #expect(notices.contains { $0.code == "encoding" })
    }

    @Test func aPageThatWasCutIsRefusedOrSaid() throws {
        #expect(throws: ReadError.self) { try Self.log(Array("<html><body><p>one</p><p class=\"a".utf8)) }
        #expect(throws: ReadError.self) { try Self.log(Array("<html><body><p>one</p><!-- cut".utf8)) }
        #expect(try Self.log(Array("<html><body><p>one</p><p>tw".utf8)).notices.contains { $0.code == "perhaps-cut" })
        #expect(try !Self.log(Array("<html><body><p>one</p></body></html>\n<!-- counter -->".utf8)).notices.contains { $0.code == "perhaps-cut" })
    }

    static let hostile: [(String, String)] = [
        ("nested", String(repeating: "<b><i>", count: 150_000)), ("blocks", String(repeating: "<div>", count: 200_000)),
        ("unclosed", String(repeating: "<p>one ", count: 150_000)), ("closers", String(repeating: "</b>", count: 250_000)),
        ("attributes", "<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">"), ("script", "<script>" + String(repeating: "if (a<b) c; ", count: 90_000) + "</script>"),
        ("references", String(repeating: "&eacute;&#x41;&bogus;", count: 50_000)), ("comments", String(repeating: "<!-- -- >", count: 100_000)),
        ("cells", "<table>" + String(repeating: "<tr><td>1", count: 100_000)), ("opens", String(repeating: "<", count: 1_000_000)),
    ]

    @Test(arguments: hostile.map(\.0)) func aHostilePageEndsInTime(_ name: String) throws {
        let page = try #require(Self.hostile.first { $0.0 == name }?.1)
        let time = ContinuousClock().measure {
            do {
                let (log, _, _) = try Self.log(Array(page.utf8))
                #expect(log.open.isEmpty)
            } catch {
                #expect(error is ReadError)
            }
        }
        #expect(time < .seconds(20), "\(name): \(time)")
    }
}
