/// The known word that `word` was probably meant to be: at most two letters off (inserted, left out, changed), and not more than half of it.
func nearest(to word: String, among known: [String]) -> String? {
    let typed = Array(word.lowercased().utf8)
    guard typed.count <= 40 else { return nil }
    let distances = known.map { (word: $0, distance: lettersBetween(typed, Array($0.utf8))) }
    guard let best = distances.min(by: { $0.distance < $1.distance }), best.distance <= min(2, best.word.utf8.count / 2) else { return nil }
    return best.word
}

/// Levenshtein distance, row by row.
package func lettersBetween(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, y) in b.enumerated() {
            let above = row[j + 1]
            row[j + 1] = x == y ? diagonal : min(diagonal, above, row[j]) + 1
            diagonal = above
        }
    }
    return row[b.count]
}
