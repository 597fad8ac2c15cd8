/// "Did you mean": the nearest of some known words.
enum Suggestion {
    /// The known word with the fewest edits, if it is near enough: a third of the letters, at most three.
    static func nearest(to word: String, among known: [String]) -> String? {
        let typed = Array(word.lowercased().utf8)
        // Typed only in part: "hist".
        if typed.count >= 3, let whole = known.first(where: { $0.utf8.starts(with: typed) }) { return whole }
        let scored = known.map { (distance(typed, Array($0.utf8)), $0) }
        guard let best = scored.min(by: { ($0.0, $0.1) < ($1.0, $1.1) }) else { return nil }
        return best.0 <= max(1, min(3, typed.count / 3)) ? best.1 : nil
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var row = Array(0...right.count)
        for i in 1...left.count {
            var diagonal = row[0]
            row[0] = i
            for j in 1...right.count {
                let above = row[j]
                row[j] = min(above + 1, row[j - 1] + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1))
                diagonal = above
            }
        }
        return row[right.count]
    }
}
