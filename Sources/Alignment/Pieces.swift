import PlainText
import Records

/// Splits and merges: free neighbours of a pair that take up what the pair alone leaves over.
struct Pieces {
    let old: Version
    let new: Version

    /// The pair with its further pieces: `new` grows for a split, `old` for a merge.
    func grown(_ oldAt: Int, _ newAt: Int, _ partners: Partners, _ worth: WordWorth) -> (old: Range<Int>, new: Range<Int>) {
        let ownOld = Content(old, oldAt)
        let ownNew = Content(new, newAt)
        let split = grow(from: newAt, whole: ownOld, covered: ownNew, worth, limit: new.passages.count) { at in
            partners.isFree(new: at) && new.passages[at].role == new.passages[newAt].role ? Content(new, at) : nil
        }
        if split.count > 1 { return (oldAt..<oldAt + 1, split) }
        let merge = grow(from: oldAt, whole: ownNew, covered: ownOld, worth, limit: old.passages.count) { at in
            partners.isFree(old: at) && old.passages[at].role == old.passages[oldAt].role ? Content(old, at) : nil
        }
        return (merge, newAt..<newAt + 1)
    }

    /// Takes in neighbours of `start`, forwards and then backwards, most of which stands in `whole` and not yet in what is covered: by the worth of the
    /// words, or, where all passages are made of the same words (a register, a list of titles), by three words in a row.
    private func grow(from start: Int, whole: Content, covered: Content, _ worth: WordWorth, limit: Int, _ piece: (Int) -> Content?) -> Range<Int> {
        var range = start..<start + 1
        var words = whole.words.subtracting(covered.words)
        var triples = whole.triples.subtracting(covered.triples)
        func takesIn(_ at: Int) -> Bool {
            guard range.count < Fit.mostPieces, let piece = piece(at), piece.words.count > Fit.shortWords else { return false }
            // Sums of floats depend on their order, and a set has none that lasts: sorted.
            let mass = piece.words.sorted().reduce(Float(0)) { $0 + worth[$1] }
            let gained = piece.words.intersection(words).sorted().reduce(Float(0)) { $0 + worth[$1] }
            let isGain = mass > 0 && Double(gained / mass) >= Fit.pieceFloor
            guard isGain || Double(piece.triples.intersection(triples).count) >= Fit.pieceFloor * Double(max(1, piece.triples.count)) else { return false }
            words.subtract(piece.words)
            triples.subtract(piece.triples)
            return true
        }
        while range.upperBound < limit, takesIn(range.upperBound) { range = range.lowerBound..<range.upperBound + 1 }
        while range.lowerBound > 0, takesIn(range.lowerBound - 1) { range = range.lowerBound - 1..<range.upperBound }
        return range
    }

    /// The distinct words of a passage, and its distinct runs of three words.
    private struct Content {
        var words: Set<UInt32>
        var triples: Set<UInt64> = []

        init(_ version: Version, _ at: Int) {
            let line = version.tokens[version.passages[at].words].map(\.word)
            words = Set(line)
            guard line.count > 2 else { return }
            for place in 0..<line.count - 2 {
                var digest = Digest64()
                for word in line[place..<place + 3] { digest.add(word) }
                triples.insert(digest.value)
            }
        }
    }
}
