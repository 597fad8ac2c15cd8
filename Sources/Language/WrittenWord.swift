/// A word as it is written, with what the lexicon knows of it: the same wherever it stands.
final class WrittenWord: Hashable, Sendable {
    let text: String
    let folded: String
    let stem: String
    let classes: WordClass
    let look: WordLook

    init(text: String, folded: String, stem: String, classes: WordClass) {
        self.text = text
        self.folded = folded
        self.stem = stem
        self.classes = classes
        look = WordLook(text, folded)
    }

    // Texts by their bytes: two spellings that are canonically the same are still written differently.
    static func == (left: WrittenWord, right: WrittenWord) -> Bool {
        left === right || left.text.utf8.elementsEqual(right.text.utf8) && left.folded == right.folded && left.stem == right.stem && left.classes == right.classes
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(folded)
        hasher.combine(classes)
    }
}

/// What the letters of a word look like, whatever they mean.
package struct WordLook: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// "L.", "Yu.": up to three letters with a stop.
    package static let initial = WordLook(rawValue: 1 << 0)
    /// Nothing but the letters of small Roman numbers; "CC" and "MD" are abbreviations.
    package static let roman = WordLook(rawValue: 1 << 1)
    /// Capitals throughout.
    package static let capitals = WordLook(rawValue: 1 << 2)
    /// Two letters A to Z.
    package static let twoCapitals = WordLook(rawValue: 1 << 3)
    /// At least two figures among the letters: an identifier ("PRS11093WalattaL").
    package static let identifier = WordLook(rawValue: 1 << 4)
    /// One letter.
    package static let single = WordLook(rawValue: 1 << 5)
    /// "vice-president".
    package static let hyphened = WordLook(rawValue: 1 << 6)
    /// A word of five letters and more in -ed.
    package static let endsInEd = WordLook(rawValue: 1 << 7)
    /// A word in -ing.
    package static let endsInIng = WordLook(rawValue: 1 << 8)

    init(_ text: String, _ folded: String) {
        var look: WordLook = []
        var bytes = text
        bytes.withUTF8 { bytes in
            if bytes.last == UInt8(ascii: "."), folded.unicodeScalars.count <= 3 { look.insert(.initial) }
            if bytes.allSatisfy({ $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }) { look.insert(.roman) }
            if bytes.allSatisfy({ (0x41...0x5A).contains($0) }), folded.utf8.count == 2 { look.insert(.twoCapitals) }
            if bytes.count(where: { (0x30...0x39).contains($0) }) >= 2 { look.insert(.identifier) }
        }
        var letters = folded
        letters.withUTF8 { letters in
            func ends(in ending: StaticString) -> Bool { letters.count >= ending.utf8CodeUnitCount && letters.suffix(ending.utf8CodeUnitCount).elementsEqual(UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)) }
            if letters.contains(UInt8(ascii: "-")) { look.insert(.hyphened) }
            if letters.count > 4, ends(in: "ed") { look.insert(.endsInEd) }
            if ends(in: "ing") { look.insert(.endsInIng) }
        }
        if text.unicodeScalars.allSatisfy({ $0.value < 0x80 ? (0x41...0x5A).contains($0.value) : $0.properties.isUppercase }) { look.insert(.capitals) }
        if folded.unicodeScalars.count < 2 { look.insert(.single) }
        self = look
    }
}

/// Words that were met before, by their bytes, for all threads of a run. A word has one seat; where two share it, the first keeps it and the other is
/// made each time.
final class KeptWords: Sendable {
    private let seats = Seats<WrittenWord>(size)

    /// A power of two; a large volume has some 30,000 words.
    private static let size = 1 << 16

    /// The word of these bytes; `make` is asked where it is not kept.
    func word(_ bytes: UnsafeBufferPointer<UInt8>, _ make: () -> WrittenWord) -> WrittenWord {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        let seat = Int(hash ^ hash >> 16) & (Self.size - 1)
        if let kept = seats[seat] { return Self.isSame(kept, bytes) ? kept : make() }
        let made = make(), kept = seats.take(seat, made)
        // Another thread may have been faster, with this word or with another.
        return kept === made || Self.isSame(kept, bytes) ? kept : made
    }

    private static func isSame(_ word: WrittenWord, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var text = word.text
        return text.withUTF8 { text in
            guard text.count == bytes.count else { return false }
            for at in 0..<text.count where text[at] != bytes[at] { return false }
            return true
        }
    }
}
