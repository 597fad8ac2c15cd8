import Findings
import Palimpsest
import Records
import Testing
import XMLEvents

/// Text that left the record and stands where no reader sees it: withheld, with the place; and its twins, which were there all along.
@Suite struct WithheldTests {
    private static func found(_ old: String, _ new: String, as vocabulary: String? = nil) throws -> [Finding] {
        func document(_ body: String, _ name: String) throws -> Document {
            let xml = vocabulary == "generic" ? "<r>\(body)</r>" : "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>\(body)</body></text></TEI>"
            return try read(Input(name: name, bytes: Array(xml.utf8)))
        }
        let report = compare(try document(old, "1924.xml"), try document(new, "1938.xml"), options: Options(language: "en"))
        #expect(report.isSound)
        return report.records.flatMap(\.findings).filter { $0.severity > .neutral }
    }

    private static let stays = "<p>The garrison went over to the Soviet in the night.</p>"
    private static let lost = "The bridges were taken by the sailors of Raskolnikov before the morning."

    static let hidden: [(what: String, old: String, new: String, place: String)] = [
        ("a sentence in a comment", "<p>It began. \(lost)</p>", "<p>It began. <!-- \(lost) --></p>", "a comment"),
        ("a paragraph commented out with its tags", "<p>\(lost)</p>\(stays)", "<!-- <p>The bridges were taken by the <hi>sailors</hi> of <persName>Raskolnikov</persName> before the morning.</p> -->\(stays)", "a comment"),
        ("a part of a longer comment", "<p>It began. \(lost)</p>", "<p>It began.</p><!-- Out for now, ask the editor: \(lost) So decided on Monday. -->", "a comment"),
        ("a processing instruction", "<p>It began. \(lost)</p>", "<p>It began.<?note \(lost)?></p>", "a processing instruction"),
        ("@n", "<p>It began.</p><note>\(lost)</note>\(stays)", "<p>It began.</p><note n='\(lost)'/>\(stays)", "the attribute @n"),
        ("@ana", "<p>It began. \(lost)</p>", "<p ana='\(lost)'>It began.</p>", "the attribute @ana"),
        ("a part of a sentence", "<p>The rising was organised by Leon Trotsky.</p>", "<p>The rising was organised<!-- by Leon Trotsky -->.</p>", "a comment"),
        ("a part without a name", "<p>The guns fired in great haste at noon.</p>", "<p>The guns fired<!-- in great haste --> at noon.</p>", "a comment"),
    ]

    @Test(arguments: hidden) func whatIsKeptOutOfSightIsWithheld(_ row: (what: String, old: String, new: String, place: String)) throws {
        let findings = try Self.found(row.old, row.new)
        let withheld = findings.filter { $0.rule == .erasureWithheld }
        #expect(!withheld.isEmpty, "\(findings.map { $0.rule.id + ": " + $0.message })")
        #expect(withheld.allSatisfy { $0.severity == .error && $0.message.contains(row.place) && $0.evidence.contains { $0.detail.hasSuffix("line 1") } })
        #expect(!findings.contains { $0.rule == .erasureEntity || $0.rule == .changeOther })
        // A passage that is gone is one event with what is withheld of it.
        #expect(Set(findings.filter { $0.rule == .erasurePassage || $0.rule == .erasureWithheld }.map(\.event)).count == 1)
    }

    /// It stood there before, or something else stands there: erased as ever.
    static let plain: [(what: String, old: String, new: String)] = [
        ("the comment held it before", "<p>It began. \(lost)</p><!-- \(lost) -->", "<p>It began.</p><!-- \(lost) -->"),
        ("the attribute held it before", "<p n='\(lost)'>It began. \(lost)</p>", "<p n='\(lost)'>It began.</p>"),
        ("a comment about something else", "<p>It began. \(lost)</p>", "<p>It began.<!-- Checked against the print of Monday. --></p>"),
        ("nothing", "<p>It began. \(lost)</p>", "<p>It began.</p>"),
    ]

    @Test(arguments: plain) func whatIsGoneIsGone(_ row: (what: String, old: String, new: String)) throws {
        let findings = try Self.found(row.old, row.new)
        #expect(!findings.contains { $0.rule == .erasureWithheld })
        #expect(findings.contains { $0.rule == .erasurePassage })
    }

    /// A comment or attribute that comes while the text stays is nobody's loss.
    @Test(arguments: ["<p>\(lost)</p><!-- \(lost) -->", "<p n='\(lost)'>\(lost)</p>", "<p><!-- the names were checked -->\(lost)</p>", "<!-- \(lost) --><p>\(lost)</p>"])
    func theTextStays(_ new: String) throws {
        #expect(try Self.found("<p>\(Self.lost)</p>", new).map(\.rule.id) == [])
    }

    @Test func struckTextIsErasedWithItsPlace() throws {
        let findings = try Self.found("<p>It began. \(Self.lost)</p>", "<p>It began. <del>\(Self.lost)</del></p>")
        #expect(findings.contains { $0.rule == .erasurePassage && $0.evidence.contains { $0.detail == "its words now stand in a deletion, line 1" } })
    }

    @Test func otherXMLHidesAsWell() throws {
        #expect(try Self.found("<p><note>by Leon Trotsky</note></p>", "<p><note n='by Leon Trotsky'/></p>", as: "generic").contains { $0.rule == .erasureWithheld })
    }

    private static func include(_ href: String) -> String { "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='\(href)'/>" }

    static let inclusions: [(old: String, new: String, found: [String])] = [
        (include("trotsky.xml"), "", ["erasure.record error trotsky.xml"]), (include("a.xml") + include("b.xml"), include("b.xml"), ["erasure.record error a.xml"]),
        (include("a.xml"), include("../parts/a.xml"), []), (include("a.xml"), include("a.xml"), []), ("", include("a.xml"), []),
        (include("a.xml"), "<p>\(lost)</p>", ["erasure.record warning a.xml"]),
    ]

    @Test(arguments: inclusions) func aPartThatIsNoLongerIncludedIsMissed(_ row: (old: String, new: String, found: [String])) throws {
        let findings = try Self.found(Self.stays + row.old, Self.stays + row.new).filter { $0.rule == .erasureRecord }
        #expect(findings.map { "\($0.rule.id) \($0.severity) \($0.entity?.name ?? "-")" } == row.found)
    }
}
