import CXMLShim
import Glibc

/// From the bytes of a file to UTF-8: by byte order mark, else by the XML declaration, else as UTF-8.
enum TextEncoding {
    struct Decoded {
        var bytes: [UInt8]
        var notices: [ReadNotice] = []
    }

    /// Encodings whose bytes mean different characters by what came before: markup can hide in them.
    private static let stateful = ["HZ", "ISO-2022", "ISO2022", "UTF-7", "UTF7", "CSISO2022", "UNICODE-1-1-UTF-7"]
    private static let wayOut = "save the file as UTF-8"

    static func utf8(of bytes: [UInt8]) -> Result<Decoded, Trouble> {
        let head = Array(bytes.prefix(4))
        if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] || head == [0x3C, 0, 0, 0] || head == [0, 0, 0, 0x3C] {
            return .failure(Trouble(kind: .encoding("the file is in UTF-32, which XML tools do not agree on; \(wayOut)"), offset: nil))
        }
        if head == [0x4C, 0x6F, 0xA7, 0x94] { return ebcdic(bytes) }
        if head.starts(with: [0xFF, 0xFE]) { return sixteen(bytes, "UTF-16LE", mark: 2) }
        if head.starts(with: [0xFE, 0xFF]) { return sixteen(bytes, "UTF-16BE", mark: 2) }
        if head == [0x3C, 0, 0x3F, 0] { return sixteen(bytes, "UTF-16LE", mark: 0) }
        if head == [0, 0x3C, 0, 0x3F] { return sixteen(bytes, "UTF-16BE", mark: 0) }

