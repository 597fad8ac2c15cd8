import Collation
import Testing

/// Small traditions by hand. A row is the witnesses with bars between the places; "-" where one lacks the place.
struct CollateTests {
    @Test(arguments: [
        // One word for one word is a replacement, however different.
        ["the rising was led by Trotsky in October", "the rising was led by Stalin in October"]: ["the|rising|was|led|by|Trotsky|in|October", "the|rising|was|led|by|Stalin|in|October"],
        // Where counts differ the most alike pair.
        ["he wrote a long lettre home", "he wrote letter home"]: ["he|wrote|a|long|lettre|home", "he|wrote|-|-|letter|home"],
        // A replaced word does not pair with a mark.
        ["bread , peace", "bread land peace"]: ["bread|-|,|peace", "bread|land|-|peace"],
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
        (String(repeating: "x", count: 100_000), String(repeating: "y", count: 100_000)),
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

    private func rows(_ table: CollationTable) -> [String] {
        table.witnesses.indices.map { witness in (0..<table.width).map { table.token($0, witness)?.text ?? "-" }.joined(separator: "|") }
    }
}
