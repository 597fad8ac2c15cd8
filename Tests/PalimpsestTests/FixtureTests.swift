import Findings
import Palimpsest
import Records
import Reports
import Settings
import TestSupport
import Testing

/// The fixtures as the library reads them: what must be found, and what must not.
@Suite struct FixtureTests {
    /// A twin of Fixtures/harmless and the version that it is compared with; a native archive is compared with itself, first against last.
    struct Twin: Sendable, CustomTestStringConvertible {
        var original: String
        var twin: String
        var testDescription: String { twin }
    }

    static let twins: [Twin] = [
        ("pravda-1918/1918.xml", ["pravda-1918.names", "pravda-1918.layout", "pravda-1918.mixed"]),
        ("pravda-1918/1947.xml", ["pravda-1918.moved"]),
        (
            "october-rising/1924.xml",
            [
                "october-rising.names", "october-rising.rekeyed", "october-rising.markup", "october-rising.voice-pronoun",
                "october-rising.mixed",
            ]
        ),
        ("october-rising/1938.xml", ["october-rising.dates-numbers", "october-rising.moved"]),
        ("may-1920-photograph/before.xml", ["may-1920-photograph.names", "may-1920-photograph.typos"]),
        ("may-1920-photograph/after.xml", ["may-1920-photograph.markup-layout"]),
        ("", ["october-textbook.names", "october-textbook.dates", "october-textbook.voice", "october-textbook.mixed"]),
        ("", ["testament.names", "testament.pronoun", "testament.typos", "testament.mixed"]),
        ("testament.xml", ["testament.rekeyed"]),
        ("red-train/1923.xml", ["red-train.voice"]),
        ("encyclopaedia-volume/1950.xml", ["encyclopaedia-volume.mixed"]),
        ("canal-photograph/before.xml", ["canal-photograph.mixed"]),
        ("timeline-credits/2024.xml", ["timeline-credits.mixed"]),
        ("map-caption/2015.xml", ["map-caption.mixed"]),
        ("arch-of-severus/212.xml", ["arch-of-severus.markup"]),
        ("", ["politburo.names-dates", "short-course.names-voice", "trotskyism.style", "underground-railroad.style"]),
    ].flatMap { original, names in names.map { Twin(original: original, twin: "harmless/\($0).xml") } }

    @Test func everyTwinIsInTheTable() throws {
        #expect(Set(try Repository.fixtures().filter { $0.hasPrefix("harmless/") }) == Set(Self.twins.map(\.twin)))
    }

    /// The Russian page: who created, led, signed and blew up, by the cases of the names.
    @Test func theTrainLostItsChairman() throws {
        let findings = compare(try read("red-train/1923.xml"), try read("red-train/1938.xml")).records.flatMap(\.findings)
        func has(_ rule: Rule, _ name: String) -> Bool { findings.contains { $0.rule == rule && $0.entity?.name == name } }
        #expect(has(.erasureEntity, "Троцкий"))
        #expect(has(.attributionAgentReplaced, "Троцкий"))
        #expect(has(.attributionAgentDropped, "Троцкий"))
        #expect(has(.attributionSourceRemoved, "Лариса Рейснер"))
        #expect(findings.contains { $0.rule == .attributionAgentDeleted && $0.entity?.name == "матросы Раскольникова" })
        #expect(!findings.contains { $0.entity?.name == "Вацетис" || $0.entity?.name == "Казань" })
    }

    @Test(arguments: twins) func harmlessTwinStaysSilent(_ twin: Twin) throws {
        let later = try read(twin.twin)
        let report = twin.original.isEmpty ? compareFirstAndLast(later) : compare(try read(twin.original), later)
        #expect(report.isSound)
        let loud = report.records.flatMap(\.findings).filter { $0.severity >= .note && $0.rule != .factName }
        #expect(loud.map { "\($0.rule.id): \($0.message)" } == [])
    }

    @Test func everyFixtureAgainstItselfIsSilent() throws {
        for name in try Repository.fixtures() {
            let document = try read(name)
            let report = compare(document, document)
            #expect(report.isSound, "\(name)")
            #expect(report.records.allSatisfy { $0.findings.isEmpty && $0.unclassified == 0 }, "\(name)")
            #expect(report.records.allSatisfy { $0.changes == Changes() }, "\(name)")
        }
    }

