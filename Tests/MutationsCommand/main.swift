import Foundation
import Mutations

// Plants known changes and harmless edits and tells how many the tool finds.
//
//     palimpsest-mutations [--seed N] [--each N] [--json FILE] [--misses] [--samples] [FILE or FOLDER …]
var seed: UInt64 = 1
var each = 6
var json: String?
var showsMisses = false
var showsSamples = false
var paths: [String] = []
var arguments = CommandLine.arguments.dropFirst()
func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("palimpsest-mutations: \(message)\n".utf8))
    exit(2)
}
while let argument = arguments.popFirst() {
    switch argument {
    case "--seed":
        guard let value = arguments.popFirst().flatMap(UInt64.init) else { fail("--seed needs a number") }
        seed = value
    case "--each":
        guard let value = arguments.popFirst().flatMap(Int.init), value > 0 else { fail("--each needs a number above 0") }
        each = value
    case "--json":
        guard let file = arguments.popFirst() else { fail("--json needs a file") }
        json = file
    case "--misses": showsMisses = true
    case "--samples": showsSamples = true
    case _ where argument.hasPrefix("--"): fail("'\(argument)' is not known; there are --seed, --each, --json, --misses and --samples")
    default: paths.append(argument)
    }
}

do {
    let trials = try paths.isEmpty ? invented(seed: seed, each: each) : inRecords(paths, seed: seed, each: each)
    if showsSamples { for trial in trials { print(trial.sample) } }
    if showsMisses { for trial in trials { if let line = trial.miss { print(line) } } }
    let score = Score(trials)
    print(score.table, terminator: "")
    if let json { try Data(score.json.utf8).write(to: URL(filePath: json)) }
} catch {
    fail("\(error)")
}
