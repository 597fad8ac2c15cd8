import PlainText
import Records

/// A text of a revision: its main one, or one of another role.
struct Slot {
    var role = "main"
    var model = ""
    /// The size that the export states.
    var bytes: Int?
    /// The checksum that the export states.
    var sum: [UInt8] = []
    var text: [UInt8] = []
    /// From the text to the bytes of the page.
    var map = SourceMap()
    var hasText = false
    var isDeleted = false
    var offset: Int

    init(offset: Int) { self.offset = offset }

    /// An export without texts (a stub) states the size of a text that it does not hold.
    var isMissing: Bool { !hasText || text.isEmpty && (bytes ?? 0) > 0 }
}

/// A revision while it is read.
struct RevisionUnderWay {
    var start: Int
    var id: [UInt8] = []
    var timestamp: [UInt8] = []
    var by: String?
    var comment: String?
    var isMinor = false
    var withheld: Withheld = []
    var sum: [UInt8] = []
    /// The main slot first. The text may come before or after its model.
    var slots: [Slot] = []
    var mainModel = ""
    var census = Census()

    init(start: Int) { self.start = start }

    mutating func setModel(_ model: String) {
        if slots.last.map({ $0.role != "main" || !$0.hasText && slots.count > 1 }) == true { slots[slots.count - 1].model = model } else { mainModel = model }
    }
    mutating func setRole(_ role: String) { if !slots.isEmpty { slots[slots.count - 1].role = role } }
}

/// Equal texts that are read in the same way.
struct TextIdentity: Hashable {
    var sum: RevisionChecksum
    var length: Int
    var model: String
}

/// A page while it is read.
struct PageUnderWay {
    let start: Int
    let place: (line: Int, column: Int)
    var title = ""
    var id: [UInt8] = []
    var namespace = ""
    var revision: RevisionUnderWay?
    var census = Census()
    /// With the offset in the input where each stands.
    var warnings: [(code: String, message: String, offset: Int)] = []
    var checksums = Checksums()
    /// Versions in the order of the file.
    var read: [(version: Version, instant: Instant?, id: Int?, offset: Int)] = []
    /// For each text the version that it was first read into, and the census of the text alone.
    var bySum: [TextIdentity: (version: Int, census: Census)] = [:]
    var modelsTold: Set<String> = []

    init(start: Int, place: (line: Int, column: Int)) {
        self.start = start
        self.place = place
    }

    mutating func begin(_ offset: Int) { revision = RevisionUnderWay(start: offset) }

    mutating func count(_ characters: Int, _ kind: String) {
        if revision != nil {
            revision?.census.read += characters
            revision?.census.setAside[kind, default: 0] += characters
        } else {
            census.read += characters
            census.setAside[kind, default: 0] += characters
        }
    }

    mutating func take(_ piece: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard let last = revision?.slots.indices.last else { return }
        let length = revision?.slots[last].text.count ?? 0
        revision?.slots[last].map.add(text: length, source: offset - start)
        revision?.slots[last].text.append(contentsOf: piece)
    }
}

extension MediaWikiReader {
    /// Warnings of one kind about one page that are listed one by one: enough to know; the others are counted.
    static let listedWarnings = 20

    func endRevision(at end: Int) {
        guard var revision = page?.revision else { return }
        page?.revision = nil
        guard var page = self.page else { return }
        self.page = nil
        defer { self.page = page }
        let label = self.label(revision)
        if revision.slots.isEmpty || revision.slots[0].role != "main" { revision.slots.insert(Slot(offset: revision.start), at: 0) }
        revision.slots[0].model = revision.mainModel
        if revision.slots[0].isDeleted { revision.withheld.insert(.text) }
        if revision.slots[0].isMissing, !revision.slots[0].isDeleted {
            revision.withheld.formUnion([.text, .leftOut])
            warn("no-text", "revision \(label.label) states a text that the export does not hold (a stub export?); it is not compared", revision.slots[0].offset, &page)
        }
        check(ids: revision, label.label, &page)
        var sums: [RevisionChecksum] = []
        var version: Version
        var identity: TextIdentity?
        if !revision.withheld.contains(.text) {
            sums = revision.slots.map { slot in slot.text.withUnsafeBufferPointer { RevisionChecksum(of: $0) } }
            checkSizes(revision, label.label, &page)
            if revision.slots.count == 1 { identity = TextIdentity(sum: sums[0], length: revision.slots[0].text.count, model: revision.slots[0].model) }
        }
        if let identity, let first = page.bySum[identity] {
            version = copied(page.read[first.version].version, revision, label)
            version.census = first.census
        } else {
            version = self.version(revision, label, &page)
            if let identity { page.bySum[identity] = (page.read.count, version.census) }
        }
        version.census.add(revision.census)
        version.checksum = checksum(revision, sums, label.label, &page)
        version.withheld = revision.withheld
        version.extent = TextRange(revision.start - page.start, end - page.start)
        page.read.append((version, Instant(revision.timestamp), Int(String(decoding: revision.id, as: UTF8.self)), revision.start))
    }

