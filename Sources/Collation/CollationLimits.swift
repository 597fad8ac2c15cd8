/// How far a collation goes. Where one of these is reached the table is coarser, and says so in `CollationTable.limits`.
public struct CollationLimits: Hashable, Sendable {
    /// Witnesses in one table: all of them are compared with one another for the order of their alignment.
    public var witnesses = 1_000
    /// Words against places between two anchors that are aligned by all their likenesses (4 million cells take about 0.2 s and 12 MB); a larger
    /// gap is cut in proportion.
    public var gapCells = 4_000_000
    /// How often each witness is taken out and aligned again. Nothing changed any more after two or three rounds in all traditions tried.
    public var rounds = 4

    public init() {}
}
