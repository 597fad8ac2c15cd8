import Alignment
import Detection
import Findings
import Inputs
import PlainText
import Records
import XMLEvents

/// Compares the pairs of a run, and tells of the records of one side.
extension FolderRun {
    /// The alignments of all pairs that changed, and the passages that found no partner in them.
    func aligned(
        _ groups: [Group], _ pairs: [FolderPairs.Pair]
    ) -> (alignments: [Alignment?], loose: [MovesBetweenRecords.Loose], lost: Set<Int>) {
        var alignments = [Alignment?](repeating: nil, count: pairs.count)
        var loose = [MovesBetweenRecords.Loose](repeating: MovesBetweenRecords.Loose(), count: pairs.count)
        var lost: Set<Int> = []
        let results = concurrently(groups.count, jobs: options.jobs) { number -> [(Int, Alignment, MovesBetweenRecords.Loose)]? in
            guard let (one, other, words) = documents(groups[number]) else { return nil }
            let context = Context([one, other], words: words, authority: [], options: options)
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

    func addOneSided(_ pairs: [FolderPairs.Pair], _ loose: inout [MovesBetweenRecords.Loose]) {
        for (index, pair) in pairs.enumerated() {
            switch pair {
            case .both: break
            case .gone(let one): loose[index].deleted = sketch(old, one)?.long ?? []
            case .added(let other): loose[index].inserted = sketch(new, other)?.long ?? []
            }
        }
    }

    func documents(_ group: Group) -> (old: Document, new: Document, words: Words)? {
        guard let one = old[group.old].flatMap(before.again), let other = new[group.new].flatMap(after.again) else { return nil }
        let (later, words) = withMergedWords(one, other)
        return (one, later, words)
    }

    func detected(
        _ groups: [Group], _ pairs: [FolderPairs.Pair], _ ids: [String], _ alignments: [Alignment?], _ moves: [MovesBetweenRecords.Moved], _ lost: inout Set<Int>
    ) -> [Int: RecordReport] {
        let results = concurrently(groups.count, jobs: options.jobs) { number -> [(Int, RecordReport)]? in
            let group = groups[number]
            guard let (one, other, words) = documents(group) else { return nil }
            let context = Context([one, other], words: words, authority: joined(options.authority + one.authority, other.authority), options: options)
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
    mutating func oneSided(
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
    func oneSided(_ seat: FolderPairs.Seat, isGone: Bool, _ id: String) -> RecordReport? {
        guard let file = (isGone ? old : new)[seat.file], let document = (isGone ? before : after).again(file) else { return nil }
        let context = Context([document], words: document.words, authority: joined(options.authority + document.authority, []), options: options)
        var record = document.records[seat.record]
        record.id = id
        var report = context.onlySide(record, isOld: isGone)
        report.versions = labels(isGone ? seat.file : nil, isGone ? nil : seat.file)
        return report
    }
}

/// What was not read of one side. The partner of a record may lie there: at its own path, below an unread folder, or in an unread file that has no
/// counterpart on the record's side, since it may be the same under another name.
struct Blind {
    let paths: Set<FileName>
    let folders: [FileName]
    let holdsStrays: Bool

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
