import PlainText
import Records

/// Splits and merges: free neighbours of a pair that take up what the pair alone leaves over.
struct Pieces {
    let old: Version
    let new: Version

    /// The pair with its further pieces: `new` grows for a split, `old` for a merge.
    func grown(_ oldAt: Int, _ newAt: Int, _ partners: Partners, _ worth: WordWorth) -> (old: Range<Int>, new: Range<Int>) {
        let ownOld = words(old, oldAt)
        let ownNew = words(new, newAt)
        let split = grow(from: newAt, whole: ownOld, covered: ownNew, worth, limit: new.passages.count) { at in
            partners.isFree(new: at) && new.passages[at].role == new.passages[newAt].role ? words(new, at) : nil
        }
        if split.count > 1 { return (oldAt..<oldAt + 1, split) }
        let merge = grow(from: oldAt, whole: ownNew, covered: ownOld, worth, limit: old.passages.count) { at in
            partners.isFree(old: at) && old.passages[at].role == old.passages[oldAt].role ? words(old, at) : nil
        }
        return (merge, newAt..<newAt + 1)
    }

    /// Takes in neighbours of `start`, forwards and then backwards, most of whose worth stands in `whole` and not yet in what is covered.
    private func grow(
        from start: Int, whole: Set<UInt32>, covered: Set<UInt32>, _ worth: WordWorth, limit: Int, _ piece: (Int) -> Set<UInt32>?
    ) -> Range<Int> {
        var range = start..<start + 1
        var left = whole.subtracting(covered)
        func takesIn(_ at: Int) -> Bool {
            guard range.count < Fit.mostPieces, let words = piece(at), words.count > Fit.shortWords else { return false }
            // Sums of floats depend on their order, and a set has none that lasts: sorted.
            let mass = words.sorted().reduce(Float(0)) { $0 + worth[$1] }
            let gained = words.intersection(left).sorted().reduce(Float(0)) { $0 + worth[$1] }
            guard mass > 0, Double(gained / mass) >= Fit.pieceFloor else { return false }
            left.subtract(words)
            return true
        }
        while range.upperBound < limit, takesIn(range.upperBound) { range = range.lowerBound..<range.upperBound + 1 }
        while range.lowerBound > 0, takesIn(range.lowerBound - 1) { range = range.lowerBound - 1..<range.upperBound }
        return range
    }

    private func words(_ version: Version, _ at: Int) -> Set<UInt32> { Set(version.tokens[version.passages[at].words].map(\.word)) }
}
