import Findings
import Testing

@testable import Reports

@Suite struct OtherFindingsTests {
    private func lost(_ rule: Rule, _ name: String, scope: Scope = .record, severity: Severity = .error) -> Finding {
        Finding(rule: rule, severity: severity, scope: scope, entity: Subject(id: name.lowercased(), name: name), before: nil, after: nil, message: "\(name): its message")
    }

    private func told(_ findings: [Finding], merging: Bool = true) -> [String] {
        OtherFindings(findings, merging: merging).lines.map { "\($0.severity.rawValue)[\($0.rule.id)] \($0.text)" }
    }

    @Test func findingsOfOneRuleAboutSeveralNamesAreOneLine() {
        let findings = [
            lost(.erasureEntity, "Sokolnikov"), lost(.erasureListOmission, "Radek"), lost(.erasureEntity, "Bubnov"), lost(.erasureEntity, "Uritsky"),
            lost(.erasureListOmission, "Joffe"), lost(.erasureEntity, "New York", severity: .warning),
        ]
        #expect(
            told(findings) == [
                "error[erasure.entity] Sokolnikov, Bubnov and Uritsky stood here; the later version does not name them anywhere in the record",
                "error[erasure.list-omission] Radek and Joffe are left out of the list", "warning[erasure.entity] New York: its message",
            ])
        #expect(told(findings, merging: false) == findings.map { "\($0.severity.rawValue)[\($0.rule.id)] \($0.message)" })
    }

    @Test func whatSaysMoreThanWhoItIsKeepsItsMessage() {
        let findings = [lost(.attributionAgentReplaced, "Radek"), lost(.attributionAgentReplaced, "Joffe"), lost(.factDate, "Uritsky"), lost(.factDate, "Bubnov")]
        #expect(told(findings) == findings.map { "error[\($0.rule.id)] \($0.message)" })
        let nameless = [1, 2].map { Finding(rule: .erasureEntity, before: nil, after: nil, message: "m\($0)") }
        #expect(told(nameless) == ["error[erasure.entity] m1", "error[erasure.entity] m2"])
        #expect(told([lost(.erasureEntity, "Radek"), lost(.erasureEntity, "Radek")]) == ["error[erasure.entity] Radek: its message"], "one name is no list")
    }

    @Test func moreThanEightNamesAreCounted() {
        let crowd = (1...11).map { lost(.interpolationEntity, "N\($0)", severity: .note) }
        #expect(
            told(crowd) == [
                "note[interpolation.entity] N1, N2, N3, N4, N5, N6, N7, N8 and 3 more were added; the earlier version does not name them"
            ])
        #expect(told([lost(.erasureEntity, "A", scope: .edition), lost(.erasureEntity, "B", scope: .edition)])[0].hasSuffix("anywhere in the edition"))
    }
}

@Suite struct StripTests {
    private func strip(_ report: TerminalReport) -> [Substring] {
        String(decoding: report.render(crowdReport()), as: UTF8.self).split(separator: "\n").drop { !$0.hasPrefix("mentions by version") }.dropFirst().prefix { $0.hasPrefix("  ") }
    }

    @Test func whoStandsNowhereIsLeftOut() {
        let rows = strip(TerminalReport())
        #expect(rows.count == 20, "ten names of the crowd, and those with an odd number")
        #expect(rows.allSatisfy { $0.contains("▇") })
        #expect(!rows.contains { $0.hasPrefix("  N2 ") } && rows.contains { $0.hasPrefix("  N3 ") })
    }

    /// "##" begins a command in the logs of some CI services: the marks must not need to be disarmed.
    @Test func asciiMarksStayAsTheyAre() {
        var report = archiveReport()
        report.records[1].ledger.entities[0].presence = [4, 4, 1]
        report.records[1].ledger.entities[1].presence = [0, nil, 3]
        let text = String(decoding: TerminalReport(ascii: true).render(report), as: UTF8.self)
        #expect(text.contains("  Trotsky  **+  4  4  1\n  Lenin    .-*  0  -  3\n"))
        #expect(text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("[U+"))
    }
}
