/// A kind of change that the tool names. The id is the stable string: never renumbered, never reused.
public struct Rule: Hashable, Sendable {
    /// "erasure.entity"
    public let id: String
    /// The usual severity; the evidence of a case may lower or raise it.
    public let severity: Severity
    /// The confidence that a finding starts with; each weaker step lowers it.
    public let confidence: Double
    /// One line: what it says.
    public let says: String
    /// The evidence that it needs, in a sentence or two.
    public let needs: String
    /// The field's word for it.
    public let term: String
    /// An example, before and after.
    public let example: (before: String, after: String)

    /// "erasure"
    public var family: String { String(id.prefix { $0 != "." }) }

    public static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
