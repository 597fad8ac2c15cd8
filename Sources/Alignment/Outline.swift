import PlainText
import Records

/// What the search for partners needs of one version: flat arrays by passage.
struct Outline {
    /// Hash of role and element.
    var kinds: [UInt64] = []
    /// Hash of the words and the kind; for a passage without words, of the text.
    var keys: [UInt64] = []
    var wordHashes: [UInt64] = []
    /// As `keys`, of the text letter for letter.
    var writtenKeys: [UInt64] {
        zip(kinds, textHashes).map { kind, text in
            var digest = Digest64(seed: kind)
            digest.add(text)
            return digest.value
        }
    }
    private var textHashes: [UInt64] = []
    /// Words in the passage.
    var lengths: [Int32] = []
    /// The node's parent, or -1.
    var parents: [Int32] = []
    let nodeCount: Int

    init(_ version: Version) {
        let count = version.passages.count
        kinds.reserveCapacity(count)
        keys.reserveCapacity(count)
        wordHashes.reserveCapacity(count)
        textHashes.reserveCapacity(count)
        lengths.reserveCapacity(count)
        parents.reserveCapacity(count)
        nodeCount = version.nodes.count
        // Symbols are numbers of their own document: elements are compared by their names. 0: not hashed yet.
        var elementHashes: [UInt64] = []
        for passage in version.passages {
            var element: UInt64 = 0
            var parent: Int32 = -1
            if passage.node >= 0, Int(passage.node) < nodeCount {
                let node = version.nodes[Int(passage.node)]
                parent = node.parent
                let symbol = Int(node.element.rawValue)
                if symbol >= elementHashes.count { elementHashes += [UInt64](repeating: 0, count: symbol + 1 - elementHashes.count) }
                if elementHashes[symbol] == 0 {
                    var digest = Digest64()
                    digest.add(version.symbols[node.element].utf8)
                    elementHashes[symbol] = digest.value | 1
                }
                element = elementHashes[symbol]
            }
            var kind = Digest64(seed: element)
            kind.add(UInt32(passage.role.rawValue))
            var key = kind
            let length = passage.tokens.count
            key.add(length == 0 ? ~passage.textHash : passage.wordHash)
            kinds.append(kind.value)
            keys.append(key.value)
            wordHashes.append(passage.wordHash)
            textHashes.append(passage.textHash)
            lengths.append(Int32(truncatingIfNeeded: length))
            parents.append(parent)
        }
    }

    var count: Int { keys.count }
}

/// Hashes of both sides as dense numbers, equal where the hashes are equal.
struct SharedNumbers {
    var old: [UInt32] = []
    var new: [UInt32] = []
    private(set) var count = 0

    init(_ oldHashes: [UInt64], _ newHashes: [UInt64]) {
        var size = 16
        while size < (oldHashes.count + newHashes.count) * 2 { size *= 2 }
        var slots = [(hash: UInt64, number: UInt32)](repeating: (0, 0), count: size)
        let mask = size - 1
        var last: UInt32 = 0
        slots.withUnsafeMutableBufferPointer { slots in
            func number(_ hash: UInt64) -> UInt32 {
                var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
                while slots[slot].number != 0, slots[slot].hash != hash { slot = (slot &+ 1) & mask }
                if slots[slot].number == 0 {
                    last += 1
                    slots[slot] = (hash, last)
                }
                return slots[slot].number - 1
            }
            old = oldHashes.map(number)
            new = newHashes.map(number)
        }
        count = Int(last)
    }
}
