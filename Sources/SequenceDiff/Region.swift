/// The part of two sequences that is under comparison: ids renumbered densely from 0, those without a partner on the other side left out.
struct Region {
    private(set) var old: [Int32] = []
    private(set) var new: [Int32] = []
    /// Where each stood in its sequence.
    private var oldPlaces: [Int32] = []
    private var newPlaces: [Int32] = []
    /// How many ids there are.
    private(set) var distinct = 0
    /// For each of `old` the index in `new` that it is equal to, or -1. Ascending where it is not -1.
    var partner: [Int32] = []
    /// A search gave up before its end.
    var isCut = false

    init(_ whole: [UInt32], _ range: Range<Int>, _ other: [UInt32], _ otherRange: Range<Int>) {
        var size = 16
        while size < range.count * 2 { size *= 2 }
        // Open addressing over the older ids; a slot holds the number of the id + 1.
        var slots = [Int32](repeating: 0, count: size)
        var ids: [UInt32] = []
        var isShared: [Bool] = []
        var numbers = [Int32](repeating: 0, count: range.count)
        let mask = size - 1
        func slot(of id: UInt32) -> Int { Int(truncatingIfNeeded: (UInt64(id) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask }
        for (offset, at) in range.enumerated() {
            let id = whole[at]
            var slot = slot(of: id)
            while slots[slot] != 0, ids[Int(slots[slot]) - 1] != id { slot = (slot + 1) & mask }
            if slots[slot] == 0 {
                ids.append(id)
                isShared.append(false)
                slots[slot] = Int32(truncatingIfNeeded: ids.count)
            }
            numbers[offset] = slots[slot] - 1
        }
        for at in otherRange {
            let id = other[at]
            var slot = slot(of: id)
            while slots[slot] != 0, ids[Int(slots[slot]) - 1] != id { slot = (slot + 1) & mask }
            guard slots[slot] != 0 else { continue }
            let number = slots[slot] - 1
            isShared[Int(number)] = true
            new.append(number)
            newPlaces.append(Int32(truncatingIfNeeded: at))
        }
        for (offset, number) in numbers.enumerated() where isShared[Int(number)] {
            old.append(number)
            oldPlaces.append(Int32(truncatingIfNeeded: range.lowerBound + offset))
        }
        distinct = ids.count
        partner = [Int32](repeating: -1, count: old.count)
    }

    /// The edits between the matches, in the places of the sequences.
    func edits(old whole: Range<Int>, new other: Range<Int>) -> [Edit] {
        var result: [Edit] = []
        var oldAt = whole.lowerBound
        var newAt = other.lowerBound
        func close(_ oldEnd: Int, _ newEnd: Int) {
            if oldAt < oldEnd || newAt < newEnd { result.append(Edit(old: oldAt..<oldEnd, new: newAt..<newEnd)) }
        }
        for index in partner.indices where partner[index] >= 0 {
            let oldPlace = Int(oldPlaces[index])
            let newPlace = Int(newPlaces[Int(partner[index])])
            close(oldPlace, newPlace)
            oldAt = oldPlace + 1
            newAt = newPlace + 1
        }
        close(whole.upperBound, other.upperBound)
        return result
    }
}

/// A rectangle of a region that is still to be searched.
struct Box {
    var old: Range<Int>
    var new: Range<Int>

    static func whole(of region: Region) -> Box { Box(old: region.old.indices, new: region.new.indices) }
    var isEmpty: Bool { old.isEmpty || new.isEmpty }
    var work: Int { old.count + new.count }
}
