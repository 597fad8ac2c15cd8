import Glibc
import Inputs
import Testing

@Suite struct FileTests {
    @Test func aFileWhoseNameIsNoUTF8IsRead() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.xml, FileName([0x61, 0xFF, 0x2E, 0x78]))
        #expect(try read(file) == Packer.xml)
        #expect(file.description.hasSuffix("a\\xFF.x"))
    }

    @Test func aFileWhoseNameLooksLikeAMemberIsThatFile() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.xml, "a::b.xml")
        #expect(try read(file) == Packer.xml)
    }

    @Test func noFileIsOpenedThatWouldBlock() throws {
        let folder = try Scratch()
        let pipe = folder.path + "/pipe.xml"
        #expect(mkfifo(pipe, 0o600) == 0)
        for (name, kind) in [(pipe, InputError.Kind.notRegular), ("/dev/zero", .notRegular), (folder.path, .folder)] {
            #expect(throws: InputError(kind, source: name)) { try read(FileName(name)) }
        }
        #expect(throws: InputError(.system("opened", ENOENT), source: folder.path + "/none.xml")) { try read(FileName(folder.path + "/none.xml")) }
        #expect(throws: InputError.self) { try read(FileName([0x61, 0])) }
    }

    @Test func bytesComeInTheirOrderThroughAnyRoom() throws {
        let folder = try Scratch()
        let whole = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ 64) }
        for name in try [folder.write(whole, "plain"), folder.write(Packer.compressed(whole, "gzip"), "packed")] {
            let stream = try Inputs.open(name)
            var all: [UInt8] = []
            var size = 1
            while true {
                var piece = [UInt8](repeating: 0, count: size)
                let result = piece.withUnsafeMutableBytes { room in Result { try stream.read(into: room) } }
                let got = try result.get()
                if got == 0 { break }
                all += piece[..<got]
                size = size * 3 % 70_001 + 1
            }
            #expect(all == whole)
        }
    }
}
