/// SplitMix64 (Steele, Lea, Flood 2014): the same volumes on every machine.
public struct Dice: RandomNumberGenerator {
    private var state: UInt64

    public init(state: UInt64) { self.state = state }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
    mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
    /// As words fall in a text: the first often, the last seldom (about Zipf's law).
    mutating func oneFalling<Element>(of all: [Element]) -> Element {
        let share = Double.random(in: 0..<1, using: &self)
        return all[min(all.count - 1, Int(Double(all.count) * share * share * share))]
    }
}
