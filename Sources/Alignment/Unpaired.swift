import PlainText
import Records

/// The passages of one version that have no partner, as a reader counts them.
struct Unpaired {
    /// Passages that stand in no other of them, without `inKeptElements`: a note inside a deleted paragraph is no deletion of its own.
    private(set) var outermost = 0
    /// Passages whose element stands in the other version too and has no words there, only the elements inside it: a sentence put before the list that
    /// a paragraph consists of. The paragraph was reworded, none was added.
    private(set) var inKeptElements = 0

    /// A passage is looked for so many elements above its neighbours; lists in lists in a paragraph are six deep.
    private static let levels = 16

    /// `partners`: by passage of `version`, the passage of `other` or -1.
    init(_ version: Version, _ passages: [Int], partners: [Int32], other: Version) {
        guard !passages.isEmpty else { return }
        var isListed = [Bool](repeating: false, count: version.nodes.count)
        for at in passages where version.nodes.indices.contains(Int(version.passages[at].node)) { isListed[Int(version.passages[at].node)] = true }
        var isWorded: [Bool] = []
        for at in passages where !Self.isInside(isListed, version, at) {
            if let counterpart = Self.counterpart(version, at, partners, other) {
                if isWorded.isEmpty {
                    isWorded = [Bool](repeating: false, count: other.nodes.count)
                    for passage in other.passages where isWorded.indices.contains(Int(passage.node)) { isWorded[Int(passage.node)] = true }
                }
                if !isWorded[counterpart] {
                    inKeptElements += 1
                    continue
                }
            }
            outermost += 1
        }
    }

    private static func isInside(_ isListed: [Bool], _ version: Version, _ at: Int) -> Bool {
        guard version.nodes.indices.contains(Int(version.passages[at].node)) else { return false }
        var node = version.nodes[Int(version.passages[at].node)].parent
        while node >= 0, Int(node) < isListed.count {
            if isListed[Int(node)] { return true }
            node = version.nodes[Int(node)].parent
        }
        return false
    }

    /// The other version's node in the place of the passage's own, by the partner of a neighbour that stands inside it.
    private static func counterpart(_ version: Version, _ at: Int, _ partners: [Int32], _ other: Version) -> Int? {
        let own = version.passages[at].node
        for neighbour in [at + 1, at - 1] where version.passages.indices.contains(neighbour) && partners[neighbour] >= 0 {
            var node = version.passages[neighbour].node
            var facing = other.passages[Int(partners[neighbour])].node
            for _ in 0..<levels {
                guard version.nodes.indices.contains(Int(node)), other.nodes.indices.contains(Int(facing)) else { break }
                node = version.nodes[Int(node)].parent
                facing = other.nodes[Int(facing)].parent
                guard node == own else { continue }
                guard other.nodes.indices.contains(Int(facing)), version.nodes.indices.contains(Int(own)) else { break }
                let names = (version.symbols[version.nodes[Int(own)].element], other.symbols[other.nodes[Int(facing)].element])
                if names.0.utf8.elementsEqual(names.1.utf8) { return Int(facing) }
                break
            }
        }
        return nil
    }
}
