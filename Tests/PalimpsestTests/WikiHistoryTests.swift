import Findings
import Palimpsest
import Records
import Reports
import TestSupport
import Testing

/// A page of an encyclopedia, from its export to the findings.
@Suite struct WikiHistoryTests {
    private func page(_ revisions: [String]) throws -> Document {
        let xml = "<mediawiki xmlns='http://www.mediawiki.org/xml/export-0.11/' xml:lang='en'><page><title>October</title><id>1</id>"
            + revisions.enumerated().map { "<revision><id>\($0 + 1)</id><timestamp>20\($0 + 10)-01-01T00:00:00Z</timestamp>\($1)</revision>" }.joined() + "</page></mediawiki>"
        return try Palimpsest.read(Input(name: "october.xml", bytes: Array(xml.utf8)))
    }
    private let full = "<text>The rising in October was organised by Leon Trotsky. Vladimir Lenin came later.</text>"

    @Test func thePurgeAndTheRevertAreTold() throws {
        let document = try Palimpsest.read(Input(name: "october-rising.xml", bytes: Repository.fixture("mediawiki/october-rising.xml")))
        #expect(document.warnings == [])
        #expect(document.checksums == { var all = Checksums(); all.checked = 5; all.matched = 5; return all }())
        let versions = document.records[0].versions
        #expect(versions.map(\.label.label) == ["101", "118", "131", "132", "140", "141"])
        #expect(versions[1].checksum?.stated == versions[3].checksum?.stated)
        #expect(versions[4].withheld == [.text, .comment, .contributor])
        let report = history(document)
        #expect(report.isSound && report.checksums == (5, 5))
        let findings = report.records[0].findings
        #expect(findings.contains { $0.rule == .attributionAgentReplaced && $0.entity?.name == "Trotsky" && $0.from == 1 && $0.to == 2 })
        #expect(findings.contains { $0.rule == .erasureListOmission && $0.from == 1 && $0.to == 2 })
        // Nothing above a note after the revert: not against the withheld text, not for the change of mark-up.
        #expect(findings.filter { $0.severity > .note && $0.to > 3 }.map(\.rule) == [.erasureWithheld])
        expectGolden(TerminalReport(width: 80).render(report), "wiki-october-rising.txt")
    }

    @Test func withheldIsNeverErased() throws {
        // Suppressed, suppressed, left out of the export, left out of it altogether: only who suppresses withholds.
        for (text, isSaid) in [("<text bytes='-1' deleted='deleted'/>", true), ("<text deleted='deleted'/>", true), ("<text bytes='80' id='2'/>", false), ("", false)] {
            let said: [Rule] = isSaid ? [.erasureWithheld] : []
            #expect(history(try page([full, text, full])).records[0].findings.map(\.rule) == said, "\(text)")
            #expect(compareFirstAndLast(try page([full, full, text])).records[0].findings.map(\.message) == [], "\(text)")
            #expect(history(try page([full, full, text])).records[0].findings.map(\.rule) == said, "\(text)")
        }
        // Blanked is not withheld.
        let blanked = history(try page([full, "<text bytes='0'/>", full])).records[0].findings
        #expect(blanked.contains { $0.rule.family == "erasure" && $0.from == 0 && $0.to == 1 })
    }
}
