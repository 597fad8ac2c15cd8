import Records

/// Our own format: many records, many versions, one file. Inside a version the elements are TEI's.
enum NativeArchive {
    static let namespace = "urn:palimpsest:archive:1"

    static let vocabulary: Vocabulary = {
        var elements = TEI.elements
        elements["archive"] = .container
        elements["editions"] = .container
        elements["edition"] = .container.doing(.edition)
        elements["persons"] = .holder(opens: "authority")
        elements["record"] = .container.doing(.record)
        elements["version"] = .holder(opens: "version").doing(.version)
        elements["credit"] = .block(.credit)
        var tables = TEI.tables
        tables["archive"] = ["title": .aside("bookkeeping").doing(.recordTitle)]
        tables["version"] = ["title": Meaning(.block(.title), .part, marks: .title)]
        return Vocabulary(
            name: "archive", elements: elements, tables: tables, rootTable: "archive", namespaces: [namespace],
            nameKinds: TEI.nameKinds, holdsVersions: true)
    }()
}
