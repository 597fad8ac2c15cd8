import Alignment
import Detection
public import Findings
import PlainText
public import Records

/// Follows each record of a document through its versions: consecutive pairs, and records that an edition lacks.
///
/// `from` and `to` of a finding are indices of the document's editions, or, where it declares none, of the record's own versions.
public func history(_ document: Document, options: Options = Options()) -> RevisionReport {
    var report = followed(document, options)
    report.settleChecksums()
    return report
}

/// The same for a part of an input, whose checksums are judged with those of the whole.
func followed(_ document: Document, _ options: Options) -> RevisionReport {
    let isShared = document.declaresEditions || document.records.count == 1
    var report = RevisionReport(versions: isShared ? document.editions : [])
    report.warnings = document.warnings
    report.limits = document.limits
    report.census = document.census
    report.checksums = (document.checksums.checked, document.checksums.matched)
    let context = Context([document], words: document.words, authority: joined(options.authority, document.authority), options: options)
    let records = document.declaresEditions ? document.records : document.records.map(\.numbered)
    let editions = document.declaresEditions ? document.editions.count : nil
    report.records = concurrently(records.count, jobs: options.jobs) { index in
        var record = context.follow(records[index], editions: editions ?? records[index].versions.count)
        if !isShared { record.versions = records[index].versions.map(\.label) }
        return record
    }
    report.limits += report.records.flatMap(\.limitsReached).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    return report
}

/// One file with several versions, compared first against last.
public func compareFirstAndLast(_ document: Document, options: Options = Options()) -> RevisionReport {
    var report = endsCompared(document, options)
    report.settleChecksums()
    return report
}

func endsCompared(_ document: Document, _ options: Options) -> RevisionReport {
    var ends = document
    let last = max(0, document.editions.count - 1)
    if document.declaresEditions {
        ends.editions = [document.editions.first, document.editions.last].compactMap { $0 }.enumerated().map { number, label in
            var label = label
            label.number = number
            return label
        }
    }
    ends.records = document.records.map { record in
        var record = record
        if !document.declaresEditions {
            let readable = record.versions.filter { !$0.withheld.contains(.text) }
            record.versions = readable.count > 1 ? [readable[0], readable[readable.count - 1]] : readable
            return record
        }
        record.versions = record.versions.filter { $0.label.number == 0 || $0.label.number == last }.map { version in
            var version = version
            version.label.number = version.label.number == 0 ? 0 : 1
            return version
        }
        record.covers = record.covers.map { covers in covers.filter { $0 == 0 || $0 == last }.map { $0 == 0 ? 0 : 1 } }
        return record
    }
    if !document.declaresEditions, ends.records.count == 1 { ends.editions = ends.records[0].numbered.versions.map(\.label) }
    var census = Census()
    for record in ends.records { for version in record.versions { census.add(version.census) } }
    ends.census = census
    return followed(ends, options)
}

extension Record {
    /// Its versions numbered from 0 in their own order.
    fileprivate var numbered: Record {
        var record = self
        for index in record.versions.indices { record.versions[index].label.number = index }
        record.covers = nil
        return record
    }
}

