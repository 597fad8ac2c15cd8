/// A language in which the invented pages are told: its words, and how a statement becomes a sentence. The words are chosen by what the
/// catalogue speaks of, without a look at the word lists of the detector.
protocol Tongue: Sendable {
    var code: String { get }
    /// People of the pages, enough that no name has to serve twice.
    var cast: [Person] { get }
    var deeds: Int { get }
    /// Deeds that one may call heroic or shameful; of a mill nobody says so.
    var evaluableDeeds: [Int] { get }
    var harms: Int { get }
    var credits: Int { get }
    var claims: Int { get }
    var quotations: Int { get }
    var gatherings: Int { get }
    var counts: Int { get }
    var offices: Int { get }
    var portraits: Int { get }
    var events: Int { get }
    var scenes: Int { get }
    var places: Int { get }
    var hedges: Int { get }
    var evaluations: Int { get }
    var labels: Int { get }
    /// Numbers that can be written in words.
    var numbers: [Int] { get }

    /// One or two sentences in TEI's mark-up, the second for what somebody did besides.
    func tell(_ statement: Statement, _ manner: Manner) -> [String]
    func byline(_ author: Person, _ manner: Manner) -> String
    func caption(_ shown: [Person], _ manner: Manner) -> String
    var title: String { get }
}

extension Tongue {
    /// A name as the manner writes it, in its mark-up; in full only as a subject.
    func name(_ person: Person, _ form: Person.Case = .nominative, _ manner: Manner, inFull: Bool = false) -> String {
        var written = person
        if manner.respellsNames, let respelled = person.respelled { written.surname = respelled }
        let surname = code == "ru" ? written.surname(in: form) : written.surname
        let given = manner.usesInitials ? written.initial : written.given
        return marked(inFull ? "\(given) \(surname)" : surname, person, manner)
    }

    func marked(_ text: String, _ person: Person, _ manner: Manner) -> String {
        guard manner.marksNames else { return text }
        let key = manner.renamesKeys ? "pers-\(person.key)" : person.key
        return manner.marksNamesAsReferences
            ? "<rs type=\"person\" ref=\"#\(key)\">\(text)</rs>" : "<persName ref=\"#\(key)\">\(text)</persName>"
    }

    /// "A, B and C".
    func list(_ items: [String], and: String, serialComma: Bool) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + (serialComma && items.count > 2 ? "," : "") + " \(and) " + last
    }

    func capitalised(_ text: String) -> String {
        guard let first = text.first, first != "<" else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
