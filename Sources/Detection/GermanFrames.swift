import Language

/// Frames of German sentences: the finite verb stands second or last, the participle last; the article tells the case, behind "von" and "durch"
/// stands the agent of a passive.
struct GermanFrames {
    let side: Side
    let line: Range<Int>
    let reader: PhraseReader
    let pack: LanguagePack

    private func word(_ index: Int) -> String { side.tokens[index].folded }
    private func has(_ index: Int, _ classes: WordClass) -> Bool { side.tokens[index].has(classes) }
    private func isName(_ index: Int) -> Bool { side.mention(at: index) != nil }

    func frames() -> [Frame] {
        var frames: [Frame] = []
        for index in line {
            if let frame = nominal(index) ?? possession(index) ?? verb(index) { frames.append(frame) }
        }
        return frames
    }

    // MARK: credit

    /// "unter Leitung von Trotzki", "auf Befehl des Generals", "unter Trotzkis Führung".
    private func nominal(_ index: Int) -> Frame? {
        let token = side.tokens[index]
        guard token.has([.lead, .part]), token.isCapital, !isName(index) else { return nil }
        guard (max(line.lowerBound, index - 4)..<index).contains(where: { ["unter", "auf", "mit", "durch", "an", "bei"].contains(word($0)) }) else { return nil }
        let isLead = token.has(.lead)
        var agent: NounPhrase?
        if index > line.lowerBound, let owner = side.mention(at: index - 1) {
            agent = NounPhrase(side.mentions[owner].tokens, in: side)
        } else if index + 1 < line.upperBound {
            if ["von", "vom"].contains(word(index + 1)), index + 2 < line.upperBound {
                agent = phrase(from: index + 2)
            } else if ["des", "der"].contains(word(index + 1)) || isName(index + 1) {
                agent = phrase(from: index + 1)
            }
        }
        guard let agent else { return nil }
        return Frame(kind: isLead ? .lead : .part, stem: isLead ? "lead" : "part", token: index, isPassive: true, agent: agent, patient: nil)
    }

    /// "Trotzkis Plan", "der Plan von Trotzki".
    private func possession(_ index: Int) -> Frame? {
        guard pack.group("credited").contains(word(index)), !isName(index) else { return nil }
        var owner: Int?
        if index > line.lowerBound, let before = side.mention(at: index - 1), side.tokens[index - 1].folded.hasSuffix("s") { owner = before }
        if index + 2 < line.upperBound, word(index + 1) == "von", let behind = side.mention(at: index + 2) { owner = behind }
        guard let owner, side.mentions[owner].form.kind != .place, let agent = NounPhrase(side.mentions[owner].tokens, in: side) else { return nil }
        return Frame(kind: .possession, stem: side.tokens[index].stem, token: index, isPassive: false, agent: agent, patient: nil)
    }

    // MARK: verbs

    private func verb(_ index: Int) -> Frame? {
        let token = side.tokens[index]
        guard token.kind == .word, token.has([.verb, .speech]), !token.has(.auxiliary), !isName(index), !token.isCapital else { return nil }
        let clause = clause(around: index)
        let finite = clause.first { $0 < index && has($0, .auxiliary) } ?? clause.first { has($0, .auxiliary) }
        let isSpeech = token.has(.speech) && hasComplement(index)
        let kind: Frame.Kind = isSpeech ? .speech : .action
        if token.has(.participle), finite.map({ ["wurde", "wurden", "wird", "werden", "worden"].contains(word($0)) }) == true || clause.contains(where: { word($0) == "worden" }) {
            let agent = agent(of: index, clause)
            return Frame(kind: kind, stem: token.stem, token: index, isPassive: true, agent: agent, patient: subject(finite ?? index, clause))
        }
        // "das von Trotzki geleitete Komitee"
        if token.has(.participle), finite == nil || index + 1 < line.upperBound && side.tokens[index + 1].isCapital, let agent = agent(of: index, line.lowerBound..<index + 1),
            agent.tokens.upperBound <= index, index - agent.tokens.upperBound <= 2 {
            return Frame(kind: .action, stem: token.stem, token: index, isPassive: true, agent: agent, patient: nil)
        }
        // "hat den Aufstand organisiert": the auxiliary is the second word; otherwise the verb itself is.
        let second = token.has(.participle) && finite != nil ? finite ?? index : index
        if index > line.lowerBound, has(index - 1, [.determiner, .preposition]), word(index - 1) != "zu" { return nil }
        guard let agent = subject(second, clause) else { return nil }
        // Inversion after a quotation.
        let isInverted = index > line.lowerBound && isQuoteEnd(index - 1)
        return Frame(
            kind: isInverted && token.has(.speech) ? .speech : kind, stem: stem(index, clause), token: index, isPassive: false, agent: agent,
            patient: kind == .speech || isInverted ? nil : object(second, clause, agent))
    }

