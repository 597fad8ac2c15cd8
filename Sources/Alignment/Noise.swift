import Records

/// How alike two passages of the two versions are that have nothing to do with each other: in most books hardly, in a register or a calendar, whose
/// entries are made of the same few words, more than a reworded paragraph of a book.
///
/// The likeness of some pairs that stand half a version apart.
struct Noise {
    private(set) var mean = 0.0
    private(set) var deviation = 0.0

    /// So many pairs are looked at, and from so many passages on: with fewer the mean says little.
    private static let mostPairs = 128
    private static let fewestPairs = 8

    init(_ old: Version, _ new: Version, _ worth: WordWorth) {
        let ours = Self.sample(old, shift: 0), theirs = Self.sample(new, shift: 1)
        let count = min(ours.count, theirs.count)
        guard count >= Self.fewestPairs else { return }
        let bags = (old: Bags(old, ours, worth), new: Bags(new, theirs, worth))
        let likenesses = (0..<count).compactMap { at -> Double? in
            // The same words twice are boilerplate, not chance.
            guard old.passages[ours[at]].wordHash != new.passages[theirs[at]].wordHash else { return nil }
            let mass = bags.old.masses[at] + bags.new.masses[at]
            return mass > 0 ? Double(2 * bags.old.shared(at, with: bags.new, at, worth) / mass) : nil
        }
        guard likenesses.count >= Self.fewestPairs else { return }
        mean = likenesses.reduce(0, +) / Double(likenesses.count)
        deviation = (likenesses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(likenesses.count)).squareRoot()
    }

    /// Evenly spread passages of some length; with `shift` 1, rotated by half of them.
    private static func sample(_ version: Version, shift: Int) -> [Int] {
        let fit = version.passages.indices.filter { version.passages[$0].words.count > Fit.briefWords }
        let count = min(mostPairs, fit.count)
        return (0..<count).map { fit[($0 * fit.count / count + shift * fit.count / 2) % fit.count] }
    }

    var floor: Double { mean + 3 * deviation }
    var movedFloor: Double { mean + 5 * deviation }
}
