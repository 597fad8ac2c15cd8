import Language

/// The words of a side for harms that somebody does, by group of the lists: a verb, a run of words ("opened fire"), a noun made from one.
struct Harm {
    let side: Side
    let pack: LanguagePack

    /// Groups of the harms that stand on the side.
    var groups: Set<String> {
        var groups: Set<String> = []
        for line in side.lines {
            for index in line.tokens { groups.formUnion(self.groups(at: index, least: 1)) }
        }
        return groups
    }

    /// Groups of the word at `index`, or of the run of words that begins there, of that harshness at least.
    func groups(at index: Int, least: Int) -> Set<String> {
        guard side.tokens.indices.contains(index), side.tokens[index].kind == .word, let line = side.line(of: index) else { return [] }
        let match = pack.wording.match(side.tokens[index..<min(index + 6, line.tokens.upperBound)])
        let senses = (match?.senses ?? []) + ((match?.length ?? 1) > 1 ? pack.wording.senses(of: side.tokens[index].folded) : [])
        return Set((senses + apart(index, line.tokens)).filter { $0.scale == .harm && $0.level >= least }.map(\.group))
    }

    /// The particle of a verb stands this many words behind it at most: "drove the families from", "cut the hands off".
    private static let particleReach = 6

    /// The verb with a particle behind its object.
    private func apart(_ index: Int, _ line: Range<Int>) -> [Wording.Sense] {
        guard pack.wording.mayOpen(side.tokens[index].folded), side.tokens[index].has([.verb, .speech]) else { return [] }
        for at in index + 2..<max(index + 2, min(index + Self.particleReach + 1, line.upperBound)) where side.tokens[at].has([.preposition, .adverb]) {
            let senses = pack.wording.senses(of: side.tokens[index].folded + "_" + side.tokens[at].folded)
            if !senses.isEmpty { return senses }
        }
        return []
    }
}
