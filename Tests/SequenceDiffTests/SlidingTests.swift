import SequenceDiff
import Testing

@Suite struct SlidingTests {
    /// Before, after and the inserted or deleted words once slid; "." is the border that is looked for.
    static let rows: [(String, String, String)] = [
        ("a . b .", "a . x . b .", "x ."),  // not ". x"
        ("a b . c d .", "a b . c b . c d .", "c b ."),
        ("a . x . b .", "a . b .", "x ."),
        ("a a a", "a a a a", "a"),
    ]

    @Test(arguments: rows) func slidesBehindTheStop(before: String, after: String, expected: String) {
        let old = before.split(separator: " ")
        let new = after.split(separator: " ")
        let oldIDs = ids(before)
        let newIDs = ids(after)
        let slid = Diff.slid(Diff.edits(from: oldIDs, to: newIDs), old: oldIDs, new: newIDs) { side, position in
            let words = side == .old ? old : new
            return position == 0 || words[position - 1] == "." ? 1 : 0
        }
        #expect(rebuilds(slid, oldIDs, newIDs))
        #expect(slid.map { (old[$0.old] + new[$0.new]).joined(separator: " ") } == [expected])
    }

    @Test func anySlideRebuilds() {
        var generator = Generator(seed: 21)
        for round in 0..<300 {
            let old = generator.ids(30, below: 3)
            let new = generator.edited(old, oneIn: 5, below: 3)
            let edits = Diff.edits(from: old, to: new)
            let slid = Diff.slid(edits, old: old, new: new) { side, position in (position * (side == .old ? 7 : 5) + round) % 11 }
            #expect(rebuilds(slid, old, new), "round \(round)")
        }
    }
}
