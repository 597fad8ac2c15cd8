import CArchive
import Glibc

/// Gzip by zlib: libarchive, which does all other formats, never compares the check sum, so that a damaged record would pass for another text.
final class Gunzip: ByteSource {
    private let packed: any ByteSource
    private let name: String
    private let stream: UnsafeMutablePointer<z_stream>
    private let room: UnsafeMutableRawBufferPointer
    private var isPackedAtEnd = false
    private var state = State.member
    private(set) var packedBytes = 0

    private enum State { case member, between, ended }

    init(_ packed: any ByteSource, named name: String) throws(InputError) {
        self.packed = packed
        self.name = name
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        room = .allocate(byteCount: 1 << 16, alignment: 16)
        // 15 bits of window; 16 more: a gzip header and trailer, checked.
        guard inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { throw InputError(.memory, source: name) }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
        room.deallocate()
    }

    func read(into out: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        stream.pointee.next_out = out.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = uInt(min(out.count, 1 << 30))
        let asked = Int(stream.pointee.avail_out)
        while Int(stream.pointee.avail_out) == asked, state != .ended {
            if stream.pointee.avail_in == 0, !isPackedAtEnd {
                let got = try packed.read(into: room)
                packedBytes += got
                isPackedAtEnd = got == 0
                stream.pointee.next_in = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.pointee.avail_in = uInt(got)
            }
            if state == .between {
                // Several members one after the other are one file; anything else behind the end is not.
                guard stream.pointee.avail_in > 0 else {
                    state = .ended
                    break
                }
                guard stream.pointee.next_in[0] == 0x1F, inflateReset(stream) == Z_OK else {
                    throw InputError(.damaged("bytes stand behind the end of the gzip data"), source: name)
                }
                state = .member
            }
            if stream.pointee.avail_in == 0, isPackedAtEnd { throw InputError(.cut("gzip"), source: name) }
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: state = .between
            case Z_MEM_ERROR: throw InputError(.memory, source: name)
            default: throw InputError(.damaged(reason), source: name)
            }
        }
        return asked - Int(stream.pointee.avail_out)
    }

    private var reason: String {
        guard let message = stream.pointee.msg.map({ String(cString: $0) }) else { return "the gzip data are damaged" }
        switch message {
        case "incorrect data check", "incorrect length check": return "the gzip data do not match their own check sum"
        default: return "the gzip data are damaged (\(message))"
        }
    }
}
