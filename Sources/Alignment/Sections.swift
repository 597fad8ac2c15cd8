/// Which section (parent node) of the newer version has taken the place of which in the older, by the vote of the passages in it.
struct Sections {
    private let toNew: [Int32]
    private let toOld: [Int32]

    init(_ partners: Partners, _ old: Outline, _ new: Outline) {
        // The majority vote algorithm of Boyer and Moore (1981): one candidate and one count a node.
        var toNew = [Int32](repeating: -1, count: old.nodeCount)
        var toOld = [Int32](repeating: -1, count: new.nodeCount)
        var oldVotes = [Int32](repeating: 0, count: old.nodeCount)
        var newVotes = [Int32](repeating: 0, count: new.nodeCount)
        func vote(_ candidate: Int32, for node: Int32, _ winners: inout [Int32], _ votes: inout [Int32]) {
            let node = Int(node)
            if votes[node] == 0 { winners[node] = candidate }
            votes[node] += winners[node] == candidate ? 1 : -1
        }
        // Passages without words look alike everywhere and have no vote.
        for at in partners.toNew.indices where partners.toNew[at] >= 0 && old.lengths[at] > 0 {
            let oldParent = old.parents[at]
            let newParent = new.parents[Int(partners.toNew[at])]
            guard oldParent >= 0, newParent >= 0 else { continue }
            vote(newParent, for: oldParent, &toNew, &oldVotes)
            vote(oldParent, for: newParent, &toOld, &newVotes)
        }
        self.toNew = toNew
        self.toOld = toOld
    }

    /// Both sections hold for each other.
    func correspond(_ old: Int32, _ new: Int32) -> Bool {
        guard old >= 0, new >= 0 else { return old == new }
        return toNew[Int(old)] == new && toOld[Int(new)] == old
    }
}
