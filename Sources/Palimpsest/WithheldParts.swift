import Findings
import Records

extension Record {
    /// The last version whose text can be read.
    var lastReadable: Version? { versions.last { !$0.withheld.contains(.text) } }
}

extension Context {
    /// What the keeper of a record holds back of a version: said, and never compared. One finding a version; none where no more is held back
    /// than `known`.
    func withheldFindings(_ version: Version, but known: Withheld = [], from: Int, to: Int) -> [Finding] {
        let isTextHeld = version.withheld.contains(.text) && !version.withheld.contains(.leftOut)
        var parts: [String] = []
        if isTextHeld { parts.append("text") }
        if version.withheld.contains(.contributor) { parts.append("maker's name") }
        if version.withheld.contains(.comment) { parts.append("comment") }
        guard !parts.isEmpty, !known.isSuperset(of: version.withheld) else { return [] }
        let what = listed(parts), label = version.label.label
        let consequence = isTextHeld ? "the version is passed over, and nothing is said of what it held" : "its text was compared"
        return [
            Finding(
                // Who made a version, and why, is about the version and not about what it tells.
                rule: .erasureWithheld, severity: isTextHeld ? .error : .note, from: from, to: to, scope: .record, before: nil,
                after: version.place(ofWhole: "[withheld: \(what)]"),
                message: "the \(what) of version \(label) \(parts.count > 1 ? "are" : "is") withheld by the record itself; \(consequence)",
                evidence: [Evidence(kind: "markup", detail: "the record marks what is held back as deleted")])
        ]
    }
}
