/// How sure, how judged and how harsh the words of a language are: the sections of its lexicon that carry levels.
///
/// A hyphen, a space and the `_` of a lexicon are one. A view of the lexicon.
public struct Wording: Sendable {
    public enum Scale: String, Hashable, Sendable, CaseIterable {
        /// How far a claim is held off: 3 distance, 2 doubt or hearsay, 1 likelihood, -1 vouched for.
        case hedge
        /// Verbs of speech: -2 doubts what is said, 0 reports it, 2 vouches for it.
        case force
        /// How a person, body or deed is judged: -3 to 3.
        case tone
        /// Words for one deed, by group, from 1 (mild) to 5 (harsh).
        case harm
        /// How many are vouched for, from 0 (none) to 5 (all).
        case quantity
        /// "is believed to": how far the claim is held off by the participle.
        case reputed
        /// Nobody in particular who says so.
        case vagueSource
        /// Words of one rank of office or calling: two of one group are near each other.
        case calling
        /// Words for people who act together or suffer together: two of different groups are two parties.
        case party
        /// Words for what somebody believes or belongs to: two of different groups are two creeds.
        case creed
    }

    public struct Sense: Hashable, Sendable {
        public var scale: Scale
        /// The group of a deed, else empty.
        public var group: String
        public var level: Int
    }

    /// A word or run of words that was found: how many words it takes, and what it means.
    public struct Match: Sendable {
        public var length: Int
        public var senses: [Sense]
    }

    /// Sections whose entries have levels.
    static let levelled: Set<String> = ["hedge", "force", "tone", "harm", "quantity", "reputed", "calling", "party", "creed"]
    /// Sections of the wording without levels.
    static let unlevelled: Set<String> = ["vagueSource"]

    private let lexicon: Lexicon

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    private var book: WordBook { lexicon.book }

    /// The words of an entry or a token: "right-wing" and "right_wing" are two.
    static func parts(_ form: String) -> [Substring] { form.utf8.split(whereSeparator: isSeparator).map(Substring.init) }

    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ") }

    public var isEmpty: Bool { !lexicon.hasSenses }

    /// The longest entry that begins with `tokens[start]`. Hyphens standing alone are passed over, and a hyphenated word counts as its parts, which all must be in one entry.
    public func match(_ tokens: ArraySlice<SentenceToken>) -> Match? {
        guard let first = tokens.first, first.kind == .word else { return nil }
        let most = longest(from: first.folded)
        guard most > 0 else { return nil }
        var key: [UInt8] = []
        var words = 0, taken = 0
        var best: (length: Int, entry: Int)?
        for (at, token) in tokens.enumerated() {
            if token.kind == .punctuation, token.folded == "-", at > 0 {
                taken = at + 1
                continue
            }
            guard token.kind == .word else { break }
            words += Self.append(token.folded, to: &key)
            guard words <= most else { break }
            taken = at + 1
            let entry = key.withUnsafeBufferPointer { book.entry($0) }
            if entry >= 0, book.first(.sense, of: entry) != nil { best = (taken, entry) }
            if words == most { break }
        }
        return best.map { Match(length: $0.length, senses: senses($0.entry)) }
    }

    /// The most words of an entry that begins with the first part of a word; 0 where there is none.
    private func longest(from folded: String) -> Int {
        var folded = folded
        let entry = folded.withUTF8 { bytes in
            let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")) ?? bytes.count
            return hyphen == bytes.count ? book.entry(bytes) : nil
        } ?? Self.parts(folded).first.map { book.entry(String($0)) } ?? -1
        return entry < 0 ? 0 : book.first(.opens, of: entry)?.level ?? 0
    }

    /// Puts a word behind the others of a key, its hyphens as spaces; how many words it counts as.
    private static func append(_ folded: String, to key: inout [UInt8]) -> Int {
        if !key.isEmpty { key.append(UInt8(ascii: " ")) }
        guard folded.utf8.contains(UInt8(ascii: "-")) else {
            key += folded.utf8
            return 1
        }
        let parts = parts(folded)
        key += parts.joined(separator: " ").utf8
        return parts.count
    }

    /// Whether an entry of several words begins with the word.
    public func mayOpen(_ folded: String) -> Bool {
        let entry = book.entry(folded)
        return entry >= 0 && (book.first(.opens, of: entry)?.level ?? 0) > 1
    }

    /// The hedge that an unknown word of eight letters or more misses by one letter ("allegdly"); only those that hold a claim off for sure.
    public func misprinted(_ token: SentenceToken) -> Sense? {
        guard token.kind == .word, token.classes.subtracting([.adverb, .verb]).isEmpty, token.folded.utf8.count >= Self.longEnough else { return nil }
        var folded = token.folded
        return folded.withUTF8 { letters in
            for at in 0..<book.layout.firm {
                let (number, group, level) = book.firmHedge(at)
                let word = book.bytes(number)
                if word.first == letters.first, abs(word.count - letters.count) <= 1, Self.differsByOne(word, letters) {
                    return Sense(scale: .hedge, group: group == WordBook.none ? "" : book.word(Int(group)), level: level)
                }
            }
            return nil
        }
    }

    static let longEnough = 7

    /// One letter more, less or other.
    private static func differsByOne(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        var same = 0
        while same < short.count, short[same] == long[same] { same += 1 }
        guard same < long.count else { return false }
        return short[(same + (short.count == long.count ? 1 : 0))...].elementsEqual(long[(same + 1)...])
    }

    /// The senses of one word.
    public func senses(of folded: String) -> [Sense] {
        let entry = folded.utf8.contains(where: Self.isSeparator) ? book.entry(Self.parts(folded).joined(separator: " ")) : book.entry(folded)
        return entry < 0 ? [] : senses(entry)
    }

    private func senses(_ entry: Int) -> [Sense] {
        var senses: [Sense] = []
        for at in book.said(of: entry) {
            let fact = book.fact(at)
            guard fact.isOf(.sense), let scale = Scale(number: fact.list) else { continue }
            senses.append(Sense(scale: scale, group: fact.value == WordBook.none ? "" : book.word(Int(fact.value)), level: fact.level))
        }
        return senses
    }
}

extension Wording.Scale {
    /// The place among all scales, and back.
    var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    init?(number: Int) {
        guard Self.allCases.indices.contains(number) else { return nil }
        self = Self.allCases[number]
    }
}
