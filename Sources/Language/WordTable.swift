/// Folded words with their classes and stems, found by their bytes. Open addressing, filled once, then only read.
struct WordTable: Sendable {
    private(set) var words: [String] = []
    private(set) var stems: [String] = []
    private(set) var classes: [WordClass] = []
    private var starts: [UInt32] = [0]
    private var arena: [UInt8] = []
    private var hashes: [UInt32] = []
    /// Index of the word + 1; 0 = free. Always a power of two, at most half full.
    private var slots: [UInt32] = Array(repeating: 0, count: 64)

    var count: Int { words.count }

    /// The index of the word in `bytes`, or -1.
    func index(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(bytes)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while true {
            let found = Int(slots[slot]) - 1
            if found < 0 { return -1 }
            if hashes[found] == hash, isSame(found, bytes) { return found }
            slot = (slot &+ 1) & mask
        }
    }

    func index(_ word: String) -> Int {
        var word = word
        return word.withUTF8 { index($0) }
    }

    /// Adds `classes` to the word, which is put in if it is new.
    mutating func insert(_ word: String, _ added: WordClass) {
        let found = index(word)
        if found >= 0 {
            classes[found].formUnion(added)
            return
        }
        if (words.count + 1) * 2 > slots.count { grow() }
        var copy = word
        let hash = copy.withUTF8 { Self.hash($0) }
        arena.append(contentsOf: word.utf8)
        starts.append(UInt32(arena.count))
        words.append(word)
        stems.append(word)
        classes.append(added)
        hashes.append(hash)
        place(words.count - 1)
    }

    mutating func setStems(_ stem: (String) -> String) {
        for index in words.indices { stems[index] = stem(words[index]) }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for index in words.indices { place(index) }
    }

    private mutating func place(_ index: Int) {
        let mask = slots.count - 1
        var slot = Int(hashes[index]) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(index + 1)
    }

    private func isSame(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[index])
        guard Int(starts[index + 1]) - start == bytes.count else { return false }
        for offset in 0..<bytes.count where arena[start &+ offset] != bytes[offset] { return false }
        return true
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        // FNV-1a: the words are short.
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return hash ^ hash >> 15
    }
}
