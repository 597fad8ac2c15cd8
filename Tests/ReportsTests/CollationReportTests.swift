import Collation
import Foundation
import FoundationXML
import Reports
import TestSupport
import Testing
import XMLEvents

/// Each form of a collation, and what is got back from it.
struct CollationReportTests {
    /// Words that are hard to keep: signs of the formats themselves, spaces, formulas, marks, wide and composed letters.
    private static let table = collate([
        Witness(siglum: "A", tokens: words(of: "The rising, \"led\" by <Trotsky> & others; 東京 e\u{301}té -5.")),
        Witness(siglum: "Ms. 2, é", tokens: ["The ", "=SUM(A1)", "'=x", "''", "a\nb", "c\r\n", "-", "é", "—", " ,", "\"", "]]>", "<w>"].map { WitnessToken(text: $0) }),
        Witness(
            siglum: "=1+1",
            tokens: [WitnessToken(text: "the", normal: "THE", further: [JSONMember(key: "p", value: .number("1e3"))]), WitnessToken(text: "risynge"), WitnessToken(text: "東京")]),
        Witness(siglum: "empty", tokens: []),
    ])

    private var texts: [[String]] { Self.table.witnesses.map { $0.tokens.map(\.text) } }

    private func isSame(_ one: [[String]], _ other: [[String]]) -> Bool { one.map { $0.map { Array($0.utf8) } } == other.map { $0.map { Array($0.utf8) } } }

    @Test func jsonGivesEveryWitnessBack() throws {
        let bytes = CollationJSON().render(Self.table)
        let object = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(object["witnesses"] as? [String] == Self.table.witnesses.map(\.siglum))
        let rows = try #require(object["table"] as? [[Any]])
        #expect(Set(rows.map(\.count)) == [Self.table.width])
        let back = rows.map { $0.flatMap { ($0 as? [[String: Any]] ?? []).compactMap { $0["t"] as? String } } }
        #expect(isSame(back, Self.table.witnesses.map { $0.tokens.map { $0.text + $0.space } }))
        // What the user gave with a token is still there.
        let first = try #require((rows[2].compactMap { $0 as? [[String: Any]] }.first)?.first)
        #expect(first["n"] as? String == "THE")
        #expect(first["p"] as? Int == 1000)
        #expect(object["limits"] == nil)
    }

