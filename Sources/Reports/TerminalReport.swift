public import Findings
import Records

/// The report for a terminal: the verdict line, then each event as compilers tell of errors, then who stands in which version, then the foot.
///
/// Nothing in record text, names or messages can act on the terminal: see `inert`.
public struct TerminalReport: Sendable {
    /// Columns; at least 20.
    public var width: Int
    /// Draw with colour, strike and underline; else changes stand in `[-…-]` and `{+…+}`.
    public var color: Bool
    /// Only ASCII for what the report itself draws.
    public var ascii: Bool
    /// Also the changes proved harmless and those that no rule names, one by one.
    public var showNeutral: Bool
    /// Also the evidence of each finding, and each finding of an event in a line of its own.
    public var verbose: Bool

    /// Lines of each sentence that are shown; the rest is left out around the change.
    private static let linesPerSentence = 3
    /// Lines about the other findings of an event.
    private static let othersTold = 6
    /// Entities of a record in the strip.
    private static let entitiesShown = 20

    public init(width: Int = 80, color: Bool = false, ascii: Bool = false, showNeutral: Bool = false, verbose: Bool = false) {
        self.width = max(20, width)
        self.color = color
        self.ascii = ascii
        self.showNeutral = showNeutral
        self.verbose = verbose
    }

    /// The whole report as UTF-8, ending with a line end.
    public func render(_ report: RevisionReport) -> [UInt8] {
        let summary = report.summary
        var lines = wrapped(Atom.words(inert(summary.headline), .strong), width: width, hang: 2, color: color)
        for record in report.records { add(record, of: report, to: &lines) }
        for finding in report.findings {
            lines.append("")
            lines += paragraph(Atom.words("\(finding.severity.rawValue)[\(finding.rule.id)]", style(finding.severity)) + Atom.words(inert(finding.message)))
        }
        lines.append("")
        for line in Foot(report, summary, showNeutral: showNeutral).lines { lines += paragraph(Atom.words(inert(line), .faint), hang: 2) }
        return Array((lines.map(disarmed).joined(separator: "\n") + "\n").utf8)
    }

    private var ellipsis: String { ascii ? "..." : "…" }

    private func paragraph(_ atoms: [Atom], first: String = "", hang: Int = 4) -> [String] {
        wrapped(atoms, width: width, first: first, hang: hang, color: color)
    }

