import Inputs
import PlainText
import Records
import Synchronization
import XMLEvents

/// What is kept of a record while its folder is gone through: enough to pair it and to see where its passages went, without its text.
struct RecordSketch: Sendable {
    /// As the document says; "-" where it says none.
    var id: String
    /// The id holds for this file only: none, or the number in a corpus.
    var isLocal: Bool
    var title: String
    /// Word hashes of the passages that are long enough to be known again, in order, with their indices.
    var long: [(passage: Int, hash: UInt64)]
    /// All passages: equal where the words are the same.
    var whole: UInt64
    var hasVersion: Bool
}

/// What is kept of a file.
struct FileSketch: Sendable {
    /// Its number in the list of its side.
    var entry: Int
    var path: FileName
    var name: String
    /// Of the bytes: a file that is read a second time must still be the same.
    var digest: UInt64
    var records: [RecordSketch]
    var label: VersionLabel?
    var warnings: [Warning]
    var limits: [String]
    var census: Census
    /// Kept while there is room, so that most folders are read once.
    var document: Document?
}

/// One side of a comparison of folders: reads its files, and again where they had to be let go.
struct Side: Sendable {
    let holdings: Holdings
    let options: Options

    struct Reading: Sendable {
        var bytes: [UInt8]
        var digest: UInt64
    }

    /// Bytes of records whose documents are kept at once; a document takes about eight times its bytes.
    static let keptBytes = 8 << 20

    func bytes(_ entry: Holdings.Entry) -> Result<Reading, Unreadable> {
        do throws(InputError) {
            let bytes = try holdings.bytes(of: entry)
            var digest = Digest64()
            digest.add(bytes)
            return .success(Reading(bytes: bytes, digest: digest.value))
        } catch { return .failure(Unreadable(source: error.source, error.description)) }
    }

    func document(_ entry: Holdings.Entry, _ reading: Reading) -> Result<Document, Unreadable> {
        do throws(ReadError) {
            return .success(try read(Input(name: holdings.name(of: entry), bytes: reading.bytes), options: options))
        } catch { return .failure(Unreadable(source: error.source, line: error.line, error.description)) }
    }

    /// The document of a file that was sketched before; nil where it is not the same any more.
    func again(_ sketch: FileSketch) -> Document? {
        if let document = sketch.document { return document }
        let entry = holdings.entries[sketch.entry]
        guard case .success(let reading) = bytes(entry), reading.digest == sketch.digest,
            case .success(let document) = document(entry, reading)
        else { return nil }
        return document
    }

    static func sketch(_ document: Document, entry: Int, path: FileName, digest: UInt64) -> FileSketch {
        var census = Census()
        for record in document.records { if let version = record.versions.last { census.add(version.census) } }
        let records = document.records.enumerated().map { index, record in
            let passages = record.versions.last?.passages ?? []
            var whole = Digest64()
            for passage in passages { whole.add(passage.wordHash) }
            return RecordSketch(
                id: record.id, isLocal: record.id == "-" || (document.records.count > 1 && record.id == "\(index + 1)"), title: record.title,
                long: passages.enumerated().filter { $0.element.tokens.count >= MovesBetweenRecords.fewestWords }.map { ($0.offset, $0.element.wordHash) },
                whole: whole.value, hasVersion: !record.versions.isEmpty)
        }
        let label = document.records.count == 1 ? document.records[0].versions.last?.label : document.editions.last
        return FileSketch(
            entry: entry, path: path, name: document.source, digest: digest, records: records, label: label, warnings: document.warnings, limits: document.limits, census: census)
    }
}

/// Why a file was not compared.
struct Unreadable: Error, Sendable {
    var warning: Warning

    /// `description` is place and cause, as the reader's errors give it.
    init(source: String, line: Int? = nil, _ description: String) {
        let cause = description.utf8.starts(with: source.utf8) ? description.dropFirst(source.count).drop { $0 == ":" || $0.isNumber || $0 == " " } : description[...]
        warning = Warning(code: unreadCode, message: String(cause), source: source, line: line)
    }
}
