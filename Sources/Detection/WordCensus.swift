import PlainText
import Records

/// How often each word stands in a version, and how it is written: the ground for telling a name from a word at the start of a sentence, and for
/// saying that a name is gone.
///
/// Sized by the version, not by the table of words: a run of many small records shares one large table.
struct WordCensus: Sendable {
    /// An open table over the words of the version: a word's row + 1; 0 = free. A power of two, at most half full.
    private let slots: [UInt32]
    /// The word of each row.
    private let ids: [UInt32]
    private let rows: [Row]
    /// Tokens that begin with a capital, grouped by row.
    private var positions: [UInt32]
    /// The words that occur with a capital, ascending.
    let capitalWords: [UInt32]

    private struct Row {
        var count: UInt32 = 0
        var lower: UInt32 = 0
        var capitalInside: UInt32 = 0
        var capitals: UInt32 = 0
        /// The first of its positions.
        var start: UInt32 = 0

        mutating func add(_ token: Token) {
            count &+= 1
            if token.marks.contains(.capital) {
                capitals &+= 1
                if !token.marks.contains(.opensSentence) { capitalInside &+= 1 }
            } else if !token.marks.contains(.digit) {
                lower &+= 1
            }
        }
    }

    /// `words` is how many the table has.
    init(_ version: Version, words: Int) {
        var size = 16
        while size < 2 * min(version.tokens.count, words) { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size), ids: [UInt32] = [], rows: [Row] = []
        let mask = size - 1
        // Through pointers: three arrays at once, for each word of the version.
        slots.withUnsafeMutableBufferPointer { slots in
            version.tokens.withUnsafeBufferPointer { tokens in
                for token in tokens {
                    var slot = Self.place(token.word, mask)
                    while slots[slot] != 0, ids[Int(slots[slot]) &- 1] != token.word { slot = (slot &+ 1) & mask }
                    if slots[slot] == 0 {
                        ids.append(token.word)
                        rows.append(Row())
                        slots[slot] = UInt32(ids.count)
                    }
                    rows[Int(slots[slot]) &- 1].add(token)
                }
            }
        }
        var start: UInt32 = 0
        for row in rows.indices {
            rows[row].start = start
            start += rows[row].capitals
        }
        positions = [UInt32](repeating: 0, count: Int(start))
        self.slots = slots
        self.ids = ids
        self.rows = rows
        capitalWords = zip(ids, rows).filter { $1.capitals > 0 }.map(\.0).sorted()
        var filled = rows.map(\.start)
        for (index, token) in version.tokens.enumerated() where token.marks.contains(.capital) {
            guard let row = self.row(token.word) else { continue }
            positions[Int(filled[row])] = UInt32(index)
            filled[row] += 1
        }
    }

    private static func place(_ word: UInt32, _ mask: Int) -> Int { Int(truncatingIfNeeded: (UInt64(word) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask }

    private func row(_ word: UInt32) -> Int? {
        let mask = slots.count - 1
        var slot = Self.place(word, mask)
        while slots[slot] != 0 {
            let row = Int(slots[slot]) - 1
            if ids[row] == word { return row }
            slot = (slot + 1) & mask
        }
        return nil
    }

    func count(_ word: UInt32) -> Int { row(word).map { Int(rows[$0].count) } ?? 0 }
    /// Occurrences in lower case.
    func lower(_ word: UInt32) -> Int { row(word).map { Int(rows[$0].lower) } ?? 0 }
    /// Occurrences with a capital where no sentence begins.
    func capitalInside(_ word: UInt32) -> Int { row(word).map { Int(rows[$0].capitalInside) } ?? 0 }
    /// Token indices of the occurrences with a capital, ascending.
    func capitals(_ word: UInt32) -> ArraySlice<UInt32> {
        guard let row = row(word) else { return [] }
        return positions[Int(rows[row].start)..<Int(rows[row].start + rows[row].capitals)]
    }
}
