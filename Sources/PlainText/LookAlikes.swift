/// Letters of different scripts that print alike: Cyrillic о, Greek ο and Latin o; letter O and figure 0.
///
/// The table is our own: pairs whose usual printed forms cannot be told apart in running text, written down script by script from Unicode's code
/// charts. Accents are taken off by `Folding` first; letters that are merely similar (и and u, г and r) are left out.
public enum LookAlikes {
    /// The Latin letter that each prints like, by script. Upper and lower case apart: В is like B, в like nothing.
    private static let pairs: [(letters: String, latin: String)] = [
        ("асеорхуѕіјԁԛԝһӏкАВЕКМНОРСТХУЅІЈԚԜѴѵҮӀ", "aceopxysijdqwhlkABEKMHOPCTXYSIJQWVvYl"),
        ("αικνορυχωγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aikvopuxwyABEZHIKMNOPTYX"),
        ("օսոհցզՏՕՍ", "ounhgqSOU"),
        ("ᎠᎡᎢᎪᎫᎬᎳᎷᎻᏀᏃᏚᏙᏞᏟᏢᏦᏴ", "DRTAJEWMHGZSVLCPKB"),
        // Latin letters of phonetics and small capitals
        ("ɑɡɪʏᴏᴄᴠᴡᴢꜱı", "agiyocvwzsi"),
    ]

