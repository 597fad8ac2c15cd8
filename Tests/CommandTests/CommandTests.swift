import Foundation
import Reports
import TestSupport
import Testing

/// Exit codes, streams and files: what only the built program can show.
@Suite struct CommandTests {
    static let old = "Fixtures/october-rising/1924.xml", new = "Fixtures/october-rising/1938.xml"

    /// Arguments, exit code, and what standard error must say.
    static let rows: [(arguments: [String], status: Int32, says: String)] = [
        ([old, new], 0, ""),
        (["compare", old, new, "--exit-code"], 1, ""),
        (["compare", old, old, "--exit-code"], 0, ""),
        (["compare", old, new, "--fail-on", "note", "--select", "neutral.move"], 0, ""),
        (["compare", old, new, "--format", "jsn"], 2, "did you mean 'json'?"),
        (["compare", old, new, "--select", "erasure.entiy"], 2, "did you mean 'erasure.entity'?"),
        (["compare", old, new, "--min-confidence", "7"], 2, "from 0 to 1"),
        (["compare", old, new, "--no-such-option"], 2, "--no-such-option"),
        (["compare", old, "no-such-file.xml"], 3, "no-such-file.xml"),
        (["compare", old, "Fixtures"], 2, "holds several records"),
        (["compare", old, "README.md"], 3, "README.md"),
        (["compare", old], 2, "one version only"),
        (["compare", old, new, "--as", "tie"], 2, "'tei'"),
        (["history", old], 2, "palimpsest compare"),
        (["explain", "erasure.entitty"], 2, "did you mean 'erasure.entity'?"),
        (["compare", old, new, "-o", "report.xyz"], 2, "cannot be told from its name"),
        (["compare", old, new, "-o", "no-such-folder/report.json"], 2, "could not be written"),
        (["rules"], 0, ""), (["explain", "erasure.entity"], 0, ""), (["schema"], 0, ""), (["--version"], 0, ""), (["--help"], 0, ""),
    ]

    @Test(arguments: rows) func endsAsDocumented(arguments: [String], status: Int32, says: String) throws {
        let run = try Tool.run(arguments)
        #expect(run.status == status, "\(run.errors)")
        #expect(says.isEmpty || run.errors.contains(says), "\(run.errors)")
        #expect((status > 1) == run.output.isEmpty)
    }

    @Test func readsStandardInput() throws {
        let bytes = try Repository.fixture("october-rising/1938.xml")
        let piped = try Tool.run([Self.old, "-", "--format", "json"], input: bytes)
        #expect(piped.status == 0)
        #expect(piped.text.contains("\"source\": \"-\""))
    }

    @Test func brokenRecordIsRefusedWithItsPlaceAndNothingIsReported() throws {
        let broken = "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n<text><body>\n<p>The order came from <persName>Trotsky</p></body></text></TEI>\n"
        let run = try Tool.run([Self.old, "-", "--format", "json"], input: Array(broken.utf8))
        #expect(run.status == 3)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("-:3:"), "\(run.errors)")
    }

