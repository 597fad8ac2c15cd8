/// How much two forms are alike, and what it is worth to put them into one column.
///
/// Likeness is 1 - d / l: d the edit distance of the folded scalars (V. Levenshtein, Soviet Physics Doklady 10, 1966), l the length of the longer.
/// It knows no language and no script. Results are kept: a form meets the same others again and again.
final class Likeness {
    /// What the parts of an alignment are worth. Set on generated traditions (Tests/Traditions, seeds 1 to 6) of seven languages, 3 to 27 witnesses
    /// and 5 to 45 % of the words changed. None of them is sharp: one of them greater or smaller by a fifth costs .005 at most.
    struct Worth {
        /// The same word: this much, and as much again by its rarity.
        var same: Float = 0.5
        var rarity: Float = 0.5
        /// Two words with nothing in common, by class.
        var unlike: Float = -0.45
        var unlikeClass: Float = -0.60
        /// Two names: so gladly that a small word put in on one side and a word left out on the other do not part them (ContextShiftTests).
        var names: Float = 0.12
        var nameAndWord: Float = -0.45
        var nameAndSmall: Float = -0.9
        /// Below this likeness two words have nothing in common.
        var floor: Float = 0.4
        /// A mark and a word: rather than two gaps side by side (", " for "and" is one variant), and never where either has a place elsewhere.
        var markAndWord: Float = -0.97
        /// A place that one of two has and the other has not: the first of a run, and each further one.
        var opening: Float = 0.50
        var extending: Float = 0.42
        /// Of a column's worth to a word, the part of its most alike member; the rest is the mean of all.
        var best: Float = 0.35
        /// What a witness that lacks the place takes away from a word's coming there.
        var absence: Float = 0.175
        /// The least part of a gap's cost, where next to no witness has the place.
        var leastGap: Float = 0.35
    }

    /// `key` is (one form << 32 | other) + 1, or 0: free. Key and value side by side: one line of the processor's cache.
    private struct Slot { var key: UInt64 = 0, value: Float = 0 }

    let forms: WordForms
    let worth: Worth
    /// Open addressing.
    private var kept: [Slot]
    private var filled = 0
    private var row: [Int32] = []

    init(_ forms: WordForms, _ worth: Worth = Worth()) {
        self.forms = forms
        self.worth = worth
        kept = [Slot](repeating: Slot(), count: 1 << 12)
    }

    /// The worth of two words in one column.
    func worth(_ one: Int32, _ other: Int32) -> Float {
        if one == other { return worth.same + worth.rarity * forms.weights[Int(one)] }
        let key = (UInt64(UInt32(bitPattern: min(one, other))) << 32 | UInt64(UInt32(bitPattern: max(one, other)))) &+ 1
        var at = place(key)
        while kept[at].key != 0 {
            if kept[at].key == key { return kept[at].value }
            at = (at &+ 1) & (kept.count &- 1)
        }
        let value = unlike(one, other)
        kept[at] = Slot(key: key, value: value)
        filled += 1
        if filled * 2 > kept.count {
            if filled < Self.mostKept { grow() } else { forget() }
        }
        return value
    }

    @inline(__always) private func place(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (kept.count &- 1) }

    /// Likenesses that are kept at once: 64 MB. Texts that have nothing in common would keep one for every pair of words, and need none again.
    static let mostKept = 1 << 21

    private func forget() {
        kept = [Slot](repeating: Slot(), count: 1 << 12)
        filled = 0
    }

    private func grow() {
        let old = kept
        kept = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.key != 0 {
            var at = place(slot.key)
            while kept[at].key != 0 { at = (at &+ 1) & (kept.count &- 1) }
            kept[at] = slot
        }
    }

    private func unlike(_ one: Int32, _ other: Int32) -> Float {
        let base: Float
        switch (forms.sorts[Int(one)], forms.sorts[Int(other)]) {
        case (.mark, .mark): return worth.unlike
        case (.mark, _), (_, .mark): return worth.markAndWord
        case (.name, .name): base = worth.names
        case (.small, .small), (.content, .content): base = worth.unlike
        case (.name, .content), (.content, .name): base = worth.nameAndWord
        case (.name, .small), (.small, .name): base = worth.nameAndSmall
        case (.small, _), (_, .small): base = worth.unlikeClass
        }
        var alike = likeness(one, other)
        // A letter or two in common is chance, and must not draw a word away from the left of its gap.
        if alike < worth.floor { alike = 0 }
        // The more alike the letters, the less it matters of what class the words are: a half of a name that was split is none.
        let faded = base + (worth.unlike - base) * alike
        let top = worth.same + worth.rarity * min(forms.weights[Int(one)], forms.weights[Int(other)]) - 0.05
        return faded + (top - faded) * alike * alike
    }

    /// 1 the same letters, 0 nothing in common.
    func likeness(_ one: Int32, _ other: Int32) -> Float {
        var a = forms.scalars(of: one), b = forms.scalars(of: other)
        let longer = max(a.count, b.count)
        if longer == 0 { return 1 }
        let scalars = forms.scalars
        while let first = a.first, let second = b.first, scalars[first] == scalars[second] {
            a = a.dropFirst()
            b = b.dropFirst()
        }
        while let last = a.last, let second = b.last, scalars[last] == scalars[second] {
            a = a.dropLast()
            b = b.dropLast()
        }
        // A word of 100 letters and more is no word; what is left of it is held to be different.
        let distance = max(a.count, b.count) > 100 ? max(a.count, b.count) : edits(a, b)
        return 1 - Float(distance) / Float(longer)
    }

    private func edits(_ a: Range<Int>, _ b: Range<Int>) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        row.removeAll(keepingCapacity: true)
        for at in 0...b.count { row.append(Int32(truncatingIfNeeded: at)) }
        for (number, first) in a.enumerated() {
            var diagonal = row[0]
            row[0] = Int32(truncatingIfNeeded: number + 1)
            for (place, second) in b.enumerated() {
                let replaced = diagonal + (forms.scalars[first] == forms.scalars[second] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, min(row[place], diagonal) + 1)
            }
        }
        return Int(row[b.count])
    }
}
