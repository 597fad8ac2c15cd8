import Alignment
import Findings
import Language

/// Clauses cut out of a kept sentence, or put into one: a reason, a qualification, a further deed.
///
/// Asked last, of what no other rule has accounted for. The words must be new to, or gone from, the whole other version.
struct ClauseRules {
    let parallel: Parallel
    let inquiry: Inquiry

    /// With fewer content words than this a phrase is a detail of style.
    static let fewestWords = 3

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        guard parallel.strength >= 0.3 else { return }
        for edit in explained.rest {
            let slot = Slot(parallel: parallel, edit: edit)
            let taken = slot.content(old: nil), put = slot.content(new: nil)
            // A name that went with it tells it.
            let took = parallel.lost.contains { edit.old.overlaps(parallel.old.mentions[$0].tokens) }
            if put.isEmpty, taken.count >= Self.fewestWords, !took, isPhrase(parallel.old, edit.old) {
                if isElsewhere(parallel.old, edit.old, isOld: true) { continue }
                docket.file(
                    Finding(
                        rule: .erasurePassage, confidence: confidence(.erasurePassage), scope: .passage, entity: nil, before: parallel.old.place(edit.old),
                        after: parallel.new.place(min(edit.new.lowerBound, max(0, parallel.new.tokens.count - 1))..<min(edit.new.lowerBound, max(0, parallel.new.tokens.count - 1))),
                        message: "a phrase of \(edit.old.count { parallel.old.tokens[$0].kind != .punctuation }) words is gone from a sentence that stays",
                        evidence: [Evidence(kind: "search", detail: "its words were looked for in the whole other version")]))
                explained.mark(old: edit.old)
            } else if taken.isEmpty, put.count >= Self.fewestWords, isPhrase(parallel.new, edit.new) {
                if isElsewhere(parallel.new, edit.new, isOld: false) { continue }
                docket.file(
                    Finding(
                        rule: .interpolationPassage, confidence: confidence(.interpolationPassage), scope: .passage, entity: nil, before: nil, after: parallel.new.place(edit.new),
                        message: "a phrase of \(edit.new.count { parallel.new.tokens[$0].kind != .punctuation }) words was put into a sentence that stays",
                        evidence: [Evidence(kind: "search", detail: "its words were looked for in the whole other version")]))
                explained.mark(new: edit.new)
            }
        }
    }

    /// A phrase is less sure than a sentence.
    private func confidence(_ rule: Rule) -> Double { min(rule.confidence - 0.1, 0.6 + parallel.strength * 0.4) }

    /// More words than numbers and marks, and no identifier of a book.
    private func isPhrase(_ side: Side, _ range: Range<Int>) -> Bool {
        let tokens = side.tokens[range]
        guard !tokens.contains(where: { $0.folded == "isbn" || $0.folded == "|" || $0.folded == "{" }) else { return false }
        return tokens.count { $0.kind == .word } * 2 > tokens.count
    }

    private func isElsewhere(_ side: Side, _ range: Range<Int>, isOld: Bool) -> Bool {
        let other = isOld ? parallel.new : parallel.old
        // Restated in the same sentences: most of its stems stand there.
        let stems = side.tokens[range].filter { $0.kind != .punctuation && !$0.has(.function) }.map(\.stem)
        let there = Set(other.tokens.map(\.stem))
        if stems.count(where: { there.contains($0) }) * 2 > stems.count { return true }
        let share = (isOld ? inquiry.newTriples : inquiry.oldTriples).share(of: side.wordIDs(range))
        return share.map { $0 >= PassageRules.movedShare } ?? false
    }
}
