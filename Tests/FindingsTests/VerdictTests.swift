import Findings
import Records
import Testing

@Suite struct VerdictTests {
    private func report(_ findings: [Finding], versions: Int = 2, edit: (inout RecordReport) -> Void = { _ in }) -> RevisionReport {
        let labels = (0..<versions).map { VersionLabel(number: $0, label: ["1924", "1938", "1956"][$0], source: "\($0).xml") }
        var record = RecordReport(id: "october", title: "The October rising")
        record.findings = groupedIntoEvents(findings)
        edit(&record)
        return RevisionReport(versions: labels, records: [record])
    }

    private let before = place("led by [Trotsky]", at: 10, path: "/p[1]"), after = place("led by [the Party Centre]", at: 10, path: "/p[1]")

    @Test func nothingFound() {
        let summary = report([]) {
            $0.neutral = ["neutral.move": 2, "neutral.variant": 12]
            $0.unclassified = 3
        }.summary
        #expect(summary.headline == "no revision found; 14 harmless changes, 3 not classified")
        #expect(summary.events == 0)
        #expect(summary.counts.isEmpty)
        #expect(summary.neutral.map(\.name) == ["variant", "move"], "in catalogue order")
        #expect(summary.neutral.map(\.count) == [12, 2])
    }

    @Test func whoIsGoneComesFirstThenWhereTheCreditWent() {
        let replaced = Finding(
            rule: .attributionAgentReplaced, entity: subject("Trotsky"), other: Subject(id: "centre", name: "the Party Centre"), before: before,
            after: after, message: "m")
        let summary = report([replaced, finding(.erasureEntity, "Trotsky", before: before), finding(.factDate, before: place("[1917]", at: 700))]).summary
        #expect(
            summary.headline
                == "2 events: Trotsky erased; credit moved from Trotsky to the Party Centre; a date changed; 0 harmless changes, 0 not classified")
        #expect(summary.counts.map { "\($0.name) \($0.count)" } == ["erasure 1", "attribution 1", "fact 1"], "an event counts in each of its families")
        #expect((summary.events, summary.errors, summary.warnings, summary.notes) == (2, 1, 1, 0))
    }

    @Test func blameIsNotCalledCredit() {
        let replaced = finding(.attributionAgentReplaced, "Guards", "Nobody", before: before, after: after)
        let summary = report([replaced]) {
            $0.ledger.creditTransfer = [.init(from: "#guards", to: "#nobody", count: 1, kind: .blame, rules: [:])]
        }.summary
        #expect(summary.headline.contains("blame moved from Guards to Nobody"))
    }

    @Test func notesAloneAreNoRevisionAboveANote() {
        let summary = report([finding(.interpolationEntity, "Stalin", after: after)]).summary
        #expect(summary.headline == "no revision above a note; 1 note: Stalin added; 0 harmless changes, 0 not classified")
    }

    @Test func withMoreThanTwoVersionsItSaysInWhich() {
        let summary = report(
            [
                finding(.erasureEntity, "Trotsky", before: before, from: 0, to: 1),
                finding(.erasureEntity, "Zinoviev", before: place("[Zinoviev]", at: 300, path: "/p[2]"), from: 0, to: 1),
                finding(.erasureEntity, "Stalin", before: place("[Stalin]", at: 10, path: "/p[1]"), from: 1, to: 2),
            ], versions: 3
        ).summary
        #expect(summary.headline.hasPrefix("3 events: Trotsky and Zinoviev erased in 1938; Stalin erased in 1956; "))
    }

    @Test func longStoriesAreCounted() {
        let rules = Catalogue.rules.filter { $0.countsAsEvent && $0.family != "erasure" && $0.family != "interpolation" }
        let findings = rules.enumerated().map { finding($1, "N\($0)", before: place("[x]", at: $0 * 100, path: "/p[\($0)]")) }
        let summary = report(findings).summary
        #expect(summary.events == rules.count)
        #expect(summary.headline.contains("; and \(rules.count - 5) more; "))
        let crowd = (0..<9).map { finding(.erasureEntity, "N\($0)", before: place("[x]", at: $0 * 100, path: "/p[\($0)]")) }
        #expect(report(crowd).summary.headline.hasPrefix("9 events: N0, N1, N2, N3 and 5 more erased; "))
    }

    @Test func sumsOverRecords() {
        var one = RecordReport(id: "a", title: ""), two = RecordReport(id: "b", title: "")
        one.changes.moved = 2
        two.changes.moved = 3
        two.rebuilds = false
        one.neutral = ["neutral.move": 2]
        two.neutral = ["neutral.move": 3]
        one.unclassified = 1
        two.unclassified = 4
        let summary = RevisionReport(versions: [], records: [one, two]).summary
        #expect(summary.changes.moved == 5)
        #expect(!summary.rebuilds)
        #expect(summary.harmless == 5)
        #expect(summary.unclassified == 5)
    }
}
