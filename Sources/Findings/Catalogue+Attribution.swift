/// Who did it: the agent of a kept predicate.
extension Rule {
    public static let attributionAgentReplaced = Rule(
        id: "attribution.agent-replaced", severity: .error, confidence: 0.90,
        says: "the same deed stands with another agent",
        needs: "Two paired sentences with the same predicate and two agents that no alias, pronoun or name variant makes one. A warning at half "
            + "the confidence where the agent is a common noun.",
        term: "transfer of credit or blame",
        example: ("The rising was directed by Trotsky.", "The rising was directed by the Party Centre."))
    public static let attributionAgentDropped = Rule(
        id: "attribution.agent-dropped", severity: .error, confidence: 0.85,
        says: "one of several agents of a deed is gone, the others stay",
        needs: "The same predicate in paired sentences, with at least one agent kept.",
        term: "narrowing of credit",
        example: ("Trotsky and Antonov led the attack.", "Antonov led the attack."))
    public static let attributionAgentDiluted = Rule(
        id: "attribution.agent-diluted", severity: .warning, confidence: 0.75,
        says: "the sole agent of a deed got a companion",
        needs: "The same predicate in paired sentences, the agent kept and another one beside it.",
        term: "dilution of credit",
        example: ("Trotsky founded the Red Army.", "Trotsky and Stalin founded the Red Army."))
    public static let attributionAgentDeleted = Rule(
        id: "attribution.agent-deleted", severity: .error, confidence: 0.85,
        says: "the deed or its harm is told without its agent",
        needs: "The same predicate, or a noun made from it, in paired sentences, and no agent in the later one. Confidence .55 where the "
            + "sentence was turned round and only a word for suffering stands, .75 where a word for the same harm does.",
        term: "agentless passive, nominalisation",
        example: ("The guards shot the prisoners.", "The prisoners were shot."))
    public static let attributionAgentAdded = Rule(
        id: "attribution.agent-added", severity: .note, confidence: 0.70,
        says: "an agent is named for a deed that had none",
        needs: "The same predicate in paired sentences, and no agent in the earlier one, in its neighbours or in the mark-up.",
        term: "assignment of agency",
        example: ("The railway was built in 1931.", "The railway was built by Kaganovich in 1931."))
    public static let attributionAgentDemoted = Rule(
        id: "attribution.agent-demoted", severity: .warning, confidence: 0.85,
        says: "who led or did it now helps or takes part",
        needs: "The same person in paired sentences, with the deed itself or a word of leadership before and a word of help or participation after.",
        term: "diminishing",
        example: ("Antonov led the assault.", "Antonov took part in the assault."))
    public static let attributionRoleReversed = Rule(
        id: "attribution.role-reversed", severity: .error, confidence: 0.90,
        says: "who did it and to whom it was done changed places",
        needs: "The same predicate in paired sentences, and the same two parties on both sides of it, exchanged.",
        term: "reversal of blame",
        example: ("The soldiers attacked the strikers.", "The strikers attacked the soldiers."))
    public static let attributionPatientReplaced = Rule(
        id: "attribution.patient-replaced", severity: .warning, confidence: 0.70,
        says: "a deed is told as done to somebody else",
        needs: "A deed that is done to persons, the same in paired sentences, and a name in the place of a name, or a party in the place of another.",
        term: "reattribution of harm",
        example: ("The guards shot the prisoners.", "The guards shot the bandits."))
    public static let attributionPatientDeleted = Rule(
        id: "attribution.patient-deleted", severity: .warning, confidence: 0.70,
        says: "a harm is told without those it was done to",
        needs: "The same agent and a word for the same harm in paired sentences, and nobody who suffers it in the later one.",
        term: "erasure of victims",
        example: ("The guards shot the prisoners.", "The guards opened fire."))
}

