import Findings
import Language
import Records

/// Names gone from the whole record, or new in it: asked once all sentences have been read.
struct EntityRules {
    let inquiry: Inquiry

    private var authority: [Entity] { inquiry.pair.authority }

    func apply(to docket: inout Docket) {
        for loss in docket.lostNames {
            // Events are counted by a rule of their own, which reads their names more freely.
            if let entity = loss.mention.entity, authority[entity].kind == .event { continue }
            let (count, how) = inquiry.presence(loss.mention, inOld: false)
            if count == 0 { gone(loss, &docket) } else if !loss.inDeleted, !loss.isTold { stays(loss, count, how, &docket) }
        }
        for gain in docket.addedNames where !inquiry.stands(gain.mention, inOld: true) {
            docket.file(
                Finding(
                    rule: .interpolationEntity, confidence: confidence(gain, .interpolationEntity), entity: gain.mention.subject(authority), before: nil,
                    after: gain.place, message: "\(gain.mention.text) was added\(gain.count > 1 ? " in \(gain.count) places" : ""); the earlier version does not name \(gain.mention.text)",
                    evidence: evidence(gain)))
        }
    }

    private func gone(_ loss: Docket.NameLoss, _ docket: inout Docket) {
        let mention = loss.mention
        // Known from capitals alone, or a place: a warning. A person or a body that mark-up or authority vouch for: an error.
        let severity: Severity = mention.trust == .capitals || mention.form.kind == .place ? .warning : .error
        docket.file(
            Finding(
                rule: .erasureEntity, severity: severity, confidence: confidence(loss, .erasureEntity), entity: mention.subject(authority),
                before: loss.place, after: loss.counterpart,
                message: "\(mention.text) stood here\(loss.count > 1 ? " and in \(loss.count - 1) other place\(loss.count > 2 ? "s" : "")" : ""); the later version does not name \(mention.text) anywhere in the record",
                evidence: evidence(loss)))
    }

    private func stays(_ loss: Docket.NameLoss, _ count: Int, _ how: String?, _ docket: inout Docket) {
        docket.file(
            Finding(
                rule: .erasureMention, confidence: min(Rule.erasureMention.confidence, 0.45 + loss.strength * 0.4), scope: .passage,
                entity: loss.mention.subject(authority), before: loss.place, after: loss.counterpart,
                message: "\(loss.mention.text) stood here; the later version names \(loss.mention.text) elsewhere only (\(count) time\(count == 1 ? "" : "s"))",
                evidence: how.map { [Evidence(kind: "identity", detail: $0)] } ?? []))
    }

    private func confidence(_ loss: Docket.NameLoss, _ rule: Rule) -> Double {
        guard loss.mention.trust == .capitals else { return rule.confidence }
        switch loss.mention.form.kind {
        case .person: return min(rule.confidence, 0.85)
        case .organisation, .unknown: return min(rule.confidence, 0.8)
        case .place: return min(rule.confidence, 0.75)
        }
    }

    private func evidence(_ loss: Docket.NameLoss) -> [Evidence] {
        let known =
            switch loss.mention.trust {
            case .markup: "a name by its mark-up" + (loss.mention.key.map { " ('\($0)')" } ?? "")
            case .authority: "a name of the authority file"
            case .capitals: "a name by its capitals"
            }
        return [Evidence(kind: "identity", detail: known), Evidence(kind: "search", detail: "every spelling that the name systems know was looked for in the whole other version")]
    }
}
