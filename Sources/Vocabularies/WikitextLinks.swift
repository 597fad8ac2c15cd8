import PlainText
import Records

/// Links: to pages (names), to categories, to files (pictures and their captions), to other languages, to the web (sources).
extension WikitextReader {
    /// Options of a picture that are no caption.
    private static let options: Set<String> = [
        "thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "centre", "none", "upright", "baseline", "middle", "sub",
        "super", "top", "text-top", "bottom", "text-bottom",
    ]
    private static let optionKeys: Set<String> = ["link", "upright", "lang", "page", "class", "thumb", "thumbtime", "start", "end", "loop", "muted"]

    /// The end of a link's target within its brackets; nil where it is no link: empty, over a line's end, or with mark-up in it.
    func linkTarget(_ range: Range<Int>) -> Int? {
        var at = range.lowerBound
        while at < range.upperBound, raw[at] != 0x7C {
            switch raw[at] {
            case 0x0A, 0x3C, 0x3E, 0x5B, 0x5D, 0x7D: return nil
            // A template may name the target.
            case 0x7B:
                guard let end = jump(at, range.upperBound) else { return nil }
                at = end
            default: at += 1
            }
        }
        return at > range.lowerBound ? at : nil
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound, end = range.upperBound
        while start < end, raw.isSpace(start) { start += 1 }
        while end > start, raw.isSpace(end - 1) { end -= 1 }
        return start..<end
    }

    /// `[[target|shown]]`; the target ends at `split`.
    func link(_ range: Range<Int>, _ split: Int, _ depth: Int) {
        let inner = range.lowerBound + 2..<range.upperBound - 2
        let target = trimmed(inner.lowerBound..<split)
        let hasText = split < inner.upperBound
        if let colon = (target.lowerBound..<target.upperBound).first(where: { raw[$0] == 0x3A }), colon > target.lowerBound {
            let space = trimmed(target.lowerBound..<colon)
            let name = lowered(space)
            if fileNames.contains(name) {
                file(range, inner, colon, split, depth)
                return
            }
            if categoryNames.contains(name) {
                skip(range.lowerBound..<colon + 1)
                paragraph(colon + 1..<split, .field, "category", parent: -1)
                skip(split..<range.upperBound)
                return
            }
            if !hasText, isLanguage(name) {
                skip(range, .interwiki)
                return
            }
        }
        skip(range.lowerBound..<inner.lowerBound)
        let mark = draft.marks.count, holder = draft
        let key = pageKey(target)
        draft.marks.append(Draft.Mark(name: element("link"), start: draft.here, end: Int.max, attributes: key.hash, annotation: nil, key: .none))
        let first = draft.count
        if hasText, trimmed(split + 1..<inner.upperBound).isEmpty {
            // The pipe trick, never put in by the server: the target is what one sees.
            inline(inner.lowerBound..<split, depth + 1)
            skip(split..<inner.upperBound)
        } else if hasText {
            skip(inner.lowerBound..<split, .target)
            skip(split..<split + 1)
            inline(split + 1..<inner.upperBound, depth + 1)
        } else {
            // A leading colon only keeps a category or a picture from being put in.
            let start = raw[target.lowerBound] == 0x3A ? target.lowerBound + 1 : target.lowerBound
            skip(inner.lowerBound..<start)
            inline(start..<split, depth + 1)
        }
        holder.marks[mark].end = holder.count
        if isName(holder, shownFrom: first, target), !key.text.isEmpty {
            holder.marks[mark].annotation = .name
            holder.marks[mark].key = symbols.symbol(key.text)
        }
        skip(inner.upperBound..<range.upperBound)
    }

    /// A link is taken for a name if it is written like one: most links lead to what is no name ("[[anarchism]]", "[[strike action|strikes]]").
    /// Either the shown text begins with a capital (or a letter without case), or the target is of two and more words, all with capitals.
    private func isName(_ draft: Draft, shownFrom first: Int, _ target: Range<Int>) -> Bool {
        var start = min(first, draft.count)
        while start < draft.count, draft.text[start] == 0x20 { start += 1 }
        if isCapital(UnsafeBufferPointer(rebasing: draft.text[start...])) { return true }
        var words = 0
        var at = target.lowerBound
        while at < target.upperBound, raw[at] != 0x23, raw[at] != 0x28 {
            if raw[at] == 0x20 || raw[at] == 0x5F {
                at += 1
                continue
            }
            guard isCapital(UnsafeBufferPointer(rebasing: raw[at..<target.upperBound])) else { return false }
            words += 1
            while at < target.upperBound, raw[at] != 0x20, raw[at] != 0x5F, raw[at] != 0x28 { at += 1 }
        }
        return words > 1
    }

