import Records

/// The verdict line: what was found, in one sentence.
extension RevisionReport {
    /// Characters of the whole line: less than four lines of 80 columns.
    private static let longest = 300
    /// So many things are told whatever they take.
    private static let toldAlways = 2
    /// Of many moves of credit (in a history of many versions) so many are told: who was erased must find room.
    private static let movesTold = 2

    func headline(_ summary: Summary) -> String {
        let rest = "\(counted(summary.harmless, "harmless change")), \(summary.unclassified) not classified"
        guard summary.events > 0 else { return "no revision found; " + rest }
        let head: String
        if summary.notes == summary.events {
            head = "no revision above a note; \(counted(summary.notes, "note"))"
        } else {
            let notes = summary.notes == 1 ? ", 1 of them a note" : summary.notes > 1 ? ", \(summary.notes) of them notes" : ""
            head = counted(summary.events, "event") + notes
        }
        return "\(head): \(story(room: Self.longest - head.count - rest.count - 4, events: summary.events)); \(rest)"
    }

    /// What happened, each thing once, as long as there is room; then how many events have not been told of.
    private func story(room: Int, events: Int) -> String {
        var told: [String] = []
        var used = 0
        var eventsTold: Set<Int> = []
        var moves = 0
        for chapter in chapters() {
            if chapter.phrase.rank == .moved {
                guard moves < Self.movesTold else { continue }
                moves += 1
            }
            // What takes too much room is told without names, or passed over: a shorter thing may still be told.
            func fits(_ text: String) -> Bool { told.count < Self.toldAlways || used + text.count + 2 <= room }
            guard let text = [chapter.text, chapter.counted].compactMap({ $0 }).first(where: fits) else { continue }
            told.append(text)
            used += text.count + 2
            eventsTold.formUnion(chapter.events)
        }
        let left = events - eventsTold.count
        return told.joined(separator: "; ") + (left > 0 ? "; and \(counted(left, "more event"))" : "")
    }

    /// Equal phrases about several people are one chapter.
    private func chapters() -> [Chapter] {
        var chapters: [Chapter] = []
        var placeOf: [Phrase.Key: Int] = [:]
        var event = -1
        func add(_ phrase: Phrase) {
            let place = placeOf[phrase.key] ?? chapters.count
            if place == chapters.count {
                placeOf[phrase.key] = place
                chapters.append(Chapter(phrase: phrase))
            }
            chapters[place].add(phrase.name, of: event)
        }
        for record in records {
            for members in record.eventMembers {
                event += 1
                for phrase in phrases(members, of: record) { add(phrase) }
            }
        }
        for finding in findings {
            event += 1
            add(Phrase(.rest(finding.severity), finding.rule.says))
        }
        return chapters.enumerated().sorted { ($0.element.phrase.rank, $0.offset) < ($1.element.phrase.rank, $1.offset) }.map(\.element)
    }

    /// What the line says of an event: where credit moved and who was erased, of whichever finding; of the others the leading one.
    private func phrases(_ members: [Int], of record: RecordReport) -> [Phrase] {
        let leading = record.findings[members[0]]
        var phrases: [Phrase] = []
        func add(_ phrase: Phrase) { if !phrases.contains(phrase) { phrases.append(phrase) } }
        if leading.rule == .erasurePassage, let phrase = passage(leading, members.map { record.findings[$0] }, in: record) {
            add(phrase)
        } else {
            add(phrase(leading, in: record))
            for index in members.dropFirst() {
                let finding = record.findings[index]
                switch finding.rule {
                case .erasureEntity where finding.severity > .note, .attributionAgentReplaced, .attributionSpeakerReplaced, .erasureListOmission:
                    add(phrase(finding, in: record))
                default: break
                }
            }
        }
        return phrases
    }

    /// A passage or section that took names with it; nil where it took none, or at most two that capital letters alone make names.
    private func passage(_ leading: Finding, _ event: [Finding], in record: RecordReport) -> Phrase? {
        let last = event.filter { $0.rule == .erasureEntity }.enumerated()
            .sorted { ($1.element.severity, $1.element.confidence, $0.offset) < ($0.element.severity, $0.element.confidence, $1.offset) }
        guard last.count > 2 || last.first?.element.severity == .error else { return nil }
        let gone = last.map { $0.element.entity.map(named) ?? "somebody" }
        // Only the message knows how much of a section it was: "a section of 21 passages and 3500 words is gone".
        let size = leading.message.prefixMatch(of: /a section of \d+ passages/).map { String($0.0) } ?? "a passage"
        let names = gone.count > 2 ? [gone[0], "\(gone.count - 1) more"] : gone
        return Phrase(.removed, "\(size) removed\(when(leading, in: record)) with the last mention of \(listed(names))")
    }

    /// With more than two versions, the one in which it happened.
    private func when(_ finding: Finding, in record: RecordReport) -> String {
        let labels = record.versions ?? versions
        return labels.count > 2 && labels.indices.contains(finding.to) ? " in \(labels.name(of: finding.to))" : ""
    }

    private func phrase(_ finding: Finding, in record: RecordReport) -> Phrase {
        var phrase = Phrase(
            finding, who: finding.entity.map(named) ?? "a name", other: finding.other.map(named) ?? finding.after?.span ?? "another",
            record: record.title.isEmpty ? record.id : record.title, isBlame: isBlame(finding, in: record))
        phrase.when = when(finding, in: record)
        return phrase
    }

    private func isBlame(_ finding: Finding, in record: RecordReport) -> Bool {
        guard let from = finding.entity?.id, let to = finding.other?.id else { return false }
        return record.ledger.creditTransfer.contains { $0.kind == .blame && $0.from == from && $0.to == to }
    }

    private func named(_ subject: Subject) -> String { subject.name.isEmpty ? subject.id : subject.name }
}

/// "1 event", "3 events"
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// "a", "a and b", "a, b and c"
package func listed(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
}
