extension Diff {
    /// Which sequence a border stands in.
    public enum Side: Hashable, Sendable { case old, new }

    /// The edits with every pure insertion and deletion slid to its best border.
    ///
    /// In "a b a b" made of "a b" the inserted stretch may stand at three places. The two ends of the stretch are scored by `border`, which takes the
    /// side of the stretch and a position in it (the border lies before that position), and the highest sum wins; between equals the rightmost, as in
    /// git's indent heuristic (Michael Haggerty, 2016). A stretch slides at most `reach` either way and never over a neighbouring edit.
    public static func slid(_ edits: [Edit], old: [UInt32], new: [UInt32], reach: Int = 100, border: (Side, Int) -> Int) -> [Edit] {
        var result = edits
        for index in result.indices {
            let edit = result[index]
            guard edit.isInsertion != edit.isDeletion else { continue }
            let side: Side = edit.isInsertion ? .new : .old
            let sequence = edit.isInsertion ? new : old
            let range = edit.isInsertion ? edit.new : edit.old
            let before = index > 0 ? result[index - 1] : Edit(old: 0..<0, new: 0..<0)
            let after = index + 1 < result.count ? result[index + 1] : Edit(old: old.count..<old.count, new: new.count..<new.count)
            let lowest = max(edit.isInsertion ? before.new.upperBound : before.old.upperBound, range.lowerBound - reach)
            let highest = min(edit.isInsertion ? after.new.lowerBound : after.old.lowerBound, range.upperBound + reach)
            var start = range.lowerBound
            var end = range.upperBound
            while start > lowest, sequence[start - 1] == sequence[end - 1] {
                start -= 1
                end -= 1
            }
            var best = range.lowerBound
            var bestScore = border(side, range.lowerBound) + border(side, range.upperBound)
            while true {
                let score = border(side, start) + border(side, end)
                if score > bestScore || (score == bestScore && start > best) {
                    best = start
                    bestScore = score
                }
                guard end < highest, sequence[start] == sequence[end] else { break }
                start += 1
                end += 1
            }
            let shift = best - range.lowerBound
            result[index] = Edit(
                old: edit.old.lowerBound + shift..<edit.old.upperBound + shift,
                new: edit.new.lowerBound + shift..<edit.new.upperBound + shift)
        }
        return result.joined
    }
}
