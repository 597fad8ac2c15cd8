import PlainText
import Records
import XMLEvents

/// Running text: emphasis, links, references, entities, tags. Each byte is looked at once for each level of nesting, and levels are bounded.
extension WikitextReader {
    private static let isMark: [Bool] = (0..<256).map { Array("[{'<&_\n".utf8).contains(UInt8($0)) }

    /// A passage of running text.
    func paragraph(_ range: Range<Int>, _ role: Role, _ name: String, parent: Int32 = -1, isPlain: Bool = false, ordinal: Int = 1) {
        let outer = begin(role, element(name), parent: parent, at: range.lowerBound, ordinal: ordinal)
        if isPlain { take(range) } else { inline(range, 0) }
        end(outer, at: range.upperBound)
    }

    func heading() {
        var end = raw.count
        // Comments may follow the heading.
        var comments: [Range<Int>] = []
        while true {
            while end > 0, raw.isSpace(end - 1) { end -= 1 }
            guard end >= 3, raw[end - 1] == 0x3E, let start = lastComment(before: end) else { break }
            comments.append(start..<end)
            end = start
        }
        var level = 0
        while level < 6, level * 2 + 2 < end, raw[level] == 0x3D, raw[end - 1 - level] == 0x3D { level += 1 }
        guard level > 0 else {
            paragraph(0..<raw.count, .paragraph, "p")
            return
        }
        skip(0..<level)
        let outer = begin(.heading, element("h\(level)"), at: 0)
        inline(level..<end - level, 0)
        self.end(outer, at: raw.count)
        skip(end - level..<end)
        for comment in comments { skip(comment: comment) }
    }

    private func lastComment(before end: Int) -> Int? {
        guard end >= 7, raw[end - 2] == 0x2D, raw[end - 3] == 0x2D else { return nil }
        var at = end - 7
        while at >= 0 {
            if raw[at] == 0x3C, raw[at + 1] == 0x21, raw[at + 2] == 0x2D, raw[at + 3] == 0x2D { return at }
            if raw[at] == 0x3E { return nil }
            at -= 1
        }
        return nil
    }

    func item() {
        var start = 0
        while start < raw.count, [0x2A, 0x23, 0x3A, 0x3B].contains(raw[start]) { start += 1 }
        // `#REDIRECT [[target]]`
        if start == 1, raw[0] == 0x23, raw.has(Array("redirect".utf8), at: 1) {
            skip(0..<9)
            paragraph(9..<raw.count, .field, "redirect")
            return
        }
        skip(0..<start)
        paragraph(start..<raw.count, .item, "li")
    }

    /// Running text within `range`, into the passage under way. Tags may end that and begin others.
    func inline(_ range: Range<Int>, _ depth: Int) {
        guard depth < WikitextLimits.depth else {
            isTooDeep = true
            take(range)
            return
        }
        var emphasis = Emphasis()
        var at = range.lowerBound, run = range.lowerBound
        func flush(_ end: Int) {
            if run < end { take(run..<end) }
        }
        while at < range.upperBound {
            let byte = raw[at]
            if !Self.isMark[Int(byte)] {
                at &+= 1
                continue
            }
            var end: Int?
            switch byte {
            case 0x0A:
                close(&emphasis)
                // The marks of a list inside a cell or a parameter.
                var next = at + 1
                while next < range.upperBound, [0x2A, 0x23, 0x3A, 0x3B].contains(raw[next]) { next += 1 }
                if next > at + 1 {
                    flush(at)
                    draft.breakWord()
                    skip(at + 1..<next)
                    end = next
                }
            case 0x27:
                var last = at
                while last < range.upperBound, raw[last] == 0x27 { last += 1 }
                if last - at > 1 {
                    flush(at)
                    apostrophes(at..<last, range.upperBound, &emphasis)
                    end = last
                } else {
                    at = last
                    continue
                }
            case 0x26:
                if let reference = reference(at, range.upperBound) {
                    flush(at)
                    take(reference.scalar, at..<reference.end)
                    end = reference.end
                }
            case 0x5F:
                if let last = behaviourSwitch(at, range.upperBound) {
                    flush(at)
                    skip(at..<last)
                    end = last
                }
            case 0x5B:
                if let close = partner(at), close.end <= range.upperBound {
                    if let split = linkTarget(at + 2..<close.end - 2) {
                        flush(at)
                        link(at..<close.end, split, depth)
                        end = close.end
                    }
                } else if let close = externalLink(at, range.upperBound) {
                    flush(at)
                    external(at..<close, depth)
                    end = close
                }
            case 0x7B:
                if let close = partner(at), close.end <= range.upperBound {
                    flush(at)
                    switch close.width {
                    case 1: table(at..<close.end, parent: draft.node, depth: depth + 1)
                    case 3: argument(at..<close.end, depth)
                    default: template(at..<close.end, depth: depth + 1, parent: draft.node, isBlock: false)
                    }
                    end = close.end
                }
            default:
                if let last = tag(at, range.upperBound, depth, flush: { flush(at) }) {
                    // A tag may have begun another passage; the emphasis stays with the one that it stood in.
                    end = last
                }
            }
            if let end {
                at = end
                run = end
            } else if byte == 0x7B || byte == 0x5B {
                // A run of openings that nothing closes is text, and passed at once.
                repeat { at += 1 } while at < range.upperBound && raw[at] == byte && partners[at] == 0
            } else {
                at += 1
            }
        }
        flush(range.upperBound)
        close(&emphasis)
    }

