import Records

/// Records of two documents, put side by side.
enum RecordPair: Sendable {
    case both(Record, Record)
    case gone(Record)
    case added(Record)
}

func paired(_ old: Document, _ new: Document) -> [RecordPair] {
    if old.records.count == 1, new.records.count == 1 { return [.both(old.records[0], new.records[0])] }
    // Records that share an id pair in order.
    var byID: [String: [Int]] = [:]
    for (index, record) in new.records.enumerated().reversed() { byID[record.id, default: []].append(index) }
    var taken: Set<Int> = []
    var pairs: [RecordPair] = []
    for record in old.records {
        if let index = byID[record.id]?.popLast() {
            taken.insert(index)
            pairs.append(.both(record, new.records[index]))
        } else {
            pairs.append(.gone(record))
        }
    }
    renamed(&pairs, new, &taken)
    reentered(&pairs, new, &taken)
    for (index, record) in new.records.enumerated() where !taken.contains(index) { pairs.append(.added(record)) }
    return pairs
}

/// A record that only changed its id is the record with which it shares half of its passages, word for word.
private func renamed(_ pairs: inout [RecordPair], _ new: Document, _ taken: inout Set<Int>) {
    var holders: [UInt64: [Int]] = [:]
    for (index, record) in new.records.enumerated() where !taken.contains(index) {
        for passage in record.lastReadable?.passages ?? [] where passage.tokens.count >= MovesBetweenRecords.fewestWords {
            holders[passage.wordHash, default: []].append(index)
        }
    }
    guard !holders.isEmpty else { return }
    for position in pairs.indices {
        guard case .gone(let record) = pairs[position], let version = record.lastReadable else { continue }
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

/// An entry of a register that was deleted and entered anew under another id has short passages only: it is the one with which it shares half of
/// them, and at least two that no other record has (its dates, its remark; not the words that every entry has).
private func reentered(_ pairs: inout [RecordPair], _ new: Document, _ taken: inout Set<Int>) {
    guard pairs.contains(where: { if case .gone = $0 { true } else { false } }), taken.count < new.records.count else { return }
    // A passage that only one record has nominates it: what every entry has would nominate all.
    var holder: [UInt64: Int?] = [:]
    for (index, record) in new.records.enumerated() {
        for hash in Set(record.versions.last?.passages.map(\.wordHash) ?? []) { holder[hash] = .some(holder[hash] == nil ? index : nil) }
    }
    for position in pairs.indices {
        guard case .gone(let record) = pairs[position], let own = record.versions.last?.passages, !own.isEmpty else { continue }
        var rare: [Int: Int] = [:]
        for passage in own {
            if let index = holder[passage.wordHash] ?? nil, !taken.contains(index) { rare[index, default: 0] += 1 }
        }
        guard let best = rare.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2 else { continue }
        let others = Set(new.records[best.key].versions.last?.passages.map(\.wordHash) ?? [])
        guard own.count(where: { others.contains($0.wordHash) }) * 2 >= own.count else { continue }
        taken.insert(best.key)
        pairs[position] = .both(record, new.records[best.key])
    }
}
