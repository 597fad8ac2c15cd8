import Foundation
import TestSupport
import Testing

struct CollateTests {
    @Test func filesAreWitnesses() throws {
        let place = try Workplace()
        try place.write("1924.xml", "The rising was led by Trotsky.", "It began at night.")
        try place.write("1938.xml", "The rising was led by Stalin.", "It began at night.")
        let tool = try place.palimpsest(["collate", "1924.xml", "1938.xml", "--format", "csv"])
        #expect(tool.status == 0, "\(tool.errors)")
        #expect(
            tool.text
                == "1924,1938\r\nThe,The\r\nrising,rising\r\nwas,was\r\nled,led\r\nby,by\r\nTrotsky,Stalin\r\n.,.\r\nIt,It\r\nbegan,began\r\nat,at\r\nnight,night\r\n.,.\r\n")
    }

    @Test func theVersionsOfAnArchiveAreWitnesses() throws {
        let place = try Workplace()
        let archive = """
            <archive xmlns="urn:palimpsest:archive:1" xml:lang="en"><editions><edition n="1" label="first"/><edition n="2" label="second"/></editions>
            <record xml:id="a"><title>T</title><version edition="1"><p>Led by Trotsky</p></version><version edition="2"><p>Led by Stalin</p></version></record>
            <record xml:id="b"><title>U</title><version edition="1"><p>at night</p></version></record></archive>
            """
        try place.write("archive.xml", bytes: Array(archive.utf8))
        let tool = try place.palimpsest(["collate", "archive.xml"])
        #expect(tool.status == 0, "\(tool.errors)")
        #expect(tool.text.hasPrefix("first  │ Led │ by │ Trotsky │ at │ night\nsecond │ Led │ by │ Stalin  │ –  │ –\n"), "\(tool.text)")
    }

    @Test func collateXInputGoesThroughWithAllItsKeys() throws {
        let place = try Workplace()
        try place.write("w.json", bytes: Array(#"{"witnesses": [{"id": "A", "tokens": [{"t": "vnto ", "n": "unto", "page": 7}]}, {"id": "B", "content": "unto us"}]}"#.utf8))
        let tool = try place.palimpsest(["collate", "w.json", "-o", "table.json"])
        #expect(tool.status == 0 && tool.output.isEmpty, "\(tool.errors)")
        let written = try String(contentsOfFile: place.path + "/table.json", encoding: .utf8)
        #expect(
            written == """
                {
                  "witnesses": ["A", "B"],
                  "table": [
                    [
                      [{"t": "vnto ", "n": "unto", "page": 7}],
                      null
                    ],
                    [
                      [{"t": "unto ", "n": "unto"}],
                      [{"t": "us", "n": "us"}]
                    ]
                  ]
                }

                """)
        let tei = try place.palimpsest(["collate", "w.json", "--format", "tei"])
        #expect(tei.text.contains("<app><rdg wit=\"#A\"><w norm=\"unto\">vnto </w></rdg><rdg wit=\"#B\"><w>unto</w></rdg></app>"), "\(tei.text)")
    }

    /// As scholars have them: plain texts, in whatever encoding, mixed with XML; an empty one is said.
    @Test func plainTextsAreWitnesses() throws {
        let place = try Workplace()
        try place.write("A.txt", bytes: Array("[Here begins] the rising,\nled by Trotsky.\n".utf8))
        try place.write("B.txt", bytes: [0xEF, 0xBB, 0xBF] + Array("the rising, led by Stalin.".utf8))
        try place.write("C.xml", "the rising, led by the Party.")
        try place.write("D.txt", bytes: [])
        let tool = try place.palimpsest(["collate", "A.txt", "B.txt", "C.xml", "D.txt", "--width", "0"])
        #expect(tool.status == 0)
        #expect(
            tool.text == """
                A │ [ │ Here │ begins │ ] │ the │ rising │ , │ led │ by │ –   │ Trotsky │ .
                B │ – │ –    │ –      │ – │ the │ rising │ , │ led │ by │ –   │ Stalin  │ .
                C │ – │ –    │ –      │ – │ the │ rising │ , │ led │ by │ the │ Party   │ .
                D │ – │ –    │ –      │ – │ –   │ –      │ – │ –   │ –  │ –   │ –       │ –

                4 witnesses, 12 places, 12 of them with variants

                """, "\(tool.text)")
        #expect(tool.errors == "warning: the witness 'D' has no words; its row is empty\n")
        try place.write("E.txt", bytes: [0xC5, 0x74, 0xE9])
        #expect(try place.palimpsest(["collate", "A.txt", "E.txt"]).errors.contains("E.txt is not UTF-8; say what it is in, for example --encoding windows-1252"))
        #expect(try place.palimpsest(["collate", "E.txt", "E.txt", "--encoding", "windows-1252"]).text.contains("Åté"))
        try place.write("F.txt", bytes: [0xFF, 0xFE, 0x61, 0, 0x20, 0, 0x62, 0])
        #expect(try place.palimpsest(["collate", "F.txt", "F.txt", "--format", "csv"]).text == "F.txt,F.txt (2)\r\na,a\r\nb,b\r\n")
    }

    @Test func standardInputHoldsTheWitnesses() throws {
        let tool = try Tool.run(["collate", "-", "--format", "csv"], input: Array(#"{"witnesses": [{"id": "A", "content": "a b"}, {"id": "B", "content": "a c"}]}"#.utf8))
        #expect(tool.text == "A,B\r\na,a\r\nb,c\r\n", "\(tool.errors)")
    }

    @Test(arguments: [
        (["one.txt"], 2, "one.txt is one text; name the files to collate it with"),
        (["one.xml", "one.xml", "--width", "7"], 2, "--width is a number from 20 to 10000, or 0 for one block, not '7'"),
        (["bytes.txt", "one.txt"], 3, "bytes.txt is neither text nor XML: it holds bytes of zero"),
        (["one.xml"], 2, "one.xml holds one version only; name the files to collate it with"),
        (["one.xml", "w.json"], 2, "w.json is JSON, which holds all witnesses; name it alone"),
        (["w.json"], 3, "w.json:2:1: not well-formed JSON"),
        (["one.xml", "absent.xml"], 3, "absent.xml"),
        (["one.xml", "one.xml", "-o", "table.doc"], 2, "the format of 'table.doc' cannot be told from its name"),
        (["one.xml", "one.xml", "-o", "one.xml"], 2, "one.xml is one of the witnesses"),
    ])
    func whatCannotBeCollatedIsSaid(arguments: [String], status: Int32, message: String) throws {
        let place = try Workplace()
        try place.write("one.xml", "One text.")
        try place.write("w.json", bytes: Array("{\"witnesses\": [\n".utf8))
        try place.write("one.txt", bytes: Array("One text.".utf8))
        try place.write("bytes.txt", bytes: [0x7F, 0x45, 0, 1])
        let tool = try place.palimpsest(["collate"] + arguments)
        #expect(tool.status == status && tool.errors.contains(message), "\(tool.status) \(tool.errors)")
        #expect(tool.output.isEmpty)
    }
}
