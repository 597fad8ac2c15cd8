/// Traces of careless conversion that change a text without showing: they are read as they are, and said.
enum InvisibleText {
    /// Letters of text encoded as UTF-8 twice that make a warning: chance pairs occur in quotations of code, three in a file hardly. Where the file has
    /// no other letters beyond ASCII, one is enough: a text that can write one letter rightly writes them all so.
    private static let mojibakeLetters = 3

    static func notices(_ bytes: [UInt8]) -> [ReadNotice] {
        var mark: Int?
        var doubled = 0
        var firstDoubled = 0
        var others = 0
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return }
            var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            while at &+ 3 < bytes.count {
                let byte = bytes[at]
                if byte < 0x80, at &+ 8 < bytes.count {
                    // Over eight ASCII bytes at a step.
                    let word = UnsafeRawPointer(start + at).loadUnaligned(as: UInt64.self)
                    at &+= word & 0x8080_8080_8080_8080 == 0 ? 8 : 1
                } else if byte < 0xC3 {
                    if byte == 0xC2 { others &+= 1 }
                    at &+= 1
                } else if byte == 0xEF, bytes[at &+ 1] == 0xBB, bytes[at &+ 2] == 0xBF {
                    if mark == nil { mark = at }
                    at &+= 3
                } else if byte == 0xC3, bytes[at &+ 2] == 0xC2 || bytes[at &+ 2] == 0xC3, bytes[at &+ 3] & 0xC0 == 0x80,
                    [0x83, 0x90, 0x91].contains(bytes[at &+ 1])
                {
                    // Ã, Ð, Ñ and then a character of the upper half of Latin-1.
                    if doubled == 0 { firstDoubled = at }
                    doubled &+= 1
                    at &+= 4
                } else {
                    others &+= 1
                    at &+= 1
                }
            }
        }
        var notices: [ReadNotice] = []
        if let mark {
            notices.append(notice("invisible-character", "a byte order mark (U+FEFF) stands inside the text", mark, bytes))
        }
        if doubled >= mojibakeLetters || (doubled > 0 && others == 0) {
            notices.append(notice("encoding", "the text looks as if it had been encoded as UTF-8 twice", firstDoubled, bytes))
        }
        return notices
    }

    private static func notice(_ code: String, _ message: String, _ offset: Int, _ bytes: [UInt8]) -> ReadNotice {
        let place = Trouble(kind: .empty, offset: offset).error(source: "", bytes: bytes)
        return ReadNotice(code: code, message: message, line: place.line ?? 1, column: place.column ?? 1)
    }
}
