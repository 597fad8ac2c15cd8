public import Collation
import TestSupport

/// An invented tradition: witnesses copied from one another along a stemma, with the true place of every word.
///
/// The truth is by construction: a word keeps its place however it is spelt and by whatever it is replaced; what was added, and what changed
/// places with its neighbour, has a place of its own.
public struct Tradition: Sendable {
    /// How often the copyists change something, for each word copied.
    public struct Manner: Sendable {
        public var name: String
        public var words: Int
        public var witnesses: Int
        /// Another spelling of the same word.
        public var spelling: Double
        /// Another word of the same class, in its place.
        public var substitution: Double
        public var omission: Double
        public var addition: Double
        public var transposition: Double
        /// Two words written as one, or one as two.
        public var joining: Double
        /// Share of the losses, additions and replacements that take several words at once.
        public var runs = 0.25

        /// `rate` is the sum of all changes a word; they are shared out as in hand-written traditions: most are spellings.
        public init(_ name: String, words: Int, witnesses: Int, rate: Double) {
            self.name = name
            self.words = words
            self.witnesses = witnesses
            spelling = rate * 0.42
            substitution = rate * 0.22
            omission = rate * 0.14
            addition = rate * 0.10
            transposition = rate * 0.07
            joining = rate * 0.05
        }
    }

    /// A word of a witness and its true place.
    struct Copied: Sendable {
        var word: String
        var place: Int
        var sort: Tongue.Sort
    }

    public var manner: Manner
    public var tongue: String
    public var witnesses: [Witness]
    /// The true place of every token, by witness.
    public var places: [[Int]]

    /// The same seed gives the same tradition on every machine.
    public init(_ manner: Manner, in tongue: Tongue, seed: UInt64) {
        self.manner = manner
        self.tongue = tongue.name
        var scribe = Scribe(tongue: tongue, manner: manner, seed: seed)
        let lines = scribe.copies()
        witnesses = lines.enumerated().map { index, line in
            Witness(siglum: "W\(index + 1)", tokens: line.map { WitnessToken(text: $0.word) })
        }
        places = lines.map { $0.map(\.place) }
    }
}

/// Copies a text along a stemma.
struct Scribe {
    let tongue: Tongue
    let manner: Tradition.Manner
    var dice: SplitMix64
    private var nextPlace = 0

    init(tongue: Tongue, manner: Tradition.Manner, seed: UInt64) {
        self.tongue = tongue
        self.manner = manner
        dice = SplitMix64(seed: seed)
    }

    /// The witnesses: leaves of a stemma whose inner nodes are lost copies. A lost copy takes half of the changes.
    mutating func copies() -> [[Tradition.Copied]] {
        var archetype: [Tradition.Copied] = []
        while archetype.count < manner.words {
            for (word, sort) in tongue.sentence(&dice) {
                archetype.append(Tradition.Copied(word: word, place: newPlace(), sort: sort))
            }
        }
        var known = [archetype]
        for _ in 0..<max(1, manner.witnesses / 3) { known.append(copy(known[Int.random(in: 0..<known.count, using: &dice)], share: 0.5)) }
        return (0..<manner.witnesses).map { _ in copy(known[Int.random(in: 0..<known.count, using: &dice)], share: 0.7) }
    }

    private mutating func newPlace() -> Int {
        nextPlace += 1
        return nextPlace
    }