    /// "zündete das Haus an" is a form of anzünden.
    private func stem(_ index: Int, _ clause: Range<Int>) -> String {
        let token = side.tokens[index]
        guard let last = clause.last(where: { side.tokens[$0].kind == .word }), last > index, Self.particles.contains(word(last)) else { return token.stem }
        let whole = word(last) + token.folded
        return pack.classes(of: whole).contains(.verb) ? pack.stem(whole) : token.stem
    }

    private static let particles: Set<String> = ["an", "auf", "ab", "aus", "ein", "vor", "nieder", "zuruck", "durch", "fest", "mit", "frei", "um", "teil", "heraus", "hinzu"]

    /// Behind "von" or "durch" between the auxiliary and the participle, or right after the participle.
    private func agent(of index: Int, _ clause: Range<Int>) -> NounPhrase? {
        for at in clause where ["von", "vom", "durch"].contains(word(at)) && at + 1 < line.upperBound && at != index {
            guard at < index || at - index <= 2, let phrase = phrase(from: at + 1) else { continue }
            // "das Massaker von Oradour": behind a noun and before the verb it is no agent.
            if at > line.lowerBound, side.tokens[at - 1].isCapital, !isName(at - 1), !(clause.lowerBound..<at).contains(where: { has($0, .auxiliary) }), at < index,
                !has(index, .participle) { continue }
            if let first = phrase.mentions.first { if side.mentions[first].form.kind == .place { continue } }
            else if side.tokens[phrase.tokens].contains(where: { $0.has([.month, .weekday]) || $0.kind == .number }) { continue }
            else if !side.tokens[phrase.tokens].contains(where: { $0.isCapital && $0.kind == .word }) { continue }
            return phrase
        }
        return nil
    }

    // MARK: subjects

    private enum Place { case nominative, open, oblique }

    /// What the first word of a phrase says about its case.
    private func place(_ index: Int) -> Place {
        if let mention = side.mention(at: index) ?? titled(index) { return side.mentions[mention].form.kind == .place ? .oblique : .open }
        switch word(index) {
        case "den", "dem", "des", "einen", "einem", "eines", "einer", "keinen", "diesen", "diesem", "seinen", "ihren", "ihrem", "seinem": return .oblique
        case "der", "ein": return .nominative
        default: return has(index, .preposition) ? .oblique : .open
        }
    }

    /// Before the second place, else behind it; in a subordinate clause behind the subordinator.
    private func subject(_ second: Int, _ clause: Range<Int>) -> NounPhrase? {
        var first = clause.lowerBound
        while first < second, side.tokens[first].kind == .punctuation || has(first, .conjunction) && !isName(first) { first += 1 }
        // ", der die Armee führte": the antecedent.
        if first > line.lowerBound, ["der", "die", "das", "welcher", "welche"].contains(word(first)), word(first - 1) == ",", first + 1 < line.upperBound, second > first + 1,
            clause.last(where: { side.tokens[$0].kind == .word }) == second {
            var before = first - 2
            while before > line.lowerBound, side.tokens[before].kind == .punctuation { before -= 1 }
            if let mention = side.mention(at: before) { return NounPhrase(reader.enumeration(around: mention), in: side) }
        }
        if first < second, has(first, .subordinator), !isName(first) { first += 1 }
        let behind = second + 1 < line.upperBound ? second + 1 : nil
        if first < second {
            switch place(first) {
            case .nominative, .open:
                if let phrase = phrase(from: first), phrase.tokens.upperBound <= second {
                    if phrase.isPronoun { return phrase }
                    // "Die Rote Armee gründete Trotzki": a bare name behind the verb acts rather than a thing before it.
                    if phrase.allMentions.isEmpty, ["die", "das"].contains(word(first)), let behind, let name = side.mention(at: behind), side.mentions[name].form.kind != .place,
                        !side.tokens[phrase.tokens].contains(where: { $0.has([.collective, .office, .organisation, .demonym]) }) {
                        return NounPhrase(reader.enumeration(around: name), in: side)
                    }
                    if phrase.allMentions.isEmpty, let behind, isParty(has(behind, .determiner) ? min(behind + 1, line.upperBound - 1) : behind), !side.tokens[phrase.tokens].indices.contains(where: isParty) {
                        return self.phrase(from: behind)
                    }
                    return phrase
                }
            case .oblique: break
            }
        }
        // Inversion: "Am 1. August unterzeichnete der Kaiser".
        if let behind, place(behind) != .oblique, first <= second, !has(behind, [.adverb, .subordinator]), side.tokens[behind].kind == .word { return phrase(from: behind) }
        return nil
    }

