/// How an input is packed, told by its first bytes and never by its name.
enum Packing: Equatable {
    enum Compression: String { case gzip, bzip2, xz, zstd, lz4, compress }
    enum Container: String { case zip, tar, sevenZip = "7z" }

    case none
    case compressed(Compression)
    case archive(Container)

    /// Bytes that are looked at: a tar shows its mark at 257, a word processor's zip within the first names.
    static let sniffedBytes = 1 << 16

    init(_ head: [UInt8]) {
        func begins(_ mark: [UInt8]) -> Bool { head.starts(with: mark) }
        if begins([0x1F, 0x8B]) {
            self = .compressed(.gzip)
        } else if begins(Array("BZh".utf8)), head.count > 3, (0x31...0x39).contains(head[3]) {
            self = .compressed(.bzip2)
        } else if begins([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0]) {
            self = .compressed(.xz)
        } else if begins([0x28, 0xB5, 0x2F, 0xFD]) || (head.count > 4 && head[0] & 0xF0 == 0x50 && Array(head[1..<4]) == [0x2A, 0x4D, 0x18]) {
            self = .compressed(.zstd)
        } else if begins([0x04, 0x22, 0x4D, 0x18]) {
            self = .compressed(.lz4)
        } else if begins([0x1F, 0x9D]) {
            self = .compressed(.compress)
        } else if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) {
            self = .archive(.zip)
        } else if begins([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
            self = .archive(.sevenZip)
        } else if head.count > 262, Array(head[257..<262]) == Array("ustar".utf8) {
            self = .archive(.tar)
        } else {
            self = .none
        }
    }

    /// A zip that is one word processor's document, web book or the like: its parts are no records.
    static func isOfficeDocument(_ head: [UInt8]) -> Bool {
        guard head.count > 40, head.starts(with: [0x50, 0x4B, 3, 4]) else { return false }
        let length = Int(head[26]) | Int(head[27]) << 8
        guard 30 + length <= head.count else { return false }
        let name = String(decoding: head[30..<(30 + length)], as: UTF8.self)
        return ["mimetype", "[Content_Types].xml", "_rels/.rels"].contains(name) || name.hasPrefix("docProps/") || name.hasPrefix("word/")
    }
}
