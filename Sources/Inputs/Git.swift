import Glibc
import Synchronization

/// What git says about the commit that a version was taken from.
public struct Revision: Hashable, Sendable {
    /// As the user named it.
    public var name: String
    /// The day of the commit, as an ISO date; nil where a tree was named.
    public var date: String?
    public var author: String?
    /// The first line of the commit's message.
    public var subject: String?
}

/// `REV:PATH`, as git writes it: the path counts from the root of the repository, `./PATH` from the current folder.
struct GitName {
    let whole: FileName
    let revision: FileName
    let path: FileName

    /// `git:REV:PATH`
    init?(forced name: FileName) {
        guard name.bytes.starts(with: Array("git:".utf8)) else { return nil }
        self.init(splitting: FileName(Array(name.bytes.dropFirst(4))), whole: name)
    }

    /// nil where the name has no colon, or there is no such revision here: then it is a file that is missing.
    init?(_ name: FileName) throws(InputError) {
        self.init(splitting: name, whole: name)
        guard !revision.bytes.isEmpty, try Git.runs else { return nil }
        if try Git.object(revision, "^{tree}", named: whole.description) == nil {
            throw InputError(.missing("there is no such file, and no revision '\(revision)' in this git repository"), source: whole.description)
        }
    }

    private init?(splitting name: FileName, whole: FileName) {
        guard let colon = name.bytes.firstIndex(of: 0x3A) else { return nil }
        self.whole = whole
        revision = FileName(Array(name.bytes[..<colon]))
        path = FileName(Array(name.bytes[(colon + 1)...]))
    }

    func open(_ limits: InputLimits) throws(InputError) -> Named {
        let shown = whole.description
        func failed(_ what: String) -> InputError { InputError(.git(what), source: shown) }
        guard !revision.bytes.isEmpty else { throw failed("names no revision before ':'") }
        guard let tree = try Git.object(revision, "^{tree}", named: shown) else {
            throw failed("there is no revision '\(revision)' in this git repository\(try Git.isShallow(named: shown) ? "; the clone is shallow: fetch the whole history ('git fetch --unshallow', in CI fetch-depth: 0)" : "")")
        }
        let commit = try Git.object(revision, "^{commit}", named: shown)
        let base = commit ?? tree
        guard let object = path.bytes.isEmpty ? tree : try Git.object(FileName(base), ":", path, named: shown) else {
            throw failed("the path '\(path)' is not in '\(revision)' \(path.bytes.starts(with: [0x2E, 0x2F]) ? "" : " (paths count from the root of the repository; write './\(path)' for the current folder)")")
        }
        let objects = try GitObjects(named: shown)
        var described = Revision(name: revision.description)
        if let commit { objects.describe(commit, &described, named: shown, limits) }
        let type = try objects.type(of: object, named: shown)
        switch type {
        case "blob":
            let bytes = try objects.bytes(of: object, named: shown, limits)
            let stream = try unpacked(MemoryBytes(bytes), named: shown, limits)
            stream.revision = described
            return .one(stream)
        case "tree": return .many(try holdings(object, objects, described, limits))
        default: throw failed("is a \(type) in git, not a file or a folder")
        }
    }

    private func holdings(_ tree: String, _ objects: GitObjects, _ revision: Revision, _ limits: InputLimits) throws(InputError) -> Holdings {
        let listing = try Git.output(["ls-tree", "-r", "-z", "--full-tree", tree].map(FileName.init), named: whole.description)
        var entries: [(FileName, Holdings.Place)] = []
        var unread: [Holdings.Unread] = []
        var others: [FileName] = []
        for line in listing.split(separator: 0) {
            // mode SP type SP object TAB path
            guard let tab = line.firstIndex(of: 0x09) else { continue }
            let facts = line[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            let path = FileName(Array(line[(tab + 1)...]))
            guard facts.count == 3, !RecordName.hasSkippedStep(path) else { continue }
            guard RecordName.isRecord(path) || RecordName.isCompressedRecord(path) || facts[1] == "commit" else {
                others.append(path)
                continue
            }
            switch (facts[0], facts[1]) {
            case ("120000", _):
                unread.append(Holdings.Unread(path: path, why: "a link is not followed", isError: false, isFolder: false))
            case (_, "commit"):
                unread.append(Holdings.Unread(path: path, why: "a submodule is not read", isError: false, isFolder: true))
            default: entries.append((path, .object(objects, facts[2])))
            }
            if entries.count > limits.members { throw InputError(.limit("files of a folder (members)", limits.members), source: whole.description) }
        }
        return Holdings(whole.description, entries: entries, unread: unread, others: others, revision: revision, limits)
    }
}

/// The git program, asked for objects only: no hook, no pager, no file monitor, no fetching, no replaced objects.
enum Git {
    static let options = [
        "--no-pager", "--no-replace-objects", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
        "-c", "credential.helper=", "-c", "core.sshCommand=false",
    ]
    /// What git is told from outside: where its repository is, and who the user is (which repositories are trusted).
    private static let kept = [
        "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CEILING_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
    ]
    private static let set = [
        "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none", "GIT_PAGER=cat", "GIT_ASKPASS=false",
    ]

