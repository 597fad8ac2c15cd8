import Glibc

/// Whether a TEI document must be surveyed before it is read: whether it holds an element whose meaning rests on what comes after it.
///
/// A `choice` shows the last of its children to tell which is compared; a reading, which witness it belongs to; a `delSpan`, where it ends. A
/// document without any of them is read in one pass, and the survey goes along. The look is at the bytes: what stands in comments and CDATA
/// sections counts too, so that the answer may be a needless yes, never a wrong no.
enum SurveyNeed {
    /// The first eight bytes of the names, zeros behind; of a longer name they suffice for a yes.
    private static let names: [UInt64] = [
        // which child is compared
        "choice",
        // which reading stands in which witness
        "app", "rdgGrp", "lem", "rdg", "listApp", "listWit", "witness", "variantEncoding", "lacunaStart", "lacunaEnd", "witStart", "witEnd",
        // what a pointer or a character stands for
        "prefixDef", "char", "glyph", "mapping", "relation",
        // what is struck, and what of it was restored
        "delSpan", "undo", "redo",
    ].map { $0.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }

    static func exists(in bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return false }
            return names.withUnsafeBufferPointer { names in exists(base, buffer.count, names) }
        }
    }

    private static func exists(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ names: UnsafeBufferPointer<UInt64>) -> Bool {
        var at = 0
        while at &+ 1 < count, let found = memchr(bytes + at, 0x3C, count &- at) {
            at = UnsafeRawPointer(found) - UnsafeRawPointer(bytes) &+ 1
            var key: UInt64 = 0
            var length: UInt64 = 0
            scan: while at < count {
                let byte = bytes[at]
                switch byte {
                // An end tag, a comment, an instruction; the end of a name.
                case 0x2F, 0x3F, 0x3E, 0x20, 0x09, 0x0A, 0x0D: break scan
                case 0x21:
                    if hasInternalSubset(bytes, at, count) { return true }
                    break scan
                // The name follows its prefix.
                case 0x3A:
                    key = 0
                    length = 0
                default:
                    if length < 8 { key |= UInt64(byte) &<< (length &* 8) }
                    length &+= 1
                }
                at &+= 1
            }
            if key != 0, names.contains(key) { return true }
        }
        return false
    }

    /// Whether a document type begins at the `!` and declares something itself: the text of an entity may hold elements in any disguise.
    private static func hasInternalSubset(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Bool {
        guard start &+ 1 < count, bytes[start &+ 1] == 0x44 else { return false }
        var at = start
        var quote: UInt8 = 0
        while at < count {
            let byte = bytes[at]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x5B {
                return true
            } else if byte == 0x3E {
                return false
            }
            at &+= 1
        }
        return true
    }
}
