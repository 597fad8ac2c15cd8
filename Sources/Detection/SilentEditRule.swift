import Alignment
import Findings
import Records

/// An edition whose own imprint says that it is the same edition of the same date, while its text changed.
struct SilentEditRule {
    let inquiry: Inquiry

    private static let editionWords = ["edition", "printing", "impression", "reprint", "issue", "auflage", "édition", "издание"]

    func apply(to docket: inout Docket) {
        let old = inquiry.pair.old, new = inquiry.pair.new
        // Versions with dates of their own say that they differ: revisions of a wiki, commits, editions of an archive.
        guard old.label.date == new.label.date, old.label.reason == nil, new.label.reason == nil else { return }
        guard docket.detected.findings.contains(where: { $0.severity >= .warning && $0.rule != .changeOther && !$0.rule.id.hasPrefix("hidden.") }) else { return }
        for link in inquiry.pair.alignment.links where link.old.count == 1 && link.new.count == 1 {
            let before = old.passages[link.old.lowerBound], after = new.passages[link.new.lowerBound]
            guard before.role == .imprint, after.role == .imprint, before.textHash == after.textHash, statesEdition(new.string(after)) else { continue }
            let words = new.string(after)
            docket.file(
                Finding(
                    rule: .hiddenSilentEdit, before: old.place(passage: link.old.lowerBound), after: new.place(passage: link.new.lowerBound),
                    message: "both versions call themselves '\(words)', and the text changed",
                    evidence: [Evidence(kind: "imprint", detail: "the same edition statement and date on both sides")]))
            return
        }
    }

    /// An edition by name or number, with a year.
    private func statesEdition(_ text: String) -> Bool {
        let words = text.lowercased()
        guard Self.editionWords.contains(where: words.contains) else { return false }
        let figures = words.split { !("0"..."9").contains($0) }
        return figures.contains { $0.utf8.count == 4 && ("1000"..."2100").contains(String($0)) }
    }
}
