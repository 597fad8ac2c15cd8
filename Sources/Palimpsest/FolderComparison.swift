import Alignment
import Detection
public import Findings
public import Inputs
import PlainText
import Records
import Synchronization
import XMLEvents

/// The code of a warning about a record that should have been read and was not: the run is incomplete, and ends with 3.
public let unreadCode = "unread"

/// Compares two folders (or archives, or trees in git), record by record.
///
/// Records are paired by path, by id, else by content. One that is on one side only is `erasure.record` or `interpolation.record`, but never
/// because its file could not be read. Files are read one by one and let go: memory holds the sketches of all records and the texts of a few.
public func compare(_ old: Holdings, _ new: Holdings, options: Options = Options()) -> RevisionReport {
    var run = FolderRun(Side(holdings: old, options: options), Side(holdings: new, options: options), options)
    return run.report()
}

private struct FolderRun: Sendable {
    private let before: Side, after: Side
    private let options: Options
    private var warnings: [Warning] = []
    /// By slot: a path of either side.
    private var old: [FileSketch?] = [], new: [FileSketch?] = []
    /// Slots whose two files have the same bytes.
    private var same: [Bool] = []
    private var oldUnread: [Holdings.Unread], newUnread: [Holdings.Unread]

    init(_ before: Side, _ after: Side, _ options: Options) {
        self.before = before
        self.after = after
        self.options = options
        oldUnread = before.holdings.unread
        newUnread = after.holdings.unread
    }

    /// Pairs of records whose two files are the same.
    private struct Group: Sendable {
        var old: Int
        var new: Int
        /// Indices of the pairs.
        var pairs: [Int]
    }

    mutating func report() -> RevisionReport {
        readAll()
        for side in [before, after] {
            let passed = side.holdings.passedOver
            if passed.count > 0 {
                let names = passed.first.map { "'\($0)'" }.joined(separator: ", ")
                warnings.append(
                    Warning(
                        code: "no-record",
                        message: "\(passed.count) file\(passed.count == 1 ? " is" : "s are") no record by the name (.xml, .tei, .html, also packed): \(names)\(passed.count > passed.first.count ? " …" : "")",
                        source: side.holdings.name))
            }
        }
        let pairs = FolderPairs(old, new).pairs
        let ids = reportIDs(pairs)
        var report = RevisionReport(versions: [label(before, 0), label(after, 1)])
        var groups: [Group] = []
        var groupOf: [FolderPairs.Seat: Int] = [:]
        for (index, pair) in pairs.enumerated() {
            guard case .both(let one, let other) = pair, !isUnchanged(one, other) else { continue }
            let key = FolderPairs.Seat(file: one.file, record: other.file)
            if let group = groupOf[key] {
                groups[group].pairs.append(index)
            } else {
                groupOf[key] = groups.count
                groups.append(Group(old: one.file, new: other.file, pairs: [index]))
            }
        }
        var (alignments, loose, lost) = aligned(groups, pairs)
        addOneSided(pairs, &loose)
        let moves = MovesBetweenRecords.plan(loose)
        let done = detected(groups, pairs, ids, alignments, moves, &lost)
        let oneSided = oneSided(pairs, ids, moves, &lost)

        for (index, pair) in pairs.enumerated() {
            switch pair {
            case .both(let one, let other):
                if let found = done[index] {
                    report.records.append(found)
                } else if isUnchanged(one, other) {
                    var record = RecordReport(id: ids[index], title: sketch(old, one)?.title ?? "")
                    record.versions = labels(one.file, other.file)
                    report.records.append(record)
                }
            case .gone, .added: if let found = oneSided[index] { report.records.append(found) }
            }
        }
        for side in [old, new] {
            for case let file? in side {
                report.census.add(file.census)
                report.limits += file.limits.filter { !report.limits.contains($0) }
            }
        }
        // What two files of the same bytes have to say is said once.
        report.warnings = warnings + old.compactMap { $0 }.flatMap(\.warnings)
        for slot in new.indices where !same[slot] { report.warnings += new[slot]?.warnings ?? [] }
        for slot in lost.sorted() {
            let name = old[slot]?.name ?? new[slot]?.name ?? ""
            report.warnings.append(Warning(code: unreadCode, message: "changed while it was compared; run again", source: name))
        }
        report.limits += report.records.flatMap(\.limitsReached).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.filter { !report.limits.contains($0) }
        return report
    }

    // MARK: reading

    /// A packed record is the record: `1924.xml.gz` pairs with `1924.xml`, unless both are there.
    private static func keys(_ holdings: Holdings) -> [FileName] {
        let paths = Set(holdings.entries.map(\.path))
        return holdings.entries.map { entry in
            guard let bare = holdings.unpackedPath(of: entry), !paths.contains(bare) else { return entry.path }
            return bare
        }
    }

