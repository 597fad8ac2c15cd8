import Findings

/// A figure that stays while its unit of measure, money or time becomes another.
extension FactRules {
    /// "5 versts" -> "5 miles": the figure stays, the unit is another.
    func measures(_ old: [Fact], _ new: [Fact], _ docket: inout Docket, _ explained: inout Explained) {
        for fact in old {
            guard let unit = fact.measure, parallel.isTouched(old: unit.token..<unit.token + 1), !explained.covers(old: unit.token..<unit.token + 1) else { continue }
            let expected = parallel.position(of: fact.tokens.lowerBound)
            guard let partner = new.first(where: { abs($0.tokens.lowerBound - expected) <= 2 && $0.value.isEqual(to: fact.value) }), let other = partner.measure,
                !other.name.utf8.elementsEqual(unit.name.utf8)
            else { continue }
            let (before, after) = (fact.tokens.lowerBound..<unit.token + 1, partner.tokens.lowerBound..<other.token + 1)
            docket.file(
                Finding(
                    rule: .factNumber, confidence: parallel.cap(Rule.factNumber.confidence), entity: subject(fact), before: parallel.old.place(before),
                    after: parallel.new.place(after), message: "'\(parallel.old.text(before))' stood; '\(parallel.new.text(after))' stands now: another unit",
                    evidence: [Evidence(kind: "slot", detail: "the same figure with another unit")]))
            explained.mark(old: before, new: after)
        }
    }
}
