import CLexicons
import PlainText

/// The word lists of one language and how it writes and bends its words. What comes with the program is pointed to where it lies in the binary
/// (`LexiconImage`); a user's file is laid out in the same form when it is read.
final class Lexicon: Sendable {
    let code: String
    let book: WordBook
    /// The words of texts that were met so far.
    let kept = KeptWords()
    let stemmer: String?
    let inflection: Inflection
    /// "25." is the twenty-fifth: a stop after a small number ends no sentence.
    let hasOrdinalStop: Bool
    /// Months are written small.
    let hasSmallMonths: Bool
    /// Words with other letters than ASCII are looked up when they are cut: abbreviations and openers may have them.
    var looksUpWideWords: Bool { inflection != .english }
    /// 1.200,5: the comma divides the fraction, stop and space the thousands.
    let hasDecimalComma: Bool
    /// Endings that say the class of an unknown word, longest first.
    let shapes: [(ending: [UInt8], classes: WordClass)]
    /// Endings that count for a word with a capital, which may be a name.
    let capitalShapes: [[UInt8]]
    /// Endings of nouns, in a language that gives all nouns a capital.
    let nounEndings: [String]
    /// Number of the list of short words that lose their vowel and join the next one (l', d', qu'), or -1.
    private let elisions: Int
    /// The image of a user's pack; those of the program are part of the binary.
    private let own: LaidOut?

    static let english = Lexicon(Embedded.english)
    static let russian = Lexicon(Embedded.russian)
    static let german = Lexicon(Embedded.german)
    static let french = Lexicon(Embedded.french)
    static let none = Lexicon(code: "und", LexiconSource(""))

    /// Lists that are gone through when a pack is opened, and not only asked for single words.
    static let listed: Set<String> = ["shape", "shapeOfCapital", "nounEnding"]
    /// The list of the first words of the entries of `sourceCue`. No section has a blank in its name.
    static let sourceOpener = "sourceCue opener"

    convenience init(code: String, _ source: LexiconSource) {
        let own = LaidOut(LexiconImage(source, stamp: 0))
        self.init(code: code, own.book, own)
    }

    /// An image that was made of other sources, or by an older program, is passed over for the sources: it is slower, never wrong.
    private convenience init(_ embedded: Embedded) {
        if let book = WordBook(UnsafeRawBufferPointer(embedded.image)), book.layout.stamp == embedded.stamp {
            self.init(code: embedded.code, book, nil)
        } else {
            self.init(code: embedded.code, LexiconSource(embedded.source, common: embedded.common))
        }
    }

    private init(code: String, _ book: WordBook, _ own: LaidOut?) {
        self.code = code
        self.book = book
        self.own = own
        let language = book.list("language")
        func trait(_ name: String) -> String? {
            let entry = book.entry(name)
            return entry < 0 || language < 0 ? nil : book.value(of: entry, in: language).map { book.word($0) }
        }
        stemmer = trait("stemmer")
        inflection = trait("inflection").flatMap(Inflection.init) ?? .english
        hasOrdinalStop = trait("ordinalstop") != nil
        hasSmallMonths = trait("months") == "small"
        hasDecimalComma = trait("decimal") == "comma"
        let shape = book.list("shape")
        shapes = book.members(of: "shape").compactMap { ending in
            book.value(of: ending, in: shape).flatMap { LexiconSection.classes[book.word($0)] }.map { (Array(book.bytes(ending)), $0) }
        }.sorted { ($0.ending.count, $0.ending.first ?? 0) > ($1.ending.count, $1.ending.first ?? 0) }
        capitalShapes = book.members(of: "shapeOfCapital").map { Array(book.bytes($0)) }
        nounEndings = book.members(of: "nounEnding").map { book.word($0) }
        elisions = book.list("elision")
    }

    func list(_ name: String) -> WordList { WordList(self, name) }
    func values(_ section: String) -> WordValues { WordValues(self, section) }
    var forenames: ForenameLines { ForenameLines(book: book) }

    /// Whether any word has a level on a scale of wording.
    var hasSenses: Bool { book.layout.senses > 0 }
    var hasElisions: Bool { elisions >= 0 }

    func isElision(_ folded: UnsafeBufferPointer<UInt8>) -> Bool {
        let entry = book.entry(folded)
        return entry >= 0 && elisions >= 0 && book.isListed(entry, in: elisions)
    }

    func classes(_ folded: String) -> WordClass {
        let found = book.index(folded)
        return found < 0 ? [] : book.classes(found)
    }

