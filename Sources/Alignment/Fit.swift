/// When two passages are similar enough to be held for one. Every number was set on the e5 and e1 pairs (known edits) and on real commits.
enum Fit {
    /// Passages between the same two anchors, in the same role. Without a floor the prototype paired 246 unrelated paragraphs of one volume; real
    /// rewordings of paragraphs lie above 0.4 nearly always, unrelated neighbours in one book below 0.2.
    static let floor = 0.30
    /// A passage that moved *and* was reworded: nothing but the words speaks for the pair.
    static let movedFloor = 0.45
    /// Passages of different roles (a caption that became a paragraph).
    static let otherRoleFloor = 0.60
    /// Up to this many words a passage is short: one shared word means little, and its place decides.
    static let shortWords = 3
    /// Short passages with words in common, at the same place.
    static let shortFloor = 0.40
    /// Up to this many words a passage is brief, and two words shared by chance already look alike: with the words of one volume dealt out at random the
    /// plain floors paired twice as many of its 27,000 passages as these.
    static let briefWords = 7
    static let briefFloor = 0.40
    static let movedBriefFloor = 0.65
    /// From this many distinct words on, being contained in the other counts (a paragraph cut to a tenth keeps its partner).
    static let containedWords = 8
    /// What full containment is worth as similarity, between passages at the same place; three quarters of it is enough for a pair.
    static let containedWorth = 0.4
    /// How much of a piece must be new to the whole to count as part of a split or merge.
    static let pieceFloor = 0.6
    /// A passage splits into at most this many, and as many merge into one.
    static let mostPieces = 4
    /// A word in more leftover passages than this nominates nobody.
    static let rareWord = 8
    /// Nominations by rare words that are scored, for each passage.
    static let mostCandidates = 16
    /// A nomination beyond those with this share of the best one's rare words might have been the partner: the report says that it was not scored.
    static let seriousShare: Float = 0.5
    /// Neighbours by place (within one gap) that are scored besides, on either side of the same rank.
    static let rankReach = 2
    /// An exact copy elsewhere with fewer words than this is no move unless its neighbours or its section moved with it ("Yes.", a page number).
    static let moveWords = 4
}
