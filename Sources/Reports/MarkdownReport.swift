public import Findings
import Records

/// The report as GitHub-flavoured Markdown, for a pull request, a job summary or a wiki: the verdict, a table of events, each event with both
/// sentences, the foot. Record text in it cannot act: see `markdownEscaped`.
public struct MarkdownReport: Sendable {
    /// Also the changes proved harmless and those that no rule names, one by one.
    public var showNeutral: Bool
    /// Bytes at most; what does not fit is counted at the end. GitHub cuts a comment at 65,536 characters.
    public var largest: Int

    /// Columns of a sentence that are shown; the rest is left out around the change.
    private static let columnsPerSentence = 1000
    /// Columns of a message in the table.
    private static let columnsPerCell = 160
    /// Lines about the other findings of an event.
    private static let othersTold = 10

    public init(showNeutral: Bool = false, largest: Int = 60_000) {
        self.showNeutral = showNeutral
        self.largest = largest
    }

    /// The whole report as UTF-8, ending with a line end.
    public func render(_ report: RevisionReport) -> [UInt8] {
        let summary = report.summary
        let head = "**\(markdownEscaped(shortened(summary.headline, to: 2000)))**\n"
        let foot = "---\n\n" + Foot(report, summary, showNeutral: showNeutral).lines.map { markdownEscaped($0) }.joined(separator: "\n\n") + "\n"
        let entries = entries(report)
        guard !entries.isEmpty else { return Array((head + "\n" + foot).utf8) }
        // A third for the table, the rest for the details; room for the two lines that count what was left out.
        let room = max(0, largest - head.utf8.count - foot.utf8.count - 300)
        var table = Portion(room: room / 3)
        for (number, entry) in entries.enumerated() { table.add(row(number + 1, entry)) }
        var details = Portion(room: room - table.size)
        let firstUnnamed = entries.firstIndex { $0.event.leading.rule == .changeOther }
        for (number, entry) in entries.enumerated() {
            let heading = number == firstUnnamed ? "## not classified\n\n" : ""
            details.add(heading + detail(number + 1, entry, isRecordTold: report.records.count > 1))
        }
        var text = head + "\n| # | severity | rule | what | where |\n|---|---|---|---|---|\n" + table.text
        if table.left > 0 { text += "\n… and \(counted(table.left, "more row"))\n" }
        text += "\n" + details.text
        if details.left > 0 { text += "… and \(counted(details.left, "more event")), for which this report has no room\n\n" }
        return Array((text + foot).utf8)
    }

    private struct Entry {
        var event: Event
        var record: RecordReport
        var labels: [VersionLabel]
        var order: Int
    }

    /// Texts one after another until the room is used up; from then on they are only counted.
    private struct Portion {
        let room: Int
        var text = ""
        var left = 0
        var size: Int { text.utf8.count }

        init(room: Int) { self.room = room }

        mutating func add(_ piece: @autoclosure () -> String) {
            guard left == 0 else { return left += 1 }
            let piece = piece()
            if size + piece.utf8.count <= room { text += piece } else { left += 1 }
        }
    }

    /// All events: errors first, what was added last.
    private func entries(_ report: RevisionReport) -> [Entry] {
        var entries: [Entry] = []
        for record in report.records {
            let labels = record.versions ?? report.versions
            var events = record.events
            if showNeutral { events += record.findings.filter { $0.severity == .neutral || $0.rule == .changeOther }.map { Event(id: "", leading: $0) } }
            for event in events { entries.append(Entry(event: event, record: record, labels: labels, order: entries.count)) }
        }
        let corpus = RecordReport(id: "", title: "")
        for finding in report.findings {
            entries.append(Entry(event: Event(id: "", leading: finding), record: corpus, labels: report.versions, order: entries.count))
        }
        return entries.sorted { ($0.event.rank, $0.order) < ($1.event.rank, $1.order) }
    }

    private func row(_ number: Int, _ entry: Entry) -> String {
        let leading = entry.event.leading
        let message = markdownEscaped(shortened(leading.message, to: Self.columnsPerCell))
        return "| \(number) | \(leading.severity.rawValue) | `\(leading.rule.id)` | \(message) | \(place(of: leading, entry)) |\n"
    }

