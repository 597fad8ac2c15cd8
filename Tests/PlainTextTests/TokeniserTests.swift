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

    /// Pieces of words; put together at random they begin, end and go on in every way that the reading of eight bytes at a step has to tell apart.
    private static let pieces = [
        "a", "Z", "lenin", "TASS", "Revolution", "abcdefg", "abcdefgh", "abcdefghi", "internationally", "antidisestablishment", "7", "1917", "'", "’", "-", "é",
        "ж", "Ъ", "\u{301}", ".", "@", "[", "`", "{", "革", "\u{AD}",
    ]

    /// A word is the same with a text behind it, where it is read eight bytes at a step, and at the end of all, where it is read byte by byte.
    @Test(arguments: 1...40) func whatStandsBehindAWordChangesNothing(seed: Int) {
        var state = UInt64(seed)
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let chunks = (0..<200).map { _ in (0...below(3)).map { _ in Self.pieces[below(Self.pieces.count)] }.joined() }
        var tokeniser = Tokeniser()
        var apart: [Token] = []
        for chunk in chunks {
            let bytes = Array(chunk.utf8)
            tokeniser.split(bytes, 0..<bytes.count, into: &apart)
        }
        var together: [Token] = []
        let bytes = Array(chunks.joined(separator: " ").utf8)
        tokeniser.split(bytes, 0..<bytes.count, into: &together)
        func plain(_ token: Token) -> [UInt32] { [token.word, UInt32(token.length), UInt32(token.marks.subtracting(.opensSentence).rawValue)] }
        #expect(together.map(plain) == apart.map(plain))
        // A passage ends where it ends, whatever stands behind it.
        var first: [Token] = []
        let half = Array(chunks[0].utf8).count
        tokeniser.split(bytes, 0..<half, into: &first)
        var alone: [Token] = []
        tokeniser.split(Array(bytes[..<half]), 0..<half, into: &alone)
        #expect(first == alone)
    }
}
