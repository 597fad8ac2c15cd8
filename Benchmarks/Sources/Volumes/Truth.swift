/// What was done to a volume.
public struct Truth: Sendable {
    /// Passages that belong together, in the order of the older version: one to one, one to two (split) or two to one (merged).
    public struct Link: Hashable, Sendable {
        public var old: Range<Int>
        public var new: Range<Int>
        public var isReworded: Bool
    }

    public private(set) var links: [Link] = []
    public private(set) var reworded = 0, deleted = 0, inserted = 0, split = 0, merged = 0
    /// Stretches of neighbours that stand elsewhere: as few words as can be moved, so that the rest stands in order.
    public private(set) var moved = 0

    init(_ old: [RevisedVolume.Passage], _ new: [RevisedVolume.Passage]) {
        var isTaken = [Bool](repeating: false, count: old.count)
        var at = 0
        while at < new.count {
            let origins = new[at].origins
            var end = at + 1
            while end < new.count, !origins.isEmpty, new[end].origins == origins { end += 1 }
            if let first = origins.first {
                for origin in origins { isTaken[origin] = true }
                let isPlain = origins.count == 1 && end == at + 1
                links.append(Link(old: first..<first + origins.count, new: at..<end, isReworded: isPlain && old[first].text != new[at].text))
            }
            at = end
        }
        links.sort { $0.old.lowerBound < $1.old.lowerBound }
        reworded = links.count(where: \.isReworded)
        split = links.count { $0.new.count > 1 }
        merged = links.count { $0.old.count > 1 }
        deleted = isTaken.count { !$0 }
        inserted = new.count { $0.origins.isEmpty }
        moved = runsOutOfOrder(links.map { link in link.old.reduce(1) { $0 + old[$1].text.split(separator: " ").count } })
    }

    /// Stretches that are left when the heaviest increasing sequence stays.
    private func runsOutOfOrder(_ weights: [Int]) -> Int {
        let order = links.indices.sorted { links[$0].new.lowerBound < links[$1].new.lowerBound }
        var ranks = [Int](repeating: 0, count: links.count)
        for (rank, at) in order.enumerated() { ranks[at] = rank }
        // By rank: the link that ends the heaviest sequence up to here (a Fenwick tree of maxima).
        var tree = [(weight: Int, at: Int)](repeating: (0, -1), count: links.count + 1)
        var before = [Int](repeating: -1, count: links.count)
        var best = (weight: 0, at: -1)
        for at in links.indices {
            var heaviest = (weight: 0, at: -1)
            var node = ranks[at]
            while node > 0 {
                if tree[node].weight > heaviest.weight { heaviest = tree[node] }
                node &= node - 1
            }
            before[at] = heaviest.at
            let own = (weight: heaviest.weight + weights[at], at: at)
            if own.weight > best.weight { best = own }
            node = ranks[at] + 1
            while node < tree.count {
                if own.weight > tree[node].weight { tree[node] = own }
                node += node & -node
            }
        }
        var stays = [Bool](repeating: false, count: links.count)
        var at = best.at
        while at >= 0 {
            stays[at] = true
            at = before[at]
        }
        return links.indices.count { !stays[$0] && !($0 > 0 && !stays[$0 - 1] && ranks[$0 - 1] + 1 == ranks[$0]) }
    }
}
