import Findings
import Testing

/// Findings of one record and how they must be grouped, as "leading + other + other" in order of event.
struct Grouping: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var findings: [Finding]
    var events: [String]

    init(_ description: String, _ findings: [Finding], _ events: [String]) {
        testDescription = description
        self.findings = findings
        self.events = events
    }
}

private let led = place("The rising was led by [Trotsky] alone.", at: 100, path: "/p[1]")
private let ledLater = place("The rising was led by [Stalin] alone.", at: 120, path: "/p[1]")
private let list = place("There were Lenin, [Trotsky], Kamenev.", at: 900, path: "/p[4]")
private let listLater = place("There were Lenin, [Kamenev].", at: 905, path: "/p[4]")
private let gone = place("[Trotsky and Joffe signed; Radek wrote it down.]", at: 500, path: "/p[3]")

private func name(_ marked: String) -> Place { place(marked, at: 500, path: "/p[3]") }
private let groupings: [Grouping] = [
    Grouping(
        "the credit of an erased man",
        [
            finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: led, after: ledLater), finding(.erasureEntity, "Trotsky", before: led),
            finding(.interpolationEntity, "Stalin", after: ledLater),
        ], ["attribution.agent-replaced + erasure.entity + interpolation.entity"]),
    Grouping(
        "two names in one sentence are two events",
        [
            finding(.factDate, before: place("In [1917] Lenin met Radek.", path: "/p[1]"), after: place("In [1918] Lenin met a man.", path: "/p[1]")),
            finding(
                .erasureAnonymised, "Radek", before: place("In 1917 Lenin met [Radek].", path: "/p[1]"),
                after: place("In 1918 Lenin met [a man].", path: "/p[1]")),
        ], ["fact.date", "erasure.anonymised"]),
    Grouping(
        "the loss is told in another sentence",
        [finding(.erasureEntity, "Trotsky", before: led), finding(.erasureListOmission, "Trotsky", before: list, after: listLater)],
        ["erasure.list-omission + erasure.entity"]),
    Grouping(
        "the loss is told twice: the entity goes with its own sentence",
        [
            finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: led, after: ledLater),
            finding(.erasureListOmission, "Trotsky", before: list, after: listLater), finding(.erasureEntity, "Trotsky", before: list),
        ], ["attribution.agent-replaced", "erasure.list-omission + erasure.entity"]),
    Grouping(
        "many names in one deleted passage",
        [
            finding(.erasurePassage, before: gone, severity: .error),
            finding(.erasureEntity, "Trotsky", before: name("[Trotsky] and Joffe signed; Radek wrote it down.")),
            finding(.erasureEntity, "Joffe", before: name("Trotsky and [Joffe] signed; Radek wrote it down.")),
            finding(.erasureMention, "Radek", before: name("Trotsky and Joffe signed; [Radek] wrote it down.")),
        ], ["erasure.passage + erasure.entity + erasure.entity + erasure.mention"]),
    Grouping(
        "a name lost in a deleted passage and by a replaced agent",
        [
            finding(.erasurePassage, before: gone, severity: .error),
            finding(.erasureEntity, "Trotsky", before: name("[Trotsky] and Joffe signed; Radek wrote it down.")),
            finding(.erasureEntity, "Joffe", before: name("Trotsky and [Joffe] signed; Radek wrote it down.")),
            finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: led, after: ledLater),
        ], ["attribution.agent-replaced + erasure.entity", "erasure.entity + erasure.passage"]),
    Grouping(
        "one name in a deleted passage",
        [finding(.erasurePassage, before: gone, severity: .error), finding(.erasureEntity, "Joffe", before: name("Trotsky and [Joffe] signed; Radek wrote it down."))],
        ["erasure.entity + erasure.passage"]),
    Grouping(
        "names that weigh more than the passage lead it",
        [
            finding(.erasurePassage, before: gone, severity: .warning),
            finding(.erasureEntity, "Trotsky", before: name("[Trotsky] and Joffe signed; Radek wrote it down.")),
            finding(.erasureEntity, "Joffe", before: name("Trotsky and [Joffe] signed; Radek wrote it down.")),
        ], ["erasure.entity + erasure.entity + erasure.passage"]),
    Grouping(
        "many names in one deleted passage, one of them made nameless in it",
        [
            finding(.erasurePassage, before: gone, severity: .error),
            finding(.erasureEntity, "Joffe", before: name("Trotsky and [Joffe] signed; Radek wrote it down.")),
            finding(.erasureEntity, "Radek", before: name("Trotsky and Joffe signed; [Radek] wrote it down.")),
            finding(.attributionSpeakerDeleted, "Trotsky", before: name("[Trotsky] and Joffe signed; Radek wrote it down.")),
        ], ["attribution.speaker-deleted + erasure.entity + erasure.entity + erasure.passage"]),
    Grouping(
        "all who are left out of the lists of one sentence",
        [
            finding(.erasureListOmission, "Trotsky", before: list, after: listLater),
            finding(.erasureListOmission, "Lenin", before: place("There were [Lenin], Trotsky, Kamenev.", at: 900, path: "/p[4]"), after: place("There [were] Lenin, Kamenev.", at: 905, path: "/p[4]")),
            finding(.attributionAgentDropped, "Kamenev", before: place("There were Lenin, Trotsky, [Kamenev].", at: 900, path: "/p[4]"), after: place("[There] were Lenin, Kamenev.", at: 905, path: "/p[4]")),
            finding(.erasureListOmission, "Radek", before: place("There were Lenin, Trotsky, [Kamenev].", at: 900, path: "/p[4]"), after: place("Other [words].", at: 990, path: "/p[5]")),
            finding(.factDate, before: place("[There] were Lenin, Trotsky, Kamenev.", at: 900, path: "/p[4]"), after: place("There were Lenin, Kamenev[.]", at: 905, path: "/p[4]")),
        ], ["fact.date", "attribution.agent-dropped + erasure.list-omission + erasure.list-omission", "erasure.list-omission"]),
    Grouping(
        "a whole record", [
            finding(.erasureRecord, before: place("[The October rising]", path: "/record")), finding(.erasureEntity, "Trotsky", before: led),
            finding(.erasureEntity, "Radek", before: gone),
        ], ["erasure.record + erasure.entity + erasure.entity"]),
    Grouping(
        "what stands stronger leads, whatever its kind",
        [
            finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: led, after: ledLater, severity: .warning, confidence: 0.5),
            finding(.erasureEntity, "Trotsky", before: led),
        ], ["erasure.entity + attribution.agent-replaced"]),
    Grouping(
        "the same sentence in two pairs of versions",
        [
            finding(.erasureMention, "Trotsky", before: led, from: 0, to: 1), finding(.erasureEntity, "Trotsky", before: led, from: 1, to: 2),
        ], ["erasure.mention", "erasure.entity"]),
    Grouping(
        "an id with and without its sign", [
            Finding(rule: .erasureEntity, entity: Subject(id: "trotsky", name: "Trotsky"), before: led, after: nil, message: "m"),
            finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: led, after: ledLater),
        ], ["attribution.agent-replaced + erasure.entity"]),
    Grouping(
        "harmless and unnamed changes are no events",
        [
            finding(.changeOther, "Trotsky", before: led, after: ledLater), finding(.neutralMove, before: led, after: ledLater),
            finding(.factName, "Trotsky", before: led, after: ledLater, severity: .neutral),
        ], []),
    Grouping("nothing", [], []),
]

