import PlainText

/// One input, opened for parsing: sniffed, decoded to UTF-8 and within the limits, so that libxml2 may look at it.
///
/// It can be parsed more than once. Nothing but the given bytes is ever read: no file, no network, no external entity.
public struct XMLInput: Sendable {
    /// As the user named it.
    public let name: String
    /// The input as UTF-8; offsets, lines and columns count in these bytes.
    public let bytes: [UInt8]
    public let limits: Limits
    /// What was seen before parsing.
    public let notices: [ReadNotice]

    /// Refuses what is empty, no XML, wrongly encoded or over a limit.
    public init(_ bytes: [UInt8], named name: String, limits: Limits = .standard) throws(ReadError) {
        guard bytes.count <= limits.fileBytes else { throw ReadError(.limit("bytes in a file", limits.fileBytes), source: name) }
        if TextEncoding.isBlank(bytes) { throw ReadError(.empty, source: name) }
        let decoded: TextEncoding.Decoded
        switch TextEncoding.utf8(of: bytes) {
        case .success(let found): decoded = found
        case .failure(let trouble): throw trouble.error(source: name, bytes: bytes)
        }
        if let trouble = NotXML.trouble(decoded.bytes) ?? TagScan.trouble(decoded.bytes, limits) {
            throw trouble.error(source: name, bytes: decoded.bytes)
        }
        self.name = name
        self.bytes = decoded.bytes
        self.limits = limits
        notices = decoded.notices + InvisibleText.notices(decoded.bytes)
    }

    /// Parses the input and gives its events to `handler`. Returns what a reader should know about it.
    ///
    /// Throws where the input is not wholly and soundly read; what the handler has got until then must not be used.
    @discardableResult public func read(into handler: any XMLHandler) throws(ReadError) -> [ReadNotice] {
        let parse = Parse(handler: handler, limits: limits)
        parse.run(bytes)
        if let error = parse.error(source: name) { throw error }
        return notices + parse.allNotices()
    }

    /// The root element's local name and namespace; nil where the input ends before one.
    public func root() throws(ReadError) -> (local: String, namespace: String)? {
        let first = FirstElement()
        try read(into: first)
        return first.name
    }
}

extension XMLInput {
    /// The local names of the first elements in document order, at most `count`.
    public func firstElements(_ count: Int) throws(ReadError) -> [String] {
        let first = FirstElements(count)
        try read(into: first)
        return first.elements
    }
}

private final class FirstElements: XMLHandler {
    private let count: Int
    private var names: [String] = []
    private(set) var elements: [String] = []

    init(_ count: Int) { self.count = count }

    func name(_ id: Int, local: String, namespace: String) { names.append(local) }
    func start(_ tag: StartTag) { elements.append(names[tag.name]) }
    func end(at source: Int) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
    var isSatisfied: Bool { elements.count >= count }
}

final class FirstElement: XMLHandler {
    private var names: [(String, String)] = []
    private(set) var name: (local: String, namespace: String)?

    func name(_ id: Int, local: String, namespace: String) { names.append((local, namespace)) }
    func start(_ tag: StartTag) { name = names[tag.name] }
    func end(at source: Int) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
    var isSatisfied: Bool { name != nil }
}

/// A reason for refusal and the byte where it stands, before line and column are known.
struct Trouble: Error {
    var kind: ReadError.Kind
    /// nil: the input as a whole.
    var offset: Int?

    func error(source: String, bytes: [UInt8]) -> ReadError {
        guard let offset else { return ReadError(kind, source: source) }
        let place = LineIndex(bytes).position(of: offset)
        return ReadError(kind, source: source, line: place.line, column: place.column)
    }
}
