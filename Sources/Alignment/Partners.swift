import SequenceDiff

/// Who is whose partner so far, one to one.
struct Partners {
    /// By passage of the older version: its partner's index, or -1.
    private(set) var toNew: [Int32]
    /// By passage of the newer version.
    private(set) var toOld: [Int32]

    init(_ oldCount: Int, _ newCount: Int) {
        toNew = [Int32](repeating: -1, count: oldCount)
        toOld = [Int32](repeating: -1, count: newCount)
    }

    mutating func pair(_ old: Int, _ new: Int) {
        toNew[old] = Int32(truncatingIfNeeded: new)
        toOld[new] = Int32(truncatingIfNeeded: old)
    }

    mutating func release(_ old: Int) {
        if toNew[old] >= 0 { toOld[Int(toNew[old])] = -1 }
        toNew[old] = -1
    }

    /// Marks a further piece of a split: it is taken, but its main passage keeps its partner.
    mutating func claim(new: Int, by old: Int) { toOld[new] = Int32(truncatingIfNeeded: old) }
    /// Marks a further piece of a merge.
    mutating func claim(old: Int, by new: Int) { toNew[old] = Int32(truncatingIfNeeded: new) }

    func isFree(old: Int) -> Bool { old >= 0 && old < toNew.count && toNew[old] < 0 }
    func isFree(new: Int) -> Bool { new >= 0 && new < toOld.count && toOld[new] < 0 }
    var freeOld: [Int] { toNew.indices.filter { toNew[$0] < 0 } }
    var freeNew: [Int] { toOld.indices.filter { toOld[$0] < 0 } }

    /// The older passages whose partners stand in order, ascending. Of two stretches that changed places the one with fewer words is out of order.
    func inOrder(_ lengths: [Int32]) -> [Int] {
        var places: [Int] = []
        var values: [Int32] = []
        places.reserveCapacity(toNew.count)
        values.reserveCapacity(toNew.count)
        for old in toNew.indices where toNew[old] >= 0 {
            places.append(old)
            values.append(toNew[old])
        }
        if zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) { return places }
        return Diff.heaviestIncreasingSubsequence(values, weights: places.map { lengths[$0] + 1 }).map { places[$0] }
    }

    /// The stretches between pairs that stand in order; those without anything free on one side are left out.
    func gaps(between inOrder: [Int]) -> [Gap] {
        var result: [Gap] = []
        var oldAt = 0
        var newAt = 0
        func close(_ oldEnd: Int, _ newEnd: Int) {
            guard oldAt < oldEnd, newAt < newEnd else { return }
            let old = (oldAt..<oldEnd).filter { toNew[$0] < 0 }
            guard !old.isEmpty else { return }
            let new = (newAt..<newEnd).filter { toOld[$0] < 0 }
            if !new.isEmpty { result.append(Gap(old: old, new: new)) }
        }
        for old in inOrder {
            let new = Int(toNew[old])
            close(old, new)
            oldAt = old + 1
            newAt = new + 1
        }
        close(toNew.count, toOld.count)
        return result
    }
}

/// Passages without a partner between two pairs that stand in order, ascending.
struct Gap {
    var old: [Int]
    var new: [Int]
}
