import Findings
import Records

extension Context {
    /// A text that is not the one that its recorded checksum was taken of.
    func checksumFinding(_ version: Version, from: Int, to: Int) -> Finding? {
        guard let checksum = version.checksum, checksum.matches == false else { return nil }
        return Finding(
            rule: .hiddenChecksumMismatch, from: from, to: to, scope: .record, before: nil,
            after: version.place(ofWhole: "[checksum \(checksum.stated)]"),
            message: "the text of version \(version.label.label) does not have the checksum that the record states for it",
            evidence: [Evidence(kind: "checksum", detail: "stated: \(checksum.stated)")])
    }
}

extension RevisionReport {
    /// Where more than half of an input's checksums do not match, the input as a whole is at fault, and not some of its versions: a converter or
    /// a filter of the export. Half is far from either case that we saw: all match, or one in ten does.
    mutating func settleChecksums() {
        guard checksums.matched * 2 < checksums.checked else { return }
        for index in records.indices { records[index].findings.removeAll { $0.rule == .hiddenChecksumMismatch } }
        let source = versions.first?.source ?? records.first?.versions?.first?.source ?? ""
        warnings.append(
            Warning(
                code: "checksum",
                message: "only \(checksums.matched) of the \(checksums.checked) checksums that it states fit its texts: the texts were converted or cut after the checksums were taken",
                source: source))
    }
}
