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
}