    /// The page lost its designer and its photographer; another menu, advertisement and footer are no revision.
    @Test func theWebPageLostItsDesignerAndItsFurnitureIsNoText() throws {
        let before = try read("web-page/before.html")
        let findings = compare(before, try read("web-page/after.html")).records.flatMap(\.findings)
        #expect(findings.contains { $0.rule == .erasureEntity && $0.entity?.name == "Mara Kovač" })
        #expect(findings.contains { $0.rule == .attributionAuthorRemoved && $0.entity?.name == "Jonas Lund" })
        let twin = compare(before, try read("web-page/furniture.html"))
        #expect(twin.isSound)
        #expect(twin.records.flatMap(\.findings).filter { $0.severity >= .note }.isEmpty)
        #expect(twin.records.allSatisfy { $0.unclassified == 0 })
    }

    /// What corpus.md lists for the demonstration, by rule and entity: those of its lines that the rules of today name.
    static let rising: [(rule: String, entity: String)] = [
        ("attribution.author-replaced", "S. Veresov"), ("erasure.anonymised", "Leon Trotsky"), ("erasure.list-omission", "Leon Trotsky"),
        ("erasure.list-omission", "Grigory Zinoviev"), ("erasure.list-omission", "Andrei Bubnov"), ("erasure.entity", "Leon Trotsky"),
        ("erasure.entity", "Grigory Sokolnikov"), ("fact.number-removed", "Vladimir Lenin"), ("fact.number", "Pavel Lazimir"),
        ("fact.date", "Military Revolutionary Committee"),
        ("erasure.list-omission", "Sukharkov"), ("attribution.agent-replaced", "Leon Trotsky"),
        ("erasure.passage", "Vladimir Antonov-Ovseenko"),
        ("attribution.quote-altered", "Joseph Stalin"), ("attribution.source-removed", "John Reed"), ("erasure.image", "-"),
        ("attribution.agent-deleted", "Vladimir Antonov-Ovseenko"), ("interpolation.entity", "Party Centre"),
    ]

    @Test func theDemonstrationNamesWhoWasErasedAndWhoTookTheCredit() throws {
        let report = compare(try read("october-rising/1924.xml"), try read("october-rising/1938.xml"))
        #expect(report.isSound)
        let found = Set(report.records.flatMap(\.findings).map { "\($0.rule.id): \($0.entity?.name ?? "-")" })
        for expected in Self.rising {
            #expect(found.contains("\(expected.rule): \(expected.entity)"), "\(expected.rule): \(expected.entity)")
        }
        let replaced = report.records.flatMap(\.findings).filter {
            $0.rule == .attributionAgentReplaced && $0.entity?.name == "Leon Trotsky"
        }
        #expect(replaced.contains { $0.other?.name == "Party Centre" || $0.other?.name == "Joseph Stalin" })
        // The list of persons in the header is the same in both: a name there is no mention.
        #expect(report.records[0].ledger.entities.first { $0.name == "Leon Trotsky" }?.presence.last == 0)
    }

    @Test func theReprintLostItsSentencesWithoutAMark() throws {
        let report = compare(try read("pravda-1918/1918.xml"), try read("pravda-1918/1947.xml"))
        let findings = report.records.flatMap(\.findings)
        #expect(findings.contains { $0.rule == .erasurePassage })
        #expect(findings.contains { $0.rule == .erasureEntity && $0.entity?.name == "Leon Trotsky" })
        #expect(!findings.contains { $0.rule == .erasureEntity && $0.entity?.name == "Vladimir Lenin" })
    }

    @Test func thePhotographLostTwoMenAndKeptItsPhotographer() throws {
        let report = compare(try read("may-1920-photograph/before.xml"), try read("may-1920-photograph/after.xml"))
        let findings = report.records.flatMap(\.findings)
        #expect(findings.contains { $0.rule == .erasureImage })
        for name in ["Leon Trotsky", "Lev Kamenev"] {
            #expect(findings.contains { $0.entity?.name == name && $0.severity == .error }, "\(name)")
        }
        #expect(!findings.contains { $0.rule.id.hasPrefix("attribution.author") })
    }

    @Test func theLetterIsWithheldInOneEdition() throws {
        let report = history(try read("testament.xml"))
        #expect(report.isSound)
        let gone = report.records.flatMap { record in
            record.findings.filter { $0.rule == .erasureRecord }.map { "\(record.id) \($0.from)-\($0.to)" }
        }
        #expect(gone.count == 1, "\(gone)")
        let back = report.records.flatMap { $0.findings.filter { $0.rule == .interpolationRecord } }
        #expect(back.count == 1)
    }

