/// Comparison of sequences of ids. It knows neither words nor mark-up: what counts as equal has been decided where the ids were given out.
public enum Diff {
    /// How the edits are looked for.
    public enum Method: Hashable, Sendable {
        /// Rare ids first (`HistogramSearch`), Myers where all are frequent. The choice for text: it does not match on "the".
        case histogram
        /// Fewest edits (`MyersSearch`), up to its cost cap.
        case myers
    }

    /// Edits from either end of a stretch beyond which the shortest script is not searched for.
    public static var mostEdits: Int { MyersSearch.costCap }

    /// The edits that turn `old` into `new`, in order and disjoint.
    ///
    /// Common ends are taken off, ids without any partner on the other side are set aside (all different: done in one pass), and the rest goes to
    /// `method`. The time is near-linear for any input: every search has a budget, and what is over it is left unequal rather than searched on.
    public static func edits(from old: [UInt32], to new: [UInt32], by method: Method = .histogram) -> [Edit] {
        var isCut = false
        return edits(from: old, to: new, by: method, isCut: &isCut)
    }

    /// The same; `isCut` becomes true where the cost cap was reached, so that the edits are right but may be more than need be.
    public static func edits(from old: [UInt32], to new: [UInt32], by method: Method = .histogram, isCut: inout Bool) -> [Edit] {
        let prefix = commonPrefix(old, new)
        if prefix == old.count, prefix == new.count { return [] }
        let suffix = commonSuffix(old, new, after: prefix)
        let oldEnd = old.count - suffix
        let newEnd = new.count - suffix
        if prefix == oldEnd || prefix == newEnd { return [Edit(old: prefix..<oldEnd, new: prefix..<newEnd)] }
        var region = Region(old, prefix..<oldEnd, new, prefix..<newEnd)
        guard !region.old.isEmpty else { return [Edit(old: prefix..<oldEnd, new: prefix..<newEnd)] }
        switch method {
        case .histogram: HistogramSearch.match(&region)
        case .myers: MyersSearch.match(&region, [.whole(of: region)])
        }
        if region.isCut { isCut = true }
        return region.edits(old: prefix..<oldEnd, new: prefix..<newEnd)
    }

    /// How many ids are equal from the start.
    public static func commonPrefix(_ old: [UInt32], _ new: [UInt32]) -> Int {
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                let limit = min(old.count, new.count)
                var at = 0
                while at < limit, old[at] == new[at] { at &+= 1 }
                return at
            }
        }
    }

    /// How many ids are equal from the end, not counting the first `prefix` of either side.
    public static func commonSuffix(_ old: [UInt32], _ new: [UInt32], after prefix: Int = 0) -> Int {
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                let limit = min(old.count, new.count) - prefix
                var length = 0
                while length < limit, old[old.count &- 1 &- length] == new[new.count &- 1 &- length] { length &+= 1 }
                return length
            }
        }
    }
}
