/// Histogram diff, after JGit (Shawn Pearce, 2010) and git's xhistogram.c: the longest run of equal ids that holds the rarest id splits the box, and
/// either part is searched in turn.
///
/// Boxes larger than `largeBox` are first split at all ids that occur once on either side, by a longest increasing subsequence (patience diff, Bram
/// Cohen), because the histogram takes one run at a time and would be quadratic on many small changes.
///
/// It degrades where every common id occurs more than `chainCap` times (90 % repeats) or where the splits are lopsided and the work budget is spent:
/// what is left then goes to `MyersSearch`.
enum HistogramSearch {
    /// Longest chain of equal ids that is followed; JGit's and git's value less one.
    static let chainCap = 63
    /// From this many ids on a box is split at unique ids first. Below, the quadratic worst case is under a millisecond.
    static let largeBox = 4096
    /// How often each id may be looked at on average. A balanced search of 100,000 ids looks some 20 times.
    static let workPerID = 64

    static func match(_ region: inout Region) {
        var budget = (region.old.count + region.new.count) * workPerID + 10_000
        var tables = Tables(region)
        var boxes: [Box] = [.whole(of: region)]
        var left: [Box] = []
        var partner = region.partner
        region.old.withUnsafeBufferPointer { old in
            region.new.withUnsafeBufferPointer { new in
                while var box = boxes.popLast() {
                    trim(&box, old, new, &partner)
                    if box.isEmpty { continue }
                    budget -= box.work
                    if budget < 0 {
                        left.append(box)
                        continue
                    }
                    if box.work > largeBox, splitAtUnique(box, old, new, &tables, &boxes) { continue }
                    switch longestRare(box, old, new, &tables, &budget) {
                    case .nothingCommon: break
                    case .tooFrequent: left.append(box)
                    case .run(let run):
                        for offset in 0..<run.old.count {
                            partner[run.old.lowerBound + offset] = Int32(truncatingIfNeeded: run.new.lowerBound + offset)
                        }
                        boxes.append(Box(old: box.old.lowerBound..<run.old.lowerBound, new: box.new.lowerBound..<run.new.lowerBound))
                        boxes.append(Box(old: run.old.upperBound..<box.old.upperBound, new: run.new.upperBound..<box.new.upperBound))
                    }
                }
            }
        }
        region.partner = partner
        if !left.isEmpty { MyersSearch.match(&region, left) }
    }

    /// Occurrences in the box under search; cleared after each.
    private struct Tables {
        /// By id: first place in old, and how often.
        var first: [Int32]
        var count: [Int32]
        /// By place in old: the next of the same id.
        var next: [Int32]
        /// By id: how often in new, and the last place there.
        var newCount: [Int32]
        var newPlace: [Int32]

        init(_ region: Region) {
            first = [Int32](repeating: -1, count: region.distinct)
            count = [Int32](repeating: 0, count: region.distinct)
            next = [Int32](repeating: -1, count: region.old.count)
            newCount = [Int32](repeating: 0, count: region.distinct)
            newPlace = [Int32](repeating: -1, count: region.distinct)
        }
    }

