import PlainText

/// Something in a text that a reader does not see: found before the versions are aligned, judged after.
struct HiddenTrace: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Characters that show nothing, or steer the direction of others, by scalar.
        case unseen(Unseen.Kind, [UInt32])
        /// A word in letters that look like those of `plain`; `hasVanished`: the plain word no longer stands in the version.
        case lookAlike(plain: String, hasVanished: Bool)
        /// A word in full-width or mathematical letters.
        case alphabet
    }
    var kind: Kind
    /// Index in the version's passages.
    var passage: Int
    /// Bytes of the text as written.
    var written: TextRange
    /// The word it stands in or nearest to, by id; the table's count where there is none.
    var word: UInt32
}

/// What a pair of versions hides, on both sides.
public struct HiddenTraces: Sendable {
    var old: [HiddenTrace] = []
    var new: [HiddenTrace] = []
    /// Words whose look-alikes were put right again: neutral.
    var mended = 0

    public static let none = HiddenTraces()
}
