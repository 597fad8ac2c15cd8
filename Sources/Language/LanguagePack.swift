package import PlainText

/// What the engine knows of one language: its word lists, its stems, where its sentences end. A value, free to share between threads.
public struct LanguagePack: Sendable {
    let lexicon: Lexicon

    /// The codes of the packs that are compiled in.
    public static let available: [String] = ["en", "ru", "de", "fr"]

    /// The pack for a language tag, by its primary subtag ("en-GB" -> en); nothing if there is none.
    public static func named(_ code: String) -> LanguagePack? {
        switch primary(code) {
        case "en", "eng": return LanguagePack(lexicon: .english)
        case "ru", "rus": return LanguagePack(lexicon: .russian)
        case "de", "ger", "deu": return LanguagePack(lexicon: .german)
        case "fr", "fre", "fra": return LanguagePack(lexicon: .french)
        default: return nil
        }
    }

    /// "en-GB" -> "en".
    static func primary(_ code: String) -> String {
        Folding.folded(String(decoding: Array(code.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }), as: UTF8.self))
    }

    /// For a language that we have no words of: sentences by punctuation, classes from digits only, a word's stem is the word.
    public static let none = LanguagePack(lexicon: .none)

    public var code: String { lexicon.code }

    /// The sentences of a passage. Ranges count the bytes of `text`.
    ///
    /// The stop after an abbreviation, an initial or inside a number ends no sentence, nor does a semicolon, nor a stop inside a quotation
    /// or
    /// a bracket of moderate length (`SentenceReader.longestQuotation`).
    public func sentences(of text: String) -> [Sentence] {
        var text = text
        return text.withUTF8 { bytes in
            var tokens: [SentenceToken] = []
            return read(bytes, quotations: quotations(in: bytes), into: &tokens).map { range in
                Sentence(tokens: Array(tokens[range]), range: TextRange(Int(tokens[range.lowerBound].range.start), Int(tokens[range.upperBound - 1].range.end)))
            }
        }
    }

    /// The same into one list: puts the words and marks behind those of `tokens`, their ranges `shift` bytes further; the sentences, as ranges of the
    /// list. `quotations` are those of the text.
    package func read(_ text: UnsafeBufferPointer<UInt8>, quotations: [TextRange], shift: Int = 0, into tokens: inout [SentenceToken]) -> [Range<Int>] {
        let first = tokens.count
        var reader = SentenceReader(text, lexicon, quotations)
        let sentences = reader.read(into: &tokens)
        if shift > 0 { for index in first..<tokens.count { tokens[index].range = TextRange(Int(tokens[index].range.start) + shift, Int(tokens[index].range.end) + shift) } }
        return sentences
    }

    /// The classes of a folded word; nothing for a word that no list holds and no ending explains.
    public func classes(of folded: String) -> WordClass {
        let found = lexicon.book.index(folded)
        if found >= 0 { return lexicon.book.classes(found) }
        var copy = folded
        return copy.withUTF8 { lexicon.shape($0) }
    }

    /// The entries of any named list of the lexicon, folded; the words of a multiword entry are joined by `_`. Empty for an unknown name.
    public func group(_ name: String) -> WordList { lexicon.list(name) }

    /// The first words of the cues that name a source ("according" of `according_to`).
    package var sourceOpeners: WordList { lexicon.list(Lexicon.sourceOpener) }

    /// Whether two folded words are names of one place, by the list of places that bore several: Peking and Beijing.
    public func areOnePlace(_ left: String, _ right: String) -> Bool {
        let places = lexicon.values("samePlace")
        guard let one = places[left], let other = places[right] else { return false }
        return one == other
    }

    /// What a line with `=` says of a folded word: its value in a section of the lexicon; nothing for a word that the section does not hold.
    public func value(of folded: String, in section: String) -> String? { lexicon.values(section)[folded] }

    /// How sure, how judged, how harsh its words are.
    public var wording: Wording { Wording(lexicon) }

    /// The stem of a folded word; an irregular form by its lemma ("led" -> "lead").
    public func stem(_ folded: String) -> String {
        let found = lexicon.book.index(folded)
        if found >= 0 { return lexicon.stem(found, folded) }
        return Stemmer(lexicon.stemmer).stem(folded)
    }
}

/// The packs of a run: those that come with the program, and in their place those that the user brought along.
public struct PackShelf: Sendable {
    private var own: [String: LanguagePack] = [:]

    public init(_ packs: [LanguagePack] = []) { for pack in packs { own[pack.code] = pack } }

    /// The pack for a language tag, by its primary subtag; nothing if there is none. A pack of the program is read when it is first asked for.
    public func named(_ code: String) -> LanguagePack? { own[LanguagePack.primary(code)] ?? LanguagePack.named(code) }
}

extension LanguagePack {
    /// The flat form of the lists of a pack of the program, as it is compiled in and as the lists give it now: the same, as a test holds.
    package static func images(of code: String) -> (embedded: [UInt8], anew: [UInt8])? {
        Embedded.named(code).map { (Array($0.image), $0.laidOutAnew()) }
    }
}