    @Test func csvGivesEveryWitnessBack() {
        let records = readCSV(CollationCSV().render(Self.table))
        #expect(records[0].map(unguarded) == Self.table.witnesses.map(\.siglum))
        #expect(records.count == Self.table.width + 1)
        let back = Self.table.witnesses.indices.map { witness in records.dropFirst().map { unguarded($0[witness]) }.filter { !$0.isEmpty } }
        #expect(isSame(back, texts))
        for cell in records.joined() { #expect(cell.utf8.first.map { ![0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? true, "\(cell) is a formula") }
    }

    @Test func teiGivesEveryWitnessBack() throws {
        let bytes = try CollationTEI().render(Self.table)
        let reader = ApparatusReader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.sigla.map(\.name) == Self.table.witnesses.map(\.siglum))
        #expect(isSame(reader.sigla.map { reader.tokens[$0.id] ?? [] }, texts))
        #expect(reader.omissions > 0, "an omission is an empty rdg")
        // `n` is there where it is not the word, and only there.
        #expect(reader.norms == ["THE"])
        // Every app speaks of every witness once.
        for app in reader.apps { #expect(app.sorted() == reader.sigla.map(\.id).sorted()) }
    }

    /// Tables of every kind: no witness, one, empty ones, mixed scripts, white space within words, words compared as something else, limits.
    private static let tables: [CollationTable] = [
        table, collate([]), collate([Witness(siglum: "A", tokens: [])]), collate([Witness(siglum: "A", tokens: words(of: "one two"))]),
        collate([
            Witness(siglum: "א", tokens: words(of: "בראשית ברא אלהים")), Witness(siglum: "ب", tokens: words(of: "في البدء خلق الله")),
            Witness(siglum: "Β 03", tokens: words(of: "ἐν ἀρχῇ ἐποίησεν ὁ θεὸς")), Witness(siglum: "1", tokens: words(of: "元始神創造天地")), Witness(siglum: "w4", tokens: []),
        ]),
        collate([
            Witness(siglum: "A", tokens: [WitnessToken(text: " \n\t", normal: "x"), WitnessToken(text: "vnto", normal: "\"un<to>\"\t&\n"), WitnessToken(text: "ye", normal: "ye")]),
            Witness(siglum: "B", tokens: [WitnessToken(text: "vnto", normal: "onto"), WitnessToken(text: "ye", normal: "the")]),
        ]),
        CollationTable(witnesses: [Witness(siglum: "A", tokens: [])], cells: [], limits: ["a limit & more"]),
    ]

    private static let schema: [UInt8] = (try? Data(contentsOf: URL(filePath: Repository.path("Tests/ReportsTests/Schemas/apparatus.rng")))).map(Array.init) ?? []

    @Test(arguments: tables.indices.filter { !tables[$0].witnesses.isEmpty })
    func teiIsValidAndGivesEveryWitnessBack(index: Int) throws {
        let table = Self.tables[index]
        let bytes = try CollationTEI().render(table)
        #expect(try XMLInput(bytes, named: "table.xml").validate(schema: Self.schema))
        let reader = ApparatusReader()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(reader.sigla.map(\.name) == table.witnesses.map(\.siglum))
        #expect(isSame(reader.sigla.map { reader.tokens[$0.id] ?? [] }, table.witnesses.map { $0.tokens.map(\.text) }))
        let norms = table.witnesses.flatMap { $0.tokens.filter { $0.normal != nil && $0.normal != $0.text }.compactMap(\.normal) }
        #expect(Set(norms).isSubset(of: reader.norms))
    }

    /// The schema must also refuse: each row breaks a valid apparatus in one place.
    @Test(arguments: [
        ("<rdg wit=\"#A\">", "<rdg wit=\"A\">"), ("<rdg wit=\"#A\">", "<rdg>"), ("<app>", "<app type=\"x\">"), ("<listWit>", "<listWit><p/>"), ("<w>", "<word>"),
        ("xml:id=\"A\"", "xml:id=\"1\""), ("<body>", "<body><app/>"), ("method=\"parallel-segmentation\"", "method=\"double-end-point\""),
    ])
    func whatIsNoApparatusIsRefused(wrong: String, right: String) throws {
        let good = String(decoding: try CollationTEI().render(collate([Witness(siglum: "A", tokens: words(of: "a b")), Witness(siglum: "B", tokens: words(of: "a c"))])), as: UTF8.self)
        var broken = good.replacing(wrong, with: right, maxReplacements: 1)
        if right == "<word>" { broken = broken.replacing("</w>", with: "</word>", maxReplacements: 1) }
        try #require(broken != good, "nothing to break")
        #expect(throws: ReadError.self) { try XMLInput(Array(broken.utf8), named: "table.xml").validate(schema: Self.schema) }
    }

    @Test func whatXMLCannotHoldIsSaid() {
        let table = collate([Witness(siglum: "A", tokens: [WitnessToken(text: "a\u{1}")])])
        let error = #expect(throws: UnwritableCharacter.self) { try CollationTEI().render(table) }
        #expect(error?.description == "the witness 'A' holds the character U+0001, which XML cannot hold; use the format json or csv")
    }

    @Test func theTableIsWrappedToTheTerminal() {
        let table = collate([
            Witness(siglum: "1924", tokens: words(of: "the rising was led by Trotsky.")), Witness(siglum: "1938", tokens: words(of: "the rising was led by the Party.")),
        ])
        let text = String(decoding: CollationText(width: 38).render(table), as: UTF8.self)
        #expect(
            text == """
                1924 │ the │ rising │ was │ led │ by
                1938 │ the │ rising │ was │ led │ by

                1924 │ –   │ Trotsky │ .
                1938 │ the │ Party   │ .

                2 witnesses, 8 places, 2 of them with variants

                """)
        for width in [20, 40, 80, 133] {
            let lines = String(decoding: CollationText(width: width).render(Self.table), as: UTF8.self).split(separator: "\n").filter { $0.contains("│") }
            for line in lines { #expect(columns(String(line)) <= width, "\(line)") }
        }
        let ascii = CollationText(width: 38, ascii: true).render(table)
        #expect(ascii.allSatisfy { $0 < 0x80 })
    }

    /// One block, however wide.
    @Test func withoutAWidthTheTableIsOneBlock() {
        let table = collate([Witness(siglum: "A", tokens: words(of: String(repeating: "word ", count: 200))), Witness(siglum: "B", tokens: words(of: "word"))])
        let lines = String(decoding: CollationText(width: .max).render(table), as: UTF8.self).split(separator: "\n")
        #expect(lines.count { $0.contains("│") } == 2)
    }

    /// Cells of scripts that run from the right stay in their columns: a mark of direction stands round every bar, and none where there is no such script.
    @Test func scriptsFromTheRightKeepTheOrderOfTheColumns() {
        let table = collate([Witness(siglum: "A", tokens: words(of: "ברא אלהים את")), Witness(siglum: "B", tokens: words(of: "ברא את"))])
        let lines = String(decoding: CollationText(width: 80).render(table), as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines[0] == "A\u{200E} │ \u{200E}ברא\u{200E} │ \u{200E}אלהים\u{200E} │ \u{200E}את")
        #expect(lines[1] == "B\u{200E} │ \u{200E}ברא\u{200E} │ \u{200E}–    \u{200E} │ \u{200E}את")
        #expect(!String(decoding: CollationText(width: 80).render(Self.table), as: UTF8.self).unicodeScalars.contains("\u{200E}"))
        #expect(!String(decoding: CollationText(width: 80, ascii: true).render(table), as: UTF8.self).unicodeScalars.contains("\u{200E}"))
    }

    @Test func widthsAreThoseOfTheTerminal() {
        let table = collate([Witness(siglum: "A", tokens: words(of: "東 e\u{301}te\u{301} x")), Witness(siglum: "B", tokens: words(of: "日 ete x\u{1B}[31m"))])
        let lines = String(decoding: CollationText(width: 80).render(table), as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines[0] == "A │ 東 │ e\u{301}te\u{301} │ x │ –        │ – │ –")
        #expect(!lines.joined().unicodeScalars.contains("\u{1B}"), "no word acts on the terminal")
    }

    /// Only what stands in these tests: ideographs take two columns, combining marks none.
    private func columns(_ line: String) -> Int {
        line.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : $1.properties.generalCategory == .nonspacingMark ? 0 : 1) }
    }

    private func unguarded(_ cell: String) -> String {
        let sign = cell.utf8.first { $0 != 0x27 }
        return cell.utf8.first == 0x27 && sign.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false ? String(cell.dropFirst()) : cell
    }

    /// RFC 4180, by bytes.
    private func readCSV(_ bytes: [UInt8]) -> [[String]] {
        var records: [[String]] = []
        var (record, cell, isQuoted, at) = ([String](), [UInt8](), false, 0)
        while at < bytes.count {
            switch bytes[at] {
            case 0x22 where isQuoted && at + 1 < bytes.count && bytes[at + 1] == 0x22:
                cell.append(0x22)
                at += 1
            case 0x22: isQuoted.toggle()
            case 0x2C where !isQuoted:
                record.append(String(decoding: cell, as: UTF8.self))
                cell = []
            case 0x0D where !isQuoted && at + 1 < bytes.count && bytes[at + 1] == 0x0A:
                records.append(record + [String(decoding: cell, as: UTF8.self)])
                (record, cell) = ([], [])
                at += 1
            case let byte: cell.append(byte)
            }
            at += 1
        }
        return records
    }
}

