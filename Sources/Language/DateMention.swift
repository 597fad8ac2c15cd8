import PlainText

/// A date that a sentence names. What it leaves open is nil; a range has its end in `endYear`, `endMonth`, `endDay`.
public struct DateMention: Hashable, Sendable {
    /// Indices in the sentence's tokens.
    public var tokens: Range<Int>
    /// Negative before Christ.
    public var year: Int?
    /// 1...12
    public var month: Int?
    public var day: Int?
    public var endYear: Int?
    public var endMonth: Int?
    public var endDay: Int?
    /// "about 1917", "early 1917", a decade or a century.
    public var isApproximate: Bool
    /// The calendar: "O.S." Julian, "N.S." Gregorian.
    public var note: String?

    public init(
        tokens: Range<Int>, year: Int? = nil, month: Int? = nil, day: Int? = nil, endYear: Int? = nil, endMonth: Int? = nil,
        endDay: Int? = nil,
        isApproximate: Bool = false, note: String? = nil
    ) {
        self.tokens = tokens
        self.year = year
        self.month = month
        self.day = day
        self.endYear = endYear
        self.endMonth = endMonth
        self.endDay = endDay
        self.isApproximate = isApproximate
        self.note = note
    }
}

/// The dates of a sentence, in order: days and months by name, years, decades, centuries, ISO and dotted figures, ranges, double dates in
/// two calendars.
public func dates(in sentence: Sentence, pack: LanguagePack) -> [DateMention] {
    guard sentence.tokens.contains(where: { $0.kind == .number || $0.has([.month, .numeral]) || $0.folded.hasPrefix("mid-") }) else { return [] }
    var reader = DateReader(sentence.tokens, pack)
    return reader.run()
}

private struct DateReader {
    private let tokens: [SentenceToken]
    private let months: WordValues
    /// Jan, Mar: months only with a stop or beside a number.
    private let shortMonths: WordValues
    private let approximate: WordList
    private let timeWords: WordList
    private let yearCues: WordList
    private let counted: WordList
    private var found: [DateMention] = []
    private let pack: LanguagePack

    /// Four figures from here to there may be a year by themselves.
    static let years = 1000...2100

    init(_ tokens: [SentenceToken], _ pack: LanguagePack) {
        self.tokens = tokens
        self.pack = pack
        months = pack.lexicon.values("month")
        shortMonths = pack.lexicon.values("monthAbbreviation")
        approximate = pack.group("approximate")
        timeWords = pack.group("timePreposition")
        yearCues = pack.group("yearCue")
        counted = pack.group("counted")
    }

    mutating func run() -> [DateMention] {
        var at = 0
        while at < tokens.count {
            if mayBegin(tokens[at]), let mention = figures(at) ?? yearFirst(at) ?? dayFirst(at) ?? monthFirst(at) ?? century(at) ?? year(at) {
                var mention = mention
                mention.isApproximate = mention.isApproximate || isApproximate(mention.tokens.lowerBound)
                at = mention.tokens.upperBound
                note(&mention, &at)
                found.append(mention)
            } else {
                at += 1
            }
        }
        return found
    }

    private func mayBegin(_ token: SentenceToken) -> Bool {
        if token.kind == .number || token.has([.month, .numeral]) { return true }
        if token.isCapital, token.folded.utf8.count == 3 { return true }
        if token.kind == .word, token.folded.hasPrefix("mid-") { return true }
        return token.kind == .word
            && (token.folded == "ad" || token.folded == "ce" || token.folded.utf8.count > 10 && token.folded.hasSuffix("-century"))
    }

    // MARK: figures

    /// 1917-10-25 and 25.10.1917
    private func figures(_ at: Int) -> DateMention? {
        let token = tokens[at]
        guard token.kind == .number else { return nil }
        let parts = token.folded.split(separator: ".").compactMap { Int($0) }
        if parts.count == 3, token.folded.filter({ $0 == "." }).count == 2, let date = ordered(parts[0], parts[1], parts[2]) {
            return DateMention(tokens: at..<(at + 1), year: date.year, month: date.month, day: date.day)
        }
        guard at + 4 < tokens.count, let first = plain(at), let second = plain(at + 2), let third = plain(at + 4), isTight(at, at + 4),
            tokens[at + 1].folded == tokens[at + 3].folded, tokens[at + 1].folded == "-" || tokens[at + 1].folded == "/"
        else { return nil }
        if (1000...2999).contains(first), (1...12).contains(second), (1...31).contains(third) {
            return DateMention(tokens: at..<(at + 5), year: first, month: second, day: third)
        }
        guard let date = ordered(first, second, third) else { return nil }
        return DateMention(tokens: at..<(at + 5), year: date.year, month: date.month, day: date.day)
    }

