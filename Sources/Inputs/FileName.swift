/// What the system knows a file by: bytes, which need not be UTF-8. A String would lose them, and a file that cannot be opened reads as erased.
public struct FileName: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// As shown to people: UTF-8 as it is, any other byte as `\xE9`.
    public var description: String { Self.shown(bytes) }

    /// By bytes, so that the order is that of no language and the same everywhere.
    public static func < (one: FileName, other: FileName) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }

    /// The last step of a path.
    public var last: FileName {
        guard let slash = bytes.lastIndex(of: 0x2F) else { return self }
        return FileName(Array(bytes[(slash + 1)...]))
    }

    public func appending(_ step: FileName) -> FileName {
        if bytes.isEmpty { return step }
        return FileName(bytes.last == 0x2F ? bytes + step.bytes : bytes + [0x2F] + step.bytes)
    }

    func hasSuffix(_ suffix: String) -> Bool {
        let wanted = Array(suffix.utf8)
        guard bytes.count >= wanted.count else { return false }
        return zip(bytes.suffix(wanted.count), wanted).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
    }

    /// Calls `body` with the name as C wants it; nil where it holds a NUL, which no file's name does.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result? {
        guard !bytes.contains(0) else { return nil }
        return (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { start in start.withMemoryRebound(to: CChar.self, capacity: buffer.count, body) }
        }
    }

    static func shown(_ bytes: [UInt8]) -> String {
        if let whole = String(validating: bytes, as: UTF8.self) { return whole }
        var shown = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            // The longest valid sequence at this place has at most four bytes.
            if let length = (1...4).first(where: { $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil }) {
                shown += String(decoding: rest.prefix(length), as: UTF8.self)
                rest = rest.dropFirst(length)
            } else if let byte = rest.popFirst() {
                let digits = String(byte, radix: 16, uppercase: true)
                shown += "\\x" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return shown
    }
}
