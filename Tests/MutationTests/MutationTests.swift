import Mutations
import TestSupport
import Testing

/// Known changes are planted and counted as they are told; so are harmless edits. The floors are what was measured with this seed, less
/// one trial a rule: a rule that loses two of its plants is broken, one that moves by one has met another sentence.
@Suite struct MutationTests {
    static let trials = Result { try invented(seed: 1917, each: 2) }
    static let recordTrials = Result {
        try inRecords(Self.records.map { Repository.path("Fixtures/" + $0) }, seed: 1917, each: 1)
    }

    static let records = [
        "october-rising/1924.xml", "october-rising/1938.xml", "pravda-1918/1918.xml", "may-1920-photograph/before.xml",
        "encyclopaedia-volume/1950.xml",
        "canal-photograph/before.xml", "red-train/1923.xml", "timeline-credits/2024.xml", "underground-railroad.xml",
    ]

    /// Of four plants (two languages, two pages; twice that for rules with two kinds), told by a rule that fits, and by the rule itself.
    static let floors: [(rule: String, told: Int, named: Int)] = [
        ("attribution.agent-replaced", 7, 7),
        ("attribution.agent-deleted", 7, 7),
        ("attribution.agent-dropped", 3, 3),
        ("attribution.agent-diluted", 3, 3),
        ("attribution.agent-demoted", 0, 0),
        ("attribution.agent-added", 3, 0),
        ("attribution.role-reversed", 3, 3),
        ("attribution.patient-replaced", 3, 3),
        ("attribution.patient-deleted", 3, 0),
        ("erasure.anonymised", 3, 1),
        ("erasure.list-omission", 7, 5),
        ("framing.order", 2, 2),
        ("attribution.speaker-replaced", 3, 3),
        ("attribution.speaker-deleted", 3, 0),
        ("attribution.quote-altered", 3, 3),
        ("attribution.source-removed", 3, 3),
        ("attribution.source-replaced", 3, 3),
        ("attribution.source-added", 3, 3),
        ("attribution.author-replaced", 3, 3),
        ("attribution.author-removed", 3, 3),
        ("stance.doubt-added", 3, 3),
        ("stance.doubt-removed", 3, 3),
        ("stance.force-changed", 3, 3),
        ("stance.hedge-added", 3, 3),
        ("stance.hedge-removed", 3, 3),
        ("stance.negated", 3, 3),
        ("framing.label-pejorative", 7, 3),
        ("framing.label-honorific", 3, 0),
        ("framing.loaded-added", 1, 1),
        ("framing.loaded-removed", 1, 1),
        ("framing.honorific-stripped", 3, 3),
        ("framing.euphemism", 2, 2),
        ("framing.dysphemism", 2, 2),
        ("framing.scare-quotes", 3, 3),
        ("fact.role", 2, 2),
        ("fact.date", 3, 3),
        ("fact.date-removed", 3, 3),
        ("fact.number", 3, 3),
        ("fact.number-removed", 3, 3),
        ("fact.place", 2, 0),
        ("erasure.passage", 7, 6),
        ("erasure.entity", 3, 3),
        ("interpolation.passage", 3, 3),
        ("erasure.image", 3, 3),
        ("attribution.identity-changed", 3, 3),
        ("hidden.homoglyph", 3, 3),
        ("hidden.invisible", 3, 3),
        ("erasure.withheld", 3, 3),
    ]

    @Test(arguments: floors.indices) func theRuleFindsWhatIsPlanted(_ index: Int) throws {
        let floor = Self.floors[index]
        let found = Score(try Self.trials.get()).recall(of: floor.rule)
        #expect(
            found.told >= floor.told && found.named >= floor.named,
            "\(floor.rule): told \(found.told), by the rule itself \(found.named), of \(found.trials)")
    }

    @Test func everyRuleHasAFloor() throws { #expect(Self.floors.map(\.rule) == Score(try Self.trials.get()).rules) }

    /// Each kind in each language, as often as asked for: a planter without a place for its change would hide a missing rule.
    @Test func everyKindIsPlanted() throws {
        let score = Score(try Self.trials.get())
        for language in ["en", "ru"] {
            #expect(score.changes.filter { $0.ground == language && $0.trials == 2 }.count == Change.allCases.count, "\(language)")
        }
        #expect(score.edits.filter { $0.ground == "en" && $0.trials == 2 }.count == Edit.allCases.count)
    }

    /// At most one of the 74 harmless edits is flagged (measured: none); which one is printed.
    @Test func harmlessEditsStaySilent() throws {
        let flagged = try Self.trials.get().filter { if case .edit = $0.planted { $0.isFalse } else { false } }
        #expect(flagged.count <= 1, "\(flagged.compactMap(\.miss).joined(separator: "\n"))")
    }

    @Test func theFixturesTellWhatIsPlantedInThem() throws {
        let trials = try Self.recordTrials.get()
        let score = Score(trials)
        #expect(score.changes.map(\.trials).reduce(0, +) > 70)
        #expect(score.recall >= 0.93, "\(score.table)")
        let flagged = trials.filter { if case .edit = $0.planted { $0.isFalse } else { false } }
        #expect(flagged.compactMap(\.miss) == [])
    }

    @Test func theSameSeedPlantsTheSame() throws {
        let one = try invented(seed: 5, each: 1, languages: ["ru"])
        let other = try invented(seed: 5, each: 1, languages: ["ru"])
        let third = try invented(seed: 6, each: 1, languages: ["ru"])
        #expect(one.map(\.before) == other.map(\.before) && one.map(\.after) == other.map(\.after) && one.map(\.said) == other.map(\.said))
        #expect(one.map(\.before) != third.map(\.before))
    }
}