    static var environment: [String] {
        kept.compactMap { name in getenv(name).map { name + "=" + String(cString: $0) } } + set
    }

    /// Whether there is a repository here.
    static var runs: Bool {
        get throws(InputError) {
            guard let process = try? ChildProcess(["rev-parse", "--git-dir"].map(FileName.init)) else { return false }
            return process.finish().status == 0
        }
    }

    static func isShallow(named name: String) throws(InputError) -> Bool {
        try output(["rev-parse", "--is-shallow-repository"].map(FileName.init), named: name).starts(with: Array("true".utf8))
    }

    /// The id of an object; nil where there is none of that name. A name that begins with '-' is a name.
    static func object(_ revision: FileName, _ suffix: String, _ path: FileName = FileName([]), named name: String) throws(InputError) -> String? {
        let process = try ChildProcess(
            ["rev-parse", "--verify", "--quiet", "--end-of-options"].map(FileName.init) + [FileName(revision.bytes + Array(suffix.utf8) + path.bytes)], named: name)
        let result = process.finish()
        if result.status != 0 {
            if !result.errors.isEmpty, let problem = known(result.errors) { throw InputError(.git(problem), source: name) }
            return nil
        }
        let line = String(decoding: result.output, as: UTF8.self).split(separator: "\n").last.map(String.init) ?? ""
        return line.utf8.count >= 40 && line.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x66) } ? line : nil
    }

    static func output(_ arguments: [FileName], named name: String) throws(InputError) -> [UInt8] {
        let result = try ChildProcess(arguments, named: name).finish()
        guard result.status == 0 else { throw InputError(.git(known(result.errors) ?? "git failed: \(firstLine(result.errors))"), source: name) }
        return result.output
    }

    private static func firstLine(_ bytes: [UInt8]) -> String { FileName.shown(Array(bytes.prefix { $0 != 0x0A })) }

    /// Git's complaints that a user can do something about.
    private static func known(_ errors: [UInt8]) -> String? {
        let text = String(decoding: errors, as: UTF8.self)
        if text.contains("not a git repository") { return "this folder is not in a git repository; run it in one, or name a file" }
        if text.contains("dubious ownership") { return "git does not trust this repository, since it belongs to another user ('git config --global --add safe.directory FOLDER')" }
        if text.contains("promisor") || text.contains("lazy fetch") { return "the object is not in this partial clone, and nothing is fetched; fetch it first" }
        return nil
    }
}

/// One run of git, with pipes on its three ends.
final class ChildProcess {
    private var process = pid_t()
    private var input: CInt
    private let output: CInt
    private let errors: CInt
    private let lock = Mutex(())

    init(_ arguments: [FileName], named name: String = "git") throws(InputError) {
        var ends = [[CInt]]()
        for _ in 0..<3 {
            var pair: [CInt] = [-1, -1]
            guard pipe(&pair) == 0 else {
                for end in ends.joined() { close(end) }
                throw InputError(.system("opened", errno), source: name)
            }
            for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
            ends.append(pair)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0][0], 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1][1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[2][1], 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The child must not inherit that we ignore closed pipes.
        var defaults = sigset_t()
        sigemptyset(&defaults)
        sigaddset(&defaults, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        let words = [FileName("git")] + Git.options.map(FileName.init) + arguments
        var list: [UnsafeMutablePointer<CChar>?] = words.map { (word: FileName) in word.withCString { (text: UnsafePointer<CChar>) in strdup(text) } ?? nil }
        var variables: [UnsafeMutablePointer<CChar>?] = Git.environment.map { (text: String) in strdup(text) }
        let isWhole = !list.contains { $0 == nil }
        list.append(nil)
        variables.append(nil)
        defer { for text in list + variables { free(text) } }
        let failure = isWhole ? posix_spawnp(&process, "git", &actions, &attributes, list, variables) : ENOENT
        for end in [ends[0][0], ends[1][1], ends[2][1]] { close(end) }
        input = ends[0][1]
        output = ends[1][0]
        errors = ends[2][0]
        guard failure == 0 else {
            for end in [input, output, errors] { close(end) }
            process = 0
            throw InputError(.git(failure == ENOENT ? "the program git is not installed" : "git cannot be run: \(String(cString: strerror(failure)))"), source: name)
        }
    }

    deinit {
        guard process > 0 else { return }
        for end in [input, output, errors] where end >= 0 { close(end) }
        waitpid(process, nil, 0)
    }

    func send(_ line: [UInt8]) -> Bool {
        var at = 0
        while at < line.count {
            let written = line.withUnsafeBytes { write(input, $0.baseAddress.map { $0 + at }, line.count - at) }
            if written < 0, errno == EINTR { continue }
            if written <= 0 { return false }
            at += written
        }
        return true
    }

    /// Exactly so many bytes; nil where git ends before.
    func receive(_ count: Int) -> [UInt8]? {
        var all: [UInt8] = []
        all.reserveCapacity(count)
        var piece = [UInt8](repeating: 0, count: min(max(count, 1), 1 << 20))
        while all.count < count {
            let got = Glibc.read(output, &piece, min(piece.count, count - all.count))
            if got < 0, errno == EINTR { continue }
            if got <= 0 { return nil }
            all += piece[..<got]
        }
        return all
    }

    /// Up to the line feed, which is taken but not given.
    func line() -> [UInt8]? {
        var line: [UInt8] = []
        while let byte = receive(1)?.first {
            if byte == 0x0A { return line }
            line.append(byte)
        }
        return nil
    }

    /// Waits for the end. What git complains about is short, so that its pipe never fills.
    func finish() -> (status: CInt, output: [UInt8], errors: [UInt8]) {
        close(input)
        input = -1
        let said = Self.drain(output), complained = Self.drain(errors)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        close(output)
        close(errors)
        process = 0
        return (status & 0x7F == 0 ? (status >> 8) & 0xFF : -1, said, complained)
    }

    private static func drain(_ file: CInt) -> [UInt8] {
        var all: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = Glibc.read(file, &piece, piece.count)
            if got < 0, errno == EINTR { continue }
            if got <= 0 { return all }
            all += piece[..<got]
        }
    }
}

