import Language

/// Who does what: a predicate and what fills its slots, read off the shape of one sentence.
///
/// A frame is a claim about the words, not about the world; it is only used to compare what fills the same slot before and after.
struct Frame: Hashable {
    enum Kind: Hashable {
        /// "organised", "was led by".
        case action
        /// "said that", with a complement.
        case speech
        /// "under the direction of", "headed by", "at the initiative of".
        case lead
        /// "with the help of".
        case part
        /// "Trotsky's plan".
        case possession
        /// "received the order from Trotsky": who gave it.
        case origin
    }
    var kind: Kind
    /// Stem of the predicate; for a credit nominal its class.
    var stem: String
    /// Token of the predicate.
    var token: Int
    var isPassive: Bool
    var agent: NounPhrase?
    var patient: NounPhrase?
}

/// Reads the frames of a side, sentence by sentence.
struct FrameFinder {
    private(set) var side: Side
    let pack: LanguagePack

    init(side: Side, pack: LanguagePack) {
        self.side = side
        self.pack = pack
    }

    /// A sentence of more tokens is a list or a table without stops; its words are still compared, but nobody's part in it is read off.
    static let longestSentence = 1_000

    func frames() -> [Frame] {
        // Frames rest on word order and word classes; without a pack there are none.
        guard !pack.code.isEmpty, pack.code != LanguagePack.none.code else { return [] }
        return side.lines.flatMap { line in
            line.tokens.count > Self.longestSentence ? [] : frames(in: line.tokens) + OriginFrames(side: side, line: line.tokens, pack: pack).frames()
        }
    }

    /// The frames of the sentences that hold one of these mentions: a frame does not reach beyond its sentence.
    func frames(holding mentions: Set<Int>) -> [Frame] {
        guard !mentions.isEmpty else { return [] }
        let lines = side.lines.filter { line in side.mentions(in: line.tokens).contains(where: mentions.contains) }
        var part = self
        part.side.lines = lines
        return part.frames()
    }

    private func frames(in line: Range<Int>) -> [Frame] {
        let reader = PhraseReader(side: side, line: line)
        if pack.hasFreeOrder { return RussianFrames(side: side, line: line, reader: reader, pack: pack).frames() }
        if pack.capitalisesNouns { return GermanFrames(side: side, line: line, reader: reader, pack: pack).frames() }
        if pack.hasElisions { return FrenchFrames(side: side, line: line, reader: reader, pack: pack).frames() }
        var frames: [Frame] = []
        for index in line {
            // Asked one by one: a frame is large, and most words begin none.
            if side.tokens[index].has([.lead, .part]), let frame = nominal(index, line, reader) {
                frames.append(frame)
                continue
            }
            if side.tokens[index].kind == .punctuation, let frame = possession(index, line) {
                frames.append(frame)
                continue
            }
            guard reader.isPredicate(index) else { continue }
            frames.append(contentsOf: verb(index, line, reader))
        }
        return frames
    }

    /// "under the direction of X", "at the head of X": the agent stands after "of".
    private func nominal(_ index: Int, _ line: Range<Int>, _ reader: PhraseReader) -> Frame? {
        let token = side.tokens[index]
        guard token.kind == .word, token.has([.lead, .part]), !token.isCapital, index + 2 < line.upperBound, side.tokens[index + 1].folded == "of" else { return nil }
        // A preposition must stand shortly before: "under the direct leadership of", not "the leadership of the party was weak".
        let before = max(line.lowerBound, index - 4)..<index
        guard before.contains(where: { side.tokens[$0].has(.preposition) && side.tokens[$0].folded != "of" }) else { return nil }
        guard let agent = reader.right(from: index + 2) else { return nil }
        let isLead = token.has(.lead)
        return Frame(kind: isLead ? .lead : .part, stem: isLead ? "lead" : "part", token: index, isPassive: true, agent: agent, patient: nil)
    }

