import Findings

/// A word or a mark of punctuation of a sentence, and whether it is what changed.
struct MarkedWord: Hashable {
    var text: String
    /// White space stands before it.
    var isSpaced: Bool
    var isChanged = false
    /// Stands for text left out.
    var isEllipsis = false
    /// First byte in the sentence.
    var start: Int
    var end: Int { start + text.utf8.count }
}

/// Both sentences of a finding with the changed words marked; nil on the side where nothing stands.
///
/// Where both stand, the words that the other one lacks are marked, with the whole of the finding's span where it has one of them; where they
/// have the same words (another identity, say) or one stands alone, the finding's span.
struct MarkedSentences {
    var before: [MarkedWord]?
    var after: [MarkedWord]?

    /// The longest table of the word comparison: two sentences of 600 words. Beyond it all between the common beginning and end is marked.
    private static let largestTable = 360_000
    /// A kept word between two changes is marked with them when it has at most so many letters, all of them small ("of", "the"), and so are marks of
    /// punctuation: marks that stop and start again at every little word are hard to read.
    private static let tinyWord = 3
    /// A span of at most so many words is marked as a whole: a name, a date, an address. In longer ones the change would be lost.
    private static let longestWhole = 8

    init(_ finding: Finding) {
        before = finding.before.map { Self.words(of: $0.text) }
        after = finding.after.map { Self.words(of: $0.text) }
        if var old = before, var new = after {
            let kept = Self.compare(&old, &new)
            // A harmless change of the same words (a passage moved) marks nothing.
            if finding.severity != .neutral, !old.contains(where: \.isChanged), !new.contains(where: \.isChanged) {
                Self.mark(&old, at: finding.before)
                Self.mark(&new, at: finding.after)
            }
            Self.widen(&old, &new, to: finding, kept: kept)
            before = old
            after = new
        } else {
            if var only = before {
                Self.mark(&only, at: finding.before)
                before = only
            }
            if var only = after {
                Self.mark(&only, at: finding.after)
                after = only
            }
        }
    }

    /// Letters, digits and marks make a word, with apostrophes and hyphens inside it; an ideograph and any other sign is one by itself.
    static func words(of text: String) -> [MarkedWord] {
        var words: [MarkedWord] = []
        var current = String.UnicodeScalarView()
        var start = 0, offset = 0
        var isSpaced = false
        func isInside(_ scalar: Unicode.Scalar) -> Bool {
            let properties = scalar.properties
            if properties.isAlphabetic { return !isWide(scalar.value) }
            switch properties.generalCategory {
            case .decimalNumber, .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
            default: return false
            }
        }
        func finish() {
            guard !current.isEmpty else { return }
            words.append(MarkedWord(text: String(current), isSpaced: isSpaced, start: start))
            current = String.UnicodeScalarView()
            isSpaced = false
        }
        var pending: Unicode.Scalar?
        func settle(before next: Unicode.Scalar?) {
            guard let joint = pending else { return }
            pending = nil
            if let next, isInside(next) {
                current.append(joint)
            } else {
                finish()
                words.append(MarkedWord(text: String(Character(joint)), isSpaced: false, start: offset - joint.utf8.count))
            }
        }
        for scalar in text.unicodeScalars {
            settle(before: scalar)
            if scalar.properties.isWhitespace {
                finish()
                isSpaced = true
            } else if isInside(scalar) {
                if current.isEmpty { start = offset }
                current.append(scalar)
            } else if !current.isEmpty, scalar == "'" || scalar == "\u{2019}" || scalar == "-" {
                pending = scalar
            } else {
                finish()
                words.append(MarkedWord(text: String(Character(scalar)), isSpaced: isSpaced, start: offset))
                isSpaced = false
            }
            offset += scalar.utf8.count
        }
        settle(before: nil)
        finish()
        return words
    }

    private static func mark(_ words: inout [MarkedWord], at place: Place?) {
        for index in indices(of: place, in: words) { words[index].isChanged = true }
    }

    /// Marks the whole span where a part of it is marked, and what little stands between two marks. A word marked so is marked in both sentences.
    private static func widen(_ old: inout [MarkedWord], _ new: inout [MarkedWord], to finding: Finding, kept: [(Int, Int)]) {
        var inNew = [Int?](repeating: nil, count: old.count), inOld = [Int?](repeating: nil, count: new.count)
        for (left, right) in kept {
            inNew[left] = right
            inOld[right] = left
        }
        markSpan(&old, at: finding.before, &new, partners: inNew)
        markSpan(&new, at: finding.after, &old, partners: inOld)
        join(&old, &new, partners: inNew)
        join(&new, &old, partners: inOld)
    }

