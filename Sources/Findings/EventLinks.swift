/// Which findings tell of one change. They share an event when
/// - they stand in the same sentence (of either version, where the other version's does not differ) and name the same entity or overlap;
/// - they say of one pair of sentences who is missing from its lists and from those who acted;
/// - a name's last mention was lost there: `erasure.entity` belongs to the finding that tells how its mention went, first in its own sentence, then
///   anywhere in the record;
/// - else they lie in a passage or record that went (or came) as a whole.
struct EventLinks {
    private let findings: [Finding]
    private var parent: [Int]
    private let sites: [Site]
    /// Findings that say how a mention went, by entity and pair of versions, in order of place.
    private var losses: [EntityInPair: Int] = [:]

    private struct EntityInPair: Hashable { var entity: String, from: Int, to: Int }
    private struct BlockInPair: Hashable { var path: String, from: Int, to: Int, later: Bool }

    /// A finding's sentences and entities as numbers; -1 is none.
    private struct Site {
        var before: Int, after: Int
        var entity: Int, other: Int
    }

    /// `findings` in order of place.
    init(_ findings: [Finding]) {
        self.findings = findings
        parent = Array(findings.indices)
        var numbers: [[String]: Int] = [:]
        func number(_ parts: [String]) -> Int {
            if let known = numbers[parts] { return known }
            numbers[parts] = numbers.count
            return numbers.count - 1
        }
        sites = findings.map { finding in
            func sentence(_ place: Place?, _ side: String) -> Int {
                place.map { number([side, "\(finding.from)", "\(finding.to)", $0.path, $0.text]) } ?? -1
            }
            func entity(_ subject: Subject?) -> Int { subject.map { number([EventLinks.key(of: $0)]) } ?? -1 }
            return Site(
                before: sentence(finding.before, "before"), after: sentence(finding.after, "after"),
                entity: entity(finding.entity), other: entity(finding.other))
        }
        linkSentences()
        linkLastMentions()
        linkPassages()
    }

    /// For each finding the first finding (in order of place) of its event.
    mutating func roots() -> [Int] { findings.indices.map { root(of: $0) } }

    // MARK: in one sentence

    private mutating func linkSentences() {
        var sentences: [Int: [Int]] = [:]
        for (index, site) in sites.enumerated() where !Self.isWhole(findings[index]) {
            if site.before >= 0 { sentences[site.before, default: []].append(index) }
            if site.after >= 0 { sentences[site.after, default: []].append(index) }
        }
        for inOne in sentences.values where inOne.count > 1 {
            for (place, left) in inOne.enumerated() {
                for right in inOne[(place + 1)...] where root(of: left) != root(of: right) && belong(left, right) { join(left, right) }
            }
        }
    }

    private func belong(_ left: Int, _ right: Int) -> Bool {
        let (a, b) = (sites[left], sites[right])
        // Two sentences that became one, or one that became two, are two pairs.
        if a.before >= 0, b.before >= 0, a.before != b.before { return false }
        if a.after >= 0, b.after >= 0, a.after != b.after { return false }
        // A list is shortened once, however many names it loses.
        if a.before == b.before, a.after == b.after, Self.tellsOfOmission(findings[left]), Self.tellsOfOmission(findings[right]) { return true }
        if a.entity >= 0, a.entity == b.entity || a.entity == b.other { return true }
        if a.other >= 0, a.other == b.entity || a.other == b.other { return true }
        return Self.overlap(findings[left].before, findings[right].before) || Self.overlap(findings[left].after, findings[right].after)
    }

    private static func tellsOfOmission(_ finding: Finding) -> Bool { finding.rule == .erasureListOmission || finding.rule == .attributionAgentDropped }

    private static func overlap(_ left: Place?, _ right: Place?) -> Bool {
        guard let left, let right else { return false }
        return left.offset < right.offset + right.length && right.offset < left.offset + left.length
    }

    // MARK: how the last mention went

    private mutating func linkLastMentions() {
        var lossesBySentence: [Int: [Int]] = [:]
        for (index, finding) in findings.enumerated() where Self.tellsOfLoss(finding) {
            guard let key = inPair(finding) else { continue }
            if losses[key] == nil { losses[key] = index }
            lossesBySentence[sites[index].before, default: []].append(index)
        }
        for (index, finding) in findings.enumerated() where finding.rule == .erasureEntity {
            guard let key = inPair(finding), let loss = losses[key] else { continue }
            let own = root(of: index)
            var isToldHere = false
            for other in lossesBySentence[sites[index].before] ?? [] where root(of: other) == own { isToldHere = true }
            if !isToldHere { join(index, loss) }
        }
    }

