/// The encoding of a web page: its byte order mark, else what the user names, else a `meta` in it, else UTF-8 where the bytes are such, else
/// windows-1252, as browsers do (WHATWG, "Determining the character encoding").
enum HTMLEncoding {
    static func utf8(of bytes: [UInt8], named encoding: String?) -> Result<TextEncoding.Decoded, Trouble> {
        let head = Array(bytes.prefix(4))
        let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF]) || head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
        if isMarked || head.starts(with: [0x3C, 0]) || head.starts(with: [0, 0x3C]) { return TextEncoding.utf8(of: bytes) }
        if let encoding, !isUTF8(encoding) { return TextEncoding.decode(bytes, as: label(encoding), at: nil) }
        if bytes.contains(0) { return .failure(Trouble(kind: .encoding("a NUL byte; the file is damaged or not text"), offset: bytes.firstIndex(of: 0))) }
        let declared = declaration(bytes)
        let isValid = (try? UTF8Span(validating: bytes.span)) != nil
        if isValid {
            var decoded = TextEncoding.Decoded(bytes: bytes)
            let isASCII = !bytes.contains { $0 >= 0x80 }
            if let declared, !isUTF8(declared.name), !isASCII {
                decoded.notices.append(notice("the page declares '\(declared.name)' and is in UTF-8; read as UTF-8", declared.offset, bytes))
            } else if let declared, let text = firstText(bytes), text < declared.offset, !isASCII {
                decoded.notices.append(notice("the page declares its encoding after its text has begun", declared.offset, bytes))
            }
            return .success(decoded)
        }
        guard let declared, !isUTF8(declared.name) else {
            if let declared {
                return .failure(Trouble(kind: .encoding("the page declares '\(declared.name)' and has bytes that are not; save it as UTF-8"), offset: declared.offset))
            }
            switch TextEncoding.decode(bytes, as: "WINDOWS-1252", at: nil) {
            case .failure: return .failure(Trouble(kind: .encoding("the page declares no encoding and is neither in UTF-8 nor in windows-1252; save it as UTF-8"), offset: nil))
            case .success(var decoded):
                decoded.notices.append(ReadNotice(code: "encoding", message: "the page declares no encoding; read as windows-1252, as browsers do", line: 1, column: 1))
                return .success(decoded)
            }
        }
        let name = declared.name.uppercased()
        if ["HZ", "ISO-2022", "UTF-7"].contains(where: name.hasPrefix) {
            return .failure(Trouble(kind: .encoding("'\(declared.name)' can hide mark-up and is not read; save the file as UTF-8"), offset: declared.offset))
        }
        switch TextEncoding.decode(bytes, as: label(declared.name), at: declared.offset) {
        case .failure(let trouble): return .failure(trouble)
        case .success(var decoded):
            if let text = firstText(bytes), text < declared.offset {
                decoded.notices.append(notice("the page declares '\(declared.name)' after its text has begun; the whole page is read so", declared.offset, bytes))
            }
            return .success(decoded)
        }
    }

    private static func isUTF8(_ name: String) -> Bool { ["UTF-8", "UTF8", "US-ASCII", "ASCII", "UTF-16", "UTF-16LE", "UTF-16BE"].contains(name.uppercased()) }

    /// Pages that call themselves Latin-1 are in its Windows superset.
    private static func label(_ name: String) -> String {
        switch name.uppercased() {
        case "ISO-8859-1", "LATIN1", "LATIN-1", "ISO8859-1", "ISO_8859-1": "WINDOWS-1252"
        case "ISO-8859-9": "WINDOWS-1254"
        case "X-SJIS": "SHIFT_JIS"
        case "X-MAC-CYRILLIC": "MAC-CYRILLIC"
        default: name
        }
    }

    private static func notice(_ message: String, _ offset: Int, _ bytes: [UInt8]) -> ReadNotice {
        let place = Trouble(kind: .empty, offset: offset).error(source: "", bytes: bytes)
        return ReadNotice(code: "encoding", message: message, line: place.line ?? 1, column: place.column ?? 1)
    }

    /// What a `meta` names as the charset, in `charset=` of its own or of its `content`; an XML declaration before it.
    static func declaration(_ bytes: [UInt8]) -> (name: String, offset: Int)? {
        if let declared = TextEncoding.declaredEncoding(bytes) { return declared }
        var at = 0
        while let tag = find("<meta", in: bytes, from: at) {
            let end = bytes[tag...].firstIndex(of: 0x3E) ?? bytes.count
            if let word = find("charset", in: bytes, from: tag), word < end {
                var from = word + 7
                while from < end, [0x20, 0x09, 0x0A, 0x0D, 0x3D, 0x22, 0x27].contains(bytes[from]) { from += 1 }
                let name = bytes[from..<end].prefix { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E || $0 == 0x3A }
                if !name.isEmpty { return (String(decoding: name, as: UTF8.self), tag) }
            }
            at = end
        }
        return nil
    }

    /// The first letter that stands in the page's body or outside any head.
    private static func firstText(_ bytes: [UInt8]) -> Int? {
        var at = 0
        var isInTitle = false
        while at < bytes.count {
            if bytes[at] == 0x3C {
                let end = bytes[at...].firstIndex(of: 0x3E) ?? bytes.count
                let name = String(decoding: bytes[min(at + 1, end)..<end].prefix(6), as: UTF8.self).lowercased()
                if name.hasPrefix("title") || name.hasPrefix("script") || name.hasPrefix("style") { isInTitle = true }
                if name.hasPrefix("/title") || name.hasPrefix("/scrip") || name.hasPrefix("/style") { isInTitle = false }
                at = end + 1
            } else if !isInTitle, bytes[at] > 0x20 {
                return at
            } else {
                at += 1
            }
        }
        return nil
    }

    private static func find(_ word: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
        let count = word.utf8CodeUnitCount
        guard start + count <= bytes.count else { return nil }
        let first = word.utf8Start[0]
        for at in start...(bytes.count - count) where lower(bytes[at]) == first {
            if (1..<count).allSatisfy({ lower(bytes[at + $0]) == word.utf8Start[$0] }) { return at }
        }
        return nil
    }

    @inline(__always) private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
