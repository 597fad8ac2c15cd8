/// Words to dense ids, first come first numbered. Open addressing; an entry holds the first eight folded bytes of its word, so that a word of
/// up to eight bytes is found by one comparison of integers:
///
///     | key: 8 folded bytes, zero-padded | hash: 32 bits | id + 1 (0 = free) |
///
/// It owns its memory and cannot be copied; `words` hands out the finished table as a value.
public struct Interner: ~Copyable, @unchecked Sendable {
    private struct Entry {
        var key: UInt64
        var hash: UInt32
        var id: UInt32
    }
    private var table: UnsafeMutablePointer<Entry>
    private var mask: Int
    private var ends: [UInt32] = [0]
    private var arena: [UInt8] = []

    public var count: Int { ends.count - 1 }

    public init(capacity: Int = 1 << 12) {
        var size = 16
        while size < capacity { size *= 2 }
        table = .allocate(capacity: size)
        table.initialize(repeating: Entry(key: 0, hash: 0, id: 0), count: size)
        mask = size - 1
    }

    deinit { table.deallocate() }

    /// The id of `word`. The eight bytes after its end must be readable and zero.
    mutating func id(_ word: UnsafePointer<UInt8>, _ count: Int) -> UInt32 {
        let raw = UnsafeRawPointer(word)
        let key = raw.loadUnaligned(as: UInt64.self)
        var mixed = key &* 0x9E37_79B9_7F4A_7C15
        var at = 8
        while at < count {
            mixed = (mixed ^ (mixed >> 29) ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* 0xBF58_476D_1CE4_E5B9
            at &+= 8
        }
        let hash = UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 32)) >> 7)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = table[slot]
            if entry.id == 0 { return add(word, count, key, hash, slot) }
            if entry.key == key, entry.hash == hash, count <= 8 || isSame(Int(entry.id) &- 1, word, count) { return entry.id &- 1 }
            slot = (slot &+ 1) & mask
        }
    }

    /// The id of a word of one to eight bytes: `key` holds them, the first in the lowest place, and zeros.
    @inline(__always) mutating func id(short key: UInt64, _ count: Int) -> UInt32 {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        let hash = UInt32(truncatingIfNeeded: (mixed ^ (mixed >> 32)) >> 7)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = table[slot]
            if entry.id == 0 { break }
            if entry.key == key, entry.hash == hash { return entry.id &- 1 }
            slot = (slot &+ 1) & mask
        }
        return withUnsafeBytes(of: key.littleEndian) { bytes in
            bytes.withMemoryRebound(to: UInt8.self) { $0.baseAddress.map { add($0, count, key, hash, slot) } ?? 0 }
        }
    }

    /// The id of `word`, folded already.
    public mutating func id(folded word: some Collection<UInt8>) -> UInt32 {
        var padded = Array(word)
        let count = padded.count
        padded.append(contentsOf: repeatElement(0, count: 8))
        return padded.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return id(start, count)
        }
    }

    private func isSame(_ index: Int, _ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let start = Int(ends[index])
        guard Int(ends[index + 1]) - start == count else { return false }
        return arena.withUnsafeBufferPointer { arena in
            var at = 0
            while at < count, arena[start + at] == word[at] { at &+= 1 }
            return at == count
        }
    }

    @inline(never) private mutating func add(_ word: UnsafePointer<UInt8>, _ count: Int, _ key: UInt64, _ hash: UInt32, _ slot: Int) -> UInt32 {
        let fresh = UInt32(truncatingIfNeeded: self.count)
        arena.append(contentsOf: UnsafeBufferPointer(start: word, count: count))
        ends.append(UInt32(truncatingIfNeeded: arena.count))
        table[slot] = Entry(key: key, hash: hash, id: fresh + 1)
        if self.count * 2 > mask { grow() }
        return fresh
    }

    private mutating func grow() {
        let size = (mask + 1) * 2
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: size)
        larger.initialize(repeating: Entry(key: 0, hash: 0, id: 0), count: size)
        for index in 0...mask where table[index].id != 0 {
            var slot = Int(table[index].hash) & (size - 1)
            while larger[slot].id != 0 { slot = (slot + 1) & (size - 1) }
            larger[slot] = table[index]
        }
        table.deallocate()
        table = larger
        mask = size - 1
    }

    /// Takes in every word of `words`; the id here of word `i` of `words` is element `i` of the result.
    public mutating func absorb(_ words: Words) -> [UInt32] {
        var ids: [UInt32] = []
        ids.reserveCapacity(words.count)
        var padded: [UInt8] = []
        for index in 0..<UInt32(words.count) {
            let word = words.bytes(index)
            padded.removeAll(keepingCapacity: true)
            padded.append(contentsOf: word)
            padded.append(contentsOf: repeatElement(0, count: 8))
            ids.append(padded.withUnsafeBufferPointer { buffer in buffer.baseAddress.map { id($0, word.count) } ?? 0 })
        }
        return ids
    }

    /// The table as a value.
    public var words: Words { Words(ends: ends, arena: arena) }
}

/// The folded words of one or more texts by id: word `i` is `arena[ends[i]..<ends[i + 1]]`.
public struct Words: Sendable {
    private let ends: [UInt32]
    private let arena: [UInt8]

    init(ends: [UInt32], arena: [UInt8]) {
        self.ends = ends
        self.arena = arena
    }

    public static let none = Words(ends: [0], arena: [])

    public var count: Int { ends.count - 1 }

    /// Whether both are one table: not only alike, but the same memory.
    public func isOne(with other: Words) -> Bool {
        count == other.count
            && arena.withUnsafeBufferPointer { one in other.arena.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress } }
            && ends.withUnsafeBufferPointer { one in other.ends.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress } }
    }

    public func bytes(_ id: UInt32) -> ArraySlice<UInt8> { arena[Int(ends[Int(id)])..<Int(ends[Int(id) + 1])] }
    public func string(_ id: UInt32) -> String { String(decoding: bytes(id), as: UTF8.self) }
}
