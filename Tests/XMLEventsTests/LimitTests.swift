import Testing
import XMLEvents

@Suite struct LimitTests {
    /// For each limit an input that keeps it and one that breaks it.
    static let rows: [(name: String, limits: Limits, kept: String, broken: String)] = {
        func with(_ change: (inout Limits) -> Void) -> Limits {
            var limits = Limits()
            change(&limits)
            return limits
        }
        func nested(_ depth: Int) -> String { String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth) }
        return [
            ("file", with { $0.fileBytes = 4 }, "<a/>", "<ab/>"),
            ("depth", with { $0.depth = 5 }, nested(5), nested(6)),
            ("attributes", with { $0.attributesPerTag = 2 }, "<a b='' c=''/>", "<a b='' c='' d=''/>"),
            ("text", with { $0.textBytes = 10 }, "<a>0123456789</a>", "<a>0123456789x</a>"),
            ("CDATA", with { $0.textBytes = 30 }, "<a><![CDATA[0123456789]]></a>", "<a><![CDATA[0123456789012345678901234567890]]></a>"),
            ("tag", with { $0.tagBytes = 20 }, "<a b='0123456789'/>", "<a b='0123456789012345678901234567890' />"),
            ("name", with { $0.nameBytes = 8 }, "<abcdefgh/>", "<abcdefghijkl/>"),
            ("names", with { $0.distinctNames = 3 }, "<a><b/><c/></a>", "<a><b/><c/><d/></a>"),
            ("defaults", with { $0.defaultedAttributeBytes = 4 }, "<!DOCTYPE a [<!ATTLIST b c CDATA '12'>]><a><b/><b/></a>",
             "<!DOCTYPE a [<!ATTLIST b c CDATA '12'>]><a><b/><b/><b/></a>"),
        ]
    }()

    @Test(arguments: rows) func holdOnBothSides(_ row: (name: String, limits: Limits, kept: String, broken: String)) throws {
        _ = try recorded(row.kept, limits: row.limits)
        guard case .limit(_, let value) = refusal(Array(row.broken.utf8), limits: row.limits)?.kind else {
            Issue.record("\(row.name): was read")
            return
        }
        #expect(value > 0)
    }

    /// Every limit can be set by its name, and none is missing from the list.
    @Test func everyLimitHasItsName() {
        let stored = Mirror(reflecting: Limits()).children.compactMap(\.label)
        #expect(Set(Limits.names) == Set(stored))
        for name in stored {
            var limits = Limits()
            let isSet = limits.set(name, to: 7)
            #expect(isSet)
            #expect(limits.value(of: name) == 7)
        }
        var limits = Limits()
        let isSet = limits.set("none", to: 7)
        #expect(!isSet)
        #expect(limits == Limits())
    }

    /// The way out is in the message, with a name that the option knows.
    @Test(arguments: rows) func theMessageNamesTheOption(_ row: (name: String, limits: Limits, kept: String, broken: String)) throws {
        let said = try #require(refusal(Array(row.broken.utf8), limits: row.limits)?.description)
        let name = try #require(said.split(separator: "--limit ").last?.split(separator: "=").first)
        #expect(Limits.names.contains(String(name)), "\(said)")
    }

    /// What a document type hides from a careless scan of the tags must not get past the guard.
    @Test func documentTypesDoNotHideTags() {
        let deep = String(repeating: "<a>", count: 3000) + String(repeating: "</a>", count: 3000)
        for head in ["<!DOCTYPE a [<!-- ' -->]>", "<!DOCTYPE a [<!ENTITY e \"<'>\">]>", "<!DOCTYPE a [<?x ' ?>]>", "<!-- < -->", "<?x \" ?>"] {
            #expect(refusal(Array((head + deep).utf8))?.kind == .limit("elements within elements", Limits.standard.depth), "\(head)")
        }
    }

    /// Inputs that are quadratic in libxml2 or in careless code.
    @Test func largeTokensTakeLinearTime() throws {
        let long = String(repeating: "x", count: 2_000_000)
        let many = (0..<4000).map { " a\($0)=''" }.joined()
        let time = try ContinuousClock().measure {
            #expect(try recorded("<a>\(long)</a>").recorder.text.utf8.count == 2_000_000)
            _ = try recorded("<a b='\(long)'/>")
            _ = try recorded("<a><!--\(long)--></a>")
            _ = try recorded("<a \(many)/>")
            #expect(refusal(Array(("<a " + String(repeating: "b='' ", count: 200_000) + "/>").utf8)) != nil)
            #expect(refusal(Array(String(repeating: "<a>", count: 500_000).utf8)) != nil)
        }
        #expect(time < .seconds(10))
    }
}
