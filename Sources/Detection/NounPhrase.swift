import Language

/// A noun phrase that fills a slot: who did it, who it was done to, who says so.
struct NounPhrase: Hashable {
    /// Tokens of the side, without conjunctions and marks at the ends.
    var tokens: Range<Int>
    /// Mentions of the side that fill the slot: those before the first preposition of the phrase ("Trotsky, chairman of the Soviet": not the Soviet).
    var mentions: [Int]
    /// All mentions inside.
    var allMentions: [Int]
    /// Stem of the head noun.
    var head: String
    var isPronoun: Bool
    /// "one of", "some", "a certain", "unknown persons".
    var isIndefinite: Bool
    /// Nothing but a collective ("the workers", "members of the Soviet") or an office ("the chairman").
    var isCollectiveOrOffice: Bool
    /// Begins with "the", "this" or a possessive: it may point back to somebody named before.
    var isDefinite: Bool

    init?(_ range: Range<Int>, in side: Side) {
        var first = range.lowerBound, last = range.upperBound
        let tokens = side.tokens
        while first < last, tokens[first].kind == .punctuation || tokens[first].has(.conjunction) { first += 1 }
        while last > first, tokens[last - 1].kind == .punctuation || tokens[last - 1].has([.conjunction, .auxiliary]) || Self.isBareAdverb(tokens[last - 1]) { last -= 1 }
        guard first < last else { return nil }
        self.tokens = first..<last
        var headEnd = last
        for index in first..<last where index > first && tokens[index].has(.preposition) && side.mention(at: index) == nil {
            headEnd = index
            break
        }
        let inside = side.mentions(in: first..<last).filter { side.mentions[$0].tokens.lowerBound >= first && side.mentions[$0].tokens.upperBound <= last }
        allMentions = inside
        mentions = inside.filter { side.mentions[$0].tokens.lowerBound < headEnd }
        let content = (first..<headEnd).filter { tokens[$0].kind == .word && !tokens[$0].has(.determiner) }
        let headToken = content.last ?? first
        head = tokens[headToken].stem
        isIndefinite = mentions.isEmpty && (first..<headEnd).contains { tokens[$0].has(.indefinite) }
        isPronoun = content.count <= 1 && tokens[headToken].has(.pronoun) && !isIndefinite
        isCollectiveOrOffice = mentions.isEmpty && content.contains { tokens[$0].has([.collective, .office, .title]) }
        isDefinite = tokens[first].has(.definite)
    }

    private static func isBareAdverb(_ token: SentenceToken) -> Bool { token.has(.adverb) && !token.isCapital }
}

/// Reads the noun phrases beside a predicate, by the shape of the words alone.
struct PhraseReader {
    let side: Side
    let line: Range<Int>

    private func has(_ index: Int, _ classes: WordClass) -> Bool { side.tokens[index].has(classes) }
    private func isMark(_ index: Int) -> Bool { side.tokens[index].kind == .punctuation && side.tokens[index].folded != "'s" }
    private func isInName(_ index: Int) -> Bool { side.mention(at: index) != nil }

    /// A token that may carry a predicate: a verb by lexicon or by the shape of its ending, not part of a name, not after a determiner.
    func isPredicate(_ index: Int) -> Bool {
        let token = side.tokens[index]
        guard token.kind == .word, token.has([.verb, .speech]) || token.looks(.endsInEd), !token.has(.auxiliary), !token.looks(.hyphened), !token.isCapital || index == line.lowerBound, !isInName(index) else { return false }
        if index > line.lowerBound {
            let before = side.tokens[index - 1]
            if before.has(.determiner) || before.folded == "'s" { return false }
            // "the heavily armed guard": an adjective between determiner and noun.
            if before.has(.preposition), before.folded != "to", before.folded != "by" { return false }
        }
        return true
    }

    /// The subject that ends before `verb`; nil where there is none in the clause.
    func left(of verb: Int) -> NounPhrase? {
        var at = verb - 1
        while at >= line.lowerBound, !isInName(at), has(at, [.adverb, .negation, .auxiliary]) || side.tokens[at].folded == "to" { at -= 1 }
        guard at >= line.lowerBound else { return nil }
        // ", who led": the antecedent.
        if has(at, .relative) {
            at -= 1
            while at >= line.lowerBound, isMark(at) { at -= 1 }
            guard at >= line.lowerBound else { return nil }
            if let mention = side.mention(at: at) { return phrase(endingWith: mention) }
            return backwards(from: at)
        }
        // ", the chairman of the Soviet, led": over an apposition to its noun; over a participle clause as well.
        if side.tokens[at].folded == "," || side.tokens[at].folded == ")" || side.tokens[at].folded == "-" {
            let opener = side.tokens[at].folded == ")" ? "(" : side.tokens[at].folded
            var open = at - 1
            while open > line.lowerBound, side.tokens[open].folded != opener { open -= 1 }
            // Clauses set off one after the other ("the Soviet, whose chairman was Trotsky, later an enemy, set up"): back over each.
            while open > line.lowerBound, opener == ",", let earlier = commaBefore(open), isClause(earlier + 1..<open) { open = earlier }
            if open > line.lowerBound, !isEnumeration(open) { return backwards(from: open - 1) }
            at -= 1
        }
        // "and led": the subject of the verb before.
        if at >= line.lowerBound, has(at, .conjunction), !isInName(at) {
            var earlier = at - 1
            while earlier >= line.lowerBound {
                if isPredicate(earlier) { return left(of: earlier) }
                earlier -= 1
            }
            return nil
        }
        return backwards(from: at)
    }

