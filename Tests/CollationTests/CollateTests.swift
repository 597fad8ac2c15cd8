import Collation
import Testing

/// Small traditions by hand. A row is the witnesses with bars between the places; "-" where one lacks the place.
struct CollateTests {
    @Test(arguments: [
        // One word for one word is a replacement, however different.
        ["the rising was led by Trotsky in October", "the rising was led by Stalin in October"]: ["the|rising|was|led|by|Trotsky|in|October", "the|rising|was|led|by|Stalin|in|October"],
        // Where counts differ the most alike pair.
        ["he wrote a long lettre home", "he wrote letter home"]: ["he|wrote|a|long|lettre|home", "he|wrote|-|-|letter|home"],
        // A mark for a word is one variant, where neither has a better place.
        ["bread , peace", "bread and peace"]: ["bread|,|peace", "bread|and|peace"],
        ["bread , peace", "bread and , peace"]: ["bread|-|,|peace", "bread|and|,|peace"],
        // "&" is read as a word, and no mark.
        ["pain & paix , dit", "pain et paix dit"]: ["pain|&|paix|,|dit", "pain|et|paix|-|dit"],
        // The half of a name that was split off is none: the longer part has the place.
        ["she saw Isolde there", "she saw Is olde there"]: ["she|saw|-|Isolde|there", "she|saw|Is|olde|there"],
        // Between equals words pair from the left, and the gap comes last.
        ["the shepherd saw it there, they say", "the shepherd saw us, they say"]: ["the|shepherd|saw|it|there|,|they|say", "the|shepherd|saw|us|-|,|they|say"],
        // Words that changed places are not forced into one column.
        ["the old grey castle stood", "the grey old castle stood"]: ["the|old|grey|-|castle|stood", "the|-|grey|old|castle|stood"],
        // A reading that two witnesses share over against one: all in one column.
        ["the quick fox ran", "the swift fox ran", "the swift fox ran home"]: ["the|quick|fox|ran|-", "the|swift|fox|ran|-", "the|swift|fox|ran|home"],
        // Accents and capitals are no difference; itacism is likeness.
        ["καὶ εἶδεν ὁ Ἰησοῦς", "ΚΑΙ ιδεν ο Ιησους"]: ["καὶ|εἶδεν|ὁ|Ἰησοῦς", "ΚΑΙ|ιδεν|ο|Ιησους"],
        // No script is special.
        ["東 京 大 学", "東 大 学"]: ["東|京|大|学", "東|-|大|学"],
        ["октябрьское возстаніе началось", "октябрьское восстание рабочих началось"]: ["октябрьское|возстаніе|-|началось", "октябрьское|восстание|рабочих|началось"],
        // An empty witness omits everything.
        ["a b", ""]: ["a|b", "-|-"],
    ] as [[String]: [String]])
    func aTableByHand(texts: [String], rows: [String]) {
        let table = collate(texts.enumerated().map { Witness(siglum: "\($0)", tokens: words(of: $1)) })
        #expect(self.rows(table) == rows)
        #expect(table.isWhole)
    }

    @Test func whatTheUserNormalisedIsComparedExactlyFirst() {
        // The letters are alike in the wrong pairs; `n` says what belongs together.
        let one = Witness(siglum: "A", tokens: [WitnessToken(text: "vnto", normal: "unto"), WitnessToken(text: "ye", normal: "the"), WitnessToken(text: "kinge", normal: "king")])
        let other = Witness(siglum: "B", tokens: [WitnessToken(text: "the", normal: "the"), WitnessToken(text: "yeking", normal: "king")])
        #expect(rows(collate([one, other])) == ["vnto|ye|kinge", "-|the|yeking"])
        // Not folded: what the user holds apart is not the same word.
        #expect(WitnessToken(text: "The", normal: "The").compared == "The")
        #expect(WitnessToken(text: "The").compared == "the")
    }

    @Test func witnessesWithTheSameWordsKeepTheirOwnLetters() {
        let table = collate([Witness(siglum: "A", tokens: words(of: "The King")), Witness(siglum: "B", tokens: words(of: "the king")), Witness(siglum: "C", tokens: words(of: "the kyng"))])
        #expect(rows(table) == ["The|King", "the|king", "the|kyng"])
    }

