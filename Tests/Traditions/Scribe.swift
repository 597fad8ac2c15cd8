import TestSupport

/// A word of a copy and its true place.
struct Copied: Sendable {
    var word: String
    var place: Int
    var sort: Tongue.Sort
}

/// Copies a text along a stemma.
struct Scribe {
    let tongue: Tongue
    let manner: Tradition.Manner
    var dice: SplitMix64
    private var nextPlace = 0
    /// The copies made so far, lost ones too; one of them may be looked into beside the exemplar.
    private var known: [[Copied]] = []
    /// Places of words put in: behind which place of the archetype they stand.
    private var spot: [Int: Int] = [:]

    init(tongue: Tongue, manner: Tradition.Manner, seed: UInt64) {
        self.tongue = tongue
        self.manner = manner
        dice = SplitMix64(seed: seed)
    }

    /// The witnesses: leaves of a stemma whose inner nodes are lost copies. A lost copy takes half of the changes.
    mutating func copies() -> [[Copied]] {
        var archetype: [Copied] = []
        while archetype.count < manner.words {
            for (word, sort) in tongue.sentence(marks: manner.marks, &dice) { archetype.append(Copied(word: word, place: newPlace(), sort: sort)) }
        }
        known = [archetype]
        for _ in 0..<max(1, manner.witnesses / 3) { known.append(copy(known[Int.random(in: 0..<known.count, using: &dice)], share: 0.5)) }
        let leaves = (0..<manner.witnesses).map { _ in
            let whole = copy(known[Int.random(in: 0..<known.count, using: &dice)], share: 0.7)
            return chance(manner.fragments) ? fragment(whole) : whole
        }
        return SharedSpots(spot).shared(leaves)
    }

    private mutating func newPlace() -> Int {
        nextPlace += 1
        return nextPlace
    }

