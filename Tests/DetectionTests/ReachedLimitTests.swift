import Alignment
import Detection
import Findings
import Testing

/// Where a cap is reached the report says so, and below it says nothing (docs/limits.md).
@Suite struct ReachedLimitTests {
    private static func limits(_ before: [String], _ after: [String]) -> [String] {
        let pair = Sheet.pair(before, after)
        return pair.alignment.limits + detect(pair).limits
    }

    private static func sentences(_ count: Int, _ word: String) -> String {
        (0..<count).map { "The \(word)\($0) works stopped on day \($0 * 7)." }.joined(separator: " ")
    }

    @Test(arguments: [(390, false), (450, true)]) func sentencesOfOnePassage(_ count: Int, _ isSaid: Bool) {
        let kept = Self.sentences(count / 2, "iron")
        let said = Self.limits([kept + " " + Self.sentences(count / 2, "steel")], [Self.sentences(count / 2, "copper") + " " + kept])
        #expect(said.contains { $0.hasPrefix("sentences: a passage has more than 400") } == isSaid, "\(said)")
    }

    @Test(arguments: [(190, false), (210, true)]) func editsOfOneSentence(_ count: Int, _ isSaid: Bool) {
        let before = (0..<count).map { "cart\($0) stood\($0) before house\($0)" }.joined(separator: " "), after = (0..<count).map { "sledge\($0) stood\($0) before house\($0)" }.joined(separator: " ")
        let said = Self.limits(["The peasants brought " + before + " horses."], ["The peasants brought " + after + " horses."])
        #expect(said.contains { $0.hasPrefix("wording: more than 200") } == isSaid, "\(said)")
    }

    @Test(arguments: [(900, false), (1_100, true)]) func wordsOfOneSentence(_ count: Int, _ isSaid: Bool) {
        let words = (0..<count).map { "word\($0)" }.joined(separator: " ")
        let said = Self.limits(["Antonov counted " + words + " in the hall."], ["Dybenko counted " + words + " in the hall."])
        #expect(said.contains { $0.hasPrefix("who did what: not read") } == isSaid, "\(said)")
    }

    @Test(arguments: [(100, false), (400, true)]) func namesOfOneSentence(_ count: Int, _ isSaid: Bool) {
        let names = (0..<count).map { "[person \($0)|p\($0)]" }
        let said = Self.limits(["Present were " + names.joined(separator: ", ") + "."], ["Present were " + names.dropFirst().joined(separator: ", ") + "."])
        #expect(said.contains { $0.hasPrefix("names: more than 100000 pairs") } == isSaid, "\(said)")
    }

    /// Said once, however many passages reach it.
    @Test func eachIsSaidOnce() {
        let words = (0..<1_100).map { "word\($0)" }.joined(separator: " ")
        let before = ["Antonov counted " + words + " in the hall.", "The hall was empty.", "Krylenko read " + words + " in the yard."]
        let after = ["Dybenko counted " + words + " in the hall.", "The hall was empty.", "Raskolnikov read " + words + " in the yard."]
        #expect(Self.limits(before, after).count { $0.hasPrefix("who did what") } == 1)
    }

    @Test func anOrdinaryEditReachesNone() {
        #expect(Self.limits(["Antonov led the sailors.", "The bridge was taken."], ["Dybenko led the sailors.", "The bridge was held."]) == [])
    }
}
