import PlainText
import Records

/// The text of a block or of something set aside, while it is read: white space folded to single spaces, with the way back to the source.
final class Draft {
    /// An inline element, by text offsets.
    struct Mark {
        var name: Int
        var start: Int
        var end: Int
        /// Hash of its attributes.
        var attributes: UInt64
        var annotation: Annotation.Kind?
        var key: Symbol
    }

    var role = Role.paragraph
    var node: Int32 = -1
    var name = 0
    /// Position among the blocks of the version, by their starts.
    var order = 0
    /// Why it is set aside; nil for a passage.
    var asideKind: String?
    var table: String?
    /// A mapping says what it is: nobody else has a say.
    var isNamed = false
    var speaker = Symbol.none
    var cite = Symbol.none
    var language = Symbol.none
    var sourceStart = 0
    var sourceEnd = 0
    var attributes: UInt64 = 0
    var marks: [Mark] = []
    private(set) var segments: [(text: Int, source: Int)] = []
    private(set) var count = 0
    /// A line break was the last thing in it, but for white space: a second one ends the paragraph.
    var isAtBreak = false
    /// White space was seen since the last character.
    private(set) var isSpacePending = false
    /// A word ends here if letters meet.
    private var isWordPending = false
    /// White space is passed over: a word runs on over a line end.
    private var joins = false
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity = 1024

    init() { bytes = .allocate(capacity: capacity) }
    deinit { bytes.deallocate() }

    var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }
    var string: String { String(decoding: text, as: UTF8.self) }

    func string(_ mark: Mark) -> String {
        let range = trimmed(mark)
        return String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
    }

    /// Where the next character will stand.
    var here: Int { isSpacePending && count > 0 ? count + 1 : count }

    /// The range of a mark without the spaces at its ends.
    func trimmed(_ mark: Mark) -> Range<Int> {
        var start = min(mark.start, count), end = min(max(mark.end, mark.start), count)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    func reset() {
        count = 0
        marks.removeAll(keepingCapacity: true)
        segments.removeAll(keepingCapacity: true)
        isSpacePending = false
        isWordPending = false
        joins = false
        isAtBreak = false
        asideKind = nil
        table = nil
        isNamed = false
        speaker = .none
        cite = .none
    }

    /// The word so far has ended.
    func breakWord() {
        isSpacePending = count > 0
        joins = false
    }

    /// The word so far ends if a letter follows a letter.
    func partWord() { isWordPending = true }

    /// The word runs on over what comes: pending and following white space is passed over, and a hyphen at the end is dropped.
    /// Returns the number of characters dropped.
    func joinWord() -> Int {
        isSpacePending = false
        isWordPending = false
        joins = true
        if count > 0, bytes[count - 1] == 0x2D {
            count -= 1
            return 1
        }
        // U+2010 hyphen, U+00AD soft hyphen
        if count > 2, bytes[count - 3] == 0xE2, bytes[count - 2] == 0x80, bytes[count - 1] == 0x90 {
            count -= 3
            return 1
        }
        if count > 1, bytes[count - 2] == 0xC2, bytes[count - 1] == 0xAD {
            count -= 2
            return 1
        }
        return 0
    }

    /// Takes in a piece that stands at `source`.
    func append(_ piece: UnsafeBufferPointer<UInt8>, source: Int) {
        guard let start = piece.baseAddress else { return }
        let needed = count + piece.count + 2
        if needed > capacity { grow(to: needed) }
        let bytes = self.bytes
        var made = count
        // The state as locals: a class property costs an exclusivity check at each word.
        var isPending = isSpacePending
        var isWordOpen = isWordPending
        var isJoining = joins
        var gap = segments.last.map { $0.source &- $0.text } ?? Int.min
        var at = 0
        let total = piece.count
        while at < total {
            var byte = start[at]
            if Self.isSpace(byte) {
                repeat {
                    at &+= 1
                    if at == total { break }
                    byte = start[at]
                } while Self.isSpace(byte)
                if !isJoining, made > 0 { isPending = true }
                if at == total { break }
            }
            // A run of characters without white space begins.
            isAtBreak = false
            if isPending {
                bytes[made] = 0x20
                made &+= 1
                isPending = false
            } else if isWordOpen, made > 0, Self.isWordByte(bytes[made &- 1]), Self.isWordByte(byte) {
                bytes[made] = 0x20
                made &+= 1
            }
            isWordOpen = false
            isJoining = false
            if source &+ at &- made != gap {
                gap = source &+ at &- made
                segments.append((made, source &+ at))
            }
            // Words with a single space between them are taken as they are, eight bytes at a step.
            while at &+ 8 <= total {
                let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
                let width = Self.plainWidth(word)
                if width == 0 { break }
                UnsafeMutableRawPointer(bytes + made).storeBytes(of: word, as: UInt64.self)
                made &+= width
                at &+= width
            }
            while at < total {
                byte = start[at]
                if Self.isSpace(byte) { break }
                bytes[made] = byte
                made &+= 1
                at &+= 1
            }
        }
        count = made
        isSpacePending = isPending
        isWordPending = isWordOpen
        joins = isJoining
    }

    /// How many of eight bytes can be taken as they are, none of them in a stretch of white space but single spaces with something on both sides:
    /// all eight, seven where the last is a space, 0 where there is other white space or two spaces. Before the first stands no white space.
    @inline(__always) private static func plainWidth(_ word: UInt64) -> Int {
        let high: UInt64 = 0x8080_8080_8080_8080
        let bytes = UInt64(littleEndian: word)
        // The highest bit of each byte that is below the space, and of each that is one.
        let control = ~(((bytes & ~high) &+ 0x6060_6060_6060_6060) | bytes) & high
        let differs = bytes ^ 0x2020_2020_2020_2020
        let spaces = ~(((differs & ~high) &+ ~high) | differs) & high
        if control | (spaces & (spaces << 8)) != 0 { return 0 }
        return spaces & (1 << 63) == 0 ? 8 : 7
    }

    private func grow(to needed: Int) {
        let larger = max(needed, capacity * 2)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = moved
        capacity = larger
    }

    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D) }

    @inline(__always) private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }
}

/// Characters (Unicode scalars) that are not ASCII white space, eight bytes at a step. (Below the space XML allows white space only.)
func countCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard let start = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(start)
    let high: UInt64 = 0x8080_8080_8080_8080
    var passed = 0
    var at = 0
    while at &+ 8 <= bytes.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        // A continuation byte has bit 7 and not bit 6; white space has not bit 7 and is below 0x21.
        let continues = word & ~(word << 1) & high
        let blank = ~(((word & ~high) &+ 0x5F5F_5F5F_5F5F_5F5F) | word) & high
        passed &+= Int(truncatingIfNeeded: (((continues | blank) >> 7) &* 0x0101_0101_0101_0101) >> 56)
        at &+= 8
    }
    while at < bytes.count {
        let byte = start[at]
        passed &+= byte & 0xC0 == 0x80 || byte <= 0x20 ? 1 : 0
        at &+= 1
    }
    return bytes.count &- passed
}
