import Alignment
import Findings
import Language

/// Agents behind "by" that the frames leave open: nouns without a name, and names put behind a "by" that was not there.
///
/// The "by" marks its agent whatever became of the predicate: "used by the fishermen" -> "raised by the monks".
struct AgentsBehindBy {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    private var old: Side { parallel.old }
    private var new: Side { parallel.new }

    /// An agent without a name behind a "by" that stays: surer than one read off the order of the words (.5).
    static let noun = 0.72
    /// A name behind a "by" that was put in, whose bearer did nothing in the sentence before.
    static let named = 0.72
    /// A phrase of more content words than this was a clause.
    static let longest = 6

    func apply(_ oldFrames: [Frame], _ newFrames: [Frame], to docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard pack.code == "en", parallel.edits.count <= WordFinding.mostEdits else { return }
        for index in old.tokens.indices where isMark(old, index) {
            guard let counterpart = partner(of: index), isMark(new, counterpart), let before = phrase(old, index), let after = phrase(new, counterpart) else { continue }
            replaced(before, after, governor: index - 1, &docket, &explained, &reported)
        }
        for index in new.tokens.indices where parallel.newTouched[index] && isMark(new, index) { put(index, oldFrames, &docket, &explained) }
        for index in old.tokens.indices where parallel.oldTouched[index] && isMark(old, index) { taken(index, newFrames, &docket, &explained, &reported) }
        for number in parallel.edits.indices where !explained.isExplained(number) { vaguer(parallel.edits[number], &docket, &explained) }
    }

    /// "was coined by Pavlov" -> "was first used in Pavlov's letters": the name stays, and does nothing now.
    private func taken(_ by: Int, _ newFrames: [Frame], _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        guard let phrase = phrase(old, by), let agent = phrase.mentions.first, old.mentions[agent].tokens.lowerBound - by <= 4, let kept = parallel.kept[agent]?.new, !reported.contains(agent) else { return }
        let first = new.mentions[kept].titlesFrom
        // Still behind a "by", or an agent in other words, or the subject of what follows.
        guard !(max(0, first - 3)..<first).contains(where: { new.tokens[$0].folded == "by" }), !newFrames.contains(where: { $0.kind != .possession && $0.agent?.allMentions.contains(kept) == true }) else { return }
        let next = new.mentions[kept].tokens.upperBound
        // "the report, written by Reyes" -> "Reyes's report": what he did is his.
        if next < new.tokens.count, new.tokens[next].folded == "'s", (next + 1..<min(next + 4, new.tokens.count)).contains(where: { at in
            new.tokens[at].kind == .word && !new.tokens[at].has(.function) && old.tokens[..<by].contains { $0.stem == new.tokens[at].stem }
        }) { return }
        guard next < new.tokens.count, new.tokens[next].folded == "'s" || first > 0 && new.tokens[first - 1].has(.preposition), !new.tokens.contains(where: { $0.stem == old.tokens[by - 1].stem }) else { return }
        docket.file(
            Finding(
                rule: .attributionAgentDeleted, severity: .warning, confidence: parallel.cap(Self.named), entity: old.mentions[agent].subject(inquiry.pair.authority),
                before: old.place(by - 1..<phrase.tokens.upperBound), after: new.place(new.mentions[kept].tokens),
                message: "\(old.mentions[agent].text) stood as agent behind '\(old.text(by - 1..<by + 1))'; the name stands, and does nothing now",
                evidence: [Evidence(kind: "slot", detail: "its predicate is gone, and no other takes its place")]))
        reported.insert(agent)
        explained.mark(old: phrase.tokens)
    }

