import Detection
import Findings
import Testing

/// Numbers and dates by value: units, calendars, exactness, in English and Russian. The sentences are ours.
@Suite struct ValueTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var language: String, before: String, after: String, expected: [String]
        init(_ language: String, _ before: String, _ after: String, _ expected: [String] = []) { (self.language, self.before, self.after, self.expected) = (language, before, after, expected) }
        var testDescription: String { "\(language): \(before) -> \(after)" }
    }

    /// "rule severity" of the findings about numbers and dates.
    private static func found(_ row: Row) -> [String] {
        detect(Sheet.pair([row.before], [row.after], language: row.language)).findings.filter { $0.rule.family == "fact" }.map { "\($0.rule.id) \($0.severity)" }.sorted()
    }

    @Test(arguments: [
        // another unit
        Row("en", "The column marched 5 miles in the night.", "The column marched 5 kilometres in the night.", ["fact.number warning"]),
        Row("en", "The strike lasted ten days in all.", "The strike lasted ten weeks in all.", ["fact.number warning"]),
        Row("en", "The levy took 30 roubles of each house.", "The levy took 30 per cent of each house.", ["fact.number warning"]),
        Row("ru", "Колонна прошла за ночь 5 вёрст.", "Колонна прошла за ночь 5 километров.", ["fact.number warning"]),
        Row("ru", "Забастовка длилась десять дней.", "Забастовка длилась десять недель.", ["fact.number warning"]),
        // less exact
        Row("en", "The order was given on 14 November 1927 in Moscow.", "The order was given in 1927 in Moscow.", ["fact.date-removed warning"]),
        Row("ru", "Приказ был отдан 14 ноября 1927 года в Москве.", "Приказ был отдан в 1927 году в Москве.", ["fact.date-removed warning"]),
        // neither calendar is named: said, and left to the reader
        Row("en", "The town rose on 25 October 1917 at dawn.", "The town rose on 7 November 1917 at dawn.", ["fact.date note"]),
        Row("ru", "Город восстал 25 октября 1917 года на рассвете.", "Город восстал 7 ноября 1917 года на рассвете.", ["fact.date note"]),
        Row("en", "The town rose on 25 October 1917 at dawn.", "The town rose on 8 November 1917 at dawn.", ["fact.date warning"]),
        // the calendar named is another
        Row("en", "The town rose on 25 October 1917 (O.S.) at dawn.", "The town rose on 25 October 1917 (N.S.) at dawn.", ["fact.date warning"]),
    ])
    func fires(_ row: Row) { #expect(Self.found(row) == row.expected) }

    @Test(arguments: [
        Row("en", "The column marched 5 kilometres in the night.", "The column marched 5 km in the night."),
        Row("en", "The column marched 5 miles in the night.", "In the night the column marched five miles."),
        Row("en", "The strike lasted ten days in all.", "The strike lasted a full ten days in all."),
        Row("en", "The levy took 30% of each house.", "The levy took thirty per cent of each house."),
        Row("en", "He paid 5 roubles.", "He paid 5 rubles."),
        Row("ru", "Колонна прошла 5 километров за ночь.", "За ночь колонна прошла пять км."),
        Row("ru", "Он заплатил 30 рублей.", "Он заплатил тридцать руб."),
        // better knowledge
        Row("en", "The order was given in 1927 in Moscow.", "The order was given on 14 November 1927 in Moscow."),
        Row("en", "On 14 November 1927 the order was given.", "On 14 November the order was given."),
        Row("en", "The town rose on 25 October 1917 at dawn.", "The town rose on 25 October (7 November) 1917 at dawn."),
        Row("en", "The town rose on 25 October (7 November) 1917 at dawn.", "The town rose on 25 October 1917 at dawn."),
        Row("en", "The town rose on 25 October (7 November) 1917 at dawn.", "The town rose on 7 November 1917 at dawn."),
        Row("en", "The town rose on 25 October 1917 (O.S.) at dawn.", "The town rose on 7 November 1917 (N.S.) at dawn."),
        Row("en", "The town rose on 25 October 1917 at dawn.", "The town rose on 25 October 1917 (O.S.) at dawn."),
        Row("ru", "Город восстал 25 октября (7 ноября) 1917 года на рассвете.", "Город восстал 25 октября 1917 года на рассвете."),
        Row("ru", "Город восстал 25 октября 1917 года на рассвете.", "Город восстал 25 октября (7 ноября) 1917 года на рассвете."),
    ])
    func staysSilent(_ row: Row) { #expect(Self.found(row) == []) }

    /// A conversion is listed, not done in silence.
    @Test func aConversionIsListed() {
        let findings = detect(Sheet.pair(["The town rose on 25 October 1917 (O.S.) at dawn."], ["The town rose on 7 November 1917 (N.S.) at dawn."])).findings
        #expect(findings.contains { $0.rule == .neutralVariant && $0.message.contains("one day in the Old and the New Style") }, "\(findings.map(\.message))")
    }

    /// A name that rests on likeness alone is said to, also by the findings about it.
    @Test func likenessIsSaidInTheEvidence() throws {
        let before = ["The staff was led by Tukhachevsky."], after = ["The staff was led by Tukhachefsky and Krylenko."]
        let findings = detect(Sheet.pair(before, after)).findings.filter { $0.severity != .neutral && $0.rule != .changeOther && $0.entity?.name.hasPrefix("Tukh") == true }
        #expect(!findings.isEmpty)
        for finding in findings { #expect(finding.evidence.contains { $0.detail.hasPrefix("treated as the same name") }, "\(finding.rule.id): \(finding.evidence)") }
    }

    /// Letters added to a long name are another spelling of it, not somebody else; a name that somebody else bears is not.
    @Test(arguments: [
        ("The villages followed the Mahdis to the river.", "The villages followed the Mahdists to the river.", ["fact.name"]),
        ("The letter was sent to Tukhachevsky.", "The letter was sent to Tukhachefsky.", ["fact.name"]),
        ("The letter was sent to Petrov.", "The letter was sent to Petrovsky.", ["erasure.entity"]),
        ("The letter was sent to Chernov.", "The letter was sent to Chernin.", ["erasure.entity"]),
        ("The letter was sent to Milyukov.", "The letter was sent to Milyutin.", ["erasure.entity"]),
        ("Письмо было послано Тухачевскому.", "Письмо было послано Тухочевскому.", ["fact.name"]),
        ("Письмо было послано Чернову.", "Письмо было послано Чернину.", ["erasure.entity"]),
    ])
    func aNameWhoseLettersDiffer(_ before: String, _ after: String, _ rules: [String]) {
        let language = before.utf8.first == 0xD0 ? "ru" : "en"
        let found = detect(Sheet.pair([before], [after], language: language)).findings.map(\.rule.id).filter { $0 == "fact.name" || $0 == "erasure.entity" }
        #expect(found == rules)
    }
}
