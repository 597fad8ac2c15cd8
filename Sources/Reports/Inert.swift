/// Record text, names and file names made harmless for a terminal and a log: what could act or hide is shown as `[U+202E]`.
///
/// Shown: control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls, characters that are not seen (zero width space,
/// word joiner, soft hyphen, tags, filler), and the joiners U+200C and U+200D after a letter of a script that has no use for them. White space of
/// the kinds that texts are wrapped with becomes one space.
func inert(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(text.utf8.count + 16)
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D:
            if previous != " " { result.append(" ") }
            previous = " "
            continue
        case 0x200C, 0x200D:
            // Cyrillic ends at U+052F; beyond it stand the scripts (and emoji) that join.
            if previous.value < 0x530 { result.append(contentsOf: shown(scalar)) } else { result.append(scalar) }
        default:
            if isUnseen(scalar) { result.append(contentsOf: shown(scalar)) } else { result.append(scalar) }
        }
        previous = scalar
    }
    return String(result)
}

/// A line of a report without what CI services read as a command in their logs: `::error` at its beginning (GitHub), `##[error]` and `##vso[` anywhere
/// (Azure, GitHub's older form). For finished lines, since wrapping decides what begins one.
func disarmed(_ line: String) -> String {
    var line = line
    let start = line.utf8.firstIndex { $0 != 0x20 } ?? line.endIndex
    if line[start...].utf8.starts(with: "::".utf8) { line.replaceSubrange(start..<line.utf8.index(start, offsetBy: 2), with: ":[U+003A]") }
    return line.utf8.contains(UInt8(ascii: "#")) ? line.replacing("##", with: "#[U+0023]") : line
}

private func shown(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return ("[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]").unicodeScalars
}

private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B, 0x200E, 0x200F,
        0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0E, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
        true
    default: false
    }
}