    @Test func nothingAndOneWitness() {
        #expect(collate([]).width == 0)
        #expect(collate([]).isWhole)
        let alone = collate([Witness(siglum: "A", tokens: words(of: "a b c"))])
        #expect(rows(alone) == ["a|b|c"])
        #expect(collate([Witness(siglum: "A", tokens: []), Witness(siglum: "B", tokens: [])]).width == 0)
    }

    /// Each in less than a few seconds, in a debug build.
    @Test(.timeLimit(.minutes(1)), arguments: [
        (String(repeating: "and ", count: 600), String(repeating: "and ", count: 500)),
        ((0..<400).map { "old\($0)" }.joined(separator: " "), (0..<400).map { "new\($0)" }.joined(separator: " ")),
        ((0..<2_000).map { "w\($0)" }.joined(separator: " "), (0..<2_000).reversed().map { "w\($0)" }.joined(separator: " ")),
        (String(repeating: "x", count: 100_000), String(repeating: "y", count: 100_000)), (String(repeating: "and ", count: 600), ""), ("and", String(repeating: "so and ", count: 600)),
    ])
    func pathologicalTextsEnd(one: String, other: String) {
        var limits = CollationLimits()
        limits.gapCells = 10_000
        let table = collate([Witness(siglum: "A", tokens: words(of: one)), Witness(siglum: "B", tokens: words(of: other))], limits: limits)
        #expect(table.isWhole)
    }

    @Test func aLimitThatIsReachedIsNamed() {
        let one = Witness(siglum: "A", tokens: words(of: (0..<200).map { "old\($0)" }.joined(separator: " ")))
        let other = Witness(siglum: "B", tokens: words(of: (0..<200).map { "new\($0)" }.joined(separator: " ")))
        var limits = CollationLimits()
        limits.gapCells = 40_000
        #expect(collate([one, other], limits: limits).limits.isEmpty)
        limits.gapCells = 39_999
        let cut = collate([one, other], limits: limits)
        #expect(cut.limits.count == 1 && cut.isWhole)
    }

    /// Beyond the limit equal words are still found: one repeated, with some others between.
    @Test func whereTheLimitIsReachedEqualWordsStandTogether() {
        let one = Witness(siglum: "A", tokens: words(of: String(repeating: "and so ", count: 300)))
        let other = Witness(siglum: "B", tokens: words(of: String(repeating: "and so ", count: 100) + "but " + String(repeating: "and so ", count: 200)))
        var limits = CollationLimits()
        limits.gapCells = 2_500
        let table = collate([one, other], limits: limits)
        #expect(table.limits.count == 1 && table.isWhole)
        #expect(table.width == 601)
    }

    /// Words that other rows draw to and fro are still moved in the second round, or the third.
    @Test func roundsAndTheOrderHaveTheirLimits() {
        let witnesses = ["the old grey castle stood there", "the grey old castle stood", "an old castle grey stood there", "grey castle stood the old there", "castle old and grey there stood"]
            .enumerated().map { Witness(siglum: "\($0)", tokens: words(of: $1)) }
        #expect(collate(witnesses).limits.isEmpty)
        var limits = CollationLimits()
        limits.guideWork = 5 * witnesses.reduce(0) { $0 + $1.tokens.count }
        #expect(collate(witnesses, limits: limits).limits.isEmpty)
        limits.guideWork -= 1
        #expect(collate(witnesses, limits: limits).limits == ["collation: too many long witnesses to compare each with each; the order of their alignment goes by their likeness to the longest alone"])
        limits = CollationLimits()
        limits.rounds = 0
        let coarse = collate(witnesses, limits: limits)
        #expect(coarse.limits == ["collation: the table still changed in the last of 0 rounds of refinement"])
        #expect(coarse.isWhole)
    }

    /// Each in less than a second or two of a release build; a debug build takes ten times as long.
    @Test(.timeLimit(.minutes(1)))
    func manyWitnessesOfOnePlaceEnd() {
        let table = collate((0..<200).map { Witness(siglum: "\($0)", tokens: words(of: "the \($0) house word\($0 % 7)")) })
        #expect(table.isWhole && table.width == 4)
    }

    private func rows(_ table: CollationTable) -> [String] {
        table.witnesses.indices.map { witness in (0..<table.width).map { table.token($0, witness)?.text ?? "-" }.joined(separator: "|") }
    }
}
