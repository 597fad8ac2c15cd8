/// One thing that happened, as a reader counts: the leading finding and what else was found about the same change.
public struct Event: Hashable, Sendable {
    /// "e1"; unique within its record.
    public var id: String
    public var leading: Finding
    public var others: [Finding]

    public init(id: String, leading: Finding, others: [Finding] = []) {
        self.id = id
        self.leading = leading
        self.others = others
    }

    public var findings: [Finding] { [leading] + others }
    public var severity: Severity { leading.severity }
}

extension RecordReport {
    /// The events that the findings name, in the order in which they come. Neutral findings and `change.other` are none.
    public var events: [Event] {
        eventMembers.map { members in
            Event(id: findings[members[0]].event, leading: findings[members[0]], others: members.dropFirst().map { findings[$0] })
        }
    }

    /// The same as indices into `findings`, none of them empty: for counting, without copying.
    var eventMembers: [[Int]] {
        var events: [[Int]] = []
        var places: [String: Int] = [:]
        for (index, finding) in findings.enumerated() where !finding.event.isEmpty {
            // Findings of one event mostly stand together.
            if let last = events.last, findings[last[0]].event == finding.event {
                events[events.count - 1].append(index)
            } else if let place = places[finding.event] {
                events[place].append(index)
            } else {
                places[finding.event] = events.count
                events.append([index])
            }
        }
        return events
    }
}

/// The findings of one record, grouped: events in order of place, numbered from "e1"; of each the strongest finding first, as its leading one (a
/// deleted passage where it held the last mentions of several names), with the rules of the others in `also`; at the end, in order of place, what is
/// no event (neutral findings and `change.other`, event "").
///
/// The result does not depend on the order of the input. Which findings share an event: see `EventLinks`.
public func groupedIntoEvents(_ findings: [Finding]) -> [Finding] {
    let ordered = PlaceOrder.sorted(findings).map { findings[$0] }
    let loud = ordered.filter(\.countsAsEvent)
    var links = EventLinks(loud)
    let roots = links.roots()
    var members: [[Int]] = []
    var eventOfRoot: [Int: Int] = [:]
    for (index, root) in roots.enumerated() {
        if let event = eventOfRoot[root] {
            members[event].append(index)
        } else {
            eventOfRoot[root] = members.count
            members.append([index])
        }
    }
    var result: [Finding] = []
    result.reserveCapacity(findings.count)
    for (number, event) in members.enumerated() {
        let passage = passageThatLeads(event, of: loud)
        let strongestFirst = event.sorted { left, right in
            if let passage, (left == passage) != (right == passage) { return left == passage }
            return leads(loud[left], before: loud[right], tie: left < right)
        }
        let others = strongestFirst.dropFirst()
        for (order, index) in strongestFirst.enumerated() {
            var finding = loud[index]
            finding.event = "e\(number + 1)"
            finding.also = []
            if order == 0 {
                for other in others where !finding.also.contains(loud[other].rule.id) { finding.also.append(loud[other].rule.id) }
            }
            result.append(finding)
        }
    }
    for var finding in ordered where !finding.countsAsEvent {
        finding.event = ""
        finding.also = []
        result.append(finding)
    }
    return result
}

/// The deleted passage that leads an event in the place of the names it held; nil for most events.
///
/// "A deleted passage that held the last mentions of many names is one event" (product contract): with two or more names the passage says more than
/// the first of them, unless another finding tells who did what or how a name went, or a name weighs more than the passage.
private func passageThatLeads(_ event: [Int], of findings: [Finding]) -> Int? {
    guard event.count > 2, event.allSatisfy({ telling(findings[$0].rule.id) >= telling(Rule.erasureEntity.id) }) else { return nil }
    let heaviest = event.map { findings[$0].severity }.max()
    return event.first { index in
        guard findings[index].rule == .erasurePassage, findings[index].severity == heaviest else { return false }
        return event.count { findings[$0].rule == .erasureEntity && EventLinks.holds(findings[index], findings[$0]) } > 1
    }
}

/// Severity first, so that an event never looks milder than what it holds (gate and terminal see the leading finding); then what says most.
private func leads(_ left: Finding, before right: Finding, tie: Bool) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    let (a, b) = (telling(left.rule.id), telling(right.rule.id))
    if a != b { return a < b }
    return left.confidence != right.confidence ? left.confidence > right.confidence : tie
}

/// The order of leading of design/product: who did what to whom tells more than that a name is missing, a name more than a passage.
private func telling(_ rule: String) -> Int {
    switch rule {
    case "attribution.role-reversed": 0
    case "attribution.agent-replaced", "attribution.speaker-replaced", "attribution.author-replaced": 1
    case "erasure.anonymised": 2
    case "attribution.agent-deleted", "attribution.speaker-deleted", "attribution.author-removed": 3
    case "attribution.agent-dropped": 4
    case "erasure.list-omission": 5
    // A record that is gone says more than the names that went with it.
    case "erasure.record", "interpolation.record": 6
    case "erasure.entity": 7
    case "erasure.passage": 8
    default: 9
    }
}
