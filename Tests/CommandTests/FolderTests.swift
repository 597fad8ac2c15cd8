import Foundation
import TestSupport
import Testing

/// Folders and archives as versions: what moved is not erased, and what was not read is never said to be gone.
@Suite struct FolderTests {
    private func folders(_ fill: (Workplace) throws -> Void) throws -> Workplace {
        let work = try Workplace()
        try work.write("old/keep.xml", id: "keep", Sentences.flood)
        try work.write("new/keep.xml", id: "keep", Sentences.flood)
        try fill(work)
        return work
    }

    @Test func aRecordOfOneSideIsErasedOrNew() throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising)
            try $0.write("new/b.xml", id: "b", Sentences.congress)
        }
        #expect(try work.findings(["old", "new"]) == ["a: erasure.record", "b: interpolation.record"])
        #expect(try work.palimpsest(["old", "new"]).status == 0)
    }

    @Test func aRecordIsPairedByItsPath() throws {
        let work = try folders {
            try $0.write("old/sub/a.xml", Sentences.rising)
            try $0.write("new/sub/a.xml", Sentences.risingOfStalin)
        }
        let found = try work.findings(["old", "new"])
        #expect(found.count == 1 && found[0].hasPrefix("sub/a.xml: attribution.agent-replaced"), "\(found)")
        #expect(try work.palimpsest(["old", "new"]).text.contains("new/sub/a.xml:3:"))
    }

    static let harmless: [(what: String, old: [(String, String, String)], new: [(String, String, String)])] = [
        ("renamed, with an id", [("a.xml", "a", Sentences.rising)], [("b/c.xml", "a", Sentences.rising)]),
        ("renamed, without id", [("a.xml", "", Sentences.rising)], [("b.xml", "", Sentences.rising)]),
        ("short, renamed, without id", [("a.xml", "", "By Trotsky.")], [("b.xml", "", "By Trotsky.")]),
        ("a new id", [("a.xml", "a", Sentences.rising)], [("a.xml", "b", Sentences.rising)]),
        (
            "numbered anew", [("1.xml", "", Sentences.rising), ("2.xml", "", Sentences.congress), ("3.xml", "", Sentences.strike)],
            [("2.xml", "", Sentences.rising), ("3.xml", "", Sentences.congress), ("4.xml", "", Sentences.strike)]
        ),
        (
            "two ids changed places", [("1.xml", "a", Sentences.rising), ("2.xml", "b", Sentences.congress)],
            [("1.xml", "b", Sentences.congress), ("2.xml", "a", Sentences.rising)]
        ),
        (
            "one id twice", [("1.xml", "a", Sentences.rising), ("2.xml", "a", Sentences.congress)],
            [("1.xml", "a", Sentences.rising), ("2.xml", "a", Sentences.congress)]
        ),
    ]

    @Test(arguments: harmless.indices) func aRecordThatOnlyMovedIsNotErased(row: Int) throws {
        let (what, old, new) = Self.harmless[row]
        let work = try folders { work in
            for (name, id, text) in old { try work.write("old/" + name, id: id, text) }
            for (name, id, text) in new { try work.write("new/" + name, id: id, text) }
        }
        #expect(try work.findings(["old", "new"]) == [], "\(what)")
        #expect(try work.findings(["new", "old"]) == [], "\(what), the other way")
    }

    @Test func aParagraphThatWentToAnotherFileIsNotErased() throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising, Sentences.strike)
            try $0.write("old/b.xml", id: "b", Sentences.congress)
            try $0.write("new/a.xml", id: "a", Sentences.strike)
            try $0.write("new/b.xml", id: "b", Sentences.congress, Sentences.rising)
        }
        #expect(try work.findings(["old", "new"]) == [])
    }

    @Test func aRecordThatBecamePartOfAnotherIsNotErased() throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising)
            try $0.write("old/b.xml", id: "b", Sentences.congress)
            try $0.write("new/b.xml", id: "b", Sentences.congress, Sentences.rising)
        }
        #expect(try work.findings(["old", "new"]) == [])
    }

    /// Each way in which a file of the newer folder cannot be read. The others are reported, and the run ends with 3.
    @Test(arguments: ["cut", "empty", "binary", "dangling", "gzip"]) func whatCannotBeReadIsNotErased(how: String) throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising)
            try $0.write("old/z.xml", id: "z", Sentences.strike, Sentences.rising)
            try $0.write("new/z.xml", id: "z", Sentences.strike, Sentences.risingOfStalin)
            switch how {
            case "cut": try $0.write("new/a.xml", bytes: Array("<TEI><text><p>The ris".utf8))
            case "empty": try $0.write("new/a.xml", bytes: [])
            case "binary": try $0.write("new/a.xml", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1])
            case "gzip": try $0.write("new/a.xml", bytes: [0x1F, 0x8B, 8, 0, 0, 0])
            default: try FileManager.default.createSymbolicLink(atPath: $0.path + "/new/a.xml", withDestinationPath: "nowhere.xml")
            }
        }
        for (arguments, own) in [(["old", "new"], "z: attribution.agent-replaced"), (["new", "old"], "z: attribution.agent-replaced")] {
            let found = try work.findings(arguments)
            #expect(found.count == 1 && found[0].hasPrefix(own), "\(found)")
            let tool = try work.palimpsest(arguments)
            #expect(tool.status == 3)
            #expect(tool.errors.contains("new/a.xml"), "\(tool.errors)")
            #expect(try work.palimpsest(arguments + ["-q"]).errors.contains("new/a.xml"))
            #expect(try work.palimpsest(arguments + ["--exit-code"]).status == 1)
        }
    }

    /// The lost record may be the one that cannot be read, under another name.
    @Test func anUnreadFileWithoutCounterpartWithholdsErasures() throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising)
            try $0.write("new/b.xml", bytes: Array("<TEI>".utf8))
        }
        #expect(try work.findings(["old", "new"]) == [])
        let tool = try work.palimpsest(["old", "new"])
        #expect(tool.status == 3)
        #expect(tool.errors.contains("1 record of the older version without partner"))
    }

    /// A bad file that stood there all along hides nothing else.
    @Test func whatIsUnreadOnBothSidesWithholdsNothing() throws {
        let work = try folders {
            try $0.write("old/a.xml", id: "a", Sentences.rising)
            for side in ["old", "new"] { try $0.write(side + "/b.xml", bytes: Array("<TEI>".utf8)) }
        }
        #expect(try work.findings(["old", "new"]) == ["a: erasure.record"])
        #expect(try work.palimpsest(["old", "new"]).status == 3)
    }

    @Test func whatIsNoRecordIsPassedOver() throws {
        let work = try folders {
            for name in ["old/.git/x.xml", "old/CVS/x.xml", "old/.hidden.xml", "old/notes.txt", "old/schema.rng", "old/node_modules/x.xml"] {
                try $0.write(name, bytes: Array("<p>Trotsky</p>".utf8))
            }
            mkfifo($0.path + "/old/pipe.xml", 0o600)
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/old/out.xml", withDestinationPath: "/etc/hostname")
            try FileManager.default.createSymbolicLink(atPath: $0.path + "/old/loop", withDestinationPath: "..")
        }
        let tool = try work.palimpsest(["old", "new"])
        #expect(try work.findings(["old", "new"]) == [])
        #expect(tool.status == 0)
        for name in ["old/pipe.xml: warning", "old/out.xml: warning", "old/loop: warning", "2 files are no record by the name"] {
            #expect(tool.errors.contains(name), "\(name) in \(tool.errors)")
        }
    }

    @Test func namesThatAreNoUTF8ArePairedAndShown() throws {
        let work = try folders { _ in }
        // The shell makes what Foundation cannot.
        try work.run("/bin/sh", ["-c", "cp new/keep.xml \"$(printf 'old/r\\351sum.xml')\"; sed s/autumn/winter/ new/keep.xml > \"$(printf 'new/r\\351sum.xml')\"; rm */keep.xml"])
        let tool = try work.palimpsest(["old", "new", "--format", "json"])
        #expect(tool.status == 0, "\(tool.errors)")
        #expect(tool.text.contains("new/r\\\\xE9sum.xml"))
        #expect(!tool.text.contains("erasure.record"))
    }

    @Test func theResultDoesNotDependOnTheThreads() throws {
        let work = try folders { work in
            for number in 0..<24 {
                try work.write("old/\(number).xml", Sentences.rising + " \(number)", Sentences.congress, number % 3 == 0 ? Sentences.letter : Sentences.strike)
                try work.write("new/\(number * 7 % 24).xml", Sentences.risingOfStalin + " \(number)", number % 2 == 0 ? Sentences.congress : "Nothing is known.")
            }
        }
        let one = try work.palimpsest(["old", "new", "--format", "json", "-j", "1"])
        #expect(one.text.contains("attribution.agent-replaced"))
        for jobs in ["2", "7"] { #expect(try work.palimpsest(["old", "new", "--format", "json", "-j", jobs]).output == one.output) }
    }

    @Test func anArchiveIsAsItsFolder() throws {
        let work = try folders {
            try $0.write("old/sub/a.xml", id: "a", Sentences.rising)
            try $0.write("new/sub/a.xml", id: "a", Sentences.risingOfStalin)
        }
        let asFolder = try work.findings(["old", "new"])
        #expect(asFolder.count == 1)
        try work.run("/bin/sh", ["-c", "cd old && tar czf ../old.tgz . && cd ../new && python3 -c \"import zipfile; z = zipfile.ZipFile('../new.zip', 'w'); [z.write(n) for n in ('keep.xml', 'sub/a.xml')]\""])
        #expect(try work.findings(["old.tgz", "new.zip"]) == asFolder)
        #expect(try work.findings(["old", "new.zip"]) == asFolder)
        #expect(try work.palimpsest(["old.tgz", "new/keep.xml"]).status == 2)
    }
}