    // MARK: emphasis

    /// What is emphasised just now, as MediaWiki counts it: line by line.
    struct Emphasis {
        var italic = -1
        var bold = -1
        var draft: Draft?
        /// The line up to here was looked over.
        var known = 0
        /// The run of three that is an apostrophe and two.
        var split = -1
    }

    private func apostrophes(_ run: Range<Int>, _ limit: Int, _ emphasis: inout Emphasis) {
        if run.lowerBound >= emphasis.known { balance(from: run.lowerBound, limit, &emphasis) }
        if emphasis.draft !== draft { emphasis = Emphasis(draft: draft, known: emphasis.known, split: emphasis.split) }
        var count = run.count
        var start = run.lowerBound
        func literal(_ number: Int) {
            take(start..<start + number)
            start += number
            count -= number
        }
        if count == 4 { literal(1) }
        if count > 5 { literal(count - 5) }
        if count == 3, run.lowerBound == emphasis.split { literal(1) }
        if count == 3 || count == 5 { toggle(&emphasis.bold, "b") }
        if count == 2 || count == 5 { toggle(&emphasis.italic, "i") }
        skip(start..<run.upperBound)
    }

    private func toggle(_ mark: inout Int, _ name: String) {
        if mark >= 0 {
            draft.marks[mark].end = draft.here
            mark = -1
        } else {
            mark = draft.marks.count
            draft.marks.append(Draft.Mark(name: element(name), start: draft.here, end: Int.max, attributes: 0, annotation: .emphasis, key: .none))
        }
    }

    private func close(_ emphasis: inout Emphasis) {
        guard emphasis.italic >= 0 || emphasis.bold >= 0, let draft = emphasis.draft else { return }
        for mark in [emphasis.italic, emphasis.bold] where mark >= 0 { draft.marks[mark].end = draft.here }
        emphasis.italic = -1
        emphasis.bold = -1
    }

    /// Where a line has an odd number of bold and of italic marks, one of three apostrophes is an apostrophe before italics: "l'''église''".
    private func balance(from start: Int, _ limit: Int, _ emphasis: inout Emphasis) {
        var at = start, bolds = 0, italics = 0
        var afterLetter = -1, afterWord = -1, afterSpace = -1
        while at < limit, raw[at] != 0x0A {
            guard raw[at] == 0x27 else {
                at += 1
                continue
            }
            let first = at
            while at < limit, raw[at] == 0x27 { at += 1 }
            switch at - first {
            case 1: continue
            case 2: italics += 1
            case 3, 4:
                bolds += 1
                if at - first == 4 { continue }
                let before = first > 0 ? raw[first - 1] : 0x20, second = first > 1 ? raw[first - 2] : 0x20
                if before == 0x20 {
                    if afterSpace < 0 { afterSpace = first }
                } else if second == 0x20 {
                    if afterLetter < 0 { afterLetter = first }
                } else if afterWord < 0 {
                    afterWord = first
                }
            default:
                bolds += 1
                italics += 1
            }
        }
        emphasis.known = at
        emphasis.split = -1
        if bolds % 2 == 1, italics % 2 == 1 { emphasis.split = afterLetter >= 0 ? afterLetter : afterWord >= 0 ? afterWord : afterSpace }
    }

    // MARK: small things

    /// `__NOTOC__`
    private func behaviourSwitch(_ start: Int, _ limit: Int) -> Int? {
        var at = start + 2
        guard at < limit, raw[start + 1] == 0x5F else { return nil }
        while at < limit, (0x41...0x5A).contains(raw[at]) { at += 1 }
        guard at > start + 4, at + 1 < limit, raw[at] == 0x5F, raw[at + 1] == 0x5F else { return nil }
        return at + 2
    }

    /// `&nbsp;`, `&#1051;`, `&#x41B;`: the scalar and the byte after the reference.
    private func reference(_ start: Int, _ limit: Int) -> (scalar: Unicode.Scalar, end: Int)? {
        var at = start + 1
        // The longest name is eight letters, the longest number seven digits.
        let last = min(limit, start + 12)
        while at < last, raw[at] != 0x3B {
            guard raw[at] == 0x23 || raw.isLetter(at) || (0x30...0x39).contains(raw[at]) else { return nil }
            at += 1
        }
        guard at < last, at > start + 1 else { return nil }
        let name = String(decoding: raw[start + 1..<at], as: UTF8.self)
        var scalar: Unicode.Scalar?
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            scalar = value.flatMap { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 ? nil : Unicode.Scalar($0) }
        } else {
            switch name {
            case "lt": scalar = "<"
            case "gt": scalar = ">"
            case "amp": scalar = "&"
            case "quot": scalar = "\""
            case "apos": scalar = "'"
            default: scalar = CharacterEntities.character(name)
            }
        }
        return scalar.map { ($0, at + 1) }
    }

    private func take(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
        // One character of the reference is the one that it stands for; the rest is mark-up.
        let isBlank = scalar.value <= 0x20
        counts[SetAside.markup.rawValue] += range.count - (isBlank ? 0 : 1)
        var bytes = Array(String(Character(scalar)).utf8)
        bytes.withUnsafeMutableBufferPointer { draft.append(UnsafeBufferPointer($0), source: range.lowerBound) }
    }
}