extension Context {
    /// The consecutive comparisons of one record.
    func follow(_ record: Record, editions: Int) -> RecordReport {
        var report = RecordReport(id: record.id, title: record.title)
        var byEdition: [Int: Version] = [:]
        for version in record.versions { byEdition[version.label.number] = version }
        let covered = record.covers.map(Set.init)
        var current: (edition: Int, version: Version)?
        var isAbsent = false
        var wasEverThere = false
        var pairs: [(from: Int, to: Int, detected: Detected)] = []
        for edition in 0..<editions {
            guard covered?.contains(edition) ?? true else { continue }
            if let version = byEdition[edition] {
                if let finding = checksumFinding(version, from: current?.edition ?? max(0, edition - 1), to: edition) { report.findings.append(finding) }
                report.findings += withheldFindings(version, from: current?.edition ?? max(0, edition - 1), to: edition)
                // A text that is held back is no empty text: the comparison goes on from the version before to the one after.
                if version.withheld.contains(.text) { continue }
                if isAbsent || (!wasEverThere && edition > 0 && coversEarlier(edition, covered)) {
                    report.findings.append(recordFinding(record, version, isGone: false, from: current?.edition ?? edition - 1, to: edition))
                }
                if let (from, before) = current {
                    pairs.append((from, edition, judge(unmasked(before, version), from: from, to: edition, into: &report)))
                }
                current = (edition, version)
                isAbsent = false
                wasEverThere = true
            } else if let (from, before) = current, !isAbsent {
                report.findings.append(recordFinding(record, before, isGone: true, from: from, to: edition))
                isAbsent = true
            }
        }
        report.findings = finished(report.findings, record: record.id, isWatched: isWatched)
        report.ledger = ledger(pairs, record, editions: editions)
        return report
    }

    private func coversEarlier(_ edition: Int, _ covered: Set<Int>?) -> Bool { (0..<edition).contains { covered?.contains($0) ?? true } }

    /// The pairs' ledgers as one, with a column for each edition: nil where the edition does not cover the record,
    /// or the record's keeper holds the text back.
    private func ledger(_ pairs: [(from: Int, to: Int, detected: Detected)], _ record: Record, editions: Int) -> Ledger {
        guard !pairs.isEmpty else { return Ledger() }
        var subjects: [Subject] = []
        for pair in pairs {
            for entry in pair.detected.ledger.entities where !subjects.contains(where: { $0.id == entry.id }) {
                subjects.append(Subject(id: entry.id, name: entry.name))
            }
        }
        var byEdition: [Int: Version] = [:]
        for version in record.versions { byEdition[version.label.number] = version }
        var entries: [Ledger.Entry] = []
        var columns: [String: (presence: [Int?], roles: [Ledger.Roles])] = [:]
        // Counting needs no alignment.
        let unaligned = Alignment(links: [], deleted: [], inserted: [], counts: .init(), rebuilds: true)
        let covered = record.covers.map(Set.init)
        let blank = (0..<editions).map { edition -> Int? in
            guard covered?.contains(edition) ?? true, byEdition[edition]?.withheld.contains(.text) != true else { return nil }
            return 0
        }
        for subject in subjects { columns[subject.id] = (blank, [Ledger.Roles](repeating: Ledger.Roles(), count: editions)) }
        for pair in pairs {
            let known = Set(pair.detected.ledger.entities.map(\.id))
            let missing = subjects.filter { !known.contains($0.id) }
            var found = pair.detected.ledger.entities
            if !missing.isEmpty, let before = byEdition[pair.from], let after = byEdition[pair.to] { found += ledgerEntries(for: missing, in: self.pair(unmasked(before, after), unaligned)) }
            for entry in found {
                columns[entry.id]?.presence[pair.from] = entry.presence[0]
                columns[entry.id]?.presence[pair.to] = entry.presence[1]
                columns[entry.id]?.roles[pair.from] = entry.roles[0]
                columns[entry.id]?.roles[pair.to] = entry.roles[1]
            }
        }
        for subject in subjects {
            if let column = columns[subject.id] { entries.append(Ledger.Entry(id: subject.id, name: subject.name, presence: column.presence, roles: column.roles)) }
        }
        var ledger = Ledger()
        ledger.entities = entries
        for pair in pairs {
            for transfer in pair.detected.ledger.creditTransfer {
                if let index = ledger.creditTransfer.firstIndex(where: { $0.from == transfer.from && $0.to == transfer.to && $0.kind == transfer.kind }) {
                    ledger.creditTransfer[index].count += transfer.count
                    ledger.creditTransfer[index].rules.merge(transfer.rules, uniquingKeysWith: +)
                } else {
                    ledger.creditTransfer.append(transfer)
                }
            }
        }
        return ledger
    }
}
