public import PlainText

/// The words of a run that may look like one another, gathered by their shape. Made once for a table.
public struct LookAlikeWords: Sendable {
    /// For each word of the table its group, or -1.
    let group: [Int32]
    let groups: [[UInt32]]
    /// Words that mix scripts with look-alikes, whether another word is like them or not.
    let isOdd: [Bool]

    public var isEmpty: Bool { groups.isEmpty && !isOdd.contains(true) }

    public init(_ words: Words) {
        var odd: [(id: UInt32, shape: [UInt8])] = []
        var isOdd = [Bool](repeating: false, count: words.count)
        for id in 0..<UInt32(words.count) {
            let bytes = words.bytes(id)
            guard Self.mayBeOdd(bytes) else { continue }
            let shape = LookAlikes.shape(of: bytes)
            guard shape.isOdd else { continue }
            odd.append((id, shape.bytes))
            isOdd[Int(id)] = true
        }
        var group = [Int32](repeating: -1, count: odd.isEmpty ? 0 : words.count)
        var groups: [[UInt32]] = []
        if !odd.isEmpty {
            var byShape: [[UInt8]: [UInt32]] = [:]
            var lengths: Set<Int> = []
            for word in odd {
                byShape[word.shape, default: []].append(word.id)
                lengths.insert(word.shape.count)
            }
            // The plain words of the same shapes.
            for id in 0..<UInt32(words.count) where !isOdd[Int(id)] {
                let bytes = words.bytes(id)
                guard lengths.contains(bytes.count) || bytes.contains(where: { $0 >= 0x80 }) else { continue }
                let shape = LookAlikes.shape(of: bytes).bytes
                if byShape[shape] != nil { byShape[shape]?.append(id) }
            }
            for word in odd where group[Int(word.id)] < 0 {
                guard let members = byShape[word.shape], members.count > 1 else { continue }
                for member in members { group[Int(member)] = Int32(truncatingIfNeeded: groups.count) }
                groups.append(members.sorted())
            }
        }
        self.group = group
        self.groups = groups
        self.isOdd = odd.isEmpty ? [] : isOdd
    }

    /// Plain letters alone, or plain figures alone, are not odd.
    private static func mayBeOdd(_ bytes: ArraySlice<UInt8>) -> Bool {
        var letters = false, digits = false
        for byte in bytes {
            if byte >= 0x80 { return true }
            if byte < 0x3A { digits = true } else { letters = true }
        }
        return letters && digits
    }
}
