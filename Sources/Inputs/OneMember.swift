/// The one record of an archive, or the one that was named, as a stream. That there is no second one is known at the end, and checked there.
final class OneMember: ByteSource {
    let name: FileName
    private let reader: ArchiveReader
    private let wanted: FileName?
    private let source: String
    private var isEnded = false

    init(_ packed: any ByteSource, _ container: Packing.Container, _ wanted: FileName?, named source: String) throws(InputError) {
        reader = try ArchiveReader(packed, .archive(container), named: source)
        self.wanted = wanted
        self.source = source
        var passed: [String] = []
        while let member = try reader.next() {
            if Self.fits(member, wanted) {
                if member.isEncrypted { throw InputError(.refused("the \(reader.format) archive is encrypted; unpack it first"), source: source) }
                name = member.name
                return
            }
            if wanted.map({ $0 == member.name }) ?? false {
                throw InputError(.refused("its member '\(member.name)' is a folder, a link or a device; name a file in it"), source: source)
            }
            if !member.isFolder { passed.append("'\(member.name)'") }
        }
        let held = passed.isEmpty ? "it is empty" : "it holds \(passed.prefix(3).joined(separator: ", "))\(passed.count > 3 ? " and \(passed.count - 3) more" : "")"
        if let wanted { throw InputError(.missing("there is no '\(wanted)' in the \(reader.format) archive; \(held)"), source: source) }
        throw InputError(.missing("no member of the \(reader.format) archive is a record by its name (.xml, .tei, .html); \(held); name one as 'FILE::MEMBER'"), source: source)
    }

    private static func fits(_ member: ArchiveReader.Member, _ wanted: FileName?) -> Bool {
        guard member.isRegular else { return false }
        if let wanted { return member.name == wanted }
        return (RecordName.isRecord(member.name) || RecordName.isCompressedRecord(member.name)) && !RecordName.hasSkippedStep(member.name)
    }

    var packedBytes: Int { reader.packedBytes }

    func read(into room: UnsafeMutableRawBufferPointer) throws(InputError) -> Int {
        if isEnded { return 0 }
        let got = try reader.read(into: room)
        if got > 0 { return got }
        isEnded = true
        while let member = try reader.next() {
            guard Self.fits(member, wanted) else { continue }
            let what = wanted == nil
                ? "it holds several records ('\(name)', '\(member.name)' …); name one as 'FILE::MEMBER', or compare two archives"
                : "it holds '\(name)' twice; unpack it first"
            throw InputError(.refused(what), source: source)
        }
        return 0
    }
}
