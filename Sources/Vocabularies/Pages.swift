public import Records
public import XMLEvents

/// Whether an input is an export of pages that can be read page by page, told from its first bytes.
public func isPaged(head: [UInt8]) -> Bool { XMLStream.root(ofHead: head).map { sniffed($0) == "mediawiki" } ?? false }

/// Reads an export page by page. `each` gets every page as a document with one record, and its own words; then the page is forgotten.
///
/// Returns what stands outside of the pages: the warnings about the whole and the characters that no page counts.
///
/// - Throws: `ReadError` where the stream is not wholly and soundly read. The pages until then are not the whole export.
public func readPages(_ stream: XMLStream, each: @escaping (Document) -> Void) throws(ReadError) -> Document {
    let reader = MediaWikiReader(
        named: stream.name, window: InputWindow(bytes: { stream.bytes($0) }, place: { stream.position(of: $0) }), onPage: each)
    let notices = try stream.read(into: reader)
    return outside(reader, notices, source: stream.name)
}

/// The pages of an export, all in memory and with common words.
func readMediaWiki(_ input: XMLInput) throws(ReadError) -> Document {
    let pages = PageList()
    let reader = MediaWikiReader(named: input.name, window: InputWindow(input.bytes), sharesWords: true) { pages.documents.append($0) }
    let notices = try input.read(into: reader)
    var document = outside(reader, notices, source: input.name)
    for page in pages.documents {
        document.take(page)
        document.records += page.records
        if page.editions.count > document.editions.count { document.editions = page.editions }
    }
    document.words = reader.words
    return document
}

private func outside(_ reader: MediaWikiReader, _ notices: [ReadNotice], source: String) -> Document {
    var document = Document(source: source, vocabulary: "mediawiki", holdsVersions: true)
    document.warnings += notices.map { Warning(code: $0.code, message: $0.message, source: source, line: $0.line) } + reader.warnings
    document.census = reader.outerCensus
    return document
}

extension Document {
    /// Adds what a part of the same input tells about itself, apart from its records.
    public mutating func take(_ part: Document) {
        warnings += part.warnings
        limits += part.limits.filter { !limits.contains($0) }
        census.add(part.census)
        checksums.add(part.checksums)
    }
}

private final class PageList {
    var documents: [Document] = []
}
