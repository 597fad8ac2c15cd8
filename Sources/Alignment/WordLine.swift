/// The words and marks of a passage or a sentence, ready for comparison.
public struct WordLine: Hashable, Sendable {
    /// Equal where the words are held to be equal.
    public var ids: [UInt32]
    /// By token: 0 punctuation, 1 function word, 2 content word, 3 rare word or name.
    public var weights: [UInt8]
    /// By token: neighbours with the same non-negative number form a name, which is never cut; -1 is a token by itself.
    public var unit: [Int32]

    /// Arrays shorter than `ids` are filled up: a content word, by itself.
    public init(ids: [UInt32], weights: [UInt8] = [], unit: [Int32] = []) {
        self.ids = ids
        self.weights = Array(weights.prefix(ids.count)) + [UInt8](repeating: 2, count: max(0, ids.count - weights.count))
        self.unit = Array(unit.prefix(ids.count)) + [Int32](repeating: -1, count: max(0, ids.count - unit.count))
    }

    /// Whether the border before token `position` lies inside a name.
    func cutsUnit(_ position: Int) -> Bool {
        position > 0 && position < ids.count && unit[position] >= 0 && unit[position] == unit[position - 1]
    }

    func weight(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + Int(weights[$1]) } }
}

/// Words of the older line and what stands in their place in the newer; one of the two may be empty, not both. What lies between two edits is equal.
public struct WordEdit: Hashable, Sendable {
    public var old: Range<Int>
    public var new: Range<Int>

    public init(old: Range<Int>, new: Range<Int>) {
        self.old = old
        self.new = new
    }
}