    private mutating func readAll() {
        let oldKeys = Self.keys(before.holdings), newKeys = Self.keys(after.holdings)
        var slots: [(old: Int?, new: Int?)] = []
        var one = 0, other = 0
        let oldOrder = oldKeys.indices.sorted { oldKeys[$0] < oldKeys[$1] }, newOrder = newKeys.indices.sorted { newKeys[$0] < newKeys[$1] }
        while one < oldOrder.count || other < newOrder.count {
            if one < oldOrder.count, other < newOrder.count, oldKeys[oldOrder[one]] == newKeys[newOrder[other]] {
                slots.append((oldOrder[one], newOrder[other]))
                one += 1
                other += 1
            } else if other >= newOrder.count || (one < oldOrder.count && oldKeys[oldOrder[one]] < newKeys[newOrder[other]]) {
                slots.append((oldOrder[one], nil))
                one += 1
            } else {
                slots.append((nil, newOrder[other]))
                other += 1
            }
        }
        struct Read: Sendable {
            var old: Result<FileSketch, Unreadable>?
            var new: Result<FileSketch, Unreadable>?
            var isSame = false
        }
        let room = Mutex(Side.keptBytes)
        let before = before, after = after, wanted = slots
        let read = concurrently(slots.count, jobs: options.jobs) { slot -> Read in
            func sketch(_ side: Side, _ number: Int, _ bytes: Result<Side.Reading, Unreadable>, keep: Bool) -> Result<FileSketch, Unreadable> {
                let entry = side.holdings.entries[number]
                return bytes.flatMap { reading in
                    side.document(entry, reading).map { document in
                        var sketch = Side.sketch(document, entry: number, path: entry.path, digest: reading.digest)
                        let fits = keep && room.withLock { room in
                            guard room >= reading.bytes.count else { return false }
                            room -= reading.bytes.count
                            return true
                        }
                        if fits { sketch.document = document }
                        return sketch
                    }
                }
            }
            var result = Read()
            let one = wanted[slot].old, other = wanted[slot].new
            let oldBytes = one.map { before.bytes(before.holdings.entries[$0]) }, newBytes = other.map { after.bytes(after.holdings.entries[$0]) }
            if case .success(let first)? = oldBytes, case .success(let second)? = newBytes { result.isSame = first.bytes == second.bytes }
            if let one, let oldBytes { result.old = sketch(before, one, oldBytes, keep: !result.isSame) }
            if let other, let newBytes {
                if result.isSame, case .success(var twin)? = result.old {
                    twin.entry = other
                    twin.path = after.holdings.entries[other].path
                    twin.name = after.holdings.name(of: after.holdings.entries[other])
                    twin.document = nil
                    result.new = .success(twin)
                } else {
                    result.new = sketch(after, other, newBytes, keep: true)
                }
            }
            return result
        }
        for side in [before, after] {
            for unread in side.holdings.unread {
                warnings.append(Warning(code: unread.isError ? unreadCode : "not-read", message: unread.why, source: side.holdings.name(of: unread.path)))
            }
        }
        for (slot, result) in read.enumerated() {
            old.append(nil)
            new.append(nil)
            same.append(result.isSame)
            switch result.old {
            case .success(let sketch): old[slot] = sketch
            case .failure(let error):
                warnings.append(error.warning)
                oldUnread.append(Holdings.Unread(path: oldKeys[slots[slot].old ?? 0], why: error.warning.message, isError: true, isFolder: false))
            case nil: break
            }
            switch result.new {
            case .success(let sketch): new[slot] = sketch
            case .failure(let error):
                warnings.append(error.warning)
                newUnread.append(Holdings.Unread(path: newKeys[slots[slot].new ?? 0], why: error.warning.message, isError: true, isFolder: false))
            case nil: break
            }
        }
    }

    // MARK: names

    private func sketch(_ side: [FileSketch?], _ seat: FolderPairs.Seat) -> RecordSketch? { side[seat.file]?.records[seat.record] }

    /// Nothing to look for, not even a watched name in the ledger.
    private func isUnchanged(_ one: FolderPairs.Seat, _ other: FolderPairs.Seat) -> Bool {
        same[one.file] && one == other && options.watched.isEmpty
    }

