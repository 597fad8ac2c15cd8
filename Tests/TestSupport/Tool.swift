import Foundation
import Testing

/// The built program, run as its users run it.
public struct Tool {
    public var status: Int32
    public var output: [UInt8]
    public var errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }

    /// Runs `palimpsest` with these arguments in `folder` (the repository's root by default).
    public static func run(_ arguments: [String], in folder: String? = nil, input: [UInt8]? = nil, environment: [String: String] = [:]) throws -> Tool {
        let process = Process(), output = Pipe(), errors = Pipe()
        process.executableURL = try binary()
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder ?? Repository.path(""))
        var variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        variables["COLUMNS"] = environment["COLUMNS"] ?? "80"
        process.environment = variables
        process.standardOutput = output
        process.standardError = errors
        let feed = Pipe()
        process.standardInput = input == nil ? FileHandle.nullDevice : feed
        try process.run()
        if let input {
            try feed.fileHandleForWriting.write(contentsOf: Data(input))
            try feed.fileHandleForWriting.close()
        }
        // Both pipes are emptied while the program runs: a full one would stop it.
        nonisolated(unsafe) var complaints = Data()
        let reading = DispatchGroup()
        DispatchQueue.global().async(group: reading) { complaints = errors.fileHandleForReading.readDataToEndOfFile() }
        let said = output.fileHandleForReading.readDataToEndOfFile()
        reading.wait()
        process.waitUntilExit()
        return Tool(status: process.terminationStatus, output: Array(said), errors: String(decoding: complaints, as: UTF8.self))
    }

    /// Where the program stands.
    public static func path() throws -> String { try binary().path() }

    /// The program stands beside the test runner.
    private static func binary() throws -> URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let candidates = [beside.appending(path: "palimpsest"), URL(filePath: Repository.path(".build/debug/palimpsest"))]
        return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path()) }, "the program was not built")
    }
}
