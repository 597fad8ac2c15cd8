import Language
import PlainText
import Testing

struct Split: Sendable, CustomTestStringConvertible {
    /// ¦ stands where a sentence must end.
    var marked: String
    init(_ marked: String) { self.marked = marked }
    var testDescription: String { marked }
}

@Suite struct SentenceTests {
    @Test(
        arguments: [
            "He came. ¦He saw.",
            "L. D. Trotsky led the rising. ¦It won.",
            "L.D. Trotsky led it. ¦J. V. Stalin did not.",
            "The rising was led by Leon D. Trotsky. ¦The Soviet agreed.",
            "Gen. Kornilov met Dr. Smith in St. Petersburg. ¦Nothing came of it.",
            "Order No. 227 of 28 July 1942 was read. ¦No. ¦It was not.",
            "It cost 2.5 million roubles. ¦Then 1,200 men left.",
            "He was in the U.S. at the time. ¦She was not.",
            "He left the U.S. ¦He never returned.",
            "The Army of the U.S.S.R. Supreme Soviet met.",
            "They took bridges, stations, etc. ¦The city slept.",
            "See vol. 4, pp. 155-157, and ch. 3. ¦The rest is lost.",
            "He came; he saw; he left. ¦All agreed.",
            "“We have won. The city is ours,” said Trotsky. ¦They cheered.",
            "\"Halt!\" Trotsky cried. ¦The guard fired.",
            "“Long live Lenin!” ¦The hall rose.",
            "He waited... and waited. ¦Nobody came.",
            "He said that… well, nothing.",
            "The plan (it was his. Nobody denied it.) failed. ¦So it goes.",
            "It was lost.[12] ¦The next one was kept.",
            "Who led it? ¦Trotsky! ¦No doubt.",
            "c. 1924 the photograph was cut. ¦Later it was restored.",
            "The site marxist.com has it. ¦It quotes 1924.xml too.",
            "1. The Soviet was founded. ¦It grew.",
            "The note of Jan. 5 was lost. ¦It came back.",
            "It met on 5 Sept. ¦In 1941 it met again.",
            "He quotes Ps. 23:1 and Gen. 3, but Gen. Kornilov does not.",
            "Троцкий руководил восстанием. ¦Ленин приехал.",
            "E.g. the note, i.e. the page, was cut.",
            "He met Thomas A. Edison. ¦They spoke.",
            "Prof. E. H. Carr wrote it. ¦Isaac Deutscher, too.",
            "Ivan IV. was crowned.",
        ].map(Split.init))
    func ends(_ row: Split) throws {
        let pack = try english()
        let expected = row.marked.split(separator: "¦").map { $0.trimmingSuffix() }
        let text = row.marked.filter { $0 != "¦" }
        let bytes = Array(text.utf8)
        let found = pack.sentences(of: text).map { String(decoding: bytes[$0.range.indices], as: UTF8.self) }
        #expect(found == expected)
    }

    @Test(arguments: [
        ("L. D. Trotsky's plan", ["L.", "D.", "Trotsky", "'s", "plan"]),
        ("the workers’ and soldiers’ deputies", ["the", "workers", "'s", "and", "soldiers", "'s", "deputies"]),
        ("Antonov-Ovseenko took 1,200 men", ["Antonov-Ovseenko", "took", "1,200", "men"]),
        ("in 1917-18 the 5th army", ["in", "1917", "-", "18", "the", "5th", "army"]),
        ("the U.S. — not “Russia”", ["the", "U.S.", "-", "not", "\"", "Russia", "\""]),
        ("O’Brien didn't go", ["O’Brien", "didn't", "go"]),
        ("Zinov'ev and 2.5 million", ["Zinov'ev", "and", "2.5", "million"]),
        ("30% of $5", ["30", "%", "of", "$", "5"]),
    ])
    func tokens(_ text: String, _ expected: [String]) throws {
        let tokens = try english().sentences(of: text).flatMap(\.tokens)
        #expect(tokens.map { $0.kind == .punctuation ? $0.folded : $0.text } == expected)
    }