    private func isCapital(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let byte = text.first else { return false }
        if byte < 0x80 { return (0x41...0x5A).contains(byte) }
        guard let scalar = String(decoding: text.prefix(4), as: UTF8.self).unicodeScalars.first else { return false }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter, .otherLetter: return true
        default: return false
        }
    }

    /// The page that a link leads to, in one spelling: first letter large, underscores for spaces, without the section.
    private func pageKey(_ target: Range<Int>) -> (text: String, hash: UInt64) {
        var bytes: [UInt8] = []
        for at in target {
            let byte = raw[at]
            if byte == 0x23 { break }
            let isGap = byte == 0x20 || byte == 0x5F || byte == 0x09
            if isGap, bytes.isEmpty || bytes.last == 0x5F { continue }
            bytes.append(isGap ? 0x5F : byte)
        }
        while bytes.last == 0x5F { bytes.removeLast() }
        if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first & 0xDF }
        var digest = Digest64()
        bytes.withUnsafeBufferPointer { digest.add(bytes: $0) }
        return (String(decoding: bytes, as: UTF8.self), digest.value)
    }

    func lowered(_ range: Range<Int>) -> [UInt8] {
        let bytes = raw[range].map { $0 == 0x5F ? 0x20 : (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
        return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
    }

    /// The code of a language's wiki: two or three letters, with parts ("zh-min-nan"), or "simple".
    private func isLanguage(_ name: [UInt8]) -> Bool {
        if name.elementsEqual("simple".utf8) { return true }
        let first = name.firstIndex(of: 0x2D) ?? name.count
        guard (2...3).contains(first), name.last != 0x2D else { return false }
        var last = UInt8(ascii: "-"), hyphens = 0
        for byte in name {
            guard (0x61...0x7A).contains(byte) || byte == 0x2D && last != 0x2D else { return false }
            if byte == 0x2D { hyphens += 1 }
            last = byte
        }
        return hyphens < 3
    }

    /// `[[File:name|thumb|caption]]`
    private func file(_ range: Range<Int>, _ inner: Range<Int>, _ colon: Int, _ split: Int, _ depth: Int) {
        skip(range.lowerBound..<colon + 1)
        let node = picture(colon + 1..<split)
        for (start, end) in parts(split..<inner.upperBound) {
            skip(start - 1..<start)
            option(start..<end, node, depth)
        }
        skip(inner.upperBound..<range.upperBound)
    }

    /// A picture's address as a passage; returns its node.
    func picture(_ range: Range<Int>) -> Int32 {
        let outer = begin(.graphic, element("file"), at: range.lowerBound)
        let node = draft.node
        take(range)
        end(outer, at: range.upperBound)
        return node
    }

    func option(_ range: Range<Int>, _ node: Int32, _ depth: Int) {
        let word = trimmed(range)
        let isSize = word.count < 16 && raw[word].suffix(2).elementsEqual("px".utf8) && raw[word].allSatisfy { $0 < 0x3A || $0 == 0x70 || $0 == 0x78 }
        if word.isEmpty || isSize || word.count < 12 && Self.options.contains(String(decoding: raw[word], as: UTF8.self).lowercased()) {
            skip(range)
            return
        }
        var start = range.lowerBound
        if let equals = raw[word].prefix(12).firstIndex(of: 0x3D) {
            let key = String(decoding: raw[word.lowerBound..<equals], as: UTF8.self).lowercased()
            if Self.optionKeys.contains(key) {
                skip(range)
                return
            }
            if key == "alt" { start = equals + 1 }
        }
        skip(range.lowerBound..<start)
        let outer = begin(.caption, element("caption"), parent: node, at: start)
        inline(start..<range.upperBound, depth + 1)
        end(outer, at: range.upperBound)
    }

    /// The parts between the bars of a link or template, outside what opens within. `range` begins at the first bar, or is empty.
    func parts(_ range: Range<Int>) -> [(start: Int, end: Int)] {
        var parts: [(start: Int, end: Int)] = []
        guard range.lowerBound < range.upperBound else { return [] }
        var start = range.lowerBound + 1
        var at = start
        while at < range.upperBound {
            switch raw[at] {
            case 0x7C:
                parts.append((start, at))
                start = at + 1
                at += 1
            case 0x7B, 0x5B: at = jump(at, range.upperBound) ?? at + 1
            case 0x3C:
                // Bars in <nowiki> and comments are text.
                at = min(verbatim.end(at, raw) ?? at + 1, range.upperBound)
            default: at += 1
            }
        }
        parts.append((start, range.upperBound))
        return parts
    }

    // MARK: the web

    private static let schemes: [[UInt8]] = ["http://", "https://", "//", "ftp://", "mailto:", "news:", "irc://"].map { Array($0.utf8) }

    func isAddress(_ at: Int) -> Bool { Self.schemes.contains { raw.has($0, at: at) } }

    /// The byte after the `]` of an external link that begins at `[`.
    func externalLink(_ start: Int, _ limit: Int) -> Int? {
        guard isAddress(start + 1), let close = ahead.next(.bracket, from: start, { raw.first(0x5D, from: $0) }), close < limit else { return nil }
        var at = start + 1
        // A label may hold links of its own; the address may not.
        while at < close, raw[at] != 0x20, raw[at] != 0x0A { at += 1 }
        var end = close, links = 0
        while at < end {
            if raw[at] == 0x0A { return nil }
            if raw[at] == 0x5B, let inner = jump(at, limit) {
                at = inner
                links += 1
                // A label of many links is none; to look along the line again and again would take quadratic time.
                if links > 16 { return nil }
                if inner > end {
                    guard let next = raw.first(0x5D, from: inner), next < limit else { return nil }
                    end = next
                }
            } else {
                at += 1
            }
        }
        return end + 1
    }

    /// `[address label]`
    func external(_ range: Range<Int>, _ depth: Int) {
        skip(range.lowerBound..<range.lowerBound + 1)
        let inner = range.lowerBound + 1..<range.upperBound - 1
        var split = inner.lowerBound
        while split < inner.upperBound, !raw.isSpace(split) { split += 1 }
        let address = inner.lowerBound..<split
        let mark = draft.marks.count, holder = draft
        var digest = Digest64()
        digest.add(bytes: UnsafeBufferPointer(rebasing: raw[address]))
        let key = symbols.symbol(String(decoding: raw[address], as: UTF8.self))
        draft.marks.append(Draft.Mark(name: element("url"), start: draft.here, end: Int.max, attributes: digest.value, annotation: .source, key: key))
        if trimmed(split..<inner.upperBound).isEmpty {
            take(address)
        } else {
            skip(address, .target)
            inline(split..<inner.upperBound, depth + 1)
        }
        holder.marks[mark].end = holder.count
        skip(range.upperBound - 1..<range.upperBound)
    }
}
