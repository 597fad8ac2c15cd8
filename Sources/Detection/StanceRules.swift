import Alignment
import Findings
import Language

/// How sure a statement is said to be: verbs of speech by strength, hedges.
///
/// Membership in a list says nothing; what counts is one word put for another of the same scale and another strength, or a word of the scale put in
/// or taken out of a sentence whose claim stays.
struct StanceRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let cues: CueSheet

    private var words: WordFinding { WordFinding(parallel: parallel, inquiry: inquiry) }

    /// Verbs of speech nearer to each other than this say the same: said, noted, argued.
    static let leastForce = 2
    /// A hedge that went or came with more content words than this went with its clause.
    static let mostBeside = 6
    /// An edit with more content words than this on either side rewrote the clause, and the hedge of another claim is no hedge-change.
    static let longestSlot = 12

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let spoken = force(&docket, &explained)
        hedges(except: spoken, &docket, &explained)
        quantities(&docket, &explained)
        uniqueness(&docket, &explained)
    }

    /// "the first" -> "a", "one of the first": what was vouched for as the only one of its kind is one of several now, or the reverse.
    private func uniqueness(_ docket: inout Docket, _ explained: inout Explained) {
        let unique = cues.pack.group("unique"), single = cues.pack.group("oneOfSeveral")
        guard !unique.isEmpty else { return }
        for number in parallel.edits.indices where !explained.isExplained(number) {
            let edit = parallel.edits[number]
            guard Slot(parallel: parallel, edit: edit).isShort(Self.longestClaim) else { continue }
            func superlative(_ side: Side, _ range: Range<Int>) -> Int? {
                range.first { index in
                    unique.contains(side.tokens[index].folded) && index > 0 && (max(0, index - 2)..<index).contains { cues.pack.group("uniqueBefore").contains(side.tokens[$0].folded) }
                }
            }
            func indefinite(_ side: Side, _ range: Range<Int>) -> Int? { range.first { single.contains(side.tokens[$0].folded) } }
            // "the company" -> "one of the companies"
            if let several = oneOf(parallel.new, edit.new, beside: parallel.old, edit.old), oneOf(parallel.old, edit.old, beside: parallel.new, edit.new) == nil {
                claim(.stanceHedgeAdded, several.other, several.own, &docket, &explained)
                continue
            }
            if let several = oneOf(parallel.old, edit.old, beside: parallel.new, edit.new) {
                claim(.stanceHedgeRemoved, several.own, several.other, &docket, &explained)
                continue
            }
            let one = superlative(parallel.old, edit.old), other = superlative(parallel.new, edit.new)
            if let one, other == nil, let put = indefinite(parallel.new, edit.new) {
                claim(.stanceHedgeAdded, one..<one + 1, put..<put + 1, &docket, &explained)
            } else if let other, one == nil, let was = indefinite(parallel.old, edit.old) {
                claim(.stanceHedgeRemoved, was..<was + 1, other..<other + 1, &docket, &explained)
            }
        }
    }

    /// "one of the X" in an edit of one side, with "the X" in the edit of the other: both stretches.
    private func oneOf(_ side: Side, _ range: Range<Int>, beside other: Side, _ opposite: Range<Int>) -> (own: Range<Int>, other: Range<Int>)? {
        func definite(_ token: SentenceToken) -> Bool { cues.pack.group("uniqueBefore").contains(token.folded) }
        for index in range where side.tokens[index].folded == "one" && index + 3 < side.tokens.count && side.tokens[index + 1].folded == "of" && definite(side.tokens[index + 2]) {
            for noun in index + 3..<min(index + 6, side.tokens.count) where side.tokens[noun].kind == .word && !side.tokens[noun].has(.function) {
                let stem = side.tokens[noun].stem
                if let at = opposite.first(where: { other.tokens[$0].stem == stem }), at > 0, (max(0, at - 3)..<at).contains(where: { definite(other.tokens[$0]) }) { return (index..<noun + 1, at - 1..<at + 1) }
            }
        }
        return nil
    }

    /// A slot with more content words than this says something else.
    static let longestClaim = 5

    private func claim(_ rule: Rule, _ old: Range<Int>, _ new: Range<Int>, _ docket: inout Docket, _ explained: inout Explained) {
        docket.file(
            Finding(
                rule: rule, confidence: words.cap(rule, Self.ofOne), entity: words.subject(old: old, new: new), before: parallel.old.place(old), after: parallel.new.place(new),
                message: "\(words.quoted(parallel.old, old)) stood; \(words.quoted(parallel.new, new)) stands now",
                evidence: [Evidence(kind: "cue", detail: rule == .stanceHedgeAdded ? "the only one of its kind -> one of several" : "one of several -> the only one of its kind")]))
        explained.mark(old: old, new: new)
    }

    /// Less sure than a word of doubt: the word may have been one of order.
    static let ofOne = 0.75

    /// "many" -> "most", "scholars" -> "some scholars".
    private func quantities(_ docket: inout Docket, _ explained: inout Explained) {
        for number in parallel.edits.indices {
            let old = cues.old.first { $0.scale == .quantity && $0.edit == number }, new = cues.new.first { $0.scale == .quantity && $0.edit == number }
            let slot = Slot(parallel: parallel, edit: parallel.edits[number])
            if !explained.isExplained(number), part(number, &docket, &explained) { continue }
            guard !explained.isExplained(number), slot.isShort(2), old != nil || new != nil else { continue }
            switch (old, new) {
            case (let old?, let new?): tell(old, new, &docket, &explained)
            case (nil, let new?) where new.level < Self.bare && (parallel.edits[number].old.isEmpty && judges(parallel.new, new.tokens) || isPart(parallel.new, new)): tell(nil, new, &docket, &explained)
            case (let old?, nil) where old.level < Self.bare && (parallel.edits[number].new.isEmpty && judges(parallel.old, old.tokens) || isPart(parallel.old, old)): tell(old, nil, &docket, &explained)
            default: continue
            }
        }
    }

    /// "in all of its buildings" -> "in portions of all of its buildings": put in or taken out, a word for a part says how much is vouched for.
    private func part(_ number: Int, _ docket: inout Docket, _ explained: inout Explained) -> Bool {
        let edit = parallel.edits[number]
        guard edit.old.isEmpty != edit.new.isEmpty else { return false }
        let isAdded = edit.old.isEmpty, side = isAdded ? parallel.new : parallel.old, range = isAdded ? edit.new : edit.old
        let content = range.filter { side.tokens[$0].kind != .punctuation && !side.tokens[$0].has(.function) }
        guard content.count <= 1, let noun = range.first(where: { cues.pack.group("partitive").contains(side.tokens[$0].folded) }), content.first.map({ $0 == noun }) ?? true,
            side.tokens[noun..<min(noun + 2, side.tokens.count)].contains(where: { $0.folded == "of" || $0.has(.genitive) })
        else { return false }
        let rule: Rule = isAdded ? .stanceHedgeAdded : .stanceHedgeRemoved
        docket.file(
            Finding(
                rule: rule, confidence: min(0.78, words.cap(rule)), entity: words.subject(old: isAdded ? nil : range, new: isAdded ? range : nil),
                before: isAdded ? words.counterpart(edit) : parallel.old.place(range), after: isAdded ? parallel.new.place(range) : words.counterpart(old: range),
                message: isAdded ? "the claim stood of the whole; \(words.quoted(side, range)) stands with it now" : "\(words.quoted(side, range)) stood with the claim; it stands of the whole now",
                evidence: [Evidence(kind: "cue", detail: "how much is vouched for")]))
        explained.mark(old: isAdded ? nil : range, new: isAdded ? range : nil)
        return true
    }

    /// "Scholars call it so": about as many as "most".
    static let bare = 4

    /// "many of the settlers", where all of them stood.
    private func isPart(_ side: Side, _ cue: Cue) -> Bool {
        let next = cue.tokens.upperBound
        return cue.level > 1 && next + 1 < side.tokens.count && side.tokens[next].folded == "of" && side.tokens[next + 1].has(.determiner)
    }

    /// People who hold, say or believe: only of them is it a matter of certainty how many they are.
    private func judges(_ side: Side, _ cue: Range<Int>) -> Bool {
        let after = cue.upperBound..<min(cue.upperBound + 4, side.tokens.count)
        return after.contains { side.tokens[$0].has([.collective, .office]) } || after.contains { side.tokens[$0].has(.speech) && !side.tokens[$0].isCapital }
    }

    /// Verbs of speech in one slot. Returns the numbers of the edits that put one for another.
    private func force(_ docket: inout Docket, _ explained: inout Explained) -> Set<Int> {
        var told: Set<Int> = []
        for old in cues.old where old.scale == .force && !told.contains(old.edit) {
            guard let new = cues.new.first(where: { $0.scale == .force && $0.edit == old.edit }) else { continue }
            told.insert(old.edit)
            guard abs(new.level - old.level) >= Self.leastForce else { continue }
            let rule: Rule = new.level < 0 ? .stanceDoubtAdded : old.level < 0 ? .stanceDoubtRemoved : .stanceForceChanged
            docket.file(
                Finding(
                    rule: rule, confidence: words.cap(rule), entity: words.subject(old: old.tokens, new: new.tokens), before: parallel.old.place(old.tokens),
                    after: parallel.new.place(new.tokens),
                    message: "the verb of speech \(words.quoted(parallel.old, old.tokens)) stood; \(words.quoted(parallel.new, new.tokens)) stands now",
                    evidence: [Evidence(kind: "cue", detail: "\(standing(old.level)) -> \(standing(new.level))")]))
            explained.mark(old: old.tokens, new: new.tokens)
        }
        return told
    }

    private func standing(_ level: Int) -> String { level < 0 ? "holds the statement off" : level > 0 ? "vouches for the statement" : "reports the statement" }

    private func hedges(except spoken: Set<Int>, _ docket: inout Docket, _ explained: inout Explained) {
        // "Kamenev said" -> "it was said": the loss of the speaker tells it.
        func isTold(_ cue: Cue) -> Bool { spoken.contains(cue.edit) || (cue.group == "hearsay" && explained.isExplained(cue.edit)) }
        var olds = cues.old.filter { $0.scale == .hedge && !isTold($0) && isKept(old: $0) }
        var news = cues.new.filter { $0.scale == .hedge && !isTold($0) && isKept(new: $0) }
        // "claimed that" put before a bare claim, or taken away from it.
        let hedged = Set((olds + news).map(\.edit))
        let put = cues.new.filter { $0.scale == .force && $0.level < 0 && !spoken.contains($0.edit) && !hedged.contains($0.edit) && isFrame(new: $0) }
        news += put
        if put.isEmpty { olds += cues.old.filter { $0.scale == .force && $0.level < 0 && !spoken.contains($0.edit) && !hedged.contains($0.edit) && isFrame(old: $0) } }
        while let new = news.first {
            news.removeFirst()
            let at = olds.firstIndex { $0.edit == new.edit } ?? (olds.isEmpty ? nil : 0)
            let old = at.map { olds.remove(at: $0) }
            if let old, abs(strength(old)) == abs(strength(new)), strength(old) == strength(new) { continue }
            tell(old, new, &docket, &explained)
        }
        for old in olds { tell(old, nil, &docket, &explained) }
    }

    private func strength(_ cue: Cue) -> Int { cue.scale == .force ? 2 : cue.scale == .quantity ? 5 - cue.level : cue.level }

    private func tell(_ old: Cue?, _ new: Cue?, _ docket: inout Docket, _ explained: inout Explained) {
        // Without a word of quantity as much is said as with "most".
        let none = (old ?? new)?.scale == .quantity ? 5 - Self.bare : 0
        let before = old.map(strength) ?? none, after = new.map(strength) ?? none
        guard before != after else { return }
        let rule: Rule = after > before ? .stanceHedgeAdded : .stanceHedgeRemoved
        let message =
            switch (old, new) {
            case (let old?, let new?): "\(words.quoted(parallel.old, old.tokens)) stood; \(words.quoted(parallel.new, new.tokens)) stands now"
            case (let old?, nil): "\(words.quoted(parallel.old, old.tokens)) stood with the claim; it stands without now"
            default: "the claim stood without; \(new.map { words.quoted(parallel.new, $0.tokens) } ?? "") stands with it now"
            }
        docket.file(
            Finding(
                rule: rule, confidence: words.cap(rule), entity: words.subject(old: old?.tokens, new: new?.tokens),
                before: old.map { parallel.old.place($0.tokens) } ?? new.flatMap { words.counterpart(parallel.edits[$0.edit]) },
                after: new.map { parallel.new.place($0.tokens) } ?? old.flatMap { words.counterpart(old: $0.tokens) }, message: message,
                evidence: [Evidence(kind: "cue", detail: (old ?? new)?.scale == .quantity ? "how many are vouched for" : "\(degree(before)) -> \(degree(after))")]))
        explained.mark(old: old?.tokens, new: new?.tokens)
    }

    private func degree(_ level: Int) -> String {
        switch level {
        case ..<0: "vouched for"
        case 0: "stated"
        case 1: "likely"
        case 2: "doubtful or hearsay"
        default: "held off"
        }
    }

    /// Whether the claim that the hedge belonged to stays.
    private func isKept(old cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        let beside = slot.content(old: cue.tokens).count, put = slot.content(new: nil).count
        if put * Self.mostOverwritten <= beside, hasOwnClaim(parallel.old, cue.tokens.upperBound, parallel.edits[cue.edit].old.upperBound) { return false }
        return put == 0 ? beside <= Self.mostBeside : max(beside, put) <= Self.longestSlot
    }
    private func isKept(new cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        let beside = slot.content(new: cue.tokens).count, taken = slot.content(old: nil).count
        if taken * Self.mostOverwritten <= beside, hasOwnClaim(parallel.new, cue.tokens.upperBound, parallel.edits[cue.edit].new.upperBound) { return false }
        return taken == 0 ? beside <= Self.mostBeside : max(beside, taken) <= Self.longestSlot
    }

    /// What came or went behind the hedge is a clause of its own ("who may have met the envoy there in May"): the hedge belongs to that.
    private func hasOwnClaim(_ side: Side, _ start: Int, _ end: Int) -> Bool {
        guard start < end else { return false }
        let range = start..<end, content = side.tokens[range].filter { $0.kind != .punctuation && !$0.has(.function) }
        return content.count >= Self.fewestOwn && content.contains { !$0.isCapital && ($0.has([.verb, .speech]) || $0.folded != $0.stem) }
            || side.tokens[range].contains { $0.has(.pronoun) } && side.tokens[range].contains { $0.has(.negation) }
    }
    private static let fewestOwn = 4
    /// A clause takes the place of no more than a third of its words: else the sentence was reworded.
    private static let mostOverwritten = 3

    /// "X claimed that" alone was put in: what follows stood before.
    private func isFrame(new cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        guard isKept(new: cue) else { return false }
        let taken = slot.content(old: nil).count
        return taken <= 2 && isFollowed(parallel.new, cue.tokens.upperBound) || isBare(parallel.new, cue, parallel.edits[cue.edit].new, slot.content(new: cue.tokens).count, taken)
    }
    private func isFrame(old cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        guard isKept(old: cue) else { return false }
        let put = slot.content(new: nil).count
        return put <= 2 && isFollowed(parallel.old, cue.tokens.upperBound) || isBare(parallel.old, cue, parallel.edits[cue.edit].old, slot.content(old: cue.tokens).count, put)
    }

    /// "the claimed founder", "has been claimed" for "has been found", "Its friends believe" before a clause that stood bare.
    private func isBare(_ side: Side, _ cue: Cue, _ own: Range<Int>, _ all: Int, _ taken: Int) -> Bool {
        let first = cue.tokens.lowerBound
        // What the edit took and put again ("founder" -> "claimed 'founder'") was not exchanged.
        let edit = parallel.edits[cue.edit]
        let oldStems = edit.old.map { parallel.old.tokens[$0] }.filter { $0.kind == .word && !$0.has(.function) }.map(\.stem)
        let again = edit.new.count { parallel.new.tokens[$0].kind == .word && !parallel.new.tokens[$0].has(.function) && oldStems.contains(parallel.new.tokens[$0].stem) }
        let beside = max(0, all - again), opposite = max(0, taken - again)
        if beside == 0, opposite == 0, cue.level <= -2, cue.tokens.upperBound < side.tokens.count, first > 0 {
            // A participle before its noun or mark.
            let next = side.tokens[cue.tokens.upperBound]
            if side.tokens[first].folded.hasSuffix("ed"), next.folded == "\"" || next.kind == .word && !next.has(.function), side.tokens[first - 1].kind == .punctuation || side.tokens[first - 1].has(.determiner) { return true }
        }
        if beside == 0, opposite <= 1, cue.level <= -2, first > 0, cues.pack.group("be").contains(side.tokens[first - 1].folded) { return true }
        // Who believes it stands before the claim, and nothing else was put there.
        guard opposite == 0, (1...Self.longestBeliever).contains(beside), own.upperBound - cue.tokens.upperBound <= 1, let line = side.line(of: first) else { return false }
        let opens = own.lowerBound == line.tokens.lowerBound || side.tokens[own.lowerBound - 1].kind == .punctuation || side.tokens[own.lowerBound - 1].has([.conjunction, .subordinator])
        return opens && own.upperBound < line.tokens.upperBound && side.tokens[own.upperBound].kind != .punctuation
    }

    /// "Proponents of this theory": more words are a clause of their own.
    static let longestBeliever = 4
    private func isFollowed(_ side: Side, _ index: Int) -> Bool {
        (index..<max(index, min(index + 3, side.tokens.count))).contains {
            ["to", ":"].contains(side.tokens[$0].folded) || cues.complementisers.contains(side.tokens[$0].folded)
        }
            || index < side.tokens.count && side.tokens[index].kind == .word && side.tokens[index].folded.hasSuffix("ing") && side.tokens[index].folded.utf8.count > 5
    }
}
