import Records
import XMLEvents

/// Reads a web page, if the input is one: as XML where it is well-formed XHTML, else through the HTML parser. Nil where it is none.
func readPage(_ bytes: [UInt8], named name: String, as vocabulary: String?, limits: Limits) throws(ReadError) -> Document? {
    let look = HTMLInput.look(bytes)
    switch (vocabulary, look) {
    case ("html"?, .xhtml), (nil, .xhtml):
        let input: XMLInput
        do throws(ReadError) {
            input = try XMLInput(bytes, named: name, limits: limits)
            let finder = MainTextFinder()
            let notices = try input.read(into: finder)
            return try page(Source(name: name, bytes: input.bytes), of: input.bytes, finder.main, notices) { reader throws(ReadError) in try input.read(into: reader) }
        } catch {
            // What was cut is refused; what is only no XML is read as browsers read it.
            if case .notWellFormed = error.kind { break }
            throw error
        }
    case ("html"?, _), (nil, .html): break
    case (nil, .fragment):
        // Only its name tells a fragment of a page from a record that is broken, and a broken record is never repaired.
        guard name.lowercased().hasSuffix(".html") || name.lowercased().hasSuffix(".htm") else { return nil }
        // A fragment that is XML may be any XML.
        if (try? XMLInput(bytes, named: name, limits: limits).read(into: MainTextFinder())) != nil { return nil }
    default: return nil
    }
    let input = try HTMLInput(bytes, named: name, limits: limits)
    let finder = MainTextFinder()
    let notices = try input.read(into: finder)
    return try page(Source(name: name, bytes: input.bytes), of: input.bytes, finder.main, notices) { reader throws(ReadError) in try input.read(into: reader) }
}

private func page(
    _ source: Source, of bytes: [UInt8], _ main: MainText, _ notices: [ReadNotice], parse: (RecordReader) throws(ReadError) -> Void
) throws(ReadError) -> Document {
    let reader = RecordReader(HTML.vocabulary(main, namespaces: ["", "http://www.w3.org/1999/xhtml"]), source, of: bytes)
    try parse(reader)
    var warnings = notices.map { Warning(code: $0.code, message: $0.message, source: source.name, line: $0.line) }
    if let hidden = reader.census.setAside["hidden text"] {
        warnings.append(Warning(code: "hidden-text", message: "the page hides \(hidden) characters from its readers; they were set aside", source: source.name))
    }
    return reader.document(warnings: warnings)
}
