/// SplitMix64 (Guy Steele and others, 2014): the same sequence on every machine, so that a failing case can be repeated by its seed.
struct Generator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

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
