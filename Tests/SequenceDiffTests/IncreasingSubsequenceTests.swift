import SequenceDiff
import Testing

@Suite struct IncreasingSubsequenceTests {
    static let rows: [([Int32], Int)] = [
        ([], 0), ([5], 1), ([1, 2, 3], 3), ([3, 2, 1], 1), ([2, 0, 1, 3], 3), ([4, 5, 0, 1, 2, 6], 4), ([1, 1, 1], 1),
    ]

    @Test(arguments: rows) func lengthIsTheLongest(values: [Int32], length: Int) {
        let found = Diff.increasingSubsequence(values)
        #expect(found.count == length)
        #expect(zip(found, found.dropFirst()).allSatisfy { $0 < $1 && values[$0] < values[$1] })
    }

    @Test func equalWeightsGiveTheLongest() {
        var generator = Generator(seed: 9)
        for count in 1..<80 {
            let values = (0..<Int32(count)).shuffled(using: &generator)
            let heaviest = Diff.heaviestIncreasingSubsequence(values, weights: [Int32](repeating: 1, count: count))
            #expect(heaviest.count == Diff.increasingSubsequence(values).count)
            #expect(zip(heaviest, heaviest.dropFirst()).allSatisfy { $0 < $1 && values[$0] < values[$1] })
        }
    }

    @Test func theLighterOfTwoMoves() {
        #expect(Diff.heaviestIncreasingSubsequence([1, 0], weights: [3, 90]) == [1])
        #expect(Diff.heaviestIncreasingSubsequence([1, 0], weights: [90, 3]) == [0])
        #expect(Diff.heaviestIncreasingSubsequence([2, 3, 0, 1], weights: [1, 1, 1, 5]) == [2, 3])
        #expect(Diff.heaviestIncreasingSubsequence([], weights: []).isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func longInputs() {
        let count: Int32 = 200_000
        let falling = [Int32]((0..<count).reversed())
        #expect(Diff.increasingSubsequence(falling).count == 1)
        #expect(Diff.heaviestIncreasingSubsequence(falling, weights: falling.map { $0 + 1 }).count == 1)
    }
}
