import Detection
import Findings
import Testing

/// Who it was done to, and who did it where the sentence was turned round. The sentences are ours.
@Suite struct PatientTests {
    static let fire: [Case] = [
        Case("The guards shot the prisoners behind the barn.", "The guards shot the bandits behind the barn.", ["attribution.patient-replaced: the prisoners", "framing.label-pejorative: -"]),
        Case("The court convicted Radek of fraud.", "The court convicted Orlov of fraud.", ["attribution.patient-replaced: Radek", "erasure.entity: Radek", "interpolation.entity: Orlov"]),
        Case("The demonstrators were killed at the bridge.", "The terrorists were killed at the bridge.", ["attribution.patient-replaced: The demonstrators", "framing.label-pejorative: -"]),
        Case("The gendarmes shot the strikers at noon.", "The gendarmes opened fire at noon.", ["attribution.patient-deleted: the strikers", "framing.euphemism: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        Case("The guards shot the prisoners behind the barn.", "The guards shot the captives behind the barn.", []),
        Case("The guards shot the prisoners behind the barn.", "The guards shot them behind the barn.", []),
        Case("The guards shot the prisoners behind the barn.", "The prisoners were shot by the guards behind the barn.", []),
        Case("The demonstrators were killed at the bridge.", "The protesters were killed at the bridge.", []),
        Case("The court convicted Leon Radek of fraud.", "The court convicted Radek of fraud.", []),
        // Another object of a deed that is not done to persons.
        Case("The clerk sorted the letters of the day.", "The clerk sorted the parcels of the day.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    @Test(arguments: fire) func sameAgainstSame(row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.before)) == [])
        #expect(Sheet.found(Sheet.pair(row.after, row.after)) == [])
    }
}

/// Who did it, where the credit passes to somebody whom the sentence named before, where it is hidden behind "from", and where parties have no names.
@Suite struct TransferTests {
    static let fire: [Case] = [
        Case(
            "Curie and Bémont worked in the shed for years; it was Curie who weighed the salt.", "Bémont worked in the shed for years; it was Bémont who weighed the salt.",
            ["attribution.agent-dropped: Curie", "attribution.agent-replaced: Curie", "erasure.entity: Curie"]),
        Case("Rykov wrote the appeal and Tomsky gave it its title.", "Rykov wrote the appeal and gave it its title.", ["attribution.agent-replaced: Tomsky", "erasure.entity: Tomsky"]),
        Case(
            "The sailors received from Dybenko the order to advance.", "The sailors received from the Party Centre the order to advance.",
            ["attribution.agent-replaced: Dybenko", "erasure.entity: Dybenko", "interpolation.entity: Party Centre"]),
        Case("The order to fire came from Gurko himself.", "The order to fire came from local officials.", ["attribution.agent-replaced: Gurko", "erasure.entity: Gurko"]),
        Case("The dam was built by convicts in the winter.", "The dam was built by volunteers in the winter.", ["attribution.agent-replaced: convicts"]),
        Case("The police broke the windows of the shop.", "The rioters broke the windows of the shop.", ["attribution.agent-replaced: The police", "framing.label-pejorative: -"]),
        Case("Captain Orlov found the forged letter, and they sent him to the east.", "The forged letter was found, and Orlov was sent to the east.", ["attribution.agent-deleted: Orlov"]),
        Case("The governor's men starved the hill villages.", "The hill villages suffered from hunger.", ["attribution.agent-deleted: The governor's men", "framing.euphemism: -"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        // Two words for one party, and the same party told more closely.
        Case("The police broke the windows of the shop.", "The policemen broke the windows of the shop.", []),
        Case("The villagers cut the rails in the night.", "The inhabitants cut the rails in the night.", []),
        Case("The parcel came from Moscow in May.", "In May the parcel came from Moscow.", []),
        Case("Captain Orlov found the letter, and they sent him to the east.", "Captain Orlov found the letter, and he was sent to the east.", []),
        // One place under two names.
        Case("The relief force entered Peking at dawn.", "The relief force entered Beijing at dawn.", []),
        Case("He was born in Tiflis in 1880.", "He was born in Tbilisi in 1880.", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    /// Whoever stands behind a later "by" did not do what stands before.
    @Test func aLaterByIsNoNewAgent() {
        let pair = Sheet.pair(["The talk was given by Orlik on Monday, and answered by Gurko."], ["The talk was given on Monday, and answered by Gurko."])
        #expect(Sheet.found(pair) == ["attribution.agent-deleted: Orlik", "erasure.entity: Orlik"])
    }

    /// Blame for a harm and credit for a work are booked apart.
    @Test func blameIsBookedApartFromCredit() {
        let blamed = detect(Sheet.pair(["The hostages were shot by [Mamontov|m]."], ["The hostages were shot by [Shkuro|s]."])).ledger.creditTransfer
        #expect(blamed.map(\.kind) == [.blame])
        let credited = detect(Sheet.pair(["The school was founded by [Mamontov|m]."], ["The school was founded by [Shkuro|s]."])).ledger.creditTransfer
        #expect(credited.map(\.kind) == [.credit])
    }
}

/// Rank in lists, and labels of which neither judges.
@Suite struct OrderTests {
    static let fire: [Case] = [
        Case("Lenin, Trotsky and Kamenev spoke.", "Lenin, Kamenev and Trotsky spoke.", ["framing.order: Trotsky"]),
        Case("{caption}On the stand: Lenin, Trotsky, Kamenev and Rykov.", "{caption}On the stand: Lenin, Kamenev, Rykov and Trotsky.", ["framing.order: Trotsky"]),
        Case("The report names Zorin, Bubnov, Orlov and Dyakov.", "The report names Orlov, Zorin, Bubnov and Dyakov.", ["framing.order: Orlov"]),
        Case("{item}Lenin, chairman\n{item}Trotsky, of the army\n{item}Kamenev, of Moscow\n{item}Bukharin, of the paper", "{item}Lenin, chairman\n{item}Kamenev, of Moscow\n{item}Bukharin, of the paper\n{item}Trotsky, of the army", ["framing.order: Trotsky"]),
    ]

    @Test(arguments: fire) func fires(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected) }

    static let silent: [Case] = [
        Case("Lenin and Trotsky spoke.", "Trotsky and Lenin spoke.", []),
        Case("Lenin, Trotsky, Kamenev and Bukharin spoke.", "Bukharin, Kamenev, Lenin and Trotsky spoke.", []),
        Case("They passed London, Paris and Rome.", "They passed London, Rome and Paris.", []),
        Case("{item}Zorin, of the east\n{item}Orlov, of the west\n{item}Bubnov, of the north", "{item}Bubnov, of the north\n{item}Orlov, of the west\n{item}Zorin, of the east", []),
    ]

    @Test(arguments: silent) func staysSilent(row: Case) { #expect(Sheet.found(Sheet.pair(row.before, row.after)) == []) }

    /// Of unknown polarity: told as a warning where one nation or creed stands for another beside a word that stays.
    @Test(arguments: [
        ("Orlik, the socialist, opened the session.", "Orlik, the anarchist, opened the session.", true), ("The Polish poet Orlik opened the session.", "The Lithuanian poet Orlik opened the session.", true),
        ("Orlik, the socialist, opened the session.", "Orlik, the social democrat, opened the session.", false), ("The Polish poet Orlik spoke.", "The poet Orlik, a Pole, spoke.", false),
        ("The socialist session was opened at noon.", "The anarchist session was opened at noon.", true),
    ])
    func labelsOfNoPolarity(_ before: String, _ after: String, _ isTold: Bool) {
        let found = detect(Sheet.pair([before], [after])).findings.filter { $0.rule == .framingLabelChanged }
        #expect(found.map(\.severity) == (isTold ? [.warning] : []))
    }
}
