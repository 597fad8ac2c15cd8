/// Which files of a folder and which members of an archive are taken for records: told by the name, since a schema or a style sheet is XML too.
enum RecordName {
    static let suffixes = [".xml", ".tei", ".html", ".htm", ".xhtml"]
    static let compressed = [".gz", ".bz2", ".xz", ".zst", ".lz4"]

    static func isRecord(_ name: FileName) -> Bool { suffixes.contains(where: name.hasSuffix) }

    /// `1924.xml.gz`
    static func isCompressedRecord(_ name: FileName) -> Bool { withoutCompression(name).map(isRecord) ?? false }

    static func withoutCompression(_ name: FileName) -> FileName? {
        compressed.first(where: name.hasSuffix).map { FileName(Array(name.bytes.dropLast($0.utf8.count))) }
    }

    /// Whether a member's path stays within its archive. We never write one, but it is shown and paired.
    static func isSafe(_ path: FileName) -> Bool {
        !path.bytes.isEmpty && path.bytes.first != 0x2F
            && !path.bytes.split(separator: 0x2F, omittingEmptySubsequences: false).contains { $0.elementsEqual([0x2E, 0x2E]) }
    }

    /// Hidden files and those of version control and packages: `.git`, `CVS`, `node_modules`.
    static func isSkipped(_ step: FileName) -> Bool { step.bytes.first == 0x2E || step == FileName("CVS") || step == FileName("node_modules") }

    /// A path with such a step in it.
    static func hasSkippedStep(_ path: FileName) -> Bool { path.bytes.split(separator: 0x2F).contains { isSkipped(FileName(Array($0))) && !$0.elementsEqual([0x2E, 0x2E]) } }
}