    /// Matches the equal ends of the box and takes them off.
    private static func trim(
        _ box: inout Box, _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, _ partner: inout [Int32]
    ) {
        var oldStart = box.old.lowerBound
        var newStart = box.new.lowerBound
        var oldEnd = box.old.upperBound
        var newEnd = box.new.upperBound
        while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
            partner[oldStart] = Int32(truncatingIfNeeded: newStart)
            oldStart &+= 1
            newStart &+= 1
        }
        while oldStart < oldEnd, newStart < newEnd, old[oldEnd &- 1] == new[newEnd &- 1] {
            oldEnd &-= 1
            newEnd &-= 1
            partner[oldEnd] = Int32(truncatingIfNeeded: newEnd)
        }
        box = Box(old: oldStart..<oldEnd, new: newStart..<newEnd)
    }

    /// Splits the box at the ids that are unique on both sides and stand in the same order; false where there are none.
    private static func splitAtUnique(
        _ box: Box, _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, _ tables: inout Tables, _ boxes: inout [Box]
    ) -> Bool {
        for at in box.old { tables.count[Int(old[at])] += 1 }
        for at in box.new {
            tables.newCount[Int(new[at])] += 1
            tables.newPlace[Int(new[at])] = Int32(truncatingIfNeeded: at)
        }
        var oldPlaces: [Int] = []
        var newPlaces: [Int32] = []
        for at in box.old where tables.count[Int(old[at])] == 1 && tables.newCount[Int(old[at])] == 1 {
            oldPlaces.append(at)
            newPlaces.append(tables.newPlace[Int(old[at])])
        }
        for at in box.old { tables.count[Int(old[at])] = 0 }
        for at in box.new { tables.newCount[Int(new[at])] = 0 }
        guard !oldPlaces.isEmpty else { return false }
        // The unique id opens the box that follows it, where `trim` takes it off.
        var oldAt = box.old.lowerBound
        var newAt = box.new.lowerBound
        for index in Diff.increasingSubsequence(newPlaces) {
            let oldPlace = oldPlaces[index]
            let newPlace = Int(newPlaces[index])
            boxes.append(Box(old: oldAt..<oldPlace, new: newAt..<newPlace))
            oldAt = oldPlace
            newAt = newPlace
        }
        boxes.append(Box(old: oldAt..<box.old.upperBound, new: newAt..<box.new.upperBound))
        return true
    }

    private enum Found {
        case nothingCommon, tooFrequent
        case run(Box)
    }

    /// The run of equal ids with the rarest member, the longest of those.
    private static func longestRare(
        _ box: Box, _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, _ tables: inout Tables, _ budget: inout Int
    ) -> Found {
        let (a0, a1, b0, b1) = (box.old.lowerBound, box.old.upperBound, box.new.lowerBound, box.new.upperBound)
        var at = a1
        while at > a0 {
            at &-= 1
            let id = Int(old[at])
            tables.next[at] = tables.first[id]
            tables.first[id] = Int32(truncatingIfNeeded: at)
            tables.count[id] += 1
        }
        defer {
            for at in box.old {
                tables.first[Int(old[at])] = -1
                tables.count[Int(old[at])] = 0
            }
        }
        var best: Box?
        var bestCount = Int32(chainCap + 1)
        var isCommon = false
        var newAt = b0
        while newAt < b1 {
            var resume = newAt &+ 1
            let count = tables.count[Int(new[newAt])]
            if count > 0 { isCommon = true }
            if count > 0, count <= min(bestCount, Int32(chainCap)) {
                var oldAt = Int(tables.first[Int(new[newAt])])
                while oldAt >= 0 {
                    var rarest = count
                    var (oldStart, newStart, oldEnd, newEnd) = (oldAt, newAt, oldAt &+ 1, newAt &+ 1)
                    while oldStart > a0, newStart > b0, old[oldStart &- 1] == new[newStart &- 1] {
                        oldStart &-= 1
                        newStart &-= 1
                        rarest = min(rarest, tables.count[Int(old[oldStart])])
                    }
                    while oldEnd < a1, newEnd < b1, old[oldEnd] == new[newEnd] {
                        rarest = min(rarest, tables.count[Int(old[oldEnd])])
                        oldEnd &+= 1
                        newEnd &+= 1
                    }
                    budget -= oldEnd &- oldStart
                    resume = max(resume, newEnd)
                    if rarest < bestCount || (rarest == bestCount && oldEnd &- oldStart > best?.old.count ?? 0) {
                        best = Box(old: oldStart..<oldEnd, new: newStart..<newEnd)
                        bestCount = rarest
                    }
                    // Further occurrences inside this run would only find it again.
                    repeat { oldAt = Int(tables.next[oldAt]) } while oldAt >= 0 && oldAt < oldEnd
                }
            }
            newAt = resume
        }
        if let best { return .run(best) }
        return isCommon ? .tooFrequent : .nothingCommon
    }
}
