import Detection
import Language
import Records
import Testing

/// `inspect --why`: what is told of one name. The sentences are ours.
@Suite struct NameCaseTests {
    private static func ask(_ name: String, _ text: [String], authority: [Entity] = [], language: String = "en") -> NameCase {
        let pair = Sheet.pair(text, text)
        return whyNamed(name, in: pair.old, words: pair.words, authority: authority, language: language)
    }

    static let text = [
        "The order came from [Trotsky|trotsky]. L. D. Trotsky signed it.", "Then Trotskii spoke, and Olga Trotsky heard it.", "Mikhail Tomsky and a Moscow paper wrote of it.",
        "The village of Trotskaya is far.",
    ]

    @Test func formsSayHowTheyWereFoundAndWhere() throws {
        let found = Self.ask("Leon Trotsky", Self.text)
        #expect(found.id == "#trotsky")
        #expect(found.forms.map { "\($0.text): \($0.trust), \($0.why)" } == ["Trotsky: mark-up, surname alone", "L. D. Trotsky: capitals, initials", "Trotskii: capitals, romanisation"])
        #expect(found.forms.first?.places.map(\.path) == ["/text/p[1]"])
        #expect(found.forms.allSatisfy { $0.places.allSatisfy { $0.line > 0 } })
    }

    @Test func nearNamesSayWhatKeptThemApart() {
        let near = Self.ask("Leon Trotsky", Self.text).near
        #expect(near.contains { $0.text == "Olga Trotsky" && $0.why.contains("'olga'") }, "\(near)")
        #expect(near.contains { $0.text == "Mikhail Tomsky" && $0.why.contains("needs 95 %") }, "\(near)")
        #expect(!near.contains { $0.text == "Moscow" })
    }

    @Test func theAuthorityJoinsWhatNoSystemExplains() {
        let authority = [Entity(id: "trotsky", names: ["Leon Trotsky", "Lev Bronstein"])]
        let found = Self.ask("Trotsky", ["Bronstein wrote to Lenin."], authority: authority)
        #expect(found.id == "#trotsky" && found.aliases == ["Leon Trotsky", "Lev Bronstein"])
        #expect(found.forms.map(\.why) == ["it belongs to '#trotsky' by the authority file"])
    }

    @Test func anIdentityCanBeAskedFor() {
        #expect(Self.ask("#trotsky", Self.text).forms.map(\.text) == ["Trotsky"])
        #expect(Self.ask("#nobody", Self.text).forms.isEmpty)
    }

    @Test func russianNamesAreAskedForInTheirCases() {
        let found = Self.ask("Trotsky", ["Приказ был подписан Троцким."], language: "ru")
        #expect(found.forms.map { "\($0.text): \($0.why)" } == ["Троцкий: romanisation"])
    }

    @Test func aWordInSmallLettersIsSaid() {
        let found = Self.ask("Rose", ["The rose stood on the table, and another rose beside it."])
        #expect(found.forms.isEmpty && found.inSmallLetters == 2)
    }

    /// Guards by what they say.
    @Test(arguments: [
        ("Ivanova", "Ivanov", "two people"), ("Иванова", "Иванов", "two people"), ("Stalingrad", "Stalin", "ending '-grad'"), ("Reed", "Read", "letter by letter"),
        ("Ivan IV", "Ivan III", "numbers"), ("I. N. Smirnov", "V. M. Smirnov", "forenames"), ("Krestinsky", "Kerensky", "%"),
    ])
    func guards(_ one: String, _ other: String, _ says: String) throws {
        let pack = try #require(LanguagePack.named("en"))
        let left = NameForm(one, kind: .unknown, pack: pack), right = NameForm(other, kind: .unknown, pack: pack)
        #expect(whatKeepsApart(left, right)?.contains(says) == true, "\(whatKeepsApart(left, right) ?? "nothing")")
        #expect(whatKeepsApart(right, left)?.contains(says) == true)
    }

    @Test(arguments: [("Trotsky", "Trotskii"), ("Trotsky", "Lenin"), ("", "Lenin"), ("Petrograd Soviet", "Red Army")]) func noGuardWhereNoneIsNeeded(_ one: String, _ other: String) throws {
        let pack = try #require(LanguagePack.named("en"))
        #expect(whatKeepsApart(NameForm(one, kind: .unknown, pack: pack), NameForm(other, kind: .unknown, pack: pack)) == nil)
    }
}
