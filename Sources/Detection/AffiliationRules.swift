import Alignment
import Findings
import Language

/// Whom somebody or something is counted to: the nation, creed, party or paymaster that stands beside a word that stays.
///
/// Neither better nor worse by the word lists, and yet the first thing that a reader learns of somebody: "an American statistician", "the
/// oil-funded institute". One nation in another form ("the Germans", "German troops", "of Germany") is the same.
struct AffiliationRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// More content words beside the label than this, and the label went with a clause.
    static let mostBeside = 2
    /// Where a label stands for a label, the phrase may have been rewritten up to this.
    static let longestSlot = 8
    /// Surer than the catalogue's starting value, which is for labels that no list explains.
    static let confidence = 0.75

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        // Read only where a label was touched.
        var stocks: (old: SideStock, new: SideStock)?
        for number in parallel.edits.indices where !explained.isExplained(number) {
            let edit = parallel.edits[number]
            guard edit.old.contains(where: { isLabel(parallel.old, $0) }) || edit.new.contains(where: { isLabel(parallel.new, $0) }) else { continue }
            let both = stocks ?? (SideStock(parallel.old, self), SideStock(parallel.new, self))
            stocks = both
            guard let change = change(edit, both.old, both.new) else { continue }
            tell(change.old, change.new, edit, &docket, &explained)
        }
    }

    /// The labels that an edit took and put, as runs of tokens; nil where it changed nobody's side.
    private func change(_ edit: WordEdit, _ oldStock: SideStock, _ newStock: SideStock) -> (old: Range<Int>?, new: Range<Int>?)? {
        let slot = Slot(parallel: parallel, edit: edit)
        let taken = slot.content(old: nil), put = slot.content(new: nil)
        guard taken.count <= Self.longestSlot, put.count <= Self.longestSlot else { return nil }
        let oldLabels = taken.filter { isLabel(parallel.old, $0) }, newLabels = put.filter { isLabel(parallel.new, $0) }
        guard !oldLabels.isEmpty || !newLabels.isEmpty else { return nil }
        let lost = oldLabels.filter { !newStock.holds(roots(parallel.old, $0)) }, gained = newLabels.filter { !oldStock.holds(roots(parallel.new, $0)) }
        guard !lost.isEmpty || !gained.isEmpty else { return nil }
        let besideOld = taken.count { !oldLabels.contains($0) && !parallel.old.tokens[$0].has(.place) }
        let besideNew = put.count { !newLabels.contains($0) && !parallel.new.tokens[$0].has(.place) }
        let old = run(lost), new = run(gained)
        if !lost.isEmpty, !gained.isEmpty { return (old, new) }
        guard besideOld <= Self.mostBeside, besideNew <= Self.mostBeside else { return nil }
        // "by Germans" -> "by Nazi Germany": nothing but labels on both sides.
        if besideOld == 0, besideNew == 0, !oldLabels.isEmpty, !newLabels.isEmpty { return (old ?? run(oldLabels), new ?? run(newLabels)) }
        guard isBesideKeptWord(edit) else { return nil }
        // Another word took the label's place: it is shown.
        if let old { return (old, put.isEmpty ? nil : run(put)) }
        return (taken.isEmpty ? nil : run(taken), new)
    }

    private func run(_ tokens: [Int]) -> Range<Int>? {
        guard let first = tokens.first, let last = tokens.last else { return nil }
        return first..<last + 1
    }

    /// The word behind the edit stays: what was labelled.
    private func isBesideKeptWord(_ edit: WordEdit) -> Bool {
        let next = edit.old.upperBound
        guard next < parallel.old.tokens.count, parallel.old.line(of: next) == parallel.old.line(of: max(edit.old.lowerBound, 0)), !parallel.oldTouched[next] else { return false }
        let head = parallel.old.tokens[next]
        return head.kind == .word && !head.has(.function) && !head.has(.adverb)
    }

    /// A word of nation or creed, or a compound that says on whose side, in whose pay: "anti-clerical", "state-owned".
    private func isLabel(_ side: Side, _ index: Int) -> Bool {
        let token = side.tokens[index]
        guard token.kind == .word else { return false }
        // Of the name of a body ("the Red Army", "the American Legion", "Islamic Salvation") it is a part.
        if let mention = side.mention(at: index) {
            let name = side.mentions[mention]
            if name.form.kind == .organisation || name.trust > .capitals || name.tokens.contains(where: { !side.tokens[$0].has([.demonym, .place]) }) { return false }
        }
        return token.has(.demonym) || !compound(token.folded).isEmpty
    }

    /// The parts of a compound that carry a side; the whole of one that says for, against or by whom.
    fileprivate func compound(_ folded: String) -> [String] {
        let parts = folded.split(separator: "-").map(String.init)
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return [] }
        if pack.group("bearing").contains(first) || pack.group("dependence").contains(last) && !pack.group("ownPart").contains(first) { return [folded] }
        let sides = parts.filter { pack.classes(of: $0).contains(.demonym) }
        return sides
    }

    private func roots(_ side: Side, _ index: Int) -> [String] {
        let token = side.tokens[index]
        if token.folded.utf8.contains(0x2D) {
            let parts = compound(token.folded)
            return parts == [token.folded] ? [whole(token.folded)] : (parts.isEmpty ? [token.folded] : parts).map(root)
        }
        return [root(token.folded)]
    }

    /// "collective-owned" and "collectively-owned" are one.
    fileprivate func whole(_ folded: String) -> String { folded.split(separator: "-").map { pack.stem(String($0)) }.joined(separator: "-") }

    fileprivate func root(_ folded: String) -> String { pack.value(of: folded, in: "homeland") ?? pack.stem(folded) }

    /// The roots of all words of a side, whole compounds by their parts.
    private struct SideStock {
        private var roots: Set<String> = []
        private var byBeginning: [String: [String]] = [:]

        init(_ side: Side, _ rules: AffiliationRules) {
            for token in side.tokens where token.kind == .word {
                var own = [token.folded]
                if token.folded.utf8.contains(0x2D) {
                    own += rules.compound(token.folded) == [token.folded] ? [rules.whole(token.folded)] : token.folded.split(separator: "-").map { rules.root(String($0)) }
                } else {
                    own.append(rules.root(token.folded))
                }
                for root in own where roots.insert(root).inserted && root.utf8.count >= Self.beginning {
                    byBeginning[String(decoding: root.utf8.prefix(Self.beginning), as: UTF8.self), default: []].append(root)
                }
            }
        }

        /// Whether all of the sides that a label names stand here, in any form.
        func holds(_ labels: [String]) -> Bool {
            labels.allSatisfy { label in
                if roots.contains(label) { return true }
                guard !label.utf8.contains(0x2D), label.utf8.count >= Self.beginning, let others = byBeginning[String(decoding: label.utf8.prefix(Self.beginning), as: UTF8.self)] else { return false }
                // Russia, Russian: of the shorter at most two letters at the end are its own.
                return others.contains { other in zip(label.utf8, other.utf8).prefix { $0 == $1 }.count >= min(label.utf8.count, other.utf8.count) - 2 }
            }
        }

        private static let beginning = 4
    }

    private func tell(_ old: Range<Int>?, _ new: Range<Int>?, _ edit: WordEdit, _ docket: inout Docket, _ explained: inout Explained) {
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        // With the word beside it, so that the reader sees who is labelled.
        let before = old.map { beside($0, parallel.old) }, after = new.map { beside($0, parallel.new) }
        let message =
            switch (before, after) {
            case (let before?, let after?): "\(words.quoted(parallel.old, before)) stood; \(words.quoted(parallel.new, after)) stands now"
            case (let before?, nil): "\(words.quoted(parallel.old, before)) stood; the label is gone"
            default: "\(after.map { words.quoted(parallel.new, $0) } ?? "") stands now; the label was put in"
            }
        docket.file(
            Finding(
                rule: .framingLabelChanged, severity: .warning, confidence: words.cap(.framingLabelChanged, Self.confidence), entity: words.subject(old: before, new: after),
                before: before.flatMap { parallel.old.place($0) } ?? words.counterpart(edit), after: after.flatMap { parallel.new.place($0) } ?? old.flatMap { words.counterpart(old: $0) },
                message: message, evidence: [Evidence(kind: "cue", detail: "whom somebody or something is counted to")]))
        explained.mark(old: edit.old.isEmpty ? nil : edit.old, new: edit.new.isEmpty ? nil : edit.new)
    }

    /// A label with the noun behind it.
    private func beside(_ range: Range<Int>, _ side: Side) -> Range<Int> {
        let next = range.upperBound
        guard next < side.tokens.count, side.tokens[next].kind == .word, !side.tokens[next].has(.function) else { return range }
        return range.lowerBound..<next + 1
    }
}
