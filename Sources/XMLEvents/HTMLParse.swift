import CLibXML2
import CXMLShim
import Glibc

/// One parse of a web page under way: owns libxml2's HTML parser and turns its callbacks into the events of `XMLHandler`.
///
/// The parser is fed through our own read callback, so that a refused page ends there. Its tree is never built.
final class HTMLParse {
    private let handler: any XMLHandler
    private let limits: Limits
    private(set) var trouble: Trouble?
    /// Places where the parser had to put the mark-up right.
    private(set) var repairs = 0
    private(set) var firstRepair: Int?
    /// The page opened <html> or <body> and closed neither.
    private(set) var isPerhapsCut = false
    private var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    private var next = 0
    private var parser: htmlParserCtxtPtr?
    private var names: [String: Int] = [:]
    private var attributes: [StartTag.Attribute] = []
    private var open: [Int] = []
    private var isSatisfied = false
    /// Events have been given up to here.
    private var last = 0

    init(handler: any XMLHandler, limits: Limits) {
        self.handler = handler
        self.limits = limits
    }

    private var isLive: Bool { trouble == nil && !isSatisfied }

    func run(_ input: [UInt8]) {
        cxml_start()
        input.withUnsafeBufferPointer { buffer in
            bytes = buffer
            next = buffer.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            skipped = next
            drive()
            if trouble == nil, !isSatisfied { checkEnd() }
            bytes = UnsafeBufferPointer(start: nil, count: 0)
        }
    }

    /// Bytes that the parser never sees: the byte order mark.
    private var skipped = 0

