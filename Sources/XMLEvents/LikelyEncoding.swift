import CXMLShim
import Glibc

/// Which older encodings a text without declaration is likely to be in. A guess for a message, never used for reading.
enum LikelyEncoding {
    /// Those that Cyrillic records of the last century come in.
    private static let cyrillic = ["windows-1251", "koi8-r", "ibm866", "iso-8859-5"]
    /// Bytes that are looked at: enough for the frequencies of letters.
    private static let sample = 1 << 16
    /// The commonest Russian letters make up two thirds of any Russian text; in a wrong reading they are scattered over both cases and signs.
    private static let common = Set("оеаинтсрвлкмдпуОЕАИНТСРВЛКМДПУ".unicodeScalars)
    private static let likely = 0.6, possible = 0.5

    /// Names for iconv, the likeliest first; empty where the bytes say nothing.
    static func names(_ bytes: [UInt8]) -> [String] {
        var high = 0, runs = 0
        var before: UInt8 = 0
        for byte in bytes.prefix(sample) {
            if byte >= 0x80 {
                high += 1
                if before < 0x80 { runs += 1 }
            }
            before = byte
        }
        guard high > 0 else { return [] }
        // Accents stand alone between ASCII letters; the words of another script are runs.
        guard high > 2 * runs else { return ["windows-1252", "iso-8859-1"] }
        let text = bytes.prefix(sample).filter { $0 >= 0x80 || $0 == 0x20 }
        let scored = cyrillic.enumerated().map { (name: $0.element, score: score(Array(text), $0.element), order: $0.offset) }
            .sorted { ($1.score, $0.order) < ($0.score, $1.order) }
        guard let best = scored.first, best.score >= likely else { return [] }
        return scored.filter { $0.score >= max(possible, best.score * 0.9) }.map(\.name)
    }

    /// The share of common letters, small ones inside words counting full and capitals behind a small letter not at all.
    private static func score(_ bytes: [UInt8], _ name: String) -> Double {
        var out: UnsafeMutablePointer<UInt8>?
        var count = 0, bad = 0
        let result = bytes.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { cxml_decode(name, $0, buffer.count, &out, &count, &bad) } }
        defer { free(out) }
        guard result == cxml_decoded else { return 0 }
        var letters = 0, good = 0
        var wasSmall = false
        for scalar in String(decoding: UnsafeBufferPointer(start: out, count: count), as: UTF8.self).unicodeScalars where scalar.value >= 0x80 || scalar == " " {
            if scalar == " " {
                wasSmall = false
                continue
            }
            letters += 1
            let isSmall = (0x430...0x44F).contains(scalar.value)
            let isCapital = (0x410...0x42F).contains(scalar.value)
            if common.contains(scalar), !(isCapital && wasSmall) { good += 1 }
            wasSmall = isSmall
        }
        return letters == 0 ? 0 : Double(good) / Double(letters)
    }
}
