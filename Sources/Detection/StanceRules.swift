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
    }

    /// "many" -> "most", "scholars" -> "some scholars".
    private func quantities(_ docket: inout Docket, _ explained: inout Explained) {
        for number in parallel.edits.indices {
            let old = cues.old.first { $0.scale == .quantity && $0.edit == number }, new = cues.new.first { $0.scale == .quantity && $0.edit == number }
            let slot = Slot(parallel: parallel, edit: parallel.edits[number])
            guard !explained.isExplained(number), slot.isShort(2), old != nil || new != nil else { continue }
            switch (old, new) {
            case (let old?, let new?): tell(old, new, &docket, &explained)
            case (nil, let new?) where parallel.edits[number].old.isEmpty && new.level < Self.bare && judges(parallel.new, new.tokens): tell(nil, new, &docket, &explained)
            case (let old?, nil) where parallel.edits[number].new.isEmpty && old.level < Self.bare && judges(parallel.old, old.tokens): tell(old, nil, &docket, &explained)
            default: continue
            }
        }
    }

    /// "Scholars call it so": about as many as "most".
    static let bare = 4

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
        if olds.isEmpty, news.isEmpty {
            news = cues.new.filter { $0.scale == .force && $0.level < 0 && !spoken.contains($0.edit) && isFrame(new: $0) }
            if news.isEmpty { olds = cues.old.filter { $0.scale == .force && $0.level < 0 && !spoken.contains($0.edit) && isFrame(old: $0) } }
        }
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
        return put == 0 ? beside <= Self.mostBeside : max(beside, put) <= Self.longestSlot
    }
    private func isKept(new cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        let beside = slot.content(new: cue.tokens).count, taken = slot.content(old: nil).count
        return taken == 0 ? beside <= Self.mostBeside : max(beside, taken) <= Self.longestSlot
    }

    /// "X claimed that" alone was put in: what follows stood before.
    private func isFrame(new cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        return isKept(new: cue) && slot.content(old: nil).count <= 2 && isFollowed(parallel.new, cue.tokens.upperBound)
    }
    private func isFrame(old cue: Cue) -> Bool {
        let slot = Slot(parallel: parallel, edit: parallel.edits[cue.edit])
        return isKept(old: cue) && slot.content(new: nil).count <= 2 && isFollowed(parallel.old, cue.tokens.upperBound)
    }
    private func isFollowed(_ side: Side, _ index: Int) -> Bool {
        (index..<max(index, min(index + 3, side.tokens.count))).contains {
            ["to", ":"].contains(side.tokens[$0].folded) || cues.complementisers.contains(side.tokens[$0].folded)
        }
    }
}
