/// How large and how deep an input may be. Reaching one is an error that names it, never a silent cut.
///
/// The limits stand in front of libxml2, which is quadratic or unbounded where they are marked "guard" (measured on 2.9.14).
public struct Limits: Hashable, Sendable {
    /// Bytes in one input. Offsets are 32 bits wide; the largest volumes we know are 64 MB.
    public var fileBytes = 512 << 20
    /// Bytes that a compressed input or an archive may unpack to.
    public var unpackedBytes = 1 << 30
    /// Bytes out for one byte in. Histories of much-edited pages reach 150 in 7z; bombs begin at 1,000.
    public var decompressionRatio = 200
    /// Files of a folder, members of an archive.
    public var members = 1_000_000
    /// Bytes of text between two tags.
    public var textBytes = 64 << 20
    /// Guard: 100,000 attributes on one element take minutes. The widest real element we know has 40.
    public var attributesPerTag = 4096
    /// Bytes in one start tag. Embedded pictures of some megabytes occur in attributes.
    public var tagBytes = 16 << 20
    /// Bytes in the name of an element or attribute.
    public var nameBytes = 4096
    /// Elements within elements. Real records stay below 60.
    public var depth = 2048
    /// Guard: different names of elements and attributes.
    public var distinctNames = 200_000
    /// Guard against entity bombs: bytes of one internal entity, expanded.
    public var entityBytes = 4096
    /// Guard: bytes that all entity references together may add to the record.
    public var entityBytesInSum = 1_000_000
    /// Guard: references to parameter entities (440 bytes of them hang libxml2).
    public var parameterEntityReferences = 2000
    /// Guard: bytes of attribute values that a document type adds to elements which do not state them.
    public var defaultedAttributeBytes = 64 << 20
    /// Bytes of a native archive that are still checked against its schema (the check needs a tree in memory).
    public var validatedBytes = 32 << 20

    /// Witnesses of a critical apparatus that are read as versions. The largest traditions that are collated in full know some dozens.
    public var witnesses = 64
    /// Bytes of the document, times its witnesses: each is held as a version.
    public var witnessBytes = 256 << 20

    public init() {}

    public static let standard = Limits()
}

extension Limits {
    /// Every limit by its name, for `--limit NAME=VALUE` and for docs/limits.md.
    public static let names = table.map(\.name)

    public func value(of name: String) -> Int? { Self.table.first { $0.name == name }.map { self[keyPath: $0.path] } }

    /// Sets a limit; false where there is none of that name.
    public mutating func set(_ name: String, to value: Int) -> Bool {
        guard let entry = Self.table.first(where: { $0.name == name }) else { return false }
        self[keyPath: entry.path] = value
        return true
    }

    /// Offsets in a record are 32 bits wide, and one bit is kept.
    public static let mostFileBytes = 1 << 31

    private static let table: [(name: String, path: any WritableKeyPath<Limits, Int> & Sendable)] = [
        ("fileBytes", \.fileBytes), ("unpackedBytes", \.unpackedBytes), ("decompressionRatio", \.decompressionRatio), ("members", \.members),
        ("textBytes", \.textBytes), ("attributesPerTag", \.attributesPerTag), ("tagBytes", \.tagBytes), ("nameBytes", \.nameBytes), ("depth", \.depth),
        ("distinctNames", \.distinctNames), ("entityBytes", \.entityBytes), ("entityBytesInSum", \.entityBytesInSum),
        ("parameterEntityReferences", \.parameterEntityReferences), ("defaultedAttributeBytes", \.defaultedAttributeBytes), ("validatedBytes", \.validatedBytes),
        ("witnesses", \.witnesses), ("witnessBytes", \.witnessBytes),
    ]

    /// The name of the limit that an error speaks of in words.
    static func name(of words: String) -> String? {
        switch words {
        case "bytes in a file": "fileBytes"
        case "attributes of one element": "attributesPerTag"
        case "bytes of a name": "nameBytes"
        case "bytes of defaulted attributes": "defaultedAttributeBytes"
        case "bytes of one tag", "bytes of one tag, comment or section": "tagBytes"
        case "bytes of text between two tags": "textBytes"
        case "bytes that entities add": "entityBytesInSum"
        case "different names": "distinctNames"
        case "elements within elements": "depth"
        case "references to parameter entities": "parameterEntityReferences"
        default: words.hasPrefix("bytes of one entity") ? "entityBytes" : nil
        }
    }
}
