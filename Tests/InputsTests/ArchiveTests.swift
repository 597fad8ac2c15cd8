import Glibc
import Inputs
import Testing

/// An archive with one record is that record; nothing else in it matters, and nothing is written.
@Suite struct ArchiveTests {
    static let containers = [("zip", "none"), ("7zip", "none"), ("ustar", "none"), ("ustar", "gzip"), ("pax", "xz"), ("gnutar", "zstd")]

    @Test(arguments: containers) func oneRecordInAnArchiveIsThatRecord(format: String, filter: String) throws {
        let folder = try Scratch()
        let members = [Packer.Member(name: "readme.txt", bytes: [0x68, 0x69]), Packer.Member(name: "sub/1924.xml", bytes: CompressionTests.prose)]
        let file = try folder.write(Packer.packed(format, filter, members), "records.bin")
        #expect(try read(file) == CompressionTests.prose)
        #expect(try read(FileName(file.description + "::sub/1924.xml")) == CompressionTests.prose)
        #expect(try read(FileName(file.description + "::readme.txt")) == [0x68, 0x69])
        #expect(throws: InputError.self) { try read(FileName(file.description + "::1938.xml")) }
    }

    @Test(arguments: containers) func ofSeveralRecordsOneMustBeNamed(format: String, filter: String) throws {
        let folder = try Scratch()
        let members = [Packer.Member(name: "1924.xml"), Packer.Member(name: "1938.xml", bytes: Array("<r/>".utf8))]
        let file = try folder.write(Packer.packed(format, filter, members), "records.zip")
        #expect(throws: InputError.self) { try read(file) }
        #expect(try read(FileName(file.description + "::1938.xml")) == Array("<r/>".utf8))
    }

    @Test(arguments: containers) func aCutArchiveIsRefused(format: String, filter: String) throws {
        let folder = try Scratch()
        let whole = try Packer.packed(format, filter, [Packer.Member(name: "1924.xml", bytes: CompressionTests.prose)])
        for sixteenth in 1...15 {
            let file = try folder.write(Array(whole[..<(whole.count * sixteenth / 16)]), "cut")
            #expect((try? read(file)) == nil, "\(sixteenth)/16 of \(whole.count) bytes")
        }
    }

    /// The members behind the cut would read as erased.
    @Test(arguments: ["ustar", "pax", "gnutar"]) func aTarThatIsCutBetweenTwoMembersIsRefused(format: String) throws {
        let folder = try Scratch()
        let one = try Packer.packed(format, "none", [Packer.Member(name: "1924.xml")])
        let two = try Packer.packed(format, "none", [Packer.Member(name: "1924.xml"), Packer.Member(name: "1938.txt")])
        let common = zip(one, two).prefix { $0 == $1 }.count / 512 * 512
        let file = try folder.write(Array(two[..<common]), "records.tar")
        #expect(throws: InputError(.cut("tar"), source: file.description)) { try read(file) }
        #expect(try read(folder.write(two, "whole.tar")) == Packer.xml)
    }

    @Test func namesBeyondASCIIAreFound() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.packed("ustar", "none", [Packer.Member(name: "Троцкий.xml")]), "records.tar")
        #expect(try read(FileName(file.description + "::Троцкий.xml")) == Packer.xml)
    }

    @Test func aMemberThatIsPackedAgainIsRefused() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.packed("zip", "none", [Packer.Member(name: "1924.xml.gz", bytes: Packer.compressed(Packer.xml, "gzip"))]), "records.zip")
        #expect(throws: InputError(.refused("its member '1924.xml.gz' is packed again; unpack the archive first"), source: file.description)) { try read(file) }
    }

    @Test func aLinkInAnArchiveIsNoRecord() throws {
        let folder = try Scratch()
        let members = [Packer.Member(name: "passwd.xml", bytes: [], type: 0o120000, link: "/etc/passwd"), Packer.Member(name: "1924.xml")]
        let file = try folder.write(Packer.packed("ustar", "none", members), "records.tar")
        #expect(try read(file) == Packer.xml)
        #expect(throws: InputError.self) { try read(FileName(file.description + "::passwd.xml")) }
    }

    /// The reader of XML tells what it is and how to convert it; here its bytes pass as they are.
    @Test(arguments: ["mimetype", "[Content_Types].xml", "word/document.xml"]) func aWordProcessorsFileIsNotOpened(first: String) throws {
        let folder = try Scratch()
        let whole = try Packer.packed("zip", "none", [Packer.Member(name: first), Packer.Member(name: "content.xml")])
        #expect(try read(folder.write(whole, "text.odt")) == whole)
    }

    @Test func anEmptyArchiveSaysSo() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.packed("zip", "none", []), "records.zip")
        #expect(throws: InputError.self) { try read(file) }
    }
}
