import Detection
public import Findings
public import Inputs
import PlainText
import Records
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

struct FolderRun: Sendable {
    let before: Side, after: Side
    let options: Options
    var warnings: [Warning] = []
    /// By slot: a path of either side.
    var old: [FileSketch?] = [], new: [FileSketch?] = []
    /// Slots whose two files have the same bytes.
    var same: [Bool] = []
    var oldUnread: [Holdings.Unread], newUnread: [Holdings.Unread]

    init(_ before: Side, _ after: Side, _ options: Options) {
        self.before = before
        self.after = after
        self.options = options
        oldUnread = before.holdings.unread
        newUnread = after.holdings.unread
    }

    /// Pairs of records whose two files are the same.
    struct Group: Sendable {
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

    // MARK: names

    func sketch(_ side: [FileSketch?], _ seat: FolderPairs.Seat) -> RecordSketch? { side[seat.file]?.records[seat.record] }

    /// Nothing to look for, not even a watched name in the ledger.
    func isUnchanged(_ one: FolderPairs.Seat, _ other: FolderPairs.Seat) -> Bool {
        same[one.file] && one == other && options.watched.isEmpty
    }

    /// The record's own id where no other record of the run has it, else its path; never two the same.
    func reportIDs(_ pairs: [FolderPairs.Pair]) -> [String] {
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

    func label(_ side: Side, _ number: Int) -> VersionLabel {
        let name = side.holdings.name
        if let revision = side.holdings.revision {
            return VersionLabel(number: number, label: revision.name, date: revision.date, by: revision.author, reason: revision.subject, source: name)
        }
        let trimmed = name.split(separator: "/").last.map(String.init) ?? name
        let other = (number == 0 ? after : before).holdings.name.split(separator: "/").last.map(String.init)
        return VersionLabel(number: number, label: other == trimmed ? name : trimmed, source: name)
    }

    /// The labels of one record: the run's names, the file's own date and maker.
    func labels(_ one: Int?, _ other: Int?) -> [VersionLabel] {
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
}
