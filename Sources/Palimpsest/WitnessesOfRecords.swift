public import Collation
import PlainText
public import Records

/// The text of a document as one witness: the passages of the last readable version of each record, in order.
public func witness(_ document: Document, siglum: String) -> Witness {
    Witness(siglum: siglum, tokens: document.records.flatMap { $0.lastReadable.map(tokens) ?? [] })
}

/// The versions of a document as witnesses, each called by its label; nil where it holds one version only, or where its records have versions of
/// their own that no edition holds together. A version whose text is withheld is no witness.
public func witnesses(in document: Document) -> [Witness]? {
    guard document.holdsVersions, document.declaresEditions || document.records.count == 1 else { return nil }
    var labels: [VersionLabel] = []
    for version in document.records.flatMap(\.versions) where !labels.contains(where: { $0.number == version.label.number }) { labels.append(version.label) }
    labels.sort { $0.number < $1.number }
    return labels.compactMap { label in
        let versions = document.records.compactMap { record in record.versions.first { $0.label.number == label.number } }.filter { !$0.withheld.contains(.text) }
        return versions.isEmpty ? nil : Witness(siglum: label.label, tokens: versions.flatMap(tokens))
    }
}

/// What stands in the text; what the header says of the record (its title, who made it, where it was printed) is none of the witness.
private func tokens(_ version: Version) -> [WitnessToken] { tokens(version, version.passages.filter { isText($0.role) }) }

/// Some passages of a version as a witness.
func witness(_ range: Range<Int>, of version: Version) -> Witness { Witness(siglum: version.label.label, tokens: tokens(version, Array(version.passages[range]))) }

private func tokens(_ version: Version, _ passages: [Passage]) -> [WitnessToken] {
    var result: [WitnessToken] = []
    for passage in passages {
        var words = Collation.words(of: version.string(passage))
        if let last = words.indices.last { words[last].space = "\n" }
        result += words
    }
    return result
}

private func isText(_ role: Role) -> Bool {
    switch role {
    case .paragraph, .heading, .verse, .speech, .item, .cell, .note, .quotation, .caption, .credit, .byline, .date, .source, .field: true
    case .graphic, .author, .editor, .responsibility, .title, .imprint, .gap: false
    }
}
