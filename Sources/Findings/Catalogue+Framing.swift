/// How persons, bodies and deeds are judged by the words chosen for them.
extension Rule {
    public static let framingLabelPejorative = Rule(
        id: "framing.label-pejorative", severity: .warning, confidence: 0.80,
        says: "the label of somebody or something turned worse",
        needs: "Two labels in the same place of paired sentences, the later one lower by two steps of the word lists.",
        term: "labelling, vilification",
        example: ("The rebels held the town.", "The bandits held the town."))
    public static let framingLabelHonorific = Rule(
        id: "framing.label-honorific", severity: .warning, confidence: 0.80,
        says: "the label of somebody or something turned better",
        needs: "Two labels in the same place of paired sentences, the later one higher by two steps of the word lists.",
        term: "lionising",
        example: ("Stalin, the general secretary, opened the session.", "Stalin, the great leader, opened the session."))
    public static let framingLabelChanged = Rule(
        id: "framing.label-changed", severity: .note, confidence: 0.60,
        says: "a nation, party or creed of somebody gave way to another",
        needs: "Two such words of different groups of the lists in the same place of paired sentences, beside a name that stays; neither judges. A warning at .75 where one stands for the other, or is put in or taken "
            + "out, beside a word that stays, and no form of it stands elsewhere in the sentence: whom somebody is counted to is what a reader learns of them first.",
        term: "relabelling",
        example: ("Martov, the socialist, opened the session.", "Martov, the anarchist, opened the session."))
    public static let framingLoadedAdded = Rule(
        id: "framing.loaded-added", severity: .warning, confidence: 0.70,
        says: "a judging word was put in",
        needs: "A word of the lists with nothing in its place before, in a sentence that stays.",
        term: "framing bias",
        example: ("The speech lasted an hour.", "The brilliant speech lasted an hour."))
    public static let framingLoadedRemoved = Rule(
        id: "framing.loaded-removed", severity: .warning, confidence: 0.70,
        says: "a judging word was taken out",
        needs: "A word of the lists with nothing in its place after, in a sentence that stays.",
        term: "neutralising",
        example: ("The brutal search lasted all night.", "The search lasted all night."))
    public static let framingHonorificStripped = Rule(
        id: "framing.honorific-stripped", severity: .note, confidence: 0.80,
        says: "a word of respect before a name is gone",
        needs: "The same name in paired sentences, with the word before it on one side only.",
        term: "disgrace",
        example: ("Comrade Rykov presided.", "Rykov presided."))
    public static let framingEuphemism = Rule(
        id: "framing.euphemism", severity: .warning, confidence: 0.85,
        says: "a harsh word for a deed gave way to a milder one",
        needs: "Two words of one group of the lists in the same place of paired sentences, the later one milder. .75 where the sentence was rebuilt.",
        term: "sanitising",
        example: ("The peasants were deported in 1930.", "The peasants were resettled in 1930."))
    public static let framingDysphemism = Rule(
        id: "framing.dysphemism", severity: .warning, confidence: 0.60,
        says: "a mild word for a deed gave way to a harsher one",
        needs: "As for framing.euphemism, the other way. .72 where one stands exactly in the place of the other.",
        term: "dramatising",
        example: ("The guards were killed in the yard.", "The guards were murdered in the yard."))
    public static let framingScareQuotes = Rule(
        id: "framing.scare-quotes", severity: .note, confidence: 0.80,
        says: "quotation marks were put round a word that stays",
        needs: "The same one to three words in paired sentences, no name and no title, with marks on the later side only.",
        term: "distancing",
        example: ("He defended the reform of the schools.", "He defended the \"reform\" of the schools."))
    public static let framingOrder = Rule(
        id: "framing.order", severity: .note, confidence: 0.80,
        says: "somebody moved up or down in a list",
        needs: "Three names or more of one enumeration or list, of which one changed its place and the others keep their order. A list that was put into "
            + "alphabetical order or turned round was sorted and is silent.",
        term: "precedence",
        example: ("Lenin, Trotsky and Kamenev spoke.", "Lenin, Kamenev and Trotsky spoke."))
}
