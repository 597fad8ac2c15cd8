import Collation
import TestSupport
import Testing
import Traditions

/// Invented traditions whose truth is known (Tests/Traditions).
struct TraditionTests {
    /// Small ones, for the time that a debug build takes; the whole grid goes through Scripts/compare-with-collatex.py (docs/collate.md). The bars lie
    /// a little below what is reached, for the three tongues together.
    private static let manners = [
        Tradition.Manner("few, low", words: 60, witnesses: 3, rate: 0.15), Tradition.Manner("few, high", words: 60, witnesses: 4, rate: 0.45),
        Tradition.Manner("many, low", words: 40, witnesses: 10, rate: 0.15), Tradition.Manner("long, few", words: 400, witnesses: 3, rate: 0.1),
    ]

    @Test(arguments: zip(manners, [0.89, 0.81, 0.89, 0.90]))
    func differentWordsOfOnePlaceArePaired(manner: Tradition.Manner, bar: Double) {
        var score = PairScore()
        for tongue in Tongue.all {
            for seed in 1...2 as ClosedRange<UInt64> {
                let tradition = Tradition(manner, in: tongue, seed: seed)
                let table = collate(tradition.witnesses)
                #expect(table.isWhole, "\(manner.name), \(tongue.name), seed \(seed)")
                #expect(table.limits.isEmpty)
                score += tradition.score(table)
            }
        }
        #expect(score.f1 >= bar, "\(manner.name): precision \(score.precision), recall \(score.recall)")
        #expect(score.there > 20, "the generator must plant something to find")
    }

    /// 24 orders of four witnesses, and every rotation of nine.
    @Test func theOrderOfTheWitnessesIsThatOfTheRowsOnly() {
        for seed in 1...2 as ClosedRange<UInt64> {
            let few = Tradition(.init("few", words: 24, witnesses: 4, rate: 0.4), in: .greek, seed: seed).witnesses
            let expected = columns(of: collate(few))
            for order in permutations(few) { #expect(columns(of: collate(order)) == expected, "\(order.map(\.siglum)), seed \(seed)") }
        }
        let many = Tradition(.init("many", words: 30, witnesses: 7, rate: 0.3), in: .french, seed: 5).witnesses
        let expected = columns(of: collate(many))
        for turn in many.indices.dropFirst() {
            let turned = Array(many[turn...] + many[..<turn])
            #expect(columns(of: collate(turned)) == expected, "from \(turned[0].siglum) on")
        }
    }

    @Test func aLongTextTakesTimeInProportion() {
        let clock = ContinuousClock()
        func seconds(_ words: Int) -> Double {
            let witnesses = Tradition(.init("long", words: words, witnesses: 3, rate: 0.05), in: .english, seed: 2).witnesses
            var table: CollationTable?
            let duration = clock.measure { table = collate(witnesses) }
            #expect(table?.isWhole == true)
            return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
        }
        // A debug build on a busy machine; a square of the text's length would make it 16 times as long.
        let (short, long) = (seconds(500), seconds(2_000))
        #expect(long < max(0.5, short * 12), "500 words \(short) s, 2,000 words \(long) s")
    }

    /// Each column as "siglum=word", by siglum.
    private func columns(of table: CollationTable) -> [[String]] {
        (0..<table.width).map { place in
            table.witnesses.indices.compactMap { witness in table.token(place, witness).map { table.witnesses[witness].siglum + "=" + $0.text } }.sorted()
        }
    }

    private func permutations(_ witnesses: [Witness]) -> [[Witness]] {
        guard witnesses.count > 1 else { return [witnesses] }
        return witnesses.indices.flatMap { index in
            var rest = witnesses
            let first = rest.remove(at: index)
            return permutations(rest).map { [first] + $0 }
        }
    }
}
