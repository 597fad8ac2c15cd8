import Glibc

/// A folder that the user named, walked step by step from its own descriptor: no path is too long, no link leads out of it, nothing blocks.
final class Folder: Sendable {
    private let name: FileName
    private let root: CInt
    /// The folder with all its links resolved; what lies outside is not followed to.
    private let real: [UInt8]?

    /// Folders within folders. Deeper ones are made to harm.
    static let deepest = 256

    init(_ name: FileName) throws(InputError) {
        self.name = name
        var problem = ENOENT
        let opened = name.withCString { path -> CInt in
            let file = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK)
            problem = errno
            return file
        }
        guard let opened, opened >= 0 else { throw InputError(.system("opened", problem), source: name.description) }
        root = opened
        real = name.withCString { Self.resolved($0) } ?? nil
    }

    deinit { close(root) }

    private static func resolved(_ path: UnsafePointer<CChar>) -> [UInt8]? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return Array(UnsafeRawBufferPointer(start: found, count: strlen(found)))
    }

    /// The descriptor of the folder at `steps`, to be closed by the caller.
    private func descend(_ steps: some Swift.Collection<FileName>) -> CInt? {
        var folder = fcntl(root, F_DUPFD_CLOEXEC, 3)
        for step in steps {
            let next = step.withCString { openat(folder, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK) } ?? -1
            let problem = errno
            close(folder)
            guard next >= 0 else {
                errno = problem
                return nil
            }
            folder = next
        }
        return folder >= 0 ? folder : nil
    }

    private func steps(_ path: FileName) -> [FileName] { path.bytes.split(separator: 0x2F).map { FileName(Array($0)) } }

    /// Opens a file below the folder. A link is followed only if the walk has found it to stay inside.
    func open(_ path: FileName, named name: String) throws(InputError) -> FileBytes {
        let steps = steps(path)
        guard let last = steps.last, let folder = descend(steps.dropLast()) else { throw InputError(.system("opened", errno), source: name) }
        defer { close(folder) }
        return try FileBytes(opening: last, at: folder, follow: linksInside(last, folder), named: name)
    }

    /// Whether a step is a link to a regular file of this folder.
    private func linksInside(_ step: FileName, _ folder: CInt) -> Bool {
        var status = stat()
        guard step.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) == 0 }) ?? false, status.st_mode & S_IFMT == S_IFLNK, let real else { return false }
        let through = FileName("/proc/self/fd/\(folder)").appending(step)
        guard let target = through.withCString({ Self.resolved($0) }) ?? nil else { return false }
        return target.starts(with: real + (real.last == 0x2F ? [] : [0x2F]))
    }

    func holdings(_ limits: InputLimits) throws(InputError) -> Holdings {
        var entries: [(FileName, Holdings.Place)] = []
        var unread: [Holdings.Unread] = []
        var others: [FileName] = []
        var waiting = [FileName([])]
        var seen = 0
        func skip(_ path: FileName, _ why: String, isError: Bool, isFolder: Bool = false) {
            unread.append(Holdings.Unread(path: path, why: why, isError: isError, isFolder: isFolder))
        }
        while let path = waiting.popLast() {
            let steps = steps(path)
            guard steps.count <= Self.deepest else {
                skip(path, "deeper than \(Self.deepest) folders; not read", isError: true, isFolder: true)
                continue
            }
            guard let folder = descend(steps) else {
                skip(path, "the folder cannot be opened: \(String(cString: strerror(errno)))", isError: true, isFolder: true)
                continue
            }
            let (names, problem) = Self.names(in: folder)
            defer { close(folder) }
            if problem != 0 { skip(path, "the folder cannot be read: \(String(cString: strerror(problem)))", isError: true, isFolder: true) }
            seen += names.count
            if seen > limits.members { throw InputError(.limit("files of a folder (members)", limits.members), source: name.description) }
            for step in names where !RecordName.isSkipped(step) {
                let below = path.appending(step)
                let isNamedSo = RecordName.isRecord(step) || RecordName.isCompressedRecord(step)
                var status = stat()
                guard step.withCString({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) == 0 }) ?? false else {
                    skip(below, "cannot be read: \(String(cString: strerror(errno)))", isError: true, isFolder: !isNamedSo)
                    continue
                }
                switch status.st_mode & S_IFMT {
                case S_IFDIR: waiting.append(below)
                case S_IFREG:
                    if isNamedSo { entries.append((below, .file)) } else { others.append(below) }
                case S_IFLNK:
                    let isDangling = (step.withCString { fstatat(folder, $0, &status, 0) } ?? -1) != 0
                    if isDangling {
                        if isNamedSo { skip(below, "the link leads nowhere (\(String(cString: strerror(errno))))", isError: true) } else { others.append(below) }
                    } else if status.st_mode & S_IFMT == S_IFDIR {
                        skip(below, "a link to a folder is not followed", isError: false, isFolder: true)
                    } else if !isNamedSo {
                        others.append(below)
                    } else if status.st_mode & S_IFMT == S_IFREG, linksInside(step, folder) {
                        entries.append((below, .file))
                    } else {
                        skip(below, "a link out of the folder, or to no file, is not followed", isError: false)
                    }
                default:
                    if isNamedSo { skip(below, "not a regular file; not read", isError: false) } else { others.append(below) }
                }
            }
        }
        return Holdings(name.description, entries: entries, unread: unread, others: others, folder: self, limits)
    }

    /// The names in an open folder, and what kept us from reading on (0: nothing).
    private static func names(in folder: CInt) -> ([FileName], CInt) {
        let own = fcntl(folder, F_DUPFD_CLOEXEC, 3)
        guard own >= 0, let stream = fdopendir(own) else { return ([], errno) }
        defer { closedir(stream) }
        var names: [FileName] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { return (names.sorted(), errno) }
            let start = UnsafeRawPointer(entry) + (MemoryLayout<dirent>.offset(of: \.d_name) ?? 0)
            let bytes = Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
            if bytes != [0x2E], bytes != [0x2E, 0x2E] { names.append(FileName(bytes)) }
        }
    }
}
