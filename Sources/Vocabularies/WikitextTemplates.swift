import PlainText
import Records

/// Templates are not expanded: what a reader sees of them is the text of their parameters.
extension WikitextReader {
    /// What a template is, by its name.
    private enum Kind {
        case quotation, citation, language, other
        /// Words for the server (`DEFAULTSORT:…`): no text.
        case instruction
    }

    private static let quotations: Set<String> = ["quote", "quotation", "cquote", "rquote", "bquote", "blockquote", "quote box", "pull quote", "pullquote", "epigraph", "poem quote", "poemquote", "verse translation", "zitat", "citation bloc", "цитата", "начало цитаты"]
    private static let citations: Set<String> = ["citation", "cite", "sfn", "sfnp", "sfnm", "harv", "harvnb", "harvtxt", "harvcol", "harvcolnb", "refn", "ref", "literatur", "internetquelle", "ouvrage", "article", "lien web", "книга", "статья", "публикация", "vcite", "cit", "isbn", "doi", "webarchive"]
    private static let instructions: Set<String> = ["defaultsort", "displaytitle", "defaultsortkey", "defaultcategorysort", "noeditsection", "lowercase title"]
    /// Parameters about the look of a page or the upkeep of its links.
    private static let layout: Set<String> = [
        "width", "height", "align", "style", "class", "bgcolor", "color", "colour", "background", "border", "float", "clear", "image_size", "imagesize", "image size", "size",
        "img_size", "bodystyle", "titlestyle", "headerstyle", "labelstyle", "datastyle", "abovestyle", "belowstyle", "fontsize", "font-size", "state", "image_upright", "upright",
        "accessdate", "access-date", "archivedate", "archive-date", "archiveurl", "archive-url", "deadurl", "dead-url", "url-status", "urlstatus", "df", "mode", "name-list-style",
        "zugriff", "abruf", "consulté le",
    ]
    private static let addresses: Set<String> = ["url", "website_url", "chapter-url", "chapterurl", "lien"]
    private static let people: Set<String> = ["author", "by", "source", "autor", "auteur", "автор", "title", "character", "cite"]
    private static let pictures = [".jpg", ".jpeg", ".png", ".gif", ".svg", ".tif", ".tiff", ".webp", ".djvu"].map { Array($0.utf8) }

    private func kind(_ name: [UInt8]) -> Kind {
        let text = String(decoding: name, as: UTF8.self)
        if Self.quotations.contains(text) { return .quotation }
        if Self.citations.contains(text) || text.hasPrefix("cite ") || text.hasPrefix("citation ") && !text.hasPrefix("citation needed") { return .citation }
        if text == "lang" || text.hasPrefix("lang-") || text == "langx" || text == "transl" || text == "transliteration" { return .language }
        if let colon = text.firstIndex(of: ":"), Self.instructions.contains(String(text[..<colon])) { return .instruction }
        return .other
    }

    /// `{{name|value|key=value}}`. A block's parameters are passages of their own; in running text they are part of it.
    func template(_ range: Range<Int>, depth: Int, parent: Int32, isBlock: Bool) {
        guard depth < WikitextLimits.depth else {
            isTooDeep = true
            if isBlock { paragraph(range, .field, "template", parent: parent, isPlain: true) } else { take(range) }
            return
        }
        let inner = range.lowerBound + 2..<range.upperBound - 2
        let nameEnd = endOfName(inner)
        let parameters = parts(nameEnd..<inner.upperBound)
        let nameRange = trimmed(inner.lowerBound..<nameEnd)
        let name = lowered(nameRange)
        let kind = self.kind(name)
        if kind == .instruction {
            skip(range, .bookkeeping)
            return
        }
        skip(range.lowerBound..<inner.lowerBound)
        // `{{#if: condition | text}}`: a parser function's first argument stands after the colon.
        var nameStop = nameEnd
        if name.first == 0x23, let colon = (nameRange.lowerBound..<nameRange.upperBound).first(where: { raw[$0] == 0x3A }) { nameStop = colon + 1 }
        if hasOpening(inner.lowerBound..<nameStop) {
            // A name that is made of templates: its text may be text of the page.
            value(inner.lowerBound..<nameStop, isBlock, "name", parent, 1, depth)
        } else {
            skip(inner.lowerBound..<nameStop, .template)
        }
        if isBlock {
            if kind == .citation {
                let outer = begin(.source, element("cite"), parent: parent, at: range.lowerBound)
                citation(parameters, nameEnd, depth)
                end(outer, at: range.upperBound)
            } else {
                let node = addNode(element(elementName(name)), parent: parent)
                if nameStop < nameEnd { value(nameStop..<nameEnd, true, "1", node, 1, depth) }
                block(parameters, kind, node, depth)
            }
        } else if kind == .citation {
            draft.partWord()
            let mark = draft.marks.count, holder = draft
            holder.marks.append(Draft.Mark(name: element("cite"), start: holder.here, end: Int.max, attributes: 0, annotation: .source, key: .none))
            citation(parameters, nameEnd, depth)
            holder.marks[mark].end = holder.count
            draft.partWord()
        } else {
            if nameStop < nameEnd { value(nameStop..<nameEnd, false, "1", -1, 1, depth) }
            var seen = 0
            for part in parameters {
                skip(part.start - 1..<part.start)
                let (key, text) = split(part.start..<part.end)
                if key == nil { seen += 1 }
                skip(part.start..<text.lowerBound)
                if isUnseen(key) || kind == .language && key == nil && seen == 1 && parameters.count > 1 || key.map({ Self.addresses.contains($0) }) == true || key == "date" {
                    skip(text, .bookkeeping)
                } else {
                    if seen > 1 || key != nil { draft.partWord() }
                    inline(text, depth + 1)
                }
            }
        }
        skip(inner.upperBound..<range.upperBound)
    }

