import CArchive
import Glibc
import Inputs
import Testing

/// Writes compressed files and archives for the tests, in memory.
enum Packer {
    static let xml = Array("<r><p>The rising was organised by Trotsky.</p></r>\n".utf8)

    struct Member {
        var name: String
        var bytes: [UInt8] = xml
        var type = mode_t(0o100000)
        var link: String?
    }

    /// One compressed file. `filter`: gzip, bzip2, xz, zstd, lz4, compress.
    static func compressed(_ bytes: [UInt8], _ filter: String) throws -> [UInt8] {
        try packed("raw", filter, [Member(name: "data", bytes: bytes)])
    }

    /// An archive in a format of libarchive ("zip", "ustar", "7zip"), compressed by a filter ("none" for those that compress themselves).
    static func packed(_ format: String, _ filter: String, _ members: [Member]) throws -> [UInt8] {
        let archive = try #require(archive_write_new())
        defer { archive_write_free(archive) }
        #expect(archive_write_set_format_by_name(archive, format) == ARCHIVE_OK)
        if filter != "none" { #expect(archive_write_add_filter_by_name(archive, filter) == ARCHIVE_OK) }
        archive_write_set_bytes_per_block(archive, 0)
        var out = [UInt8](repeating: 0, count: members.reduce(1 << 20) { $0 + $1.bytes.count * 2 })
        var used = 0
        let room = out.count
        try out.withUnsafeMutableBytes { buffer in
            #expect(archive_write_open_memory(archive, buffer.baseAddress, room, &used) == ARCHIVE_OK)
            for member in members {
                let entry = try #require(archive_entry_new())
                defer { archive_entry_free(entry) }
                archive_entry_set_pathname(entry, member.name)
                archive_entry_set_filetype(entry, member.type)
                archive_entry_set_perm(entry, 0o644)
                archive_entry_set_mtime(entry, 0, 0)
                if let link = member.link { archive_entry_set_symlink(entry, link) } else { archive_entry_set_size(entry, Int64(member.bytes.count)) }
                #expect(archive_write_header(archive, entry) == ARCHIVE_OK, "\(archive_error_string(archive).map { String(cString: $0) } ?? "")")
                if member.link == nil { member.bytes.withUnsafeBytes { _ = archive_write_data(archive, $0.baseAddress, $0.count) } }
            }
            #expect(archive_write_close(archive) == ARCHIVE_OK)
        }
        return Array(out[..<used])
    }
}

/// A folder of its own for a test, taken away at its end.
final class Scratch {
    let path: String

    init() throws {
        var template = Array("/tmp/palimpsest-inputs-XXXXXX".utf8CString)
        let made = try #require(mkdtemp(&template))
        path = String(cString: made)
    }

    deinit {
        chmod(path, 0o700)
        // No recursive removal in libc for Swift: names that are not UTF-8 are beyond FileManager.
        var process = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = ["rm", "-rf", "--", path].map { (text: String) in strdup(text) }
        arguments.append(nil)
        if posix_spawnp(&process, "rm", nil, nil, &arguments, environ) == 0 { waitpid(process, nil, 0) }
        for argument in arguments { free(argument) }
    }

    @discardableResult func write(_ bytes: [UInt8], _ name: FileName) throws -> FileName {
        let path = FileName(self.path).appending(name)
        let file = (path.bytes + [0]).withUnsafeBytes { $0.bindMemory(to: CChar.self).baseAddress.map { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) } ?? -1 }
        try #require(file >= 0)
        defer { close(file) }
        #expect(bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) } == bytes.count)
        return path
    }

    @discardableResult func write(_ bytes: [UInt8], _ name: String) throws -> FileName { try write(bytes, FileName(name)) }
}

func read(_ name: FileName, limits: InputLimits = InputLimits()) throws(InputError) -> [UInt8] { try Inputs.open(name, limits: limits).bytes() }
