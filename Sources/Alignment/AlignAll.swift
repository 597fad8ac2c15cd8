import PlainText
public import Records
import SequenceDiff

/// The alignment of any number of versions whose tokens carry word ids of one table.
///
/// Versions with the same passages are laid once. The most complete one is the first; then always the one most like any that is laid is aligned with the
/// rows so far, each row standing for itself as the nearest version has it (progressive alignment, as in `Collation`). A passage that went and came
/// back is one row. The time is that of one pairwise alignment for each different version.
public func align(_ versions: [Version]) -> PassageTable {
    var builder = PassageTableBuilder(versions)
    builder.layAll()
    return builder.table
}

struct PassageTableBuilder {
    private let versions: [Version]
    /// By different version: the versions given that have its passages. The most complete is the first.
    private var groups: [[Int]] = []
    private var keys: [[UInt64]] = []
    /// By row and group.
    private var cells: [[PassageTable.Cell]] = []
    /// The passage that founded the row, and its group.
    private var founders: [(group: Int, passage: Int)] = []
    /// Rows in the order of the table.
    private var order: [Int] = []
    private var limits: [String] = []

    /// Passages times different versions beyond which only the likeness to the most complete version says which is laid next: comparing all with all
    /// takes half a second at this size. It changes which wording a row is looked for by, not what is compared.
    private static let mostComparisons = 50_000_000

    init(_ versions: [Version]) {
        self.versions = versions
        let allKeys = versions.map { version in
            version.passages.map { passage in
                var digest = Digest64(seed: passage.textHash)
                digest.add(passage.wordHash)
                digest.add(UInt32(passage.role.rawValue))
                return digest.value
            }
        }
        var known: [[UInt64]: Int] = [:]
        for index in versions.indices {
            if let group = known[allKeys[index]] {
                groups[group].append(index)
            } else {
                known[allKeys[index]] = groups.count
                groups.append([index])
            }
        }
        func words(_ group: [Int]) -> Int { versions[group[0]].passages.reduce(0) { $0 + $1.words.count } }
        groups.sort { one, other in
            let counts = (words(one), words(other))
            if counts.0 != counts.1 { return counts.0 > counts.1 }
            return allKeys[one[0]].lexicographicallyPrecedes(allKeys[other[0]])
        }
        keys = groups.map { allKeys[$0[0]] }
    }

    private func version(_ group: Int) -> Version { versions[groups[group][0]] }

    mutating func layAll() {
        guard !groups.isEmpty else { return }
        for passage in version(0).passages.indices { found(passage, in: 0) }
        order = Array(cells.indices)
        let sorted = keys.map { $0.sorted() }
        let isLarge = keys.reduce(0) { $0 + $1.count } * groups.count > Self.mostComparisons
        var nearest = groups.indices.map { (likeness: Self.likeness(sorted[0], sorted[$0]), to: 0) }
        var left = Array(groups.indices.dropFirst())
        while !left.isEmpty {
            var best = 0
            for place in left.indices where nearest[left[place]].likeness > nearest[left[best]].likeness { best = place }
            let next = left.remove(at: best)
            lay(next, nearest: nearest[next].to)
            if isLarge { continue }
            for group in left {
                let likeness = Self.likeness(sorted[next], sorted[group])
                if likeness > nearest[group].likeness { nearest[group] = (likeness, next) }
            }
        }
    }

    /// Dice's coefficient of two sorted bags of passages.
    private static func likeness(_ one: [UInt64], _ other: [UInt64]) -> Double {
        var (a, b, both) = (0, 0, 0)
        while a < one.count, b < other.count {
            if one[a] == other[b] { both += 1 }
            let (first, second) = (one[a], other[b])
            if first <= second { a += 1 }
            if second <= first { b += 1 }
        }
        return one.isEmpty && other.isEmpty ? 1 : 2 * Double(both) / Double(one.count + other.count)
    }

    @discardableResult private mutating func found(_ passage: Int, in group: Int) -> Int {
        cells.append([PassageTable.Cell](repeating: .absent, count: groups.count))
        founders.append((group, passage))
        cells[cells.count - 1][group] = .passages(passage..<passage + 1)
        return cells.count - 1
    }

