import Findings
import Foundation
import Palimpsest
import Records
import Settings
import TestSupport
import Testing

/// The mappings that come with the program, each on a pair of our own writing: an erasure beside a change of bookkeeping, and the latter alone.
@Suite struct BundledMappingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var name: String
        var ids: [String]
        /// Of names and speakers in the older version, sorted.
        var keys: [String]
        /// Rules from warning on, sorted.
        var rules: [String]
        var testDescription: String { name }

        init(_ name: String, ids: [String], keys: [String] = [], rules: [String]) {
            self.name = name
            self.ids = ids
            self.keys = keys
            self.rules = rules
        }
    }

    static let rows = [
        Row("ead", ids: ["xx-0017"], keys: ["p7", "p9"], rules: ["attribution.agent-replaced", "attribution.author-replaced", "erasure.entity"]),
        Row("ead3", ids: ["xx-0018"], keys: ["p11"], rules: ["attribution.author-removed", "erasure.entity"]),
        Row("eac-cpf", ids: ["cpf-31"], keys: ["#p7", "#p9"], rules: ["attribution.agent-replaced", "erasure.entity", "erasure.passage"]),
        Row(
            "akoma-ntoso", ids: ["-"], keys: ["#kamenev", "#trotsky"],
            rules: ["attribution.agent-replaced", "attribution.speaker-replaced", "erasure.entity"]),
        Row("uslm", ids: ["/us/usc/t99"], rules: ["attribution.agent-replaced", "erasure.entity"]),
        Row("dc-law", ids: ["D.C. Law 99-1"], rules: ["erasure.entity"]),
        Row("state-visits", ids: ["1", "2", "3"], keys: ["borduria", "ruritania", "russia"], rules: ["erasure.entity", "erasure.record"]),
        Row("state-travels", ids: ["41", "42"], keys: ["borduria", "syldavia", "varda-anna"], rules: ["erasure.entity", "erasure.list-omission"]),
        Row("state-pocom", ids: ["-", "bo-1921-marek-01", "bo-1925-varda-01"], rules: ["erasure.entity", "erasure.passage"]),
        Row("state-people", ids: ["900017"], rules: ["attribution.agent-dropped", "erasure.entity"]),
        Row("state-events", ids: ["7"], rules: ["attribution.agent-deleted", "erasure.entity"]),
    ]

    private static func document(_ row: Row, _ file: String) throws -> Document {
        let name = "mappings/\(row.name)/\(file).xml"
        return try read(Input(name: name, bytes: try Repository.fixture(name)))
    }

    @Test(arguments: rows) func readsAndFinds(_ row: Row) throws {
        let old = try Self.document(row, "old"), new = try Self.document(row, "new")
        #expect(old.vocabulary == row.name)
        #expect(old.mapping?.source == nil)
        #expect(old.mapping?.unmentioned == [])
        #expect(old.census.isComplete)
        #expect(old.records.map(\.id) == row.ids)
        let versions = old.records.flatMap(\.versions)
        let keys = versions.flatMap { version in
            version.annotations.filter(\.isName).map { version.symbols[$0.key] } + version.passages.map { version.symbols[$0.speaker] }
        }
        #expect(Set(keys).subtracting([""]).sorted() == row.keys)
        let report = compare(old, new)
        #expect(report.isSound)
        let loud = report.records.flatMap(\.findings).filter { $0.severity >= .warning }
        #expect(Set(loud.map(\.rule.id)).sorted() == row.rules)
    }

    @Test(arguments: rows) func bookkeepingIsSilent(_ row: Row) throws {
        let report = compare(try Self.document(row, "old"), try Self.document(row, "twin"))
        #expect(report.isSound)
        #expect(report.records.flatMap(\.findings).map { "\($0.rule.id): \($0.message)" } == [])
        #expect(report.records.allSatisfy { $0.unclassified == 0 })
    }

    /// An entry under a new id, in words that only it has, is that entry still; another entry of the same traveller is not.
    @Test func anEntryUnderANewIDIsNoErasure() throws {
        let name = "mappings/state-travels/old.xml"
        let text = String(decoding: try Repository.fixture(name), as: UTF8.self)
        func later(_ changes: [(String, String)]) throws -> Document {
            let changed = changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
            return try read(Input(name: "new.xml", bytes: Array(changed.utf8)))
        }
        let old = try read(Input(name: name, bytes: Array(text.utf8)))
        let renamed = compare(old, try later([("<id>42</id>", "<id>77</id>"), ("Visited the salt mines.", "Visited the salt mines")]))
        #expect(renamed.records.flatMap(\.findings).filter { $0.severity >= .note }.map(\.rule.id) == [])
        let other = compare(
            old,
            try later([
                ("<id>42</id>", "<id>77</id>"), ("1921-08-02", "1924-01-01"), ("1921-08-03", "1924-01-02"), ("Visited the salt mines.", "Opened a bridge."),
                ("Klow", "Sbrodj"),
            ]))
        #expect(Set(other.records.flatMap(\.findings).map(\.rule.id)).isSuperset(of: ["erasure.record", "interpolation.record"]))
    }

    /// Every file in the folder loads, has its row here, and the commented example is one of them.
    @Test func everyMappingLoads() throws {
        let folder = Repository.path("Sources/Vocabularies/Mappings")
        var names: [String] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let yaml = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            do {
                let mapping = try readMapping(yaml: yaml, source: file)
                names.append(mapping.name)
                #expect(!mapping.title.isEmpty && !mapping.roots.isEmpty, "\(file)")
            } catch {
                Issue.record("\(error)")
            }
        }
        #expect(names.sorted() == (Self.rows.map(\.name) + ["minutes"]).sorted())
    }
}
