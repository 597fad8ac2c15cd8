/// English pages.
struct EnglishTongue: Tongue {
    let code = "en"
    let title = "The district in the years of the war"

    let cast = [
        Person(key: "ledovsky", given: "Pavel", surname: "Ledovsky", respelled: "Ledovskii", isWoman: false),
        Person(key: "zhurin", given: "Stepan", surname: "Zhurin", respelled: "Žurin", isWoman: false),
        Person(key: "vetrova", given: "Anna", surname: "Vetrova", respelled: nil, isWoman: true),
        Person(key: "thornbury", given: "Agnes", surname: "Thornbury", respelled: nil, isWoman: true),
        Person(key: "hallam", given: "Robert", surname: "Hallam", respelled: nil, isWoman: false),
        Person(key: "kessel", given: "Otto", surname: "Kessel", respelled: nil, isWoman: false),
        Person(key: "pokrovsky", given: "Mikhail", surname: "Pokrovsky", respelled: "Pokrovskij", isWoman: false),
        Person(key: "okafor", given: "Samuel", surname: "Okafor", respelled: nil, isWoman: false),
        Person(key: "chaplygin", given: "Boris", surname: "Chaplygin", respelled: "Čaplygin", isWoman: false),
        Person(key: "duval", given: "Claire", surname: "Duval", respelled: nil, isWoman: true),
        Person(key: "mercer", given: "Edith", surname: "Mercer", respelled: nil, isWoman: true),
        Person(key: "yezersky", given: "Nikolai", surname: "Yezersky", respelled: "Ezerskii", isWoman: false),
        Person(key: "brandt", given: "Karl", surname: "Brandt", respelled: nil, isWoman: false),
        Person(key: "achterberg", given: "Johan", surname: "Achterberg", respelled: nil, isWoman: false),
        Person(key: "shcherbin", given: "Fyodor", surname: "Shcherbin", respelled: "Ščerbin", isWoman: false),
        Person(key: "nakamura", given: "Emi", surname: "Nakamura", respelled: nil, isWoman: true),
    ]