    private func hasOpening(_ range: Range<Int>) -> Bool { range.contains { partners[$0] != 0 } }

    private func value(_ range: Range<Int>, _ isBlock: Bool, _ name: String, _ parent: Int32, _ ordinal: Int, _ depth: Int) {
        guard isBlock else {
            inline(range, depth + 1)
            return
        }
        let outer = begin(.field, element(name), parent: parent, at: range.lowerBound, ordinal: ordinal)
        inline(range, depth + 1)
        end(outer, at: range.upperBound)
    }

    private func endOfName(_ inner: Range<Int>) -> Int {
        var at = inner.lowerBound
        while at < inner.upperBound, raw[at] != 0x7C {
            at = raw[at] == 0x7B || raw[at] == 0x5B ? jump(at, inner.upperBound) ?? at + 1 : at + 1
        }
        return at
    }

    private func elementName(_ name: [UInt8]) -> String {
        // A path is made of it.
        let clean = name.prefix(60).map { $0 == 0x20 || $0 == 0x2F || $0 < 0x20 ? 0x5F : $0 }
        return clean.isEmpty ? "template" : String(decoding: clean, as: UTF8.self)
    }

    /// The key before the first equals sign, if it looks like one, and the value.
    private func split(_ range: Range<Int>) -> (key: String?, text: Range<Int>) {
        var at = range.lowerBound
        // Keys are short; a longer text with an equals sign is text.
        let limit = min(range.upperBound, range.lowerBound + 100)
        while at < limit {
            switch raw[at] {
            case 0x3D:
                let key = trimmed(range.lowerBound..<at)
                return key.isEmpty ? (nil, range) : (String(decoding: lowered(key), as: UTF8.self), at + 1..<range.upperBound)
            case 0x3C, 0x5B, 0x7B: return (nil, range)
            default: at += 1
            }
        }
        return (nil, range)
    }

    private func isUnseen(_ key: String?) -> Bool { key.map { Self.layout.contains($0) } ?? false }

    /// The parameters of a block's template.
    private func block(_ parameters: [(start: Int, end: Int)], _ kind: Kind, _ node: Int32, _ depth: Int) {
        var seen = 0
        var ordinals: [String: Int] = [:]
        for part in parameters {
            skip(part.start - 1..<part.start)
            let (key, text) = split(part.start..<part.end)
            if key == nil { seen += 1 }
            skip(part.start..<text.lowerBound)
            let shown = trimmed(text)
            if shown.isEmpty {
                skip(text)
                continue
            }
            if isUnseen(key) {
                skip(text)
                continue
            }
            var role = Role.field
            var name = key.map { elementName(Array($0.utf8)) } ?? String(seen)
            if let key, key.hasSuffix("caption") || key == "legend" || key == "legende" || key == "légende" { role = .caption }
            if isPicture(shown) {
                role = .graphic
                name = "file"
            } else if kind == .quotation {
                let isQuoted = key == nil && seen == 1 || key == "text" || key == "quote" || key == "1" || key == "content" || key == "текст"
                let isSource = key == nil && seen > 1 || key.map { Self.people.contains($0) || Int($0) != nil } == true
                role = isQuoted ? .quotation : isSource ? .source : .field
                if isQuoted { name = "quote" }
            }
            ordinals[name, default: 0] += 1
            let outer = begin(role, element(name), parent: node, at: text.lowerBound, ordinal: ordinals[name] ?? 1)
            if role == .graphic { take(text) } else { inline(text, depth + 1) }
            end(outer, at: text.upperBound)
        }
    }

    /// "Trotsky 1918.jpg"
    private func isPicture(_ range: Range<Int>) -> Bool {
        guard range.count < 250 else { return false }
        for at in range where [0x0A, 0x5B, 0x7B, 0x3C, 0x7C].contains(raw[at]) { return false }
        return Self.pictures.contains { raw.has($0, at: range.upperBound - $0.count) && range.count > $0.count }
    }

    /// The values of a citation, with the bars between them: without any, "Reed", "John" and a title would run together into a name.
    private func citation(_ parameters: [(start: Int, end: Int)], _ nameEnd: Int, _ depth: Int) {
        for part in parameters {
            let (key, text) = split(part.start..<part.end)
            let shown = trimmed(text)
            if shown.isEmpty || isUnseen(key) {
                skip(part.start - 1..<text.lowerBound)
                skip(text, isUnseen(key) ? .bookkeeping : .markup)
                continue
            }
            if let key, Self.addresses.contains(key) {
                skip(part.start - 1..<text.lowerBound)
                skip(text, .target)
                continue
            }
            if draft.count > 0 {
                draft.breakWord()
                take(part.start - 1..<part.start)
                draft.breakWord()
            } else {
                skip(part.start - 1..<part.start)
            }
            skip(part.start..<text.lowerBound)
            inline(text, depth + 1)
        }
    }

    /// `{{{name|default}}}`: the parameter of a template page; its default is what one sees, else its name.
    func argument(_ range: Range<Int>, _ depth: Int) {
        let inner = range.lowerBound + 3..<range.upperBound - 3
        skip(range.lowerBound..<inner.lowerBound)
        let nameEnd = endOfName(inner)
        if nameEnd < inner.upperBound {
            skip(inner.lowerBound..<nameEnd + 1, .template)
            inline(nameEnd + 1..<inner.upperBound, depth + 1)
        } else {
            inline(inner, depth + 1)
        }
        skip(inner.upperBound..<range.upperBound)
    }
}
