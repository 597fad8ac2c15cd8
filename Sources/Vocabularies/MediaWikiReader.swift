import PlainText
public import Records
public import XMLEvents

/// What the reader of a large input asks for about the bytes that have passed: the input in memory, or the window of a stream.
///
/// Offsets are those of the events. They are asked for in ascending order, from the start of the page under way on.
public struct InputWindow {
    /// A copy of these bytes of the input.
    public var bytes: (Range<Int>) -> [UInt8]
    /// Line and column, from 1, of the byte at the offset.
    public var place: (Int) -> (line: Int, column: Int)

    public init(bytes: @escaping (Range<Int>) -> [UInt8], place: @escaping (Int) -> (line: Int, column: Int)) {
        self.bytes = bytes
        self.place = place
    }

    /// An input in memory. Lines are counted as the offsets go up.
    public init(_ input: [UInt8]) {
        var counted = 0, line = 1, lineStart = 0
        bytes = { Array(input[$0.clamped(to: 0..<input.count)]) }
        place = { offset in
            input.withUnsafeBufferPointer { input in
                let offset = min(offset, input.count)
                if offset < counted { (counted, line, lineStart) = (0, 1, 0) }
                while let end = input.first(0x0A, from: counted), end < offset {
                    line += 1
                    lineStart = end + 1
                    counted = end + 1
                }
                counted = max(counted, min(offset, input.count))
                return (line, 1 + input[min(lineStart, offset)..<offset].count { $0 & 0xC0 != 0x80 })
            }
        }
    }
}

/// Reads a MediaWiki export (schema 0.3 to 0.11), a page at a time: each page is a record and each of its revisions a version.
///
/// At the end of a page it is handed over, as a document of its own with its own words, and forgotten: memory is bounded by the largest page.
/// The schema is never asked: real exports hold what it lacks.
public final class MediaWikiReader: XMLHandler {
    /// What an element is, by its name and the element round it.
    enum Element {
        case root, siteinfo, namespace, page, title, ns, pageID, revision, revisionID, parent, timestamp, contributor, username, ip, minor, comment
        case model, format, text, sum, content, role
        /// Of a page or revision, without meaning for its text.
        case stamp
        /// Set aside whole, by this name.
        case aside(String)
        case unknown
    }

    static let namespacePrefix = "http://www.mediawiki.org/xml/export-"

    let name: String
    let window: InputWindow
    let onPage: (Document) -> Void
    /// All pages share their words, for a document that holds them all.
    let sharesWords: Bool
    let wikitext = WikitextReader()
    private var names: [String] = []
    private var namespaces: [String] = []
    private var open: [Element] = []
    /// The depth at which something set aside began, and its name.
    private var aside: (depth: Int, kind: String)?
    private var field: [UInt8] = []
    var page: PageUnderWay?
    /// Characters outside of pages.
    private(set) var census = Census()
    /// About the input as a whole.
    private(set) public var warnings: [Warning] = []
    private(set) var language = ""
    private var namespaceKey = ""
    /// As strings: a short one takes no memory of its own, in a dump of millions of pages.
    private var pageIDs: Set<String> = []
    private var setAsideTold: Set<String> = []

    /// `onPage` gets each page as a document with one record; `Document.words` are that page's own.
    public convenience init(named name: String, window: InputWindow, onPage: @escaping (Document) -> Void) {
        self.init(named: name, window: window, sharesWords: false, onPage: onPage)
    }

    init(named name: String, window: InputWindow, sharesWords: Bool, onPage: @escaping (Document) -> Void) {
        self.name = name
        self.window = window
        self.sharesWords = sharesWords
        self.onPage = onPage
    }

    /// The words of all pages, where they share them.
    var words: Words { wikitext.words }
    /// The characters outside of pages, which no page's census holds.
    public var outerCensus: Census { census }

    /// The page under way must stay at hand: its bytes are asked for at its end.
    public var keepsFrom: Int { page?.start ?? .max }