    /// Day, month, year; with both up to 12 in figures with slashes the order is open, and only the year is sure.
    private func ordered(_ first: Int, _ second: Int, _ year: Int) -> (year: Int, month: Int?, day: Int?)? {
        guard (1000...2999).contains(year), first > 0, second > 0 else { return nil }
        if first <= 31, second <= 12 { return (year, second, first) }
        if first <= 12, second <= 31 { return (year, first, second) }
        return nil
    }

    /// 1917 October 25
    private func yearFirst(_ at: Int) -> DateMention? {
        guard isYear(at), at + 2 < tokens.count, let month = month(at + 1), let day = plain(at + 2), (1...31).contains(day) else { return nil }
        // "in 1917 October 25, 1918"
        guard at + 4 >= tokens.count || tokens[at + 3].folded != "," || !isYear(at + 4) else { return nil }
        return DateMention(tokens: at..<(at + 3), year: plain(at), month: month, day: day)
    }

    // MARK: days and months

    /// 25 October 1917; 24-25 October; the 25th of October, 1917; 24 October to 7 November 1917
    private func dayFirst(_ at: Int) -> DateMention? {
        guard let day = day(at) else { return nil }
        var next = at + 1
        var endDay: Int?
        // 9 (22) October: the day of the other calendar in brackets.
        var isDouble = false
        if isOtherDay(next) {
            next += 3
            isDouble = true
        }
        if next + 1 < tokens.count, isRange(next), let second = self.day(next + 1), second > day {
            endDay = second
            next += 2
        }
        if next < tokens.count, tokens[next].folded == "of" || tokens[next].has(.genitive) { next += 1 }
        guard next < tokens.count, let month = month(next) else { return nil }
        var mention = DateMention(tokens: at..<(next + 1), month: month, day: day, endMonth: endDay == nil ? nil : month, endDay: endDay)
        if endDay == nil, next + 3 < tokens.count, isRange(next + 1), let last = self.day(next + 2), let lastMonth = self.month(next + 3) {
            mention.endDay = last
            mention.endMonth = lastMonth
            next += 3
            mention.tokens = at..<(next + 1)
        }
        takeYear(&mention, next + 1)
        if isDouble { mention.note = "O.S." }
        return mention
    }

    /// A day in brackets.
    private func isOtherDay(_ at: Int) -> Bool {
        at + 2 < tokens.count && tokens[at].folded == "(" && day(at + 1) != nil && tokens[at + 2].folded == ")"
    }

    /// October 25, 1917; October 24-25, 1917; October 1917; October
    private func monthFirst(_ at: Int) -> DateMention? {
        guard let month = month(at) else { return nil }
        var mention = DateMention(tokens: at..<(at + 1), month: month)
        var next = at + 1
        if next < tokens.count, let day = day(next), !(next + 1 < tokens.count && isUnit(next + 1)) {
            mention.day = day
            next += 1
            if isOtherDay(next) {
                next += 3
                mention.note = "O.S."
            }
            if next + 1 < tokens.count, isRange(next), let second = self.day(next + 1), second > day, !isYear(next + 1) {
                mention.endDay = second
                mention.endMonth = month
                next += 2
            } else if next + 2 < tokens.count, isRange(next), let lastMonth = self.month(next + 1), let last = self.day(next + 2) {
                mention.endDay = last
                mention.endMonth = lastMonth
                next += 3
            }
            mention.tokens = at..<next
        } else if next + 1 < tokens.count, isRange(next), let lastMonth = self.month(next + 1), plain(next + 2) != nil {
            mention.endMonth = lastMonth
            next += 2
            mention.tokens = at..<next
        }
        takeYear(&mention, next)
        // May and March are words too: alone they are months only after a word of time.
        if mention.day == nil, mention.year == nil {
            let isAfterTime = at > 0 && timeWords.contains(tokens[at - 1].folded) && tokens[at - 1].folded != "by"
            if tokens[at].has([.auxiliary, .verb]) { guard isAfterTime else { return nil } }
            if shortMonths[tokens[at].folded] != nil { guard tokens[at].text.hasSuffix(".") else { return nil } }
            // August Bebel, but "in August Trotsky left"
            if tokens[at].has(.forename), at + 1 < tokens.count, tokens[at + 1].isCapital {
                guard at > 0, Self.onlyOfTime.contains(tokens[at - 1].folded) else { return nil }
            }
        }
        return mention
    }

