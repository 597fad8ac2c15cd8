/// The order in which rows are laid: the first one, then always the one most like any that is there.
struct Guide {
    let order: [Int]
    /// Only the likeness to the first row counted.
    let isCoarse: Bool

    /// `work`: words times rows above which the rows are not compared with one another.
    init(_ lines: [[Int32]], work: Int) {
        guard lines.count > 2 else {
            (order, isCoarse) = (Array(lines.indices), false)
            return
        }
        let bags = lines.map(Self.pairsOfWords)
        let words = lines.reduce(0) { $0 + $1.count }
        let isLarge = words * lines.count > work
        var nearest = lines.indices.map { $0 == 0 ? -1 : Self.shared(bags[0], bags[$0]) }
        var isLeft = [Bool](repeating: true, count: lines.count)
        isLeft[0] = false
        var order = [0]
        while order.count < lines.count {
            var best = -1
            for row in lines.indices where isLeft[row] && (best < 0 || nearest[row] > nearest[best]) { best = row }
            order.append(best)
            isLeft[best] = false
            if isLarge { continue }
            for row in lines.indices where isLeft[row] { nearest[row] = max(nearest[row], Self.shared(bags[best], bags[row])) }
        }
        (self.order, isCoarse) = (order, isLarge)
    }

    /// The neighbouring pairs of a line, sorted.
    private static func pairsOfWords(_ line: [Int32]) -> [UInt64] {
        var pairs: [UInt64] = []
        pairs.reserveCapacity(line.count)
        var before: Int32 = -1
        for word in line {
            pairs.append(UInt64(UInt32(bitPattern: before)) << 32 | UInt64(UInt32(bitPattern: word)))
            before = word
        }
        return pairs.sorted()
    }

    /// Dice's coefficient of two sorted bags.
    private static func shared(_ one: [UInt64], _ other: [UInt64]) -> Double {
        var (a, b, both) = (0, 0, 0)
        while a < one.count, b < other.count {
            if one[a] == other[b] {
                both += 1
                a += 1
                b += 1
            } else if one[a] < other[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return one.isEmpty && other.isEmpty ? 1 : 2 * Double(both) / Double(one.count + other.count)
    }
}
