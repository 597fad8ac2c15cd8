import PlainText

/// Puts stops to the words that own them, finds the ends of sentences and hands out the tokens.
struct SentenceReader {
    private let text: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    private let raw: [RawToken]
    /// Insides of the quotations that are short enough to be kept whole, in order.
    private let quotations: [TextRange]
    private let abbreviations: WordList
    private let numbered: WordList
    private let closing: WordList

    /// A stop inside a longer quotation ends a sentence all the same: whole pages in quotation marks must not become one sentence.
    static let longestQuotation = 600
    static let longestBracket = 400

    init(_ text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon, _ quotations: [TextRange]) {
        self.text = text
        self.lexicon = lexicon
        self.quotations = quotations.filter { $0.count <= Self.longestQuotation }
        raw = RawTokeniser.tokens(of: text, lexicon)
        abbreviations = lexicon.list("abbreviation")
        numbered = lexicon.list("abbreviationBeforeNumber")
        closing = lexicon.list("abbreviationAtEnd")
    }

    /// Puts the words and marks behind those of `tokens`; the sentences, as ranges of them.
    mutating func read(into tokens: inout [SentenceToken]) -> [Range<Int>] {
        var sentences: [Range<Int>] = []
        var builder = TokenBuilder(text, lexicon)
        /// The first token of the sentence under way.
        var first = tokens.count
        tokens.reserveCapacity(first + raw.count)
        var nextQuotation = 0
        var bracketEnd = 0
        var at = 0
        func close(_ end: Int) {
            guard end > first else { return }
            sentences.append(first..<end)
            first = end
        }
        while at < raw.count {
            let token = raw[at]
            if token.follows == .paragraph { close(tokens.count) }
            switch token.kind {
            case .word:
                let stop = stopOwner(at, isFirst: tokens.count == first)
                tokens.append(builder.word(token, through: stop.last.map { raw[$0].end } ?? token.end, isAbbreviation: stop.last != nil))
                at = (stop.last ?? at) + 1
                if stop.ends { close(tokens.count) }
                continue
            case .number:
                if isOrdinal(at) {
                    tokens.append(builder.number(token, through: raw[at + 1].end))
                    at += 2
                    continue
                }
                tokens.append(builder.number(token))
            case .mark:
                tokens.append(builder.mark(token))
                if token.sign == UInt8(ascii: "("), Int(token.start) >= bracketEnd { bracketEnd = bracket(from: Int(token.start)) }
                if isTerminator(token) {
                    while nextQuotation < quotations.count, quotations[nextQuotation].end <= UInt32(token.start) { nextQuotation += 1 }
                    // What closes with the sentence belongs to it.
                    var last = at
                    while last + 1 < raw.count, raw[last + 1].follows == .tight, isCloser(last + 1) || isTerminator(raw[last + 1]) {
                        last += 1
                        tokens.append(builder.mark(raw[last]))
                    }
                    let end = UInt32(raw[last].end)
                    let inQuotation =
                        nextQuotation < quotations.count && quotations[nextQuotation].start <= UInt32(token.start)
                        && end <= quotations[nextQuotation].end
                    let ends =
                        !inQuotation && Int(end) >= bracketEnd
                        && isEnd(at, last, isListNumber: tokens.count == first + 2 && tokens[first].kind == .number)
                    at = last + 1
                    if ends {
                        at = notes(from: at, &builder, into: &tokens)
                        close(tokens.count)
                    }
                    continue
                }
            }
            at += 1
        }
        close(tokens.count)
        return sentences
    }

    /// "25. Oktober", "der 3. Kongress": a stop after one or two digits and before a word.
    private func isOrdinal(_ at: Int) -> Bool {
        guard lexicon.hasOrdinalStop, raw[at].end - raw[at].start <= 2, at + 2 < raw.count, isTightStop(at + 1) else { return false }
        return raw[at + 2].kind == .word && raw[at + 2].follows == .space
    }

    private func isTerminator(_ token: RawToken) -> Bool {
        guard token.kind == .mark else { return false }
        switch token.sign {
        case RawTokeniser.stop, UInt8(ascii: "!"), UInt8(ascii: "?"), RawTokeniser.ellipsis: return true
        default: return false
        }
    }

