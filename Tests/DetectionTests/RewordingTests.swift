import Detection
import Findings
import Testing

/// Whom somebody is counted to: nation, creed, party, paymaster. The sentences are ours.
@Suite struct AffiliationTests {
    static let fire: [Case] = [
        Case("Anna Keller was an Austrian painter who settled in Riga.", "Anna Keller was a Polish painter who settled in Riga.", []),
        Case("Anna Keller was an Austrian painter who settled in Riga.", "Anna Keller was a Jewish-Austrian painter who settled in Riga.", []),
        Case("The Catholic mayor closed the mill in the spring.", "The mayor closed the mill in the spring.", []),
        Case("The mayor closed the mill in the spring.", "The communist mayor closed the mill in the spring.", []),
        Case("The tobacco-funded institute denied the harm.", "The institute denied the harm.", []),
        Case("The soldiers left the Soviet-backed government alone.", "The soldiers left the government alone.", []),
        Case("They lived in a state of socialism for ten years.", "They lived in a state of social-communism for ten years.", []),
    ]

    @Test(arguments: fire) func fires(row: Case) {
        let found = detect(Sheet.pair(row.before, row.after)).findings.filter { $0.rule.id == "framing.label-changed" }
        #expect(found.map(\.severity) == [.warning])
    }

    static let silent: [Case] = [
        Case("The Germans left the town in the spring.", "The German troops left the town in the spring.", []),
        Case("The Polish painter settled in Riga.", "The painter of Poland settled in Riga.", []),
        Case("The farms were collective-owned in that year.", "The farms were collectively-owned in that year.", []),
        Case("The long-run costs were borne by the town.", "The costs were borne by the town in the long run.", []),
        Case("An English translation was made by Samuel Lind.", "The saga was translated into English by Samuel Lind.", []),
        Case("The well-armed guard held the gate.", "The guard, well armed, held the gate.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) {
        #expect(!Sheet.found(Sheet.pair(row.before, row.after)).contains { $0.hasPrefix("framing.") })
    }
}

/// Claims whose frame, strength or uniqueness changed in a sentence that was partly rewritten.
@Suite struct ClaimTests {
    static let fire: [Case] = [
        Case("Evidence has been found of a harbour on the island.", "Evidence has been claimed of a harbour on the island.", ["stance.hedge-added"]),
        Case("He was the founder of the league of the north.", "He was the claimed \"founder\" of the league of the north.", ["stance.hedge-added"]),
        Case("The doctrine of the guild rests on old charters.", "Adherents of the guild believe the doctrine of the guild rests on old charters.", ["stance.hedge-added"]),
        Case("Three clerks were allegdly beaten in the yard.", "Three clerks were beaten in the yard.", ["stance.hedge-removed"]),
        Case("It was the first stone bridge on the river.", "It was a stone bridge on the river.", ["stance.hedge-added"]),
        Case("It was a stone bridge on the river.", "It was the oldest stone bridge on the river.", ["stance.hedge-removed"]),
        Case("She was the founder of the school that still bears the name.", "She was the founder of one of the schools that still bear the name.", ["stance.hedge-added"]),
        Case("All forms of rule were refused by the brethren.", "Some or all forms of rule were refused by the brethren.", ["stance.hedge-added"]),
        Case("The journal Horizon reported that frost had killed the vines of the valley.", "Frost had killed the vines of the valley.", ["attribution.source-removed"]),
        Case("Frost had killed the vines of the valley.", "The journal Horizon reported that frost had killed the vines of the valley.", ["attribution.source-added"]),
        Case("The riot that was reported to have taken place ended the fair, and the beatings that occurred at night went on.",
            "The riot that occurred ended the fair, and the beatings that are claimed to have occurred at night went on.", ["stance.hedge-added"]),
    ]

