import Alignment
import Findings
import Language

/// Who it was done to: the patient of a deed that is done to persons, another one or none now.
///
/// Only deeds of the lists count (harms, and what courts and offices do to people): another object of "wrote" or "opened" is another fact. A name
/// gives way to a name, a party to another party; what merely stands in other words ("the prisoners" -> "the captives") is silent.
struct PatientRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    private var old: Side { parallel.old }
    private var new: Side { parallel.new }

    /// Harms from this harshness on are done to somebody.
    static let harmful = 2

    /// `pairs`: frames of one predicate, before and after.
    func apply(_ pairs: [(Frame, Frame)], _ oldFrames: [Frame], _ newFrames: [Frame], to docket: inout Docket, _ explained: inout Explained) {
        guard parallel.edits.count <= WordFinding.mostEdits else { return }
        for (before, after) in pairs {
            guard before.kind == .action, after.kind == .action, let patient = patient(before), let now = after.patient, !now.isPronoun else { continue }
            compare(before, patient, now, &docket, &explained)
        }
        let paired = Set(pairs.map(\.0.token))
        for before in oldFrames where before.kind == .action && !paired.contains(before.token) {
            guard let patient = patient(before) else { continue }
            lost(before, patient, newFrames, &docket, &explained)
        }
    }

    /// The patient of a deed done to persons, if an edit touches it.
    private func patient(_ frame: Frame) -> NounPhrase? {
        guard let patient = frame.patient, !patient.isPronoun, parallel.isTouched(old: patient.tokens), isDoneToPersons(frame) else { return nil }
        return patient
    }

    private func isDoneToPersons(_ frame: Frame) -> Bool {
        pack.group("doneTo").contains(old.tokens[frame.token].folded) || !Harm(side: old, pack: pack).groups(at: frame.token, least: Self.harmful).isEmpty
    }

    // MARK: another one

    private func compare(_ before: Frame, _ patient: NounPhrase, _ now: NounPhrase, _ docket: inout Docket, _ explained: inout Explained) {
        guard parallel.isTouched(new: now.tokens) else { return }
        let gone = people(patient, old).filter { parallel.lost.contains($0) }
        let come = people(now, new).filter { parallel.gained.contains($0) }
        if let first = gone.first, gone.count == people(patient, old).count, let successor = come.first {
            tell(.attributionPatientReplaced, before, patient, now, old.mentions[first], new.mentions[successor], &docket)
        } else if patient.allMentions.isEmpty, now.allMentions.isEmpty, Parties(parallel: parallel, pack: pack).areTwo(patient, now) {
            tell(.attributionPatientReplaced, before, patient, now, nil, nil, &docket)
        } else {
            return
        }
        explained.mark(old: patient.tokens, new: now.tokens)
    }

    private func people(_ phrase: NounPhrase, _ side: Side) -> [Int] { phrase.mentions.filter { side.mentions[$0].form.kind != .place } }

    // MARK: none

    /// "The guards shot the prisoners" -> "the guards opened fire": who did it and the harm stay, and nobody suffers it.
    private func lost(_ before: Frame, _ patient: NounPhrase, _ newFrames: [Frame], _ docket: inout Docket, _ explained: inout Explained) {
        let harms = Harm(side: old, pack: pack).groups(at: before.token, least: Self.harmful)
        guard !harms.isEmpty, let agent = before.agent, !agent.isPronoun, isGone(patient) else { return }
        guard let after = newFrames.first(where: { $0.agent.map { isSame(agent, $0) } ?? false && parallel.newTouched[$0.token] }) else { return }
        // The harm stands in the words behind the agent: "opened fire", "carried out an execution".
        let behind = after.token..<min(after.token + Self.reach, new.tokens.count)
        guard behind.contains(where: { !harms.isDisjoint(with: Harm(side: new, pack: pack).groups(at: $0, least: 1)) }) else { return }
        // Somebody else suffers it: another word for them may be meant.
        if let other = after.patient, !other.allMentions.isEmpty || !Parties(parallel: parallel, pack: pack).groups(other, new).isEmpty { return }
        tell(.attributionPatientDeleted, before, patient, nil, people(patient, old).first.map { old.mentions[$0] }, nil, &docket, at: after.token)
        explained.mark(old: patient.tokens)
    }

    /// Words of a milder phrase behind its verb.
    private static let reach = 4

    /// A party or a name of which no word is left.
    private func isGone(_ patient: NounPhrase) -> Bool {
        guard patient.allMentions.allSatisfy({ parallel.lost.contains($0) }), !new.tokens.contains(where: { $0.stem == patient.head }) else { return false }
        return !people(patient, old).isEmpty || !Parties(parallel: parallel, pack: pack).groups(patient, old).isEmpty
    }

    private func isSame(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        if left.allMentions.contains(where: { one in right.allMentions.contains { parallel.kept[one]?.new == $0 } }) { return true }
        return left.head == right.head
    }

    private func tell(
        _ rule: Rule, _ before: Frame, _ patient: NounPhrase, _ now: NounPhrase?, _ name: Mention?, _ other: Mention?, _ docket: inout Docket, at token: Int = 0
    ) {
        let verb = old.text(before.token..<before.token + 1), text = old.text(patient.tokens)
        docket.file(
            Finding(
                rule: rule, confidence: WordFinding(parallel: parallel, inquiry: inquiry).cap(rule), entity: name?.subject(inquiry.pair.authority) ?? Subject(id: text.lowercased(), name: text),
                other: other?.subject(inquiry.pair.authority), before: old.place(patient.tokens), after: new.place(now?.tokens ?? token..<token + 1),
                message: "'\(verb)': done to \(text) before; \(now.map { "\(new.text($0.tokens)) stands now" } ?? "nobody is named now")",
                evidence: [Evidence(kind: "slot", detail: "patient of '\(verb)'")]))
    }
}
