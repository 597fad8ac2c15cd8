import PlainText

/// The order in which findings are told: by pair of versions, then by where they stand, whatever order they were found in.
///
/// The two versions have no common scale. What stands in the earlier one is ordered by its place there; what is only in the later one comes after
/// the nearest finding before it (in the later version) that has a place in both.
struct PlaceOrder {
    /// Per pair of versions: places that both versions have, by offset in the later one.
    private var anchors: [VersionPair: [(after: Int, before: Int)]] = [:]

    struct VersionPair: Hashable { var from: Int, to: Int }

    init(_ findings: [Finding]) {
        for finding in findings {
            guard let before = finding.before, let after = finding.after else { continue }
            anchors[VersionPair(from: finding.from, to: finding.to), default: []].append((after.offset, before.offset))
        }
        for pair in anchors.keys { anchors[pair]?.sort { ($0.after, $0.before) < ($1.after, $1.before) } }
    }

    /// Indices of `findings` in order of place; ties fall by what the findings say, never by their order in the input.
    static func sorted(_ findings: [Finding]) -> [Int] {
        let order = PlaceOrder(findings)
        let keys = findings.map { order.key($0) }
        return findings.indices.sorted { left, right in
            let (a, b) = (keys[left], keys[right])
            if a != b { return a.lexicographicallyPrecedes(b) }
            return PlaceOrder.text(findings[left]).lexicographicallyPrecedes(PlaceOrder.text(findings[right]))
        }
    }

    private func key(_ finding: Finding) -> [Int] {
        let rule = Catalogue.position(of: finding.rule.id)
        if let before = finding.before {
            return [finding.from, finding.to, before.offset, 0, finding.after?.offset ?? -1, before.length, rule]
        }
        guard let after = finding.after else { return [finding.from, finding.to, -1, 0, -1, 0, rule] }
        let pairs = anchors[VersionPair(from: finding.from, to: finding.to)] ?? []
        var low = 0, high = pairs.count
        while low < high {
            let middle = (low + high) / 2
            if pairs[middle].after <= after.offset { low = middle + 1 } else { high = middle }
        }
        return [finding.from, finding.to, low > 0 ? pairs[low - 1].before : -1, 1, after.offset, after.length, rule]
    }

    private static func text(_ finding: Finding) -> [UInt8] {
        var bytes: [UInt8] = []
        let parts = [
            finding.rule.id, finding.entity?.id, finding.other?.id, finding.before?.path, finding.before?.span, finding.after?.path,
            finding.after?.span, finding.message, finding.scope.rawValue, finding.severity.rawValue, "\(finding.confidence)",
        ]
        for part in parts + finding.evidence.flatMap({ [$0.kind, $0.detail] }) {
            bytes += (part ?? "").utf8
            bytes.append(0)
        }
        return bytes
    }
}