    /// "Trotsky's plan", "the plan of Trotsky" is left to the reader.
    private func possession(_ index: Int, _ line: Range<Int>) -> Frame? {
        guard side.tokens[index].folded == "'s", index > line.lowerBound, let owner = side.mention(at: index - 1) else { return nil }
        var noun = index + 1
        var last: Int?
        while noun < line.upperBound, noun - index <= 4, side.tokens[noun].kind == .word, !side.tokens[noun].has(.function), side.mention(at: noun) == nil {
            last = noun
            noun += 1
        }
        guard let last, let agent = NounPhrase(side.mentions[owner].titlesFrom..<side.mentions[owner].tokens.upperBound, in: side) else { return nil }
        return Frame(kind: .possession, stem: side.tokens[last].stem, token: last, isPassive: false, agent: agent, patient: nil)
    }

    private func verb(_ index: Int, _ line: Range<Int>, _ reader: PhraseReader) -> [Frame] {
        let token = side.tokens[index]
        let passive = isPassive(index, line)
        let by = passive || isParticiple(token) || token.has([.verb, .speech]) ? agentMark(after: index, line, reader) : nil
        let isSpeech = token.has(.speech) && hasComplement(index, line)
        if passive || (by != nil && isReduced(index, line, by)) {
            let agent = by.flatMap { reader.right(from: $0 + 1) }
            // "by" before a time, a place or an -ing form names no agent.
            let named = agent.flatMap { isAgent($0) ? $0 : nil }
            let patient = passive ? reader.left(of: index) : nil
            if !passive, named == nil { return [] }
            let kind: Frame.Kind = token.has(.lead) ? .lead : isSpeech ? .speech : .action
            return [Frame(kind: kind, stem: kind == .lead ? "lead" : token.stem, token: index, isPassive: true, agent: named, patient: patient)]
        }
        // Inversion after a quotation: "...", said Trotsky.
        if token.has(.speech), index > line.lowerBound, index + 1 < line.upperBound, let speaker = side.mention(at: index + 1) ?? titled(index + 1),
            isQuoteEnd(index - 1, line) {
            let range = reader.enumeration(around: speaker)
            return [Frame(kind: .speech, stem: token.stem, token: index, isPassive: false, agent: NounPhrase(range, in: side), patient: nil)]
        }
        guard let agent = participleSubject(index, line, reader) ?? reader.left(of: index), isAgent(agent) || agent.isPronoun else { return [] }
        let kind: Frame.Kind = isSpeech ? .speech : .action
        let patient = isSpeech || !mayHaveObject(index, line) ? nil : reader.right(from: index + 1)
        return [Frame(kind: kind, stem: token.stem, token: index, isPassive: false, agent: agent, patient: patient)]
    }

    /// "The war ended with the treaty" was done to nobody, "they cut off the water" was, and so was "they fired on the crowd".
    private func mayHaveObject(_ verb: Int, _ line: Range<Int>) -> Bool {
        guard verb + 1 < line.upperBound, side.tokens[verb + 1].has(.preposition), side.mention(at: verb + 1) == nil else { return true }
        return pack.group("verbParticle").contains(side.tokens[verb + 1].folded) || !Harm(side: side, pack: pack).groups(at: verb, least: 2).isEmpty
    }

    /// "Troops opened fire on the crowd, killing hundreds": the subject of the verb before acts in the participle behind the comma too.
    private func participleSubject(_ index: Int, _ line: Range<Int>, _ reader: PhraseReader) -> NounPhrase? {
        guard side.tokens[index].folded.hasSuffix("ing"), index > line.lowerBound, side.tokens[index - 1].folded == "," else { return nil }
        let verbs = (line.lowerBound..<index - 1).filter { reader.isPredicate($0) && !side.tokens[$0].folded.hasSuffix("ing") }
        // "opened fire": a word that is a verb by its form only is none.
        guard let verb = verbs.last(where: { !side.tokens[$0].folded.hasPrefix(side.tokens[$0].stem) || side.tokens[$0].folded.hasSuffix("ed") }) ?? verbs.last else { return nil }
        return isPassive(verb, line) ? nil : reader.left(of: verb)
    }

    private func titled(_ index: Int) -> Int? { side.mentions(in: index..<side.tokens.count).first.flatMap { side.mentions[$0].titlesFrom == index ? $0 : nil } }