    @Test func theTextbookTellsWhoLeftAndWhoCameBack() throws {
        let report = history(try read("october-textbook.xml"))
        #expect(report.isSound)
        #expect(report.versions.map(\.label).count == 5)
        let trotsky = try #require(report.records[0].ledger.entities.first { $0.id == "#trotsky" })
        #expect(trotsky.presence.count == 5)
        #expect(
            report.records[0].findings.contains {
                $0.rule.family == "attribution" && $0.entity?.id == "#trotsky" && $0.from == 0 && $0.to == 1
            })
    }

    /// A critical edition by its witnesses: who opened the session, who wrote the plan, who was chosen.
    @Test func thePrintingsOfTheProtocolTellWhoLeftIt() throws {
        let report = history(try read("session-protocol.xml", reading: .witnesses))
        #expect(report.isSound)
        #expect(report.versions.map(\.date) == ["1917", "1922", "1929", "1939"])
        let found = report.records[0].findings.filter { $0.severity > .note }.map {
            "\($0.rule.id) \($0.entity?.id ?? "-") \($0.from)-\($0.to)"
        }
        for expected in [
            "erasure.anonymised #kamenev 1-2", "attribution.agent-replaced #trotsky 2-3", "fact.number - 1-2",
        ] { #expect(found.contains(expected), "\(expected) in \(found)") }
        // The edited text is one version.
        #expect(try read("session-protocol.xml").holdsVersions == false)
    }

    /// Who leaves, and in which rule; and what must not be told: who died in office, who stays, and the layer that an editor shows.
    static let cases: [(old: String, new: String, told: [String], untold: [String])] = [
        (
            "encyclopaedia-volume/1950.xml", "encyclopaedia-volume/1954.xml",
            ["erasure.entity Beria, Lavrenty Pavlovich", "erasure.image -"],
            ["Vitus Bering", "George Berkeley", "Norway"]
        ),
        (
            "canal-photograph/before.xml", "canal-photograph/after.xml",
            ["erasure.entity Yezhov", "erasure.list-omission Yezhov", "erasure.image -", "attribution.agent-dropped Yezhov"],
            ["F. Kislov", "Stalin", "Molotov"]
        ),
        (
            "timeline-credits/2024.xml", "timeline-credits/2025.xml",
            ["attribution.author-replaced Evan Duncan", "erasure.entity Joseph Wicentowski", "erasure.entity Thomas Faith"], ["Congress"]
        ),
        ("map-caption/2015.xml", "map-caption/2016.xml", ["framing.dysphemism -"], ["Ida Marlow", "Africa"]),
        (
            "arch-of-severus/203.xml", "arch-of-severus/212.xml", ["erasure.entity P. Septimio L. fil. Getae"],
            ["M. Aurelio L. fil. Antonino"]
        ),
    ]

    @Test(arguments: cases.indices) func theseLeft(_ index: Int) throws {
        let row = Self.cases[index]
        expect(compare(try read(row.old), try read(row.new)), tells: row.told, notOf: row.untold)
    }

    /// The same in files that hold their versions: with the versions between which it happens.
    static let chains: [(file: String, told: [String], untold: [String])] = [
        (
            "mediawiki/politburo.xml",
            [
                "erasure.list-omission Zinoviev 1-2", "erasure.list-omission Kamenev 1-2", "erasure.list-omission Trotsky 1-2",
                "erasure.list-omission Grigory Sokolnikov 1-2",
                "fact.number-removed - 1-2", "erasure.entity Bukharin 2-3", "erasure.entity Rykov 2-3", "erasure.entity Tomsky 2-3",
            ], ["Mikhail Frunze", "Felix Dzerzhinsky", "Stalin", "Lenin"]
        ),
        (
            "short-course.xml",
            [
                "attribution.author-replaced Yemelyan Yaroslavsky 0-1", "attribution.author-removed Pyotr Pospelov 0-1",
                "erasure.list-omission Filipp Goloshchyokin 1-2",
                "attribution.agent-deleted Nikolai Yezhov 1-2", "erasure.entity Nikolai Yezhov 1-2",
                "attribution.author-replaced Central Committee 2-3",
            ], ["Sergo Ordzhonikidze", "Mikhail Frunze"]
        ),
        (
            "trotskyism.xml", ["framing.label-honorific - 0-1", "erasure.passage - 0-1", "erasure.entity Иосиф Сталин 0-1"],
            ["Лев Троцкий", "Владимир Ленин"]
        ),
        (
            "underground-railroad.xml",
            ["erasure.image - 0-1", "erasure.entity Harriet Tubman 0-1", "interpolation.entity Harriet Tubman 1-2"], ["Canada"]
        ),
    ]

    @Test(arguments: chains.indices) func theseLeftAndThen(_ index: Int) throws {
        let row = Self.chains[index]
        expect(history(try read(row.file)), tells: row.told, notOf: row.untold)
    }

    private func expect(_ report: RevisionReport, tells told: [String], notOf untold: [String]) {
        #expect(report.isSound)
        let findings = report.records.flatMap(\.findings)
        let found = findings.flatMap { finding in
            let name = "\(finding.rule.id) \(finding.entity?.name ?? "-")"
            return [
                name, "\(name) \(finding.from)-\(finding.to)", "\(finding.rule.id) -", "\(finding.rule.id) - \(finding.from)-\(finding.to)",
            ]
        }
        for line in told { #expect(found.contains(line), "\(line) in \(found)") }
        for name in untold {
            #expect(!findings.contains { ["erasure", "attribution"].contains($0.rule.family) && $0.entity?.name == name }, "\(name)")
        }
    }

    @Test func everyResultIsValidAgainstThePrintedSchema() throws {
        var documents: [[UInt8]] = []
        let json = JSONReport(version: "test", showNeutral: true)
        for (old, new) in [
            ("october-rising/1924.xml", "october-rising/1938.xml"), ("pravda-1918/1918.xml", "pravda-1918/1947.xml"),
            ("may-1920-photograph/before.xml", "may-1920-photograph/after.xml"), ("pravda-1918/1918.xml", "october-rising/1938.xml"),
        ] { documents.append(json.render(compare(try read(old), try read(new)))) }
        for twin in Self.twins where !twin.original.isEmpty {
            documents.append(json.render(compare(try read(twin.original), try read(twin.twin))))
        }
        for name in try Repository.fixtures() {
            let document = try read(name)
            if document.holdsVersions { documents += [json.render(history(document)), json.render(compareFirstAndLast(document))] }
        }
        #expect(documents.count > 30)
        #expect(try Validator.errors(of: documents, schema: findingsSchema) == [String](repeating: "", count: documents.count))
    }

    /// The whole terminal reports, as a reader sees them: a change of wording, of a finding or of an event shows here.
    @Test func reportsOfTheFixtures() throws {
        let terminal = TerminalReport(width: 80)
        for (name, old, new) in [
            ("october-rising", "october-rising/1924.xml", "october-rising/1938.xml"),
            ("pravda-1918", "pravda-1918/1918.xml", "pravda-1918/1947.xml"),
            ("may-1920-photograph", "may-1920-photograph/before.xml", "may-1920-photograph/after.xml"),
            ("web-page", "web-page/before.html", "web-page/after.html"),
            ("encyclopaedia-volume", "encyclopaedia-volume/1950.xml", "encyclopaedia-volume/1954.xml"),
            ("canal-photograph", "canal-photograph/before.xml", "canal-photograph/after.xml"),
            ("timeline-credits", "timeline-credits/2024.xml", "timeline-credits/2025.xml"),
            ("map-caption", "map-caption/2015.xml", "map-caption/2016.xml"),
            ("arch-of-severus", "arch-of-severus/203.xml", "arch-of-severus/212.xml"),
        ] { expectGolden(terminal.render(compare(try read(old), try read(new))), "\(name).txt") }
        expectGolden(terminal.render(compare(try read("order-draft/before.xml"), try read("order-draft/after.xml"))), "order-draft.txt")
        expectGolden(terminal.render(history(try read("session-protocol.xml", reading: .witnesses))), "session-protocol.txt")
        for name in ["october-textbook", "testament", "mediawiki/politburo", "short-course", "trotskyism", "underground-railroad"] {
            expectGolden(terminal.render(history(try read("\(name).xml"))), "\(name.split(separator: "/").last ?? "").txt")
        }
    }

    @Test func theSameBytesForAnyNumberOfThreads() throws {
        for name in ["october-textbook.xml", "testament.xml"] {
            let results = try [1, 2, 5].map { jobs in
                JSONReport(version: "test", showNeutral: true).render(history(try read(name), options: Options(jobs: jobs)))
            }
            #expect(results[0] == results[1] && results[1] == results[2], "\(name)")
        }
    }

    private func read(_ name: String, reading: Reading = .edited) throws -> Document {
        var options = Options()
        options.reading = reading
        if name.contains("map-caption") {
            let mapping = "map-caption/schoolbook.yml"
            options.mappings = [try readMapping(yaml: String(decoding: Repository.fixture(mapping), as: UTF8.self), source: mapping)]
        }
        return try Palimpsest.read(Input(name: name, bytes: Repository.fixture(name)), options: options)
    }
}
