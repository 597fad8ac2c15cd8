import ArgumentParser
import Palimpsest
import Records
import XMLEvents

struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow the records of a native archive through their versions.",
        discussion: "Each version of a record is compared with the one before; a record that an edition lacks is reported.")

    @Argument(help: ArgumentHelp("A file with several versions of its records.", valueName: "archive"))
    var archive: String

    @OptionGroup(title: "Comparing") var comparison: ComparisonOptions
    @OptionGroup(title: "Report") var output: OutputOptions

    func run() throws {
        var options = try comparison.options()
        options.reading = .witnesses
        let document = try Documents.read(try InputFile.read(archive, limits: options.limits), options)
        guard document.holdsVersions else {
            throw Failure(code: .usage, message: "\(archive) holds one version only; 'palimpsest compare OLD NEW' compares two files")
        }
        try output.deliver(Palimpsest.history(document, options: options), from: [archive])
    }
}