    private func isParticiple(_ token: SentenceToken) -> Bool {
        token.folded.hasSuffix("ed") || token.folded.hasSuffix("en") || token.folded != token.stem
    }

    /// A form of "be" before the participle, adverbs and negation between.
    private func isPassive(_ index: Int, _ line: Range<Int>) -> Bool {
        let token = side.tokens[index]
        // "put", "cut" and "set" are participles without looking like one.
        guard isParticiple(token) || token.has([.verb, .speech]), !token.folded.hasSuffix("ing") else { return false }
        var at = index - 1
        while at >= line.lowerBound, index - at <= 5 {
            let before = side.tokens[at]
            if pack.group("be").contains(before.folded) { return true }
            guard before.has([.adverb, .negation]) || before.folded.hasSuffix("ly") || (before.has(.conjunction) || before.folded == ",") && at > line.lowerBound && isCoordinated(at, line) else { return false }
            at -= 1
        }
        return false
    }

    /// "was planned and led": the second participle shares the auxiliary.
    private func isCoordinated(_ conjunction: Int, _ line: Range<Int>) -> Bool {
        conjunction > line.lowerBound && isParticiple(side.tokens[conjunction - 1]) && side.tokens[conjunction - 1].has([.verb, .speech])
    }

    /// The "by" that names the agent of a participle, in the same clause.
    private func agentMark(after index: Int, _ line: Range<Int>, _ reader: PhraseReader) -> Int? {
        var at = index + 1
        while at < line.upperBound, at - index <= 12 {
            let token = side.tokens[at]
            if token.folded == "by", side.mention(at: at) == nil { return at + 1 < line.upperBound ? at : nil }
            if token.has(.subordinator) && token.folded != "as" || (token.kind == .punctuation && token.folded != "'s" && token.folded != ",") { return nil }
            // "was planned and led by" shares its agent; "was given in May, and answered by Klein" does not.
            if reader.isPredicate(at), !token.has(.adverb), at > index + 1 {
                let isShared = side.tokens[at - 1].has(.conjunction)
                    && (index + 1..<at - 1).allSatisfy { side.tokens[$0].has([.adverb, .conjunction]) || side.tokens[$0].folded == "," || reader.isPredicate($0) }
                guard isShared else { return nil }
            }
            at += 1
        }
        return nil
    }

    /// A participle without auxiliary, right before its "by": "headed by", "written by".
    private func isReduced(_ index: Int, _ line: Range<Int>, _ by: Int?) -> Bool {
        guard let by else { return false }
        return by - index <= 2
    }

    /// A phrase that can act: named, or a noun that is no time, number or -ing form.
    private func isAgent(_ phrase: NounPhrase) -> Bool {
        if !phrase.allMentions.isEmpty { return true }
        guard let first = side.tokens[phrase.tokens].first else { return false }
        if first.kind == .number || first.folded.hasSuffix("ing") || first.has([.month, .weekday]) { return false }
        return side.tokens[phrase.tokens].contains { $0.kind == .word && !$0.has(.function) || $0.has(.pronoun) }
    }

    /// A verb of speech speaks only with a complement: "that", a colon, a quotation, or a clause.
    private func hasComplement(_ index: Int, _ line: Range<Int>) -> Bool {
        var at = index + 1
        while at < line.upperBound, at - index <= 6 {
            let token = side.tokens[at]
            if token.folded == ":" || token.folded == "\"" || pack.group("complementiser").contains(token.folded) { return true }
            if token.folded == "," { return at + 1 < line.upperBound && side.tokens[at + 1].folded == "\"" || isQuoteEnd(index - 1, line) }
            at += 1
        }
        return index > line.lowerBound && isQuoteEnd(index - 1, line)
    }

    private func isQuoteEnd(_ index: Int, _ line: Range<Int>) -> Bool {
        guard line.contains(index) else { return false }
        if side.tokens[index].folded == "\"" { return true }
        return index > line.lowerBound && side.tokens[index].folded == "," && side.tokens[index - 1].folded == "\""
    }
}
