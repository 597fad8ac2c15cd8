import Detection
import Findings
import Testing

/// Named still, but far less: firing cases and harmless twins in English and Russian. The sentences are ours.
@Suite struct DiminishedTests {
    private static func found(_ before: String, _ after: String, language: String = "en", watched: [String] = []) -> [Finding] {
        let row = Case(before, after, [])
        return detect(Sheet.pair(row.before, row.after, language: language, watched: watched)).findings.filter { $0.rule == .erasureDiminished }
    }

    private static let deeds = """
        [Antonov|antonov] took the bridges in the night.
        [Antonov|antonov] arrested the ministers at two in the morning.
        The sailors followed [Antonov|antonov] into the palace.
        The telegram to the fleet was signed by [Antonov|antonov].
        The committee thanked [Antonov|antonov], Dybenko and Krylenko.
        """
    private static let russianDeeds = """
        [Антонов|antonov] занял мосты ночью.
        [Антонов|antonov] арестовал министров в два часа ночи.
        Матросы пошли за [Антоновым|antonov] во дворец.
        Телеграмму флоту подписал [Антонов|antonov].
        Комитет благодарил [Антонова|antonov], Дыбенко и Крыленко.
        """

    @Test func fires() throws {
        let after = """
            The bridges were taken in the night.
            The ministers were arrested at two in the morning.
            The sailors went on into the palace.
            The telegram to the fleet was signed at once.
            The committee thanked [Antonov|antonov], Dybenko and Krylenko.
            """
        let finding = try #require(Self.found(Self.deeds, after).first)
        #expect(finding.entity?.id == "#antonov" && finding.severity == .warning)
        #expect(finding.message.hasPrefix("Antonov is still named, once instead of 5"), "\(finding.message)")
    }

    @Test func firesInRussian() throws {
        let after = """
            Мосты были заняты ночью.
            Министры были арестованы в два часа ночи.
            Матросы пошли дальше во дворец.
            Телеграмма флоту была подписана сразу.
            Комитет благодарил [Антонова|antonov], Дыбенко и Крыленко.
            """
        let finding = try #require(Self.found(Self.russianDeeds, after, language: "ru").first)
        #expect(finding.entity?.id == "#antonov")
    }

    /// Deeds go to others, the name stays in every sentence.
    @Test func firesWhereOnlyTheDeedsGo() throws {
        let after = """
            Stalin took the bridges in the night beside [Antonov|antonov].
            Stalin arrested the ministers at two in the morning beside [Antonov|antonov].
            Stalin opened the fortress beside [Antonov|antonov].
            Stalin held the station beside [Antonov|antonov].
            """
        let before = """
            [Antonov|antonov] took the bridges in the night.
            [Antonov|antonov] arrested the ministers at two in the morning.
            [Antonov|antonov] opened the fortress.
            [Antonov|antonov] held the station.
            """
        let finding = try #require(Self.found(before, after).first)
        #expect(finding.message == "Antonov is still named; as the one who acts never instead of 4", "\(finding.message)")
    }

    /// Known from capitals alone it is no finding by itself, and one for somebody who watches the name.
    @Test func namesKnownByCapitalsAreLessSure() {
        func bare(_ text: String) -> String { text.replacing("|antonov]", with: "").replacing("[", with: "") }
        let after = """
            The bridges were taken in the night.
            The ministers were arrested at two in the morning.
            The sailors went on into the palace.
            The telegram to the fleet was signed at once.
            The committee thanked Antonov, Dybenko and Krylenko.
            """
        #expect(Self.found(bare(Self.deeds), after).isEmpty)
        #expect(Self.found(bare(Self.deeds), after, watched: ["Antonov"]).count == 1)
    }

    @Test(arguments: [
        // Pronouns and descriptions go on for the name.
        "[Antonov|antonov] took the bridges in the night.\nHe arrested the ministers at two in the morning.\nThe sailors followed him into the palace.\nThe telegram to the fleet was signed by him.\nThe committee thanked him, Dybenko and Krylenko.",
        // Sentences are joined.
        "[Antonov|antonov] took the bridges in the night, arrested the ministers at two in the morning and signed the telegram to the fleet.\nThe sailors followed him into the palace.\nThe committee thanked [Antonov|antonov], Dybenko and Krylenko.",
        // Half of the mentions stay.
        "[Antonov|antonov] took the bridges in the night.\nThe ministers were arrested at two in the morning.\nThe sailors followed [Antonov|antonov] into the palace.\nThe telegram to the fleet was signed at once.\nThe committee thanked [Antonov|antonov], Dybenko and Krylenko.",
        // The name is spelled otherwise.
        "[Antonow|antonov] took the bridges in the night.\n[Antonow|antonov] arrested the ministers at two in the morning.\nThe sailors followed [Antonow|antonov] into the palace.\nThe telegram to the fleet was signed by [Antonow|antonov].\nThe committee thanked [Antonow|antonov], Dybenko and Krylenko.",
        // The record was cut to a fifth, and he with it.
        "The committee thanked [Antonov|antonov], Dybenko and Krylenko.",
    ])
    func staysSilent(_ after: String) {
        #expect(Self.found(Self.deeds, after).map(\.message) == [])
    }

    @Test(arguments: [
        "[Антонов|antonov] занял мосты ночью.\nОн арестовал министров в два часа ночи.\nМатросы пошли за ним во дворец.\nТелеграмму флоту подписал он.\nКомитет благодарил его, Дыбенко и Крыленко.",
        "Ночью [Антонов|antonov] занял мосты.\nВ два часа ночи [Антонов|antonov] арестовал министров.\nЗа [Антоновым|antonov] пошли во дворец матросы.\nТелеграмма флоту была подписана [Антоновым|antonov].\nКомитет благодарил [Антонова|antonov], Дыбенко и Крыленко.",
    ])
    func staysSilentInRussian(_ after: String) {
        #expect(Self.found(Self.russianDeeds, after, language: "ru").map(\.message) == [])
    }

    /// Three mentions are too few to speak of a fall.
    @Test func threeMentionsAreTooFew() {
        let before = "[Antonov|antonov] took the bridges.\n[Antonov|antonov] took the fort.\nThe sailors thanked [Antonov|antonov] and Dybenko."
        #expect(Self.found(before, "The bridges were taken.\nThe fort was taken.\nThe sailors thanked [Antonov|antonov] and Dybenko.").isEmpty)
    }
}
