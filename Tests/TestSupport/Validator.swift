import Foundation
import Testing

/// Validates JSON texts against a schema with python3's module jsonschema: what an independent reader makes of our contract.
public enum Validator {
    public struct Unavailable: Error, CustomStringConvertible {
        public var description: String { "python3 with the module jsonschema is needed: apt install python3-jsonschema (make test does it)" }
    }

    /// One line for each document: "" if it is valid, else the first error.
    public static func errors(of documents: [[UInt8]], schema: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "palimpsest-schema-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(schema.utf8).write(to: folder.appending(path: "schema.json"))
        for (index, document) in documents.enumerated() { try Data(document).write(to: folder.appending(path: "\(index).json")) }
        let script = """
            import json, sys
            from jsonschema import Draft202012Validator
            read = lambda name: json.load(open(sys.argv[1] + '/' + name, encoding='utf-8'))
            schema = read('schema.json')
            Draft202012Validator.check_schema(schema)
            check = Draft202012Validator(schema)
            for n in range(int(sys.argv[2])):
                wrong = sorted(check.iter_errors(read(f'{n}.json')), key=lambda e: list(map(str, e.path)))
                print(wrong[0].json_path + ': ' + wrong[0].message[:200].replace(chr(10), ' ') if wrong else '')
            """
        // Debian's module belongs to Debian's python, which need not be the first on the path.
        for python in [["/usr/bin/env", "python3"], ["/usr/bin/python3"]] {
            guard (try? run(python + ["-c", "import jsonschema; jsonschema.Draft202012Validator"]))?.status == 0 else { continue }
            let result = try run(python + ["-c", script, folder.path(), "\(documents.count)"])
            try #require(result.status == 0, "\(result.errors)")
            return result.output.split(separator: "\n", omittingEmptySubsequences: false).prefix(documents.count).map(String.init)
        }
        throw Unavailable()
    }

    private static func run(_ command: [String]) throws -> (status: Int32, output: String, errors: String) {
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = URL(filePath: command[0])
        process.arguments = Array(command.dropFirst())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile(), complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self), String(decoding: complained, as: UTF8.self))
    }
}
