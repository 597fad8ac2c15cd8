/// The passages of all versions of a record side by side: a row is the life of one passage, a column is a version.
///
/// Every passage of every version stands in exactly one cell. The rows stand in the order of the most complete version (`anchor`), what it lacks after
/// the passage that it follows elsewhere. Apart from the order of the columns nothing depends on the order in which the versions were given.
public struct PassageTable: Hashable, Sendable {
    /// What a version has of a row.
    public enum Cell: Hashable, Sendable {
        case absent
        /// Indices of passages in the version: more than one where it stands there in pieces (a split).
        case passages(Range<Int>)
        /// Its words stand in the passage of this other row (a merge). That is no absence.
        case within(row: Int)
    }

    /// `rows[row][version]`, in the order in which the versions were given.
    public var rows: [[Cell]]
    public var versionCount: Int
    /// The version with the most words, nil without versions.
    public var anchor: Int?
    /// By version the rows, ascending, that stand elsewhere in it than the order of the rows says.
    public var moved: [[Int]]
    /// Caps that were hit, worded for the report.
    public var limits: [String]

    /// `rows` by version and passage.
    public func rowsOfPassages(in version: Int) -> [Int] {
        var result: [Int: Int] = [:]
        for (row, cells) in rows.enumerated() {
            if case .passages(let range) = cells[version] { for passage in range { result[passage] = row } }
        }
        return (0..<result.count).map { result[$0] ?? -1 }
    }

    /// The first and the last version that have the row, and those between that lack it; nil where none has it.
    public func life(of row: Int) -> (first: Int, last: Int, gaps: [Int])? {
        let present = rows[row].indices.filter { rows[row][$0] != .absent }
        guard let first = present.first, let last = present.last else { return nil }
        return (first, last, (first...last).filter { rows[row][$0] == .absent })
    }
}
