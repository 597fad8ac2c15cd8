import Alignment
import Findings
import Language
import Records

/// Precedence: one name moved up or down in an enumeration or a list whose other names keep their order.
///
/// A list that was put into alphabetical order, or turned round as a whole, was sorted; nobody's rank was touched.
struct OrderRules {
    let inquiry: Inquiry

    /// Two names that changed places are a list turned round.
    static let fewest = 3
    /// Longer lists are registers, and their order is no rank.
    static let most = 60

    // MARK: in a sentence

    func apply(_ parallel: Parallel, to docket: inout Docket, _ explained: inout Explained) {
        guard parallel.edits.count <= WordFinding.mostEdits else { return }
        var index = 0
        while index < parallel.old.mentions.count {
            let members = enumeration(around: index, in: parallel.old)
            index = max(index + 1, (members.last ?? index) + 1)
            let stay = members.filter { parallel.kept[$0] != nil && parallel.old.mentions[$0].form.kind != .place }
            guard (Self.fewest...Self.most).contains(stay.count), let first = stay.first, let there = parallel.kept[first]?.new else { continue }
            let list = enumeration(around: there, in: parallel.new)
            let ranks = stay.compactMap { parallel.kept[$0]?.new }
            guard ranks.allSatisfy(list.contains) else { continue }
            guard let moved = Self.moved(ranks, isSorted: isAlphabetical(ranks.sorted().map { parallel.new.mentions[$0] })) else { continue }
            let mention = parallel.old.mentions[stay[moved]], now = parallel.new.mentions[ranks[moved]]
            tell(
                mention.subject(inquiry.pair.authority), place(of: moved, in: ranks), WordFinding(parallel: parallel, inquiry: inquiry).cap(.framingOrder),
                parallel.old.place(mention.tokens), parallel.new.place(now.tokens), &docket)
            if let begin = stay.first, let end = stay.last, let other = ranks.min(), let last = ranks.max() {
                explained.mark(
                    old: parallel.old.mentions[begin].tokens.lowerBound..<parallel.old.mentions[end].tokens.upperBound,
                    new: parallel.new.mentions[other].tokens.lowerBound..<parallel.new.mentions[last].tokens.upperBound)
            }
        }
    }

    /// The mentions joined with one by commas and "and".
    private func enumeration(around mention: Int, in side: Side) -> Range<Int> {
        guard let line = side.line(of: side.mentions[mention].tokens.lowerBound) else { return mention..<mention + 1 }
        let reader = PhraseReader(side: side, line: line.tokens)
        var first = mention, last = mention
        while first > 0, reader.joined(first - 1, first) { first -= 1 }
        while last + 1 < side.mentions.count, reader.joined(last, last + 1) { last += 1 }
        return first..<last + 1
    }

    private func isAlphabetical(_ names: [Mention]) -> Bool {
        let words = names.map { $0.form.words.last ?? "" }, forenames = names.map { $0.form.words.first ?? "" }
        return zip(words, words.dropFirst()).allSatisfy { $0 <= $1 } || zip(forenames, forenames.dropFirst()).allSatisfy { $0 <= $1 }
    }

    // MARK: in a list

    /// Entries of lists that changed their place, the entries themselves unchanged or not.
    func lists(to docket: inout Docket) {
        let old = inquiry.pair.old, new = inquiry.pair.new
        var lists: [Int32: [(old: Int, new: Int)]] = [:]
        for link in inquiry.pair.alignment.links where link.old.count == 1 && link.new.count == 1 {
            let one = link.old.lowerBound, other = link.new.lowerBound
            guard old.passages[one].role == .item, new.passages[other].role == .item, let parent = parent(old.passages[one], old) else { continue }
            lists[parent, default: []].append((one, other))
        }
        for parent in lists.keys.sorted() {
            guard let entries = lists[parent]?.sorted(by: { $0.old < $1.old }), (Self.fewest...Self.most).contains(entries.count) else { continue }
            let ranks = entries.map(\.new)
            guard Set(ranks.map { self.parent(new.passages[$0], new) }).count == 1, ranks != ranks.sorted() else { continue }
            let names = entries.map { name(of: $0.old) }
            // A list of persons or bodies: of things the order is no rank.
            guard names.allSatisfy({ $0 != nil }) else { continue }
            let sorted = zip(ranks, names).sorted { $0.0 < $1.0 }.compactMap(\.1)
            guard let moved = Self.moved(ranks, isSorted: isAlphabetical(sorted)), let name = names[moved] else { continue }
            tell(
                name.subject(inquiry.pair.authority), place(of: moved, in: ranks), Rule.framingOrder.confidence, old.place(passage: entries[moved].old),
                new.place(passage: entries[moved].new), &docket)
        }
    }

    private func parent(_ passage: Passage, _ version: Version) -> Int32? {
        version.nodes.indices.contains(Int(passage.node)) ? version.nodes[Int(passage.node)].parent : nil
    }

    /// The name that an entry begins with.
    private func name(of passage: Int) -> Mention? {
        let side = LineReader(inquiry: inquiry, isOld: true).read(passage..<passage + 1)
        guard let first = side.mentions.first, first.titlesFrom == 0, first.form.kind != .place else { return nil }
        return first
    }

    // MARK: who moved

    /// The number of the one that moved, by the places of all in the later list; none where the order is kept, sorted or turned round. Of two neighbours
    /// that changed places the one that lost its rank. Where more than one moved, the first, if it did not stay the first.
    static func moved(_ ranks: [Int], isSorted: Bool) -> Int? {
        let sorted = ranks.sorted()
        guard ranks.count >= fewest, ranks != sorted, !isSorted, ranks != sorted.reversed() else { return nil }
        let alone = ranks.indices.filter { index in
            var rest = ranks
            rest.remove(at: index)
            return zip(rest, rest.dropFirst()).allSatisfy { $0 < $1 }
        }
        if alone.count > 1 { return alone.first { at in sorted.firstIndex(of: ranks[at]).map { $0 > at } ?? false } ?? alone.first }
        return alone.first ?? (ranks[0] == sorted[0] ? nil : 0)
    }

    private func place(of moved: Int, in ranks: [Int]) -> (before: Int, after: Int, of: Int) {
        (moved + 1, (ranks.sorted().firstIndex(of: ranks[moved]) ?? 0) + 1, ranks.count)
    }

    private func tell(_ name: Subject, _ rank: (before: Int, after: Int, of: Int), _ confidence: Double, _ before: Place?, _ after: Place?, _ docket: inout Docket) {
        docket.file(
            Finding(
                rule: .framingOrder, confidence: confidence, entity: name, before: before, after: after,
                message: "\(name.name) stood in place \(rank.before) of \(rank.of); in place \(rank.after) now",
                evidence: [Evidence(kind: "slot", detail: "the other names keep their order")]))
    }
}
