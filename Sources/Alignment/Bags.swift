import PlainText
import Records

/// The distinct words of some passages, and what each is worth.
struct Bags {
    /// By place in the list of passages: its distinct words are `words[starts[place]..<starts[place + 1]]`, ascending.
    private(set) var words: [UInt32] = []
    private(set) var starts: [Int] = [0]
    /// Sum of the worth of its words.
    private(set) var masses: [Float] = []

    init(_ version: Version, _ passages: [Int], _ worth: WordWorth) {
        starts.reserveCapacity(passages.count + 1)
        for index in passages {
            var own = version.tokens[version.passages[index].words].map(\.word)
            own.sort()
            var mass: Float = 0
            var last: UInt32?
            for word in own where word != last {
                words.append(word)
                mass += worth[word]
                last = word
            }
            starts.append(words.count)
            masses.append(mass)
        }
    }

    func range(_ place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

    /// Worth of the words that bag `place` shares with bag `otherPlace` of `other`.
    func shared(_ place: Int, with other: Bags, _ otherPlace: Int, _ worth: WordWorth) -> Float {
        var at = starts[place]
        var otherAt = other.starts[otherPlace]
        let end = starts[place + 1]
        let otherEnd = other.starts[otherPlace + 1]
        return words.withUnsafeBufferPointer { mine in
            other.words.withUnsafeBufferPointer { theirs in
                var sum: Float = 0
                while at < end, otherAt < otherEnd {
                    let word = mine[at]
                    let otherWord = theirs[otherAt]
                    if word == otherWord { sum += worth[word] }
                    at &+= word <= otherWord ? 1 : 0
                    otherAt &+= otherWord <= word ? 1 : 0
                }
                return sum
            }
        }
    }
}

/// How much a shared word says: log(1 + passages / passages with the word), less for very short words.
///
/// Inverse document frequency (Karen Spärck Jones, Journal of Documentation 28, 1972), damped so that a text of two passages still has weights.
/// Words of up to three letters are function words in most languages in hand; in a small record the frequencies alone cannot tell.
struct WordWorth {
    private var values: [Float]

    init(_ old: Version, _ new: Version) {
        var size = 0
        for token in old.tokens { size = max(size, Int(token.word) + 1) }
        for token in new.tokens { size = max(size, Int(token.word) + 1) }
        var frequency = [UInt32](repeating: 0, count: size)
        var seen = [Int32](repeating: -1, count: size)
        var lengths = [UInt16](repeating: 0, count: size)
        var stamp: Int32 = 0
        frequency.withUnsafeMutableBufferPointer { frequency in
            seen.withUnsafeMutableBufferPointer { seen in
                lengths.withUnsafeMutableBufferPointer { lengths in
                    for version in [old, new] {
                        version.tokens.withUnsafeBufferPointer { tokens in
                            for passage in version.passages {
                                stamp &+= 1
                                for at in passage.words {
                                    let word = Int(tokens[at].word)
                                    if seen[word] == stamp { continue }
                                    seen[word] = stamp
                                    frequency[word] &+= 1
                                    lengths[word] = tokens[at].length
                                }
                            }
                        }
                    }
                }
            }
        }
        let total = Float(old.passages.count + new.passages.count)
        values = (0..<size).map { word in
            guard frequency[word] > 0 else { return 0 }
            let idf = Self.logarithm(1 + total / Float(frequency[word]))
            return lengths[word] <= 3 ? idf * 0.3 : lengths[word] == 4 ? idf * 0.6 : idf
        }
    }

    subscript(_ word: UInt32) -> Float { values[Int(word)] }

    /// Base 2, near enough (within 0.09): the exponent and a straight line between powers of two; no C library needed, the same on every machine.
    private static func logarithm(_ value: Float) -> Float { Float(value.exponent) + (value.significand - 1) }
}
