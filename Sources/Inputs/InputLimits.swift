/// How much an input may hold. Reaching one is an error that names it.
public struct InputLimits: Hashable, Sendable {
    /// Bytes that are read into memory at once.
    public var fileBytes = 512 << 20
    /// Bytes that a compressed input or an archive may unpack to. The largest dumps that are not streamed stay below.
    public var unpackedBytes = 1 << 30
    /// Bytes out for one byte in. Histories of much-edited pages reach 150 in 7z; bombs begin at 1,000.
    public var decompressionRatio = 200
    /// Below so many bytes the ratio is not looked at: a page of blanks compresses as well as a bomb, and harms nobody.
    public static let ratioFreeBytes = 4 << 20
    /// Members of an archive, and files of a folder.
    public var members = 1_000_000

    public init() {}
}
