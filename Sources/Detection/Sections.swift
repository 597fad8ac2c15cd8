import Records

extension Version {
    /// Passages grouped by the largest element of which nothing else is left: the passages of a deleted chapter are one group, a paragraph deleted
    /// from a chapter that stays is a group of its own. In order of the first passage, each with its element.
    func sections(of passages: [Int]) -> [(node: Int32, passages: [Int])] {
        guard passages.count > 1 else { return passages.map { (self.passages[$0].node, [$0]) } }
        // How many passages lie below each node, and how many of them are in the list.
        var all = [Int32](repeating: 0, count: nodes.count)
        var listed = all
        func climb(_ index: Int, _ visit: (Int) -> Void) {
            var node = self.passages[index].node
            while node >= 0 {
                visit(Int(node))
                node = nodes[Int(node)].parent
            }
        }
        for index in self.passages.indices { climb(index) { all[$0] += 1 } }
        for index in passages { climb(index) { listed[$0] += 1 } }
        var groups: [(node: Int32, passages: [Int])] = []
        var groupOfNode: [Int: Int] = [:]
        for index in passages {
            var top = -1
            climb(index) { node in
                // The root is never a section: a record emptied is told passage by passage.
                if all[node] == listed[node], nodes[node].parent >= 0 { top = node }
            }
            if top >= 0, let group = groupOfNode[top] {
                groups[group].passages.append(index)
            } else {
                if top >= 0 { groupOfNode[top] = groups.count }
                groups.append((Int32(top), [index]))
            }
        }
        return groups
    }
}