    /// "accusations from the bishops of the south" -> "accusations from some critics": people said to be these become some.
    private func vaguer(_ edit: WordEdit, _ docket: inout Docket, _ explained: inout Explained) {
        let slot = Slot(parallel: parallel, edit: edit)
        let was = slot.content(old: nil), stands = slot.content(new: nil)
        guard (2...Self.longest).contains(was.count), stands.count <= 2, let first = edit.new.first, let line = new.line(of: first), let now = PhraseReader(side: new, line: line.tokens).right(from: first),
            now.isIndefinite, now.mentions.isEmpty, now.tokens.upperBound >= edit.new.upperBound || stands.allSatisfy({ now.tokens.contains($0) })
        else { return }
        // People: a word for them stood there and stands here, or "others" does.
        func people(_ side: Side, _ indices: [Int]) -> Bool { indices.contains { side.tokens[$0].has([.collective, .office]) || pack.wording.senses(of: side.tokens[$0].folded).contains { $0.scale == .vagueSource } } }
        guard people(old, was), stands.isEmpty || people(new, stands), !edit.old.contains(where: { old.tokens[$0].has([.indefinite, .numeral]) || old.tokens[$0].kind == .number }),
            !was.contains(where: { old.mention(at: $0).map { parallel.lost.contains($0) } == true && old.tokens[$0].has(.place) == false }) else { return }
        let range = edit.old
        let text = old.text(range)
        docket.file(
            Finding(
                rule: .erasureAnonymised, severity: .warning, confidence: parallel.cap(Self.noun), entity: Subject(id: text.lowercased(), name: text), before: old.place(range),
                after: new.place(now.tokens), message: "'\(text)' stood; '\(new.text(now.tokens))' stands now",
                evidence: [Evidence(kind: "slot", detail: "an indefinite expression in the place of people who were described")]))
        explained.mark(old: edit.old, new: edit.new)
    }

    /// The "by" that stays, or the only one of an edit that has one on both sides.
    private func partner(of by: Int) -> Int? {
        if let counterpart = parallel.counterpart(of: by) { return counterpart }
        guard let edit = parallel.edit(oldToken: by), edit.old.count(where: { old.tokens[$0].folded == "by" }) == 1 else { return nil }
        let marks = edit.new.filter { new.tokens[$0].folded == "by" }
        return marks.count == 1 ? marks[0] : nil
    }

    /// A "by" behind a participle.
    private func isMark(_ side: Side, _ index: Int) -> Bool {
        guard side.tokens[index].folded == "by", index > 0, index + 1 < side.tokens.count, side.mention(at: index) == nil else { return false }
        let governor = side.tokens[index - 1]
        let verb = governor.has(.adverb) && !governor.has([.verb, .speech]) && index > 1 ? side.tokens[index - 2] : governor
        return verb.has([.verb, .speech, .lead]) && !verb.folded.hasSuffix("ing") && !verb.has(.determiner)
    }

    private func phrase(_ side: Side, _ by: Int) -> NounPhrase? {
        guard let line = side.line(of: by), let phrase = PhraseReader(side: side, line: line.tokens).right(from: by + 1), !phrase.isPronoun else { return nil }
        guard let first = side.tokens[phrase.tokens].first, first.kind == .word, !first.folded.hasSuffix("ing"), !first.has([.month, .weekday]) else { return nil }
        let content = content(side, phrase.tokens)
        guard !content.isEmpty, content.count <= Self.longest, !content.allSatisfy({ $0.kind == .number || $0.has(.numeral) }) else { return nil }
        // "by the Inca and wine by the monks": what is joined without a name belongs to the next clause.
        guard phrase.mentions.isEmpty, let and = phrase.tokens.first(where: { side.tokens[$0].has(.conjunction) && side.tokens[$0].folded != "&" }), and > phrase.tokens.lowerBound else { return phrase }
        return NounPhrase(phrase.tokens.lowerBound..<and, in: side) ?? phrase
    }

    /// Its words of content; of a phrase without a name those before the first "and" or "of": what is joined may belong to the next clause, and whose they are is not who.
    private func content(_ side: Side, _ tokens: Range<Int>) -> [SentenceToken] {
        let end = tokens.first { $0 > tokens.lowerBound && side.mention(at: $0) == nil && side.tokens[$0].has([.conjunction, .preposition]) && side.tokens[$0].folded != "&" } ?? tokens.upperBound
        return side.tokens[tokens.lowerBound..<max(tokens.lowerBound, end)].filter { $0.kind != .punctuation && !$0.has(.function) && !$0.has(.adverb) }
    }

