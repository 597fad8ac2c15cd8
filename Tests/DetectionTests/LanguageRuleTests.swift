import Detection
import Findings
import Testing

/// The rules that read sentences, in the languages that have a pack beside the English one: firing cases and harmless twins. The sentences are ours.
@Suite struct LanguageRuleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var language: String
        var edit: Case
        init(_ language: String, _ before: String, _ after: String, _ expected: [String] = []) {
            self.language = language
            edit = Case(before, after, expected)
        }
        var testDescription: String { "\(language): \(edit.testDescription)" }
    }

    static let fire: [Row] = [
        Row("ru", "Штаб был создан Троцким. Гарнизон молчал.", "Штаб был создан Сталиным. Гарнизон молчал.", ["attribution.agent-replaced: Троцкий", "erasure.entity: Троцкий", "interpolation.entity: Сталин"]),
        Row("ru", "Съездом руководил Каменев.", "Съездом руководил Рыков.", ["attribution.agent-replaced: Каменев", "erasure.entity: Каменев", "interpolation.entity: Рыков"]),
        Row("ru", "Красный полк создал Троцкий.", "Красный полк создал Рыков.", ["attribution.agent-replaced: Троцкий", "erasure.entity: Троцкий", "interpolation.entity: Рыков"]),
        Row("ru", "Мост взорвали матросы Дыбенко.", "Мост был взорван.", ["attribution.agent-deleted: матросы", "erasure.entity: Дыбенко"]),
        Row("ru", "Ленин, Троцкий и Каменев приняли парад.", "Ленин и Каменев приняли парад.", ["attribution.agent-dropped: Троцкий", "erasure.entity: Троцкий"]),
        Row("ru", "Совет работал под председательством Троцкого.", "Совет работал под председательством Ленина.", ["attribution.agent-replaced: Троцкий", "erasure.entity: Троцкий", "interpolation.entity: Ленин"]),
        Row("ru", "Съезд принял план Троцкого.", "Съезд принял план Сталина.", ["attribution.agent-replaced: Троцкий", "erasure.entity: Троцкий", "interpolation.entity: Сталин"]),
        Row("ru", "По словам Рида, зал был полон.", "Зал был полон.", ["attribution.source-removed: Рид", "erasure.entity: Рид"]),
        Row("ru", "Каменев заявил, что письмо подделано.", "Зиновьев заявил, что письмо подделано.", ["attribution.speaker-replaced: Каменев", "erasure.entity: Каменев", "interpolation.entity: Зиновьев"]),
        Row("ru", "Штурм начался 25 октября 1917 года.", "Штурм начался 26 октября 1917 года.", ["fact.date: -"]),
        // Another month with the same figures.
        Row("ru", "Штурм начался 25 октября 1917 года.", "Штурм начался 25 ноября 1917 года.", ["fact.date: -"]),
        Row("ru", "Ревизия в порту шла неделю.", "«Ревизия» в порту шла неделю.", ["framing.scare-quotes: -"]),
        // The second verb has a subject of its own, or that of the first.
        Row("ru", "Каменев основал кружок, и кружок издал листовку.", "Рыков основал кружок, и кружок издал листовку.", ["attribution.agent-replaced: Каменев", "erasure.entity: Каменев", "interpolation.entity: Рыков"]),
        Row("ru", "Каменев основал кружок и издал листовку.", "Рыков основал кружок и издал листовку.", ["attribution.agent-replaced: Каменев", "erasure.entity: Каменев", "interpolation.entity: Рыков"]),
        Row("ru", "Сорок матросов погибли на площади.", "Четыреста матросов погибли на площади.", ["fact.number: -"]),
        Row("de", "Eisner gründete den Rat.", "Hoffmann gründete den Rat.", ["attribution.agent-replaced: Eisner", "erasure.entity: Eisner", "interpolation.entity: Hoffmann"]),
        Row("de", "Der Rat tagte unter Leitung von Toller.", "Der Rat tagte unter Leitung von Mühsam.", ["attribution.agent-replaced: Toller", "erasure.entity: Toller", "interpolation.entity: Mühsam"]),
        Row("de", "Nach Angaben von Toller war der Saal voll.", "Der Saal war voll.", ["attribution.source-removed: Toller", "erasure.entity: Toller"]),
        Row("de", "Eisner, Toller und Landauer sprachen im Saal.", "Eisner und Landauer sprachen im Saal.", ["attribution.agent-dropped: Toller", "erasure.entity: Toller"]),
        Row("de", "Die Soldaten erschossen zwölf Geiseln.", "Zwölf Geiseln wurden erschossen.", ["attribution.agent-deleted: Die Soldaten"]),
        Row("de", "Am 7. April 1919 sprach Toller im Saal.", "Am 8. April 1919 sprach Toller im Saal.", ["fact.date: Toller"]),
        Row("fr", "Le comité fut fondé par Varlin.", "Le comité fut fondé par Thiers.", ["attribution.agent-replaced: Varlin", "erasure.entity: Varlin", "interpolation.entity: Thiers"]),
        Row("fr", "Le conseil siégea sous la direction de Varlin.", "Le conseil siégea sous la direction de Frankel.", ["attribution.agent-replaced: Varlin", "erasure.entity: Varlin", "interpolation.entity: Frankel"]),
        Row("fr", "Selon Lissagaray, la salle était pleine.", "La salle était pleine.", ["attribution.source-removed: Lissagaray", "erasure.entity: Lissagaray"]),
        Row("fr", "Varlin, Frankel et Vaillant signèrent l'appel.", "Varlin et Vaillant signèrent l'appel.", ["attribution.agent-dropped: Frankel", "erasure.entity: Frankel"]),
        Row("fr", "Les soldats fusillèrent douze otages.", "Douze otages furent fusillés.", ["attribution.agent-deleted: Les soldats"]),
        Row("fr", "La Commune tomba le 28 mai 1871.", "La Commune tomba le 29 mai 1871.", ["fact.date: -"]),
    ]

    static let later: [Row] = [
        Row("ru", "Роман написал Фёдор Крюков.", "Роман написал Михаил Шолохов.", ["attribution.agent-replaced: Фёдор Крюков", "erasure.entity: Фёдор Крюков", "interpolation.entity: Михаил Шолохов"]),
        Row("ru", "Сообщается, что флот погиб.", "Флот погиб.", ["stance.hedge-removed: -"]),
        Row("ru", "Чекисты пытали арестованных.", "Арестованных допрашивали.", ["attribution.agent-deleted: Чекисты", "framing.euphemism: -"]),
        Row("en", "As Orwell reported, the police opened the parcels.", "The police opened the parcels.", ["attribution.source-removed: Orwell", "erasure.entity: Orwell"]),
    ]

    @Test(arguments: later) func firesAsWell(row: Row) {
        #expect(Sheet.found(Sheet.pair(row.edit.before, row.edit.after, language: row.language)) == row.edit.expected)
    }

    static let silent: [Row] = [
        Row("ru", "Троцкий, председатель Совета, создал штаб.", "Штаб создал Троцкий, председатель Совета."),
        Row("ru", "Штаб был создан Троцким.", "Троцкий создал штаб."),
        Row("ru", "Письмо Троцкого хранится в архиве.", "В архиве хранится письмо Троцкаго."),
        Row("ru", "Троцкий писалъ объ этомъ въ газетѣ.", "Троцкий писал об этом в газете."),
        Row("ru", "Приказ подписал Leon Trotsky.", "Приказ подписал Лев Троцкий."),
        Row("ru", "Штурм начался 25 октября (7 ноября) 1917 года.", "Штурм начался 25 октября 1917 года (7 ноября)."),
        Row("ru", "Сорок пять матросов погибли.", "45 матросов погибли."),
        Row("ru", "Встреча с Крупской состоялась в мае.", "В мае состоялась встреча с Крупской."),
        Row("ru", "Л. Д. Троцкий выступил первым.", "Лев Давидович Троцкий выступил первым."),
        Row("ru", "Фёдор Раскольников отдал приказ.", "Приказ был отдан Федором Раскольниковым."),
        // What stands behind the verb is no subject where a pronoun stands before it; nor is a day.
        Row("ru", "Каменев открыл школу. Каменев также вёл счета союза.", "Каменев открыл школу. Он также вёл счета союза."),
        Row("ru", "Каменев основал кружок 14 марта 1907 года. Каменев также редактировал газету.", "Каменев основал кружок 14 марта 1907 года и также редактировал газету."),
        Row("ru", "Доктор Журавлёв вернулся домой.", "Д-р Журавлёв вернулся домой."),
        Row("ru", "Профессор Журавлёв вернулся домой.", "Проф. Журавлёв вернулся домой."),
        Row("de", "Toller gründete den Rat.", "Der Rat wurde von Toller gegründet."),
        Row("de", "Tollers Plan wurde im Saal verlesen.", "Der Plan von Toller wurde im Saal verlesen."),
        Row("de", "Ernst Toller sprach auf der Straße.", "E. Toller sprach auf der Strasse."),
        Row("de", "Am 7. April 1919 sprach Toller im Saal.", "Toller sprach am 7. April 1919 im Saal."),
        Row("fr", "Varlin a fondé le comité.", "Le comité a été fondé par Varlin."),
        Row("fr", "Eugène Varlin parla dans la salle.", "E. Varlin parla dans la salle."),
        Row("fr", "Varlin signa l’appel.", "Varlin signa l'appel."),
        Row("fr", "Vingt-cinq otages furent libérés.", "25 otages furent libérés."),
    ]

    @Test(arguments: fire) func fires(row: Row) {
        #expect(Sheet.found(Sheet.pair(row.edit.before, row.edit.after, language: row.language)) == row.edit.expected)
    }

    @Test(arguments: silent) func staysSilent(row: Row) {
        #expect(Sheet.found(Sheet.pair(row.edit.before, row.edit.after, language: row.language)) == [])
    }
}
