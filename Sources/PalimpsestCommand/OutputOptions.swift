import ArgumentParser
import Findings
import Glibc
import Palimpsest
import Records
import Reports

/// What is shown, in which format, and where it goes.
struct OutputOptions: ParsableArguments {
    enum Format: String, CaseIterable {
        case terminal, markdown, json

        init?(extension suffix: String) {
            switch suffix {
            case "json": self = .json
            case "md", "markdown": self = .markdown
            case "txt": self = .terminal
            default: return nil
            }
        }
    }

    @Option(help: ArgumentHelp("terminal, markdown or json; 'json=FILE' writes to a file. Repeatable.", valueName: "format[=file]"))
    var format: [String] = []

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file; its name says the format (.json, .md, .txt).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Only what concerns this name.", valueName: "name"))
    var only: String?

    @Option(help: ArgumentHelp("Only these rules: an id, a family or a severity. Repeatable.", valueName: "rule"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Not these rules: an id, a family or a severity. Repeatable.", valueName: "rule"))
    var ignore: [String] = []

    @Option(help: ArgumentHelp("End with 1 when a finding reaches note, warning or error.", valueName: "severity"))
    var failOn: String?

    @Flag(help: "End with 1 when a finding reaches --fail-on (error where it is not given).")
    var exitCode = false

    @Flag(help: "List neutral changes too.")
    var showNeutral = false

    @Option(help: "auto, always or never. NO_COLOR and CLICOLOR_FORCE are honoured.")
    var color = "auto"

    @Flag(help: "No characters beyond ASCII in what the program itself adds.")
    var ascii = false

    @Flag(name: .shortAndLong, help: "No warnings on standard error.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Show the evidence behind each finding.")
    var verbose = false

    mutating func validate() throws {
        for spec in format { _ = try Self.parsed(spec) }
        if let output, Self.format(ofFile: output) == nil, format.isEmpty {
            throw ValidationError("the format of '\(output)' cannot be told from its name; end it in .json, .md or .txt, or use --format json=\(output)")
        }
        if output != nil, format.count > 1 { throw ValidationError("-o takes one format; write --format json=FILE --format markdown=FILE instead") }
        guard ["auto", "always", "never"].contains(color) else { throw ValidationError("--color is auto, always or never, not '\(color)'") }
        if let only, only.allSatisfy(\.isWhitespace) { throw ValidationError("--only needs a name") }
        if let failOn, Severity(rawValue: failOn) == nil || failOn == "neutral" { throw ValidationError("--fail-on is note, warning or error, not '\(failOn)'") }
        for pattern in select + ignore where !Self.isKnown(pattern) {
            let near = Suggestion.nearest(to: pattern, among: Catalogue.rules.map(\.id) + Catalogue.families)
            throw ValidationError("there is no rule or family '\(pattern)'\(near.map { "; did you mean '\($0)'?" } ?? "") ('palimpsest rules' lists them)")
        }
    }

    private static func isKnown(_ pattern: String) -> Bool {
        Catalogue.rule(id: pattern) != nil || Catalogue.families.contains(pattern) || Severity(rawValue: pattern) != nil
    }

    private static func parsed(_ spec: String) throws(ValidationError) -> (format: Format, file: String?) {
        let parts = spec.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let format = Format(rawValue: parts[0]) else {
            let names = Format.allCases.map(\.rawValue)
            let near = Suggestion.nearest(to: parts[0], among: names)
            throw ValidationError("there is no format '\(parts[0])'\(near.map { "; did you mean '\($0)'?" } ?? ""); known are \(names.joined(separator: ", "))")
        }
        if parts.count == 2, parts[1].isEmpty { throw ValidationError("'\(spec)' names no file after '='") }
        return (format, parts.count == 2 ? parts[1] : nil)
    }

    private static func format(ofFile path: String) -> Format? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        return Format(extension: path[path.index(after: dot)...].lowercased())
    }

    /// Writes the report in every format asked for, and says which exit code the findings give.
    func deliver(_ full: RevisionReport, from inputs: [String]) throws {
        guard full.isSound else {
            throw Failure(
                code: .internalError,
                message: "internal error: the result failed its own check (\(full.census.isComplete ? "the alignment does not give back both versions" : "text was lost while reading")); nothing was reported. Please send us the input")
        }
        var report = full.selecting(select, ignoring: ignore)
        if let only {
            report = report.only(only)
            if report.records.isEmpty, !quiet { StandardError.say("warning: no finding concerns '\(only)'; 'palimpsest inspect FILE' lists the names that are read") }
        }
        StandardError.warn(quiet ? report.warnings.filter { $0.code == unreadCode } : report.warnings)
        var targets = try format.map { try Self.parsed($0) }
        if targets.isEmpty { targets = [(output.flatMap(Self.format) ?? .terminal, nil)] }
        for target in targets {
            if let path = target.file ?? output, path != "-" {
                if inputs.contains(where: { OutputFile.isSame($0, path) }) {
                    throw Failure(code: .usage, message: "\(path) is one of the records that are compared; name another file for the report")
                }
                try OutputFile.write(render(report, target.format, toTerminal: false), to: path)
            } else {
                try StandardOutput.write(render(report, target.format, toTerminal: isatty(1) == 1))
            }
        }
        if let threshold = failOn.flatMap(Severity.init) ?? (exitCode ? .error : nil), report.reaches(threshold) { throw ExitCode(Exit.failed.rawValue) }
        // Some records could not be read; the others were reported.
        if full.warnings.contains(where: { $0.code == unreadCode }) { throw ExitCode(Exit.unreadable.rawValue) }
    }

    private func render(_ report: RevisionReport, _ format: Format, toTerminal: Bool) -> [UInt8] {
        switch format {
        case .json: JSONReport(version: PalimpsestTool.versionNumber, showNeutral: showNeutral).render(report)
        case .markdown: MarkdownReport(showNeutral: showNeutral).render(report)
        case .terminal:
            TerminalReport(width: Terminal.width, color: Terminal.usesColor(color, isTerminal: toTerminal), ascii: ascii, showNeutral: showNeutral, verbose: verbose)
                .render(report)
        }
    }
}
