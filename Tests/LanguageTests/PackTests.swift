import Language
import Testing

/// The packs beside the English one: shape of the lists, cases of names, sentences, dates and numbers, and packs that the user brings along.
@Suite struct PackTests {
    static func pack(_ code: String) throws -> LanguagePack { try #require(LanguagePack.named(code)) }

    private static func tokens(_ text: String, _ code: String) throws -> [SentenceToken] { try pack(code).sentences(of: text).flatMap(\.tokens) }

    @Test(arguments: ["en", "ru", "de", "fr"]) func listsAreWellFormed(_ code: String) {
        #expect(LanguagePack.problems(of: code).map(\.description) == [])
    }

    @Test(arguments: [
        ("ru", "организовано", WordClass.participle), ("ru", "создали", .verb), ("ru", "расстреляны", .participle), ("ru", "заявила", .speech), ("ru", "председателем", .office),
        ("ru", "солдатами", .collective), ("ru", "руководством", .lead), ("ru", "товарищу", .title), ("ru", "петрограде", .place), ("ru", "льва", .forename), ("ru", "сорока", .numeral),
        ("de", "erschossen", .participle), ("de", "angezundete", .participle), ("de", "behauptete", .speech), ("de", "genossen", .title), ("de", "soldaten", .collective), ("de", "leitung", .lead),
        ("fr", "organisee", .participle), ("fr", "ecrivit", .verb), ("fr", "pretendu", .speech), ("fr", "ouvriers", .collective), ("fr", "initiative", .lead), ("fr", "camarade", .title),
    ])
    func formsHaveTheClassOfTheirEntry(_ code: String, _ word: String, _ expected: WordClass) throws {
        #expect(try Self.pack(code).classes(of: word).contains(expected))
    }

    /// The agent of "создан" is looked for beside "создал": forms of one verb have one stem.
    @Test(arguments: [("ru", "создал", "создана"), ("ru", "подавил", "подавлен"), ("ru", "осудили", "осужденный"), ("de", "befahl", "befohlen"), ("de", "erschoss", "erschossen"), ("fr", "fonda", "fondée"), ("fr", "écrit", "écrivirent")])
    func formsShareTheirStem(_ code: String, _ left: String, _ right: String) throws {
        let one = try Self.tokens("x \(left)", code).last?.stem, other = try Self.tokens("x \(right)", code).last?.stem
        #expect(one != nil && one == other)
    }

    @Test(arguments: [
        ("Троцкого", "Троцкий", []), ("Троцким", "Троцкий", []), ("Троцкаго", "Троцкий", []), ("Троцкий", nil, []), ("Суханова", "Суханов", []), ("Крупской", "Крупская", []),
        ("Льва Троцкого", "Лев Троцкий", []), ("Л. Д. Троцкому", "Л. Д. Троцкий", []), ("Марии Ивановой", "Мария Иванова", []), ("Ивана Иванова", "Иван Иванов", []),
        ("Антоновым-Овсеенко", "Антонов-Овсеенко", []), ("Дыбенко", nil, []), ("Рида", "Рид", []), ("Коллонтай", nil, []), ("Ивановой", "Иванова", []),
        ("Центрального комитета", "Центральный комитет", []), ("Красной армией", "Красная армия", []), ("Иванова", "Иванов", ["иванов"]), ("Николая Бухарина", "Николай Бухарин", []),
    ] as [(String, String?, Set<String>)])
    func nominatives(_ written: String, _ expected: String?, _ known: Set<String>) throws {
        let words = try Self.tokens("о \(written)", "ru").dropFirst()
        #expect(try Self.pack("ru").nominative(of: words, isBody: false, next: nil, isKnown: known.contains) == expected)
    }

    /// "Иванова сказала" is a woman, whoever else is named.
    @Test func theVerbTellsAWoman() throws {
        let words = try Self.tokens("о Иванова сказала", "ru")
        #expect(try Self.pack("ru").nominative(of: words[1..<2], isBody: false, next: words[2], isKnown: { $0 == "иванов" }) == nil)
    }

    @Test(arguments: [
        ("ru", "Это было в 1917 г. в Москве. Потом началась война.", 2), ("ru", "Так писал Л. Д. Троцкий и др. авторы. Никто не спорил.", 2),
        ("de", "Am 25. Oktober sprach Lenin. Danach schwieg er.", 2), ("de", "Der 3. Kongress tagte z. B. im Saal. Es war kalt.", 2), ("fr", "M. Thiers parla. L'armée attendait.", 2),
    ])
    func sentencesEndWhereTheyEnd(_ code: String, _ text: String, _ count: Int) throws {
        #expect(try Self.pack(code).sentences(of: text).count == count)
    }

    @Test func elidedWordsStandByThemselves() throws {
        #expect(try Self.tokens("L'armée d’Orient qu'il aujourd'hui", "fr").map(\.folded) == ["l", "armee", "d", "orient", "qu", "il", "aujourdhui"])
    }

    @Test(arguments: [
        ("ru", "Штурм начался 25 октября 1917 года.", 1917, 10, 25, nil), ("ru", "Это было 25 октября (7 ноября) 1917 года.", 1917, 10, 25, "O.S."),
        ("de", "Am 9. November 1918 fiel die Krone.", 1918, 11, 9, nil), ("fr", "Elle tomba le 28 mai 1871.", 1871, 5, 28, nil),
    ] as [(String, String, Int, Int, Int, String?)])
    func datesAreRead(_ code: String, _ text: String, _ year: Int, _ month: Int, _ day: Int, _ note: String?) throws {
        let pack = try Self.pack(code)
        let found = try #require(pack.sentences(of: text).first.flatMap { dates(in: $0, pack: pack).first })
        #expect(found.year == year && found.month == month && found.day == day && found.note == note)
    }

    @Test(arguments: [
        ("ru", "Погибло сорок пять матросов.", 45.0), ("ru", "Погибло 20 000 матросов.", 20_000), ("ru", "Пришло триста солдат.", 300), ("de", "Es fielen 20.000 Soldaten.", 20_000),
        ("de", "Es fielen fünfundvierzig Soldaten.", 45), ("de", "Es kostete 20 Millionen Mark.", 20_000_000), ("fr", "Quatre-vingts soldats tombèrent.", 80), ("fr", "Elle coûta 1 200 francs.", 1_200),
    ])
    func numbersAreReadByValue(_ code: String, _ text: String, _ value: Double) throws {
        let pack = try Self.pack(code)
        let sentence = try #require(pack.sentences(of: text).first)
        #expect(quantities(in: sentence, excluding: [], pack: pack).map(\.value) == [value])
    }

    // MARK: packs of the user

    /// The example of docs/languages.md.
    static let example = """
        # Ukrainian, a beginning
        [language]
        stemmer = none
        [conjunction]
        та і й
        [office]
        голова голови голові головою
        [month]
        січень січня = 1
        """

    @Test func aLanguageOfTheUsersOwn() throws {
        let pack = try LanguagePack.reading(Self.example, code: "uk", file: "uk.lexicon")
        #expect(pack.code == "uk")
        #expect(pack.classes(of: "головою").contains(.office))
        #expect(PackShelf([pack]).named("uk-UA")?.code == "uk")
        #expect(PackShelf([pack]).named("ru")?.code == "ru")
        #expect(LanguagePack.named("uk") == nil)
    }

    @Test func aFileExtendsThePackAndASectionMayReplaceIts() throws {
        let pack = try LanguagePack.reading("[office +s]\nвоенспец\n[esteem only]\nдоблестный", code: "ru", file: "ru.lexicon")
        #expect(pack.classes(of: "военспеца").contains(.office))
        #expect(pack.classes(of: "председателем").contains(.office))
        #expect(pack.group("esteem").entries == ["доблестныи"] || pack.group("esteem").entries == ["доблестный"])
    }

    /// The words of stance and framing are the user's to extend as well.
    @Test(arguments: [
        ("[tone ~s]\nsplitter = -2", "splitters", Wording.Scale.tone), ("[force ~ed]\nbluster = -2", "blustered", .force), ("[hedge]\nhaply = 1", "haply", .hedge),
        ("[harm ~ed]\nferry = deportation/1", "ferried", .harm), ("[party ~s]\nhaymaker = populace/1", "haymakers", .party), ("[creed ~s]\ndigger = diggers/1", "diggers", .creed),
        ("[calling ~s]\nbarrister = law/1", "barristers", .calling), ("[quantity]\nhandful = 1", "handful", .quantity), ("[reputed]\nbruited = 2", "bruited", .reputed),
    ])
    func sectionsOfWordingMayBeExtended(_ text: String, _ form: String, _ scale: Wording.Scale) throws {
        let pack = try LanguagePack.reading(text, code: "en", file: "en.lexicon")
        #expect(pack.wording.senses(of: form).contains { $0.scale == scale })
    }

    @Test(arguments: ["[esteem]\nhallowed", "[courtesy]\nsquire", "[helping]\nlends", "[samePlace]\nauld_reekie edinburgh = edinburgh", "[negativePrefix]\nnever", "[vagueSource]\ngossips"])
    func listsOfStanceAndFramingMayBeExtended(_ text: String) throws {
        _ = try LanguagePack.reading(text, code: "en", file: "en.lexicon")
    }

    @Test(arguments: [
        ("word", 1, "stands before the first section"), ("[office]\nchief\n[ofice]\nhead", 3, "there is no section 'ofice'"), ("[office +x]\nchief", 1, "'+x' is no mark"),
        ("[office]\n\n[title]\nGeneral", 1, "has no entries"), ("[month]\nJanvier =", 2, "nothing stands behind '='"), ("[tone]\ntraitor = bad", 2, "is no level"),
        ("[tone]\ntraitor", 2, "have no level"), ("[irregular]\nled", 2, "forms = value"), ("[office\nchief", 1, "ends with ']'"),
    ])
    func errorsNameTheLine(_ text: String, _ line: Int, _ message: String) {
        let problem = #expect(throws: LexiconProblem.self) { try LanguagePack.reading(text, code: "xx", file: "xx.lexicon") }
        #expect(problem?.line == line)
        #expect(problem?.message.contains(message) == true, "\(problem?.message ?? "")")
        #expect(problem?.description.hasPrefix("xx.lexicon:\(line): ") == true)
    }
}
