import Glibc

/// The report and nothing else. A full disk is an error, a closed pipe the end.
enum StandardOutput {
    static func write(_ bytes: [UInt8]) throws(Failure) { try OutputFile.writeAll(bytes, to: 1, named: "standard output") }
}

/// Writes a file so that it is either the old one or the whole new one: a temporary file beside it takes its place once all is on disk.
///
/// A symbolic link stays a link and its target is replaced; what is not a regular file (a device, a pipe) is written to directly; the mode is kept.
enum OutputFile {
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw failed(path, "is a folder") }
            let file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
            guard file >= 0 else { throw failed(path, reason()) }
            defer { close(file) }
            try writeAll(bytes, to: file, named: path)
            return
        }
        let target = exists ? resolved(path) : path
        let temporary = target + ".palimpsest-\(getpid())"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? status.st_mode & 0o7777 : 0o666)
        guard file >= 0 else { throw failed(path, reason()) }
        pending = strdup(temporary)
        do throws(Failure) {
            if exists { fchmod(file, status.st_mode & 0o7777) }
            try writeAll(bytes, to: file, named: path)
            guard fsync(file) == 0 || errno == EINVAL else { throw failed(path, reason()) }
        } catch {
            close(file)
            discard()
            throw error
        }
        guard close(file) == 0, rename(temporary, target) == 0 else {
            let problem = failed(path, reason())
            discard()
            throw problem
        }
        free(pending)
        pending = nil
        let folder = open(target.contains("/") ? String(target[..<(target.lastIndex(of: "/") ?? target.startIndex)]) + "/" : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }

    /// Refuses a path where a file stands already.
    static func checkNew(_ path: String, _ why: String) throws(Failure) {
        var status = stat()
        guard stat(path, &status) != 0 else { throw Failure(code: .usage, message: "\(path): stands already; \(why)") }
    }

    /// Whether two paths lead to the same existing file.
    static func isSame(_ one: String, _ other: String) -> Bool {
        var first = stat(), second = stat()
        guard stat(one, &first) == 0, stat(other, &second) == 0 else { return false }
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino
    }

    static func writeAll(_ bytes: [UInt8], to file: Int32, named name: String) throws(Failure) {
        var at = 0
        while at < bytes.count {
            let written = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress.map { $0 + at }, bytes.count - at) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw Failure(code: .closedPipe, message: "closed pipe") }
                throw failed(name, reason())
            }
            at += written
        }
    }

    /// The temporary file that an interrupt must take away. Written by the main thread, read by the handler.
    nonisolated(unsafe) private static var pending: UnsafeMutablePointer<CChar>?

    static func removeOnInterrupt() {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in
                if let path = OutputFile.pending { unlink(path) }
                _exit(Exit.interrupted.rawValue)
            }
        }
    }

    private static func discard() {
        if let path = pending { unlink(path) }
        free(pending)
        pending = nil
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
    private static func failed(_ name: String, _ what: String) -> Failure { Failure(code: .usage, message: "\(name): the output could not be written: \(what)") }
}
