import Glibc

/// Hands the bytes of a record to the parser and drops the carriage return of each CR LF on the way, as XML asks for, so that the parser's
/// offsets stay exact and can be turned back into offsets in the source.
struct Feed {
    var window = Window()
    /// Bytes from here on have not been looked at yet and are not handed out.
    var checked = 0
    /// The source byte that is handed out next.
    private(set) var next = 0
    /// Bytes handed out.
    private var fed = 0
    /// For each dropped carriage return, the offset (as fed) of the line feed after it.
    private var drops: [Int] = []
    /// Carriage returns dropped before those in `drops`.
    private var forgotten = 0
    /// Number of `drops` at or before the last place that was asked for: places are asked for nearly in order.
    private var cursor = 0

    var hasDropped: Bool { forgotten > 0 || !drops.isEmpty }

    mutating func fill(_ room: UnsafeMutableRawPointer, _ size: Int) -> Int {
        guard window.base != nil else { return 0 }
        var made = 0
        while made < size, next < checked {
            let part = min(size - made, checked - next)
            guard let from = window.pointer(to: next) else { break }
            guard let found = memchr(from, 0x0D, part) else {
                memcpy(room + made, from, part)
                made += part
                next += part
                continue
            }
            let clean = UnsafeRawPointer(found) - UnsafeRawPointer(from)
            memcpy(room + made, from, clean)
            made += clean
            next += clean
            if next + 1 < window.end, window[next + 1] == 0x0A {
                drops.append(fed + made)
            } else {
                // A carriage return alone; the parser makes a line feed of it.
                room.storeBytes(of: 0x0D, toByteOffset: made, as: UInt8.self)
                made += 1
            }
            next += 1
        }
        fed += made
        return made
    }

    /// The source offset of the byte that was fed as number `place`.
    mutating func source(of place: Int) -> Int {
        if drops.isEmpty { return place + forgotten }
        if cursor > 0, drops[cursor - 1] > place {
            var low = 0, high = cursor
            while low < high {
                let middle = (low + high) / 2
                if drops[middle] <= place { low = middle + 1 } else { high = middle }
            }
            cursor = low
        }
        while cursor < drops.count, drops[cursor] <= place { cursor += 1 }
        return place + forgotten + cursor
    }

    /// Places before `place` (as fed) are not asked for again.
    mutating func forget(before place: Int) {
        let gone = drops.firstIndex { $0 > place } ?? drops.count
        guard gone > 4096 else { return }
        drops.removeFirst(gone)
        forgotten += gone
        cursor = max(0, cursor - gone)
    }
}
