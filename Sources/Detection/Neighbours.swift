import Records

/// What stands beside the passages of the earlier version: how much of a list is left, which picture has a caption. Counted once for a pair.
struct Neighbours: Sendable {
    private struct List: Hashable {
        var parent: Int32
        var role: Role
    }
    private var isDeleted: [Bool]
    private var entries: [List: (all: Int, gone: Int)] = [:]
    /// The caption below each element.
    private var captions: [Int32: Int] = [:]

    init(_ version: Version, deleted: [Int]) {
        isDeleted = [Bool](repeating: false, count: version.passages.count)
        for index in deleted { isDeleted[index] = true }
        for (index, passage) in version.passages.enumerated() {
            switch passage.role {
            case .item, .cell:
                let list = List(parent: Self.parent(of: passage, version), role: passage.role)
                entries[list, default: (0, 0)].all += 1
                if isDeleted[index] { entries[list, default: (0, 0)].gone += 1 }
            case .caption:
                let parent = Self.parent(of: passage, version)
                if captions[parent] == nil { captions[parent] = index }
            default: break
            }
        }
    }

    /// Of the other entries of the list that held a deleted entry: how many there were, and how many stay.
    func otherEntries(of passage: Passage, _ version: Version) -> (all: Int, staying: Int) {
        guard let list = entries[List(parent: Self.parent(of: passage, version), role: passage.role)] else { return (0, 0) }
        return (list.all - 1, list.all - list.gone)
    }

    /// Whether the caption of a picture stays.
    func keepsCaption(_ picture: Passage, _ version: Version) -> Bool { captions[Self.parent(of: picture, version)].map { !isDeleted[$0] } ?? false }

    private static func parent(of passage: Passage, _ version: Version) -> Int32 {
        version.nodes.indices.contains(Int(passage.node)) ? version.nodes[Int(passage.node)].parent : -1
    }
}
