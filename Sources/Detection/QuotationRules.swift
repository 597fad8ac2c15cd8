import Alignment
import Findings
import Language
import PlainText
import Records

/// Words inside quotation marks or a quotation element that changed.
struct QuotationRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// A quoted stretch shorter than this is a title, a nickname or a distance mark rather than somebody's words.
    static let shortest = 3
    /// Two quotations are the same one when they share this much of the shorter; below it one quotation was exchanged for another.
    static let floor = 0.4
    /// Longer stretches are shown by their first change.
    static let longestSpan = 22

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
            // Rewritten as a whole under the same stated source it is the same quotation with other words.
            var isRewritten = false
            if best.map({ $0.share < Self.floor }) ?? true, free.count == 1, let source = source(parallel.old, old), source == self.source(parallel.new, free[0].tokens) {
                best = (0, Self.floor)
                isRewritten = true
            }
            guard let best, best.share >= Self.floor else {
                gone(old, oldWords, &docket, &explained)
                continue
            }
            let new = free.remove(at: best.at)
            guard max(oldWords.count, new.words.count) >= Self.shortest, oldWords != new.words else { continue }
            // "the 'Inönü wars'" -> "the 'battles of İnönü'": a title or a name in other words.
            if min(oldWords.count, new.words.count) < Self.shortest, max(oldWords.count, new.words.count) <= Self.shortest, !isSaid(old) { continue }
            // What was written anew says other things besides, which the other rules may tell.
            var apart = explained
            compare(old, new.tokens, &docket, &apart)
            if !isRewritten { explained = apart }
        }
    }

    /// The source or speaker that the mark-up states for a quotation.
    private func source(_ side: Side, _ tokens: Range<Int>) -> String? {
        guard let line = side.line(of: tokens.lowerBound), let first = side.tokens[tokens].first else { return nil }
        return side.version.annotations(of: side.version.passages[line.passage])
            .first { $0.kind == .quotation && $0.key != .none && $0.range.start <= first.range.start && first.range.start < $0.range.end }.map { side.version.symbols[$0.key] }
    }

    /// No quotation goes on with its words: they stand without marks now, or not at all, and somebody was said to have said them.
    private func gone(_ old: Range<Int>, _ words: [String], _ docket: inout Docket, _ explained: inout Explained) {
        guard words.count >= 2, parallel.strength >= 0.3, isTold(old), !parallel.old.tokens[old].filter({ $0.kind == .word && !$0.has(.function) }).allSatisfy(\.isCapital) else { return }
        guard old.contains(where: { parallel.oldTouched[$0] }) || parallel.isTouched(old: max(0, old.lowerBound - 1)..<min(parallel.old.tokens.count, old.upperBound + 1)) else { return }
        // "they call themselves 'free men'"
        let naming = pack.group("naming")
        guard !(max(0, old.lowerBound - 6)..<old.lowerBound).contains(where: { naming.contains(parallel.old.tokens[$0].folded) }) else { return }
        let bare = unquoted(words)
        let content = Set(parallel.old.tokens[old].filter { $0.kind == .word && !$0.has(.function) }.map(\.stem))
        guard bare != nil || words.count >= Self.shortest || content.count >= 2 else { return }
        let stays = content.filter { stem in parallel.new.tokens.contains { $0.stem == stem } }.count
        guard bare != nil || stays * 2 < content.count else { return }
        let speaker = parallel.old.mentions.first { $0.form.kind != .place && parallel.old.line(of: old.lowerBound)?.tokens.contains($0.tokens.lowerBound) == true && !old.contains($0.tokens.lowerBound) }
        let at = min(parallel.position(of: old.lowerBound), max(0, parallel.new.tokens.count - 1))
        docket.file(
            Finding(
                rule: .attributionQuoteAltered, severity: .warning, confidence: Self.unmarked, entity: speaker?.subject(inquiry.pair.authority), before: parallel.old.place(old),
                after: parallel.new.place(bare ?? at..<at),
                message: bare == nil ? "the quoted words '\(parallel.old.text(old))' stood; they are gone" : "'\(parallel.old.text(old))' stood as a quotation; the words stand without marks now",
                evidence: [Evidence(kind: "slot", detail: "beside a verb of speech")]))
        if bare == nil { explained.mark(old: old) }
    }

    /// A quotation that went whole is less sure than one with other words in it.
    static let unmarked = 0.75

    /// Where the words stand without marks on the new side.
    private func unquoted(_ words: [String]) -> Range<Int>? {
        let side = parallel.new
        guard side.tokens.count >= words.count else { return nil }
        return (0...side.tokens.count - words.count).first { start in
            words.indices.allSatisfy { side.tokens[start + $0].folded == words[$0] && !side.isQuoted[start + $0] }
        }.map { $0..<$0 + words.count }
    }

    /// A verb of speech or a source near it, in the same sentence.
    private func isTold(_ quotation: Range<Int>) -> Bool {
        guard let line = parallel.old.line(of: quotation.lowerBound) else { return false }
        let near = max(line.tokens.lowerBound, quotation.lowerBound - 9)..<min(line.tokens.upperBound, quotation.upperBound + 6)
        return near.contains { !quotation.contains($0) && !parallel.old.tokens[$0].isCapital && (parallel.old.tokens[$0].has([.speech]) || ["according", ":"].contains(parallel.old.tokens[$0].folded) || pack.wording.senses(of: parallel.old.tokens[$0].folded).contains { $0.scale == .force }) }
    }

    /// A verb of speech shortly before it.
    private func isSaid(_ quotation: Range<Int>) -> Bool {
        (max(0, quotation.lowerBound - 6)..<quotation.lowerBound).contains { parallel.old.tokens[$0].has([.speech, .source]) || parallel.old.tokens[$0].folded == ":" }
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
        var oldSpan = first.old.clamped(to: old), newSpan = first.new.clamped(to: new)
        // All of it, as long as a reader takes it in at a glance.
        if let last = telling.last {
            let wholeOld = oldSpan.lowerBound..<max(oldSpan.upperBound, last.old.clamped(to: old).upperBound), wholeNew = newSpan.lowerBound..<max(newSpan.upperBound, last.new.clamped(to: new).upperBound)
            if max(wholeOld.count, wholeNew.count) <= Self.longestSpan { (oldSpan, newSpan) = (wholeOld, wholeNew) }
        }
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
