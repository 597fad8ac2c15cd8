import Collation
import TestSupport
import Testing
import Traditions

/// Invented traditions whose truth is known (Tests/Traditions).
struct TraditionTests {
    /// Small ones, for the time that a debug build takes; the whole grid goes through Scripts/compare-with-collatex.py (docs/collate.md). The bars lie
    /// a little below what is reached, for all tongues together.
    private static let manners = [
        Tradition.Manner("few, low", words: 60, witnesses: 3, rate: 0.15), Tradition.Manner("few, high", words: 60, witnesses: 4, rate: 0.45),
        Tradition.Manner("many, low", words: 40, witnesses: 10, rate: 0.15), Tradition.Manner("long, few", words: 400, witnesses: 3, rate: 0.1),
    ]

    @Test(arguments: zip(manners, [0.94, 0.86, 0.91, 0.945]))
    func differentWordsOfOnePlaceArePaired(manner: Tradition.Manner, bar: Double) {
        var score = PairScore(), whole = PairScore()
        for tongue in Tongue.all {
            for seed in 1...2 as ClosedRange<UInt64> {
                let tradition = Tradition(manner, in: tongue, seed: seed)
                let table = collate(tradition.witnesses)
                #expect(table.isWhole, "\(manner.name), \(tongue.name), seed \(seed)")
                #expect(table.limits.isEmpty)
                score += tradition.score(table)
                whole += tradition.score(table, .all)
            }
        }
        #expect(score.f1 >= bar, "\(manner.name): precision \(score.precision), recall \(score.recall)")
        #expect(whole.f1 >= bar + (1 - bar) * 0.5, "\(manner.name), whole table: precision \(whole.precision), recall \(whole.recall)")
        #expect(score.there > 20, "the generator must plant something to find")
    }

    /// The columns are the same in whatever order the witnesses are named, those too that are as long as one another, alike or the same.
    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func theOrderOfTheWitnessesIsThatOfTheRowsOnly(seed: UInt64) {
        let tongue = Tongue.all[Int(seed) % Tongue.all.count]
        let manner = Tradition.Manner("many", words: 24, witnesses: Int(3 + seed % 6), rate: 0.4)
        var witnesses = Tradition(manner, in: tongue, seed: seed).witnesses
        // Ties: the same text twice, and one as long as another, with one word of it another.
        witnesses.append(Witness(siglum: "copy", tokens: witnesses[0].tokens))
        var near = witnesses[1]
        near.siglum = "near"
        near.tokens[near.tokens.count / 2] = WitnessToken(text: "other")
        witnesses += [near, Witness(siglum: "none", tokens: [])]
        let expected = columns(of: collate(witnesses))
        var dice = SplitMix64(seed: seed)
        for _ in 0..<6 {
            let shuffled = witnesses.shuffled(using: &dice)
            #expect(columns(of: collate(shuffled)) == expected, "\(tongue.name), \(shuffled.map(\.siglum))")
        }
        #expect(columns(of: collate(witnesses.reversed())) == expected)
    }

    /// Prose of few witnesses in which words are only spelt otherwise or replaced one by one, "&" for "et" among them: there is nothing to get wrong.
    @Test func wordsReplacedOneByOneAreAllPaired() {
        var manner = Tradition.Manner("spellings", words: 300, witnesses: 4, rate: 0)
        manner.spelling = 0.12
        manner.substitution = 0.02
        manner.inflection = 0.02
        manner.runs = 0
        manner.shifts = 0
        for tongue in Tongue.all {
            let tradition = Tradition(manner, in: tongue, seed: 7)
            let score = tradition.score(collate(tradition.witnesses))
            #expect(score.f1 > 0.998 && score.there > 50, "\(tongue.name): \(score)")
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
}
