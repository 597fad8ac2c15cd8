import Alignment
import Findings
import Language

/// Words inside quotation marks or a quotation element that changed.
struct QuotationRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// A quoted stretch shorter than this is a title, a nickname or a distance mark rather than somebody's words.
    static let shortest = 3
    /// Two quotations are the same one when they share this much of the shorter; below it one quotation was exchanged for another.
    static let floor = 0.4

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        var free = Self.quotations(of: parallel.new).map { (tokens: $0, words: words(parallel.new, $0), sorted: words(parallel.new, $0).sorted()) }
        for old in Self.quotations(of: parallel.old) {
            let oldWords = words(parallel.old, old), sorted = oldWords.sorted()
            var best: (at: Int, share: Double)?
            // The same words are the same quotation; else the most alike, of equals the first.
            if let same = free.firstIndex(where: { $0.words == oldWords }) { best = (same, 1) }
            if best == nil {
                for at in free.indices {
                    let share = SentencePairing.likeness(sorted, free[at].sorted).containment
                    if share > best?.share ?? 0 { best = (at, share) }
                }
            }
            guard let best, best.share >= Self.floor else { continue }
            let new = free.remove(at: best.at)
            guard max(oldWords.count, new.words.count) >= Self.shortest, oldWords != new.words else { continue }
            compare(old, new.tokens, &docket, &explained)
        }
    }

    /// The runs of quoted tokens.
    static func quotations(of side: Side) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in side.tokens.indices {
            if side.isQuoted[index] {
                if start == nil { start = index }
            } else if let first = start {
                ranges.append(first..<index)
                start = nil
            }
        }
        if let first = start { ranges.append(first..<side.tokens.count) }
        return ranges
    }

    private func compare(_ old: Range<Int>, _ new: Range<Int>, _ docket: inout Docket, _ explained: inout Explained) {
        let edits = parallel.edits.filter { $0.old.overlaps(old) || $0.new.overlaps(new) || ($0.old.isEmpty && old.contains($0.old.lowerBound) && new.contains($0.new.lowerBound)) }
        let telling = edits.filter { !isSurface($0, old, new) }
        guard let first = telling.first else { return }
        let oldSpan = first.old.clamped(to: old), newSpan = first.new.clamped(to: new)
        let speaker = parallel.old.mentions.first { $0.form.kind != .place && parallel.old.line(of: old.lowerBound)?.tokens.contains($0.tokens.lowerBound) == true && !old.contains($0.tokens.lowerBound) }
        let was = parallel.old.text(oldSpan), stands = parallel.new.text(newSpan)
        docket.file(
            Finding(
                rule: .attributionQuoteAltered, entity: speaker?.subject(inquiry.pair.authority), before: parallel.old.place(oldSpan),
                after: parallel.new.place(newSpan),
                message: stands.isEmpty ? "inside a quotation: '\(was)' stood; it is left out now"
                    : was.isEmpty ? "inside a quotation: '\(stands)' was put in" : "inside a quotation: '\(was)' stood; '\(stands)' stands now",
                evidence: [Evidence(kind: "slot", detail: "the rest of the quotation is the same")]))
        for edit in edits { explained.mark(old: edit.old, new: edit.new) }
    }

    /// Points, case and spelling are not what somebody said.
    private func isSurface(_ edit: WordEdit, _ old: Range<Int>, _ new: Range<Int>) -> Bool {
        let was = parallel.old.tokens[edit.old.clamped(to: old)].filter { $0.kind != .punctuation }
        let stands = parallel.new.tokens[edit.new.clamped(to: new)].filter { $0.kind != .punctuation }
        if was.isEmpty, stands.isEmpty { return true }
        guard was.count == stands.count else { return false }
        return zip(was, stands).allSatisfy { Respelling(pack: pack).isOneWord($0, $1) }
    }

    private func words(_ side: Side, _ range: Range<Int>) -> [String] { side.tokens[range].filter { $0.kind != .punctuation }.map(\.folded) }
}
