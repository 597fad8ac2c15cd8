/// Takes the events of one parse, in order. Offsets are bytes in the input's UTF-8 form. Pointers are valid during the call only.
public protocol XMLHandler: AnyObject {
    /// A name of an element or attribute occurs for the first time in this parse. Ids count up from 0.
    func name(_ id: Int, local: String, namespace: String)
    func start(_ tag: StartTag)
    /// An element ends; `source` is the byte after its end tag.
    func end(at source: Int)
    /// A piece of text that stands in the source without a gap from `source` on (or, for a reference, in place of what begins there).
    /// Line ends are line feeds.
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int)
    func comment(_ text: UnsafeBufferPointer<UInt8>, at source: Int)
    func instruction(_ target: String, _ text: UnsafeBufferPointer<UInt8>, at source: Int)
    /// Asked after each start tag: true ends the parse there, without an error.
    var isSatisfied: Bool { get }
    /// Of a stream: the offset from which on the bytes are to stay at hand.
    var keepsFrom: Int { get }
}

extension XMLHandler {
    public func comment(_ text: UnsafeBufferPointer<UInt8>, at source: Int) {}
    public func instruction(_ target: String, _ text: UnsafeBufferPointer<UInt8>, at source: Int) {}
    public var isSatisfied: Bool { false }
    public var keepsFrom: Int { .max }
}

/// The start of an element. Valid during the call only.
public struct StartTag {
    /// Id of the element's name.
    public let name: Int
    /// Offset of its `<`.
    public let source: Int
    public let attributes: UnsafeBufferPointer<Attribute>

    /// An attribute, its value with references and white space resolved.
    public struct Attribute {
        public let name: Int
        public let value: UnsafeBufferPointer<UInt8>

        public var string: String { String(decoding: value, as: UTF8.self) }
    }
}
