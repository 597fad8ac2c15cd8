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

    /// Long passages of a pair of records that found no partner in it: their indices and what they are known by.
    struct Loose: Sendable {
        var deleted: [(passage: Int, hash: UInt64)] = []
        var inserted: [(passage: Int, hash: UInt64)] = []

        init() {}

        init(_ alignment: Alignment, _ old: Version, _ new: Version) {
            deleted = alignment.deleted.filter { isLong(old.passages[$0]) }.map { ($0, old.passages[$0].wordHash) }
            inserted = alignment.inserted.filter { isLong(new.passages[$0]) }.map { ($0, new.passages[$0].wordHash) }
        }
    }

    /// What left a pair of records for others, and what came from them.
    struct Moved: Sendable {
        var left: [Int] = []
        var came: [Int] = []
        /// Neighbours that went together are one move.
        var runs = 0
    }

    /// Takes what moved between the records out of their alignments. `pairs` and `alignments` go together.
    static func settle(_ pairs: [(old: Version, new: Version)], _ alignments: inout [Alignment]) {
        guard pairs.count > 1 else { return }
        let moves = plan(alignments.indices.map { Loose(alignments[$0], pairs[$0].old, pairs[$0].new) })
        for record in alignments.indices { apply(moves[record], to: &alignments[record], pairs[record].old, pairs[record].new) }
    }

    /// Which passages went where, in the order of the records.
    static func plan(_ loose: [Loose]) -> [Moved] {
        var moves = [Moved](repeating: Moved(), count: loose.count)
        var waiting: [UInt64: [Seat]] = [:]
        for (record, passages) in loose.enumerated() {
            for (passage, hash) in passages.inserted { waiting[hash, default: []].append(Seat(record: record, passage: passage)) }
        }
        guard !waiting.isEmpty else { return moves }
        for hash in waiting.keys { waiting[hash]?.reverse() }
        for record in loose.indices {
            var last: (from: Int, to: Seat)?
            for (passage, hash) in loose[record].deleted {
                guard let seat = waiting[hash]?.popLast() else { continue }
                moves[record].left.append(passage)
                moves[seat.record].came.append(seat.passage)
                if last?.from != passage - 1 || last?.to != Seat(record: seat.record, passage: seat.passage - 1) { moves[record].runs += 1 }
                last = (passage, seat)
            }
        }
        return moves
    }

    static func apply(_ moved: Moved, to alignment: inout Alignment, _ old: Version, _ new: Version) {
        guard !moved.left.isEmpty || !moved.came.isEmpty else { return }
        let gone = Set(moved.left), came = Set(moved.came)
        alignment.deleted.removeAll(where: gone.contains)
        alignment.inserted.removeAll(where: came.contains)
        alignment.counts.deleted -= outermost(moved.left, old)
        alignment.counts.inserted -= outermost(moved.came, new)
        alignment.counts.moved += moved.runs
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
