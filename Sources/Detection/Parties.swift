import Language

/// When two common nouns for people mean two parties: the police and the rioters, forced labourers and volunteers. By the groups of the lists
/// ([party]); a word that no group holds tells nothing, nor do two of one group.
struct Parties {
    let parallel: Parallel
    let pack: LanguagePack

    /// Whether the phrases, the older and the newer, name two parties: heads of groups that have none in common, or one head with two nations or
    /// bodies before it ("Soviet troops", "German troops").
    func areTwo(_ old: NounPhrase, _ new: NounPhrase) -> Bool {
        func content(_ side: Side, _ phrase: NounPhrase) -> Set<String> { Set(side.tokens[phrase.tokens].lazy.filter { $0.kind == .word && !$0.has(.function) }.map(\.stem)) }
        // "the teacher and the pupils" -> "the pupils and their teacher"
        if old.head != new.head, !content(parallel.old, old).isDisjoint(with: content(parallel.new, new)) { return false }
        let before = groups(old, parallel.old), after = groups(new, parallel.new)
        guard !before.isEmpty, !after.isEmpty else { return false }
        if before.isDisjoint(with: after) { return true }
        guard old.head == new.head else { return false }
        let one = sides(old, parallel.old), other = sides(new, parallel.new)
        return !one.isEmpty && !other.isEmpty && one.isDisjoint(with: other)
    }

    /// The groups of the head, or of a run of words that ends with it ("forced labourers").
    func groups(_ phrase: NounPhrase, _ side: Side) -> Set<String> {
        var groups: Set<String> = []
        var index = phrase.tokens.lowerBound
        while index < phrase.tokens.upperBound {
            // Behind the first preposition stands whose they are, not who.
            if index > phrase.tokens.lowerBound, side.tokens[index].has(.preposition), side.mention(at: index) == nil { break }
            guard let match = pack.wording.match(side.tokens[index..<phrase.tokens.upperBound]) else {
                index += 1
                continue
            }
            let last = side.tokens[index + match.length - 1]
            if last.stem == phrase.head { groups.formUnion(match.senses.lazy.filter { $0.scale == .party }.map(\.group)) }
            index += match.length
        }
        return groups
    }

    /// Whose they are: nations, bodies.
    private func sides(_ phrase: NounPhrase, _ side: Side) -> Set<String> {
        Set(side.tokens[phrase.tokens].lazy.filter { $0.kind == .word && $0.isCapital && ($0.has([.demonym, .organisation]) && $0.stem != phrase.head) }.map(\.stem))
    }
}
