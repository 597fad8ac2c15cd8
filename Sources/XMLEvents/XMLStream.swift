/// An input that is parsed while it is read, for histories larger than memory. Only UTF-8 is streamed.
///
/// It can be read once. Nothing but what `read` hands out is ever looked at.
public final class XMLStream {
    /// As the user named it.
    public let name: String
    private let intake: Intake
    private let limits: Limits
    private weak var parse: Parse?

    /// - Parameter read: fills the room with the next bytes and returns their number, 0 at the end.
    public init(named name: String, limits: Limits = .standard, read: @escaping (UnsafeMutableRawBufferPointer) throws(ReadError) -> Int) {
        self.name = name
        self.limits = limits
        intake = Intake(limits: limits, read: read)
    }

    /// Parses the stream and gives its events to `handler`.
    ///
    /// Throws where the stream is not wholly and soundly read. What the handler got until then was sound, but it is not the whole.
    @discardableResult public func read(into handler: any XMLHandler) throws(ReadError) -> [ReadNotice] {
        let parse = Parse(handler: handler, limits: limits)
        self.parse = parse
        parse.run(intake)
        if let error = parse.error(source: name) { throw error }
        return parse.allNotices()
    }

    /// The bytes of a range that the handler keeps (`keepsFrom`); empty for what is not at hand. For use during the parse.
    public func bytes(_ range: Range<Int>) -> [UInt8] { parse?.bytes(range) ?? [] }

    /// Line and column, from 1, of a byte that is at hand.
    public func position(of offset: Int) -> (line: Int, column: Int) { parse?.position(of: offset) ?? (1, 1) }

    /// The root element of an input in UTF-8, told from its first bytes; nil where they do not tell, or where it is in another encoding.
    public static func root(ofHead head: [UInt8]) -> (local: String, namespace: String)? {
        if let declared = TextEncoding.declaredEncoding(head), !TextEncoding.isUTF8(declared.name) { return nil }
        guard TagScan.trouble(head, .standard) == nil else { return nil }
        let first = FirstElement()
        Parse(handler: first, limits: .standard).run(head)
        return first.name
    }
}
