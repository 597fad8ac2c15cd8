import Findings
import Palimpsest
import Reports
import TestSupport
import Testing
import XMLEvents

/// An export read page by page tells what the same export in memory tells.
@Suite struct PagesTests {
    private static func streamed(_ bytes: [UInt8], named name: String, piece: Int) -> XMLStream {
        var at = 0
        return XMLStream(named: name) { (room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in
            let count = min(room.count, piece, bytes.count - at)
            room.copyBytes(from: bytes[at..<(at + count)])
            at += count
            return count
        }
    }

    @Test(arguments: try Repository.fixtures().filter { $0.hasPrefix("mediawiki") }) func streamedAsInMemory(_ name: String) throws {
        let bytes = try Repository.fixture(name)
        #expect(isPaged(head: Array(bytes.prefix(4096))))
        let document = try read(Input(name: name, bytes: bytes))
        let report = JSONReport(version: "1", showNeutral: true)
        for piece in [97, 1 << 16] {
            let everyVersion = try history(Self.streamed(bytes, named: name, piece: piece))
            #expect(report.render(everyVersion) == report.render(history(document)))
            let ends = try history(Self.streamed(bytes, named: name, piece: piece), course: .firstAndLast)
            #expect(report.render(ends) == report.render(compareFirstAndLast(document)))
        }
    }

    @Test func aCutExportIsNoReport() throws {
        let name = try #require(try Repository.fixtures().first { $0.hasPrefix("mediawiki") })
        let bytes = try Repository.fixture(name)
        for end in stride(from: 50, to: bytes.count - 15, by: max(1, bytes.count / 16)) {
            #expect(throws: ReadError.self) { _ = try history(Self.streamed(Array(bytes[..<end]), named: name, piece: 4096)) }
        }
    }
}
