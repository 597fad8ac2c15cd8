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
