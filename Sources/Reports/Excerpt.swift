/// A sentence cut to what is near the change: at most about `columns` wide, with an ellipsis for each piece left out.
///
/// Context is given up evenly from far to near, then the middle of long marked pieces; at last what stands at the end.
func excerpt(_ words: [MarkedWord], columns: Int, ellipsis: String = "…") -> [MarkedWord] {
    guard width(words) > columns else { return words }
    /// Words of context on each side of a change, and words kept at each end of a long change: tried from generous to bare.
    let steps: [(context: Int, change: Int)] = [(24, 40), (16, 24), (12, 16), (8, 12), (6, 8), (4, 6), (3, 4), (2, 3), (1, 2)]
    var best = words
    for step in steps {
        best = cut(words, context: step.context, change: step.change, ellipsis: ellipsis)
        if width(best) <= columns { return best }
    }
    // So many changes that even the barest form is too long: its beginning.
    var used = 0
    let kept = best.prefix { word in
        used += displayWidth(word.text) + 1
        return used <= columns
    }
    return kept.isEmpty ? Array(best.prefix(1)) : kept + [mark(ellipsis, after: kept.last)]
}

private func cut(_ words: [MarkedWord], context: Int, change: Int, ellipsis: String) -> [MarkedWord] {
    var result: [MarkedWord] = []
    var at = 0
    let isMarked = words.contains(where: \.isChanged)
    while at < words.count {
        var end = at
        while end < words.count, words[end].isChanged == words[at].isChanged { end += 1 }
        let run = words[at..<end]
        // How much of the run's beginning and end stays: context only where a change is next to it.
        let head = run[at].isChanged || !isMarked ? (isMarked ? change : 2 * change) : at == 0 ? 0 : context
        let tail = run[at].isChanged ? change : end == words.count ? 0 : context
        // An ellipsis in the place of two words saves nothing.
        if run.count <= head + tail + 2 {
            result += run
        } else {
            result += run.prefix(head)
            var gap = mark(ellipsis, after: result.last)
            gap.isChanged = run[at].isChanged && head > 0
            result.append(gap)
            result += run.suffix(tail)
            if tail > 0 { result[result.count - tail].isSpaced = true }
        }
        at = end
    }
    return result
}

private func mark(_ ellipsis: String, after word: MarkedWord?) -> MarkedWord {
    MarkedWord(text: ellipsis, isSpaced: word != nil, isEllipsis: true, start: word?.end ?? 0)
}

/// Columns, with the brackets of the changes.
private func width(_ words: [MarkedWord]) -> Int {
    var width = 0
    var wasChanged = false
    for word in words {
        width += displayWidth(word.text) + (word.isSpaced ? 1 : 0) + (word.isChanged && !wasChanged ? 4 : 0)
        wasChanged = word.isChanged
    }
    return width
}
