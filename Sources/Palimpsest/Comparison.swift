import Alignment
import Detection
public import Findings
import Language
import PlainText
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
    let context = Context(words: words, authority: authority, options: options)
    let both = pairs.compactMap { pair -> (old: Version, new: Version)? in
        guard case .both(let before, let after) = pair, let old = before.versions.last, let new = after.versions.last else { return nil }
        return (old, new)
    }
    var alignments = concurrently(both.count, jobs: options.jobs) { align(both[$0].old, both[$0].new) }
    MovesBetweenRecords.settle(both, &alignments)
    // The alignments in the order of the pairs.
    var next = 0
    let aligned = pairs.map { pair -> Alignment? in
        guard case .both(let before, let after) = pair, !before.versions.isEmpty, !after.versions.isEmpty else { return nil }
        next += 1
        return alignments[next - 1]
    }
    let results = concurrently(pairs.count, jobs: options.jobs) { index -> RecordReport in
        switch pairs[index] {
        case .both(let before, let after): return context.compare(before, after, aligned[index])
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
    }
    return report
}

/// Records of two documents, put side by side.
private enum RecordPair: Sendable {
    case both(Record, Record)
    case gone(Record)
    case added(Record)
}

private func paired(_ old: Document, _ new: Document) -> [RecordPair] {
    if old.records.count == 1, new.records.count == 1 { return [.both(old.records[0], new.records[0])] }
    var byID: [String: Int] = [:]
    for (index, record) in new.records.enumerated() where byID[record.id] == nil { byID[record.id] = index }
    var taken: Set<Int> = []
    var pairs: [RecordPair] = []
    for record in old.records {
        if let index = byID[record.id], taken.insert(index).inserted {
            pairs.append(.both(record, new.records[index]))
        } else {
            pairs.append(.gone(record))
        }
    }
    renamed(&pairs, new, &taken)
    for (index, record) in new.records.enumerated() where !taken.contains(index) { pairs.append(.added(record)) }
    return pairs
}

/// A record that only changed its id is the record with which it shares half of its passages, word for word.
private func renamed(_ pairs: inout [RecordPair], _ new: Document, _ taken: inout Set<Int>) {
    var holders: [UInt64: [Int]] = [:]
    for (index, record) in new.records.enumerated() where !taken.contains(index) {
        for passage in record.versions.last?.passages ?? [] where passage.tokens.count >= MovesBetweenRecords.fewestWords {
            holders[passage.wordHash, default: []].append(index)
        }
    }
    guard !holders.isEmpty else { return }
    for position in pairs.indices {
        guard case .gone(let record) = pairs[position], let version = record.versions.last else { continue }
        let own = version.passages.filter { $0.tokens.count >= MovesBetweenRecords.fewestWords }
        var shared: [Int: Int] = [:]
        for passage in own {
            for index in Set(holders[passage.wordHash] ?? []) where !taken.contains(index) { shared[index, default: 0] += 1 }
        }
        guard let best = shared.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 2 >= own.count else { continue }
        taken.insert(best.key)
        pairs[position] = .both(record, new.records[best.key])
    }
}

