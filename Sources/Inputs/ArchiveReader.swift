import CArchive
import Glibc

/// One pass of libarchive over a source: the members of a container, or a compressed file as its only member. Never touches the disk.
final class ArchiveReader {
    struct Member {
        var name: FileName
        var isRegular: Bool
        var isFolder: Bool
        var isEncrypted: Bool
        /// As the archive states it.
        var size: Int?
    }

    let format: String
    private let name: String
    private let archive: OpaquePointer
    private let feeder: Feeder

    /// What libarchive's callbacks see; it lives as long as the archive.
    private final class Feeder {
        let source: any ByteSource
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        var error: InputError?
        var isAtEnd = false
        var packedBytes = 0
        var place = 0
        /// Zero bytes at the end of what was read.
        var zeros = 0

        init(_ source: any ByteSource) { self.source = source }
        deinit { room.deallocate() }

        func countZeros(_ got: Int) {
            let tail = room[..<got].reversed().prefix { $0 == 0 }.count
            zeros = tail == got ? zeros + got : tail
        }
    }

    init(_ source: any ByteSource, _ packing: Packing, named name: String) throws(InputError) {
        self.name = name
        guard let archive = archive_read_new() else { throw InputError(.memory, source: name) }
        self.archive = archive
        feeder = Feeder(source)
        // Only what is asked for, and only what the library does itself: some filters would start programs.
        let isKnown: CInt
        switch packing {
        case .none, .compressed(.gzip):
            format = "archive"
            isKnown = ARCHIVE_FATAL
        case .compressed(let compression):
            format = compression.rawValue
            archive_read_support_format_raw(archive)
            switch compression {
            case .bzip2: isKnown = archive_read_support_filter_bzip2(archive)
            case .xz: isKnown = archive_read_support_filter_xz(archive)
            case .zstd: isKnown = archive_read_support_filter_zstd(archive)
            case .lz4: isKnown = archive_read_support_filter_lz4(archive)
            case .compress: isKnown = archive_read_support_filter_compress(archive)
            case .gzip: isKnown = ARCHIVE_FATAL
            }
        case .archive(let container):
            format = container.rawValue
            switch container {
            case .zip: isKnown = archive_read_support_format_zip_seekable(archive)
            case .sevenZip: isKnown = archive_read_support_format_7zip(archive)
            case .tar: isKnown = archive_read_support_format_tar(archive)
            }
        }
        guard isKnown == ARCHIVE_OK else { throw InputError(.refused("this build cannot unpack \(format); unpack it first"), source: name) }
        archive_read_set_callback_data(archive, Unmanaged.passUnretained(feeder).toOpaque())
        archive_read_set_read_callback(archive) { _, context, buffer in
            guard let context, let buffer else { return -1 }
            let feeder = Unmanaged<Feeder>.fromOpaque(context).takeUnretainedValue()
            do throws(InputError) {
                let got = try feeder.source.read(into: feeder.room)
                feeder.packedBytes += got
                feeder.place += got
                feeder.countZeros(got)
                if got == 0 { feeder.isAtEnd = true }
                buffer.pointee = UnsafeRawPointer(feeder.room.baseAddress)
                return got
            } catch {
                feeder.error = error
                return -1
            }
        }
        if source.size != nil {
            archive_read_set_seek_callback(archive) { _, context, offset, whence in
                guard let context else { return Int64(ARCHIVE_FATAL) }
                let feeder = Unmanaged<Feeder>.fromOpaque(context).takeUnretainedValue()
                guard let size = feeder.source.size else { return Int64(ARCHIVE_FATAL) }
                let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? feeder.place : size
                let target = min(max(0, base + Int(offset)), size)
                guard feeder.source.seek(to: target) else { return Int64(ARCHIVE_FATAL) }
                feeder.place = target
                return Int64(target)
            }
        }
        guard archive_read_open1(archive) == ARCHIVE_OK else { throw problem() }
    }

    deinit { archive_read_free(archive) }

    var packedBytes: Int { feeder.packedBytes }