    private func style(_ severity: Severity) -> Style {
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        case .neutral: .faint
        }
    }

    // MARK: one record

    private func add(_ record: RecordReport, of report: RevisionReport, to lines: inout [String]) {
        let labels = record.versions ?? report.versions
        let events = record.events.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        let harmless = showNeutral ? record.findings.filter { $0.severity == .neutral } : []
        let unnamed = showNeutral ? record.findings.filter { $0.rule == .changeOther } : []
        guard !events.isEmpty || !harmless.isEmpty || !unnamed.isEmpty || !record.ledger.entities.isEmpty else { return }
        if report.records.count > 1 {
            let title = record.title.isEmpty || record.title == record.id ? "" : ": " + record.title
            lines.append("")
            lines += paragraph(Atom.words(inert("record \(record.id)\(title)"), .strong), hang: 2)
        }
        for event in events {
            lines.append("")
            add(event.leading, in: record, labels, to: &lines)
            let others = OtherFindings(event.others, merging: !verbose).lines
            let shown = verbose ? others.count : min(others.count, Self.othersTold)
            for other in others.prefix(shown) {
                let rule = "\(other.severity.rawValue)[\(other.rule.id)]"
                lines += paragraph([Atom(text: "also"), Atom(text: rule)] + Atom.words(inert(other.text)), first: "  ", hang: 6)
            }
            if others.count > shown { lines += paragraph(Atom.words("also \(others.count - shown) more of this event"), first: "  ", hang: 6) }
            lines += paragraph(Atom.words(closing(event.leading), .faint), first: "  ", hang: 4)
        }
        for finding in harmless {
            lines.append("")
            add(finding, in: record, labels, to: &lines)
        }
        if !unnamed.isEmpty { lines += [""] + paragraph(Atom.words("not classified", .strong)) }
        for finding in unnamed {
            lines.append("")
            add(finding, in: record, labels, to: &lines)
        }
        addStrip(record.ledger, labels, to: &lines)
    }

    private func closing(_ finding: Finding) -> String {
        "\(finding.certainty.rawValue) certainty" + (finding.fingerprint.isEmpty ? "" : "; \(finding.fingerprint)")
    }

    // MARK: one finding

    private func add(_ finding: Finding, in record: RecordReport, _ labels: [VersionLabel], to lines: inout [String]) {
        let atoms = location(of: finding, in: record, labels)
            + [Atom(text: "\(finding.severity.rawValue)[\(finding.rule.id)]", style: style(finding.severity))] + Atom.words(inert(finding.message))
        lines += paragraph(atoms)
        let sentences = MarkedSentences(finding)
        let sides: [(gutter: String, words: [MarkedWord], isBefore: Bool)] = [
            sentences.before.map { (gutter(labels, finding.from, finding.before), $0, true) },
            sentences.after.map { (gutter(labels, finding.to, finding.after), $0, false) },
        ].compactMap { $0 }
        // Sentences under each other where the labels leave room for them; else the label is the beginning of the sentence.
        let widest = sides.map { displayWidth($0.gutter) }.max() ?? 0
        let hang = widest + 4 <= width / 3 ? widest + 4 : 4
        for side in sides {
            let columns = max(10, width - hang - 2) * Self.linesPerSentence
            var words = marked(excerpt(side.words, columns: columns, ellipsis: ellipsis), isBefore: side.isBefore)
            if hang > 4 {
                let pad = String(repeating: " ", count: widest - displayWidth(side.gutter)) + "  "
                lines += paragraph(words, first: "  " + side.gutter + pad, hang: hang)
            } else {
                if !words.isEmpty { words[0].gap = .space }
                lines += paragraph(Atom.words(side.gutter + ":") + words, first: "  ", hang: hang)
            }
        }
        guard verbose else { return }
        for evidence in finding.evidence {
            lines += paragraph(Atom.words(inert("\(evidence.kind): \(evidence.detail)"), .faint), first: "  ", hang: 6)
        }
    }

    private func location(of finding: Finding, in record: RecordReport, _ labels: [VersionLabel]) -> [Atom] {
        func place(_ version: Int, _ place: Place) -> String {
            let source = labels.indices.contains(version) ? labels[version].source : ""
            return "\(inert(source)):\(place.line):\(place.column)"
        }
        if let after = finding.after { return [Atom(text: place(finding.to, after) + ":", isWhole: true)] }
        if let before = finding.before {
            return [Atom(text: place(finding.from, before), isWhole: true)] + Atom.words("(\(label(labels, finding.from))):")
        }
        return [Atom(text: inert(record.id) + ":", isWhole: true)]
    }

    private func label(_ labels: [VersionLabel], _ version: Int) -> String {
        inert(labels.name(of: version))
    }

    private func gutter(_ labels: [VersionLabel], _ version: Int, _ place: Place?) -> String {
        label(labels, version) + (place?.cite.map { ", " + inert($0) } ?? "")
    }

    private func marked(_ words: [MarkedWord], isBefore: Bool) -> [Atom] {
        let (open, close) = isBefore ? ("[-", "-]") : ("{+", "+}")
        let style: Style = isBefore ? .erased : .added
        var atoms: [Atom] = []
        for (index, word) in words.enumerated() {
            let opens = word.isChanged && !(index > 0 && words[index - 1].isChanged)
            let closes = word.isChanged && !(index + 1 < words.count && words[index + 1].isChanged)
            let pieces = Atom.words(inert(word.text), word.isChanged && !word.isEllipsis ? style : .plain)
            for (number, piece) in pieces.enumerated() {
                var atom = piece
                if number == 0 { atom.gap = word.isSpaced ? .space : breaks(word) ? .breakable : .none }
                if opens, number == 0, !color { atom.text = open + atom.text }
                if closes, number == pieces.count - 1, !color { atom.text += close }
                atoms.append(atom)
            }
        }
        return atoms
    }

    /// A line may end before an ideograph, not before a mark of punctuation.
    private func breaks(_ word: MarkedWord) -> Bool {
        word.text.unicodeScalars.first.map { isWide($0.value) && $0.properties.isAlphabetic } ?? false
    }

    // MARK: who stands where

    private func addStrip(_ ledger: Ledger, _ labels: [VersionLabel], to lines: inout [String]) {
        let present = ledger.entities.filter { $0.presence.contains { ($0 ?? 0) > 0 } }
        guard !present.isEmpty else { return }
        let shown = present.prefix(Self.entitiesShown)
        let names = shown.map { shortened(inert($0.name), to: max(8, width / 3)) }
        let column = (names.map { displayWidth($0) }.max() ?? 0) + 2
        let most = shown.flatMap(\.presence).compactMap { $0 }.max() ?? 0
        let digits = max(2, String(most).count)
        lines.append("")
        let order = labels.indices.map { label(labels, $0) }.joined(separator: ascii ? " > " : " → ")
        lines += paragraph(Atom.words("mentions by version: \(order)", .faint), hang: 4)
        for (entry, name) in zip(shown, names) {
            let top = entry.presence.compactMap { $0 }.max() ?? 0
            let marks = entry.presence.map { mark($0, of: top) }.joined()
            let counts = entry.presence.map { count -> String in
                let text = count.map(String.init) ?? "-"
                return String(repeating: " ", count: max(0, digits - text.count)) + text
            }
            let first = "  " + name + String(repeating: " ", count: column - displayWidth(name))
            lines += paragraph([Atom(text: marks)] + counts.map { Atom(text: $0) }, first: first, hang: column + 2)
        }
        if present.count > shown.count { lines.append("  and \(present.count - shown.count) more") }
    }

    /// Much (over half of the most that this entity has), some, none; a space where the version does not cover the record. No sign of ASCII that a CI
    /// service reads as a command when it stands twice ("##", "::").
    private func mark(_ count: Int?, of most: Int) -> String {
        guard let count else { return ascii ? "-" : " " }
        if count == 0 { return ascii ? "." : "·" }
        return count * 2 > most ? (ascii ? "*" : "▇") : (ascii ? "+" : "▃")
    }

    private func shortened(_ text: String, to columns: Int) -> String {
        guard displayWidth(text) > columns else { return text }
        var result = ""
        var used = displayWidth(ellipsis)
        for character in text {
            used += displayWidth(String(character))
            if used > columns { break }
            result.append(character)
        }
        return result + ellipsis
    }
}
