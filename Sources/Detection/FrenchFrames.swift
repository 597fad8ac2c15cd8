import Language

/// Frames of French sentences: the subject stands before the verb, the agent of a passive behind "par".
struct FrenchFrames {
    let side: Side
    let line: Range<Int>
    let reader: PhraseReader
    let pack: LanguagePack

    private func has(_ index: Int, _ classes: WordClass) -> Bool { side.tokens[index].has(classes) }
    private func isName(_ index: Int) -> Bool { side.mention(at: index) != nil }

    func frames() -> [Frame] { line.compactMap { nominal($0) ?? possession($0) ?? verb($0) } }

    /// "sous la direction de Trotski", "à l'initiative du Parti".
    private func nominal(_ index: Int) -> Frame? {
        let token = side.tokens[index]
        guard token.has([.lead, .part]), !token.isCapital, index + 2 < line.upperBound, has(index + 1, .genitive) else { return nil }
        guard (max(line.lowerBound, index - 4)..<index).contains(where: { has($0, .preposition) && !has($0, .genitive) }) else { return nil }
        guard let agent = reader.right(from: index + 2) else { return nil }
        let isLead = token.has(.lead)
        return Frame(kind: isLead ? .lead : .part, stem: isLead ? "lead" : "part", token: index, isPassive: true, agent: agent, patient: nil)
    }

    /// "le plan de Trotski".
    private func possession(_ index: Int) -> Frame? {
        guard pack.group("credited").contains(side.tokens[index].folded), !isName(index), index + 2 < line.upperBound, has(index + 1, .genitive),
            let owner = side.mention(at: index + 2), side.mentions[owner].titlesFrom == index + 2 || side.mentions[owner].tokens.lowerBound == index + 2,
            side.mentions[owner].form.kind != .place, let agent = NounPhrase(side.mentions[owner].tokens, in: side)
        else { return nil }
        return Frame(kind: .possession, stem: side.tokens[index].stem, token: index, isPassive: false, agent: agent, patient: nil)
    }

    private func verb(_ index: Int) -> Frame? {
        let token = side.tokens[index]
        guard token.kind == .word, token.has([.verb, .speech]), !token.has(.auxiliary) || token.has(.speech), !isName(index), !token.isCapital || index == line.lowerBound else { return nil }
        let isSpeech = token.has(.speech) && hasComplement(index)
        // « ... », dit Lénine
        if token.has(.speech), index > line.lowerBound, index + 1 < line.upperBound, isQuoteEnd(index - 1), let speaker = named(index + 1) {
            return Frame(kind: .speech, stem: token.stem, token: index, isPassive: false, agent: NounPhrase(reader.enumeration(around: speaker), in: side), patient: nil)
        }
        if index > line.lowerBound, has(index - 1, [.determiner, .preposition]), !has(index - 1, .auxiliary), !isClitic(index - 1) { return nil }
        // "fut organisée par", "a été tué par", and the participle alone before its "par".
        let passive = token.has(.participle) && isPassive(index)
        let par = token.has(.participle) ? agentMark(after: index) : nil
        if passive || par.map({ $0 - index <= 2 }) == true {
            let agent = par.flatMap { reader.right(from: $0 + 1) }.flatMap { isAgent($0) ? $0 : nil }
            if !passive, agent == nil { return nil }
            return Frame(kind: isSpeech ? .speech : .action, stem: token.stem, token: index, isPassive: true, agent: agent, patient: passive ? subject(of: index) : nil)
        }
        guard let agent = subject(of: index), isAgent(agent) || agent.isPronoun else { return nil }
        return Frame(
            kind: isSpeech ? .speech : .action, stem: token.stem, token: index, isPassive: false, agent: agent, patient: isSpeech ? nil : reader.right(from: index + 1))
    }

    /// Before the verb, over "ne", "se", "lui", "l'" and auxiliaries.
    private func subject(of verb: Int) -> NounPhrase? {
        var at = verb - 1
        while at >= line.lowerBound, !isName(at), has(at, [.adverb, .negation, .auxiliary]) || isClitic(at) { at -= 1 }
        guard at >= line.lowerBound else { return nil }
        if side.tokens[at].folded == "qui" {
            var before = at - 1
            while before >= line.lowerBound, side.tokens[before].folded == "," { before -= 1 }
            guard before >= line.lowerBound else { return nil }
            if let mention = side.mention(at: before) { return NounPhrase(reader.enumeration(around: mention), in: side) }
            return reader.left(of: before + 1)
        }
        return reader.left(of: at + 1)
    }

    private func isClitic(_ index: Int) -> Bool {
        let token = side.tokens[index]
        guard token.has(.pronoun), !isName(index) else { return false }
        // "l'armée" has an article, "l'écrivit" a pronoun: what follows decides.
        if ["l", "le", "la", "les", "leur"].contains(token.folded) { return index + 1 < line.upperBound && has(index + 1, [.verb, .speech, .auxiliary]) }
        return ["me", "te", "se", "s", "lui", "y", "en", "m", "t", "nous", "vous"].contains(token.folded)
    }

    private func isPassive(_ index: Int) -> Bool {
        var at = index - 1
        while at >= line.lowerBound, index - at <= 4 {
            if pack.group("be").contains(side.tokens[at].folded) { return true }
            guard has(at, [.adverb, .negation]) || has(at, .conjunction) && at > line.lowerBound && has(at - 1, .participle) else { return false }
            at -= has(at, .conjunction) ? 2 : 1
        }
        return false
    }

    private func agentMark(after index: Int) -> Int? {
        var at = index + 1
        while at < line.upperBound, at - index <= 10 {
            if side.tokens[at].folded == "par" { return at + 1 < line.upperBound ? at : nil }
            if has(at, .subordinator) || side.tokens[at].kind == .punctuation && side.tokens[at].folded != "," { return nil }
            if at > index + 1, reader.isPredicate(at), !has(at, .participle) { return nil }
            at += 1
        }
        return nil
    }

    private func isAgent(_ phrase: NounPhrase) -> Bool {
        if !phrase.allMentions.isEmpty { return true }
        guard let first = side.tokens[phrase.tokens].first else { return false }
        if first.kind == .number || first.has([.month, .weekday]) { return false }
        return side.tokens[phrase.tokens].contains { $0.kind == .word && !$0.has(.function) }
    }

    private func hasComplement(_ index: Int) -> Bool {
        for at in index + 1..<min(index + 7, line.upperBound) where [":", "\""].contains(side.tokens[at].folded) || pack.group("complementiser").contains(side.tokens[at].folded) { return true }
        return index > line.lowerBound && isQuoteEnd(index - 1)
    }

    private func isQuoteEnd(_ index: Int) -> Bool {
        guard line.contains(index) else { return false }
        if side.tokens[index].folded == "\"" { return true }
        return index > line.lowerBound && side.tokens[index].folded == "," && side.tokens[index - 1].folded == "\""
    }

    private func named(_ index: Int) -> Int? {
        side.mention(at: index) ?? side.mentions(in: index..<min(index + 4, line.upperBound)).first { side.mentions[$0].titlesFrom == index || has(index, .determiner) && side.mentions[$0].titlesFrom == index + 1 }
    }
}
