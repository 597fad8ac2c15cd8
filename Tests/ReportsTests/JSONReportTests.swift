import Findings
import Foundation
import Records
import Reports
import Testing

@Suite struct JSONReportTests {
    private func parsed(_ report: RevisionReport) throws -> [String: Any] {
        let bytes = JSONReport(version: "0.1.0", showNeutral: true).render(report)
        return try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    @Test(arguments: spells) func everyTextComesBackAsItWas(_ spell: String) throws {
        let result = try parsed(enchantedReport(spell))
        let record = try #require((result["records"] as? [[String: Any]])?.first)
        let finding = try #require((record["findings"] as? [[String: Any]])?.first)
        let before = try #require(finding["before"] as? [String: Any])
        for text in [record["title"], finding["message"], before["span"], before["cite"], before["path"]] {
            #expect(Array((text as? String ?? "").utf8) == Array(spell.utf8))
        }
        let setAside = ((result["summary"] as? [String: Any])?["text"] as? [String: Any])?["setAside"] as? [String: Int]
        #expect(setAside?.keys.map { Array($0.utf8) } == [Array(spell.utf8)], "keys are escaped too")
    }

    @Test(arguments: spells) func holdsNoRawControlCharacter(_ spell: String) {
        let text = String(decoding: JSONReport(version: "0.1.0").render(enchantedReport(spell)), as: UTF8.self)
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
            #expect(!isControl, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func everyScalarSurvives() throws {
        var text = String.UnicodeScalarView()
        for value in UInt32(0)...0x2FFFF where value % 7 == 0 || value < 0x3000 { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
        var report = silentReport()
        report.records[0].title = String(text)
        let records = try #require(try parsed(report)["records"] as? [[String: Any]])
        #expect(Array((records[0]["title"] as? String ?? "").unicodeScalars) == Array(text))
    }

    @Test func keysStandInTheOrderOfTheContract() {
        let text = String(decoding: JSONReport(version: "0.1.0").render(octoberReport()), as: UTF8.self)
        var at = text.startIndex
        for key in [
            "schema", "tool", "name", "version", "summary", "headline", "counts", "events", "neutral", "unclassified", "changes", "reworded", "inserted",
            "deleted", "moved", "split", "merged", "rebuilds", "text", "read", "compared", "setAside", "checksums", "checked", "matched", "versions", "n",
            "label", "date", "by", "reason", "source", "records", "id", "title", "findings", "fingerprint", "event", "rule", "also", "severity",
            "confidence", "certainty", "status", "from", "to", "scope", "entity", "id", "name", "other", "id", "name", "before", "span", "text", "path",
            "cite", "line", "column", "offset", "length", "after", "span", "message", "evidence", "kind", "detail", "ledger", "entities", "presence",
            "roles", "agent", "patient", "quoted", "cited", "first", "last", "creditTransfer", "from", "to", "count", "kind", "rules", "findings",
            "warnings", "code", "message", "source", "line", "limits",
        ] {
            guard let found = text.range(of: "\"\(key)\": ", range: at..<text.endIndex) else {
                Issue.record("'\(key)' is missing or out of order")
                return
            }
            at = found.upperBound
        }
    }

    @Test func harmlessFindingsAreShownOnAskingOnly() {
        let quiet = String(decoding: JSONReport(version: "1").render(octoberReport()), as: UTF8.self)
        let full = String(decoding: JSONReport(version: "1", showNeutral: true).render(octoberReport()), as: UTF8.self)
        #expect(!quiet.contains("\"neutral.move\"") && full.contains("\"neutral.move\""))
        #expect(quiet.contains("\"change.other\""), "unnamed changes are notes")
        #expect(quiet.contains("\"neutral\": {\"variant\": 12, \"move\": 1, \"copy-edit\": 1}"), "counts always")
    }

    @Test(arguments: [0.9, 0.1 + 0.2, 0.99, 0.5, 1.0 / 3, 0]) func numbersReadBackTheSame(_ confidence: Double) throws {
        var report = octoberReport()
        report.records[0].findings[0].confidence = confidence
        // Foundation's parser rounds: Swift reads the digits.
        let text = String(decoding: JSONReport(version: "1").render(report), as: UTF8.self)
        let digits = try #require(text.firstMatch(of: /"confidence": ([^,]+),/)).1
        #expect(Double(digits) == confidence)
    }

    /// The bar is 50 ms in a release build; this bound only catches what is quadratic.
    @Test func tenThousandFindingsTakeNoTime() {
        var record = octoberReport().records[0]
        record.findings = (0..<10_000).map { index in
            var finding = record.findings[index % 8]
            finding.event = "e\(index + 1)"
            return finding
        }
        let report = RevisionReport(versions: octoberReport().versions, records: [record])
        let clock = ContinuousClock()
        var size = 0
        let time = clock.measure { size = JSONReport(version: "0.1.0").render(report).count }
        #expect(size > 8_000_000)
        #expect(time < .seconds(4))
    }
}
