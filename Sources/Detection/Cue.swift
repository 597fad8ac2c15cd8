import Alignment
import Language

/// A word or run of words that says how sure, how judged or how harsh, where an edit touches it.
struct Cue: Hashable {
    var scale: Wording.Scale
    var group: String
    var level: Int
    /// Tokens of the side.
    var tokens: Range<Int>
    /// The folded words.
    var key: String
    /// Number of the edit that touches it.
    var edit: Int
}

/// The cues that the edits of a parallel touch, without those that stand on both sides: a word that moved within its sentence says what it said.
struct CueSheet {
    private(set) var old: [Cue] = []
    private(set) var new: [Cue] = []
    /// What opens the complement of a verb of speech: that, что, dass.
    let complementisers: WordList

    let pack: LanguagePack

    init(_ parallel: Parallel, pack: LanguagePack) {
        self.pack = pack
        complementisers = pack.group("complementiser")
        guard !pack.wording.isEmpty else { return }
        old = CueReader(side: parallel.old, isTouched: parallel.oldTouched, pack: pack).cues { parallel.editIndex(oldToken: $0) }
        new = CueReader(side: parallel.new, isTouched: parallel.newTouched, pack: pack).cues { parallel.editIndex(newToken: $0) }
        // "Many believed" -> "Many people believed that": the verb and somebody before it stood there already.
        old.removeAll { $0.group == "hearsay" && !parallel.oldTouched[$0.tokens.upperBound - 1] && parallel.edits[$0.edit].new.isEmpty }
        new.removeAll { $0.group == "hearsay" && !parallel.newTouched[$0.tokens.upperBound - 1] && parallel.edits[$0.edit].old.isEmpty }
        cancel { $0.scale == $1.scale && $0.group == $1.group && $0.key == $1.key }
        // Other words of one strength: a hedge for a hedge, a murder for a slaughter.
        cancel {
            guard $0.scale == $1.scale, $0.level == $1.level else { return false }
            // "is said to be" -> "is reputedly": hearsay by a verb or by an adverb.
            guard $0.group == $1.group || $0.scale == .hedge && $0.edit == $1.edit else { return false }
            // A hedge far off holds another claim off.
            if $0.scale == .hedge { return $0.edit == $1.edit || abs(parallel.position(of: $0.tokens.lowerBound) - $1.tokens.lowerBound) <= Self.nearHedge }
            return $0.scale == .harm || $0.edit == $1.edit
        }
    }

    /// Further apart than this, two hedges of one strength belong to two clauses.
    private static let nearHedge = 10

    /// Takes out pairs of an old and a new cue for which `isSame` holds, each cue once.
    private mutating func cancel(_ isSame: (Cue, Cue) -> Bool) {
        var isFree = [Bool](repeating: true, count: new.count)
        var rest: [Cue] = []
        for cue in old {
            if let at = new.indices.first(where: { isFree[$0] && isSame(cue, new[$0]) }) { isFree[at] = false } else { rest.append(cue) }
        }
        old = rest
        new = zip(new, isFree).filter { $0.1 }.map(\.0)
    }
}

/// Reads the cues of a side.
struct CueReader {
    let side: Side
    let isTouched: [Bool]
    let pack: LanguagePack

    /// Tokens of the longest cue.
    private static let reach = 10

    func cues(_ edit: (Int) -> Int?) -> [Cue] {
        var cues: [Cue] = []
        for line in side.lines {
            var index = line.tokens.lowerBound
            var touched = index
            while index < line.tokens.upperBound {
                // Idle where no edit is within a cue's reach.
                touched = max(touched, index)
                while touched < line.tokens.upperBound, !isTouched[touched] { touched += 1 }
                guard touched - index < Self.reach else {
                    index = min(touched - Self.reach + 1, line.tokens.upperBound)
                    continue
                }
                if let cue = hearsay(at: index, line.tokens, edit) {
                    cues.append(cue)
                    index = cue.tokens.upperBound
                    continue
                }
                guard let match = pack.wording.match(side.tokens[index..<min(index + Self.reach, line.tokens.upperBound)]) else {
                    // "allegdly": a misprint holds the claim off as the word itself does.
                    if isTouched[index], let sense = pack.wording.misprinted(side.tokens[index]), let number = edit(index) {
                        cues.append(Cue(scale: sense.scale, group: sense.group, level: sense.level, tokens: index..<index + 1, key: side.tokens[index].stem, edit: number))
                    }
                    index += 1
                    continue
                }
                let range = index..<index + match.length
                if let touched = range.first(where: { isTouched[$0] }), let number = edit(touched) {
                    let key = side.tokens[range].map(\.stem).joined(separator: " ")
                    for sense in match.senses where isMeant(sense, among: match.senses, range, line.tokens) {
                        cues.append(Cue(scale: sense.scale, group: sense.group, level: sense.level, tokens: range, key: key, edit: number))
                    }
                }
                index += match.length
            }
        }
        return cues
    }

