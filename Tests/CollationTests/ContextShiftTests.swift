import Collation
import Testing
import Traditions

/// Names that took each other's place stand in one place, although words come, go and change beside them: "by Trotsky at night", "by Stalin himself".
struct ContextShiftTests {
    /// Told are the pairs of different words of which one is a name, there are those that were planted.
    @Test func namesPairWithNames() {
        var byLanguage: [(language: String, score: PairScore)] = []
        for shift in ContextShift.planted(500, seed: 1924) {
            let table = collate([
                Witness(siglum: "old", tokens: shift.old.map { WitnessToken(text: $0) }), Witness(siglum: "new", tokens: shift.new.map { WitnessToken(text: $0) }),
            ])
            var score = PairScore()
            score.there = shift.names.count
            for place in 0..<table.width {
                let old = Int(table.cells[place * 2]), new = Int(table.cells[place * 2 + 1])
                guard old >= 0, new >= 0, shift.old[old] != shift.new[new], shift.oldNames.contains(old) && shift.newNames.contains(new) || shift.names.contains([old, new]) else {
                    // A name may stand against what took its slot, but not where its true partner was to be had.
                    if old >= 0, new >= 0, shift.names.contains(where: { $0[0] == old || $0[1] == new }) { score.told += 1 }
                    continue
                }
                score.told += 1
                if shift.names.contains([old, new]) { score.right += 1 }
            }
            if let at = byLanguage.firstIndex(where: { $0.language == shift.language }) { byLanguage[at].score += score } else { byLanguage.append((shift.language, score)) }
        }
        #expect(byLanguage.count == 5)
        for (language, score) in byLanguage {
            #expect(score.f1 >= 0.95, "\(language): precision \(score.precision), recall \(score.recall) of \(score.there)")
            #expect(score.there > 150)
        }
    }

    /// By hand, the two sides of a substitution with its context.
    @Test(arguments: [
        ["led by Trotsky at night .", "led by others ."]: ["led|by|Trotsky|at|night|.", "led|by|others|-|-|."],
        ["led by Trotsky .", "led by the committee ."]: ["led|by|-|Trotsky|.", "led|by|the|committee|."],
        ["led by Trotsky at night .", "led late by Stalin ."]: ["led|-|by|Trotsky|at|night|.", "led|late|by|Stalin|-|-|."],
        ["and then Trotsky spoke of peace", "and Stalin himself spoke of war"]: ["and|then|Trotsky|-|spoke|of|peace", "and|-|Stalin|himself|spoke|of|war"],
    ] as [[String]: [String]])
    func aSlotKeepsItsPlace(texts: [String], rows: [String]) {
        let table = collate(texts.enumerated().map { Witness(siglum: "\($0)", tokens: words(of: $1)) })
        #expect(table.witnesses.indices.map { witness in (0..<table.width).map { table.token($0, witness)?.text ?? "-" }.joined(separator: "|") } == rows)
    }
}
