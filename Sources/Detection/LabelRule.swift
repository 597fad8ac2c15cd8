import Alignment
import Findings
import Language

/// Another nation, party or creed beside a name that stays, where neither word judges: the polarity is the reader's to tell.
struct LabelRule {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// A slot with more content words than this on either side was rewritten.
    static let longestSlot = 3
    /// A name further off is not the one that the label stands with.
    static let reach = 8

    func apply(_ number: Int, to docket: inout Docket, _ explained: inout Explained) {
        let edit = parallel.edits[number]
        guard !explained.isExplained(number), Slot(parallel: parallel, edit: edit).isShort(Self.longestSlot) else { return }
        guard let old = label(parallel.old, edit.old), let new = label(parallel.new, edit.new), old.groups.isDisjoint(with: new.groups), old.isNation == new.isNation,
            let holder = holder(of: old.tokens)
        else { return }
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        let isTold = docket.file(
            Finding(
                rule: .framingLabelChanged, confidence: words.cap(.framingLabelChanged), entity: holder.subject(inquiry.pair.authority), before: parallel.old.place(old.tokens),
                after: parallel.new.place(new.tokens), message: "\(holder.text): \(words.quoted(parallel.old, old.tokens)) stood; \(words.quoted(parallel.new, new.tokens)) stands now",
                evidence: [Evidence(kind: "cue", detail: "labels of which neither judges")]))
        if isTold { explained.mark(old: old.tokens, new: new.tokens) }
    }

    private struct Label {
        var tokens: Range<Int>
        var groups: Set<String>
        var isNation: Bool
    }

    /// The one label of a slot: a creed by its group, a nation by the beginning of its word (Pole, Polish; Finn, Finnish).
    private func label(_ side: Side, _ range: Range<Int>) -> Label? {
        var found: [Label] = []
        var next = range.lowerBound
        for index in range where index >= next && side.tokens[index].kind == .word && side.mention(at: index) == nil {
            let match = pack.wording.match(side.tokens[index..<range.upperBound])
            let creeds = Set(match?.senses.filter { $0.scale == .creed }.map(\.group) ?? [])
            if let match, !creeds.isEmpty {
                next = index + match.length
                found.append(Label(tokens: index..<next, groups: creeds, isNation: false))
            } else if side.tokens[index].has(.demonym), !side.tokens[index].has(.organisation) {
                found.append(Label(tokens: index..<index + 1, groups: [String(side.tokens[index].folded.unicodeScalars.prefix(3))], isNation: true))
            }
        }
        return found.count == 1 ? found.first : nil
    }

    /// The nearest name that stays in the sentence.
    private func holder(of range: Range<Int>) -> Mention? {
        guard let line = parallel.old.line(of: range.lowerBound) else { return nil }
        let near = max(line.tokens.lowerBound, range.lowerBound - Self.reach)..<min(line.tokens.upperBound, range.upperBound + Self.reach)
        return parallel.old.mentions(in: near).filter { parallel.kept[$0] != nil && parallel.old.mentions[$0].form.kind != .place }
            .map { parallel.old.mentions[$0] }
            .min { abs($0.tokens.lowerBound - range.lowerBound) < abs($1.tokens.lowerBound - range.lowerBound) }
    }
}
