/// Files that are something else than XML, told by their first bytes, each with the way out.
enum NotXML {
    static func trouble(_ bytes: [UInt8]) -> Trouble? {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
        let rest = bytes[at...]
        if rest.first == UInt8(ascii: "<") {
            if begins(rest, "<!doctype html") { return nil }
            if begins(rest, "<<<<<<<") { return Trouble(kind: .notWellFormed(conflict), offset: at) }
            return nil
        }
        return Trouble(kind: .notXML(what(rest)), offset: at)
    }

    static let conflict = "the file has merge-conflict markers (<<<<<<<); resolve the conflict first"

    /// Offset of the first line that begins with a merge-conflict marker.
    static func conflictMarker(_ window: Window) -> Int? {
        let marker = Array("<<<<<<< ".utf8)
        let bytes = window.bytes(window.start..<window.end)
        var at = 0
        while at + marker.count <= bytes.count {
            if bytes[at] == 0x3C, at == 0 || bytes[at - 1] == 0x0A, bytes[at..<(at + marker.count)].elementsEqual(marker) { return window.start + at }
            at += 1
        }
        return nil
    }

    private static func begins(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
        bytes.prefix(text.utf8.count).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } == Array(text.utf8)
    }

    /// What a file is whose first byte (after white space) is no `<`.
    static func what(_ bytes: ArraySlice<UInt8>) -> String {
        let head = Array(bytes.prefix(6))
        if head.starts(with: [0x50, 0x4B, 3, 4]) {
            return "a zip archive (.docx, .odt, .epub?); convert it to TEI, for instance with TEIGarage, or save it as XML"
        }
        if head.starts(with: Array("%PDF".utf8)) { return "a PDF; extract its text and mark it up as TEI or as a native archive" }
        if head.starts(with: [0x1F, 0x8B]) || head.starts(with: Array("BZh".utf8)) || head == [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]
            || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
        {
            return "a compressed file; unpack it first"
        }
        if head.starts(with: [0x7F, 0x45, 0x4C, 0x46]) || bytes.prefix(1000).contains(0) { return "a binary file" }
        if head.starts(with: Array("{\\rtf".utf8)) { return "a word processor's file (RTF); convert it to TEI or save it as XML" }
        if head.first == UInt8(ascii: "{") || head.first == UInt8(ascii: "[") { return "JSON, it seems; export the records as XML" }
        return "the text does not begin with a tag; to compare plain texts, wrap them as <version> of a native archive ('palimpsest schema --archive')"
    }
}