    // MARK: events

    public func name(_ id: Int, local: String, namespace: String) {
        names.append(local)
        namespaces.append(namespace)
    }

    public func start(_ tag: StartTag) {
        let element = meaning(names[tag.name])
        open.append(element)
        if case .aside(let kind) = element, aside == nil {
            aside = (open.count, kind)
            tell(kind, at: tag.source)
        }
        field.removeAll(keepingCapacity: true)
        guard aside == nil else {
            if case .namespace = element { namespaceKey = string(tag, "key") ?? "" }
            return
        }
        switch element {
        case .root:
            checkNamespace(namespaces[tag.name], tag.source)
            language = string(tag, "lang").map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() } ?? ""
        case .page:
            wikitext.beginPage(forgettingWords: !sharesWords)
            page = PageUnderWay(start: tag.source, place: window.place(tag.source))
        case .revision: page?.begin(tag.source)
        case .contributor: if isDeleted(tag) { page?.revision?.withheld.insert(.contributor) }
        case .comment: if isDeleted(tag) { page?.revision?.withheld.insert(.comment) }
        case .minor: page?.revision?.isMinor = true
        case .content: page?.revision?.slots.append(Slot(offset: tag.source))
        case .text: beginText(tag)
        case .siteinfo, .namespace, .title, .ns, .pageID, .revisionID, .parent, .timestamp, .username, .ip, .model, .format, .sum, .role, .stamp, .aside, .unknown: break
        }
    }

    private func checkNamespace(_ namespace: String, _ offset: Int) {
        guard !namespace.hasPrefix(Self.namespacePrefix) else { return }
        let stated = namespace.isEmpty ? "without a namespace" : "in the namespace '\(namespace)'"
        warnings.append(
            Warning(
                code: "namespace", message: "<mediawiki> \(stated), not in that of MediaWiki's exports; read as one nevertheless", source: name,
                line: window.place(offset).line))
    }

    private func isDeleted(_ tag: StartTag) -> Bool { string(tag, "deleted") == "deleted" }

    private func string(_ tag: StartTag, _ name: String) -> String? { tag.attributes.first { names[$0.name] == name }?.string }

    private func beginText(_ tag: StartTag) {
        guard page?.revision != nil else { return }
        var slot = page?.revision?.slots.popLast() ?? Slot(offset: tag.source)
        slot.hasText = true
        slot.offset = tag.source
        if let bytes = string(tag, "bytes") { slot.bytes = Int(bytes) }
        if let sum = tag.attributes.first(where: { names[$0.name] == "sha1" }) { slot.sum = Array(sum.value) }
        slot.isDeleted = isDeleted(tag) || slot.bytes.map { $0 < 0 } == true
        page?.revision?.slots.append(slot)
        isInText = true
    }
    private var isInText = false

    public func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {
        if isInText {
            page?.take(piece, at: source)
            return
        }
        let characters = countCharacters(piece)
        if characters > 0 { count(characters) }
        guard !open.isEmpty else { return }
        field.append(contentsOf: piece)
    }

    private func count(_ characters: Int) {
        guard page != nil else {
            census.read += characters
            census.setAside[aside?.kind ?? "other", default: 0] += characters
            return
        }
        page?.count(characters, aside?.kind ?? "bookkeeping")
    }

    public func end(at source: Int) {
        let element = open.removeLast()
        let depth = open.count + 1
        if aside != nil {
            if case .namespace = element { learnNamespace() }
            if let begun = aside, begun.depth == depth { aside = nil }
            return
        }
        switch element {
        case .title: page?.title = String(decoding: field.trimmedBlanks, as: UTF8.self)
        case .ns: page?.namespace = String(decoding: field.trimmedBlanks, as: UTF8.self)
        case .pageID: page?.id = Array(field.trimmedBlanks)
        case .revisionID: page?.revision?.id = Array(field.trimmedBlanks)
        case .timestamp: page?.revision?.timestamp = Array(field.trimmedBlanks)
        case .username, .ip: page?.revision?.by = String(decoding: field.trimmedBlanks, as: UTF8.self)
        case .comment: page?.revision?.comment = String(decoding: field.trimmedBlanks, as: UTF8.self)
        case .model: page?.revision?.setModel(String(decoding: field.trimmedBlanks, as: UTF8.self))
        case .role: page?.revision?.setRole(String(decoding: field.trimmedBlanks, as: UTF8.self))
        case .sum: page?.revision?.sum = Array(field.trimmedBlanks)
        case .text: isInText = false
        case .revision: endRevision(at: source)
        case .page: endPage(at: source)
        case .root, .siteinfo, .namespace, .contributor, .minor, .content, .parent, .format, .stamp, .aside, .unknown: break
        }
        field.removeAll(keepingCapacity: true)
    }

    private func learnNamespace() {
        let name = Array(String(decoding: field.trimmedBlanks, as: UTF8.self).lowercased().utf8)
        guard !name.isEmpty else { return }
        if namespaceKey == "6" || namespaceKey == "-2", !wikitext.fileNames.contains(name) { wikitext.fileNames.append(name) }
        if namespaceKey == "14", !wikitext.categoryNames.contains(name) { wikitext.categoryNames.append(name) }
    }

    /// What an element means where it stands.
    private func meaning(_ name: String) -> Element {
        if aside != nil { return name == "namespace" ? .namespace : .unknown }
        guard let parent = open.last else { return .root }
        switch (parent, name) {
        case (.root, "page"): return .page
        case (.root, "siteinfo"): return .aside("site information")
        case (.root, "logitem"): return .aside("log")
        case (.root, _): return .aside("other")
        case (.page, "title"): return .title
        case (.page, "ns"): return .ns
        case (.page, "id"): return .pageID
        case (.page, "revision"): return .revision
        case (.page, "upload"): return .aside("upload")
        case (.page, "logitem"): return .aside("log")
        case (.page, "discussionthreadinginfo"): return .aside("discussion thread")
        case (.revision, "id"): return .revisionID
        case (.revision, "timestamp"): return .timestamp
        case (.revision, "contributor"): return .contributor
        case (.revision, "minor"): return .minor
        case (.revision, "comment"): return .comment
        case (.revision, "text"), (.content, "text"): return .text
        case (.revision, "model"), (.content, "model"): return .model
        case (.revision, "sha1"): return .sum
        case (.revision, "content"): return .content
        case (.content, "role"): return .role
        case (.contributor, "username"): return .username
        case (.contributor, "ip"): return .ip
        case (.page, _), (.revision, _), (.content, _), (.contributor, _): return .stamp
        default: return .unknown
        }
    }

    /// Uploads, log entries and the like are said once each; the description of the site is part of every export.
    private func tell(_ kind: String, at offset: Int) {
        guard kind != "site information", setAsideTold.insert(kind).inserted else { return }
        let what = kind == "other" ? "an element that no export is known to have" : "'\(kind)'"
        warnings.append(Warning(code: "set-aside", message: "\(what) holds no text of a page; it is set aside, here and further on", source: name, line: window.place(offset).line))
    }

    private func endPage(at offset: Int) {
        guard let finished = page else { return }
        page = nil
        var document = finished.document(end: offset, self)
        if !finished.id.isEmpty, !pageIDs.insert(String(decoding: finished.id, as: UTF8.self)).inserted {
            document.warnings.append(
                Warning(code: "duplicate-id", message: "two pages have the id '\(String(decoding: finished.id, as: UTF8.self))'", source: name, line: finished.place.line))
        }
        onPage(document)
    }
}

extension [UInt8] {
    /// Without the white space at its ends.
    var trimmedBlanks: ArraySlice<UInt8> {
        var start = startIndex, end = endIndex
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        return self[start..<end]
    }
}
