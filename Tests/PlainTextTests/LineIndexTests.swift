import PlainText
import Testing

@Suite struct LineIndexTests {
    /// Texts of several stretches: without a line end, with lines of all lengths, with scalars of one to four bytes across the borders of stretches.
    static let texts: [(name: String, text: String)] = [
        ("empty", ""), ("one line", String(repeating: "a", count: 9_000)), ("nothing but line ends", String(repeating: "\n", count: 9_000)),
        ("ASCII lines", (0..<400).map { String(repeating: "x", count: $0 % 71) }.joined(separator: "\n")),
        ("Cyrillic", (0..<300).map { "строка \($0)" }.joined(separator: "\n")), ("wide", String(repeating: "a𝔄é—\r\n", count: 1_500)),
        ("ASCII, then one letter, then ASCII", String(repeating: "a b\n", count: 2_000) + "é" + String(repeating: "c", count: 5_000)),
        // Bytes that a careless comparison of eight at a step takes for a line feed.
        ("signs beside a line feed", String(repeating: "\n\u{0B}\t\n\u{0A}\u{8A}", count: 1_200)),
    ]

    @Test(arguments: texts) func everyByteHasItsLineAndColumn(_ row: (name: String, text: String)) {
        let bytes = Array(row.text.utf8)
        let index = LineIndex(bytes)
        var line = 1, column = 1, wrong = 0
        for (offset, byte) in bytes.enumerated() {
            // A byte inside a scalar has the column behind its beginning.
            let found = index.position(of: offset)
            if found != (line, column) { wrong += 1 }
            if byte & 0xC0 != 0x80 { column += 1 }
            if byte == 0x0A { (line, column) = (line + 1, 1) }
        }
        #expect(wrong == 0)
        #expect(index.position(of: bytes.count) == (line, column))
        #expect(index.position(of: bytes.count + 10) == (line, column))
    }
}
