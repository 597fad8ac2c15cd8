import Alignment
import Findings
import Language
import PlainText
import Records

/// Numbers and dates, compared by value and slot by slot (1/5 and 1/3 swapped: a bag of numbers would see nothing).
struct FactRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let oldDates = facts(parallel.old, .date), newDates = facts(parallel.new, .date)
        let oldNumbers = facts(parallel.old, .number), newNumbers = facts(parallel.new, .number)
        // A year that is none ("2957") against a year, or the reverse, is a date changed.
        let (crossedOld, crossedNew) = crossed(oldNumbers, newDates, oldDates, newNumbers, &docket, &explained)
        func left(_ facts: [Fact], _ crossed: Set<Int>) -> [Fact] { facts.filter { !crossed.contains($0.tokens.lowerBound) } }
        compare(left(oldDates, crossedOld), left(newDates, crossedNew), .factDate, .factDateRemoved, &docket, &explained)
        compare(left(oldNumbers, crossedOld), left(newNumbers, crossedNew), .factNumber, .factNumberRemoved, &docket, &explained)
    }

    /// An ISBN has five groups with four hyphens between them.
    private static let bookNumber = 10

    private enum Kind { case date, number }

    /// A number or date in the side's tokens.
    private struct Fact {
        var tokens: Range<Int>
        var value: Value
    }
    private enum Value: Hashable {
        case date([Int?], approximate: Bool)
        case number(Double, Double?, unit: String?)

        func isEqual(to other: Value) -> Bool {
            switch (self, other) {
            case (.date(let left, let isVague), .date(let right, let isOtherVague)):
                // "the 1500s" and "the sixteenth century": spans that meet.
                if isVague || isOtherVague, let from = left[0], let otherFrom = right[0] {
                    return from <= (right[3] ?? otherFrom) + 1 && otherFrom <= (left[3] ?? from) + 1
                }
                // What one side leaves out is less exact, not different.
                return zip(left, right).allSatisfy { $0 == nil || $1 == nil || $0 == $1 }
            case (.number(let left, let upper, _), .number(let right, let otherUpper, _)):
                return abs(left - right) < 1e-9 * max(1, abs(left)) && upper == otherUpper
            default: return false
            }
        }
    }

    private func facts(_ side: Side, _ kind: Kind) -> [Fact] {
        side.lines.flatMap { line -> [Fact] in
            let sentence = Sentence(tokens: Array(side.tokens[line.tokens]), range: line.range)
            let dates = Language.dates(in: sentence, pack: pack)
            let shift = line.tokens.lowerBound
            switch kind {
            case .date:
                return dates.map {
                    Fact(
                        tokens: $0.tokens.lowerBound + shift..<$0.tokens.upperBound + shift,
                        value: .date([$0.year, $0.month, $0.day, $0.endYear, $0.endMonth, $0.endDay], approximate: $0.isApproximate))
                }
            case .number:
                return quantities(in: sentence, excluding: dates, pack: pack).filter { !isPartOfWord($0.tokens, in: sentence) }.map {
                    Fact(tokens: $0.tokens.lowerBound + shift..<$0.tokens.upperBound + shift, value: .number($0.value, $0.upper, unit: $0.unit))
                }
            }
        }
    }

    /// Numbers of one side that stand in the slot of a date of the other. Returns the tokens that are settled.
    private func crossed(
        _ oldNumbers: [Fact], _ newDates: [Fact], _ oldDates: [Fact], _ newNumbers: [Fact], _ docket: inout Docket, _ explained: inout Explained
    ) -> (old: Set<Int>, new: Set<Int>) {
        var settled: (old: Set<Int>, new: Set<Int>) = ([], [])
        for (befores, afters) in [(oldNumbers, newDates), (oldDates, newNumbers)] {
            for before in befores where before.tokens.count == 1 {
                guard let edit = parallel.edit(oldToken: before.tokens.lowerBound), edit.old == before.tokens,
                    let after = afters.first(where: { $0.tokens == edit.new })
                else { continue }
                docket.file(
                    Finding(
                        rule: .factDate, entity: subject(before), before: parallel.old.place(before.tokens), after: parallel.new.place(after.tokens),
                        message: "'\(parallel.old.text(before.tokens))' stood; '\(parallel.new.text(after.tokens))' stands now",
                        evidence: [Evidence(kind: "slot", detail: "a year in the place of a number that is none")]))
                explained.mark(old: before.tokens, new: after.tokens)
                settled.old.insert(before.tokens.lowerBound)
                settled.new.insert(after.tokens.lowerBound)
            }
        }
        return settled
    }

    /// "selfbibl_23398": the digits of an identifier.
    private func isPartOfWord(_ range: Range<Int>, in sentence: Sentence) -> Bool {
        guard range.lowerBound > 0 else { return false }
        // The groups of a book's number.
        let before = sentence.tokens[max(0, range.lowerBound - Self.bookNumber)..<range.lowerBound]
        if let isbn = before.lastIndex(where: { ["isbn", "issn", "doi"].contains($0.folded) }), before[(isbn + 1)...].allSatisfy({ $0.kind != .word || $0.text.utf8.count == 1 }) { return true }
        let neighbour = sentence.tokens[range.lowerBound - 1], first = sentence.tokens[range.lowerBound]
        return neighbour.range.end == first.range.start && (neighbour.text == "_" || neighbour.kind == .word)
    }

    private func compare(_ old: [Fact], _ new: [Fact], _ changed: Rule, _ removed: Rule, _ docket: inout Docket, _ explained: inout Explained) {
        // Nothing numeric was touched: nothing to compare.
        guard old.contains(where: { parallel.isTouched(old: $0.tokens) }) else { return }
        // What no edit touches is its own partner; then the same value in the aligned place, then the same value anywhere: all are no change.
        let settled = Set(old.compactMap { parallel.isTouched(old: $0.tokens) ? nil : parallel.counterpart(of: $0.tokens.lowerBound) })
        var free = new.filter { !settled.contains($0.tokens.lowerBound) || parallel.isTouched(new: $0.tokens) }
        var open: [Fact] = []
        for fact in old where parallel.isTouched(old: fact.tokens) {
            let expected = parallel.position(of: fact.tokens.lowerBound)
            let equal = free.indices.filter { free[$0].value.isEqual(to: fact.value) }
            if let best = equal.min(by: { abs(free[$0].tokens.lowerBound - expected) < abs(free[$1].tokens.lowerBound - expected) }) {
                let partner = free.remove(at: best)
                // Another form of the same value accounts for its edit ("forty" -> "40").
                if parallel.isSameSlot(fact.tokens, partner.tokens) || abs(partner.tokens.lowerBound - expected) <= 6 { explained.mark(old: fact.tokens, new: partner.tokens) }
            } else {
                open.append(fact)
            }
        }
        // A value told twice before and once after is still told.
        open.removeAll { fact in new.contains { $0.value.isEqual(to: fact.value) } || isPunctuated(fact, new) }
        let oldOrder = Dictionary(old.enumerated().map { ($0.element.tokens.lowerBound, $0.offset) }) { first, _ in first }
        for fact in open where parallel.isTouched(old: fact.tokens) && !explained.covers(old: fact.tokens) {
            let expected = parallel.position(of: fact.tokens.lowerBound)
            let order = oldOrder[fact.tokens.lowerBound] ?? 0
            let slot = free.firstIndex { parallel.isSameSlot(fact.tokens, $0.tokens) }
                ?? (old.count == new.count ? free.firstIndex { new[order].tokens == $0.tokens && abs($0.tokens.lowerBound - expected) <= 8 } : nil)
            if let slot {
                let partner = free.remove(at: slot)
                docket.file(
                    Finding(
                        rule: changed, confidence: confidence(changed, fact, partner), entity: subject(fact), before: parallel.old.place(fact.tokens),
                        after: parallel.new.place(partner.tokens),
                        message: "'\(parallel.old.text(fact.tokens))' stood; '\(parallel.new.text(partner.tokens))' stands now",
                        evidence: [Evidence(kind: "slot", detail: "compared by value in the same place")]))
                explained.mark(old: fact.tokens, new: partner.tokens)
            } else if parallel.strength >= 0.5, isKeptAround(fact) {
                let at = min(expected, max(0, parallel.new.tokens.count - 1))
                docket.file(
                    Finding(
                        rule: removed, entity: subject(fact), before: parallel.old.place(fact.tokens), after: parallel.new.place(at..<at),
                        message: "'\(parallel.old.text(fact.tokens))' stood; no value stands in its place now",
                        evidence: [Evidence(kind: "slot", detail: "the sentence stays")]))
                explained.mark(old: fact.tokens)
            }
        }
    }

    /// "6.000" and "6,000": the same figures, grouped otherwise. Not of a date in words: "2 January 1943" and "2 March 1943" have the same figures.
    private func isPunctuated(_ fact: Fact, _ new: [Fact]) -> Bool {
        guard !parallel.old.tokens[fact.tokens].contains(where: { $0.has(.month) }) else { return false }
        func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }
        let own = digits(parallel.old.text(fact.tokens))
        return own.count > 3 && new.contains { digits(parallel.new.text($0.tokens)) == own }
    }

    /// A value went while its sentence stays: the edit takes little besides it.
    private func isKeptAround(_ fact: Fact) -> Bool {
        guard let edit = parallel.edit(oldToken: fact.tokens.lowerBound) else { return false }
        let besides = edit.old.filter { !fact.tokens.contains($0) && parallel.old.tokens[$0].kind == .word && !parallel.old.tokens[$0].has(.function) }
        return besides.count <= 2
    }

    private func confidence(_ rule: Rule, _ left: Fact, _ right: Fact) -> Double {
        if case .number(_, _, let one?) = left.value, case .number(_, _, let other?) = right.value, one != other { return 0.7 }
        return min(rule.confidence, 0.6 + parallel.strength * 0.4)
    }

    /// The name nearest to the value, as the one whom it concerns.
    private func subject(_ fact: Fact) -> Subject? {
        guard let line = parallel.old.line(of: fact.tokens.lowerBound) else { return nil }
        let names = parallel.old.mentions.filter { line.tokens.contains($0.tokens.lowerBound) }
        return names.min { abs($0.tokens.lowerBound - fact.tokens.lowerBound) < abs($1.tokens.lowerBound - fact.tokens.lowerBound) }?.subject(inquiry.pair.authority)
    }
}

extension Role {
    /// Whether its numbers and dates are statements; those of titles, imprints and statements of responsibility number the edition.
    var statesFacts: Bool {
        switch self {
        case .paragraph, .heading, .verse, .speech, .item, .cell, .note, .quotation, .caption, .field, .date, .source: true
        case .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .imprint, .gap: false
        }
    }
}
