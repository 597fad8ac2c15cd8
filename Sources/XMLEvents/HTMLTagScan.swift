/// Looks over a web page before libxml2's HTML parser does, for what that parser would be quadratic in: attributes of one tag.
enum HTMLTagScan {
    static func trouble(_ bytes: [UInt8], _ limits: Limits) -> Trouble? {
        bytes.withUnsafeBufferPointer { bytes in
            var at = 0
            while at < bytes.count {
                guard bytes[at] == 0x3C, at + 1 < bytes.count, isLetter(bytes[at + 1]) else {
                    at += 1
                    continue
                }
                let start = at
                var words = 0, quote: UInt8 = 0, wasBlank = false
                at += 1
                while at < bytes.count {
                    let byte = bytes[at]
                    if quote != 0 {
                        if byte == quote { quote = 0 }
                    } else if byte == 0x3E {
                        break
                    } else if byte == 0x22 || byte == 0x27 {
                        // A quotation mark opens a value only after an equals sign.
                        if at > 0, bytes[at - 1] == 0x3D { quote = byte }
                        if wasBlank { words += 1 }
                        wasBlank = false
                    } else if byte <= 0x20 || byte == 0x2F {
                        wasBlank = true
                    } else {
                        if wasBlank { words += 1 }
                        wasBlank = false
                    }
                    if words > limits.attributesPerTag { return Trouble(kind: .limit("attributes on one element", limits.attributesPerTag), offset: start) }
                    if at - start > limits.tagBytes { return Trouble(kind: .limit("bytes in one tag", limits.tagBytes), offset: start) }
                    at += 1
                }
                if at >= bytes.count { return Trouble(kind: .truncated("a tag is not closed"), offset: start) }
            }
            return nil
        }
    }

    @inline(__always) private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}
