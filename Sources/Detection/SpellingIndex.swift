import Language
import PlainText

/// The capitalised words of a version by how they sound and by their halves: finds a name in another spelling without comparing it with every word.
struct SpellingIndex: Sendable {
    private let words: Words
    private var bySound: [UInt64: [UInt32]] = [:]
    private var byHalf: [UInt64: [UInt32]] = [:]
    private var bySlip: [UInt64: [(word: UInt32, form: NameForm)]] = [:]
    private var newcomers = 0

    /// More new words than this are not compared letter by letter (two unrelated texts).
    static let mostNewcomers = 5_000
    var isOverLimit: Bool { newcomers > Self.mostNewcomers }

    /// Shorter words differ by a letter from too many others.
    private static let shortest = 7

    /// `other` is the census of the other version: likeness alone makes only a word that is new the new spelling of a name.
    init(_ census: WordCensus, other: WordCensus, words: Words, sounds: Sounds, pack: LanguagePack) {
        self.words = words
        for word in census.capitalWords() {
            let folded = words.string(word)
            guard folded.utf8.count > Sounds.shortest else { continue }
            for key in sounds.keys(word) { bySound[key, default: []].append(word) }
            if other.capitals(word).isEmpty {
                newcomers += 1
                if newcomers <= Self.mostNewcomers {
                    let form = NameForm(folded, kind: .unknown, pack: pack)
                    for key in form.slipKeys(around: false) { bySlip[key, default: []].append((word, form)) }
                }
            }
            let letters = Array(folded.unicodeScalars)
            guard letters.count >= Self.shortest - 1 else { continue }
            for key in Self.halves(letters, of: letters.count) { byHalf[key, default: []].append(word) }
        }
    }

    /// Words that may be the name, by id: to be compared.
    func words(sounding form: NameForm) -> [UInt32] { Set(form.lastWordKeys.flatMap { bySound[$0] ?? [] }).sorted() }

    /// The first of the new words that is held to be the name with a slip of the pen.
    func newcomer(like form: NameForm) -> UInt32? {
        form.slipKeys(around: true).flatMap { bySlip[$0] ?? [] }.filter { sameness(form, $0.form) != .different }.map(\.word).min()
    }

    /// A word one letter (or one swap of neighbours) away from a long surname: a misspelt name that was put right is not gone.
    func word(near surname: String) -> UInt32? {
        let letters = Array(surname.unicodeScalars)
        guard letters.count >= Self.shortest else { return nil }
        let candidates = Set((letters.count - 1...letters.count + 1).flatMap { length in Self.halves(letters, of: length).flatMap { byHalf[$0] ?? [] } })
        return candidates.map { (id: $0, folded: words.string($0)) }.filter { candidate in
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
