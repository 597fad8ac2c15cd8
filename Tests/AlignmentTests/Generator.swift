import TestSupport

/// Made-up input by a seed.
struct Generator: RandomNumberGenerator {
    private var numbers: SplitMix64
    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    /// A sentence of `words` made-up words; common ones and rare ones, as in a text.
    mutating func sentence(_ words: Int) -> String {
        let common = ["the", "of", "and", "in", "was", "to", "a", "by", "his", "had"]
        return (0..<words).map { _ in
            Bool.random(using: &self)
                ? common[Int.random(in: 0..<common.count, using: &self)] : "word\(letters(UInt32.random(in: 0..<4000, using: &self)))"
        }.joined(separator: " ")
    }

    private func letters(_ number: UInt32) -> String {
        String(String(number, radix: 26).unicodeScalars.compactMap { Unicode.Scalar($0.value + 49) }.map(Character.init))
    }
}
