/// What keeps two names apart that look alike: the guard of `sameness` that decided, in words for a reader.
///
/// - Returns: nil where the names are one, and where they are not alike at all.
public func whatKeepsApart(_ a: NameForm, _ b: NameForm) -> String? {
    guard !sameness(a, b).isSame, !a.words.isEmpty, !b.words.isEmpty else { return nil }
    if a.kind != b.kind, a.kind != .unknown, b.kind != .unknown {
        return Apart.isNear(a, b) ? "one is \(Apart.named(a.kind)), the other \(Apart.named(b.kind))" : nil
    }
    if a.kind == .organisation || b.kind == .organisation || a.kind == .place || b.kind == .place { return Apart.bodies(a, b) }
    return Apart.persons(a, b)
}

private enum Apart {
    /// From here on a reader may wonder about two surnames: measured on the pairs that historians do mix up (Krestinsky, Kerensky: .74;
    /// Tomsky, Trotsky: .80); below .7 they merely end alike.
    static let wondering = 0.72

    static func named(_ kind: NameForm.Kind) -> String {
        switch kind {
        case .person: "a person"
        case .organisation: "an organisation"
        case .place: "a place"
        case .unknown: "unknown"
        }
    }

    static func isNear(_ a: NameForm, _ b: NameForm) -> Bool {
        a.surname == b.surname || a.surnameReadings.meets(b.surnameReadings) || likeness(a, b) >= wondering
    }

    static func persons(_ a: NameForm, _ b: NameForm) -> String? {
        if let one = a.ordinal, let other = b.ordinal, one != other, a.surname == b.surname { return "they have different numbers, \(one.uppercased()) and \(other.uppercased())" }
        if sameness(NameForm(surnameOf: a), NameForm(surnameOf: b)).isSame {
            guard !a.forenames.isEmpty, !b.forenames.isEmpty else { return "one is a forename or a ruler's name only" }
            return "the surname is one, the forenames are not: '\(a.forenames.joined(separator: " "))' and '\(b.forenames.joined(separator: " "))'"
        }
        let (short, long) = a.surname.utf8.count < b.surname.utf8.count ? (a.surname, b.surname) : (b.surname, a.surname)
        if let ending = ending(short, long) { return ending }
        let likeness = likeness(a, b)
        guard likeness >= wondering || isOneLetterOff(short, long) else { return nil }
        if long.utf8.count <= PersonNames.shortest { return "names of up to \(PersonNames.shortest) letters must be the same letter by letter" }
        if a.surnameReadings.spelling.count < PersonNames.longSkeleton || b.surnameReadings.spelling.count < PersonNames.longSkeleton {
            return "alike by \(percent(likeness)) %, but likeness counts from \(PersonNames.longSkeleton) sounds on"
        }
        if likeness >= PersonNames.slip { return "alike by \(percent(likeness)) %, but they begin or end differently" }
        return "alike by \(percent(likeness)) %; no system explains the difference, and likeness alone needs \(percent(PersonNames.slip)) %"
    }

    private static func ending(_ short: String, _ long: String) -> String? {
        guard long.hasPrefix(short), long.utf8.count > short.utf8.count, short.utf8.count > PersonNames.shortest - 1 else { return nil }
        let ending = String(long.unicodeScalars.dropFirst(short.unicodeScalars.count))
        if ["a", "а", "ая", "aya"].contains(ending) { return "'\(long)' is the surname of a woman, '\(short)' of a man: two people" }
        return "'\(long)' has the ending '-\(ending)', which no case and no system adds to '\(short)'"
    }

    /// Bodies and places: half of their words are the same.
    static func bodies(_ a: NameForm, _ b: NameForm) -> String? {
        let one = a.words.filter { !b.words.contains($0) }, other = b.words.filter { !a.words.contains($0) }
        let shared = a.words.count - one.count
        if a.words.count == 1, b.words.count == 1, let said = ending(min(a.surname, b.surname), max(a.surname, b.surname)) { return said }
        if shared == 0 { return likeness(a, b) >= wondering ? "alike by \(percent(likeness(a, b))) %; the words of bodies and places must agree" : nil }
        guard shared * 2 >= min(a.words.count, b.words.count) else { return nil }
        func quoted(_ words: [String]) -> String { words.isEmpty ? "nothing" : words.map { "'\($0)'" }.joined(separator: " ") }
        return "\(quoted(one)) stands in one, \(quoted(other)) in the other; the words of bodies and places must agree"
    }

    private static func likeness(_ a: NameForm, _ b: NameForm) -> Double { PersonNames.jaroWinkler(a.surnameReadings.spelling, b.surnameReadings.spelling) }
    private static func percent(_ likeness: Double) -> Int { Int((likeness * 100).rounded()) }

    private static func isOneLetterOff(_ short: String, _ long: String) -> Bool {
        let one = Array(short.unicodeScalars), other = Array(long.unicodeScalars)
        guard other.count - one.count <= 1, one.count > 2 else { return false }
        let prefix = zip(one, other).prefix { $0 == $1 }.count
        let suffix = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
        return prefix + suffix >= other.count - 1
    }
}
