import PlainText

/// A lexicon laid out flat, in the order of `WordBook.Layout`: what is written into `Sources/CLexicons/data/CODE.image` and pointed to at run time.
///
/// The words, in all their forms, are found by a hash: `buckets` says where the words of a hash begin, and a bucket has less than one on average. Words of
/// the same classes and lists share one row of `kinds`. All numbers are UInt32 in the order of the machine; the letters follow them.
///
///     head        Layout.headLength numbers: sign of the layout, stamp of the sources, counts
///     buckets     buckets + 1     the first word of each
///     starts      words + 1       the first letter of each
///     kindOf      words           row of `kinds`
///     stems       words           the word that is its stem; none: not a word that the tokeniser knows (a value, an entry of several words)
///     lemmas      words or 0      the word that is its lemma; none: itself
///     factStarts  words + 1       the first fact of each
///     facts       2 x facts       what is said of a word by kind of fact, list and level, and another word: see `Fact`
///     kinds       rows x width    classes (low, high), then a bit for each list
///     readings    3 x readings    forenames in sound (low, high), sorted, and the number of their line
///     firm        3 x firm        word, group, level: long hedges
///     letters                     UTF-8
struct LexiconImage {
    private(set) var bytes: [UInt8] = []

    private var words: [String] = []
    private var ids: [String: UInt32] = [:]
    private var facts: [[Fact]] = []

    /// `stamp` tells of which sources it was made.
    init(_ source: LexiconSource, stamp: UInt64) {
        let buckets = enter(source)
        let lists = source.lists.filter { !$0.value.isEmpty }.keys.sorted()
        let numbers = Dictionary(uniqueKeysWithValues: lists.enumerated().map { ($1, $0) })
        facts = Array(repeating: [], count: words.count)
        enterLists(lists, numbers, source)
        enterSenses(source.wording)
        for (lemma, forms) in source.bent { for form in forms { tell(lemma, Fact(.bent, value: id(form))) } }
        let (kindOf, kinds) = kinds(lists, source)
        var firm: [UInt32] = []
        for (word, sense) in source.wording.firm { firm += [id(word), group(sense), UInt32(bitPattern: Int32(Fact.clamped(sense.level)))] }
        var readings: [UInt32] = []
        for (reading, line) in source.forenames.sorted(by: { $0.key < $1.key }) { readings += [UInt32(truncatingIfNeeded: reading), UInt32(reading >> 32), UInt32(line)] }

        var starts: [UInt32] = [0], factStarts: [UInt32] = [0], letters: [UInt8] = []
        for (word, said) in zip(words, facts) {
            letters += word.utf8
            starts.append(UInt32(letters.count))
            factStarts.append(factStarts[factStarts.count - 1] + UInt32(said.count))
        }
        let layout = WordBook.Layout(
            stamp: stamp, buckets: buckets.count - 1, words: words.count, lemmas: source.lemmas.isEmpty ? 0 : words.count, facts: facts.reduce(0) { $0 + $1.count }, rows: kinds.count,
            lists: lists.count, readings: readings.count / 3, firm: firm.count / 3, senses: source.wording.senses.count, letters: letters.count)
        var numbersOfAll = layout.head + buckets + starts + kindOf
        numbersOfAll += words.map { source.stems[$0].map(id) ?? WordBook.none }
        if !source.lemmas.isEmpty { numbersOfAll += words.map { source.lemmas[$0].map(id) ?? WordBook.none } }
        numbersOfAll += factStarts
        for said in facts { for fact in said { numbersOfAll += [fact.head, fact.value] } }
        for row in kinds { numbersOfAll += row }
        numbersOfAll += readings + firm
        bytes = numbersOfAll.withUnsafeBytes { Array($0) } + letters
    }

    // MARK: words

    /// Numbers all words, in the order of their buckets; the first word of every bucket.
    private mutating func enter(_ source: LexiconSource) -> [UInt32] {
        var all: Set<String> = []
        all.formUnion(source.lists.keys)
        for members in source.lists.values { all.formUnion(members) }
        for section in source.pairs.values {
            all.formUnion(section.keys)
            all.formUnion(section.values)
        }
        all.formUnion(source.classes.keys)
        all.formUnion(source.stems.values)
        for (form, lemma) in source.lemmas {
            all.insert(form)
            all.insert(lemma)
        }
        all.formUnion(source.wording.senses.keys)
        all.formUnion(source.wording.longest.keys)
        for sense in source.wording.senses.values.joined() where !sense.group.isEmpty { all.insert(sense.group) }
        all.remove("")
        var buckets = 64
        while buckets < all.count { buckets *= 2 }
        let placed = all.map { word in (bucket: Self.bucket(word, of: buckets), word: word) }.sorted { left, right in
            left.bucket != right.bucket ? left.bucket < right.bucket : left.word.utf8.lexicographicallyPrecedes(right.word.utf8)
        }
        words = placed.map(\.word)
        for (id, word) in words.enumerated() { ids[word] = UInt32(id) }
        var firsts = Array(repeating: UInt32(0), count: buckets + 1)
        for place in placed { firsts[place.bucket + 1] += 1 }
        for bucket in 0..<buckets { firsts[bucket + 1] += firsts[bucket] }
        return firsts
    }

