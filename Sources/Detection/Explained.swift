import Alignment
import Language

/// Which edits of a parallel a rule or a named test has accounted for. What is left over at the end is copy-editing or `change.other`.
struct Explained {
    private let edits: [WordEdit]
    private var isExplained: [Bool]
    private var taken: [Range<Int>] = []

    init(_ edits: [WordEdit]) {
        self.edits = edits
        isExplained = [Bool](repeating: false, count: edits.count)
    }

    /// Accounts for every edit that meets the range on its side; an empty range meets the edits that begin there.
    mutating func mark(old: Range<Int>? = nil, new: Range<Int>? = nil) {
        if let old { taken.append(old) }
        for index in edits.indices {
            if let old, edits[index].old.overlaps(old) || (old.isEmpty && edits[index].old.lowerBound == old.lowerBound) { isExplained[index] = true }
            if let new, edits[index].new.overlaps(new) || (new.isEmpty && edits[index].new.lowerBound == new.lowerBound) { isExplained[index] = true }
        }
    }

    /// Whether a larger change that holds all of the range has been accounted for: the year in a source that went is no date of its own.
    func covers(old range: Range<Int>) -> Bool { taken.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound && $0.count > range.count } }

    /// Whether a rule has accounted for an edit.
    func isExplained(_ edit: Int) -> Bool { isExplained[edit] }

    var rest: [WordEdit] { zip(edits, isExplained).filter { !$0.1 }.map(\.0) }
}