    private func inPair(_ finding: Finding) -> EntityInPair? {
        finding.entity.map { EntityInPair(entity: Self.key(of: $0), from: finding.from, to: finding.to) }
    }

    /// Rules that say in what way somebody's mention went from a sentence that stays.
    private static func tellsOfLoss(_ finding: Finding) -> Bool {
        guard finding.before != nil, finding.entity != nil else { return false }
        switch finding.rule.id {
        case "erasure.anonymised", "erasure.list-omission", "erasure.image", "attribution.agent-replaced", "attribution.agent-dropped",
            "attribution.agent-deleted", "attribution.speaker-replaced", "attribution.speaker-deleted", "attribution.author-replaced",
            "attribution.author-removed", "attribution.identity-changed":
            return true
        default: return false
        }
    }

    // MARK: in a passage or record that went as a whole

    private static func isWhole(_ finding: Finding) -> Bool {
        switch finding.rule.id {
        case "erasure.passage", "erasure.record", "interpolation.passage", "interpolation.record": true
        default: false
        }
    }

    private mutating func linkPassages() {
        var passages: [BlockInPair: [Int]] = [:]
        var records: [BlockInPair: Int] = [:]
        for (index, finding) in findings.enumerated() where Self.isWhole(finding) {
            guard let block = block(of: finding) else { continue }
            if finding.rule == .erasureRecord || finding.rule == .interpolationRecord {
                var record = block
                record.path = ""
                if let known = records[record] { join(index, known) } else { records[record] = index }
            } else {
                passages[block, default: []].append(index)
            }
        }
        for (index, finding) in findings.enumerated() {
            guard var block = block(of: finding) else { continue }
            // An entity whose loss is told elsewhere did not lose its every mention in this passage.
            let isToldElsewhere = finding.rule == .erasureEntity && inPair(finding).flatMap { losses[$0] } != nil
            if !Self.isWhole(finding), !isToldElsewhere {
                // A section that went holds the passages below it.
                var outer = block
                while !outer.path.isEmpty {
                    if let host = passages[outer]?.first(where: { Self.holds(findings[$0], finding) }) {
                        join(index, host)
                        break
                    }
                    outer.path = String(outer.path[..<(outer.path.lastIndex(of: "/") ?? outer.path.startIndex)])
                }
            }
            block.path = ""
            if let record = records[block] { join(index, record) }
        }
    }

    /// Nil for what stands in both versions.
    private func block(of finding: Finding) -> BlockInPair? {
        switch (finding.before, finding.after) {
        // What stands out of sight now went from where it stood.
        case (let place?, _?) where finding.rule == .erasureWithheld: BlockInPair(path: place.path, from: finding.from, to: finding.to, later: false)
        case (let place?, nil): BlockInPair(path: place.path, from: finding.from, to: finding.to, later: false)
        case (nil, let place?): BlockInPair(path: place.path, from: finding.from, to: finding.to, later: true)
        case (_?, _?), (nil, nil): nil
        }
    }

    /// Whether `part` lies inside the passage that went (or came) as a whole.
    static func holds(_ whole: Finding, _ part: Finding) -> Bool {
        guard let outer = whole.before ?? whole.after, let inner = part.before ?? part.after else { return false }
        if outer.text == inner.text { return true }
        if outer.offset <= inner.offset, inner.offset + inner.length <= outer.offset + outer.length { return true }
        // The span may be an excerpt: then the sentence is looked for in the block.
        return !inner.text.isEmpty && outer.text.contains(inner.text)
    }

    // MARK: joining

    private static func key(of subject: Subject) -> String {
        let id = subject.id.isEmpty ? subject.name : subject.id
        return id.hasPrefix("#") ? String(id.dropFirst()) : id
    }

    private mutating func root(of index: Int) -> Int {
        var at = index
        while parent[at] != at {
            parent[at] = parent[parent[at]]
            at = parent[at]
        }
        return at
    }

    private mutating func join(_ left: Int, _ right: Int) {
        let (a, b) = (root(of: left), root(of: right))
        // The smaller index stays root: the first in place.
        if a < b { parent[b] = a } else { parent[a] = b }
    }
}
