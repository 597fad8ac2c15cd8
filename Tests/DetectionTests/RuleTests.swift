import Detection
import Findings
import Testing

/// For every rule one case that must fire. The sentences are ours.
@Suite struct RuleTests {
    static let fire: [Case] = [
        Case(
            "The rising was organised by Trotsky. The garrison followed.", "The rising was organised by Stalin. The garrison followed.",
            ["attribution.agent-replaced: Trotsky", "erasure.entity: Trotsky", "interpolation.entity: Stalin"]),
        Case(
            "All practical work was done under the direction of [Trotsky|trotsky].", "All practical work was done under the direction of [Stalin|stalin].",
            ["attribution.agent-replaced: Trotsky", "erasure.entity: Trotsky", "interpolation.entity: Stalin"]),
        Case(
            "Lenin, Trotsky and Kamenev spoke from the balcony.", "Lenin and Kamenev spoke from the balcony.",
            ["attribution.agent-dropped: Trotsky", "erasure.entity: Trotsky"]),
        Case(
            "The crowd cheered Lenin, Trotsky and Kamenev.", "The crowd cheered Lenin and Kamenev.",
            ["erasure.entity: Trotsky", "erasure.list-omission: Trotsky"]),
        Case(
            "The assault was led by Antonov.", "The assault was led by one of the sailors.",
            ["erasure.anonymised: Antonov", "erasure.entity: Antonov"]),
        Case("The archive was burned by Kornilov.", "The archive was burned.", ["attribution.agent-deleted: Kornilov", "erasure.entity: Kornilov"]),
        Case(
            "Kamenev said that the letter was forged.", "Zinoviev said that the letter was forged.",
            ["attribution.speaker-replaced: Kamenev", "erasure.entity: Kamenev", "interpolation.entity: Zinoviev"]),
        Case(
            "Reed wrote: \"The hall was full and nobody slept that night.\"", "Reed wrote: \"The hall was empty and nobody slept that night.\"",
            ["attribution.quote-altered: Reed"]),
        Case("The town fell on 25 October 1917.", "The town fell on 26 October 1917.", ["fact.date: -"]),
        Case("The town fell on 25 October 1917.", "The town fell on 25 November 1917.", ["fact.date: -"]),
        Case("The mill closed on January 2, 1943.", "The mill closed on March 2, 1943.", ["fact.date: -"]),
        Case("Forty sailors were killed in the square.", "Four hundred sailors were killed in the square.", ["fact.number: -"]),
        Case("{author}Leon Trotsky", "{author}Joseph Stalin", ["attribution.author-replaced: Leon Trotsky"]),
        Case(
            "The cruiser lay at anchor in the river.\nThe guns were silent until the evening of that day.", "The cruiser lay at anchor in the river.",
            ["erasure.passage: -"]),
        Case(
            "Author: L. Trotsky. The lessons of October are many.", "Author: K. Radek. The lessons of October are many.",
            ["attribution.author-replaced: L. Trotsky", "erasure.entity: L. Trotsky", "interpolation.entity: K. Radek"]),
        Case(
            "Photograph: Lenin, Trotsky and Kamenev at the Bolshoi.", "Photograph: Lenin and Kamenev at the Bolshoi.",
            ["erasure.entity: Trotsky", "erasure.list-omission: Trotsky"]),
        Case(
            "Photograph by Goldshtein. Lenin speaks from the wooden stand.", "Lenin speaks from the wooden stand.",
            ["attribution.author-removed: Goldshtein", "erasure.entity: Goldshtein"]),
        Case("{author}Leon Trotsky\n{title}The lessons of autumn", "{title}The lessons of autumn", ["attribution.author-removed: Leon Trotsky"]),
        Case("{title}The lessons of autumn", "{author}Leon Trotsky\n{title}The lessons of autumn", ["attribution.author-added: Leon Trotsky"]),
        Case(
            "The army was founded by [Trotsky|trotsky].", "The army was founded by [Trotsky|trotsky] and [Stalin|stalin].",
            ["attribution.agent-diluted: Trotsky", "interpolation.entity: Stalin"]),
        Case("The bridge was burned in the night.", "The bridge was burned by the sailors in the night.", ["attribution.agent-added: the sailors"]),
        Case(
            "According to Reed, the hall was full all night.", "The hall was full all night.",
            ["attribution.source-removed: Reed", "erasure.entity: Reed"]),
        Case(
            "According to Reed, the hall was full all night.", "According to Sukhanov, the hall was full all night.",
            ["attribution.source-replaced: Reed", "erasure.entity: Reed", "interpolation.entity: Sukhanov"]),
        Case(
            "The hall was full all night.", "According to Reed, the hall was full all night.",
            ["attribution.source-added: Reed", "interpolation.entity: Reed"]),
        Case(
            "The order was obeyed at once (Deutscher 1954, p. 307).", "The order was obeyed at once.",
            ["attribution.source-removed: Deutscher", "erasure.entity: Deutscher"]),
        Case("Three hundred sailors held the bridge at dawn.", "The sailors held the bridge at dawn.", ["fact.number-removed: -"]),
        Case("The town fell on 25 October 1917 after a siege.", "The town fell after a siege.", ["fact.date-removed: -"]),
        Case("The treaty was signed in London by both sides.", "The treaty was signed in Paris by both sides.", ["fact.place: London", "interpolation.entity: Paris"]),
        Case("The letter was sent to [Tukhachevsky|t].", "The letter was sent to [Tuhkachevsky|t].", ["fact.name: Tukhachevsky"]),
        Case("The letter was sent to Tukhachevsky.", "The letter was sent to Tukhachefsky.", ["fact.name: Tukhachevsky"]),
        Case(
            "Kamenev opened the meeting.\nThe vote was taken by Kamenev and Lenin.", "Kamenev opened the meeting.\nThe vote was taken by Lenin.",
            ["attribution.agent-dropped: Kamenev"]),
        Case(
            "{item}Antonov, secretary of the committee of the fleet\n{item}Dybenko, chairman of the committee of the fleet\n{item}Krylenko, of the army",
            "{item}Antonov, secretary of the committee of the fleet\n{item}Krylenko, of the army",
            ["erasure.entity: Dybenko", "erasure.list-omission: Dybenko"]),
        Case(
            "The cruiser lay at anchor in the river.", "The cruiser lay at anchor in the river.\nThe guns were silent until the evening of that day.",
            ["interpolation.passage: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected)
    }

    /// A second copy that stood there all along is no new place for a lost sentence.
    @Test func aLostCopyIsNoMove() {
        let copies = ["The garrison went over to the Soviet in the night.", "Then came the morning.", "The garrison went over to the Soviet in the night."]
        #expect(Sheet.found(Sheet.pair(copies, Array(copies.dropLast()))).contains { $0.hasPrefix("erasure.passage") })
    }

    @Test func anAbbreviatedNameThatStandsElsewhereIsNotGone() {
        let before = ["The order of the U.N. was late.", "Troops of the U.N. stayed in the town."], after = ["The order was late.", "Troops of the U.N. stayed in the town."]
        #expect(!Sheet.found(Sheet.pair(before, after)).contains { $0.hasPrefix("erasure.entity") })
    }

    @Test func nobodyIsPutInWhenAListIsShortened() {
        let before = ["[Trotsky|t] received foreign affairs, [Rykov|r] internal affairs and [Lunacharsky|l] education."]
        let after = ["[Lunacharsky|l] received education."]
        #expect(!Sheet.found(Sheet.pair(before, after)).contains { $0.hasPrefix("attribution.agent-replaced") })
    }

    @Test func identityChangedWhileTheOldOneLivesOn() {
        let before = ["The order came from [the commissar|trotsky].", "Later [Trotsky|trotsky] left the city with his staff."]
        let after = ["The order came from [the commissar|stalin].", "Later [Trotsky|trotsky] left the city with his staff."]
        #expect(Sheet.found(Sheet.pair(before, after)) == ["attribution.identity-changed: the commissar"])
    }
}

/// For every rule an edit that must stay silent (nothing of note or above).
@Suite struct HarmlessTwinTests {
    static let silent: [Case] = [
        // A title and its abbreviation.
        Case("Professor Hallam opened the hall.", "Prof. Hallam opened the hall.", []), Case("Doctor Hallam opened the hall.", "Dr. Hallam opened the hall.", []),
        Case("General Hallam opened the hall.", "Gen. Hallam opened the hall.", []), Case("Captain Hallam opened the hall.", "Capt. Hallam opened the hall.", []),
        Case("The rising was organised by Trotsky.", "The rising was organised by Trotskii.", []),
        Case("Leon Trotsky founded the army.", "L. D. Trotsky founded the army.", []),
        Case("The rising was organised by Trotsky.", "Trotsky organised the rising.", []),
        Case("Kollontai went to Stockholm. Kollontai negotiated the loan.", "Kollontai went to Stockholm. She negotiated the loan.", []),
        // Sorted, or turned round as a whole.
        Case("Lenin, Trotsky and Kamenev spoke.", "Kamenev, Lenin and Trotsky spoke.", []),
        Case("Lenin, Trotsky and Kamenev spoke.", "Kamenev, Trotsky and Lenin spoke.", []),
        Case("Forty sailors were killed.", "40 sailors were killed.", []),
        Case("The town fell on 7 November 1917.", "The town fell on November 7, 1917.", []),
        Case("Reed wrote: \"The hall was full and nobody slept.\"", "Reed wrote: “The hall was full, and nobody slept.”", []),
        Case("The soliders took the bridge at dawn.", "The soldiers took the bridge at dawn.", []),
        Case(
            "The cruiser lay in the river.\nThe guns were silent until the evening.", "The guns were silent until the evening.\nThe cruiser lay in the river.", []),
        Case("Frunze took the town. He then became commissar.", "Frunze took the town and then became commissar.", []),
        Case("The order came from [Trotsky|trotsky].", "The order came from [Trotsky|pers-trotsky].", []),
        Case("The order came from [Trotsky|trotsky].", "The order came from Trotsky.", []),
        // The mark-up of a name went with an edit beside it; the name stands.
        Case("They went by [carriage|c] past the old mill.", "They went by carriage past the old milll.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.after)) == [])
    }

    @Test(arguments: RuleTests.fire) func sameAgainstSame(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.before)) == [])
        #expect(Sheet.found(Sheet.pair(row.after, row.after)) == [])
    }

    @Test func identifiersRenamedThroughout() {
        let before = ["The order came from [Trotsky|trotsky].", "Then [Trotsky|trotsky] left."]
        let after = ["The order came from [Trotsky|p17].", "Then [Trotsky|p17] left."]
        let detected = detect(Sheet.pair(before, after))
        #expect(detected.findings.allSatisfy { $0.severity == .neutral })
        #expect(detected.neutral["neutral.rekeyed"] == 1)
    }
}
