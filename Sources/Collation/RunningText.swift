/// The words and marks of a running text, each with the white space after it: put together they give the text back, letter for letter (white space
/// at its very beginning apart).
///
/// A word is a run of letters, digits and the marks on them; a hyphen between letters joins them ("to-day"), an apostrophe does so after three
/// letters ("Zinov'ev") and ends the word before that ("l'" + "armée"). An ideograph is a word. A mark of punctuation is a token, "..." is one too.
public func words(of text: String) -> [WitnessToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [WitnessToken] = []
    var at = 0
    while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
    while at < scalars.count {
        let start = at
        if isOfWord(scalars[at]) {
            at = endOfWord(scalars, at)
        } else {
            at += 1
            while at < scalars.count, scalars[at] == scalars[start] { at += 1 }
        }
        // What joins to the sign before it belongs to it.
        while at < scalars.count, isMark(scalars[at]) { at += 1 }
        let end = at
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
        tokens.append(WitnessToken(text: string(scalars[start..<end]), space: string(scalars[end..<at])))
    }
    return tokens
}

private func endOfWord(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    if isIdeograph(scalars[start].value) { return start + 1 }
    var at = start
    var letters = 0
    while at < scalars.count {
        let scalar = scalars[at]
        if isOfWord(scalar) {
            if isIdeograph(scalar.value) { break }
            at += 1
            if !isMark(scalar) { letters += 1 }
            continue
        }
        // Between two letters only.
        guard at + 1 < scalars.count, isOfWord(scalars[at + 1]), !isIdeograph(scalars[at + 1].value) else { break }
        switch scalar.value {
        case 0x2D, 0xAD, 0x2010, 0x2011: at += 1
        case 0x27, 0x2019, 0x1FBD:
            at += 1
            if letters < 3 { return at }
        default: return at
        }
    }
    return at
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    case .format: return !scalar.properties.isWhitespace
    default: return false
    }
}

private func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
