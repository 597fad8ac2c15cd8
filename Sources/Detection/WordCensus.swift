import PlainText
import Records

/// How often each word stands in a version, and how it is written: the ground for telling a name from a word at the start of a sentence, and for
/// saying that a name is gone.
struct WordCensus: Sendable {
    /// By word id.
    private var counts: [UInt32]
    private var lowers: [UInt32]
    private var capitalsInside: [UInt32]
    /// Tokens that begin with a capital, grouped by word: `positions[starts[word]..<starts[word + 1]]`.
    private var starts: [UInt32]
    private var positions: [UInt32]

    init(_ version: Version, words: Int) {
        counts = [UInt32](repeating: 0, count: words)
        lowers = counts
        capitalsInside = counts
        starts = [UInt32](repeating: 0, count: words + 1)
        for token in version.tokens {
            let word = Int(token.word)
            counts[word] += 1
            if token.marks.contains(.capital) {
                starts[word + 1] += 1
                if !token.marks.contains(.opensSentence) { capitalsInside[word] += 1 }
            } else if !token.marks.contains(.digit) {
                lowers[word] += 1
            }
        }
        for word in 0..<words { starts[word + 1] += starts[word] }
        positions = [UInt32](repeating: 0, count: Int(starts[words]))
        var filled = starts
        for (index, token) in version.tokens.enumerated() where token.marks.contains(.capital) {
            positions[Int(filled[Int(token.word)])] = UInt32(index)
            filled[Int(token.word)] += 1
        }
    }

    func count(_ word: UInt32) -> Int { Int(counts[Int(word)]) }
    /// Occurrences in lower case.
    func lower(_ word: UInt32) -> Int { Int(lowers[Int(word)]) }
    /// Occurrences with a capital where no sentence begins.
    func capitalInside(_ word: UInt32) -> Int { Int(capitalsInside[Int(word)]) }
    /// Token indices of the occurrences with a capital, ascending.
    func capitals(_ word: UInt32) -> ArraySlice<UInt32> { positions[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])] }
    /// The words that occur with a capital.
    func capitalWords() -> [UInt32] { (0..<counts.count).filter { starts[$0 + 1] > starts[$0] }.map { UInt32($0) } }
}

/// The word triples of a version, for the question whether a lost stretch may stand elsewhere. A bit field: it may say yes wrongly (about once in
/// a hundred questions), so that a yes is asked again by counting (`TripleCount`).
struct TripleField: Sendable {
    private var bits: [UInt64]
    private let mask: Int

    init(_ tokens: [Token]) {
        var size = 1 << 12
        while size < tokens.count * 16 { size *= 2 }
        mask = size - 1
        bits = [UInt64](repeating: 0, count: size / 64)
        var index = 2
        while index < tokens.count {
            let bit = Self.hash(tokens[index - 2].word, tokens[index - 1].word, tokens[index].word) & mask
            bits[bit >> 6] |= 1 << UInt64(bit & 63)
            index += 1
        }
    }

    /// The share of the triples of `words` that stand in the version; nil for fewer than two triples.
    func share(of words: [UInt32]) -> Double? {
        guard words.count >= 4 else { return nil }
        var hits = 0
        for index in 2..<words.count {
            let bit = Self.hash(words[index - 2], words[index - 1], words[index]) & mask
            if bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { hits += 1 }
        }
        return Double(hits) / Double(words.count - 2)
    }

    private static func hash(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> Int {
        var mixed = UInt64(first) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ UInt64(second)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 31) ^ UInt64(third)) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: mixed >> 20)
    }
}

/// Exact counts of the triples of one stretch in a version.
struct TripleCount {
    private var counts: [[UInt32]: Int] = [:]

    /// Counts the triples of `words` among `tokens`.
    init(_ words: [UInt32], in tokens: [Token]) {
        guard words.count >= 3 else { return }
        var firsts: Set<UInt32> = []
        for index in 2..<words.count {
            counts[Array(words[index - 2...index])] = 0
            firsts.insert(words[index - 2])
        }
        var index = 2
        while index < tokens.count {
            if firsts.contains(tokens[index - 2].word) {
                let triple = [tokens[index - 2].word, tokens[index - 1].word, tokens[index].word]
                if let count = counts[triple] { counts[triple] = count + 1 }
            }
            index += 1
        }
    }

    func count(_ triple: [UInt32]) -> Int { counts[triple] ?? 0 }
}
