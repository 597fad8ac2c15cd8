import Language

/// Which sentences of two sides belong together: groups of lines, one to one, split or merged; and the lines left alone.
///
/// Sentences with the same words pair first, in order. The others pair by shared content stems, weighed as Dice's coefficient with the floor .30
/// or as containment with the floor .50 (the floors of the published sentence aligners for revised text; below them pairs of our labelled edits
/// were unrelated). A sentence that finds no partner of its own may join a group whose other side contains it: a split or a merge.
struct SentencePairing {
    struct Group: Hashable {
        var old: [Int]
        var new: [Int]
        /// 1 for the same words, else the coefficient.
        var strength: Double
        var isSame: Bool
    }

    var groups: [Group] = []
    var oldAlone: [Int] = []
    var newAlone: [Int] = []
    /// Some sentences were not compared with all others that had no partner.
    private(set) var isBanded = false

    static let diceFloor = 0.30
    static let containmentFloor = 0.50
    /// More lines than this on both sides are paired only with neighbours of the same relative place.
    static let wholeComparison = 400

    init(_ old: Side, _ new: Side) {
        if old.lines.count == 1, new.lines.count == 1 {
            // The passages are aligned already; a passage of one sentence needs no second opinion.
            let same = Self.words(old, 0) == Self.words(new, 0)
            groups = [Group(old: [0], new: [0], strength: same ? 1 : Self.likeness(Self.stems(old, 0), Self.stems(new, 0)).dice, isSame: same)]
            return
        }
        var partnerOfOld = [Int?](repeating: nil, count: old.lines.count)
        var partnerOfNew = [Int?](repeating: nil, count: new.lines.count)
        // The same words, in order; repeats pair one by one.
        var waiting: [[String]: [Int]] = [:]
        for index in new.lines.indices.reversed() { waiting[Self.words(new, index), default: []].append(index) }
        for index in old.lines.indices {
            let words = Self.words(old, index)
            if let partner = waiting[words]?.popLast() {
                partnerOfOld[index] = partner
                partnerOfNew[partner] = index
            }
        }
        // By content. Every free pair is scored once; passages are short, and long ones are limited to a band.
        let oldStems = old.lines.indices.map { partnerOfOld[$0] == nil ? Self.stems(old, $0) : [] }
        let newStems = new.lines.indices.map { partnerOfNew[$0] == nil ? Self.stems(new, $0) : [] }
        let isLarge = old.lines.count > Self.wholeComparison || new.lines.count > Self.wholeComparison
        // How many of the later sentences before each are free, to tell whether the band leaves one out.
        let free = isLarge ? partnerOfNew.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1 == nil ? 1 : 0)) } : nil
        var scored: [(score: Double, old: Int, new: Int)] = []
        for one in old.lines.indices where partnerOfOld[one] == nil {
            let centre = one * new.lines.count / max(1, old.lines.count)
            let band = isLarge ? max(0, centre - 20)..<min(new.lines.count, centre + 20) : 0..<new.lines.count
            if let free, free[band.upperBound] - free[band.lowerBound] < free[new.lines.count] { isBanded = true }
            for other in band where partnerOfNew[other] == nil {
                let likeness = Self.likeness(oldStems[one], newStems[other])
                guard likeness.dice >= Self.diceFloor || (likeness.containment >= Self.containmentFloor && likeness.shared >= 2) else { continue }
                // Neighbours in order are likelier partners; a hundredth decides between equals only.
                let distance = abs(Double(one) / Double(old.lines.count) - Double(other) / Double(new.lines.count))
                scored.append((max(likeness.dice, likeness.containment * 0.6) - distance * 0.01, one, other))
            }
        }
        scored.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        var strengths = [Double](repeating: 1, count: old.lines.count)
        for pair in scored where partnerOfOld[pair.old] == nil && partnerOfNew[pair.new] == nil {
            partnerOfOld[pair.old] = pair.new
            partnerOfNew[pair.new] = pair.old
            strengths[pair.old] = min(1, pair.score)
        }
        // Splits and merges.
        var extraNew: [Int: [Int]] = [:], extraOld: [Int: [Int]] = [:]
        for pair in scored {
            if partnerOfNew[pair.new] == nil, let taken = partnerOfOld[pair.old], Self.isContained(newStems[pair.new], in: oldStems[pair.old], beside: newStems[taken]) {
                extraNew[pair.old, default: []].append(pair.new)
                partnerOfNew[pair.new] = pair.old
            } else if partnerOfOld[pair.old] == nil, let taken = partnerOfNew[pair.new],
                Self.isContained(oldStems[pair.old], in: newStems[pair.new], beside: oldStems[taken]) {
                extraOld[taken, default: []].append(pair.old)
                partnerOfOld[pair.old] = pair.new
            }
        }
        let merged = Set(extraOld.values.joined())
        for index in old.lines.indices {
            guard let partner = partnerOfOld[index] else {
                oldAlone.append(index)
                continue
            }
            if merged.contains(index) { continue }
            let olds = ([index] + (extraOld[index] ?? [])).sorted()
            let news = ([partner] + (extraNew[index] ?? [])).sorted()
            let same = olds.count == 1 && news.count == 1 && Self.words(old, index) == Self.words(new, partner)
            groups.append(Group(old: olds, new: news, strength: same ? 1 : strengths[index], isSame: same))
        }
        newAlone = new.lines.indices.filter { partnerOfNew[$0] == nil }
        pairRemainder(old, new)
    }

    /// Two lone sentences between the same neighbours are one sentence rewritten, if they share a name or a content word at all.
    private mutating func pairRemainder(_ old: Side, _ new: Side) {
        for one in oldAlone {
            let before = groups.last { ($0.old.last ?? -1) < one }?.new.last ?? -1
            let after = groups.first { ($0.old.first ?? 0) > one }?.new.first ?? new.lines.count
            let between = newAlone.filter { $0 > before && $0 < after }
            guard between.count == 1, let other = between.first else { continue }
            let likeness = Self.likeness(Self.stems(old, one), Self.stems(new, other))
            guard likeness.shared >= 1, likeness.dice >= 0.2 else { continue }
            let at = groups.firstIndex { ($0.old.first ?? 0) > one } ?? groups.count
            groups.insert(Group(old: [one], new: [other], strength: likeness.dice, isSame: false), at: at)
            oldAlone.removeAll { $0 == one }
            newAlone.removeAll { $0 == other }
        }
    }

    static func words(_ side: Side, _ line: Int) -> [String] {
        side.tokens[side.lines[line].tokens].filter { $0.kind != .punctuation }.map(\.folded)
    }

    /// The content stems of a line, sorted.
    static func stems(_ side: Side, _ line: Int) -> [String] {
        let tokens = side.tokens[side.lines[line].tokens].filter { $0.kind != .punctuation }
        let content = tokens.filter { !$0.has(.function) }
        return (content.isEmpty ? tokens : content).map(\.stem).sorted()
    }

    /// Overlap of two sorted lists as multisets.
    static func likeness(_ left: [String], _ right: [String]) -> (shared: Int, dice: Double, containment: Double) {
        guard !left.isEmpty, !right.isEmpty else { return (0, 0, 0) }
        var shared = 0, one = 0, other = 0
        while one < left.count, other < right.count {
            if left[one] == right[other] {
                shared += 1
                one += 1
                other += 1
            } else if left[one] < right[other] {
                one += 1
            } else {
                other += 1
            }
        }
        return (shared, 2 * Double(shared) / Double(left.count + right.count), Double(shared) / Double(min(left.count, right.count)))
    }

    /// Whether half of `part` is in `whole` and not merely what `sibling` has taken already.
    private static func isContained(_ part: [String], in whole: [String], beside sibling: [String]) -> Bool {
        var rest = whole
        for stem in sibling {
            if let at = rest.firstIndex(of: stem) { rest.remove(at: at) }
        }
        let likeness = likeness(part, rest)
        return likeness.shared >= 2 && Double(likeness.shared) >= containmentFloor * Double(part.count)
    }
}