    @Test func outputFileReplacesTheOldOneWholeAndKeepsItsMode() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "palimpsest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let target = folder.appending(path: "kept.json"), link = folder.appending(path: "link.json")
        try Data("old".utf8).write(to: target)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target.path())
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        let run = try Tool.run([Self.old, Self.new, "-o", link.path()])
        #expect(run.status == 0 && run.output.isEmpty)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path()) == target.path())
        #expect((try FileManager.default.attributesOfItem(atPath: target.path())[.posixPermissions] as? Int) == 0o600)
        #expect(try Data(contentsOf: target).starts(with: Data("{\n  \"schema\": \"palimpsest/".utf8)))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted() == ["kept.json", "link.json"])
        // The same report to a file and to standard output.
        let printed = try Tool.run([Self.old, Self.new, "--format", "json"])
        #expect(try Array(Data(contentsOf: target)) == printed.output)
    }

    @Test func fullDiskIsAnError() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let run = try Tool.run([Self.old, Self.new, "--format", "json=/dev/full"])
        #expect(run.status == 2)
        #expect(run.errors.contains("could not be written"))
    }

    @Test func severalFormatsFromOneComparison() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "palimpsest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let json = folder.appending(path: "a.json").path(), markdown = folder.appending(path: "a.md").path()
        let run = try Tool.run([Self.old, Self.new, "--format", "json=\(json)", "--format", "markdown=\(markdown)", "--format", "terminal"])
        #expect(run.status == 0 && run.text.contains("attribution.agent-replaced"))
        #expect(try Data(contentsOf: URL(filePath: json)).count > 1000)
        #expect(try Data(contentsOf: URL(filePath: markdown)).count > 1000)
    }

    @Test func onlyAndWatch() throws {
        let all = try Tool.run([Self.old, Self.new, "--format", "json"]), only = try Tool.run([Self.old, Self.new, "--format", "json", "--only", "Trotsky"])
        #expect(only.output.count < all.output.count)
        #expect(only.text.contains("\"name\": \"Leon Trotsky\""))
        #expect(!only.text.contains("Raskolnikov\"}"))
        let watched = try Tool.run([Self.old, Self.new, "--watch", "Zinoviev"])
        let first = try #require(watched.text.split(separator: "\n").first { $0.contains("error[") || $0.contains("warning[") || $0.contains("note[") })
        #expect(watched.text.contains("Zinov"), "\(first)")
    }

    @Test func terminalReportFitsItsWidth() throws {
        for width in [60, 80, 120] {
            let run = try Tool.run([Self.old, Self.new, "--color", "never"], environment: ["COLUMNS": "\(width)"])
            let longest = run.text.split(separator: "\n").map(\.count).max() ?? 0
            #expect(longest <= width, "\(width)")
        }
    }

    @Test func colourOnlyWhereItIsWanted() throws {
        #expect(try !Tool.run([Self.old, Self.new]).text.contains("\u{1B}"))
        #expect(try Tool.run([Self.old, Self.new, "--color", "always"]).text.contains("\u{1B}["))
        #expect(try Tool.run([Self.old, Self.new], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": ""]).text.contains("\u{1B}["))
        #expect(try !Tool.run([Self.old, Self.new], environment: ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"]).text.contains("\u{1B}"))
    }

    @Test func personsFileGivesIdentity() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "palimpsest-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let yaml = folder.appending(path: "persons.yml").path(), before = folder.appending(path: "a.xml").path(), after = folder.appending(path: "b.xml").path()
        try Data("persons:\n  - id: trotsky\n    names: [Leon Trotsky, Lev Bronstein]\n".utf8).write(to: URL(filePath: yaml))
        try Data("<r><p>The order was signed by Trotsky in the night of the rising.</p></r>".utf8).write(to: URL(filePath: before))
        try Data("<r><p>The order was signed by Bronstein in the night of the rising.</p></r>".utf8).write(to: URL(filePath: after))
        let plain = try Tool.run([before, after, "--format", "json"]), known = try Tool.run([before, after, "--format", "json", "--persons", yaml])
        #expect(plain.text.contains("attribution.agent-replaced"))
        #expect(known.status == 0 && !known.text.contains("attribution.agent-replaced"), "\(known.errors)")
        try Data("persons:\n  - id: trotsky\n    nmaes: [Leon Trotsky]\n".utf8).write(to: URL(filePath: yaml))
        let wrong = try Tool.run([before, after, "--persons", yaml])
        #expect(wrong.status == 2 && wrong.errors.contains("persons.yml:3"), "\(wrong.errors)")
    }

    @Test func inspectShowsWhatWasReadAndSetAside() throws {
        let run = try Tool.run(["inspect", Self.old])
        #expect(run.status == 0)
        for part in ["read as 'tei'", "set aside", "passages", "Trotsky", "attributions"] { #expect(run.text.contains(part), "\(part)") }
    }

    @Test func schemasArePrinted() throws {
        #expect(try Tool.run(["schema"]).text == findingsSchema)
        #expect(try Tool.run(["schema", "--archive"]).text.contains("urn:palimpsest:archive:1"))
    }
}
