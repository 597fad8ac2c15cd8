import PlainText
import Records

/// HTML tags and MediaWiki's own, told by name; what is no tag that MediaWiki knows is text.
extension WikitextReader {
    fileprivate enum Meaning {
        /// The tag alone is mark-up; its content goes on in the text.
        case inline
        /// Ends a word.
        case lineBreak
        /// Begins a passage of its own; what follows its end is a paragraph.
        case block(Role)
        /// Holds blocks.
        case holder
        /// A reference to a source.
        case reference
        /// The content is text without mark-up, within the passage.
        case verbatim
        /// The content is a passage without mark-up.
        case verbatimBlock
        /// Lines with pictures, lines of verse.
        case gallery, poem
        /// No text.
        case script
    }

    private static let meanings: [String: Meaning] = {
        var meanings: [String: Meaning] = [:]
        func add(_ meaning: Meaning, _ names: String) { for name in names.split(separator: " ") { meanings[String(name)] = meaning } }
        add(.inline, "b i u s em strong small big sub sup font span del ins strike code tt kbd samp var cite q abbr dfn bdi bdo mark ruby rb rt rp rtc time data wbr a noinclude includeonly onlyinclude section nobr templatestyles translate tvar ce languages")
        add(.lineBreak, "br hr")
        add(.block(.paragraph), "p div center")
        add(.block(.item), "li dt dd")
        add(.block(.cell), "td th")
        add(.block(.caption), "caption")
        add(.block(.heading), "h1 h2 h3 h4 h5 h6")
        add(.block(.quotation), "blockquote")
        add(.holder, "table tr tbody thead tfoot ul ol dl references figure")
        add(.reference, "ref")
        add(.verbatim, "nowiki math chem")
        add(.verbatimBlock, "pre syntaxhighlight source")
        add(.gallery, "gallery")
        add(.poem, "poem")
        add(.script, "score timeline imagemap templatedata hiero graph inputbox categorytree mapframe maplink")
        return meanings
    }()

    private static let longestName = 16

    /// Reads the tag, comment or whole verbatim element at `<`; returns the byte after it, or nil where it is text.
    func tag(_ start: Int, _ limit: Int, _ depth: Int, flush: () -> Void) -> Int? {
        guard start + 2 < limit else { return nil }
        if raw[start + 1] == 0x21 {
            guard let end = verbatim.end(start, raw), end <= limit else { return nil }
            flush()
            skip(comment: start..<end)
            return end
        }
        let isEnd = raw[start + 1] == 0x2F
        let first = isEnd ? start + 2 : start + 1
        var last = first
        while last < limit, last - first < Self.longestName, raw.isLetter(last) || last > first && (0x30...0x39).contains(raw[last]) { last += 1 }
        guard last > first, last < limit, let meaning = Self.meanings[String(decoding: raw[first..<last], as: UTF8.self).lowercased()] else { return nil }
        guard raw.isSpace(last) || raw[last] == 0x3E || raw[last] == 0x2F, let end = raw.tagEnd(start), end <= limit else { return nil }
        let name = raw[first..<last].map { $0 | 0x20 }
        let isEmpty = raw[end - 2] == 0x2F
        if isEnd || isEmpty {
            flush()
            single(meaning, start..<end, isEnd: isEnd)
            return end
        }
        switch meaning {
        case .reference:
            guard let close = ahead.next(.reference, from: end, { raw.closing(name, from: $0)?.lowerBound }), let closeEnd = raw.tagEnd(close), closeEnd <= limit else { return nil }
            flush()
            reference(start..<closeEnd, end..<close, depth)
            return closeEnd
        case .verbatim, .verbatimBlock, .gallery, .poem, .script:
            guard let whole = verbatim.end(start, raw), whole <= limit, let close = raw.lastOpen(before: whole) else { return nil }
            flush()
            skip(start..<end, meaning.isScript ? .script : .markup)
            verbatim(meaning, end..<close, depth)
            skip(close..<whole, meaning.isScript ? .script : .markup)
            return whole
        case .inline, .lineBreak, .block, .holder:
            flush()
            single(meaning, start..<end, isEnd: false)
            if case .block(let role) = meaning { turn(role, String(decoding: name, as: UTF8.self), at: end) }
            return end
        }
    }

