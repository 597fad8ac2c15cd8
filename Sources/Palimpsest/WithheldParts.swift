import Findings
import PlainText
import Records

extension Record {
    /// The last version whose text can be read.
    var lastReadable: Version? { versions.last { !$0.withheld.contains(.text) } }
}

extension Context {
    /// What the keeper of a record holds back of a version: said, and never compared.
    func withheldFindings(_ version: Version, from: Int, to: Int) -> [Finding] {
        let parts: [(part: Withheld, name: String, severity: Severity, consequence: String)] = [
            (.text, "text", .error, "it is passed over, and nothing is said of what it held"),
            // Who made a version, and why, is about the version and not about what it tells.
            (.contributor, "maker's name", .note, "its text was compared"), (.comment, "comment", .note, "its text was compared"),
        ]
        let start = Int(version.extent.start)
        let (line, column) = version.source.position(of: start)
        return parts.filter { version.withheld.contains($0.part) && ($0.part != .text || !version.withheld.contains(.leftOut)) }.map { part in
            let span = "[\(part.name) of version \(version.label.label) withheld]"
            return Finding(
                rule: .erasureWithheld, severity: part.severity, from: from, to: to, scope: .record,
                before: nil,
                after: Place(
                    span: span, text: span, path: version.path(of: version.nodes.isEmpty ? -1 : 0), line: line, column: column,
                    offset: version.source.base + start, length: version.extent.count),
                message: "the \(part.name) of version \(version.label.label) is withheld by the record itself; \(part.consequence)",
                evidence: [Evidence(kind: "markup", detail: "the record marks it as deleted")])
        }
    }
}
