import Findings

/// What else was found about an event, as lines of a report: findings of one rule about several names are one line.
struct OtherFindings {
    struct Line: Hashable {
        var severity: Severity
        var rule: Rule
        var text: String
    }
    private(set) var lines: [Line] = []

    /// Names of a line; the others are counted.
    private static let namesTold = 8

    /// `merging`: false gives each finding its own line.
    init(_ findings: [Finding], merging: Bool = true) {
        struct Kind: Hashable {
            var rule: Rule, severity: Severity, scope: Scope
        }
        var groups: [[Finding]] = []
        var groupOf: [Kind: Int] = [:]
        for finding in findings {
            let kind = Kind(rule: finding.rule, severity: finding.severity, scope: finding.scope)
            if merging, finding.entity != nil, Self.says(finding, of: [""]) != nil {
                if let group = groupOf[kind] {
                    groups[group].append(finding)
                    continue
                }
                groupOf[kind] = groups.count
            }
            groups.append([finding])
        }
        for group in groups {
            let first = group[0]
            var names: [String] = []
            var known: Set<String> = []
            for subject in group.compactMap(\.entity) {
                let name = subject.name.isEmpty ? subject.id : subject.name
                if known.insert(name).inserted { names.append(name) }
            }
            let merged = names.count > 1 ? Self.says(first, of: names) : nil
            lines.append(Line(severity: first.severity, rule: first.rule, text: merged ?? first.message))
        }
    }

    /// A message about several names; nil for rules whose messages say more than who it is.
    private static func says(_ finding: Finding, of names: [String]) -> String? {
        let shown = names.prefix(namesTold)
        let who = listed(shown + (names.count > shown.count ? ["\(names.count - shown.count) more"] : []))
        let whole = finding.scope == .edition ? "edition" : finding.scope == .passage ? "passage" : "record"
        switch finding.rule.id {
        case "erasure.entity": return "\(who) stood here; the later version does not name them anywhere in the \(whole)"
        case "erasure.mention": return "\(who) stood here; the later version names them elsewhere only"
        case "erasure.list-omission": return "\(who) are left out of the list"
        case "attribution.agent-dropped": return "\(who) are dropped from those who acted"
        case "interpolation.entity": return "\(who) were added; the earlier version does not name them"
        default: return nil
        }
    }
}