    private func commaBefore(_ index: Int) -> Int? { (line.lowerBound + 1..<max(line.lowerBound + 1, index)).last { side.tokens[$0].folded == "," } }

    /// A clause of its own: it begins with a relative and holds a verb.
    private func isClause(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        return has(first, [.relative, .subordinator]) && range.contains { has($0, [.auxiliary, .verb, .speech]) }
    }

    /// Whether the comma at `index` separates names of an enumeration.
    private func isEnumeration(_ index: Int) -> Bool {
        guard index > line.lowerBound, index + 1 < line.upperBound else { return false }
        return isInName(index - 1) && (isInName(index + 1) || has(index + 1, [.title, .honorific, .conjunction]))
    }

    private func phrase(endingWith mention: Int) -> NounPhrase? {
        let range = enumeration(around: mention)
        return NounPhrase(range, in: side)
    }

    /// The names joined with a mention by commas and "and", titles included.
    func enumeration(around mention: Int) -> Range<Int> {
        var first = mention, last = mention
        while first > 0, joined(first - 1, first) { first -= 1 }
        while last + 1 < side.mentions.count, joined(last, last + 1) { last += 1 }
        return side.mentions[first].titlesFrom..<side.mentions[last].tokens.upperBound
    }

    /// Whether two neighbouring mentions stand in one enumeration: only commas and conjunctions between them, an article only after a conjunction
    /// ("Lenin and the Soviet", but not "according to Reed, the Smolny").
    func joined(_ left: Int, _ right: Int) -> Bool {
        let from = side.mentions[left].tokens.upperBound, to = side.mentions[right].titlesFrom
        guard from < to, to - from <= 3, line.contains(from) else { return false }
        let between = side.tokens[from..<to]
        // "По словам Крупской, Ленин": names of one list stand in one case.
        if RussianCases.areApart(side.tokens[from - 1].folded, side.tokens[side.mentions[right].tokens.upperBound - 1].folded) { return false }
        let hasConjunction = between.contains { $0.has(.conjunction) }
        return between.contains { $0.folded == "," || $0.has(.conjunction) || $0.folded == ";" }
            && between.allSatisfy { $0.folded == "," || $0.folded == ";" || $0.has(.conjunction) || $0.folded == "also" || (hasConjunction && $0.has(.determiner)) }
    }

    /// The phrase that ends with `end`: back to a mark, a subordinator, a verb or the start; enumerations are taken whole.
    private func backwards(from end: Int) -> NounPhrase? {
        var at = end
        while at >= line.lowerBound {
            if let mention = side.mention(at: at) {
                at = enumeration(around: mention).lowerBound - 1
                continue
            }
            if isMark(at) || has(at, .subordinator) { break }
            if at < end, isPredicate(at) { break }
            if has(at, .conjunction), (line.lowerBound..<at).contains(where: { isPredicate($0) }) { break }
            at -= 1
        }
        var first = at + 1
        guard first <= end else { return nil }
        // A prepositional phrase in front ("In October Trotsky led"): the subject is the last name or determined noun after it.
        if has(first, .preposition), !isInName(first) {
            let names = side.mentions(in: first..<end + 1).filter { side.mentions[$0].tokens.lowerBound > first && side.mentions[$0].tokens.upperBound <= end + 1 }
            if let last = names.last {
                let range = enumeration(around: last)
                let before = range.lowerBound - 1
                if before >= line.lowerBound, !has(before, .preposition) { return NounPhrase(range.lowerBound..<end + 1, in: side) }
            }
            var determiner = end
            while determiner > first, !(has(determiner, .determiner) && !has(determiner - 1, .preposition)) { determiner -= 1 }
            guard determiner > first else { return nil }
            first = determiner
        }
        return NounPhrase(first..<end + 1, in: side)
    }

    /// "on the word of a single witness": behind the article of one thing and a word for what kind of thing it is, the plain form of a verb is a noun.
    private func isNounLike(_ at: Int, in start: Int) -> Bool {
        guard at - start == 2, has(start, .singular), !side.tokens[start + 1].has([.verb, .speech, .function]) else { return false }
        let word = side.tokens[at]
        return word.folded.hasPrefix(word.stem) && !["ed", "ing"].contains { word.folded.hasSuffix($0) }
    }

    /// The phrase that begins at `start`, up to `most` tokens.
    func right(from start: Int, most: Int = 14) -> NounPhrase? {
        guard start < line.upperBound else { return nil }
        var at = start
        while at < line.upperBound, at - start < most {
            if let mention = side.mention(at: at) {
                at = max(at + 1, enumeration(around: mention).upperBound)
                // "Petrov and the militia"
                if at + 1 < line.upperBound, has(at, .conjunction), has(at + 1, .determiner) {
                    at += 2
                    continue
                }
                // "Trotsky, chairman of the Soviet" ends with the name; the apposition is no part of the slot.
                break
            }
            if isMark(at) || has(at, .subordinator) { break }
            if at > start, has(at, .preposition), side.tokens[at].folded != "of", !has(at, .genitive) { break }
            if at > start, isPredicate(at), !isNounLike(at, in: start) { break }
            at += 1
        }
        return at > start ? NounPhrase(start..<at, in: side) : nil
    }
}
