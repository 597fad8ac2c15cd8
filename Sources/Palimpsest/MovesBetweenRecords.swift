import Alignment
import Findings
import PlainText
import Records

/// Passages that left one record and stand in another with the same words: moved within the edition, not erased.
struct MovesBetweenRecords {
    /// Shorter passages ("Ibid.", a date) stand in many records without having moved there.
    static let fewestWords = 6

    private struct Seat: Hashable {
        var record: Int
        var passage: Int
    }

    /// Takes what moved between the records out of their alignments. `pairs` and `alignments` go together.
    static func settle(_ pairs: [(old: Version, new: Version)], _ alignments: inout [Alignment]) {
        guard pairs.count > 1 else { return }
        var waiting: [UInt64: [Seat]] = [:]
        for (record, alignment) in alignments.enumerated() {
            for passage in alignment.inserted where isLong(pairs[record].new.passages[passage]) {
                waiting[pairs[record].new.passages[passage].wordHash, default: []].append(Seat(record: record, passage: passage))
            }
        }
        guard !waiting.isEmpty else { return }
        for hash in waiting.keys { waiting[hash]?.reverse() }
        var left = [[Int]](repeating: [], count: pairs.count), came = left
        var runs = [Int](repeating: 0, count: pairs.count)
        for record in alignments.indices {
            var last: (from: Int, to: Seat)?
            for passage in alignments[record].deleted where isLong(pairs[record].old.passages[passage]) {
                guard let seat = waiting[pairs[record].old.passages[passage].wordHash]?.popLast() else { continue }
                left[record].append(passage)
                came[seat.record].append(seat.passage)
                // Neighbours that went together are one move.
                if last?.from != passage - 1 || last?.to != Seat(record: seat.record, passage: seat.passage - 1) { runs[record] += 1 }
                last = (passage, seat)
            }
        }
        for record in alignments.indices where !left[record].isEmpty || !came[record].isEmpty {
            let gone = Set(left[record]), new = Set(came[record])
            alignments[record].deleted.removeAll(where: gone.contains)
            alignments[record].inserted.removeAll(where: new.contains)
            alignments[record].counts.deleted -= outermost(left[record], pairs[record].old)
            alignments[record].counts.inserted -= outermost(came[record], pairs[record].new)
            alignments[record].counts.moved += runs[record]
        }
    }

    private static func isLong(_ passage: Passage) -> Bool { passage.tokens.count >= fewestWords }

    /// How many of the passages lie in no other of them.
    private static func outermost(_ passages: [Int], _ version: Version) -> Int {
        let own = Set(passages.map { version.passages[$0].node })
        return passages.count { passage in
            var node = version.passages[passage].node
            while node >= 0 {
                node = version.nodes[Int(node)].parent
                if own.contains(node) { return false }
            }
            return true
        }
    }
}