    /// A word for people: it acts rather than a thing.
    private func isParty(_ index: Int) -> Bool {
        has(index, [.collective, .office, .organisation, .demonym]) || pack.wording.senses(of: word(index)).contains { $0.scale == .party }
    }

    /// Right behind the finite verb, where the subject stands before it: "Soldaten erschossen die Geiseln".
    private func object(_ second: Int, _ clause: Range<Int>, _ agent: NounPhrase) -> NounPhrase? {
        guard agent.tokens.upperBound <= second, second + 1 < clause.upperBound, !has(second + 1, [.preposition, .adverb, .negation]), side.tokens[second + 1].kind != .punctuation else { return nil }
        return phrase(from: second + 1)
    }

    private func titled(_ index: Int) -> Int? {
        guard has(index, [.title, .honorific]) else { return nil }
        return side.mentions(in: index..<min(index + 4, line.upperBound)).first { side.mentions[$0].titlesFrom == index }
    }

    /// A name or names, or article, adjectives and noun.
    private func phrase(from start: Int) -> NounPhrase? {
        guard start < line.upperBound else { return nil }
        if let mention = side.mention(at: start) ?? titled(start) { return NounPhrase(reader.enumeration(around: mention), in: side) }
        if has(start, .pronoun), !has(start, .determiner) { return NounPhrase(start..<start + 1, in: side) }
        var at = start
        while at < line.upperBound, at - start < 8 {
            if side.tokens[at].kind == .punctuation || has(at, [.subordinator, .auxiliary]) && at > start && !has(at, .determiner) { break }
            if let mention = side.mention(at: at) { return NounPhrase(start..<reader.enumeration(around: mention).upperBound, in: side) }
            // A determiner that is not the first word begins another phrase.
            if at > start, has(at, [.preposition]) || has(at, .determiner) && side.tokens[at - 1].isCapital { break }
            if at > start, !side.tokens[at].isCapital, has(at, [.verb, .speech]), !has(at, .participle) || at + 1 >= line.upperBound || !side.tokens[at + 1].isCapital { break }
            if at > start, has(at, [.adverb, .negation]), side.tokens[at - 1].isCapital { break }
            at += 1
        }
        guard at > start, side.tokens[start..<at].contains(where: { $0.isCapital || $0.has(.pronoun) }) else { return nil }
        return NounPhrase(start..<at, in: side)
    }

    // MARK: clauses

    private func clause(around index: Int) -> Range<Int> {
        func isBorder(_ at: Int) -> Bool {
            if [";", ":", "\"", "(", ")", "."].contains(word(at)) { return true }
            guard word(at) == ",", let before = at > line.lowerBound ? side.mention(at: at - 1) : nil, before + 1 < side.mentions.count else { return word(at) == "," }
            return !reader.joined(before, before + 1)
        }
        var first = index, last = index + 1
        while first > line.lowerBound, !isBorder(first - 1) { first -= 1 }
        while last < line.upperBound, !isBorder(last) { last += 1 }
        // Over an apposition: "Luxemburg, eine Revolutionärin, sprach".
        if first == index, first - 1 > line.lowerBound, word(first - 1) == ",", let open = (line.lowerBound..<first - 1).last(where: { word($0) == "," }) {
            var start = open
            while start > line.lowerBound, !isBorder(start - 1) { start -= 1 }
            return start..<last
        }
        return first..<last
    }

    private func hasComplement(_ index: Int) -> Bool {
        for at in index + 1..<min(index + 7, line.upperBound) where [":", "\"", ","].contains(word(at)) || pack.group("complementiser").contains(word(at)) { return true }
        return index > line.lowerBound && isQuoteEnd(index - 1)
    }

    private func isQuoteEnd(_ index: Int) -> Bool {
        guard line.contains(index) else { return false }
        if word(index) == "\"" { return true }
        return index > line.lowerBound && word(index) == "," && word(index - 1) == "\""
    }
}
