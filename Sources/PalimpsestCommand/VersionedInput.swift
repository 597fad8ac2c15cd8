import Inputs
import Findings
import Palimpsest
import Records
import XMLEvents

/// An input with many versions of its records: held in memory as a whole, or, an export of many pages, read page by page.
enum VersionedInput {
    case whole(Document)
    case pages(XMLStream)

    static func open(_ name: FileName, _ options: Options) throws(Failure) -> VersionedInput {
        // The witnesses of a critical edition are its versions.
        var options = options
        options.reading = .witnesses
        let bytes = try InputFile.open(name, limits: options.limits)
        guard options.encoding == nil, options.mappings.isEmpty, options.vocabulary ?? "mediawiki" == "mediawiki", isPaged(head: bytes.peek) else {
            return .whole(try Documents.read(bytes, options))
        }
        return .pages(
            XMLStream(named: bytes.name, limits: options.limits) { (room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in
                do throws(InputError) { return try bytes.read(into: room) } catch {
                    throw ReadError(.input(String(error.description.dropFirst(bytes.name.count + 2))), source: bytes.name)
                }
            })
    }

    /// Every version against the one before, or the last against the first. Nil where a file holds one version only.
    func history(_ course: Course, _ options: Options) throws(Failure) -> RevisionReport? {
        switch self {
        case .whole(let document):
            guard document.holdsVersions else { return nil }
            return course == .everyVersion ? Palimpsest.history(document, options: options) : compareFirstAndLast(document, options: options)
        case .pages(let stream):
            do throws(ReadError) { return try Palimpsest.history(stream, course: course, options: options) } catch { throw Documents.failure(error) }
        }
    }
}
