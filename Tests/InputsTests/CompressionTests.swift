import Inputs
import Testing

/// Compressed files are told by their first bytes, unpacked wholly or refused.
@Suite struct CompressionTests {
    static let filters = ["gzip", "bzip2", "xz", "zstd", "lz4", "compress"]
    /// Text that compresses like prose, not like a bomb.
    static let prose: [UInt8] = {
        var state: UInt64 = 7
        let words = ["Trotsky", "Lenin", "rising", "committee", "was", "the", "organised", "of", "in", "October"]
        var text = "<r>"
        for _ in 0..<40_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            text += words[Int(state >> 33) % words.count] + " "
        }
        return Array((text + "</r>").utf8)
    }()

    @Test(arguments: filters) func aCompressedFileIsUnpackedWhateverItsName(filter: String) throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.compressed(Self.prose, filter), "1924.txt")
        let stream = try Inputs.open(file)
        #expect(stream.peek == Array(Self.prose.prefix(1 << 16)))
        #expect(try stream.bytes() == Self.prose)
    }

    @Test(arguments: filters, Array(1...15)) func aCutFileIsRefused(filter: String, sixteenth: Int) throws {
        let folder = try Scratch()
        let whole = try Packer.compressed(Self.prose, filter)
        let file = try folder.write(Array(whole[..<(whole.count * sixteenth / 16)]), "1924.xml")
        // The format of compress(1) has no end mark: its cut is the cut of the XML in it.
        if filter == "compress" { return #expect((try? read(file)) != Self.prose) }
        #expect(throws: InputError.self) { try read(file) }
    }

    @Test(arguments: filters.filter { $0 != "compress" }) func whatStandsBehindTheEndIsNotPassedOver(filter: String) throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.compressed(Self.prose, filter) + Array("garbage behind the end".utf8), "1924.xml")
        #expect(throws: InputError.self) { try read(file) }
    }

    @Test(arguments: filters.filter { $0 != "compress" }) func severalPartsOneAfterTheOtherAreOneFile(filter: String) throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.compressed(Self.prose, filter) + Packer.compressed(Packer.xml, filter), "1924.xml")
        #expect(try read(file) == Self.prose + Packer.xml)
    }

    @Test func aGzipWhoseCheckSumIsWrongIsRefused() throws {
        let folder = try Scratch()
        var bytes = try Packer.compressed(Self.prose, "gzip")
        bytes[bytes.count - 6] ^= 1
        let file = try folder.write(bytes, "1924.xml.gz")
        #expect(throws: InputError(.damaged("the gzip data do not match their own check sum"), source: file.description)) { try read(file) }
    }

    /// No byte of the packed form may be changed without being seen, or without changing nothing.
    @Test(arguments: ["gzip", "bzip2", "xz"]) func aFlippedBitNeverGivesAnotherText(filter: String) throws {
        let folder = try Scratch()
        let whole = try Packer.compressed(Packer.xml, filter)
        for at in whole.indices {
            var bytes = whole
            bytes[at] ^= 0x10
            let file = try folder.write(bytes, "flipped")
            guard let text = try? read(file) else { continue }
            #expect(text == Packer.xml || text == bytes, "byte \(at) of \(whole.count)")
        }
    }

    @Test(arguments: filters) func aFilePackedTwiceIsRefused(filter: String) throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.compressed(Packer.compressed(Self.prose, "gzip"), filter), "1924.xml")
        #expect(throws: InputError(.refused("is packed twice; unpack it once"), source: file.description)) { try read(file) }
    }

    @Test func theRatioIsCapped() throws {
        let folder = try Scratch()
        let blanks = [UInt8](repeating: 0x20, count: 8 << 20)
        let file = try folder.write(Packer.compressed(blanks, "gzip"), "bomb.xml.gz")
        #expect(throws: InputError(.limit("bytes unpacked from one byte (decompressionRatio)", 200), source: file.description)) { try read(file) }
        var limits = InputLimits()
        limits.decompressionRatio = 2000
        #expect(try read(file, limits: limits) == blanks)
        let small = try folder.write(Packer.compressed(Array(blanks.prefix(InputLimits.ratioFreeBytes)), "gzip"), "blank.xml.gz")
        #expect(try read(small).count == InputLimits.ratioFreeBytes)
    }

    @Test func theUnpackedSizeIsCapped() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.compressed(Self.prose, "xz"), "1924.xml.xz")
        var limits = InputLimits()
        limits.unpackedBytes = Self.prose.count
        #expect(try read(file, limits: limits) == Self.prose)
        limits.unpackedBytes -= 1
        #expect(throws: InputError.self) { try read(file, limits: limits) }
    }

    @Test func theFileSizeIsCapped() throws {
        let folder = try Scratch()
        let file = try folder.write(Packer.xml, "1924.xml")
        var limits = InputLimits()
        limits.fileBytes = Packer.xml.count
        #expect(try read(file, limits: limits) == Packer.xml)
        limits.fileBytes -= 1
        #expect(throws: InputError(.limit("bytes in a file (fileBytes)", limits.fileBytes), source: file.description)) { try read(file, limits: limits) }
    }
}
