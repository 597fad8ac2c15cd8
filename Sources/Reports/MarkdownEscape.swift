/// Record text for a place inside a Markdown line or table cell, so that it shows as it is and does nothing.
///
/// First made inert as for a terminal; then HTML is written as character references and the signs of Markdown, tables and mathematics get a backslash.
/// Mentions, issue numbers and bare addresses become links after Markdown is done with the text, where no backslash helps: a zero width space,
/// written as `&#8203;`, keeps them apart (the way of Dependabot and Renovate). The text must not begin a line.
func markdownEscaped(_ text: String) -> String {
    let bytes = Array(inert(text).utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    for (index, byte) in bytes.enumerated() {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        switch byte {
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"):
            result += [UInt8(ascii: "\\"), byte]
        case UInt8(ascii: "@"):
            result.append(byte)
            if isLetterOrDigit(next) { result += gap }
        case UInt8(ascii: "#"):
            result += [UInt8(ascii: "\\"), byte]
            if isLetterOrDigit(next) { result += gap }
        case UInt8(ascii: ":"):
            result.append(byte)
            // An address, or the name of an emoji, which would show a picture in the place of the text.
            if next == UInt8(ascii: "/") || isLetterOrDigit(next) || next == UInt8(ascii: "+") { result += gap }
        case UInt8(ascii: "."):
            if index >= 3, bytes[index - 3..<index].allSatisfy({ $0 | 0x20 == UInt8(ascii: "w") }) { result += gap }
            result.append(byte)
        default: result.append(byte)
        }
    }
    return String(decoding: result, as: UTF8.self)
}

/// A zero width space.
let markdownGap = "&#8203;"
private let gap = Array(markdownGap.utf8)

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
}
