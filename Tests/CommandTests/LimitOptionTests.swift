import Foundation
import TestSupport
import Testing
import XMLEvents

@Suite struct LimitOptionTests {
    /// docs/limits.md and the type tell the same.
    @Test func thePageListsEveryLimitWithItsValue() throws {
        let page = String(decoding: try Data(contentsOf: URL(filePath: Repository.path("docs/limits.md"))), as: UTF8.self)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("|") }
        for name in Limits.names {
            let value = try #require(Limits().value(of: name))
            let digits = String(value)
            let grouped = String(digits.enumerated().flatMap { place, digit in place > 0 && (digits.count - place) % 3 == 0 ? [",", digit] : [digit] })
            let row = try #require(rows.first { $0.hasPrefix("| `\(name)`") }, "\(name) is not on the page")
            #expect(row.contains("| \(grouped) ") || row.contains("| \(grouped)("), "\(name): \(grouped) in \(row)")
        }
    }

    @Test func aLimitCanBeRaisedAndLowered() throws {
        let work = try Workplace()
        try work.write("a.xml", id: "a", Sentences.rising)
        let lowered = try work.palimpsest(["a.xml", "a.xml", "--limit", "depth=3"])
        #expect(lowered.status == 3)
        #expect(lowered.errors.contains("--limit depth=NUMBER"), "\(lowered.errors)")
        #expect(try work.palimpsest(["a.xml", "a.xml", "--limit", "depth=4K"]).status == 0)
        #expect(try work.palimpsest(["a.xml", "a.xml", "--limit", "fileBytes=10"]).errors.contains("fileBytes"))
        try work.write("deep.xml", bytes: Array((String(repeating: "<a>", count: 2100) + "x" + String(repeating: "</a>", count: 2100)).utf8))
        #expect(try work.palimpsest(["deep.xml", "deep.xml"]).status == 3)
        #expect(try work.palimpsest(["deep.xml", "deep.xml", "--limit", "depth=3000"]).status == 0)
    }

    @Test(arguments: [("dpth=3", "did you mean 'depth'"), ("depth", "needs a whole number"), ("depth=", "needs a whole number"), ("depth=0", "above 0"), ("depth=-1", "above 0"),
        ("depth=99999999999999999999", "needs a whole number"), ("depth=9223372036854775807G", "needs a whole number"), ("fileBytes=3G", "up to 2G")])
    func aWrongLimitIsSaid(spec: String, said: String) throws {
        let tool = try Tool.run(["a.xml", "b.xml", "--limit", spec])
        #expect(tool.status == 2)
        #expect(tool.errors.contains(said), "\(tool.errors)")
    }

    @Test func anEncodingCanBeNamed() throws {
        let work = try Workplace()
        let bytes = Array("<a><p>".utf8) + [0xD2, 0xF0, 0xEE, 0xF6, 0xEA, 0xE8, 0xE9] + Array("</p></a>".utf8)
        try work.write("old.xml", bytes: bytes)
        try work.write("new.xml", bytes: Array("<a><p>Троцкий</p></a>".utf8))
        #expect(try work.palimpsest(["old.xml", "old.xml"]).errors.contains("--encoding"))
        #expect(try work.palimpsest(["old.xml", "old.xml", "--encoding", "windows-1251"]).status == 0)
        #expect(try work.palimpsest(["old.xml", "old.xml", "--encoding", "martian"]).status == 2)
    }
}
