// Writes a pair of made-up TEI volumes with known edits: FOLDER/a.xml, FOLDER/b.xml and FOLDER/truth.json.
//
//     swift run -c release write-volumes FOLDER KIND BYTES [SEED]
//
// KIND: e1, e5, e20 (so many per cent of the paragraphs reworded, deleted, added or moved), every (each sentence changed), shuffled, alldiff, repeat
// (a few paragraphs over and over, 5 % edited), oneline (e5 without a line break), same, splits (and merges), sections (moved, with edits inside), swaps
// (neighbours), boilerplate (texts that stand everywhere), mixed.
import BenchmarkVolumes
import Foundation

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("write-volumes: \(message)\n".utf8))
    exit(2)
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, let bytes = Int(arguments[3]), bytes > 0 else { fail("usage: write-volumes FOLDER KIND BYTES [SEED]") }
let folder = arguments[1]
guard let revision = VolumeRevision(rawValue: arguments[2]) else {
    fail("unknown kind '\(arguments[2])'; known: \(VolumeRevision.allCases.map(\.rawValue).joined(separator: ", "))")
}
let seed = arguments.count > 4 ? UInt64(arguments[4]) ?? 1 : 1
let volume = RevisedVolume(revision, bytes: bytes, seed: seed)

do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(volume.xml(volume.old).utf8).write(to: URL(fileURLWithPath: folder + "/a.xml"))
    try Data(volume.xml(volume.new).utf8).write(to: URL(fileURLWithPath: folder + "/b.xml"))
    let truth = volume.truth
    let written = "{\"kind\": \"\(revision.rawValue)\", \"seed\": \(seed), \"reworded\": \(truth.reworded), \"deleted\": \(truth.deleted), \"inserted\": \(truth.inserted), "
        + "\"moved\": \(truth.moved), \"split\": \(truth.split), \"merged\": \(truth.merged)}\n"
    try Data(written.utf8).write(to: URL(fileURLWithPath: folder + "/truth.json"))
} catch { fail("\(error)") }
