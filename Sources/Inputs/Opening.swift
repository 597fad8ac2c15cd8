/// Opens what the user named as one input: a file, `-` for standard input, or `FILE::MEMBER` for a member of an archive.
///
/// An archive with one record in it is that record. Nothing is ever written, and no other file is opened.
public func open(_ name: FileName, limits: InputLimits = InputLimits()) throws(InputError) -> ByteStream {
    if name == FileName("-") { return try unpacked(FileBytes.standardInput(), named: "-", limits) }
    do throws(InputError) {
        return try unpacked(FileBytes(opening: name, named: name.description), named: name.description, limits)
    } catch {
        guard case .system("opened", _) = error.kind, let (file, member) = memberName(name) else { throw error }
        return try unpacked(FileBytes(opening: file, named: file.description), named: name.description, limits, member: member)
    }
}

/// `records.zip::1938/october.xml`: the archive, and the member in it. The file's own name may hold `::` if it exists.
private func memberName(_ name: FileName) -> (file: FileName, member: FileName)? {
    let bytes = name.bytes
    guard let colon = bytes.indices.dropLast().last(where: { bytes[$0] == 0x3A && bytes[$0 + 1] == 0x3A }), colon > 0, colon + 2 < bytes.count else { return nil }
    return (FileName(Array(bytes[..<colon])), FileName(Array(bytes[(colon + 2)...])))
}

/// The stream of one input: through its compression, and into the one record of an archive.
func unpacked(_ opened: any ByteSource, named name: String, _ limits: InputLimits, member: FileName? = nil) throws(InputError) -> ByteStream {
    let outer = try Peeked(opened, upTo: Packing.sniffedBytes)
    switch Packing(outer.head) {
    case .none:
        if member != nil { throw InputError(.missing("the file before '::' is no archive"), source: name) }
        return ByteStream(outer, named: name, limits)
    case .compressed(let compression):
        let inner = try Peeked(plain(outer, compression, named: name, limits).source, upTo: Packing.sniffedBytes)
        switch Packing(inner.head) {
        case .none:
            if member != nil { throw InputError(.missing("the file before '::' is no archive"), source: name) }
            return ByteStream(inner, named: name, limits)
        case .archive(.tar): return try record(inner, .tar, named: name, limits, member)
        default: throw InputError(.refused("is packed twice; unpack it once"), source: name)
        }
    case .archive(let container):
        if container == .zip, member == nil, Packing.isOfficeDocument(outer.head) { return ByteStream(outer, named: name, limits) }
        return try record(outer, container, named: name, limits, member)
    }
}

/// The unpacked bytes of a compressed source, and how many packed ones they have taken so far.
func plain(
    _ packed: any ByteSource, _ compression: Packing.Compression, named name: String, _ limits: InputLimits
) throws(InputError) -> (source: Capped, packed: () -> Int) {
    if compression == .gzip {
        let source = try Gunzip(packed, named: name)
        return (Capped(source, packed: { source.packedBytes }, limits, named: name), { source.packedBytes })
    }
    let source = try Unpacking(packed, compression, named: name)
    return (Capped(source, packed: { source.packedBytes }, limits, named: name), { source.packedBytes })
}

private func record(_ source: any ByteSource, _ container: Packing.Container, named name: String, _ limits: InputLimits, _ member: FileName?) throws(InputError) -> ByteStream {
    let source = container == .tar ? source : try seekable(source, named: name, limits)
    let member = try OneMember(source, container, member, named: name)
    let capped = Capped(member, packed: { member.packedBytes }, limits, named: name)
    let stream = try Peeked(capped, upTo: Packing.sniffedBytes)
    guard Packing(stream.head) == .none else { throw InputError(.refused("its member '\(member.name)' is packed again; unpack the archive first"), source: name) }
    return ByteStream(stream, named: name, limits)
}

/// A zip or 7z tells at its end what it holds: what comes through a pipe is read into memory first.
private func seekable(_ source: any ByteSource, named name: String, _ limits: InputLimits) throws(InputError) -> any ByteSource {
    if source.size != nil {
        guard source.seek(to: 0) else { throw InputError(.refused("cannot be read twice; save it to a file first"), source: name) }
        return source
    }
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let got = try fill(&piece, from: source)
        if got == 0 { return MemoryBytes(all) }
        guard all.count + got <= limits.fileBytes else { throw InputError(.limit("bytes in a file (fileBytes)", limits.fileBytes), source: name) }
        all += piece[..<got]
    }
}
