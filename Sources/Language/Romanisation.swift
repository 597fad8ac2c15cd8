import PlainText

/// What a name may be in sound, whichever system of romanisation wrote it.
///
/// A spelling does not say its system: `ch` is ч in English books, х in German ones, ш in French ones. So a word is read under every system
/// that
/// could have written it, each reading is brought to one phonemic form, and two words are the same name if they share a reading. German
/// writes с and з
/// both as s, ж and ш both as sch; its reading is compared with others after they lost the same difference.
///
/// The phonemic form, one byte a letter: vowels a e i o u; Z ж, H х, c ц, C ч, S ш, W щ. Soft signs, glides before vowels and doubled
/// letters are dropped.
struct Romanisation: Hashable, Sendable {
    /// Readings that keep с and з, ж and ш apart, hashed, sorted.
    var clear: [UInt64] = []
    /// Readings that do not: the German one.
    var blurred: [UInt64] = []
    /// `clear`, blurred.
    var clearBlurred: [UInt64] = []
    /// The first reading, in letters, for measures of similarity.
    var spelling: [UInt8] = []

    var all: [UInt64] { clear + blurred }

    func meets(_ other: Romanisation) -> Bool {
        Self.share(clear, other.clear) || Self.share(blurred, other.clearBlurred) || Self.share(clearBlurred, other.blurred)
            || Self.share(blurred, other.blurred)
    }

    private static func share(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        for value in left where right.contains(value) { return true }
        return false
    }

    static func readings(of written: String) -> Romanisation {
        let letters = scalars(written)
        var result = Romanisation()
        guard !letters.isEmpty else { return result }
        var sounds: [UInt8] = [], reading: [UInt8] = []
        sounds.reserveCapacity(letters.count + 4)
        reading.reserveCapacity(letters.count + 4)
        if letters.contains(where: { (0x400...0x4FF).contains($0) }) {
            phonemes(letters, cyrillic, &sounds, &reading)
            result.add(reading)
            return result
        }
        let signs = SpellingSigns(in: letters)
        for system in systems where system.mayHaveWritten(signs) {
            phonemes(letters, system.table, &sounds, &reading)
            if system.isBlurred {
                let hash = hash(reading, isBlurred: true)
                if !result.blurred.contains(hash) { result.blurred.append(hash) }
                if result.spelling.isEmpty { result.spelling = reading }
            } else {
                result.add(reading)
            }
        }
        return result
    }

    private mutating func add(_ reading: [UInt8]) {
        if spelling.isEmpty { spelling = reading }
        let hash = Self.hash(reading, isBlurred: false)
        if !clear.contains(hash) { clear.append(hash) }
        let blurredHash = Self.hash(reading, isBlurred: true)
        if !clearBlurred.contains(blurredHash) { clearBlurred.append(blurredHash) }
    }

    private static func blur(_ letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "z"): UInt8(ascii: "s")
        case UInt8(ascii: "Z"): UInt8(ascii: "S")
        default: letter
        }
    }

    private static func hash(_ sounds: [UInt8], isBlurred: Bool) -> UInt64 {
        var digest = Digest64()
        var word = UInt64(sounds.count), filled = 1
        for sound in sounds {
            word = word << 8 | UInt64(isBlurred ? blur(sound) : sound)
            filled += 1
            if filled == 8 {
                digest.add(word)
                word = 0
                filled = 0
            }
        }
        digest.add(word)
        return digest.value
    }

    /// Lower case, composed; ligature ties, soft and hard signs and apostrophes dropped; diacritics of the systems kept.
    private static func scalars(_ written: String) -> [UInt32] {
        var out: [UInt32] = []
        out.reserveCapacity(written.utf8.count)
        for scalar in written.unicodeScalars {
            var value = scalar.value
            if value < 0x80 {
                if value >= 0x41, value <= 0x5A { value |= 0x20 }
                if value >= 0x61 && value <= 0x7A || value == 0x2D { out.append(value) }
                continue
            }
            if value >= 0x300, value < 0x370 {
                if let last = out.last, let composed = marks[UInt64(last) << 32 | UInt64(value)] { out[out.count - 1] = composed }
                continue
            }
            if value >= 0x410, value <= 0x42F {
                value += 0x20
            } else if value == 0x401 {
                value = 0x451
            } else if value < 0x2B0 || value >= 0x370 {
                value = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
            }
            switch value {
            case 0x2B0...0x2FF, 0x2010...0x201F, 0xAD: continue
            default: out.append(value)
            }
        }
        return out
    }

    /// Letters with combining marks that the systems use, composed.
    private static let marks: [UInt64: UInt32] = {
        var table: [UInt64: UInt32] = [:]
        for (base, mark, composed) in [
            ("z", 0x30C, "ž"), ("c", 0x30C, "č"), ("s", 0x30C, "š"), ("s", 0x302, "ŝ"), ("a", 0x302, "â"), ("u", 0x302, "û"),
            ("e", 0x308, "ë"),
            ("u", 0x308, "ü"), ("o", 0x308, "ö"), ("i", 0x306, "ĭ"), ("z", 0x307, "ż"), ("и", 0x306, "й"), ("е", 0x308, "ё"),
            ("i", 0x308, "ï"),
        ] as [(Unicode.Scalar, UInt32, Unicode.Scalar)] {
            table[UInt64(base.value) << 32 | UInt64(mark)] = composed.value
        }
        return table
    }()

    /// Longest match through the table, then what all systems share. Takes the place of `reading`; `sounds` is room to work in.
    private static func phonemes(_ letters: [UInt32], _ table: SpellingTable, _ sounds: inout [UInt8], _ reading: inout [UInt8]) {
        sounds.removeAll(keepingCapacity: true)
        var at = 0
        while at < letters.count { at += table.read(letters, at, into: &sounds) }
        Phonology.settle(sounds, into: &reading)
    }
}
