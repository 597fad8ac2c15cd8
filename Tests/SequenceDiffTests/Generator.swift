import TestSupport

/// Made-up input by a seed.
struct Generator: RandomNumberGenerator {
    private var numbers: SplitMix64
    init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    mutating func ids(_ count: Int, below limit: UInt32) -> [UInt32] { (0..<count).map { _ in UInt32.random(in: 0..<limit, using: &self) } }

    /// `ids` with about one in `rate` changed, dropped or doubled.
    mutating func edited(_ ids: [UInt32], oneIn rate: Int, below limit: UInt32) -> [UInt32] {
        var result: [UInt32] = []
        for id in ids {
            switch Int.random(in: 0..<rate * 3, using: &self) {
            case 0: result.append(UInt32.random(in: 0..<limit, using: &self))
            case 1: break
            case 2: result += [id, UInt32.random(in: 0..<limit, using: &self)]
            default: result.append(id)
            }
        }
        return result
    }
}