    @Test(arguments: fire) func fires(row: Case) {
        let found = detect(Sheet.pair(row.before, row.after)).findings.filter { $0.severity >= .warning }.map(\.rule.id)
        for expected in row.expected { #expect(found.contains(expected)) }
    }

    static let silent: [Case] = [
        Case("He took the vacant seat on the council.", "He claimed the vacant seat on the council.", []),
        Case("The report that frost had killed the vines was late.", "The report, that frost had killed the vines, was late.", []),
        Case("She wrote that frost had killed the vines of the valley.", "She wrote frost had killed the vines of the valley.", []),
        Case("It was the first of May and the fair was open.", "It was May 1 and the fair was open.", []),
        Case("The first bridge and the second were of stone.", "The second bridge and the first were of stone.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) {
        #expect(!Sheet.found(Sheet.pair(row.before, row.after)).contains { $0.hasPrefix("stance.") || $0.hasPrefix("attribution.") })
    }
}

/// Agents behind "by", with a name and without.
@Suite struct AgentsBehindByTests {
    static let fire: [Case] = [
        Case("The council is elected by British subjects every five years.", "The council is elected by property owners every five years.", ["attribution.agent-replaced"]),
        Case("Maize was used by the fishermen of the coast.", "Maize was grown by the monks of the coast.", ["attribution.agent-replaced"]),
        Case("The book was revised by his pupils in 1903.", "The book was enlarged by new writers in 1903.", ["attribution.agent-replaced"]),
        Case("The word was first used in Keller's book of 1884.", "The word was coined by Keller in the book of 1884.", ["attribution.agent-added"]),
        Case("The word was coined by Keller in the book of 1884.", "The word was first used in Keller's book of 1884.", ["attribution.agent-deleted"]),
        Case("She drew accusations from conservative members of the synod.", "She drew accusations from some critics.", ["erasure.anonymised"]),
    ]

    @Test(arguments: fire) func fires(row: Case) {
        let found = detect(Sheet.pair(row.before, row.after)).findings.filter { $0.severity >= .warning }.map(\.rule.id)
        for expected in row.expected { #expect(found.contains(expected)) }
    }

    static let silent: [Case] = [
        Case("It was criticised by multiple sources for its tone.", "It was criticised by several commentators for its tone.", []),
        Case("The bridge was held by the Germans until the spring.", "The bridge was held by German troops until the spring.", []),
        Case("The rifle was introduced by HK in the spring.", "The rifle was introduced by Hartmann & Kolb in the spring.", []),
        Case("Cape Blanco was reached in 1441 by Tristan.", "Tristan reached Cape Blanco in 1441.", []),
        Case("The river is bounded by the marsh in the north.", "The river is bounded by a marsh in the north.", []),
        Case("The work was finished by spring.", "The work was finished by the summer.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) {
        #expect(!detect(Sheet.pair(row.before, row.after)).findings.contains { $0.severity >= .warning && ($0.rule.family == "attribution" || $0.rule.family == "erasure") })
    }
}

/// Names that go on in other forms are not gone.
@Suite struct FormsOfNamesTests {
    static let silent: [Case] = [
        Case("During WW II he led the retreat.", "During world war II he led the retreat.", []),
        Case("He married in Vera Cruz that autumn.", "He married in veracruz that autumn.", []),
        Case("His cause was carried on by Dov Baer of the hill.", "His cause was carried on by Dov ber of the hill.", []),
        Case("The chronicle of Robert wace adds a legend.", "The legend is added in wace's chronicle.", []),
        Case("The success of the fis (Islamic Salvation front) party was a surprise.", "The success of the fis party was a surprise.", []),
        Case("They argued over the building of a New Stadium in the town.", "They argued over the building of a New arena in the town.", []),
        Case("The saga was printed by Lind (London, 1844).", "The saga was printed by Lind in 1844.", []),
        Case("The demand of the Soviet Ambassador was refused.", "The demand of the Ambassador was refused.", []),
    ]

    @Test(arguments: silent) func areNotGone(row: Case) {
        #expect(!Sheet.found(Sheet.pair(row.before, row.after)).contains { $0.hasPrefix("erasure.") || $0.hasPrefix("attribution.") })
    }

    static let gone: [Case] = [
        Case("Robert Lind and Maria Keller drew the map.", "Maria Keller drew the map.", []),
        Case("The Vera Cruz company sent the ships.", "The company sent the ships.", []),
        Case("The minister (Ivan Petrov) signed the order.", "The minister signed the order.", []),
    ]

    @Test(arguments: gone) func areGone(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)).contains { $0.hasPrefix("erasure.") }) }
}

/// Clauses and values in sentences that were partly rewritten.
@Suite struct RewrittenSentenceTests {
    static let fire: [Case] = [
        Case("The pact, which bound the miners to the crown for life, and should be refused, was read aloud.", "The pact, and that every pact should be refused, was read aloud.", ["erasure.passage"]),
        Case("He said he would open the books before the election, a promise he kept.", "He said he would open the books before the election.", ["erasure.passage"]),
        Case("The keeper, whose houses in Lyon and Dijon had come under the eye of the tax inspectors because of the parties, said little.", "The keeper said little.", ["erasure.passage"]),
        Case("The tower fell in the early 1930s.", "The tower fell in the late 1930s.", ["fact.date"]),
        Case("The mine closed before 1920 and the town emptied.", "The mine closed after 1920 and the town emptied.", ["fact.date"]),
        Case("The order was given on 5 May 1931 in the north.", "The order was given in 1931 in the north.", ["fact.date-removed"]),
        Case("They came in the 15th century from the east.", "They came in the 10th and 15th centuries from the east.", ["fact.date"]),
        Case("Fever took 1/5 of all in the camp and 1/3 of all in the town.", "Fever took 1/3 of all in the camp and 1/5 of all in the town.", ["fact.number"]),
        Case("The hall is the sixteenth-tallest on the coast.", "The hall is the fourth-tallest on the coast.", ["fact.number"]),
        Case("The play was twice made into a film.", "The play was three times made into a film.", ["fact.number"]),
        Case("He has stated that he is a \"humble servant\" of the town.", "He has stated that he is a humble servant of the town.", ["attribution.quote-altered"]),
        Case("Critics described it as the \"iron grip of the harbour board\" on the town.", "Critics described it as a burden on the town.", ["attribution.quote-altered"]),
        Case("Savage remarks", "Allegedly anti-Turkish remarks", ["stance.hedge-added"]),
    ]

