import Glibc
import Palimpsest

/// Reads the files that the user named, whole or not at all. We open them ourselves: libxml2 would unescape names and fetch addresses.
enum InputFile {
    /// The bytes of a file, or of standard input for `-`.
    static func read(_ path: String, limit: Int) throws(Failure) -> Input {
        if path == "-" { return Input(name: "-", bytes: try bytes(of: 0, named: "standard input", size: 1 << 16, limit: limit)) }
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard file >= 0 else { throw unreadable(path, "cannot be opened: \(reason())") }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw unreadable(path, "cannot be read: \(reason())") }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw unreadable(path, "is a folder; name the file in it that is to be compared")
        default: throw unreadable(path, "is not a regular file; pipe it in and name it '-'")
        }
        return Input(name: path, bytes: try bytes(of: file, named: path, size: Int(status.st_size) + 1, limit: limit))
    }

    private static func bytes(of file: Int32, named name: String, size: Int, limit: Int) throws(Failure) -> [UInt8] {
        guard size - 1 <= limit else { throw unreadable(name, "is larger than the limit of \(limit) bytes") }
        var all: [UInt8] = []
        all.reserveCapacity(size)
        let piece = max(1 << 16, min(size, 1 << 24))
        var end = false
        while !end {
            var problem: Int32 = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: piece) { buffer, count in
                var got = Glibc.read(file, buffer.baseAddress, piece)
                while got < 0, errno == EINTR { got = Glibc.read(file, buffer.baseAddress, piece) }
                if got < 0 { problem = errno }
                count = max(0, got)
            }
            guard problem == 0 else { throw unreadable(name, "cannot be read: \(String(cString: strerror(problem)))") }
            end = chunk.isEmpty
            all.append(contentsOf: chunk)
            guard all.count <= limit else { throw unreadable(name, "is larger than the limit of \(limit) bytes") }
        }
        return all
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
    private static func unreadable(_ name: String, _ what: String) -> Failure { Failure(code: .unreadable, message: "\(name): \(what)") }
}
