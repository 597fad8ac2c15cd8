import SequenceDiff
import Testing

/// Words as ids, a number for each word.
func ids(_ text: String) -> [UInt32] {
    text.split(separator: " ").map { word in word.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 } }
}

/// What `edits` do to `old`, checked against `new` in passing.
func rebuilds(_ edits: [Edit], _ old: [UInt32], _ new: [UInt32]) -> Bool {
    var oldAt = 0
    var newAt = 0
    for edit in edits {
        guard edit.old.lowerBound >= oldAt, edit.new.lowerBound >= newAt, !(edit.old.isEmpty && edit.new.isEmpty) else { return false }
        guard old[oldAt..<edit.old.lowerBound].elementsEqual(new[newAt..<edit.new.lowerBound]) else { return false }
        oldAt = edit.old.upperBound
        newAt = edit.new.upperBound
    }
    guard oldAt <= old.count, newAt <= new.count else { return false }
    return old[oldAt...].elementsEqual(new[newAt...])
}

@Suite struct DiffTests {
    /// Before, after, and the edits as "deleted>inserted".
    static let rows: [(String, String, [String])] = [
        ("a b c", "a b c", []),
        ("a b c", "a x c", ["b>x"]),
        ("a b c", "a c", ["b>"]),
        ("a c", "a b c", [">b"]),
        ("", "a b", [">a b"]),
        ("a b", "", ["a b>"]),
        ("", "", []),
        ("a b c", "x y z", ["a b c>x y z"]),
        ("the plan of trotsky and the army", "the plan of stalin and the army", ["trotsky>stalin"]),
        ("a b c d e f", "a c d x f", ["b>", "e>x"]),
        ("a b c d", "c d a b", ["a b>", ">a b"]),
    ]

    @Test(arguments: rows) func findsTheEdits(before: String, after: String, expected: [String]) {
        for method in [Diff.Method.histogram, .myers] {
            let old = before.split(separator: " ")
            let new = after.split(separator: " ")
            let edits = Diff.edits(from: ids(before), to: ids(after), by: method)
            let shown = edits.map { old[$0.old].joined(separator: " ") + ">" + new[$0.new].joined(separator: " ") }
            if expected.count == 2, expected[0] == "a b>" {
                #expect(shown == expected || shown == [">c d", "c d>"], "\(method)")  // either half may be the one that stays
            } else {
                #expect(shown == expected, "\(method)")
            }
        }
    }

    @Test func histogramKeepsTheRareIdWhereMyersKeepsTheFrequent() {
        // The rare word holds its place; matching the three "the" would take fewer edits.
        let old = ids("the the the trotsky")
        let new = ids("trotsky the the the")
        let edits = Diff.edits(from: old, to: new)
        #expect(edits == [Edit(old: 0..<3, new: 0..<0), Edit(old: 4..<4, new: 1..<4)])
    }

    @Test(arguments: [UInt32(2), 5, 30, 1000]) func anyPairRebuilds(alphabet: UInt32) {
        var generator = Generator(seed: UInt64(alphabet))
        for round in 0..<300 {
            let old = generator.ids(round % 60, below: alphabet)
            let new = round % 2 == 0 ? generator.edited(old, oneIn: 4, below: alphabet) : generator.ids(round % 47, below: alphabet)
            for method in [Diff.Method.histogram, .myers] {
                #expect(Diff.edits(from: old, to: old, by: method).isEmpty)
                #expect(rebuilds(Diff.edits(from: old, to: new, by: method), old, new), "seed \(alphabet), round \(round), \(method)")
            }
        }
    }

    @Test func myersIsShortest() {
        var generator = Generator(seed: 7)
        for _ in 0..<200 {
            let old = generator.ids(Int.random(in: 0...25, using: &generator), below: 4)
            let new = generator.ids(Int.random(in: 0...25, using: &generator), below: 4)
            let cost = Diff.edits(from: old, to: new, by: .myers).reduce(0) { $0 + $1.old.count + $1.new.count }
            #expect(cost == old.count + new.count - 2 * longestCommon(old, new))
        }
    }

    @Test func mirrored() {
        var generator = Generator(seed: 11)
        for _ in 0..<100 {
            let old = generator.ids(80, below: 1 << 30)
            let new = generator.edited(old, oneIn: 5, below: 1 << 30)
            let there = Diff.edits(from: old, to: new)
            let back = Diff.edits(from: new, to: old)
            #expect(there.map { Edit(old: $0.new, new: $0.old) } == back)
        }
    }

    /// Kinds of input on which a diff may turn quadratic.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: ["equal", "one id, other length", "different", "shuffled", "reversed", "90 % repeats", "alternating", "period 63"])
    func pathological(kind: String) {
        var generator = Generator(seed: 3)
        let count = 100_000
        let rising = (0..<count).map { UInt32($0) }
        let old: [UInt32]
        let new: [UInt32]
        switch kind {
        case "equal": (old, new) = ([UInt32](repeating: 1, count: count), [UInt32](repeating: 1, count: count))
        case "one id, other length":
            (old, new) = ([UInt32](repeating: 1, count: count), [2] + [UInt32](repeating: 1, count: count / 2) + [3])
        case "different": (old, new) = (rising, rising.map { $0 + UInt32(count) })
        case "shuffled": (old, new) = (rising, rising.shuffled(using: &generator))
        case "reversed": (old, new) = (rising, rising.reversed())
        case "90 % repeats":
            let mixed = rising.map { UInt32.random(in: 0..<10, using: &generator) == 0 ? $0 : $0 % 4 }
            (old, new) = (mixed, generator.edited(mixed, oneIn: 10, below: 8))
        case "alternating": (old, new) = (rising, rising.map { $0 % 2 == 0 ? $0 : $0 + UInt32(count) })
        default: (old, new) = (rising.map { $0 % 1700 }, rising.map { $0 % 1699 })
        }
        for method in [Diff.Method.histogram, .myers] {
            let start = ContinuousClock.now
            let edits = Diff.edits(from: old, to: new, by: method)
            let took = ContinuousClock.now - start
            #expect(rebuilds(edits, old, new))
            // A quadratic search of 100,000 ids takes minutes; the bound leaves room for an unoptimised build on a busy machine.
            #expect(took < .seconds(15), "\(kind), \(method)")
            if kind == "alternating" { #expect(edits.count == count / 2) }
        }
    }

    @Test func beyondTheCostCapItStillRebuilds() {
        var generator = Generator(seed: 5)
        // Far more than the 128 edits of the cap from either end.
        let old = generator.ids(3000, below: 3)
        let new = generator.ids(2500, below: 3)
        let edits = Diff.edits(from: old, to: new, by: .myers)
        #expect(rebuilds(edits, old, new))
        let common = old.count - edits.reduce(0) { $0 + $1.old.count }
        #expect(common > 1250, "half of the newer side has a partner: \(common)")
    }

    /// Length of the longest common subsequence, by the textbook table.
    private func longestCommon(_ old: [UInt32], _ new: [UInt32]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for id in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = id == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }
}
