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
        restyled(oldDates, newDates, &docket, &explained)
        joined(oldDates, newDates, &docket, &explained)
        compare(left(oldNumbers, crossedOld), left(newNumbers, crossedNew), .factNumber, .factNumberRemoved, &docket, &explained)
        measures(oldNumbers, newNumbers, &docket, &explained)
    }

    /// An ISBN has five groups with four hyphens between them.
    private static let bookNumber = 10

    private enum Kind { case date, number }

    /// A number or date in the side's tokens.
    struct Fact {
        var tokens: Range<Int>
        var value: Value
        var date: DateMention?
        /// The unit of measure, and its token.
        var measure: (name: String, token: Int)?
    }
    enum Value: Hashable {
        case date([Int?], approximate: Bool)
        case number(Double, Double?, unit: String?)

        /// "the 1930s" and "1937" meet; told anywhere but in the same place they are two statements.
        func isAsExact(as other: Value) -> Bool {
            guard case .date(_, let isVague) = self, case .date(_, let isOtherVague) = other else { return true }
            return isVague == isOtherVague
        }

        /// A day or a month stood, of the other only the year is left: "it became vague".
        func isLessExact(in other: Value) -> Bool {
            guard case .date(let left, false) = self, case .date(let right, _) = other, left[0] != nil, right[0] == left[0] else { return false }
            return left[1] != nil && right[1] == nil
        }

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
            let templates = templates(line.tokens, side)
            func isOfEditors(_ range: Range<Int>) -> Bool { templates.contains { $0.contains(range.lowerBound + shift) } }
            switch kind {
            case .date:
                return dates.filter { !isOfEditors($0.tokens) }.map {
                    Fact(
                        tokens: $0.tokens.lowerBound + shift..<$0.tokens.upperBound + shift,
                        value: .date([$0.year, $0.month, $0.day, $0.endYear, $0.endMonth, $0.endDay], approximate: $0.isApproximate), date: $0)
                }
            case .number:
                return quantities(in: sentence, excluding: dates, pack: pack).filter { !isPartOfWord($0.tokens, in: sentence) && !isOfEditors($0.tokens) }.map { quantity in
                    Fact(
                        tokens: quantity.tokens.lowerBound + shift..<quantity.tokens.upperBound + shift, value: .number(quantity.value, quantity.upper, unit: quantity.unit),
                        measure: quantity.measure.flatMap { name in quantity.measureToken.map { (name, $0 + shift) } })
                }
            }
        }
    }

    /// "{{dubious | date = August 2012}}" in text that nobody rendered: the date is that of the editor's mark.
    private func templates(_ line: Range<Int>, _ side: Side) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for index in line where index + 1 < line.upperBound {
            if side.tokens[index].folded == "{", side.tokens[index + 1].folded == "{" { open = open ?? index }
            if side.tokens[index].folded == "}", side.tokens[index + 1].folded == "}", let first = open {
                found.append(first..<index + 2)
                open = nil
            }
        }
        return found
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
        // "180 days after the decree" -> "30 September": a span of time and a date in one slot.
        for before in oldNumbers where !settled.old.contains(before.tokens.lowerBound) && isSpan(before, parallel.old) {
            guard let edit = parallel.edit(oldToken: before.tokens.lowerBound), let after = newDates.first(where: { parallel.isTouched(new: $0.tokens) && edit.new.overlaps($0.tokens) }),
                !newNumbers.contains(where: { edit.new.overlaps($0.tokens) }), !oldDates.contains(where: { $0.value.isEqual(to: after.value) }), edit.new.count <= after.tokens.count + Self.besideDate
            else { continue }
            exchanged(before, before.tokens.lowerBound..<min(before.tokens.upperBound + 2, edit.old.upperBound), after, after.tokens, &docket, &explained)
            settled.old.insert(before.tokens.lowerBound)
            settled.new.insert(after.tokens.lowerBound)
        }
        for after in newNumbers where !settled.new.contains(after.tokens.lowerBound) && isSpan(after, parallel.new) {
            guard let edit = parallel.edit(newToken: after.tokens.lowerBound), let before = oldDates.first(where: { parallel.isTouched(old: $0.tokens) && edit.old.overlaps($0.tokens) }),
                !oldNumbers.contains(where: { edit.old.overlaps($0.tokens) }), !newDates.contains(where: { $0.value.isEqual(to: before.value) }), edit.old.count <= before.tokens.count + Self.besideDate
            else { continue }
            exchanged(before, before.tokens, after, after.tokens.lowerBound..<min(after.tokens.upperBound + 2, edit.new.upperBound), &docket, &explained)
            settled.old.insert(before.tokens.lowerBound)
            settled.new.insert(after.tokens.lowerBound)
        }
        return settled
    }

    /// With more words round the date the clause was rewritten.
    private static let besideDate = 4

    /// A number of days, weeks, months or years.
    private func isSpan(_ fact: Fact, _ side: Side) -> Bool {
        let behind = fact.tokens.upperBound..<min(fact.tokens.upperBound + 2, side.tokens.count)
        return behind.contains { pack.group("span").contains(side.tokens[$0].folded) }
    }

    private func exchanged(_ before: Fact, _ old: Range<Int>, _ after: Fact, _ new: Range<Int>, _ docket: inout Docket, _ explained: inout Explained) {
        docket.file(
            Finding(
                rule: .factDate, confidence: parallel.cap(0.8), entity: subject(before), before: parallel.old.place(old), after: parallel.new.place(new),
                message: "'\(parallel.old.text(old))' stood; '\(parallel.new.text(new))' stands now", evidence: [Evidence(kind: "slot", detail: "a span of time and a date in the same place")]))
        explained.mark(old: old, new: new)
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
        parts(old, new, changed, &docket, &explained)
        // Nothing numeric was touched: nothing to compare.
        guard old.contains(where: { parallel.isTouched(old: $0.tokens) }) else { return }
        // What no edit touches is its own partner; then the same value in the aligned place, then the same value anywhere: all are no change.
        let settled = Set(old.compactMap { parallel.isTouched(old: $0.tokens) ? nil : parallel.counterpart(of: $0.tokens.lowerBound) })
        var free = new.filter { !settled.contains($0.tokens.lowerBound) || parallel.isTouched(new: $0.tokens) }
        var open: [Fact] = []
        for fact in old where parallel.isTouched(old: fact.tokens) {
            let expected = parallel.position(of: fact.tokens.lowerBound)
            let exchanged = free.contains { calendar(fact, $0) == .stated } ? nil : exchanged(fact, free)
            let equal = exchanged == nil ? free.indices.filter { isEqual(fact, free[$0]) && (free[$0].value.isAsExact(as: fact.value) || parallel.isSameSlot(fact.tokens, free[$0].tokens)) } : []
            if let best = equal.min(by: { abs(free[$0].tokens.lowerBound - expected) < abs(free[$1].tokens.lowerBound - expected) }) {
                let partner = free.remove(at: best)
                if isVaguer(fact, partner, new), !explained.covers(old: fact.tokens) {
                    tell(removed, fact, partner, &docket)
                    explained.mark(old: fact.tokens, new: partner.tokens)
                    continue
                }
                tellCalendar(fact, partner, &docket)
                // Another form of the same value accounts for its edit ("forty" -> "40").
                if parallel.isSameSlot(fact.tokens, partner.tokens) || abs(partner.tokens.lowerBound - expected) <= 6 { explained.mark(old: fact.tokens, new: partner.tokens) }
            } else if let exchanged {
                let partner = free.remove(at: exchanged)
                tell(changed, fact, partner, &docket)
                explained.mark(old: fact.tokens, new: partner.tokens)
            } else {
                open.append(fact)
            }
        }
        // A value told twice before and once after is still told.
        open.removeAll { fact in new.contains { $0.value.isEqual(to: fact.value) && $0.value.isAsExact(as: fact.value) } || isPunctuated(fact, new) || isOtherCalendar(fact, of: old, new) }
        let oldOrder = Dictionary(old.enumerated().map { ($0.element.tokens.lowerBound, $0.offset) }) { first, _ in first }
        for fact in open where parallel.isTouched(old: fact.tokens) && !explained.covers(old: fact.tokens) {
            let expected = parallel.position(of: fact.tokens.lowerBound)
            let order = oldOrder[fact.tokens.lowerBound] ?? 0
            let slot = free.firstIndex { parallel.isSameSlot(fact.tokens, $0.tokens) }
                ?? (old.count == new.count ? free.firstIndex { new[order].tokens == $0.tokens && abs($0.tokens.lowerBound - expected) <= 8 } : nil)
                ?? (max(old.count, new.count) <= Self.fewValues ? free.firstIndex { isOfSameNoun(fact, $0) } : nil)
            if let slot {
                let partner = free.remove(at: slot)
                tell(changed, fact, partner, &docket)
                explained.mark(old: fact.tokens, new: partner.tokens)
            } else if parallel.strength >= 0.5, isKeptAround(fact), !isOnlyOne(fact) {
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

    /// Stems of the content word before a figure and of the one behind it, as far as the next figure or mark.
    private func beside(_ fact: Fact, _ side: Side) -> Set<String> {
        func first(_ indices: [Int]) -> String? {
            for index in indices where side.tokens.indices.contains(index) {
                let token = side.tokens[index]
                if token.kind == .number || [",", ";", ".", "("].contains(token.folded) { return nil }
                if token.kind == .word, !token.has(.function), !token.has([.adverb, .verb]), token.folded != "percent" { return token.stem }
            }
            return nil
        }
        return Set([first((max(0, fact.tokens.lowerBound - 4)..<fact.tokens.lowerBound).reversed()), first(Array(fact.tokens.upperBound..<fact.tokens.upperBound + 5))].compactMap { $0 })
    }

    /// "in the 15th century" -> "in the 10th and 15th centuries": another date stands with the same one, joined by "and", where it stood alone.
    private func joined(_ old: [Fact], _ new: [Fact], _ docket: inout Docket, _ explained: inout Explained) {
        for fact in new where parallel.isTouched(new: fact.tokens) && !old.contains(where: { $0.value.isEqual(to: fact.value) }) {
            guard case .date = fact.value, let number = parallel.editIndex(newToken: fact.tokens.lowerBound), !explained.isExplained(number) else { continue }
            let neighbour = new.first { other in
                let between = other.tokens.lowerBound >= fact.tokens.upperBound ? fact.tokens.upperBound..<other.tokens.lowerBound : other.tokens.upperBound..<max(other.tokens.upperBound, fact.tokens.lowerBound)
                return other.tokens != fact.tokens && between.count <= 2 && between.contains { ["and", "or", "to"].contains(parallel.new.tokens[$0].folded) }
            }
            guard let neighbour, let partner = old.first(where: { $0.value.isEqual(to: neighbour.value) }) else { continue }
            let both = min(fact.tokens.lowerBound, neighbour.tokens.lowerBound)..<max(fact.tokens.upperBound, neighbour.tokens.upperBound)
            docket.file(
                Finding(
                    rule: .factDate, confidence: parallel.cap(Self.joinedDate), entity: subject(partner), before: parallel.old.place(partner.tokens), after: parallel.new.place(both),
                    message: "'\(parallel.old.text(partner.tokens))' stood; '\(parallel.new.text(both))' stands now", evidence: [Evidence(kind: "slot", detail: "a second date beside the first")]))
            explained.mark(new: fact.tokens)
        }
    }

    private static let joinedDate = 0.75

    private func tell(_ rule: Rule, _ fact: Fact, _ partner: Fact, _ docket: inout Docket) {
        // A day that may be the same in the other calendar is said, and left to the reader.
        let isOtherStyle = calendar(fact, partner) == .unstated
        let doubt = isOtherStyle ? [Evidence(kind: "calendar", detail: "one is the Old Style date of the other, if the calendar was changed; neither version names it")] : []
        docket.file(
            Finding(
                rule: rule, severity: isOtherStyle ? .note : nil, confidence: confidence(rule, fact, partner), entity: subject(fact), before: parallel.old.place(fact.tokens),
                after: parallel.new.place(partner.tokens),
                message: "'\(parallel.old.text(fact.tokens))' stood; '\(parallel.new.text(partner.tokens))' stands now",
                evidence: [Evidence(kind: "slot", detail: "compared by value in the same place")] + doubt))
    }

    /// "A fifth of the one and a third of the other" -> "a third of the one and a fifth of the other": another value stands exactly in its place, though
    /// its own stands elsewhere. Returns the place in `free`.
    private func exchanged(_ fact: Fact, _ free: [Fact]) -> Int? {
        // Of "1/5" the 5 alone may be touched.
        guard let touched = fact.tokens.first(where: { parallel.oldTouched[$0] }), let number = parallel.editIndex(oldToken: touched) else { return nil }
        let edit = parallel.edits[number]
        // The figures differ ("1/5", "1/3") or the whole does; nothing else was edited there, and the words on both sides stayed.
        guard fact.tokens.lowerBound <= edit.old.lowerBound, edit.old.upperBound <= fact.tokens.upperBound else { return nil }
        return free.indices.first { at in
            let other = free[at]
            return other.tokens.lowerBound <= edit.new.lowerBound && edit.new.upperBound <= other.tokens.upperBound && !edit.new.isEmpty && !other.value.isEqual(to: fact.value) && !isPunctuated(fact, [other])
        }
    }

    /// The day went, the year stayed; and no other date of the sentence tells the day.
    private func isVaguer(_ fact: Fact, _ partner: Fact, _ new: [Fact]) -> Bool {
        fact.value.isLessExact(in: partner.value)
            && (parallel.isSameSlot(fact.tokens, partner.tokens) || fact.tokens.contains { parallel.counterpart(of: $0).map(partner.tokens.contains) == true }) && !new.contains { $0.tokens != partner.tokens && !fact.value.isLessExact(in: $0.value) && $0.value.isEqual(to: fact.value) }
    }

    /// "the mid-1970s" -> "the late 1970s", "before 1920" -> "after 1920": the same figure, another part of the time or another side of it.
    private func parts(_ old: [Fact], _ new: [Fact], _ rule: Rule, _ docket: inout Docket, _ explained: inout Explained) {
        for fact in old {
            guard case .date = fact.value else { return }
            let first = max(0, fact.tokens.lowerBound - 3)
            guard parallel.isTouched(old: first..<fact.tokens.upperBound), let partner = new.first(where: { parallel.counterpart(of: fact.tokens.upperBound - 1).map($0.tokens.contains) ?? parallel.isSameSlot(fact.tokens, $0.tokens) }),
                partner.value.isEqual(to: fact.value)
            else { continue }
            let isOther = ["partOfTime", "sideOfTime"].contains { group in
                guard let one = part(fact, parallel.old, group), let other = part(partner, parallel.new, group) else { return false }
                return one != other
            }
            guard isOther else { continue }
            let before = max(first, fact.tokens.lowerBound - 1)..<fact.tokens.upperBound, after = max(0, partner.tokens.lowerBound - 1)..<partner.tokens.upperBound
            tell(rule, Fact(tokens: before, value: fact.value), Fact(tokens: after, value: partner.value), &docket)
            explained.mark(old: before, new: after)
        }
    }

    /// The word of a group right before a date: "early", "late"; "before", "after".
    private func part(_ fact: Fact, _ side: Side, _ group: String) -> String? {
        let own = side.tokens[fact.tokens.lowerBound].folded
        if let hyphen = own.firstIndex(of: "-"), let value = pack.value(of: String(own[..<hyphen]), in: group) { return value }
        let first = max(side.line(of: fact.tokens.lowerBound)?.tokens.lowerBound ?? 0, fact.tokens.lowerBound - 3)
        for index in (first..<fact.tokens.lowerBound).reversed() {
            if let value = pack.value(of: side.tokens[index].folded, in: group) { return value }
            guard side.tokens[index].folded == "-" || side.tokens[index].has([.determiner, .preposition]) || pack.value(of: side.tokens[index].folded, in: "partOfTime") != nil else { return nil }
        }
        return nil
    }

    /// In a list of more values than this the place of a value tells which it is.
    private static let fewValues = 8

    /// In a sentence built anew the two count the same thing, and nothing else does: "12 % were peasants" -> "peasants made up 14 %".
    private func isOfSameNoun(_ fact: Fact, _ other: Fact) -> Bool {
        guard case .number(_, _, let unit?) = fact.value, case .number(_, _, let otherUnit?) = other.value, unit == otherUnit, parallel.strength >= 0.3 else { return false }
        // Percentages are of many things: those beside the same word are compared.
        if unit == "%" { return !beside(fact, parallel.old).isDisjoint(with: beside(other, parallel.new)) }
        func isOnly(_ side: Side, _ own: Fact) -> Bool {
            side.tokens.count { $0.stem == unit } == 1 && !facts(side, .number).contains { if case .number(_, _, unit) = $0.value { $0.tokens != own.tokens } else { false } }
        }
        return isOnly(parallel.old, fact) && isOnly(parallel.new, other)
    }

    /// "6.000" and "6,000": the same figures, grouped otherwise. Not of a date in words: "2 January 1943" and "2 March 1943" have the same figures.
    private func isPunctuated(_ fact: Fact, _ new: [Fact]) -> Bool {
        guard !parallel.old.tokens[fact.tokens].contains(where: { $0.has(.month) }) else { return false }
        func digits(_ text: String) -> [UInt8] { text.utf8.filter { (0x30...0x39).contains($0) } }
        let own = digits(parallel.old.text(fact.tokens))
        return own.count > 3 && new.contains { digits(parallel.new.text($0.tokens)) == own }
    }

    /// "the first lighthouse" -> "a lighthouse" is a matter of certainty (`StanceRules`).
    private func isOnlyOne(_ fact: Fact) -> Bool {
        guard let edit = parallel.edit(oldToken: fact.tokens.lowerBound) else { return false }
        let single = pack.group("oneOfSeveral")
        return fact.tokens.contains { pack.group("unique").contains(parallel.old.tokens[$0].folded) } && edit.new.contains { single.contains(parallel.new.tokens[$0].folded) }
    }

    /// A value went while its sentence stays: the edit takes little besides it.
    private func isKeptAround(_ fact: Fact) -> Bool {
        guard let edit = parallel.edit(oldToken: fact.tokens.lowerBound) else { return false }
        let besides = edit.old.filter { !fact.tokens.contains($0) && parallel.old.tokens[$0].kind == .word && !parallel.old.tokens[$0].has(.function) }
        return besides.count <= 2
    }

    func confidence(_ rule: Rule, _ left: Fact, _ right: Fact) -> Double {
        if case .number(_, _, let one?) = left.value, case .number(_, _, let other?) = right.value, one != other { return 0.7 }
        return parallel.cap(rule.confidence)
    }

    /// The name nearest to the value, as the one whom it concerns.
    func subject(_ fact: Fact) -> Subject? {
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
