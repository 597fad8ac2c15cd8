// Where the time of a comparison goes, by its stages, in CPU seconds of one thread: the medians of some rounds over a pair of files.
//
//     swift run -c release stages OLD NEW [ROUNDS]
//
// "align" and "detect" are measured apart: the same versions are aligned, then aligned and judged. The floors: copying the bytes, and libxml2 alone
// (time `xmllint --noout` beside this).
import Alignment
import Foundation
import Palimpsest
import PlainText
import Records
import Reports

func fail(_ message: String) -> Never {
    FileHandle.standardError.write(Data("stages: \(message)\n".utf8))
    exit(2)
}

func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

var figures: [(stage: String, times: [Double])] = []
@MainActor func measured<Result>(_ stage: String, _ work: () throws -> Result) rethrows -> Result {
    let start = cpu()
    let result = try work()
    let time = cpu() - start
    if let known = figures.firstIndex(where: { $0.stage == stage }) { figures[known].times.append(time) } else { figures.append((stage, [time])) }
    return result
}

let arguments = CommandLine.arguments
guard arguments.count >= 3, let before = FileManager.default.contents(atPath: arguments[1]), let after = FileManager.default.contents(atPath: arguments[2]) else {
    fail("usage: stages OLD NEW [ROUNDS]")
}
let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
var options = Options()
options.jobs = 1
do {
    var sink = 0
    for _ in 0..<max(1, rounds) {
        measured("copy the bytes of both") {
            let copies = [[UInt8](before), [UInt8](after)]
            sink &+= copies.reduce(0) { $0 &+ Int($1[$1.count / 2]) }
        }
        let old = try measured("read the earlier file") { try read(Input(name: "old.xml", bytes: [UInt8](before)), options: options) }
        let new = try measured("read the later file") { try read(Input(name: "new.xml", bytes: [UInt8](after)), options: options) }
        let merged = measured("one table of words") { withMergedWords(old, new).new }
        let alignments = measured("align") {
            zip(old.records, merged.records).compactMap { one, other in
                one.versions.last.flatMap { first in other.versions.last.map { align(first, $0).links.count } }
            }
        }
        sink &+= alignments.reduce(0, +)
        let report = measured("compare (align, detect, ledger)") { compare(old, new, options: options) }
        sink &+= measured("write JSON") { JSONReport(version: "").render(report).count }
    }
    for (stage, times) in figures {
        let median = times.sorted()[times.count / 2]
        print(stage.padding(toLength: 36, withPad: " ", startingAt: 0), String(format: "%9.2f ms", median * 1_000))
    }
    if sink == 0 { print("nothing read") }
} catch { fail("\(error)") }
