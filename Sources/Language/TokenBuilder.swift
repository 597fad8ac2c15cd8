import PlainText

/// Makes tokens out of raw ones: text, folded form, stem, classes.
struct TokenBuilder: ~Copyable {
    private let text: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    private let capitals: WordList
    /// Made for the first word that no list holds: in most passages every word was met before. It must not be shared between threads.
    private var stemmer: Stemmer?

    init(_ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
        self.text = text
        self.lexicon = lexicon
        capitals = lexicon.list("capitals")
    }

    /// A word, with the stops up to `end` if it is an abbreviation or an initial. The folded form has no stops.
    mutating func word(_ raw: RawToken, through end: Int32, isAbbreviation: Bool) -> SentenceToken {
        let range = TextRange(Int(raw.start), Int(end))
        let bytes = UnsafeBufferPointer(rebasing: text[Int(raw.start)..<Int(end)])
        if isAbbreviation {
            let written = String(decoding: bytes, as: UTF8.self)
            let folded = Folding.folded(written).filter { $0 != "." }
            let isDotted = end > raw.end + 1
            // An initial is no word: "I." is not the pronoun, "U.S." not the pronoun either.
            var classes: WordClass =
                isDotted ? (capitals.contains(folded) ? .place : []) : raw.isSingleLetter ? .forename : lexicon.classes(folded)
            if isDotted, !raw.isCapital { classes = lexicon.classes(folded).intersection([.adverb, .conjunction]) }
            if !isDotted, raw.isCapital, lexicon.values("monthAbbreviation")[folded] != nil { classes = .month }
            return SentenceToken(
                kind: .word, text: written, folded: folded, stem: lexicon.stem(folded), classes: classes, range: range,
                isCapital: raw.isCapital)
        }
        return SentenceToken(kind: .word, word: lexicon.kept.word(bytes) { made(raw, bytes) }, range: range, isCapital: raw.isCapital)
    }

    /// A word that is no abbreviation: what it is follows from its bytes alone.
    private mutating func made(_ raw: RawToken, _ bytes: UnsafeBufferPointer<UInt8>) -> WrittenWord {
        if raw.lexeme >= 0 {
            let index = Int(raw.lexeme)
            var classes = lexicon.book.classes(index)
            let written = String(decoding: bytes, as: UTF8.self)
            // An elided word has its apostrophe in what is written.
            let isFolded = raw.isPlain && !raw.isElision && !raw.isCapital && !hasCapital(bytes)
            let folded = isFolded ? written : lexicon.book.word(index)
            if raw.isCapital, bytes.count < 5, bytes.allSatisfy({ $0 < 0x60 }), capitals.contains(folded) { classes = .place }
            return WrittenWord(text: written, folded: folded, stem: lexicon.stem(index, folded), classes: classes)
        }
        let written = String(decoding: bytes, as: UTF8.self)
        var folded = raw.isPlain && !hasCapital(bytes) ? written : Self.folded(written)
        let known = raw.isPlain || lexicon.looksUpWideWords ? -1 : lexicon.book.index(folded)
        if known >= 0 { return WrittenWord(text: written, folded: folded, stem: lexicon.stem(known, folded), classes: lexicon.book.classes(known)) }
        let stem = stem(folded), classes = folded.withUTF8 { lexicon.shape($0, isCapital: raw.isCapital) }
        return WrittenWord(text: written, folded: folded, stem: stem, classes: classes)
    }

    private mutating func stem(_ folded: String) -> String {
        let own = stemmer.take() ?? Stemmer(lexicon.stemmer)
        let stem: String = own.stem(folded)
        stemmer = consume own
        return stem
    }

