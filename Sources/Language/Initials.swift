/// Whether an initial may be the beginning of a forename, across the ways to write Russian in Latin letters: Ye., Je., E. and Е. are one letter.
///
/// A written beginning stands for the Cyrillic letters that some system writes so; two beginnings agree if they share one.
enum Initials {
    /// Beginnings and the letters that they may be, the longest first. Sources: the tables of the Library of Congress, BGN/PCGN, ISO 9, DIN 1460, and the
    /// German and French press.
    private static let beginnings: [(spelling: [UInt8], letters: Set<Unicode.Scalar>)] = [
        ("schtsch", "щ"), ("shch", "щ"), ("chtch", "щ"), ("tsch", "ч"), ("dzh", "д"), ("dsch", "д"), ("tch", "ч"), ("iou", "ю"), ("you", "ю"), ("sch", "шжщ"), ("sh", "ш"), ("zh", "ж"),
        ("kh", "х"), ("ch", "чхш"), ("ts", "ц"), ("tz", "ц"), ("kr", "кх"), ("th", "фт"), ("ph", "ф"), ("ye", "е"), ("je", "е"), ("ie", "е"), ("yo", "еи"), ("jo", "еи"), ("io", "еи"), ("ya", "я"),
        ("ja", "я"), ("ia", "я"), ("yu", "ю"), ("ju", "ю"), ("iu", "ю"), ("ou", "у"), ("a", "а"), ("b", "б"), ("c", "кц"), ("d", "д"), ("e", "еэ"), ("f", "ф"), ("g", "г"), ("h", "хг"), 
        ("i", "и"), ("j", "жи"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "сз"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"),
        ("x", "к"), ("y", "и"), ("z", "зц"),
    ].map { (Array($0.0.utf8), Set($0.1.unicodeScalars)) }

    /// What one Latin letter with a stop may abbreviate, where it is more than the letter itself.
    private static let lone: [UInt8: Set<Unicode.Scalar>] = [
        UInt8(ascii: "c"): ["к", "ц", "ч", "х"], UInt8(ascii: "j"): ["ж", "и", "я", "ю", "е"], UInt8(ascii: "k"): ["к", "х"], UInt8(ascii: "s"): ["с", "ш", "щ", "з"],
        UInt8(ascii: "t"): ["т", "ц", "ч", "ф"], UInt8(ascii: "y"): ["е", "я", "ю", "и"], UInt8(ascii: "z"): ["з", "ж", "ц"], UInt8(ascii: "h"): ["х", "г"],
    ]

    /// "Ya.", "Yu.", "Kh.": one Cyrillic letter, written with two or more.
    static func isOneLetter(_ folded: String) -> Bool {
        let bytes = Array(folded.utf8)
        return bytes.count > 1 && beginnings.contains { $0.spelling == bytes }
    }

    /// - Parameter isRussian: whether the letters of other systems count; else the letter must be the same.
    static func agree(_ a: NameForm, _ b: NameForm, _ index: Int, isRussian: Bool) -> Bool {
        let one = a.forenames[index], other = b.forenames[index]
        if !isRussian { return one.hasPrefix(other) || other.hasPrefix(one) }
        if one.unicodeScalars.first == other.unicodeScalars.first { return isOneLetter(one) || isOneLetter(other) ? meet(a, b, index) : true }
        return meet(a, b, index)
    }

    private static func meet(_ a: NameForm, _ b: NameForm, _ index: Int) -> Bool { !letters(a, index).isDisjoint(with: letters(b, index)) }

    private static func letters(_ form: NameForm, _ index: Int) -> Set<Unicode.Scalar> {
        let written = form.forenames[index]
        guard let first = written.unicodeScalars.first else { return [] }
        if first.value >= 0x400, first.value < 0x500 {
            switch first {
            case "ё", "э": return ["е", first]
            case "й", "і": return ["и"]
            case "ѳ": return ["ф"]
            case "ѣ": return ["е"]
            default: return [first]
            }
        }
        let bytes = Array(written.utf8)
        if bytes.count == 1, let own = lone[bytes[0]] { return own }
        var letters = beginnings.first { bytes.starts(with: $0.spelling) }?.letters ?? []
        if bytes[0] == UInt8(ascii: "c"), form.text.unicodeScalars.contains(where: { $0 == "Č" || $0 == "č" }) { letters.insert("ч") }
        // ISO 9 writes я and ю with circumflex, which folding takes off, like the hook of ч.
        if bytes[0] == UInt8(ascii: "a"), form.text.unicodeScalars.contains(where: { $0 == "Â" || $0 == "â" }) { letters.insert("я") }
        if bytes[0] == UInt8(ascii: "u"), form.text.unicodeScalars.contains(where: { $0 == "Û" || $0 == "û" }) { letters.insert("ю") }
        return letters
    }
}

/// Patronymics, in Cyrillic and in the common romanisations: the sign of a Russian name, and of its order.
enum Patronymic {
    private static let endings = [
        "ович", "евич", "овна", "евна", "ична", "ovich", "evich", "ovic", "evic", "ovitch", "evitch", "ovitsch", "evitsch", "owitsch", "ewitsch", "ovna", "evna", "owna", "ewna", "ichna", "itchna", "icna",
    ]
    /// Of Илья, Никита, Фома, Лука, Кузьма: their short ending is that of many surnames.
    private static let short: Set<String> = [
        "ильич", "никитич", "фомич", "лукич", "кузьмич", "ilich", "ilyich", "ilic", "ilitch", "ilitsch", "nikitich", "nikitic", "nikititch", "nikititsch", "fomich", "lukich", "kuzmich",
    ]

    /// - Parameter folded: a folded word; apostrophes and soft signs are gone in the Latin ones.
    static func isOne(_ folded: String) -> Bool {
        let isCyrillic = folded.utf8.first == 0xD0 || folded.utf8.first == 0xD1
        let word = isCyrillic ? folded : String(decoding: folded.utf8.filter { $0 != UInt8(ascii: "'") }, as: UTF8.self)
        // More than the ending and a letter: no word is only an ending.
        return short.contains(word) || endings.contains { word.hasSuffix($0) && word.unicodeScalars.count > $0.unicodeScalars.count + 1 }
    }
}
