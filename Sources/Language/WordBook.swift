import PlainText

/// Reads a lexicon in its flat form (see `LexiconImage`): words by their bytes, with classes, stems, lists, values and senses. It points into the image,
/// which is not written to and lives as long as the `Lexicon` that owns the book; nothing is copied, so that a pack costs nothing before its words are
/// asked for.
struct WordBook: @unchecked Sendable {
    let layout: Layout
    private let buckets: UnsafePointer<UInt32>
    private let starts: UnsafePointer<UInt32>
    private let kindOf: UnsafePointer<UInt32>
    private let stems: UnsafePointer<UInt32>
    private let lemmas: UnsafePointer<UInt32>
    private let factStarts: UnsafePointer<UInt32>
    private let facts: UnsafePointer<UInt32>
    private let kinds: UnsafePointer<UInt32>
    private let readings: UnsafePointer<UInt32>
    private let firm: UnsafePointer<UInt32>
    private let letters: UnsafePointer<UInt8>
    private let width: Int

    /// No word.
    static let none = UInt32.max

    /// Nothing where `image` is no image of this layout: one of an older program, or of a machine with another order of bytes.
    init?(_ image: UnsafeRawBufferPointer) {
        guard let base = image.baseAddress, let layout = Layout(image), layout.size == image.count else { return nil }
        self.layout = layout
        width = Layout.width(lists: layout.lists)
        var next = base.assumingMemoryBound(to: UInt32.self) + Layout.headLength
        func take(_ count: Int) -> UnsafePointer<UInt32> {
            defer { next += count }
            return next
        }
        buckets = take(layout.buckets + 1)
        starts = take(layout.words + 1)
        kindOf = take(layout.words)
        stems = take(layout.words)
        lemmas = take(layout.lemmas)
        factStarts = take(layout.words + 1)
        facts = take(2 * layout.facts)
        kinds = take(layout.rows * width)
        readings = take(3 * layout.readings)
        firm = take(3 * layout.firm)
        letters = UnsafeRawPointer(next).assumingMemoryBound(to: UInt8.self)
    }

    // MARK: words

    static func bucket(_ bytes: UnsafeBufferPointer<UInt8>, of buckets: Int) -> Int {
        var digest = Digest64()
        digest.add(bytes: bytes)
        return Int(truncatingIfNeeded: digest.value) & (buckets - 1)
    }

    /// The number of an entry, form, value or name of a list, or -1.
    func entry(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let bucket = Self.bucket(bytes, of: layout.buckets)
        var at = Int(buckets[bucket])
        let end = Int(buckets[bucket &+ 1])
        while at < end {
            if isSame(at, bytes) { return at }
            at &+= 1
        }
        return -1
    }

    func entry(_ word: String) -> Int {
        var word = word
        return word.withUTF8 { entry($0) }
    }

    /// The number of a word that the tokeniser knows, or -1.
    func index(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let found = entry(bytes)
        return found >= 0 && stems[found] != Self.none ? found : -1
    }

    func index(_ word: String) -> Int {
        var word = word
        return word.withUTF8 { index($0) }
    }

    private func isSame(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(starts[at])
        guard Int(starts[at &+ 1]) &- start == bytes.count else { return false }
        for offset in 0..<bytes.count where letters[start &+ offset] != bytes[offset] { return false }
        return true
    }

