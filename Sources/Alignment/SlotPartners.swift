import PlainText
import Records
import SequenceDiff

/// Partners by their place in the structure: a field of a record whose words were replaced is the same field.
///
/// Three rules, all only between passages of the same role and element that lie between the same two pairs in order:
/// 1. a *slot* (heading, title, date, author, field, caption, ...) that stands once in its section on either side, where the sections correspond;
/// 2. a *short* passage (cell, item, field of up to three words) in a gap whose elements are the same on both sides, where the sections correspond
///    or the gap is a single passage between pairs on either side;
/// 3. a *brief* passage of prose (a line of a play, a verse) that is alone between pairs on either side, in sections that correspond, and half of
///    whose words stayed. Rare words weigh most where passages are looked for by their words, and the one word that changed may be the only rare one.
///
/// Other paragraphs, verses and notes never pair by place.
struct SlotPartners {
    let old: Version
    let new: Version
    let outlines: (old: Outline, new: Outline)

    func find(_ partners: inout Partners, _ similarities: inout [Double]) {
        let sections = Sections(partners, outlines.old, outlines.new)
        for gap in partners.gaps(between: partners.inOrder(outlines.old.lengths)) {
            var pairs = slots(gap, sections) ?? short(gap, partners, sections)
            if pairs.isEmpty { pairs = brief(gap, partners, sections) }
            for (oldAt, newAt) in pairs {
                partners.pair(oldAt, newAt)
                similarities[oldAt] = 0
            }
        }
    }

    /// Rule 1; nil where it finds nothing.
    private func slots(_ gap: Gap, _ sections: Sections) -> [(Int, Int)]? {
        let kinds = SharedNumbers(gap.old.map { outlines.old.kinds[$0] }, gap.new.map { outlines.new.kinds[$0] })
        var found: [(Int, Int)] = []
        var oldAt = 0
        var newAt = 0
        for edit in Diff.edits(from: kinds.old, to: kinds.new) + [
            Edit(old: gap.old.count..<gap.old.count, new: gap.new.count..<gap.new.count)
        ] {
            while oldAt < edit.old.lowerBound {
                let pair = (gap.old[oldAt], gap.new[newAt])
                if Self.isSlot(old.passages[pair.0].role), isOnly(old, pair.0), isOnly(new, pair.1),
                    sections.correspond(outlines.old.parents[pair.0], outlines.new.parents[pair.1])
                {
                    found.append(pair)
                }
                oldAt += 1
                newAt += 1
            }
            oldAt = edit.old.upperBound
            newAt = edit.new.upperBound
        }
        return found.isEmpty ? nil : found
    }

    /// Rule 3.
    private func brief(_ gap: Gap, _ partners: Partners, _ sections: Sections) -> [(Int, Int)] {
        guard gap.old.count == 1, gap.new.count == 1 else { return [] }
        let oldAt = gap.old[0], newAt = gap.new[0]
        let before = old.tokens[old.passages[oldAt].words], after = new.tokens[new.passages[newAt].words]
        guard old.passages[oldAt].role.isProse, outlines.old.kinds[oldAt] == outlines.new.kinds[newAt], max(before.count, after.count) <= Fit.briefWords,
            isPairedBefore(oldAt, newAt, partners), isPairedAfter(oldAt, newAt, partners),
            sections.correspond(outlines.old.parents[oldAt], outlines.new.parents[newAt])
        else { return [] }
        var left = after.map(\.word)
        let shared = before.count { token in
            guard let at = left.firstIndex(of: token.word) else { return false }
            left.remove(at: at)
            return true
        }
        return shared * 2 >= max(before.count, after.count) && shared > 0 ? [(oldAt, newAt)] : []
    }

    /// Rule 2.
    private func short(_ gap: Gap, _ partners: Partners, _ sections: Sections) -> [(Int, Int)] {
        guard gap.old.count == gap.new.count else { return [] }
        var found: [(Int, Int)] = []
        for (oldAt, newAt) in zip(gap.old, gap.new) {
            let oldLength = outlines.old.lengths[oldAt]
            let newLength = outlines.new.lengths[newAt]
            guard outlines.old.kinds[oldAt] == outlines.new.kinds[newAt] else { return [] }
            guard Self.isShortSlot(old.passages[oldAt].role), max(oldLength, newLength) <= Int32(Fit.shortWords) else { continue }
            let isBetweenPairs = gap.old.count == 1 && isPairedBefore(oldAt, newAt, partners) && isPairedAfter(oldAt, newAt, partners)
            // A cell is what it is by its column.
            guard old.passages[oldAt].role != .cell || ordinal(old, oldAt) == ordinal(new, newAt) else { continue }
            guard isBetweenPairs || sections.correspond(outlines.old.parents[oldAt], outlines.new.parents[newAt]) else { continue }
            found.append((oldAt, newAt))
        }
        return found
    }

    private func isPairedBefore(_ oldAt: Int, _ newAt: Int, _ partners: Partners) -> Bool {
        oldAt == 0 ? newAt == 0 : newAt > 0 && partners.toNew[oldAt - 1] == Int32(newAt - 1)
    }

    private func isPairedAfter(_ oldAt: Int, _ newAt: Int, _ partners: Partners) -> Bool {
        let (oldNext, newNext) = (oldAt + 1, newAt + 1)
        return oldNext == partners.toNew.count ? newNext == partners.toOld.count : partners.toNew[oldNext] == Int32(newNext)
    }

    private func ordinal(_ version: Version, _ at: Int) -> UInt32 {
        let node = Int(version.passages[at].node)
        return version.nodes.indices.contains(node) ? version.nodes[node].ordinal : 0
    }

    /// The passage's element stands once among its siblings.
    private func isOnly(_ version: Version, _ at: Int) -> Bool {
        let index = Int(version.passages[at].node)
        guard version.nodes.indices.contains(index) else { return false }
        return version.nodes[index].ordinal <= 1 && !version.nodes[index].hasTwin
    }

    private static func isSlot(_ role: Role) -> Bool {
        switch role {
        case .heading, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .imprint, .field: true
        case .paragraph, .verse, .speech, .item, .cell, .note, .quotation, .source, .gap: false
        }
    }

    private static func isShortSlot(_ role: Role) -> Bool {
        switch role {
        case .paragraph, .verse, .speech, .note, .quotation, .source: false
        case .heading, .item, .cell, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .imprint, .gap,
            .field:
            true
        }
    }
}
