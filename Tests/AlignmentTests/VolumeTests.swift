import Alignment
import Testing
import Volumes

/// Alignment against the truth of made-up volumes (Benchmarks/Sources/Volumes): which passage is which.
@Suite struct VolumeTests {
    struct Score: CustomStringConvertible {
        var right = 0, told = 0, there = 0
        var f1: Double { told + there == 0 ? 1 : 2 * Double(right) / Double(told + there) }
        var description: String { "\(right) right of \(told) told and \(there) there" }
    }

    static func versions(_ volume: RevisedVolume) -> (old: [String], new: [String]) {
        func lines(_ passages: [RevisedVolume.Passage]) -> [String] { passages.flatMap { $0.isHeading ? ["---", "head: " + $0.text] : [$0.text] } }
        return (lines(volume.old), lines(volume.new))
    }

    static func pairs(_ links: [(old: Range<Int>, new: Range<Int>)]) -> Set<[Int]> {
        Set(links.flatMap { link in link.old.flatMap { old in link.new.map { [old, $0] } } })
    }

    /// The least share of right pairs, and how far the counts of the four seeds together may lie from what was planted, as a share of the passages.
    static func bar(_ revision: VolumeRevision) -> (f1: Double, strayed: Double) {
        switch revision {
        case .e1, .e5, .e20, .every, .shuffled, .oneline, .same, .splits, .sections, .swaps: (1, 0)
        // Twelve texts over and over: which of two copies went cannot be known.
        case .repeat: (0.98, 0.005)
        case .boilerplate: (0.99, 0.02)
        case .mixed: (0.975, 0.05)
        // The made-up sentences are built of the same words: a few paragraphs are alike by chance. What is right here are the numbered headings.
        case .alldiff: (0.5, 0.2)
        }
    }

    @Test(arguments: VolumeRevision.allCases) func pairsAsPlanted(revision: VolumeRevision) {
        var score = Score()
        var strayed = 0, passages = 0
        for seed in UInt64(1)...4 {
            let volume = RevisedVolume(revision, bytes: 60_000, seed: seed)
            let lines = Self.versions(volume)
            let (old, new) = Page.versions(lines.old, lines.new)
            let alignment = align(old, new), truth = volume.truth
            #expect(alignment.rebuilds)
            let told = Self.pairs(alignment.links.map { ($0.old, $0.new) }), there = Self.pairs(truth.links.map { ($0.old, $0.new) })
            score.right += told.intersection(there).count
            score.told += told.count
            score.there += there.count
            let counts = alignment.counts
            strayed += abs(counts.reworded - truth.reworded) + abs(counts.deleted - truth.deleted) + abs(counts.inserted - truth.inserted)
            strayed += abs(counts.moved - truth.moved) + abs(counts.split - truth.split) + abs(counts.merged - truth.merged)
            passages += volume.old.count
        }
        let bar = Self.bar(revision)
        #expect(score.f1 >= bar.f1, "\(score)")
        #expect(Double(strayed) <= bar.strayed * Double(passages), "\(strayed) of \(passages)")
    }
}
