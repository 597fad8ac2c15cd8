extension Diff {
    /// The indices of a longest strictly increasing subsequence of `values`, ascending.
    ///
    /// Patience sorting with back pointers (Michael Fredman, "On computing the length of longest increasing subsequences", Discrete Mathematics 11,
    /// 1975), O(n log n); an increasing input takes one comparison a value.
    public static func increasingSubsequence(_ values: [Int32]) -> [Int] {
        var tails: [Int] = []
        var before = [Int32](repeating: -1, count: values.count)
        values.withUnsafeBufferPointer { values in
            for index in values.indices {
                let value = values[index]
                guard let last = tails.last else {
                    tails.append(index)
                    continue
                }
                if values[last] < value {
                    before[index] = Int32(truncatingIfNeeded: last)
                    tails.append(index)
                    continue
                }
                var low = 0
                var high = tails.count - 1
                while low < high {
                    let middle = (low + high) / 2
                    if values[tails[middle]] < value { low = middle + 1 } else { high = middle }
                }
                if low > 0 { before[index] = Int32(truncatingIfNeeded: tails[low - 1]) }
                tails[low] = index
            }
        }
        var result: [Int] = []
        result.reserveCapacity(tails.count)
        var at = tails.last.map { Int32(truncatingIfNeeded: $0) } ?? -1
        while at >= 0 {
            result.append(Int(at))
            at = before[Int(at)]
        }
        return result.reversed()
    }

    /// The indices of a heaviest strictly increasing subsequence of `values` (distinct, not negative), ascending; weights are positive.
    ///
    /// One pass with a Fenwick tree of prefix maxima, O(n log n). Used for what stands in order: of two things that changed places, the lighter one
    /// has moved. Between equal weights the result is that of the first in `values`.
    public static func heaviestIncreasingSubsequence(_ values: [Int32], weights: [Int32]) -> [Int] {
        guard let largest = values.max() else { return [] }
        if zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) { return Array(values.indices) }
        // Node `at` of the tree holds the index with the heaviest chain among the values it covers.
        var tree = [Int32](repeating: -1, count: Int(largest) + 2)
        var total = [Int](repeating: 0, count: values.count)
        var before = [Int32](repeating: -1, count: values.count)
        var end: Int32 = -1
        for index in values.indices {
            var best: Int32 = -1
            var at = Int(values[index])  // values below this one: tree positions 1...value
            while at > 0 {
                if tree[at] >= 0, best < 0 || total[Int(tree[at])] > total[Int(best)] { best = tree[at] }
                at &= at - 1
            }
            before[index] = best
            total[index] = Int(weights[index]) + (best < 0 ? 0 : total[Int(best)])
            at = Int(values[index]) + 1
            while at < tree.count {
                if tree[at] < 0 || total[Int(tree[at])] < total[index] { tree[at] = Int32(truncatingIfNeeded: index) }
                at += at & -at
            }
            if end < 0 || total[Int(end)] < total[index] { end = Int32(truncatingIfNeeded: index) }
        }
        var result: [Int] = []
        while end >= 0 {
            result.append(Int(end))
            end = before[Int(end)]
        }
        return result.reversed()
    }
}
