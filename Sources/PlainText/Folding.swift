/// Folding of letters for *matching*: case, diacritics, ligatures and old orthography are taken off; what is reported keeps them.
///
/// `Trot͡skiĭ` folds to `trotskii`, `Straße` to `strasse`, `Лѣсъ` to `лес`. Which scalars fold to what is written down in
/// Scripts/make-folding-table.py. The tables are plain memory, made once and never freed, so that the tokeniser can index them without checks.
public enum Folding {
    /// For an ASCII byte: its folded byte, or 0 where it is no part of a word.
    nonisolated(unsafe) static let ascii: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
        for byte in 0..<128 {
            switch UInt8(byte) {
            case 0x30...0x39, 0x61...0x7A: table[byte] = UInt8(byte)
            case 0x41...0x5A: table[byte] = UInt8(byte) | 0x20
            default: table[byte] = 0
            }
        }
        return UnsafePointer(table)
    }()

    /// What the tokeniser does with a scalar of the basic multilingual plane.
    ///
    ///     0             no part of a word
    ///     1             part of a word, dropped when folded (a diacritic, a soft hyphen)
    ///     2             a word by itself (an ideograph, a syllable of a script without word spaces)
    ///     3             folds to more than one scalar: see `longFolds`
    ///     otherwise     the folded scalar
    nonisolated(unsafe) static let plane: UnsafePointer<UInt16> = {
        let table = UnsafeMutablePointer<UInt16>.allocate(capacity: 0x10000)
        table.initialize(repeating: 0, count: 0x10000)
        eachLetterRange { range in for value in range { table[value] = isAlone(UInt32(value)) ? 2 : UInt16(value) } }
        // What fonts draw as a blank is no letter, and signs of writing without word spaces stand alone though Unicode calls some of them symbols.
        for value in [0x3164, 0xFFA0] { table[value] = 0 }
        for range in signsAlone { for value in range { table[Int(value)] = 2 } }
        for (scalar, folded) in pairs {
            table[Int(scalar)] = folded.isEmpty ? 1 : folded.count == 1 ? UInt16(truncatingIfNeeded: folded[0]) : 3
        }
        return UnsafePointer(table)
    }()

    /// The folds of more than one scalar, as UTF-8.
    static let longFolds: [UInt16: [UInt8]] = {
        var folds: [UInt16: [UInt8]] = [:]
        for (scalar, folded) in pairs where folded.count > 1 {
            folds[scalar] = folded.flatMap { Unicode.Scalar($0).map { Array(Character($0).utf8) } ?? [] }
        }
        return folds
    }()

    /// Words by themselves: ideographs, syllables of scripts without word spaces.
    private static let signsAlone: [ClosedRange<UInt32>] = [0x2E80...0x2FDF, 0x3005...0x3007, 0x3031...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF]

    private static func isAlone(_ value: UInt32) -> Bool { signsAlone.contains { $0.contains(value) } }

    /// The ranges of `letterRanges`.
    private static func eachLetterRange(_ take: (ClosedRange<Int>) -> Void) {
        var first = -1, value = 0, hasDigits = false
        let bytes = UnsafeBufferPointer(start: letterRanges.utf8Start, count: letterRanges.utf8CodeUnitCount)
        func end() {
            guard hasDigits else { return }
            take((first < 0 ? value : first)...value)
            (first, value, hasDigits) = (-1, 0, false)
        }
        for byte in bytes {
            if let digit = hexDigit(byte) {
                value = value << 4 | digit
                hasDigits = true
            } else if byte == UInt8(ascii: "-") {
                (first, value) = (value, 0)
            } else {
                end()
            }
        }
        end()
    }

    private static func hexDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x61...0x66: Int(byte) - 0x57
        default: nil
        }
    }

    /// The lines of `foldingTable`: scalars and what they fold to.
    private static let pairs: [(UInt16, [UInt32])] = {
        var pairs: [(UInt16, [UInt32])] = []
        let bytes = UnsafeBufferPointer(start: foldingTable.utf8Start, count: foldingTable.utf8CodeUnitCount)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let colon = line.lastIndex(of: UInt8(ascii: ":")) else { continue }
            let folded = String(decoding: line[..<colon], as: UTF8.self).unicodeScalars.map(\.value)
            var value = 0
            for byte in line[(colon + 1)...] {
                if let digit = hexDigit(byte) {
                    value = value << 4 | digit
                } else {
                    pairs.append((UInt16(truncatingIfNeeded: value), folded))
                    value = 0
                }
            }
            pairs.append((UInt16(truncatingIfNeeded: value), folded))
        }
        return pairs
    }()

    /// The folded form of `text`, character by character; what is no part of a word is kept as it is.
    ///
    /// A convenience for names and lexicon entries, not for whole texts (those go through `Tokeniser`).
    public static func folded(_ text: some StringProtocol) -> String {
        // Most entries of a lexicon are folded already.
        if text.utf8.allSatisfy({ $0 < 0x80 && ($0 < 0x41 || $0 > 0x5A) }) { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.value < 0x80 {
            let byte = UInt8(scalar.value), fold = ascii[Int(byte)]
            bytes.append(fold == 0 ? byte : fold)
        } else if scalar.value < 0x10000 {
            let fold = plane[Int(scalar.value)]
            switch fold {
            case 1:
                // A decomposed й is another letter than и, here as in the tokeniser.
                if scalar.value == 0x306, bytes.count >= 2, bytes[bytes.count - 2] == 0xD0, bytes[bytes.count - 1] == 0xB8 { bytes[bytes.count - 1] = 0xB9 }
            case 3: bytes += longFolds[UInt16(scalar.value)] ?? []
            case 0, 2: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            default: if let encoded = Unicode.Scalar(fold).flatMap(UTF8.encode) { bytes.append(contentsOf: encoded) }
            }
        } else if let plain = LookAlikes.mathematical(scalar.value) {
            bytes.append(plain)
        } else if !Unseen.isUnseen(scalar.value) {
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
