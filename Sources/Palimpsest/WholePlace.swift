import Findings
import PlainText
import Records

extension Version {
    /// Where the version as a whole stands, shown as this text: for what is said of all of it.
    func place(ofWhole text: String) -> Place {
        let start = Int(extent.start)
        let (line, column) = source.position(of: start)
        return Place(
            span: text, text: text, path: path(of: nodes.isEmpty ? -1 : 0), line: line, column: column, offset: source.base + start, length: extent.count)
    }
}
