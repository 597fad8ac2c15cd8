import Alignment
import Findings
import Language

/// Days that are, or may be, one in the Old and the New Style: the calendar that a text names is noted, and nothing is converted in silence.
extension FactRules {
    func calendar(_ one: Fact, _ other: Fact) -> CalendarStyle.Relation? {
        guard let one = one.date, let other = other.date else { return nil }
        return CalendarStyle.relation(one, other)
    }

    /// The same value; of days in two named calendars the same day.
    func isEqual(_ one: Fact, _ other: Fact) -> Bool {
        if let style = one.date?.style, let otherStyle = other.date?.style, style != otherStyle, one.date?.day != nil, one.date?.year != nil { return calendar(one, other) == .stated }
        return one.value.isEqual(to: other.value) || calendar(one, other) == .stated
    }

    /// The conversion is not done in silence: it is listed among the neutral changes.
    func tellCalendar(_ fact: Fact, _ partner: Fact, _ docket: inout Docket) {
        guard !fact.value.isEqual(to: partner.value), calendar(fact, partner) == .stated else { return }
        docket.neutral(
            .neutralVariant, before: parallel.old.place(fact.tokens), after: parallel.new.place(partner.tokens),
            message: "'\(parallel.old.text(fact.tokens))' and '\(parallel.new.text(partner.tokens))' are one day in the Old and the New Style",
            evidence: [Evidence(kind: "calendar", detail: "the text names the calendar; the days were converted to compare them")])
    }

    /// "25 October 1917 (O.S.)" -> "(N.S.)": the figures stay, the calendar that is named is another, and so is the day.
    func restyled(_ old: [Fact], _ new: [Fact], _ docket: inout Docket, _ explained: inout Explained) {
        for fact in old where fact.date?.style != nil && !parallel.isTouched(old: fact.tokens) {
            guard let at = parallel.counterpart(of: fact.tokens.lowerBound), let partner = new.first(where: { $0.tokens.contains(at) }), let style = partner.date?.style,
                style != fact.date?.style, fact.date?.day != nil
            else { continue }
            docket.file(
                Finding(
                    rule: .factDate, entity: subject(fact), before: parallel.old.place(fact.tokens), after: parallel.new.place(partner.tokens),
                    message: "'\(parallel.old.text(fact.tokens))' was a date of the \(fact.date?.style == .julian ? "Old" : "New") Style; it is one of the \(style == .julian ? "Old" : "New") Style now",
                    evidence: [Evidence(kind: "calendar", detail: "the text names the calendar; the same figures are another day in the other one")]))
            if let edit = parallel.edits.first(where: { $0.old.lowerBound >= fact.tokens.upperBound && $0.old.lowerBound <= fact.tokens.upperBound + 3 }) { explained.mark(old: edit.old, new: edit.new) }
        }
    }

    /// "25 October (7 November) 1917" -> "25 October 1917": the day stays, in one of its calendars.
    func isOtherCalendar(_ fact: Fact, of old: [Fact], _ new: [Fact]) -> Bool {
        fact.date?.style != nil && old.contains { twin in twin.tokens != fact.tokens && calendar(fact, twin) == .stated && new.contains { isEqual(twin, $0) } }
    }
}
