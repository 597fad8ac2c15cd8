import Glibc
import Synchronization

/// The record files under one name: of a folder, of an archive, of a tree in git. Listed at once, read one by one.
public struct Holdings: Sendable {
    public struct Entry: Sendable {
        /// Relative to what was named, steps divided by '/'.
        public let path: FileName
        fileprivate let place: Place
    }

    /// Something that was not read, so that nothing may be concluded from its absence.
    public struct Unread: Hashable, Sendable {
        public var path: FileName
        public var why: String
        /// False for what no record can be (a named pipe, a link out of the folder): said, but no error.
        public var isError: Bool
        /// All that lies under the path is unread.
        public var isFolder: Bool

        public init(path: FileName, why: String, isError: Bool, isFolder: Bool) {
            self.path = path
            self.why = why
            self.isError = isError
            self.isFolder = isFolder
        }
    }

    enum Place: Sendable {
        case file
        case memory([UInt8])
        case object(GitObjects, String)
    }

    /// As the user named it.
    public let name: String
    /// Sorted by the bytes of their paths.
    public let entries: [Entry]
    public let unread: [Unread]
    /// Files that are no records by their names: how many, and the first ones.
    public let passedOver: (count: Int, first: [FileName])
    public let revision: Revision?
    /// A folder, on the disk or in git; else an archive.
    public var isFolder: Bool { !isArchive }
    private let folder: Folder?
    private let isArchive: Bool
    private let limits: InputLimits

    init(
        _ name: String, entries: [(FileName, Place)], unread: [Unread], others: [FileName], folder: Folder? = nil, revision: Revision? = nil, _ limits: InputLimits
    ) {
        self.name = name
        self.entries = entries.map { Entry(path: $0.0, place: $0.1) }.sorted { $0.path < $1.path }
        self.unread = unread.sorted { $0.path < $1.path }
        passedOver = (others.count, Array(others.sorted().prefix(3)))
        self.folder = folder
        isArchive = folder == nil && revision == nil
        self.revision = revision
        self.limits = limits
    }

    /// The name under which reports speak of an entry.
    public func name(of entry: Entry) -> String { name(of: entry.path) }

    public func name(of path: FileName) -> String {
        if isArchive { return "\(name)::\(path)" }
        return name + (name.hasSuffix("/") || name.hasSuffix(":") ? "" : "/") + path.description
    }

    /// The path of a packed record without the suffix of its packing; nil for one that is not packed.
    public func unpackedPath(of entry: Entry) -> FileName? { RecordName.isRecord(entry.path) ? nil : RecordName.withoutCompression(entry.path) }

    /// The bytes of one entry, unpacked. Safe to call on any thread.
    public func bytes(of entry: Entry) throws(InputError) -> [UInt8] {
        let name = name(of: entry)
        switch entry.place {
        case .file:
            guard let folder else { return [] }
            return try unpacked(folder.open(entry.path, named: name), named: name, limits).bytes()
        case .memory(let bytes): return try unpacked(MemoryBytes(bytes), named: name, limits).bytes()
        case .object(let objects, let id): return try unpacked(MemoryBytes(objects.bytes(of: id, named: name, limits)), named: name, limits).bytes()
        }
    }
}

/// What a name stands for.
public enum Named {
    case one(ByteStream)
    case many(Holdings)
}

/// Opens what the user named: one input, or the files of a folder or archive. An existing file wins over a revision in git.
public func openNamed(_ name: FileName, limits: InputLimits = InputLimits()) throws(InputError) -> Named {
    if name == FileName("-") { return .one(try open(name, limits: limits)) }
    if let forced = GitName(forced: name) { return try forced.open(limits) }
    var status = stat()
    let found = name.withCString { stat($0, &status) == 0 } ?? false
    if !found, let inGit = try GitName(name) { return try inGit.open(limits) }
    if found, status.st_mode & S_IFMT == S_IFDIR { return .many(try Folder(name).holdings(limits)) }
    if found, let members = try archiveMembers(name, limits) { return .many(members) }
    return .one(try open(name, limits: limits))
}

/// The records of an archive that holds several; nil for any other file. They are unpacked into memory: an archive cannot be read at random.
private func archiveMembers(_ name: FileName, _ limits: InputLimits) throws(InputError) -> Holdings? {
    func reader() throws(InputError) -> (ArchiveReader, () -> Int)? {
        let outer = try Peeked(FileBytes(opening: name, named: name.description), upTo: Packing.sniffedBytes)
        switch Packing(outer.head) {
        case .none: return nil
        case .archive(let container):
            if container == .zip, Packing.isOfficeDocument(outer.head) { return nil }
            if container != .tar, !outer.seek(to: 0) { return nil }
            let reader = try ArchiveReader(outer, .archive(container), named: name.description)
            return (reader, { reader.packedBytes })
        case .compressed(let compression):
            let (source, packed) = try plain(outer, compression, named: name.description, limits)
            let inner = try Peeked(source, upTo: Packing.sniffedBytes)
            guard Packing(inner.head) == .archive(.tar) else { return nil }
            return (try ArchiveReader(inner, .archive(.tar), named: name.description), packed)
        }
    }
    guard let (listing, _) = try reader() else { return nil }
    var records = 0
    var all = 0
    while let member = try listing.next() {
        all += 1
        if all > limits.members { throw InputError(.limit("members of an archive (members)", limits.members), source: name.description) }
        if member.isRegular, RecordName.isRecord(member.name) || RecordName.isCompressedRecord(member.name), !RecordName.hasSkippedStep(member.name) { records += 1 }
    }
    guard records > 1, let (reading, packed) = try reader() else { return nil }

    var entries: [(FileName, Holdings.Place)] = []
    var unread: [Holdings.Unread] = []
    var others: [FileName] = []
    var seen: Set<FileName> = []
    var sum = 0
    while let member = try reading.next() {
        func skip(_ why: String, isError: Bool) {
            unread.append(Holdings.Unread(path: member.name, why: why, isError: isError, isFolder: false))
        }
        if member.isFolder { continue }
        let isNamedSo = RecordName.isRecord(member.name) || RecordName.isCompressedRecord(member.name)
        guard isNamedSo, !RecordName.hasSkippedStep(member.name) else {
            others.append(member.name)
            continue
        }
        guard RecordName.isSafe(member.name) else {
            skip("the member's name leads out of the archive; not read", isError: false)
            continue
        }
        guard member.isRegular else {
            skip("the member is a link or a device; not read", isError: false)
            continue
        }
        if RecordName.isCompressedRecord(member.name) {
            skip("the member is packed again; unpack the archive first", isError: true)
            continue
        }
        if member.isEncrypted {
            skip("the member is encrypted; unpack the archive first", isError: true)
            continue
        }
        if !seen.insert(member.name).inserted { throw InputError(.refused("it holds '\(member.name)' twice; unpack it first"), source: name.description) }
        let capped = Capped(MemberBytes(reading), packed: packed, limits, named: name.description, before: sum)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = try fill(&piece, from: capped)
            if got == 0 { break }
            bytes += piece[..<got]
        }
        sum += bytes.count
        entries.append((member.name, .memory(bytes)))
    }
    return Holdings(name.description, entries: entries, unread: unread, others: others, limits)
}

/// The member that an archive's reader stands at.
private final class MemberBytes: ByteSource {
    private let reader: ArchiveReader
    init(_ reader: ArchiveReader) { self.reader = reader }
    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int { try reader.read(into: room) }
}
