import Alignment
import Findings
import PlainText
import Records

/// Places where the source itself says that something is withheld: a `gap` that is new. The stated reason is shown as it stands.
struct GapRules {
    let inquiry: Inquiry

    /// Reasons that speak of somebody's hand. "illegible", "damage" and the like tell of the paper.
    private static let withheld = ["withheld", "censored", "redacted", "deleted", "suppressed", "classified", "removed"]
    private static let physical = ["illegible", "damage", "lost", "torn", "faded", "unclear", "hole", "cropped", "sampling", "ellipsis", "editorial"]

    /// A passage that is nothing but a gap.
    func alone(_ index: Int, isOld: Bool, _ docket: inout Docket) {
        let version = isOld ? inquiry.pair.old : inquiry.pair.new
        guard !isOld else {
            docket.neutral(.neutralMarkup)
            return
        }
        file(version.string(version.passages[index]), version.place(passage: index), &docket)
    }

    /// Gaps inside passages that stay: those that the earlier version does not have.
    func apply(to docket: inout Docket) {
        let old = inquiry.pair.old, new = inquiry.pair.new
        for link in inquiry.pair.alignment.links {
            let before = link.old.reduce(0) { $0 + gaps(old, $1).count }
            let after = link.new.flatMap { passage in gaps(new, passage).map { (passage, $0) } }
            for (passage, gap) in after.dropFirst(before) {
                let range = new.passages[passage].text
                file(new.symbols[gap.key], new.place(of: TextRange(Int(gap.range.start), Int(gap.range.start)), in: range, passage: passage), &docket)
            }
        }
    }

    private func gaps(_ version: Version, _ passage: Int) -> [Annotation] {
        return version.annotations(of: version.passages[passage]).filter { $0.kind == .gap }
    }

    private func file(_ reason: String, _ place: Place, _ docket: inout Docket) {
        let words = reason.lowercased()
        if Self.physical.contains(where: words.contains) {
            docket.neutral(.neutralMarkup)
            return
        }
        let isStated = Self.withheld.contains(where: words.contains)
        docket.file(
            Finding(
                rule: .erasureWithheld, severity: isStated ? .error : .warning, confidence: isStated ? nil : 0.75, before: nil, after: place,
                message: reason.isEmpty ? "the later version marks a gap here, without a reason" : "the later version marks a gap here; the stated reason is '\(reason)'",
                evidence: [Evidence(kind: "cue", detail: "gap")]))
    }
}