    /// The next member; nil at the end.
    func next() throws(InputError) -> Member? {
        // Names in UTF-8 would be lost in the locale "C".
        let before = Self.locale.map { uselocale($0) }
        defer { if let before { uselocale(before) } }
        var entry: OpaquePointer?
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_EOF:
            if format == Packing.Container.tar.rawValue { try checkTarEnd() }
            return nil
        case ARCHIVE_OK, ARCHIVE_WARN: break
        default: throw problem()
        }
        guard let entry else { return nil }
        let path = archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry)
        let bytes = path.map { start in Array(UnsafeRawBufferPointer(start: start, count: strlen(start))) } ?? []
        let type = archive_entry_filetype(entry)
        let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
        return Member(
            name: Self.plain(bytes), isRegular: type == S_IFREG && !isLink, isFolder: type == S_IFDIR,
            isEncrypted: archive_entry_is_encrypted(entry) != 0, size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
    }

    /// Without the `./` that tar puts in front.
    private static func plain(_ path: [UInt8]) -> FileName {
        var path = path[...]
        while path.starts(with: [0x2E, 0x2F]) { path = path.dropFirst(2).drop { $0 == 0x2F } }
        return FileName(Array(path))
    }

    nonisolated(unsafe) private static let locale: locale_t? = newlocale(CInt(1 << LC_CTYPE), "C.UTF-8", nil)

    /// Bytes of the member under way; 0 at its end.
    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        while true {
            let got = archive_read_data(archive, room.baseAddress, room.count)
            if got == Int(ARCHIVE_RETRY) { continue }
            guard got >= 0 else { throw problem() }
            return got
        }
    }

    /// A compressed file must end where its data do: what stands behind was not read.
    func checkEnd() throws(InputError) {
        let used = Int(archive_filter_bytes(archive, -1))
        while !feeder.isAtEnd {
            let got = try feeder.source.read(into: feeder.room)
            feeder.packedBytes += got
            feeder.isAtEnd = got == 0
        }
        if used < feeder.packedBytes { throw InputError(.damaged("bytes stand behind the end of the \(format) data"), source: name) }
    }

    /// A tar ends with a block of zeros. One that was cut between two members would read as whole, and the members behind as erased.
    private func checkTarEnd() throws(InputError) {
        while !feeder.isAtEnd {
            let got = try feeder.source.read(into: feeder.room)
            feeder.countZeros(got)
            feeder.isAtEnd = got == 0
        }
        if feeder.zeros < 512 { throw InputError(.cut(format), source: name) }
    }

    private func problem() -> InputError {
        if let error = feeder.error { return error }
        if archive_errno(archive) == ENOMEM { return InputError(.memory, source: name) }
        let message = archive_error_string(archive).map { String(cString: $0) } ?? "no reason given"
        if message.contains("runcated") || message.contains("end-of-file") || message.contains("end of file") { return InputError(.cut(format), source: name) }
        if message.contains("assphrase") || message.contains("ncrypt") {
            return InputError(.refused("the \(format) archive is encrypted; unpack it first"), source: name)
        }
        return InputError(.damaged("the \(format) data are damaged (\(message))"), source: name)
    }
}

/// A compressed file, unpacked as it is read.
final class Unpacking: ByteSource {
    private let reader: ArchiveReader
    private var isEnded = false

    init(_ packed: any ByteSource, _ compression: Packing.Compression, named name: String) throws(InputError) {
        reader = try ArchiveReader(packed, .compressed(compression), named: name)
        isEnded = try reader.next() == nil
    }

    var packedBytes: Int { reader.packedBytes }

    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        if isEnded { return 0 }
        let got = try reader.read(into: room)
        if got == 0 {
            isEnded = true
            try reader.checkEnd()
        }
        return got
    }
}

/// Stops an unpacking that grows beyond its caps.
final class Capped: ByteSource {
    private let source: any ByteSource
    private let packed: () -> Int
    private let limits: InputLimits
    private let name: String
    private var made: Int

    /// - Parameter before: what the same packed bytes have given already.
    init(_ source: any ByteSource, packed: @escaping () -> Int, _ limits: InputLimits, named name: String, before: Int = 0) {
        made = before
        self.source = source
        self.packed = packed
        self.limits = limits
        self.name = name
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        let got = try source.read(into: room)
        made += got
        if made > limits.unpackedBytes { throw InputError(.limit("unpacked bytes (unpackedBytes)", limits.unpackedBytes), source: name) }
        if made > InputLimits.ratioFreeBytes, made / limits.decompressionRatio > max(1, packed()) {
            throw InputError(.limit("bytes unpacked from one byte (decompressionRatio)", limits.decompressionRatio), source: name)
        }
        return got
    }
}
