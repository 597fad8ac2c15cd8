/// The columns of a table as an alignment sees them: for each the forms that stand in it, with the number of witnesses that have them.
///
///     column    0          1      2
///     forms     │ the·5    │ reed·3 rede·1 │ …
///     starts    0          1               3
struct Profile {
    private(set) var starts: [Int32] = [0]
    private(set) var forms: [Int32] = []
    private(set) var counts: [Float] = []
    /// The share of the witnesses that have a word in the column.
    private(set) var occupancy: [Float] = []

    var width: Int { occupancy.count }

    /// All columns of `draft` without the witness `absent`; `weights` tells how many witnesses a row stands for.
    init(_ draft: Draft, without absent: Int) {
        let rows = draft.rows
        var total: Float = 0
        for row in 0..<rows where row != absent && draft.isPlaced[row] { total += draft.weights[row] }
        starts.reserveCapacity(draft.width + 1)
        forms.reserveCapacity(draft.width * 2)
        for place in 0..<draft.width {
            var here: Float = 0
            let first = forms.count
            for row in 0..<rows where row != absent {
                let form = draft.form(place, row)
                if form < 0 { continue }
                here += draft.weights[row]
                var at = first
                while at < forms.count, forms[at] != form { at += 1 }
                if at == forms.count {
                    forms.append(form)
                    counts.append(0)
                }
                counts[at] += draft.weights[row]
            }
            occupancy.append(total > 0 ? here / total : 0)
            starts.append(Int32(truncatingIfNeeded: forms.count))
        }
    }

    @inline(__always) func readings(_ column: Int) -> Range<Int> { Int(starts[column])..<Int(starts[column + 1]) }
}

/// A table under way: the cells of those rows that are placed already. A row stands for all witnesses with the same words.
struct Draft {
    /// The forms of every row's words, in order.
    let lines: [[Int32]]
    /// How many witnesses a row stands for.
    let weights: [Float]
    var isPlaced: [Bool]
    /// `cells[place * rows + row]`: index of a word in its line, or -1.
    var cells: [Int32] = []
    /// The lines one after the other; line `r` begins at `starts[r]`.
    private let allForms: [Int32]
    private let starts: [Int]

    var rows: Int { lines.count }
    var width: Int { rows == 0 ? 0 : cells.count / rows }

    init(lines: [[Int32]], weights: [Float]) {
        self.lines = lines
        self.weights = weights
        allForms = lines.flatMap { $0 }
        var at = 0
        starts = lines.map { line in
            defer { at += line.count }
            return at
        }
        isPlaced = [Bool](repeating: false, count: lines.count)
    }

    /// The form that stands in a cell, or -1.
    @inline(__always) func form(_ place: Int, _ row: Int) -> Int32 {
        let token = cells[place * starts.count + row]
        return token < 0 ? -1 : allForms[starts[row] + Int(token)]
    }

    /// The same for the same table.
    var fingerprint: UInt64 {
        var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
        for cell in cells { mixed = (mixed ^ UInt64(UInt32(bitPattern: cell))) &* 0x100_0000_01B3 }
        return mixed
    }

    /// Takes a row out; columns that only it had stay, empty, until `closeEmpty`.
    mutating func lift(_ row: Int) {
        for place in 0..<width { cells[place * rows + row] = -1 }
        closeEmpty()
    }

    mutating func closeEmpty() {
        var kept: [Int32] = []
        kept.reserveCapacity(cells.count)
        var emptySeen = false
        for place in 0..<width {
            let column = cells[place * rows..<(place + 1) * rows]
            if column.contains(where: { $0 >= 0 }) { kept += column } else { emptySeen = true }
        }
        if emptySeen { cells = kept }
    }

    /// Puts a row in: word `w` into column `partners[w]`, or into a new one where that is -1. Partners ascend.
    mutating func lay(_ row: Int, _ partners: [Int32]) {
        isPlaced[row] = true
        var woven: [Int32] = []
        woven.reserveCapacity(cells.count + partners.count * 2)
        var next = 0
        let empty = [Int32](repeating: -1, count: rows)
        for (word, partner) in partners.enumerated() {
            if partner >= 0 {
                while next <= Int(partner) {
                    woven += cells[next * rows..<(next + 1) * rows]
                    next += 1
                }
                woven[woven.count - rows + row] = Int32(truncatingIfNeeded: word)
            } else {
                woven += empty
                woven[woven.count - rows + row] = Int32(truncatingIfNeeded: word)
            }
        }
        woven += cells[(next * rows)...]
        cells = woven
    }
}
