import Records
import Testing
import Vocabularies
import XMLEvents

/// A revision as the tests write it down.
struct Revision {
    var id: String
    var time: String
    var text: String
    /// What stands in the element besides.
    var more = ""
    var attributes = ""

    init(_ id: String, _ time: String, _ text: String, more: String = "", attributes: String = "") {
        self.id = id
        self.time = time
        self.text = text
        self.more = more
        self.attributes = attributes
    }

    var xml: String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
        return "<revision><id>\(id)</id><timestamp>\(time)</timestamp>\(more)<text\(attributes)>\(escaped)</text></revision>"
    }
}

/// An export of one page.
func export(_ revisions: [Revision], title: String = "October", head: String = "") -> String {
    "<mediawiki xmlns=\"http://www.mediawiki.org/xml/export-0.11/\" version=\"0.11\" xml:lang=\"en\">\n\(head)<page><title>\(title)</title><ns>0</ns><id>7</id>\n"
        + revisions.map(\.xml).joined(separator: "\n") + "\n</page></mediawiki>"
}

/// A page with one revision of this text, read.
func wiki(_ text: String) throws -> Seen { try Seen(export([Revision("1", "1924-01-01T00:00:00Z", text)])) }
