/// Who and what is no longer there.
extension Rule {
    public static let erasureEntity = Rule(
        id: "erasure.entity", severity: .error, confidence: 0.90,
        says: "a person or organisation named before has no mention left",
        needs: "No mention of the same identity under any known name in the later passage, record or edition. A warning for a place, and for a "
            + "name known from capital letters alone.",
        term: "damnatio memoriae, airbrushing",
        example: ("Trotsky and Sverdlov spoke to the garrison.", "Sverdlov spoke to the garrison."))
    public static let erasureMention = Rule(
        id: "erasure.mention", severity: .note, confidence: 0.70,
        says: "a name was dropped here and is still named elsewhere in the record",
        needs: "The passage has a partner in the later version, the name has none in it, and another passage of the record still has the name.",
        term: "omission",
        example: ("Kamenev opened the session at noon.", "The session opened at noon."))
    public static let erasureAnonymised = Rule(
        id: "erasure.anonymised", severity: .error, confidence: 0.85,
        says: "a name became a general word: \"one of\", \"some\", \"a certain\", a collective or an office",
        needs: "The general word stands in the same place of the same sentence as the name did.",
        term: "depersonalisation",
        example: ("Zinoviev voted against the rising.", "One of the members voted against the rising."))
    public static let erasureListOmission = Rule(
        id: "erasure.list-omission", severity: .error, confidence: 0.90,
        says: "a name was dropped from an enumeration, list, cast or caption whose other names stay",
        needs: "Two or more other names of the list stand in the later one in the same order or another.",
        term: "airbrushing",
        example: ("On the steps: Lenin, Trotsky, Kamenev.", "On the steps: Lenin, Kamenev."))
    public static let erasureDiminished = Rule(
        id: "erasure.diminished", severity: .warning, confidence: 0.60,
        says: "a person or body is still named, but far less: mentions or acting roles fell by two thirds of at least four",
        needs: "At least four mentions or acting roles before, at most a third of them after, and no more than a third of what the record as a whole "
            + "kept. Pronouns and descriptions that go on for the name do not count as lost. Surer where mark-up or an authority file states who it is.",
        term: "downplaying",
        example: ("Four sentences on what Antonov did, and his name in a list.", "Antonov's name in a list."))
    public static let erasurePassage = Rule(
        id: "erasure.passage", severity: .warning, confidence: 0.85,
        says: "a block or sentence has no partner in the later version",
        needs: "No passage of the later version is similar enough. The entities and claims it held are listed. An error when it held the last "
            + "mention of a marked-up or registered entity.",
        term: "excision",
        example: ("The fleet sailed. Raskolnikov commanded it.", "The fleet sailed."))
    public static let erasureRecord = Rule(
        id: "erasure.record", severity: .error, confidence: 0.95,
        says: "a whole record is missing from the later edition",
        needs: "The later edition covers the record, and holds none with its id.",
        term: "suppression",
        example: ("Minutes of 1 November; minutes of 2 November.", "Minutes of 2 November."))
    public static let erasureEvent = Rule(
        id: "erasure.event", severity: .warning, confidence: 0.80,
        says: "a registered event is no longer mentioned",
        needs: "An entry of kind event (TEI listEvent, an authority file, a mapping), named or pointed to before under one of its names, and under none "
            + "after, in any order or case of its words.",
        term: "silencing",
        example: ("The famine of 1932 emptied the villages.", "The villages were empty."))
    public static let erasureWithheld = Rule(
        id: "erasure.withheld", severity: .error, confidence: 0.95,
        says: "the source itself withholds: a gap that is new, or words that left the text and now stand in a comment, a processing instruction or an attribute",
        needs: "A gap that the earlier version does not have. Its stated reason decides: a reason of the paper (illegible, damage) is neutral. "
            + "Or words that are gone, and stand out of sight in the same file more often than before.",
        term: "redaction",
        example: ("The letter named three men.", "The letter named [gap: withheld]."))
    public static let erasureImage = Rule(
        id: "erasure.image", severity: .error, confidence: 0.85,
        says: "a picture was removed or replaced while its caption stays, or the caption lost a name while the picture stays",
        needs: "A figure whose other half (the picture's address or the caption) is the same in both versions.",
        term: "airbrushing",
        example: ("rostrum.jpg: Lenin speaking, Trotsky on the steps.", "rostrum.jpg: Lenin speaking."))
}

/// Who and what is there for the first time.
extension Rule {
    public static let interpolationEntity = Rule(
        id: "interpolation.entity", severity: .note, confidence: 0.80,
        says: "a person or organisation is named for the first time",
        needs: "No mention of the same identity under any known name in the earlier version.",
        term: "insertion",
        example: ("Sverdlov spoke to the garrison.", "Sverdlov and Stalin spoke to the garrison."))
    public static let interpolationPassage = Rule(
        id: "interpolation.passage", severity: .note, confidence: 0.80,
        says: "a block or sentence has no partner in the earlier version",
        needs: "No passage of the earlier version is similar enough.",
        term: "insertion",
        example: ("The fleet sailed.", "The fleet sailed. The Party had prepared it."))
    public static let interpolationRecord = Rule(
        id: "interpolation.record", severity: .note, confidence: 0.95,
        says: "the later edition has a record that the earlier one lacks",
        needs: "The earlier edition covers the record, and holds none with its id.",
        term: "insertion",
        example: ("Minutes of 2 November.", "Minutes of 2 November; minutes of 3 November."))
}
