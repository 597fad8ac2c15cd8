public import Inputs
public import Records

extension Document {
    /// Names the one version of each record by the commit it came from: its day, its author and its reason.
    public mutating func label(by revision: Revision) {
        guard !holdsVersions else { return }
        func named(_ label: VersionLabel) -> VersionLabel {
            var label = label
            label.label = revision.name
            label.date = revision.date ?? label.date
            label.by = revision.author ?? label.by
            label.reason = revision.subject ?? label.reason
            return label
        }
        editions = editions.map(named)
        for record in records.indices {
            for version in records[record].versions.indices { records[record].versions[version].label = named(records[record].versions[version].label) }
        }
    }
}
