public import Findings
import Language

extension RevisionReport {
    /// Only the events that concern a name: its own findings, those where it comes in or goes out, and those whose sentences hold it.
    public func only(_ name: String) -> RevisionReport {
        let pack = LanguagePack.named("en") ?? .none
        let wanted = NameForm(name, kind: .unknown, pack: pack)
        func isMeant(_ subject: Subject?) -> Bool {
            guard let subject else { return false }
            return subject.id == "#" + name || subject.id == name || sameness(wanted, NameForm(subject.name, kind: .unknown, pack: pack)) != .different
        }
        let words = wanted.words.filter { $0.utf8.count > 1 }
        func holds(_ text: String?) -> Bool {
            guard let text, let surname = words.last else { return false }
            return pack.sentences(of: text).contains { $0.tokens.contains { $0.isCapital && $0.folded == surname } }
        }
        var report = keepingEvents { finding in
            isMeant(finding.entity) || isMeant(finding.other) || holds(finding.before?.text) || holds(finding.after?.text)
        }
        for index in report.records.indices { report.records[index].ledger.entities.removeAll { !isMeant(Subject(id: $0.id, name: $0.name)) } }
        return report
    }

    /// Only these findings, by rule id, by family or by their severity. An empty list selects all.
    public func selecting(_ selected: [String], ignoring ignored: [String]) -> RevisionReport {
        if selected.isEmpty, ignored.isEmpty { return self }
        func matches(_ finding: Finding, _ patterns: [String]) -> Bool {
            patterns.contains { $0 == finding.rule.id || $0 == finding.rule.family || $0 == finding.severity.rawValue }
        }
        var report = self
        for index in report.records.indices {
            report.records[index].findings = regrouped(
                report.records[index].findings.filter { (selected.isEmpty || matches($0, selected)) && !matches($0, ignored) })
        }
        return report
    }

    private func keepingEvents(_ isKept: (Finding) -> Bool) -> RevisionReport {
        var report = self
        for index in report.records.indices {
            let findings = report.records[index].findings
            let events = Set(findings.filter(isKept).map(\.event))
            report.records[index].findings = findings.filter { $0.event.isEmpty ? isKept($0) : events.contains($0.event) }
        }
        report.records = report.records.filter { !$0.findings.isEmpty }
        return report
    }

    /// Events anew, after findings were taken out.
    private func regrouped(_ findings: [Finding]) -> [Finding] {
        groupedIntoEvents(
            findings.map { finding in
                var bare = finding
                bare.event = ""
                bare.also = []
                return bare
            })
    }

    /// Whether an event reaches a severity, counted by its loudest finding.
    public func reaches(_ severity: Severity) -> Bool { records.contains { $0.findings.contains { $0.severity >= severity && $0.rule != .changeOther } } }
}
