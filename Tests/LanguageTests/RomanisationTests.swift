@testable import Language
import Testing

@Suite struct RomanisationTests {
    /// A sign without a bit of its own would never be seen.
    @Test func everySignHasABit() {
        #expect(SpellingSigns.all.count <= 64)
        for system in Romanisation.systems {
            for sign in system.signs.split(separator: " ") { #expect(SpellingSigns(String(sign)).rawValue.nonzeroBitCount == 1, "\(sign)") }
        }
    }

    @Test(arguments: [("shcherbakov", "sh shch ch v"), ("jitnik", "j"), ("žukov", "ž v"), ("tschaikowsky", "w sch tsch ch ts"), ("lenin", ""), ("orjonikidze", "j rj")])
    func signsOfAWord(_ word: String, _ signs: String) {
        #expect(SpellingSigns(in: word.unicodeScalars.map(\.value)) == SpellingSigns(signs))
    }
}
