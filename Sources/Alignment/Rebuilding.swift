import PlainText
import Records

extension Alignment {
    /// The proof that nothing was lost or counted twice: every passage of either version stands in exactly one place, and linked passages that are said
    /// to have the same words have them, word by word.
    func puts(_ old: Version, _ new: Version) -> Bool {
        var oldSeen = [Bool](repeating: false, count: old.passages.count)
        var newSeen = [Bool](repeating: false, count: new.passages.count)
        func sees(_ at: Int, _ seen: inout [Bool]) -> Bool {
            guard seen.indices.contains(at), !seen[at] else { return false }
            seen[at] = true
            return true
        }
        for at in deleted where !sees(at, &oldSeen) { return false }
        for at in inserted where !sees(at, &newSeen) { return false }
        for link in links {
            guard !link.old.isEmpty, !link.new.isEmpty, link.old.count == 1 || link.new.count == 1 else { return false }
            for at in link.old where !sees(at, &oldSeen) { return false }
            for at in link.new where !sees(at, &newSeen) { return false }
            if link.similarity == 1, !haveSameWords(link, old, new) { return false }
        }
        return oldSeen.allSatisfy { $0 } && newSeen.allSatisfy { $0 }
    }

    private func haveSameWords(_ link: Link, _ old: Version, _ new: Version) -> Bool {
        let oldWords = old.passages[link.old.lowerBound].words
        let newWords = new.passages[link.new.lowerBound].words
        guard link.old.count == 1, link.new.count == 1, oldWords.count == newWords.count else { return false }
        return old.tokens.withUnsafeBufferPointer { oldTokens in
            new.tokens.withUnsafeBufferPointer { newTokens in
                for offset in 0..<oldWords.count
                where oldTokens[oldWords.lowerBound &+ offset].word != newTokens[newWords.lowerBound &+ offset].word {
                    return false
                }
                return true
            }
        }
    }
}
