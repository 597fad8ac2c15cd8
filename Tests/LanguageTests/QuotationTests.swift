import Language
import PlainText
import Testing

@Suite struct QuotationTests {
    @Test(arguments: [
        ("He said “all power” and “peace”.", ["all power", "peace"]),
        ("Er sagte „alle Macht“ und ging.", ["alle Macht"]),
        ("Il dit « tout le pouvoir » hier.", [" tout le pouvoir "]),
        ("Er sagte »alle Macht« und ging.", ["alle Macht"]),
        ("He said \"all power\" and \"peace\".", ["all power", "peace"]),
        ("He said ‘the workers’ plan’ and left.", ["the workers’ plan"]),
        ("He said 'it's done' and left.", ["it's done"]),
        ("The workers’ and soldiers’ deputies", []),
        ("It's Trotsky's plan, the workers' plan.", []),
        ("“He said ‘no’ to me,” she wrote.", ["He said ‘no’ to me,"]),
        ("He said “all power and left.", []),
        ("He said \"all power and left.", []),
        ("He said all power” and left.", []),
        ("A 5\" gun and a 6\" gun.", []),
        ("‘No’, he said, ‘not today’.", ["No", "not today"]),
        ("", []), ("\"", []), ("“”", []),
    ])
    func inside(_ text: String, _ expected: [String]) {
        let bytes = Array(text.utf8)
        #expect(quotations(in: text).map { String(decoding: bytes[$0.indices], as: UTF8.self) } == expected)
    }
}
