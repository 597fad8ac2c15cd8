/// Splits normalised text into folded, interned words.
///
/// A word is a run of letters, digits and combining marks. An apostrophe between letters joins them (`Zinov'ev`, `don't`) except before a final
/// s (`Trotsky's` is `trotsky` + `s`) and after a short elided word (`l'armée` is `l` + `armée`); a hyphen separates. An ideograph is a word.
/// The text must be valid UTF-8 (the XML parser has seen to that); no byte outside `text` is read.
public struct Tokeniser: ~Copyable {
    public var interner: Interner
    /// Folded bytes of the word under way, with eight bytes of room for the interner's zeros.
    private let folded: UnsafeMutablePointer<UInt8>
    /// Tokens on their way to the caller's array, which takes them many at a time.
    private let made: UnsafeMutablePointer<Token>
    private var count = 0
    private static let room = 512

    /// A word longer than this many folded bytes is cut (pathological input only).
    public static let longestWord = 1000

    public init(interner: consuming Interner = Interner()) {
        self.interner = interner
        folded = .allocate(capacity: Self.longestWord + 32)
        made = .allocate(capacity: Self.room)
    }

    deinit {
        folded.deallocate()
        made.deallocate()
    }

    /// Appends the words of `text[range]` to `tokens`, offsets counted from the start of `text`.
    public mutating func split(_ text: [UInt8], _ range: Range<Int>, into tokens: inout [Token]) {
        text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            split(base, readable: buffer.count, from: range.lowerBound, to: range.upperBound, into: &tokens)
        }
    }

    private mutating func split(_ text: UnsafePointer<UInt8>, readable: Int, from first: Int, to end: Int, into tokens: inout [Token]) {
        let ascii = Folding.ascii
        var at = first
        var opensSentence = true
        while at < end {
            if count == Self.room { hand(to: &tokens) }
            let width = plainWord(text, at, end, readable, opensSentence)
            if width > 0 {
                at &+= width
                opensSentence = false
                // Most words are followed by a space, and it by a word.
                if at < end, text[at] == 0x20 { at &+= 1 }
                continue
            }
            // Step over what is no word, watching for the end of a sentence.
            let byte = text[at]
            if byte < 0x80 {
                if ascii[Int(byte)] == 0 {
                    switch byte {
                    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0x28: opensSentence = true  // . ! ? : " (
                    case 0x2C, 0x3B, 0x29: opensSentence = false  // , ; )
                    default: break
                    }
                    at &+= 1
                    continue
                }
            } else {
                let (value, width) = Self.scalar(text, at, end)
                if value < 0x10000, Folding.plane[Int(value)] <= 1 {
                    switch value {
                    case 0x201C, 0x201E, 0xAB, 0x2018, 0x2026, 0x2014, 0x0589, 0x061F, 0x06D4, 0x0964, 0x3002: opensSentence = true
                    default: break
                    }
                    at &+= width
                    continue
                }
                if value >= 0x10000, !Self.isWordBeyondPlane(value) {
                    at &+= width
                    continue
                }
            }
            at = word(text, from: at, to: end, opensSentence: opensSentence)
            opensSentence = false
        }
        hand(to: &tokens)
    }

    private mutating func hand(to tokens: inout [Token]) {
        tokens.append(contentsOf: UnsafeBufferPointer(start: made, count: count))
        count = 0
    }

    @inline(__always) private mutating func make(_ word: UInt32, _ start: Int, _ length: Int, _ marks: Token.Marks) {
        made[count] = Token(word: word, start: UInt32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: min(length, Int(UInt16.max))), marks: marks)
        count &+= 1
    }

    /// Reads the word at `at` if it is one of up to fifteen plain letters that nothing but an ASCII sign ends, eight bytes at a step; returns its
    /// width. 0: it is something else, or too near the end of what is readable, and is for `word` to read, which tells the same of plain words.
    @inline(__always) private mutating func plainWord(_ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int, _ readable: Int, _ opensSentence: Bool) -> Int {
        guard at &+ 16 <= readable else { return 0 }
        let raw = UnsafeRawPointer(text + at)
        let first = PlainLetters(raw.loadUnaligned(as: UInt64.self))
        var width = first.count
        guard width > 0 else { return 0 }
        var second: PlainLetters?
        if width == 8 {
            let rest = PlainLetters(raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            guard rest.count < 8 else { return 0 }
            width &+= rest.count
            second = rest
        }
        if at &+ width < end {
            // A letter beyond ASCII, a digit or an apostrophe may go on with the word.
            let next = text[at &+ width]
            guard next < 0x80, next != 0x27, Folding.ascii[Int(next)] == 0 else { return 0 }
        } else if at &+ width > end {
            return 0
        }
        var capitals = first.capitals
        let word: UInt32
        if let second, second.count > 0 {
            capitals &+= second.capitals
            UnsafeMutableRawPointer(folded).storeBytes(of: first.folded, as: UInt64.self)
            UnsafeMutableRawPointer(folded).storeBytes(of: second.folded, toByteOffset: 8, as: UInt64.self)
            UnsafeMutableRawPointer(folded).storeBytes(of: 0, toByteOffset: 16, as: UInt64.self)
            word = interner.id(folded, width)
        } else {
            word = interner.id(short: first.folded, width)
        }
        var marks: Token.Marks = opensSentence ? .opensSentence : []
        if capitals > 0 {
            if first.isCapitalised { marks.insert(.capital) }
            if capitals > 1, capitals == width { marks.insert(.allCapitals) }
        }
        make(word, at, width, marks)
        return width
    }

    /// Reads the word at `start`; returns the offset after it.
    private mutating func word(_ text: UnsafePointer<UInt8>, from start: Int, to end: Int, opensSentence: Bool) -> Int {
        let ascii = Folding.ascii
        var at = start
        var length = 0
        var letters = 0
        var capitals = 0
        var marks: Token.Marks = opensSentence ? .opensSentence : []
        scan: while at < end, length < Self.longestWord {
            let byte = text[at]
            if byte < 0x80 {
                let fold = ascii[Int(byte)]
                if fold != 0 {
                    if fold >= 0x61 {
                        letters &+= 1
                        if fold != byte {
                            if letters == 1 { marks.insert(.capital) }
                            capitals &+= 1
                        }
                    } else if length == 0 {
                        marks.insert(.digit)
                    }
                    folded[length] = fold
                    length &+= 1
                    at &+= 1
                } else if byte == 0x27, at &+ 1 < end, Self.joins(text, at, 1, end, letters) {
                    at &+= 1
                } else {
                    break scan
                }
                continue
            }
            let (value, width) = Self.scalar(text, at, end)
            if value == 0x2019 {
                if Self.joins(text, at, width, end, letters) {
                    at &+= width
                    continue
                }
                break scan
            }
            guard value < 0x10000 else {
                if let plain = LookAlikes.mathematical(value) {
                    folded[length] = plain
                    length &+= 1
                    letters &+= 1
                    at &+= width
                    continue
                }
                if Unseen.isUnseen(value) {
                    at &+= width
                    continue
                }
                guard Self.isWordBeyondPlane(value) else { break scan }
                for offset in 0..<width { folded[length &+ offset] = text[at &+ offset] }
                length &+= width
                letters &+= 1
                at &+= width
                continue
            }
            let fold = Folding.plane[Int(value)]
            switch fold {
            case 0: break scan
            case 1:
                // й and ї may come decomposed; there the mark makes another letter.
                if value == 0x306, length >= 2, folded[length &- 2] == 0xD0, folded[length &- 1] == 0xB8 { folded[length &- 1] = 0xB9 }
                at &+= width
            case 2:
                if length > 0 { break scan }
                for offset in 0..<width { folded[offset] = text[at &+ offset] }
                length = width
                at &+= width
                break scan
            case 3:
                letters &+= 1
                for byte in Folding.longFolds[UInt16(truncatingIfNeeded: value)] ?? [] {
                    folded[length] = byte
                    length &+= 1
                }
                at &+= width
            default:
                letters &+= 1
                if UInt32(fold) != value, Self.isCapital(value) {
                    if letters == 1 { marks.insert(.capital) }
                    capitals &+= 1
                }
                length &+= Self.store(fold, folded + length)
                at &+= width
            }
        }
        // The mute hard sign at the end of words went in 1918.
        if length > 2, folded[length &- 2] == 0xD1, folded[length &- 1] == 0x8A { length &-= 2 }
        if length == 0 { return max(at, start &+ 1) }
        if capitals > 1, capitals == letters { marks.insert(.allCapitals) }
        UnsafeMutableRawPointer(folded + length).storeBytes(of: 0, as: UInt64.self)
        make(interner.id(folded, length), start, at &- start, marks)
        return at
    }

    /// Whether an apostrophe of `width` bytes at `at` holds a word together.
    @inline(__always) private static func joins(_ text: UnsafePointer<UInt8>, _ at: Int, _ width: Int, _ end: Int, _ before: Int) -> Bool {
        let next = at &+ width
        guard before >= 3, next < end else { return false }
        let byte = text[next]
        guard byte >= 0x80 || Folding.ascii[Int(byte)] >= 0x61 else { return false }
        if byte | 0x20 == 0x73 {  // 's: the next letter decides
            guard next &+ 1 < end else { return false }
            let after = text[next &+ 1]
            return after < 0x80 && Folding.ascii[Int(after)] >= 0x61
        }
        if byte == 0xE2 { return false }
        return true
    }

    @inline(__always) static func scalar(_ text: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> (UInt32, Int) {
        let byte = UInt32(text[at])
        if byte < 0xE0 {
            guard at &+ 1 < end else { return (0, 1) }
            return ((byte & 0x1F) << 6 | UInt32(text[at &+ 1] & 0x3F), 2)
        }
        if byte < 0xF0 {
            guard at &+ 2 < end else { return (0, end &- at) }
            return ((byte & 0x0F) << 12 | UInt32(text[at &+ 1] & 0x3F) << 6 | UInt32(text[at &+ 2] & 0x3F), 3)
        }
        guard at &+ 3 < end else { return (0, end &- at) }
        let high = (byte & 0x07) << 18 | UInt32(text[at &+ 1] & 0x3F) << 12
        return (high | UInt32(text[at &+ 2] & 0x3F) << 6 | UInt32(text[at &+ 3] & 0x3F), 4)
    }

    private static func isWordBeyondPlane(_ value: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(value) else { return false }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isCapital(_ value: UInt32) -> Bool { Unicode.Scalar(value)?.properties.isUppercase ?? false }

    @inline(__always) private static func store(_ fold: UInt16, _ out: UnsafeMutablePointer<UInt8>) -> Int {
        if fold < 0x80 {
            out[0] = UInt8(truncatingIfNeeded: fold)
            return 1
        }
        if fold < 0x800 {
            out[0] = 0xC0 | UInt8(truncatingIfNeeded: fold >> 6)
            out[1] = 0x80 | UInt8(truncatingIfNeeded: fold & 0x3F)
            return 2
        }
        out[0] = 0xE0 | UInt8(truncatingIfNeeded: fold >> 12)
        out[1] = 0x80 | UInt8(truncatingIfNeeded: (fold >> 6) & 0x3F)
        out[2] = 0x80 | UInt8(truncatingIfNeeded: fold & 0x3F)
        return 3
    }
}
