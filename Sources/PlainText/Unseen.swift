/// A character that shows nothing, or that turns the order in which the characters round it are shown.
///
/// What they are follows from Unicode's property Default_Ignorable_Code_Point and its Bidi_Control; the blanks are letters and symbols that fonts
/// draw as nothing. Whether one is *odd* follows from what stands beside it: scripts that need joiners have them in ordinary spelling.
public struct Unseen: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Shows nothing where it stands, and has no business there.
        case invisible
        /// Looks like white space and is none.
        case blank
        /// Overrides the direction of letters: U+202D, U+202E.
        case bidiOverride
        /// Embeds, isolates, or ends either: U+202A, U+202B, U+202C, U+2066 to U+2069.
        case bidiControl
        /// Ordinary in its place: a joiner in Persian, Indic or an emoji, a soft hyphen, a mark of direction beside Hebrew.
        case ordinary
    }
    public let scalar: UInt32
    /// Bytes in the text.
    public let range: TextRange
    public let kind: Kind

    public init(scalar: UInt32, range: TextRange, kind: Kind) {
        self.scalar = scalar
        self.range = range
        self.kind = kind
    }

    /// As reports show it: "U+200B".
    public var name: String { Self.name(of: scalar) }

    public static func name(of scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// All such characters of `text[range]`, in order. ASCII is passed over eight bytes at a step.
    public static func all(in text: [UInt8], _ range: Range<Int>) -> [Unseen] {
        text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return [] }
            var found: [Unseen] = []
            var at = range.lowerBound
            while at < range.upperBound {
                let byte = start[at]
                if byte < 0xC2 {
                    if at &+ 8 <= range.upperBound, UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
                        at &+= 8
                    } else {
                        at &+= 1
                    }
                    continue
                }
                guard mayBegin[Int(byte)] else {
                    at &+= byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    continue
                }
                let (scalar, width) = Tokeniser.scalar(start, at, range.upperBound)
                if isUnseen(scalar) {
                    let here = TextRange(at, at + width)
                    found.append(Unseen(scalar: scalar, range: here, kind: Neighbourhood(start, range, at, at + width).kind(of: scalar)))
                }
                at &+= width
            }
            return found
        }
    }

    /// First bytes of the characters that `isUnseen` knows.
    private static let mayBegin: [Bool] = (0..<256).map { [0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF, 0xF0, 0xF3].contains($0) }

    /// Whether the character shows nothing or steers the direction of others. White space is not meant: it is seen.
    public static func isUnseen(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2800, 0x3164,
            0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    /// Whether two characters in a row are told as one: hidden text in tag letters, variation selectors that carry bytes.
    public func joins(_ next: Unseen) -> Bool { range.end == next.range.start && kind == next.kind }
}

/// What stands beside a character, over other unseen ones.
private struct Neighbourhood {
    let before: UInt32?
    let after: UInt32?
    /// The character right before, unseen or not.
    let previous: UInt32?
    /// Letters in a row on both sides, up to four.
    let letters: Int

    init(_ text: UnsafePointer<UInt8>, _ range: Range<Int>, _ from: Int, _ to: Int) {
        var letters = 0
        var before: UInt32?, after: UInt32?, previous: UInt32?
        var at = from, steps = 0
        // A page of unseen characters must not be walked over for each of them.
        while at > range.lowerBound, steps < 16 {
            var start = at - 1
            while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
            let scalar = text[start] < 0x80 ? UInt32(text[start]) : Tokeniser.scalar(text, start, range.upperBound).0
            if previous == nil { previous = scalar }
            at = start
            steps += 1
            if Unseen.isUnseen(scalar) { continue }
            if before == nil { before = scalar }
            guard Self.isPlain(scalar), letters < 4 else { break }
            letters += 1
        }
        at = to
        steps = 0
        while at < range.upperBound, steps < 16 {
            let (scalar, width) = text[at] < 0x80 ? (UInt32(text[at]), 1) : Tokeniser.scalar(text, at, range.upperBound)
            at += width
            steps += 1
            if Unseen.isUnseen(scalar) { continue }
            if after == nil { after = scalar }
            guard Self.isPlain(scalar), letters < 8 else { break }
            letters += 1
        }
        self.before = before
        self.after = after
        self.previous = previous
        self.letters = letters
    }