    /// A tag without content, or an end tag.
    private func single(_ meaning: Meaning, _ range: Range<Int>, isEnd: Bool) {
        skip(range)
        switch meaning {
        case .inline, .verbatim: break
        case .reference: draft.partWord()
        case .lineBreak, .verbatimBlock, .gallery, .poem, .script: draft.breakWord()
        case .block, .holder: if isEnd { turn(.paragraph, "p", at: range.upperBound) } else { draft.breakWord() }
        }
    }

    /// The passage under way ends here and another begins, in its place.
    private func turn(_ role: Role, _ name: String, at place: Int) {
        // Within a reference, a caption or a field a block's tag ends a word, no more.
        guard draft.canTurn else {
            draft.breakWord()
            return
        }
        if draft.count == 0 {
            // Nothing stands in it yet.
            draft.role = role
            draft.name = element(name)
            finished.nodes[Int(draft.node) + firstNode].element = elements[draft.name].symbol
            draft.sourceStart = place
            return
        }
        let outer = draft
        end(outer, at: place)
        _ = begin(role, element(name), at: place)
    }

    /// `<ref>…</ref>`: a source, beside the text.
    private func reference(_ range: Range<Int>, _ content: Range<Int>, _ depth: Int) {
        skip(range.lowerBound..<content.lowerBound)
        draft.partWord()
        let outer = begin(.source, element("ref"), at: content.lowerBound)
        draft.marks.append(Draft.Mark(name: element("ref"), start: 0, end: Int.max, attributes: 0, annotation: .source, key: .none))
        inline(content, depth + 1)
        end(outer, at: content.upperBound)
        skip(content.upperBound..<range.upperBound)
    }

    private func verbatim(_ meaning: Meaning, _ content: Range<Int>, _ depth: Int) {
        switch meaning {
        case .verbatim: take(content)
        case .script: skip(content, .script)
        case .verbatimBlock:
            let outer = begin(.paragraph, element("pre"), at: content.lowerBound)
            take(content)
            end(outer, at: content.upperBound)
        case .poem:
            for line in lines(content) {
                let outer = begin(.verse, element("l"), at: line.lowerBound)
                inline(line, depth + 1)
                end(outer, at: line.upperBound)
            }
        case .gallery:
            for line in lines(content) {
                let bars = parts((line.firstIndex { raw[$0] == 0x7C } ?? line.upperBound)..<line.upperBound)
                let address = trimmed(line.lowerBound..<(bars.first?.start ?? line.upperBound + 1) - 1)
                guard !address.isEmpty else {
                    skip(line)
                    continue
                }
                let colon = address.firstIndex { raw[$0] == 0x3A }
                let isFile = colon.map { fileNames.contains(lowered(address.lowerBound..<$0)) } ?? false
                let start = isFile ? (colon ?? address.lowerBound - 1) + 1 : address.lowerBound
                skip(address.lowerBound..<start)
                let node = picture(start..<address.upperBound)
                for bar in bars {
                    skip(bar.start - 1..<bar.start)
                    option(bar.start..<bar.end, node, depth)
                }
            }
        case .inline, .lineBreak, .block, .holder, .reference: break
        }
    }

    private func lines(_ range: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var at = range.lowerBound
        while at < range.upperBound {
            let end = min(raw.first(0x0A, from: at) ?? range.upperBound, range.upperBound)
            lines.append(at..<end)
            at = end + 1
        }
        return lines
    }
}

extension WikitextReader.Meaning {
    fileprivate var isScript: Bool {
        if case .script = self { return true }
        return false
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The last `<` before `end`.
    func lastOpen(before end: Int) -> Int? {
        var at = end - 1
        while at >= 0, self[at] != 0x3C { at -= 1 }
        return at >= 0 ? at : nil
    }
}

extension Draft {
    /// Whether the text may be divided by a block's tag: running text may, a caption, source, field or heading is one thing.
    var canTurn: Bool {
        switch role {
        case .paragraph, .item, .cell, .quotation, .verse, .speech, .note: true
        case .heading, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .source, .imprint, .gap, .field: false
        }
    }
}
