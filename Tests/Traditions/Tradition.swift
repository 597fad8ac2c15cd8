public import Collation
import TestSupport

/// An invented tradition: witnesses copied from one another along a stemma, with the true place of every word.
///
/// The truth is by construction, as an editor lays out a table: a word keeps its place however it is spelt and by whatever it is replaced; what
/// changed places has a place of its own; what several copyists put in at one spot shares its places, from the left.
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
        /// Another case or tense of the same word.
        public var inflection: Double
        public var omission: Double
        public var addition: Double
        /// An article or a particle put in or left out.
        public var particle: Double
        /// Two or three words in another order.
        public var transposition: Double
        /// Two words written as one, or one as two.
        public var joining: Double
        /// A leap from one word to a later one that ends alike, with the loss of what stands between.
        public var leap = 0.0
        /// The reading of another copy put beside the own one.
        public var conflation = 0.0
        /// Share of the losses, additions and replacements that take several words at once.
        public var runs = 0.25
        /// Share of the replacements beside which something comes or goes.
        public var shifts = 0.25
        /// Share of the witnesses that lack a long stretch, begin late or end early.
        public var fragments = 0.0
        /// Marks of punctuation are words of the table.
        public var marks = true

        /// `rate` is the sum of all changes a word; they are shared out as in hand-written traditions: most are spellings.
        public init(_ name: String, words: Int, witnesses: Int, rate: Double) {
            self.name = name
            self.words = words
            self.witnesses = witnesses
            spelling = rate * 0.38
            substitution = rate * 0.17
            inflection = rate * 0.09
            omission = rate * 0.11
            addition = rate * 0.07
            particle = rate * 0.07
            transposition = rate * 0.06
            joining = rate * 0.05
        }

        func with(_ change: (inout Self) -> Void) -> Self {
            var other = self
            change(&other)
            return other
        }
    }

    public var manner: Manner
    public var tongue: String
    public var seed: UInt64
    public var witnesses: [Witness]
    /// The true place of every token, by witness.
    public var places: [[Int]]

    /// The same seed gives the same tradition on every machine.
    public init(_ manner: Manner, in tongue: Tongue, seed: UInt64) {
        self.manner = manner
        self.tongue = tongue.name
        self.seed = seed
        var scribe = Scribe(tongue: tongue, manner: manner, seed: seed)
        let lines = scribe.copies()
        witnesses = lines.enumerated().map { index, line in
            Witness(siglum: "W\(index + 1)", tokens: line.map { WitnessToken(text: $0.word) })
        }
        places = lines.map { $0.map(\.place) }
    }
}

extension Tradition.Manner {
    /// Short and long texts, few and many witnesses, little and much variation; and the shapes of real traditions.
    public static let grid = [
        Self("short, few, low", words: 60, witnesses: 3, rate: 0.12), Self("short, few, high", words: 60, witnesses: 4, rate: 0.45),
        Self("short, many, low", words: 67, witnesses: 27, rate: 0.10).with { $0.marks = false; $0.leap = 0.001 },
        Self("short, many, high", words: 67, witnesses: 27, rate: 0.35).with { $0.marks = false; $0.leap = 0.002; $0.fragments = 0.1 },
        Self("verses, many, low", words: 280, witnesses: 13, rate: 0.12).with { $0.marks = false; $0.leap = 0.001; $0.particle = 0.02; $0.transposition = 0.01; $0.conflation = 0.001 },
        Self("verses, many, middle", words: 280, witnesses: 13, rate: 0.25).with {
            $0.marks = false; $0.leap = 0.002; $0.particle = 0.03; $0.transposition = 0.02; $0.conflation = 0.003; $0.fragments = 0.15
        },
        Self("prose, few, spellings", words: 1_013, witnesses: 4, rate: 0.02).with { $0.spelling = 0.12; $0.runs = 0.05; $0.shifts = 0; $0.transposition = 0; $0.joining = 0 },
        Self("prose, few, low", words: 1_013, witnesses: 4, rate: 0.06), Self("prose, few, high", words: 1_013, witnesses: 4, rate: 0.3).with { $0.leap = 0.001 },
        Self("prose, lacunae", words: 500, witnesses: 6, rate: 0.15).with { $0.leap = 0.002; $0.fragments = 0.6 },
    ]
}
