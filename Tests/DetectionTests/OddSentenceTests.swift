import Detection
import Findings
import Testing

/// Sentences that are hardly any: marks alone, half a phrase, figures that overflow. Nothing may stop, and nothing may be said of equal texts.
@Suite struct OddSentenceTests {
    static let odd: [(String, String)] = [
        (".", "!"), ("...", "Trotsky"), ("Trotsky", "..."), ("\"", "\"\""), ("\"Trotsky\"", "\""), ("(", ")"), ("(Trotsky 1924, p.", "(Trotsky 1924, p. 3)"),
        ("by", "by by"), ("was led by", "was led by Trotsky"), ("'s", "Trotsky's"), ("Trotsky's", "'s Trotsky"), ("according to", "according to Trotsky"),
        ("1", "2"), ("1 1 1 1", "1"), ("1917 1917", "1918 1917"), ("and", ", and ,"), ("Trotsky and", "and Trotsky"), (", Trotsky", "Trotsky ,"),
        ("said", "said Trotsky"), ("\" said", "\" said Trotsky"), ("the", "The"), ("of of of", "of"), ("[Trotsky|t]", "[|t]"), ("[|t]", "[Trotsky|t]"),
        ("General", "General General Trotsky"), ("one of", "Trotsky one of"), ("in", "In Trotsky"), ("who led", ", who led Trotsky"), ("-", "Trotsky - led"),
        ("he", "Trotsky"), ("Trotsky", "he"), ("\u{301}", "e\u{301}"), ("\u{202E}", "\u{200D}"), ("👩‍👩‍👧‍👦", "👩‍👩‍👧"), ("0", "-0"), ("1/0", "0/0"),
        ("99999999999999999999999999", "1e400"), ("31 February 1917", "30 February 1917"), ("II", "Nicholas II"), ("A. B. C.", "C. B. A."),
        // Marked as one name, over the end of a sentence: short, and a whole passage.
        ("He met [Gabra. Haile|g] there. All was quiet in the town.", "He met [Gabra. Haile|g] there. All was loud in the old town."),
        ("[\(long)|g] All was quiet.", "[\(long)|g] All was loud."), ("All was quiet. [\(long)|g]", "All was loud here. [\(long)|g] It ended."),
    ]
    private static let long = String(repeating: "The rising began in the night. Trotsky led it from the Smolny. ", count: 8)

    @Test(arguments: odd) func isReadEitherWay(_ before: String, _ after: String) {
        for (one, other) in [(before, after), (after, before)] {
            for finding in detect(Sheet.pair([one], [other])).findings {
                #expect(finding.before != nil || finding.after != nil)
                #expect(finding.confidence >= 0 && finding.confidence <= 0.99)
            }
            #expect(detect(Sheet.pair([one], [one])).findings.isEmpty)
        }
    }

    @Test func nothingAtAll() {
        #expect(Sheet.found(Sheet.pair([], [])) == [])
        #expect(Sheet.found(Sheet.pair([""], [""])) == [])
        #expect(Sheet.found(Sheet.pair(["Trotsky led the rising."], [])).contains { $0.hasPrefix("erasure.passage") })
        #expect(Sheet.found(Sheet.pair([], ["Trotsky led the rising."])).contains { $0.hasPrefix("interpolation.passage") })
    }

    @Test(.timeLimit(.minutes(1))) func aListOfHundredsOfNames() {
        let names = (0..<300).map { number in "N" + String(number, radix: 26, uppercase: false).map { String(UnicodeScalar(UInt8(ascii: "a") + UInt8($0.hexDigitValue ?? 20))) }.joined() + "rov" }
        let before = ["They met " + names.joined(separator: ", ") + " and Lenin."], after = ["They met Lenin."]
        #expect(detect(Sheet.pair(before, after)).findings.count { $0.rule == .erasureEntity } > 0)
    }
}
