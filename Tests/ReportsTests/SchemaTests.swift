import Findings
import Foundation
import Records
import Reports
import TestSupport
import Testing

@Suite struct SchemaTests {
    @Test func isSmallEnoughToEmbed() {
        #expect(findingsSchema.utf8.count < 18_000)
        #expect(findingsSchema.utf8.last == UInt8(ascii: "\n"))
    }

    @Test func everyOutputIsValid() throws {
        var reports = [octoberReport(), archiveReport(), silentReport(), RevisionReport(versions: [])]
        reports += spells.map(enchantedReport)
        var corpus = silentReport()
        corpus.findings = [Finding(rule: .erasureEntity, before: nil, after: nil, message: "m")]
        corpus.findings[0].fingerprint = "0123456789ab"
        reports.append(corpus)
        // One finding of every rule.
        var all = RecordReport(id: "all", title: "")
        all.findings = groupedIntoEvents(
            fingerprinted(
                Catalogue.rules.map { Finding(rule: $0, before: place("⟦x⟧", "/p", line: 1, offset: 0), after: nil, message: $0.says) }, record: "all"))
        reports.append(RevisionReport(versions: [], records: [all]))
        let outputs = reports.flatMap { report in [false, true].map { JSONReport(version: "0.1.0", showNeutral: $0).render(report) } }
        for (index, error) in try Validator.errors(of: outputs, schema: findingsSchema).enumerated() {
            #expect(error == "", "report \(index / 2)")
        }
    }

    /// The schema must also refuse: each row breaks a valid output in one place.
    @Test func whatIsNoResultIsRefused() throws {
        let good = String(decoding: JSONReport(version: "0.1.0").render(octoberReport()), as: UTF8.self)
        let breaks: [(String, String)] = [
            ("\"palimpsest/findings/1\"", "\"palimpsest/findings/2\""), ("\"severity\": \"error\"", "\"severity\": \"fatal\""),
            ("\"certainty\": \"high\"", "\"certainty\": \"sure\""), ("\"confidence\": 0.9,", "\"confidence\": 1,"), ("\"line\": 41", "\"line\": 0"),
            ("\"line\": 41", "\"line\": 41.5"), ("\"cite\": \"p. 147\",", ""), ("\"limits\": []", "\"limits\": [], \"extra\": 1"),
            ("\"before\": null,", ""), ("\"event\": \"e1\"", "\"event\": \"1\""), ("\"erasure\": 3", "\"erasures\": 3"),
            ("\"presence\": [7, 0]", "\"presence\": [7, -1]"), ("\"kind\": \"credit\"", "\"kind\": \"guilt\""), ("\"rebuilds\": true", "\"rebuilds\": \"yes\""),
            ("\"fingerprint\": \"", "\"fingerprint\": \"X"), ("\"message\": \"25 October became 26 October\"", "\"message\": \"\""),
        ]
        let broken = breaks.map { wrong, right in good.replacing(wrong, with: right, maxReplacements: 1) }
        for (text, row) in zip(broken, breaks) { try #require(text != good, "nothing to break: \(row.0)") }
        let errors = try Validator.errors(of: broken.map { Array($0.utf8) }, schema: findingsSchema)
        for (error, row) in zip(errors, breaks) { #expect(error != "", "accepted: \(row.1)") }
    }
}
