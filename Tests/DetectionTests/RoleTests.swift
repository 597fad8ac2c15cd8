import Detection
import Findings
import Testing

/// Offices, ranks and callings of those who stay. The sentences are ours.
@Suite struct RoleTests {
    static let fire: [Case] = [
        Case("President Anna Velde opened the bridge.", "Prime Minister Anna Velde opened the bridge.", ["fact.role: Anna Velde"]),
        Case("The two heads of state met in the harbour.", "The two heads of government met in the harbour.", ["fact.role: -"]),
        Case("He was then named the Executive Secretary of the college.", "He was then named Deputy Under Secretary of the college.", ["fact.role: -"]),
        Case("Deputy Minister Orlov signed the order.", "Minister Orlov signed the order.", ["fact.role: Orlov"]),
        Case("Varga was a hermit of the valley.", "Varga was a bishop and martyr of the valley.", ["fact.role: Varga", "framing.label-honorific: Varga"]),
        Case("{heading}Archdeacon Petrov in Riga", "{heading}Petrov in Riga", ["fact.role: Petrov"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        // The office written longer, shorter, elsewhere or with its other name; a courtesy; a title left out in running text.
        Case("Minister Orlov signed the order.", "Foreign Minister Orlov signed the order.", []),
        Case("Minister of Foreign Affairs Orlov signed the order.", "Foreign Minister Orlov signed the order.", []),
        Case("Premier Anna Velde opened the bridge.", "Prime Minister Anna Velde opened the bridge.", []),
        Case("Chairman Orlov opened the meeting.", "Orlov, the chairman, opened the meeting.", []),
        Case("Mr Orlov opened the meeting.", "Orlov opened the meeting.", []),
        Case("General Frunze took the town.", "Frunze took the town.", []),
        Case("Varga was a lawyer in the valley.", "Varga was an attorney in the valley.", []),
        Case("The head of the state was at home.", "The head of state was at home.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    /// Deadlines, parts of a whole, names of peoples and places, clauses whose names stand elsewhere.
    static let facts: [Case] = [
        Case("The office shall report no later than 180 days after the decree.", "The office shall report no later than 30 September 2026.", ["fact.date: -"]),
        Case("The office closed all of its branches.", "The office closed parts of all of its branches.", ["stance.hedge-added: -"]),
        Case("The garrison was beaten by the Mahdis in the spring.", "The garrison was beaten by the Mahdists in the spring.", ["fact.name: Mahdis"]),
        Case("The column was lost in the Darien Strait.", "The column was lost in the Darien Gap.", ["fact.name: Darien Strait", "interpolation.entity: Darien Gap"]),
        Case("Most affectionately yours,\nThe ship sails tomorrow at dawn.", "The ship sails tomorrow at dawn.", ["erasure.passage: -"]),
        Case("View video\nThe ship sails tomorrow at dawn.", "The ship sails tomorrow at dawn.", []),
    ]

    @Test(arguments: facts) func tellsFacts(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    /// How a letter closes is a note, not a warning.
    @Test func aClosingFormulaIsANote() {
        let found = detect(Sheet.pair(["The ship sails tomorrow at dawn.", "I remain, most affectionately yours,"], ["The ship sails tomorrow at dawn."])).findings
        #expect(found.filter { $0.severity == .warning || $0.severity == .error }.isEmpty)
    }
}