    /// The record's own id where no other record of the run has it, else its path; never two the same.
    private func reportIDs(_ pairs: [FolderPairs.Pair]) -> [String] {
        let facts = pairs.map { pair -> (id: String?, path: String, isOnly: Bool, number: Int) in
            let (side, seat): ([FileSketch?], FolderPairs.Seat) =
                switch pair {
                case .both(_, let other): (new, other)
                case .gone(let one): (old, one)
                case .added(let other): (new, other)
                }
            let record = sketch(side, seat)
            return (record.flatMap { $0.isLocal ? nil : $0.id }, side[seat.file]?.path.description ?? "", side[seat.file]?.records.count == 1, seat.record + 1)
        }
        var counts: [String: Int] = [:]
        for fact in facts { if let id = fact.id { counts[id, default: 0] += 1 } }
        var used: [String: Int] = [:]
        return facts.map { fact in
            var id = fact.path + (fact.isOnly ? "" : "#\(fact.id ?? "\(fact.number)")")
            if let own = fact.id, counts[own] == 1 { id = own }
            used[id, default: 0] += 1
            return used[id] == 1 ? id : "\(id) (\(used[id, default: 0]))"
        }
    }

    private func label(_ side: Side, _ number: Int) -> VersionLabel {
        let name = side.holdings.name
        if let revision = side.holdings.revision {
            return VersionLabel(number: number, label: revision.name, date: revision.date, by: revision.author, reason: revision.subject, source: name)
        }
        let trimmed = name.split(separator: "/").last.map(String.init) ?? name
        let other = (number == 0 ? after : before).holdings.name.split(separator: "/").last.map(String.init)
        return VersionLabel(number: number, label: other == trimmed ? name : trimmed, source: name)
    }

    /// The labels of one record: the run's names, the file's own date and maker.
    private func labels(_ one: Int?, _ other: Int?) -> [VersionLabel] {
        [(one, old, before), (other, new, after)].enumerated().map { number, entry in
            let (file, side, holdings) = entry
            var label = label(holdings, number)
            guard let file, let sketch = side[file] else { return label }
            label.source = sketch.name
            label.date = sketch.label?.date ?? label.date
            label.by = sketch.label?.by ?? label.by
            label.reason = sketch.label?.reason ?? label.reason
            return label
        }
    }

    // MARK: comparing

    /// The alignments of all pairs that changed, and the passages that found no partner in them.
    private func aligned(
        _ groups: [Group], _ pairs: [FolderPairs.Pair]
    ) -> (alignments: [Alignment?], loose: [MovesBetweenRecords.Loose], lost: Set<Int>) {
        var alignments = [Alignment?](repeating: nil, count: pairs.count)
        var loose = [MovesBetweenRecords.Loose](repeating: MovesBetweenRecords.Loose(), count: pairs.count)
        var lost: Set<Int> = []
        let results = concurrently(groups.count, jobs: options.jobs) { number -> [(Int, Alignment, MovesBetweenRecords.Loose)]? in
            guard let (one, other, words) = documents(groups[number]) else { return nil }
            let context = Context(words: words, authority: [], options: options)
            return groups[number].pairs.compactMap { index in
                guard case .both(let before, let after) = pairs[index], let old = one.records[before.record].versions.last,
                    let new = other.records[after.record].versions.last
                else { return nil }
                let versions = context.unmasked(old, new)
                let alignment = align(versions.old, versions.new)
                return (index, alignment, MovesBetweenRecords.Loose(alignment, versions.old, versions.new))
            }
        }
        for (number, result) in results.enumerated() {
            guard let result else {
                lost.insert(groups[number].old)
                continue
            }
            for (index, alignment, passages) in result {
                alignments[index] = alignment
                loose[index] = passages
            }
        }
        return (alignments, loose, lost)
    }

    private func addOneSided(_ pairs: [FolderPairs.Pair], _ loose: inout [MovesBetweenRecords.Loose]) {
        for (index, pair) in pairs.enumerated() {
            switch pair {
            case .both: break
            case .gone(let one): loose[index].deleted = sketch(old, one)?.long ?? []
            case .added(let other): loose[index].inserted = sketch(new, other)?.long ?? []
            }
        }
    }

    private func documents(_ group: Group) -> (old: Document, new: Document, words: Words)? {
        guard let one = old[group.old].flatMap(before.again), let other = new[group.new].flatMap(after.again) else { return nil }
        let (later, words) = withMergedWords(one, other)
        return (one, later, words)
    }

    private func detected(
        _ groups: [Group], _ pairs: [FolderPairs.Pair], _ ids: [String], _ alignments: [Alignment?], _ moves: [MovesBetweenRecords.Moved], _ lost: inout Set<Int>
    ) -> [Int: RecordReport] {
        let results = concurrently(groups.count, jobs: options.jobs) { number -> [(Int, RecordReport)]? in
            let group = groups[number]
            guard let (one, other, words) = documents(group) else { return nil }
            let context = Context(words: words, authority: joined(options.authority + one.authority, other.authority), options: options)
            return group.pairs.map { index in
                guard case .both(let before, let after) = pairs[index] else { return (index, RecordReport(id: ids[index], title: "")) }
                var record = one.records[before.record], later = other.records[after.record]
                record.id = ids[index]
                later.id = ids[index]
                let versions = record.versions.last.flatMap { old in later.versions.last.map { context.unmasked(old, $0) } }
                var alignment = alignments[index]
                if var settled = alignment, let versions {
                    MovesBetweenRecords.apply(moves[index], to: &settled, versions.old, versions.new)
                    alignment = settled
                }
                var report = context.compare(record, later, versions, alignment)
                report.versions = labels(group.old, group.new)
                return (index, report)
            }
        }
        var reports: [Int: RecordReport] = [:]
        for (number, result) in results.enumerated() {
            if let result { for (index, report) in result { reports[index] = report } } else { lost.insert(groups[number].old) }
        }
        return reports
    }