    private static func bucket(_ word: String, of buckets: Int) -> Int {
        var word = word
        return word.withUTF8 { WordBook.bucket($0, of: buckets) }
    }

    private func id(_ word: String) -> UInt32 { ids[word] ?? WordBook.none }

    private func group(_ sense: Wording.Sense) -> UInt32 { sense.group.isEmpty ? WordBook.none : id(sense.group) }

    // MARK: facts

    private mutating func tell(_ word: String, _ fact: Fact) {
        if let id = ids[word] { facts[Int(id)].append(fact) }
    }

    private mutating func enterLists(_ lists: [String], _ numbers: [String: Int], _ source: LexiconSource) {
        for (number, name) in lists.enumerated() {
            tell(name, Fact(.list, value: UInt32(number)))
            guard Lexicon.listed.contains(name) else { continue }
            for member in (source.lists[name] ?? []).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) { tell(name, Fact(.member, value: id(member))) }
        }
        for (name, pairs) in source.pairs.sorted(by: { $0.key < $1.key }) {
            guard let number = numbers[name] else { continue }
            for (form, value) in pairs { tell(form, Fact(.pair, list: number, value: id(value))) }
        }
    }

    private mutating func enterSenses(_ wording: WordingSource) {
        for (word, most) in wording.longest { tell(word, Fact(.opens, level: most)) }
        for (key, senses) in wording.senses {
            for sense in senses { tell(key, Fact(.sense, list: sense.scale.number, level: sense.level, value: group(sense))) }
        }
    }

    // MARK: classes and lists

    /// The row of every word, and the rows: classes, and a bit for each list.
    private func kinds(_ lists: [String], _ source: LexiconSource) -> (of: [UInt32], rows: [[UInt32]]) {
        let width = WordBook.Layout.width(lists: lists.count)
        var bits = Array(repeating: Array(repeating: UInt32(0), count: width), count: words.count)
        for (word, classes) in source.classes {
            let id = Int(id(word))
            guard id < bits.count else { continue }
            bits[id][0] = UInt32(truncatingIfNeeded: classes.rawValue)
            bits[id][1] = UInt32(classes.rawValue >> 32)
        }
        for (number, name) in lists.enumerated() {
            for member in source.lists[name] ?? [] where ids[member] != nil { bits[Int(id(member))][2 + number / 32] |= 1 << UInt32(number % 32) }
        }
        var rows: [[UInt32]] = []
        var known: [[UInt32]: UInt32] = [:]
        let kindOf = bits.map { row in
            if let number = known[row] { return number }
            let number = UInt32(rows.count)
            known[row] = number
            rows.append(row)
            return number
        }
        return (kindOf, rows)
    }
}

/// What a word book says of a word, in two numbers: kind in the lowest 4 bits, the level in the next 12 (signed), the list or scale in the highest 16;
/// then another word, or a number.
struct Fact {
    enum Kind: UInt32 {
        /// The name of a list; the value is its number.
        case list
        /// The name of a list that is gone through; the value is a word of it.
        case member
        /// The value of the word in a section of pairs.
        case pair
        /// An entry of a scale; the value is its group.
        case sense
        /// The most words of an entry of a scale that begins with the word, as level.
        case opens
        /// A name; the value is another form of it.
        case bent
    }

    var head: UInt32
    var value: UInt32

    init(_ kind: Kind, list: Int = 0, level: Int = 0, value: UInt32 = WordBook.none) {
        head = kind.rawValue | (UInt32(bitPattern: Int32(Self.clamped(level))) & 0xFFF) << 4 | UInt32(truncatingIfNeeded: list) << 16
        self.value = value
    }

    init(head: UInt32, value: UInt32) {
        self.head = head
        self.value = value
    }

    /// No scale goes beyond these.
    static func clamped(_ level: Int) -> Int { min(max(level, -2048), 2047) }

    func isOf(_ kind: Kind) -> Bool { head & 0xF == kind.rawValue }
    var list: Int { Int(head >> 16) }
    var level: Int { Int(Int32(bitPattern: head << 16) >> 20) }
}
