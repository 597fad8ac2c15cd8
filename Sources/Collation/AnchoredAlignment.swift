import SequenceDiff

/// Lays a row against a profile: first the runs of words that both have once and in the same order (anchors), then each gap between them by likeness.
///
/// Time grows with the words and the squares of the gaps, not with the square of the text. A text without any anchor in a stretch of thousands of words
/// is laid by its equal words (`SequenceDiff`), and what that leaves too large is cut in proportion. That is coarse; `wasCut` then says so.
struct AnchoredAlignment {
    let gap: GapAlignment
    let limits: CollationLimits
    /// The columns that at least half of the witnesses have, and the form that most of them have there.
    private let mainColumns: [Int32]
    private let mainForms: [Int32]
    private(set) var wasCut = false

    /// Gaps of up to this many cells are aligned by likeness at once: 126 words against as many, a page.
    static let directCells = 16_000
    /// A run of this many words that either side has once is held to be the same place, at first; where that leaves a gap too large, shorter ones will
    /// do, down to a single word.
    static let surestRun = 4

    /// What is cut is cut into pieces so much smaller than the limit: it is coarse in any case, and need not cost more than the rest of the text.
    static let finer = 16

    /// How often anchors of one length are looked for within one another: words in the opposite order would give one anchor at a time.
    static let mostSearches = 8

    /// A gap that is still to be closed: words, columns, the length of the anchors to look for, and how often that was done already.
    private struct Stretch {
        var own: Range<Int>
        var others: Range<Int>
        var run: Int
        var searched = 0
        /// Equal words were paired already; what is left is cut.
        var wasDiffed = false
    }

    init(_ gap: GapAlignment, _ limits: CollationLimits) {
        self.gap = gap
        self.limits = limits
        var columns: [Int32] = []
        var forms: [Int32] = []
        let profile = gap.profile
        for column in 0..<profile.width where profile.occupancy[column] >= 0.5 {
            var best = -1
            for at in profile.readings(column) where best < 0 || profile.counts[at] > profile.counts[best] { best = at }
            if best < 0 { continue }
            columns.append(Int32(truncatingIfNeeded: column))
            forms.append(profile.forms[best])
        }
        mainColumns = columns
        mainForms = forms
    }

    /// The column of every word of the row, or -1 where it needs one of its own.
    mutating func partners() -> [Int32] {
        var result = [Int32](repeating: -1, count: gap.words.count)
        // A stack in place of recursion: a text may be nothing but anchors.
        var open = [Stretch(own: 0..<gap.words.count, others: 0..<gap.profile.width, run: Self.surestRun)]
        while let next = open.popLast() {
            let cells = next.own.count * next.others.count
            if cells <= Self.directCells || (next.run == 0 && cells <= (next.wasDiffed ? limits.gapCells / Self.finer : limits.gapCells)) {
                gap.align(next.own, next.others, into: &result)
                continue
            }
            if next.run == 0, !next.wasDiffed {
                wasCut = true
                close(next, by: equalWords(next.own, next.others), &open, &result) { $0.wasDiffed = true }
                continue
            }
            if next.run == 0 {
                let ownMiddle = next.own.lowerBound + next.own.count / 2, otherMiddle = next.others.lowerBound + next.others.count / 2
                open.append(Stretch(own: next.own.lowerBound..<ownMiddle, others: next.others.lowerBound..<otherMiddle, run: 0, wasDiffed: true))
                open.append(Stretch(own: ownMiddle..<next.own.upperBound, others: otherMiddle..<next.others.upperBound, run: 0, wasDiffed: true))
                continue
            }
            let found = anchors(next.own, next.others, run: next.run)
            close(next, by: found, &open, &result) { rest in
                rest.searched += 1
                if found.isEmpty || rest.searched == Self.mostSearches {
                    rest.run -= 1
                    rest.searched = 0
                }
            }
        }
        return result
    }

