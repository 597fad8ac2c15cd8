import PlainText

extension NameForm {
    /// Numbers for an index over many names: forms whose last words `sameness` may hold to be one (written alike, in another romanisation, case or
    /// number, as half of a double name) share at least one. That they share one says little; the forms must be compared.
    package var lastWordKeys: [UInt64] { Self.lastWordKeys(surname, surnameReadings, content.last, contentReadings.last, isCyrillic: isCyrillic) }

    /// The same for slips of the pen in a long surname: its ends and its length, and with `around` the lengths beside it.
    package func slipKeys(around: Bool) -> [UInt64] { Self.slipKeys(surnameReadings.spelling, around: around) }

    /// Both for a folded word by itself, as a name of unknown kind, without making the form: an index asks for thousands.
    package static func keys(ofWord folded: String, pack: LanguagePack) -> (lastWord: [UInt64], slip: [UInt64]) {
        let readings = Romanisation.readings(of: folded), classes = pack.classes(of: folded)
        let isCyrillic = folded.utf8.contains { $0 == 0xD0 || $0 == 0xD1 }
        var stem: String?, lastPart: Romanisation?
        if classes.contains(.place), !classes.contains(.forename), let part = folded.split(separator: "-").last {
            stem = pack.stem(TokenBuilder.folded(String(part)))
            lastPart = part.utf8.count == folded.utf8.count ? readings : Romanisation.readings(of: String(part))
        }
        return (lastWordKeys(folded, readings, stem, lastPart, isCyrillic: isCyrillic), slipKeys(readings.spelling, around: false))
    }

    private static func lastWordKeys(_ surname: String, _ readings: Romanisation, _ stem: String?, _ lastPart: Romanisation?, isCyrillic: Bool) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(12)
        func add(_ key: UInt64) { if !keys.contains(key) { keys.append(key) } }
        func add(_ readings: Romanisation) {
            for key in readings.clear { add(key) }
            for key in readings.blurred { add(key) }
            for key in readings.clearBlurred { add(key) }
        }
        add(key(surname))
        add(readings)
        if let stem { add(key(stem)) }
        if let lastPart { add(lastPart) }
        if surname.utf8.contains(UInt8(ascii: "-")) {
            for part in surname.split(separator: "-") { add(Romanisation.readings(of: String(part))) }
        }
        if isCyrillic { for base in RussianCases.bases(surname) { add(Romanisation.readings(of: base)) } }
        return keys
    }

    private static func slipKeys(_ sounds: [UInt8], around: Bool) -> [UInt64] {
        guard sounds.count >= PersonNames.longSkeleton else { return [] }
        let ends = UInt64(sounds[0]) << 40 | UInt64(sounds[sounds.count - 2]) << 32 | UInt64(sounds[sounds.count - 1]) << 24
        return (around ? [-1, 0, 1] : [0]).map { ends | UInt64(sounds.count + $0) }
    }

    private static func key(_ word: String) -> UInt64 {
        var word = word
        return word.withUTF8 { key($0) }
    }

    private static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var digest = Digest64()
        digest.add(bytes: bytes)
        return digest.value
    }
}
