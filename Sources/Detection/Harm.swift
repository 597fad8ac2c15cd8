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
        return Set(senses.filter { $0.scale == .harm && $0.level >= least }.map(\.group))
    }
}
