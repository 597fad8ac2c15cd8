/// The cases of Russian names, read off their endings. Folded words; the old -аго, -яго of before 1918 count as -ого, -его.
///
/// An ending often allows several nominatives (Иванова is the genitive of Иванов or the name of a woman), so that questions are answered with all
/// of them; which one is meant is for the sentence to say.
package enum RussianCases {
    /// A set of cases that a form may stand in.
    package struct Cases: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let nominative = Cases(rawValue: 1), genitive = Cases(rawValue: 2), dative = Cases(rawValue: 4), accusative = Cases(rawValue: 8)
        package static let instrumental = Cases(rawValue: 16), prepositional = Cases(rawValue: 32)
        package static let all: Cases = [.nominative, .genitive, .dative, .accusative, .instrumental, .prepositional]
        package static let oblique: Cases = [.genitive, .dative, .instrumental, .prepositional]
    }

    enum Gender: Hashable { case masculine, feminine, plural }

    struct Reading: Hashable {
        var nominative: String
        var cases: Cases
        var gender: Gender?
    }

    /// Surnames in -ской that are nominatives of men.
    private static let stressed: Set<String> = ["донской", "луговской", "шаховской", "трубецкой", "боровской", "яновской", "луцкой", "сенной", "толстой"]

    /// Fewer letters before the ending are no stem of a surname.
    private static let shortestStem = 2

    /// Ending, nominative ending, cases, gender; the first line whose ending fits gives all its readings, so longer endings come first.
    private static let adjectival: [(String, [(String, Cases, Gender?)])] = [
        ("ского", [("ский", [.genitive, .accusative], .masculine)]), ("скому", [("ский", .dative, .masculine)]),
        ("ским", [("ский", .instrumental, .masculine)]), ("ском", [("ский", .prepositional, .masculine)]),
        ("ский", [("ский", .nominative, .masculine)]), ("ская", [("ская", .nominative, .feminine)]),
        ("скую", [("ская", .accusative, .feminine)]), ("скою", [("ская", .instrumental, .feminine)]),
        ("ской", [("ская", .oblique, .feminine)]),
        ("ские", [("ские", .nominative, .plural)]), ("ских", [("ские", [.genitive, .accusative, .prepositional], .plural)]),
        ("скими", [("ские", .instrumental, .plural)]),
        ("цкого", [("цкий", [.genitive, .accusative], .masculine)]), ("цкому", [("цкий", .dative, .masculine)]),
        ("цким", [("цкий", .instrumental, .masculine)]), ("цком", [("цкий", .prepositional, .masculine)]),
        ("цкий", [("цкий", .nominative, .masculine)]), ("цкая", [("цкая", .nominative, .feminine)]),
        ("цкую", [("цкая", .accusative, .feminine)]), ("цкою", [("цкая", .instrumental, .feminine)]),
        ("цкой", [("цкая", .oblique, .feminine)]),
        ("ого", [("ой", [.genitive, .accusative], .masculine), ("ый", [.genitive, .accusative], .masculine)]),
        ("его", [("ий", [.genitive, .accusative], .masculine)]),
        ("ому", [("ой", .dative, .masculine), ("ый", .dative, .masculine)]), ("ему", [("ий", .dative, .masculine)]),
        ("ая", [("ая", .nominative, .feminine)]), ("ую", [("ая", .accusative, .feminine)]),
        ("ый", [("ый", .nominative, .masculine)]),
        ("ых", [("ых", .all, nil)]), ("их", [("их", .all, nil)]),
    ]

    /// -ов, -ев, -ин, -ын: the suffixes of possessive surnames.
    private static let possessive: [(String, [(String, Cases, Gender?)])] = [
        ("ыми", [("ы", .instrumental, .plural)]), ("ым", [("", .instrumental, .masculine)]),
        ("ою", [("а", .instrumental, .feminine)]), ("ой", [("а", .oblique, .feminine)]),
        ("а", [("", [.genitive, .accusative], .masculine), ("а", .nominative, .feminine)]),
        ("у", [("", .dative, .masculine), ("а", .accusative, .feminine)]), ("е", [("", .prepositional, .masculine)]),
        ("ы", [("ы", .nominative, .plural)]), ("", [("", .nominative, .masculine)]),
    ]

    /// Every way to read a surname, the likelier first; never empty.
    static func readings(_ written: String) -> [Reading] {
        let folded = modern(written)
        if stressed.contains(folded) { return [Reading(nominative: folded, cases: .nominative, gender: .masculine)] }
        for (ending, ways) in adjectival where folded.ends(ending) {
            let stem = folded.dropping(ending.unicodeScalars.count)
            guard stem.unicodeScalars.count >= shortestStem else { continue }
            return ways.map { Reading(nominative: stem + $0.0, cases: $0.1, gender: $0.2) }
        }
        for (ending, ways) in possessive where folded.ends(ending) {
            let stem = folded.dropping(ending.unicodeScalars.count)
            guard stem.ends(in: ["ов", "ев", "ин", "ын"]), stem.unicodeScalars.count >= shortestStem + 2 else { continue }
            return ways.map { Reading(nominative: stem + $0.0, cases: $0.1, gender: $0.2) }
        }
        return plain(folded)
    }

    /// Surnames that bend like nouns (Рид, Радек, Врангель, Коллонтай), or not at all (Фрунзе, Дыбенко).
    private static func plain(_ folded: String) -> [Reading] {
        let last = folded.unicodeScalars.last
        guard folded.unicodeScalars.count > 3, let last else { return [Reading(nominative: folded, cases: .all, gender: nil)] }
        let stem = folded.dropping(1)
        let hasHardStem = !stem.ends(in: ["а", "е", "и", "о", "у", "ы", "э", "ю", "я", "й", "ь"])
        var readings: [Reading] = []
        func add(_ nominative: String, _ cases: Cases, _ gender: Gender? = .masculine) {
            if nominative.unicodeScalars.count > 2 { readings.append(Reading(nominative: nominative, cases: cases, gender: gender)) }
        }
        switch last {
        case "а":
            if hasHardStem { add(stem, [.genitive, .accusative]) }
            add(folded, .nominative, nil)
        case "я":
            add(stem + "ь", [.genitive, .accusative])
            add(stem + "й", [.genitive, .accusative])
            add(folded, .nominative, nil)
        case "у":
            if hasHardStem { add(stem, .dative) }
            add(stem + "а", .accusative, .feminine)
            add(folded, .all, nil)
        case "ю":
            add(stem + "ь", .dative)
            add(stem + "й", .dative)
            add(stem + "я", .accusative, .feminine)
            add(folded, .all, nil)
        case "е":
            add(folded, .all, nil)
            if hasHardStem { add(stem, .prepositional) }
            add(stem + "а", [.dative, .prepositional], .feminine)
        case "ы": add(stem + "а", .genitive, nil)
        case "и":
            add(folded, .all, nil)
            add(stem + "а", .genitive, .feminine)
            add(stem + "я", [.genitive, .dative, .prepositional], .feminine)
        case "й":
            add(folded, .nominative)
            if folded.ends(in: ["ой", "ей"]) {
                add(folded.dropping(2) + "а", [.instrumental], .feminine)
                add(folded.dropping(2) + "я", [.instrumental], .feminine)
            } else {
                // Коллонтай of a woman stays as it is.
                add(folded, .all, .feminine)
            }
        case "м":
            if folded.ends("ом"), folded.unicodeScalars.count > 4 { add(folded.dropping(2), .instrumental) }
            if folded.ends("ем"), folded.unicodeScalars.count > 4 {
                for soft in ["ь", "й", ""] { add(folded.dropping(2) + soft, .instrumental) }
            }
            add(folded, .nominative)
        case "о", "э":
            add(folded, .all, nil)
        default:
            add(folded, .nominative)
            // Of a woman: Берман, Рид.
            add(folded, .all, .feminine)
        }
        return readings.isEmpty ? [Reading(nominative: folded, cases: .all, gender: nil)] : readings
    }

    /// The nominatives that the form may stand for, itself among them where it may be one.
    static func bases(_ folded: String) -> [String] {
        var bases: [String] = []
        for reading in readings(folded) where !bases.contains(reading.nominative) { bases.append(reading.nominative) }
        return bases
    }

    /// Two names that cannot stand in the same case. Only endings of Russian surnames tell; other words are never apart.
    package static func areApart(_ left: String, _ right: String) -> Bool {
        // Asked of every pair of neighbours; most are in Latin letters.
        guard left.utf8.first ?? 0 >= 0xD0, right.utf8.first ?? 0 >= 0xD0, isSurnameByEnding(left), isSurnameByEnding(right) else { return false }
        return cases(left).isDisjoint(with: cases(right))
    }

    /// The cases in which the form may stand.
    package static func cases(_ folded: String) -> Cases { readings(folded).reduce([]) { $0.union($1.cases) } }

    /// Whether two surnames may be cases of one. Of two nominatives none is the other's case (Иванов, Иванова).
    static func isOneName(_ a: NameForm, _ b: NameForm) -> Bool {
        if a.isNominative, b.isNominative { return modern(a.surname) == modern(b.surname) }
        if a.isNominative { return bases(b.surname).contains(a.surname) }
        if b.isNominative { return bases(a.surname).contains(b.surname) }
        // Without a sentence round them Иванов and Иванова are a man and a woman.
        if a.surname == b.surname + "а" || b.surname == a.surname + "а" { return false }
        let other = bases(b.surname)
        return bases(a.surname).contains(where: other.contains)
    }

    /// The cases of a surname given in the nominative, itself first.
    static func forms(_ nominative: String) -> [String] {
        func with(_ count: Int, _ endings: [String]) -> [String] { [nominative] + endings.map { nominative.dropping(count) + $0 } }
        if nominative.ends(in: ["ский", "цкий"]) { return with(2, ["ого", "ому", "им", "ом", "аго"]) }
        if nominative.ends(in: ["ый", "ой"]) { return with(2, ["ого", "ому", "ым", "ом", "аго"]) }
        if nominative.ends("ая") { return with(2, ["ой", "ую", "ою"]) }
        if nominative.ends(in: ["ов", "ев", "ин", "ын"]) { return with(0, ["а", "у", "ым", "е"]) }
        if nominative.ends(in: ["ова", "ева", "ина", "ына"]) { return with(1, ["ой", "у", "ою"]) }
        switch nominative.unicodeScalars.last {
        case "а": return with(1, ["ы", "и", "е", "у", "ой", "ою", "ей"])
        case "я": return with(1, ["и", "е", "ю", "ей"])
        case "й", "ь": return with(1, ["я", "ю", "ем", "е", "и"])
        case "о", "е", "и", "у", "ю", "э", "ы": return [nominative]
        default: return with(0, ["а", "у", "ом", "ем", "е"])
        }
    }

    /// -аго, -яго of before 1918.
    static func modern(_ folded: String) -> String {
        if folded.ends("аго"), folded.unicodeScalars.count > 5 { return folded.dropping(3) + (folded.ends(in: ["щаго", "чаго", "шаго", "жаго"]) ? "его" : "ого") }
        if folded.ends("яго"), folded.unicodeScalars.count > 5 { return folded.dropping(3) + "его" }
        return folded
    }
}
