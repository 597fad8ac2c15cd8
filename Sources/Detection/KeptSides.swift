import Synchronization

/// Passages of a pair that have been read already: several rules and the ledger come to the same ones.
final class KeptSides: Sendable {
    private struct Kept {
        var old: [Int: Side] = [:]
        var new: [Int: Side] = [:]
        var tokens = 0
    }
    private let kept = Mutex(Kept())

    /// A token takes about 40 bytes, so at most some 8 MB a pair; passages beyond are read each time.
    private static let most = 200_000

    func side(_ passage: Int, isOld: Bool) -> Side? { kept.withLock { isOld ? $0.old[passage] : $0.new[passage] } }

    func keep(_ side: Side, _ passage: Int, isOld: Bool) {
        kept.withLock { kept in
            guard kept.tokens + side.tokens.count <= Self.most else { return }
            kept.tokens += side.tokens.count
            if isOld { kept.old[passage] = side } else { kept.new[passage] = side }
        }
    }
}
