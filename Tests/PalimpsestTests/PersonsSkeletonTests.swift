import Findings
import Palimpsest
import Records
import Settings
import TestSupport
import Testing
import XMLEvents

/// The persons file that `inspect --write-persons` makes.
@Suite struct PersonsSkeletonTests {
    private static func skeleton(_ texts: [String]) throws -> PersonsSkeleton {
        var skeleton = PersonsSkeleton(options: Options(language: "en"))
        for (number, text) in texts.enumerated() { skeleton.take(try read(Input(name: "\(number).xml", bytes: Array(text.utf8)), options: Options(language: "en"))) }
        return skeleton
    }

    @Test func namesAreJoinedByIdentityAndBySystemNotByLikeness() throws {
        let text = """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>
            <p>The order came from <persName ref="#trotsky">Trotsky</persName>. Then <persName ref="#trotsky">the old man</persName> spoke.</p>
            <p>Ivan Smirnov and I. Smirnov heard it; Zinoviev and Zinovieff were away. In <placeName>Petrograd</placeName> it rained.</p>
            </body></text></TEI>
            """
        let entities = try readPersons(yaml: Self.skeleton([text]).page, source: "persons.yml")
        #expect(entities.map(\.id) == ["trotsky", "ivan-smirnov", "zinoviev", "petrograd"])
        #expect(entities.map(\.names) == [["Trotsky", "old man"], ["Ivan Smirnov", "I. Smirnov"], ["Zinovieff", "Zinoviev"], ["Petrograd"]])
        #expect(entities.map(\.kind) == [.person, .person, .person, .place])
    }

    @Test func twoFilesGiveOneList() throws {
        let one = "<r><p>The order was signed by Trotsky in the night.</p></r>", other = "<r><p>The order was signed by Trotsky and Antonov in the night.</p></r>"
        let skeleton = try Self.skeleton([one, other])
        #expect(skeleton.count == 2)
        #expect(skeleton.page.contains("# The names found in 0.xml and 1.xml"))
    }

    /// Read back, the file changes nothing that is found.
    @Test(arguments: ["october-rising"]) func isReadBack(_ name: String) throws {
        let files = ["1924", "1938"].map { "\(name)/\($0).xml" }
        let documents = try files.map { try read(Input(name: $0, bytes: Repository.fixture($0))) }
        var skeleton = PersonsSkeleton(options: Options())
        for document in documents { skeleton.take(document) }
        var options = Options()
        options.authority = try readPersons(yaml: skeleton.page, source: "persons.yml")
        #expect(options.authority.count == skeleton.count && skeleton.count > 10)
        #expect(Set(options.authority.map(\.id)).count == skeleton.count)
        let before = compare(documents[0], documents[1]).records.flatMap(\.findings).filter(\.countsAsEvent).map(\.rule.id)
        let after = compare(documents[0], documents[1], options: options).records.flatMap(\.findings).filter(\.countsAsEvent).map(\.rule.id)
        #expect(after.count >= before.count - 2, "\(before) \(after)")
    }
}
