/// Persons, and forms of unknown kind.
enum PersonNames {
    /// Names of up to four letters must be equal: too many different ones are one letter apart (Reed, Reid, Read).
    static let shortest = 4
    /// Only surnames with at least this many sounds are compared by similarity.
    static let longSkeleton = 6
    /// Jaro-Winkler, at or above which two long surnames with equal ends are taken for a slip of the pen. The prototype matched 36 of 37
    /// variants and
    /// merged 4 of 25 look-alikes with it.
    static let slip = 0.95

    static func compare(_ a: NameForm, _ b: NameForm) -> Sameness {
        if a.ordinal != b.ordinal {
            // Ivan IV is not Ivan III; but John Smith may be John Smith, Jr.
            if a.ordinal != nil, b.ordinal != nil { return .different }
        }
        if a.words.count > 1, a.wordSum == b.wordSum, a.words.count == b.words.count, a.words.sorted() == b.words.sorted() {
            return .variant("word order")
        }
        let surnames = self.surnames(a, b)
        guard surnames != .different else { return .different }
        let forenames = self.forenames(a, b)
        guard forenames != .different else { return .different }
        // The weaker reason is the one to tell.
        switch (surnames, forenames) {
        case (.similar, _): return surnames
        case (_, .similar): return forenames
        case (.variant, .identical): return surnames
        case (.identical, .identical):
            if a.ordinal != b.ordinal { return .variant("surname alone") }
            return a.titles != b.titles ? .variant("title") : .variant(a.isInverted != b.isInverted ? "word order" : "initials")
        case (.identical, _): return forenames
        case (.variant, _): return surnames
        case (.different, _): return .different
        }
    }

    // MARK: surnames

    private static func surnames(_ a: NameForm, _ b: NameForm) -> Sameness {
        let left = a.surname
        let right = b.surname
        if left == right { return .identical }
        let shorter = min(left.utf8.count, right.utf8.count)
        let longer = max(left.utf8.count, right.utf8.count)
        // Thomas A. and Thomas Adams
        if shorter == 1 {
            return left.first == right.first && a.forenames.first != nil && b.forenames.first != nil ? .variant("initials") : .different
        }
        if a.isCyrillic, b.isCyrillic, RussianCases.isOneName(a, b) { return .variant("inflection") }
        if longer <= shortest, a.isCyrillic == b.isCyrillic, !isRomanised(a, b) { return .different }
        if a.surnameReadings.meets(b.surnameReadings) {
            if a.isCyrillic == b.isCyrillic, !a.looksRussian, !b.looksRussian, differsInEnglishWay(left, right) { return .similar(0.9) }
            return .variant("romanisation")
        }
        if a.isCyrillic != b.isCyrillic {
            let (cyrillic, latin) = a.isCyrillic ? (a, b) : (b, a)
            let bases = cyrillic.isNominative ? [cyrillic.surname] : RussianCases.bases(cyrillic.surname)
            for base in bases where Romanisation.readings(of: base).meets(latin.surnameReadings) {
                return .variant("inflection")
            }
        }
        if let half = half(left, right, a, b) { return half }
        return slip(a, b)
    }

