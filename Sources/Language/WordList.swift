/// A named list of a language's lexicon: its entries in all their forms, folded; the words of a multiword entry are joined by `_`. Empty where the lexicon
/// has no list of the name.
public struct WordList: Sendable {
    let lexicon: Lexicon
    /// -1: there is none.
    let number: Int

    init(_ lexicon: Lexicon, _ name: String) {
        self.lexicon = lexicon
        number = lexicon.book.list(name)
    }

    /// Whether a folded word stands in the list.
    public func contains(_ folded: String) -> Bool {
        guard number >= 0 else { return false }
        let entry = lexicon.book.entry(folded)
        return entry >= 0 && lexicon.book.isListed(entry, in: number)
    }

    func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard number >= 0 else { return false }
        let entry = lexicon.book.entry(bytes)
        return entry >= 0 && lexicon.book.isListed(entry, in: number)
    }

    public var isEmpty: Bool { number < 0 }

    /// All of them, sorted by their bytes. The whole lexicon is gone through: not for every word of a text.
    public var entries: [String] { lexicon.book.words(of: number) }
}

/// The values that the lines with `=` of one section give to words: months, numerals, measures.
struct WordValues: Sendable {
    private let lexicon: Lexicon
    private let number: Int

    init(_ lexicon: Lexicon, _ section: String) {
        self.lexicon = lexicon
        number = lexicon.book.list(section)
    }

    /// The value of a folded word.
    subscript(folded: String) -> String? {
        guard number >= 0 else { return nil }
        let book = lexicon.book
        let entry = book.entry(folded)
        return entry < 0 ? nil : book.value(of: entry, in: number).map { book.word($0) }
    }
}

/// The line of a forename by its sound, where forenames of several languages are one name.
struct ForenameLines: Sendable {
    let book: WordBook
    subscript(reading: UInt64) -> Int? { book.forename(reading) }
}
