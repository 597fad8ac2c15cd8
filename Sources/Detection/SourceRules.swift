import Findings
import Language
import Records

/// Who vouches for a claim: "according to", "in the words of", references in the mark-up.
struct SourceRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// A reference to a source in the text.
    private struct Reference: Hashable {
        /// From the cue to the end of the source.
        var tokens: Range<Int>
        var mentions: [Int]
        var words: [String]
    }

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let old = references(parallel.old), new = references(parallel.new)
        var free = new
        var open: [Reference] = []
        for reference in old {
            if let at = free.firstIndex(where: { isSame(reference, $0) }) { free.remove(at: at) } else { open.append(reference) }
        }
        for reference in open where parallel.isTouched(old: reference.tokens) {
            let entity = reference.mentions.first.map { parallel.old.mentions[$0].subject(inquiry.pair.authority) }
                ?? Subject(id: reference.words.joined(separator: " "), name: parallel.old.text(reference.tokens))
            let text = parallel.old.text(reference.tokens)
            if let at = free.firstIndex(where: { parallel.isTouched(new: $0.tokens) }) {
                let successor = free.remove(at: at)
                docket.file(
                    Finding(
                        rule: .attributionSourceReplaced, confidence: cap(.attributionSourceReplaced), entity: entity,
                        other: successor.mentions.first.map { parallel.new.mentions[$0].subject(inquiry.pair.authority) },
                        before: parallel.old.place(reference.tokens), after: parallel.new.place(successor.tokens),
                        message: "the source '\(text)' stood; '\(parallel.new.text(successor.tokens))' stands now"))
                explained.mark(old: reference.tokens, new: successor.tokens)
            } else {
                // A frame of speech may have taken the source over: "according to Reed" -> "Reed wrote".
                if reference.mentions.contains(where: { parallel.kept[$0] != nil }) { continue }
                // Moved into a note or a list of sources.
                if let share = inquiry.newTriples.share(of: parallel.old.wordIDs(reference.tokens)), share >= PassageRules.movedShare {
                    docket.neutral(.neutralMove, before: parallel.old.place(reference.tokens), after: nil, message: "the source '\(text)' stands elsewhere")
                    explained.mark(old: reference.tokens)
                    continue
                }
                let isOnly = new.isEmpty
                let at = min(parallel.position(of: reference.tokens.lowerBound), max(0, parallel.new.tokens.count - 1))
                docket.file(
                    Finding(
                        rule: .attributionSourceRemoved, severity: isOnly ? .error : .warning, confidence: cap(.attributionSourceRemoved), entity: entity,
                        before: parallel.old.place(reference.tokens), after: parallel.new.place(at..<at),
                        message: "the claim stood with its source, '\(text)'; it stands without it now",
                        evidence: [Evidence(kind: "cue", detail: parallel.old.tokens[reference.tokens.lowerBound].text)]))
                explained.mark(old: reference.tokens)
            }
        }
        for reference in free where parallel.isTouched(new: reference.tokens) && open.isEmpty {
            docket.file(
                Finding(
                    rule: .attributionSourceAdded, severity: isBareClaim(reference) ? .warning : nil, confidence: cap(.attributionSourceAdded),
                    entity: reference.mentions.first.map { parallel.new.mentions[$0].subject(inquiry.pair.authority) }, before: nil,
                    after: parallel.new.place(reference.tokens), message: "a source was added: '\(parallel.new.text(reference.tokens))'"))
            explained.mark(new: reference.tokens)
        }
    }

    /// "According to the legend" before a claim that stood bare, where a reference in brackets only adds a proof: the claim is the source's now.
    private func isBareClaim(_ reference: Reference) -> Bool {
        let first = reference.tokens.lowerBound
        return parallel.new.tokens[first].folded != "(" && parallel.newTouched[first] && pack.group("sourceCue").contains("according_to") && parallel.new.tokens[first].folded == "according"
    }

    private func cap(_ rule: Rule) -> Double { parallel.cap(rule.confidence) }

    private func isSame(_ left: Reference, _ right: Reference) -> Bool {
        if left.mentions.contains(where: { one in right.mentions.contains { inquiry.isSame(parallel.old.mentions[one], parallel.new.mentions[$0]) } }) { return true }
        return SentencePairing.likeness(left.words.sorted(), right.words.sorted()).containment >= 0.5
    }

    private func references(_ side: Side) -> [Reference] {
        var found: [Reference] = []
        let openers = pack.sourceOpeners
        for line in side.lines {
            let reader = PhraseReader(side: side, line: line.tokens)
            var index = line.tokens.lowerBound
            while index < line.tokens.upperBound {
                if openers.contains(side.tokens[index].folded), let length = cue(at: index, side, line.tokens), let phrase = source(from: index + length, reader, side), !phrase.isPronoun {
                    let words = side.tokens[phrase.tokens].filter { $0.kind != .punctuation && !$0.has(.function) }.map(\.stem)
                    found.append(Reference(tokens: index..<phrase.tokens.upperBound, mentions: phrase.allMentions, words: words))
                    index = phrase.tokens.upperBound
                } else if let source = noted(at: index, side, line.tokens) {
                    found.append(source)
                    index = source.tokens.upperBound
                } else if let end = bracket(at: index, side, line.tokens) {
                    let range = index..<end
                    let names = side.mentions(in: range).filter { side.mentions[$0].tokens.lowerBound >= index && side.mentions[$0].tokens.upperBound <= end }
                    let words = side.tokens[range].filter { $0.kind == .word && !$0.has(.function) }.map(\.stem)
                    found.append(Reference(tokens: range, mentions: names, words: words))
                    index = end
                } else {
                    index += 1
                }
            }
        }
        return found
    }

    /// "According to Reed, Lenin and Trotsky spoke": the list after the comma belongs to the claim, unless a comma closes it too.
    private func source(from start: Int, _ reader: PhraseReader, _ side: Side) -> NounPhrase? {
        guard let phrase = reader.right(from: start), phrase.allMentions.count > 1 else { return reader.right(from: start) }
        let end = phrase.tokens.upperBound
        guard end >= side.tokens.count || side.tokens[end].folded != ",", let comma = phrase.tokens.first(where: { side.tokens[$0].folded == "," }) else { return phrase }
        return NounPhrase(start..<comma, in: side) ?? phrase
    }

    /// ", as Casement noted in his report,", "Как писал Суханов,": a name and a verb of speech between "as" and the next mark.
    private func noted(at index: Int, _ side: Side, _ line: Range<Int>) -> Reference? {
        guard pack.group("noting").contains(side.tokens[index].folded), index + 2 < line.upperBound, index == line.lowerBound || side.tokens[index - 1].kind == .punctuation else { return nil }
        var end = index + 1
        while end < line.upperBound, side.tokens[end].kind != .punctuation || side.mention(at: end) != nil { end += 1 }
        guard let verb = (index + 1..<end).first(where: { side.tokens[$0].has(.speech) }),
            let mention = side.mention(at: verb - 1) ?? side.mentions(in: verb + 1..<end).first(where: { side.mentions[$0].titlesFrom == verb + 1 })
        else { return nil }
        let words = side.tokens[index..<end].filter { $0.kind != .punctuation && !$0.has(.function) }.map(\.stem)
        return Reference(tokens: index..<end, mentions: [mention], words: words)
    }

    /// The end of a reference in brackets, "(Deutscher 1954, p. 307)": a name with a year, a volume or a page.
    private func bracket(at index: Int, _ side: Side, _ line: Range<Int>) -> Int? {
        guard side.tokens[index].folded == "(" else { return nil }
        guard let close = (index + 1..<min(index + 24, line.upperBound)).first(where: { side.tokens[$0].folded == ")" }) else { return nil }
        let inside = side.tokens[index + 1..<close]
        guard let first = inside.first, !["isbn", "issn", "doi"].contains(first.folded), first.isCapital || first.has(.source) || ["see", "cf", "quoted", "cited"].contains(first.folded) else { return nil }
        let hasNumber = inside.contains { $0.kind == .number }
        let hasCue = inside.contains { ["p", "pp", "vol", "no", "ch", "ibid"].contains($0.folded) } || inside.contains { $0.kind == .number && $0.text.utf8.count == 4 }
        // "(London, 1844)" is where and when a book came out, and says nobody's name.
        if inside.allSatisfy({ $0.kind != .word || $0.has(.place) || $0.has(.function) }) { return nil }
        // "(1879 - 1940)" is a life, "(born 7 November 1879)" too.
        guard hasNumber, hasCue, inside.contains(where: { $0.isCapital && !$0.has([.month, .weekday]) }) else { return nil }
        return close + 1
    }

    /// The number of tokens of a source cue that begins at `index`.
    private func cue(at index: Int, _ side: Side, _ line: Range<Int>) -> Int? {
        let cues = pack.group("sourceCue")
        for length in (1...5).reversed() where index + length < line.upperBound {
            if cues.contains(side.tokens[index..<index + length].map(\.folded).joined(separator: "_")) { return length }
        }
        return nil
    }
}
