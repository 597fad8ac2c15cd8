import Language
import Testing

/// The whole table of persons: each form belongs to its person, and no two persons are one.
@Suite struct PersonsTableTests {
    /// As a text in one language would name them all: the lists of forenames are those of its pack.
    private static func forms(_ language: String, of person: (id: String, forms: [String])) throws -> [NameForm] {
        let pack = try #require(LanguagePack.named(language))
        return person.forms.map { NameForm($0, kind: .person, pack: pack) }
    }

    @Test(arguments: writtenPersons.map(\.id), ["en", "ru"]) func everyFormIsThePerson(_ id: String, _ language: String) throws {
        let person = try #require(writtenPersons.first { $0.id == id })
        let own = try Self.forms(language, of: person)
        for (index, one) in own.enumerated() {
            for other in own[(index + 1)...] {
                #expect(sameness(one, other).isSame, "\(one.text) | \(other.text)")
                #expect(sameness(one, other) == sameness(other, one), "\(one.text) | \(other.text)")
            }
        }
    }

    /// Every form against the main one of all others.
    @Test func noTwoPersonsAreOne() throws {
        let main = try writtenPersons.map { (id: $0.id, form: try Self.forms("en", of: ($0.id, [$0.forms[0]]))[0]) }
        for person in writtenPersons {
            for form in try Self.forms("en", of: person) {
                for other in main where other.id != person.id { #expect(!sameness(form, other.form).isSame, "\(form.text) | \(other.form.text)") }
            }
        }
    }
}
