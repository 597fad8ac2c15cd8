import Findings
import Testing

/// Something done to a finding.
struct Edit: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var apply: @Sendable (inout Finding) -> Void

    init(_ description: String, _ apply: @escaping @Sendable (inout Finding) -> Void) {
        testDescription = description
        self.apply = apply
    }
}

@Suite struct FingerprintTests {
    private let base = finding(.attributionAgentReplaced, "Trotsky", "Stalin", before: place("led by [Trotsky]."), after: place("led by [Stalin]."))

    private func fingerprint(_ finding: Finding, record: String = "r") -> String { fingerprinted([finding], record: record)[0].fingerprint }

    @Test func isTwelveHexDigits() {
        #expect(fingerprint(base).wholeMatch(of: /[0-9a-f]{12}/) != nil)
    }

    /// Written down, so that a change of the recipe is noticed: every accepted baseline would be lost.
    @Test func staysTheSameForEver() {
        #expect(fingerprint(base) == "fc9ccba48c7d")
    }

    @Test(arguments: [
        Edit("place", { $0.before?.line = 99; $0.before?.column = 7; $0.before?.offset = 5000; $0.after?.path = "/x" }),
        Edit("words around the span", { $0.before?.text = "Another sentence with Trotsky."; $0.before?.spanStart = 22 }),
        Edit("case and white space of the span", { $0.before?.span = " TROTSKY\n" }),
        Edit("diacritics of the span", { $0.after?.span = "Stálin" }),
        Edit("version numbers", { $0.from = 2; $0.to = 5 }),
        Edit("message, confidence, severity", { $0.message = "x"; $0.confidence = 0.1; $0.severity = .note }),
        Edit("the entity's display name", { $0.entity?.name = "Leon Trotsky" }),
    ])
    func survives(_ edit: Edit) {
        var edited = base
        edit.apply(&edited)
        #expect(fingerprint(edited) == fingerprint(base))
    }

    @Test(arguments: [
        Edit("rule", { $0.rule = .attributionAgentDropped }),
        Edit("entity", { $0.entity = subject("Kamenev") }),
        Edit("span before", { $0.before?.span = "Kamenev" }),
        Edit("span after", { $0.after?.span = "the Party" }),
        Edit("nothing after", { $0.after = nil }),
    ])
    func tellsApart(_ edit: Edit) {
        var edited = base
        edit.apply(&edited)
        #expect(fingerprint(edited) != fingerprint(base))
        #expect(fingerprint(base, record: "other") != fingerprint(base))
    }

    @Test func partsDoNotRunTogether() {
        let one = finding(.factDate, before: place("[ab]"), after: place("[c]"))
        let two = finding(.factDate, before: place("[a]"), after: place("[bc]"))
        #expect(fingerprint(one) != fingerprint(two))
    }

    @Test func equalsAreCountedInOrderOfPlaceWhateverTheInputOrder() {
        let first = finding(.erasureMention, "Trotsky", before: place("[Trotsky] came.", at: 100))
        let second = finding(.erasureMention, "Trotsky", before: place("[Trotsky] went.", at: 900))
        let forward = fingerprinted([first, second], record: "r"), backward = fingerprinted([second, first], record: "r")
        #expect(forward[0].fingerprint != forward[1].fingerprint)
        #expect(forward.map(\.fingerprint) == backward.reversed().map(\.fingerprint))
        #expect(forward.map(\.before?.offset) == [100, 900], "the order of the input is kept")
    }
}
