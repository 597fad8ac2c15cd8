import XMLEvents

/// Writes the events of a parse down, one a line.
final class Recorder: XMLHandler {
    private var names: [(local: String, namespace: String)] = []
    private(set) var events: [String] = []
    /// Pieces of text with their source offsets.
    private(set) var pieces: [(text: String, source: Int)] = []
    private(set) var starts: [(name: String, source: Int)] = []
    private(set) var ends: [Int] = []
    var text: String { pieces.map(\.text).joined() }

    func name(_ id: Int, local: String, namespace: String) { names.append((local, namespace)) }
    func start(_ tag: StartTag) {
        let attributes = tag.attributes.map { " \(names[$0.name].local)=\($0.string)" }.sorted().joined()
        events.append("<" + names[tag.name].local + attributes + ">")
        starts.append((names[tag.name].local, tag.source))
    }
    func end(at source: Int) {
        events.append("</>")
        ends.append(source)
    }
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) { pieces.append((String(decoding: piece, as: UTF8.self), source)) }
    func comment(_ text: UnsafeBufferPointer<UInt8>, at source: Int) { events.append("<!--" + String(decoding: text, as: UTF8.self) + "-->") }
}

/// The record as read, or the error.
func recorded(_ xml: String, limits: Limits = .standard) throws -> (recorder: Recorder, notices: [ReadNotice]) {
    try recorded(Array(xml.utf8), limits: limits)
}

func recorded(_ bytes: [UInt8], limits: Limits = .standard) throws -> (recorder: Recorder, notices: [ReadNotice]) {
    let recorder = Recorder()
    let notices = try XMLInput(bytes, named: "record.xml", limits: limits).read(into: recorder)
    return (recorder, notices)
}

func refusal(_ bytes: [UInt8], limits: Limits = .standard) -> ReadError? {
    do {
        _ = try recorded(bytes, limits: limits)
        return nil
    } catch {
        return error as? ReadError
    }
}
