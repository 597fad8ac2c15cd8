import PlainText

/// A number that a sentence gives, by value.
public struct Quantity: Hashable, Sendable {
    /// Indices in the sentence's tokens.
    public var tokens: Range<Int>
    public var value: Double
    /// The upper end of a range ("40-50", "between 40 and 50").
    public var upper: Double?
    /// Stem of the thing counted, or "%", "$", "£", "€"; the stem of the word before a label ("No. 5", "chapter 5").
    public var unit: String?
    /// The unit of measure, money or time, by its main form in the word list ("kilometre" for km), and its token.
    public var measure: String?
    public var measureToken: Int?
    public var isOrdinal: Bool
    /// "about", "nearly", "more than" stood before it.
    public var isApproximate: Bool

    public init(
        tokens: Range<Int>, value: Double, upper: Double? = nil, unit: String? = nil, isOrdinal: Bool = false, isApproximate: Bool = false
    ) {
        self.tokens = tokens
        self.value = value
        self.upper = upper
        self.unit = unit
        self.isOrdinal = isOrdinal
        self.isApproximate = isApproximate
    }
}

/// The quantities of a sentence, in words and figures, without its dates. "One" as a pronoun and the numbers of lists and notes, "(1)", are
/// none.
public func quantities(in sentence: Sentence, excluding: [DateMention], pack: LanguagePack) -> [Quantity] {
    guard sentence.tokens.contains(where: { $0.has(.numeral) }) else { return [] }
    var reader = QuantityReader(sentence.tokens, excluding, pack)
    return reader.run()
}

private struct QuantityReader {
    private let tokens: [SentenceToken]
    private var isTaken: [Bool]
    private let cardinals: WordValues
    private let ordinals: WordValues
    private let approximate: WordList
    private let counted: WordList
    private let labels: WordList
    private let measures: WordValues
    private let pack: LanguagePack

    init(_ tokens: [SentenceToken], _ dates: [DateMention], _ pack: LanguagePack) {
        self.tokens = tokens
        self.pack = pack
        isTaken = Array(repeating: false, count: tokens.count)
        for date in dates { for at in date.tokens where at < tokens.count { isTaken[at] = true } }
        cardinals = pack.lexicon.values("numeral")
        ordinals = pack.lexicon.values("ordinal")
        approximate = pack.group("approximate")
        counted = pack.group("counted")
        labels = pack.group("label")
        measures = pack.lexicon.values("measure")
    }

    mutating func run() -> [Quantity] {
        var found: [Quantity] = []
        var at = 0
        while at < tokens.count {
            guard !isTaken[at], tokens[at].has(.numeral), var quantity = number(at) else {
                at += 1
                continue
            }
            at = quantity.tokens.upperBound
            if isListNumber(quantity) { continue }
            range(&quantity)
            at = quantity.tokens.upperBound
            describe(&quantity)
            measure(&quantity)
            found.append(quantity)
        }
        return found
    }

    // MARK: values

