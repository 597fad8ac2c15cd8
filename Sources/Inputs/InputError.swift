import Glibc

/// Why the bytes of an input could not be had. Data only; the words are in `description`.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// The system refused: what was tried ("opened", "read"), and its error number.
        case system(String, CInt)
        case folder
        /// A device, a socket, a named pipe.
        case notRegular
        /// Over a limit: what of, and its value.
        case limit(String, Int)
        /// The compressed data end before their end.
        case cut(String)
        /// The compressed data contradict themselves.
        case damaged(String)
        /// Something that we do not open, and the way out.
        case refused(String)
        /// The named member or path is not there.
        case missing(String)
        case memory
        /// Git could not give it: in our words.
        case git(String)
    }
    public var kind: Kind
    /// The input, as the user named it.
    public var source: String

    public init(_ kind: Kind, source: String) {
        self.kind = kind
        self.source = source
    }

    public var description: String { "\(source): \(cause)" }

    private var cause: String {
        switch kind {
        case .system(let what, let number): "cannot be \(what): \(String(cString: strerror(number)))"
        case .folder: "is a folder; name the file in it that is to be read"
        case .notRegular: "is not a regular file; pipe it in and name it '-'"
        case .limit(let what, let value): "over the limit of \(value) for \(what) (raise it with --limit NAME=NUMBER); the record was not compared"
        case .cut(let what): "the \(what) data are cut short; get the file again; the record was not compared"
        case .damaged(let what): "\(what); get the file again; the record was not compared"
        case .refused(let what): what
        case .missing(let what): what
        case .memory: "memory ran out while reading; the record was not compared"
        case .git(let what): what
        }
    }
}