    private func isCloser(_ index: Int) -> Bool {
        let token = raw[index]
        guard token.kind == .mark else { return false }
        switch token.sign {
        case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
        case RawTokeniser.quotationMark:
            // An opening mark has its word close behind and a space before it; here nothing stands before it.
            return index + 1 >= raw.count || raw[index + 1].follows != .tight || raw[index + 1].kind == .mark
        default: return false
        }
    }

    /// Whether the sentence ends after the terminator `at` and what closes with it, up to `last`.
    private func isEnd(_ at: Int, _ last: Int, isListNumber: Bool) -> Bool {
        guard last + 1 < raw.count else { return true }
        if isListNumber { return false }
        var next = last + 1
        if raw[next].follows == .tight {
            // end.[12] Next; end.Next with a lost space; marxist.com and 1924.xml go on.
            if raw[next].kind == .mark { return raw[next].sign == UInt8(ascii: "[") }
            guard raw[next].kind == .word, raw[next].isCapital, at > 0, raw[at - 1].kind == .word, !raw[at - 1].isSingleLetter,
                !raw[next].isSingleLetter
            else { return false }
            return raw[at - 1].lexeme >= 0 || raw[next].lexeme >= 0
        }
        if raw[next].follows == .paragraph { return true }
        while next < raw.count, raw[next].kind == .mark,
            raw[next].sign == RawTokeniser.quotationMark || raw[next].sign == UInt8(ascii: "(") || raw[next].sign == UInt8(ascii: "[")
                || raw[next].sign == RawTokeniser.dash || raw[next].sign == RawTokeniser.ellipsis
        { next += 1 }
        guard next < raw.count else { return true }
        let opener = raw[next]
        if opener.kind == .mark { return opener.sign == RawTokeniser.otherMark }
        if opener.kind == .word, !opener.isCapital, hasCase(opener) { return false }
        if raw[at].sign == RawTokeniser.ellipsis { return opener.kind == .word && isOpener(opener) }
        if last > at, raw[last].sign == RawTokeniser.quotationMark, raw[at].sign != RawTokeniser.stop { return !isSpeechTag(next) }
        return true
    }

    /// Scripts without capitals end their sentences at any word.
    private func hasCase(_ token: RawToken) -> Bool {
        guard token.sign >= 0x80 else { return true }
        return Unicode.Scalar(RawTokeniser.scalar(text, Int(token.start)).0)?.properties.isCased ?? false
    }

    /// "Halt!" Trotsky cried: a word of speech within the next three words.
    private func isSpeechTag(_ next: Int) -> Bool {
        for index in next..<min(next + 4, raw.count) {
            guard raw[index].kind == .word else { return false }
            if raw[index].lexeme >= 0, lexicon.book.classes(Int(raw[index].lexeme)).contains(.speech) { return true }
        }
        return false
    }

    /// A word that is written with a capital only because a sentence begins.
    private func isOpener(_ token: RawToken) -> Bool {
        guard token.lexeme >= 0 else { return false }
        let classes = lexicon.book.classes(Int(token.lexeme))
        return !classes.isDisjoint(with: WordClass.function.union([.adverb, .notName]))
            && classes.isDisjoint(with: [.forename, .place, .title])
    }

