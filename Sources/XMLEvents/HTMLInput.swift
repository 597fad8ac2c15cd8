import PlainText

/// One web page, opened for parsing by libxml2's HTML parser: decoded to UTF-8 and within the limits. Tag soup is repaired, and the repairs are
/// counted. Like `XMLInput`, it opens nothing but the given bytes.
public struct HTMLInput: Sendable {
    public let name: String
    /// The page as UTF-8; offsets, lines and columns count in these bytes.
    public let bytes: [UInt8]
    public let limits: Limits
    public let notices: [ReadNotice]

    /// - Parameter encoding: what the user says about the encoding; nil: as the page says.
    public init(_ bytes: [UInt8], named name: String, encoding: String? = nil, limits: Limits = .standard) throws(ReadError) {
        guard bytes.count <= limits.fileBytes else { throw ReadError(.limit("bytes in a file", limits.fileBytes), source: name) }
        if TextEncoding.isBlank(bytes) { throw ReadError(.empty, source: name) }
        let decoded: TextEncoding.Decoded
        switch HTMLEncoding.utf8(of: bytes, named: encoding) {
        case .success(let found): decoded = found
        case .failure(let trouble): throw trouble.error(source: name, bytes: bytes)
        }
        if let trouble = HTMLTagScan.trouble(decoded.bytes, limits) { throw trouble.error(source: name, bytes: decoded.bytes) }
        self.name = name
        self.bytes = decoded.bytes
        self.limits = limits
        notices = decoded.notices + InvisibleText.notices(decoded.bytes)
    }

    /// Parses the page and gives its events to `handler`; returns what a reader should know about it, the number of repairs among it.
    @discardableResult public func read(into handler: any XMLHandler) throws(ReadError) -> [ReadNotice] {
        let parse = HTMLParse(handler: handler, limits: limits)
        parse.run(bytes)
        if let trouble = parse.trouble { throw trouble.error(source: name, bytes: bytes) }
        var notices = self.notices
        if let first = parse.firstRepair {
            let place = LineIndex(bytes).position(of: first)
            notices.append(
                ReadNotice(
                    code: "repairs", message: "the mark-up was repaired in \(parse.repairs) place\(parse.repairs == 1 ? "" : "s"), as browsers do; the first is here",
                    line: place.line, column: place.column))
        }
        if parse.isPerhapsCut {
            notices.append(ReadNotice(code: "perhaps-cut", message: "the page does not close its <html> or <body>; it may have been cut short", line: 1, column: 1))
        }
        return notices
    }

    /// Whether the bytes look like a web page: by document type, by the first element, or a fragment by an element that only HTML has.
    public enum Look: Hashable, Sendable {
        /// An XHTML page: to be read as XML where it is well-formed.
        case xhtml
        case html
        /// A first element of a name that HTML and other vocabularies share.
        case fragment
        case other
    }

    public static func look(_ bytes: [UInt8]) -> Look {
        var head = bytes.prefix(4096)[...]
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        // UTF-16 is told by every other byte.
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { head = ArraySlice(head.dropFirst(2).filter { $0 != 0 }) }
        var text = Substring(String(decoding: head, as: UTF8.self).lowercased())
        var isXML = false
        while true {
            text = text.drop { $0.isWhitespace }
            if text.hasPrefix("<!--") {
                guard let end = text.firstRange(of: "-->") else { return .other }
                text = text[end.upperBound...]
            } else if text.hasPrefix("<?") {
                isXML = isXML || text.hasPrefix("<?xml ")
                guard let end = text.firstRange(of: ">") else { return .other }
                text = text[end.upperBound...]
            } else {
                break
            }
        }
        if text.hasPrefix("<!doctype") {
            let end = text.firstRange(of: ">")?.upperBound ?? text.endIndex
            let type = text[..<end]
            let name = type.dropFirst(9).drop { $0.isWhitespace }.prefix { $0.isLetter }
            guard name == "html" else { return .other }
            return type.contains("xhtml") || isXML ? .xhtml : text[end...].contains("xmlns=\"http://www.w3.org/1999/xhtml\"") ? .xhtml : .html
        }
        guard text.hasPrefix("<") else { return .other }
        let name = text.dropFirst().prefix { $0.isLetter || $0.isNumber }
        if name == "html" { return isXML || text.prefix(400).contains("xmlns=") ? .xhtml : .html }
        return !isXML && elements.contains(String(name)) ? .fragment : .other
    }

    private static let elements: Set<String> = [
        "head", "body", "title", "meta", "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "table", "ul", "ol", "center", "font", "a", "b", "hr", "br", "img", "span",
        "article", "main", "section", "header", "blockquote", "pre", "dl",
    ]
}
