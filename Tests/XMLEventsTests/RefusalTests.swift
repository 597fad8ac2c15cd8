import Testing
import XMLEvents

@Suite struct RefusalTests {
    static let rows: [(xml: String, says: String)] = [
        ("", "record.xml: the file is empty; the record was not compared"),
        (" \n\t", "record.xml: the file is empty; the record was not compared"),
        ("<a>\n<p>by <persName>Trotsky</p></a>", "record.xml:2:24: not well-formed: <persName> of line 2 is closed by </p>; the record was not compared"),
        ("<a>\n  <b>", "record.xml:2:6: the file is cut short: <b> of line 2 is not closed; the record was not compared"),
        ("<a/>\n<b/>", "record.xml:2:1: not well-formed: something stands after the end of the root element; the record was not compared"),
        ("<a>AT&T</a>", "record.xml:1:8: not well-formed: a reference lacks its semicolon; a single & in text is written &amp;; the record was not compared"),
        ("<a>\n<<<<<<< HEAD\n<b/>\n</a>", "record.xml:2:1: not well-formed: the file has merge-conflict markers (<<<<<<<); resolve the conflict first; the record was not compared"),
    ]

    @Test(arguments: rows) func saysWhereAndWhat(_ row: (xml: String, says: String)) {
        #expect(refusal(Array(row.xml.utf8))?.description == row.says)
    }

    static let strangers: [(head: [UInt8], says: String)] = [
        ([0x50, 0x4B, 3, 4, 0, 0], "zip"), (Array("%PDF-1.7".utf8), "PDF"), (Array("{\"a\": 1}".utf8), "JSON"), ([0x1F, 0x8B, 8, 0], "unpack"),
        ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 0], "binary"), (Array("In the autumn of 1917".utf8), "plain texts"), (Array("{\\rtf1".utf8), "RTF"),
    ]

    @Test(arguments: strangers) func saysTheWayOut(_ row: (head: [UInt8], says: String)) {
        let error = refusal(row.head)
        guard case .notXML(let what) = error?.kind else {
            Issue.record("\(error?.description ?? "was read")")
            return
        }
        #expect(what.contains(row.says))
    }

    /// A record cut anywhere is refused, and never half-read.
    @Test func everyCutIsRefused() throws {
        let record = Array("<?xml version='1.0'?>\n<!-- x --><a b='1 &amp; 2'>\n<p>Речь <persName ref='#t'>Троцкого</persName> &#231;<![CDATA[raw]]></p>\r\n<?pi x?></a>".utf8)
        _ = try recorded(record)
        for end in 0..<record.count {
            #expect(refusal(Array(record[..<end])) != nil, "cut at \(end)")
        }
    }

    @Test func linesAreCountedPast65535() {
        let record = "<a>" + String(repeating: "\n", count: 70_000) + "<b></c></a>"
        let error = refusal(Array(record.utf8))
        #expect(error?.line == 70_001)
        #expect(error?.column == 4)
    }

    @Test func columnsCountCharacters() {
        #expect(refusal(Array("<a>Троцкий</b>".utf8))?.column == 11)
    }

    @Test func namesFromTheRecordCannotActOnATerminal() {
        let error = ReadError(.notWellFormed("\u{1B}[31m\u{202E}x"), source: "a\u{7}.xml")
        #expect(!error.description.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test func namespaceErrorsAreNotices() throws {
        let read = try recorded("<a><b:c>text</b:c></a>")
        #expect(read.recorder.text == "text")
        #expect(read.notices.map(\.code) == ["namespace"])
        #expect(refusal(Array("<a xmlns:xml='urn:other'/>".utf8)) != nil)
    }
}
