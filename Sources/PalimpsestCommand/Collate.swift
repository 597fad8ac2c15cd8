import ArgumentParser
import Collation
import Reports

struct Collate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lay witnesses side by side, word by word, for scholars.",
        discussion: """
            A witness is a file: plain text or a record in XML, of one with many versions the last. Where one file alone is named, its versions are \
            the witnesses: those of an archive, of a MediaWiki export of a page, of a TEI file with an apparatus, or the entries of CollateX's JSON \
            input ('-' is standard input). The order of the witnesses is that of the rows and changes nothing else.

              palimpsest collate 1924.txt 1931.txt 1938.txt
              palimpsest collate witnesses.json -o table.csv
              palimpsest collate edition.xml --format tei -o apparatus.xml
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument { case table, csv, json, tei }

    @Argument(help: ArgumentHelp("Two files or more, one file with several versions, or one JSON file as CollateX takes it.", valueName: "witness"))
    var witnesses: [String]

    @OptionGroup(title: "Reading") var comparison: ComparisonOptions

    @Option(help: "table, csv, json (CollateX's shape) or tei (a critical apparatus).")
    var format: Format?

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file; its name says the format (.txt, .csv, .json, .xml).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Columns of the table: 20 and more, or 0 for one block, however wide. Without it COLUMNS, else the terminal.", valueName: "columns"))
    var width: Int?

    @Flag(help: "No characters beyond ASCII in what the program itself adds.")
    var ascii = false

    @Flag(name: .shortAndLong, help: "No warnings on standard error.")
    var quiet = false

    mutating func validate() throws {
        if let width, width != 0, !(20...10_000).contains(width) { throw ValidationError("--width is a number from 20 to 10000, or 0 for one block, not '\(width)'") }
        if let output, output != "-", format == nil, Self.format(ofFile: output) == nil {
            throw ValidationError("the format of '\(output)' cannot be told from its name; end it in .txt, .csv, .json or .xml, or give --format")
        }
    }

    func run() throws {
        let named = try WitnessInputs.read(witnesses, try comparison.options())
        if !quiet { StandardError.warn(named.warnings) }
        if !quiet { for siglum in named.silent { StandardError.say("warning: the witness '\(siglum)' has no words; its row is empty") } }
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
        case .table: return CollationText(width: width.map { $0 == 0 ? .max : $0 } ?? Terminal.width, ascii: ascii).render(table)
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