    /// Takes the anchors; what stands between them is open, as `change` has it.
    private func close(_ stretch: Stretch, by anchors: [(Int, Int)], _ open: inout [Stretch], _ result: inout [Int32], _ change: (inout Stretch) -> Void) {
        var (own, other) = (stretch.own.lowerBound, stretch.others.lowerBound)
        var rest = stretch
        change(&rest)
        for (word, column) in anchors {
            rest.own = own..<word
            rest.others = other..<column
            if own < word || other < column { open.append(rest) }
            result[word] = Int32(truncatingIfNeeded: column)
            (own, other) = (word + 1, column + 1)
        }
        rest.own = own..<stretch.own.upperBound
        rest.others = other..<stretch.others.upperBound
        open.append(rest)
    }

    /// Words with the columns whose main form they are, in order, as a line tool pairs them.
    private func equalWords(_ own: Range<Int>, _ others: Range<Int>) -> [(Int, Int)] {
        let first = mainColumns.firstPlace { $0 >= others.lowerBound }, end = mainColumns.firstPlace { $0 >= others.upperBound }
        let old = gap.words[own].map { UInt32(bitPattern: $0) }, new = mainForms[first..<end].map { UInt32(bitPattern: $0) }
        var result: [(Int, Int)] = []
        var (word, place) = (0, 0)
        for edit in Diff.edits(from: old, to: new) + [Edit(old: old.count..<old.count, new: new.count..<new.count)] {
            while word < edit.old.lowerBound {
                result.append((own.lowerBound + word, Int(mainColumns[first + place])))
                word += 1
                place += 1
            }
            (word, place) = (edit.old.upperBound, edit.new.upperBound)
        }
        return result
    }

    /// Words in order that are anchors, with their columns: those of runs of `run` words that stand once in either range.
    private func anchors(_ own: Range<Int>, _ others: Range<Int>, run: Int) -> [(Int, Int)] {
        let first = mainColumns.firstPlace { $0 >= others.lowerBound }, end = mainColumns.firstPlace { $0 >= others.upperBound }
        guard own.count >= run, end - first >= run else { return [] }
        var once = RunsSeenOnce(own.count - run + 1)
        for word in own.lowerBound...own.upperBound - run { once.see(hash(gap.words, word, run), at: word) }
        var found = RunsSeenOnce(end - first - run + 1)
        for place in first...end - run { found.see(hash(mainForms, place, run), at: place) }
        var words: [Int32] = []
        var places: [Int32] = []
        for word in own.lowerBound...own.upperBound - run {
            let key = hash(gap.words, word, run)
            guard once.place(of: key) == word, let place = found.place(of: key), (0..<run).allSatisfy({ gap.words[word + $0] == mainForms[place + $0] }) else { continue }
            words.append(Int32(truncatingIfNeeded: word))
            places.append(Int32(truncatingIfNeeded: place))
        }
        var result: [(Int, Int)] = []
        for index in Diff.increasingSubsequence(places) {
            for step in 0..<run {
                let word = Int(words[index]) + step, column = Int(mainColumns[Int(places[index]) + step])
                // Two runs that overlap out of step: the first has the words.
                if let last = result.last, last.0 >= word || last.1 >= column { continue }
                result.append((word, column))
            }
        }
        return result
    }

    private func hash(_ forms: [Int32], _ start: Int, _ run: Int) -> UInt64 {
        var mixed: UInt64 = 0x2545_F491_4F6C_DD1D
        for at in start..<start + run {
            mixed = (mixed ^ UInt64(UInt32(bitPattern: forms[at]))) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= mixed >> 31
        }
        return mixed
    }
}

/// Which runs of words stand in a text exactly once, and where.
private struct RunsSeenOnce {
    private var keys: [UInt64]
    /// 0 free, place + 1, or -1 where it stands twice.
    private var places: [Int32]

    init(_ count: Int) {
        var size = 16
        while size < count * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        places = [Int32](repeating: 0, count: size)
    }

    private func slot(_ key: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
        while places[slot] != 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    mutating func see(_ key: UInt64, at place: Int) {
        let slot = slot(key)
        keys[slot] = key
        places[slot] = places[slot] == 0 ? Int32(truncatingIfNeeded: place + 1) : -1
    }

    func place(of key: UInt64) -> Int? {
        let place = places[slot(key)]
        return place > 0 ? Int(place) - 1 : nil
    }
}

extension [Int32] {
    /// The first index whose value fits, in an array where all fitting ones come last.
    fileprivate func firstPlace(_ fits: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(Int(self[middle])) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
