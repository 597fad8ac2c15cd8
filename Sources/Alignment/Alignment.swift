/// Which passages of two versions are held to be the same.
///
/// Every passage of either version stands in exactly one link or in `deleted` or `inserted`.
public struct Alignment: Hashable, Sendable {
    /// Passages that belong together. One to one, except for a split (1:n) and a merge (n:1).
    public struct Link: Hashable, Sendable {
        /// Indices of passages in the older version.
        public var old: Range<Int>
        public var new: Range<Int>
        /// Out of order: the passage stands elsewhere now.
        public var moved: Bool
        /// 1 where the folded words are the same; otherwise how alike they are, above the floor.
        public var similarity: Double

        public init(old: Range<Int>, new: Range<Int>, moved: Bool, similarity: Double) {
            self.old = old
            self.new = new
            self.moved = moved
            self.similarity = similarity
        }

        public var isSplit: Bool { new.count > old.count }
        public var isMerge: Bool { old.count > new.count }
    }

    /// How many passages changed in which way; a run of neighbours that moved together is one move.
    public struct Counts: Hashable, Sendable {
        public var reworded = 0, inserted = 0, deleted = 0, moved = 0, split = 0, merged = 0
        public init() {}
    }

    /// In the order of the older version.
    public var links: [Link]
    /// Passages of the older version without partner, ascending.
    public var deleted: [Int]
    /// Passages of the newer version without partner, ascending.
    public var inserted: [Int]
    public var counts: Counts
    /// Both versions can be put together again from the alignment.
    public var rebuilds: Bool
    /// Caps that were hit, worded for the report.
    public var limits: [String]

    public init(links: [Link], deleted: [Int], inserted: [Int], counts: Counts, rebuilds: Bool, limits: [String] = []) {
        self.links = links
        self.deleted = deleted
        self.inserted = inserted
        self.counts = counts
        self.rebuilds = rebuilds
        self.limits = limits
    }
}
