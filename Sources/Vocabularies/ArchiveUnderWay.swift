import Records
import Settings
import XMLEvents

/// What a document with many versions has told so far: its editions, and the record under way.
struct ArchiveUnderWay {
    struct Edition {
        /// As versions name it (`edition/@n`).
        var name: String
        var label: VersionLabel
    }
    struct RecordUnderWay {
        var id: String
        var title = ""
        var covers: [String]?
        var versions: [VersionUnderWay] = []
        var ends: [Int] = []
        var source: Int
    }
    var editions: [Edition] = []
    var record: RecordUnderWay?
    var recordIDs: Set<String> = []
    /// The records, complete but for what only the end of the document tells.
    var finished: [RecordUnderWay] = []
    /// The nodes that a version's outline begins with, by the nodes of the document's own outline.
    var outlines: [ObjectIdentifier: [Int32]] = [:]
}

extension RecordReader {
    func edition(_ tag: StartTag) -> ArchiveUnderWay.Edition {
        let number = archive.editions.count
        let name = tag.string(.n, names) ?? String(number + 1)
        if archive.editions.contains(where: { $0.name == name }) { violate("the edition '\(name)' is declared twice", tag.source) }
        let when = tag.string(.when, names)
        return ArchiveUnderWay.Edition(
            name: name, label: VersionLabel(number: number, label: tag.string(.label, names) ?? when ?? name, date: when, source: source.name))
    }

    func beginRecord(_ tag: StartTag, _ meaning: Meaning) {
        let id = string(.id, tag, meaning) ?? "-"
        // Ids of unknown XML need not be unique; two records of one are paired in order.
        if !archive.recordIDs.insert(id).inserted, vocabulary.mapping == nil { violate("two records have the id '\(id)'", tag.source) }
        let covers = tag.string(.covers, names)?.split(separator: " ").map(String.init)
        if let unknown = covers?.first(where: { name in !archive.editions.contains { $0.name == name } }) {
            violate("the record '\(id)' covers the edition '\(unknown)', which is not declared", tag.source)
        }
        archive.record = ArchiveUnderWay.RecordUnderWay(id: id, covers: covers, source: tag.source)
    }

    func endRecord() {
        guard let record = archive.record else { return }
        archive.finished.append(record)
        archive.record = nil
    }

    /// Begins a version inside the document; its outline begins with the elements round it.
    func beginVersion(_ frame: inout Frame, _ tag: StartTag) {
        let outer = versions[0]
        let order = archive.record?.versions.count ?? archive.finished.count
        let meaning = meanings[frame.meaning]
        var label = VersionLabel(number: order, label: source.name, source: source.name)
        if archive.record != nil {
            let stated = meaning.rule < 0 ? tag.string(.edition, names) : strings(.edition, tag, meaning).first
            if let name = stated {
                // A mapping's editions are those that versions name, in that order.
                if meaning.rule >= 0, !archive.editions.contains(where: { $0.name == name }) {
                    let number = archive.editions.count
                    archive.editions.append(ArchiveUnderWay.Edition(name: name, label: VersionLabel(number: number, label: name, source: source.name)))
                }
                guard let edition = archive.editions.first(where: { $0.name == name }) else {
                    violate("the version names the edition '\(name)', which is not declared", tag.source)
                    return
                }
                label = edition.label
            } else if order < archive.editions.count {
                label = archive.editions[order].label
            } else {
                label.label = string(.n, tag, meaning) ?? String(order + 1)
            }
            if archive.record?.versions.contains(where: { $0.label.number == label.number }) == true {
                violate("the record has two versions for the edition '\(label.label)'", tag.source)
            }
            if let when = string(.when, tag, meaning) { label.date = when }
            if let own = string(.label, tag, meaning) ?? (stated == nil ? string(.when, tag, meaning) : nil) { label.label = own }
            label.by = tag.string(.resp, names) ?? string(.by, tag, meaning)
            label.reason = string(.reason, tag, meaning)
        }
        let version = VersionUnderWay(label: label, id: string(.id, tag, meaning) ?? "-", start: tag.source, in: room)
        room = VersionUnderWay.Room()
        var chain: [Int32] = []
        let id = string(.id, tag, meaning).map { symbols.symbol($0) } ?? .none
        var at = outer.addNode(names[tag.name].symbol, parent: frame.node, id: id).node
        while at >= 0 {
            chain.append(at)
            at = outer.nodes[Int(at)].parent
        }
        spans.divide(self)
        frame.node = version.copyNodes(chain.reversed(), from: outer)
        archive.outlines[ObjectIdentifier(version)] = chain.reversed()
        versions.append(version)
    }

