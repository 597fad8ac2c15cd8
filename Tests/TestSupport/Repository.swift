import Foundation

/// Files of the repository, found from the place of this source file.
public enum Repository {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The bytes of a file under Fixtures.
    public static func fixture(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: "Fixtures/" + name))) }

    public static func path(_ name: String) -> String { root.appending(path: name).path() }

    /// Every XML file under Fixtures, sorted.
    public static func fixtures() throws -> [String] {
        let folder = root.appending(path: "Fixtures")
        guard let files = FileManager.default.enumerator(atPath: folder.path()) else { return [] }
        return files.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
    }
}
