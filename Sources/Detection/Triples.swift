import PlainText
import Records
import Synchronization

/// The word triples of a version, for the question whether a lost stretch may stand elsewhere. A bit field: it may say yes wrongly (about once in
/// a hundred questions), so that a yes is asked again by counting (`TripleCount`).
struct TripleField: Sendable {
    private var bits: [UInt64]
    private let mask: UInt64

    init(_ tokens: [Token]) {
        var size = 1 << 12
        while size < tokens.count * 16 { size *= 2 }
        mask = UInt64(size - 1)
        bits = [UInt64](repeating: 0, count: size / 64)
        var index = 2
        while index < tokens.count {
            let bit = Int(Self.hash(tokens[index - 2].word, tokens[index - 1].word, tokens[index].word) & mask)
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
            index += 1
        }
    }

    /// The share of the triples of `words` that stand in the version; nil for fewer than two triples.
    func share(of words: [UInt32]) -> Double? {
        guard words.count >= 4 else { return nil }
        var hits = 0
        for index in 2..<words.count {
            let bit = Int(Self.hash(words[index - 2], words[index - 1], words[index]) & mask)
            if bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { hits += 1 }
        }
        return Double(hits) / Double(words.count - 2)
    }

    fileprivate static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 { number(first, second, third) >> 20 }

    fileprivate static func number(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt64 {
        var mixed = UInt64(first) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ UInt64(second)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 31) ^ UInt64(third)) &* 0x94D0_49BB_1331_11EB
        return mixed
    }
}

/// How often the triples of lost stretches stand in a version. The first stretches are counted by going through the version; where many ask, an index is
/// made once, or a long record that lost much would be gone through once for each loss.
final class TripleIndex: Sendable {
    private struct State {
        var asked = 0
        /// The triples of the version as numbers, sorted.
        var numbers: [UInt64] = []
    }
    private let version: HeldVersion
    private let state = Mutex(State())

    /// So often the version is gone through; an index costs about as much.
    private static let mostWalks = 16

    init(_ version: HeldVersion) { self.version = version }

    /// By triple of `words`, how often it stands in the version.
    func counts(of words: [UInt32]) -> [Int] {
        guard words.count >= 3 else { return [] }
        let numbers = state.withLock { state in
            state.asked += 1
            if state.asked > Self.mostWalks, state.numbers.isEmpty { state.numbers = Self.numbers(version.version.tokens) }
            return state.numbers
        }
        if numbers.isEmpty {
            let counted = TripleCount(words, in: version.version.tokens)
            return (2..<words.count).map { counted.count(words[$0 - 2], words[$0 - 1], words[$0]) }
        }
        return (2..<words.count).map { index in
            let number = TripleField.number(words[index - 2], words[index - 1], words[index])
            return firstPlace(of: numbers.count) { numbers[$0] > number } - firstPlace(of: numbers.count) { numbers[$0] >= number }
        }
    }

    private static func numbers(_ tokens: [Token]) -> [UInt64] {
        guard tokens.count >= 3 else { return [] }
        var numbers = (2..<tokens.count).map { TripleField.number(tokens[$0 - 2].word, tokens[$0 - 1].word, tokens[$0].word) }
        numbers.sort()
        return numbers
    }
}

/// How often the triples of one stretch stand in a version.
private struct TripleCount {
    /// An open table: a triple stands at its number or in the next free place behind it.
    private var triples: [Triple]
    private var counts: [Int]
    private let mask: UInt64

    struct Triple: Equatable {
        var first: UInt32, second: UInt32, third: UInt32
        /// No word has this id.
        static let none = Triple(first: .max, second: .max, third: .max)
        var number: UInt64 { TripleField.hash(first, second, third) }
    }

    /// Counts the triples of `words` among `tokens`.
    init(_ words: [UInt32], in tokens: [Token]) {
        var size = 16
        while size < words.count * 3 { size *= 2 }
        mask = UInt64(size - 1)
        triples = [Triple](repeating: .none, count: size)
        counts = [Int](repeating: 0, count: size)
        guard words.count >= 3 else { return }
        // Asked first, for most words begin no triple of the stretch: one place for the low bits of a word's id.
        var mayBegin = [Bool](repeating: false, count: Self.filter)
        for index in 2..<words.count {
            let triple = Triple(first: words[index - 2], second: words[index - 1], third: words[index])
            triples[place(of: triple)] = triple
            mayBegin[Int(triple.first) & (Self.filter - 1)] = true
        }
        var index = 2
        while index < tokens.count {
            if mayBegin[Int(tokens[index - 2].word) & (Self.filter - 1)] {
                let at = place(of: Triple(first: tokens[index - 2].word, second: tokens[index - 1].word, third: tokens[index].word))
                if triples[at] != .none { counts[at] += 1 }
            }
            index += 1
        }
    }

    private static let filter = 4_096

    /// Where the triple stands, or the free place for it.
    private func place(of triple: Triple) -> Int {
        var at = triple.number & mask
        while triples[Int(at)] != .none, triples[Int(at)] != triple { at = (at + 1) & mask }
        return Int(at)
    }

    func count(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int { counts[place(of: Triple(first: first, second: second, third: third))] }
}