/// Reads an apparatus as its documentation says: the `w` and `pc` that stand in no `rdg`, or in one of the witness.
private final class ApparatusReader: NSObject, XMLParserDelegate {
    var sigla: [(id: String, name: String)] = []
    var tokens: [String: [String]] = [:]
    var apps: [[String]] = []
    var omissions = 0
    var norms: Set<String> = []
    private var text = ""
    private var readers: [String]?
    private var isEmpty = false

    func parser(_: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?, attributes: [String: String] = [:]) {
        text = ""
        switch name {
        case "witness": sigla.append((attributes["xml:id"] ?? "", ""))
        case "app": apps.append([])
        case "rdg":
            let wits = (attributes["wit"] ?? "").split(separator: " ").map { String($0.dropFirst()) }
            readers = wits
            apps[apps.count - 1] += wits
            isEmpty = true
        case "w", "pc":
            isEmpty = false
            if let norm = attributes["norm"] { norms.insert(norm) }
        default: break
        }
    }

    func parser(_: XMLParser, foundCharacters string: String) { text += string }

    func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
        switch name {
        case "witness": sigla[sigla.count - 1].name = text
        case "w", "pc": for id in readers ?? sigla.map(\.id) { tokens[id, default: []].append(text) }
        case "rdg":
            if isEmpty { omissions += 1 }
            readers = nil
        default: break
        }
    }
}