    private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < probability }

    /// How many words one change takes.
    private mutating func run() -> Int { chance(manner.runs) ? Int.random(in: 2...4, using: &dice) : 1 }

    private mutating func copy(_ exemplar: [Tradition.Copied], share: Double) -> [Tradition.Copied] {
        var result: [Tradition.Copied] = []
        var at = 0
        while at < exemplar.count {
            let word = exemplar[at]
            // One throw decides what happens to this word.
            var throwing = Double.random(in: 0..<1, using: &dice) / share
            func falls(_ probability: Double) -> Bool {
                defer { throwing -= probability }
                return throwing >= 0 && throwing < probability
            }
            if falls(manner.spelling), word.sort != .mark {
                result.append(Tradition.Copied(word: tongue.respelt(word.word, &dice), place: word.place, sort: word.sort))
                at += 1
            } else if falls(manner.substitution), word.sort != .mark {
                for _ in 0..<run() where at < exemplar.count && exemplar[at].sort != .mark {
                    result.append(replaced(exemplar[at]))
                    at += 1
                }
                // Where words are replaced the neighbourhood often shifts: something is left out or put in beside them.
                if chance(0.25) {
                    if chance(0.5), at < exemplar.count, exemplar[at].sort != .mark { at += 1 } else { result.append(added()) }
                }
            } else if falls(manner.omission) {
                at += run()
            } else if falls(manner.addition) {
                result.append(word)
                at += 1
                for _ in 0..<run() { result.append(added()) }
            } else if falls(manner.transposition), at + 1 < exemplar.count, word.sort != .mark, exemplar[at + 1].sort != .mark {
                var moved = word
                moved.place = newPlace()
                result += [exemplar[at + 1], moved]
                at += 2
            } else if falls(manner.joining), word.sort != .mark {
                at += joinOrSplit(exemplar, at, &result)
            } else {
                result.append(word)
                at += 1
            }
        }
        return result
    }

    private mutating func replaced(_ word: Tradition.Copied) -> Tradition.Copied {
        // Mostly a word of its own class.
        let sort = chance(0.9) ? word.sort : (word.sort == .small ? .content : .small)
        return Tradition.Copied(word: tongue.word(sort, &dice), place: word.place, sort: sort)
    }

    private mutating func added() -> Tradition.Copied {
        let sort: Tongue.Sort = chance(0.5) ? .small : chance(0.3) ? .name : .content
        return Tradition.Copied(word: tongue.word(sort, &dice), place: newPlace(), sort: sort)
    }

    /// Joined words stand at the place of the longer one; of a word that was split the longer half keeps the place. Returns how many were copied.
    private mutating func joinOrSplit(_ exemplar: [Tradition.Copied], _ at: Int, _ result: inout [Tradition.Copied]) -> Int {
        let word = exemplar[at]
        if chance(0.5), at + 1 < exemplar.count, exemplar[at + 1].sort != .mark {
            let next = exemplar[at + 1]
            let place = word.word.count >= next.word.count ? word.place : next.place
            result.append(Tradition.Copied(word: word.word + next.word.lowercased(), place: place, sort: .content))
            return 2
        }
        guard word.word.count >= 6 else {
            result.append(word)
            return 1
        }
        let cut = word.word.index(word.word.startIndex, offsetBy: Int.random(in: 2...word.word.count - 4, using: &dice))
        let (first, second) = (String(word.word[..<cut]), String(word.word[cut...]))
        let firstIsLonger = first.count >= second.count
        result.append(Tradition.Copied(word: first, place: firstIsLonger ? word.place : newPlace(), sort: word.sort))
        result.append(Tradition.Copied(word: second, place: firstIsLonger ? newPlace() : word.place, sort: .content))
        return 1
    }
}

extension Tradition.Manner {
    /// Short and long texts, few and many witnesses, little and much variation.
    public static let grid = [
        Self("short, few, low", words: 60, witnesses: 3, rate: 0.12), Self("short, few, high", words: 60, witnesses: 4, rate: 0.45),
        Self("short, many, low", words: 67, witnesses: 27, rate: 0.15), Self("short, many, high", words: 67, witnesses: 27, rate: 0.45),
        Self("page, many, low", words: 280, witnesses: 13, rate: 0.12), Self("page, many, middle", words: 280, witnesses: 13, rate: 0.3),
        Self("long, few, low", words: 1_013, witnesses: 4, rate: 0.06), Self("long, few, high", words: 1_013, witnesses: 4, rate: 0.3),
    ]
}
