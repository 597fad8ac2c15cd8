import Testing
import XMLEvents

@Suite struct EncodingTests {
    private static func utf16(_ text: String, mark: Bool, bigEndian: Bool) -> [UInt8] {
        (mark ? [0xFEFF] : []).appending(Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
    }
    private static let record = "<?xml version='1.0' encoding='UTF-16'?><a>Троцкий</a>"

    static let readable: [(name: String, bytes: [UInt8])] = [
        ("UTF-8", Array("<a>Троцкий</a>".utf8)),
        ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("<a>Троцкий</a>".utf8)),
        ("UTF-16 little, mark", utf16(record, mark: true, bigEndian: false)),
        ("UTF-16 big, mark", utf16(record, mark: true, bigEndian: true)),
        ("UTF-16 little, declared", utf16(record, mark: false, bigEndian: false)),
        ("windows-1251", Array("<?xml version='1.0' encoding='windows-1251'?><a>".utf8) + [0xD2, 0xF0, 0xEE, 0xF6, 0xEA, 0xE8, 0xE9] + Array("</a>".utf8)),
        ("KOI8-R", Array("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><a>".utf8) + [0xF4, 0xD2, 0xCF, 0xC3, 0xCB, 0xC9, 0xCA] + Array("</a>".utf8)),
    ]

    @Test(arguments: readable) func reads(_ row: (name: String, bytes: [UInt8])) throws {
        let recorder = try recorded(row.bytes).recorder
        #expect(recorder.text == "Троцкий")
        // Offsets count in the UTF-8 form.
        let input = try XMLInput(row.bytes, named: "x")
        let first = try #require(recorder.pieces.first)
        #expect(input.bytes[first.source...].starts(with: Array("Тр".utf8)))
    }

    static let refused: [(why: String, bytes: [UInt8], place: String)] = [
        ("Latin-1 undeclared", Array("<a>\n<b>Gar".utf8) + [0xE7] + Array("on</b></a>".utf8), "record.xml:2:7: encoding"),
        ("overlong", Array("<a>".utf8) + [0xC0, 0xBC] + Array("</a>".utf8), "record.xml:1:4: encoding"),
        ("surrogates", Array("<a>".utf8) + [0xED, 0xA0, 0x81, 0xED, 0xB0, 0x80] + Array("</a>".utf8), "record.xml:1:4: encoding"),
        ("NUL", Array("<a/>\0\0".utf8), "record.xml:1:5: encoding"),
        ("unknown name", Array("<?xml version='1.0' encoding='martian'?><a/>".utf8), "record.xml:1:31: encoding"),
        ("stateful", Array("<?xml version='1.0' encoding='HZ-GB-2312'?><a/>".utf8), "record.xml:1:31: encoding"),
        ("UTF-32", [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0], "record.xml: encoding"),
        ("lone surrogate", [0xFF, 0xFE, 0x3C, 0, 0x00, 0xDC, 0x3E, 0], "record.xml: encoding"),
        ("UTF-16 declared but not used", Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8), "record.xml:1:31: encoding"),
    ]

    @Test(arguments: refused) func refuses(_ row: (why: String, bytes: [UInt8], place: String)) {
        let error = refusal(row.bytes)
        #expect(error?.description.hasPrefix(row.place) == true, "\(row.why): \(error?.description ?? "was read")")
    }

    @Test func theMarkWinsAndIsSaid() throws {
        let notices = try recorded(Self.utf16("<?xml version='1.0' encoding='UTF-8'?><a/>", mark: true, bigEndian: false)).notices
        #expect(notices.map(\.code) == ["encoding"])
    }

    @Test func tracesOfConversionAreSaid() throws {
        #expect(try recorded("<a>x\u{FEFF}y</a>").notices.map(\.code) == ["invisible-character"])
        let twice = String(decoding: Array("Троцкий".utf8).flatMap { Array(String(UnicodeScalar($0)).utf8) }, as: UTF8.self)
        #expect(try recorded("<a>\(twice)</a>").notices.map(\.code) == ["encoding"])
        #expect(try recorded("<a>Éducation à la française, Über Ärger</a>").notices.isEmpty)
    }
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}
