/// Somebody in an invented page, with the forms of the name that its language needs.
struct Person: Hashable, Sendable {
    /// How the sentence uses the name. English writes one form for all.
    enum Case: Sendable { case nominative, genitive, dative, accusative, instrumental }

    var key: String
    var given: String
    var surname: String
    /// The same surname after another system of spelling; nil: none is in use.
    var respelled: String?
    var isWoman: Bool

    /// "P." — the initial of the given name.
    var initial: String { "\(given.prefix(1))." }

    /// The surname in a case of Russian: adjectives in -ский, and the possessive surnames in -ов, -ев and -ин.
    func surname(in form: Case) -> String {
        if form == .nominative { return surname }
        if isWoman {
            let stem = surname.dropLast(surname.hasSuffix("ая") ? 2 : 1)
            return stem + (form == .accusative ? (surname.hasSuffix("ая") ? "ую" : "у") : "ой")
        }
        if surname.hasSuffix("ий") {
            let stem = surname.dropLast(2)
            switch form {
            case .instrumental: return stem + "им"
            case .dative: return stem + "ому"
            case .genitive, .accusative, .nominative: return stem + "ого"
            }
        }
        switch form {
        case .instrumental: return surname + "ым"
        case .dative: return surname + "у"
        case .genitive, .accusative, .nominative: return surname + "а"
        }
    }
}
