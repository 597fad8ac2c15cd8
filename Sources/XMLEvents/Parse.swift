import CLibXML2
import CXMLShim
import Glibc
import PlainText

/// One parse under way: owns the libxml2 parser, feeds it, and turns its callbacks into events with source offsets.
///
/// Pull parsing through our own read callback: no second copy of the record, and linear where libxml2's push parser is quadratic.
/// The callbacks find this object through the parser's `_private`, which lives as long as `run`.
final class Parse {
    let handler: any XMLHandler
    let limits: Limits
    private(set) var parser: xmlParserCtxtPtr?
    /// The first reason for refusal; whatever comes after it is its consequence.
    private(set) var trouble: Trouble?
    /// Where `trouble` stands.
    private(set) var place: (line: Int, column: Int)?
    /// What failed while the stream was read, which is no fault of the record.
    private(set) var readError: ReadError?
    private(set) var window = Window()
    private var intake: Intake?
    private(set) var isSatisfied = false
    var entities: EntityGuard
    private var feed = Feed()
    private var names = NameTable()
    private var attributes: [StartTag.Attribute] = []
    /// Open elements: the name's id and the offset of the tag.
    private var open: [(name: Int, source: Int, line: Int)] = []
    private var defaulted = 0
    private var notices: [ReadNotice] = []
    private var noticeCounts: [String: Int] = [:]
    /// Everything before this place (as fed) has become events.
    private var told = 0

    /// Notices of one code in one parse that are listed one by one; the count of the others is said.
    private static let listedNotices = 20

    init(handler: any XMLHandler, limits: Limits) {
        self.handler = handler
        self.limits = limits
        entities = EntityGuard(limits: limits)
    }

    /// Parses `input`. With `tree`, libxml2 builds its tree behind our guards and `tree` is called with it; else events go to the handler.
    func run(_ input: [UInt8], tree: ((xmlDocPtr) -> Void)? = nil) {
        cxml_start()
        input.withUnsafeBufferPointer { buffer in
            window = Window(buffer)
            feed.window = window
            feed.checked = window.end
            drive(tree)
            window = Window()
            feed.window = window
        }
    }

    /// Parses a stream as it comes in.
    func run(_ stream: Intake) {
        cxml_start()
        intake = stream
        window = stream.window
        drive(nil)
        window = Window()
        feed.window = window
        intake = nil
    }

    /// Whether events are still delivered.
    var isLive: Bool { trouble == nil && !isSatisfied }

    private func drive(_ tree: ((xmlDocPtr) -> Void)?) {
        let this = Unmanaged.passUnretained(self).toOpaque()
        let made = xmlCreateIOParserCtxt(
            nil, nil,
            { context, room, size in
                guard let context, let room else { return -1 }
                return Unmanaged<Parse>.fromOpaque(context).takeUnretainedValue().fill(room, Int(size))
            }, { _ in 0 }, this, XML_CHAR_ENCODING_NONE)
        guard let parser = made else {
            trouble = Trouble(kind: .memory, offset: nil)
            return
        }
        self.parser = parser
        defer {
            xmlFreeDoc(parser.pointee.myDoc)
            parser.pointee.myDoc = nil
            xmlFreeParserCtxt(parser)
            self.parser = nil
            entities.release()
        }
        Self.prepare(parser, this)
        if tree == nil { install(parser) } else { installGuards(parser) }
        xmlParseDocument(parser)
        settle(parser)
        if let tree, trouble == nil, let document = parser.pointee.myDoc { tree(document) }
    }

    /// The options that are safe only with our entity hooks and limits in front.
    static func prepare(_ parser: xmlParserCtxtPtr, _ owner: UnsafeMutableRawPointer) {
        // The encoding was settled before: IGNORE_ENC leaves the declaration without effect on what is UTF-8 by now.
        let options = [XML_PARSE_NONET, XML_PARSE_BIG_LINES, XML_PARSE_NOENT, XML_PARSE_HUGE, XML_PARSE_IGNORE_ENC]
        _ = xmlCtxtUseOptions(parser, Int32(options.reduce(0) { $0 | $1.rawValue }))
        parser.pointee.loadsubset |= Int32(XML_SKIP_IDS)
        parser.pointee._private = owner
    }

    private func settle(_ parser: xmlParserCtxtPtr) {
        if trouble != nil || isSatisfied { return }
        if parser.pointee.errNo == Int32(XML_ERR_NO_MEMORY.rawValue) {
            trouble = Trouble(kind: .memory, offset: nil)
        } else if parser.pointee.wellFormed != 1 {
            refuse(.notWellFormed("the parser gave up without saying why"), at: offset)
        } else if !open.isEmpty || feed.next < window.end || !window.isLast {
            refuse(.truncated(stillOpen), at: offset)
        }
    }