    private static let onlyOfTime: Set<String> = ["in", "since", "until", "during", "early", "late", "mid", "last", "next", "this"]

    private func takeYear(_ mention: inout DateMention, _ next: Int) {
        var next = next
        if next < tokens.count, tokens[next].folded == "," { next += 1 }
        if next < tokens.count, tokens[next].folded == "of" || tokens[next].has(.genitive) { next += 1 }
        // 25 October (7 November) 1917: the year stands after the other calendar's day.
        if next < tokens.count, tokens[next].folded == "(", let close = tokens[next...].prefix(6).firstIndex(where: { $0.folded == ")" }),
            close + 1 < tokens.count,
            tokens[(next + 1)..<close].contains(where: { $0.has(.month) }) || close == next + 2, isYear(close + 1)
        {
            mention.year = value(close + 1)
            mention.note = "O.S."
            return
        }
        guard next < tokens.count, isYear(next) || isEarlyYear(next) && mention.tokens.upperBound == next else { return }
        if next + 1 < tokens.count, isUnit(next + 1), tokens[next - 1].folded != "," { return }
        mention.year = value(next)
        if mention.endDay != nil { mention.endYear = mention.year }
        mention.tokens = mention.tokens.lowerBound..<(next + 1)
    }

    /// O.S., N.S., (Old Style), and the day in brackets that follows an old one.
    private mutating func note(_ mention: inout DateMention, _ at: inout Int) {
        var next = mention.tokens.upperBound
        while next < tokens.count, tokens[next].folded == "(" || tokens[next].folded == "," { next += 1 }
        if next < tokens.count {
            let word = tokens[next].folded
            let pair = next + 1 < tokens.count ? word + " " + tokens[next + 1].folded : word
            if word == "os" || pair == "old style" { mention.note = "O.S." }
            if word == "ns" || pair == "new style" { mention.note = "N.S." }
            if mention.note != nil, word == "os" || word == "ns" { at = next + 1 }
        }
        if let last = found.last, last.note == "O.S.", mention.day != nil, mention.note == nil, last.tokens.upperBound < tokens.count,
            tokens[last.tokens.upperBound].folded == "(", mention.tokens.lowerBound == last.tokens.upperBound + 1
        {
            mention.note = "N.S."
            if mention.year == nil { mention.year = last.year }
            if mention.tokens.upperBound < tokens.count, tokens[mention.tokens.upperBound].folded == ")",
                mention.tokens.upperBound + 1 < tokens.count,
                isYear(mention.tokens.upperBound + 1)
            {
                mention.tokens = mention.tokens.lowerBound..<(mention.tokens.upperBound + 2)
                at = mention.tokens.upperBound
            }
        }
    }

    // MARK: years

    private func century(_ at: Int) -> DateMention? {
        var next = at + 1
        // the 10th and 15th centuries
        if next + 2 < tokens.count, ["and", "or", "to", ","].contains(tokens[next].folded), let number = ordinal(at), (1...30).contains(number), let other = ordinal(next + 1), (1...30).contains(other),
            tokens[next + 2].stem == pack.stem("century")
        {
            return DateMention(tokens: at..<(at + 1), year: number * 100 - 99, endYear: number * 100, isApproximate: true)
        }
        if next < tokens.count, tokens[next].folded == "-" { next += 1 }
        guard next < tokens.count, tokens[next].stem == pack.stem("century"), let number = ordinal(at), (1...30).contains(number) else {
            // eighteenth-century
            let parts = tokens[at].folded.split(separator: "-")
            guard parts.count == 2, parts[1] == "century", let value = pack.lexicon.values("ordinal")[String(parts[0])].flatMap({ Int($0) })
            else { return nil }
            return DateMention(tokens: at..<(at + 1), year: value * 100 - 99, endYear: value * 100, isApproximate: true)
        }
        return DateMention(tokens: at..<(next + 1), year: number * 100 - 99, endYear: number * 100, isApproximate: true)
    }

