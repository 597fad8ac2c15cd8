import Glibc

/// Bounds on what a wikitext may ask of its reader. Beyond them its mark-up is read as plain text, never dropped.
enum WikitextLimits {
    /// Templates within templates, links within links. MediaWiki itself stops at 40; what goes deeper is read as plain text, said.
    static let depth = 40
    /// A tag longer than this is none.
    static let tagBytes = 4_096
}

/// A stretch of a wikitext that is parsed by itself: what stands in one block does not change how another is read.
struct RawBlock: Hashable {
    enum Kind: UInt8, Hashable {
        case paragraph, heading, item, rule, table, template
        /// Text without any mark-up.
        case plain
    }
    var kind: Kind
    var range: Range<Int>
}

/// Splits a wikitext into raw blocks with two passes over its bytes: one finds the closed templates, tables, comments and verbatim tags, over
/// which a block does not end, one goes line by line. What is opened and never closed holds nothing together, so that broken mark-up cannot
/// swallow the page.
struct WikitextBlocks {
    private struct Stretch {
        var start: Int
        var end: Int
        var isTable: Bool
        var isTemplate: Bool
    }
    /// A run of opening braces, or of a table's opening.
    private struct Opening {
        var start: Int
        var count: Int
        var isTable: Bool
    }
    private let bytes: UnsafeBufferPointer<UInt8>
    private var closed: [Stretch] = []
    private var next = 0
    private(set) var blocks: [RawBlock] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        findClosed()
        split()
    }

    /// A text without mark-up: its blocks end at blank lines.
    init(plain bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var start = 0
        var at = 0
        while at < bytes.count {
            let end = newline(from: at)
            if isBlank(at..<end) {
                if start < at { blocks.append(RawBlock(kind: .plain, range: start..<at)) }
                start = min(end + 1, bytes.count)
            }
            at = end + 1
        }
        if start < bytes.count { blocks.append(RawBlock(kind: .plain, range: start..<bytes.count)) }
    }

    // MARK: what belongs together

    private static let isMark: [Bool] = (0..<256).map { [0x7B, 0x7D, 0x3C].contains($0) }

    private mutating func findClosed() {
        var open: [Opening] = []
        var at = 0
        var verbatim = VerbatimTags()
        let isMark = Self.isMark
        isMark.withUnsafeBufferPointer { isMark in
            while at < bytes.count {
                let byte = bytes[at]
                if !isMark[Int(byte)] {
                    at &+= 1
                    continue
                }
                if byte == 0x3C {
                    if let end = verbatim.end(at, bytes) {
                        close(at, end)
                        at = end
                    } else {
                        at += 1
                    }
                    continue
                }
                var end = at + 1
                while end < bytes.count, bytes[end] == byte { end += 1 }
                if byte == 0x7B {
                    if end - at == 1, end < bytes.count, bytes[end] == 0x7C, bytes.isLineStart(at) {
                        open.append(Opening(start: at, count: 1, isTable: true))
                    } else if end - at > 1 {
                        open.append(Opening(start: at, count: end - at, isTable: false))
                    }
                } else {
                    closing(at..<end, &open)
                }
                at = end
            }
        }
    }

    private mutating func closing(_ run: Range<Int>, _ open: inout [Opening]) {
        var at = run.lowerBound
        if at > 0, bytes[at - 1] == 0x7C, bytes.isLineStart(at - 1), let last = open.last, last.isTable || run.count == 1,
            let table = open.lastIndex(where: \.isTable) {
            close(open[table].start, at + 1, isTable: true)
            open.removeSubrange(table...)
            at += 1
        }
        while run.upperBound - at >= 2, let last = open.last, !last.isTable {
            let width = min(3, last.count, run.upperBound - at)
            at += width
            close(last.start + last.count - width, at, isTemplate: width == 2)
            open[open.count - 1].count -= width
            if open[open.count - 1].count < 2 { open.removeLast() }
        }
    }

    private mutating func close(_ start: Int, _ end: Int, isTable: Bool = false, isTemplate: Bool = false) {
        while let last = closed.last, last.start > start { closed.removeLast() }
        closed.append(Stretch(start: start, end: end, isTable: isTable, isTemplate: isTemplate))
    }

    // MARK: lines

    private mutating func split() {
        var paragraph: Int?
        var at = 0
        func flush(_ end: Int, _ blocks: inout [RawBlock]) {
            if let start = paragraph, start < end { blocks.append(RawBlock(kind: .paragraph, range: start..<end)) }
            paragraph = nil
        }
        while at < bytes.count {
            var first = at
            while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 || bytes[first] == 0x0D { first += 1 }
            if first == bytes.count || bytes[first] == 0x0A {
                flush(at, &blocks)
                at = first + 1
                continue
            }
            if bytes[first] == 0x7B, let stretch = stretch(at: first), stretch.isTable || stretch.isTemplate && standsAlone(stretch) {
                flush(at, &blocks)
                blocks.append(RawBlock(kind: stretch.isTable ? .table : .template, range: first..<stretch.end))
                at = stretch.end
                continue
            }
            let end = lineEnd(from: at)
            let kind = self.kind(of: at..<end)
            if kind == .paragraph {
                if paragraph == nil { paragraph = at }
            } else {
                flush(at, &blocks)
                blocks.append(RawBlock(kind: kind, range: at..<end))
            }
            at = end + 1
        }
        flush(bytes.count, &blocks)
    }

    private func kind(of line: Range<Int>) -> RawBlock.Kind {
        switch bytes[line.lowerBound] {
        case 0x2A, 0x23, 0x3A, 0x3B: return .item
        case 0x2D: return line.count >= 4 && (0..<4).allSatisfy { bytes[line.lowerBound + $0] == 0x2D } ? .rule : .paragraph
        case 0x3D:
            var end = line.upperBound
            while end > line.lowerBound + 2, bytes.isSpace(end - 1) { end -= 1 }
            // A comment may follow the heading.
            return bytes[end - 1] == 0x3D && end - line.lowerBound > 2 || bytes[end - 1] == 0x3E && line.count > 8 ? .heading : .paragraph
        default: return .paragraph
        }
    }

    private mutating func stretch(at start: Int) -> Stretch? {
        while next < closed.count, closed[next].start < start { next += 1 }
        return next < closed.count && closed[next].start == start ? closed[next] : nil
    }

    /// Whether nothing but other templates and comments follows on the line.
    private func standsAlone(_ stretch: Stretch) -> Bool {
        var at = stretch.end, index = next + 1
        while at < bytes.count, bytes[at] != 0x0A {
            if bytes.isSpace(at) {
                at += 1
            } else if index < closed.count, closed[index].start == at {
                at = closed[index].end
                index += 1
                // A long line of templates is looked along once from each of them: a few are enough to tell.
                if index > next + 8 { return true }
            } else {
                return false
            }
        }
        return true
    }

    /// The end of the line, over everything that is closed.
    private mutating func lineEnd(from start: Int) -> Int {
        var end = newline(from: start)
        while next < closed.count, closed[next].start < start { next += 1 }
        var index = next
        while index < closed.count, closed[index].start < end {
            if closed[index].end > end { end = newline(from: closed[index].end) }
            index += 1
        }
        next = index
        return end
    }

    private func newline(from start: Int) -> Int { bytes.first(0x0A, from: start) ?? bytes.count }
    private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { bytes.isSpace($0) } }
}

