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
        #expect(tei.text.contains("<app><rdg wit=\"#A\"><w>vnto </w></rdg><rdg wit=\"#B\"><w>unto</w></rdg></app>"), "\(tei.text)")
    }

    @Test(arguments: [
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
        let tool = try place.palimpsest(["collate"] + arguments)
        #expect(tool.status == status && tool.errors.contains(message), "\(tool.status) \(tool.errors)")
        #expect(tool.output.isEmpty)
    }
}