    private func label(_ revision: RevisionUnderWay) -> VersionLabel {
        let id = String(decoding: revision.id, as: UTF8.self)
        var label = VersionLabel(number: 0, label: id.isEmpty ? "-" : id, source: name)
        label.date = revision.timestamp.isEmpty ? nil : String(decoding: revision.timestamp, as: UTF8.self)
        label.by = revision.by.flatMap { $0.isEmpty ? nil : $0 }
        label.reason = revision.comment.flatMap { $0.isEmpty ? nil : $0 }
        label.isMinor = revision.isMinor
        return label
    }

    private func chain() -> [Node] {
        [
            Node(element: wikitext.symbols.symbol("page"), parent: -1, ordinal: 1),
            // Its number is set when all revisions of the page are there.
            Node(element: wikitext.symbols.symbol("revision"), parent: 0, ordinal: 1),
        ]
    }

    /// The version of a revision whose text is read for the first time.
    private func version(_ revision: RevisionUnderWay, _ label: VersionLabel, _ page: inout PageUnderWay) -> Version {
        var assembly = VersionAssembly(label, chain: chain(), language: language.isEmpty ? .none : wikitext.symbols.symbol(language))
        var map = SourceMap()
        var start = 0
        for slot in revision.slots {
            let characters = slot.text.withUnsafeBufferPointer { countCharacters($0) }
            assembly.version.census.read += characters
            if revision.withheld.contains(.text), slot.role == "main" || slot.isDeleted {
                if characters > 0 { assembly.version.census.setAside["withheld", default: 0] += characters }
                continue
            }
            if let kind = setAside(slot, &page) {
                if characters > 0 { assembly.version.census.setAside[kind, default: 0] += characters }
                continue
            }
            map.add(slot.map, at: start)
            slot.text.withUnsafeBufferPointer { wikitext.read($0, isPlain: slot.model == "text", into: &assembly, at: start) }
            start += slot.text.count
        }
        return assembly.finished(map)
    }

    /// A version with the text of another: only where it stands differs.
    private func copied(_ other: Version, _ revision: RevisionUnderWay, _ label: VersionLabel) -> Version {
        var version = other
        version.label = label
        version.map = other.map.through(revision.slots[0].map)
        for index in version.passages.indices {
            let range = version.passages[index].text
            guard !range.isEmpty else { continue }
            version.passages[index].source = TextRange(version.map.source(of: Int(range.start)), version.map.source(of: Int(range.end) - 1) + 1)
        }
        return version
    }

    /// Why a slot is not compared; nil for wikitext and plain text.
    private func setAside(_ slot: Slot, _ page: inout PageUnderWay) -> String? {
        switch slot.model {
        case "", "wikitext", "text": return nil
        default:
            let kind = slot.role == "main" ? slot.model : "slot \(slot.role)"
            if page.modelsTold.insert(kind).inserted {
                warn("content-model", "content of the model '\(slot.model)' is no text of a record; it is set aside", slot.offset, &page)
            }
            return kind
        }
    }

    // MARK: checks

    func warn(_ code: String, _ message: String, _ offset: Int, _ page: inout PageUnderWay) {
        page.warnings.append((code, message, offset))
    }

    private func check(ids revision: RevisionUnderWay, _ label: String, _ page: inout PageUnderWay) {
        if revision.id.first == 0x2D { warn("id", "the revision id '\(label)' is negative", revision.start, &page) }
        if revision.id.isEmpty { warn("id", "a revision without an id", revision.start, &page) }
        if Instant(revision.timestamp) == nil {
            let stated = String(decoding: revision.timestamp, as: UTF8.self)
            warn("timestamp", "revision \(label) has the timestamp '\(stated)', which is no moment; it keeps its place in the file", revision.start, &page)
        }
    }

    private func checkSizes(_ revision: RevisionUnderWay, _ label: String, _ page: inout PageUnderWay) {
        for slot in revision.slots {
            if let stated = slot.bytes, stated != slot.text.count {
                warn("size", "revision \(label) states a text of \(stated) bytes; it has \(slot.text.count)", slot.offset, &page)
            }
        }
    }

    /// The stated checksum and whether the text has it. A checksum is stated of each slot, and of the revision.
    private func checksum(_ revision: RevisionUnderWay, _ sums: [RevisionChecksum], _ label: String, _ page: inout PageUnderWay) -> Checksum? {
        let own = RevisionChecksum.isStated(revision.sum) ? revision.sum : nil
        let ofMain = RevisionChecksum.isStated(revision.slots[0].sum) ? revision.slots[0].sum : nil
        guard let stated = own ?? ofMain else { return nil }
        let text = String(decoding: stated, as: UTF8.self)
        guard sums.count == revision.slots.count else { return Checksum(stated: text, matches: nil) }
        var matches = true
        for (slot, sum) in zip(revision.slots, sums) where RevisionChecksum.isStated(slot.sum) { matches = matches && sum.isStated(as: slot.sum) }
        if let own {
            let inOrder = zip(revision.slots, sums).sorted { $0.0.role.utf8.lexicographicallyPrecedes($1.0.role.utf8) }.map(\.1)
            matches = matches && (RevisionChecksum.sum(of: inOrder)?.isStated(as: own) ?? false)
        }
        page.checksums.checked += 1
        if matches { page.checksums.matched += 1 }
        return Checksum(stated: text, matches: matches)
    }
}
