import PlainText
import Records
import Testing
import Vocabularies
import XMLEvents

/// A record read, as the tests look at it.
struct Seen {
    let document: Document
    let version: Version

    init(_ xml: String, as vocabulary: String? = nil) throws {
        document = try read(Array(xml.utf8), named: "record.xml", as: vocabulary)
        version = try #require(document.records.first?.versions.first)
        #expect(document.census.isComplete, "\(document.census)")
        for record in document.records {
            for version in record.versions { #expect(version.census.isComplete, "\(version.census)") }
        }
    }

    /// "role: text" of each passage.
    var passages: [String] { version.passages.map { "\($0.role): \(version.string($0))" } }
    var texts: [String] { version.passages.map { version.string($0) } }
    var paths: [String] { version.passages.map { version.path(of: $0.node) } }
    /// "kind text key" of each annotation.
    var annotations: [String] {
        version.annotations.map { "\($0.kind) \(version.string($0.range))" + ($0.key == .none ? "" : " " + version.symbols[$0.key]) }
    }
    var setAside: [String: Int] { document.census.setAside }
}

/// A TEI record with this text in its body.
func tei(_ body: String, header: String = "") -> String {
    "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:id='r'>\(header)<text><body>\(body)</body></text></TEI>"
}

func passages(_ body: String) throws -> [String] { try Seen(tei(body)).passages }
