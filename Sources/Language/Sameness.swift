/// Whether two written names are one name, and why.
public enum Sameness: Hashable, Sendable {
    /// Same folded words, written alike.
    case identical
    /// A system explains the difference; the text names it: "initials", "romanisation", "diacritics", "case", "word order", "title",
    /// "surname alone",
    /// "acronym", "old orthography", "inflection", "possessive", "hyphen". ("alias" is for the authority file, which is not asked here.)
    case variant(String)
    /// The letters differ and no system explains it, but in the same slot it is taken for the same: a slip of the pen. 0...1.
    case similar(Double)
    case different

    /// Anything but different.
    public var isSame: Bool { self != .different }
}

/// Compares two names. Symmetric; no authority file is asked, so pseudonyms and renamed cities are different here.
///
/// - Complexity: constant for most pairs: readings are hashed when the form is made. Only long surnames with equal ends are compared letter
/// by letter.
public func sameness(_ a: NameForm, _ b: NameForm) -> Sameness {
    if a.words == b.words { return SurfaceDifference.between(a, b) }
    guard !a.words.isEmpty, !b.words.isEmpty else { return .different }
    if a.kind != b.kind, a.kind != .unknown, b.kind != .unknown { return .different }
    if let reason = Acronyms.match(a, b) ?? Acronyms.match(b, a) { return reason }
    if a.kind == .organisation || b.kind == .organisation { return BodyNames.compare(a, b) }
    if a.kind == .place || b.kind == .place { return BodyNames.compare(a, b) }
    return PersonNames.compare(a, b)
}

/// What may differ between names of the same folded words.
enum SurfaceDifference {
    static func between(_ a: NameForm, _ b: NameForm) -> Sameness {
        if a.text.utf8.elementsEqual(b.text.utf8) { return .identical }
        if a.isPossessive != b.isPossessive { return .variant("possessive") }
        if a.titles != b.titles { return .variant("title") }
        if a.isInverted != b.isInverted { return .variant("word order") }
        let left = simple(a.bare)
        let right = simple(b.bare)
        if left == right { return .identical }
        if a.isCyrillic, b.isCyrillic, hasOldLetters(a.text) != hasOldLetters(b.text) { return .variant("old orthography") }
        if left.lowercased() == right.lowercased() { return .variant("case") }
        return .variant("diacritics")
    }

    /// The letters only, as written: stops, spaces and hyphens make no difference of names.
    private static func simple(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil || $0.properties.generalCategory == .nonspacingMark
                }))
    }

    static func hasOldLetters(_ text: String) -> Bool {
        text.unicodeScalars.contains { [0x462, 0x463, 0x406, 0x456, 0x472, 0x473, 0x474, 0x475].contains($0.value) }
            || text.hasSuffix("ъ") || text.contains("ъ ") || text.contains("ъ,")
    }
}

enum Acronyms {
    /// `short` is the initials of `long`, with or without its small words.
    static func match(_ short: NameForm, _ long: NameForm) -> Sameness? {
        guard let acronym = short.acronym, acronym.utf8.count >= 2, long.words.count >= 2 || long.acronym != nil else { return nil }
        if let other = long.acronym { return other == acronym ? .variant("acronym") : nil }
        let small: Set<String> = ["of", "the", "and", "for", "in", "on", "de", "la", "und", "der"]
        let content = long.words.filter { !small.contains($0) }.flatMap { $0.split(separator: "-").map(String.init) }
        if acronym == String(content.compactMap(\.first)) { return .variant("acronym") }
        if acronym == String(long.words.compactMap(\.first)) { return .variant("acronym") }
        return nil
    }
}

/// Bodies and places: all content words must agree.
enum BodyNames {
    /// How sure it is that "Central Committee" is "Central Committee of the Party" in the same slot.
    static let shortened = 0.7

    static func compare(_ a: NameForm, _ b: NameForm) -> Sameness {
        let left = words(a)
        let right = words(b)
        guard !left.isEmpty, !right.isEmpty else { return .different }
        guard left.count == right.count else {
            return isShortened(a, left, b, right) || isShortened(b, right, a, left) ? .similar(shortened) : .different
        }
        if left.map(\.stem) == right.map(\.stem) {
            if a.isPossessive != b.isPossessive { return .variant("possessive") }
            return .variant(a.words.count != b.words.count ? "hyphen" : "inflection")
        }
        if left.map(\.stem).sorted() == right.map(\.stem).sorted() { return .variant("word order") }
        for (one, other) in zip(left, right) where one.stem != other.stem {
            if abbreviations[one.stem] == other.stem || abbreviations[other.stem] == one.stem { continue }
            guard max(one.stem.utf8.count, other.stem.utf8.count) > PersonNames.shortest, one.readings.meets(other.readings) else {
                return .different
            }
        }
        return .variant("romanisation")
    }

    private static let abbreviations = ["st": "saint", "ft": "fort", "mt": "mount"]

    /// The shorter name is the longer one without its "of ...": at least two words of content, so that "the Committee" is no body by
    /// itself.
    private static func isShortened(
        _ short: NameForm, _ shortWords: [(stem: String, readings: Romanisation)], _ long: NameForm,
        _ longWords: [(stem: String, readings: Romanisation)]
    ) -> Bool {
        guard shortWords.count < longWords.count, shortWords.count > 1 || short.isUniqueBody else { return false }
        guard long.words.count > short.words.count, long.words[short.words.count] == "of" || long.words[short.words.count] == "for" else {
            return false
        }
        return zip(shortWords, longWords).allSatisfy { $0.stem == $1.stem }
    }

    private static func words(_ form: NameForm) -> [(stem: String, readings: Romanisation)] {
        if !form.content.isEmpty { return zip(form.content, form.contentReadings).map { (stem: $0, readings: $1) } }
        let readings = form.forenameReadings + [form.surnameReadings]
        return zip(form.forenames + [form.surname], readings).map { (stem: $0, readings: $1) }
    }
}
