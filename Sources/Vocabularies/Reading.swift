public import Records
public import Settings
public import XMLEvents

/// The vocabularies that `--as` can name: our own, and the mappings that come with the program.
public let knownVocabularies = ownVocabularies + BundledMappings.names

private let ownVocabularies = ["tei", "archive", "mediawiki", "html", "generic"]

/// The RELAX NG schema (XML syntax) of the native archive.
public var archiveSchema: String { String(decoding: PackageResources.archive_rng, as: UTF8.self) }

/// Reads the records of one input.
///
/// - Parameters:
///   - bytes: the file as it is, in any encoding that it declares.
///   - name: the input, as the user named it; places in errors and reports begin with it.
///   - vocabulary: one of `knownVocabularies` or the name of one of `mappings`; nil: told from the root element.
///   - mappings: mapping files of the user; where there are some, one of them must be for the document.
///   - reading: whether the witnesses of a critical apparatus are versions, or its edited text is the one version.
/// - Throws: `ReadError` where the input is not wholly and soundly read. Nothing is ever returned for a part of a file.
public func read(
    _ bytes: [UInt8], named name: String, as vocabulary: String? = nil, mappings: [Mapping] = [], reading: Reading = .edited,
    limits: Limits = .standard
) throws(ReadError) -> Document {
    let known = knownVocabularies + mappings.map(\.name)
    if let vocabulary, !known.contains(vocabulary) { throw ReadError(.vocabulary(vocabulary, known: known), source: name) }
    if let page = try readPage(bytes, named: name, as: vocabulary, limits: limits) { return page }
    let input = try XMLInput(bytes, named: name, limits: limits)
    guard let root = try input.root() else {
        // Only the parser can say what is wrong.
        try input.read(into: TextHolders())
        throw ReadError(.empty, source: name)
    }
    let mapping = try mapping(for: input, root, as: vocabulary, mappings)
    let chosen = mapping?.name ?? vocabulary ?? sniffed(root)
    var warnings: [Warning] = []
    if chosen == "mediawiki" { return try readMediaWiki(input) }
    let reader: RecordReader
    switch chosen {
    case "archive":
        if try !input.validate(schema: PackageResources.archive_rng) {
            warnings.append(
                Warning(
                    code: "not-validated", message: "larger than \(limits.validatedBytes) bytes: not checked against the schema of the archive",
                    source: name))
        }
        let survey = Survey(namespaces: NativeArchive.vocabulary.namespaces)
        try input.read(into: survey)
        reader = RecordReader(NativeArchive.vocabulary, Source(name: name, bytes: input.bytes), of: input.bytes, survey: survey)
    case "tei":
        if root.namespace != TEI.namespace {
            let stated = root.namespace.isEmpty ? "without a namespace" : "in the namespace '\(root.namespace)'"
            warnings.append(
                Warning(code: "namespace", message: "<\(root.local)> \(stated), not in that of TEI; read as TEI nevertheless", source: name, line: 1))
        }
        let tei = TEI.vocabulary(isCorpus: root.local.hasPrefix("teiCorpus"), namespaces: [root.namespace])
        let survey = Survey(namespaces: tei.namespaces)
        let source = Source(name: name, bytes: input.bytes)
        if !SurveyNeed.exists(in: input.bytes) {
            let reader = RecordReader(tei, source, of: input.bytes, survey: survey, surveysAlong: true)
            let notices = try input.read(into: reader)
            if reader.agreesWithSurvey {
                reader.warnOfSurvey()
                return reader.document(warnings: warnings + notices.map { Warning(code: $0.code, message: $0.message, source: name, line: $0.line) })
            }
        } else {
            try input.read(into: survey)
        }
        if reading == .witnesses, !survey.apparatus.versions.isEmpty { return try readWitnesses(input, tei, survey, warnings: warnings) }
        reader = RecordReader(tei, source, of: input.bytes, survey: survey)
        for trouble in survey.troubles { reader.warn(trouble.code, trouble.message, trouble.offset) }
    default:
        let holders = TextHolders()
        try input.read(into: holders)
        reader = RecordReader(mapping.map(MappedXML.vocabulary) ?? GenericXML.vocabulary, Source(name: name, bytes: input.bytes), of: input.bytes, holdsText: holders.holds)
    }
    let notices = try input.read(into: reader)
    if let violation = reader.violation {
        let place = reader.source.position(of: violation.offset)
        throw ReadError(.invalid(violation.message), source: name, line: place.line, column: place.column)
    }
    warnings += notices.map { Warning(code: $0.code, message: $0.message, source: name, line: $0.line) }
    return reader.document(warnings: warnings)
}

/// The entities that a file declares: a TEI listPerson, listOrg or listPlace, any TEI with such a list in its header or standOff, or the persons
/// of a native archive.
public func readAuthority(_ bytes: [UInt8], named name: String, limits: Limits = .standard) throws(ReadError) -> [Entity] {
    try read(bytes, named: name, limits: limits).authority
}

/// The mapping to read a document by: the one that is named, or the user's, or one that comes with the program; nil: none, as for our own
/// vocabularies.
private func mapping(
    for input: XMLInput, _ root: (local: String, namespace: String), as vocabulary: String?, _ mappings: [Mapping]
) throws(ReadError) -> Mapping? {
    if let vocabulary {
        if let named = mappings.first(where: { $0.name == vocabulary }) { return named }
        return BundledMappings.named(vocabulary)
    }
    if mappings.isEmpty, sniffed(root) != "generic" { return nil }
    // Roots that many vocabularies share are told apart by what stands near the beginning.
    let first = try input.firstElements(Mapping.firstElements)
    if let own = mappings.first(where: { $0.recognises(root: root.local, namespace: root.namespace, first: first) }) { return own }
    guard mappings.isEmpty else { throw ReadError(.unmapped(root: root.local, mappings: mappings.map(\.source)), source: input.name) }
    return BundledMappings.find(root: root.local, namespace: root.namespace, first: first)
}

/// The vocabulary of a root element.
func sniffed(_ root: (local: String, namespace: String)) -> String {
    if root.namespace == NativeArchive.namespace { return "archive" }
    if TEI.roots.contains(root.local) || root.namespace.contains("tei-c.org/ns") { return "tei" }
    if root.namespace.hasPrefix(MediaWikiReader.namespacePrefix) || root.local == "mediawiki" { return "mediawiki" }
    return "generic"
}

extension RecordReader {
    func document(warnings others: [Warning]) -> Document {
        var document = Document(source: source.name, vocabulary: vocabulary.name, holdsVersions: vocabulary.holdsVersions)
        document.records = records
        document.authority = authority
        document.words = words
        document.warnings = others + warnings
        if let mapping = vocabulary.mapping {
            let isBundled = mapping.source.hasPrefix(BundledMappings.prefix)
            document.mapping = MappedBy(title: mapping.title, source: isBundled ? nil : mapping.source, unmentioned: unmentionedElements)
        }
        document.census = census
        document.editions = archive.editions.map(\.label)
        document.declaresEditions = !document.editions.isEmpty
        if document.editions.isEmpty {
            // No editions are declared: the versions of the record with most of them stand for them.
            let longest = records.max { $0.versions.count < $1.versions.count }
            document.editions = longest?.versions.map(\.label) ?? []
        }
        return document
    }
}
