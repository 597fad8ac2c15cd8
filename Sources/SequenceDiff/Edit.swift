/// A stretch of the older sequence and what stands in its place in the newer one; one of the two may be empty, not both.
///
/// A result is a list of edits in order and disjoint; what lies between two edits is equal on both sides.
public struct Edit: Hashable, Sendable {
    public var old: Range<Int>
    public var new: Range<Int>

    public init(old: Range<Int>, new: Range<Int>) {
        self.old = old
        self.new = new
    }

    public var isInsertion: Bool { old.isEmpty }
    public var isDeletion: Bool { new.isEmpty }
}

extension [Edit] {
    /// The edits with those joined that touch on both sides, and without empty ones.
    public var joined: [Edit] {
        var result: [Edit] = []
        for edit in self where !(edit.old.isEmpty && edit.new.isEmpty) {
            if let last = result.last, last.old.upperBound == edit.old.lowerBound, last.new.upperBound == edit.new.lowerBound {
                result[result.count - 1] = Edit(
                    old: last.old.lowerBound..<edit.old.upperBound, new: last.new.lowerBound..<edit.new.upperBound)
            } else {
                result.append(edit)
            }
        }
        return result
    }
}
