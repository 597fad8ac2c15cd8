public import Records

/// An entry of a persons file with what a reader should know of it when editing.
public struct PersonsEntry: Hashable, Sendable {
    public var entity: Entity
    /// Stands behind the id as a comment.
    public var note: String

    public init(_ entity: Entity, note: String) {
        self.entity = entity
        self.note = note
    }
}

/// A persons file in YAML that `readPersons` reads back to the same entities. Entries whose kind is not known have no `kind` and are read as persons;
/// the note should say so.
public func personsPage(_ entries: [PersonsEntry], heading: [String]) -> String {
    var lines = heading.map { $0.isEmpty ? "#" : "# " + PersonsText.oneLine($0) }
    lines.append("persons:")
    // An empty list, or the file would hold no value.
    if entries.isEmpty { return lines.joined(separator: "\n") + " []\n" }
    for entry in entries {
        let entity = entry.entity
        lines.append("  - id: \(PersonsText.quoted(entity.id))" + (entry.note.isEmpty ? "" : "  # " + PersonsText.oneLine(entry.note)))
        lines.append("    names: [\(entity.names.map(PersonsText.quoted).joined(separator: ", "))]")
        if entity.kind != .unknown { lines.append("    kind: \(entity.kind.rawValue)") }
        if !entity.keys.isEmpty { lines.append("    keys: [\(entity.keys.map(PersonsText.quoted).joined(separator: ", "))]") }
    }
    return lines.joined(separator: "\n") + "\n"
}

private enum PersonsText {
    /// In double quotes, where every character can be written (YAML 1.2, 5.7 and 7.3.1).
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            default:
                if isInvisible(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    out += scalar.value > 0xFFFF ? "\\U" + String(repeating: "0", count: 8 - digits.count) + digits : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
    }

    static func oneLine(_ text: String) -> String { String(String.UnicodeScalarView(text.unicodeScalars.map { isInvisible($0) ? " " : $0 })) }

    /// Controls, line ends and what turns the direction of writing: an editor shows nothing of them.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: true
        default: false
        }
    }
}
