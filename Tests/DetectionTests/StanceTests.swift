import Detection
import Findings
import Testing

/// How sure a statement is said to be. The sentences are ours.
@Suite struct StanceTests {
    static let fire: [Case] = [
        Case("Zinoviev said that the letter was false paper.", "Zinoviev claimed that the letter was false paper.", ["stance.doubt-added: Zinoviev"]),
        Case("The envoys reported that the wells were dry.", "The envoys alleged that the wells were dry.", ["stance.doubt-added: -"]),
        Case("The colonel claimed that the village was empty.", "The colonel confirmed that the village was empty.", ["stance.doubt-removed: -"]),
        Case("The colonel claimed that the village was empty.", "The colonel said that the village was empty.", ["stance.doubt-removed: -"]),
        Case("The clerk said that the seal was broken.", "The clerk admitted that the seal was broken.", ["stance.force-changed: -"]),
        Case("The clerk revealed that the seal was broken.", "The clerk reported that the seal was broken.", ["stance.force-changed: -"]),
        Case("Orlov sold the plan of the fortress.", "Orlov allegedly sold the plan of the fortress.", ["stance.hedge-added: Orlov"]),
        Case("Radek may have met the envoy.", "Radek met the envoy.", ["stance.hedge-removed: Radek"]),
        Case("The bridge was probably blown up by the garrison.", "The bridge was supposedly blown up by the garrison.", ["stance.hedge-added: -"]),
        Case("The well was poisoned in the spring.", "It is widely believed that the well was poisoned in the spring.", ["stance.hedge-added: -"]),
        Case("The fort was the oldest on the coast.", "The fort was said to be the oldest on the coast.", ["stance.hedge-added: -"]),
        Case("The fort was the oldest on the coast.", "Some historians have argued that the fort was the oldest on the coast.", ["stance.hedge-added: -"]),
        Case("He was undoubtedly the author of the note.", "He is considered to be the author of the note.", ["stance.hedge-added: -"]),
        Case("The guards obeyed the order of the colonel.", "The guards never obeyed the order of the colonel.", ["stance.negated: -"]),
        Case("Trotsky played a part in the rising.", "Trotsky played no part in the rising.", ["stance.negated: Trotsky"]),
        Case("The soldiers fired on an unarmed crowd in the square.", "The soldiers fired on an armed crowd in the square.", ["stance.negated: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        Case("Chicherin said that the talks would go on.", "Chicherin stated that the talks would go on.", []),
        Case("The envoys claimed that the wells were dry.", "The envoys alleged that the wells were dry.", []),
        Case("The orders were supposedly lost in the fire.", "The orders were allegedly lost in the fire.", []),
        Case("The bridge was probably old.", "The bridge, probably, was old.", []),
        Case("The bridge was probably introduced by the monks.", "The bridge may have been introduced by the monks.", []),
        Case("The mill burned on 12 May and the store in June.", "The mill burned on May 12 and the store in June.", []),
        Case("He was not at home that evening.", "That evening he was not at home.", []),
        Case("He did not write the letter of the committee.", "He didn't write the letter of the committee.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    @Test(arguments: fire) func sameAgainstSame(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.before)) == [])
        #expect(Sheet.found(Sheet.pair(row.after, row.after)) == [])
    }

    /// Nothing but the negator differs: an error, else a warning.
    @Test func aBareNegationIsAnError() {
        let bare = detect(Sheet.pair(["He voted for the motion of the left."], ["He never voted for the motion of the left."])).findings
        #expect(bare.map(\.severity) == [.error])
        let beside = detect(Sheet.pair(["He voted for the motion of the left in the morning."], ["He never voted for the motion of the left in the evening."])).findings
        #expect(beside.filter { $0.rule.id == "stance.negated" }.map(\.severity) == [.warning])
    }
}

/// How persons and deeds are judged.
@Suite struct FramingTests {
    static let fire: [Case] = [
        Case("Bukharin, a revolutionary, addressed the congress.", "Bukharin, a traitor, addressed the congress.", ["framing.label-pejorative: Bukharin"]),
        Case("The rebels held the town for a month.", "The bandits held the town for a month.", ["framing.label-pejorative: -"]),
        Case("The terrorists held the town for a month.", "The fighters held the town for a month.", ["framing.label-honorific: -"]),
        Case("The peaceful crowd waited at the gate.", "The riotous crowd waited at the gate.", ["framing.label-pejorative: -"]),
        Case("The speech lasted an hour and was printed.", "The brilliant speech lasted an hour and was printed.", ["framing.loaded-added: -"]),
        Case("The brutal search lasted all night and day.", "The search lasted all night and day.", ["framing.loaded-removed: -"]),
        Case("Thousands of peasants were deported to the north.", "Thousands of peasants were resettled in the north.", ["framing.euphemism: -"]),
        Case("The massacre in the square lasted ten minutes.", "The incident in the square lasted ten minutes.", ["framing.euphemism: -"]),
        Case("The prisoners were murdered in the yard.", "The prisoners were killed in the yard.", ["framing.euphemism: -"]),
        Case("The prisoners were killed in the yard.", "The prisoners were murdered in the yard.", ["framing.dysphemism: -"]),
        Case("The peasants were forced to join the farm.", "The peasants were urged to join the farm.", ["framing.euphemism: -"]),
        Case("Comrade Rykov presided over the session.", "Rykov presided over the session.", ["framing.honorific-stripped: Rykov"]),
        Case("The commissar defended the reform of the schools.", "The commissar defended the \"reform\" of the schools.", ["framing.scare-quotes: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        Case("The clerk killed himself in the cell.", "The clerk committed suicide in the cell.", []),
        Case("The town was plundered by the victors.", "The town was looted by the victors.", []),
        Case("The brutal and long search ended.", "The long and brutal search ended.", []),
        Case("General Frunze took the town.", "Frunze took the town.", []),
        Case("They printed the paper Spark in the cellar.", "They printed the paper \"Spark\" in the cellar.", []),
        Case("The ships lay off Great Yarmouth.", "The ships lay off Yarmouth.", []),
        Case("The prisoners died in the yard.", "The prisoners perished in the yard.", []),
        Case("Many believed the king was dead; they were mistaken.", "Many people believed that the king was dead. They were mistaken.", []),
        Case("It is said to be the oldest inn of the county.", "It is reputedly the oldest inn of the county.", []),
        Case("The survey, written by Thomas Reyes, was published in the following year.", "Thomas Reyes's survey was published in the next year.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    @Test(arguments: fire) func sameAgainstSame(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.before)) == [])
        #expect(Sheet.found(Sheet.pair(row.after, row.after)) == [])
    }
}

/// Parts in a deed, offices, clauses.
@Suite struct PartTests {
    static let fire: [Case] = [
        Case("Franklin produced the photographs of the molecule.", "Franklin helped to produce the photographs of the molecule.", ["attribution.agent-demoted: Franklin"]),
        Case("Emma Larkin led the strike of the weavers.", "Emma Larkin took an active part in the strike of the weavers.", ["attribution.agent-demoted: Emma Larkin"]),
        Case("Emma Larkin organised the strike.", "Emma Larkin played a small role in the strike.", ["attribution.agent-demoted: Emma Larkin"]),
        // The twin: a leading part is no helping one.
        Case("Emma Larkin led the strike of the weavers.", "Emma Larkin played the leading part in the strike of the weavers.", ["interpolation.passage: -"]),
        Case("The insurrection was led by Antonov.", "The insurrection took place with the participation of Antonov.", ["attribution.agent-demoted: Antonov"]),
        Case("The soldiers attacked the strikers.", "The strikers attacked the soldiers.", ["attribution.role-reversed: The soldiers"]),
        Case("The council killed demonstrators in the square.", "Demonstrators died in the square.", ["attribution.agent-deleted: The council", "framing.euphemism: -"]),
        Case("President Bhutto opened the meeting.", "Chancellor Bhutto opened the meeting.", ["fact.role: Bhutto"]),
        Case("Rykov, the commissar of posts, spoke first.", "Rykov, the secretary of posts, spoke first.", ["fact.role: Rykov"]),
        Case("The station was closed for lack of money and fuel.", "The station was closed.", ["erasure.passage: -"]),
        Case("The station was closed.", "The station was closed for lack of money and fuel.", ["interpolation.passage: -"]),
        Case("The wells were dry, as Casement noted in his report.", "The wells were dry.", ["attribution.source-removed: Casement", "erasure.entity: Casement"]),
        Case("Scholars call the treaty unjust.", "Some scholars call the treaty unjust.", ["stance.hedge-added: -"]),
        Case("Many historians believe the letter.", "Most historians believe the letter.", ["stance.hedge-removed: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        Case("The soldiers attacked the strikers.", "The strikers were attacked by the soldiers.", []),
        Case("The play was praised by the writer Gorky.", "The play was praised by the novelist Gorky.", []),
        Case("Mr Baker opened the meeting.", "Dr Baker opened the meeting.", []),
        Case("The station, which was closed in the rain, burned.", "In the rain the station, which was closed, burned.", []),
        Case("The book (ISBN 0-7981-0249-7) was reprinted.", "The book was reprinted.", []),
        Case("Some 5,000 workers marched.", "5,000 workers marched.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }
}