    func endVersion(_ offset: Int) {
        guard versions.count > 1 else { return }
        spans.divide(self)
        let version = versions.removeLast()
        room = version.settle()
        if archive.record != nil {
            archive.record?.versions.append(version)
            archive.record?.ends.append(offset)
        } else {
            archive.finished.append(
                ArchiveUnderWay.RecordUnderWay(id: version.id, title: version.title, versions: [version], ends: [offset], source: version.extentStart))
        }
    }

    func violate(_ message: String, _ offset: Int) {
        if violation == nil { violation = (message, offset) }
    }

    /// Makes the records, when all is read.
    func endDocument(_ offset: Int) {
        guard let outer = versions.first else { return }
        if archive.record != nil { endRecord() }
        if vocabulary.mapping != nil, vocabulary.holdsVersions, !outer.isEmpty {
            outer.census.setAside["outside the versions", default: 0] += outer.census.compared
            outer.census.compared = 0
            warn("not-read", "text stands outside the versions and was not compared; say in the mapping that it is part of one", outer.extentStart)
        }
        census.add(outer.census)
        if outer.label.date == nil { outer.label.date = outer.printed }
        if archive.finished.isEmpty, !vocabulary.holdsVersions {
            records = [record(outer, id: outer.id, title: outer.title, position: 0, end: offset)]
            return
        }
        if !outer.isEmpty, !vocabulary.holdsVersions {
            records.append(record(outer, id: outer.id, title: outer.title, position: 0, end: offset))
        }
        for (position, finished) in archive.finished.enumerated() {
            var made: [Version] = []
            for (version, end) in zip(finished.versions, finished.ends) {
                census.add(version.census)
                if let outline = archive.outlines[ObjectIdentifier(version)] { version.copyTwins(outline, from: outer) }
                if version.label.date == nil { version.label.date = version.printed }
                made.append(version.version(source, symbols, end: end))
            }
            made.sort { $0.label.number < $1.label.number }
            if !vocabulary.holdsVersions { made = made.map { alone($0) } }
            let covers = finished.covers.map { names in archive.editions.indices.filter { names.contains(archive.editions[$0].name) } }
            records.append(
                Record(id: finished.id == "-" ? String(position + 1) : finished.id, title: finished.title, versions: made, covers: covers))
        }
    }

    private func alone(_ version: Version) -> Version {
        var version = version
        version.label.number = 0
        return version
    }

    private func record(_ version: VersionUnderWay, id: String, title: String, position: Int, end: Int) -> Record {
        let title = title.isEmpty ? version.firstText([.title, .heading]) ?? "" : title
        return Record(id: id, title: title, versions: [version.version(source, symbols, end: end)])
    }
}

extension VersionUnderWay {
    /// Begins the outline with copies of these nodes of another version; returns the last.
    func copyNodes(_ chain: [Int32], from outer: VersionUnderWay) -> Int32 {
        var parent: Int32 = -1
        for index in chain { parent = append(copyOf: outer.nodes[Int(index)], parent: parent) }
        return parent
    }

    /// Sets "has a later twin" of the copied nodes, which was not known when they were copied.
    func copyTwins(_ chain: [Int32], from outer: VersionUnderWay) {
        for (place, index) in chain.enumerated() { setTwin(place, outer.nodes[Int(index)].hasTwin) }
    }
}
