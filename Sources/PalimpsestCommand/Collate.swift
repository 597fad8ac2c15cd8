import ArgumentParser
import Collation
import Inputs
import Palimpsest
import Records
import Reports
import XMLEvents

struct Collate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay witnesses side by side, word by word, for scholars.",
        discussion: """
            A witness is a file (of one with many versions the last is taken), or a version of the one file that is named, or an entry of \
            CollateX's JSON input. The order of the witnesses is that of the rows and changes nothing else.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, csv, json, tei }

    @Argument(help: ArgumentHelp("Two files or more, one file with several versions, or one JSON file as CollateX takes it.", valueName: "witness"))
    var witnesses: [String]

    @OptionGroup(title: "Reading") var comparison: ComparisonOptions

    @Option(help: "table, csv, json (CollateX's shape) or tei (a critical apparatus).")
    var format: Format?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file; its name says the format (.txt, .csv, .json, .xml).", valueName: "file"))
    var output: String?

    @Flag(help: "No characters beyond ASCII in what the program itself adds.")
    var ascii = false

    @Flag(name: .shortAndLong, help: "No warnings on standard error.")
    var quiet = false

    mutating func validate() throws {
        if let output, output != "-", format == nil, Self.format(ofFile: output) == nil {
            throw ValidationError("the format of '\(output)' cannot be told from its name; end it in .txt, .csv, .json or .xml, or give --format")
        }
    }

    func run() throws {
        let named = try WitnessInputs.read(witnesses, try comparison.options())
        if !quiet { StandardError.warn(named.warnings) }
        let limits = CollationLimits()
        guard named.witnesses.count <= limits.witnesses else {
            throw Failure(code: .usage, message: "\(named.witnesses.count) witnesses are more than one table takes (\(limits.witnesses))")
        }
        let table = collate(named.witnesses, limits: limits)
        guard table.isWhole else {
            throw Failure(code: .internalError, message: "internal error: the table does not give back every witness; nothing was written. Please send us the input")
        }
        if !quiet { for limit in table.limits { StandardError.say("warning: \(limit)") } }
        try deliver(try render(table))
    }

    private static func format(ofFile path: String) -> Format? {
        guard let dot = path.lastIndex(of: ".") else { return nil }
        switch path[path.index(after: dot)...].lowercased() {
        case "txt": return .table
        case "csv": return .csv
        case "json": return .json
        case "xml", "tei": return .tei
        default: return nil
        }
    }

    private func render(_ table: CollationTable) throws(Failure) -> [UInt8] {
        switch format ?? output.flatMap(Self.format) ?? .table {
        case .table: return CollationText(width: Terminal.width, ascii: ascii).render(table)
        case .csv: return CollationCSV().render(table)
        case .json: return CollationJSON().render(table)
        case .tei:
            do throws(UnwritableCharacter) { return try CollationTEI().render(table) } catch { throw Failure(code: .usage, message: error.description) }
        }
    }

    private func deliver(_ bytes: [UInt8]) throws(Failure) {
        guard let output, output != "-" else { return try StandardOutput.write(bytes) }
        if witnesses.contains(where: { OutputFile.isSame($0, output) }) {
            throw Failure(code: .usage, message: "\(output) is one of the witnesses; name another file for the table")
        }
        try OutputFile.write(bytes, to: output)
    }
}

/// What `collate` was given, as witnesses.
struct WitnessInputs {
    var witnesses: [Witness]
    var warnings: [Warning] = []

    static func read(_ names: [String], _ options: Options) throws(Failure) -> WitnessInputs {
        var arguments = RawArguments()
        if names.count == 1 { return try one(try InputFile.read(arguments.take(names[0]), limits: options.limits), options) }
        var result = WitnessInputs(witnesses: [])
        let sigla = sigla(names)
        for (name, siglum) in zip(names, sigla) {
            let input = try InputFile.read(arguments.take(name), limits: options.limits)
            if isJSON(input) { throw Failure(code: .usage, message: "\(name) is JSON, which holds all witnesses; name it alone") }
            let document = try Documents.read(input, options)
            result.warnings += document.warnings
            result.witnesses.append(witness(document, siglum: siglum))
        }
        return result
    }

    private static func one(_ input: Input, _ options: Options) throws(Failure) -> WitnessInputs {
        if isJSON(input) {
            do throws(JSONError) { return WitnessInputs(witnesses: try readWitnesses(json: input.bytes, source: input.name)) } catch {
                throw Failure(code: .unreadable, message: error.description)
            }
        }
        // The witnesses of a critical edition are its versions.
        var options = options
        options.reading = .witnesses
        let document = try Documents.read(input, options)
        guard let witnesses = Palimpsest.witnesses(in: document) else {
            let reason = document.holdsVersions ? "holds several records with versions of their own; collate them one at a time" : "holds one version only; name the files to collate it with"
            throw Failure(code: .usage, message: "\(input.name) \(reason)")
        }
        return WitnessInputs(witnesses: witnesses, warnings: document.warnings)
    }

    private static func isJSON(_ input: Input) -> Bool {
        let bytes = input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? input.bytes.dropFirst(3) : input.bytes[...]
        return bytes.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }.map { $0 == 0x7B || $0 == 0x5B } ?? false
    }

    /// The names of the files without folder and suffix; where two would be called the same, as they were named, and numbered where that is the same.
    static func sigla(_ names: [String]) -> [String] {
        let stems = names.map { name -> String in
            let file = name.split(separator: "/").last.map(String.init) ?? name
            guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
            return String(file[..<dot])
        }
        var taken: Set<String> = []
        return zip(names, stems).map { name, stem in
            let wish = stems.count { $0 == stem } > 1 ? name : stem
            var siglum = wish
            var number = 2
            while !taken.insert(siglum).inserted {
                siglum = "\(wish) (\(number))"
                number += 1
            }
            return siglum
        }
    }
}