    // MARK: records of one side

    /// Findings about records without partner. Where the partner may lie in what was not read, none is made, and that is said.
    private mutating func oneSided(
        _ pairs: [FolderPairs.Pair], _ ids: [String], _ moves: [MovesBetweenRecords.Moved], _ lost: inout Set<Int>
    ) -> [Int: RecordReport] {
        let unreadOfNew = Blind(newUnread, known: old, oldUnread), unreadOfOld = Blind(oldUnread, known: new, newUnread)
        var wanted: [(index: Int, seat: FolderPairs.Seat, isGone: Bool)] = []
        var reports: [Int: RecordReport] = [:]
        var withheld = [0, 0]
        for (index, pair) in pairs.enumerated() {
            let (seat, isGone): (FolderPairs.Seat, Bool)
            switch pair {
            case .both: continue
            case .gone(let one): (seat, isGone) = (one, true)
            case .added(let other): (seat, isGone) = (other, false)
            }
            guard let file = (isGone ? old : new)[seat.file], let record = (isGone ? sketch(old, seat) : sketch(new, seat)) else { continue }
            if (isGone ? unreadOfNew : unreadOfOld).mayHold(file.path) {
                withheld[isGone ? 0 : 1] += 1
                continue
            }
            let settled = isGone ? moves[index].left.count : moves[index].came.count
            if !record.long.isEmpty, settled == record.long.count {
                // Every passage stands in another record: the record was merged or split, not erased.
                var report = RecordReport(id: ids[index], title: record.title)
                report.versions = labels(isGone ? seat.file : nil, isGone ? nil : seat.file)
                report.changes.moved = 1
                report.neutral[Rule.neutralMove.id] = 1
                reports[index] = report
                continue
            }
            wanted.append((index, seat, isGone))
        }
        for (side, count) in withheld.enumerated() where count > 0 {
            let what = side == 0 ? "of the older version without partner: a part of the newer one could not be read, so that no erasure is reported"
                : "of the newer version without partner: a part of the older one could not be read, so that no record is reported as new"
            warnings.append(Warning(code: "withheld", message: "\(count) record\(count == 1 ? "" : "s") \(what)", source: (side == 0 ? after : before).holdings.name))
        }
        let list = wanted
        let run = self
        let results = concurrently(list.count, jobs: options.jobs) { number -> RecordReport? in
            let (index, seat, isGone) = list[number]
            return run.oneSided(seat, isGone: isGone, ids[index])
        }
        for (number, result) in results.enumerated() {
            if let result { reports[list[number].index] = result } else { lost.insert(list[number].seat.file) }
        }
        return reports
    }
}

extension FolderRun {
    /// nil where the file is not the same any more.
    private func oneSided(_ seat: FolderPairs.Seat, isGone: Bool, _ id: String) -> RecordReport? {
        guard let file = (isGone ? old : new)[seat.file], let document = (isGone ? before : after).again(file) else { return nil }
        let context = Context(words: document.words, authority: joined(options.authority + document.authority, []), options: options)
        var record = document.records[seat.record]
        record.id = id
        var report = context.onlySide(record, isOld: isGone)
        report.versions = labels(isGone ? seat.file : nil, isGone ? nil : seat.file)
        return report
    }
}

/// What was not read of one side. The partner of a record may lie there: at its own path, below an unread folder, or in an unread file that has no
/// counterpart on the record's side, since it may be the same under another name.
private struct Blind {
    private let paths: Set<FileName>
    private let folders: [FileName]
    private let holdsStrays: Bool

    /// `side` and `others`: what was read, and what was not, of the other side. What is unread on both sides is each other's counterpart.
    init(_ unread: [Holdings.Unread], known side: [FileSketch?], _ others: [Holdings.Unread]) {
        paths = Set(unread.map(\.path))
        folders = unread.filter(\.isFolder).map(\.path)
        let known = Set(side.compactMap { $0?.path }).union(others.map(\.path))
        holdsStrays = unread.contains { $0.isError && !known.contains($0.path) }
    }

    func mayHold(_ path: FileName) -> Bool {
        holdsStrays || paths.contains(path) || folders.contains { path.bytes.starts(with: $0.bytes + [0x2F]) }
    }
}
