/// The elements of a record by their places in its bytes, so that an edit leaves all else as it was written. For well-formed XML without
/// entity declarations; comments, instructions and CDATA are passed over.
struct Markup: Sendable {
    struct Element: Sendable {
        /// Local name.
        var name: String
        /// From `<` to behind the end tag.
        var outer: Range<Int>
        /// Between the tags; empty for `<a/>`.
        var inner: Range<Int>
        var parent: Int?
        var tag: Range<Int> { outer.lowerBound..<inner.lowerBound }
    }

    let bytes: [UInt8]
    private(set) var elements: [Element] = []

    init(_ record: [UInt8]) {
        bytes = record
        var open: [Int] = []
        var at = 0
        func starts(_ text: StaticString, _ place: Int) -> Bool {
            place + text.utf8CodeUnitCount <= record.count
                && (0..<text.utf8CodeUnitCount).allSatisfy { record[place + $0] == text.utf8Start[$0] }
        }
        func behind(_ text: StaticString, _ place: Int) -> Int {
            var at = place
            while at < record.count, !starts(text, at) { at += 1 }
            return min(record.count, at + text.utf8CodeUnitCount)
        }
        while at < record.count {
            guard record[at] == UInt8(ascii: "<") else {
                at += 1
                continue
            }
            if starts("<!--", at) {
                at = behind("-->", at)
                continue
            }
            if starts("<![CDATA[", at) {
                at = behind("]]>", at)
                continue
            }
            if starts("<?", at) {
                at = behind("?>", at)
                continue
            }
            if starts("<!", at) {
                at = behind(">", at)
                continue
            }
            var end = at + 1
            var quote: UInt8?
            while end < record.count, quote != nil || record[end] != UInt8(ascii: ">") {
                if let mark = quote {
                    if record[end] == mark { quote = nil }
                } else if record[end] == 0x22 || record[end] == 0x27 {
                    quote = record[end]
                }
                end += 1
            }
            end = min(record.count, end + 1)
            if starts("</", at) {
                if let last = open.popLast() {
                    elements[last].inner = elements[last].inner.lowerBound..<at
                    elements[last].outer = elements[last].outer.lowerBound..<end
                }
            } else {
                let name = record[(at + 1)..<end].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
                let isEmpty = end >= 2 && record[end - 2] == UInt8(ascii: "/")
                elements.append(Element(name: String(decoding: local, as: UTF8.self), outer: at..<end, inner: end..<end, parent: open.last))
                if !isEmpty { open.append(elements.count - 1) }
            }
            at = end
        }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// An attribute of a start tag, with its place.
    func attribute(_ name: String, of element: Element) -> (value: String, place: Range<Int>)? {
        let tag = Array(bytes[element.tag])
        let wanted = Array(" \(name)=".utf8)
        guard tag.count > wanted.count else { return nil }
        for at in 0..<(tag.count - wanted.count)
        where tag[at..<(at + wanted.count)].elementsEqual(wanted)
            || tag[at] == 0x0A && tag[(at + 1)..<(at + wanted.count)].elementsEqual(wanted.dropFirst())
        {
            let start = at + wanted.count
            guard tag[start] == 0x22 || tag[start] == 0x27, let end = tag[(start + 1)...].firstIndex(of: tag[start]) else { return nil }
            let place = (element.outer.lowerBound + start + 1)..<(element.outer.lowerBound + end)
            return (text(place), place)
        }
        return nil
    }

    /// Whether the element stands inside one of these.
    func stands(_ element: Element, in names: Set<String>) -> Bool {
        var parent = element.parent
        while let at = parent {
            if names.contains(elements[at].name) { return true }
            parent = elements[at].parent
        }
        return false
    }

    /// The children of an element.
    func children(of index: Int) -> [Element] { elements.filter { $0.parent == index } }

    /// The words of a range, without its tags.
    func words(_ range: Range<Int>) -> [String] {
        var text = ""
        var isTag = false
        for character in self.text(range) {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        return text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The sentences of a block: cut where a stop follows a word of four small letters and more, outside of every other element, and a
    /// capital or a tag comes next. Rather two sentences in one than a sentence cut in two.
    func sentences(of index: Int) -> [Range<Int>] {
        let block = elements[index]
        let inside = children(of: index)
        var sentences: [Range<Int>] = []
        var start = block.inner.lowerBound
        var small = 0
        var at = start
        while at < block.inner.upperBound {
            if let child = inside.first(where: { $0.outer.lowerBound == at }) {
                let content = words(child.inner)
                // Behind a name of four letters and more a stop ends the sentence; behind an initial or "St" it may not.
                small = content.last?.count ?? 0
                at = child.outer.upperBound
                continue
            }
            let byte = bytes[at]
            if byte == UInt8(ascii: "."), small >= 4, at + 1 < block.inner.upperBound, bytes[at + 1] == 0x20 || bytes[at + 1] == 0x0A {
                let rest = text((at + 1)..<block.inner.upperBound).drop(while: \.isWhitespace)
                if let first = rest.first, first.isUppercase || first == "<" {
                    sentences.append(start..<(at + 1))
                    start = at + 1
                }
            }
            let isSmall = byte >= 0x61 && byte <= 0x7A || byte == 0xD0 || byte == 0xD1
            small = isSmall ? small + 1 : byte & 0xC0 == 0x80 ? small : 0
            at += 1
        }
        if start < block.inner.upperBound { sentences.append(start..<block.inner.upperBound) }
        return sentences.filter { !words($0).isEmpty }
    }

    func replacing(_ range: Range<Int>, with text: String) -> [UInt8] {
        bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...]
    }
    func removing(_ ranges: [Range<Int>]) -> [UInt8] {
        var all = bytes
        for range in ranges.sorted(by: { $0.lowerBound > $1.lowerBound }) { all.removeSubrange(range) }
        return all
    }
}
