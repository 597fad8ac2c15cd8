import Glibc

/// Hands the bytes of a record to the parser and drops the carriage return of each CR LF on the way, as XML asks for, so that the parser's
/// offsets stay exact and can be turned back into offsets in the source.
struct Feed {
    var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The source byte that is handed out next.
    private(set) var next = 0
    /// Bytes handed out.
    private var fed = 0
    /// For each dropped carriage return, the offset (as fed) of the line feed after it.
    private var drops: [Int] = []
    /// Number of drops at or before the last place that was asked for: places are asked for nearly in order.
    private var cursor = 0

    var hasDropped: Bool { !drops.isEmpty }

    mutating func fill(_ room: UnsafeMutableRawPointer, _ size: Int) -> Int {
        guard let base = bytes.baseAddress else { return 0 }
        var made = 0
        while made < size, next < bytes.count {
            let part = min(size - made, bytes.count - next)
            guard let found = memchr(base + next, 0x0D, part) else {
                memcpy(room + made, base + next, part)
                made += part
                next += part
                continue
            }
            let clean = UnsafeRawPointer(found) - UnsafeRawPointer(base + next)
            memcpy(room + made, base + next, clean)
            made += clean
            next += clean
            if next + 1 < bytes.count, bytes[next + 1] == 0x0A {
                drops.append(fed + made)
                next += 1
            } else {
                // A carriage return alone; the parser makes a line feed of it.
                room.storeBytes(of: 0x0D, toByteOffset: made, as: UInt8.self)
                made += 1
                next += 1
            }
        }
        fed += made
        return made
    }

    /// The source offset of the byte that was fed as number `place`.
    mutating func source(of place: Int) -> Int {
        if drops.isEmpty { return place }
        if cursor > 0, drops[cursor - 1] > place {
            var low = 0, high = cursor
            while low < high {
                let middle = (low + high) / 2
                if drops[middle] <= place { low = middle + 1 } else { high = middle }
            }
            cursor = low
        }
        while cursor < drops.count, drops[cursor] <= place { cursor += 1 }
        return place + cursor
    }
}
