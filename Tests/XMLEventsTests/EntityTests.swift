import Testing
import XMLEvents

@Suite struct EntityTests {
    private static let external = "<!DOCTYPE a SYSTEM 'tei.dtd'>"

    static let texts: [(xml: String, text: String, notices: [String])] = [
        ("<!DOCTYPE a [<!ENTITY who 'Trotsky'>]><a>by &who;</a>", "by Trotsky", []),
        ("<!DOCTYPE a [<!ENTITY b 'Lev'><!ENTITY who '&b; Trotsky'>]><a>&who;</a>", "Lev Trotsky", []),
        ("<!DOCTYPE a [<!ENTITY c '&#231;'>]><a>Gar&c;on</a>", "Garçon", []),
        (external + "<a>Gar&ccedil;on &mdash; &Acy;</a>", "Garçon — А", []),
        (external + "<a>x &martian; y</a>", "x \u{FFFC} y", ["undeclared-entity"]),
        ("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>x&e;y</a>", "x\u{FFFC}y", ["not-read"]),
        ("<!DOCTYPE a [<!ENTITY e PUBLIC '-//X' 'http://localhost/x'>]><a>x&e;y</a>", "x\u{FFFC}y", ["not-read"]),
        ("<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/hostname'> %x;]><a>ok</a>", "ok", ["not-read"]),
        ("<!DOCTYPE a [<!ENTITY lt '&#38;#60;'><!ENTITY amp '&#38;#38;'>]><a>1 &lt; 2 &amp; 3</a>", "1 < 2 & 3", []),
    ]

    @Test(arguments: texts) func expands(_ row: (xml: String, text: String, notices: [String])) throws {
        let read = try recorded(row.xml)
        #expect(read.recorder.text == row.text)
        #expect(read.notices.map(\.code) == row.notices)
    }

    /// libxml2 alone drops an undeclared entity from an attribute without a word.
    @Test func attributesKeepTheirEntities() throws {
        let read = try recorded(Self.external + "<a who='Gar&ccedil;on' x='a&martian;b'/>")
        #expect(read.recorder.events.first == "<a who=Garçon x=a\u{FFFC}b>")
        #expect(read.notices.map(\.code) == ["undeclared-entity"])
    }

    static let refused: [(xml: String, says: String)] = [
        ("<a>&nosuch;</a>", "'&nosuch;' is not declared"),
        ("<a>caf&eacute;</a>", "write é or &#233;"),
        ("<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&c;'><!ENTITY c '&a;'>]><r>&a;</r>", "contains itself"),
        ("<!DOCTYPE a [<!ENTITY amp 'erased'>]><a>A &amp; B</a>", "declared with another meaning"),
        ("<!DOCTYPE a [<!ENTITY e SYSTEM 'x'>]><a b='&e;'/>", "external entity"),
    ]

    @Test(arguments: refused) func refuses(_ row: (xml: String, says: String)) {
        let error = refusal(Array(row.xml.utf8))
        #expect(error?.description.contains(row.says) == true, "\(error?.description ?? "was read")")
    }

    /// Ten entities of ten references each, nine deep: a thousand million words.
    @Test func bombsAreRefusedAtOnce() {
        var general = "<!ENTITY l0 'laugh '>"
        for level in 1...8 {
            general += "<!ENTITY l\(level) '" + String(repeating: "&l\(level - 1);", count: 10) + "'>"
        }
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect(refusal(Array("<!DOCTYPE a [\(general)]><a>&l8;</a>".utf8)) != nil)
            #expect(refusal(Array("<!DOCTYPE a [\(general)]><a b='&l8;'/>".utf8)) != nil)
            #expect(refusal(Array("<!DOCTYPE a [\(general)<!ATTLIST a b CDATA '&l8;'>]><a/>".utf8)) != nil)
            // Declared the other way round, so that the length is not known when the first is declared.
            #expect(refusal(Array("<!DOCTYPE a [<!ENTITY far '&l8;'>\(general)]><a>&far;</a>".utf8)) != nil)
        }
        #expect(time < .seconds(2))
    }

    @Test func parameterEntitiesHaveALimit() throws {
        let xml = "<!DOCTYPE a [<!ENTITY % x '<!ELEMENT a ANY>'><!ENTITY % y '<!ELEMENT b ANY>'>\n%x;\n%y;\n]><a/>"
        var limits = Limits()
        limits.parameterEntityReferences = 2
        _ = try recorded(xml, limits: limits)
        limits.parameterEntityReferences = 1
        #expect(refusal(Array(xml.utf8), limits: limits)?.kind == .limit("references to parameter entities", 1))
        // Large entities that nobody refers to cost nothing.
        _ = try recorded("<!DOCTYPE a [<!ENTITY unused '\(String(repeating: "x", count: 5000))'>]><a/>")
    }

    @Test func entitiesHaveLimitsOnBothSides() throws {
        var limits = Limits()
        limits.entityBytes = 10
        #expect(try recorded("<!DOCTYPE a [<!ENTITY e '0123456789'>]><a>&e;</a>", limits: limits).recorder.text == "0123456789")
        #expect(refusal(Array("<!DOCTYPE a [<!ENTITY e '0123456789x'>]><a>&e;</a>".utf8), limits: limits) != nil)
        limits.entityBytesInSum = 21
        let three = "<!DOCTYPE a [<!ENTITY e '0123456789'>]><a>&e;&e;&e;</a>"
        #expect(try recorded(three, limits: limits).recorder.text.count == 30)
        limits.entityBytesInSum = 20
        #expect(refusal(Array(three.utf8), limits: limits) != nil)
    }
}
