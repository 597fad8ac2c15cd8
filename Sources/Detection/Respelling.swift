import Language

/// Tells a word spelled otherwise from another word.
struct Respelling {
    let pack: LanguagePack

    /// Whether two words are one word in two spellings: a misprint mended (one of the two is no word of the language), or a system of the language
    /// (-ise/-ize, -our/-or). Two words that both exist (`untied`/`united`, `unarmed`/`armed`) are two words, however near.
    func isOneWord(_ left: SentenceToken, _ right: SentenceToken) -> Bool {
        if left.folded == right.folded { return true }
        guard left.kind == .word, right.kind == .word, !left.isCapital, !right.isCapital else { return false }
        if let spelled = pack.value(of: left.folded, in: "spelling"), spelled == pack.value(of: right.folded, in: "spelling") { return true }
        let one = Array(left.folded.utf8), other = Array(right.folded.utf8)
        if Self.american(left.folded) == Self.american(right.folded) { return true }
        guard min(one.count, other.count) >= 4, one.first == other.first, abs(one.count - other.count) <= 2 else { return false }
        // A letter in four may be wrong, in a word of eight or more two.
        guard editDistance(one, other) <= (min(one.count, other.count) >= 8 ? 2 : 1) else { return false }
        return knows(left) != knows(right)
    }

    private func knows(_ token: SentenceToken) -> Bool {
        if !token.classes.subtracting([.adverb, .verb]).isEmpty { return true }
        let common = pack.group("common")
        return common.contains(token.folded) || Self.bases(token.folded).contains { common.contains($0) }
    }

    /// What a regular form may come from.
    private static func bases(_ word: String) -> [String] {
        var bases: [String] = []
        for (ending, replacements) in [("ies", ["y"]), ("es", ["", "e"]), ("s", [""]), ("ied", ["y"]), ("ed", ["", "e"]), ("ing", ["", "e"]), ("ly", [""])] as [(String, [String])]
        where word.hasSuffix(ending) {
            let stem = String(word.dropLast(ending.count))
            bases += replacements.map { stem + $0 }
            if let last = stem.last, stem.dropLast().last == last { bases.append(String(stem.dropLast())) }
        }
        return bases
    }

    private static func american(_ word: String) -> String {
        var folded = word
        for (british, american) in [("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"), ("ise", "ize"), ("yse", "yze"), ("our", "or"), ("tre", "ter"), ("ence", "ense"), ("gramme", "gram"), ("ogue", "og"), ("lled", "led"), ("lling", "ling")] {
            if let range = folded.range(ofLast: british) { folded.replaceSubrange(range, with: american) }
        }
        return folded
    }
}

extension String {
    /// The last occurrence of an ASCII part that does not begin the word.
    fileprivate func range(ofLast part: String) -> Range<Index>? {
        guard utf8.count > part.utf8.count else { return nil }
        var at = index(endIndex, offsetBy: -part.count, limitedBy: startIndex) ?? startIndex
        while at > startIndex {
            if self[at...].hasPrefix(part) { return at..<index(at, offsetBy: part.count) }
            at = index(before: at)
        }
        return nil
    }
}

/// Letters to put in, take out, exchange or swap to get from one word to the other (optimal string alignment, Damerau 1964).
func editDistance<Letter: Equatable>(_ left: [Letter], _ right: [Letter]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var row = Array(0...right.count)
    var beforeLast = row
    for i in 1...left.count {
        let last = row
        var diagonal = row[0]
        row[0] = i
        for j in 1...right.count {
            let above = row[j]
            row[j] = min(above + 1, row[j - 1] + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1))
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] { row[j] = min(row[j], beforeLast[j - 2] + 1) }
            diagonal = above
        }
        beforeLast = last
    }
    return row[right.count]
}
