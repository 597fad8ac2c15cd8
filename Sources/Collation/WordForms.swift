import PlainText

/// The different forms that words take in all witnesses, as numbers; what is compared by likeness as scalars.
struct WordForms {
    /// What a form is, told without a dictionary.
    enum Sort: UInt8 {
        case mark
        /// Short or frequent: an article, a preposition.
        case small
        case content
        /// Begins with a capital where no sentence begins.
        case name
    }

    private(set) var sorts: [Sort] = []
    /// What the agreement of two words of this form is worth, 0...1: a rare word says more about the place than "the".
    private(set) var weights: [Float] = []
    /// Folded scalars of all forms, one after the other; form `f` has `scalars[starts[f]..<starts[f + 1]]`.
    private(set) var scalars: [UInt32] = []
    private(set) var starts: [Int32] = [0]
    /// What was compared, for an order that does not depend on that of the witnesses.
    private(set) var keys: [String] = []

    var count: Int { keys.count }

    /// A word of up to this many letters is small: three where vowels are written ("the", "les", "και"), two where they are not ("من"); an ideograph
    /// is a word of its own.
    static func longestSmall(_ first: UInt32) -> Int {
        switch first {
        case 0x590...0x8FF: 2
        case _ where isIdeograph(first): 0
        default: 3
        }
    }

    /// Numbers the words of `witnesses`; returns their forms, by witness.
    static func number(_ witnesses: [Witness]) -> (forms: WordForms, lines: [[Int32]]) {
        var forms = WordForms()
        var known: [String: Int32] = [:]
        var capitals: [(inside: Int32, all: Int32)] = []
        var occurrences: [Int32] = []
        var lines: [[Int32]] = []
        for witness in witnesses {
            var line: [Int32] = []
            line.reserveCapacity(witness.tokens.count)
            var opens = true
            for token in witness.tokens {
                let key = token.compared
                let form: Int32
                if let old = known[key] {
                    form = old
                } else {
                    form = Int32(truncatingIfNeeded: forms.count)
                    known[key] = form
                    forms.add(key)
                    capitals.append((0, 0))
                    occurrences.append(0)
                }
                line.append(form)
                occurrences[Int(form)] += 1
                let isMark = forms.sorts[Int(form)] == .mark
                if !isMark {
                    capitals[Int(form)].all += 1
                    if !opens, token.text.unicodeScalars.first?.properties.isUppercase ?? false { capitals[Int(form)].inside += 1 }
                    opens = false
                } else if token.text.unicodeScalars.contains(where: { ".!?;\u{37E}\u{B7}".unicodeScalars.contains($0) }) {
                    opens = true
                }
            }
            lines.append(line)
        }
        forms.weigh(occurrences, capitals, witnesses: max(1, witnesses.count))
        return (forms, lines)
    }

    private mutating func add(_ key: String) {
        keys.append(key)
        // What the user normalised may hold capitals and accents that are meant; likeness looks past them.
        let folded = Folding.folded(key).unicodeScalars.filter(isOfWord).map(\.value)
        let isMark = folded.isEmpty && !key.unicodeScalars.contains(where: isSignForWord)
        sorts.append(isMark ? .mark : .content)
        scalars += folded.isEmpty ? key.unicodeScalars.map(\.value) : folded
        starts.append(Int32(truncatingIfNeeded: scalars.count))
    }

    private mutating func weigh(_ occurrences: [Int32], _ capitals: [(inside: Int32, all: Int32)], witnesses: Int) {
        for form in sorts.indices {
            let length = Int(starts[form + 1] - starts[form])
            let each = max(1, Float(occurrences[form]) / Float(witnesses))
            guard sorts[form] != .mark else {
                weights.append(0.1)
                continue
            }
            if capitals[form].inside * 2 > capitals[form].all {
                sorts[form] = .name
            } else if length <= Self.longestSmall(scalars[Int(starts[form])]) {
                sorts[form] = .small
            }
            let rarity = 1 / (1 + logarithm(each) * 0.35)
            weights.append(rarity * (sorts[form] == .small ? 0.6 : 1))
        }
    }

    func scalars(of form: Int32) -> Range<Int> { Int(starts[Int(form)])..<Int(starts[Int(form) + 1]) }
}

/// log2, rounded down to quarters: exact on every machine.
private func logarithm(_ value: Float) -> Float {
    var result: Float = 0
    var left = value
    while left >= 2 {
        left /= 2
        result += 1
    }
    return result + (left >= 1.68 ? 0.75 : left >= 1.41 ? 0.5 : left >= 1.19 ? 0.25 : 0)
}

extension WitnessToken {
    /// What is compared: two tokens with the same are the same word. The user's `n` is taken as it is; else case, diacritics and marks within the word
    /// are folded.
    public var compared: String { normal ?? comparedForm(of: text) }

    /// A mark of punctuation, and no word.
    public var isMark: Bool { !text.unicodeScalars.contains { isOfWord($0) || isSignForWord($0) } }
}

private func comparedForm(of text: String) -> String {
    let folded = Folding.folded(text)
    if folded.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }) { return folded }
    let letters = String(String.UnicodeScalarView(folded.unicodeScalars.filter(isOfWord)))
    if !letters.isEmpty { return letters }
    // A mark; the white space that a user's token may carry is none of it.
    return String(String.UnicodeScalarView(folded.unicodeScalars.filter { !$0.properties.isWhitespace }))
}

/// Letters, digits and the marks on them.
func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
        .letterNumber, .otherNumber, .privateUse:
        return true
    default: return false
    }
}

/// A sign that is read as a word: "&" and "⁊" for "et", "%", "+", "£", a cross; no punctuation.
func isSignForWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x25, 0x26, 0x40, 0x2030, 0x204A, 0xFF05, 0xFF06, 0xFF20: return true
    // Bars and signs of proofs are set between words.
    case 0x7C, 0x7E: return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .mathSymbol, .currencySymbol, .otherSymbol: return true
    default: return false
    }
}

/// A sign that is a word by itself, in scripts that do not part words.
func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x2E80...0x2FDF, 0x3005...0x3007, 0x3031...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
}