    private mutating func lay(_ group: Int, nearest: Int) {
        let alignment = align(rowsAsVersion(nearest), version(group))
        for limit in alignment.limits where !limits.contains(limit) { limits.append(limit) }
        var rows = [Int](repeating: -1, count: version(group).passages.count)
        for link in alignment.links {
            let main = order[link.old.lowerBound]
            cells[main][group] = .passages(link.new)
            for further in link.old.dropFirst() { cells[order[further]][group] = .within(row: main) }
            for passage in link.new { rows[passage] = main }
        }
        // New rows stand after the row that they follow in this version.
        var first: [Int] = []
        var following: [Int: [Int]] = [:]
        var (before, last) = (-1, -2)
        for passage in alignment.inserted {
            if passage - 1 != last { before = passage > 0 ? rows[passage - 1] : -1 }
            last = passage
            rows[passage] = found(passage, in: group)
            if before < 0 { first.append(rows[passage]) } else { following[before, default: []].append(rows[passage]) }
        }
        if !alignment.inserted.isEmpty { order = first + order.flatMap { [$0] + (following[$0] ?? []) } }
    }

    /// The rows as one version, each as the group `nearest` has it, else as it was founded. Sections are told by their paths.
    private func rowsAsVersion(_ nearest: Int) -> Version {
        var result = version(nearest)
        (result.passages, result.nodes, result.tokens, result.annotations, result.symbols) = ([], [], [], [], Symbols())
        var sections: [Section: Int32] = [:]
        func copy(_ node: Int32, of other: Version, isOwn: Bool) -> Int32 {
            guard other.nodes.indices.contains(Int(node)) else { return -1 }
            var own = other.nodes[Int(node)]
            own.parent = copy(own.parent, of: other, isOwn: false)
            own.element = result.symbols.symbol(other.symbols[own.element])
            if own.id != .none { own.id = result.symbols.symbol(other.symbols[own.id]) }
            let key = Section(parent: own.parent, element: own.element, ordinal: own.ordinal)
            if !isOwn, let known = sections[key] { return known }
            result.nodes.append(own)
            if sections[key] == nil { sections[key] = Int32(truncatingIfNeeded: result.nodes.count - 1) }
            return Int32(truncatingIfNeeded: result.nodes.count - 1)
        }
        for row in order {
            var (group, passage) = founders[row]
            if case .passages(let range) = cells[row][nearest], range.count == 1 { (group, passage) = (nearest, range.lowerBound) }
            let source = version(group)
            var own = source.passages[passage]
            let start = UInt32(truncatingIfNeeded: result.tokens.count)
            result.tokens += source.tokens[own.words]
            own.tokens = start..<UInt32(truncatingIfNeeded: result.tokens.count)
            own.annotations = 0..<0
            own.node = copy(own.node, of: source, isOwn: true)
            result.passages.append(own)
        }
        return result
    }

    private struct Section: Hashable {
        var parent: Int32
        var element: Symbol
        var ordinal: UInt32
    }

    var table: PassageTable {
        var groupOf = [Int](repeating: 0, count: versions.count)
        for (group, members) in groups.enumerated() { for member in members { groupOf[member] = group } }
        var places = [Int](repeating: 0, count: order.count)
        for (place, row) in order.enumerated() { places[row] = place }
        let columns = order.map { row in
            cells[row].map { cell -> PassageTable.Cell in
                if case .within(let other) = cell { return .within(row: places[other]) }
                return cell
            }
        }
        let moved = groups.indices.map { outOfOrder(columns, $0) }
        return PassageTable(
            rows: columns.map { cells in groupOf.map { cells[$0] } }, versionCount: versions.count, anchor: groups.first?.first,
            moved: groupOf.map { moved[$0] }, limits: limits)
    }

    private func outOfOrder(_ columns: [[PassageTable.Cell]], _ group: Int) -> [Int] {
        var rows: [Int] = []
        var values: [Int32] = []
        var weights: [Int32] = []
        let version = version(group)
        for (row, cells) in columns.enumerated() {
            guard case .passages(let range) = cells[group] else { continue }
            rows.append(row)
            values.append(Int32(truncatingIfNeeded: range.lowerBound))
            weights.append(range.reduce(1) { $0 + Int32(truncatingIfNeeded: version.passages[$1].words.count) })
        }
        var stays = [Bool](repeating: false, count: rows.count)
        for at in Diff.heaviestIncreasingSubsequence(values, weights: weights) { stays[at] = true }
        return rows.indices.filter { !stays[$0] }.map { rows[$0] }
    }
}
