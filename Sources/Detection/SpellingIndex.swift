import Language
public import PlainText
public import Records
import Synchronization

/// The words that occur with a capital anywhere in a run, by how they sound and by their halves: finds a name in another spelling without comparing
/// it with every word. Which of them stand in the version at hand, the caller looks up.
final class SpellingIndex: Sendable {
    private let words: Words
    private let bySound: Shelf
    private let byHalf: Shelf
    private let bySlip: Shelf

    /// Words of fewer bytes are passed over: too many others are one letter away.
    static let shortest = 4
    /// For differences of one letter.
    private static let shortestNear = 7

    init(_ capitalised: [UInt32], words: Words, pack: LanguagePack) {
        self.words = words
        var sounds: [(UInt64, UInt32)] = [], halves: [(UInt64, UInt32)] = [], slips: [(UInt64, UInt32)] = []
        for word in capitalised where words.bytes(word).count >= Self.shortest {
            let folded = words.string(word)
            let keys = NameForm.keys(ofWord: folded, pack: pack)
            for key in keys.lastWord { sounds.append((key, word)) }
            for key in keys.slip { slips.append((key, word)) }
            let letters = Array(folded.unicodeScalars)
            guard letters.count >= Self.shortestNear - 1 else { continue }
            for key in Self.halves(letters, of: letters.count) { halves.append((key, word)) }
        }
        bySound = Shelf(sounds)
        byHalf = Shelf(halves)
        bySlip = Shelf(slips)
    }

    /// Words by key, ascending: one flat list instead of a list for each key.
    private struct Shelf: Sendable {
        private let entries: [(key: UInt64, word: UInt32)]

        init(_ entries: [(UInt64, UInt32)]) { self.entries = entries.sorted { $0 < $1 }.map { (key: $0.0, word: $0.1) } }

        func words(_ key: UInt64) -> some Sequence<UInt32> {
            entries[firstPlace(of: entries.count) { entries[$0].key >= key }...].lazy.prefix { $0.key == key }.map(\.word)
        }
    }

    /// Words that may be the name, by id: to be compared.
    func words(sounding form: NameForm) -> [UInt32] { Set(form.lastWordKeys.flatMap { bySound.words($0) }).sorted() }

    /// The first of the words that is held to be the name with a slip of the pen.
    func slip(of form: NameForm, forms: NameForms, pack: LanguagePack, where isMeant: (UInt32) -> Bool) -> UInt32? {
        Set(form.slipKeys(around: true).flatMap { bySlip.words($0) }).sorted().first { word in
            isMeant(word) && sameness(form, forms.form(words.string(word), kind: .unknown, pack: pack)) != .different
        }
    }

    /// A word one letter (or one swap of neighbours) away from a long surname: a misspelt name that was put right is not gone.
    func word(near surname: String, where isMeant: (UInt32) -> Bool) -> UInt32? {
        let letters = Array(surname.unicodeScalars)
        guard letters.count >= Self.shortestNear else { return nil }
        let candidates = Set((letters.count - 1...letters.count + 1).flatMap { length in Self.halves(letters, of: length).flatMap { byHalf.words($0) } })
        return candidates.filter(isMeant).map { (id: $0, folded: words.string($0)) }.filter { candidate in
            candidate.folded.unicodeScalars.first == letters.first && !isKin(candidate.folded, surname)
                && editDistance(letters, Array(candidate.folded.unicodeScalars)) == 1
        }.min { $0.folded < $1.folded }?.id
    }

    /// Of two words of at most one difference at least one half is the same; halves are those of a word of `length` letters.
    private static func halves(_ letters: [Unicode.Scalar], of length: Int) -> [UInt64] {
        let half = (length - 1) / 2
        return [(letters.prefix(half), UInt32(0)), (letters.suffix(half), UInt32(1))].map { part, side in
            var digest = Digest64()
            digest.add(UInt32(length))
            digest.add(side)
            for letter in part { digest.add(letter.value) }
            return digest.value
        }
    }

    /// Ivanov and Ivanova differ by a letter and are two people.
    private func isKin(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return long.hasPrefix(short) && ["a", "s", "i", "y"].contains(String(long.dropFirst(short.count)))
    }
}

/// The index of a run, for each language that asks: made when the first name is looked for in another spelling, by whichever thread comes first.
public final class KeptSpellings: Sendable {
    private let words: Words
    private let capitalised: [UInt32]
    private let known = Mutex<[String: SpellingIndex]>([:])

    /// `versions` are those whose words can be asked for; `words` is the table of their tokens.
    public init(_ versions: some Sequence<Version>, words: Words) {
        self.words = words
        var isCapitalised = [Bool](repeating: false, count: words.count)
        for version in versions { for token in version.tokens where token.marks.contains(.capital) { isCapitalised[Int(token.word)] = true } }
        capitalised = (0..<UInt32(words.count)).filter { isCapitalised[Int($0)] }
    }

    func index(_ pack: LanguagePack) -> SpellingIndex {
        known.withLock { known in
            if let index = known[pack.code] { return index }
            let index = SpellingIndex(capitalised, words: words, pack: pack)
            known[pack.code] = index
            return index
        }
    }
}
