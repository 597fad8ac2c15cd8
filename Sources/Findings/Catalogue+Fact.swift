/// When, how many, where, who by name.
extension Rule {
    public static let factRole = Rule(
        id: "fact.role", severity: .warning, confidence: 0.85,
        says: "the office, rank, title or occupation of a person changed",
        needs: "Two words of office in the same place of paired sentences, beside a name that stays. Two words for one calling are one.",
        term: "revision",
        example: ("President Bhutto opened the meeting.", "Prime Minister Bhutto opened the meeting."))
    public static let factDate = Rule(
        id: "fact.date", severity: .warning, confidence: 0.90,
        says: "a date changed in value",
        needs: "Two dates in the same place of paired sentences that are not the same day, month or year, also not in another calendar or style.",
        term: "revision",
        example: ("He left the Politburo in October 1926.", "He left the Politburo in October 1927."))
    public static let factDateRemoved = Rule(
        id: "fact.date-removed", severity: .warning, confidence: 0.80,
        says: "a date became vague or went while its sentence stays",
        needs: "A date in the earlier sentence, and no date or a vaguer one in its partner.",
        term: "revision",
        example: ("He was expelled on 14 November 1927.", "He was later expelled."))
    public static let factNumber = Rule(
        id: "fact.number", severity: .warning, confidence: 0.90,
        says: "a number changed in value",
        needs: "Two numbers in the same place of paired sentences with different values, however they are written.",
        term: "revision",
        example: ("The strike lasted 23 days.", "The strike lasted 3 days."))
    public static let factNumberRemoved = Rule(
        id: "fact.number-removed", severity: .warning, confidence: 0.80,
        says: "a number became vague or went while its sentence stays",
        needs: "A number in the earlier sentence, and none or a vague word in its partner.",
        term: "revision",
        example: ("They buried 214 of the dead.", "They buried some of the dead."))
    public static let factPlace = Rule(
        id: "fact.place", severity: .warning, confidence: 0.80,
        says: "a place changed",
        needs: "Two places in the same place of paired sentences that no alias makes one.",
        term: "revision",
        example: ("The congress met in Tiflis.", "The congress met in Baku."))
    public static let factName = Rule(
        id: "fact.name", severity: .note, confidence: 0.80,
        says: "the same person's name has other letters, and no system explains it",
        needs: "The same place of paired sentences or the same stated identity. What initials, romanisation, diacritics, case, old orthography "
            + "or an alias explain is neutral.variant.",
        term: "correction",
        example: ("Sukanov kept a diary.", "Sukhanov kept a diary."))
}

/// What no rule names.
extension Rule {
    public static let changeOther = Rule(
        id: "change.other", severity: .note, confidence: 0,
        says: "a change that no rule names and no test proves neutral",
        needs: "None. It is counted in the verdict line and hidden in the terminal.",
        term: "-",
        example: ("The crowd waited in the rain.", "The crowd waited for hours."))
}