    private func number(_ at: Int) -> Quantity? {
        if let (value, next) = fraction(at) { return Quantity(tokens: at..<next, value: value) }
        if tokens[at].kind == .number {
            let text = tokens[at].folded
            let isOrdinal = text.utf8.last.map { $0 > 0x60 } ?? false
            let digits = isOrdinal ? String(text.prefix { $0 != "s" && $0 != "t" && $0 != "n" && $0 != "r" }) : text
            // 1/5, written as one
            let halves = text.split(separator: "/")
            if halves.count == 2, let top = Double(halves[0]), let bottom = Double(halves[1]), top < bottom, bottom <= 1000 { return Quantity(tokens: at..<(at + 1), value: top / bottom) }
            var next = at + 1
            guard let value = figure(digits, &next) else { return nil }
            if isOrdinal, text.hasSuffix("s"), !text.hasSuffix("ts") {
                return Quantity(tokens: at..<(at + 1), value: value, isApproximate: true)
            }
            // 1/3; 10:30
            if next == at + 1, at + 2 < tokens.count, !isTaken[at + 2], tokens[at + 2].kind == .number, isTight(at, at + 2),
                let other = Double(tokens[at + 2].folded)
            {
                if tokens[at + 1].folded == "/", other > 0, value < other { return Quantity(tokens: at..<(at + 3), value: value / other) }
                if tokens[at + 1].folded == ":", other < 60, value < 25, tokens[at + 2].folded.utf8.count == 2 {
                    return Quantity(tokens: at..<(at + 3), value: value + other / 60, unit: "h")
                }
            }
            let scaled = scale(value, &next)
            return Quantity(tokens: at..<next, value: scaled, isOrdinal: isOrdinal)
        }
        // a ten-day strike
        let compound = parts(tokens[at].folded)
        if compound.count == 2, let value = cardinals[compound[0]].flatMap(Double.init), value > 1, cardinals[compound[1]] == nil,
            ordinals[compound[1]] == nil
        {
            return Quantity(tokens: at..<(at + 1), value: value, unit: pack.stem(compound[1]))
        }
        // the sixteenth-tallest tower
        if compound.count == 2, let value = ordinals[compound[0]].flatMap(Double.init), compound[1].hasSuffix("est"), ordinals[compound[1]] == nil {
            return Quantity(tokens: at..<(at + 1), value: value, unit: pack.stem(compound[1]), isOrdinal: true)
        }
        return words(at)
    }

