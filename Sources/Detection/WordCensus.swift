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
