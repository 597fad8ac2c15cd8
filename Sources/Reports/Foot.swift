import Findings

/// What stands at the end of every report: the counts of what is not told one by one, limits that were reached, and what the reader must know.
struct Foot {
    static let reminder =
        "The order of the versions is a claim, and the older text need not be the truer. A correction, an abridgement and an erasure look alike "
        + "here: who reads must judge."

    var lines: [String]

    /// `showNeutral`: the changes without a name have been told one by one.
    init(_ report: RevisionReport, _ summary: Summary, showNeutral: Bool) {
        let isHidden = !showNeutral && report.records.contains { $0.findings.contains { $0.rule == .changeOther } }
        let kinds = summary.neutral.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
        lines = [
            counted(summary.harmless, "harmless change") + (kinds.isEmpty ? "" : " (\(kinds))")
                + "; \(counted(summary.unclassified, "change")) not classified" + (isHidden ? " (--show-neutral lists them)." : ".")
        ]
        lines += report.limits.map { "Limit reached: \($0)." }
        if !summary.rebuilds { lines.append("The alignment does not give back both versions: do not rely on this result, and report it.") }
        lines.append(Self.reminder)
    }
}