    /// Whether the words at `range` carry this sense here.
    private func isMeant(_ sense: Wording.Sense, among senses: [Wording.Sense], _ range: Range<Int>, _ line: Range<Int>) -> Bool {
        let token = side.tokens[range.lowerBound]
        // "alleged that" is a verb of speech, "the alleged spy" a hedge.
        if senses.contains(where: { $0.scale == .force }), senses.contains(where: { $0.scale == .hedge }) {
            let hasComplement = pack.isComplement(side.tokens, range.upperBound..<line.upperBound)
            // "Orwell reported": a finite verb behind its subject holds nothing off.
            let hasSubject = range.lowerBound > line.lowerBound && side.mention(at: range.lowerBound - 1) != nil
            // "Сообщается, что": nobody says it.
            let isImpersonal = pack.hasFreeOrder && !hasSubject && ["ся", "сь"].contains { token.folded.hasSuffix($0) }
            if isImpersonal { return sense.scale == .hedge }
            if sense.scale == .hedge && (hasComplement || hasSubject) || sense.scale == .force && !hasComplement { return false }
        }
        switch sense.scale {
        case .reputed, .vagueSource, .calling, .party, .creed: return false
        case .quantity:
            // "some 5,000" counts; "no" denies.
            guard sense.level > 0, range.upperBound < line.upperBound, side.tokens[range.upperBound].kind == .word else { return false }
            return !side.tokens[range.upperBound].has([.numeral, .adverb])
        case .hedge, .force, .tone:
            // Part of a name or title: "Great Britain", "Democratic Republic". At the start of a sentence the capital says nothing.
            // Where every noun has a capital, only what another capital follows: "Große Kirche".
            if token.isCapital, range.lowerBound > line.lowerBound {
                guard pack.capitalisesNouns, range.upperBound >= line.upperBound || !side.tokens[range.upperBound].isCapital else { return false }
            }
            if token.isCapital, let mention = side.mention(at: range.lowerBound), side.mentions[mention].tokens.count > range.count { return false }
            // "heads of state", "the report": a noun.
            if sense.scale == .force, range.lowerBound > line.lowerBound, side.tokens[range.lowerBound - 1].has([.determiner, .preposition]) || side.tokens[range.lowerBound - 1].folded == "'s",
                side.tokens[range.lowerBound - 1].folded != "to", !token.folded.hasSuffix("ed"), !token.folded.hasSuffix("ing"), !side.tokens[range.lowerBound - 1].has(.pronoun) { return false }
            // The month.
            if token.folded == "may" {
                let isBeside = { (at: Int) in line.contains(at) && side.tokens[at].kind == .number }
                if isBeside(range.lowerBound - 1) || isBeside(range.upperBound) || (token.isCapital && range.lowerBound > line.lowerBound) { return false }
                if range.lowerBound > line.lowerBound, ["in", "of", "by", "since", "on", "early", "late", "mid"].contains(side.tokens[range.lowerBound - 1].folded) { return false }
            }
            // "the might of": a noun.
            if token.folded == "might", range.lowerBound > line.lowerBound, side.tokens[range.lowerBound - 1].has([.determiner, .preposition]) { return false }
            return true
        case .harm: return true
        }
    }

    /// "is said to", "it was widely believed that", "critics claim that", "one theory states that".
    private func hearsay(at index: Int, _ line: Range<Int>, _ edit: (Int) -> Int?) -> Cue? {
        let token = side.tokens[index]
        guard token.kind == .word else { return nil }
        var end: Int?
        var level = 2
        var word = ""
        if pack.group("be").contains(token.folded) {
            guard let at = next(after: index, line), let sense = senses(at).first(where: { $0.scale == .reputed }), at + 1 <= line.upperBound else { return nil }
            let follower = at + 1 < line.upperBound ? side.tokens[at + 1].folded : "."
            let isImpersonal = index > line.lowerBound && side.tokens[index - 1].folded == "it"
            guard ["to", "that", "as"].contains(follower) || isImpersonal && follower != "by" else { return nil }
            // "was reported to the police"
            if follower == "to", at + 2 < line.upperBound, side.tokens[at + 2].has(.determiner) || side.tokens[at + 2].isCapital { return nil }
            level = sense.level
            word = side.tokens[at].stem
            end = at + 1
        } else if senses(index).contains(where: { $0.scale == .vagueSource }), !isDefinite(index, line) {
            guard let at = next(after: index, line), let sense = senses(at).first(where: { $0.scale == .force }), at + 1 < line.upperBound else { return nil }
            let reach = min(at + 3, line.upperBound)
            guard (at + 1..<reach).contains(where: { pack.group("complementiser").contains(side.tokens[$0].folded) }) || sense.level < 0 else { return nil }
            end = at + 1
        }
        guard let end, let touched = (index..<end).first(where: { isTouched[$0] }), let number = edit(touched) else { return nil }
        return Cue(scale: .hedge, group: "hearsay", level: level, tokens: index..<end, key: "hearsay " + word, edit: number)
    }

    /// The next word that is no adverb or auxiliary.
    private func next(after index: Int, _ line: Range<Int>) -> Int? {
        var at = index + 1
        while at < line.upperBound, at - index <= 4 {
            let token = side.tokens[at]
            if !token.has([.adverb, .auxiliary]) || senses(at).contains(where: { $0.scale == .reputed || $0.scale == .force }) { return token.kind == .word ? at : nil }
            at += 1
        }
        return nil
    }

    private func senses(_ index: Int) -> [Wording.Sense] { pack.wording.senses(of: side.tokens[index].folded) }

    private func isDefinite(_ index: Int, _ line: Range<Int>) -> Bool {
        guard index > line.lowerBound else { return false }
        return side.tokens[index - 1].folded == "'s" || side.tokens[index - 1].has(.definite)
    }
}

extension LanguagePack {
    /// Whether `tokens[rest]` begins with what a verb of speech says: "that", a colon; behind a comma where the language sets one.
    func isComplement(_ tokens: [SentenceToken], _ rest: Range<Int>) -> Bool {
        guard let first = rest.first else { return false }
        let at = tokens[first].folded == "," ? first + 1 : first
        return rest.contains(at) && (tokens[at].folded == ":" || group("complementiser").contains(tokens[at].folded))
    }
}
