public import Collation
import PlainText

/// Pairs of words that stand in one place: those that are there, those that were found, those that are both.
public struct PairScore: Sendable {
    /// Which pairs count.
    public enum Kind: Sendable {
        /// Different words, that is: what the letters alone do not tell.
        case substitutions
        /// The whole table.
        case all
    }

    public var right = 0
    public var told = 0
    public var there = 0

    public init() {}

    public var precision: Double { told == 0 ? 1 : Double(right) / Double(told) }
    public var recall: Double { there == 0 ? 1 : Double(right) / Double(there) }
    public var f1: Double { right == 0 ? (told + there == 0 ? 1 : 0) : 2 * precision * recall / (precision + recall) }

    public static func += (score: inout PairScore, other: PairScore) {
        score.right += other.right
        score.told += other.told
        score.there += other.there
    }

    /// `columns` gives the place of every token that was found, `places` the true one, by witness.
    public init(_ witnesses: [Witness], columns: [[Int]], places: [[Int]], _ kind: Kind = .substitutions) {
        let words = witnesses.map { $0.tokens.map { Folding.folded($0.text) } }
        let found = Self.pairs(words, columns, kind), true_ = Self.pairs(words, places, kind)
        told = found.count
        there = true_.count
        right = found.intersection(true_).count
    }

    private struct Pair: Hashable { var one: Int, oneToken: Int, other: Int, otherToken: Int }

    private static func pairs(_ words: [[String]], _ places: [[Int]], _ kind: Kind) -> Set<Pair> {
        var standing: [Int: [(Int, Int)]] = [:]
        for (witness, line) in places.enumerated() {
            for (token, place) in line.enumerated() { standing[place, default: []].append((witness, token)) }
        }
        var pairs: Set<Pair> = []
        for readings in standing.values {
            for (index, one) in readings.enumerated() {
                for other in readings[(index + 1)...] where kind == .all || !words[one.0][one.1].utf8.elementsEqual(words[other.0][other.1].utf8) {
                    pairs.insert(Pair(one: one.0, oneToken: one.1, other: other.0, otherToken: other.1))
                }
            }
        }
        return pairs
    }
}

extension Tradition {
    /// How well a table of these witnesses gives the true pairs.
    public func score(_ table: CollationTable, _ kind: PairScore.Kind = .substitutions) -> PairScore { PairScore(witnesses, columns: table.places, places: places, kind) }
}
