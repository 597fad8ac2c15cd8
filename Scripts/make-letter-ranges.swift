// Writes Sources/PlainText/LetterRanges.swift: swift Scripts/make-letter-ranges.swift > Sources/PlainText/LetterRanges.swift
// Asking Unicode for each scalar of the plane takes 27 million instructions at the start of every run; reading these ranges takes a hundredth.

func isLetter(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse: return true
    default: return false
    }
}

var ranges: [String] = []
var value: UInt32 = 0x80
while value < 0x10000 {
    guard isLetter(value) else { value += 1; continue }
    let first = value
    while value < 0x10000, isLetter(value) { value += 1 }
    ranges.append(String(first, radix: 16) + (value - 1 > first ? "-" + String(value - 1, radix: 16) : ""))
}
print("// Written by Scripts/make-letter-ranges.swift; do not edit. The scalars of the basic multilingual plane from U+0080 on that are letters, marks")
print("// inside words, figures or of private use (hexadecimal).")
print("let letterRanges: StaticString = \"\"\"")
var line = "   "
for range in ranges {
    if line.utf8.count + range.utf8.count > 150 {
        print(line + " \\")
        line = "   "
    }
    line += " " + range
}
print(line)
print("    \"\"\"")
