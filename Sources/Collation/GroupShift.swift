/// Moves a reading that several rows share from one column to another that these rows leave empty, where the columns are the better for it.
///
/// Taking one row out at a time never gets there: the first to go would leave its fellows. The worth of a column is the sum over all pairs of its
/// witnesses, less the cost of a gap for each witness without a word against each with one.
struct GroupShift {
    private(set) var draft: Draft
    let likeness: Likeness
    /// How far a reading is moved, in columns.
    static let reach = 6

    private struct Reading: Equatable { var form: Int32, count: Float }

    init(_ draft: Draft, _ likeness: Likeness) {
        self.draft = draft
        self.likeness = likeness
    }

    /// Whether anything was moved.
    mutating func run() -> Bool {
        let rows = draft.rows
        let all = draft.weights.reduce(0, +)
        var changed = false
        for place in 0..<draft.width {
            var forms: [Int32] = []
            var members: [[Int]] = []
            for row in 0..<rows {
                let token = draft.cells[place * rows + row]
                if token < 0 { continue }
                let form = draft.lines[row][Int(token)]
                if let at = forms.firstIndex(of: form) {
                    members[at].append(row)
                } else {
                    forms.append(form)
                    members.append([row])
                }
            }
            let present = members.reduce(0) { $0 + $1.count }
            if present == rows && members.count == 1 { continue }
            var groups = members
            if members.count > 1 { groups.append(members.flatMap { $0 }.sorted()) }
            for group in groups where group.allSatisfy({ draft.cells[place * rows + $0] >= 0 }) {
                if let target = better(place, group, all) {
                    for row in group {
                        draft.cells[target * rows + row] = draft.cells[place * rows + row]
                        draft.cells[place * rows + row] = -1
                    }
                    changed = true
                }
            }
        }
        if changed { draft.closeEmpty() }
        return changed
    }

    /// The column where the words of `group` do best, nil where that is their own.
    private func better(_ place: Int, _ group: [Int], _ all: Float) -> Int? {
        let rows = draft.rows
        let left = readings(place, without: group), own = readings(place, only: group)
        let stays = worth(joined(left, own), all) - worth(left, all)
        var best: (gain: Float, place: Int)?
        for step in [-1, 1] {
            var target = place + step
            while target >= 0, target < draft.width, abs(target - place) <= Self.reach, group.allSatisfy({ draft.cells[target * rows + $0] < 0 }) {
                let there = readings(target, without: [])
                if !there.isEmpty {
                    let gain = worth(joined(there, own), all) - worth(there, all) - stays
                    if gain > 0.001, gain > (best?.gain ?? 0) { best = (gain, target) }
                }
                target += step
            }
        }
        return best?.place
    }

    private func readings(_ place: Int, without group: [Int] = [], only: [Int]? = nil) -> [Reading] {
        let rows = draft.rows
        var result: [Reading] = []
        for row in only ?? Array(0..<rows) where !group.contains(row) {
            let token = draft.cells[place * rows + row]
            if token < 0 { continue }
            let form = draft.lines[row][Int(token)]
            if let at = result.firstIndex(where: { $0.form == form }) {
                result[at].count += draft.weights[row]
            } else {
                result.append(Reading(form: form, count: draft.weights[row]))
            }
        }
        return result
    }

    private func joined(_ one: [Reading], _ other: [Reading]) -> [Reading] {
        var result = one
        for reading in other {
            if let at = result.firstIndex(where: { $0.form == reading.form }) { result[at].count += reading.count } else { result.append(reading) }
        }
        return result
    }

    private func worth(_ column: [Reading], _ all: Float) -> Float {
        var present: Float = 0
        var sum: Float = 0
        for (index, one) in column.enumerated() {
            present += one.count
            sum += one.count * (one.count - 1) / 2 * likeness.worth(one.form, one.form)
            for other in column[(index + 1)...] { sum += one.count * other.count * likeness.worth(one.form, other.form) }
        }
        return sum - present * (all - present) * (likeness.worth.opening + likeness.worth.extending) / 2
    }
}
