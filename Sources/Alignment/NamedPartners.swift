import PlainText
import Records

/// Partners by the id that their mark-up states (`xml:id`), verified by their words. An id that stands twice in a version is no evidence.
struct NamedPartners {
    let old: Version
    let new: Version
    let outlines: (old: Outline, new: Outline)
    let worth: WordWorth

    /// As `Fit.floor`, but lower, for the id speaks too; not zero, for ids are sometimes numbered through anew. Texts drawn at random from the words of
    /// one volume stay below.
    static let floor = 0.20

    func find(_ partners: inout Partners, _ similarities: inout [Double]) {
        let oldIDs = named(old, partners.freeOld)
        guard !oldIDs.isEmpty else { return }
        let newIDs = named(new, partners.freeNew)
        guard !newIDs.isEmpty else { return }
        var places: [String: Int] = [:]
        for (id, at) in newIDs { places[id] = places[id] == nil ? at : -1 }
        var seen: [String: Int] = [:]
        for (id, _) in oldIDs { seen[id, default: 0] += 1 }
        for (id, oldAt) in oldIDs where seen[id] == 1 {
            guard let newAt = places[id], newAt >= 0, partners.toOld[newAt] < 0, outlines.old.kinds[oldAt] == outlines.new.kinds[newAt]
            else { continue }
            let likeness = likeness(oldAt, newAt)
            guard likeness >= Self.floor else { continue }
            partners.pair(oldAt, newAt)
            similarities[oldAt] = min(likeness, 0.999)
        }
    }

    private func named(_ version: Version, _ passages: [Int]) -> [(String, Int)] {
        passages.compactMap { at in
            let node = Int(version.passages[at].node)
            guard version.nodes.indices.contains(node), version.nodes[node].id != .none else { return nil }
            return (version.symbols[version.nodes[node].id], at)
        }
    }

    /// Twice the worth of the shared words by the worth of both.
    private func likeness(_ oldAt: Int, _ newAt: Int) -> Double {
        let bags = (old: Bags(old, [oldAt], worth), new: Bags(new, [newAt], worth))
        let mass = bags.old.masses[0] + bags.new.masses[0]
        guard mass > 0 else { return 1 }
        return Double(2 * bags.old.shared(0, with: bags.new, 0, worth) / mass)
    }
}
