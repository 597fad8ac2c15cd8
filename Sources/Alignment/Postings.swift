import PlainText
import Records

/// Word to passages, for the words that few of the passages hold.
struct Postings {
    private var starts: [UInt32]
    private var entries: [UInt32]
    private var counts: [UInt32]

    init(_ bags: Bags, _ worth: WordWorth) {
        let size = Int(bags.words.max() ?? 0) + 1
        counts = [UInt32](repeating: 0, count: size)
        for word in bags.words { counts[Int(word)] += 1 }
        starts = [UInt32](repeating: 0, count: size + 1)
        for word in 0..<size { starts[word + 1] = starts[word] + (counts[word] <= UInt32(Fit.rareWord) ? counts[word] : 0) }
        entries = [UInt32](repeating: 0, count: Int(starts[size]))
        var fill = starts
        for place in bags.masses.indices {
            for at in bags.range(place) where counts[Int(bags.words[at])] <= UInt32(Fit.rareWord) {
                let word = Int(bags.words[at])
                entries[Int(fill[word])] = UInt32(truncatingIfNeeded: place)
                fill[word] += 1
            }
        }
    }

    /// Ascending; none for a word that is frequent or unknown.
    func passages(with word: UInt32) -> ArraySlice<UInt32> {
        guard Int(word) < counts.count else { return [] }
        return entries[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
    }

    func isFrequent(_ word: UInt32) -> Bool { Int(word) < counts.count && counts[Int(word)] > UInt32(Fit.rareWord) }
}

/// Pairs of neighbouring words, each frequent alone, that few passages hold: what nominates a passage made of common words.
struct RarePairs {
    /// Open addressing by hash: the first passages with the pair. More than `rareWord` make the pair frequent.
    private var hashes: [UInt64]
    private var heads: [Int32]
    private var counts: [UInt8]
    private var next: [Int32] = []
    private var places: [Int32] = []
    private let mask: Int

    init(_ version: Version, _ passages: [Int], _ postings: Postings) {
        var total = 0
        for index in passages { total += version.passages[index].words.count }
        var size = 16
        while size < total * 2 { size *= 2 }
        hashes = [UInt64](repeating: 0, count: size)
        heads = [Int32](repeating: -1, count: size)
        counts = [UInt8](repeating: 0, count: size)
        mask = size - 1
        for (place, index) in passages.enumerated() {
            Self.each(version, version.passages[index].words, postings) { hash in
                var slot = Int(truncatingIfNeeded: hash) & mask
                while hashes[slot] != 0, hashes[slot] != hash { slot = (slot &+ 1) & mask }
                hashes[slot] = hash
                guard Int(counts[slot]) <= Fit.rareWord, heads[slot] < 0 || places[Int(heads[slot])] != Int32(truncatingIfNeeded: place)
                else { return }
                counts[slot] += 1
                next.append(heads[slot])
                places.append(Int32(truncatingIfNeeded: place))
                heads[slot] = Int32(truncatingIfNeeded: places.count - 1)
            }
        }
    }

    /// Calls `body` with each passage that shares a rare pair with the words.
    func visit(_ version: Version, _ words: Range<Int>, _ postings: Postings, _ body: (Int) -> Void) {
        Self.each(version, words, postings) { hash in
            var slot = Int(truncatingIfNeeded: hash) & mask
            while hashes[slot] != 0, hashes[slot] != hash { slot = (slot &+ 1) & mask }
            guard hashes[slot] == hash, Int(counts[slot]) <= Fit.rareWord else { return }
            var at = heads[slot]
            while at >= 0 {
                body(Int(places[Int(at)]))
                at = next[Int(at)]
            }
        }
    }

    private static func each(_ version: Version, _ words: Range<Int>, _ postings: Postings, _ body: (UInt64) -> Void) {
        guard var last = words.first.map({ version.tokens[$0].word }) else { return }
        for at in words.dropFirst() {
            let word = version.tokens[at].word
            if postings.isFrequent(last), postings.isFrequent(word) {
                let mixed = (UInt64(last) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
                body((mixed ^ (mixed >> 31)) | 1)
            }
            last = word
        }
    }
}
