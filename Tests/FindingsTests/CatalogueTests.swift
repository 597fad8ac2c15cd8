import Findings
import Testing

/// A row of the list that the project keeps (design/findings.csv).
struct ListedRule: CustomTestStringConvertible, Sendable {
    var id: String
    var severity: Severity
    /// 0 where the list has "-".
    var confidence: Double
    var testDescription: String { id }

    init(_ id: String, _ severity: Severity, _ confidence: Double) {
        self.id = id
        self.severity = severity
        self.confidence = confidence
    }
}

let listedRules: [ListedRule] = [
    .init("erasure.entity", .error, 0.90),
    .init("erasure.mention", .note, 0.70),
    .init("erasure.anonymised", .error, 0.85),
    .init("erasure.list-omission", .error, 0.90),
    .init("erasure.diminished", .warning, 0.60),
    .init("erasure.passage", .warning, 0.85),
    .init("erasure.record", .error, 0.95),
    .init("erasure.event", .warning, 0.80),
    .init("erasure.withheld", .error, 0.95),
    .init("erasure.image", .error, 0.85),
    .init("interpolation.entity", .note, 0.80),
    .init("interpolation.passage", .note, 0.80),
    .init("interpolation.record", .note, 0.95),
    .init("attribution.agent-replaced", .error, 0.90),
    .init("attribution.agent-dropped", .error, 0.85),
    .init("attribution.agent-diluted", .warning, 0.75),
    .init("attribution.agent-deleted", .error, 0.85),
    .init("attribution.agent-added", .note, 0.70),
    .init("attribution.agent-demoted", .warning, 0.85),
    .init("attribution.role-reversed", .error, 0.90),
    .init("attribution.patient-replaced", .warning, 0.70),
    .init("attribution.patient-deleted", .warning, 0.70),
    .init("attribution.speaker-replaced", .error, 0.90),
    .init("attribution.speaker-deleted", .error, 0.80),
    .init("attribution.quote-altered", .error, 0.90),
    .init("attribution.source-removed", .warning, 0.90),
    .init("attribution.source-replaced", .warning, 0.90),
    .init("attribution.source-added", .note, 0.90),
    .init("attribution.author-replaced", .error, 0.95),
    .init("attribution.author-removed", .error, 0.95),
    .init("attribution.author-added", .note, 0.95),
    .init("attribution.identity-changed", .error, 0.95),
    .init("stance.doubt-added", .warning, 0.90),
    .init("stance.doubt-removed", .warning, 0.90),
    .init("stance.force-changed", .warning, 0.85),
    .init("stance.hedge-added", .warning, 0.85),
    .init("stance.hedge-removed", .warning, 0.85),
    .init("stance.negated", .warning, 0.75),
    .init("framing.label-pejorative", .warning, 0.80),
    .init("framing.label-honorific", .warning, 0.80),
    .init("framing.label-changed", .note, 0.60),
    .init("framing.loaded-added", .warning, 0.70),
    .init("framing.loaded-removed", .warning, 0.70),
    .init("framing.honorific-stripped", .note, 0.80),
    .init("framing.euphemism", .warning, 0.85),
    .init("framing.dysphemism", .warning, 0.60),
    .init("framing.scare-quotes", .note, 0.80),
    .init("framing.order", .note, 0.80),
    .init("fact.role", .warning, 0.85),
    .init("fact.date", .warning, 0.90),
    .init("fact.date-removed", .warning, 0.80),
    .init("fact.number", .warning, 0.90),
    .init("fact.number-removed", .warning, 0.80),
    .init("fact.place", .warning, 0.80),
    .init("fact.name", .note, 0.80),
    .init("hidden.homoglyph", .warning, 0.95),
    .init("hidden.invisible", .error, 0.95),
    .init("hidden.bidi", .error, 0.95),
    .init("hidden.silent-edit", .note, 0.70),
    .init("hidden.checksum-mismatch", .warning, 0.70),
    .init("change.other", .note, 0),
    .init("neutral.variant", .neutral, 0),
    .init("neutral.pronoun", .neutral, 0),
    .init("neutral.voice", .neutral, 0),
    .init("neutral.move", .neutral, 0),
    .init("neutral.split", .neutral, 0),
    .init("neutral.merge", .neutral, 0),
    .init("neutral.copy-edit", .neutral, 0),
    .init("neutral.markup", .neutral, 0),
    .init("neutral.rekeyed", .neutral, 0),
    .init("neutral.bookkeeping", .neutral, 0),
]

@Suite struct CatalogueTests {
    @Test func holdsExactlyTheListedRulesInOrder() {
        #expect(Catalogue.rules.map(\.id) == listedRules.map(\.id))
        #expect(Catalogue.families == ["erasure", "interpolation", "attribution", "stance", "framing", "fact", "hidden", "change", "neutral"])
    }

    @Test(arguments: listedRules) func saysWhatTheListSays(_ listed: ListedRule) throws {
        let rule = try #require(Catalogue.rule(id: listed.id))
        #expect(rule.severity == listed.severity)
        #expect(rule.confidence == listed.confidence)
        #expect(rule.statesConfidence == (listed.confidence > 0))
        #expect(rule.countsAsEvent == !(listed.id == "change.other" || listed.id.hasPrefix("neutral.")))
    }

    @Test(arguments: listedRules) func isWellFormed(_ listed: ListedRule) throws {
        let rule = try #require(Catalogue.rule(id: listed.id))
        let isID = rule.id.wholeMatch(of: /[a-z]+\.[a-z]+(-[a-z]+)*/) != nil
        #expect(isID)
        #expect(!rule.says.isEmpty && !rule.says.contains("\n") && rule.says.last != ".")
        #expect(rule.needs.last == ".")
        #expect(!rule.term.isEmpty)
        #expect(!rule.example.before.isEmpty && !rule.example.after.isEmpty && rule.example.before != rule.example.after)
    }

    @Test func unknownRulesAreNone() {
        #expect(Catalogue.rule(id: "erasure") == nil)
        #expect(Catalogue.rule(id: "Erasure.entity") == nil)
    }

    /// The tool reports. These words say what somebody meant by a change, which no comparison of texts can know.
    @Test(arguments: Catalogue.rules.map(\.id)) func accusesNobody(_ id: String) throws {
        let rule = try #require(Catalogue.rule(id: id))
        for word in ["falsif", "forge", "censor", "lie ", "deliberate", "propaganda", "conceal", "whitewash", "manipulat", "suspicious", "guilty"] {
            #expect(!(rule.says + rule.needs).lowercased().contains(word), "'\(word)' in \(id)")
        }
    }
}