/// Who said it, and on whose word.
extension Rule {
    public static let attributionSpeakerReplaced = Rule(
        id: "attribution.speaker-replaced", severity: .error, confidence: 0.90,
        says: "the same statement stands with another speaker",
        needs: "A statement or quotation with the same words, and two speakers that are not one person.",
        term: "misattribution",
        example: ("\"Peace and land,\" said Zinoviev.", "\"Peace and land,\" said Molotov."))
    public static let attributionSpeakerDeleted = Rule(
        id: "attribution.speaker-deleted", severity: .error, confidence: 0.80,
        says: "the statement stays and its speaker is gone",
        needs: "A statement or quotation with the same words, and no speaker in the later version.",
        term: "unsourced claim",
        example: ("Bukharin said that the harvest had failed.", "The harvest had failed."))
    public static let attributionQuoteAltered = Rule(
        id: "attribution.quote-altered", severity: .error, confidence: 0.90,
        says: "words inside a quotation changed",
        needs: "Quotation marks or mark-up on both sides, the same speaker or place, and other words inside.",
        term: "altered quotation",
        example: ("She wrote: \"We have lost the war.\"", "She wrote: \"We have not lost the war.\""))
    public static let attributionSourceRemoved = Rule(
        id: "attribution.source-removed", severity: .warning, confidence: 0.90,
        says: "a citation, \"according to\" or reference is gone",
        needs: "The claim stays in a paired sentence. An error when it loses its only source.",
        term: "provenance",
        example: ("According to Sukhanov, the hall was empty.", "The hall was empty."))
    public static let attributionSourceReplaced = Rule(
        id: "attribution.source-replaced", severity: .warning, confidence: 0.90,
        says: "the same claim stands on another source",
        needs: "The claim stays in a paired sentence, and its source is a different one.",
        term: "provenance",
        example: ("According to Reed, the fort surrendered at dawn.", "According to Pravda, the fort surrendered at dawn."))
    public static let attributionSourceAdded = Rule(
        id: "attribution.source-added", severity: .note, confidence: 0.90,
        says: "a claim got a source where it had none",
        needs: "The claim stands in both versions, and only the later one names a source.",
        term: "provenance",
        example: ("The hall was empty.", "According to Sukhanov, the hall was empty."))
}

/// Whose work it is, and whom a name means.
extension Rule {
    public static let attributionAuthorReplaced = Rule(
        id: "attribution.author-replaced", severity: .error, confidence: 0.95,
        says: "the work, chapter or picture is credited to somebody else",
        needs: "Byline, author, editor, statement of responsibility for the work, or the credit line of a picture. Those who encoded the text "
            + "are bookkeeping; who made a version of a wiki page is never a finding.",
        term: "authorship",
        example: ("Photograph: Goldshtein.", "Photograph: Otsup."))
    public static let attributionAuthorRemoved = Rule(
        id: "attribution.author-removed", severity: .error, confidence: 0.95,
        says: "the work, chapter or picture is no longer credited to its author",
        needs: "As for a replaced author, with nobody in the place.",
        term: "authorship",
        example: ("Photograph: Goldshtein.", "Photograph."))
    public static let attributionAuthorAdded = Rule(
        id: "attribution.author-added", severity: .note, confidence: 0.95,
        says: "the work, chapter or picture is credited where it was not",
        needs: "As for a replaced author, with nobody in the place before.",
        term: "authorship",
        example: ("Photograph.", "Photograph: Goldshtein."))
    public static let attributionIdentityChanged = Rule(
        id: "attribution.identity-changed", severity: .error, confidence: 0.95,
        says: "the words stay and the mark-up now says that they mean somebody else",
        needs: "Another @ref, @key, @who or @corresp on the same words, while the old value lives on for others, or both values are in an "
            + "authority file. One old value that became one new value throughout is neutral.rekeyed.",
        term: "re-identification",
        example: ("<persName ref=\"#trotsky\">the chairman</persName>", "<persName ref=\"#stalin\">the chairman</persName>"))
}
