import ArgumentParser
import Glibc

/// The way in: parses the arguments, runs the command, and ends with one of the documented exit codes.
@main struct Main {
    static func main() {
        // A closed pipe is an error of write(2), not a death by signal.
        signal(SIGPIPE, SIG_IGN)
        OutputFile.removeOnInterrupt()
        do {
            var command = try PalimpsestTool.parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.say()
            exit(failure.code.rawValue)
        } catch let code as ExitCode {
            exit(code.rawValue)
        } catch {
            let text = PalimpsestTool.fullMessage(for: error)
            let isHelp = PalimpsestTool.exitCode(for: error) == .success
            if isHelp {
                do throws(Failure) { try StandardOutput.write(Array((text + "\n").utf8)) } catch { exit(error.code.rawValue) }
                exit(0)
            }
            StandardError.say(text)
            exit(Exit.usage.rawValue)
        }
    }
}

struct PalimpsestTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "palimpsest",
        abstract: "Finds revisionism between versions of historical records: who was erased, who lost credit and to whom.",
        discussion: """
            palimpsest 1924.xml 1938.xml      compare two versions (compare is the default command)
            palimpsest history archive.xml    follow records through their versions
            palimpsest collate A.xml B.xml    lay witnesses side by side, word by word

            It reports what stood and what stands; it never accuses. A correction, an abridgement and an erasure look alike in XML,
            the order of versions is the user's claim, and the older need not be the truer.

            exit codes: 0 compared; 1 findings that fail --fail-on; 2 usage or output error; 3 an input could not be read;
            70 internal error; 130 interrupted; 141 closed pipe
            """,
        version: Self.versionNumber,
        subcommands: [Compare.self, History.self, Collate.self, Inspect.self, Rules.self, Explain.self, Schema.self], defaultSubcommand: Compare.self)

    static let versionNumber = "0.1.0"
    /// For "did you mean".
    static let commands = ["compare", "history", "collate", "inspect", "rules", "explain", "schema"]
}
