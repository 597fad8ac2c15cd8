import PlainText
import Records
import Testing
import Vocabularies

@Suite struct OffsetTests {
    static let bodies = [
        "<p>Plain words in a row.</p>", "<p>Троцкий\r\n   говорил <hi>в\r\nПетрограде</hi></p>\r\n<p>и ещё</p>",
        "<p>one <note>two three</note> four <persName> Leon\tTrotsky </persName> five</p>", "<p>R&amp;D &#1051;ев &lt;tag&gt; end</p>",
        "<p><![CDATA[raw <b> words]]> after</p>", "<p>a<lb/>b <choice><sic>c</sic><corr>d</corr></choice> e</p>",
        "<figure><graphic url='plates/14.jpg'/></figure>",
    ]

    /// Every word's source offset points at the word in the source; one that begins with a reference, at its ampersand.
    @Test(arguments: bodies) func pointAtTheWords(_ body: String) throws {
        let xml = tei(body)
        let bytes = Array(xml.utf8)
        let version = try Seen(xml).version
        #expect(!version.tokens.isEmpty)
        for token in version.tokens {
            let source = version.map.source(of: Int(token.start))
            let word = version.text[token.range.indices]
            #expect(bytes[source...].starts(with: word) || bytes[source] == UInt8(ascii: "&"), "\(version.string(token.range))")
        }
    }

    /// Line ends and white space change nothing but the offsets.
    @Test(arguments: bodies) func lineEndsChangeNothing(_ body: String) throws {
        let unix = try Seen(tei(body.replacing("\r\n", with: "\n"))).version
        let dos = try Seen(tei(body.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"))).version
        #expect(unix.text == dos.text)
        #expect(unix.passages.map(\.markupHash) == dos.passages.map(\.markupHash))
    }

    /// Stretches of white space of any kind and length become one space, also where they cross the steps of eight bytes, and every word keeps its place.
    @Test(arguments: 0..<24) func whiteSpaceIsFoldedWhereverItStands(shift: Int) throws {
        let blanks = [" ", "  ", "\n", " \n", "\n  ", "\t", "   \t ", " "]
        let words = (0..<120).map { String("abcdefghijklmnopqrstuvwxyzéж".prefix(1 + ($0 * 7 + shift) % 19)) }
        let body = words.enumerated().map { $0.element + blanks[($0.offset * 5 + $0.offset / 3 + shift) % blanks.count] }.joined()
        let bytes = Array(tei("<p>\(String(repeating: " ", count: shift % 9))\(body)</p>").utf8)
        let version = try Seen(String(decoding: bytes, as: UTF8.self)).version
        #expect(version.string(version.passages[0]) == words.joined(separator: " "))
        for token in version.tokens { #expect(bytes[version.map.source(of: Int(token.start))...].starts(with: version.text[token.range.indices])) }
    }
}
