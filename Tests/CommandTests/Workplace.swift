import Foundation
import TestSupport
import Testing

/// A folder of its own for a test, with records in it.
final class Workplace {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "palimpsest-work-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        // Some tests take away the right to enter a folder.
        _ = try? run("/bin/chmod", ["-R", "u+rwx", path])
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A record in TEI: `id` may be empty.
    func write(_ name: String, id: String = "", _ paragraphs: String...) throws {
        let body = paragraphs.map { "<p>\($0)</p>\n" }.joined()
        let attribute = id.isEmpty ? "" : " xml:id=\"\(id)\""
        try write(
            name,
            bytes: Array(
                "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"\(attribute)><teiHeader><fileDesc><titleStmt><title>A record</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>\n<text><body>\n\(body)</body></text></TEI>\n"
                    .utf8))
    }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = URL(filePath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// Runs a program of the system here; what it printed.
    @discardableResult func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: path)
        process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    func git(_ arguments: String...) throws {
        try run("/usr/bin/env", ["git", "-c", "user.name=An Archivist", "-c", "user.email=archivist@example.org", "-c", "init.defaultBranch=main"] + arguments)
    }

    func palimpsest(_ arguments: [String]) throws -> Tool { try Tool.run(arguments, in: path) }

    /// "record: rule, rule" for each record with a finding of a note or more.
    func findings(_ arguments: [String]) throws -> [String] {
        let tool = try palimpsest(arguments + ["--format", "json"])
        let result = try #require(try? JSONSerialization.jsonObject(with: Data(tool.output)) as? [String: Any], "\(tool.errors)")
        let records = try #require(result["records"] as? [[String: Any]])
        return records.compactMap { record in
            let rules = (record["findings"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
            return rules.isEmpty ? nil : "\(record["id"] as? String ?? "?"): \(rules.joined(separator: ", "))"
        }
    }
}

enum Sentences {
    static let rising = "The rising in October was organised by Trotsky and directed by the committee of the Soviet."
    static let risingOfStalin = "The rising in October was organised by Stalin and directed by the committee of the Soviet."
    static let congress = "The congress met in Petrograd in the evening and elected a new council of commissars."
    static let strike = "The railwaymen went on strike in the spring because bread was dear in every town."
    static let letter = "A letter of the old painter lay for years in the drawer of the museum at Kazan."
    static let flood = "In the autumn the river rose above the quays and flooded the cellars of the island."
}
