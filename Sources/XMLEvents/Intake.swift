import Glibc

/// Takes in a stream piece by piece: each piece is looked at (encoding, tags, limits) before the parser gets it, and let go of when nobody
/// needs it any more. The memory in use is that of the longest stretch that is still needed, and one piece.
final class Intake {
    private let read: (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
    private let limits: Limits
    private let storage: Storage
    private var scan: TagScan
    /// Offset up to which the bytes are sound UTF-8.
    private var valid = 0
    private var isHeadChecked = false
    private(set) var window = Window()
    /// Offset up to which the parser may read.
    private(set) var checked = 0

    /// Bytes that are asked for at once. Larger pieces leave the caches of small machines.
    private static let piece = 1 << 20
    /// Bytes that tell a file of another kind.
    private static let head = 1024

    private final class Storage {
        var bytes: UnsafeMutablePointer<UInt8>
        var capacity: Int
        init(_ capacity: Int) {
            bytes = .allocate(capacity: capacity)
            self.capacity = capacity
        }
        deinit { bytes.deallocate() }
    }

    init(limits: Limits, read: @escaping (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int) {
        self.limits = limits
        self.read = read
        storage = Storage(2 * Self.piece)
        scan = TagScan(limits)
        window.isLast = false
        window.base = UnsafePointer(storage.bytes)
    }

    /// Takes in more, until the parser can be given something or the stream ends. What stands before `needed` may be let go of.
    func advance(keeping needed: Int) throws(ReadError) -> Trouble? {
        var size = Self.piece
        while !window.isLast {
            let kept = min(needed, checked)
            if window.end - kept > limits.fileBytes { return Trouble(kind: .limit("bytes of one page or record (fileBytes)", limits.fileBytes), offset: kept) }
            makeRoom(for: size, keeping: kept)
            let used = window.end - window.start
            let count = try read(UnsafeMutableRawBufferPointer(start: storage.bytes + used, count: min(size, storage.capacity - used)))
            window.end += count
            window.isLast = count == 0
            if let trouble = checkHead() ?? checkEncoding() ?? look() { return trouble }
            guard isHeadChecked else { continue }
            let known = checked
            checked = scan.checked
            // A carriage return may be followed by its line feed.
            if !window.isLast, checked > window.start, window[checked - 1] == 0x0D { checked -= 1 }
            if checked > known { return nil }
            // What does not end within a piece is looked at anew from its start: pieces that double keep that linear.
            if count == size { size *= 2 }
        }
        return nil
    }

    private func makeRoom(for size: Int, keeping needed: Int) {
        let used = window.end - window.start
        if storage.capacity - used >= size { return }
        let gone = max(0, needed - window.start)
        let kept = used - gone
        // The window is moved within its storage as long as that frees half of it; else it grows.
        if gone > 0 { window.forget(before: window.start + gone) }
        if kept + size <= storage.capacity {
            memmove(storage.bytes, storage.bytes + gone, kept)
        } else {
            let larger = max(storage.capacity * 2, kept + size)
            let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            memcpy(moved, storage.bytes + gone, kept)
            storage.bytes.deallocate()
            storage.bytes = moved
            storage.capacity = larger
        }
        window.base = UnsafePointer(storage.bytes)
    }

    /// Whether it is XML at all, told once by the first bytes.
    private func checkHead() -> Trouble? {
        guard !isHeadChecked, window.isLast || window.end >= Self.head else { return nil }
        isHeadChecked = true
        let head = Array(window.bytes(0..<Self.head))
        if TextEncoding.isBlank(head), window.isLast { return Trouble(kind: .empty, offset: nil) }
        return NotXML.trouble(head)
    }

    private func checkEncoding() -> Trouble? {
        guard let flaw = TextEncoding.flaw(in: window.bytes(valid..<window.end)), let offset = flaw.offset else {
            valid = window.end
            return nil
        }
        if case .truncated = flaw.kind, !window.isLast {
            // The rest of the character comes with the next piece.
            valid += offset
            return nil
        }
        return Trouble(kind: flaw.kind, offset: valid + offset)
    }

    private func look() -> Trouble? {
        var sound = window
        sound.end = valid
        sound.isLast = window.isLast
        return scan.look(at: sound)
    }
}
