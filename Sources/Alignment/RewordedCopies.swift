import Records

/// A passage that stands in many places ("The motion was put and agreed to.") was reworded in one of them. Its old words are left over here, and a copy
/// that came or went is left over somewhere else; without this the two would be told as a move, and the rewording as a new passage.
struct RewordedCopies {
    let old: Version
    let new: Version
    let outlines: (old: Outline, new: Outline)
    let worth: WordWorth

    /// As alike as this a passage at the same place is the likelier partner than an equal one elsewhere.
    private static let floor = 0.5

    func find(_ partners: inout Partners, _ similarities: inout [Double]) {
        let keys = SharedNumbers(outlines.old.keys, outlines.new.keys)
        var oldCounts = [Int32](repeating: 0, count: keys.count)
        var newCounts = [Int32](repeating: 0, count: keys.count)
        for at in partners.freeOld { oldCounts[Int(keys.old[at])] += 1 }
        for at in partners.freeNew { newCounts[Int(keys.new[at])] += 1 }
        guard keys.old.indices.contains(where: { partners.toNew[$0] < 0 && newCounts[Int(keys.old[$0])] > 0 }) else { return }
        for gap in partners.gaps(between: partners.inOrder(outlines.old.lengths)) {
            // What has an equal passage on the other side is no rewording.
            let reworded = gap.new.filter { oldCounts[Int(keys.new[$0])] == 0 }
            let copied = gap.old.filter { newCounts[Int(keys.old[$0])] > 0 }
            guard !reworded.isEmpty, !copied.isEmpty else { continue }
            let bags = (old: Bags(old, copied, worth), new: Bags(new, reworded, worth))
            for (place, oldAt) in copied.enumerated() {
                // In proportion to its place in the gap, and some to either side.
                let middle = place * reworded.count / copied.count
                var best: (likeness: Double, new: Int)?
                for other in max(0, middle - Fit.mostCandidates)..<min(reworded.count, middle + Fit.mostCandidates) where partners.isFree(new: reworded[other]) {
                    guard outlines.old.kinds[oldAt] == outlines.new.kinds[reworded[other]] else { continue }
                    let likeness = Double(2 * bags.old.shared(place, with: bags.new, other, worth) / (bags.old.masses[place] + bags.new.masses[other]))
                    if likeness >= Self.floor, likeness > best?.likeness ?? 0 { best = (likeness, reworded[other]) }
                }
                guard let best else { continue }
                partners.pair(oldAt, best.new)
                similarities[oldAt] = min(best.likeness, 0.999)
            }
        }
    }
}
