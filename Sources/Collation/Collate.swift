/// Lays witnesses side by side, word by word.
///
/// Witnesses with the same words are one row. The longest of them, the most complete version, is the first; then always the one most like those that
/// are there is laid against the columns so far (progressive alignment, D. Feng and R. Doolittle, Journal of Molecular Evolution 25, 1987). At the end
/// each row is taken out and laid again, and readings that several share are moved together where that is better, until nothing changes any more.
/// The table does not depend on the order in which the witnesses are named, but for the order of its rows.
public func collate(_ witnesses: [Witness], limits: CollationLimits = CollationLimits()) -> CollationTable {
    collate(witnesses, limits, Likeness.Worth())
}

func collate(_ witnesses: [Witness], _ limits: CollationLimits, _ worth: Likeness.Worth) -> CollationTable {
    guard !witnesses.isEmpty else { return CollationTable(witnesses: [], cells: []) }
    let (forms, lines) = WordForms.number(witnesses)
    let rows = Rows(lines, forms)
    var progress = Progress(rows, Likeness(forms, worth), limits)
    progress.layAll()
    progress.refine()
    // Back from rows to witnesses.
    let (draft, count) = (progress.draft, witnesses.count)
    var cells = [Int32](repeating: -1, count: draft.width * count)
    for place in 0..<draft.width {
        for (row, members) in rows.members.enumerated() {
            for witness in members { cells[place * count + witness] = draft.cells[place * draft.rows + row] }
        }
    }
    return CollationTable(witnesses: witnesses, cells: cells, limits: progress.limitsReached)
}

/// The different texts among the witnesses, in an order of their own: the longest first, then by their words.
struct Rows {
    private(set) var lines: [[Int32]] = []
    /// The witnesses that have this text.
    private(set) var members: [[Int]] = []

    init(_ all: [[Int32]], _ forms: WordForms) {
        var known: [[Int32]: Int] = [:]
        for (witness, line) in all.enumerated() {
            if let row = known[line] {
                members[row].append(witness)
            } else {
                known[line] = lines.count
                lines.append(line)
                members.append([witness])
            }
        }
        // Forms are numbered as they come; their keys are the same in any order.
        let order = lines.indices.sorted { one, other in
            if lines[one].count != lines[other].count { return lines[one].count > lines[other].count }
            for (first, second) in zip(lines[one], lines[other]) where first != second {
                return forms.keys[Int(first)].utf8.lexicographicallyPrecedes(forms.keys[Int(second)].utf8)
            }
            return false
        }
        lines = order.map { lines[$0] }
        members = order.map { members[$0] }
    }
}

/// The alignment under way.
struct Progress {
    private(set) var draft: Draft
    let likeness: Likeness
    let limits: CollationLimits
    private(set) var limitsReached: [String] = []

    init(_ rows: Rows, _ likeness: Likeness, _ limits: CollationLimits) {
        draft = Draft(lines: rows.lines, weights: rows.members.map { Float($0.count) })
        self.likeness = likeness
        self.limits = limits
    }

    mutating func layAll() {
        let guide = Guide(draft.lines, work: limits.guideWork)
        if guide.isCoarse { reached("collation: too many long witnesses to compare each with each; the order of their alignment goes by their likeness to the longest alone") }
        for row in guide.order { lay(row) }
    }

    private mutating func lay(_ row: Int) {
        guard draft.isPlaced.contains(true) else {
            draft.lay(row, [Int32](repeating: -1, count: draft.lines[row].count))
            return
        }
        draft.lay(row, partners(row))
    }

    /// Where a row that is not in the draft would go.
    private mutating func partners(_ row: Int) -> [Int32] {
        let gap = GapAlignment(words: draft.lines[row], profile: Profile(draft, without: row), likeness: likeness)
        var alignment = AnchoredAlignment(gap, limits)
        let result = alignment.partners()
        if alignment.wasCut { reached("collation: a stretch of words without any anchor was longer than \(limits.gapCells) cells; equal words were paired there first, and what was left was cut in proportion") }
        return result
    }

    private mutating func reached(_ limit: String) {
        if !limitsReached.contains(limit) { limitsReached.append(limit) }
    }

    /// Takes each row out and lays it again, then moves shared readings together, until nothing changes or the table is one that was there before
    /// (readings that do as well in either of two places go to and fro).
    mutating func refine() {
        guard draft.rows > 1 else { return }
        // A row that was tried since the last change would only go back to where it was.
        var changes = 0
        var triedAt = [Int](repeating: -1, count: draft.rows)
        var seen: Set<UInt64> = [draft.fingerprint]
        for _ in 0..<limits.rounds {
            let before = changes
            if draft.rows > 2 {
                for row in draft.lines.indices where triedAt[row] != changes {
                    let cells = draft.cells
                    draft.lift(row)
                    draft.isPlaced[row] = false
                    lay(row)
                    if draft.cells != cells { changes += 1 }
                    triedAt[row] = changes
                }
            }
            var shift = GroupShift(draft, likeness)
            if shift.run() {
                draft = shift.draft
                changes += 1
            }
            if changes == before || !seen.insert(draft.fingerprint).inserted { return }
        }
        // Two rows are one alignment; only more of them have something to settle.
        if draft.rows > 2 { reached("collation: the table still changed in the last of \(limits.rounds) rounds of refinement") }
    }
}