    private mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < probability }

    /// How many words one change takes.
    private mutating func run() -> Int { chance(manner.runs) ? Int.random(in: 2...4, using: &dice) : 1 }

    /// A witness that lost leaves: it begins late, ends early, or has a gap.
    private mutating func fragment(_ whole: [Copied]) -> [Copied] {
        let lost = whole.count * Int.random(in: 15...55, using: &dice) / 100
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: return Array(whole.dropFirst(lost))
        case 1: return Array(whole.dropLast(lost))
        default:
            let start = Int.random(in: 0...whole.count - lost, using: &dice)
            return Array(whole[..<start] + whole[(start + lost)...])
        }
    }

    private mutating func copy(_ exemplar: [Copied], share: Double) -> [Copied] {
        var result: [Copied] = []
        var at = 0
        while at < exemplar.count {
            let word = exemplar[at]
            // One throw decides what happens to this word.
            var throwing = Double.random(in: 0..<1, using: &dice) / share
            func falls(_ probability: Double) -> Bool {
                defer { throwing -= probability }
                return throwing >= 0 && throwing < probability
            }
            if falls(manner.spelling), word.sort != .mark {
                result.append(Copied(word: tongue.respelt(word.word, &dice), place: word.place, sort: word.sort))
                at += 1
            } else if falls(manner.inflection), word.sort != .mark, let other = tongue.inflected(word.word, &dice) {
                result.append(Copied(word: other, place: word.place, sort: word.sort))
                at += 1
            } else if falls(manner.substitution) {
                at = replaceRun(exemplar, at, &result)
            } else if falls(manner.omission) {
                at += run()
            } else if falls(manner.addition) {
                result.append(word)
                at += 1
                for _ in 0..<run() { result.append(added(after: word.place)) }
            } else if falls(manner.particle) {
                if word.sort == .small { at += 1; continue }
                result += [added(.small, after: result.last?.place ?? 0), word]
                at += 1
            } else if falls(manner.transposition), word.sort != .mark {
                at = transpose(exemplar, at, &result)
            } else if falls(manner.joining), word.sort != .mark {
                at += joinOrSplit(exemplar, at, &result)
            } else if falls(manner.leap) {
                result.append(word)
                at = leap(exemplar, at)
            } else if falls(manner.conflation), word.sort != .mark {
                conflate(word, &result)
                at += 1
            } else {
                result.append(word)
                at += 1
            }
        }
        return result
    }

    private mutating func replaceRun(_ exemplar: [Copied], _ start: Int, _ result: inout [Copied]) -> Int {
        var at = start
        for _ in 0..<run() where at < exemplar.count && (at == start || exemplar[at].sort != .mark) {
            result.append(replaced(exemplar[at]))
            at += 1
        }
        // Where words are replaced the neighbourhood often shifts: something is left out or put in beside them.
        if chance(manner.shifts) {
            if chance(0.5), at < exemplar.count, exemplar[at].sort != .mark { at += 1 } else { result.append(added(after: exemplar[at - 1].place)) }
        }
        return at
    }

    private mutating func replaced(_ word: Copied) -> Copied {
        // Mostly a word of its own class.
        let sort = word.sort == .mark || chance(0.9) ? word.sort : (word.sort == .small ? .content : .small)
        return Copied(word: tongue.word(sort, &dice), place: word.place, sort: sort)
    }

    private mutating func added(_ sort: Tongue.Sort? = nil, after place: Int) -> Copied {
        let sort = sort ?? (chance(0.5) ? .small : chance(0.3) ? .name : .content)
        let new = newPlace()
        spot[new] = spot[place] ?? place
        return Copied(word: tongue.word(sort, &dice), place: new, sort: sort)
    }

    /// The first word goes behind the next one or two, or the last of three to the front. Of two the longer one keeps its place.
    private mutating func transpose(_ exemplar: [Copied], _ at: Int, _ result: inout [Copied]) -> Int {
        let length = chance(0.35) ? 3 : 2
        guard at + length <= exemplar.count, exemplar[at..<at + length].allSatisfy({ $0.sort != .mark }) else {
            result.append(exemplar[at])
            return at + 1
        }
        var moved = Array(exemplar[at..<at + length])
        let firstMoves = length == 2 && moved[0].word.count != moved[1].word.count ? moved[0].word.count < moved[1].word.count : chance(0.5)
        if firstMoves {
            moved[0].place = newPlace()
            result += moved.dropFirst() + moved.prefix(1)
        } else {
            moved[length - 1].place = newPlace()
            result += moved.suffix(1) + moved.dropLast()
        }
        return at + length
    }

    /// From the end of a word to the same end further on: where the copyist's eye went.
    private func leap(_ exemplar: [Copied], _ at: Int) -> Int {
        let end = exemplar[at].word.suffix(2)
        let first = min(exemplar.count, at + 4), last = min(exemplar.count, at + 25)
        return (exemplar[first..<last].firstIndex { $0.word.hasSuffix(end) } ?? at) + 1
    }

    private mutating func conflate(_ word: Copied, _ result: inout [Copied]) {
        result.append(word)
        let other = known[Int.random(in: 0..<known.count, using: &dice)].first { $0.place == word.place }
        guard let other, !other.word.utf8.elementsEqual(word.word.utf8) else { return }
        var link = added(.small, after: word.place), second = added(other.sort, after: word.place)
        link.word = tongue.and
        second.word = other.word
        result += [link, second]
    }

    /// Joined words stand at the place of the longer one; of a word that was split the longer half keeps the place. Returns how many were copied.
    private mutating func joinOrSplit(_ exemplar: [Copied], _ at: Int, _ result: inout [Copied]) -> Int {
        let word = exemplar[at]
        if chance(0.5), at + 1 < exemplar.count, exemplar[at + 1].sort != .mark {
            let next = exemplar[at + 1]
            let place = word.word.count >= next.word.count ? word.place : next.place
            result.append(Copied(word: word.word + next.word.lowercased(), place: place, sort: .content))
            return 2
        }
        guard word.word.count >= 6 else {
            result.append(word)
            return 1
        }
        let cut = word.word.index(word.word.startIndex, offsetBy: Int.random(in: 2...word.word.count - 4, using: &dice))
        let (first, second) = (String(word.word[..<cut]), String(word.word[cut...]))
        let firstIsLonger = first.count >= second.count
        result.append(Copied(word: first, place: firstIsLonger ? word.place : newPlace(), sort: word.sort))
        result.append(Copied(word: second, place: firstIsLonger ? newPlace() : word.place, sort: .content))
        return 1
    }
}

/// An editor's table gives one place to what several witnesses put in at one spot, from the left; a mark and a word do not share one.
private struct SharedSpots {
    private let spot: [Int: Int]

    init(_ spot: [Int: Int]) { self.spot = spot }

    func shared(_ copies: [[Copied]]) -> [[Copied]] {
        var copies = copies
        /// By spot: the columns there so far, each with the places put into it.
        var columns: [Int: [[Int]]] = [:]
        var columnOf: [Int: Int] = [:]
        for copy in copies.indices {
            var at = 0
            while at < copies[copy].count {
                guard let behind = spot[copies[copy][at].place] else {
                    at += 1
                    continue
                }
                // All that this copy has at the spot; what stands in a column already keeps it.
                var end = at
                while end < copies[copy].count, spot[copies[copy][end].place] == behind { end += 1 }
                var next = 0
                for word in at..<end {
                    let place = copies[copy][word].place
                    var there = columns[behind] ?? []
                    if let old = there.firstIndex(where: { $0.contains(place) }) {
                        next = old + 1
                        continue
                    }
                    if next == there.count { there.append([]) }
                    there[next].append(place)
                    columns[behind] = there
                    next += 1
                }
                at = end
            }
        }
        for (_, there) in columns {
            for column in there { for place in column { columnOf[place] = column[0] } }
        }
        for copy in copies.indices {
            var last = Set<Int>()
            for at in copies[copy].indices {
                let place = copies[copy][at].place
                // Two words of one copy never share a place.
                if let column = columnOf[place], last.insert(column).inserted { copies[copy][at].place = column }
            }
        }
        return copies
    }
}
