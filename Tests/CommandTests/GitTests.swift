import Foundation
import TestSupport
import Testing

/// `REV:PATH`, with the real git in a repository of its own.
@Suite struct GitTests {
    private func repository() throws -> Workplace {
        let work = try Workplace()
        try work.git("init", "-q")
        try work.write("a.xml", id: "a", Sentences.rising)
        try work.write("sub/b.xml", id: "b", Sentences.congress)
        try work.write("sub/c.xml", id: "c", Sentences.strike)
        try work.git("add", "-A")
        try work.git("commit", "-q", "-m", "The first edition\n\nmore", "--date", "1924-11-07T12:00:00Z")
        try work.write("a.xml", id: "a", Sentences.risingOfStalin)
        try FileManager.default.removeItem(atPath: work.path + "/sub/b.xml")
        try work.git("add", "-A")
        try work.git("commit", "-q", "-m", "A correction")
        return work
    }

    @Test func aRevisionIsAVersion() throws {
        let work = try repository()
        let found = try work.findings(["HEAD~1:a.xml", "HEAD:a.xml"])
        #expect(found.first?.hasPrefix("a: attribution.agent-replaced") == true, "\(found)")
        #expect(try work.findings(["HEAD~1:a.xml", "a.xml"]) == found)
        #expect(try work.findings(["git:HEAD~1:a.xml", "git:HEAD:./a.xml"]) == found)
        let text = try work.palimpsest(["HEAD~1:a.xml", "HEAD:a.xml", "--format", "json"]).text
        #expect(text.contains("\"label\": \"HEAD~1\""))
        #expect(text.contains("\"by\": \"An Archivist\", \"reason\": \"The first edition\", \"source\": \"HEAD~1:a.xml\""))
    }

    @Test func aFolderOfARevisionIsAFolder() throws {
        let work = try repository()
        #expect(try work.findings(["HEAD~1:sub", "HEAD:sub"]) == ["b: erasure.record"])
        #expect(try work.findings(["HEAD~1:sub", "sub"]) == ["b: erasure.record"])
        #expect(try work.findings(["HEAD~1:", "HEAD:"]).count == 2)
    }

    @Test func anExistingFileWins() throws {
        let work = try repository()
        try work.write("HEAD:a.xml", id: "a", Sentences.rising)
        #expect(try work.findings(["HEAD:a.xml", "HEAD~1:a.xml"]) == [])
        #expect(try !work.findings(["git:HEAD:a.xml", "HEAD~1:a.xml"]).isEmpty)
    }

    @Test(arguments: ["--output=x", "-x", "--upload-pack=touch x"]) func aNameThatLooksLikeAnOptionIsAName(branch: String) throws {
        let work = try repository()
        try work.run("/bin/sh", ["-c", "mkdir -p .git/refs/heads && git rev-parse HEAD > \".git/refs/heads/$1\"", "sh", branch])
        let tool = try work.palimpsest(["--", "git:\(branch):a.xml", "a.xml"])
        #expect(branch.contains(" ") ? tool.status == 2 : tool.status == 0, "\(tool.errors)")
        #expect(!FileManager.default.fileExists(atPath: work.path + "/x"))
    }

    static let refusals: [(argument: String, status: Int32, said: String)] = [
        ("HEAD:none.xml", 2, "the path 'none.xml' is not in 'HEAD'"),
        ("nope:a.xml", 3, "there is no such file, and no revision 'nope'"),
        ("git:nope:a.xml", 2, "there is no revision 'nope'"),
        ("git::a.xml", 2, "names no revision"),
        ("C:\\records\\a.xml", 3, "there is no such file"),
        ("git:--help:a.xml", 2, "there is no revision '--help'"),
        ("git:HEAD;touch x:a.xml", 2, "there is no revision"),
    ]

    @Test(arguments: refusals.indices) func whatGitDoesNotHaveIsNamed(row: Int) throws {
        let (argument, status, said) = Self.refusals[row]
        let work = try repository()
        let tool = try work.palimpsest([argument, "a.xml"])
        #expect(tool.status == status, "\(tool.errors)")
        #expect(tool.errors.contains(said), "\(tool.errors)")
        #expect(tool.output.isEmpty)
    }

    @Test func outsideARepositoryItSaysSo() throws {
        let work = try Workplace()
        try work.write("a.xml", id: "a", Sentences.rising)
        #expect(try work.palimpsest(["git:HEAD:a.xml", "a.xml"]).errors.contains("not in a git repository"))
        #expect(try work.palimpsest(["HEAD:a.xml", "a.xml"]).errors.contains("No such file"))
    }

    /// No hook, no file monitor, no text conversion, no replaced object: a repository cannot run programs through us.
    @Test func aRepositoryRunsNothing() throws {
        let work = try repository()
        for (key, value) in [("core.fsmonitor", "touch ran1"), ("core.hooksPath", "hooks"), ("diff.x.textconv", "touch ran2"), ("core.pager", "touch ran3"), ("core.sshCommand", "touch ran4"), ("alias.cat-file", "!touch ran5")] {
            try work.git("config", key, value)
        }
        try work.write(".gitattributes", bytes: Array("*.xml diff=x filter=x\n".utf8))
        let old = try work.run("/usr/bin/env", ["git", "rev-parse", "HEAD~1:a.xml"]), new = try work.run("/usr/bin/env", ["git", "rev-parse", "HEAD:a.xml"])
        try work.git("replace", old.filter { !$0.isWhitespace }, new.filter { !$0.isWhitespace })
        #expect(try work.findings(["HEAD~1:a.xml", "HEAD:a.xml"]).first?.hasPrefix("a: attribution.agent-replaced") == true)
        let files = try FileManager.default.contentsOfDirectory(atPath: work.path)
        #expect(!files.contains { $0.hasPrefix("ran") }, "\(files)")
    }

    @Test func aLinkOrSubmoduleInATreeIsNotRead() throws {
        let work = try repository()
        try FileManager.default.createSymbolicLink(atPath: work.path + "/sub/link.xml", withDestinationPath: "/etc/hostname")
        try work.git("add", "-A")
        try work.git("commit", "-q", "-m", "A link")
        let tool = try work.palimpsest(["HEAD~1:sub", "HEAD:sub"])
        #expect(tool.status == 0)
        #expect(tool.errors.contains("HEAD:sub/link.xml: warning: a link is not followed"), "\(tool.errors)")
    }
}
