/// Witnesses word by word: one row a witness, one column a place. Every token of a witness stands in one column, in its order.
public struct CollationTable: Sendable {
    public var witnesses: [Witness]
    /// `cells[place * witnesses.count + witness]`: the index of the witness's token at this place, or -1 where it has none.
    public var cells: [Int32]
    /// The limits that were reached, in words for the report.
    public var limits: [String]

    public init(witnesses: [Witness], cells: [Int32], limits: [String] = []) {
        self.witnesses = witnesses
        self.cells = cells
        self.limits = limits
    }

    /// How many columns there are.
    public var width: Int { witnesses.isEmpty ? 0 : cells.count / witnesses.count }

    /// The token of a witness at a place, nil where the witness omits it.
    public func token(_ place: Int, _ witness: Int) -> WitnessToken? {
        let index = cells[place * witnesses.count + witness]
        return index < 0 ? nil : witnesses[witness].tokens[Int(index)]
    }

    /// The column of every token, by witness.
    public var places: [[Int]] {
        var result = witnesses.map { [Int](repeating: -1, count: $0.tokens.count) }
        for place in 0..<width {
            for witness in witnesses.indices {
                let index = cells[place * witnesses.count + witness]
                if index >= 0 { result[witness][Int(index)] = place }
            }
        }
        return result
    }

    /// Every token of every witness stands in the table once and in order.
    public var isWhole: Bool {
        var next = [Int32](repeating: 0, count: witnesses.count)
        for place in 0..<width {
            for witness in witnesses.indices {
                let index = cells[place * witnesses.count + witness]
                if index < 0 { continue }
                if index != next[witness] { return false }
                next[witness] += 1
            }
        }
        return zip(next, witnesses).allSatisfy { Int($0) == $1.tokens.count }
    }
}