    private func year(_ at: Int) -> DateMention? {
        guard tokens[at].kind == .number else {
            // mid-1917 is mid, -, 1917 for the tokeniser when written apart; AD 476
            if let hyphen = tokens[at].folded.firstIndex(of: "-"), tokens[at].folded.hasPrefix("mid-") {
                let figure = tokens[at].folded[tokens[at].folded.index(after: hyphen)...]
                if figure.hasSuffix("s"), let decade = Int(figure.dropLast()), Self.years.contains(decade), decade % 10 == 0 {
                    return DateMention(tokens: at..<(at + 1), year: decade, endYear: decade + (decade % 100 == 0 ? 99 : 9), isApproximate: true)
                }
                if let year = Int(figure), Self.years.contains(year) { return DateMention(tokens: at..<(at + 1), year: year, isApproximate: true) }
                return nil
            }
            guard at + 1 < tokens.count, ["ad", "ce"].contains(tokens[at].folded), tokens[at].isCapital, let year = plain(at + 1),
                year < 3000
            else { return nil }
            return DateMention(tokens: at..<(at + 2), year: year)
        }
        let folded = tokens[at].folded
        // 1930s
        if folded.hasSuffix("s"), let decade = Int(folded.dropLast()), Self.years.contains(decade), decade % 10 == 0 {
            return DateMention(tokens: at..<(at + 1), year: decade, endYear: decade + (decade % 100 == 0 ? 99 : 9), isApproximate: true)
        }
        // 80s: which century's is not said; of ours unless a year of another stands by.
        if folded.utf8.count == 3, folded.hasSuffix("s"), let decade = Int(folded.dropLast()), decade % 10 == 0, decade > 0 {
            return DateMention(tokens: at..<(at + 1), year: 1900 + decade, endYear: 1909 + decade, isApproximate: true)
        }
        guard let year = plain(at) ?? grouped(at) else { return nil }
        // 1792-50 BC: the years count down.
        if at + 3 < tokens.count, tokens[at + 1].folded == "-", let figure = plain(at + 2), ["bc", "bce"].contains(tokens[at + 3].folded), tokens[at + 3].isCapital {
            let isShort = tokens[at + 2].folded.utf8.count == 2 && year >= 100
            return DateMention(tokens: at..<(at + 4), year: -year, endYear: -(isShort ? year / 100 * 100 + figure : figure))
        }
        // 1792 BC-1750 BC, written together
        if at + 1 < tokens.count, tokens[at + 1].folded.hasPrefix("bc-") || tokens[at + 1].folded.hasPrefix("bce-") { return DateMention(tokens: at..<(at + 1), year: -year) }
        if at + 1 < tokens.count, ["bc", "bce", "ad", "ce"].contains(tokens[at + 1].folded), tokens[at + 1].isCapital, year < 5000 || tokens[at + 1].folded.hasPrefix("b") {
            return DateMention(tokens: at..<(at + 2), year: tokens[at + 1].folded.hasPrefix("b") ? -year : year)
        }
        guard plain(at) != nil else { return nil }
        if isEarlyYear(at), at > 0, yearCues.contains(tokens[at - 1].folded) || tokens[at - 1].folded == "in" && !isUnit(at + 1) {
            return DateMention(tokens: at..<(at + 1), year: year)
        }
        guard isYear(at), at == 0 || !["$", "£", "€", "no", "nos", "p", "pp", "vol", "art", "#"].contains(tokens[at - 1].folded) else {
            return nil
        }
        let isAfterTime = at > 0 && timeWords.contains(tokens[at - 1].folded)
        if at + 1 < tokens.count {
            if tokens[at + 1].folded == "%" { return nil }
            if isUnit(at + 1), !isAfterTime || counted.contains(tokens[at + 1].folded) { return nil }
        }
        var mention = DateMention(tokens: at..<(at + 1), year: year)
        if at + 2 < tokens.count, tokens[at + 1].folded == "-" || tokens[at + 1].folded == "/" {
            if let end = end(of: year, at + 2), isTight(at, at + 2) || isYear(at + 2) {
                mention.endYear = end
                mention.tokens = at..<(at + 3)
            }
        }
        return mention
    }

