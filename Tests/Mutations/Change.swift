import Findings

/// A planted change: a kind of revisionism in the catalogue's words, and by which rules it may rightly be told.
public enum Change: String, CaseIterable, Sendable {
    case agentReplaced = "another agent of the same deed"
    case agentDeleted = "the deed without its agent"
    case agentDropped = "one of two agents left out"
    case agentDiluted = "a companion for the sole agent"
    case agentDemoted = "the leader became a helper"
    case agentAdded = "an agent where none was named"
    case creditReplaced = "under another one's direction"
    case creditDeleted = "under nobody's direction"
    case rolesReversed = "agent and patient swapped"
    case patientReplaced = "done to somebody else"
    case patientDeleted = "done to nobody"
    case anonymised = "the name became 'one of'"
    case leftOutOfList = "a name out of a list"
    case captionLostName = "a name out of a caption"
    case listReordered = "another order in a list"
    case speakerReplaced = "the same words of another speaker"
    case speakerDeleted = "the same words of no speaker"
    case quoteAltered = "other words inside a quotation"
    case sourceRemoved = "the claim without its source"
    case sourceReplaced = "the claim from another source"
    case sourceAdded = "a source where none was"
    case authorReplaced = "another author in the byline"
    case authorRemoved = "no author in the byline"
    case doubtAdded = "a doubting verb of speech"
    case doubtRemoved = "a doubting verb of speech taken back"
    case forceChanged = "a verb of speech that vouches"
    case hedgeAdded = "a hedge put in"
    case hedgeRemoved = "a hedge taken out"
    case negated = "the claim denied"
    case labelWorse = "a worse word for somebody"
    case labelBetter = "a better word for somebody"
    case labelTurned = "a good word turned into a bad one"
    case loadedAdded = "an evaluative word put in"
    case loadedRemoved = "an evaluative word taken out"
    case honorificStripped = "the honorific lost"
    case euphemism = "a milder word for an event"
    case dysphemism = "a harsher word for an event"
    case scareQuotes = "quotation marks round a kept word"
    case officeChanged = "another office of the same person"
    case officeLost = "the office of a person lost"
    case dateChanged = "another day"
    case dateRemoved = "the day left out"
    case numberChanged = "another number"
    case numberRemoved = "the number made vague"
    case placeChanged = "another place"
    case sentenceDropped = "a sentence that names somebody dropped"
    case lastMentionDropped = "the last mention of somebody dropped"
    case passageDropped = "a paragraph dropped"
    case passageAdded = "a paragraph put in"
    case imageReplaced = "another picture over the same caption"
    case identityMoved = "the same name, another key"
    case homoglyph = "a look-alike letter in a name"
    case invisible = "an invisible character in a name"
    case withheld = "a sentence replaced by a gap"

    /// The rule of the catalogue that names it.
    public var rule: String {
        switch self {
        case .agentReplaced, .creditReplaced: "attribution.agent-replaced"
        case .agentDeleted, .creditDeleted: "attribution.agent-deleted"
        case .agentDropped: "attribution.agent-dropped"
        case .agentDiluted: "attribution.agent-diluted"
        case .agentDemoted: "attribution.agent-demoted"
        case .agentAdded: "attribution.agent-added"
        case .rolesReversed: "attribution.role-reversed"
        case .patientReplaced: "attribution.patient-replaced"
        case .patientDeleted: "attribution.patient-deleted"
        case .anonymised: "erasure.anonymised"
        case .leftOutOfList, .captionLostName: "erasure.list-omission"
        case .listReordered: "framing.order"
        case .speakerReplaced: "attribution.speaker-replaced"
        case .speakerDeleted: "attribution.speaker-deleted"
        case .quoteAltered: "attribution.quote-altered"
        case .sourceRemoved: "attribution.source-removed"
        case .sourceReplaced: "attribution.source-replaced"
        case .sourceAdded: "attribution.source-added"
        case .authorReplaced: "attribution.author-replaced"
        case .authorRemoved: "attribution.author-removed"
        case .doubtAdded: "stance.doubt-added"
        case .doubtRemoved: "stance.doubt-removed"
        case .forceChanged: "stance.force-changed"
        case .hedgeAdded: "stance.hedge-added"
        case .hedgeRemoved: "stance.hedge-removed"
        case .negated: "stance.negated"
        case .labelWorse, .labelTurned: "framing.label-pejorative"
        case .labelBetter: "framing.label-honorific"
        case .loadedAdded: "framing.loaded-added"
        case .loadedRemoved: "framing.loaded-removed"
        case .honorificStripped: "framing.honorific-stripped"
        case .euphemism: "framing.euphemism"
        case .dysphemism: "framing.dysphemism"
        case .scareQuotes: "framing.scare-quotes"
        case .officeChanged, .officeLost: "fact.role"
        case .dateChanged: "fact.date"
        case .dateRemoved: "fact.date-removed"
        case .numberChanged: "fact.number"
        case .numberRemoved: "fact.number-removed"
        case .placeChanged: "fact.place"
        case .sentenceDropped, .passageDropped: "erasure.passage"
        case .lastMentionDropped: "erasure.entity"
        case .passageAdded: "interpolation.passage"
        case .imageReplaced: "erasure.image"
        case .identityMoved: "attribution.identity-changed"
        case .homoglyph: "hidden.homoglyph"
        case .invisible: "hidden.invisible"
        case .withheld: "erasure.withheld"
        }
    }

