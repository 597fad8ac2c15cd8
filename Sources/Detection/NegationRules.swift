import Alignment
import Findings
import Language

/// The same predicate, affirmed on one side and denied on the other.
struct NegationRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// An edit with more content words than this beside the negator says something else.
    static let mostBeside = 2
    /// An edit of more words than this put one clause for another.
    static let longestSlot = 8

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let old = negators(parallel.old, parallel.oldTouched), new = negators(parallel.new, parallel.newTouched)
        if old.count + new.count == 1, let at = old.first ?? new.first {
            let isOld = !old.isEmpty
            guard let number = isOld ? parallel.editIndex(oldToken: at) : parallel.editIndex(newToken: at) else { return }
            let edit = parallel.edits[number]
            let slot = Slot(parallel: parallel, edit: edit)
            guard slot.isShort(Self.mostBeside), isSamePredicate(edit) else { return }
            tell(edit.old, edit.new, isAlone: parallel.edits.count == 1 && slot.content(old: nil).isEmpty && slot.content(new: nil).isEmpty, &docket, &explained)
            return
        }
        guard old.isEmpty, new.isEmpty else { return }
        // unarmed -> armed
        for edit in parallel.edits where edit.old.count <= Self.longestSlot && edit.new.count <= Self.longestSlot {
            for one in edit.old {
                for other in edit.new where isOpposite(parallel.old.tokens[one], parallel.new.tokens[other]) {
                    tell(one..<one + 1, other..<other + 1, isAlone: edit.old.count == 1 && edit.new.count == 1 && parallel.edits.count == 1, &docket, &explained)
                    return
                }
            }
        }
    }

    /// Touched negators, those of hedges ("not necessarily") and of numbers ("no. 5") left out.
    private func negators(_ side: Side, _ isTouched: [Bool]) -> [Int] {
        side.tokens.indices.filter { index in
            guard isTouched[index], side.tokens[index].has(.negation), side.mention(at: index) == nil else { return false }
            let next = index + 1 < side.tokens.count ? side.tokens[index + 1] : nil
            if next?.kind == .number || next?.folded == "." { return false }
            if ["only", "necessarily", "longer", "just", "least", "merely", "doubt", "entirely", "later", "more", "less", "yet"].contains(next?.folded ?? "") { return false }
            return !["nor", "neither", "nobody", "nothing", "nowhere"].contains(side.tokens[index].folded)
        }
    }

    /// The words round the edit stayed: the predicate is shared.
    private func isSamePredicate(_ edit: WordEdit) -> Bool {
        let before = edit.old.lowerBound > 0 && !parallel.oldTouched[edit.old.lowerBound - 1]
        let after = edit.old.upperBound < parallel.old.tokens.count && !parallel.oldTouched[edit.old.upperBound]
        return before && after
    }

    private func isOpposite(_ left: SentenceToken, _ right: SentenceToken) -> Bool {
        guard left.kind == .word, right.kind == .word, !left.isCapital, !right.isCapital else { return false }
        let (short, long) = left.folded.utf8.count < right.folded.utf8.count ? (left.folded, right.folded) : (right.folded, left.folded)
        guard short.utf8.count >= 4, long.hasSuffix(short) else { return false }
        return pack.group("negativePrefix").contains(String(long.dropLast(short.count)).filter { $0 != "-" })
    }

    private func tell(_ old: Range<Int>, _ new: Range<Int>, isAlone: Bool, _ docket: inout Docket, _ explained: inout Explained) {
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        // With the word beside it, so that the reader sees what is denied.
        let before = old.lowerBound..<min(old.upperBound + 1, parallel.old.tokens.count), after = new.lowerBound..<min(new.upperBound + 1, parallel.new.tokens.count)
        docket.file(
            Finding(
                rule: .stanceNegated, severity: isAlone ? .error : .warning, confidence: words.cap(.stanceNegated), entity: words.subject(old: before, new: after),
                before: parallel.old.place(before), after: parallel.new.place(after),
                message: "\(words.quoted(parallel.old, before)) stood; \(words.quoted(parallel.new, after)) stands now",
                evidence: [Evidence(kind: "slot", detail: "the words on both sides of it are the same")]))
        explained.mark(old: old, new: new)
    }
}
