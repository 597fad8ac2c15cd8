/// Writes JSON (RFC 8259) straight into bytes, in the order of the calls: one member a line, two spaces a level, and small objects on one line.
///
/// The caller keeps objects and arrays balanced and gives every member of an object a key. Commas and line ends are the writer's.
struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// For each open object or array: whether it already holds something, and whether it is written on one line.
    private var open: [(isFilled: Bool, isInline: Bool)] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    // MARK: members

    mutating func object(_ key: String? = nil, inline: Bool = false, _ members: (inout JSONWriter) -> Void) {
        begin(key, UInt8(ascii: "{"), inline)
        members(&self)
        end(UInt8(ascii: "}"))
    }

    mutating func array(_ key: String? = nil, inline: Bool = false, _ elements: (inout JSONWriter) -> Void) {
        begin(key, UInt8(ascii: "["), inline)
        elements(&self)
        end(UInt8(ascii: "]"))
    }

    mutating func string(_ key: String? = nil, _ value: String?) {
        next(key)
        if let value { append(quoted: value) } else { append("null") }
    }

    mutating func integer(_ key: String? = nil, _ value: Int?) {
        next(key)
        if let value { append(value) } else { append("null") }
    }

    /// The shortest digits that read back as the same number; what JSON has no word for (infinite, not a number) is null.
    mutating func number(_ key: String? = nil, _ value: Double) {
        next(key)
        append(value.isFinite ? value.description : "null")
    }

    /// A number in the digits that it was written in elsewhere, as RFC 8259 has them.
    mutating func number(_ key: String? = nil, digits: String) {
        next(key)
        append(digits)
    }

    mutating func boolean(_ key: String? = nil, _ value: Bool) {
        next(key)
        append(value ? "true" : "false")
    }

    mutating func null(_ key: String? = nil) {
        next(key)
        append("null")
    }

    mutating func endOfText() { bytes.append(0x0A) }

    // MARK: layout

    private mutating func begin(_ key: String?, _ bracket: UInt8, _ inline: Bool) {
        next(key)
        bytes.append(bracket)
        open.append((false, inline || (open.last?.isInline ?? false)))
    }

    private mutating func end(_ bracket: UInt8) {
        let closed = open.removeLast()
        if closed.isFilled, !closed.isInline { newLine() }
        bytes.append(bracket)
    }

    private mutating func next(_ key: String?) {
        if let last = open.indices.last {
            if open[last].isFilled {
                bytes.append(UInt8(ascii: ","))
                if open[last].isInline { bytes.append(0x20) }
            }
            if !open[last].isInline { newLine() }
            open[last].isFilled = true
        }
        guard let key else { return }
        append(quoted: key)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(0x20)
    }

    private mutating func newLine() {
        bytes.append(0x0A)
        for _ in 0..<open.count * 2 { bytes.append(0x20) }
    }

    // MARK: values

    private mutating func append(_ ascii: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: ascii.utf8Start, count: ascii.utf8CodeUnitCount))
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func append(_ value: Int) {
        if value >= 0, value < 10 { bytes.append(UInt8(value) + 0x30) } else { bytes.append(contentsOf: value.description.utf8) }
    }

    /// Escaped: the quotation mark, the backslash, control characters (also DEL and C1, which act on terminals), and U+2028 and U+2029, which end a
    /// line in JavaScript. All else is UTF-8 as it is.
    private mutating func append(quoted text: String) {
        var text = text
        bytes.append(0x22)
        text.withUTF8 { utf8 in
            var copied = 0
            var at = 0
            while at < utf8.count {
                let byte = utf8[at]
                // The common case first: printing ASCII and all of UTF-8 but the few leads that may hide a control character.
                if byte >= 0x20, byte != 0x22, byte != 0x5C, byte != 0x7F, byte != 0xC2, byte != 0xE2 {
                    at += 1
                    continue
                }
                let (scalar, length) = Self.special(utf8, at)
                guard let scalar else {
                    at += length
                    continue
                }
                bytes.append(contentsOf: utf8[copied..<at])
                escape(scalar)
                at += length
                copied = at
            }
            bytes.append(contentsOf: utf8[copied...])
        }
        bytes.append(0x22)
    }

    /// The scalar at `at` where it needs an escape, and how many bytes it takes.
    private static func special(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt16?, length: Int) {
        switch utf8[at] {
        case 0xC2 where at + 1 < utf8.count && utf8[at + 1] < 0xA0: (UInt16(utf8[at + 1]), 2)
        case 0xE2 where at + 2 < utf8.count && utf8[at + 1] == 0x80 && (utf8[at + 2] == 0xA8 || utf8[at + 2] == 0xA9):
            (0x2000 + UInt16(utf8[at + 2] & 0x3F), 3)
        case 0xC2, 0xE2: (nil, 1)
        case let byte: (UInt16(byte), 1)
        }
    }

    private mutating func escape(_ scalar: UInt16) {
        bytes.append(0x5C)
        switch scalar {
        case 0x22, 0x5C: bytes.append(UInt8(scalar))
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            bytes.append(UInt8(ascii: "u"))
            for shift in [12, 8, 4, 0] {
                let digit = UInt8(truncatingIfNeeded: scalar >> UInt16(shift) & 15)
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
    }
}
