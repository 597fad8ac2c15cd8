import PlainText
import Records

/// A page that was read: its revisions in the order of time, as a document of one record.
extension PageUnderWay {
    func document(end: Int, _ reader: MediaWikiReader) -> Document {
        let source = Source(name: reader.name, bytes: reader.window.bytes(start..<end), base: start, start: place)
        var warnings = self.warnings
        checkPage(&warnings)
        var document = Document(source: reader.name, vocabulary: "mediawiki", holdsVersions: true)
            var versions: [Version] = []
        for (number, index) in inOrder(&warnings).enumerated() {
            var version = read[index].version
            version.label.number = number
            version.source = source
            version.symbols = reader.wikitext.symbols
            version.nodes[1].ordinal = UInt32(number + 1)
            version.nodes[1].hasTwin = read.count > 1
            document.census.add(version.census)
            versions.append(version)
        }
        document.census.add(census)
        document.editions = versions.map(\.label)
        let id = String(decoding: id, as: UTF8.self)
        document.records = [Record(id: id.isEmpty ? "-" : id, title: title, versions: versions)]
        if !reader.sharesWords { document.words = reader.words }
        document.checksums = checksums
        if reader.wikitext.isTooDeep {
            document.limits.append("mark-up within mark-up: \(WikitextLimits.depth) levels; what is deeper was read as plain text")
            reader.wikitext.isTooDeep = false
        }
        document.warnings = worded(warnings, source)
        return document
    }

    private func checkPage(_ warnings: inout [(code: String, message: String, offset: Int)]) {
        let name = String(decoding: id, as: UTF8.self)
        if id.first == 0x2D { warnings.append(("id", "the page id '\(name)' is negative", start)) }
        if id.isEmpty { warnings.append(("id", "a page without an id", start)) }
        if title.unicodeScalars.contains(where: { Self.isBidiControl($0.value) }) {
            warnings.append(("invisible-character", "the title of page \(name) holds a character that turns the direction of writing: it may not read as it is shown", start))
        }
        var seen: Set<Int> = []
        for revision in read {
            if let id = revision.id, !seen.insert(id).inserted { warnings.append(("duplicate-id", "two revisions of page \(name) have the id '\(id)'", revision.offset)) }
        }
    }

    private static func isBidiControl(_ value: UInt32) -> Bool {
        switch value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C: true
        default: false
        }
    }

    /// The revisions by time, those of one second by their ids. One whose time cannot be read keeps its place after the one before it.
    private func inOrder(_ warnings: inout [(code: String, message: String, offset: Int)]) -> [Int] {
        var times: [Instant?] = []
        for revision in read { times.append(revision.instant ?? times.last ?? nil) }
        func comesBefore(_ one: Int, _ other: Int) -> Bool {
            if let left = times[one], let right = times[other], left != right { return left < right }
            // A revision without a time goes with the file's order only.
            if read[one].instant != nil, read[other].instant != nil, let left = read[one].id, let right = read[other].id, left != right { return left < right }
            return one < other
        }
        let order = read.indices.sorted(by: comesBefore)
        if let first = order.indices.first(where: { order[$0] != $0 }) {
            warnings.append(("order", "the revisions of page '\(title)' do not stand in the order of their times; they are taken by time, then by id", read[first].offset))
        }
        return order
    }

    private func worded(_ warnings: [(code: String, message: String, offset: Int)], _ source: Source) -> [Warning] {
        var counts: [(code: String, count: Int)] = []
        var worded: [Warning] = []
        for warning in warnings {
            let index = counts.firstIndex { $0.code == warning.code } ?? counts.count
            if index == counts.count { counts.append((warning.code, 0)) }
            counts[index].count += 1
            guard counts[index].count <= MediaWikiReader.listedWarnings else { continue }
            worded.append(Warning(code: warning.code, message: warning.message, source: source.name, line: source.position(of: warning.offset - source.base).line))
        }
        for (code, count) in counts where count > MediaWikiReader.listedWarnings {
            worded.append(Warning(code: code, message: "and \(count - MediaWikiReader.listedWarnings) more like this of page '\(title)'", source: source.name))
        }
        return worded
    }
}