    /// The lemma of a folded form that a list holds; the word itself otherwise.
    func lemma(_ folded: String) -> String {
        let entry = book.entry(folded)
        guard entry >= 0 else { return folded }
        let lemma = book.lemma(entry)
        return lemma == entry ? folded : book.word(lemma)
    }

    /// The other forms of a name that the lists hold, by its lemma, sorted.
    func bent(_ lemma: String) -> [String] {
        let entry = book.entry(lemma)
        return entry < 0 ? [] : book.said(of: entry).map(book.fact).filter { $0.isOf(.bent) }.map { book.word(Int($0.value)) }
    }

    /// The stem of a folded word that the lists hold; the word itself otherwise.
    func stem(_ folded: String) -> String {
        let found = book.index(folded)
        return found < 0 ? folded : stem(found, folded)
    }

    /// The stem of word `index`, which is written `folded`.
    func stem(_ index: Int, _ folded: String) -> String {
        let stem = book.stem(index)
        return stem == index ? folded : book.word(stem)
    }

    /// Classes by the ending of a word that no list holds.
    func shape(_ folded: UnsafeBufferPointer<UInt8>, isCapital: Bool = false) -> WordClass {
        if isCapital, !folded.contains(UInt8(ascii: "-")), !capitalShapes.contains(where: { folded.suffix($0.count).elementsEqual($0) }) {
            return []
        }
        for (ending, classes) in shapes where folded.count > ending.count + 1 {
            if folded.suffix(ending.count).elementsEqual(ending) { return classes }
        }
        // eighteenth-century, ten-day
        if let first = folded.firstIndex(of: UInt8(ascii: "-")), first > 1 {
            let found = book.index(UnsafeBufferPointer(rebasing: folded[..<first]))
            if found >= 0, book.classes(found).contains(.numeral) { return .numeral }
        }
        guard let hyphen = folded.lastIndex(of: UInt8(ascii: "-")), hyphen > 0, hyphen + 1 < folded.count else { return [] }
        // vice-president, forty-five, co-founded: the last part says what the whole is.
        let found = book.index(UnsafeBufferPointer(rebasing: folded[(hyphen + 1)...]))
        return found < 0 ? [] : book.classes(found).intersection([.office, .collective, .verb, .speech, .demonym, .numeral])
    }
}

/// Memory that an image was copied to, aligned and owned.
private final class LaidOut: Sendable {
    let book: WordBook
    nonisolated(unsafe) private let memory: UnsafeMutableRawBufferPointer

    init(_ image: LexiconImage) {
        memory = UnsafeMutableRawBufferPointer.allocate(byteCount: image.bytes.count, alignment: 8)
        memory.copyBytes(from: image.bytes)
        guard let book = WordBook(UnsafeRawBufferPointer(memory)) else { preconditionFailure("an image that was just made has its own layout") }
        self.book = book
    }

    deinit { memory.deallocate() }
}

/// What is compiled in for a language: the lists as they are written, and laid out.
struct Embedded {
    let code: String
    private let text: embedded_file
    private let laidOut: embedded_file
    /// Ordinary words, to tell them from names at the start of a sentence.
    let common: UnsafeBufferPointer<UInt8>?

    static var english: Embedded { Embedded("en", lexicon_en(), lexicon_en_image(), common: lexicon_en_common()) }
    static var russian: Embedded { Embedded("ru", lexicon_ru(), lexicon_ru_image()) }
    static var german: Embedded { Embedded("de", lexicon_de(), lexicon_de_image()) }
    static var french: Embedded { Embedded("fr", lexicon_fr(), lexicon_fr_image()) }

    static func named(_ code: String) -> Embedded? { [english, russian, german, french].first { $0.code == code } }

    private init(_ code: String, _ text: embedded_file, _ laidOut: embedded_file, common: embedded_file? = nil) {
        self.code = code
        self.text = text
        self.laidOut = laidOut
        self.common = common.map { UnsafeBufferPointer(start: $0.bytes, count: $0.count) }
    }

    private var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: text.bytes, count: text.count) }
    var source: String { String(decoding: bytes, as: UTF8.self) }
    var image: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: laidOut.bytes, count: laidOut.count) }

    /// Of the sources: an image of others has another.
    var stamp: UInt64 {
        var digest = Digest64()
        digest.add(bytes: bytes)
        if let common { digest.add(bytes: common) }
        return digest.value
    }

    /// The image that these sources give.
    func laidOutAnew() -> [UInt8] { LexiconImage(LexiconSource(source, common: common), stamp: stamp).bytes }
}
