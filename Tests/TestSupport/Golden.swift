import Foundation
public import Testing

/// Compares with a whole file in Goldens. A missing one is recorded and fails; `RECORD_GOLDENS=1` records anew (and passes: read the diff).
public func expectGolden(_ bytes: [UInt8], _ name: String, beside test: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation) {
    expectFile(bytes, at: URL(filePath: test).deletingLastPathComponent().appending(path: "Goldens/" + name).path(), sourceLocation: sourceLocation)
}

/// The same for a file of the repository that is made from the code (docs/findings.md).
public func expectFile(_ bytes: [UInt8], at path: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = URL(filePath: path), name = file.lastPathComponent
    let known = try? Data(contentsOf: file)
    if let known, ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != "1" {
        guard Array(known) != bytes else { return }
        let want = String(decoding: known, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let have = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(want, have).prefix { Array($0.utf8) == Array($1.utf8) }.count
        Issue.record(
            "\(name) differs in line \(line + 1): want '\(line < want.count ? want[line] : "")', have '\(line < have.count ? have[line] : "")'",
            sourceLocation: sourceLocation)
        return
    }
    do {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        if known == nil { Issue.record("\(name) was missing and is recorded now: read it, then run again", sourceLocation: sourceLocation) }
    } catch {
        Issue.record("\(name) could not be recorded: \(error)", sourceLocation: sourceLocation)
    }
}