    func bytes(_ word: Int) -> UnsafeBufferPointer<UInt8> {
        // What folds to nothing has no number.
        guard word < layout.words else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: letters + Int(starts[word]), count: Int(starts[word &+ 1] &- starts[word]))
    }

    func word(_ word: Int) -> String { String(decoding: bytes(word), as: UTF8.self) }

    /// The stem of a word that the tokeniser knows.
    func stem(_ word: Int) -> Int { Int(stems[word]) }

    func lemma(_ word: Int) -> Int {
        guard layout.lemmas > 0, lemmas[word] != Self.none else { return word }
        return Int(lemmas[word])
    }

    func classes(_ word: Int) -> WordClass {
        let row = Int(kindOf[word]) &* width
        return WordClass(rawValue: UInt64(kinds[row]) | UInt64(kinds[row &+ 1]) << 32)
    }

    // MARK: lists and what is said of a word

    func isListed(_ word: Int, in list: Int) -> Bool {
        kinds[Int(kindOf[word]) &* width &+ 2 &+ list >> 5] >> UInt32(truncatingIfNeeded: list & 31) & 1 == 1
    }

    /// The number of a list, or -1.
    func list(_ name: String) -> Int {
        let entry = entry(name)
        return entry < 0 ? -1 : first(.list, of: entry).map { Int($0.value) } ?? -1
    }

    /// The words of a list, sorted by their bytes. Of a list that is not among `Lexicon.listed` all words are gone through.
    func words(of list: Int) -> [String] {
        guard list >= 0 else { return [] }
        return (0..<layout.words).filter { isListed($0, in: list) }.map { word($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The words of a list of `Lexicon.listed`, sorted by their bytes.
    func members(of name: String) -> [Int] {
        let entry = entry(name)
        return entry < 0 ? [] : said(of: entry).map(fact).filter { $0.isOf(.member) && $0.value != Self.none }.map { Int($0.value) }
    }

    /// What a section of pairs says of a word.
    func value(of word: Int, in list: Int) -> Int? {
        for at in said(of: word) {
            let fact = fact(at)
            if fact.isOf(.pair), fact.list == list { return Int(fact.value) }
        }
        return nil
    }

    func first(_ kind: Fact.Kind, of word: Int) -> Fact? {
        for at in said(of: word) where fact(at).isOf(kind) { return fact(at) }
        return nil
    }

    func said(of word: Int) -> Range<Int> { Int(factStarts[word])..<Int(factStarts[word &+ 1]) }

    func fact(_ at: Int) -> Fact { Fact(head: facts[2 &* at], value: facts[2 &* at &+ 1]) }

    // MARK: forenames, hedges

    /// The line of a forename in sound, that names one name in several languages.
    func forename(_ reading: UInt64) -> Int? {
        var low = 0, high = layout.readings
        while low < high {
            let middle = (low &+ high) / 2
            let here = UInt64(readings[3 &* middle]) | UInt64(readings[3 &* middle &+ 1]) << 32
            if here == reading { return Int(readings[3 &* middle &+ 2]) }
            if here < reading { low = middle &+ 1 } else { high = middle }
        }
        return nil
    }

    /// A long hedge: its word, group and level.
    func firmHedge(_ at: Int) -> (word: Int, group: UInt32, level: Int) { (Int(firm[3 &* at]), firm[3 &* at &+ 1], Int(Int32(bitPattern: firm[3 &* at &+ 2]))) }
}

extension WordBook {
    /// The counts at the head of an image.
    struct Layout {
        /// Of the sources.
        var stamp: UInt64
        /// A power of two.
        var buckets: Int
        var words: Int
        /// As many as words, or none.
        var lemmas: Int
        var facts: Int
        var rows: Int
        var lists: Int
        var readings: Int
        var firm: Int
        /// Words and runs of words that are on a scale.
        var senses: Int
        /// Bytes.
        var letters: Int

        static let headLength = 13
        /// "lex" and the number of the layout, which changes with it.
        private static let sign: UInt32 = 0x6C65_7801

        /// Numbers in a row of `kinds`.
        static func width(lists: Int) -> Int { 2 + (lists + 31) / 32 }

        /// Bytes of an image of these counts.
        var size: Int {
            let numbers = Self.headLength + buckets + 1 + 2 * (words + 1) + 2 * words + lemmas + 2 * facts + rows * Self.width(lists: lists) + 3 * readings + 3 * firm
            return 4 * numbers + letters
        }

        var head: [UInt32] {
            [Self.sign, UInt32(truncatingIfNeeded: stamp), UInt32(stamp >> 32)] + [buckets, words, lemmas, facts, rows, lists, readings, firm, senses, letters].map { UInt32($0) }
        }
    }
}

extension WordBook.Layout {
    /// Nothing where the bytes are too few or begin otherwise.
    init?(_ image: UnsafeRawBufferPointer) {
        guard image.count >= 4 * Self.headLength, image.load(as: UInt32.self) == Self.sign else { return nil }
        func number(_ at: Int) -> Int { Int(image.load(fromByteOffset: 4 * at, as: UInt32.self)) }
        self.init(
            stamp: UInt64(number(1)) | UInt64(number(2)) << 32, buckets: number(3), words: number(4), lemmas: number(5), facts: number(6), rows: number(7), lists: number(8),
            readings: number(9), firm: number(10), senses: number(11), letters: number(12))
    }
}
