/// How sure a statement is said to be.
extension Rule {
    public static let stanceDoubtAdded = Rule(
        id: "stance.doubt-added", severity: .warning, confidence: 0.90,
        says: "the verb of speech holds the statement off where it did not before",
        needs: "Two verbs of speech in the same place of paired sentences, the later one weaker by two steps of the word lists. Verbs that only report are one.",
        term: "epistemological bias",
        example: ("Zinoviev said that the letter was late.", "Zinoviev claimed that the letter was late."))
    public static let stanceDoubtRemoved = Rule(
        id: "stance.doubt-removed", severity: .warning, confidence: 0.90,
        says: "the verb of speech held the statement off and does so no more",
        needs: "Two verbs of speech in the same place of paired sentences, the earlier one weaker by two steps of the word lists.",
        term: "epistemological bias",
        example: ("The colonel claimed that the village was empty.", "The colonel confirmed that the village was empty."))
    public static let stanceForceChanged = Rule(
        id: "stance.force-changed", severity: .warning, confidence: 0.85,
        says: "the verb of speech vouches more or less for the statement",
        needs: "Two verbs of speech in the same place of paired sentences, neither of doubt, two steps of the word lists apart.",
        term: "epistemological bias",
        example: ("Sukhanov said that the vote was taken.", "Sukhanov admitted that the vote was taken."))
    public static let stanceHedgeAdded = Rule(
        id: "stance.hedge-added", severity: .warning, confidence: 0.85,
        says: "a claim is stated with less certainty",
        needs: "A hedge, hearsay or a lower step of certainty in the later sentence, and the claim itself in both.",
        term: "hedging",
        example: ("Orlov betrayed the plan.", "Orlov allegedly betrayed the plan."))
    public static let stanceHedgeRemoved = Rule(
        id: "stance.hedge-removed", severity: .warning, confidence: 0.85,
        says: "a claim is stated with more certainty",
        needs: "A hedge, hearsay or a lower step of certainty in the earlier sentence, and the claim itself in both.",
        term: "boosting",
        example: ("Radek may have met the envoy.", "Radek met the envoy."))
    public static let stanceNegated = Rule(
        id: "stance.negated", severity: .warning, confidence: 0.75,
        says: "what was affirmed is denied, or the reverse",
        needs: "The same predicate in paired sentences with a negation on one side only. An error where nothing else differs.",
        term: "denial",
        example: ("Trotsky played a part in the rising.", "Trotsky played no part in the rising."))
}
