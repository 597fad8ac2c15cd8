@testable import Detection
import PlainText
import Records
import Testing

@Suite struct TripleIndexTests {
    /// The first stretches are counted by going through the version, later ones by its index: both tell the same, and it is what stands there.
    @Test func indexTellsWhatTheWalkTold() {
        let version = Sheet.pair(Self.paragraphs, Self.paragraphs).old
        let index = TripleIndex(HeldVersion(version))
        let stretches = (0..<60).map { start in version.tokens[(start * 7)..<(start * 7 + 9)].map(\.word) }
        let walked = stretches.prefix(10).map(index.counts)
        let all = stretches.map(index.counts), again = stretches.map(index.counts)
        #expect(Array(all.prefix(10)) == walked)
        #expect(all == again)
        for (stretch, counts) in zip(stretches, all) { #expect(counts == Self.counted(stretch, version.tokens.map(\.word))) }
        #expect(index.counts(of: [1, 2]).isEmpty)
        #expect(index.counts(of: [.max, .max, .max]) == [0])
    }

    private static func counted(_ stretch: [UInt32], _ words: [UInt32]) -> [Int] {
        var counts: [Int] = []
        for at in 2..<stretch.count {
            let triple = stretch[(at - 2)...at]
            counts.append((2..<words.count).count { (end: Int) -> Bool in words[(end - 2)...end].elementsEqual(triple) })
        }
        return counts
    }

    private static let paragraphs = (0..<40).map { "The committee met on day \($0) and the motion of member \($0 % 5) was put and agreed to by all who stood there." }
}
