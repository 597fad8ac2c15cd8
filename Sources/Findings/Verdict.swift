import Records

/// The verdict line: what was found, in one sentence.
extension RevisionReport {
    /// How many different things the line tells before it counts the rest.
    private static let told = 5
    /// How many names of one kind it lists.
    private static let namesTold = 4

    func headline(_ summary: Summary) -> String {
        let rest = "\(counted(summary.harmless, "harmless change")), \(summary.unclassified) not classified"
        guard summary.events > 0 else { return "no revision found; " + rest }
        let phrases = phrases()
        let more = phrases.count > Self.told ? "; and \(phrases.count - Self.told) more" : ""
        let story = phrases.prefix(Self.told).joined(separator: "; ") + more
        if summary.notes == summary.events { return "no revision above a note; \(counted(summary.notes, "note")): \(story); \(rest)" }
        let notes = summary.notes > 0 ? " (\(counted(summary.notes, "note")) among them)" : ""
        return "\(counted(summary.events, "event"))\(notes): \(story); \(rest)"
    }

    /// What happened, each thing once: first who is gone, then the leading findings by severity, then the rest.
    private func phrases() -> [String] {
        var gone = Tally()
        var told: [Severity: Tally] = [:]
        for record in records {
            for members in record.eventMembers {
                for index in members where record.findings[index].rule == .erasureEntity && record.findings[index].severity > .note {
                    let finding = record.findings[index]
                    gone.add(finding.entity.map(named) ?? "somebody", under: when(finding, in: record))
                }
                let leading = record.findings[members[0]]
                guard leading.rule != .erasureEntity || leading.severity <= .note else { continue }
                told[leading.severity, default: Tally()].add(phrase(leading, in: record), under: when(leading, in: record))
            }
        }
        for finding in findings { told[finding.severity, default: Tally()].add(finding.rule.says, under: "") }
        var phrases = gone.groups.map { when, names in
            let shown = names.prefix(Self.namesTold).map(\.text)
            let left = names.count - shown.count
            return listed(shown + (left > 0 ? ["\(left) more"] : [])) + " erased" + when
        }
        for severity in Severity.allCases.reversed() {
            for (when, group) in told[severity]?.groups ?? [] {
                phrases += group.map { $0.text + when + ($0.count > 1 ? " (\($0.count) times)" : "") }
            }
        }
        return phrases
    }

    /// With more than two versions, the one in which it happened.
    private func when(_ finding: Finding, in record: RecordReport) -> String {
        let labels = record.versions ?? versions
        return labels.count > 2 && labels.indices.contains(finding.to) ? " in \(labels.name(of: finding.to))" : ""
    }

    private func phrase(_ finding: Finding, in record: RecordReport) -> String {
        let who = finding.entity.map(named) ?? "a name"
        let other = finding.other.map(named) ?? finding.after?.span ?? "another"
        switch finding.rule.id {
        case "erasure.entity": return "\(who) erased"
        case "erasure.mention": return "\(who) dropped in one place"
        case "erasure.anonymised": return "\(who) made nameless"
        case "erasure.list-omission": return "\(who) left out of a list"
        case "erasure.passage": return "a passage removed"
        case "erasure.record": return "record '\(record.title.isEmpty ? record.id : record.title)' missing"
        case "erasure.image": return "a picture or its caption changed"
        case "interpolation.entity": return "\(who) added"
        case "interpolation.passage": return "a passage added"
        case "interpolation.record": return "record '\(record.title.isEmpty ? record.id : record.title)' added"
        case "attribution.agent-replaced": return "\(isBlame(finding, in: record) ? "blame" : "credit") moved from \(who) to \(other)"
        case "attribution.agent-dropped": return "\(who) dropped from those who acted"
        case "attribution.agent-diluted": return "\(who) given a companion"
        case "attribution.agent-deleted": return "what \(who) did told without \(who)"
        case "attribution.agent-added": return "a deed given to \(who)"
        case "attribution.speaker-replaced": return "words of \(who) given to \(other)"
        case "attribution.speaker-deleted": return "words of \(who) told without a speaker"
        case "attribution.quote-altered": return "a quotation altered"
        case "attribution.author-replaced": return "authorship moved from \(who) to \(other)"
        case "attribution.author-removed": return "\(who) no longer named as author"
        case "attribution.author-added": return "\(who) named as author"
        case "attribution.identity-changed": return "words about \(who) now mean \(other)"
        case "attribution.source-removed": return "a source removed"
        case "attribution.source-replaced": return "a source replaced"
        case "attribution.source-added": return "a source added"
        case "fact.date": return "a date changed"
        case "fact.date-removed": return "a date removed"
        case "fact.number": return "a number changed"
        case "fact.number-removed": return "a number removed"
        case "fact.place": return "a place changed"
        case "fact.name": return "a name's letters changed"
        default: return finding.rule.says
        }
    }

    private func isBlame(_ finding: Finding, in record: RecordReport) -> Bool {
        guard let from = finding.entity?.id, let to = finding.other?.id else { return false }
        return record.ledger.creditTransfer.contains { $0.kind == .blame && $0.from == from && $0.to == to }
    }

    private func named(_ subject: Subject) -> String { subject.name.isEmpty ? subject.id : subject.name }
}

/// Texts in the order in which they first came, with how often, under headings in their order.
private struct Tally {
    private(set) var groups: [(heading: String, texts: [(text: String, count: Int)])] = []

    private var groupOf: [String: Int] = [:]
    private var placeOf: [String: [String: Int]] = [:]

    mutating func add(_ text: String, under heading: String) {
        let group = groupOf[heading] ?? groups.count
        if group == groups.count {
            groupOf[heading] = group
            groups.append((heading, []))
        }
        if let known = placeOf[heading]?[text] {
            groups[group].texts[known].count += 1
        } else {
            placeOf[heading, default: [:]][text] = groups[group].texts.count
            groups[group].texts.append((text, 1))
        }
    }
}

/// "1 event", "3 events"
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// "a", "a and b", "a, b and c"
private func listed(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
}