    private func drive() {
        guard let parser = htmlNewParserCtxt() else {
            trouble = Trouble(kind: .memory, offset: nil)
            return
        }
        self.parser = parser
        defer {
            if let document = parser.pointee.myDoc {
                xmlFreeDoc(document)
                parser.pointee.myDoc = nil
            }
            htmlFreeParserCtxt(parser)
            self.parser = nil
        }
        let options = [HTML_PARSE_NONET, HTML_PARSE_IGNORE_ENC, HTML_PARSE_NODEFDTD]
        _ = htmlCtxtUseOptions(parser, Int32(options.reduce(0) { $0 | $1.rawValue }))
        parser.pointee._private = Unmanaged.passUnretained(self).toOpaque()
        install(parser)
        let made = xmlParserInputBufferCreateIO(
            { context, room, size in
                guard let context, let room else { return -1 }
                return Unmanaged<HTMLParse>.fromOpaque(context).takeUnretainedValue().fill(room, Int(size))
            }, { _ in 0 }, Unmanaged.passUnretained(self).toOpaque(), XML_CHAR_ENCODING_NONE)
        guard let buffer = made, let stream = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) else {
            trouble = Trouble(kind: .memory, offset: nil)
            return
        }
        guard inputPush(parser, stream) >= 0 else {
            trouble = Trouble(kind: .memory, offset: nil)
            return
        }
        _ = xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
        htmlParseDocument(parser)
        if trouble == nil, parser.pointee.errNo == Int32(XML_ERR_NO_MEMORY.rawValue) { trouble = Trouble(kind: .memory, offset: nil) }
    }

    private func fill(_ room: UnsafeMutablePointer<CChar>, _ size: Int) -> Int32 {
        guard isLive, let base = bytes.baseAddress else { return 0 }
        let count = min(size, bytes.count - next)
        if count > 0 { memcpy(room, base + next, count) }
        next += count
        return Int32(count)
    }

    /// The byte that the parser reads next.
    private var offset: Int {
        guard let input = parser?.pointee.input else { return bytes.count }
        return min(bytes.count, skipped + Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
    }

    private func refuse(_ kind: ReadError.Kind, at offset: Int?) {
        if trouble == nil, !isSatisfied { trouble = Trouble(kind: kind, offset: offset) }
    }

    // MARK: events

    private func name(_ local: UnsafePointer<xmlChar>) -> Int {
        let text = String(cString: local)
        if let known = names[text] { return known }
        let id = names.count
        names[text] = id
        if id >= limits.distinctNames { refuse(.limit("different names", limits.distinctNames), at: offset) }
        handler.name(id, local: text, namespace: "")
        return id
    }

    fileprivate func start(_ local: UnsafePointer<xmlChar>, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard isLive else { return }
        let end = offset
        let source = tag(before: end)
        last = max(last, min(end, source + 1))
        attributes.removeAll(keepingCapacity: true)
        if let list {
            var index = 0
            while let key = list[index] {
                // An attribute without a value states itself.
                let value = list[index + 1]
                let count = value.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
                attributes.append(StartTag.Attribute(name: name(key), value: UnsafeBufferPointer(start: value, count: count)))
                index += 2
            }
        }
        let id = name(local)
        open.append(id)
        if open.count > limits.depth { refuse(.limit("elements within elements", limits.depth), at: source) }
        guard isLive else { return }
        attributes.withUnsafeBufferPointer { handler.start(StartTag(name: id, source: source, attributes: $0)) }
        if handler.isSatisfied { isSatisfied = true }
    }

    /// Where the tag begins that the parser has just read; where it put one in, its own place.
    private func tag(before end: Int) -> Int {
        var at = last
        while at + 1 < end {
            if bytes[at] == 0x3C, (bytes[at + 1] | 0x20) &- 0x61 < 26 { return at }
            at += 1
        }
        return end
    }

    fileprivate func end() {
        guard isLive, !open.isEmpty else { return }
        open.removeLast()
        last = max(last, offset)
        handler.end(at: offset)
    }

    fileprivate func text(_ start: UnsafePointer<xmlChar>, _ count: Int) {
        guard isLive, count > 0 else { return }
        // White space between the head and the body has no element round it; text has one put in.
        guard !open.isEmpty else { return }
        let piece = UnsafeBufferPointer(start: start, count: count)
        let end = offset
        var source = end - count
        // A piece that was copied ends before the cursor; one that a reference stands for begins at its ampersand.
        if source < 0 || !UnsafeBufferPointer(rebasing: bytes[source..<end]).elementsEqual(piece) {
            source = end
            while source > last, source > 0, bytes[source - 1] != 0x26 { source -= 1 }
            source = max(0, source - 1)
        }
        last = max(last, end)
        handler.text(piece, at: source)
    }

    fileprivate func comment(_ text: UnsafePointer<xmlChar>) {
        guard isLive else { return }
        last = max(last, offset)
        handler.comment(UnsafeBufferPointer(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))), at: offset)
    }

    fileprivate func instruction(_ target: UnsafePointer<xmlChar>, _ text: UnsafePointer<xmlChar>?) {
        guard isLive else { return }
        let count = text.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
        last = max(last, offset)
        handler.instruction(String(cString: target), UnsafeBufferPointer(start: text, count: count), at: offset)
    }

    fileprivate func complain(_ error: xmlError) {
        guard isLive else { return }
        let code = UInt32(bitPattern: error.code)
        if code == XML_ERR_NO_MEMORY.rawValue {
            refuse(.memory, at: nil)
            return
        }
        // Elements that are younger than the parser are no faults of the page.
        if code == XML_HTML_UNKNOWN_TAG.rawValue { return }
        if code == XML_ERR_COMMENT_NOT_FINISHED.rawValue {
            refuse(.truncated("a comment is not closed"), at: offset)
            return
        }
        repairs += 1
        if firstRepair == nil { firstRepair = min(offset, max(0, bytes.count - 1)) }
    }

    /// A page may leave out its last end tags. One that opens its <html> or <body> in so many words and closes neither may have been cut.
    private func checkEnd() {
        let hasEnd = contains("</html", in: max(0, bytes.count - Self.tail)..<bytes.count) || contains("</body", in: max(0, bytes.count - Self.tail)..<bytes.count)
        isPerhapsCut = !hasEnd && (contains("<html", in: 0..<min(Self.tail, bytes.count)) || contains("<body", in: 0..<min(Self.tail, bytes.count)))
    }

    /// Scripts and comments of counters stand behind the end tags; this much is looked over for them, and as much for the start tags.
    private static let tail = 64 << 10

    private func contains(_ word: StaticString, in range: Range<Int>) -> Bool {
        let count = word.utf8CodeUnitCount
        guard range.count >= count else { return false }
        for at in range.lowerBound...(range.upperBound - count) where bytes[at] == 0x3C {
            if (1..<count).allSatisfy({ bytes[at + $0] | 0x20 == word.utf8Start[$0] | 0x20 }) { return true }
        }
        return false
    }

    private func install(_ parser: htmlParserCtxtPtr) {
        guard let sax = parser.pointee.sax else { return }
        sax.pointee.startDocument = nil
        sax.pointee.endDocument = nil
        sax.pointee.internalSubset = nil
        sax.pointee.startElement = { context, local, list in
            guard let local else { return }
            owner(context)?.start(local, list)
        }
        sax.pointee.endElement = { context, _ in owner(context)?.end() }
        let text: charactersSAXFunc = { context, piece, count in
            guard let piece else { return }
            owner(context)?.text(piece, Int(count))
        }
        sax.pointee.characters = text
        sax.pointee.ignorableWhitespace = text
        sax.pointee.cdataBlock = text
        sax.pointee.comment = { context, text in
            guard let text else { return }
            owner(context)?.comment(text)
        }
        sax.pointee.processingInstruction = { context, target, text in
            guard let target else { return }
            owner(context)?.instruction(target, text)
        }
        sax.pointee.error = nil
        sax.pointee.warning = nil
        sax.pointee.serror = { context, error in
            guard let error else { return }
            owner(context)?.complain(error.pointee)
        }
        sax.pointee.initialized = XML_SAX2_MAGIC
    }
}

/// The parse that a callback of libxml2 belongs to.
private func owner(_ context: UnsafeMutableRawPointer?) -> HTMLParse? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let owner = parser.pointee._private else { return nil }
    return Unmanaged<HTMLParse>.fromOpaque(owner).takeUnretainedValue()
}
