/// Every rule, in the order in which they are told: the one source of `rules`, `explain` and docs/findings.md.
public enum Catalogue {
    public static let rules: [Rule] = erasure + interpolation + attribution + stance + framing + fact + hidden + [.changeOther] + neutral

    /// The families in catalogue order: "erasure", "interpolation", …
    public static let families: [String] = rules.reduce(into: []) { families, rule in
        if families.last != rule.family { families.append(rule.family) }
    }

    /// The rule with exactly this id.
    public static func rule(id: String) -> Rule? { byID[id] }

    /// The place of a rule in the catalogue; unknown ones come last.
    static func position(of id: String) -> Int { positions[id] ?? rules.count }

    private static let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    private static let positions = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })

    private static let erasure: [Rule] = [
        .erasureEntity, .erasureMention, .erasureAnonymised, .erasureListOmission, .erasureDiminished, .erasurePassage, .erasureRecord, .erasureEvent,
        .erasureWithheld, .erasureImage,
    ]
    private static let interpolation: [Rule] = [.interpolationEntity, .interpolationPassage, .interpolationRecord]
    private static let attribution: [Rule] = [
        .attributionAgentReplaced, .attributionAgentDropped, .attributionAgentDiluted, .attributionAgentDeleted, .attributionAgentAdded,
        .attributionAgentDemoted, .attributionRoleReversed, .attributionPatientReplaced, .attributionPatientDeleted,
        .attributionSpeakerReplaced, .attributionSpeakerDeleted, .attributionQuoteAltered, .attributionSourceRemoved,
        .attributionSourceReplaced, .attributionSourceAdded, .attributionAuthorReplaced, .attributionAuthorRemoved,
        .attributionAuthorAdded, .attributionIdentityChanged,
    ]
    private static let stance: [Rule] = [.stanceDoubtAdded, .stanceDoubtRemoved, .stanceForceChanged, .stanceHedgeAdded, .stanceHedgeRemoved, .stanceNegated]
    private static let framing: [Rule] = [
        .framingLabelPejorative, .framingLabelHonorific, .framingLabelChanged, .framingLoadedAdded, .framingLoadedRemoved, .framingHonorificStripped, .framingEuphemism,
        .framingDysphemism, .framingScareQuotes, .framingOrder,
    ]
    private static let fact: [Rule] = [.factRole, .factDate, .factDateRemoved, .factNumber, .factNumberRemoved, .factPlace, .factName]
    private static let hidden: [Rule] = [.hiddenHomoglyph, .hiddenInvisible, .hiddenBidi, .hiddenSilentEdit, .hiddenChecksumMismatch]
    private static let neutral: [Rule] = [
        .neutralVariant, .neutralPronoun, .neutralVoice, .neutralMove, .neutralSplit, .neutralMerge, .neutralCopyEdit, .neutralMarkup,
        .neutralRekeyed, .neutralBookkeeping,
    ]
}

extension Rule {
    /// The word after the family: "agent-replaced", "move".
    public var shortName: String { String(id.drop { $0 != "." }.dropFirst()) }

    /// Whether findings of this rule are revisions that a reader should judge, rather than changes proved harmless or named by no rule.
    public var countsAsEvent: Bool { severity != .neutral && self != .changeOther }

    /// Rules that carry no starting confidence (`-` in the catalogue) hold 0: a proof needs none, and an unnamed change has none.
    public var statesConfidence: Bool { confidence > 0 }
}

extension Finding {
    /// As for its rule; also not where the evidence of the case proved it harmless.
    public var countsAsEvent: Bool { severity != .neutral && rule.countsAsEvent }
}
