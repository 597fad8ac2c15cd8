/// Reads JSON as RFC 8259 has it and nothing laxer, one value after the other, from left to right.
///
/// No tree is built for what the caller reads member by member, so that every complaint can name its place.
struct JSONReader {
    private let bytes: [UInt8]
    private let source: String
    private(set) var at = 0

    /// Values inside one another, at most; deeper ones are refused (the stack is finite).
    static let mostDepth = 200

    init(_ bytes: [UInt8], source: String) throws(JSONError) {
        self.bytes = bytes
        self.source = source
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
        if let bad = Self.firstInvalid(bytes) {
            at = bad
            throw error("not UTF-8; JSON is UTF-8 (RFC 8259), convert the file first")
        }
    }

    // MARK: places

    func error(_ message: String, at place: Int? = nil) -> JSONError {
        var (line, column) = (1, 1)
        for byte in bytes[..<min(place ?? at, bytes.count)] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONError(source: source, line: line, column: column, message: message)
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        var at = 0
        while at < bytes.count {
            let byte = bytes[at]
            if byte < 0x80 {
                at += 1
                continue
            }
            let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard byte >= 0xC2, byte <= 0xF4, at + width <= bytes.count else { return at }
            for offset in 1..<width where bytes[at + offset] & 0xC0 != 0x80 { return at }
            let second = bytes[at + 1]
            if byte == 0xE0 && second < 0xA0 || byte == 0xED && second > 0x9F || byte == 0xF0 && second < 0x90 || byte == 0xF4 && second > 0x8F { return at }
            at += width
        }
        return nil
    }

    // MARK: values

    /// The next byte that is no white space, not taken; nil at the end.
    mutating func peek() -> UInt8? {
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    mutating func end() throws(JSONError) {
        if peek() != nil { throw error("something follows the end of the JSON value") }
    }

    /// Complains unless the next value begins with `byte`, which is not taken.
    mutating func expect(_ byte: UInt8, _ message: String) throws(JSONError) {
        guard let next = peek() else { throw error("not well-formed JSON: it ends where a value should stand") }
        if next != byte { throw error(message) }
    }

    private mutating func take(_ byte: UInt8, _ wanted: String) throws(JSONError) {
        guard peek() == byte else { throw error("not well-formed JSON: \(wanted) is missing here") }
        at += 1
    }

    /// Reads an object; `member` gets each key with its place and must read the value.
    mutating func object(_ member: (inout JSONReader, String, Int) throws(JSONError) -> Void) throws(JSONError) {
        try take(0x7B, "'{'")
        if peek() == 0x7D {
            at += 1
            return
        }
        while true {
            guard peek() == 0x22 else { throw error("not well-formed JSON: a key in quotation marks is missing here") }
            let place = at
            let key = try string()
            try take(0x3A, "':'")
            try member(&self, key, place)
            switch peek() {
            case 0x2C: at += 1
            case 0x7D:
                at += 1
                return
            default: throw error("not well-formed JSON: ',' or '}' is missing here")
            }
        }
    }

    /// Reads an array; `element` must read one value.
    mutating func array(_ element: (inout JSONReader) throws(JSONError) -> Void) throws(JSONError) {
        try take(0x5B, "'['")
        if peek() == 0x5D {
            at += 1
            return
        }
        while true {
            try element(&self)
            switch peek() {
            case 0x2C: at += 1
            case 0x5D:
                at += 1
                return
            default: throw error("not well-formed JSON: ',' or ']' is missing here")
            }
        }
    }

    /// Any value, whole.
    mutating func value(depth: Int = 0) throws(JSONError) -> JSONValue {
        guard depth < Self.mostDepth else { throw error("JSON values stand in one another more than \(Self.mostDepth) deep") }
        switch peek() {
        case 0x7B:
            var members: [JSONMember] = []
            try object { (reader, key, _) throws(JSONError) in members.append(JSONMember(key: key, value: try reader.value(depth: depth + 1))) }
            return .object(members)
        case 0x5B:
            var elements: [JSONValue] = []
            try array { (reader) throws(JSONError) in elements.append(try reader.value(depth: depth + 1)) }
            return .array(elements)
        case 0x22: return .string(try string())
        case 0x74:
            try word("true")
            return .boolean(true)
        case 0x66:
            try word("false")
            return .boolean(false)
        case 0x6E:
            try word("null")
            return .null
        case .some(0x2D), .some(0x30...0x39): return .number(try number())
        case nil: throw error("not well-formed JSON: it ends where a value should stand")
        default: throw error("not well-formed JSON: no value begins like this")
        }
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard bytes[at...].starts(with: letters) else { throw error("not well-formed JSON: no value begins like this") }
        at += letters.count
    }

    private mutating func digits() throws(JSONError) {
        let start = at
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
        if at == start { throw error("not well-formed JSON: a digit is missing here") }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = at
        if bytes[at] == 0x2D { at += 1 }
        let first = at
        try digits()
        if bytes[first] == 0x30, at > first + 1 { throw error("not well-formed JSON: a number does not begin with 0", at: first) }
        if at < bytes.count, bytes[at] == 0x2E {
            at += 1
            try digits()
        }
        if at < bytes.count, bytes[at] | 0x20 == 0x65 {
            at += 1
            if at < bytes.count, bytes[at] == 0x2B || bytes[at] == 0x2D { at += 1 }
            try digits()
        }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    /// A string; `peek` has found its quotation mark.
    mutating func string() throws(JSONError) -> String {
        let opening = at
        at += 1
        var text: [UInt8] = []
        var copied = at
        while at < bytes.count {
            switch bytes[at] {
            case 0x22:
                text += bytes[copied..<at]
                at += 1
                return String(decoding: text, as: UTF8.self)
            case 0x5C:
                text += bytes[copied..<at]
                text += Array(Character(try escaped()).utf8)
                copied = at
            case 0..<0x20: throw error("not well-formed JSON: a control character in a string is written as an escape (\\n, \\t)")
            default: at += 1
            }
        }
        throw error("not well-formed JSON: this string is not closed", at: opening)
    }

    private mutating func escaped() throws(JSONError) -> Unicode.Scalar {
        let start = at
        at += 2
        guard start + 1 < bytes.count else { throw error("not well-formed JSON: it ends within a string", at: start) }
        switch bytes[start + 1] {
        case 0x22: return "\""
        case 0x5C: return "\\"
        case 0x2F: return "/"
        case 0x62: return "\u{8}"
        case 0x66: return "\u{C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75:
            let first = try fourDigits()
            if let scalar = Unicode.Scalar(first) { return scalar }
            // Beyond the basic plane a character is written as a pair of surrogates.
            if first < 0xDC00, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
                at += 2
                let second = try fourDigits()
                if (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) { return scalar }
            }
            throw error("half of a surrogate pair is no character", at: start)
        default: throw error("not well-formed JSON: there is no such escape", at: start)
        }
    }

    private mutating func fourDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard at < bytes.count, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue, bytes[at] < 0x80 else {
                throw error("not well-formed JSON: \\u takes four hexadecimal digits")
            }
            value = value << 4 | UInt32(truncatingIfNeeded: digit)
            at += 1
        }
        return value
    }
}
