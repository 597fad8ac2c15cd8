/// The bytes of one input, unpacked where they are compressed, in their order.
///
/// A dump of a gigabyte is read through it without ever being in memory as a whole.
public final class ByteStream {
    /// The input, as it is shown to people.
    public let name: String
    /// The first bytes, up to 64 KiB: enough to tell what it is. They are read again by `read`.
    public let peek: [UInt8]
    /// The commit, where it came out of git.
    public internal(set) var revision: Revision?
    private let source: any ByteSource
    private let limits: InputLimits

    init(_ source: Peeked, named name: String, _ limits: InputLimits) {
        self.name = name
        self.source = source
        self.limits = limits
        peek = source.head
    }

    /// Bytes that are in memory already, taken as they are.
    public convenience init(_ bytes: [UInt8], named name: String, limits: InputLimits = InputLimits()) throws(InputError) {
        self.init(try Peeked(MemoryBytes(bytes), upTo: Packing.sniffedBytes), named: name, limits)
    }

    /// Fills `room` with at least one byte and returns how many; 0 at the end. `room` must not be empty.
    public func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int { try source.read(into: room) }

    /// All bytes that are left, within `limits.fileBytes`.
    public func bytes() throws(InputError) -> [UInt8] {
        if let size = source.size, size > limits.fileBytes { throw InputError(.limit("bytes in a file (fileBytes)", limits.fileBytes), source: name) }
        var all: [UInt8] = []
        if let size = source.size { all.reserveCapacity(size + 1) }
        var piece = [UInt8](repeating: 0, count: min(max(1 << 16, (source.size ?? 0) / 8), 1 << 22))
        while true {
            let got = try fill(&piece, from: source)
            if got == 0 { return all }
            guard all.count + got <= limits.fileBytes else { throw InputError(.limit("bytes in a file (fileBytes)", limits.fileBytes), source: name) }
            all += piece[..<got]
        }
    }
}
