/// Russian pages.
struct RussianTongue: Tongue {
    let code = "ru"
    let title = "Уезд в годы войны"

    let cast = [
        Person(key: "ledovsky", given: "Павел", surname: "Ледовский", respelled: nil, isWoman: false),
        Person(key: "zhurin", given: "Степан", surname: "Журин", respelled: nil, isWoman: false),
        Person(key: "vetrova", given: "Анна", surname: "Ветрова", respelled: nil, isWoman: true),
        Person(key: "kruglov", given: "Иван", surname: "Круглов", respelled: nil, isWoman: false),
        Person(key: "pokrovsky", given: "Михаил", surname: "Покровский", respelled: nil, isWoman: false),
        Person(key: "semyonova", given: "Вера", surname: "Семёнова", respelled: "Семенова", isWoman: true),
        Person(key: "chaplygin", given: "Борис", surname: "Чаплыгин", respelled: nil, isWoman: false),
        Person(key: "ezersky", given: "Николай", surname: "Езерский", respelled: nil, isWoman: false),
        Person(key: "shcherbin", given: "Антон", surname: "Щербин", respelled: nil, isWoman: false),
        Person(key: "rubtsov", given: "Фёдор", surname: "Рубцов", respelled: nil, isWoman: false),
        Person(key: "lavrova", given: "Ольга", surname: "Лаврова", respelled: nil, isWoman: true),
        Person(key: "gusev", given: "Сергей", surname: "Гусев", respelled: nil, isWoman: false),
        Person(key: "oksakov", given: "Андрей", surname: "Оксаков", respelled: nil, isWoman: false),
        Person(key: "toropov", given: "Матвей", surname: "Торопов", respelled: nil, isWoman: false),
        Person(key: "kalyazin", given: "Тихон", surname: "Калязин", respelled: nil, isWoman: false),
        Person(key: "belskaya", given: "Мария", surname: "Бельская", respelled: nil, isWoman: true),
    ]