    /// 1917-18 and 1917-1918
    private func end(of year: Int, _ at: Int) -> Int? {
        guard let figure = plain(at) else { return nil }
        if isYear(at) { return figure > year ? figure : nil }
        guard tokens[at].folded.utf8.count == 2 else { return nil }
        let end = year / 100 * 100 + figure
        return end > year ? end : nil
    }

    // MARK: tokens

    /// A plain figure without grouping, decimals or ending.
    private func plain(_ at: Int) -> Int? {
        guard at < tokens.count, tokens[at].kind == .number else { return nil }
        return Int(tokens[at].folded)
    }

    /// 20,000 before BC.
    private func grouped(_ at: Int) -> Int? {
        guard at + 1 < tokens.count, ["bc", "bce"].contains(tokens[at + 1].folded) else { return nil }
        return Int(tokens[at].folded.filter { $0 != "," })
    }

    private func value(_ at: Int) -> Int? { plain(at) }

    private func isYear(_ at: Int) -> Bool {
        guard at < tokens.count, let value = plain(at) else { return false }
        return tokens[at].folded.utf8.count == 4 && Self.years.contains(value)
    }

    /// Three figures: a year only beside a day, a month or a word of time.
    private func isEarlyYear(_ at: Int) -> Bool { plain(at) != nil && tokens[at].folded.utf8.count == 3 }

    private func ordinal(_ at: Int) -> Int? {
        let folded = tokens[at].folded
        if tokens[at].kind == .number {
            guard folded.utf8.count > 2, let last = folded.utf8.last, last > 0x60 else { return nil }
            return Int(folded.dropLast(2))
        }
        return pack.lexicon.values("ordinal")[folded].flatMap { Int($0) }
    }

    private func day(_ at: Int) -> Int? {
        guard at < tokens.count, tokens[at].kind == .number else {
            guard at < tokens.count, let number = ordinal(at), number <= 31 else { return nil }
            // "the first of May"; a plain word only before a month, which the caller checks
            return number
        }
        let number = plain(at) ?? ordinal(at) ?? 0
        return (1...31).contains(number) ? number : nil
    }

    private func month(_ at: Int) -> Int? {
        guard at < tokens.count, tokens[at].isCapital || pack.lexicon.hasSmallMonths, tokens[at].kind == .word else { return nil }
        let folded = tokens[at].folded
        return (months[folded] ?? (folded.utf8.count == 3 ? shortMonths[folded] : nil)).flatMap { Int($0) }
    }

    private func isRange(_ at: Int) -> Bool { ["-", "to", "and", "or", "until", "through"].contains(tokens[at].folded) }

    /// A thing that can be counted follows: 1500 men.
    private func isUnit(_ at: Int) -> Bool {
        guard at < tokens.count, tokens[at].kind == .word, !tokens[at].isCapital else { return false }
        let token = tokens[at]
        if counted.contains(token.folded) { return true }
        if token.has([.function, .adverb]) || token.has(.verb) && !token.folded.hasSuffix("s") { return false }
        return token.folded.hasSuffix("s") && !token.has([.verb, .speech]) && token.folded.utf8.count > 3
    }

    private func isApproximate(_ at: Int) -> Bool {
        guard at > 0 else { return false }
        if tokens[at - 1].folded == "-", at > 1 { return approximate.contains(tokens[at - 2].folded) }
        return approximate.contains(tokens[at - 1].folded)
    }

    private func isTight(_ first: Int, _ last: Int) -> Bool {
        for at in first..<last where tokens[at].range.end != tokens[at + 1].range.start { return false }
        return true
    }
}
