import ArgumentParser
import Inputs
import Palimpsest
import Records
import XMLEvents

struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compare two versions of a record, or the first and last version in one file.",
        discussion: "Of a file with many versions the last version of each record is taken; one such file alone: first against last. '-' is standard input.")

    @Argument(help: ArgumentHelp("The older version.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The newer version.", valueName: "new"))
    var new: String?

    @OptionGroup(title: "Comparing") var comparison: ComparisonOptions
    @OptionGroup(title: "Report") var output: OutputOptions

    func run() throws {
        let options = try comparison.options()
        var arguments = RawArguments()
        let oldName = arguments.take(old)
        guard let new else {
            guard let report = try opening(old, { () throws(Failure) in try VersionedInput.open(oldName, options) }).history(.firstAndLast, options) else {
                throw Failure(code: .usage, message: "\(old) holds one version only; name the second file to compare it with")
            }
            try output.deliver(report, from: [old])
            return
        }
        let first = try opening(old) { () throws(Failure) in try InputFile.named(oldName, limits: options.limits) }
        switch (first, try InputFile.named(arguments.take(new), limits: options.limits)) {
        case (.one(let one), .one(let other)):
            let pair = try Documents.read(one, other, options)
            try output.deliver(Palimpsest.compare(pair.old, pair.new, options: options), from: [old, new])
        case (.many(let one), .many(let other)):
            try output.deliver(Palimpsest.compare(one, other, options: options), from: [old, new])
        case (.many, .one): throw Failure(code: .usage, message: "\(old) holds several records and \(new) is one file; name two folders, two archives or two files")
        case (.one, .many): throw Failure(code: .usage, message: "\(old) is one file and \(new) holds several records; name two folders, two archives or two files")
        }
    }

    /// compare is the default command: a word that is no file may be another command, misspelt.
    private func opening<Content>(_ word: String, _ open: () throws(Failure) -> Content) throws(Failure) -> Content {
        do throws(Failure) { return try open() } catch {
            guard !word.contains("/"), !word.contains("."), let near = Suggestion.nearest(to: word, among: PalimpsestTool.commands) else { throw error }
            throw Failure(code: .usage, message: error.message + "; did you mean the command '\(near)'?")
        }
    }
}

/// Reading, with the library's errors as failures of the command.
enum Documents {
    static func read(_ input: Input, _ options: Options) throws(Failure) -> Document {
        do throws(ReadError) { return try Palimpsest.read(input, options: options) } catch { throw failure(error) }
    }

    static func read(_ stream: ByteStream, _ options: Options) throws(Failure) -> Document {
        var document = try read(try InputFile.whole(stream), options)
        if let revision = stream.revision { document.label(by: revision) }
        return document
    }

    static func read(_ old: ByteStream, _ new: ByteStream, _ options: Options) throws(Failure) -> (old: Document, new: Document) {
        var pair = try read(try InputFile.whole(old), try InputFile.whole(new), options)
        if let revision = old.revision { pair.old.label(by: revision) }
        if let revision = new.revision { pair.new.label(by: revision) }
        return pair
    }

    static func read(_ old: Input, _ new: Input, _ options: Options) throws(Failure) -> (old: Document, new: Document) {
        do throws(ReadError) { return try Palimpsest.read(old, new, options: options) } catch { throw failure(error) }
    }

    static func failure(_ error: ReadError) -> Failure {
        switch error.kind {
        case .vocabulary, .unmapped: return Failure(code: .usage, message: error.description)
        default: return Failure(code: .unreadable, message: error.description)
        }
    }
}