    func kind(of scalar: UInt32) -> Unseen.Kind {
        switch scalar {
        case 0x202D, 0x202E: return .bidiOverride
        case 0x202A...0x202C, 0x2066...0x2069: return .bidiControl
        // A soft hyphen is where a line may break.
        case 0xAD: return .ordinary
        case 0x34F: return isInWord(Self.isPlain) && !isBeside(Self.isMark) ? .invisible : .ordinary
        // Ligatures of f are held apart so in German: "Auf" + U+200C + "lage".
        case 0x200C where before == 0x66 && after.map { [0x66, 0x69, 0x6A, 0x6C, 0x6B, 0x62, 0x68, 0x74].contains($0) } == true: return .ordinary
        case 0x200C, 0x200D: return isInWord(Self.isPlain) || isInWord(Self.isHebrew) ? .invisible : .ordinary
        case 0x200B, 0x2060, 0xFEFF: return isInWord { Self.isPlain($0) || (0x590...0x8FF).contains($0) } ? .invisible : .ordinary
        case 0x200E, 0x200F, 0x61C: return isInWord(Self.isPlain) ? .invisible : .ordinary
        case 0x2061...0x2064: return isInWord(Self.isPlain) && letters >= 4 ? .invisible : .ordinary
        case 0x115F, 0x1160: return !isBeside(Self.isKorean) && isBeside(Self.isPlain) ? .invisible : .ordinary
        case 0x3164, 0xFFA0: return !isBeside(Self.isKorean) && isBeside(Self.isPlain) ? .blank : .ordinary
        case 0x2800: return !isBeside { (0x2801...0x28FF).contains($0) } && isBeside(Self.isPlain) ? .blank : .ordinary
        case 0x17B4, 0x17B5: return isBeside { (0x1780...0x17FF).contains($0) } ? .ordinary : .invisible
        case 0x180B...0x180F: return isBeside { (0x1800...0x18AF).contains($0) } ? .ordinary : .invisible
        case 0x1D173...0x1D17A: return isBeside { (0x1D100...0x1D1FF).contains($0) } ? .ordinary : .invisible
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF:
            // One selects the form of the sign before it; several in a row carry something else.
            if let previous, Self.isSelector(previous) { return .invisible }
            return before.map { Self.isPlain($0) && !(0x30...0x39).contains($0) } == true ? .invisible : .ordinary
        case 0xE0020...0xE007F: return isFlag ? .ordinary : .invisible
        default: return .invisible
        }
    }

    /// Tag letters after a black flag spell the flag of a region.
    private var isFlag: Bool { before == 0x1F3F4 }

    private func isInWord(_ isLetter: (UInt32) -> Bool) -> Bool { before.map(isLetter) == true && after.map(isLetter) == true }
    private func isBeside(_ isOne: (UInt32) -> Bool) -> Bool { before.map(isOne) == true || after.map(isOne) == true }

    private static func isSelector(_ scalar: UInt32) -> Bool { (0xFE00...0xFE0F).contains(scalar) || (0xE0100...0xE01EF).contains(scalar) }
    private static func isMark(_ scalar: UInt32) -> Bool { (0x300...0x36F).contains(scalar) || (0x591...0x5C7).contains(scalar) }
    private static func isHebrew(_ scalar: UInt32) -> Bool { (0x5D0...0x5F2).contains(scalar) }
    private static func isKorean(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA1...0xFFDC: true
        default: false
        }
    }
    /// A letter or digit of a script that has no use for joiners: Latin, Greek, Cyrillic, Armenian, Georgian, Cherokee.
    private static func isPlain(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0xAA..<0x590, 0x10A0..<0x1100, 0x13A0..<0x1400, 0x1C80..<0x1CC0, 0x1D00..<0x1DC0, 0x1E00..<0x2000, 0x2C00..<0x2E00, 0xA640..<0xA800,
            0xAB30..<0xABC0, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0x1D400..<0x1D800:
            Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
        default: false
        }
    }
}