@Suite struct EventsTests {
    private func told(_ findings: [Finding]) -> [String] {
        var report = RecordReport(id: "r", title: "")
        report.findings = findings
        return report.events.map { $0.findings.map(\.rule.id).joined(separator: " + ") }
    }

    @Test(arguments: groupings) func groups(_ grouping: Grouping) {
        let grouped = groupedIntoEvents(grouping.findings)
        #expect(told(grouped) == grouping.events)
        #expect(grouped.count == grouping.findings.count)
        #expect(grouped.filter { !$0.countsAsEvent }.allSatisfy { $0.event.isEmpty })
    }

    @Test func theLeadingFindingNamesTheRulesOfTheOthers() {
        let grouped = groupedIntoEvents(groupings[4].findings)
        #expect(grouped.map(\.event) == ["e1", "e1", "e1", "e1"])
        #expect(grouped[0].also == ["erasure.entity", "erasure.mention"])
        #expect(grouped.dropFirst().allSatisfy { $0.also.isEmpty })
        #expect(grouped[1].entity?.name == "Trotsky", "the first in place")
    }

    @Test func rulesLeadInTheOrderOfTheContract() {
        let order: [Rule] = [
            .attributionAgentReplaced, .erasureAnonymised, .attributionAgentDeleted, .attributionAgentDropped, .erasureListOmission, .erasureEntity,
        ]
        for (index, stronger) in order.enumerated() {
            for weaker in order[(index + 1)...] {
                let pair = [finding(weaker, "Trotsky", before: led), finding(stronger, "Trotsky", before: led)]
                #expect(groupedIntoEvents(pair).first?.rule == stronger, "\(stronger.id) before \(weaker.id)")
            }
        }
    }

