import Alignment
import Language
import PlainText
import Records

/// Passages without partner that stand in one place: the old one went, and in its place, between the same neighbours and under the same elements,
/// there stands another that says something about the same.
struct VacatedPlaces {
    let inquiry: Inquiry

    /// Passages in one place are surer to belong together than their few common words say: as sure as sentences that share half of them.
    static let strength = 0.5
    /// Less of the content words in common, and no name or source, and the place was given to another text.
    static let floor = 0.2
    /// More passages without partner than this are not looked at (two unrelated texts).
    static let mostPassages = 2_000

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }
    private var alignment: Alignment { inquiry.pair.alignment }

    /// Pairs of an old and a new passage, in order of the old one.
    func successors(except settledOld: Set<Int>, _ settledNew: Set<Int>) -> [(old: Int, new: Int)] {
        guard max(alignment.deleted.count, alignment.inserted.count) <= Self.mostPassages else { return [] }
        let olds = vacant(isOld: true, settledOld), news = vacant(isOld: false, settledNew)
        var result: [(Int, Int)] = []
        for (place, one) in olds {
            guard let one, let other = news[place] ?? nil, isAboutTheSame(one, other) else { continue }
            result.append((one, other))
        }
        return result.sorted { $0.0 < $1.0 }
    }

    /// Headings and dates of sections whose sentences found partners elsewhere.
    func headings(of matched: [Leftovers.Match]) -> [(old: Int, new: Int)] {
        let gone = Set(alignment.deleted), came = Set(alignment.inserted)
        var result: [(Int, Int)] = []
        var taken: Set<Int> = []
        for match in matched {
            guard let other = match.new.lines.first?.passage, gone.contains(match.passage), came.contains(other),
                let one = heading(above: match.passage, old), let now = heading(above: other, new), gone.contains(one), came.contains(now), taken.insert(one).inserted
            else { continue }
            result.append((one, now))
        }
        return result
    }

    /// The heading or date in the same element, before the passage.
    private func heading(above index: Int, _ version: Version) -> Int? {
        let parent = self.parent(index, version)
        var at = index - 1
        while at >= 0, index - at <= 4, self.parent(at, version) == parent {
            if version.passages[at].role == .heading || version.passages[at].role == .date { return at }
            at -= 1
        }
        return nil
    }

    private func parent(_ index: Int, _ version: Version) -> Int32 {
        let node = version.passages[index].node
        return node >= 0 ? version.nodes[Int(node)].parent : -1
    }

    private struct Spot: Hashable {
        var role: Role
        var elements: String
        /// How many passages before it have a partner.
        var rank: Int
    }

    /// The passages without partner by their spot; nil where two stand in one.
    private func vacant(isOld: Bool, _ settled: Set<Int>) -> [Spot: Int?] {
        let version = isOld ? old : new
        var isAlone = [Bool](repeating: false, count: version.passages.count)
        for index in isOld ? alignment.deleted : alignment.inserted { isAlone[index] = true }
        var spots: [Spot: Int?] = [:]
        var rank = 0
        for index in version.passages.indices {
            guard isAlone[index] else {
                rank += 1
                continue
            }
            guard !settled.contains(index), version.passages[index].role.isProse, !version.passages[index].tokens.isEmpty else { continue }
            let spot = Spot(role: version.passages[index].role, elements: elements(index, version), rank: rank)
            if spots[spot] == nil { spots[spot] = index } else { spots.updateValue(nil, forKey: spot) }
        }
        return spots
    }

    /// The elements round a passage with their ids.
    private func elements(_ index: Int, _ version: Version) -> String {
        var steps = ""
        var node = version.passages[index].node
        while node >= 0 {
            let step = version.nodes[Int(node)]
            steps += version.symbols[step.element] + "#" + version.symbols[step.id] + "/"
            node = step.parent
        }
        return steps
    }

    /// They quote the same source, name the same or share a fifth of their content words.
    private func isAboutTheSame(_ one: Int, _ other: Int) -> Bool {
        if !sources(old, one).isDisjoint(with: sources(new, other)) { return true }
        let before = LineReader(inquiry: inquiry, isOld: true).read(one..<one + 1), after = LineReader(inquiry: inquiry, isOld: false).read(other..<other + 1)
        guard let first = before.lines.indices.first, after.lines.indices.contains(first) else { return false }
        let likeness = SentencePairing.likeness(before.lines.indices.flatMap { SentencePairing.stems(before, $0) }.sorted(), after.lines.indices.flatMap { SentencePairing.stems(after, $0) }.sorted())
        if likeness.dice >= Self.floor, likeness.shared >= 2 { return true }
        guard let name = before.mentions.first(where: { $0.trust > .capitals }), let now = after.mentions.first(where: { $0.trust > .capitals }) else { return false }
        return inquiry.isSame(name, now)
    }

    private func sources(_ version: Version, _ index: Int) -> Set<String> {
        return Set(version.annotations(of: version.passages[index]).filter { $0.kind == .quotation && $0.key != .none }.map { version.symbols[$0.key] })
    }
}
