import ArgumentParser
import Detection
import Palimpsest
import Records
import XMLEvents

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what the reader saw: records, versions, passages, names, attributions, and the text set aside.")

    @Argument(help: ArgumentHelp("The file to look into.", valueName: "file"))
    var file: String

    @OptionGroup(title: "Reading") var comparison: ComparisonOptions

    @Flag(help: "Every name and attribution, not only the first ones.")
    var all = false

    func run() throws {
        var options = try comparison.options()
        options.reading = .witnesses
        let document = try Documents.read(try InputFile.read(file, limits: options.limits), options)
        StandardError.warn(document.warnings)
        let page = InspectionPage(document: document, options: options, mostLines: all ? .max : 12)
        try StandardOutput.write(Array(StandardError.printable(page.text()).utf8))
    }
}

/// The text of `inspect`.
struct InspectionPage {
    let document: Document
    let options: Options
    let mostLines: Int

    func text() -> String {
        var lines = ["\(document.source): read as '\(document.vocabulary)'"]
        if let mapping = document.mapping {
            lines[0] += " (\(mapping.title.isEmpty ? "" : mapping.title + "; ")mapping \(mapping.source ?? "of the program"))"
            let names = mapping.unmentioned.prefix(mostLines).map { "\($0.element) (\($0.count))" }
            let more = mapping.unmentioned.count - names.count
            if !names.isEmpty {
                lines.append("not in the mapping, read as generic XML: \(names.joined(separator: ", "))\(more > 0 ? " and \(more) more (--all shows every one)" : "")")
            }
        }
        let census = document.census
        let aside = census.setAside.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        lines.append("characters: \(census.read) read = \(census.compared) compared\(aside.isEmpty ? "" : " + set aside: " + aside.joined(separator: ", "))")
        if !document.authority.isEmpty { lines.append("authority: \(document.authority.count) entries") }
        if document.records.count > mostLines { lines.append("records: \(document.records.count), the first \(mostLines) shown (--all shows every one)") }
        for record in document.records.prefix(mostLines) {
            lines.append("")
            lines.append("record '\(record.id)'\(record.title.isEmpty ? "" : ": \(record.title)")")
            for version in record.versions { lines += self.version(version) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func version(_ version: Version) -> [String] {
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
