import Findings
import Foundation
import Palimpsest
import Records
import TestSupport
import Testing
import XMLEvents

/// A change of form only is no change: attribute order, prefixes, references, encodings, line ends, normal forms, indentation, renamed ids.
@Suite struct FormTests {
    /// What the comparison says that it must not say.
    private func noise(_ old: Document, _ new: Document) -> [String] {
        let report = compare(old, new)
        var noise: [String] = []
        if !report.isSound { noise.append("not sound") }
        for record in report.records {
            noise += record.findings.filter { $0.severity != .neutral }.prefix(3).map { "\($0.rule.id): \($0.message)" }
            if record.unclassified > 0 { noise.append("\(record.unclassified) unclassified") }
            if record.changes != Changes() { noise.append("\(record.changes)") }
        }
        return noise
    }

    private func check(_ bytes: [UInt8], _ name: String, seed: UInt64) {
        do {
            let original = try read(Input(name: "a.xml", bytes: bytes))
            #expect(noise(original, original) == [], "\(name) against itself")
            var dice = SplitMix64(seed: seed)
            // One form alone, and several together.
            let all = Rewriting.Form.allCases.filter { form in
                switch form {
                // The ids of an archive are the names of its records.
                case .rekeyed: original.vocabulary != "archive"
                // White space is mark-up in wikitext.
                case .reindented: original.vocabulary != "mediawiki"
                default: true
                }
            }
            guard let one = all.randomElement(using: &dice) else { return }
            let several = Set(all.shuffled(using: &dice).prefix(Int.random(in: 3...7, using: &dice)))
            for forms in [[one], several] {
                let rewritten = try Rewriting.rewrite(bytes, forms, seed: seed)
                let twin = try read(Input(name: "a.xml", bytes: rewritten))
                let said = noise(original, twin)
                #expect(said == [], "\(name), seed \(seed): \(forms.map(\.rawValue).sorted())")
            }
        } catch {
            Issue.record("\(name), seed \(seed): \(error)")
        }
    }

    @Test(arguments: 0..<UInt64(2)) func aFixtureInAnotherFormIsTheSame(_ seed: UInt64) throws {
        for (number, name) in try Repository.fixtures().enumerated() { check(try Repository.fixture(name), name, seed: seed &* 1000 &+ UInt64(number)) }
    }

    @Test(arguments: Rewriting.Form.allCases) func eachFormAloneIsSilent(_ form: Rewriting.Form) throws {
        for name in ["october-rising/1924.xml", "harmless/testament.names.xml"] where form != .rekeyed || name.hasPrefix("october-rising") {
            let bytes = try Repository.fixture(name)
            let rewritten = try Rewriting.rewrite(bytes, [form], seed: 1)
            #expect(rewritten != bytes)
            #expect(noise(try read(Input(name: "a.xml", bytes: bytes)), try read(Input(name: "a.xml", bytes: rewritten))) == [])
        }
    }

    /// Real records, where they are at hand: a sample by seed, so that the suite stays quick. PALIMPSEST_FORMS=all takes every file.
    @Test func realRecordsInAnotherFormAreTheSame() throws {
        let folder = Repository.path("../shared/data")
        guard FileManager.default.fileExists(atPath: folder) else {
            print("skipped: no shared data")
            return
        }
        let takesAll = ProcessInfo.processInfo.environment["PALIMPSEST_FORMS"] == "all"
        var files: [String] = []
        for part in ["records", "chains"] {
            guard let walk = FileManager.default.enumerator(atPath: folder + "/" + part) else { continue }
            files += walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.map { part + "/" + $0 }
        }
        files.sort()
        var dice = SplitMix64(seed: 20_240_607)
        if !takesAll { files = Array(files.shuffled(using: &dice).prefix(8)) }
        for (number, file) in files.enumerated() {
            let bytes = Array(try Data(contentsOf: URL(filePath: folder + "/" + file)))
            guard takesAll || bytes.count < 60_000, (try? read(Input(name: "a.xml", bytes: bytes))) != nil else { continue }
            check(bytes, file, seed: UInt64(number) &+ 7)
        }
    }
}
