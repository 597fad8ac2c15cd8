/// What a reader of the page does not see.
extension Rule {
    public static let hiddenHomoglyph = Rule(
        id: "hidden.homoglyph", severity: .warning, confidence: 0.95,
        says: "a word is written with letters of another alphabet that look alike",
        needs: "A word that is new and mixes alphabets, or whose letters or figures look like those of a word that went, letter for letter. An error "
            + "when that word was a name or a number and no longer stands in the text. The same on both sides is silent; so is the mending of a mixture.",
        term: "covert edit; also a slip of the keyboard or of text recognition",
        example: ("The strike was led by Kato.", "The strike was led by K\u{430}t\u{43E}. (Cyrillic a, o)"))
    public static let hiddenInvisible = Rule(
        id: "hidden.invisible", severity: .error, confidence: 0.95,
        says: "a character that is not seen was put into a word",
        needs: "A zero width, filler, tag or ignorable character that the earlier version does not have there, in a script that has no use for it. Joiners "
            + "in Persian, Indic and emoji, soft hyphens and variation selectors after signs and ideographs are silent.",
        term: "covert edit; also a trace of careless conversion",
        example: ("The strike was led by Kato.", "The strike was led by Ka[U+200B]to."))
    public static let hiddenBidi = Rule(
        id: "hidden.bidi", severity: .error, confidence: 0.95,
        says: "a character that turns the direction of the text is new",
        needs: "A bidirectional control that the earlier version does not have there. A note where it stands in pairs in a text that is written from the "
            + "right; a warning where it changes nothing that is shown. Marks of direction beside Hebrew and Arabic are silent.",
        term: "covert edit",
        example: ("Order no. 128 was signed.", "Order no. [U+202E]821[U+202C] was signed."))
    public static let hiddenSilentEdit = Rule(
        id: "hidden.silent-edit", severity: .note, confidence: 0.70,
        says: "the text changed and the edition says that it is the same",
        needs: "The same edition statement with the same date in the edition's own imprint on both sides, and changes that the rules name. Never "
            + "between revisions that carry dates of their own.",
        term: "silent edit",
        example: ("Second edition, 1926. The order was signed by Kato.", "Second edition, 1926. The order was signed."))
    public static let hiddenChecksumMismatch = Rule(
        id: "hidden.checksum-mismatch", severity: .warning, confidence: 0.70,
        says: "the text of a version is not the one that its recorded checksum was taken of",
        needs: "A checksum that the record states for the version, and a text that does not give it. Where more than half of a file's checksums do not "
            + "match, the file was converted or cut: one warning says so, and nothing is reported of its versions.",
        term: "broken integrity; also a fault of an export",
        example: ("sha1 of \"The order was signed by Kato.\"", "The order was signed."))
}
