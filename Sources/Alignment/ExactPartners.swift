import PlainText
import Records
import SequenceDiff

/// Partners with the same words: unique ones first, then their neighbours, then what the order of the rest says.
///
/// Unique lines as anchors are Bram Cohen's patience diff; growing them to equal neighbours is Paul Heckel's ("A technique for isolating differences
/// between files", CACM 21, 1978).
struct ExactPartners {
    let old: Outline
    let new: Outline

    /// Returns whether the order of a stretch was not searched to its end (`MyersSearch.costCap`).
    func find(_ partners: inout Partners) -> Bool {
        var isCut = false
        let keys = SharedNumbers(old.keys, new.keys)
        anchor(keys, &partners)
        grow(keys, partners.inOrder(old.lengths), &partners)
        diffGaps(keys, &partners, &isCut)
        grow(keys, Array(old.keys.indices), &partners)
        releaseWeakMoves(&partners)
        diffGaps(keys, &partners, &isCut)
        return isCut
    }

    /// Pairs what is left of equal passages wherever they stand. Returns as `find`.
    func findCopies(_ partners: inout Partners) -> Bool {
        var isCut = false
        let keys = SharedNumbers(old.keys, new.keys)
        anchor(keys, &partners)
        grow(keys, Array(old.keys.indices), &partners)
        inTurn(&partners) { old.lengths[$0] >= Int32(Fit.moveWords) }
        // The same words in another element: a paragraph that became a heading.
        let words = SharedNumbers(withoutEmpty(old), withoutEmpty(new))
        diffGaps(words, &partners, &isCut)
        anchor(words, &partners)
        releaseWeakMoves(&partners)
        return isCut
    }

    /// Passages without words have nothing in common but that.
    private func withoutEmpty(_ outline: Outline) -> [UInt64] {
        outline.wordHashes.indices.map { outline.lengths[$0] > 0 ? outline.wordHashes[$0] : outline.keys[$0] }
    }

    /// Pairs what is unique among the free passages of both sides, and fits.
    private func anchor(_ keys: SharedNumbers, _ partners: inout Partners, where isFit: (Int, Int) -> Bool = { _, _ in true }) {
        // By number: how often in old (0, 1, 2 = more), the same for new, and the last place in new.
        var oldCounts = [UInt8](repeating: 0, count: keys.count)
        var newCounts = [UInt8](repeating: 0, count: keys.count)
        var places = [Int32](repeating: -1, count: keys.count)
        for at in keys.old.indices where partners.toNew[at] < 0 { oldCounts[Int(keys.old[at])] = min(2, oldCounts[Int(keys.old[at])] + 1) }
        for at in keys.new.indices where partners.toOld[at] < 0 {
            newCounts[Int(keys.new[at])] = min(2, newCounts[Int(keys.new[at])] + 1)
            places[Int(keys.new[at])] = Int32(truncatingIfNeeded: at)
        }
        for at in keys.old.indices where partners.toNew[at] < 0 {
            let key = Int(keys.old[at])
            if oldCounts[key] == 1, newCounts[key] == 1, isFit(at, Int(places[key])) { partners.pair(at, Int(places[key])) }
        }
    }

    /// Pairs equal neighbours of the pairs `from` (ascending), forwards and then backwards.
    private func grow(_ keys: SharedNumbers, _ from: [Int], _ partners: inout Partners) {
        for start in from where partners.toNew[start] >= 0 {
            var oldAt = start + 1
            var newAt = Int(partners.toNew[start]) + 1
            while partners.isFree(old: oldAt), partners.isFree(new: newAt), keys.old[oldAt] == keys.new[newAt] {
                partners.pair(oldAt, newAt)
                oldAt += 1
                newAt += 1
            }
        }
        for start in from.reversed() where partners.toNew[start] >= 0 {
            var oldAt = start - 1
            var newAt = Int(partners.toNew[start]) - 1
            while partners.isFree(old: oldAt), partners.isFree(new: newAt), keys.old[oldAt] == keys.new[newAt] {
                partners.pair(oldAt, newAt)
                oldAt -= 1
                newAt -= 1
            }
        }
    }

