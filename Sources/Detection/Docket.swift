import Alignment
import Findings
import Language
import PlainText
import Records

/// Collects what the rules say about a pair of versions, and keeps the books: which edits are explained, what was neutral, what nobody named.
struct Docket {
    let inquiry: Inquiry
    private(set) var detected = Detected()
    /// Lost and added names by id, so that each is reported once a record: the first place, with how many places.
    private(set) var lostNames: [NameLoss] = []
    private(set) var addedNames: [NameLoss] = []
    private var lostByWord: [String: [Int]] = [:]
    private var addedByWord: [String: [Int]] = [:]
    private(set) var transfers: [Ledger.Transfer] = []
    /// Mentions for which a pronoun or description goes on, by entity id.
    private(set) var carriedNames: [String: Int] = [:]
    /// Names whose places were counted while a rule was at work.
    var counted: [Subject: LedgerKeeper.Counted] = [:]

    init(inquiry: Inquiry) { self.inquiry = inquiry }

    /// A name that stood somewhere and does not stand there any more (or the reverse).
    struct NameLoss {
        var mention: Mention
        var place: Place
        /// What stands in its place, where its sentence stays.
        var counterpart: Place?
        /// It went with a deleted passage or sentence.
        var inDeleted: Bool
        /// Another finding says already that it is gone from this place.
        var isTold = false
        var count = 1
        var strength: Double
    }

    /// Files a finding; returns whether it was kept. One below the threshold counts as unclassified.
    @discardableResult
    mutating func file(_ finding: Finding) -> Bool {
        if finding.severity != .neutral, finding.rule != .changeOther {
            let floor = inquiry.isWatched(finding.entity) || inquiry.isWatched(finding.other) ? inquiry.pair.minimumConfidenceWatched : inquiry.pair.minimumConfidence
            // A thousandth of slack: .9 x .78 is .702 on paper and .7019999 in binary.
            guard finding.confidence >= floor - 0.001 else {
                detected.unclassified += 1
                return false
            }
        }
        detected.findings.append(finding)
        return true
    }

    /// A cap that was reached, worded for the report; said once, however often it was.
    mutating func reach(limit: String) {
        if !detected.limits.contains(where: { $0.utf8.elementsEqual(limit.utf8) }) { detected.limits.append(limit) }
    }

    /// Adds evidence to the findings from number `first` on that are about one of these subjects, by id; they are no surer than it.
    mutating func add(_ evidence: [String: (said: Evidence, confidence: Double)], from first: Int) {
        for index in detected.findings.indices.dropFirst(first) where detected.findings[index].countsAsEvent && detected.findings[index].rule != .factName {
            for subject in [detected.findings[index].entity, detected.findings[index].other] {
                guard let subject, let (said, confidence) = evidence[subject.id], !detected.findings[index].evidence.contains(said) else { continue }
                detected.findings[index].evidence.append(said)
                detected.findings[index].confidence = min(detected.findings[index].confidence, confidence)
            }
        }
    }

    mutating func neutral(_ rule: Rule, count: Int = 1) { detected.neutral[rule.id, default: 0] += count }

    mutating func unclassified(_ before: Place?, _ after: Place?) {
        detected.unclassified += 1
        detected.findings.append(Finding(rule: .changeOther, before: before, after: after, message: "the wording changed; no rule names the change"))
    }

    /// Files a neutral change with its place, so that `--show-neutral` can list it.
    mutating func neutral(_ rule: Rule, before: Place?, after: Place?, message: String, evidence: [Evidence] = []) {
        neutral(rule)
        detected.findings.append(Finding(rule: rule, before: before, after: after, message: message, evidence: evidence))
    }

    mutating func carry(_ mention: Mention) { carriedNames[mention.id(inquiry.pair.authority), default: 0] += 1 }

    mutating func lose(_ loss: NameLoss) { Self.add(loss, to: &lostNames, &lostByWord, inquiry) }
    mutating func gain(_ gain: NameLoss) { Self.add(gain, to: &addedNames, &addedByWord, inquiry) }

    private static func add(_ loss: NameLoss, to list: inout [NameLoss], _ byWord: inout [String: [Int]], _ inquiry: Inquiry) {
        // Forms of one name share their last word, or their identity; only those are compared.
        let buckets = [loss.mention.form.words.last ?? "", loss.mention.entity.map { "#\($0)" } ?? loss.mention.key.map { "#" + $0 } ?? ""].filter { !$0.isEmpty }
        for index in buckets.flatMap({ byWord[$0] ?? [] }) where inquiry.isSame(list[index].mention, loss.mention) {
            list[index].count += 1
            // The place in a kept sentence tells more than the one in a deleted passage.
            if list[index].inDeleted, !loss.inDeleted {
                var better = loss
                better.count = list[index].count
                better.mention.trust = max(loss.mention.trust, list[index].mention.trust)
                list[index] = better
            } else {
                list[index].mention.trust = max(loss.mention.trust, list[index].mention.trust)
            }
            return
        }
        for bucket in buckets { byWord[bucket, default: []].append(list.count) }
        list.append(loss)
    }

    /// Books that what stood with `from` stands with `to`: credit, or blame for a harm.
    mutating func transfer(from: String, to: String, rule: Rule, _ kind: Ledger.Transfer.Kind = .credit) {
        if let index = transfers.firstIndex(where: { $0.from == from && $0.to == to && $0.kind == kind }) {
            transfers[index].count += 1
            transfers[index].rules[rule.id, default: 0] += 1
        } else {
            transfers.append(Ledger.Transfer(from: from, to: to, count: 1, kind: kind, rules: [rule.id: 1]))
        }
    }

    mutating func finish(_ change: (inout Detected) -> Void) -> Detected {
        change(&detected)
        return detected
    }
}
