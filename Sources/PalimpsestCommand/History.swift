import ArgumentParser
import Palimpsest
import Records
import XMLEvents

struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Follow the records of a file with many versions: a native archive, a MediaWiki export, a critical edition.",
        discussion: "Each version of a record is compared with the one before; a record that an edition lacks is reported. A MediaWiki export is read page by page.")

    @Argument(help: ArgumentHelp("A file with several versions of its records.", valueName: "archive"))
    var archive: String

    @OptionGroup(title: "Comparing") var comparison: ComparisonOptions
    @OptionGroup(title: "Report") var output: OutputOptions

    func run() throws {
        let options = try comparison.options()
        var arguments = RawArguments()
        guard let report = try VersionedInput.open(arguments.take(archive), options).history(.everyVersion, options) else {
            throw Failure(code: .usage, message: "\(archive) holds one version only; 'palimpsest compare OLD NEW' compares two files")
        }
        try output.deliver(report, from: [archive])
    }
}
