/// Moves a reading that several rows share from one column to another that these rows leave empty, where the columns are the better for it.
///
/// Taking one row out at a time never gets there: the first to go would leave its fellows. The worth of a column is the sum over all pairs of its
/// witnesses, less the cost of a gap for each witness without a word against each with one.
struct GroupShift {
    private(set) var draft: Draft
    let likeness: Likeness
    /// How many witnesses there are.
    private let all: Float
    /// How far a reading is moved, in columns.
    static let reach = 6

    private struct Reading { var form: Int32, count: Float }

    init(_ draft: Draft, _ likeness: Likeness) {
        self.draft = draft
        self.likeness = likeness
        all = draft.weights.reduce(0, +)
    }

    /// Whether anything was moved.
    mutating func run() -> Bool {
        let rows = draft.rows
        var changed = false
        // The readings of the columns looked at; forgotten where something was moved.
        var known = [[Reading]?](repeating: nil, count: draft.width)
        for place in 0..<draft.width {
            var forms: [Int32] = []
            var members: [[Int]] = []
            var present = 0
            for row in 0..<rows {
                let form = draft.form(place, row)
                if form < 0 { continue }
                present += 1
                if let at = forms.firstIndex(of: form) {
                    members[at].append(row)
                } else {
                    forms.append(form)
                    members.append([row])
                }
            }
            if present == rows && members.count == 1 { continue }
            var groups = members
            if members.count > 1 { groups.append(members.flatMap { $0 }.sorted()) }
            for group in groups {
                guard isThere(group, place), let target = better(place, group, &known) else { continue }
                for row in group {
                    draft.cells[target * rows + row] = draft.cells[place * rows + row]
                    draft.cells[place * rows + row] = -1
                }
                (known[place], known[target]) = (nil, nil)
                changed = true
            }
        }
        if changed { draft.closeEmpty() }
        return changed
    }

    /// The column where the words of `group` do best, nil where that is their own.
    private func better(_ place: Int, _ group: [Int], _ known: inout [[Reading]?]) -> Int? {
        var stays: Float?
        var own: [Reading] = []
        var best: (gain: Float, place: Int)?
        for step in [-1, 1] {
            var target = place + step
            while target >= 0, target < draft.width, abs(target - place) <= Self.reach, isFree(group, target) {
                if stays == nil {
                    own = readings(place, of: group)
                    stays = gain(own, with: less(readings(place, &known), own))
                }
                let there = readings(target, &known)
                if !there.isEmpty {
                    let gain = gain(own, with: there) - (stays ?? 0)
                    if gain > 0.001, gain > (best?.gain ?? 0) { best = (gain, target) }
                }
                target += step
            }
        }
        return best?.place
    }

    private func isThere(_ group: [Int], _ place: Int) -> Bool {
        for row in group where draft.cells[place * draft.rows + row] < 0 { return false }
        return true
    }

    private func isFree(_ group: [Int], _ place: Int) -> Bool {
        for row in group where draft.cells[place * draft.rows + row] >= 0 { return false }
        return true
    }

    private func readings(_ place: Int, _ known: inout [[Reading]?]) -> [Reading] {
        if let readings = known[place] { return readings }
        let readings = readings(place, of: Array(0..<draft.rows))
        known[place] = readings
        return readings
    }

    private func readings(_ place: Int, of rows: [Int]) -> [Reading] {
        var result: [Reading] = []
        for row in rows {
            let form = draft.form(place, row)
            if form < 0 { continue }
            if let at = result.firstIndex(where: { $0.form == form }) {
                result[at].count += draft.weights[row]
            } else {
                result.append(Reading(form: form, count: draft.weights[row]))
            }
        }
        return result
    }

    private func less(_ column: [Reading], _ group: [Reading]) -> [Reading] {
        var result = column
        for reading in group {
            if let at = result.firstIndex(where: { $0.form == reading.form }) { result[at].count -= reading.count }
        }
        return result.filter { $0.count > 0 }
    }

    /// What a column is worth more when the words of `group` come to it; what they are worth to one another, wherever they stand, is left out.
    private func gain(_ group: [Reading], with column: [Reading]) -> Float {
        var cross: Float = 0, coming: Float = 0, present: Float = 0
        for other in column { present += other.count }
        for one in group {
            coming += one.count
            for other in column { cross += one.count * other.count * likeness.worth(one.form, other.form) }
        }
        let gaps = (present + coming) * (all - present - coming) - present * (all - present)
        return cross - gaps * (likeness.worth.opening + likeness.worth.extending) / 2
    }
}
