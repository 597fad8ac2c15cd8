import Detection
import Findings
import Records
import Testing

/// Events of the authority that are no longer mentioned: firing cases and harmless twins. The sentences are ours.
@Suite struct EventTests {
    static let events = [
        Entity(id: "kronstadt", kind: .event, names: ["Kronstadt rebellion", "Кронштадтское восстание"], keys: ["wd:kronstadt"]),
        Entity(id: "famine", kind: .event, names: ["famine of 1932", "голод 1932 года", "Holodomor"]),
        Entity(id: "terror", kind: .event, names: ["Terror"]),
        Entity(id: "antonov", kind: .person, names: ["Vladimir Antonov"]),
    ]

    private static func found(_ before: String, _ after: String, language: String = "en") -> [String] {
        let row = Case(before, after, [])
        return detect(Sheet.pair(row.before, row.after, authority: events, language: language)).findings.filter { $0.rule == .erasureEvent || $0.rule == .erasureEntity && $0.entity?.id.hasPrefix("#") == true }
            .map { "\($0.rule.id): \($0.entity?.id ?? "-")" }
    }

    @Test(arguments: [
        ("The Kronstadt rebellion was put down in March. The congress went on.", "The congress went on."),
        ("Trade was freed after the Kronstadt rebellion of that spring.", "Trade was freed in that spring."),
        ("The works stood still.\nIn March came the Kronstadt rebellion.", "The works stood still."),
        ("The congress of [that spring|wd:kronstadt] was remembered.", "The congress was remembered."),
    ])
    func fires(_ before: String, _ after: String) { #expect(Self.found(before, after) == ["erasure.event: #kronstadt"]) }

    @Test func firesForNamesOfCommonWords() {
        #expect(Self.found("The famine of 1932 emptied the villages.", "The villages were empty.") == ["erasure.event: #famine"])
        #expect(Self.found("Под Полтавой голод 1932 года унёс половину села.", "Под Полтавой село уменьшилось наполовину.", language: "ru") == ["erasure.event: #famine"])
        #expect(Self.found("После Кронштадтского восстания налог сменили.", "Весной налог сменили.", language: "ru") == ["erasure.event: #kronstadt"])
        #expect(Self.found("In the years of the Terror he was silent.", "In those years he was silent.") == ["erasure.event: #terror"])
    }

    @Test(arguments: [
        ("The Kronstadt rebellion was put down.", "The rebellion at Kronstadt was put down."),
        ("The Kronstadt rebellion was put down.", "The Kronstadt rebellions were put down."),
        ("The Kronstadt rebellion was put down. The congress went on.", "The congress went on. The Kronstadt Rebellion was put down."),
        ("The famine of 1932 emptied the villages.", "The Holodomor emptied the villages."),
        ("The famine of 1932 emptied the villages.", "The famine, that of 1932, emptied the villages."),
        ("The congress of [that spring|wd:kronstadt] was remembered.", "The Kronstadt rebellion was remembered."),
        ("The congress of [that spring|kronstadt] was remembered.", "The congress of [that time|kronstadt] was remembered."),
        // Told in other words at the same place: not said of a common reader's text.
        ("In March the Kronstadt rebellion was put down.", "In March the events at Kronstadt came to an end."),
        // A terror that somebody felt.
        ("He ran in terror from the hall.", "He ran from the hall."),
        ("He slept.", "The Kronstadt rebellion began."),
    ])
    func staysSilent(_ before: String, _ after: String) { #expect(Self.found(before, after) == []) }

    @Test(arguments: [
        ("После Кронштадтского восстания налог сменили.", "Налог сменили после восстания в Кронштадтском гарнизоне."),
        ("После Кронштадтского восстания налог сменили.", "Кронштадтское восстание заставило сменить налог."),
        ("Голод 1932 года опустошил сёла.", "Сёла опустошил голод 1932 года."),
    ])
    func staysSilentInRussian(_ before: String, _ after: String) { #expect(Self.found(before, after, language: "ru") == []) }
}
