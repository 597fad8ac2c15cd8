import Language
import Testing

@Suite struct LexiconTests {
    @Test(arguments: [
        ("the", WordClass.determiner), ("between", .preposition), ("and", .conjunction), ("because", .subordinator), ("himself", .pronoun),
        ("had", .auxiliary), ("never", .negation),
        ("didn't", .negation), ("personally", .adverb), ("commanded", .verb), ("organising", .verb), ("overthrew", .verb), ("shot", .verb),
        ("said", .speech), ("alleged", .speech),
        ("testifies", .speech), ("admitted", .speech), ("direction", .lead), ("headed", .lead), ("participation", .part), ("gen", .title),
        ("comrade", .honorific), ("armies", .organisation),
        ("street", .placeHead), ("russian", .demonym), ("von", .particle), ("leon", .forename), ("ephrem", .forename),
        ("somebody", .indefinite), ("comrades", .collective),
        ("chairmen", .office), ("commissars", .office), ("october", .month), ("sept", .month), ("jan", .forename), ("tuesday", .weekday),
        ("forty-five", .numeral), ("dozen", .numeral), ("according", .source),
        ("photographer", .byline), ("article", .notName), ("petrograd", .place), ("vice-president", .office), ("unheardly", .adverb),
    ])
    func classes(_ word: String, _ expected: WordClass) throws {
        #expect(try english().classes(of: word).contains(expected))
    }

    @Test(arguments: [
        ("led", "lead"), ("written", "write"), ("fought", "fight"), ("slain", "slay"), ("overthrown", "overthrow"), ("was", "be"),
        ("men", "man"), ("organize", "organis"),
        ("organise", "organis"), ("commanded", "command"), ("centre", "center"), ("tsars", "tsar"), ("sank", "sink"),
    ])
    func stems(_ word: String, _ expected: String) throws {
        #expect(try english().stem(word) == expected)
    }

    /// How rich the lists must be, by the plan of the detection.
    @Test(arguments: [
        ("irregular", 400), ("verb", 3000), ("speech", 400), ("lead", 50), ("title", 80), ("demonym", 150), ("forename", 400),
        ("office", 300), ("place", 400), ("organisation", 120),
        ("abbreviation", 100), ("adverb", 120), ("preposition", 60), ("pronoun", 60), ("numeral", 60), ("month", 13), ("weekday", 13),
        ("notName", 80), ("collective", 100),
    ])
    func isRich(_ group: String, _ least: Int) throws {
        #expect(try english().group(group).entries.count >= least)
    }

    @Test func multiwordEntriesAreGroups() throws {
        #expect(try english().group("source").contains("according_to"))
        #expect(try english().group("indefinite").contains("one_of"))
        #expect(try english().group("no such list").isEmpty)
    }

    @Test func ordinaryWordsAreToldFromNames() throws {
        let common = try english().group("common")
        #expect(common.contains("institution"))
        #expect(!common.contains("trotsky"))
        #expect(!common.entries.contains { $0.hasPrefix("#") })
        #expect(LanguagePack.none.group("common").isEmpty)
        #expect(try english().group("be").contains("was"))
        #expect(try english().group("sourceCue").contains("in_the_words_of"))
    }

    @Test func packsByTag() {
        #expect(LanguagePack.named("en")?.code == "en")
        #expect(LanguagePack.named("EN-us")?.code == "en")
        #expect(LanguagePack.named("xx") == nil)
        #expect(LanguagePack.available == ["en", "ru", "de", "fr"])
    }
}
