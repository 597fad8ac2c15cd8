/// Looks for YAML anchors before the parser sees them: the parser hashes the keys of a mapping, and a key that is an alias of aliases would take it
/// for ever ("billion laughs"). Without an anchor there is no alias.
enum AliasSearch {
    /// The place (from 1) of the first `&` that may begin an anchor: at the beginning of a line, or after `: - ? , [ {` or a tag.
    ///
    /// Quotes and comments are not understood, on purpose: whoever wants to hide an anchor would play with them. `"Brown, &Co"` is therefore refused
    /// too, with an error that names the place; `Brown & Co` and `AT&T` are not.
    static func firstAnchor(in yaml: String) -> (line: Int, column: Int)? {
        var line = 1, column = 0
        var isOpen = true, isTag = false
        var before: UInt8 = 0, previous: UInt8 = 0
        for byte in yaml.utf8 {
            if byte & 0xC0 != 0x80 { column += 1 }
            switch byte {
            case 0x0A, 0x0D:
                if byte == 0x0D || previous != 0x0D { line += 1 }
                column = 0
                (isOpen, isTag) = (true, false)
            case UInt8(ascii: "&"):
                if isOpen { return (line, column) }
            case 0x20, 0x09:
                if isTag { (isOpen, isTag) = (true, false) }
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?"): isOpen = true
            case UInt8(ascii: "!"):
                isTag = isTag || isOpen
                isOpen = false
            default:
                // U+0085, U+2028 and U+2029 end a line too, and a byte order mark may stand before the first.
                isOpen = (previous == 0xC2 && byte == 0x85) || (before == 0xE2 && previous == 0x80 && (byte == 0xA8 || byte == 0xA9))
                    || (before == 0xEF && previous == 0xBB && byte == 0xBF)
            }
            (before, previous) = (previous, byte)
        }
        return nil
    }
}