    private struct Deed {
        /// Masculine past; -а and -и make the feminine and the plural.
        var past: String, object: String, subject: String, participle: String, helping: String
    }
    private let deedTable = [
        Deed(
            past: "организовал", object: "забастовку в порту", subject: "забастовка в порту", participle: "была организована",
            helping: "в организации забастовки в порту"),
        Deed(
            past: "основал", object: "типографию на острове", subject: "типография на острове", participle: "была основана",
            helping: "в основании типографии на острове"),
        Deed(
            past: "составил", object: "план переправы", subject: "план переправы", participle: "был составлен",
            helping: "в составлении плана переправы"),
        Deed(
            past: "написал", object: "воззвание к крестьянам", subject: "воззвание к крестьянам", participle: "было написано",
            helping: "в написании воззвания к крестьянам"),
        Deed(
            past: "построил", object: "первую электростанцию", subject: "первая электростанция", participle: "была построена",
            helping: "в строительстве первой электростанции"),
        Deed(
            past: "подписал", object: "приказ по гарнизону", subject: "приказ по гарнизону", participle: "был подписан",
            helping: "в подготовке приказа по гарнизону"),
        Deed(
            past: "возглавил", object: "оборону моста", subject: "оборона моста", participle: "была возглавлена", helping: "в обороне моста"
        ),
        Deed(
            past: "открыл", object: "школу для сирот", subject: "школа для сирот", participle: "была открыта",
            helping: "в открытии школы для сирот"),
    ]
    private let harmTable = [("арестовал", "арестован"), ("ранил", "ранен"), ("предал", "предан")]
    private let creditTable = [
        ("Снабжение гарнизона шло под руководством %", "Снабжение гарнизона шло без перерыва"),
        ("Новый порт строился под началом %", "Новый порт строился"),
        ("Архив был спасён по инициативе %", "Архив был спасён"),
    ]
    private let claimTable = [
        "мост был заминирован до рассвета", "хлеб вывезли из порта весной", "гарнизону не хватало хлеба", "письма вскрывали в дороге",
        "совет не уступит никогда",
    ]
    private let quotationTable = [
        ("Мы удержим мост, пока не пройдёт последняя подвода", "Мы оставим мост, как только пройдёт последняя подвода"),
        ("Шахтёры просили хлеба, а получили обещания", "Шахтёры просили власти, а получили обещания"),
        ("Школа принадлежит тем, кто её построил", "Школа принадлежит губернии"),
    ]
    private let gatheringTable = ["За столом сидели %.", "В комитет вошли %.", "На заседании присутствовали %."]
    private let countTable = [
        ("В гарнизоне было", "человек", "много"), ("Пожар уничтожил", "домов", "много"), ("Обоз доставил", "подвод муки", "несколько"),
    ]
    private let officeTable = [
        "председатель портового совета", "секретарь союза", "редактор газеты", "комендант крепости", "член комиссии",
    ]
    private let officeDeeds = ["открыл заседание", "принял делегатов", "выступил на похоронах"]
    private let portraitTable = ["выступил перед рабочими у ворот", "вернулся в том году из ссылки", "отказался подписать протокол"]
    private let worse = ["предатель", "бандит", "шпион", "самозванец"]
    private let better = ["герой", "патриот", "освободитель", "новатор"]
    /// The harsh and the mild word, where, and the verb for each.
    private let eventTable = [
        ("Расправа", "Инцидент", "на рыночной площади", "началась", "начался"),
        ("Вторжение", "Ввод войск", "в долину", "началось", "начался"),
        ("Выселение", "Переселение", "горцев", "началось", "началось"), ("Голод", "Нехватка хлеба", "в губернии", "начался", "началась"),
    ]
    private let besidesTable = ["вёл счета союза", "преподавал в вечерней школе", "редактировал газету"]
    private let besidesWoman = ["вела счета союза", "преподавала в вечерней школе", "редактировала газету"]
    private let besidesMany = ["вели счета союза", "преподавали в вечерней школе", "редактировали газету"]
    private let sceneTable = [
        "Зима была долгой, и река замёрзла рано.", "Трамвай ходил до старых ворот.", "Базар стоял на площади за церковью.",
        "С холма были видны мачты в гавани.",
    ]
    private let placeTable = ["в Орлове", "в Карске", "в Тихвине", "в Покрове"]
    private let hedgeTable = ["якобы", "вероятно", "возможно", "по-видимому"]
    /// Feminine, masculine and neuter accusatives are the same only for adverbs; so the evaluations of Russian are adverbs of the deed.
    private let evaluationTable = ["героически", "позорно", "блестяще", "бесстыдно"]
    private let months = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ]

    var deeds: Int { deedTable.count }
    let evaluableDeeds = [0, 4, 6]
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
    let numbers = [7, 12, 20, 30, 40, 100]

    private func written(_ number: Int, _ manner: Manner) -> String {
        let words = [7: "семь", 12: "двенадцать", 20: "двадцать", 30: "тридцать", 40: "сорок", 100: "сто"]
        return manner.writesFigures ? "\(number)" : words[number] ?? "\(number)"
    }

    private func on(_ day: Day, _ manner: Manner) -> String {
        "\(day.day) \(months[day.month - 1]) \(day.year) " + (manner.hasMonthFirst || manner.abbreviatesTitles ? "г." : "года")
    }

    private func agents(_ statement: Statement, _ form: Person.Case, _ manner: Manner) -> String {
        if statement.isAnonymous { return form == .nominative ? "один из офицеров" : "одним из офицеров" }
        let plural = statement.agents.count > 1
        let honorific: String
        switch (statement.honorific, form) {
        case (.none, _): honorific = ""
        case (.professor, _): honorific = manner.abbreviatesTitles ? "проф. " : "профессор "
        case (.doctor, _): honorific = manner.abbreviatesTitles ? "д-р " : "доктор "
        case (.comrade, .nominative): honorific = plural ? "товарищи " : "товарищ "
        case (.comrade, .instrumental): honorific = plural ? "товарищами " : "товарищем "
        case (.comrade, .genitive), (.comrade, .accusative): honorific = plural ? "товарищей " : "товарища "
        case (.comrade, .dative): honorific = plural ? "товарищам " : "товарищу "
        }
        return honorific + list(statement.agents.map { name($0, form, manner) }, and: "и", serialComma: false)
    }

    /// A past tense that agrees with its subject.
    private func agreed(_ masculine: String, _ statement: Statement) -> String {
        if statement.isAnonymous { return masculine }
        if statement.agents.count > 1 { return masculine + "и" }
        return statement.agents.first?.isWoman == true ? masculine + "а" : masculine
    }

    private func agreedFirstWord(_ phrase: String, _ statement: Statement) -> String {
        let verb = phrase.prefix { $0 != " " }
        let rest = phrase.dropFirst(verb.count)
        let reflexive = verb.hasSuffix("ся")
        guard reflexive else { return agreed(String(verb), statement) + rest }
        let base = String(verb.dropLast(2))
        let form = agreed(base, statement)
        return (form == base ? String(verb) : form + "сь") + rest
    }

    func tell(_ statement: Statement, _ manner: Manner) -> [String] {
        var sentence = ""
        let tail = statement.place.map { " " + placeTable[$0] } ?? ""
        let day = statement.day.map { on($0, manner) }
        func dated(_ text: String) -> String {
            guard let day else { return closed(capitalised(text + tail)) }
            return closed(manner.putsDayFirst ? capitalised(day) + " " + text + tail : capitalised(text + tail) + " " + day)
        }
        // "г." at the end of a sentence is its full stop as well.
        func closed(_ text: String) -> String { text.hasSuffix("г.") ? text : text + "." }
        let isAside = statement.hedge.map { hedgeTable[$0] != "якобы" } ?? false
        let hedge = statement.hedge.map { isAside ? ", \(hedgeTable[$0])," : " " + hedgeTable[$0] } ?? ""
        let loaded = statement.loaded.map { " " + evaluationTable[$0] } ?? ""
        let not = statement.isNegated ? " не" : ""
        let who = agents(statement, .nominative, manner)
        switch statement.form {
        case .deed(let index):
            let deed = deedTable[index]
            if statement.agents.isEmpty {
                let parts = deed.participle.split(separator: " ")
                sentence = dated("\(deed.subject)\(hedge)\(not) \(parts[0])\(loaded) \(parts[1])")
            } else if statement.isHelper {
                sentence = dated("\(who)\(hedge)\(not) \(agreed("участвовал", statement)) \(deed.helping)")
            } else if manner.isPassive {
                let parts = deed.participle.split(separator: " ")
                sentence = dated(
                    "\(deed.subject)\(hedge)\(not) \(parts[0])\(loaded) \(parts[1]) \(agents(statement, .instrumental, manner))")
            } else {
                sentence = dated("\(who)\(hedge)\(not)\(loaded) \(agreed(deed.past, statement)) \(deed.object)")
            }
        case .harm(let index):
            let (past, participle) = harmTable[index]
            let patient = statement.patient
            let end = patient?.isWoman == true ? "а" : ""
            let was = patient?.isWoman == true ? "была" : "был"
            let object = patient.map { name($0, .accusative, manner) } ?? "кого-то"
            let subject = patient.map { name($0, .nominative, manner) } ?? "кто-то"
            if statement.agents.isEmpty {
                sentence = dated("\(subject)\(hedge)\(not) \(was) \(participle)\(end)")
            } else if manner.isPassive {
                sentence = dated("\(subject)\(hedge)\(not) \(was) \(participle)\(end) \(agents(statement, .instrumental, manner))")
            } else {
                sentence = dated("\(who)\(hedge)\(not) \(agreed(past, statement)) \(object)")
            }
        case .credit(let index):
            let (text, without) = creditTable[index]
            sentence =
                statement.agents.isEmpty
                ? dated(without.replacing(" без перерыва", with: ""))
                : dated(text.replacing("%", with: agents(statement, .genitive, manner)))
        case .speech(let index):
            let verb =
                switch statement.voucher {
                case .neutral: agreed("сказал", statement)
                case .doubting: agreed("утверждал", statement)
                case .sure: agreed("подтвердил", statement)
                }
            let aside = statement.hedge.map { isAside ? "\(hedgeTable[$0]), " : "\(hedgeTable[$0]) " } ?? ""
            sentence =
                statement.agents.isEmpty && !statement.isAnonymous
                ? capitalised(claimTable[index]) + "." : capitalised("\(who) \(verb), что \(aside)\(claimTable[index]).")
        case .citation(let index):
            sentence =
                statement.agents.isEmpty
                ? capitalised(claimTable[index]) + "." : "По словам \(agents(statement, .genitive, manner)), \(claimTable[index])."
        case .quotation(let index):
            let words = statement.isReworded ? quotationTable[index].1 : quotationTable[index].0
            sentence = capitalised("\(who) \(agreed("написал", statement)): \(manner.hasCurlyQuotes ? "«\(words)»" : "\"\(words)\"").")
        case .gathering(let index):
            sentence = gatheringTable[index].replacing(
                "%", with: list(statement.agents.map { name($0, .nominative, manner, inFull: true) }, and: "и", serialComma: false))
        case .count(let index):
            let (start, unit, vague) = countTable[index]
            sentence = dated("\(start) \(statement.number.map { written($0, manner) } ?? vague) \(unit)")
        case .office(let index):
            let office = statement.office < 0 ? "" : ", \(officeTable[statement.office]),"
            let full = statement.agents.first.map { name($0, .nominative, manner, inFull: true) } ?? ""
            sentence = dated("\(full)\(office) \(agreedFirstWord(officeDeeds[index % officeDeeds.count], statement))")
        case .portrait(let index):
            let label =
                switch statement.label {
                case .none: ""
                case .worse(let at): worse[at] + " "
                case .better(let at): better[at] + " "
                }
            sentence = capitalised("\(label)\(who) \(agreedFirstWord(portraitTable[index], statement))") + "."
        case .event(let index):
            let (harsh, mild, place, harshVerb, mildVerb) = eventTable[index]
            let word = statement.isReworded ? mild : harsh
            let quoted = statement.hasScareQuotes ? (manner.hasCurlyQuotes ? "«\(word)»" : "\"\(word)\"") : word
            sentence = closed("\(quoted) \(place) \(statement.isReworded ? mildVerb : harshVerb) \(day ?? "до рассвета")")
        case .scene(let index): sentence = sceneTable[index]
        }
        guard let besides = statement.besides, !statement.agents.isEmpty || statement.isAnonymous else { return [sentence] }
        let deed =
            statement.agents.count > 1
            ? besidesMany[besides]
            : statement.agents.first?.isWoman == true && !statement.isAnonymous ? besidesWoman[besides] : besidesTable[besides]
        if manner.isMerged, !manner.isPassive, sentence.hasSuffix(".") {
            return [sentence.dropLast(sentence.hasSuffix("г.") ? 0 : 1) + " и также \(deed)."]
        }
        var plain = statement
        plain.honorific = .none
        let pronoun = statement.agents.count > 1 ? "Они" : statement.agents.first?.isWoman == true && !statement.isAnonymous ? "Она" : "Он"
        return [sentence, "\(manner.usesPronoun || statement.isAnonymous ? pronoun : agents(plain, .nominative, manner)) также \(deed)."]
    }

    func byline(_ author: Person, _ manner: Manner) -> String { name(author, .nominative, manner, inFull: true) }
    func caption(_ shown: [Person], _ manner: Manner) -> String {
        "На ступенях ратуши: " + list(shown.map { name($0, .nominative, manner) }, and: "и", serialComma: false) + "."
    }
}
