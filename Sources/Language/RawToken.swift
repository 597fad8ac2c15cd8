/// A run of bytes before it is known whether a stop belongs to it.
struct RawToken {
    enum Kind: UInt8 { case word, number, mark }
    var start: Int32
    var end: Int32
    /// Index in the word table, or -1.
    var lexeme: Int32 = -1
    var kind: Kind
    /// The mark in its one form, or the first byte of the word.
    var sign: UInt8 = 0
    var isCapital = false
    var isSingleLetter = false
    /// A short word that has lost its vowel, with its apostrophe.
    var isElision = false
    /// Something other than ASCII letters and digits: folded by the long way.
    var isPlain = true
    var follows: Spacing = .tight

    enum Spacing: UInt8 { case tight, space, paragraph }
}

/// Cuts a text into words, numbers and marks. Works on bytes; only what is not ASCII asks Unicode.
struct RawTokeniser {
    let text: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    private(set) var tokens: [RawToken] = []
    /// The folded letters of the word under way.
    private let scratch: UnsafeMutableBufferPointer<UInt8>

    /// A longer word stands in no list.
    static let longestLookup = 64
    static let quotationMark = UInt8(ascii: "\""), dash = UInt8(ascii: "-"), stop = UInt8(ascii: "."), ellipsis: UInt8 = 1,
        otherMark: UInt8 = 2
    static let possessive: UInt8 = 3, apostrophe = UInt8(ascii: "'")

