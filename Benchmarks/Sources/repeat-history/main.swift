// Writes a large MediaWiki export: the pages of a given one over and over, each under an id of its own.
//
//     swift run -c release repeat-history EXPORT.xml BYTES > large.xml
import Glibc

func fail(_ message: String) -> Never {
    let line = Array("repeat-history: \(message)\n".utf8)
    _ = write(2, line, line.count)
    exit(2)
}

/// The whole file, or nil.
func contents(of path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var all: [UInt8] = []
    while true {
        let piece = [UInt8](unsafeUninitializedCapacity: 1 << 20) { room, count in count = max(0, read(file, room.baseAddress, 1 << 20)) }
        if piece.isEmpty { return all }
        all += piece
    }
}

/// Offset of `text` from `start` on.
func find(_ text: StaticString, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var at = start
        while at + text.utf8CodeUnitCount <= buffer.count, let found = memchr(base + at, Int32(text.utf8Start[0]), buffer.count - at) {
            at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if at + text.utf8CodeUnitCount <= buffer.count, memcmp(base + at, text.utf8Start, text.utf8CodeUnitCount) == 0 { return at }
            at += 1
        }
        return nil
    }
}

func put(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBytes { buffer in
        var at = 0
        while at < buffer.count {
            let count = write(1, buffer.baseAddress.map { $0 + at }, buffer.count - at)
            if count <= 0 { fail("cannot write") }
            at += count
        }
    }
}

guard CommandLine.arguments.count == 3, let size = Int(CommandLine.arguments[2]), size > 0 else { fail("usage: repeat-history EXPORT.xml BYTES > large.xml") }
guard let export = contents(of: CommandLine.arguments[1]) else { fail("cannot read \(CommandLine.arguments[1])") }
guard let first = find("<page>", in: export, from: 0) else { fail("the export has no <page>") }

/// Pages without their ids: what stands before the digits of the page's id, and what stands behind them.
var pages: [(before: ArraySlice<UInt8>, after: ArraySlice<UInt8>)] = []
var at = first
while let page = find("<page>", in: export, from: at), let end = find("</page>", in: export, from: page), let id = find("<id>", in: export, from: page) {
    let digits = id + 4
    guard let behind = find("</id>", in: export, from: digits) else { break }
    pages.append((export[page..<digits], export[behind..<(end + 7)] + [0x0A]))
    at = end + 7
}
put(export[..<first])
var written = 0
var number = 1
while written < size {
    for page in pages where written < size {
        let id = Array(String(number).utf8)
        put(page.before)
        put(id[...])
        put(page.after)
        written += page.before.count + id.count + page.after.count
        number += 1
    }
}
put(Array("</mediawiki>\n".utf8)[...])