/// One `git cat-file --batch`, asked for one object after the other, from any thread.
final class GitObjects: Sendable {
    private let process: Mutex<ChildProcess>

    init(named name: String) throws(InputError) {
        let started = try ChildProcess(["cat-file", "--batch"].map(FileName.init), named: name)
        process = Mutex(started)
    }

    func bytes(of id: String, named name: String, _ limits: InputLimits) throws(InputError) -> [UInt8] {
        try object(id, named: name, limits.fileBytes).bytes
    }

    func type(of id: String, named name: String) throws(InputError) -> String {
        let text = try Git.output(["cat-file", "-t", id].map(FileName.init), named: name)
        return String(decoding: text.filter { $0 > 0x20 }, as: UTF8.self)
    }

    /// `ID SP TYPE SP SIZE LF BYTES LF`
    private func object(_ id: String, named name: String, _ limit: Int) throws(InputError) -> (type: String, bytes: [UInt8]) {
        let result = process.withLock { process -> Swift.Result<(String, [UInt8]), InputError> in
            let broken = InputError(.git("git ended before it gave the whole object \(id)"), source: name)
            guard process.send(Array((id + "\n").utf8)), let line = process.line() else { return .failure(broken) }
            let facts = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
            guard facts.count == 3, let size = Int(facts[2]) else {
                return .failure(InputError(.git("the object \(id) is missing in this repository (a partial clone?); nothing is fetched"), source: name))
            }
            guard size <= limit else {
                // What is left in the pipe would be taken for the next answer.
                var left = size + 1
                while left > 0, process.receive(min(left, 1 << 20)) != nil { left -= min(left, 1 << 20) }
                return .failure(InputError(.limit("bytes in a file (fileBytes)", limit), source: name))
            }
            guard let bytes = process.receive(size), process.receive(1) == [0x0A] else { return .failure(broken) }
            return .success((facts[1], bytes))
        }
        return try result.get()
    }

    /// Date, author and subject of a commit; what cannot be read is left out.
    func describe(_ commit: String, _ revision: inout Revision, named name: String, _ limits: InputLimits) {
        guard let (type, bytes) = try? object(commit, named: name, limits.fileBytes), type == "commit" else { return }
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        for line in parts[0].split(separator: "\n") {
            let words = line.split(separator: " ")
            if line.hasPrefix("author ") { revision.author = line.dropFirst(7).split(separator: "<").first.map { String($0).trimmingBlanks } }
            // Seconds since 1970, then the zone of the committer: the day that stood on the wall there.
            if line.hasPrefix("committer "), words.count > 2, let seconds = Int(words[words.count - 2]), let zone = Int(words[words.count - 1]) {
                revision.date = Self.day(seconds + (zone / 100) * 3600 + (zone % 100) * 60)
            }
        }
        if parts.count > 1 { revision.subject = parts[1].split(separator: "\n").first.map(String.init) }
    }

    /// The day of a number of seconds since 1970.
    private static func day(_ seconds: Int) -> String {
        var time = time_t(seconds), parts = tm()
        gmtime_r(&time, &parts)
        func two(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(Int(parts.tm_year) + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    }
}

extension String {
    fileprivate var trimmingBlanks: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
