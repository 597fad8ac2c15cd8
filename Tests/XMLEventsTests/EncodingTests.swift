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

    /// What a file without declaration is likely to be in: the names of the letters' frequencies.
    @Test(arguments: [("windows-1251", "CP1251"), ("koi8-r", "KOI8-R"), ("ibm866", "IBM866")]) func undeclaredCyrillicIsRefusedWithItsLikelyName(name: String, iconv: String) throws {
        let text = "<a>Практическая работа по организации восстания проходила под непосредственным руководством председателя Петроградского совета Троцкого</a>"
        let bytes = try #require(Cyrillic.encoded(text, as: name))
        let error = try #require(refusal(bytes))
        #expect(error.description.contains("look like \(name)"), "\(error)")
        #expect(error.description.contains("--encoding \(name)"))
        #expect(try utf8(bytes, from: name, named: "x") == Array(text.utf8))
    }

    @Test func loneAccentsAreNotCyrillic() throws {
        let error = try #require(refusal(Array("<a>Gar".utf8) + [0xE7] + Array("on, fran".utf8) + [0xE7] + Array("ais</a>".utf8)))
        #expect(error.description.contains("look like windows-1252"), "\(error)")
    }

    @Test func aNamedEncodingWinsOverTheDeclaration() throws {
        let bytes = Array("<?xml version='1.0' encoding='UTF-8'?><a>".utf8) + [0xD2, 0xF0, 0xEE, 0xF6, 0xEA, 0xE8, 0xE9] + Array("</a>".utf8)
        let read = try utf8(bytes, from: "windows-1251", named: "x")
        let (recorder, notices) = try recorded(read)
        #expect(recorder.text == "Троцкий")
        #expect(notices.isEmpty)
        #expect(throws: ReadError.self) { try utf8(bytes, from: "HZ-GB-2312", named: "x") }
    }

    @Test(arguments: [("windows-1251", true), ("IBM1047", true), ("UTF-8", true), ("martian", false), ("HZ-GB-2312", false), ("UTF-7", false), ("../x", false), ("", false)])
    func whichNamesAreKnown(name: String, isKnown: Bool) { #expect(isKnownEncoding(name) == isKnown) }

    @Test func declaredEBCDICIsRead() throws {
        // <?xml version="1.0" encoding="IBM037"?> LF <a>hi</a> NEL
        let head: [UInt8] = [
            0x4C, 0x6F, 0xA7, 0x94, 0x93, 0x40, 0xA5, 0x85, 0x99, 0xA2, 0x89, 0x96, 0x95, 0x7E, 0x7F, 0xF1, 0x4B, 0xF0, 0x7F, 0x40, 0x85, 0x95, 0x83, 0x96, 0x84, 0x89, 0x95,
            0x87, 0x7E, 0x7F, 0xC9, 0xC2, 0xD4, 0xF0, 0xF3, 0xF7, 0x7F, 0x6F, 0x6E, 0x25,
        ]
        let body: [UInt8] = [0x4C, 0x81, 0x6E, 0x88, 0x89, 0x4C, 0x61, 0x81, 0x6E, 0x15]
        #expect(try recorded(head + body).recorder.text == "hi")
        let undeclared = Array(head[..<20]) + Array(head[37...]) + body
        #expect(refusal(undeclared)?.description.contains("EBCDIC") == true)
    }

    @Test func theMarkWinsAndIsSaid() throws {
        let notices = try recorded(Self.utf16("<?xml version='1.0' encoding='UTF-8'?><a/>", mark: true, bigEndian: false)).notices
        #expect(notices.map(\.code) == ["encoding"])
    }

    @Test func tracesOfConversionAreSaid() throws {
        #expect(try recorded("<a>x\u{FEFF}y</a>").notices.map(\.code) == ["invisible-character"])
        let twice = String(decoding: Array("Троцкий".utf8).flatMap { Array(String(UnicodeScalar($0)).utf8) }, as: UTF8.self)
        #expect(try recorded("<a>\(twice)</a>").notices.map(\.code) == ["encoding"])
        #expect(try recorded("<a>caf\u{C3}\u{A9}</a>").notices.map(\.code) == ["encoding"])
        #expect(try recorded("<a>café, not caf\u{C3}\u{A9}</a>").notices.isEmpty)
        #expect(try recorded("<a>Éducation à la française, Über Ärger</a>").notices.isEmpty)
    }
}

extension Array {
    fileprivate func appending(_ other: [Element]) -> [Element] { self + other }
}

/// Russian text in old encodings, by their order of letters: what the reader must not know from the same table.
private enum Cyrillic {
    static func encoded(_ text: String, as name: String) -> [UInt8]? {
        let koi = Array("юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars)
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                bytes.append(UInt8(scalar.value))
                continue
            }
            guard (0x410...0x44F).contains(scalar.value) else { return nil }
            let place = Int(scalar.value) - 0x410
            switch name {
            case "windows-1251": bytes.append(UInt8(0xC0 + place))
            case "ibm866": bytes.append(UInt8(place < 48 ? 0x80 + place : 0xE0 + place - 48))
            case "koi8-r":
                guard let index = koi.firstIndex(of: scalar) else { return nil }
                bytes.append(UInt8(0xC0 + index))
            default: return nil
            }
        }
        return bytes
    }
}
