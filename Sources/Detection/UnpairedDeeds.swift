import Alignment
import Findings
import Language
import Records

/// Deeds whose predicate has no partner in the later sentences: turned round, made a noun, or left out with the words that said who led.
extension AttributionRules {
    /// "The government killed demonstrators" -> "demonstrators died": the harm and who suffered it stay, who did it is gone.
    func turnedRound(_ before: Frame, _ newFrames: [Frame], _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard before.kind == .action, let agent = before.agent, let patient = before.patient, !agent.isPronoun, parallel.isTouched(old: agent.tokens) else { return }
        let harms = Harm(side: old, pack: pack).groups(at: before.token, least: Self.harmful)
        guard !harms.isEmpty else { return }
        // Fire and hunger destroy as well; nobody is let off with them.
        guard stays(patient), isActor(agent), !new.tokens.contains(where: { $0.stem == agent.head }), agent.allMentions.allSatisfy({ parallel.lost.contains($0) && !reported.contains($0) }) else { return }
        let isSameHarm = !harms.isDisjoint(with: Harm(side: new, pack: pack).groups)
        guard isSameHarm || new.tokens.contains(where: { pack.group("undergoing").contains($0.folded) }) else { return }
        // Somebody acts on them still.
        guard !newFrames.contains(where: { $0.kind == .action && $0.agent != nil && $0.patient?.head == patient.head && !isSuffering($0, patient) }) else { return }
        let text = old.text(agent.tokens)
        let name = agent.allMentions.first.map { old.mentions[$0].subject(inquiry.pair.authority) }
        docket.file(
            Finding(
                rule: .attributionAgentDeleted, confidence: min(isSameHarm ? Self.turned : Self.turnedOtherwise, strengthCap), entity: name ?? Subject(id: text.lowercased(), name: text), before: old.place(agent.tokens),
                after: new.place(0..<0), message: "'\(predicate(before))': \(text) stood as agent; the sentence was turned round and names no agent now",
                evidence: [Evidence(kind: "slot", detail: "the harm and who suffered it stand in both sentences"), stakeEvidence(before)].compactMap { $0 }))
        docket.transfer(from: name?.id ?? text.lowercased(), to: "nobody", rule: .attributionAgentDeleted, stake(before))
        reported.formUnion(agent.mentions)
        explained.mark(old: agent.tokens)
    }

    /// Somebody, or a body: a name, or a word for people.
    private func isActor(_ phrase: NounPhrase) -> Bool {
        !phrase.allMentions.isEmpty || old.tokens[phrase.tokens].contains { $0.has([.collective, .office, .organisation, .demonym, .title]) }
            || !Parties(parallel: parallel, pack: pack).groups(phrase, old).isEmpty
    }

    /// The patient stands in the later sentences: its head, a name of it, a number of it ("several hundred"), or another word for the same party.
    private func stays(_ patient: NounPhrase) -> Bool {
        if patient.allMentions.contains(where: { parallel.kept[$0] != nil }) { return true }
        if new.tokens.contains(where: { $0.stem == patient.head && !$0.has([.determiner, .preposition, .pronoun]) }) { return true }
        let parties = Parties(parallel: parallel, pack: pack)
        let groups = parties.groups(patient, old)
        return !groups.isEmpty && new.tokens.indices.contains { index in
            !groups.isDisjoint(with: pack.wording.senses(of: new.tokens[index].folded).lazy.filter { $0.scale == .party }.map(\.group))
        }
    }

    /// Its subject is who suffered before: "villagers lost their hands".
    private func isSuffering(_ frame: Frame, _ patient: NounPhrase) -> Bool {
        guard let agent = frame.agent else { return false }
        if pack.group("undergoing").contains(new.tokens[frame.token].folded) { return true }
        let suffered = Set(old.tokens[patient.tokens].filter { $0.kind == .word && !$0.has(.function) }.map(\.stem))
        return new.tokens[agent.tokens].contains { suffered.contains($0.stem) }
    }

    /// "Dyer ordered his men to fire" -> "the order was given": the deed stands as a noun, and nobody with it.
    func nominalised(_ before: Frame, _ newFrames: [Frame], _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard before.kind == .action, !before.isPassive, let agent = before.agent, let mention = agent.mentions.first, before.token < old.tokens.count,
            agent.mentions.allSatisfy({ parallel.lost.contains($0) && !reported.contains($0) }), !old.tokens[before.token].has(.speech) || pack.group("doneTo").contains(old.tokens[before.token].folded)
                || pack.group("gift").contains(old.tokens[before.token].stem)
        else { return }
        let stem = old.tokens[before.token].stem
        guard stem.unicodeScalars.count >= Self.shortestStem, let noun = new.tokens.indices.first(where: { parallel.newTouched[$0] && new.tokens[$0].kind == .word && new.tokens[$0].stem == stem }),
            !newFrames.contains(where: { $0.token == noun || $0.agent != nil && !($0.agent?.mentions.isEmpty ?? true) })
        else { return }
        // The later sentence is without an agent altogether: a passive, or nothing but the noun.
        guard newFrames.contains(where: { $0.isPassive && $0.agent == nil && new.line(of: $0.token) == new.line(of: noun) }) else { return }
        file(.attributionAgentDeleted, mention, agent, nil, before, Frame(kind: .action, stem: stem, token: noun, isPassive: true), weakened: 0.1, &docket, &reported)
        docket.transfer(from: old.mentions[mention].id(inquiry.pair.authority), to: "nobody", rule: .attributionAgentDeleted, stake(before))
        explained.mark(old: agent.tokens)
    }

    /// "took the town under the command of Shchors" -> "took the town": the deed stays, and who led it is gone with the words that said so.
    func uncredited(_ before: Frame, _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard before.kind == .lead, let agent = before.agent, let mention = agent.mentions.first, agent.mentions.allSatisfy({ parallel.lost.contains($0) && !reported.contains($0) }),
            let edit = parallel.edit(oldToken: before.token), edit.old.contains(agent.tokens.lowerBound), Slot(parallel: parallel, edit: edit).content(new: nil).isEmpty,
            Slot(parallel: parallel, edit: edit).content(old: agent.tokens).count <= Self.mostCredit
        else { return }
        let at = min(edit.new.lowerBound, max(0, new.tokens.count - 1))
        file(.attributionAgentDeleted, mention, agent, nil, before, Frame(kind: .lead, stem: before.stem, token: at, isPassive: true), weakened: 0.1, &docket, &reported)
        docket.transfer(from: old.mentions[mention].id(inquiry.pair.authority), to: "nobody", rule: .attributionAgentDeleted)
        explained.mark(old: agent.tokens)
    }

    /// More content words beside the name say more than who led.
    private static let mostCredit = 3

    /// A shorter stem is shared by chance.
    private static let shortestStem = 4

    /// Words for a deed from this harshness on are harms that somebody does.
    static let harmful = 3
    /// The harm is kept by a word of the same group: the rule's own case (.85), less a step for the sentence that was rebuilt.
    static let turned = 0.75
    /// Nothing but a word for suffering stands ("lost their hands"): the catalogue's value for a re-perspectivised loss.
    static let turnedOtherwise = 0.55
}
