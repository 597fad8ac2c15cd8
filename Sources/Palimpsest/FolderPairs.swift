import Inputs

/// Which record of the older folder is which of the newer one: by path, by id, else by content. A record that moved is not erased.
struct FolderPairs {
    struct Seat: Hashable, Sendable {
        var file: Int
        var record: Int
    }

    enum Pair: Sendable {
        case both(Seat, Seat)
        case gone(Seat)
        case added(Seat)
    }

    private let old: [FileSketch?], new: [FileSketch?]
    private var partner: [Seat: Seat] = [:]
    private var taken: Set<Seat> = []

    /// `old` and `new` go together: files of one path (nil: none, or not read).
    init(_ old: [FileSketch?], _ new: [FileSketch?]) {
        self.old = old
        self.new = new
        pairByPathAndID()
        pairByID()
        pairByPath()
        pairByContent()
    }

    /// In the order of the paths; those that are in the newer folder only stand at theirs.
    var pairs: [Pair] {
        var pairs: [Pair] = []
        for file in old.indices {
            for record in (old[file]?.records ?? []).indices {
                let seat = Seat(file: file, record: record)
                pairs.append(partner[seat].map { .both(seat, $0) } ?? .gone(seat))
            }
            for record in (new[file]?.records ?? []).indices where !taken.contains(Seat(file: file, record: record)) {
                pairs.append(.added(Seat(file: file, record: record)))
            }
        }
        return pairs
    }

    private mutating func pair(_ one: Seat, _ other: Seat) {
        partner[one] = other
        taken.insert(other)
    }

    private static func sketch(_ side: [FileSketch?], _ seat: Seat) -> RecordSketch? { side[seat.file]?.records[seat.record] }
    private static func seats(_ side: [FileSketch?]) -> [Seat] {
        side.indices.flatMap { file in (side[file]?.records ?? []).indices.map { Seat(file: file, record: $0) } }
    }

    private mutating func pairByPathAndID() {
        for file in old.indices {
            guard let before = old[file]?.records, let after = new[file]?.records else { continue }
            var waiting: [String: [Int]] = [:]
            for (index, record) in after.enumerated().reversed() where !record.isLocal { waiting[record.id, default: []].append(index) }
            for (index, record) in before.enumerated() where !record.isLocal {
                if let found = waiting[record.id]?.popLast() { pair(Seat(file: file, record: index), Seat(file: file, record: found)) }
            }
        }
    }

    /// Ids that stand once on either side: a file was renamed, or a record went to another one.
    private mutating func pairByID() {
        func once(_ side: [FileSketch?]) -> [String: Seat] {
            var found: [String: Seat?] = [:]
            for seat in Self.seats(side) {
                guard let record = Self.sketch(side, seat), !record.isLocal else { continue }
                found[record.id] = .some(found[record.id] == nil ? seat : nil)
            }
            return found.compactMapValues(\.self)
        }
        let after = once(new), before = once(old)
        for seat in Self.seats(old) where partner[seat] == nil {
            guard let id = Self.sketch(old, seat)?.id, before[id] == seat, let other = after[id], !taken.contains(other) else { continue }
            pair(seat, other)
        }
    }

    /// The same path: the same record whatever its id, unless its text is plainly another and its own stands elsewhere (files numbered anew).
    private mutating func pairByPath() {
        var holders: [UInt64: Set<Seat>]?
        for file in old.indices {
            guard let before = old[file]?.records, let after = new[file]?.records else { continue }
            if before.count == 1, after.count == 1 {
                let one = Seat(file: file, record: 0)
                guard partner[one] == nil, !taken.contains(one) else { continue }
                let own = Set(before[0].long.map(\.hash)), others = Set(after[0].long.map(\.hash))
                if !own.isEmpty, !others.isEmpty, own.isDisjoint(with: others), before[0].whole != after[0].whole {
                    let known = holders ?? self.holders()
                    holders = known
                    // The half of a text that is known again elsewhere is more than a path.
                    if Self.best(own, known, except: taken).map({ $0.count * 2 >= own.count }) ?? false { continue }
                }
                pair(one, one)
            } else {
                // Records of a corpus that are known by their number only: the same words first, then the same number.
                for (index, record) in before.enumerated() where record.isLocal && partner[Seat(file: file, record: index)] == nil {
                    guard let found = after.indices.first(where: { after[$0].isLocal && after[$0].whole == record.whole && !taken.contains(Seat(file: file, record: $0)) })
                    else { continue }
                    pair(Seat(file: file, record: index), Seat(file: file, record: found))
                }
                for (index, record) in before.enumerated() where record.isLocal && partner[Seat(file: file, record: index)] == nil {
                    guard let found = after.indices.first(where: { after[$0].isLocal && after[$0].id == record.id && !taken.contains(Seat(file: file, record: $0)) })
                    else { continue }
                    pair(Seat(file: file, record: index), Seat(file: file, record: found))
                }
            }
        }
    }

    private func holders() -> [UInt64: Set<Seat>] {
        var holders: [UInt64: Set<Seat>] = [:]
        for seat in Self.seats(new) where !taken.contains(seat) {
            for (_, hash) in Self.sketch(new, seat)?.long ?? [] { holders[hash, default: []].insert(seat) }
        }
        return holders
    }

    /// The record that shares most; of several the first.
    private static func best(_ own: Set<UInt64>, _ holders: [UInt64: Set<Seat>], except taken: Set<Seat>) -> (seat: Seat, count: Int)? {
        var shared: [Seat: Int] = [:]
        for hash in own { for seat in holders[hash] ?? [] where !taken.contains(seat) { shared[seat, default: 0] += 1 } }
        return shared.max { ($0.value, $1.key.file, $1.key.record) < ($1.value, $0.key.file, $0.key.record) }.map { ($0.key, $0.value) }
    }

    /// The same words, or half of the passages: a file that was renamed and has no id.
    private mutating func pairByContent() {
        let left = Self.seats(old).filter { partner[$0] == nil && Self.sketch(old, $0)?.hasVersion == true }
        guard !left.isEmpty else { return }
        var same: [UInt64: [Seat]] = [:]
        for seat in Self.seats(new).reversed() where !taken.contains(seat) {
            if let record = Self.sketch(new, seat), record.hasVersion { same[record.whole, default: []].append(seat) }
        }
        for seat in left {
            if let record = Self.sketch(old, seat), let other = same[record.whole]?.popLast() { pair(seat, other) }
        }
        let holders = holders()
        guard !holders.isEmpty else { return }
        for seat in left where partner[seat] == nil {
            let own = Set((Self.sketch(old, seat)?.long ?? []).map(\.hash))
            guard !own.isEmpty, let best = Self.best(own, holders, except: taken), best.count * 2 >= own.count else { continue }
            pair(seat, best.seat)
        }
    }
}