    @Test(arguments: fire) func fires(row: Case) {
        let found = detect(Sheet.pair(row.before, row.after)).findings.filter { $0.severity >= .warning }.map(\.rule.id)
        for expected in row.expected { #expect(found.contains(expected)) }
    }

    static let silent: [Case] = [
        Case("Two sons were issue of this marriage in the north.", "The couple had two sons in the north.", []),
        Case("The mill burned on 17 September 1939.", "The mill burned on 1939 September 17.", []),
        Case("The show of the 80s was well liked.", "The show of the 1980s was well liked.", []),
        Case("He ruled long (1792-50 BC) and well.", "He ruled long (1792 BC-1750 BC) and well.", []),
        Case("The words {{citation | date = August 2012}} stand in the fifth article.", "The words stand in the fifth article.", []),
        Case("They call themselves \"free men\" of the north.", "They call themselves free men of the north.", []),
        Case("He was promoted after the \"Inland wars\" of the clans.", "He was promoted after the \"wars of Inland\" of the clans.", []),
        Case("\"I am a donut\", he said in the film.", "\"I am a doughnut\", he said in the film.", []),
        Case("The office sold the land in the early 1500s.", "The office sold the land in the early sixteenth century.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) {
        #expect(!detect(Sheet.pair(row.before, row.after)).findings.contains { $0.severity >= .warning })
    }
}
