import Collation
import Testing

struct RunningTextTests {
    @Test(arguments: [
        "The rising, in October.": ["The", "rising", ",", "in", "October", "."],
        "l'armée d’Italie": ["l'", "armée", "d’", "Italie"],
        "Zinov'ev came to-day": ["Zinov'ev", "came", "to-day"],
        "wait... what?!": ["wait", "...", "what", "?", "!"],
        "東京の人": ["東", "京", "の", "人"],
        "ἐν ἀρχῇ ἦν ὁ λόγος·": ["ἐν", "ἀρχῇ", "ἦν", "ὁ", "λόγος", "·"],
        "e\u{301}te\u{301} ,\u{301} x": ["e\u{301}te\u{301}", ",\u{301}", "x"],
        "": [],
        " \n ": [],
    ] as [String: [String]])
    func aTextIsWordsAndMarks(text: String, expected: [String]) {
        #expect(words(of: text).map(\.text) == expected)
    }

    @Test(arguments: ["The rising,  in October.\n", "«Нет» — сказал он…", "l'armée\td’Italie\r\n-", "a\u{301}\u{200B}b 𝔄 😀! ''quoted''", "東京 の人"])
    func putTogetherTheyGiveTheTextBack(text: String) {
        let again = words(of: text).map { $0.text + $0.space }.joined()
        #expect(Array(again.utf8) == Array(text.utf8))
    }
}