    /// 1,200.5 in English; 1.200,5 and 1 200,5 elsewhere, where three figures behind a space belong to the number.
    private func figure(_ digits: String, _ next: inout Int) -> Double? {
        guard pack.lexicon.hasDecimalComma else { return Double(digits.filter { $0 != "," }) }
        let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
        var whole = groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 } ? groups.joined() : digits
        // The tokeniser takes a comma before three figures for a group; here it is a fraction, or an English group all the same.
        whole = String(whole.filter { $0 != "," })
        // 2,5: what three figures behind a comma are, a group or a fraction, nobody can tell.
        if next + 1 < tokens.count, tokens[next].folded == ",", tokens[next + 1].kind == .number, tokens[next + 1].folded.utf8.count < 3, isTight(next - 1, next + 1),
            let fraction = Double(whole + "." + tokens[next + 1].folded)
        {
            next += 2
            return fraction
        }
        guard groups.count == 1, digits.utf8.count <= 3 else { return Double(whole) }
        while next < tokens.count, !isTaken[next], tokens[next].kind == .number, tokens[next].folded.utf8.count == 3,
            tokens[next - 1].range.end + 3 >= tokens[next].range.start, Int(tokens[next].folded) != nil
        {
            whole += tokens[next].folded
            next += 1
        }
        return Double(whole)
    }

    /// million, thousand, hundred, dozen after a figure
    private func scale(_ value: Double, _ next: inout Int) -> Double {
        var value = value
        while next < tokens.count, !isTaken[next], tokens[next].kind == .word,
            let factor = cardinals[tokens[next].folded].flatMap(Double.init),
            factor == 12 && tokens[next].folded == "dozen" || factor >= 100
        {
            value *= factor
            next += 1
        }
        return value
    }

    /// forty-five; three hundred and five thousand; a dozen; half a million; the fifth
    private func words(_ first: Int) -> Quantity? {
        var total = 0.0
        var group = 0.0
        var at = first
        var end = first
        var isOrdinal = false
        var count = 0
        scan: while at < tokens.count, !isTaken[at] {
            let word = tokens[at].folded
            if word == "and" {
                // three hundred and five: only after a hundred or more, and before a smaller number
                guard count > 0, group >= 100 || group == 0 && total > 0, at + 1 < tokens.count, let next = small(tokens[at + 1].folded),
                    next < 100
                else { break }
                at += 1
                continue
            }
            if word == "a" || word == "an", count > 0, at + 1 < tokens.count,
                let factor = cardinals[tokens[at + 1].folded].flatMap(Double.init), factor >= 100, group == 0.5
            {
                at += 1
                continue
            }
            for part in parts(word) {
                if let value = cardinals[part].flatMap(Double.init) {
                    if value == 12, part == "dozen" {
                        group = max(group, 1) * 12
                    } else if value == 20, part == "score" {
                        group = max(group, 1) * 20
                    } else if value == 100 {
                        group = (group == 0 ? 1 : group) * 100
                    } else if value >= 1000 {
                        total += (group == 0 ? 1 : group) * value
                        group = 0
                    } else {
                        // two three: two numbers
                        if count > 0, group.truncatingRemainder(dividingBy: value < 10 ? 10 : 100) != 0 { break scan }
                        group += value
                    }
                } else if let value = ordinals[part].flatMap(Double.init) {
                    if value >= 100 { group = (group == 0 ? 1 : group) * value } else { group += value }
                    isOrdinal = true
                } else {
                    break scan
                }
                count += 1
            }
            at += 1
            end = at
            if isOrdinal { break }
        }
        guard count > 0, end > first else { return nil }
        if end == first + 1, isPronoun(first) { return nil }
        return Quantity(tokens: first..<end, value: total + group, isOrdinal: isOrdinal)
    }

    private func parts(_ word: String) -> [String] {
        cardinals[word] == nil && word.utf8.contains(UInt8(ascii: "-")) ? word.split(separator: "-").map(String.init) : [word]
    }

    private func small(_ word: String) -> Double? {
        var sum = 0.0
        for part in parts(word) {
            guard let value = (cardinals[part] ?? ordinals[part]).flatMap(Double.init) else { return nil }
            sum += value
        }
        return sum
    }

    /// two-thirds, one third, three quarters
    private func fraction(_ at: Int) -> (Double, Int)? {
        let word = tokens[at].folded
        guard tokens[at].kind == .word else { return nil }
        let inner = parts(word)
        if inner.count == 2, let top = cardinals[inner[0]].flatMap(Double.init), let bottom = denominator(inner[1], top), top < bottom {
            return (top / bottom, at + 1)
        }
        if inner.count == 1, let top = cardinals[word].flatMap(Double.init), at + 1 < tokens.count, !isTaken[at + 1],
            let bottom = denominator(tokens[at + 1].folded, top), top < bottom, top >= 1
        {
            return (top / bottom, at + 2)
        }
        return nil
    }

    /// thirds after two; third after one, if something of a whole follows
    private func denominator(_ word: String, _ top: Double) -> Double? {
        if word == "quarter" || word == "quarters" { return 4 }
        if word == "half" || word == "halves" { return 2 }
        if top > 1 { return word.hasSuffix("s") ? ordinals[String(word.dropLast())].flatMap(Double.init) : nil }
        return word == "third" || word == "fifth" || word == "tenth" || word == "sixth" || word == "eighth"
            ? ordinals[word].flatMap(Double.init) : nil
    }

    /// "one of the leaders", "no one", "one another", "one must": no quantity. Nor "second" as a unit or "half" in compounds without a
    /// whole.
    private func isPronoun(_ at: Int) -> Bool {
        let word = tokens[at].folded
        if word == "half" { return at + 1 < tokens.count && tokens[at + 1].kind == .punctuation }
        guard word == "one" else { return false }
        if at > 0,
            tokens[at - 1].has([.determiner, .negation]) || ["any", "every", "some", "no", "each", "which"].contains(tokens[at - 1].folded)
        {
            return true
        }
        guard at + 1 < tokens.count else { return true }
        let next = tokens[at + 1]
        if next.kind != .word { return next.kind == .punctuation && next.folded != "%" && next.folded != "-" }
        return next.has([.function, .adverb]) || next.has(.verb) && !next.folded.hasSuffix("s") && !counted.contains(next.folded)
            || ["another", "other", "day", "such", "more", "or"].contains(next.folded) || next.isCapital
    }

    // MARK: around a number

    private func isListNumber(_ quantity: Quantity) -> Bool {
        let first = quantity.tokens.lowerBound
        let next = quantity.tokens.upperBound
        let before = first > 0 ? tokens[first - 1].folded : ""
        let after = next < tokens.count ? tokens[next].folded : ""
        if before == "(" && after == ")" || before == "[" && after == "]" { return true }
        return first == 0 && tokens[0].kind == .number && next == 1 && (after == ")" || after == "." && tokens.count > 2)
    }

    /// 40-50; 40 to 50; between 40 and 50
    private func range(_ quantity: inout Quantity) {
        let next = quantity.tokens.upperBound
        guard next + 1 < tokens.count, !isTaken[next + 1], !quantity.isOrdinal else { return }
        let first = quantity.tokens.lowerBound
        let mark = tokens[next]
        if mark.folded != "-", !pack.group("rangeMark").contains(mark.folded) {
            guard mark.has(.conjunction), first > 0, pack.group("rangeStart").contains(tokens[first - 1].folded) else { return }
        }
        guard tokens[next + 1].has(.numeral), let second = number(next + 1), !second.isOrdinal else { return }
        var low = quantity.value
        // 40-50 thousand
        if second.value >= 1000, low < 1000,
            tokens[second.tokens].contains(where: { (cardinals[$0.folded].flatMap(Double.init) ?? 0) >= 1000 })
        {
            let plain = number(next + 1).flatMap { Double(tokens[$0.tokens.lowerBound].folded.filter { $0 != "," }) } ?? 0
            if plain > 0, low < plain { low *= second.value / plain }
        }
        guard second.value > low else { return }
        quantity.value = low
        quantity.upper = second.value
        quantity.tokens = first..<second.tokens.upperBound
    }

    /// The word behind the number: 5 miles, 5 per cent.
    private func measure(_ quantity: inout Quantity) {
        var at = quantity.tokens.upperBound
        guard at < tokens.count, !quantity.isOrdinal else { return }
        if at + 1 < tokens.count, tokens[at].folded == "per", tokens[at + 1].folded == "cent" { at += 1 }
        let word = tokens[at].folded == "cent" ? "percent" : tokens[at].folded
        guard let measure = measures[word], !isTaken[at] else { return }
        quantity.measure = measure
        quantity.measureToken = at
    }

    private func describe(_ quantity: inout Quantity) {
        let first = quantity.tokens.lowerBound
        var before = first - 1
        if before >= 0, ["$", "£", "€", "¥", "₽"].contains(tokens[before].folded) {
            quantity.unit = tokens[before].folded
            before -= 1
        }
        if before >= 0 {
            let word = tokens[before].folded
            if approximate.contains(word) || word == "than" && before > 0 && ["more", "less", "fewer"].contains(tokens[before - 1].folded)
                || word == "to" && before > 0 && tokens[before - 1].folded == "up" || word == "least" || word == "most"
            {
                quantity.isApproximate = true
            }
            if quantity.unit == nil, !quantity.isOrdinal, labels.contains(word) {
                quantity.unit = tokens[before].stem
                return
            }
        }
        if quantity.unit == nil { quantity.unit = unit(quantity.tokens.upperBound) }
    }

    /// The noun that is counted: the first plural within four words, else the first word of content.
    private func unit(_ first: Int) -> String? {
        var at = first
        if at < tokens.count, tokens[at].folded == "%" || tokens[at].folded == "percent" { return "%" }
        if at + 1 < tokens.count, tokens[at].folded == "per", tokens[at + 1].folded == "cent" { return "%" }
        if at < tokens.count, tokens[at].folded == "of" {
            at += 1
            while at < tokens.count, tokens[at].has(.determiner) { at += 1 }
        }
        var fallback: String?
        for index in at..<min(at + 4, max(at, tokens.count)) {
            let token = tokens[index]
            guard token.kind == .word, !isTaken[index], !token.has(.function.union(.numeral)) else { break }
            if counted.contains(token.folded) { return token.stem }
            if fallback != nil, token.has([.verb, .speech]), !token.folded.hasSuffix("s") { break }
            if token.folded.hasSuffix("s"), !token.folded.hasSuffix("ss"), token.folded.utf8.count > 3, !token.has(.adverb) {
                return token.stem
            }
            if fallback == nil, !token.has([.adverb, .verb, .speech]) { fallback = token.stem }
        }
        return fallback
    }

    private func isTight(_ first: Int, _ last: Int) -> Bool {
        for at in first..<last where tokens[at].range.end != tokens[at + 1].range.start { return false }
        return true
    }
}
