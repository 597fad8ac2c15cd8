import Detection
import Palimpsest
import Records

/// The text of `inspect --why`: one name in every version of the inputs.
struct NameCasePage {
    let options: Options
    let names: [String]
    let mostLines: Int
    private var lines: [String] = []

    init(options: Options, names: [String], mostLines: Int) {
        self.options = options
        self.names = names
        self.mostLines = mostLines
    }

    /// Places told of one form.
    private static let mostPlaces = 6

    mutating func take(_ document: Document) {
        for name in names {
            for record in document.records.prefix(mostLines) {
                for version in record.versions.prefix(mostLines) {
                    if !lines.isEmpty { lines.append("") }
                    let label = version.label.label
                    lines.append("'\(name)' in \(document.source)\(document.records.count > 1 ? ", record '\(record.id)'" : "")\(label.utf8.elementsEqual(document.source.utf8) ? "" : ", version '\(label)'")")
                    lines += tell(whyNamed(name, in: version, of: document, options: options))
                }
                if record.versions.count > mostLines { lines.append("and \(record.versions.count - mostLines) more versions (--all shows every one)") }
            }
            if document.records.count > mostLines { lines.append("and \(document.records.count - mostLines) more records (--all shows every one)") }
        }
    }

    var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

    private func tell(_ found: NameCase) -> [String] {
        var lines: [String] = []
        if let id = found.id { lines.append("  entity: \(id)\(found.identity.map { ", " + $0 } ?? "")\(found.aliases.isEmpty ? "" : ": " + found.aliases.joined(separator: ", "))") }
        let mentions = found.forms.reduce(0) { $0 + $1.places.count }
        if mentions == 0 {
            lines.append("  not found as a name" + (found.inSmallLetters > 0 ? "; the word stands \(times(found.inSmallLetters)) in small letters" : ""))
        } else {
            lines.append("  found \(times(mentions)) in \(found.forms.count) form\(found.forms.count == 1 ? "" : "s"):")
        }
        for form in found.forms.prefix(mostLines) {
            lines.append("    \(form.text): \(times(form.places.count)), a name by \(form.trust == "authority" ? "the authority file" : "its \(form.trust)")\(form.key.map { " ('\($0)')" } ?? ""); \(form.why)")
            for place in form.places.prefix(mostLines == .max ? .max : Self.mostPlaces) { lines.append("      line \(place.line)  \(place.path)") }
            if mostLines != .max, form.places.count > Self.mostPlaces { lines.append("      and \(form.places.count - Self.mostPlaces) more") }
        }
        if found.forms.count > mostLines { lines.append("    and \(found.forms.count - mostLines) more forms (--all shows every one)") }
        lines.append(found.near.isEmpty ? "  kept apart: no other name is near it" : "  kept apart:")
        for near in found.near.prefix(mostLines) { lines.append("    \(near.text) (\(times(near.count)), first in line \(near.first.line)): \(near.why)") }
        if found.near.count > mostLines { lines.append("    and \(found.near.count - mostLines) more (--all shows every one)") }
        return lines
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