    @Test func eventsAreNumberedInOrderOfPlace() {
        let findings = [900, 20, 400].map { finding(.factDate, before: place("In [1917].", at: $0, path: "/p[\($0)]")) }
        let grouped = groupedIntoEvents(findings)
        #expect(grouped.map(\.event) == ["e1", "e2", "e3"])
        #expect(grouped.map { $0.before?.offset } == [23, 403, 903])
    }

    @Test func whatIsOnlyInTheLaterVersionStandsBehindItsNeighbour() {
        let findings = [
            finding(.factDate, before: place("[1917]", at: 10, path: "/p[1]"), after: place("[1918]", at: 5000, path: "/p[1]")),
            finding(.interpolationPassage, after: place("[New.]", at: 6000, path: "/p[2]")),
            finding(.factDate, before: place("[1920]", at: 90, path: "/p[3]"), after: place("[1921]", at: 7000, path: "/p[3]")),
            finding(.interpolationPassage, after: place("[Before all.]", at: 4000, path: "/p[9]")),
        ]
        let grouped = groupedIntoEvents(findings.reversed())
        #expect(grouped.map { $0.after?.span } == ["Before all.", "1918", "New.", "1921"])
    }

    /// Random findings over few sentences and names: many ties and chains.
    private func random(_ count: Int, seed: UInt64) -> [Finding] {
        var dice = Dice(state: seed)
        let names = ["Trotsky", "Stalin", "Radek"]
        return (0..<count).map { _ in
            let rule = Catalogue.rules.randomElement(using: &dice) ?? .changeOther
            let sentence = Int.random(in: 0..<6, using: &dice)
            let start = sentence * 100
            let texts = ["[one] two three", "one [two] three", "one two [three]", "[one two three]"]
            func somewhere() -> Place { place(texts.randomElement(using: &dice) ?? "", at: start, path: "/p[\(sentence)]") }
            let sides = Int.random(in: 0..<3, using: &dice)
            return finding(
                rule, names.randomElement(using: &dice), Bool.random(using: &dice) ? names.randomElement(using: &dice) : nil,
                before: sides == 0 ? nil : somewhere(), after: sides == 1 ? nil : somewhere(), message: "\(Int.random(in: 0..<5, using: &dice))")
        }
    }

    @Test(arguments: 0..<60) func theOrderOfTheInputDoesNotMatter(_ seed: Int) {
        let findings = random(24, seed: UInt64(seed))
        var dice = Dice(state: UInt64(seed) + 1000)
        let grouped = groupedIntoEvents(findings)
        for _ in 0..<3 { #expect(groupedIntoEvents(findings.shuffled(using: &dice)) == grouped) }
        #expect(groupedIntoEvents(grouped) == grouped, "grouping again changes nothing")
    }

    @Test(arguments: 0..<60) func everyLoudFindingIsInExactlyOneEvent(_ seed: Int) {
        let findings = random(40, seed: UInt64(seed) &* 7919)
        let grouped = groupedIntoEvents(findings)
        #expect(grouped.count == findings.count)
        for finding in grouped { #expect(finding.event.isEmpty == !finding.rule.countsAsEvent) }
        var report = RecordReport(id: "r", title: "")
        report.findings = grouped
        #expect(report.events.map(\.id) == report.events.indices.map { "e\($0 + 1)" })
        #expect(report.events.reduce(0) { $0 + $1.findings.count } == findings.filter(\.rule.countsAsEvent).count)
        for event in report.events {
            #expect(event.findings.allSatisfy { $0.severity <= event.severity })
            #expect(Set(event.leading.also) == Set(event.others.map(\.rule.id)))
        }
    }

    @Test(.timeLimit(.minutes(1))) func manyFindingsInOneSentenceTakeNoMinute() {
        let findings = (0..<3000).map { finding(.erasureMention, "N\($0)", before: place("[x] y", at: 7, path: "/p"), message: "\($0)") }
        #expect(groupedIntoEvents(findings).allSatisfy { $0.event == "e1" }, "all overlap")
    }
}
