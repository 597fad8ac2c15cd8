/// Words to invent a text from, and how copyists change them.
public struct Tongue: Sendable {
    public enum Sort: Sendable { case small, content, name, mark }

    public var name: String
    /// Articles, particles, prepositions; the first are the most frequent.
    var small: [String]
    var content: [String]
    var names: [String]
    /// Pairs of spellings that stand for one another; `$` is the end of a word (a movable nu).
    var spellings: [(String, String)]
    /// Endings of words that take one another's place: another case, another tense.
    var endings: [String]
    /// Whole words and what copyists write for them in short (nomina sacra, "&" for "et").
    var short: [(String, String)]
    var and: String

    func word(_ sort: Sort, _ dice: inout some RandomNumberGenerator) -> String {
        switch sort {
        case .small:
            // The first of them are the most frequent, as in any language.
            let low = Int.random(in: 0..<small.count, using: &dice), other = Int.random(in: 0..<small.count, using: &dice)
            return small[min(low, other)]
        case .content: return content.randomElement(using: &dice) ?? ""
        case .name: return names.randomElement(using: &dice) ?? ""
        case .mark: return [",", ",", ";", ":"].randomElement(using: &dice) ?? ","
        }
    }

    /// A sentence of 6 to 24 words, with its marks if they are wanted.
    func sentence(marks: Bool, _ dice: inout some RandomNumberGenerator) -> [(String, Sort)] {
        var words: [(String, Sort)] = []
        for index in 0..<Int.random(in: 6...24, using: &dice) {
            let throwing = Double.random(in: 0..<1, using: &dice)
            let before = words.last?.1
            let sort: Sort = before == .small && throwing < 0.75 ? (throwing < 0.12 ? .name : .content) : throwing < 0.62 ? .small : throwing < 0.7 ? .name : .content
            if marks, index > 3, throwing > 0.93, before != .mark { words.append((word(.mark, &dice), .mark)) }
            words.append((word(sort, &dice), sort))
        }
        if let first = words.first { words[0].0 = first.0.prefix(1).uppercased() + first.0.dropFirst() }
        return marks ? words + [(".", .mark)] : words
    }

    /// Another spelling; never the same letters.
    func respelt(_ word: String, _ dice: inout some RandomNumberGenerator) -> String {
        let shorter = short.filter { $0.0 == word.lowercased() || $0.1 == word }
        if let (long, brief) = shorter.first, Double.random(in: 0..<1, using: &dice) < 0.6 { return word == brief ? long : brief }
        let fitting = spellings.filter { has($0.0, word) || has($0.1, word) }
        if let (one, other) = fitting.randomElement(using: &dice) {
            let isFirst = has(one, word)
            let spelt = replaced(isFirst ? one : other, isFirst ? other : one, word)
            if spelt != word, !spelt.isEmpty { return spelt }
        }
        // A slip of the pen: a letter doubled, or one lost in a longer word.
        var letters = Array(word)
        let at = Int.random(in: 0..<letters.count, using: &dice)
        if letters.count > 3, Bool.random(using: &dice) { letters.remove(at: at) } else { letters.insert(letters[at], at: at) }
        return String(letters)
    }

    /// The same word with another ending; nil where it has none that is known.
    func inflected(_ word: String, _ dice: inout some RandomNumberGenerator) -> String? {
        guard let ending = endings.filter({ word.hasSuffix($0) && word.count >= $0.count + 2 }).max(by: { $0.count < $1.count }) else { return nil }
        let other = endings.filter { $0 != ending }.randomElement(using: &dice) ?? ending
        return other == ending ? nil : word.dropLast(ending.count) + other
    }

    private func has(_ part: String, _ word: String) -> Bool { part.hasSuffix("$") ? word.hasSuffix(part.dropLast()) && word.count > part.count : word.contains(part) }

    private func replaced(_ part: String, _ other: String, _ word: String) -> String {
        let new = other.hasSuffix("$") ? String(other.dropLast()) : other
        if part.hasSuffix("$") { return word.dropLast(part.count - 1) + new }
        guard let range = word.firstRange(of: part) else { return word }
        return word[..<range.lowerBound] + new + word[range.upperBound...]
    }
}
