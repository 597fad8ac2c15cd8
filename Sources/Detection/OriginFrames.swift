import Language

/// Who gave it: "received the order from Trotsky", "the order came from Moscow's envoy", "получил приказ от Троцкого". The verb takes, the party behind
/// the mark gives.
struct OriginFrames {
    let side: Side
    let line: Range<Int>
    let pack: LanguagePack

    /// No further from its verb stands the mark: "received, in spite of all the warnings, from".
    private static let reach = 8

    func frames() -> [Frame] {
        let verbs = pack.group("receiving")
        guard !verbs.isEmpty else { return [] }
        return line.compactMap { index in
            let token = side.tokens[index]
            guard token.kind == .word, token.has(.verb), verbs.contains(token.folded), !token.isCapital, side.mention(at: index) == nil else { return nil }
            // "came from": only what one is given comes so.
            if pack.group("issuing").contains(token.folded), !hasGift(before: index) { return nil }
            guard let agent = giver(of: index) else { return nil }
            return Frame(kind: .origin, stem: token.stem, token: index, isPassive: true, agent: agent, patient: nil)
        }
    }

    /// An order, a plan, a letter stands before the verb in its clause.
    private func hasGift(before verb: Int) -> Bool {
        let gifts = pack.group("gift")
        return (max(line.lowerBound, verb - Self.reach)..<verb).contains { gifts.contains(side.tokens[$0].folded) }
    }

    private func giver(of verb: Int) -> NounPhrase? {
        let marks = pack.group("originMark")
        let clause = clause(of: verb)
        let behind = clause.first { $0 > verb && $0 - verb <= Self.reach && marks.contains(side.tokens[$0].folded) }
        guard let mark = behind ?? (pack.hasFreeOrder ? clause.last { $0 < verb && verb - $0 <= Self.reach && marks.contains(side.tokens[$0].folded) } : nil), mark + 1 < clause.upperBound
        else { return nil }
        var start = mark + 1
        if start + 1 < clause.upperBound, side.tokens[start].has(.genitive) { start += 1 }
        guard let phrase = PhraseReader(side: side, line: clause).right(from: start), !phrase.isPronoun else { return nil }
        if let first = phrase.mentions.first { return side.mentions[first].form.kind == .place ? nil : phrase }
        // Things come from things: only a party gives.
        let isParty = side.tokens[phrase.tokens].contains { $0.has([.collective, .office, .organisation]) && !$0.has(.placeHead) }
        return isParty && phrase.isCollectiveOrOffice ? phrase : nil
    }

    private func clause(of verb: Int) -> Range<Int> {
        func isBorder(_ index: Int) -> Bool { [";", ":", "(", ")", "\""].contains(side.tokens[index].folded) || side.tokens[index].has(.subordinator) && !side.tokens[index].has(.preposition) }
        var first = verb, last = verb + 1
        while first > line.lowerBound, !isBorder(first - 1) { first -= 1 }
        while last < line.upperBound, !isBorder(last) { last += 1 }
        return first..<last
    }
}
