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

    @Test func whereTheCreditWentComesFirstThenWhoIsGone() {
        let replaced = Finding(
            rule: .attributionAgentReplaced, entity: subject("Trotsky"), other: Subject(id: "centre", name: "the Party Centre"), before: before,
            after: after, message: "m")
        let summary = report([replaced, finding(.erasureEntity, "Trotsky", before: before), finding(.factDate, before: place("[1917]", at: 700))]).summary
        #expect(
            summary.headline
                == "2 events: credit moved from Trotsky to the Party Centre; Trotsky erased; a date changed; 0 harmless changes, 0 not classified")
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

    @Test func longStoriesAreCounted() throws {
        let rules = Catalogue.rules.filter { $0.countsAsEvent && $0.family != "erasure" && $0.family != "interpolation" }
        let findings = rules.enumerated().map { finding($1, "N\($0)", before: place("[x]", at: $0 * 100, path: "/p[\($0)]")) }
        let summary = report(findings).summary
        #expect(summary.events == rules.count)
        let more = summary.headline.firstMatch(of: /and (\d+) more events/)
        let left = try #require(more.flatMap { Int($0.1) })
        let told = summary.headline.split(separator: ": ", maxSplits: 1)[1].split(separator: "; ").count - 2
        #expect(told + left == rules.count)
        #expect(summary.headline.count <= 310 && told > 3)
        let crowd = (0..<9).map { finding(.erasureEntity, "N\($0)", before: place("[x]", at: $0 * 100, path: "/p[\($0)]")) }
        #expect(report(crowd).summary.headline.hasPrefix("9 events: N0, N1 and 7 more erased; "))
        #expect(report(Array(crowd.prefix(3))).summary.headline.hasPrefix("3 events: N0, N1 and N2 erased; "), "a name is as short as a count")
    }

    private func several(_ rule: Rule, _ names: [String], severity: Severity? = nil, at start: Int) -> [Finding] {
        names.enumerated().map { index, name in
            let at = start + index * 100
            return finding(rule, name, "Molotov", before: place("[x] \(at)", at: at, path: "/p[\(at)]"), after: place("[y] \(at)", at: at, path: "/p[\(at)]"), severity: severity)
        }
    }

    @Test func tellsInItsOrderAndMergesEqualPhrases() {
        let findings = several(.factDate, ["A", "B"], at: 0) + several(.attributionAuthorReplaced, ["Veresov", "Veresov"], at: 1000)
            + several(.erasureEntity, ["New York"], severity: .warning, at: 2000) + several(.erasureListOmission, ["Zinoviev", "Kamenev", "Joffe", "Radek", "Rykov"], at: 3000)
            + several(.erasureAnonymised, ["Trotsky", "Trotsky"], at: 4000) + several(.erasureEntity, ["Bubnov"], at: 5000)
            + several(.attributionSpeakerReplaced, ["Joffe"], at: 6000) + several(.attributionAgentReplaced, ["workers"], severity: .warning, at: 7000)
        let story = report(findings).summary.headline.split(separator: ": ", maxSplits: 1)[1].split(separator: "; ").map(String.init)
        #expect(
            story == [
                "words of Joffe given to Molotov", "Bubnov erased", "Trotsky made nameless (2 times)", "Zinoviev, Kamenev and 3 more left out of lists",
                "authorship moved from Veresov to Molotov (2 times)", "2 dates changed",
                "credit moved from workers to Molotov", "and 1 more event", "0 harmless changes, 0 not classified",
            ])
        #expect(
            report(several(.erasureEntity, ["New York"], severity: .warning, at: 0) + several(.factDate, ["A"], at: 500)).summary.headline
                == "2 events: a date changed; New York erased; 0 harmless changes, 0 not classified")
    }

    @Test func creditOfOneManThatWentToSeveralIsOnePhrase() {
        var findings = several(.attributionAgentReplaced, ["Trotsky", "Trotsky", "Trotsky"], at: 0)
        findings[1].other = subject("Stalin")
        #expect(report(findings).summary.headline.hasPrefix("3 events: credit moved from Trotsky to Molotov (2 times) and Stalin; "))
    }

    @Test func whereThereIsNoRoomForNamesTheyAreCounted() {
        let long = " of a name that takes nearly all the room there is in a line, alone"
        let findings = several(.attributionAgentReplaced, ["A", "B", "C"].map { $0 + long }, at: 0) + several(.erasureEntity, (0..<5).map { "N\($0)" + long }, at: 1000)
            + several(.factDate, ["A"], at: 2000)
        let story = report(findings).summary.headline.split(separator: ": ", maxSplits: 1)[1].split(separator: "; ").map(String.init)
        #expect(
            story == [
                "credit moved from A\(long) to Molotov", "credit moved from B\(long) to Molotov", "5 names erased", "a date changed", "and 1 more event",
                "0 harmless changes, 0 not classified",
            ])
    }

    @Test func notesAreCountedInWords() {
        let change = several(.factDate, ["A"], at: 0)
        #expect(report(change + several(.interpolationEntity, ["B"], at: 500)).summary.headline.hasPrefix("2 events, 1 of them a note: a date changed; B added; "))
        #expect(report(change + several(.interpolationEntity, ["B", "C"], at: 500)).summary.headline.hasPrefix("3 events, 2 of them notes: "))
    }

    /// A section that went with the names in it, all of them known from capital letters alone.
    @Test(arguments: [
        (1, "N0 erased"), (2, "a passage removed; N0 and N1 erased"), (3, "a section of 21 passages removed with the last mention of N2 and 2 more"),
    ]) func aSectionTakesItsNamesWithIt(_ count: Int, _ story: String) {
        let text = (0..<count).map { "N\($0)" }.joined(separator: " ")
        var findings = [finding(.erasurePassage, before: place("[\(text)]", at: 100, path: "/div"), message: "a section of 21 passages and 800 words is gone")]
        for index in 0..<count {
            let marked = text.replacing("N\(index)", with: "[N\(index)]")
            findings.append(
                finding(.erasureEntity, "N\(index)", before: place(marked, at: 100, path: "/div/p[\(index)]"), severity: .warning, confidence: index == 2 ? 0.85 : 0.8))
        }
        #expect(report(findings).summary.headline == "1 event: \(story); 0 harmless changes, 0 not classified")
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
