import PlainText

extension NameForm {
    /// Numbers for an index over many names: forms whose last words `sameness` may hold to be one (written alike, in another romanisation, case or
    /// number, as half of a double name) share at least one. That they share one says little; the forms must be compared.
    package var lastWordKeys: [UInt64] {
        var keys: [UInt64] = []
        func add(_ key: UInt64) { if !keys.contains(key) { keys.append(key) } }
        func add(_ readings: Romanisation) {
            for key in readings.clear + readings.blurred + readings.clearBlurred { add(key) }
        }
        add(Self.key(surname))
        add(surnameReadings)
        if let stem = content.last { add(Self.key(stem)) }
        if let readings = contentReadings.last { add(readings) }
        if surname.utf8.contains(UInt8(ascii: "-")) {
            for part in surname.split(separator: "-") { add(Romanisation.readings(of: String(part))) }
        }
        if isCyrillic { for base in RussianCases.bases(surname) { add(Romanisation.readings(of: base)) } }
        return keys
    }

    /// The same for slips of the pen in a long surname: its ends and its length, and with `around` the lengths beside it.
    package func slipKeys(around: Bool) -> [UInt64] {
        let sounds = surnameReadings.spelling
        guard sounds.count >= PersonNames.longSkeleton else { return [] }
        return (around ? [-1, 0, 1] : [0]).map { difference in
            ([sounds[0]] + sounds.suffix(2) + [UInt8(truncatingIfNeeded: sounds.count + difference)]).withUnsafeBufferPointer { Self.key($0) }
        }
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
