public import Findings
import Records

extension RevisionReport {
    /// Reading without loss and an alignment that gives back both versions: where either does not hold, the result must not be used.
    public var isSound: Bool { census.isComplete && records.allSatisfy(\.rebuilds) }
}