    private static func markSpan(_ words: inout [MarkedWord], at place: Place?, _ others: inout [MarkedWord], partners: [Int?]) {
        let span = indices(of: place, in: words)
        // A text without white space is an address, however many signs it has.
        let isShort = words[span].count { !isPunctuation($0) } <= longestWhole || words[span].dropFirst().allSatisfy { !$0.isSpaced }
        guard isShort, words[span].contains(where: \.isChanged) else { return }
        for index in span {
            // "the" and "of" pair by chance.
            if isTiny(words[index]) { words[index].isChanged = true } else { mark(index, of: &words, &others, partners) }
        }
    }

    private static func join(_ words: inout [MarkedWord], _ others: inout [MarkedWord], partners: [Int?]) {
        var lastMark: Int?
        for index in words.indices where words[index].isChanged {
            if let last = lastMark, last + 1 < index {
                let gap = last + 1..<index
                if words[gap].allSatisfy(isPunctuation) || (gap.count == 1 && isTiny(words[gap.lowerBound])) {
                    for kept in gap { mark(kept, of: &words, &others, partners) }
                }
            }
            lastMark = index
        }
    }

    private static func mark(_ index: Int, of words: inout [MarkedWord], _ others: inout [MarkedWord], _ partners: [Int?]) {
        words[index].isChanged = true
        if let partner = partners[index], !isPunctuation(words[index]) { others[partner].isChanged = true }
    }

    /// The words that the span covers, in whole or in part; an empty range where it does not stand in the text.
    private static func indices(of place: Place?, in words: [MarkedWord]) -> Range<Int> {
        guard let place, let start = place.spanStart ?? position(of: place.span, in: place.text) else { return 0..<0 }
        let end = start + place.span.utf8.count
        guard let first = words.firstIndex(where: { $0.end > start && $0.start < end }) else { return 0..<0 }
        return first..<(words[first...].firstIndex { $0.start >= end } ?? words.count)
    }

    /// The first byte of `span` in `text`, where it stands there.
    private static func position(of span: String, in text: String) -> Int? {
        guard !span.isEmpty else { return nil }
        if span.utf8.elementsEqual(text.utf8) { return 0 }
        let (needle, hay) = (Array(span.utf8), Array(text.utf8))
        guard needle.count <= hay.count else { return nil }
        return (0...hay.count - needle.count).first { start in
            hay[start] == needle[0] && hay[start..<start + needle.count].elementsEqual(needle)
        }
    }

    // MARK: comparing

    /// Marks what the other sentence lacks; returns the pairs of words that both have.
    private static func compare(_ old: inout [MarkedWord], _ new: inout [MarkedWord]) -> [(Int, Int)] {
        let kept = keptPairs(numbers(old, new), old.count)
        for index in old.indices { old[index].isChanged = true }
        for index in new.indices { new[index].isChanged = true }
        for (left, right) in kept {
            old[left].isChanged = false
            new[right].isChanged = false
        }
        return kept
    }

    private static func isPunctuation(_ word: MarkedWord) -> Bool {
        word.text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
    }

    private static func isTiny(_ word: MarkedWord) -> Bool {
        word.text.unicodeScalars.count <= tinyWord && word.text.unicodeScalars.allSatisfy(\.properties.isLowercase)
    }

    /// The same number for the same word, compared by its bytes.
    private static func numbers(_ old: [MarkedWord], _ new: [MarkedWord]) -> ([Int], [Int]) {
        var known: [[UInt8]: Int] = [:]
        func number(_ word: MarkedWord) -> Int {
            let bytes = Array(word.text.utf8)
            if let number = known[bytes] { return number }
            known[bytes] = known.count
            return known.count - 1
        }
        return (old.map(number), new.map(number))
    }

    /// A longest common subsequence as pairs of indices: common beginning and end, and a table for what lies between.
    private static func keptPairs(_ numbers: ([Int], [Int]), _ count: Int) -> [(Int, Int)] {
        let (a, b) = numbers
        var start = 0
        while start < a.count, start < b.count, a[start] == b[start] { start += 1 }
        var endA = a.count, endB = b.count
        while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
            endA -= 1
            endB -= 1
        }
        var pairs = (0..<start).map { ($0, $0) }
        let (rows, columns) = (endA - start, endB - start)
        if rows > 0, columns > 0, rows * columns <= largestTable {
            var longest = [UInt16](repeating: 0, count: (rows + 1) * (columns + 1))
            for row in (0..<rows).reversed() {
                for column in (0..<columns).reversed() {
                    let here = row * (columns + 1) + column
                    longest[here] = a[start + row] == b[start + column]
                        ? longest[here + columns + 2] + 1 : max(longest[here + columns + 1], longest[here + 1])
                }
            }
            var row = 0, column = 0
            while row < rows, column < columns {
                let here = row * (columns + 1) + column
                if a[start + row] == b[start + column] {
                    pairs.append((start + row, start + column))
                    row += 1
                    column += 1
                } else if longest[here + columns + 1] >= longest[here + 1] {
                    row += 1
                } else {
                    column += 1
                }
            }
        }
        return pairs + (0..<a.count - endA).map { (endA + $0, endB + $0) }
    }
}