    /// Diffs the free passages of each gap. Fewest edits, not rarest first: what is unique has its partner by now, and of the repeated passages that are
    /// left ("The motion was agreed to.") one that stays without a partner here is told as moved from some other place.
    private func diffGaps(_ keys: SharedNumbers, _ partners: inout Partners, _ isCut: inout Bool) {
        for gap in partners.gaps(between: partners.inOrder(old.lengths)) {
            let oldKeys = gap.old.map { keys.old[$0] }
            let newKeys = gap.new.map { keys.new[$0] }
            var oldAt = 0
            var newAt = 0
            let end = Edit(old: oldKeys.count..<oldKeys.count, new: newKeys.count..<newKeys.count)
            for edit in Diff.edits(from: oldKeys, to: newKeys, by: .myers, isCut: &isCut) + [end] {
                while oldAt < edit.old.lowerBound {
                    partners.pair(gap.old[oldAt], gap.new[newAt])
                    oldAt += 1
                    newAt += 1
                }
                oldAt = edit.old.upperBound
                newAt = edit.new.upperBound
            }
        }
    }

    /// Pairs the short passages of running text that are left over on both sides with the same words ("Yes."): they would else be reported as gone.
    /// A cell, an item or a field is what it is by its place, and stays without a partner.
    func findShort(_ partners: inout Partners, _ oldVersion: Version, _ newVersion: Version) {
        guard partners.toNew.contains(-1), partners.toOld.contains(-1) else { return }
        inTurn(&partners) { old.lengths[$0] > 0 && Self.isRunningText(oldVersion.passages[$0].role) }
        // The same element with the same words, once on either side, as part of the text here and of the header there.
        let keys = SharedNumbers(elements(old, oldVersion), elements(new, newVersion))
        anchor(keys, &partners) { oldAt, newAt in
            old.lengths[oldAt] > 0 && old.kinds[oldAt] != new.kinds[newAt]
                && (Self.isRunningText(oldVersion.passages[oldAt].role) || Self.isRunningText(newVersion.passages[newAt].role))
        }
    }

    private func elements(_ outline: Outline, _ version: Version) -> [UInt64] {
        version.passages.indices.map { at in
            var digest = Digest64(seed: outline.wordHashes[at])
            let node = Int(version.passages[at].node)
            if version.nodes.indices.contains(node) { digest.add(version.symbols[version.nodes[node].element].utf8) }
            return digest.value
        }
    }

    private static func isRunningText(_ role: Role) -> Bool {
        switch role {
        case .paragraph, .verse, .speech, .heading, .quotation, .note: true
        case .item, .cell, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .source, .imprint, .gap, .field:
            false
        }
    }

    /// Pairs what is left of equal passages in turn: the first with the first; those first that are equal letter for letter.
    private func inTurn(_ partners: inout Partners, where isFit: (Int) -> Bool) {
        inTurn(SharedNumbers(old.writtenKeys, new.writtenKeys), &partners, where: isFit)
        inTurn(SharedNumbers(old.keys, new.keys), &partners, where: isFit)
    }

    private func inTurn(_ keys: SharedNumbers, _ partners: inout Partners, where isFit: (Int) -> Bool) {
        var next = [Int32](repeating: -1, count: keys.new.count)
        var first = [Int32](repeating: -1, count: keys.count)
        for at in keys.new.indices.reversed() where partners.toOld[at] < 0 {
            next[at] = first[Int(keys.new[at])]
            first[Int(keys.new[at])] = Int32(truncatingIfNeeded: at)
        }
        for at in keys.old.indices where partners.toNew[at] < 0 && isFit(at) {
            let found = first[Int(keys.old[at])]
            guard found >= 0 else { continue }
            first[Int(keys.old[at])] = next[Int(found)]
            partners.pair(at, Int(found))
        }
    }

    /// Lets go of short passages that stand out of order alone: the same page number elsewhere is another page number.
    private func releaseWeakMoves(_ partners: inout Partners) {
        let inOrder = partners.inOrder(old.lengths)
        guard inOrder.count < partners.toNew.count(where: { $0 >= 0 }) else { return }
        var isInOrder = [Bool](repeating: false, count: partners.toNew.count)
        for at in inOrder { isInOrder[at] = true }
        let sections = Sections(partners, old, new)
        var at = 0
        while at < partners.toNew.count {
            guard partners.toNew[at] >= 0, !isInOrder[at] else {
                at += 1
                continue
            }
            var end = at + 1
            var words = old.lengths[at]
            while end < partners.toNew.count, !isInOrder[end], partners.toNew[end] == partners.toNew[end - 1] + 1 {
                words += old.lengths[end]
                end += 1
            }
            if words < Int32(Fit.moveWords) {
                for weak in at..<end where !sections.correspond(old.parents[weak], new.parents[Int(partners.toNew[weak])]) {
                    partners.release(weak)
                }
            }
            at = end
        }
    }
}
