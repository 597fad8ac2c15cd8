import Findings
import Inputs
import PlainText
import Records
import Synchronization
import XMLEvents

/// Reads the files of both sides, one by one, to sketches.
extension FolderRun {
    /// A packed record is the record: `1924.xml.gz` pairs with `1924.xml`, unless both are there.
    static func keys(_ holdings: Holdings) -> [FileName] {
        let paths = Set(holdings.entries.map(\.path))
        return holdings.entries.map { entry in
            guard let bare = holdings.unpackedPath(of: entry), !paths.contains(bare) else { return entry.path }
            return bare
        }
    }

    mutating func readAll() {
        let oldKeys = Self.keys(before.holdings), newKeys = Self.keys(after.holdings)
        var slots: [(old: Int?, new: Int?)] = []
        var one = 0, other = 0
        let oldOrder = oldKeys.indices.sorted { oldKeys[$0] < oldKeys[$1] }, newOrder = newKeys.indices.sorted { newKeys[$0] < newKeys[$1] }
        while one < oldOrder.count || other < newOrder.count {
            if one < oldOrder.count, other < newOrder.count, oldKeys[oldOrder[one]] == newKeys[newOrder[other]] {
                slots.append((oldOrder[one], newOrder[other]))
                one += 1
                other += 1
            } else if other >= newOrder.count || (one < oldOrder.count && oldKeys[oldOrder[one]] < newKeys[newOrder[other]]) {
                slots.append((oldOrder[one], nil))
                one += 1
            } else {
                slots.append((nil, newOrder[other]))
                other += 1
            }
        }
        struct Read: Sendable {
            var old: Result<FileSketch, Unreadable>?
            var new: Result<FileSketch, Unreadable>?
            var isSame = false
        }
        let room = Mutex(Side.keptBytes)
        let before = before, after = after, wanted = slots
        let read = concurrently(slots.count, jobs: options.jobs) { slot -> Read in
            func sketch(_ side: Side, _ number: Int, _ bytes: Result<Side.Reading, Unreadable>, keep: Bool) -> Result<FileSketch, Unreadable> {
                let entry = side.holdings.entries[number]
                return bytes.flatMap { reading in
                    side.document(entry, reading).map { document in
                        var sketch = Side.sketch(document, entry: number, path: entry.path, digest: reading.digest)
                        let fits = keep && room.withLock { room in
                            guard room >= reading.bytes.count else { return false }
                            room -= reading.bytes.count
                            return true
                        }
                        if fits { sketch.document = document }
                        return sketch
                    }
                }
            }
            var result = Read()
            let one = wanted[slot].old, other = wanted[slot].new
            let oldBytes = one.map { before.bytes(before.holdings.entries[$0]) }, newBytes = other.map { after.bytes(after.holdings.entries[$0]) }
            if case .success(let first)? = oldBytes, case .success(let second)? = newBytes { result.isSame = first.bytes == second.bytes }
            if let one, let oldBytes { result.old = sketch(before, one, oldBytes, keep: !result.isSame) }
            if let other, let newBytes {
                if result.isSame, case .success(var twin)? = result.old {
                    twin.entry = other
                    twin.path = after.holdings.entries[other].path
                    twin.name = after.holdings.name(of: after.holdings.entries[other])
                    twin.document = nil
                    result.new = .success(twin)
                } else {
                    result.new = sketch(after, other, newBytes, keep: true)
                }
            }
            return result
        }
        for side in [before, after] {
            for unread in side.holdings.unread {
                warnings.append(Warning(code: unread.isError ? unreadCode : "not-read", message: unread.why, source: side.holdings.name(of: unread.path)))
            }
        }
        for (slot, result) in read.enumerated() {
            old.append(nil)
            new.append(nil)
            same.append(result.isSame)
            switch result.old {
            case .success(let sketch): old[slot] = sketch
            case .failure(let error):
                warnings.append(error.warning)
                oldUnread.append(Holdings.Unread(path: oldKeys[slots[slot].old ?? 0], why: error.warning.message, isError: true, isFolder: false))
            case nil: break
            }
            switch result.new {
            case .success(let sketch): new[slot] = sketch
            case .failure(let error):
                warnings.append(error.warning)
                newUnread.append(Holdings.Unread(path: newKeys[slots[slot].new ?? 0], why: error.warning.message, isError: true, isFolder: false))
            case nil: break
            }
        }
    }
}
