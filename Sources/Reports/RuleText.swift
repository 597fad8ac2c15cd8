public import Findings

/// The catalogue in words: what `rules` and `explain RULE` print, and the page docs/findings.md. UTF-8, ending with a line end.
public struct RuleText: Sendable {
    /// Columns of the plain texts; at least 40.
    public var width: Int

    public init(width: Int = 80) { self.width = max(40, width) }

    /// All rules, one a line where the width allows: id, severity, confidence that a finding starts with, what it says.
    public func rules() -> [UInt8] {
        let column = Catalogue.rules.map(\.id.utf8.count).max() ?? 0
        var lines = [Self.padded("rule", column) + "  severity  conf  says"]
        for rule in Catalogue.rules {
            let first = Self.padded(rule.id, column) + "  " + Self.padded(rule.severity.rawValue, 8) + "  " + Self.confidence(rule) + "  "
            if width >= column + 48 {
                lines += wrapped(Atom.words(rule.says), width: width, first: first, hang: column + 18, color: false)
            } else {
                lines.append(Self.trimmed(first))
                lines += wrapped(Atom.words(rule.says), width: width, first: "    ", hang: 4, color: false)
            }
        }
        return Self.bytes(lines)
    }

    /// One rule: what it says, the evidence it needs, an example, the field's word for it, its neighbours.
    public func explain(_ rule: Rule) -> [UInt8] {
        var lines = ["\(rule.id): \(Self.level(rule))", ""]
        func paragraph(_ first: String, _ text: String) {
            lines += wrapped(Atom.words(text), width: width, first: first, hang: first.utf8.count, color: false)
        }
        paragraph("says      ", rule.says)
        paragraph("needs     ", rule.needs)
        lines.append("")
        paragraph("before    ", rule.example.before)
        paragraph("after     ", rule.example.after)
        lines.append("")
        if rule.term != "-" { paragraph("field     ", Self.indication(rule)) }
        let neighbours = Self.neighbours(of: rule)
        if !neighbours.isEmpty { paragraph("see also  ", neighbours.joined(separator: ", ")) }
        return Self.bytes(lines)
    }

    /// docs/findings.md, generated from the catalogue.
    public static func findingsPage() -> [UInt8] {
        var lines = [
            "# Findings: the rule catalogue", "",
            "This page is generated from the catalogue in `Sources/Findings`; a test holds it against it. Do not edit it by hand.", "",
            "The rule id is stable: never renumbered, never reused. Severity is what the rule usually asks of the reader; the evidence of a case may",
            "lower or raise it. Confidence is what a finding starts with; each weaker step of the reasoning lowers it, and people see the words high",
            "(.8 and above), medium (.6 and above) and low. The field's word is what such a change *may* indicate: a correction, an abridgement and an",
            "erasure look alike, and who reads must judge.", "",
            "A change is *neutral* only when a named test proved it: same words, same name, same value or same slots. What no rule names and no test",
            "proves is `change.other`, counted in the verdict line.",
        ]
        for family in Catalogue.families {
            lines += ["", "## \(family)"]
            for rule in Catalogue.rules where rule.family == family {
                lines += ["", "### \(rule.id)", "", sentence(markdownEscaped(rule.says)) + " *\(level(rule).prefix(1).uppercased())\(level(rule).dropFirst())*.", ""]
                lines += ["Needs: \(markdownEscaped(rule.needs))", ""]
                lines += ["| before | after |", "|---|---|", "| \(markdownEscaped(rule.example.before)) | \(markdownEscaped(rule.example.after)) |"]
                if rule.term != "-" { lines += ["", "The field's word: \(indication(rule))."] }
            }
        }
        return bytes(lines)
    }

    // MARK: pieces

    private static func level(_ rule: Rule) -> String {
        rule.severity.rawValue + (rule.statesConfidence ? ", confidence \(confidence(rule))" : "")
    }

    /// "0.90"; "-" where the rule states none.
    private static func confidence(_ rule: Rule) -> String {
        guard rule.statesConfidence else { return "   -" }
        let percent = Int(rule.confidence * 100 + 0.5)
        return "0." + (percent < 10 ? "0" : "") + "\(percent)"
    }

    /// Never that it is so: what it may indicate.
    private static func indication(_ rule: Rule) -> String { "may indicate " + rule.term }

    /// Rules of the same family that begin alike ("agent-"), else the whole family.
    private static func neighbours(of rule: Rule) -> [String] {
        let family = Catalogue.rules.filter { $0.family == rule.family && $0 != rule }
        let stem = rule.shortName.prefix { $0 != "-" }
        let near = family.filter { $0.shortName.prefix { $0 != "-" } == stem }
        return (near.isEmpty ? family : near).map(\.id)
    }

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

    private static func padded(_ text: String, _ columns: Int) -> String {
        text + String(repeating: " ", count: max(0, columns - text.utf8.count))
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    private static func bytes(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }
}
