import Foundation
import TestSupport
import Testing

/// Faults of the machine: they end in a documented code, and never in a comparison of what was read in part.
@Suite(.serialized) struct FaultTests {
    /// The shim, compiled once; nil where there is no C compiler.
    private static let shim: String? = {
        let library = FileManager.default.temporaryDirectory.appending(path: "palimpsest-faults-\(ProcessInfo.processInfo.processIdentifier).so").path()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["cc", "-shared", "-fPIC", "-O1", "-o", library, Repository.path("Tests/CommandTests/Shims/faults.c"), "-ldl"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        process.waitUntilExit()
        return process.terminationStatus == 0 ? library : nil
    }()

    private func pair() throws -> Workplace {
        let work = try Workplace()
        // Larger than one piece of reading, so that there is a second read to fail.
        let padding = (0..<4000).map { "<p>The line \($0) of the ledger was written by hand.</p>" }.joined(separator: "\n")
        try work.write("old.xml", id: "a", Sentences.rising, padding)
        try work.write("new.xml", id: "a", Sentences.risingOfStalin, padding)
        try work.run("/bin/sh", ["-c", "gzip -k old.xml new.xml; tar cf old.tar old.xml"])
        return work
    }

    private func run(_ work: Workplace, _ arguments: [String], _ fault: [String: String]) throws -> Tool {
        let shim = try #require(Self.shim)
        return try Tool.run(arguments, in: work.path, environment: fault.merging(["LD_PRELOAD": shim]) { $1 })
    }

    @Test(.enabled(if: shim != nil, "needs a C compiler (cc)"), arguments: [["old.xml", "new.xml"], ["old.xml.gz", "new.xml.gz"], ["old.tar", "new.xml"]])
    func aReadThatFailsIsNamedAndNothingIsCompared(inputs: [String]) throws {
        let work = try pair()
        let whole = try run(work, inputs + ["--format", "json", "-j", "1"], ["FAULT": "none"])
        #expect(whole.status == 0, "\(whole.errors)")
        var refused = 0
        for number in 1...24 {
            let tool = try run(work, inputs + ["--format", "json", "-j", "1"], ["FAULT": "read", "FAULT_AT": "\(number)"])
            if tool.status == 0 {
                // The fault came after the last read, or where the run time reads for itself.
                #expect(tool.output == whole.output)
            } else {
                refused += 1
                #expect(tool.status == 3, "read \(number): \(tool.errors)")
                #expect(tool.output.isEmpty)
                #expect(tool.errors.contains("Input/output error"))
            }
        }
        #expect(refused >= 4)
    }

    @Test(.enabled(if: shim != nil, "needs a C compiler (cc)")) func shortReadsChangeNothing() throws {
        let work = try Workplace()
        try work.write("old.xml", id: "a", Sentences.rising)
        try work.write("new.xml", id: "a", Sentences.risingOfStalin)
        let whole = try run(work, ["old.xml", "new.xml", "--format", "json"], ["FAULT": "none"])
        #expect(try run(work, ["old.xml", "new.xml", "--format", "json"], ["FAULT": "short"]).output == whole.output)
    }

    @Test(.enabled(if: shim != nil, "needs a C compiler (cc)"), arguments: [5, 28]) func aWriteThatFailsIsNamed(error: Int) throws {
        let work = try pair()
        for arguments in [["--format", "json"], ["-o", "report.json"]] {
            let tool = try run(work, ["old.xml", "new.xml"] + arguments, ["FAULT": "write", "FAULT_AT": "1", "FAULT_ERRNO": "\(error)"])
            #expect(tool.status == 2, "\(tool.errors)")
            #expect(tool.errors.contains("could not be written"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: work.path).filter { $0.hasPrefix("report") }.isEmpty)
        }
    }

    /// Large allocations are those of our inputs and of the parser. The run time of Swift ends the program where its own small ones fail.
    @Test(.enabled(if: shim != nil, "needs a C compiler (cc)")) func lackOfMemoryNeverGivesAnotherResult() throws {
        let work = try pair()
        let arguments = ["old.xml.gz", "new.xml.gz", "--format", "json", "-j", "1"]
        let whole = try run(work, arguments, ["FAULT": "none"])
        for number in 1...24 {
            let tool = try run(work, arguments, ["FAULT": "malloc", "FAULT_AT": "\(number)", "FAULT_LEAST": "4096"])
            if tool.status == 0 { #expect(tool.output == whole.output, "allocation \(number)") } else { #expect(tool.output.isEmpty, "allocation \(number)") }
        }
    }

    /// Cut at 16 points, plain and packed: 3, with nothing on standard output.
    @Test(arguments: ["old.xml", "old.xml.gz", "old.tar"]) func aCutRecordIsNeverCompared(name: String) throws {
        let work = try pair()
        let bytes = Array(try Data(contentsOf: URL(filePath: work.path + "/" + name)))
        // A tar has zeros at its end; the cut that matters is in its members.
        let used = (bytes.lastIndex { $0 != 0 } ?? 0)
        for part in 0..<16 {
            try work.write("cut", bytes: Array(bytes[..<(used * part / 16)]))
            for arguments in [["cut", "new.xml"], ["new.xml", "cut"]] {
                let tool = try work.palimpsest(arguments + ["--format", "json"])
                #expect(tool.status == 3, "\(part)/16: \(tool.errors)")
                #expect(tool.output.isEmpty)
            }
        }
    }

    private static let hasTracer = FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")

    /// Every file that is opened is an input or belongs to the run time, and nothing is asked of a network.
    @Test(.enabled(if: hasTracer, "needs strace")) func noOtherFileIsOpenedAndNoSocket() throws {
        let work = try Workplace()
        let hostile: [(String, String)] = [
            ("entity.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"secret.txt\">]><a>&x;</a>"),
            ("dtd.xml", "<!DOCTYPE a SYSTEM \"secret.dtd\"><a/>"),
            ("http.xml", "<!DOCTYPE a SYSTEM \"http://example.org/x.dtd\"><a/>"),
            ("public.xml", "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html><body><p>x</p></body></html>"),
            ("parameter.xml", "<!DOCTYPE a [<!ENTITY % p SYSTEM \"secret.ent\"> %p;]><a/>"),
            ("include.xml", "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"secret.xml\"/></a>"),
            ("sheet.xml", "<?xml-stylesheet href=\"secret.xsl\"?><?xml-model href=\"secret.rng\"?><?oasis-xml-catalog catalog=\"secret.cat\"?><a>x</a>"),
            ("schema.xml", "<a xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:noNamespaceSchemaLocation=\"secret.xsd\">x</a>"),
            ("base.xml", "<a xml:base=\"http://example.org/\">x</a>"),
        ]
        for (name, text) in hostile { try work.write("in/" + name, bytes: Array(text.utf8)) }
        for name in ["secret.txt", "secret.dtd", "secret.ent", "secret.xml"] { try work.write("in/" + name, bytes: Array("<b>Trotsky</b>".utf8)) }
        try work.run("/bin/sh", ["-c", "ln -s /etc/hostname in/link.xml; mkdir pack; cp in/base.xml pack/1.xml; cp in/base.xml pack/2.xml; tar czf pack.tgz pack"])
        let binary = try Tool.path()
        for arguments in hostile.map({ ["in/" + $0.0, "in/" + $0.0] }) + [["in", "in"], ["pack.tgz", "pack.tgz"]] {
            try work.run("/usr/bin/strace", ["-f", "-qq", "-e", "trace=open,openat,openat2,creat,execve,socket,connect", "-o", "trace", binary] + arguments)
            let trace = String(decoding: try Data(contentsOf: URL(filePath: work.path + "/trace")), as: UTF8.self)
            #expect(trace.contains("execve"))
            for line in trace.split(separator: "\n") {
                #expect(!line.contains("socket(") && !line.contains("connect("), "\(line)")
                #expect(!line.contains("execve(") || line.contains(binary), "\(line)")
                guard line.contains("open"), let quoted = line.split(separator: "\"").dropFirst().first.map(String.init) else { continue }
                let isInput = arguments.contains(quoted) || (arguments[0] == "in" && !quoted.hasPrefix("/") && !quoted.contains(".."))
                let isRunTime = ["/lib", "/usr/lib", "/etc/ld.so", "/proc/self", "/proc/cpuinfo", "/sys/", "/dev/", "/usr/share/locale", "/etc/localtime", "/usr/share/zoneinfo"]
                    .contains { quoted.hasPrefix($0) } || quoted.hasSuffix(".so") || quoted.contains(".so.") || quoted.contains("/swift")
                #expect(isInput || isRunTime, "\(arguments[0]): \(quoted)")
                #expect(arguments[0] == "in" || !quoted.contains("secret"), "\(quoted)")
            }
        }
    }
}
