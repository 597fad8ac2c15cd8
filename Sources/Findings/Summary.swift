public import Records

/// What a report says in numbers, over all its records.
public struct Summary: Hashable, Sendable {
    /// One sentence: what was found. It reports, it never accuses.
    public var headline: String
    /// Events that hold a finding of the family, in catalogue order; families without one are left out.
    public var counts: [Count]
    public var events: Int
    /// Events by the severity of their leading finding.
    public var errors: Int, warnings: Int, notes: Int
    /// Changes proved harmless, by the rule's short name ("move"), in catalogue order.
    public var neutral: [Count]
    /// Changes that no rule names and no test proves neutral.
    public var unclassified: Int
    public var changes: Changes
    /// Every record's alignment gives back both versions.
    public var rebuilds: Bool
    public var text: Census
    public var checkedSums: Int, matchedSums: Int

    public struct Count: Hashable, Sendable {
        public var name: String
        public var count: Int
    }

    /// All changes proved harmless.
    public var harmless: Int { neutral.reduce(0) { $0 + $1.count } }
}

extension RevisionReport {
    /// The counts and the headline; computed at each call.
    public var summary: Summary {
        var changes = Changes()
        var neutral: [String: Int] = [:]
        var families: [String: Int] = [:]
        var severities: [Severity: Int] = [:]
        var events = 0
        var unclassified = 0
        for record in records {
            changes.add(record.changes)
            neutral.merge(record.neutral, uniquingKeysWith: +)
            unclassified += record.unclassified
            for members in record.eventMembers {
                events += 1
                severities[record.findings[members[0]].severity, default: 0] += 1
                var told: [String] = []
                for index in members {
                    let family = record.findings[index].rule.family
                    guard !told.contains(family) else { continue }
                    told.append(family)
                    families[family, default: 0] += 1
                }
            }
        }
        // Findings about the whole corpus are an event each.
        for finding in findings {
            events += 1
            severities[finding.severity, default: 0] += 1
            families[finding.rule.family, default: 0] += 1
        }
        var summary = Summary(
            headline: "",
            counts: families.keys.sorted { Self.familyOrder($0) < Self.familyOrder($1) }.map { Summary.Count(name: $0, count: families[$0] ?? 0) },
            events: events, errors: severities[.error] ?? 0, warnings: severities[.warning] ?? 0, notes: severities[.note] ?? 0,
            neutral: neutral.keys.sorted { (Catalogue.position(of: $0), $0) < (Catalogue.position(of: $1), $1) }
                .filter { (neutral[$0] ?? 0) > 0 }
                .map { Summary.Count(name: String($0.split(separator: ".").last ?? ""), count: neutral[$0] ?? 0) },
            unclassified: unclassified, changes: changes, rebuilds: records.allSatisfy(\.rebuilds), text: census,
            checkedSums: checksums.checked, matchedSums: checksums.matched)
        summary.headline = headline(summary)
        return summary
    }

    private static func familyOrder(_ family: String) -> (Int, String) {
        (Catalogue.families.firstIndex(of: family) ?? Catalogue.families.count, family)
    }
}