        if let trouble = NotXML.trouble(bytes) { return .failure(trouble) }
        let declared = declaredEncoding(bytes)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) || declared == nil || isUTF8(declared?.name ?? "") {
            if let trouble = firstInvalid(bytes, declared: declared?.name) { return .failure(trouble) }
            var notices: [ReadNotice] = []
            if let declared, !isUTF8(declared.name) {
                notices.append(
                    ReadNotice(
                        code: "encoding", message: "the file declares '\(declared.name)' but begins with the mark of UTF-8; read as UTF-8", line: 1,
                        column: 1))
            }
            return .success(Decoded(bytes: bytes, notices: notices))
        }
        guard let declared else { return .success(Decoded(bytes: bytes)) }
        let name = declared.name.uppercased()
        if name.hasPrefix("UTF-16") || name.hasPrefix("UTF16") || name.hasPrefix("UCS") || name.hasPrefix("ISO-10646") || name.hasPrefix("UTF-32") {
            return .failure(
                Trouble(kind: .encoding("the file declares '\(declared.name)' but is not in it; correct the declaration"), offset: declared.offset))
        }
        if stateful.contains(where: name.hasPrefix) {
            return .failure(Trouble(kind: .encoding("'\(declared.name)' can hide mark-up and is not read; \(wayOut)"), offset: declared.offset))
        }
        return decode(bytes, as: declared.name, at: declared.offset)
    }

    /// Letters, digits and signs of a declaration stand at the same places in every EBCDIC page, so that IBM037 reads its name.
    private static func ebcdic(_ bytes: [UInt8]) -> Result<Decoded, Trouble> {
        guard case .success(let head) = decode(Array(bytes.prefix(400)), as: "IBM037", at: nil), let declared = declaredEncoding(head.bytes) else {
            return .failure(Trouble(kind: .encoding("the file is in EBCDIC and does not declare which; name it with --encoding, as in --encoding IBM1047"), offset: nil))
        }
        switch decode(bytes, as: declared.name, at: nil) {
        case .failure(let trouble): return .failure(trouble)
        case .success(let decoded):
            guard decoded.bytes.starts(with: Array("<?xml".utf8)) else {
                return .failure(Trouble(kind: .encoding("the file declares '\(declared.name)' but is in EBCDIC; name it with --encoding, as in --encoding IBM1047"), offset: nil))
            }
            return .success(Decoded(bytes: withLineFeeds(decoded.bytes)))
        }
    }

    /// Mainframes end lines with NEL (U+0085), which is no white space to XML 1.0: a line feed.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            if bytes[at] == 0xC2, at + 1 < bytes.count, bytes[at + 1] == 0x85 {
                out.append(0x0A)
                at += 2
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return out
    }

    /// Reads the bytes in an encoding that the user names, whatever they declare. What the declaration says is blanked: it holds no more.
    static func utf8(of bytes: [UInt8], as name: String) -> Result<Decoded, Trouble> {
        if stateful.contains(where: name.uppercased().hasPrefix) {
            return .failure(Trouble(kind: .encoding("'\(name)' can hide mark-up and is not read; \(wayOut)"), offset: nil))
        }
        let isEBCDIC = bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94])
        var result = decode(bytes, as: name, at: nil)
        if case .success(var decoded) = result {
            // iconv leaves the mark in where the name tells the order of bytes.
            if isEBCDIC { decoded.bytes = withLineFeeds(decoded.bytes) }
            if let declared = declaredEncoding(decoded.bytes) {
                let word = Array("encoding".utf8)
                var start = declared.offset
                while start > 0, !decoded.bytes[start...].starts(with: word) { start -= 1 }
                for at in start...(declared.offset + declared.name.utf8.count) { decoded.bytes[at] = 0x20 }
            }
            result = .success(decoded)
        }
        return result
    }

    static func isUTF8(_ name: String) -> Bool { ["UTF-8", "UTF8", "US-ASCII", "ASCII"].contains(name.uppercased()) }

    private static func sixteen(_ bytes: [UInt8], _ name: String, mark: Int) -> Result<Decoded, Trouble> {
        switch decode(Array(bytes[mark...]), as: name, at: nil) {
        case .failure(let trouble): return .failure(trouble)
        case .success(var decoded):
            if let declared = declaredEncoding(decoded.bytes), !declared.name.uppercased().hasPrefix("UTF-16"), !declared.name.uppercased().hasPrefix("UTF16") {
                decoded.notices.append(
                    ReadNotice(
                        code: "encoding", message: "the file declares '\(declared.name)' but is in UTF-16; read as UTF-16", line: 1, column: 1))
            }
            return .success(decoded)
        }
    }

    static func decode(_ bytes: [UInt8], as name: String, at declaration: Int?) -> Result<Decoded, Trouble> {
        var out: UnsafeMutablePointer<UInt8>?
        var count = 0, bad = 0
        let result = bytes.withUnsafeBufferPointer { buffer -> cxml_decoding in
            guard let start = buffer.baseAddress else { return cxml_decoded }
            return cxml_decode(name, start, buffer.count, &out, &count, &bad)
        }
        defer { free(out) }
        switch result {
        case cxml_decoded:
            let text = Array(UnsafeBufferPointer(start: out, count: count))
            if let zero = text.firstIndex(of: 0) { return .failure(Trouble(kind: .encoding("a NUL character"), offset: zero)) }
            return .success(Decoded(bytes: text))
        case cxml_unknown_encoding:
            return .failure(Trouble(kind: .encoding("the encoding '\(name)' is not known; \(wayOut)"), offset: declaration))
        case cxml_no_memory: return .failure(Trouble(kind: .memory, offset: nil))
        case cxml_cut_character: return .failure(Trouble(kind: .truncated("it ends within a character"), offset: nil))
        default: return .failure(Trouble(kind: .encoding("byte \(bad) of the file is not valid in '\(name)'; \(wayOut)"), offset: nil))
        }
    }

    /// The first byte that is no UTF-8, or a NUL.
    private static func firstInvalid(_ bytes: [UInt8], declared: String?) -> Trouble? {
        bytes.withUnsafeBufferPointer { buffer in flaw(in: buffer) }.map { flaw in
            guard case .encoding(let what) = flaw.kind, let offset = flaw.offset, bytes[offset] != 0 else { return flaw }
            return Trouble(kind: .encoding(what + "; " + hint(bytes, declared: declared)), offset: offset)
        }
    }

    /// The first NUL, else the first byte that is no UTF-8 or a character cut by the end. Offsets count from the first of `bytes`.
    static func flaw(in bytes: UnsafeBufferPointer<UInt8>) -> Trouble? {
        guard let start = bytes.baseAddress else { return nil }
        if let zero = memchr(start, 0, bytes.count) {
            return Trouble(kind: .encoding("a NUL byte; the file is damaged or not text"), offset: UnsafeRawPointer(zero) - UnsafeRawPointer(start))
        }
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            let bad = error.byteOffsets.lowerBound
            if error.kind == .truncatedScalar, error.byteOffsets.upperBound >= bytes.count {
                return Trouble(kind: .truncated("it ends within a character"), offset: bad)
            }
            return Trouble(kind: .encoding("byte 0x\(String(bytes[bad], radix: 16, uppercase: true)) is not UTF-8"), offset: bad)
        }
    }

    /// Nothing but white space.
    static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D } }

    /// The way out for a file that is not what it says: which encoding it is likely to be in.
    private static func hint(_ bytes: [UInt8], declared: String?) -> String {
        let names = LikelyEncoding.names(bytes)
        guard let first = names.first else {
            return "if the file is in an older encoding, name it: --encoding NAME, or in the XML declaration, as in <?xml version=\"1.0\" encoding=\"windows-1251\"?>"
        }
        let others = names.count > 1 ? " (or \(names.dropFirst().joined(separator: ", ")))" : ""
        return "the letters look like \(first)\(others): try --encoding \(first), or correct the XML declaration"
    }

    /// What the XML declaration names as the encoding, and where.
    static func declaredEncoding(_ bytes: [UInt8]) -> (name: String, offset: Int)? {
        var start = 0
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        guard bytes[start...].starts(with: Array("<?xml".utf8)) else { return nil }
        // A declaration is short; 400 bytes leave room for any white space that real files have in it.
        let end = bytes[start...].prefix(400).firstIndex(of: UInt8(ascii: ">")) ?? min(bytes.count, start + 400)
        let word = Array("encoding".utf8)
        var at = start + 5
        while at + word.count < end {
            if bytes[at..<(at + word.count)].elementsEqual(word) {
                at += word.count
                while at < end, [0x20, 0x09, 0x0A, 0x0D, 0x3D].contains(bytes[at]) { at += 1 }
                guard at < end, bytes[at] == 0x22 || bytes[at] == 0x27 else { return nil }
                let quote = bytes[at]
                let first = at + 1
                at = first
                while at < end, bytes[at] != quote { at += 1 }
                let name = bytes[first..<at]
                // What is no encoding name is left to the parser to complain about.
                guard !name.isEmpty, name.allSatisfy({ Self.isNameByte($0) }) else { return nil }
                return (String(decoding: name, as: UTF8.self), first)
            }
            at += 1
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x3A: true
        default: false
        }
    }
}

/// The bytes of an input that the user says to be in an encoding, as UTF-8.
public func utf8(_ bytes: [UInt8], from encoding: String, named source: String) throws(ReadError) -> [UInt8] {
    switch TextEncoding.utf8(of: bytes, as: encoding) {
    case .success(let decoded): return decoded.bytes
    case .failure(let trouble): throw trouble.error(source: source, bytes: bytes)
    }
}

/// Whether the system can read an encoding of this name.
public func isKnownEncoding(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return false }
    if case .failure(let trouble) = TextEncoding.utf8(of: Array("<".utf8), as: name), case .encoding(let what) = trouble.kind, what.contains("not known") || what.contains("can hide") {
        return false
    }
    return true
}