    private static let latin: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        for (letters, likes) in pairs {
            for (letter, like) in zip(letters.unicodeScalars, likes.utf8) { table[letter.value] = like }
        }
        return table
    }()

    /// The classes by which words are gathered before their written forms are looked at: coarser than likeness, over folded letters.
    private static let coarse: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        for (letter, like) in latin {
            guard let scalar = Unicode.Scalar(letter) else { continue }
            let folded = Array(Folding.folded(String(Character(scalar))).unicodeScalars)
            if folded.count == 1, folded[0].value >= 0x80 { table[folded[0].value] = coarse(like) }
        }
        return table
    }()

    private static func coarse(_ ascii: UInt8) -> UInt8 {
        switch ascii | 0x20 {
        case UInt8(ascii: "u"), UInt8(ascii: "v"): UInt8(ascii: "y")
        case UInt8(ascii: "h"): UInt8(ascii: "n")
        case UInt8(ascii: "i"): UInt8(ascii: "l")
        default: ascii == UInt8(ascii: "1") ? UInt8(ascii: "l") : ascii == UInt8(ascii: "0") ? UInt8(ascii: "o") : ascii >= 0x41 ? ascii | 0x20 : ascii
        }
    }

    /// The class of a folded word: words that may look alike share it. Nil where the word cannot be one of them by itself: plain letters only, plain
    /// figures only, or letters that are like no Latin ones.
    public static func shape(of folded: some Sequence<UInt8>) -> (bytes: [UInt8], isOdd: Bool) {
        var bytes: [UInt8] = []
        var letters = false, digits = false, others = false, allLike = true
        for scalar in String(decoding: Array(folded), as: UTF8.self).unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                if (0x30...0x39).contains(value) { digits = true } else { letters = true }
                bytes.append(coarse(UInt8(value)))
            } else if let like = coarse[value] {
                others = true
                bytes.append(like)
            } else {
                others = true
                allLike = false
                bytes += Array(String(Character(scalar)).utf8)
            }
        }
        // Mixed scripts, letters among figures, or a word that could wholly be read as Latin.
        return (bytes, others && (letters || digits || allLike) || letters && digits)
    }

    /// What a written word looks like, in lower case; i, l, 1 are one, o and 0 too.
    public static func skeleton(_ written: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in written.unicodeScalars where !Unseen.isUnseen(scalar.value) {
            if let like = latin[scalar.value] {
                bytes.append(merged(like))
            } else {
                for byte in Folding.folded(String(Character(scalar))).utf8 { bytes.append(merged(byte)) }
            }
        }
        return bytes
    }

    private static func merged(_ byte: UInt8) -> UInt8 {
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        switch lower {
        case UInt8(ascii: "1"), UInt8(ascii: "i"): return UInt8(ascii: "l")
        case UInt8(ascii: "0"): return UInt8(ascii: "o")
        default: return lower
        }
    }

    /// `phonetic`: Latin letters of transcriptions and small capitals, which mix with plain ones in earnest.
    public enum Script: Hashable, Sendable { case latin, phonetic, greek, cyrillic, armenian, cherokee, other }

    public static func script(of scalar: UInt32) -> Script? {
        switch scalar {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF: .latin
        case 0x250...0x2AF, 0x1D00...0x1DBF: .phonetic
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x531...0x58F: .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
        case 0..<0xC0, 0x2B0...0x36F, 0x2000...0x2BFF: nil
        default: Unicode.Scalar(scalar).map { $0.properties.isAlphabetic ? Script.other : nil } ?? nil
        }
    }

    /// How a written word mixes scripts.
    public struct Mixture: Hashable, Sendable {
        /// Letters by script, most first.
        public var scripts: [Script] = []
        public var hasDigits = false
        public var hasLetters = false
        /// The word in the script of most of its letters, where every other letter is like one of it; nil if it is of one script, or mixes freely.
        public var plain: String?
        public var isMixed: Bool { scripts.count > 1 }
    }

    public static func mixture(of written: String) -> Mixture {
        var mixture = Mixture()
        var counts: [(script: Script, letters: [Unicode.Scalar])] = []
        for scalar in written.unicodeScalars {
            if (0x30...0x39).contains(scalar.value) { mixture.hasDigits = true }
            guard let script = script(of: scalar.value) else { continue }
            mixture.hasLetters = true
            if let index = counts.firstIndex(where: { $0.script == script }) { counts[index].letters.append(scalar) } else { counts.append((script, [scalar])) }
        }
        // Stable: of two equals the first stays first.
        counts.sort { $0.letters.count > $1.letters.count }
        mixture.scripts = counts.map(\.script)
        guard counts.count == 2, let main = counts.first, main.script != .phonetic, counts[1].script != .phonetic else { return mixture }
        let strays = counts[1].letters
        if main.script == .latin {
            guard strays.allSatisfy({ latin[$0.value] != nil }), !isAcronym(main.letters, written) else { return mixture }
            mixture.plain = String(String.UnicodeScalarView(written.unicodeScalars.map { scalar in
                latin[scalar.value].map { Unicode.Scalar($0) } ?? scalar
            }))
        } else if counts[1].script == .latin {
            let back = reverse[main.script] ?? [:]
            guard strays.allSatisfy({ $0.value < 0x80 && back[UInt8($0.value)] != nil }), !isAcronym(strays, written) else { return mixture }
            mixture.plain = String(String.UnicodeScalarView(written.unicodeScalars.map { scalar in
                scalar.value < 0x80 ? back[UInt8(scalar.value)] ?? scalar : scalar
            }))
        }
        return mixture
    }

    /// Latin capitals with an ending of another script ("PDFа") are written so in earnest.
    private static func isAcronym(_ letters: [Unicode.Scalar], _ written: String) -> Bool {
        guard letters.count >= 2, letters.allSatisfy({ $0.properties.isUppercase }) else { return false }
        return String(String.UnicodeScalarView(written.unicodeScalars.prefix(letters.count))) == String(String.UnicodeScalarView(letters))
    }

    private static let reverse: [Script: [UInt8: Unicode.Scalar]] = {
        var table: [Script: [UInt8: Unicode.Scalar]] = [:]
        for (letters, likes) in pairs {
            for (letter, like) in zip(letters.unicodeScalars, likes.utf8) {
                guard let script = script(of: letter.value), script != .latin, table[script]?[like] == nil else { continue }
                table[script, default: [:]][like] = letter
            }
        }
        return table
    }()

    /// The plain letter or figure that a letter in a mathematical alphabet stands for (U+1D400 to U+1D6A3: 52 letters each; figures from U+1D7CE).
    @inline(__always) static func mathematical(_ scalar: UInt32) -> UInt8? {
        if scalar >= 0x1D400, scalar <= 0x1D6A3 {
            let place = UInt8((scalar - 0x1D400) % 52)
            return place < 26 ? 0x61 + place : 0x61 + place - 26
        }
        if scalar >= 0x1D7CE, scalar <= 0x1D7FF { return 0x30 + UInt8((scalar - 0x1D7CE) % 10) }
        return nil
    }

    /// A stretch of `text` in full-width or mathematical letters and figures, three and more: the same word to a reader, another to a search.
    public static func disguisedAlphabets(in text: [UInt8], _ range: Range<Int>) -> [TextRange] {
        text.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return [] }
            var found: [TextRange] = []
            var from = -1, count = 0, at = range.lowerBound
            func end() {
                if count >= 3 { found.append(TextRange(from, at)) }
                from = -1
                count = 0
            }
            while at < range.upperBound {
                let byte = start[at]
                if byte < 0xEF {
                    if from >= 0 { end() }
                    at &+= byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : 3
                    continue
                }
                let (scalar, width) = Tokeniser.scalar(start, at, range.upperBound)
                let isOne = mathematical(scalar) != nil || (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF3A).contains(scalar) || (0xFF41...0xFF5A).contains(scalar)
                if isOne {
                    if from < 0 { from = at }
                    count += 1
                } else if from >= 0 {
                    end()
                }
                at &+= width
            }
            if from >= 0 { end() }
            return found
        }
    }
}
