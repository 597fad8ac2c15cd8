import Glibc

/// Where bytes come from, one after the other.
protocol ByteSource: AnyObject {
    /// Fills `room` with at least one byte, or returns 0 at the end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int
    /// All bytes of the source, where that is known.
    var size: Int? { get }
    /// Goes to a byte; false where the source cannot (a pipe).
    func seek(to offset: Int) -> Bool
}

extension ByteSource {
    var size: Int? { nil }
    func seek(to offset: Int) -> Bool { false }
}

/// A file that we opened. Owns its descriptor, except for standard input.
final class FileBytes: ByteSource {
    private let file: CInt
    private let owns: Bool
    private let name: String
    /// Bytes in a regular file as it was opened; nil for a pipe.
    let size: Int?

    /// Never blocks on a named pipe, never becomes a terminal's, and takes regular files only.
    convenience init(opening path: FileName, at folder: CInt = AT_FDCWD, follow: Bool = true, named name: String) throws(InputError) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (follow ? 0 : O_NOFOLLOW)
        var problem = ENOENT
        let opened = path.withCString { path -> CInt in
            let file = openat(folder, path, flags)
            problem = errno
            return file
        }
        guard let file = opened, file >= 0 else { throw InputError(.system("opened", problem), source: name) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            let problem = errno
            close(file)
            throw InputError(.system("read", problem), source: name)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw InputError(status.st_mode & S_IFMT == S_IFDIR ? .folder : .notRegular, source: name)
        }
        self.init(file, owns: true, named: name, size: Int(status.st_size))
    }

    /// Standard input; a file that stands behind it has its size, so that archives can be opened there too.
    static func standardInput() -> FileBytes { FileBytes(0, owns: false, named: "standard input", size: nil) }

    private init(_ file: CInt, owns: Bool, named name: String, size: Int?) {
        self.file = file
        self.owns = owns
        self.name = name
        self.size = size
    }

    deinit { if owns { close(file) } }

    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        while true {
            let got = Glibc.read(file, room.baseAddress, room.count)
            if got >= 0 { return got }
            switch errno {
            case EINTR: continue
            case EAGAIN:
                // Standard input that somebody made non-blocking.
                var waiting = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
                poll(&waiting, 1, -1)
            default: throw InputError(.system("read", errno), source: name)
            }
        }
    }

    func seek(to offset: Int) -> Bool { size != nil && lseek(file, off_t(offset), SEEK_SET) == off_t(offset) }
}

/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
    private let bytes: [UInt8]
    private var next = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, bytes.count - next)
        room.copyBytes(from: bytes[next..<(next + count)])
        next += count
        return count
    }

    var size: Int? { bytes.count }

    func seek(to offset: Int) -> Bool {
        guard offset >= 0, offset <= bytes.count else { return false }
        next = offset
        return true
    }
}

/// Bytes that were looked at, then the rest of their source.
final class Peeked: ByteSource {
    let head: [UInt8]
    private let front: MemoryBytes
    private let rest: any ByteSource

    init(_ source: any ByteSource, upTo most: Int) throws(InputError) {
        rest = source
        var head: [UInt8] = []
        while head.count < most {
            var piece = [UInt8](repeating: 0, count: most - head.count)
            let got = try fill(&piece, from: source)
            if got == 0 { break }
            head += piece[..<got]
        }
        self.head = head
        front = MemoryBytes(head)
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let count = front.read(into: room)
        return count > 0 ? count : try rest.read(into: room)
    }

    var size: Int? { rest.size }

    func seek(to offset: Int) -> Bool {
        rest.seek(to: offset) && front.seek(to: head.count)
    }
}

/// One read into an array, with the error on this side of the closure.
func fill(_ piece: inout [UInt8], from source: any ByteSource) throws(InputError) -> Int {
    let result = piece.withUnsafeMutableBytes { room -> Result<Int, InputError> in
        do throws(InputError) { return .success(try source.read(into: room)) } catch { return .failure(error) }
    }
    return try result.get()
}