    /// Rules that tell the same change rightly as well. A name that goes or comes may always be told as gone or new (see `names`).
    var others: [String] {
        switch self {
        case .agentReplaced: ["attribution.speaker-replaced", "attribution.agent-dropped", "attribution.agent-deleted"]
        case .creditReplaced: ["attribution.agent-dropped"]
        case .agentDeleted, .creditDeleted: []
        case .agentDropped: ["erasure.list-omission"]
        case .agentDiluted, .agentAdded: ["attribution.agent-added"]
        case .agentDemoted: ["fact.role"]
        case .rolesReversed: ["attribution.agent-replaced", "attribution.patient-replaced"]
        case .patientReplaced: []
        case .patientDeleted: ["erasure.anonymised"]
        case .anonymised: ["attribution.agent-replaced", "attribution.agent-deleted"]
        case .leftOutOfList: ["attribution.agent-dropped"]
        case .captionLostName: ["erasure.image", "attribution.agent-dropped"]
        case .listReordered: []
        case .speakerReplaced: ["attribution.agent-replaced"]
        case .speakerDeleted: ["attribution.source-removed", "attribution.agent-deleted"]
        case .quoteAltered: ["stance.negated"]
        case .sourceRemoved: ["attribution.speaker-deleted"]
        case .sourceReplaced: ["attribution.speaker-replaced"]
        case .sourceAdded: []
        case .authorReplaced: ["attribution.author-removed", "attribution.author-added"]
        case .authorRemoved: []
        case .doubtAdded, .doubtRemoved, .forceChanged: []
        case .hedgeAdded: ["stance.doubt-added", "framing.loaded-added"]
        case .hedgeRemoved: ["stance.doubt-removed", "framing.loaded-removed"]
        case .negated: []
        case .labelWorse, .labelTurned, .labelBetter:
            ["framing.loaded-added", "framing.loaded-removed", "framing.label-changed", "fact.role", "framing.honorific-stripped"]
        case .loadedAdded, .loadedRemoved: ["framing.label-pejorative", "framing.label-honorific"]
        case .honorificStripped: ["framing.label-changed", "fact.role"]
        case .euphemism: ["framing.loaded-removed"]
        case .dysphemism: ["framing.loaded-added"]
        case .scareQuotes: []
        case .officeChanged, .officeLost: []
        case .dateChanged, .dateRemoved: []
        case .numberChanged, .numberRemoved: ["fact.number-removed"]
        case .placeChanged: ["attribution.agent-replaced", "erasure.entity", "erasure.mention", "interpolation.entity"]
        case .sentenceDropped, .passageDropped, .lastMentionDropped, .withheld:
            ["erasure.passage", "attribution.source-removed", "attribution.agent-deleted", "fact.date-removed", "fact.number-removed"]
        case .passageAdded: []
        case .imageReplaced: []
        case .identityMoved: ["erasure.entity", "erasure.mention", "interpolation.entity", "attribution.agent-replaced"]
        case .homoglyph, .invisible: ["fact.name"]
        }
    }

    /// Rules about names that come and go, right wherever one does: all changes but those that leave every name in its place.
    static let names = ["erasure.entity", "erasure.mention", "erasure.diminished", "interpolation.entity"]

    private var movesNames: Bool {
        switch self {
        case .agentReplaced, .agentDeleted, .agentDropped, .agentDiluted, .agentAdded, .creditReplaced, .creditDeleted, .patientReplaced,
            .patientDeleted,
            .anonymised, .leftOutOfList, .captionLostName, .speakerReplaced, .speakerDeleted, .sourceRemoved, .sourceReplaced, .sourceAdded,
            .authorReplaced, .authorRemoved, .dateRemoved, .placeChanged, .sentenceDropped, .lastMentionDropped, .passageDropped,
            .passageAdded, .identityMoved,
            .withheld:
            true
        case .agentDemoted, .rolesReversed, .listReordered, .quoteAltered, .doubtAdded, .doubtRemoved, .forceChanged, .hedgeAdded,
            .hedgeRemoved, .negated,
            .labelWorse, .labelBetter, .labelTurned, .loadedAdded, .loadedRemoved, .honorificStripped, .euphemism, .dysphemism,
            .scareQuotes, .officeChanged,
            .officeLost, .dateChanged, .numberChanged, .numberRemoved, .imageReplaced, .homoglyph, .invisible:
            false
        }
    }

    /// Every rule by which the change is rightly told.
    func isRightlyTold(by rule: Rule) -> Bool {
        rule.id == self.rule || others.contains(rule.id) || movesNames && Self.names.contains(rule.id)
    }

    /// The least severity at which its rule counts: that of the catalogue for notes, else a warning.
    var bar: Severity {
        switch self {
        case .agentAdded, .listReordered, .sourceAdded, .honorificStripped, .scareQuotes, .passageAdded: .note
        default: .warning
        }
    }
}

/// A harmless edit: the same is told in another form.
public enum Edit: String, CaseIterable, Sendable {
    case indentation = "other line ends and indentation"
    case markup = "other elements for the same names"
    case keys = "every key renamed"
    case spelling = "British and American spelling"
    case voice = "active and passive, the agent kept"
    case pronoun = "a pronoun for the name just named"
    case sentences = "two sentences in one"
    case dateStyle = "the parts of a date in another order"
    case dayFirst = "the day at the beginning of the sentence"
    case numberStyle = "numbers in figures"
    case quotationMarks = "typographic quotation marks"
    case titles = "titles abbreviated"
    case initials = "initials for given names"
    case respelling = "names after another romanisation"
    case serialComma = "a comma before the last of a list"
    case functionWords = "other words of function"
    case move = "a paragraph moved"
    case attributeOrder = "attributes in another order"
    case spaces = "unbreakable spaces"
    case several = "three of these at once"
}
