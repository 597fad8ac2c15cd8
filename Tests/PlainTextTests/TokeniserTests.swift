import Testing
import PlainText

@Suite struct TokeniserTests {
    /// Text and its folded words.
    static let rows: [(String, [String])] = [
        ("The rising was organised by Trotsky.", ["the", "rising", "was", "organised", "by", "trotsky"]),
        ("Trot͡skiĭ and Trot\u{361}ski\u{306}\u{12D}", ["trotskii", "and", "trotskii"]),
        ("Zinov'ev, Zinovʹev, Zinov’ev", ["zinovev", "zinovev", "zinovev"]),
        ("Trotsky's plan", ["trotsky", "s", "plan"]),
        ("l'armée d’Orient", ["l", "armee", "d", "orient"]),
        ("Straße, Größe, œuvre", ["strasse", "grosse", "oeuvre"]),
        ("лѣсъ, объ, Троцкій, ёлка", ["лес", "об", "троцкий", "елка"]),
        ("Толстой Толстои\u{306}", ["толстой", "толстой"]),
        ("1,200 men in 1917", ["1", "200", "men", "in", "1917"]),
        ("Antonov-Ovseenko", ["antonov", "ovseenko"]),
        ("革命", ["革", "命"]),
        ("ܝܘܚܢܢ ܒܪ", ["ܝܘܚܢܢ", "ܒܪ"]),
        ("so\u{AD}viet", ["soviet"]),
        ("", []), ("— … !", []),
    ]

    @Test(arguments: rows) func splitsIntoFoldedWords(text: String, expected: [String]) {
        var tokeniser = Tokeniser()
        var tokens: [Token] = []
        let bytes = Array(text.utf8)
        tokeniser.split(bytes, 0..<bytes.count, into: &tokens)
        let words = tokeniser.interner.words
        #expect(tokens.map { words.string($0.word) } == expected)
    }

    @Test func capitalsAndSentenceStarts() {
        var tokeniser = Tokeniser()
        var tokens: [Token] = []
        let bytes = Array("He met Trotsky. Then TASS wrote. Илья пришёл".utf8)
        tokeniser.split(bytes, 0..<bytes.count, into: &tokens)
        #expect(tokens[0].marks == [.capital, .opensSentence])
        #expect(tokens[2].marks == [.capital])
        #expect(tokens[3].marks == [.capital, .opensSentence])
        #expect(tokens[4].marks == [.capital, .allCapitals])
        #expect(tokens[6].marks == [.capital, .opensSentence])
        #expect(tokens[7].marks == [])
    }

    @Test func longWordIsCutAndNothingIsLost() {
        var tokeniser = Tokeniser()
        var tokens: [Token] = []
        let bytes = [UInt8](repeating: 0x61, count: 5000)
        tokeniser.split(bytes, 0..<bytes.count, into: &tokens)
        #expect(tokens.map { Int($0.length) }.reduce(0, +) == 5000)
    }
}
