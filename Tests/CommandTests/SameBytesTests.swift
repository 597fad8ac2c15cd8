import TestSupport
import Testing

/// The same bytes for any number of threads, in any locale, from any folder.
@Suite struct SameBytesTests {
    /// Each fixture alone (many hold several versions), and with the next of its folder.
    private static func inputs() throws -> [[String]] {
        func folder(_ name: String) -> Substring { name.prefix(upTo: name.lastIndex(of: "/") ?? name.startIndex) }
        let files = try Repository.fixtures()
        return files.map { [$0] } + zip(files, files.dropFirst()).filter { folder($0) == folder($1) }.map { [$0, $1] }
    }

    @Test func ofAllFixtures() throws {
        let inputs = try Self.inputs()
        let elsewhere = try Workplace()
        var reports = 0
        for files in inputs {
            let paths = files.map { Repository.path("Fixtures/" + $0) }
            let one = try Tool.run(paths + ["--format", "json", "--show-neutral", "-j", "1"])
            let four = try Tool.run(paths + ["--format", "json", "--show-neutral", "-j", "4"], in: elsewhere.path, environment: ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Vladivostok"])
            #expect(one.output == four.output && one.errors == four.errors && one.status == four.status, "\(files)")
            if one.status == 0, !one.output.isEmpty { reports += 1 }
        }
        #expect(reports > inputs.count / 2, "\(reports) of \(inputs.count)")
    }
}