    @Test func rangesCoverTheWords() throws {
        let text = "  Trot͡skiĭ’s “plan” — Лѣсъ, 1,200 men; U.S.  ends… "
        let bytes = Array(text.utf8)
        let sentences = try english().sentences(of: text)
        var end: UInt32 = 0
        for token in sentences.flatMap(\.tokens) {
            #expect(String(decoding: bytes[token.range.indices], as: UTF8.self).utf8.elementsEqual(token.text.utf8))
            #expect(token.range.start >= end)
            end = token.range.end
        }
        let folded = sentences.flatMap(\.tokens).map(\.folded)
        #expect(folded.starts(with: ["trotskii", "'s", "\"", "plan", "\"", "-", "лес", ","]))
    }

    @Test func stemsAndClasses() throws {
        let tokens = try english().sentences(of: "Trotsky personally led the committee, which was headed by him.").flatMap(\.tokens)
        func token(_ folded: String) throws -> SentenceToken { try #require(tokens.first { $0.folded == folded }) }
        #expect(try token("led").stem == "lead")
        #expect(try token("led").has(.verb))
        #expect(try token("led").has(.lead))
        #expect(try token("personally").has(.adverb))
        #expect(try token("committee").has(.organisation))
        #expect(try token("which").has(.subordinator))
        #expect(try token("was").has(.auxiliary))
        #expect(try !token("was").has(.verb))
        #expect(try token("trotsky").classes == [])
        #expect(try token("trotsky").isCapital)
    }

    @Test func endingsOfNamesAreNoClasses() throws {
        let tokens = try english().sentences(of: "Suddenly Connolly and Ahmed were besieged by their family.").flatMap(\.tokens)
        #expect(tokens[0].has(.adverb))
        #expect(tokens[1].classes == [])
        #expect(!tokens[3].has(.verb))
        #expect(tokens[5].has(.verb))
        #expect(tokens[8].classes == [])
    }

    @Test func anInitialIsNoPronoun() throws {
        let tokens = try english().sentences(of: "V. I. Lenin spoke.").flatMap(\.tokens)
        #expect(tokens[1].text == "I.")
        #expect(tokens[1].folded == "i")
        #expect(tokens[1].classes == .forename)
    }

    @Test func withoutALexicon() {
        let sentences = LanguagePack.none.sentences(of: "Er kam. Dann ging er 1917.")
        #expect(sentences.count == 2)
        #expect(sentences[0].tokens[0].stem == "er")
        #expect(sentences[1].tokens.map(\.classes) == [[], [], [], .numeral, []])
    }

    @Test(arguments: ["", " ", ".", "...", "“", "'", "'s", "\u{AD}", "1.", "A.", "A.B.", "“”", "((((", "\n\n\n", "¡", "’s"])
    func oddTextsComeBack(_ text: String) throws {
        let tokens = try english().sentences(of: text).flatMap(\.tokens)
        #expect(tokens.allSatisfy { Int($0.range.end) <= text.utf8.count && !$0.range.isEmpty })
    }

    @Test func pathologicalTextsAreLinear() throws {
        let pack = try english()
        let clock = ContinuousClock()
        for text in [
            String(repeating: "“‘", count: 50_000), String(repeating: "(", count: 100_000), String(repeating: "A.", count: 100_000),
            String(repeating: "a-", count: 100_000),
            String(repeating: "'", count: 100_000), String(repeating: "1,234", count: 50_000), String(repeating: "s’ ", count: 50_000),
            String(repeating: "”.", count: 50_000),
        ] {
            var count = 0
            let time = clock.measure { count = pack.sentences(of: text).flatMap(\.tokens).count }
            #expect(count > 0)
            #expect(time < .seconds(10), "\(text.prefix(4)) took \(time)")
        }
    }
}

extension Substring {
    func trimmingSuffix() -> String {
        var copy = self
        while copy.last == " " { copy.removeLast() }
        return String(copy)
    }
}
