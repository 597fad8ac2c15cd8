import Records
import XMLEvents

/// Reads a TEI document with a critical apparatus once for each witness: each is a version of the record, in the order of `listWit`.
///
/// The versions share one table of words. More witnesses than the limits allow are left out, and that is said.
func readWitnesses(_ input: XMLInput, _ vocabulary: Vocabulary, _ survey: Survey, warnings others: [Warning]) throws(ReadError) -> Document {
    let source = Source(name: input.name, bytes: input.bytes)
    let all = survey.apparatus.versions
    let most = max(2, min(input.limits.witnesses, input.limits.witnessBytes / max(1, input.bytes.count)))
    let witnesses = all.prefix(most)
    var reader = RecordReader(vocabulary, source, of: input.bytes, survey: survey, witness: 0)
    for trouble in survey.troubles + survey.apparatus.troublesOfWitnesses() { reader.warn(trouble.code, trouble.message, trouble.offset) }
    let notices = try input.read(into: reader)
    var document = reader.document(warnings: others + notices.map { Warning(code: $0.code, message: $0.message, source: input.name, line: $0.line) })
    document.holdsVersions = true
    document.declaresEditions = true
    document.editions = witnesses.enumerated().map { label($0.element, $0.offset, source) }
    for record in document.records.indices { document.records[record].versions[0].label = document.editions[0] }
    for (number, label) in document.editions.enumerated().dropFirst() {
        let next = RecordReader(vocabulary, source, of: input.bytes, survey: survey, witness: number)
        swap(&next.tokeniser, &reader.tokeniser)
        swap(&next.hashes, &reader.hashes)
        reader = next
        try input.read(into: reader)
        document.census.add(reader.census)
        // The records of a document are the same in every witness: readings stand inside them.
        for (record, read) in zip(document.records.indices, reader.records) {
            guard var version = read.versions.first else { continue }
            version.label = label
            document.records[record].versions.append(version)
        }
        for warning in reader.warnings where !document.warnings.contains(warning) { document.warnings.append(warning) }
    }
    document.words = reader.words
    if witnesses.count < all.count { document.limits.append("witnesses: the first \(witnesses.count) of \(all.count) were read") }
    return document
}

/// A longer description of a witness is not put into its label.
private let longestDescription = 60

private func label(_ witness: Apparatus.Witness, _ number: Int, _ source: Source) -> VersionLabel {
    let description = witness.description
    let isShort = !description.isEmpty && description.utf8.count <= longestDescription && description != witness.siglum
    return VersionLabel(number: number, label: isShort ? "\(witness.siglum) (\(description))" : witness.siglum, date: witness.date, source: source.name)
}
