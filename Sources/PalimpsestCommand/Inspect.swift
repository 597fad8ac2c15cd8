import ArgumentParser
import Detection
import Inputs
import Palimpsest
import Records
import XMLEvents

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what the reader saw: records, versions, passages, names, attributions, and the text set aside.",
        discussion: "With --why the question is one name: in which forms it was found and where, whose it is held to be, and what keeps its neighbours apart.")

    @Argument(help: ArgumentHelp("The file to look into.", valueName: "file"))
    var file: String

    @Argument(help: ArgumentHelp("A second file, for --why and --write-persons.", valueName: "other"))
    var other: String?

    @Option(help: ArgumentHelp("A name, or #id: how it was found in each version, and which near names were kept apart by what. Repeatable.", valueName: "name"))
    var why: [String] = []

    @Option(help: ArgumentHelp("Write the names that were found to a persons file (YAML), to be edited and given back with --persons.", valueName: "file"))
    var writePersons: String?

    @OptionGroup(title: "Reading") var comparison: ComparisonOptions

    @Flag(help: "Every name and attribution, not only the first ones.")
    var all = false

    mutating func validate() throws {
        if why.contains(where: { $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("--why needs a name") }
        if other != nil, why.isEmpty, writePersons == nil { throw ValidationError("a second file is for --why and --write-persons; 'palimpsest compare' compares two") }
    }

    func run() throws {
        let options = try comparison.options()
        if let writePersons { try OutputFile.checkNew(writePersons, "it may hold names that somebody has put right; name another file") }
        let mostLines = all ? Int.max : 12
        let shown = Shown(InspectionPage(options: options, mostLines: mostLines), NameCasePage(options: options, names: why, mostLines: mostLines), PersonsSkeleton(options: options))
        var arguments = RawArguments()
        for name in [file, other].compactMap({ $0 }) { try read(arguments.take(name), options, into: shown) }
        StandardError.warn(shown.page.warnings)
        let text = !why.isEmpty ? shown.cases.text : other == nil ? shown.page.text : ""
        if !text.isEmpty { try StandardOutput.write(Array(StandardError.printable(text).utf8)) }
        if let writePersons {
            try OutputFile.write(Array(shown.persons.page.utf8), to: writePersons)
            StandardError.say("palimpsest: \(shown.persons.count) names written to \(writePersons)")
        }
    }

    private func read(_ name: FileName, _ options: Options, into shown: Shown) throws(Failure) {
        func take(_ document: Document) {
            shown.page.take(document)
            if !why.isEmpty { shown.cases.take(document) }
            if writePersons != nil { shown.persons.take(document) }
        }
        switch try VersionedInput.open(name, options) {
        case .whole(let document): take(document)
        case .pages(let stream):
            // A page that is not shown is not looked into.
            do throws(ReadError) { shown.page.take(try readPages(stream) { take($0) }) } catch { throw Documents.failure(error) }
        }
    }

    /// The pages that grow while a stream is read.
    private final class Shown {
        var page: InspectionPage
        var cases: NameCasePage
        var persons: PersonsSkeleton
        init(_ page: InspectionPage, _ cases: NameCasePage, _ persons: PersonsSkeleton) {
            self.page = page
            self.cases = cases
            self.persons = persons
        }
    }
}

/// The text of `inspect`, from one document or from those of an export, one after the other.
struct InspectionPage {
    let options: Options
    let mostLines: Int
    private(set) var warnings: [Warning] = []
    private var head: [String] = []
    private var census = Census()
    private var checksums = Checksums()
    private var authority = 0
    private var records = 0
    private var versions = 0
    private var lines: [String] = []

    init(options: Options, mostLines: Int) {
        self.options = options
        self.mostLines = mostLines
    }

    mutating func take(_ document: Document) {
        head = ["\(document.source): read as '\(document.vocabulary)'"]
        if let mapping = document.mapping { tell(mapping) }
        warnings += document.warnings
        census.add(document.census)
        checksums.add(document.checksums)
        authority += document.authority.count
        for record in document.records {
            records += 1
            versions += record.versions.count
            guard records <= mostLines else { continue }
            lines.append("")
            lines.append("record '\(record.id)'\(record.title.isEmpty ? "" : ": \(record.title)")")
            let shown = mostLines == .max ? record.versions[...] : record.versions.prefix(mostLines)
            for version in shown { lines += self.version(version, document) }
            if shown.count < record.versions.count { lines.append("  and \(record.versions.count - shown.count) more versions (--all shows every one)") }
        }
    }

    /// Which mapping was used, and what it leaves out: a user who writes one goes on from there.
    private mutating func tell(_ mapping: MappedBy) {
        head[0] += " (\(mapping.title.isEmpty ? "" : mapping.title + "; ")mapping \(mapping.source ?? "of the program"))"
        let names = mapping.unmentioned.prefix(mostLines).map { "\($0.element) (\($0.count))" }
        let more = mapping.unmentioned.count - names.count
        if !names.isEmpty {
            head.append("not in the mapping, read as generic XML: \(names.joined(separator: ", "))\(more > 0 ? " and \(more) more (--all shows every one)" : "")")
        }
    }

    var text: String {
        let aside = census.setAside.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        var top = head + ["characters: \(census.read) read = \(census.compared) compared\(aside.isEmpty ? "" : " + set aside: " + aside.joined(separator: ", "))"]
        if checksums.checked > 0 { top.append("checksums: \(checksums.matched) of \(checksums.checked) match the text") }
        if authority > 0 { top.append("authority: \(authority) entries") }
        if versions > records { top.append("versions: \(versions) of \(records) record\(records == 1 ? "" : "s")") }
        if records > mostLines { top.append("records: \(records), the first \(mostLines) shown (--all shows every one)") }
        return (top + lines).joined(separator: "\n") + "\n"
    }

    private func version(_ version: Version, _ document: Document) -> [String] {
        var roles: [(role: Role, count: Int)] = []
        for role in Role.allCases {
            let count = version.passages.count { $0.role == role }
            if count > 0 { roles.append((role, count)) }
        }
        let label = version.label
        var lines = ["  version '\(label.label)'\(label.date.map { ", \($0)" } ?? "")\(label.by.map { ", by \($0)" } ?? "")\(label.reason.map { ", reason given: \($0)" } ?? "")"]
        lines.append("    \(version.passages.count) passages (\(roles.map { "\($0.count) \($0.role)" }.joined(separator: ", "))), \(version.tokens.count) words")
        let seen = inspect(version, in: document, options: options)
        lines.append("    language: \(seen.language)")
        lines += list("names", seen.names.map { "\($0.name) (\($0.kind), by \($0.trust), \($0.count) time\($0.count == 1 ? "" : "s"), first in line \($0.line))" })
        lines += list("attributions", seen.attributions.map { "\($0.predicate): \($0.agent) (line \($0.line))" })
        return lines
    }

    private func list(_ name: String, _ entries: [String]) -> [String] {
        guard !entries.isEmpty else { return ["    \(name): none"] }
        let more = entries.count - mostLines
        return ["    \(name): \(entries.count)"] + entries.prefix(mostLines).map { "      " + $0 } + (more > 0 ? ["      and \(more) more (--all shows every one)"] : [])
    }
}
