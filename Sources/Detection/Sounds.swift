import Language
import PlainText
import Synchronization

/// How the capitalised words of two versions sound, each taken apart once for both.
struct Sounds: Sendable {
    private let known: [UInt32: [UInt64]]

    /// Words of fewer bytes are passed over.
    static let shortest = 3

    init(_ one: WordCensus, _ other: WordCensus, words: Words, pack: LanguagePack, kept: KeptSounds) {
        var wanted: [UInt32] = []
        for word in one.capitalWords() where words.bytes(word).count > Self.shortest { wanted.append(word) }
        for word in other.capitalWords() where one.capitals(word).isEmpty && words.bytes(word).count > Self.shortest { wanted.append(word) }
        known = kept.keys(of: wanted, words: words, pack: pack)
    }

    func keys(_ word: UInt32) -> [UInt64] { known[word] ?? [] }
}

/// What the pairs of a run have learnt about the sounds of words: the same names stand in record after record. Shared by the threads of a run, which
/// have one table of words.
public final class KeptSounds: Sendable {
    private struct Key: Hashable {
        let word: UInt32
        let language: String
    }
    private let known = Mutex<[Key: [UInt64]]>([:])

    public init() {}

    /// The sounds of each of the words by its id (`NameForm.lastWordKeys`).
    func keys(of wanted: [UInt32], words: Words, pack: LanguagePack) -> [UInt32: [UInt64]] {
        var found: [UInt32: [UInt64]] = [:]
        found.reserveCapacity(wanted.count)
        var missing: [UInt32] = []
        known.withLock { kept in
            for word in wanted {
                if let keys = kept[Key(word: word, language: pack.code)] { found[word] = keys } else { missing.append(word) }
            }
        }
        guard !missing.isEmpty else { return found }
        // Taken apart outside the lock; two threads may do the same word once.
        for word in missing { found[word] = NameForm(words.string(word), kind: .unknown, pack: pack).lastWordKeys }
        known.withLock { kept in
            for word in missing { kept[Key(word: word, language: pack.code)] = found[word] }
        }
        return found
    }
}
