import Alignment
import Detection
public import Findings
public import Records

/// Compares two documents, record by record.
///
/// Records are paired by id; two documents of one record each are paired whatever their ids. Of a document that holds several versions of its
/// records, the last version of each record is taken. A record of one side only is `erasure.record` or `interpolation.record`.
public func compare(_ old: Document, _ new: Document, options: Options = Options()) -> RevisionReport {
    let (new, words) = withMergedWords(old, new)
    var report = RevisionReport(versions: labels(old, new))
    report.warnings = old.warnings + new.warnings
    report.limits = old.limits + new.limits.filter { !old.limits.contains($0) }
    let authority = joined(options.authority + old.authority, new.authority)
    let pairs = paired(old, new)
    let context = Context([old, new], words: words, authority: authority, options: options)
    let both = pairs.compactMap { pair -> (old: Version, new: Version)? in
        guard case .both(let before, let after) = pair, let old = before.lastReadable, let new = after.lastReadable else { return nil }
        return (old, new)
    }
    let unmasked = concurrently(both.count, jobs: options.jobs) { context.unmasked(both[$0].old, both[$0].new) }
    var alignments = concurrently(both.count, jobs: options.jobs) { align(unmasked[$0].old, unmasked[$0].new) }
    MovesBetweenRecords.settle(unmasked.map { ($0.old, $0.new) }, &alignments)
    // The alignments in the order of the pairs.
    var next = 0
    let aligned = pairs.map { pair -> Int? in
        guard case .both(let before, let after) = pair, before.lastReadable != nil, after.lastReadable != nil else { return nil }
        next += 1
        return next - 1
    }
    let settled = alignments
    let results = concurrently(pairs.count, jobs: options.jobs) { index -> RecordReport in
        switch pairs[index] {
        case .both(let before, let after): return context.compare(before, after, aligned[index].map { unmasked[$0] }, aligned[index].map { settled[$0] })
        case .gone(let record): return context.onlySide(record, isOld: true)
        case .added(let record): return context.onlySide(record, isOld: false)
        }
    }
    report.records = results
    report.limits += results.flatMap(\.limitsReached).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.filter { !report.limits.contains($0) }
    for document in [old, new] {
        for record in document.records {
            if let version = record.versions.last { report.census.add(version.census) }
        }
        report.checksums.checked += document.checksums.checked
        report.checksums.matched += document.checksums.matched
    }
    report.settleChecksums()
    return report
}

/// What a version is called: as the document says, else its file's name. Two versions of one name are told apart by their paths.
private func labels(_ old: Document, _ new: Document) -> [VersionLabel] {
    var labels = [old, new].enumerated().map { number, document -> VersionLabel in
        let shared = document.declaresEditions || !document.holdsVersions ? document.editions.last : nil
        let last = document.records.count == 1 ? document.records[0].versions.last?.label : shared
        var label = last ?? VersionLabel(number: number, label: document.source, source: document.source)
        label.number = number
        label.source = document.source
        if label.label.utf8.elementsEqual(document.source.utf8) { label.label = stem(document.source) }
        return label
    }
    if labels[0].label.utf8.elementsEqual(labels[1].label.utf8) {
        for index in labels.indices { labels[index].label = labels[index].source }
    }
    return labels
}

/// "records/1924.xml" -> "1924"
private func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
}

/// Fingerprints and events over the findings of one record; the events about watched names first.
func finished(_ findings: [Finding], record: String, isWatched: (Subject?) -> Bool = { _ in false }) -> [Finding] {
    let grouped = groupedIntoEvents(fingerprinted(findings, record: record))
    let watched = Set(grouped.filter { !$0.event.isEmpty && (isWatched($0.entity) || isWatched($0.other)) }.map(\.event))
    guard !watched.isEmpty else { return grouped }
    return grouped.filter { watched.contains($0.event) } + grouped.filter { !watched.contains($0.event) }
}
