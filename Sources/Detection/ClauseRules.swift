import Alignment
import Findings
import Language

/// Clauses cut out of a kept sentence, or put into one: a reason, a qualification, a further deed.
///
/// Asked last. What other rules read off single words of a clause (a hedge, a judging word, a name) does not tell that the clause went; what they
/// accounted for as a whole (a source, an agent, another spelling) does. The words must be new to, or gone from, the whole other version, and what
/// stands in their place must be much less: a clause in other words is no clause cut.
struct ClauseRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// With fewer content words than this a phrase is a detail of style.
    static let fewestWords = 3
    /// A phrase between commas or brackets says something of its own with fewer, and so does what was put in (a note).
    static let fewestSetOff = 2
    /// A clause that another rule has read a word of, or that went with a name: with more.
    static let fewestBeside = 4
    /// What was put in is told by the hedge or the judging word in it, unless it says much besides.
    static let fewestAgain = 5
    /// For each word that was put in its place so many must have gone.
    static let exchange = 2

    /// `telling` is what the rules before those about words have accounted for.
    func apply(telling: Explained, to docket: inout Docket, _ explained: inout Explained) {
        guard parallel.strength >= 0.3, parallel.edits.count <= WordFinding.mostEdits else { return }
        let oldStock = WordStock(parallel.old), newStock = WordStock(parallel.new)
        for number in parallel.edits.indices where !telling.isExplained(number) {
            let edit = parallel.edits[number]
            let isRead = explained.isExplained(number)
            let gone = unmatched(edit.old, parallel.old, in: newStock), came = unmatched(edit.new, parallel.new, in: oldStock)
            if gone.count >= Self.exchange * came.count, let piece = piece(gone, edit.old, parallel.old, parallel.lost, isRead: isRead, hasOpposite: !came.isEmpty, isNote: false) {
                guard !stands(parallel.old, piece, isOld: true) else { continue }
                let at = min(edit.new.lowerBound, max(0, parallel.new.tokens.count - 1))
                docket.file(
                    Finding(
                        rule: .erasurePassage, confidence: confidence(.erasurePassage), scope: .passage, entity: nil, before: parallel.old.place(piece),
                        after: parallel.new.place(at..<at),
                        message: "a phrase of \(piece.count { parallel.old.tokens[$0].kind != .punctuation }) words is gone from a sentence that stays",
                        evidence: [Evidence(kind: "search", detail: "its words were looked for in the whole other version")]))
                explained.mark(old: piece)
            } else if came.count >= Self.exchange * gone.count, let piece = piece(came, edit.new, parallel.new, parallel.gained, isRead: isRead, hasOpposite: !gone.isEmpty, isNote: true) {
                guard !stands(parallel.new, piece, isOld: false) else { continue }
                docket.file(
                    Finding(
                        rule: .interpolationPassage, confidence: confidence(.interpolationPassage), scope: .passage, entity: nil, before: nil, after: parallel.new.place(piece),
                        message: "a phrase of \(piece.count { parallel.new.tokens[$0].kind != .punctuation }) words was put into a sentence that stays",
                        evidence: [Evidence(kind: "search", detail: "its words were looked for in the whole other version")]))
                explained.mark(new: piece)
            }
        }
    }

    /// The content words of an edit that stand in none of the other sentences, in any form or spelling.
    private func unmatched(_ range: Range<Int>, _ side: Side, in other: WordStock) -> [Int] {
        range.filter { side.tokens[$0].kind == .word && !side.tokens[$0].has(.function) && !other.holds(side.tokens[$0]) }
    }

    /// The words of a side: their stems, and what begins alike.
    private struct WordStock {
        private var stems: Set<String> = []
        private var byBeginning: [String: [[UInt8]]] = [:]

        init(_ side: Side) {
            for token in side.tokens where token.kind == .word {
                guard stems.insert(token.stem).inserted, token.folded.utf8.count >= Self.beginning else { continue }
                byBeginning[String(decoding: token.folded.utf8.prefix(Self.beginning), as: UTF8.self), default: []].append(Array(token.folded.utf8))
            }
        }

        /// The same stem, or another form or spelling: protesters, protestors; anarchist, anarchism.
        func holds(_ token: SentenceToken) -> Bool {
            if stems.contains(token.stem) { return true }
            let letters = Array(token.folded.utf8)
            guard letters.count >= Self.beginning, let others = byBeginning[String(decoding: letters.prefix(Self.beginning), as: UTF8.self)] else { return false }
            return others.contains { other in zip(letters, other).prefix { $0 == $1 }.count >= min(letters.count, other.count) - Self.ending }
        }

        /// Words that share so many letters at their beginning, and of the shorter all but so many at its end, are forms of one.
        private static let beginning = 5
        private static let ending = 3
    }

    /// The stretch of an edit that the unmatched words fill: the edit, or the clause of it that they are in. Nil where they are too few.
    private func piece(_ words: [Int], _ range: Range<Int>, _ side: Side, _ names: [Int], isRead: Bool, hasOpposite: Bool, isNote: Bool) -> Range<Int>? {
        guard let first = words.first, let last = words.last, isPhrase(side, range) else { return nil }
        // A name that went with it tells itself.
        let plain = words.filter { word in !names.contains { side.mentions[$0].tokens.contains(word) } }
        let tellsName = plain.count < words.count
        let fewest = isNote ? (isRead ? Self.fewestAgain : hasOpposite ? Self.fewestWords : Self.fewestSetOff) : tellsName || isRead || hasOpposite ? Self.fewestBeside : isSetOff(range, side) ? Self.fewestSetOff : Self.fewestWords
        guard plain.count >= fewest else { return nil }
        // Back to the border of the clause, forward to the last word.
        var from = first
        while from > range.lowerBound, !isBorder(side.tokens[from - 1]) { from -= 1 }
        var to = last + 1
        while to < range.upperBound, side.tokens[to].kind == .word, !isBorder(side.tokens[to]) { to += 1 }
        return words.count * 2 >= range.count { side.tokens[$0].kind == .word && !side.tokens[$0].has(.function) } ? range : from..<to
    }

    private func isBorder(_ token: SentenceToken) -> Bool { [",", ";", ":", "(", ")", "-", "\""].contains(token.folded) }

    /// Between commas, brackets or dashes.
    private func isSetOff(_ range: Range<Int>, _ side: Side) -> Bool {
        guard let first = range.first, let last = range.last else { return false }
        func isMark(_ index: Int) -> Bool { side.tokens.indices.contains(index) && side.tokens[index].kind == .punctuation && side.tokens[index].folded != "'s" && side.tokens[index].folded != "\"" }
        return (isMark(first) || isMark(first - 1)) && (isMark(last) || isMark(last + 1))
    }

    /// A phrase is less sure than a sentence.
    private func confidence(_ rule: Rule) -> Double { parallel.cap(rule.confidence - 0.1) }

    /// More words than numbers and marks, and no identifier of a book.
    private func isPhrase(_ side: Side, _ range: Range<Int>) -> Bool {
        let tokens = side.tokens[range]
        guard !tokens.contains(where: { $0.folded == "isbn" || $0.folded == "|" || $0.folded == "{" }) else { return false }
        return tokens.count { $0.kind == .word } * 2 > tokens.count
    }

    /// Most of its words stand elsewhere in the other version.
    private func stands(_ side: Side, _ range: Range<Int>, isOld: Bool) -> Bool {
        let words = side.wordIDs(range)
        return words.count >= 3 && PassageRules(inquiry: inquiry).standsElsewhere(words, isOld: isOld)
    }
}
