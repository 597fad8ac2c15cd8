/// How the second version of a volume differs from the first.
public enum VolumeRevision: String, CaseIterable, Sendable {
    /// So many per cent of the paragraphs reworded, deleted, added or moved.
    case e1, e5, e20
    /// Every sentence changed.
    case every
    /// Every paragraph somewhere else.
    case shuffled
    /// Nothing in common.
    case alldiff
    /// Twelve paragraphs over and over, 5 % edited.
    case `repeat`
    /// As `e5`, without a line break.
    case oneline
    case same
    /// Paragraphs split in two and two neighbours put together.
    case splits
    /// Chapters moved, with edits inside and outside.
    case sections
    /// Neighbours that changed places.
    case swaps
    /// A few short and long texts that stand everywhere, edited, doubled and taken out.
    case boilerplate
    /// All of these.
    case mixed

    /// Chapters have names of their own; in the others they are numbered through, forty paragraphs each.
    var hasNamedChapters: Bool {
        switch self {
        case .e1, .e5, .e20, .every, .shuffled, .alldiff, .repeat, .oneline, .same: false
        case .splits, .sections, .swaps, .boilerplate, .mixed: true
        }
    }

    /// Share of the paragraphs that are reworded, deleted, doubled by a new one or moved.
    var edited: Double {
        switch self {
        case .e1: 0.01
        case .e5, .oneline, .repeat, .sections, .boilerplate: 0.05
        case .e20: 0.2
        case .mixed: 0.1
        case .every, .shuffled, .alldiff, .same, .splits, .swaps: 0
        }
    }
}
