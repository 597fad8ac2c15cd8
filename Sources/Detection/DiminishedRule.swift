import Findings
import Language
import Records

/// Somebody who is still named, but far less than before and than the record as a whole was shortened: the name stays in a list while what the person
/// did goes.
struct DiminishedRule {
    let inquiry: Inquiry

    /// Fewer mentions or roles before are too few to speak of a fall (catalogue: "of at least four").
    static let fewest = 4
    /// At most one in so many is left (catalogue: "by two thirds").
    static let leftOneIn = 3
    /// Confidence where mark-up or an authority file states who is counted: then only the count is in question. The catalogue's starting value is for
    /// names known by their capitals, of which another bearer may be meant.
    static let statedIdentity = 0.72

    func apply(to docket: inout Docket) {
        let keeper = LedgerKeeper(inquiry: inquiry)
        let candidates = mayHaveFallen(self.candidates(docket), keeper)
        guard !candidates.isEmpty else { return }
        let kept = keptShare
        let counted = keeper.counted(candidates.map(\.subject))
        for (candidate, counted) in zip(candidates, counted) {
            docket.counted[candidate.subject] = counted
            let entry = counted.entry
            guard let before = entry.presence[0], let after = entry.presence[1], after > 0 else { continue }
            let carried = docket.carriedNames[candidate.subject.id] ?? 0
            let (oldRoles, newRoles) = (acting(entry.roles[0]), acting(entry.roles[1]))
            // What the counts say must be borne out by losses that were seen: three sentences on one name joined to one lose no mention.
            let mentions = isFall(before, after + carried, kept) && isMost(candidate.losses, of: before)
            let roles = isFall(oldRoles, newRoles + carried, kept) && isMost(candidate.losses + candidate.deeds, of: oldRoles)
            guard mentions || roles else { continue }
            let name = candidate.subject.name
            let what = mentions
                ? "\(name) is still named, \(times(after)) instead of \(before)" + (oldRoles > newRoles ? "; as the one who acts \(times(newRoles)) instead of \(oldRoles)" : "")
                : "\(name) is still named; as the one who acts \(times(newRoles)) instead of \(oldRoles)"
            docket.file(
                Finding(
                    rule: .erasureDiminished, confidence: candidate.isStated ? Self.statedIdentity : Rule.erasureDiminished.confidence, scope: .record, entity: candidate.subject,
                    before: candidate.before, after: candidate.after, message: what,
                    evidence: [
                        Evidence(kind: "count", detail: "mentions \(before) and \(after), acting roles \(oldRoles) and \(newRoles)"),
                        Evidence(kind: "count", detail: "the record as a whole kept \(Int((kept * 100).rounded())) of 100 words"),
                    ]))
        }
    }

    private struct Candidate {
        var subject: Subject
        /// Mentions that are lost.
        var losses: Int
        /// Attributions that are told as lost while the name may have stayed.
        var deeds: Int
        var before: Place?
        var after: Place?
        var isStated: Bool
    }

    /// Names that lost at least so many mentions or deeds as a fall takes. Places are named less for many reasons.
    private func candidates(_ docket: Docket) -> [Candidate] {
        let least = Self.fewest - Self.fewest / Self.leftOneIn
        var candidates: [Candidate] = []
        var byID: [String: Int] = [:]
        let deeds = Self.deeds(docket.detected.findings)
        for loss in docket.lostNames where loss.mention.form.kind != .place {
            let subject = loss.mention.subject(inquiry.pair.authority)
            let told = deeds[subject.id]?.count ?? 0
            guard loss.count + told >= least else { continue }
            if let known = byID[subject.id] {
                candidates[known].losses += loss.count
                continue
            }
            byID[subject.id] = candidates.count
            candidates.append(Candidate(subject: subject, losses: loss.count, deeds: told, before: loss.place, after: loss.counterpart, isStated: loss.mention.trust > .capitals))
        }
        for id in deeds.keys.sorted() where byID[id] == nil {
            guard let told = deeds[id], told.count >= least, let subject = told.first.entity else { continue }
            candidates.append(Candidate(subject: subject, losses: 0, deeds: told.count, before: told.first.before, after: told.first.after, isStated: id.hasPrefix("#")))
        }
        return candidates
    }

    /// Those whose passages that differ allow a fall. With `before` and `after` of a count in these and `same` in the passages that stand unchanged, a
    /// fall to a third (`same + after <= (same + before) / 3`) needs `before - 3 * after >= 2 * same`, so that `before` alone must be three times
    /// `after`: most names are settled without reading what did not change.
    private func mayHaveFallen(_ candidates: [Candidate], _ keeper: LedgerKeeper) -> [Candidate] {
        guard !candidates.isEmpty else { return [] }
        func may(_ before: Int, _ after: Int) -> Bool { before > 0 && after * Self.leftOneIn <= before }
        return zip(candidates, keeper.differing(candidates.map(\.subject))).filter { _, counts in
            may(counts.before.mentions, counts.after.mentions) || may(acting(counts.before.roles), acting(counts.after.roles))
        }.map(\.0)
    }

    /// Findings that take a deed from somebody, by id.
    private static func deeds(_ findings: [Finding]) -> [String: (first: Finding, count: Int)] {
        var deeds: [String: (first: Finding, count: Int)] = [:]
        for finding in findings {
            switch finding.rule {
            case .attributionAgentReplaced, .attributionAgentDropped, .attributionAgentDeleted, .attributionAgentDemoted, .attributionRoleReversed:
                guard let id = finding.entity?.id else { continue }
                deeds[id] = (deeds[id]?.first ?? finding, (deeds[id]?.count ?? 0) + 1)
            default: continue
            }
        }
        return deeds
    }

    /// Agents and speakers.
    private func acting(_ roles: Ledger.Roles) -> Int { roles.agent + roles.quoted }

    private func isFall(_ before: Int, _ after: Int, _ kept: Double) -> Bool {
        before >= Self.fewest && Double(after * Self.leftOneIn) <= Double(before) * kept
    }

    private func isMost(_ losses: Int, of before: Int) -> Bool { losses * Self.leftOneIn >= before * (Self.leftOneIn - 1) }

    /// The share of its words that the record kept; 1 where it grew.
    private var keptShare: Double { min(1, Double(inquiry.pair.new.tokens.count) / Double(max(1, inquiry.pair.old.tokens.count))) }

    private func times(_ count: Int) -> String { count == 0 ? "never" : count == 1 ? "once" : "\(count) times" }
}
