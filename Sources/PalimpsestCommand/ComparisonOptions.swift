import ArgumentParser
import Glibc
import Language
import Palimpsest
import Records
import Settings
import XMLEvents

/// How the inputs are read and compared.
struct ComparisonOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("Read the inputs as this vocabulary: tei, archive, mediawiki, html, generic, or a mapping by its name.", valueName: "vocabulary"))
    var vocabulary: String?

    @Option(help: ArgumentHelp("A mapping file (YAML) that says what the elements of the inputs mean. Repeatable.", valueName: "file"))
    var mapping: [String] = []

    @Option(help: ArgumentHelp("A name to watch: its findings come first and count from a confidence of 0.5. Repeatable.", valueName: "name"))
    var watch: [String] = []

    @Option(help: ArgumentHelp("An authority file for identity: TEI listPerson, or YAML aliases. Repeatable.", valueName: "file"))
    var persons: [String] = []

    @Option(help: ArgumentHelp("The language of text that declares none, e.g. en.", valueName: "code"))
    var lang: String?

    @Option(help: ArgumentHelp("A folder of word lists, CODE.lexicon, that extend those of the program (docs/languages.md). Repeatable.", valueName: "folder"))
    var lexicon: [String] = []

    @Option(help: ArgumentHelp("The encoding of the inputs, whatever they declare, e.g. windows-1251.", valueName: "name"))
    var encoding: String?

    @Option(help: ArgumentHelp("Raise or lower a limit of reading (docs/limits.md lists them): depth=4096, fileBytes=1G. Repeatable.", valueName: "name=number"))
    var limit: [String] = []

    @Option(help: ArgumentHelp("Name a change only from this confidence on, 0 to 1.", valueName: "number"))
    var minConfidence: Double = 0.7

    @Option(name: .shortAndLong, help: ArgumentHelp("Threads; the result does not depend on it.", valueName: "number"))
    var jobs: Int?

    mutating func validate() throws {
        guard minConfidence >= 0, minConfidence <= 1 else { throw ValidationError("--min-confidence is a number from 0 to 1, not '\(minConfidence)'") }
        if watch.contains(where: { $0.allSatisfy(\.isWhitespace) }) { throw ValidationError("--watch needs a name") }
        if let encoding, !isKnownEncoding(encoding) {
            throw ValidationError("the encoding '\(encoding)' is not known or not safe to read; 'iconv -l' lists the names")
        }
        for spec in limit { _ = try Self.parsed(spec) }
        if let jobs, jobs < 1 || jobs > 1024 { throw ValidationError("--jobs is a number from 1 to 1024, not '\(jobs)'") }
    }

    /// `depth=4096`, `fileBytes=2G`
    private static func parsed(_ spec: String) throws(ValidationError) -> (name: String, value: Int) {
        let parts = spec.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard Limits.names.contains(parts[0]) else {
            let near = Suggestion.nearest(to: parts[0], among: Limits.names)
            throw ValidationError("there is no limit '\(parts[0])'\(near.map { "; did you mean '\($0)'?" } ?? ""); known are \(Limits.names.joined(separator: ", "))")
        }
        var digits = parts.count == 2 ? parts[1] : ""
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        var unit = 1
        if let last = digits.last, let known = units[last] {
            unit = known
            digits.removeLast()
        }
        guard let number = Int(digits), number > 0, !number.multipliedReportingOverflow(by: unit).overflow else {
            throw ValidationError("--limit \(parts[0]) needs a whole number above 0, as in \(parts[0])=4096 or \(parts[0])=1G, not '\(parts.count == 2 ? parts[1] : "")'")
        }
        if parts[0] == "fileBytes", number * unit > Limits.mostFileBytes {
            throw ValidationError("--limit fileBytes goes up to 2G: places in a record are counted in 32 bits")
        }
        return (parts[0], number * unit)
    }

    func options() throws(Failure) -> Options {
        var options = Options(vocabulary: vocabulary, language: lang, watched: watch, minimumConfidence: minConfidence, jobs: jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
        options.minimumConfidenceWatched = min(options.minimumConfidenceWatched, minConfidence)
        options.encoding = encoding
        options.packs = PackShelf(try LexiconFolder.packs(in: lexicon, limits: options.limits))
        for spec in limit {
            guard let (name, value) = try? Self.parsed(spec) else { continue }
            _ = options.limits.set(name, to: value)
        }
        for path in mapping { options.mappings.append(try mapping(path, options.limits)) }
        for path in persons { options.authority += try authority(path, options.limits) }
        return options
    }

    private func mapping(_ path: String, _ limits: Limits) throws(Failure) -> Mapping {
        let input = try InputFile.read(path, limits: limits)
        do throws(SettingsError) { return try readMapping(yaml: String(decoding: input.bytes, as: UTF8.self), source: path) } catch {
            throw Failure(code: .usage, message: error.description)
        }
    }

    /// XML is read as TEI, anything else as YAML.
    private func authority(_ path: String, _ limits: Limits) throws(Failure) -> [Entity] {
        let input = try InputFile.read(path, limits: limits)
        let first = input.bytes.first { $0 > 0x20 && $0 < 0x80 }
        if first == 0x3C {
            do throws(ReadError) { return try readAuthority(input) } catch { throw Failure(code: .unreadable, message: error.description) }
        }
        do throws(SettingsError) { return try readPersons(yaml: String(decoding: input.bytes, as: UTF8.self), source: path) } catch {
            throw Failure(code: .usage, message: error.description)
        }
    }
}
