import Language
import PlainText

/// Which names of one list may be names of another: all of them, or, where the lists are long, those that share a sound, a stem, an identity.
struct Kin {
    /// More comparisons than this are made through an index: a list of thousands of names in one sentence. Acronyms and words divided otherwise are not
    /// matched then; the search in the whole other version still finds them.
    static let mostComparisons = 100_000

    private let all: Range<Int>
    private var keys: [[UInt64]] = []
    private var byKey: [UInt64: [Int]]?

    init(_ names: [Mention], _ others: [Mention]) {
        all = others.indices
        guard names.count * others.count > Self.mostComparisons else { return }
        var byKey: [UInt64: [Int]] = [:]
        for index in others.indices {
            for key in Self.keys(others[index]) { byKey[key, default: []].append(index) }
        }
        self.byKey = byKey
        keys = names.map(Self.keys)
    }

    /// The lists are too long for every pair.
    var isIndexed: Bool { byKey != nil }

    /// Indices into the other list, ascending.
    func candidates(of index: Int) -> [Int] {
        guard let byKey else { return Array(all) }
        return Set(keys[index].flatMap { byKey[$0] ?? [] }).sorted()
    }

    private static func keys(_ mention: Mention) -> [UInt64] {
        var keys = mention.form.lastWordKeys
        for identity in [mention.key, mention.entity.map { "\u{0}\($0)" }].compactMap({ $0 }) {
            var digest = Digest64(seed: 1)
            digest.add(identity.utf8)
            keys.append(digest.value)
        }
        return keys
    }
}
