public import Records
import SequenceDiff

/// The alignment of two versions whose tokens carry word ids of one table.
///
/// In order: equal passages that are unique, grown to their neighbours; a diff of what lies between; equal xml:ids; repeated passages, reworded in place
/// or moved; similar passages, nominated by rare shared words; fields by their place; splits and merges. The time is near-linear in the words, whatever the input. Deterministic.
public func align(_ old: Version, _ new: Version) -> Alignment {
    let outlines = (old: Outline(old), new: Outline(new))
    var partners = Partners(outlines.old.count, outlines.new.count)
    var similarities = [Double](repeating: 1, count: outlines.old.count)
    let exact = ExactPartners(old: outlines.old, new: outlines.new)
    var isCut = exact.find(&partners)
    var crowded: [Int] = []
    var grown: [Int: (old: Range<Int>, new: Range<Int>)] = [:]
    if partners.toNew.contains(-1), partners.toOld.contains(-1) {
        let worth = WordWorth(old, new)
        NamedPartners(old: old, new: new, outlines: outlines, worth: worth).find(&partners, &similarities)
        RewordedCopies(old: old, new: new, outlines: outlines, worth: worth).find(&partners, &similarities)
        if exact.findCopies(&partners) { isCut = true }
        exact.findShort(&partners, old, new)
        crowded = SimilarPartners(old, new, outlines, partners, worth).find(&partners, &similarities)
        SlotPartners(old: old, new: new, outlines: outlines).find(&partners, &similarities)
        grown = pieces(old, new, &partners, similarities, worth)
    }
    var alignment = assembled(old, new, outlines, partners, similarities, grown)
    alignment.limits = reached(alignment, isCut: isCut, crowded.count { partners.toNew[$0] < 0 })
    return alignment
}

/// The caps that may have left a pair unfound; nothing is said of those that changed nothing.
private func reached(_ alignment: Alignment, isCut: Bool, _ crowded: Int) -> [String] {
    var limits: [String] = []
    if isCut, alignment.counts.moved > 0 || !alignment.deleted.isEmpty || !alignment.inserted.isEmpty {
        limits.append("alignment: the order of many repeated passages was searched up to \(Diff.mostEdits) changes; some may be told as moved, gone or new")
    }
    if crowded > 0 {
        limits.append("alignment: \(crowded) passage\(crowded == 1 ? "" : "s") without partner; only the \(Fit.mostCandidates) likeliest of the other version were compared with \(crowded == 1 ? "it" : "each")")
    }
    return limits
}

/// Splits and merges around the reworded pairs, by the older passage of the pair. The further pieces are no longer free afterwards.
private func pieces(
    _ old: Version, _ new: Version, _ partners: inout Partners, _ similarities: [Double], _ worth: WordWorth
) -> [Int: (old: Range<Int>, new: Range<Int>)] {
    var result: [Int: (old: Range<Int>, new: Range<Int>)] = [:]
    let search = Pieces(old: old, new: new)
    for oldAt in similarities.indices where similarities[oldAt] < 1 && partners.toNew[oldAt] >= 0 {
        let newAt = Int(partners.toNew[oldAt])
        let hasFreeNew = partners.isFree(new: newAt + 1) || partners.isFree(new: newAt - 1)
        guard hasFreeNew || partners.isFree(old: oldAt + 1) || partners.isFree(old: oldAt - 1) else { continue }
        let found = search.grown(oldAt, newAt, partners, worth)
        guard found.old.count > 1 || found.new.count > 1 else { continue }
        result[oldAt] = found
        for at in found.new where at != newAt { partners.claim(new: at, by: oldAt) }
        for at in found.old where at != oldAt { partners.claim(old: at, by: newAt) }
    }
    return result
}

private func assembled(
    _ old: Version, _ new: Version, _ outlines: (old: Outline, new: Outline), _ partners: Partners, _ similarities: [Double],
    _ grown: [Int: (old: Range<Int>, new: Range<Int>)]
) -> Alignment {
    var links: [Alignment.Link] = []
    links.reserveCapacity(partners.toNew.count)
    var counts = Alignment.Counts()
    for oldAt in partners.toNew.indices where partners.toNew[oldAt] >= 0 {
        let newAt = Int(partners.toNew[oldAt])
        // A further piece of a merge belongs to the link of its main passage.
        guard Int(partners.toOld[newAt]) == oldAt else { continue }
        let ranges = grown[oldAt] ?? (oldAt..<oldAt + 1, newAt..<newAt + 1)
        links.append(Alignment.Link(old: ranges.old, new: ranges.new, moved: false, similarity: similarities[oldAt]))
        if ranges.new.count > 1 {
            counts.split += 1
        } else if ranges.old.count > 1 {
            counts.merged += 1
        } else if outlines.old.wordHashes[oldAt] != outlines.new.wordHashes[newAt] {
            counts.reworded += 1
        }
    }
    links.sort { $0.old.lowerBound < $1.old.lowerBound }
    counts.moved = markMoves(&links, outlines.old.lengths)
    let deleted = partners.freeOld
    let inserted = partners.freeNew
    let gone = Unpaired(old, deleted, partners: partners.toNew, other: new)
    let added = Unpaired(new, inserted, partners: partners.toOld, other: old)
    counts.deleted = gone.outermost
    counts.inserted = added.outermost
    counts.reworded += gone.inKeptElements + added.inKeptElements
    var result = Alignment(links: links, deleted: deleted, inserted: inserted, counts: counts, rebuilds: false)
    result.rebuilds = result.puts(old, new)
    return result
}

/// Marks the links out of order and returns in how many runs they moved.
private func markMoves(_ links: inout [Alignment.Link], _ lengths: [Int32]) -> Int {
    let values = links.map { Int32(truncatingIfNeeded: $0.new.lowerBound) }
    if zip(values, values.dropFirst()).allSatisfy({ $0 < $1 }) { return 0 }
    let weights = links.map { link in link.old.reduce(Int32(1)) { $0 &+ lengths[$1] } }
    for index in links.indices { links[index].moved = true }
    for index in Diff.heaviestIncreasingSubsequence(values, weights: weights) { links[index].moved = false }
    // Ranks among the links, so that an inserted or deleted passage inside does not break a run.
    let order = links.indices.sorted { links[$0].new.lowerBound < links[$1].new.lowerBound }
    var ranks = [Int](repeating: 0, count: links.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    var runs = 0
    for index in links.indices where links[index].moved {
        let goesOn = index > 0 && links[index - 1].moved && ranks[index - 1] + 1 == ranks[index]
        if !goesOn { runs += 1 }
    }
    return runs
}
