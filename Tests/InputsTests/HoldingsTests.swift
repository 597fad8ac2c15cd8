import Glibc
import Inputs
import Testing

/// What a folder or an archive is listed as.
@Suite struct HoldingsTests {
    private func holdings(_ name: FileName, limits: InputLimits = InputLimits()) throws -> Holdings {
        guard case .many(let holdings) = try openNamed(name, limits: limits) else {
            struct NotMany: Error {}
            throw NotMany()
        }
        return holdings
    }

    /// Such a member is named, never read, and never touches the disk.
    @Test(arguments: ["../evil.xml", "/etc/evil.xml", "a/../../evil.xml", ".."]) func aMemberThatLeadsOutIsNotRead(evil: String) throws {
        let folder = try Scratch()
        let members = [Packer.Member(name: "1.xml"), Packer.Member(name: evil), Packer.Member(name: "2.xml")]
        let found = try holdings(folder.write(Packer.packed("ustar", "gzip", members), "records.tgz"))
        #expect(found.entries.map(\.path.description) == ["1.xml", "2.xml"])
        #expect(found.unread.map(\.path.description) == (evil == ".." ? [] : [evil]))
        #expect(found.unread.allSatisfy { !$0.isError })
    }

    @Test func whatLinksAndPackedMembersAreIsSaid() throws {
        let folder = try Scratch()
        let members = [
            Packer.Member(name: "1.xml"), Packer.Member(name: "2.xml"), Packer.Member(name: "link.xml", bytes: [], type: 0o120000, link: "1.xml"),
            Packer.Member(name: "3.xml.gz"), Packer.Member(name: "x.rng"), Packer.Member(name: ".git/x.xml"),
        ]
        let found = try holdings(folder.write(Packer.packed("ustar", "none", members), "records.tar"))
        #expect(found.entries.map(\.path.description) == ["1.xml", "2.xml"])
        #expect(found.unread.map { "\($0.path) \($0.isError)" } == ["3.xml.gz true", "link.xml false"])
        #expect(found.passedOver.count == 2)
    }

    @Test(arguments: [("zip", "none"), ("7zip", "none"), ("ustar", "bzip2")]) func anArchiveThatIsCutInItsSecondHalfGivesNothing(format: String, filter: String) throws {
        let folder = try Scratch()
        let members = (1...6).map { Packer.Member(name: "\($0).xml", bytes: CompressionTests.prose) }
        let whole = try Packer.packed(format, filter, members)
        for sixteenth in [8, 12, 15] {
            let file = try folder.write(Array(whole[..<(whole.count * sixteenth / 16)]), "cut")
            #expect(throws: InputError.self, "\(sixteenth)/16") { try openNamed(file) }
        }
    }

    @Test func theSumOfTheMembersIsCapped() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.packed("zip", "none", (1...3).map { Packer.Member(name: "\($0).xml", bytes: CompressionTests.prose) }), "records.zip")
        var limits = InputLimits()
        limits.unpackedBytes = CompressionTests.prose.count * 3
        #expect(try holdings(file, limits: limits).entries.count == 3)
        limits.unpackedBytes -= 1
        #expect(throws: InputError.self) { try openNamed(file, limits: limits) }
        limits = InputLimits()
        limits.members = 3
        #expect(try holdings(file, limits: limits).entries.count == 3)
        limits.members = 2
        #expect(throws: InputError(.limit("members of an archive (members)", 2), source: file.description)) { try openNamed(file, limits: limits) }
    }

    @Test func aFolderDeeperThanAPathMayBeIsWalked() throws {
        let folder = try Scratch()
        // 90 steps of 60 letters are longer than the system's longest path.
        var at = open(folder.path, O_RDONLY | O_DIRECTORY)
        let step = String(repeating: "d", count: 60)
        for _ in 0..<90 {
            #expect(mkdirat(at, step, 0o700) == 0)
            let next = openat(at, step, O_RDONLY | O_DIRECTORY)
            close(at)
            at = next
        }
        let file = openat(at, "deep.xml", O_WRONLY | O_CREAT, 0o600)
        #expect(Packer.xml.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == Packer.xml.count)
        close(file)
        close(at)
        let found = try holdings(FileName(folder.path))
        #expect(found.unread == [])
        let entry = try #require(found.entries.first)
        #expect(try found.bytes(of: entry) == Packer.xml)
        var limits = InputLimits()
        limits.members = 91
        #expect(try holdings(FileName(folder.path), limits: limits).entries.count == 1)
        limits.members = 90
        #expect(throws: InputError.self) { try openNamed(FileName(folder.path), limits: limits) }
    }

    @Test func aLinkThatIsTurnedElsewhereAfterTheListingIsNotFollowed() throws {
        let folder = try Scratch()
        try folder.write(Packer.xml, "a.xml")
        let found = try holdings(FileName(folder.path))
        let entry = try #require(found.entries.first)
        #expect(unlink(folder.path + "/a.xml") == 0)
        #expect(symlink("/etc/hostname", folder.path + "/a.xml") == 0)
        #expect(throws: InputError.self) { try found.bytes(of: entry) }
    }
}