    private struct Deed {
        var past: String, participle: String, infinitive: String, gerund: String, object: String
    }
    private let deedTable = [
        Deed(past: "led", participle: "led", infinitive: "lead", gerund: "leading", object: "defence of the bridge"),
        Deed(past: "founded", participle: "founded", infinitive: "found", gerund: "founding", object: "printing house on the island"),
        Deed(past: "organised", participle: "organised", infinitive: "organise", gerund: "organising", object: "strike in the harbour"),
        Deed(past: "drew up", participle: "drawn up", infinitive: "draw up", gerund: "drawing up", object: "plan of the crossing"),
        Deed(past: "commanded", participle: "commanded", infinitive: "command", gerund: "commanding", object: "river flotilla"),
        Deed(past: "built", participle: "built", infinitive: "build", gerund: "building", object: "first power station"),
        Deed(past: "wrote", participle: "written", infinitive: "write", gerund: "writing", object: "appeal to the farmers"),
        Deed(past: "directed", participle: "directed", infinitive: "direct", gerund: "directing", object: "evacuation of the hospital"),
        Deed(past: "burned", participle: "burned", infinitive: "burn", gerund: "burning", object: "mill of the village"),
        Deed(past: "discovered", participle: "discovered", infinitive: "discover", gerund: "discovering", object: "northern vein of ore"),
    ]
    private let harmTable = [
        Deed(past: "arrested", participle: "arrested", infinitive: "arrest", gerund: "arresting", object: ""),
        Deed(past: "denounced", participle: "denounced", infinitive: "denounce", gerund: "denouncing", object: ""),
        Deed(past: "betrayed", participle: "betrayed", infinitive: "betray", gerund: "betraying", object: ""),
        Deed(past: "wounded", participle: "wounded", infinitive: "wound", gerund: "wounding", object: ""),
    ]
    private let creditTable = [
        "The relief of the garrison was carried out under the direction of %",
        "The new harbour was laid out under the leadership of %",
        "The archive was saved on the initiative of %",
    ]
    private let claimTable = [
        "the bridge had been mined before dawn", "the grain had left the port in spring", "the garrison was short of bread",
        "the letters had been opened on the way", "the council would never give way",
    ]
    private let quotationTable = [
        ("We shall hold the bridge until the last wagon has crossed", "We shall leave the bridge as soon as the last wagon has crossed"),
        ("The miners asked for bread and were given promises", "The miners asked for power and were given promises"),
        ("Nobody in this town was forced to sign", "Everybody in this town was forced to sign"),
        ("The school belongs to those who built it", "The school belongs to the province"),
    ]
    private let gatheringTable = [
        "At the table sat %.", "The committee consisted of %.", "Those present were %.", "The delegation was made up of %.",
    ]
    private let countTable = [
        ("The garrison counted", "men", "many"), ("The fire destroyed", "houses", "some"),
        ("The convoy brought in", "wagons of flour", "several"),
        ("The school had room for", "pupils", "many"),
    ]
    private let officeTable = [
        "chairman of the harbour council", "secretary of the union", "editor of the newspaper", "commander of the fortress",
        "member of the commission",
    ]
    private let officeDeeds = ["opened the session", "received the delegates", "spoke at the graveside"]
    private let portraitTable = ["spoke to the workers at the gate", "came back from exile in that year", "refused to sign the protocol"]
    private let worse = ["traitor", "bandit", "spy", "impostor"]
    private let better = ["hero", "patriot", "liberator", "pioneer"]
    private let eventTable = [
        ("massacre", "incident", "in the market square", "lasted until nightfall"),
        ("invasion", "operation", "in the valley", "began before dawn"),
        ("deportation", "resettlement", "of the islanders", "went on through the winter"),
        ("mutiny", "unrest", "in the fleet", "ended within a week"),
    ]
    private let besidesTable = ["kept the accounts of the union", "taught at the evening school", "edited the weekly paper"]
    private let sceneTable = [
        "The winter was long, and the river froze early.", "Trams ran as far as the old gate.",
        "The market was held on the square behind the church.",
        "From the hill one could see the masts in the harbour.",
    ]
    private let placeTable = ["Orlovo", "Karsk", "Lindau", "Brackenridge"]
    private let hedgeTable = ["allegedly", "reportedly", "supposedly", "probably", "perhaps"]
    private let evaluationTable = ["heroic", "disgraceful", "glorious", "shameful", "brilliant"]
    private let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]

    var deeds: Int { deedTable.count }
    let evaluableDeeds = [0, 2, 7]
    var harms: Int { harmTable.count }
    var credits: Int { creditTable.count }
    var claims: Int { claimTable.count }
    var quotations: Int { quotationTable.count }
    var gatherings: Int { gatheringTable.count }
    var counts: Int { countTable.count }
    var offices: Int { officeTable.count }
    var portraits: Int { portraitTable.count }
    var events: Int { eventTable.count }
    var scenes: Int { sceneTable.count }
    var places: Int { placeTable.count }
    var hedges: Int { hedgeTable.count }
    var evaluations: Int { evaluationTable.count }
    var labels: Int { worse.count }
    let numbers = [7, 12, 20, 34, 45, 60, 80, 95]

    private func spelled(_ text: String, _ manner: Manner) -> String {
        manner.isBritish
            ? text
            : text.replacing("organis", with: "organiz").replacing("defence", with: "defense").replacing("harbour", with: "harbor")
                .replacing("centre", with: "center")
    }

    private func written(_ number: Int, _ manner: Manner) -> String {
        if manner.writesFigures { return "\(number)" }
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen",
            "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        if number < 20 { return small[number] }
        return tens[number / 10 % 10] + (number % 10 == 0 ? "" : "-" + small[number % 10])
    }

    private func on(_ day: Day, _ manner: Manner) -> String {
        manner.hasMonthFirst ? "on \(months[day.month - 1]) \(day.day), \(day.year)" : "on \(day.day) \(months[day.month - 1]) \(day.year)"
    }

    private func agents(_ statement: Statement, _ manner: Manner) -> String {
        if statement.isAnonymous { return "one of the officers" }
        let honorific =
            switch statement.honorific {
            case .none: ""
            case .comrade: statement.agents.count > 1 ? "Comrades " : "Comrade "
            case .professor: manner.abbreviatesTitles ? "Prof. " : "Professor "
            case .doctor: manner.abbreviatesTitles ? "Dr. " : "Doctor "
            }
        return honorific + list(statement.agents.map { name($0, .nominative, manner) }, and: "and", serialComma: manner.hasSerialComma)
    }

    private func pronoun(_ statement: Statement) -> String {
        guard statement.agents.count == 1, let one = statement.agents.first else { return "they" }
        return one.isWoman ? "she" : "he"
    }

    func tell(_ statement: Statement, _ manner: Manner) -> [String] {
        var sentence = ""
        let tail = (statement.place.map { " in \(placeTable[$0])" } ?? "")
        let day = statement.day.map { on($0, manner) }
        func dated(_ text: String) -> String {
            guard let day else { return capitalised(text + tail) + "." }
            return manner.putsDayFirst ? capitalised(day) + " " + text + tail + "." : capitalised(text + tail) + " " + day + "."
        }
        let hedge = statement.hedge.map { hedgeTable[$0] + " " } ?? ""
        let who = agents(statement, manner)
        switch statement.form {
        case .deed(let index):
            let deed = deedTable[index]
            let object = "the " + (statement.loaded.map { evaluationTable[$0] + " " } ?? "") + deed.object
            if statement.agents.isEmpty {
                sentence = dated("\(object) was \(statement.isNegated ? "not " : "")\(hedge)\(deed.participle)")
            } else if statement.isHelper {
                sentence = dated("\(who) \(hedge)\(statement.isNegated ? "did not take part" : "took part") in \(deed.gerund) \(object)")
            } else if manner.isPassive {
                sentence = dated("\(object) was \(statement.isNegated ? "not " : "")\(hedge)\(deed.participle) by \(who)")
            } else {
                sentence = dated(
                    statement.isNegated ? "\(who) \(hedge)did not \(deed.infinitive) \(object)" : "\(who) \(hedge)\(deed.past) \(object)")
            }
        case .harm(let index):
            let deed = harmTable[index]
            let patient = statement.patient.map { name($0, .accusative, manner) } ?? "somebody"
            if statement.agents.isEmpty {
                sentence = dated("\(patient) was \(hedge)\(deed.participle)")
            } else if manner.isPassive {
                sentence = dated("\(patient) was \(statement.isNegated ? "not " : "")\(hedge)\(deed.participle) by \(who)")
            } else {
                sentence = dated(
                    statement.isNegated ? "\(who) \(hedge)did not \(deed.infinitive) \(patient)" : "\(who) \(hedge)\(deed.past) \(patient)")
            }
        case .credit(let index):
            let text = creditTable[index]
            if statement.agents.isEmpty {
                sentence = dated(
                    String(text.prefix { $0 != "%" }).replacing(" under the direction of ", with: "").replacing(
                        " under the leadership of ", with: ""
                    )
                    .replacing(" on the initiative of ", with: ""))
            } else {
                sentence = dated(text.replacing("%", with: who))
            }
        case .speech(let index):
            let claim = claimTable[index]
            let verb =
                switch statement.voucher {
                case .neutral: "said"
                case .doubting: index % 2 == 0 ? "claimed" : "alleged"
                case .sure: index % 2 == 0 ? "confirmed" : "proved"
                }
            sentence =
                statement.agents.isEmpty && !statement.isAnonymous
                ? capitalised(claim) + "." : capitalised("\(who) \(verb) that \(hedge)\(claim).")
        case .citation(let index):
            let claim = claimTable[index]
            sentence = statement.agents.isEmpty ? capitalised(claim) + "." : "According to \(who), \(claim)."
        case .quotation(let index):
            let words = statement.isReworded ? quotationTable[index].1 : quotationTable[index].0
            let quoted = manner.hasCurlyQuotes ? "“\(words)”" : "\"\(words)\""
            sentence = "\(who) wrote: \(quoted)."
        case .gathering(let index):
            let names = list(
                statement.agents.map { name($0, .nominative, manner, inFull: true) }, and: "and", serialComma: manner.hasSerialComma)
            sentence = gatheringTable[index].replacing("%", with: names)
        case .count(let index):
            let (start, unit, vague) = countTable[index]
            sentence = dated("\(start) \(statement.number.map { written($0, manner) } ?? vague) \(unit)")
        case .office(let index):
            let office = statement.office < 0 ? "" : ", \(officeTable[statement.office]),"
            let full = statement.agents.first.map { name($0, .nominative, manner, inFull: true) } ?? ""
            sentence = dated("\(full)\(office) \(officeDeeds[index % officeDeeds.count])")
        case .portrait(let index):
            let label =
                switch statement.label {
                case .none: ""
                case .worse(let at): "the \(worse[at]) "
                case .better(let at): "the \(better[at]) "
                }
            sentence = capitalised("\(label)\(who) \(portraitTable[index])") + "."
        case .event(let index):
            let (harsh, mild, place, rest) = eventTable[index]
            let word = statement.isReworded ? mild : harsh
            let quoted = statement.hasScareQuotes ? (manner.hasCurlyQuotes ? "“\(word)”" : "\"\(word)\"") : word
            let loaded = statement.loaded.map { evaluationTable[$0] + " " } ?? ""
            sentence = "The \(loaded)\(quoted) \(place) \(hedge)\(rest)\(day.map { " \($0)" } ?? "")."
        case .scene(let index):
            sentence = sceneTable[index]
            if manner.hasOtherFunctionWords {
                sentence = sentence.replacing("as far as", with: "up to").replacing("one could", with: "you could")
            }
        }
        sentence = spelled(sentence, manner)
        guard let besides = statement.besides, !statement.agents.isEmpty || statement.isAnonymous else { return [sentence] }
        let also = manner.hasOtherFunctionWords ? "\(besidesTable[besides]) as well" : "also \(besidesTable[besides])"
        if manner.isMerged, !manner.isPassive { return [sentence.dropLast() + ", and \(also)."] }
        var plain = statement
        plain.honorific = .none
        let subject = manner.usesPronoun || statement.isAnonymous ? capitalised(pronoun(statement)) : capitalised(agents(plain, manner))
        return [sentence, "\(subject) \(also)."]
    }

    func byline(_ author: Person, _ manner: Manner) -> String { "By \(name(author, .nominative, manner, inFull: true))" }
    func caption(_ shown: [Person], _ manner: Manner) -> String {
        "On the steps of the town hall: "
            + list(shown.map { name($0, .nominative, manner) }, and: "and", serialComma: manner.hasSerialComma) + "."
    }
}
