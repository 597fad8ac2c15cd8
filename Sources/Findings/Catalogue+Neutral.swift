/// Changes that a named test proved harmless: same words, same name, same value or same slots.
extension Rule {
    private static func harmless(_ name: String, _ says: String, needs: String, _ before: String, _ after: String) -> Rule {
        Rule(
            id: "neutral." + name, severity: .neutral, confidence: 0, says: says, needs: needs, term: "surface change", example: (before, after))
    }

    public static let neutralVariant = harmless(
        "variant", "the same name or word in another spelling that a system explains",
        needs: "Initials, romanisation, diacritics, case, old orthography or an alias turn one spelling into the other.",
        "Trotskii left for Baku.", "Trotsky left for Baku.")
    public static let neutralPronoun = harmless(
        "pronoun", "a name and a pronoun or description with a clear antecedent changed places",
        needs: "Exactly one antecedent in reach agrees with it.",
        "Kollontai spoke. Kollontai was heard.", "Kollontai spoke. She was heard.")
    public static let neutralVoice = harmless(
        "voice", "active and passive changed places and the agent is kept",
        needs: "The same predicate with the same agent and patient in both sentences.",
        "Antonov led the attack.", "The attack was led by Antonov.")
    public static let neutralMove = harmless(
        "move", "the same passage stands elsewhere",
        needs: "The same words, once in each version.",
        "First the storm. Then the truce.", "Then the truce. First the storm.")
    public static let neutralSplit = harmless(
        "split", "one sentence became two",
        needs: "The words of the two, joined, are the words of the one.",
        "The fleet sailed and the fort fell.", "The fleet sailed. The fort fell.")
    public static let neutralMerge = harmless(
        "merge", "two sentences became one",
        needs: "The words of the one are the words of the two, joined.",
        "The fleet sailed. The fort fell.", "The fleet sailed and the fort fell.")
    public static let neutralCopyEdit = harmless(
        "copy-edit", "punctuation, case, function words or the style of a number changed",
        needs: "The words that carry meaning are the same, in the same order.",
        "In 1917, twelve ships lay there.", "In 1917 12 ships lay there.")
    public static let neutralMarkup = harmless(
        "markup", "tags or attributes changed and nobody's identity did",
        needs: "The same text; no attribute that names somebody changed. Text that became an attribute which the vocabulary reads as content "
            + "counts as kept.",
        "<hi>October</hi>", "<emph>October</emph>")
    public static let neutralRekeyed = harmless(
        "rekeyed", "identifiers were renamed throughout",
        needs: "One old value became one new value everywhere, or the two are equal after #, prefix, scheme and case.",
        "<persName ref=\"#p1\">", "<persName ref=\"#trotsky\">")
    public static let neutralBookkeeping = harmless(
        "bookkeeping", "stamps, ids, licence text or encoders' notes changed",
        needs: "The vocabulary says that this place holds no record text.",
        "Encoded 2015-03-02.", "Encoded 2017-06-11.")
}
