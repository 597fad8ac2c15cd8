import Language

/// The caps of detection inside one group of sentences, as the report words them. The finding itself is never cut; what is said here was not looked
/// for, so that a reader knows where silence proves nothing (docs/limits.md).
enum ReachedLimits {
    static let neighbours =
        "sentences: a passage has more than \(SentencePairing.wholeComparison) of them; the changed ones were compared with those near their place only"
    static let edits = "wording: more than \(WordFinding.mostEdits) changes in one sentence; its labels, hedges, offices and clauses were not compared"
    static let frames = "who did what: not read in sentences of more than \(FrameFinder.longestSentence) words and marks; names, numbers and dates were compared there"
    static let names =
        "names: more than \(Kin.mostComparisons) pairs in one sentence; acronyms and names divided otherwise were matched in the whole other version only"

    /// What was not looked for in these sentences.
    static func of(_ parallel: Parallel, _ pack: LanguagePack) -> [String] {
        var reached: [String] = []
        if parallel.edits.count > WordFinding.mostEdits { reached.append(edits) }
        let hasFrames = pack.code != LanguagePack.none.code
        if hasFrames, (parallel.old.lines + parallel.new.lines).contains(where: { $0.tokens.count > FrameFinder.longestSentence }) { reached.append(frames) }
        if parallel.hasNamesByIndex { reached.append(names) }
        return reached
    }
}
