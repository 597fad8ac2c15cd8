/// The regular forms of English verbs and nouns, by spelling rule, on folded ASCII words.
enum EnglishForms {
    /// `organise`: organise, organises, organised, organising. A lemma with two final letters written `admit!` doubles its last one.
    /// With `past` false the form in -ed is left out (the verb is irregular).
    static func verb(_ entry: String, past: Bool = true) -> [String] {
        let marked = entry.hasSuffix("!")
        let lemma = Array((marked ? String(entry.dropLast()) : entry).utf8)
        guard lemma.count > 1, let last = lemma.last else { return [String(decoding: lemma, as: UTF8.self)] }
        var forms = [lemma, Array(plural(lemma))]
        let before = lemma[lemma.count - 2]
        switch last {
        case UInt8(ascii: "e"):
            if past { forms.append(lemma + Array("d".utf8)) }
            if before == UInt8(ascii: "i") {
                forms.append(Array(lemma.dropLast(2)) + Array("ying".utf8))
            } else if before == UInt8(ascii: "e") || before == UInt8(ascii: "o") || before == UInt8(ascii: "y") {
                forms.append(lemma + Array("ing".utf8))
            } else {
                forms.append(Array(lemma.dropLast()) + Array("ing".utf8))
            }
        case UInt8(ascii: "y") where !isVowel(before):
            if past { forms.append(Array(lemma.dropLast()) + Array("ied".utf8)) }
            forms.append(lemma + Array("ing".utf8))
        default:
            let doubles = marked || isShort(lemma)
            // travelled and traveled: both are written.
            let either = !doubles && last == UInt8(ascii: "l") && isVowel(before) && lemma.count > 4 && !isVowel(lemma[lemma.count - 3])
            for stem in doubles ? [lemma + [last]] : either ? [lemma, lemma + [last]] : [lemma] {
                if past { forms.append(stem + Array("ed".utf8)) }
                forms.append(stem + Array("ing".utf8))
            }
            if last == UInt8(ascii: "c") {
                if past { forms.append(lemma + Array("ked".utf8)) }
                forms.append(lemma + Array("king".utf8))
            }
        }
        return forms.map { String(decoding: $0, as: UTF8.self) }
    }

    /// `army`: army, armies; `chairman`: chairman, chairmen.
    static func noun(_ word: String) -> [String] {
        if word.hasSuffix("man"), word.utf8.count > 4 { return [word, String(word.dropLast(2)) + "en"] }
        return [word, String(decoding: plural(Array(word.utf8)), as: UTF8.self)]
    }

    private static func plural(_ word: [UInt8]) -> [UInt8] {
        guard word.count > 1, let last = word.last else { return word }
        let before = word[word.count - 2]
        switch last {
        case UInt8(ascii: "y") where !isVowel(before): return Array(word.dropLast()) + Array("ies".utf8)
        case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"), UInt8(ascii: "o"): return word + Array("es".utf8)
        case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"): return word + Array("es".utf8)
        default: return word + [UInt8(ascii: "s")]
        }
    }

    /// One syllable that ends in one vowel and one consonant: stop, stopped.
    private static func isShort(_ word: [UInt8]) -> Bool {
        guard word.count > 2, let last = word.last, !isVowel(last), last != UInt8(ascii: "w"), last != UInt8(ascii: "x"),
            last != UInt8(ascii: "y")
        else { return false }
        guard isVowel(word[word.count - 2]),
            !isVowel(word[word.count - 3])
                || word[word.count - 3] == UInt8(ascii: "u") && word.count > 3 && word[word.count - 4] == UInt8(ascii: "q")
        else { return false }
        var runs = 0
        var inVowel = false
        for byte in word {
            if isVowel(byte), !inVowel { runs += 1 }
            inVowel = isVowel(byte)
        }
        return runs == 1
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }
}