/// Tags and comments whose content is no wikitext.
struct VerbatimTags {
    static let names: [[UInt8]] = [
        "nowiki", "pre", "math", "chem", "gallery", "poem", "syntaxhighlight", "source", "score", "timeline", "imagemap", "templatedata", "hiero",
        "graph", "inputbox", "categorytree", "mapframe", "maplink",
    ].map { Array($0.utf8) }
    /// A tag of this name is never closed from here on; looked for once.
    private var isOpenForGood = [Bool](repeating: false, count: names.count)
    private var isCommentOpen = false

    /// The end of the comment or verbatim tag that begins at `<`; nil where none does, or none is closed.
    mutating func end(_ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard at + 3 < bytes.count else { return nil }
        if bytes[at + 1] == 0x21 {
            guard bytes[at + 2] == 0x2D, bytes[at + 3] == 0x2D, !isCommentOpen else { return nil }
            if let end = bytes.commentEnd(from: at + 4) { return end }
            isCommentOpen = true
            return nil
        }
        guard bytes.isLetter(at + 1), let index = Self.names.firstIndex(where: { bytes.has($0, at: at + 1) && !bytes.isLetter(at + 1 + $0.count) }), !isOpenForGood[index] else { return nil }
        guard let tagEnd = bytes.tagEnd(at), bytes[tagEnd - 2] != 0x2F else { return nil }
        if let close = bytes.closing(Self.names[index], from: tagEnd) { return close.upperBound }
        isOpenForGood[index] = true
        return nil
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first `byte` from `start` on.
    func first(_ byte: UInt8, from start: Int) -> Int? {
        guard let base = baseAddress, start < count, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The `-->` that ends a comment, from `start` on.
    func commentEnd(from start: Int) -> Int? {
        var at = start
        while let close = first(0x3E, from: at) {
            if close >= start + 2, self[close - 1] == 0x2D, self[close - 2] == 0x2D { return close + 1 }
            at = close + 1
        }
        return nil
    }

    /// Whether `name` (lower case) stands at `at`, in letters of either case.
    func has(_ name: [UInt8], at start: Int) -> Bool {
        guard start >= 0, start + name.count <= count else { return false }
        for index in name.indices {
            let byte = self[start + index]
            guard (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == name[index] else { return false }
        }
        return true
    }

    /// The closing tag `</name>`, from `start` on.
    func closing(_ name: [UInt8], from start: Int) -> Range<Int>? {
        var at = start
        while let open = first(0x3C, from: at) {
            if open + 1 < count, self[open + 1] == 0x2F, has(name, at: open + 2) {
                var end = open + 2 + name.count
                while end < count, isSpace(end) { end += 1 }
                if end < count, self[end] == 0x3E { return open..<end + 1 }
            }
            at = open + 1
        }
        return nil
    }

    /// The byte after the tag that begins at `<`: its `>` comes before the next `<`, and soon.
    func tagEnd(_ at: Int) -> Int? {
        var index = at + 1
        let end = Swift.min(count, at + WikitextLimits.tagBytes)
        while index < end {
            if self[index] == 0x3E { return index + 1 }
            if self[index] == 0x3C { return nil }
            index += 1
        }
        return nil
    }

    func isSpace(_ index: Int) -> Bool { self[index] <= 0x20 }
    func isLetter(_ index: Int) -> Bool { index < count && (0x61...0x7A).contains(self[index] | 0x20) }

    /// Whether only a little white space, or a list's marks, stand between the beginning of the line and `at`.
    func isLineStart(_ at: Int) -> Bool {
        var index = at
        // Sixteen bytes: deeper indented tables are not seen in the wild, and the walk back must be bounded.
        while index > 0, at - index < 16 {
            let byte = self[index - 1]
            if byte == 0x0A { return true }
            guard byte == 0x20 || byte == 0x09 || byte == 0x3A || byte == 0x2A || byte == 0x23 else { return false }
            index -= 1
        }
        return index == 0
    }
}