    /// The words, numbers and marks of a text.
    static func tokens(of text: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) -> [RawToken] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longestLookup) { room in
            var tokeniser = RawTokeniser(text: text, lexicon: lexicon, scratch: room)
            tokeniser.run()
            return tokeniser.tokens
        }
    }

    private init(text: UnsafeBufferPointer<UInt8>, lexicon: Lexicon, scratch: UnsafeMutableBufferPointer<UInt8>) {
        self.text = text
        self.lexicon = lexicon
        self.scratch = scratch
    }

    private mutating func run() {
        tokens.reserveCapacity(text.count / 5 + 8)
        var at = 0
        var spacing = RawToken.Spacing.paragraph
        var lineBreaks = 0
        while at < text.count {
            let byte = text[at]
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                if byte == 0x0A {
                    lineBreaks += 1
                    if lineBreaks > 1 { spacing = .paragraph }
                }
                if spacing == .tight { spacing = .space }
                at &+= 1
                continue
            }
            lineBreaks = 0
            let before = tokens.count
            if Self.isLetter(byte) {
                at = word(at)
            } else if Self.isDigit(byte) {
                at = number(at)
            } else if byte < 0x80 {
                at = mark(at)
            } else {
                let (scalar, width) = Self.scalar(text, at)
                switch Self.nature(scalar) {
                case .letter: at = word(at)
                case .space:
                    at &+= width
                    if spacing == .tight { spacing = .space }
                    continue
                case .nothing:
                    at &+= width
                    continue
                case .mark: at = mark(at, scalar, width)
                }
            }
            if tokens.count > before {
                tokens[before].follows = spacing
                spacing = .tight
            }
        }
    }

    // MARK: words

    private mutating func word(_ start: Int) -> Int {
        var at = start
        var length = 0
        var letters = 0
        var token = RawToken(start: Int32(start), end: 0, kind: .word)
        while at < text.count {
            let byte = text[at]
            if Self.isLetter(byte) || Self.isDigit(byte) {
                if letters == 0 { token.isCapital = byte < 0x5B && byte > 0x40 }
                if length < Self.longestLookup { scratch[length] = Self.isLetter(byte) ? byte | 0x20 : byte }
                length &+= 1
                letters &+= 1
                at &+= 1
            } else if byte == Self.dash, at &+ 1 < text.count, joins(at &+ 1) {
                if length < Self.longestLookup { scratch[length] = byte }
                length &+= 1
                letters &+= 1
                at &+= 1
            } else if byte == Self.apostrophe {
                if isElision(length, at &+ 1) {
                    at &+= 1
                    token.isElision = true
                    break
                }
                guard apostropheJoins(at, 1) else { break }
                token.isPlain = false
                letters &+= 1
                at &+= 1
            } else if byte < 0x80 {
                break
            } else {
                let (scalar, width) = Self.scalar(text, at)
                if scalar == 0x2019 || scalar == 0x02BC {
                    if isElision(length, at &+ width) {
                        at &+= width
                        token.isElision = true
                        break
                    }
                    guard apostropheJoins(at, width) else { break }
                } else if scalar == 0x2010 || scalar == 0x2011 {
                    guard at &+ width < text.count, joins(at &+ width) else { break }
                } else if Self.nature(scalar) != .letter && scalar != 0xAD {
                    break
                }
                if letters == 0 { token.isCapital = Unicode.Scalar(scalar)?.properties.isUppercase ?? false }
                token.isPlain = false
                letters &+= 1
                at &+= width
            }
        }
        if at == start { at &+= 1 }  // cannot happen; never stand still
        token.end = Int32(at)
        token.sign = text[start]
        token.isSingleLetter = letters == 1 && !token.isElision
        if token.isPlain, length <= Self.longestLookup {
            token.lexeme = Int32(lexicon.book.index(UnsafeBufferPointer(rebasing: scratch[0..<length])))
        }
        if !token.isPlain, lexicon.looksUpWideWords {
            let folded = TokenBuilder.folded(String(decoding: text[start..<at], as: UTF8.self))
            token.lexeme = Int32(lexicon.book.index(folded))
        }
        tokens.append(token)
        return at
    }

    /// l'armée: the short word before the apostrophe stands by itself.
    private func isElision(_ length: Int, _ next: Int) -> Bool {
        guard lexicon.hasElisions, length > 0, length < 9, next < text.count, joins(next) else { return false }
        return lexicon.isElision(UnsafeBufferPointer(rebasing: scratch[0..<length]))
    }

    private func joins(_ at: Int) -> Bool {
        let byte = text[at]
        if Self.isLetter(byte) || Self.isDigit(byte) { return true }
        return byte >= 0x80 && Self.nature(Self.scalar(text, at).0) == .letter
    }

    /// An apostrophe between letters holds the word together, except before a final s.
    private func apostropheJoins(_ at: Int, _ width: Int) -> Bool {
        let next = at &+ width
        guard next < text.count, joins(next), !Self.isDigit(text[next]) else { return false }
        if text[next] | 0x20 == 0x73 { return next &+ 1 < text.count && joins(next &+ 1) }
        return true
    }

    // MARK: numbers

    private mutating func number(_ start: Int) -> Int {
        var at = start
        while at < text.count {
            let byte = text[at]
            if Self.isDigit(byte) {
                at &+= 1
            } else if byte == UInt8(ascii: ","), isGroup(at &+ 1) {
                at &+= 4
            } else if byte == Self.stop, at &+ 1 < text.count, Self.isDigit(text[at &+ 1]) {
                at &+= 1
            } else {
                break
            }
        }
        // 5th, 1930s
        var end = at
        while end < text.count, end - at < 3, Self.isLetter(text[end]) { end &+= 1 }
        if end > at, end == text.count || !joins(end) {
            switch (end - at, text[at] | 0x20, end - at == 2 ? text[at + 1] | 0x20 : 0) {
            case (1, UInt8(ascii: "s"), _), (2, UInt8(ascii: "s"), UInt8(ascii: "t")), (2, UInt8(ascii: "n"), UInt8(ascii: "d")),
                (2, UInt8(ascii: "r"), UInt8(ascii: "d")), (2, UInt8(ascii: "t"), UInt8(ascii: "h")):
                at = end
            default: break
            }
        }
        tokens.append(RawToken(start: Int32(start), end: Int32(at), kind: .number, sign: text[start]))
        return at
    }

    /// Exactly three digits stand at `at`.
    private func isGroup(_ at: Int) -> Bool {
        guard at &+ 2 < text.count, Self.isDigit(text[at]), Self.isDigit(text[at &+ 1]), Self.isDigit(text[at &+ 2]) else { return false }
        return at &+ 3 >= text.count || !Self.isDigit(text[at &+ 3])
    }

    // MARK: marks

    private mutating func mark(_ start: Int) -> Int {
        let byte = text[start]
        var at = start &+ 1
        var sign = byte
        switch byte {
        case Self.stop:
            while at < text.count, text[at] == Self.stop { at &+= 1 }
            if at &- start > 1 { sign = Self.ellipsis }
        case Self.dash:
            while at < text.count, text[at] == Self.dash { at &+= 1 }
        case Self.apostrophe: (at, sign) = self.apostrophe(start, 1)
        case 0..<0x20, 0x7F: return at
        default: break
        }
        tokens.append(RawToken(start: Int32(start), end: Int32(at), kind: .mark, sign: sign))
        return at
    }

    private mutating func mark(_ start: Int, _ scalar: UInt32, _ width: Int) -> Int {
        var at = start &+ width
        var sign = Self.otherMark
        switch scalar {
        case 0x2012...0x2015, 0x2212, 0x2010, 0x2011: sign = Self.dash
        case 0x201C, 0x201D, 0x201E, 0x201F, 0xAB, 0xBB, 0x2018, 0x201A, 0x2039, 0x203A, 0x300C...0x300F: sign = Self.quotationMark
        case 0x2019: (at, sign) = apostrophe(start, width)
        case 0x2026: sign = Self.ellipsis
        case 0x3002, 0x0964, 0x06D4, 0x0589: sign = Self.stop
        case 0x061F: sign = UInt8(ascii: "?")
        default: break
        }
        tokens.append(RawToken(start: Int32(start), end: Int32(at), kind: .mark, sign: sign))
        return at
    }

    /// A possessive 's is one token; the bare apostrophe of a plural possessive is told from a closing quotation mark by what stands round
    /// it.
    private func apostrophe(_ start: Int, _ width: Int) -> (Int, UInt8) {
        let next = start &+ width
        guard start > 0, let last = tokens.last, last.kind != .mark, Int(last.end) == start else { return (next, Self.quotationMark) }
        if next < text.count, text[next] | 0x20 == 0x73, next &+ 1 >= text.count || !joins(next &+ 1) {
            return (next &+ 1, Self.possessive)
        }
        if text[start &- 1] | 0x20 == 0x73, next &+ 1 < text.count, text[next] == 0x20, Self.isLetter(text[next &+ 1]),
            !hasOpenSingle(before: start)
        {
            return (next, Self.possessive)
        }
        return (next, Self.quotationMark)
    }

    /// Whether a single quotation mark was opened in the last few words and not closed.
    private func hasOpenSingle(before start: Int) -> Bool {
        for token in tokens.suffix(40).reversed() where token.kind == .mark && token.sign == Self.quotationMark {
            let first = text[Int(token.start)]
            if first == Self.apostrophe { return token.follows != .tight }
            if first == 0xE2, token.end - token.start == 3, text[Int(token.start) + 2] == 0x98 || text[Int(token.start) + 2] == 0x99 {
                return text[Int(token.start) + 2] == 0x98
            }
        }
        return false
    }

    // MARK: bytes

    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always) static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (UInt32, Int) {
        let byte = UInt32(text[at])
        let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard byte >= 0xC0, at + width <= text.count else { return (0xFFFD, 1) }
        var value = width == 2 ? byte & 0x1F : width == 3 ? byte & 0x0F : byte & 0x07
        for offset in 1..<width { value = value << 6 | UInt32(text[at + offset] & 0x3F) }
        return (value, width)
    }

    enum Nature { case letter, mark, space, nothing }

    static func nature(_ scalar: UInt32) -> Nature {
        switch scalar {
        case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x300...0x36F, 0x400...0x481: return .letter
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029, 0x85: return .space
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF, 0x80...0x84, 0x86...0x9F: return .nothing
        case 0xA1...0xA9, 0xAB, 0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E: return .mark
        default: break
        }
        guard let properties = Unicode.Scalar(scalar)?.properties else { return .mark }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
            .enclosingMark,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            return .letter
        default: return .mark
        }
    }
}
