import Language
import Records
import PlainText

/// An office, rank or title with the words that narrow it: "deputy foreign minister".
struct OfficePhrase: Hashable {
    /// Tokens of the side.
    var tokens: Range<Int>
    /// Stems, hyphenated words as their parts.
    var words: Set<String>
    /// Those of them that make it another rank: offices themselves, "deputy", "acting".
    var ranks: Set<String>
    /// What stands behind "of": "state", "the interior".
    var charge: Range<Int>?
}

/// Reads offices off the tokens of a side.
struct OfficeReader {
    let pack: LanguagePack

    /// More words than these behind "of" are no charge.
    private static let longestCharge = 5

    /// The offices of a side in order. Courtesies ("Mr", "comrade") are none.
    func phrases(_ side: Side) -> [OfficePhrase] {
        var phrases: [OfficePhrase] = []
        for line in side.lines {
            var index = line.tokens.lowerBound
            while index < line.tokens.upperBound {
                // An office first, by its class; the lists of narrowing words are asked only beside one.
                guard side.tokens[index].has([.office, .title]), isOffice(index, side), isPart(index, side) else {
                    index += 1
                    continue
                }
                var first = index, last = index + 1
                while first > line.tokens.lowerBound, isPart(first - 1, side), phrases.last.map({ $0.tokens.upperBound < first }) ?? true { first -= 1 }
                // "Deputy Under Secretary": narrowing words between two offices are of one phrase.
                var end = last
                while end < line.tokens.upperBound, isPart(end, side) {
                    end += 1
                    if isOffice(end - 1, side) { last = end }
                }
                phrases.append(phrase(first..<last, side))
                index = last
            }
        }
        return phrases
    }

    private func phrase(_ range: Range<Int>, _ side: Side) -> OfficePhrase {
        OfficePhrase(
            tokens: range, words: words(side, range),
            ranks: words(side, range.filter { isOffice($0, side) || pack.group("rank").contains(side.tokens[$0].folded) }), charge: charge(behind: range.upperBound, side))
    }

    func words(_ side: Side, _ indices: some Sequence<Int>) -> Set<String> {
        let ranks = pack.group("rank")
        return Set(indices.filter { side.tokens[$0].kind == .word && (!side.tokens[$0].has(.function) || ranks.contains(side.tokens[$0].folded)) }.flatMap { index -> [String] in
            let token = side.tokens[index]
            return token.folded.utf8.contains(0x2D) ? token.folded.split(separator: "-").map { pack.stem(String($0)) } : [token.stem]
        })
    }

    private func isOffice(_ index: Int, _ side: Side) -> Bool {
        let token = side.tokens[index]
        return token.kind == .word && token.has([.office, .title]) && !pack.group("courtesy").contains(token.folded)
    }

    private func isPart(_ index: Int, _ side: Side) -> Bool {
        let token = side.tokens[index]
        guard isOffice(index, side) || token.kind == .word && (pack.group("officeModifier").contains(token.folded) || pack.group("rank").contains(token.folded)) else { return false }
        guard let mention = side.mention(at: index) else { return true }
        // "Secretary of State" in capitals reads as a name: the office counts, the surname Baker does not.
        return side.mentions[mention].trust == .capitals && side.mentions[mention].tokens.count > 1 && index + 1 < side.mentions[mention].tokens.upperBound || isWhollyOffice(side.mentions[mention].tokens, side)
    }

    private func isWhollyOffice(_ range: Range<Int>, _ side: Side) -> Bool {
        range.count > 1 && range.allSatisfy { isOffice($0, side) || side.tokens[$0].has(.function) || pack.group("officeModifier").contains(side.tokens[$0].folded) || pack.group("charge").contains(side.tokens[$0].folded) }
    }

    private func charge(behind index: Int, _ side: Side) -> Range<Int>? {
        guard index + 1 < side.tokens.count, side.tokens[index].kind == .word, side.tokens[index].folded == "of" || side.tokens[index].folded == "for" || side.tokens[index].has(.genitive) else { return nil }
        var end = index + 1
        let limit = min(side.line(of: index)?.tokens.upperBound ?? end, index + 1 + Self.longestCharge)
        while end < limit, side.tokens[end].kind == .word, !side.tokens[end].has([.verb, .speech, .auxiliary, .preposition, .subordinator]) || pack.group("charge").contains(side.tokens[end].folded) { end += 1 }
        return end > index + 1 ? index + 1..<end : nil
    }

    /// Two words for one calling: writer and novelist, premier and prime minister.
    func isNear(_ old: OfficePhrase, _ new: OfficePhrase, _ oldSide: Side, _ newSide: Side) -> Bool {
        if old.tokens.count == 1, new.tokens.count == 1 {
            let left = oldSide.tokens[old.tokens.lowerBound].folded, right = newSide.tokens[new.tokens.lowerBound].folded
            if isShort(left, for: right) || isShort(right, for: left) { return true }
        }
        return !groups(old, oldSide).isDisjoint(with: groups(new, newSide))
    }

    /// "Prof." for professor, "Dr" for doctor, "д-р" for доктор: a listed abbreviation, or one with a hyphen, whose letters stand in the word in order.
    private func isShort(_ short: String, for word: String) -> Bool {
        guard pack.group("abbreviation").contains(short) || short.utf8.contains(UInt8(ascii: "-")), short.unicodeScalars.first == word.unicodeScalars.first else { return false }
        var rest = word.unicodeScalars[...]
        return short.unicodeScalars.allSatisfy { scalar in
            if scalar == "-" { return true }
            guard let at = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: at)...]
            return true
        }
    }

    private func groups(_ phrase: OfficePhrase, _ side: Side) -> Set<String> {
        let whole = side.tokens[phrase.tokens].map(\.folded).joined(separator: " ")
        return Set(([whole] + side.tokens[phrase.tokens].map(\.folded)).flatMap { pack.wording.senses(of: $0) }.filter { $0.scale == .calling }.map(\.group))
    }

    /// A word of appointment or being shortly before: "was named the", "served as".
    func isAppointed(_ side: Side, _ index: Int) -> Bool {
        guard let line = side.line(of: index) else { return false }
        var at = index - 1
        while at >= line.tokens.lowerBound, index - at <= 4 {
            if pack.group("appointing").contains(side.tokens[at].folded) { return true }
            guard side.tokens[at].has([.determiner, .adverb, .numeral]) || side.tokens[at].folded == "to" else { return false }
            at -= 1
        }
        return false
    }
}
