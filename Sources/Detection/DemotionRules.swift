import Findings
import Language

/// Who led and now helped, and who did it to whom turned round: the frames of both sides, where the names stay and their parts change.
struct DemotionRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    private var old: Side { parallel.old }
    private var new: Side { parallel.new }

    /// Tells both; to be asked with the frames that the rules of attribution have read.
    func apply(_ oldFrames: [Frame], _ newFrames: [Frame], to docket: inout Docket, _ explained: inout Explained) -> Set<Int> {
        var settled: Set<Int> = []
        guard parallel.edits.count <= WordFinding.mostEdits else { return settled }
        for before in oldFrames {
            if let after = newFrames.first(where: { isReversed(before, $0) }) {
                reversed(before, after, &docket, &explained)
                settled.insert(before.token)
                continue
            }
            guard before.kind != .part, before.kind != .possession, before.kind != .speech, let agent = before.agent, !agent.isPronoun, !isHelped(before.token, old) else { continue }
            // "produced" -> "helped to produce"; "was led by" -> "with the participation of"; "led" -> "took part in".
            let isStrong = before.kind == .lead || old.tokens[before.token].has(.lead) || pack.group("leading").contains(old.tokens[before.token].folded)
            let after = newFrames.first { frame in
                guard let other = frame.agent, isSame(agent, other) else { return false }
                if frame.stem == before.stem, frame.kind != .part { return isHelped(frame.token, new) && isTouched(frame.token) }
                let helps = frame.kind == .part || new.tokens[frame.token].has(.part) || isHelping(frame.token)
                return isStrong && helps && parallel.newTouched[frame.token] && parallel.oldTouched[before.token]
            }
            guard let after else { continue }
            demoted(before, after, agent, &docket, &explained)
            settled.insert(before.token)
        }
        return settled
    }

    // MARK: roles turned round

    private func isReversed(_ before: Frame, _ after: Frame) -> Bool {
        guard before.stem == after.stem, before.kind == .action, after.kind == .action, let agent = before.agent, let patient = before.patient,
            let otherAgent = after.agent, let otherPatient = after.patient, !agent.isPronoun, !patient.isPronoun
        else { return false }
        // A phrase with a verb in it was read over a border.
        func isWhole(_ phrase: NounPhrase, _ side: Side) -> Bool { !phrase.mentions.isEmpty || !side.tokens[phrase.tokens].contains { $0.has(.auxiliary) } }
        guard isWhole(agent, old), isWhole(patient, old), isWhole(otherAgent, new), isWhole(otherPatient, new) else { return false }
        return isSame(agent, otherPatient) && isSame(patient, otherAgent) && !isSame(agent, otherAgent)
    }

    private func reversed(_ before: Frame, _ after: Frame, _ docket: inout Docket, _ explained: inout Explained) {
        guard let agent = before.agent, let patient = before.patient, let otherAgent = after.agent, let otherPatient = after.patient else { return }
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        docket.file(
            Finding(
                rule: .attributionRoleReversed, confidence: words.cap(.attributionRoleReversed), entity: subject(agent), before: old.place(agent.tokens), after: new.place(otherAgent.tokens),
                message: "'\(old.text(before.token..<before.token + 1))': \(old.text(agent.tokens)) stood as agent and \(old.text(patient.tokens)) as patient; they stand the other way round now",
                evidence: [Evidence(kind: "slot", detail: "both stand in both sentences")]))
        explained.mark(old: agent.tokens, new: otherAgent.tokens)
        explained.mark(old: patient.tokens, new: otherPatient.tokens)
    }

    // MARK: from leader to helper

    private func demoted(_ before: Frame, _ after: Frame, _ agent: NounPhrase, _ docket: inout Docket, _ explained: inout Explained) {
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        let helper = helperRange(after.token)
        docket.file(
            Finding(
                rule: .attributionAgentDemoted, confidence: words.cap(.attributionAgentDemoted), entity: subject(agent), before: old.place(before.token..<before.token + 1), after: new.place(helper),
                message: "\(old.text(agent.tokens)): '\(old.text(before.token..<before.token + 1))' stood; '\(new.text(helper))' stands now",
                evidence: [Evidence(kind: "cue", detail: "a leading part became a helping one")]))
        explained.mark(old: before.token..<before.token + 1, new: helper)
    }

    private func subject(_ phrase: NounPhrase) -> Subject {
        phrase.mentions.first.map { old.mentions[$0].subject(inquiry.pair.authority) } ?? Subject(id: old.text(phrase.tokens).lowercased(), name: old.text(phrase.tokens))
    }

    private func isHelping(_ token: Int) -> Bool { pack.group("helping").contains(new.tokens[token].folded) || partaking(token) != nil }

    /// "took part", "took an active part", "played a small role": the noun behind the verb; nil where the part is the leading one.
    private func partaking(_ token: Int) -> Int? {
        guard pack.group("partakingVerb").contains(new.tokens[token].folded) else { return nil }
        for at in token + 1..<min(token + 1 + Self.partReach, new.tokens.count) {
            if pack.group("partakingNoun").contains(new.tokens[at].folded) { return at }
            // "a decisive part"
            if new.tokens[at].kind != .word || pack.group("leadingPart").contains(new.tokens[at].folded) || new.tokens[at].has(.lead) || new.mention(at: at) != nil { return nil }
        }
        return nil
    }
    /// An article and two adjectives between the verb and its noun.
    private static let partReach = 4

    /// "helped to produce", "attempted to lead", "assisted in the building of": a helping verb shortly before.
    private func isHelped(_ token: Int, _ side: Side) -> Bool { helper(token, side) != nil }

    private func helper(_ token: Int, _ side: Side) -> Int? {
        var at = token - 1
        while at >= 0, token - at <= 3 {
            if pack.group("helping").contains(side.tokens[at].folded) { return at }
            guard ["to", "in", "with"].contains(side.tokens[at].folded) || side.tokens[at].has(.adverb) else { return nil }
            at -= 1
        }
        return nil
    }

    private func helperRange(_ token: Int) -> Range<Int> { (helper(token, new) ?? token)..<(partaking(token) ?? token) + 1 }

    private func isTouched(_ token: Int) -> Bool { helper(token, new).map { parallel.newTouched[$0] } ?? false }

    /// One name, or one noun.
    private func isSame(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        if let one = left.mentions.first, let other = right.mentions.first { return parallel.kept[one]?.new == other || inquiry.isSame(old.mentions[one], new.mentions[other]) }
        return left.mentions.isEmpty && right.mentions.isEmpty && left.head == right.head
    }
}
