import Inputs
import Testing

@Suite struct NameTests {
    @Test(arguments: [
        (Array("1924.xml".utf8), "1924.xml"),
        ([0x61, 0xE9, 0x62], "a\\xE9b"),
        ([0xFF, 0xFE], "\\xFF\\xFE"),
        (Array("é".utf8) + [0xC3], "é\\xC3"),
        ([0x0A], "\n"),
    ] as [([UInt8], String)])
    func bytesThatAreNotUTF8AreShown(bytes: [UInt8], shown: String) { #expect(FileName(bytes).description == shown) }

    @Test func theOrderIsThatOfBytes() {
        #expect([FileName("é"), FileName("z"), FileName("Z")].sorted() == [FileName("Z"), FileName("z"), FileName("é")])
    }
}