    private func replaced(_ before: NounPhrase, _ after: NounPhrase, governor: Int, _ docket: inout Docket, _ explained: inout Explained, _ reported: inout Set<Int>) {
        // Names are judged where they are lost.
        guard before.mentions.isEmpty, parallel.isTouched(old: before.tokens), parallel.isTouched(new: after.tokens), !isExplained(before, explained) else { return }
        if before.tokens.count == 1, FormsOfNames(old: old, new: new).isSpelledOut(before.tokens.lowerBound, in: after.tokens.lowerBound..<min(new.tokens.count, after.tokens.upperBound + Self.longest)) { return }
        // "by several sources" -> "by various critics": nobody before and nobody now.
        guard !before.isIndefinite, !before.isDefinite || after.mentions.isEmpty || !after.mentions.contains(where: { inquiry.stands(new.mentions[$0], inOld: true) }) else { return }
        let olds = roots(old, before), news = roots(new, after)
        guard !olds.isEmpty, !news.isEmpty, olds.allSatisfy({ one in !news.contains { isOneRoot(one, $0) } }) else { return }
        let text = old.text(before.tokens)
        let isNobody = after.isIndefinite
        docket.file(
            Finding(
                rule: isNobody ? .erasureAnonymised : .attributionAgentReplaced, severity: .warning, confidence: parallel.cap(Self.noun), entity: Subject(id: text.lowercased(), name: text),
                other: isNobody ? nil : after.mentions.first.map { new.mentions[$0].subject(inquiry.pair.authority) }, before: old.place(before.tokens), after: new.place(after.tokens),
                message: "'\(old.text(governor..<governor + 2))': \(text) stood as agent; \(new.text(after.tokens)) stands now",
                evidence: [Evidence(kind: "slot", detail: "behind a 'by' that stays")]))
        explained.mark(old: before.tokens, new: after.tokens)
    }

    /// An edit of the phrase that another rule has accounted for.
    private func isExplained(_ phrase: NounPhrase, _ explained: Explained) -> Bool {
        phrase.tokens.contains { parallel.oldTouched[$0] && parallel.editIndex(oldToken: $0).map { explained.isExplained($0) } == true }
    }

    private func roots(_ side: Side, _ phrase: NounPhrase) -> [String] { content(side, phrase.tokens).map { pack.value(of: $0.folded, in: "homeland") ?? $0.stem } }

    private func isOneRoot(_ left: String, _ right: String) -> Bool {
        left == right || zip(left.utf8, right.utf8).prefix { $0 == $1 }.count >= max(4, min(left.utf8.count, right.utf8.count) - 1)
    }

    /// "was first used in Pavlov's letters" -> "was coined by Pavlov": somebody is given the deed. Not where he was its agent in other words.
    private func put(_ by: Int, _ oldFrames: [Frame], _ docket: inout Docket, _ explained: inout Explained) {
        guard let phrase = phrase(new, by), let agent = phrase.mentions.first, new.mentions[agent].tokens.lowerBound - by <= 4 else { return }
        // Whatever its predicate, an agent of the older sentence stays one.
        let own = old.mentions.indices.filter { parallel.kept[$0]?.new == agent || inquiry.isSame(old.mentions[$0], new.mentions[agent]) }
        guard own.allSatisfy({ mention in
            let first = old.mentions[mention].titlesFrom
            let isBehindBy = (max(0, first - 3)..<first).contains { old.tokens[$0].folded == "by" }
            return !isBehindBy && !oldFrames.contains { $0.kind != .possession && $0.agent?.allMentions.contains(mention) == true }
        }) else { return }
        // A pronoun of the older sentence may have meant the same.
        guard own.isEmpty == false || !old.tokens.indices.contains(where: { parallel.oldTouched[$0] && ["he", "she", "they", "him", "her", "them", "his", "their"].contains(old.tokens[$0].folded) }) else { return }
        // The deed stood there without an agent, or another deed did; it was not a clause put in whole.
        guard let number = parallel.editIndex(newToken: by), !explained.isExplained(number) else { return }
        let edit = parallel.edits[number]
        guard edit.new.count <= Self.longest * 2, new.mentions[agent].form.kind != .place || !own.isEmpty || parallel.gained.contains(agent) else { return }
        let rest = edit.new.filter { !phrase.tokens.contains($0) && new.tokens[$0].kind != .punctuation && !new.tokens[$0].has(.function) }
        guard rest.count <= 3 else { return }
        docket.file(
            Finding(
                rule: .attributionAgentAdded, severity: .warning, confidence: parallel.cap(Self.named), entity: new.mentions[agent].subject(inquiry.pair.authority),
                before: WordFinding(parallel: parallel, inquiry: inquiry).counterpart(edit), after: new.place(by - 1..<phrase.tokens.upperBound),
                message: "\(new.mentions[agent].text) stands as agent behind '\(new.text(by - 1..<by + 1))'; no agent stood there",
                evidence: [Evidence(kind: "slot", detail: "a 'by' that was put in")]))
        explained.mark(new: phrase.tokens)
    }
}
