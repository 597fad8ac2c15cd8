import Records

/// Partners among the passages whose words differ: rare shared words nominate, weighted overlap decides, the best pairs win.
struct SimilarPartners {
    let old: Version
    let new: Version
    let outlines: (old: Outline, new: Outline)
    let worth: WordWorth
    /// Free passages when the search began, and their words.
    let oldPlaces: [Int]
    let newPlaces: [Int]
    let oldBags: Bags
    let newBags: Bags
    /// What unrelated passages of the two versions have in common.
    let noise: Noise

    init(_ old: Version, _ new: Version, _ outlines: (old: Outline, new: Outline), _ partners: Partners, _ worth: WordWorth) {
        self.old = old
        self.new = new
        self.outlines = outlines
        self.worth = worth
        oldPlaces = partners.freeOld
        newPlaces = partners.freeNew
        oldBags = Bags(old, oldPlaces, worth)
        newBags = Bags(new, newPlaces, worth)
        noise = Noise(old, new, worth)
    }

    struct Candidate {
        var old: Int
        var new: Int
        var similarity: Double
        var score: Double
    }

    /// Pairs what is similar enough; the similarities go to `similarities` by older passage. Returns the older passages of which more were nominated
    /// than compared.
    func find(_ partners: inout Partners, _ similarities: inout [Double]) -> [Int] {
        let inOrder = partners.inOrder(outlines.old.lengths)
        let oldGaps = gapNumbers(oldPlaces, inOrder)
        let newGaps = gapNumbers(newPlaces, inOrder.map { Int(partners.toNew[$0]) })
        let sections = Sections(partners, outlines.old, outlines.new)
        var candidates: [Candidate] = []
        func consider(_ oldPlace: Int, _ newPlace: Int) {
            let oldAt = oldPlaces[oldPlace]
            let newAt = newPlaces[newPlace]
            let isSameGap = oldGaps[oldPlace] == newGaps[newPlace]
            let similarity = similarity(oldPlace, newPlace, isSameGap: isSameGap)
            let isSameSection = sections.correspond(outlines.old.parents[oldAt], outlines.new.parents[newAt])
            guard similarity >= floor(oldAt, newAt, isSameGap: isSameGap) else { return }
            let away = abs(Double(oldAt) / Double(max(1, outlines.old.count)) - Double(newAt) / Double(max(1, outlines.new.count)))
            let isSameKind = outlines.old.kinds[oldAt] == outlines.new.kinds[newAt]
            let score = similarity + (isSameGap ? 0.10 : 0) + (isSameSection ? 0.05 : 0) + 0.05 * (1 - away) + (isSameKind ? 0.05 : 0)
            candidates.append(Candidate(old: oldPlace, new: newPlace, similarity: similarity, score: score))
        }
        let crowded = nominate(oldGaps, newGaps, consider)
        candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        for candidate in candidates {
            let oldAt = oldPlaces[candidate.old]
            let newAt = newPlaces[candidate.new]
            guard partners.toNew[oldAt] < 0, partners.toOld[newAt] < 0 else { continue }
            partners.pair(oldAt, newAt)
            similarities[oldAt] = candidate.similarity
        }
        return crowded.map { oldPlaces[$0] }
    }

    /// Twice the shared worth by the worth of both; or containment, at the same place and where the smaller is long enough.
    private func similarity(_ oldPlace: Int, _ newPlace: Int, isSameGap: Bool) -> Double {
        let oldMass = oldBags.masses[oldPlace]
        let newMass = newBags.masses[newPlace]
        guard oldMass > 0, newMass > 0 else { return 0 }
        let shared = oldBags.shared(oldPlace, with: newBags, newPlace, worth)
        let dice = Double(2 * shared / (oldMass + newMass))
        let smaller = min(oldBags.range(oldPlace).count, newBags.range(newPlace).count)
        guard isSameGap, smaller >= Fit.containedWords else { return min(dice, 0.999) }
        return min(0.999, max(dice, Fit.containedWorth * Double(shared / min(oldMass, newMass))))
    }