    /// Ejov and Ežov: short, but with a sound that only romanisation spells so differently.
    private static func isRomanised(_ a: NameForm, _ b: NameForm) -> Bool {
        !a.isCyrillic && a.surnameReadings.meets(b.surnameReadings) && (a.surnameReadings.spelling + b.surnameReadings.spelling).contains { $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "W") }
    }

    /// Smith and Smyth, Philip and Phillip: no romanisation makes these.
    private static func differsInEnglishWay(_ a: String, _ b: String) -> Bool { plain(a) == plain(b) }

    /// y as i between consonants, doubled letters as one; but glides (Iagoda, Yagoda) and ss (Kossior) are the work of systems.
    private static func plain(_ word: String) -> [UInt8] {
        let letters = Array(word.utf8)
        var out: [UInt8] = []
        for (at, byte) in letters.enumerated() {
            var letter = byte
            if byte == UInt8(ascii: "y"), !isVowel(at > 0 ? letters[at - 1] : 0), !isVowel(at + 1 < letters.count ? letters[at + 1] : 0),
                at > 0
            {
                letter = UInt8(ascii: "i")
            }
            if out.last != letter || letter == UInt8(ascii: "s") || isVowel(letter) { out.append(letter) }
        }
        return out
    }

    private static func isVowel(_ byte: UInt8) -> Bool { "aeiou".utf8.contains(byte) }

    /// Antonov for Antonov-Ovseenko.
    private static func half(_ left: String, _ right: String, _ a: NameForm, _ b: NameForm) -> Sameness? {
        guard left.utf8.contains(UInt8(ascii: "-")) != right.utf8.contains(UInt8(ascii: "-")) else { return nil }
        let (double, single) = left.utf8.contains(UInt8(ascii: "-")) ? (left, right) : (right, left)
        guard single.utf8.count > shortest else { return nil }
        return double.split(separator: "-").contains { part in
            part.utf8.elementsEqual(single.utf8) || Romanisation.readings(of: String(part)).meets(Romanisation.readings(of: single))
        } ? .similar(0.6) : nil
    }

    private static func slip(_ a: NameForm, _ b: NameForm) -> Sameness {
        let left = a.surnameReadings.spelling
        let right = b.surnameReadings.spelling
        guard left.count >= longSkeleton, right.count >= longSkeleton, abs(left.count - right.count) < 2, left[0] == right[0],
            left.suffix(2) == right.suffix(2)
        else { return .different }
        let likeness = jaroWinkler(left, right)
        return likeness >= slip ? .similar(likeness) : .different
    }

    /// Jaro-Winkler similarity, 0...1 (Winkler 1990: prefix of up to four letters, weight 0.1).
    static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
        if a == b { return 1 }
        let window = max(0, max(a.count, b.count) / 2 - 1)
        var taken = [Bool](repeating: false, count: b.count)
        var left: [UInt8] = []
        for (at, letter) in a.enumerated() {
            let from = max(0, at - window)
            let to = min(b.count, at + window + 1)
            guard from < to else { continue }
            for other in from..<to where !taken[other] && b[other] == letter {
                taken[other] = true
                left.append(letter)
                break
            }
        }
        guard !left.isEmpty else { return 0 }
        let right = b.indices.filter { taken[$0] }.map { b[$0] }
        let transposed = Double(zip(left, right).filter { $0 != $1 }.count) / 2
        let matches = Double(left.count)
        let jaro = (matches / Double(a.count) + matches / Double(b.count) + (matches - transposed) / matches) / 3
        let prefix = Double(zip(a, b).prefix(4).prefix { $0 == $1 }.count)
        return jaro + prefix * 0.1 * (1 - jaro)
    }

    // MARK: forenames

    private static func forenames(_ a: NameForm, _ b: NameForm) -> Sameness {
        if a.forenames == b.forenames { return .identical }
        if a.forenames.isEmpty || b.forenames.isEmpty {
            // Two rulers without surnames: Ivan is not Ivan Smith.
            if (a.forenames.isEmpty ? a : b).ordinal != nil { return .different }
            return .variant("surname alone")
        }
        let isRussian = a.looksRussian || b.looksRussian
        var reason: Sameness = .identical
        for index in 0..<min(a.forenames.count, b.forenames.count) {
            let left = a.forenames[index]
            let right = b.forenames[index]
            if left == right { continue }
            let isInitial = left.unicodeScalars.count == 1 || right.unicodeScalars.count == 1 || Initials.isOneLetter(left) || Initials.isOneLetter(right)
            if isInitial {
                guard Initials.agree(a, b, index, isRussian: isRussian) else { return .different }
                reason = .variant("initials")
            } else if a.forenameKeys[index] != 0, a.forenameKeys[index] == b.forenameKeys[index] {
                if reason == .identical { reason = .variant("romanisation") }
            } else if a.forenameReadings[index].meets(b.forenameReadings[index]) {
                if reason == .identical { reason = .variant("romanisation") }
            } else if index > 0, isShortForm(left, right) {
                reason = .variant("initials")
            } else {
                return .different
            }
        }
        return reason == .identical ? .variant("initials") : reason
    }

    /// An abbreviated patronymic: Dav. for Davidovich.
    private static func isShortForm(_ a: String, _ b: String) -> Bool {
        min(a.utf8.count, b.utf8.count) >= 2 && (a.utf8.starts(with: b.utf8) || b.utf8.starts(with: a.utf8))
    }
}
