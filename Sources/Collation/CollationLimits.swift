/// How far a collation goes. Where one of these is reached the table is coarser, and says so in `CollationTable.limits`.
public struct CollationLimits: Hashable, Sendable {
    /// Witnesses in one table: all of them are compared with one another for the order of their alignment.
    public var witnesses = 1_000
    /// Words against places between two anchors that are aligned by all their likenesses (a million cells take about 0.05 s and 1 MB). In a larger
    /// gap equal words are paired first, as a line tool would, and what is left is cut in proportion.
    public var gapCells = 1_000_000
    /// How often each witness is taken out and aligned again. Nothing changed any more after two or three rounds in all traditions tried.
    public var rounds = 6
    /// Words in all witnesses times witnesses up to which every witness is compared with every other for the order of the alignment (2 s); above it
    /// only with the longest.
    public var guideWork = 200_000_000

    public init() {}
}
