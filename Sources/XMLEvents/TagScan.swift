import Glibc

/// A linear look at the tags before libxml2 sees them: on too many attributes, too deep nesting or endless tags it would be quadratic
/// or run out of stack before its first callback. What is not well-formed is left to the parser.
///
/// The look goes on where it stopped when more of the input is at hand; what is not looked at to its end is not handed to the parser.
struct TagScan {
    private let limits: Limits
    private var window = Window()
    /// What stands before is looked at.
    private(set) var checked = 0
    /// Where the text began that is under way.
    private var textStart = 0
    private var depth = 0

    init(_ limits: Limits) { self.limits = limits }

    static func trouble(_ bytes: [UInt8], _ limits: Limits) -> Trouble? {
        bytes.withUnsafeBufferPointer { buffer in
            var scan = TagScan(limits)
            return scan.look(at: Window(buffer))
        }
    }

    /// Looks at what the window holds behind `checked`.
    mutating func look(at window: Window) -> Trouble? {
        self.window = window
        defer { self.window = Window() }
        while let open = find(0x3C, from: checked) {
            if open - textStart > limits.textBytes { return tooMuchText }
            checked = open
            let end: Int?
            switch byte(after: open) {
            case nil: end = nil
            case 0x2F:
                end = find(0x3E, from: open).map { $0 + 1 }
                if end != nil { depth -= 1 }
            case 0x3F: end = find("?>", from: open + 2)
            case 0x21:
                if begins("<!--", open) {
                    end = find("-->", from: open + 4)
                } else if begins("<![CDATA[", open) {
                    end = find("]]>", from: open + 9)
                    if let end, end - open > limits.textBytes { return Trouble(kind: .limit("bytes of text between two tags", limits.textBytes), offset: open) }
                } else {
                    end = afterDocumentType(open + 2)
                }
            default:
                switch startTag(open) {
                case .failure(let trouble): return trouble
                case .success(let found): end = found
                }
            }
            guard let end else {
                if window.isLast { checked = window.end } else if window.end - open > limits.textBytes {
                    return Trouble(kind: .limit("bytes of one tag, comment or section", limits.textBytes), offset: open)
                }
                return nil
            }
            checked = end
            textStart = end
        }
        if window.end - textStart > limits.textBytes { return tooMuchText }
        checked = window.end
        return nil
    }

    private var tooMuchText: Trouble { Trouble(kind: .limit("bytes of text between two tags", limits.textBytes), offset: textStart) }

    private func byte(after open: Int) -> UInt8? {
        // "<!" alone does not tell a comment from a document type.
        guard open + 1 < window.end, window.isLast || open + 9 < window.end else { return nil }
        return window[open + 1]
    }

    /// The offset after the tag; nil where it does not end.
    private mutating func startTag(_ open: Int) -> Result<Int?, Trouble> {
        var next = open + 1
        var attributes = 0
        var nameStart = next
        guard let base = window.base else { return .success(nil) }
        let bytes = base - window.start
        let count = window.end
        while next < count {
            switch bytes[next] {
            case 0x3E:
                if bytes[next - 1] != 0x2F {
                    depth += 1
                    if depth > limits.depth { return .failure(Trouble(kind: .limit("elements within elements", limits.depth), offset: open)) }
                }
                return .success(next + 1)
            case 0x22, 0x27:
                guard let quote = find(bytes[next], from: next + 1) else {
                    if count - open > limits.tagBytes { return .failure(Trouble(kind: .limit("bytes of one tag", limits.tagBytes), offset: open)) }
                    return .success(nil)
                }
                next = quote + 1
                nameStart = next
            case 0x3D:
                attributes += 1
                if attributes > limits.attributesPerTag {
                    return .failure(Trouble(kind: .limit("attributes of one element", limits.attributesPerTag), offset: open))
                }
                next += 1
                nameStart = next
            case 0x3C:
                // Not well-formed; the parser will say so.
                return .success(next)
            case 0x20, 0x09, 0x0A, 0x0D, 0x2F:
                next += 1
                nameStart = next
            default:
                next += 1
                if next - nameStart > limits.nameBytes {
                    return .failure(Trouble(kind: .limit("bytes of a name", limits.nameBytes), offset: nameStart))
                }
            }
            if next - open > limits.tagBytes { return .failure(Trouble(kind: .limit("bytes of one tag", limits.tagBytes), offset: open)) }
        }
        return .success(nil)
    }

    /// The offset after a document type declaration with its internal subset.
    private func afterDocumentType(_ start: Int) -> Int? {
        var next = start
        var brackets = 0
        var angles = 1
        while next < window.end {
            switch window[next] {
            case 0x22, 0x27:
                guard let quote = find(window[next], from: next + 1) else { return nil }
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
        guard offset + text.utf8CodeUnitCount <= window.end, let here = window.pointer(to: offset) else { return false }
        return memcmp(here, text.utf8Start, text.utf8CodeUnitCount) == 0
    }

    private func find(_ byte: UInt8, from start: Int) -> Int? {
        guard start < window.end, let here = window.pointer(to: start), let found = memchr(here, Int32(byte), window.end - start) else { return nil }
        return start + (UnsafeRawPointer(found) - UnsafeRawPointer(here))
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
