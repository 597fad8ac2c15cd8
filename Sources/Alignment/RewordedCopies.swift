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
        let isCopied = (
            old: keys.old.map { newCounts[Int($0)] > 0 },
            new: keys.new.map { oldCounts[Int($0)] > 0 }
        )
        guard keys.old.indices.contains(where: { partners.toNew[$0] < 0 && isCopied.old[$0] }) else { return }
        for gap in partners.gaps(between: partners.inOrder(outlines.old.lengths)) {
            // What has an equal passage on the other side is no rewording. Once from the older side and once from the newer.
            pair(gap.old.filter { isCopied.old[$0] }, gap.new.filter { !isCopied.new[$0] }, &partners, &similarities)
            pair(gap.old.filter { !isCopied.old[$0] && partners.isFree(old: $0) }, gap.new.filter { isCopied.new[$0] }, &partners, &similarities)
        }
    }

    private func pair(_ olds: [Int], _ news: [Int], _ partners: inout Partners, _ similarities: inout [Double]) {
        guard !olds.isEmpty, !news.isEmpty else { return }
        let bags = (old: Bags(old, olds, worth), new: Bags(new, news, worth))
        for (place, oldAt) in olds.enumerated() {
            // In proportion to its place in the gap, and some to either side.
            let middle = place * news.count / olds.count
            var best: (likeness: Double, new: Int)?
            for other in max(0, middle - Fit.mostCandidates)..<min(news.count, middle + Fit.mostCandidates) where partners.isFree(new: news[other]) {
                guard outlines.old.kinds[oldAt] == outlines.new.kinds[news[other]] else { continue }
                let mass = bags.old.masses[place] + bags.new.masses[other]
                let likeness = mass > 0 ? Double(2 * bags.old.shared(place, with: bags.new, other, worth) / mass) : 0
                if likeness >= Self.floor, likeness > best?.likeness ?? 0 { best = (likeness, news[other]) }
            }
            guard let best else { continue }
            partners.pair(oldAt, best.new)
            similarities[oldAt] = min(best.likeness, 0.999)
        }
    }
}