    private func detail(_ number: Int, _ entry: Entry, isRecordTold: Bool) -> String {
        let leading = entry.event.leading
        // Record text never begins a line: there a "-" or a "1." would open a list.
        var text = "### \(number). \(leading.severity.rawValue): \(leading.rule.id)\n\n**What**: \(markdownEscaped(leading.message))\n\n"
        if isRecordTold, !entry.record.id.isEmpty {
            text += "- record \(markdownEscaped(entry.record.id))"
            text += (entry.record.title.isEmpty ? "" : ": " + markdownEscaped(entry.record.title)) + "\n"
        }
        let sentences = MarkedSentences(leading)
        if let words = sentences.before {
            text += "- **\(label(entry, leading.from))**\(cite(leading.before)): \(marked(words, with: "~~"))\n"
        }
        if let words = sentences.after {
            text += "- **\(label(entry, leading.to))**\(cite(leading.after)): \(marked(words, with: "**"))\n"
        }
        let others = OtherFindings(entry.event.others).lines
        for other in others.prefix(Self.othersTold) {
            text += "- also \(other.severity.rawValue) `\(other.rule.id)`: \(markdownEscaped(other.text))\n"
        }
        if others.count > Self.othersTold { text += "- also \(others.count - Self.othersTold) more of this event\n" }
        // A proof of harmlessness and an unnamed change have no confidence to speak of.
        let certainty = leading.rule.statesConfidence ? ["\(leading.certainty.rawValue) certainty"] : []
        let closing = (certainty + (leading.fingerprint.isEmpty ? [] : ["`\(leading.fingerprint)`"])).joined(separator: "; ")
        text += (closing.isEmpty ? "" : "- \(closing)\n") + "\n"
        return text
    }

    private func label(_ entry: Entry, _ version: Int) -> String {
        markdownEscaped(entry.labels.name(of: version))
    }

    private func cite(_ place: Place?) -> String { place?.cite.map { ", " + markdownEscaped($0) } ?? "" }

    private func place(of finding: Finding, _ entry: Entry) -> String {
        func text(_ version: Int, _ place: Place) -> String {
            let source = entry.labels.indices.contains(version) ? entry.labels[version].source : ""
            return "\(markdownEscaped(source)):\(place.line):\(place.column)"
        }
        if let after = finding.after { return text(finding.to, after) }
        if let before = finding.before { return text(finding.from, before) + " (\(label(entry, finding.from)))" }
        return markdownEscaped(entry.record.id)
    }

    private func marked(_ words: [MarkedWord], with sign: String) -> String {
        let words = excerpt(words, columns: Self.columnsPerSentence)
        var text = ""
        // Runs of one kind are escaped as a whole: what acts may be spread over several words ("https", ":", "/", "/").
        var at = 0
        while at < words.count {
            var end = at
            var run = ""
            while end < words.count, words[end].isChanged == words[at].isChanged {
                if end > at, words[end].isSpaced { run += " " }
                run += words[end].text
                end += 1
            }
            if words[at].isSpaced, at > 0 { text += " " }
            if words[at].isChanged {
                let isGluedBefore = at > 0 && !words[at].isSpaced, isGluedAfter = end < words.count && !words[end].isSpaced
                text += isGluedBefore && !beginsWithLetter(run.unicodeScalars.first) ? markdownGap : ""
                text += sign + markdownEscaped(run) + sign
                text += isGluedAfter && !beginsWithLetter(run.unicodeScalars.last) ? markdownGap : ""
            } else {
                text += markdownEscaped(run)
            }
            at = end
        }
        return text
    }
}

/// Between a letter and a mark of punctuation Markdown takes `~~` and `**` for text, unless something stands between.
private func beginsWithLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
}

/// Cut to `columns` with an ellipsis.
private func shortened(_ text: String, to columns: Int) -> String {
    var used = 0
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        used += displayWidth(scalar)
        if used > columns { return String(result) + "…" }
        result.append(scalar)
    }
    return text
}