    /// Does the stop after the word belong to it? Gives the last raw token that the word takes in, and whether the sentence ends there too.
    private func stopOwner(_ at: Int, isFirst: Bool) -> (last: Int?, ends: Bool) {
        guard at + 1 < raw.count, isTightStop(at + 1) else { return (nil, false) }
        let token = raw[at]
        let dotted = dottedEnd(at)
        if dotted > at + 1 {
            // U.S., e.g. and three letters or more are one word; L.D. Trotsky has two initials.
            let isListed = lexicon.list("dotted").contains(letters(at, dotted))
            if isListed || dotted >= at + 5 || !nextIsName(dotted) { return (dotted, endsAfterAbbreviation(dotted)) }
            return (at + 1, false)
        }
        guard at + 2 < raw.count else { return (nil, false) }
        if token.isSingleLetter, token.isCapital {
            let next = raw[at + 2]
            if next.follows == .paragraph { return (nil, false) }
            if next.kind == .mark {
                return next.sign == UInt8(ascii: ",") || next.sign == UInt8(ascii: ")") || next.sign == RawTokeniser.dash
                    ? (at + 1, false) : (nil, false)
            }
            if next.kind == .number { return (nil, false) }
            if !next.isCapital { return hasCase(next) ? (at + 1, false) : (nil, false) }
            if next.isSingleLetter, at + 3 < raw.count, isTightStop(at + 3) { return (at + 1, false) }
            return isOpener(next) ? (nil, false) : (at + 1, false)
        }
        guard token.end - token.start <= 8, token.lexeme >= 0 || !token.isPlain else { return (nil, false) }
        let word = token.lexeme >= 0 ? lexicon.book.word(Int(token.lexeme)) : ""
        if numbered.contains(word) {
            let next = raw[at + 2]
            if next.kind == .number || next.kind == .word && isRoman(next) { return (at + 1, false) }
            if !abbreviations.contains(word) { return (nil, false) }
        }
        guard abbreviations.contains(word) else { return (nil, false) }
        if closing.contains(word) { return (at + 1, endsAfterAbbreviation(at + 1)) }
        return raw[at + 2].follows == .paragraph ? (nil, false) : (at + 1, false)
    }

    private func isTightStop(_ index: Int) -> Bool {
        raw[index].kind == .mark && raw[index].sign == RawTokeniser.stop && raw[index].follows == .tight
            && raw[index].end - raw[index].start == 1
    }

    /// The last stop of a run of single letters with stops and without spaces: U.S., i.e.
    private func dottedEnd(_ at: Int) -> Int {
        guard raw[at].isSingleLetter else { return at }
        var last = at + 1
        while last + 2 < raw.count, raw[last + 1].kind == .word, raw[last + 1].isSingleLetter, raw[last + 1].follows == .tight,
            isTightStop(last + 2)
        { last += 2 }
        return last
    }

    private func letters(_ first: Int, _ last: Int) -> String {
        var bytes: [UInt8] = []
        for index in stride(from: first, through: last, by: 2) { bytes.append(text[Int(raw[index].start)] | 0x20) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func nextIsName(_ last: Int) -> Bool {
        guard last + 1 < raw.count, raw[last + 1].kind == .word, raw[last + 1].isCapital else { return false }
        return !isOpener(raw[last + 1])
    }

    /// After an abbreviation that may stand last, only a word that is no name opens a new sentence.
    private func endsAfterAbbreviation(_ last: Int) -> Bool {
        guard last + 1 < raw.count else { return true }
        let next = raw[last + 1]
        return next.follows != .tight && next.kind == .word && next.isCapital && isOpener(next)
    }

    private func isRoman(_ token: RawToken) -> Bool {
        text[Int(token.start)..<Int(token.end)].allSatisfy { "IVXLCDMivxlcdm".utf8.contains($0) }
    }

    /// The end of a bracket that opens here and is short; 0 if it does not close soon.
    private func bracket(from start: Int) -> Int {
        var depth = 0
        for at in start..<min(start + Self.longestBracket, text.count) {
            if text[at] == UInt8(ascii: "(") { depth += 1 }
            if text[at] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return at + 1 }
            }
        }
        return 0
    }

    /// Note numbers in square brackets right after the end belong to the sentence before.
    private func notes(from first: Int, _ builder: inout TokenBuilder, into tokens: inout [SentenceToken]) -> Int {
        var at = first
        while at + 2 < raw.count, raw[at].kind == .mark, raw[at].sign == UInt8(ascii: "["), raw[at].follows == .tight,
            raw[at + 1].kind == .number,
            raw[at + 2].kind == .mark, raw[at + 2].sign == UInt8(ascii: "]")
        {
            tokens.append(builder.mark(raw[at]))
            tokens.append(builder.number(raw[at + 1]))
            tokens.append(builder.mark(raw[at + 2]))
            at += 3
        }
        return at
    }
}
