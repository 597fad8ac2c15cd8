public import Alignment
public import Collation
public import Records

/// The passages of a record over all its versions, side by side; a version whose text is withheld has none of them.
public func passages(of record: Record) -> PassageTable {
    align(record.versions.map { version in
        guard version.withheld.contains(.text) else { return version }
        var blank = version
        blank.passages = []
        return blank
    })
}

/// The words of one row of the passages over all versions that have it, side by side.
public func words(of row: [PassageTable.Cell], in versions: [Version], limits: CollationLimits = CollationLimits()) -> CollationTable {
    collate(
        zip(row, versions).compactMap { cell, version in
            guard case .passages(let range) = cell else { return nil }
            return witness(range, of: version)
        }, limits: limits)
}
