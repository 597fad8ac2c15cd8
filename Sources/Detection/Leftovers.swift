import Findings
import Alignment
import Language
import Records

/// Sentences left over on both sides, from passages that stay and from passages without partner: a sentence that moved to another paragraph and was
/// reworded on the way finds its partner here, by its rarest stems.
struct Leftovers {
    let inquiry: Inquiry
    private let old: [(side: Side, line: Int)]
    private let new: [(side: Side, line: Int)]
    /// By the first and by the last passage of a link, those of its partner.
    private let starts: [Int: Int]
    private let ends: [Int: Int]

    /// Two sentences of different paragraphs are one only if they share more than neighbours must: half by Dice's coefficient.
    static let floor = 0.5
    /// Two passages of one sentence that are all that is left between the same partners: the floor of lone sentences between the same neighbours
    /// (`SentencePairing`). The place vouches for the pair as much as this share of common words would.
    static let aloneFloor = 0.2
    static let aloneWorth = 0.45
    /// Of sentences of so few content words one shared word is enough ("Workers killed the director" -> "the director perished").
    static let briefStems = 4
    /// A stem in more leftovers than this nominates nobody.
    static let commonest = 8
    /// More passages without partner than this are not taken apart (two unrelated texts).
    static let mostPassages = 2_000

    struct Match {
        var old: Side
        var new: Side
        var strength: Double
        var passage: Int
    }
    struct Result {
        var matched: [Match] = []
        var oldAlone: [(side: Side, line: Int)] = []
        var newAlone: [(side: Side, line: Int)] = []
        /// Passages without partner that need not be read again.
        var settledOld: Set<Int> = []
        var settledNew: Set<Int> = []
    }

    init(inquiry: Inquiry, old: [(side: Side, line: Int)], new: [(side: Side, line: Int)]) {
        self.inquiry = inquiry
        self.old = old
        self.new = new
        var starts: [Int: Int] = [:], ends: [Int: Int] = [:]
        for link in inquiry.pair.alignment.links {
            starts[link.old.lowerBound] = link.new.lowerBound
            ends[link.old.upperBound - 1] = link.new.upperBound - 1
        }
        self.starts = starts
        self.ends = ends
    }

    func pairs() -> Result {
        let olds = old + passages(isOld: true), news = new + passages(isOld: false)
        let oldStems = olds.map { SentencePairing.stems($0.side, $0.line) }
        let newStems = news.map { SentencePairing.stems($0.side, $0.line) }
        var byStem: [String: [Int]] = [:]
        for (index, stems) in newStems.enumerated() {
            for stem in Set(stems) { byStem[stem, default: []].append(index) }
        }
        var scored: [(dice: Double, old: Int, new: Int)] = []
        for (index, stems) in oldStems.enumerated() where !stems.isEmpty {
            var candidates: Set<Int> = []
            for stem in stems {
                if let holders = byStem[stem], holders.count <= Self.commonest { candidates.formUnion(holders) }
            }
            for candidate in candidates {
                let likeness = SentencePairing.likeness(stems, newStems[candidate]), dice = likeness.dice
                let isBrief = stems.count <= Self.briefStems && newStems[candidate].count <= Self.briefStems
                if isAloneInPlace(index, candidate, olds, news), likeness.shared >= (isBrief ? 1 : 2), dice >= (isBrief ? SentencePairing.diceFloor : Self.aloneFloor) {
                    scored.append((max(dice, Self.aloneWorth), index, candidate))
                    continue
                }
                guard stems.count >= 3 else { continue }
                let floor = isSamePlace(olds[index], news[candidate]) && likeness.shared >= 2 ? SentencePairing.diceFloor : Self.floor
                if dice >= floor { scored.append((dice, index, candidate)) }
            }
        }
        scored.sort { ($1.dice, $0.old, $0.new) < ($0.dice, $1.old, $1.new) }
        var partnerOfOld: [Int: (new: Int, dice: Double)] = [:]
        var taken: Set<Int> = []
        for pair in scored where partnerOfOld[pair.old] == nil && !taken.contains(pair.new) {
            partnerOfOld[pair.old] = (pair.new, pair.dice)
            taken.insert(pair.new)
        }
        var result = Result()
        for index in olds.indices {
            guard let partner = partnerOfOld[index] else { continue }
            let one = olds[index], other = news[partner.new]
            result.matched.append(
                Match(old: one.side.selecting([one.line]), new: other.side.selecting([other.line]), strength: partner.dice, passage: one.side.lines[one.line].passage))
        }
        sort(olds, into: &result.oldAlone, &result.settledOld, fixed: old.count) { partnerOfOld[$0] != nil }
        sort(news, into: &result.newAlone, &result.settledNew, fixed: new.count) { taken.contains($0) }
        return result
    }

    /// Whole passages of one sentence, the only ones between two pairs of partners, or between a pair and the end.
    private func isAloneInPlace(_ one: Int, _ other: Int, _ olds: [(side: Side, line: Int)], _ news: [(side: Side, line: Int)]) -> Bool {
        guard one >= old.count, other >= new.count, olds[one].side.lines.count == 1, news[other].side.lines.count == 1 else { return false }
        let before = olds[one].side.lines[0].passage, after = news[other].side.lines[0].passage
        let isBehind = before == 0 ? after == 0 : ends[before - 1] == after - 1
        let isAhead = before + 1 == inquiry.pair.old.passages.count ? after + 1 == inquiry.pair.new.passages.count : starts[before + 1] == after + 1
        return isBehind && isAhead
    }

    /// Between the same partners on both sides. Where words change their endings, passages of one sentence often share too few of them to be aligned;
    /// there the floor is the one for neighbours.
    private func isSamePlace(_ one: (side: Side, line: Int), _ other: (side: Side, line: Int)) -> Bool {
        guard inquiry.pair.pack.bendsNames else { return false }
        let before = one.side.lines[one.line].passage, after = other.side.lines[other.line].passage
        let links = inquiry.pair.alignment.links
        return links.count { $0.old.upperBound <= before } == links.count { $0.new.upperBound <= after }
    }

    /// The sentences of passages without partner.
    private func passages(isOld: Bool) -> [(side: Side, line: Int)] {
        let indices = isOld ? inquiry.pair.alignment.deleted : inquiry.pair.alignment.inserted
        guard indices.count <= Self.mostPassages else { return [] }
        let version = isOld ? inquiry.pair.old : inquiry.pair.new
        return indices.flatMap { index -> [(side: Side, line: Int)] in
            guard version.passages[index].role.isProse else { return [] }
            let side = LineReader(inquiry: inquiry, isOld: isOld).read(index..<index + 1)
            return side.lines.indices.map { (side, $0) }
        }
    }

    /// What stays alone: single sentences of kept passages, and of a passage taken apart; a passage none of whose sentences matched stays whole.
    private func sort(
        _ all: [(side: Side, line: Int)], into alone: inout [(side: Side, line: Int)], _ settled: inout Set<Int>, fixed: Int, isMatched: (Int) -> Bool
    ) {
        for index in 0..<fixed where !isMatched(index) { alone.append(all[index]) }
        var byPassage: [(passage: Int, lines: [Int])] = []
        for index in fixed..<all.count {
            let passage = all[index].side.lines[all[index].line].passage
            if byPassage.last?.passage == passage { byPassage[byPassage.count - 1].lines.append(index) } else { byPassage.append((passage, [index])) }
        }
        for (passage, lines) in byPassage where lines.contains(where: isMatched) {
            settled.insert(passage)
            for index in lines where !isMatched(index) { alone.append(all[index]) }
        }
    }
}