    func refuse(_ kind: ReadError.Kind, at offset: Int?) {
        if trouble == nil, !isSatisfied { keep(Trouble(kind: kind, offset: offset)) }
    }

    private func keep(_ trouble: Trouble) {
        self.trouble = trouble
        place = trouble.offset.map { window.position(of: $0) }
    }

    func note(_ code: String, _ message: String, at offset: Int) {
        noticeCounts[code, default: 0] += 1
        guard noticeCounts[code, default: 0] <= Self.listedNotices else { return }
        let place = window.position(of: offset)
        notices.append(ReadNotice(code: code, message: message, line: place.line, column: place.column))
    }

    /// What is to be said about a record that was read.
    func allNotices() -> [ReadNotice] {
        var all = notices
        for code in noticeCounts.keys.sorted() {
            let more = noticeCounts[code, default: 0] - Self.listedNotices
            if more > 0 { all.append(ReadNotice(code: code, message: "and \(more) more like this", line: 1, column: 1)) }
        }
        return all
    }

    /// The refusal, if there was one.
    func error(source: String) -> ReadError? {
        if let readError { return readError }
        return trouble.map { ReadError($0.kind, source: source, line: place?.line, column: place?.column) }
    }

    // MARK: feeding

    private func fill(_ room: UnsafeMutablePointer<CChar>, _ size: Int) -> Int32 {
        // A refused or satisfied parse gets no more input; stopping libxml2 inside a callback would free buffers that it still reads.
        guard isLive else { return 0 }
        if feed.next == feed.checked, let intake, !window.isLast { takeIn(intake) }
        guard isLive else { return 0 }
        return Int32(feed.fill(UnsafeMutableRawPointer(room), size))
    }

    private func takeIn(_ intake: Intake) {
        let needed = min(handler.keepsFrom, told, feed.next)
        do throws(ReadError) {
            let trouble = try intake.advance(keeping: needed)
            var fresh = intake.window
            fresh.goOn(from: window)
            window = fresh
            feed.window = window
            feed.checked = intake.checked
            feed.forget(before: told)
            if let trouble { keep(trouble) }
        } catch {
            readError = error
            trouble = Trouble(kind: error.kind, offset: nil)
        }
    }

    func position(of offset: Int) -> (line: Int, column: Int) { window.position(of: offset) }

    /// A range of the input that is still at hand.
    func bytes(_ range: Range<Int>) -> [UInt8] { Array(window.bytes(range)) }

    // MARK: places

