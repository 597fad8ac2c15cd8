import Alignment
import Findings
import Language
import Records

/// Who did it, before and after: frames of the same predicate are put side by side, and what fills the agent's slot is compared.
///
/// A finding needs change support: the edit must touch the old or the new filler. Without it the slots were read differently from the same words,
/// which is our mistake and no revision. (In the prototype this test alone took false alarms on harmlessly edited documents from 15 of 60 to none.)
struct AttributionRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    var old: Side { parallel.old }
    var new: Side { parallel.new }

    /// Returns the lost mentions that it has reported.
    func apply(to docket: inout Docket, _ explained: inout Explained) -> Set<Int> {
        let oldFrames = FrameFinder(side: old, pack: pack).frames()
        let newFrames = FrameFinder(side: new, pack: pack).frames()
        let settled = DemotionRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(oldFrames, newFrames, to: &docket, &explained)
        var reported: Set<Int> = []
        let partners = partners(oldFrames, newFrames, except: settled)
        let usedNew = Set(partners.values)
        let pairs = oldFrames.indices.compactMap { at in partners[at].map { (oldFrames[at], newFrames[$0]) } }
        let spareLeads = newFrames.indices.filter { !usedNew.contains($0) && newFrames[$0].kind == .lead }.map { newFrames[$0] }
        for (before, after) in pairs {
            var after = after
            // "organised by Trotsky" -> "organised under the leadership of the Party": the credit nominal fills the empty slot.
            if after.agent == nil, after.isPassive, let lead = spareLeads.first(where: { new.line(of: $0.token) == new.line(of: after.token) }) {
                after.agent = lead.agent
            }
            compare(before, after, Frames(old: oldFrames, new: newFrames), &docket, &explained, &reported)
        }
        PatientRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(pairs, oldFrames, newFrames, to: &docket, &explained)
        slotsBehindBy(&docket, &explained, &reported)
        AgentsBehindBy(parallel: parallel, inquiry: inquiry, pack: pack).apply(oldFrames, newFrames, to: &docket, &explained, &reported)
        let paired = Set(pairs.map(\.0.token)).union(settled)
        for frame in oldFrames where !paired.contains(frame.token) && parallel.edits.count <= WordFinding.mostEdits {
            turnedRound(frame, newFrames, &docket, &explained, &reported)
            nominalised(frame, newFrames, &docket, &explained, &reported)
            uncredited(frame, &docket, &explained, &reported)
        }
        return reported
    }

    /// All frames of both sides, for what one pair of them does not show.
    private struct Frames {
        var old: [Frame]
        var new: [Frame]
    }

    /// By number of the older frame its newer one: first the same words in their places, then the nearest of the same predicate.
    private func partners(_ olds: [Frame], _ news: [Frame], except settled: Set<Int>) -> [Int: Int] {
        var partners: [Int: Int] = [:]
        var used: Set<Int> = []
        for isAligned in [true, false] {
            for (at, frame) in olds.enumerated() where partners[at] == nil && !settled.contains(frame.token) {
                let wanted = parallel.counterpart(of: frame.token), expected = parallel.position(of: frame.token)
                let candidates = news.indices.filter { !used.contains($0) && isSamePredicate(frame, news[$0]) && (!isAligned || news[$0].token == wanted) }
                guard let best = candidates.min(by: { abs(news[$0].token - expected) < abs(news[$1].token - expected) }) else { continue }
                used.insert(best)
                partners[at] = best
            }
        }
        return partners
    }

    private func isSamePredicate(_ left: Frame, _ right: Frame) -> Bool {
        if left.kind == .lead || right.kind == .lead { return left.kind == right.kind }
        guard (left.kind == .possession) == (right.kind == .possession), (left.kind == .part) == (right.kind == .part), (left.kind == .origin) == (right.kind == .origin) else { return false }
        return left.stem == right.stem
    }

    private func compare(_ before: Frame, _ after: Frame, _ frames: Frames, _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard let agent = before.agent else {
            added(before, after, &docket, &explained)
            return
        }
        guard !agent.isPronoun else { return }
        let isSupported = parallel.isTouched(old: agent.tokens) || after.agent.map { parallel.isTouched(new: $0.tokens) } == true
        guard isSupported else { return }
        let isSpeech = before.kind == .speech && after.kind == .speech
        let lost = agent.mentions.filter { !isNamed($0, in: after.agent) }
        guard let successor = after.agent else {
            deleted(agent, lost, before, after, frames, isSpeech, &docket, &explained, &reported)
            return
        }
        // "Soldiers burned the village" -> "the village burned": what suffered the deed stands where its agent stood.
        if let patient = before.patient, !before.isPassive, !after.isPassive, !patient.isPronoun, after.patient == nil || after.patient?.head != patient.head, isSamePhrase(patient, successor) {
            deleted(agent, lost, before, after, frames, isSpeech, isTurned: true, &docket, &explained, &reported)
            return
        }
        // A pronoun stands for somebody; for whom is not decided here.
        if successor.isPronoun { return }
        let gained = successor.mentions.filter { !isNamed($0, asOldIn: agent) }
        let kept = agent.mentions.filter { isNamed($0, in: successor) }
        if agent.mentions.isEmpty {
            commonNouns(agent, successor, gained, before, after, isSpeech, &docket, &explained)
            return
        }
        if lost.isEmpty, gained.isEmpty {
            if before.isPassive != after.isPassive { docket.neutral(.neutralVoice) }
            return
        }
        if !kept.isEmpty {
            for mention in lost where !isElsewhere(mention) {
                file(isSpeech ? .attributionSpeakerDeleted : .attributionAgentDropped, mention, agent, successor, before, after, weakened: 0, &docket, &reported)
                explained.mark(old: old.mentions[mention].tokens, new: successor.tokens)
            }
            // "A signed it; B signed it too" -> "A and B signed it".
            let hadPart = frames.old.contains { $0.token != before.token && isSamePredicate($0, before) && $0.agent.map { agent in gained.contains { isNamed($0, asOldIn: agent) } } ?? false }
            if lost.isEmpty, !hadPart, let companion = gained.first, kept.count == agent.mentions.count, agent.mentions.count == 1, !isWritten(companion, in: agent) {
                let finding = make(
                    .attributionAgentDiluted, kept.first, companion, agent.tokens, successor.tokens, before, after,
                    "'\(predicate(before))': \(old.text(agent.tokens)) alone stood as agent; \(new.text(successor.tokens)) stands now")
                docket.file(finding)
                explained.mark(old: agent.tokens, new: successor.tokens)
            }
            return
        }
        guard let first = agent.mentions.first(where: { lost.contains($0) }) else { return }
        // Somebody who stays in the sentence in another slot was not replaced by a rewording alone, unless the slot itself was rewritten.
        if successor.mentions.isEmpty {
            nameless(first, agent, successor, before, after, isSpeech, &docket, &explained, &reported)
            return
        }
        for mention in lost where !reported.contains(mention) {
            // Still named in the sentence, which was turned from active to passive or back: the slots were read differently.
            if isElsewhere(mention), before.isPassive != after.isPassive { continue }
            // Whoever stands in the slot now stood in the sentence before, in a slot of the same kind ("Trotsky received this, Lunacharsky that"):
            // the list was shortened, and nobody was put in.
            let isNewcomer = successor.mentions.contains { parallel.gained.contains($0) }
            if !isNewcomer, !isElsewhere(mention), !hasTakenOver(successor, before, after, frames) { continue }
            file(isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, mention, agent, successor, before, after, weakened: 0, &docket, &reported)
            docket.transfer(
                from: old.mentions[mention].id(inquiry.pair.authority),
                to: gained.first.map { new.mentions[$0].id(inquiry.pair.authority) } ?? new.text(successor.tokens),
                rule: isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, stake(before))
        }
        explained.mark(old: agent.tokens, new: successor.tokens)
    }

    /// One name, or one noun.
    private func isSamePhrase(_ left: NounPhrase, _ right: NounPhrase) -> Bool {
        if left.mentions.isEmpty, right.mentions.isEmpty { return left.head == right.head }
        return left.mentions.contains { isNamed($0, in: right) }
    }

    /// Whether somebody named in the sentence before did not do this then and does it now: "it was Meitner who explained" -> "it was Hahn who
    /// explained". The deed is the same one: it stands in its place, done to the same.
    private func hasTakenOver(_ successor: NounPhrase, _ before: Frame, _ after: Frame, _ frames: Frames) -> Bool {
        if let one = before.patient, let other = after.patient, !one.isPronoun, !other.isPronoun {
            guard one.head == other.head || one.mentions.contains(where: { isNamed($0, in: other) }) else { return false }
        } else if parallel.counterpart(of: before.token) != after.token {
            return false
        }
        let doers = frames.old.filter { isSamePredicate($0, before) }.compactMap(\.agent).flatMap(\.allMentions)
        return !successor.mentions.contains { mention in doers.contains { inquiry.isSame(old.mentions[$0], new.mentions[mention]) } }
    }

    /// "X found the letter, and they sent him away" -> "the letter was found, and X was sent away": the name took the place of a pronoun elsewhere
    /// in the sentence, and nobody stands with the deed.
    private func stoodAsPronoun(_ mention: Int, _ before: Frame, _ frames: Frames) -> Bool {
        guard let now = parallel.kept[mention]?.new else { return false }
        let held = frames.new.filter { $0.stem != before.stem && ($0.patient?.mentions.contains(now) == true || $0.agent?.mentions.contains(now) == true) }
        return held.contains { frame in
            let isAgent = frame.agent?.mentions.contains(now) == true
            return frames.old.contains { $0.stem == frame.stem && (isAgent ? $0.agent : $0.patient)?.isPronoun == true }
        }
    }

    /// A name in the slot before, no name in it now.
    private func nameless(
        _ mention: Int, _ agent: NounPhrase, _ successor: NounPhrase, _ before: Frame, _ after: Frame, _ isSpeech: Bool, _ docket: inout Docket,
        _ explained: inout Explained, _ reported: inout Set<Int>
    ) {
        // "Governor Wolf and the militia" -> "the militia": the rest of the phrase stayed. Without an "and" it is the same body in a shorter form.
        let oldWords = Set(old.tokens[agent.tokens].filter { !$0.has(.determiner) }.map(\.folded))
        let newWords = new.tokens[successor.tokens].filter { !$0.has(.determiner) && $0.kind == .word }.map(\.folded)
        if newWords.allSatisfy({ oldWords.contains($0) }) {
            guard !isElsewhere(mention), old.tokens[agent.tokens].contains(where: { $0.has(.conjunction) || $0.folded == "," }) else { return }
            file(.attributionAgentDropped, mention, agent, successor, before, after, weakened: 0.05, &docket, &reported)
            explained.mark(old: agent.tokens, new: successor.tokens)
            return
        }
        // "Elser legte die Bombe" -> "Die Bombe wurde von britischen Agenten gelegt": in a sentence turned round no slot of the words shows what took
        // the name's place.
        if before.isPassive != after.isPassive, successor.isCollectiveOrOffice, !successor.isIndefinite, !successor.isDefinite, !isElsewhere(mention) {
            file(isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, mention, agent, successor, before, after, weakened: 0.1, &docket, &reported)
            explained.mark(old: agent.tokens, new: successor.tokens)
            return
        }
        // "killed by Nikolaev" -> "killed by agents of Zinoviev": whose agents they are says who is meant.
        if let patron = successor.allMentions.first(where: { parallel.gained.contains($0) }), successor.isCollectiveOrOffice, !isElsewhere(mention), parallel.counterpart(of: before.token) == after.token {
            var named = successor
            named.mentions = [patron]
            file(isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, mention, agent, named, before, after, weakened: 0.05, &docket, &reported)
            explained.mark(old: agent.tokens, new: successor.tokens)
            return
        }
        // "NKVD troops" -> "German troops", "Talaat" -> "local officials": a party of its own, told apart by what stands with it.
        if !successor.isIndefinite, !successor.isDefinite, successor.isCollectiveOrOffice, isParty(successor), parallel.counterpart(of: before.token) == after.token, !isElsewhere(mention) {
            file(isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, mention, agent, successor, before, after, weakened: 0.1, &docket, &reported)
            explained.mark(old: agent.tokens, new: successor.tokens)
            return
        }
        // Indefinites, collectives and offices are judged by the rule on anonymity, which looks for an antecedent.
        if successor.isIndefinite || successor.isCollectiveOrOffice || successor.isDefinite { return }
        file(isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, mention, agent, successor, before, after, weakened: 0.15, &docket, &reported)
        explained.mark(old: agent.tokens, new: successor.tokens)
    }

    /// A collective with a word that tells it from others: "local officials", "German troops"; not "the workers", "party members".
    private func isParty(_ phrase: NounPhrase) -> Bool {
        let words = new.tokens[phrase.tokens].filter { $0.kind == .word && !$0.has([.determiner, .adverb, .indefinite]) }
        guard words.count >= 2, let last = words.last, last.has([.collective, .organisation]), last.stem == phrase.head else { return false }
        return words.dropLast().contains { !$0.has([.collective, .office, .organisation, .function, .numeral]) }
    }

    /// The predicate stays and nobody stands in its slot.
    private func deleted(
        _ agent: NounPhrase, _ lost: [Int], _ before: Frame, _ after: Frame, _ frames: Frames, _ isSpeech: Bool, isTurned: Bool = false, _ docket: inout Docket, _ explained: inout Explained,
        _ reported: inout Set<Int>
    ) {
        guard after.isPassive || isSpeech || isTurned || before.kind == .lead else { return }
        if let mention = lost.first {
            // Named elsewhere in the same sentences: the sentence was built differently, the name is not gone from it.
            guard !isElsewhere(mention) || stoodAsPronoun(mention, before, frames) else { return }
            file(isSpeech ? .attributionSpeakerDeleted : .attributionAgentDeleted, mention, agent, nil, before, after, weakened: 0, &docket, &reported)
            docket.transfer(from: old.mentions[mention].id(inquiry.pair.authority), to: "nobody", rule: .attributionAgentDeleted, stake(before))
            explained.mark(old: agent.tokens)
            // The verb turned passive with it.
            if before.isPassive != after.isPassive { explained.mark(old: before.token..<before.token + 1, new: max(0, after.token - 1)..<after.token + 1) }
        } else if agent.mentions.isEmpty, !agent.isPronoun, !new.tokens.contains(where: { $0.stem == agent.head }) {
            let text = old.text(agent.tokens)
            var finding = make(
                isSpeech ? .attributionSpeakerDeleted : .attributionAgentDeleted, nil, nil, agent.tokens, nil, before, after,
                "'\(predicate(before))': \(text) stood as agent; no agent stands now")
            finding.entity = Subject(id: text.lowercased(), name: text)
            finding.confidence = min(finding.confidence, 0.75)
            docket.file(finding)
            explained.mark(old: agent.tokens)
        }
    }

    /// Whether the deed brings credit or blame: a harm is blamed.
    func stake(_ frame: Frame) -> Ledger.Transfer.Kind {
        frame.kind == .action && !Harm(side: old, pack: pack).groups(at: frame.token, least: Self.blamed).isEmpty ? .blame : .credit
    }
    /// Words for a deed from this harshness on bring blame: to kill, to deport, to plunder; not to replace or to question.
    static let blamed = 2

    func stakeEvidence(_ frame: Frame) -> Evidence? { stake(frame) == .blame ? Evidence(kind: "stake", detail: "blame: the deed is a harm") : nil }

    /// An agent where none was named.
    private func added(_ before: Frame, _ after: Frame, _ docket: inout Docket, _ explained: inout Explained) {
        guard before.isPassive, after.isPassive, let agent = after.agent, !agent.isPronoun, parallel.isTouched(new: agent.tokens),
            !agent.allMentions.contains(where: { name in old.mentions.contains { inquiry.isSame($0, new.mentions[name]) } })
        else { return }
        let name = agent.mentions.first.map { new.mentions[$0].subject(inquiry.pair.authority) }
        docket.file(
            Finding(
                rule: .attributionAgentAdded, confidence: min(Rule.attributionAgentAdded.confidence, strengthCap),
                entity: name ?? Subject(id: new.text(agent.tokens).lowercased(), name: new.text(agent.tokens)), before: old.place(before.token..<before.token),
                after: new.place(agent.tokens), message: "'\(predicate(before))': no agent stood; \(new.text(agent.tokens)) stands now",
                evidence: [Evidence(kind: "slot", detail: "agent of '\(predicate(before))'")]))
        explained.mark(new: agent.tokens)
    }

    /// Agents without a name: "the police shot" -> "the rioters shot".
    private func commonNouns(
        _ agent: NounPhrase, _ successor: NounPhrase, _ gained: [Int], _ before: Frame, _ after: Frame, _ isSpeech: Bool, _ docket: inout Docket,
        _ explained: inout Explained
    ) {
        guard !agent.isPronoun else { return }
        if agent.isDefinite, let name = gained.first, standsBefore(name) { return }
        let parties = Parties(parallel: parallel, pack: pack)
        let isOther = parallel.counterpart(of: before.token) == after.token && parties.areTwo(agent, successor)
        if !isOther {
            guard agent.head != successor.head else { return }
            let shared = Set(old.tokens[agent.tokens].filter { !$0.has(.function) }.map(\.stem))
                .intersection(new.tokens[successor.tokens].filter { !$0.has(.function) }.map(\.stem))
            guard shared.isEmpty else { return }
        }
        var finding = make(
            isSpeech ? .attributionSpeakerReplaced : .attributionAgentReplaced, nil, gained.first, agent.tokens, successor.tokens, before, after,
            "'\(predicate(before))': \(old.text(agent.tokens)) stood as agent; \(new.text(successor.tokens)) stands now")
        finding.entity = Subject(id: old.text(agent.tokens).lowercased(), name: old.text(agent.tokens))
        // The catalogue: a common-noun agent counts half, unless the lists know both for parties and for two of them.
        finding.confidence = min(isOther ? Self.otherParty : gained.isEmpty ? 0.5 : 0.6, strengthCap)
        finding.severity = .warning
        if docket.file(finding) { explained.mark(old: agent.tokens, new: successor.tokens) }
    }

    /// Two parties of the lists in the slot of the same word.
    static let otherParty = 0.75

    /// A name behind "by" whose place another name took, where no frame was read: participles in lists, headings, captions.
    private func slotsBehindBy(_ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        for index in parallel.lost where !reported.contains(index) {
            let mention = old.mentions[index]
            var governor = mention.titlesFrom - 1
            while governor >= 0, old.tokens[governor].has(.determiner) { governor -= 1 }
            guard governor > 0, old.tokens[governor].folded == "by", let edit = parallel.edit(oldToken: mention.tokens.lowerBound),
                old.tokens[governor - 1].has([.verb, .speech, .lead, .byline]),
                let successor = parallel.gained.first(where: { edit.new.overlaps(new.mentions[$0].tokens) && stands($0, behind: old.tokens[governor - 1].stem) })
            else { continue }
            var finding = Finding(
                rule: .attributionAgentReplaced, entity: mention.subject(inquiry.pair.authority),
                other: new.mentions[successor].subject(inquiry.pair.authority), before: old.place(mention.tokens),
                after: new.place(new.mentions[successor].tokens),
                message: "'\(old.text(governor - 1..<governor + 1))': \(mention.text) stood as agent; \(new.mentions[successor].text) stands now",
                evidence: [Evidence(kind: "slot", detail: "behind '\(old.text(governor - 1..<governor + 1))'")])
            finding.confidence = 0.75
            docket.file(finding)
            docket.transfer(from: mention.id(inquiry.pair.authority), to: new.mentions[successor].id(inquiry.pair.authority), rule: .attributionAgentReplaced)
            reported.insert(index)
            explained.mark(old: mention.tokens, new: new.mentions[successor].tokens)
        }
    }

    /// Whether a new name stands right behind "by" and the same predicate.
    private func stands(_ mention: Int, behind predicate: String) -> Bool {
        var by = new.mentions[mention].titlesFrom - 1
        while by >= 0, new.tokens[by].has(.determiner) { by -= 1 }
        return by > 0 && new.tokens[by].folded == "by" && new.tokens[by - 1].stem == predicate
    }

    // MARK: what the slots hold

    /// The companion stood in the slot before, in another spelling or as a part of a longer name: "Behnam and his sister Sarah" -> "Sara".
    private func isWritten(_ companion: Int, in phrase: NounPhrase) -> Bool {
        let words = new.mentions[companion].form.words.map { Array($0.utf8) }
        return words.allSatisfy { word in
            old.tokens[phrase.tokens].contains { token in
                let other = Array(token.folded.utf8)
                return word == other || min(word.count, other.count) >= 4 && word.first == other.first && editDistance(word, other) <= 1
            }
        }
    }

    private func isNamed(_ mention: Int, in phrase: NounPhrase?) -> Bool {
        parallel.respelled.contains(mention) || phrase?.allMentions.contains { parallel.kept[mention]?.new == $0 || inquiry.isSame(old.mentions[mention], new.mentions[$0]) } ?? false
    }
    private func isNamed(_ mention: Int, asOldIn phrase: NounPhrase) -> Bool {
        parallel.spelledOut.contains(mention) && phrase.allMentions.contains { parallel.respelled.contains($0) } || phrase.allMentions.contains { parallel.kept[$0]?.new == mention || inquiry.isSame(old.mentions[$0], new.mentions[mention]) }
    }
    /// The name stands somewhere else in the new sentences.
    func isElsewhere(_ mention: Int) -> Bool { parallel.kept[mention] != nil || !parallel.lost.contains(mention) }
    /// The name was known before the old sentence: a description may have meant it.
    private func standsBefore(_ gained: Int) -> Bool { inquiry.stands(new.mentions[gained], inOld: true) }

    func predicate(_ frame: Frame) -> String { old.tokens[frame.token].text }

    func file(
        _ rule: Rule, _ mention: Int, _ agent: NounPhrase, _ successor: NounPhrase?, _ before: Frame, _ after: Frame, weakened: Double,
        _ docket: inout Docket, _ reported: inout Set<Int>
    ) {
        guard reported.insert(mention).inserted else { return }
        let name = old.mentions[mention]
        let role = rule == .attributionSpeakerReplaced || rule == .attributionSpeakerDeleted ? "speaker" : "agent"
        let now = successor.map { "\(new.text($0.tokens)) stands now" } ?? "no \(role) stands now"
        var message = "'\(predicate(before))': \(name.text) stood as \(role); \(now)"
        if rule == .attributionAgentDropped { message = "'\(predicate(before))': \(old.text(agent.tokens)) stood as \(agent.mentions.count > 1 ? "agents" : "agent"); \(name.text) is left out now" }
        let span = rule == .attributionAgentDropped ? name.tokens : agent.tokens
        let other = successor?.mentions.first { !isNamed($0, asOldIn: agent) }
        var finding = make(rule, mention, rule == .attributionAgentDropped ? nil : other, span, successor?.tokens, before, after, message)
        finding.confidence = min(finding.confidence - weakened, strengthCap)
        if name.trust == .capitals { finding.confidence = min(finding.confidence, 0.85) }
        docket.file(finding)
    }

    /// Sentences that share little may not be the same sentence: the weakest step decides.
    var strengthCap: Double { parallel.strength >= 0.5 ? 0.99 : 0.55 + parallel.strength * 0.6 }

    private func make(
        _ rule: Rule, _ mention: Int?, _ other: Int?, _ oldSpan: Range<Int>, _ newSpan: Range<Int>?, _ before: Frame, _ after: Frame, _ message: String
    ) -> Finding {
        Finding(
            rule: rule, confidence: min(rule.confidence, strengthCap), entity: mention.map { old.mentions[$0].subject(inquiry.pair.authority) },
            other: other.map { new.mentions[$0].subject(inquiry.pair.authority) }, before: old.place(oldSpan),
            after: new.place(newSpan ?? after.token..<after.token), message: message,
            evidence: [Evidence(kind: "slot", detail: "agent of '\(predicate(before))'"), stakeEvidence(before)].compactMap { $0 })
    }
}