    /// A number; `through` takes in the stop of an ordinal ("25. Oktober"), which the folded form has not.
    func number(_ raw: RawToken, through end: Int32? = nil) -> SentenceToken {
        if let end {
            let written = String(decoding: UnsafeBufferPointer(rebasing: text[Int(raw.start)..<Int(end)]), as: UTF8.self)
            let folded = String(decoding: UnsafeBufferPointer(rebasing: text[Int(raw.start)..<Int(raw.end)]), as: UTF8.self)
            return SentenceToken(
                kind: .number, text: written, folded: folded, stem: folded, classes: .numeral, range: TextRange(Int(raw.start), Int(end)), isCapital: false)
        }
        let bytes = UnsafeBufferPointer(rebasing: text[Int(raw.start)..<Int(raw.end)])
        // A word begins with a letter: the two never share their bytes.
        let word = lexicon.kept.word(bytes) {
            let written = String(decoding: bytes, as: UTF8.self)
            let folded = hasCapital(bytes) ? Folding.folded(written) : written
            return WrittenWord(text: written, folded: folded, stem: folded, classes: .numeral)
        }
        return SentenceToken(kind: .number, word: word, range: TextRange(Int(raw.start), Int(raw.end)), isCapital: false)
    }

    /// Marks of one byte that mean the same wherever they stand; the apostrophe does not.
    private static let plainMarks: [WrittenWord] = (UInt8(0)..<128).map { byte in
        let written = String(UnicodeScalar(byte))
        return WrittenWord(text: written, folded: written, stem: written, classes: [])
    }

    func mark(_ raw: RawToken) -> SentenceToken {
        if raw.end - raw.start == 1, text[Int(raw.start)] == raw.sign, raw.sign < 0x80, raw.sign >= 0x20, raw.sign != RawTokeniser.apostrophe {
            return SentenceToken(kind: .punctuation, word: Self.plainMarks[Int(raw.sign)], range: TextRange(Int(raw.start), Int(raw.end)), isCapital: false)
        }
        let written = String(decoding: UnsafeBufferPointer(rebasing: text[Int(raw.start)..<Int(raw.end)]), as: UTF8.self)
        let folded =
            switch raw.sign {
            case RawTokeniser.quotationMark: "\""
            case RawTokeniser.dash: "-"
            case RawTokeniser.ellipsis: "..."
            case RawTokeniser.stop: "."
            case RawTokeniser.possessive: "'s"
            case RawTokeniser.otherMark: written
            default: written
            }
        return SentenceToken(
            kind: .punctuation, text: written, folded: folded, stem: folded, classes: [], range: TextRange(Int(raw.start), Int(raw.end)),
            isCapital: false)
    }

    /// Folded, with hyphens in one form. The apostrophe of a contraction stays (we'll is not well), that of a name goes (Zinov'ev).
    static func folded(_ written: String) -> String {
        let bytes = Array(Folding.folded(written).utf8)
        guard bytes.contains(where: { $0 == 0x27 || $0 >= 0x80 }) else { return String(decoding: bytes, as: UTF8.self) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        var apostrophe: Int?
        while at < bytes.count {
            let isTypographic = bytes[at] == 0xE2 && at + 2 < bytes.count && bytes[at + 1] == 0x80
            if bytes[at] == 0x27 || isTypographic && bytes[at + 2] == 0x99 {
                apostrophe = out.count
                at += bytes[at] == 0x27 ? 1 : 3
            } else if isTypographic, bytes[at + 2] == 0x90 || bytes[at + 2] == 0x91 {
                out.append(0x2D)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        if let apostrophe {
            switch String(decoding: out[apostrophe...], as: UTF8.self) {
            case "t", "ll", "re", "ve", "d", "m": out.insert(0x27, at: apostrophe)
            default: break
            }
        }
        // The mute hard sign at the end of words went in 1918.
        if out.count > 2, out[out.count - 2] == 0xD1, out[out.count - 1] == 0x8A { out.removeLast(2) }
        return String(decoding: out, as: UTF8.self)
    }

    private func hasCapital(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte &- 0x41 < 26 { return true }
        return false
    }
}