    /// The parser's place in the source: the byte it reads next.
    var offset: Int {
        guard let parser, let input = parser.pointee.inputNr > 0 ? parser.pointee.inputTab?[0] : nil else { return window.end }
        return feed.source(of: Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base))
    }

    /// The byte after the one that the parser read last. Between the two a carriage return may have been dropped.
    private var endOffset: Int {
        guard let parser, let input = parser.pointee.inputNr > 0 ? parser.pointee.inputTab?[0] : nil else { return window.end }
        return feed.source(of: Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base) - 1) + 1
    }

    /// Where the tag or reference began that ends before `end`.
    private func back(to mark: UInt8, before end: Int) -> Int {
        var at = min(end, window.end) - 1
        let first = window.start
        guard let base = window.base, at >= first else { return max(at, 0) }
        while at > first, base[at - first] != mark { at -= 1 }
        return at
    }

    var stillOpen: String {
        guard let last = open.last else { return "it ends before the first element" }
        return "<\(names.local(last.name))> of line \(last.line) is not closed"
    }

    func local(_ name: Int) -> String { names.local(name) }

    /// Offset of the last `</` before `end`.
    func endTag(before end: Int) -> Int { back(to: 0x3C, before: end) }

    // MARK: events

    private func name(_ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?) -> Int {
        let (id, isNew) = names.id(local, space)
        if isNew {
            if id >= limits.distinctNames { refuse(.limit("different names", limits.distinctNames), at: offset) }
            handler.name(id, local: names.local(id), namespace: space.map { String(cString: $0) } ?? "")
        }
        return id
    }

    func start(
        _ context: xmlParserCtxtPtr, _ local: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?, _ count: Int, _ defaults: Int,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard isLive else { return }
        let end = offset
        defer { tellUpTo() }
        let source = back(to: context == parser ? 0x3C : 0x26, before: end)
        attributes.removeAll(keepingCapacity: true)
        if let list {
            for index in 0..<count {
                // localname, prefix, URI, value, end of value
                guard let key = list[5 * index], let value = list[5 * index + 3], let valueEnd = list[5 * index + 4] else { continue }
                if index >= count - defaults { defaulted += valueEnd - value }
                attributes.append(
                    StartTag.Attribute(name: name(key, list[5 * index + 2]), value: UnsafeBufferPointer(start: value, count: valueEnd - value)))
            }
        }
        if defaulted > limits.defaultedAttributeBytes {
            refuse(.limit("bytes of defaulted attributes", limits.defaultedAttributeBytes), at: source)
        }
        let id = name(local, space)
        open.append((id, source, Int(xmlSAX2GetLineNumber(context))))
        if open.count > limits.depth { refuse(.limit("elements within elements", limits.depth), at: source) }
        guard isLive else { return }
        attributes.withUnsafeBufferPointer { handler.start(StartTag(name: id, source: source, attributes: $0)) }
        if handler.isSatisfied { isSatisfied = true }
    }

    func end() {
        guard isLive else { return }
        open.removeLast()
        handler.end(at: endOffset)
        tellUpTo()
    }

    /// What stands before the parser's place has become events.
    private func tellUpTo() {
        guard intake != nil, let parser, let input = parser.pointee.inputNr > 0 ? parser.pointee.inputTab?[0] : nil else { return }
        told = Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base)
    }

    func text(_ context: xmlParserCtxtPtr, _ start: UnsafePointer<xmlChar>, _ count: Int) {
        guard isLive, count > 0 else { return }
        let piece = UnsafeBufferPointer(start: start, count: count)
        guard context == parser, let input = context.pointee.input else {
            // From within an entity: it stands where its reference begins.
            handler.text(piece, at: back(to: 0x26, before: offset))
            return
        }
        let consumed = Int(input.pointee.consumed)
        let base: UnsafePointer<xmlChar> = input.pointee.base, cursor: UnsafePointer<xmlChar> = input.pointee.cur
        if start >= base, start < input.pointee.end {
            deliver(piece, consumed + (start - base))
            return
        }
        let end = consumed + (cursor - base)
        let last = feed.source(of: end - 1)
        // A piece that was copied ends with the byte before the cursor; behind a reference that byte is its semicolon.
        if last >= window.start, last < window.end, window[last] == piece[count - 1] || (window[last] == 0x0D && piece[count - 1] == 0x0A) {
            deliver(piece, end - count)
        } else {
            handler.text(piece, at: back(to: 0x26, before: last))
        }
    }

    /// The text of a CDATA section; the parser stands behind its `]]>`.
    func section(_ context: xmlParserCtxtPtr, _ start: UnsafePointer<xmlChar>, _ count: Int) {
        guard isLive, count > 0 else { return }
        let piece = UnsafeBufferPointer(start: start, count: count)
        guard context == parser, let input = context.pointee.input else {
            handler.text(piece, at: back(to: 0x26, before: offset))
            return
        }
        deliver(piece, Int(input.pointee.consumed) + (input.pointee.cur - input.pointee.base) - 3 - count)
    }

    /// Hands on a piece that stands at `fed` in the bytes as fed; where carriage returns were dropped, line by line.
    private func deliver(_ piece: UnsafeBufferPointer<UInt8>, _ fed: Int) {
        guard feed.hasDropped, let base = piece.baseAddress else {
            handler.text(piece, at: fed)
            return
        }
        var at = 0
        while at < piece.count {
            let feedEnd = memchr(base + at, 0x0A, piece.count - at).map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? piece.count
            if feedEnd > at { handler.text(UnsafeBufferPointer(start: base + at, count: feedEnd - at), at: feed.source(of: fed + at)) }
            if feedEnd < piece.count {
                handler.text(UnsafeBufferPointer(start: base + feedEnd, count: 1), at: feed.source(of: fed + feedEnd))
            }
            at = feedEnd + 1
        }
    }

    func comment(_ text: UnsafePointer<xmlChar>) {
        guard isLive else { return }
        handler.comment(UnsafeBufferPointer(start: text, count: strlen(UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))), at: back(to: 0x3C, before: offset))
    }

    func instruction(_ target: UnsafePointer<xmlChar>, _ text: UnsafePointer<xmlChar>?) {
        guard isLive else { return }
        let count = text.map { strlen(UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? 0
        handler.instruction(String(cString: target), UnsafeBufferPointer(start: text, count: count), at: back(to: 0x3C, before: offset))
    }
}
