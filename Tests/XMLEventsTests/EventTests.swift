import Testing
import XMLEvents

@Suite struct EventTests {
    @Test func eventsComeInOrder() throws {
        let read = try recorded(#"<a x="1"><b/>text<!--note--></a>"#)
        #expect(read.recorder.events == ["<a x=1>", "<b>", "</>", "<!--note-->", "</>"])
        #expect(read.recorder.text == "text")
    }

    @Test(arguments: [
        ("<a>one <b>two</b> three</a>", ["one ", "two", " three"]),
        ("<a>R&amp;D</a>", ["R", "&", "D"]),
        ("<a>Gar&#231;on</a>", ["Gar", "ç", "on"]),
        ("<a><![CDATA[<raw>]]> tail</a>", ["<raw>", " tail"]),
        ("<a>Троцкий и Зиновьев</a>", ["Троцкий и Зиновьев"]),
    ])
    func textIsDelivered(_ xml: String, _ pieces: [String]) throws {
        #expect(try recorded(xml).recorder.text == pieces.joined())
    }

    /// Pieces that were copied stand at their offset; those in place of a reference begin with its ampersand.
    @Test(arguments: [
        "<a>plain text</a>", "<a>line\r\nbreak\r\n\r\nand <b>more\r\n</b>x</a>", "<a>Троцкий &amp; Зино&#1074;ьев</a>", "<a>a\rb</a>",
        "<a>é\r\nñ &lt; <![CDATA[ç\r\nq]]></a>", "\u{FEFF}<a>after the mark</a>",
        "<!DOCTYPE a [<!ENTITY who 'Leon <b>Trotsky</b>'>]><a>by &who; alone</a>",
        "<a>" + String(repeating: "Петроградский Совет ", count: 400) + "</a>",
        "<a>" + String(repeating: "строка\r\n", count: 400) + "</a>",
    ])
    func offsetsPointIntoTheSource(_ xml: String) throws {
        let bytes = Array(xml.utf8)
        let recorder = try recorded(xml).recorder
        #expect(!recorder.pieces.isEmpty)
        for piece in recorder.pieces {
            let there = bytes[piece.source...].prefix(piece.text.utf8.count)
            let isReference = bytes[piece.source] == UInt8(ascii: "&")
            let isLineEnd = bytes[piece.source] == 0x0D
            #expect(there.elementsEqual(piece.text.utf8) || isReference || isLineEnd || piece.text.contains("\n"), "\(piece)")
        }
        for start in recorder.starts { #expect(bytes[start.source] == UInt8(ascii: "<") || bytes[start.source] == UInt8(ascii: "&")) }
        #expect(recorder.ends.last == bytes.count)
    }

    /// The end of an element is the byte after its tag, also before CR LF.
    @Test func endsStandBehindTheTag() throws {
        let xml = "<a>\r\n<b>x</b>\r\n<c/>\r\n</a>"
        let recorder = try recorded(xml).recorder
        let bytes = Array(xml.utf8)
        for end in recorder.ends { #expect(bytes[end - 1] == UInt8(ascii: ">")) }
        #expect(recorder.text == "\nx\n\n")
    }

    @Test func anElementCanBeTheLast() throws {
        let root = try XMLInput(Array("<p:TEI xmlns:p='urn:x'><p:b>".utf8), named: "cut.xml").root()
        #expect(root?.local == "TEI")
        #expect(root?.namespace == "urn:x")
    }

    @Test func attributesAreResolved() throws {
        let read = try recorded("<!DOCTYPE a [<!ATTLIST a resp CDATA 'Trotsky'>]><a t='x&amp;&#1051;\n y'/>")
        #expect(read.recorder.events.first == "<a resp=Trotsky t=x&Л  y>")
    }
}
