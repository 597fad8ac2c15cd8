import Settings

/// "Did you mean": the nearest of some known words.
enum Suggestion {
    /// The known word with the fewest edits, if it is near enough: a third of the letters, at most three.
    static func nearest(to word: String, among known: [String]) -> String? {
        let typed = Array(word.lowercased().utf8)
        // Typed only in part: "hist".
        if typed.count >= 3, let whole = known.first(where: { $0.utf8.starts(with: typed) }) { return whole }
        let scored = known.map { (lettersBetween(typed, Array($0.utf8)), $0) }
        guard let best = scored.min(by: { ($0.0, $0.1) < ($1.0, $1.1) }) else { return nil }
        return best.0 <= max(1, min(3, typed.count / 3)) ? best.1 : nil
    }
}