    private func floor(_ oldAt: Int, _ newAt: Int, isSameGap: Bool) -> Double {
        let words = min(outlines.old.lengths[oldAt], outlines.new.lengths[newAt])
        let oldRole = old.passages[oldAt].role
        let newRole = new.passages[newAt].role
        // Above 1: never.
        if words <= Int32(Fit.shortWords) {
            return isSameGap && outlines.old.kinds[oldAt] == outlines.new.kinds[newAt] ? Fit.shortFloor : 2
        }
        if oldRole != newRole, !(Self.isRunningText(oldRole) && Self.isRunningText(newRole)) { return Fit.otherRoleFloor }
        if words <= Int32(Fit.briefWords) { return isSameGap ? max(Fit.briefFloor, noise.floor) : max(Fit.movedBriefFloor, noise.movedFloor) }
        return isSameGap ? max(Fit.floor, noise.floor) : max(Fit.movedFloor, noise.movedFloor)
    }

    /// Roles between which an editor re-tags without a thought.
    private static func isRunningText(_ role: Role) -> Bool {
        switch role {
        case .paragraph, .verse, .speech, .item, .quotation: true
        case .heading, .cell, .note, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .source,
            .imprint, .gap, .field:
            false
        }
    }

    /// Calls `consider` for every pair worth scoring: at most `mostCandidates` by rare words and a few by place for each older passage.
    /// Returns those with more.
    private func nominate(_ oldGaps: [Int], _ newGaps: [Int], _ consider: (Int, Int) -> Void) -> [Int] {
        var crowded: [Int] = []
        let postings = Postings(newBags, worth)
        let pairs = RarePairs(new, newPlaces, postings)
        var sums = [Float](repeating: 0, count: newPlaces.count)
        var stamps = [Int32](repeating: -1, count: newPlaces.count)
        var touched: [Int] = []
        var newAt = 0
        for oldPlace in oldPlaces.indices {
            touched.removeAll(keepingCapacity: true)
            func touch(_ place: Int, _ worth: Float) {
                if sums[place] == 0 { touched.append(place) }
                sums[place] += worth
            }
            for at in oldBags.range(oldPlace) {
                let word = oldBags.words[at]
                for place in postings.passages(with: word) { touch(Int(place), worth[word]) }
            }
            pairs.visit(old, old.passages[oldPlaces[oldPlace]].words, postings) { place in touch(place, 4) }
            if touched.count > Fit.mostCandidates {
                touched.sort { (sums[$1], $0) < (sums[$0], $1) }
                // The rest share a rare word or two; it is worth saying only where one that was left out might have been the partner.
                if sums[touched[Fit.mostCandidates]] >= sums[touched[0]] * Fit.seriousShare { crowded.append(oldPlace) }
            }
            for (rank, place) in touched.enumerated() {
                if rank < Fit.mostCandidates {
                    consider(oldPlace, place)
                    stamps[place] = Int32(truncatingIfNeeded: oldPlace)
                }
                sums[place] = 0
            }
            // By place: the same rank in the gap, from its start and from its end.
            while newAt < newPlaces.count, newGaps[newAt] < oldGaps[oldPlace] { newAt += 1 }
            guard newAt < newPlaces.count, newGaps[newAt] == oldGaps[oldPlace] else { continue }
            let oldRun = run(oldGaps, oldPlace)
            let newRun = run(newGaps, newAt)
            let fromStart = newRun.lowerBound + (oldPlace - oldRun.lowerBound)
            let fromEnd = newRun.upperBound - (oldRun.upperBound - oldPlace)
            for middle in fromStart == fromEnd ? [fromStart] : [fromStart, fromEnd] {
                for place in middle - Fit.rankReach...middle + Fit.rankReach
                where newRun.contains(place) && stamps[place] != Int32(truncatingIfNeeded: oldPlace) {
                    stamps[place] = Int32(truncatingIfNeeded: oldPlace)
                    consider(oldPlace, place)
                }
            }
        }
        return crowded
    }

    /// The places around `place` with the same number; by search, for the numbers ascend.
    private func run(_ numbers: [Int], _ place: Int) -> Range<Int> {
        func firstPlace(notBelow number: Int) -> Int {
            var low = 0
            var high = numbers.count
            while low < high {
                let middle = (low + high) / 2
                if numbers[middle] < number { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return firstPlace(notBelow: numbers[place])..<firstPlace(notBelow: numbers[place] + 1)
    }

    /// For each of `places` (ascending) how many of `anchors` (ascending) come before it.
    private func gapNumbers(_ places: [Int], _ anchors: [Int]) -> [Int] {
        var at = 0
        return places.map { place in
            while at < anchors.count, anchors[at] < place { at += 1 }
            return at
        }
    }
}
