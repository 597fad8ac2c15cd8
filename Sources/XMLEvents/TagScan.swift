import Glibc

/// A linear look at the tags before libxml2 sees them: on too many attributes, too deep nesting or endless tags it would be quadratic
/// or run out of stack before its first callback. What is not well-formed is left to the parser.
struct TagScan {
    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private let limits: Limits
    private var at = 0
    private var depth = 0

    static func trouble(_ bytes: [UInt8], _ limits: Limits) -> Trouble? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return nil }
            var scan = TagScan(bytes: base, count: buffer.count, limits: limits)
            return scan.run()
        }
    }

    private init(bytes: UnsafePointer<UInt8>, count: Int, limits: Limits) {
        self.bytes = bytes
        self.count = count
        self.limits = limits
    }

    private mutating func run() -> Trouble? {
        while let open = find(0x3C, from: at) {
            if open - at > limits.textBytes { return Trouble(kind: .limit("bytes of text between two tags", limits.textBytes), offset: at) }
            guard open + 1 < count else { return nil }
            switch bytes[open + 1] {
            case 0x2F:
                guard let close = find(0x3E, from: open) else { return nil }
                depth -= 1
                at = close + 1
            case 0x3F:
                guard let close = find("?>", from: open + 2) else { return nil }
                at = close
            case 0x21:
                if begins("<!--", open) {
                    guard let close = find("-->", from: open + 4) else { return nil }
                    at = close
                } else if begins("<![CDATA[", open) {
                    guard let close = find("]]>", from: open + 9) else { return nil }
                    if close - open > limits.textBytes {
                        return Trouble(kind: .limit("bytes of text between two tags", limits.textBytes), offset: open)
                    }
                    at = close
                } else {
                    guard let close = afterDocumentType(open + 2) else { return nil }
                    at = close
                }
            default:
                if let trouble = startTag(open) { return trouble }
            }
        }
        if count - at > limits.textBytes { return Trouble(kind: .limit("bytes of text between two tags", limits.textBytes), offset: at) }
        return nil
    }

    private mutating func startTag(_ open: Int) -> Trouble? {
        var next = open + 1
        var attributes = 0
        var nameStart = next
        while next < count {
            switch bytes[next] {
            case 0x3E:
                if bytes[next - 1] != 0x2F {
                    depth += 1
                    if depth > limits.depth { return Trouble(kind: .limit("elements within elements", limits.depth), offset: open) }
                }
                at = next + 1
                return nil
            case 0x22, 0x27:
                guard let quote = find(bytes[next], from: next + 1) else {
                    at = count
                    return nil
                }
                next = quote + 1
                nameStart = next
            case 0x3D:
                attributes += 1
                if attributes > limits.attributesPerTag {
                    return Trouble(kind: .limit("attributes of one element", limits.attributesPerTag), offset: open)
                }
                next += 1
                nameStart = next
            case 0x3C:
                // Not well-formed; the parser will say so.
                at = next
                return nil
            case 0x20, 0x09, 0x0A, 0x0D, 0x2F:
                next += 1
                nameStart = next
            default:
                next += 1
                if next - nameStart > limits.nameBytes {
                    return Trouble(kind: .limit("bytes of a name", limits.nameBytes), offset: nameStart)
                }
            }
            if next - open > limits.tagBytes { return Trouble(kind: .limit("bytes of one tag", limits.tagBytes), offset: open) }
        }
        at = count
        return nil
    }

    /// The offset after a document type declaration with its internal subset.
    private func afterDocumentType(_ start: Int) -> Int? {
        var next = start
        var brackets = 0
        var angles = 1
        while next < count {
            switch bytes[next] {
            case 0x22, 0x27:
                guard let quote = find(bytes[next], from: next + 1) else { return nil }
                next = quote
            case 0x5B: brackets += 1
            case 0x5D: brackets -= 1
            case 0x3C:
                if begins("<!--", next) {
                    guard let close = find("-->", from: next + 4) else { return nil }
                    next = close - 1
                } else if begins("<?", next) {
                    guard let close = find("?>", from: next + 2) else { return nil }
                    next = close - 1
                } else {
                    angles += 1
                }
            case 0x3E:
                angles -= 1
                if angles == 0, brackets <= 0 { return next + 1 }
            default: break
            }
            next += 1
        }
        return nil
    }

    private func begins(_ text: StaticString, _ offset: Int) -> Bool {
        offset + text.utf8CodeUnitCount <= count && memcmp(bytes + offset, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < count, let found = memchr(bytes + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(bytes)
    }

    /// The offset after the next `text`.
    private func find(_ text: StaticString, from start: Int) -> Int? {
        let length = text.utf8CodeUnitCount
        var at = start
        while let found = find(text.utf8Start[0], from: at) {
            if begins(text, found) { return found + length }
            at = found + 1
        }
        return nil
    }
}