/// What a version is called: as the document says, else its file's name. Two versions of one name are told apart by their paths.
private func labels(_ old: Document, _ new: Document) -> [VersionLabel] {
    var labels = [old, new].enumerated().map { number, document -> VersionLabel in
        let last = document.records.count == 1 ? document.records[0].versions.last?.label : document.editions.last
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

/// The authority of a run: entries of both sides under one id are one entity with all its names. An entry of one side only, whose main name is that
/// of an entry which the other side only has, is that entry under another id.
func joined(_ first: [Entity], _ second: [Entity]) -> [Entity] {
    var entities = merged(first, [])
    let later = merged(second, [])
    let ids = Set(entities.map(\.id)), laterIDs = Set(later.map(\.id))
    func mainName(_ entity: Entity) -> String { entity.names.first.map { Folding.folded($0) } ?? "" }
    var byName: [String: [Int]] = [:]
    for (index, entity) in entities.enumerated() where !laterIDs.contains(entity.id) { byName[mainName(entity), default: []].append(index) }
    var fresh: [Entity] = []
    for entity in later {
        if !ids.contains(entity.id), let same = byName[mainName(entity)], same.count == 1, let index = same.first, entities[index].kind == entity.kind {
            entities[index].keys.append(entity.id)
            entities[index] = union(entities[index], entity)
        } else {
            fresh.append(entity)
        }
    }
    return merged(entities, fresh)
}

private func merged(_ first: [Entity], _ second: [Entity]) -> [Entity] {
    var entities: [Entity] = []
    var byID: [String: Int] = [:]
    for entity in first + second {
        if let index = byID[entity.id] {
            entities[index] = union(entities[index], entity)
        } else {
            byID[entity.id] = entities.count
            entities.append(entity)
        }
    }
    return entities
}

private func union(_ entity: Entity, _ other: Entity) -> Entity {
    var whole = entity
    for name in other.names where !whole.names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { whole.names.append(name) }
    for key in other.keys where !whole.keys.contains(key) { whole.keys.append(key) }
    return whole
}

/// What the comparison of any pair of versions in a run shares.
struct Context: Sendable {
    let words: Words
    let authority: [Entity]
    let options: Options

    /// Whether a finding about this name is to come first.
    func isWatched(_ subject: Subject?) -> Bool {
        guard let subject, !options.watched.isEmpty else { return false }
        let pack = LanguagePack.named("en") ?? .none
        let form = NameForm(subject.name, kind: .unknown, pack: pack)
        return options.watched.contains { subject.id == $0 || subject.id == "#" + $0 || sameness(NameForm($0, kind: .unknown, pack: pack), form) != .different }
    }

    /// The last versions of two records.
    func compare(_ old: Record, _ new: Record, _ alignment: Alignment?) -> RecordReport {
        let id = old.id.utf8.elementsEqual(new.id.utf8) || new.id == "-" ? old.id : new.id
        var report = RecordReport(id: id, title: new.title.isEmpty ? old.title : new.title)
        guard let before = old.versions.last, let after = new.versions.last else { return report }
        let detected = judge(before, after, alignment, from: 0, to: 1, into: &report)
        report.findings = finished(report.findings, record: id, isWatched: isWatched)
        report.ledger = detected.ledger
        return report
    }

    /// A record that the other edition does not have.
    func onlySide(_ record: Record, isOld: Bool) -> RecordReport {
        var report = RecordReport(id: record.id, title: record.title)
        guard let version = record.versions.last else { return report }
        report.findings = finished([recordFinding(record, version, isGone: isOld, from: 0, to: 1)], record: record.id)
        report.changes.deleted = isOld ? version.passages.count : 0
        report.changes.inserted = isOld ? 0 : version.passages.count
        return report
    }

    /// A whole record that is there on one side only, with the names that it holds.
    func recordFinding(_ record: Record, _ version: Version, isGone: Bool, from: Int, to: Int) -> Finding {
        let name = record.title.isEmpty ? record.id : record.title
        let (line, column) = version.source.position(of: Int(version.extent.start))
        let place = Place(
            span: name, text: name, path: version.path(of: version.nodes.isEmpty ? -1 : 0), line: line, column: column, offset: Int(version.extent.start),
            length: version.extent.count)
        let language = LanguageGuess.language(of: version, words: words, stated: options.language)
        let seen = Detection.inspect(version, words: words, authority: authority, language: language).names
        // Names that mark-up or authority vouch for come first, the most frequent before the others.
        let names = seen.enumerated().sorted { ($0.element.trust == "capitals" ? 1 : 0, -$0.element.count, $0.offset) < ($1.element.trust == "capitals" ? 1 : 0, -$1.element.count, $1.offset) }
            .map(\.element.name)
        let verb = isGone ? "named" : "names"
        let held = names.isEmpty ? "" : "; it \(verb) \(names.prefix(8).joined(separator: ", "))\(names.count > 8 ? " and \(names.count - 8) more" : "")"
        return Finding(
            rule: isGone ? .erasureRecord : .interpolationRecord, from: from, to: to, scope: .edition, entity: Subject(id: record.id, name: name),
            before: isGone ? place : nil, after: isGone ? nil : place,
            message: "the record '\(name)' (\(version.tokens.count) words) is not in the \(isGone ? "later" : "earlier") edition\(held)",
            evidence: [Evidence(kind: "search", detail: "looked for by its id '\(record.id)' and by its passages")])
    }

    /// Aligns and judges two versions; adds the findings and counts to the record's report.
    func judge(_ before: Version, _ after: Version, _ alignment: Alignment? = nil, from: Int, to: Int, into report: inout RecordReport) -> Detected {
        let pair = pair(before, after, alignment)
        let detected = detect(pair)
        report.findings += detected.findings.map { finding in
            var placed = finding
            placed.from = from
            placed.to = to
            return placed
        }
        let counts = pair.alignment.counts
        var changes = Changes()
        changes.reworded = counts.reworded
        changes.inserted = counts.inserted
        changes.deleted = counts.deleted
        changes.moved = counts.moved
        changes.split = counts.split
        changes.merged = counts.merged
        report.changes.add(changes)
        report.neutral.merge(detected.neutral, uniquingKeysWith: +)
        report.unclassified += detected.unclassified
        report.rebuilds = report.rebuilds && pair.alignment.rebuilds
        report.limitsReached += pair.alignment.limits + detected.limits
        return detected
    }

    func pair(_ before: Version, _ after: Version, _ alignment: Alignment? = nil) -> VersionPair {
        let language = LanguageGuess.language(of: before.tokens.isEmpty ? after : before, words: words, stated: options.language)
        return VersionPair(
            old: before, new: after, alignment: alignment ?? align(before, after), words: words, authority: authority,
            pack: LanguagePack.named(language) ?? .none, language: language, watched: options.watched,
            minimumConfidence: options.minimumConfidence, minimumConfidenceWatched: options.minimumConfidenceWatched)
    }
}
