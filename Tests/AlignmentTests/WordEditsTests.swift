import Alignment
import Testing

/// A line from text. A capital makes a name (weight 3), a name of several words is written with underscores and is one unit; small words are function
/// words, a lone mark is punctuation.
struct Line {
    var words: [String] = []
    var line = WordLine(ids: [])

    init(_ text: String) {
        let small: Set<String> = ["the", "of", "by", "in", "and", "was", "a", "to", "under", "his"]
        var ids: [UInt32] = []
        var weights: [UInt8] = []
        var units: [Int32] = []
        for (number, written) in text.split(separator: " ").enumerated() {
            let parts = written.split(separator: "_").map(String.init)
            for part in parts {
                words.append(part)
                ids.append(part.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 })
                let isMark = part.allSatisfy { ",.;:".contains($0) }
                weights.append(isMark ? 0 : part.first?.isUppercase == true ? 3 : small.contains(part) ? 1 : 2)
                units.append(parts.count > 1 ? Int32(number) : -1)
            }
        }
        line = WordLine(ids: ids, weights: weights, unit: units)
    }

    func text(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }
}

@Suite struct WordEditsTests {
    static let rows: [(String, String, [String])] = [
        ("the plan was made by Trotsky .", "the plan was made by Trotsky .", []),
        ("the plan was made by Trotsky .", "the plan was made by Stalin .", ["Trotsky>Stalin"]),
        ("the rising was led by Trotsky", "the rising succeeded", ["was led by Trotsky>succeeded"]),
        ("met Leon_Trotsky in Moscow", "met Leon_Kamenev in Moscow", ["Leon Trotsky>Leon Kamenev"]),  // a name is not cut
        ("met Leon_Trotsky in Moscow", "met Leon Trotsky in Moscow", []),  // tagged or not, the words are the same
        ("brave men of the great army", "cruel men of the small army", ["brave>cruel", "great>small"]),
        (
            "brave fighters of great courage", "cruel bandits of small worth",
            ["brave fighters of great courage>cruel bandits of small worth"]
        ),
        (
            "brave fighters Lenin great courage", "cruel bandits Lenin small worth",
            ["brave fighters>cruel bandits", "great courage>small worth"]
        ),
        ("he spoke . he left .", "he spoke . he slept . he left .", [">he slept ."]),
        ("", "the plan", [">the plan"]),
        ("the plan", "", ["the plan>"]),
    ]

    @Test(arguments: rows) func readsWell(before: String, after: String, expected: [String]) {
        let old = Line(before)
        let new = Line(after)
        let edits = wordEdits(old.line, new.line)
        #expect(edits.map { old.text($0.old) + ">" + new.text($0.new) } == expected)
        #expect(rebuilds(edits, old.line, new.line))
    }

    @Test func anyLinesRebuildAndNoNameIsCut() {
        var generator = Generator(seed: 31)
        for round in 0..<400 {
            let old = line(&generator)
            let new = round % 3 == 0 ? line(&generator) : edited(old, &generator)
            let edits = wordEdits(old, new)
            #expect(rebuilds(edits, old, new), "round \(round)")
            #expect(wordEdits(old, old).isEmpty)
            for edit in edits {
                for (position, side) in [
                    (edit.old.lowerBound, old), (edit.old.upperBound, old), (edit.new.lowerBound, new), (edit.new.upperBound, new),
                ]
                where position > 0 && position < side.ids.count {
                    #expect(
                        side.unit[position] < 0 || side.unit[position] != side.unit[position - 1],
                        "round \(round): a name is cut at \(position)")
                }
            }
        }
    }

    @Test func aLongLineStaysLinear() {
        var generator = Generator(seed: 33)
        let old = WordLine(ids: (0..<100_000).map { _ in UInt32.random(in: 0..<5000, using: &generator) })
        let new = edited(old, &generator)
        let start = ContinuousClock.now
        #expect(rebuilds(wordEdits(old, new), old, new))
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    private func line(_ generator: inout Generator) -> WordLine {
        let count = Int.random(in: 0...40, using: &generator)
        var units: [Int32] = []
        while units.count < count {
            let length = Int.random(in: 1...3, using: &generator)
            units += [Int32](repeating: Bool.random(using: &generator) ? Int32(units.count) : -1, count: length)
        }
        return WordLine(
            ids: (0..<count).map { _ in UInt32.random(in: 0..<8, using: &generator) },
            weights: (0..<count).map { _ in UInt8.random(in: 0...3, using: &generator) }, unit: Array(units.prefix(count)))
    }

    private func edited(_ line: WordLine, _ generator: inout Generator) -> WordLine {
        var ids: [UInt32] = []
        var weights: [UInt8] = []
        var units: [Int32] = []
        for at in line.ids.indices where Int.random(in: 0..<8, using: &generator) > 0 {
            let changes = Int.random(in: 0..<8, using: &generator) == 0
            ids.append(changes ? 77 : line.ids[at])
            weights.append(line.weights[at])
            units.append(line.unit[at])
        }
        return WordLine(ids: ids, weights: weights, unit: units)
    }

    private func rebuilds(_ edits: [WordEdit], _ old: WordLine, _ new: WordLine) -> Bool {
        var result: [UInt32] = []
        var oldAt = 0
        var newAt = 0
        for edit in edits {
            guard edit.old.lowerBound >= oldAt, edit.new.lowerBound - newAt == edit.old.lowerBound - oldAt else { return false }
            guard !(edit.old.isEmpty && edit.new.isEmpty) else { return false }
            result += old.ids[oldAt..<edit.old.lowerBound] + new.ids[edit.new]
            oldAt = edit.old.upperBound
            newAt = edit.new.upperBound
        }
        guard oldAt <= old.ids.count else { return false }
        return result + old.ids[oldAt...] == new.ids
    }
}
