import Alignment
import Findings
import Language
import PlainText
import Records

/// The office, rank, title or occupation of a person who stays.
///
/// Offices are read as phrases ("deputy foreign minister"), on both sides, and a phrase is compared with the one that stands in its place: by the
/// aligned word where one of its words stays, else by the edit that holds it.
struct RoleRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack
    let cues: CueSheet

    /// A slot with more content words than this on either side was rewritten.
    static let longestSlot = 7
    /// A name further from its office than this is another's.
    static let reach = 8

    private var reader: OfficeReader { OfficeReader(pack: pack) }

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let olds = reader.phrases(parallel.old), news = reader.phrases(parallel.new)
        var told: Set<Int> = []
        for phrase in olds {
            let partner = partner(of: phrase, among: news)
            guard isTouched(phrase, partner), !isSettled(phrase, partner, explained) else { continue }
            guard let partner else {
                // What stands elsewhere in the sentence was moved.
                if !news.contains(where: { $0.words == phrase.words }) { dropped(phrase, &docket, &explained) }
                continue
            }
            guard phrase.words != partner.words else {
                charge(phrase, partner, &docket, &explained)
                continue
            }
            guard !news.contains(where: { $0.words == phrase.words && $0.tokens != partner.tokens }), isAnother(phrase, partner), told.insert(partner.tokens.lowerBound).inserted else { continue }
            let holder = holder(phrase, partner)
            // A field that states an office stands beside the name of its record; "was named secretary" tells of somebody.
            guard holder != nil || isField(phrase) || isAppointed(phrase, partner) else { continue }
            tell(holder, extended(parallel.old, phrase.tokens), extended(parallel.new, partner.tokens), holder == nil ? 0.75 : nil, &docket, &explained)
        }
        PredicatedRoles(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained, except: told)
    }

    // MARK: what stands in its place

    private func partner(of phrase: OfficePhrase, among news: [OfficePhrase]) -> OfficePhrase? {
        for index in phrase.tokens {
            guard let at = parallel.counterpart(of: index), let found = news.first(where: { $0.tokens.contains(at) }) else { continue }
            return found
        }
        guard let edit = phrase.tokens.lazy.compactMap({ parallel.edit(oldToken: $0) }).first else { return nil }
        return news.first { $0.tokens.overlaps(edit.new) }
    }

    private func isTouched(_ phrase: OfficePhrase, _ partner: OfficePhrase?) -> Bool {
        parallel.isTouched(old: extent(parallel.old, phrase)) || partner.map { parallel.isTouched(new: extent(parallel.new, $0)) } == true
    }

    private func extent(_ side: Side, _ phrase: OfficePhrase) -> Range<Int> {
        phrase.tokens.lowerBound..<max(phrase.tokens.upperBound, phrase.charge?.upperBound ?? 0)
    }

    /// Another rule has told the edit, it tells a judgement, or the clause was rewritten.
    private func isSettled(_ phrase: OfficePhrase, _ partner: OfficePhrase?, _ explained: Explained) -> Bool {
        let touched = extent(parallel.old, phrase).compactMap { parallel.editIndex(oldToken: $0) } + (partner.map { extent(parallel.new, $0) } ?? 0..<0).compactMap { parallel.editIndex(newToken: $0) }
        return touched.contains { explained.isExplained($0) || !Slot(parallel: parallel, edit: parallel.edits[$0]).isShort(Self.longestSlot) || isJudging(parallel.edits[$0]) }
    }

    /// "the general secretary" -> "the great leader": the judgement tells it.
    private func isJudging(_ edit: WordEdit) -> Bool {
        (cues.old + cues.new).contains { $0.scale == .tone && abs($0.level) >= FramingRules.leastTone && parallel.edits[$0.edit] == edit }
    }

    /// Two offices, not one written longer: "minister" and "foreign minister" may be one, "minister" and "deputy minister" are two.
    private func isAnother(_ old: OfficePhrase, _ new: OfficePhrase) -> Bool {
        if reader.isNear(old, new, parallel.old, parallel.new) { return false }
        if old.words.isDisjoint(with: new.words) { return true }
        let lost = old.words.subtracting(new.words), gained = new.words.subtracting(old.words)
        return !lost.isEmpty && !gained.isEmpty || !lost.union(gained).isDisjoint(with: old.ranks.union(new.ranks))
    }

    // MARK: whose office it is

    /// The kept name that stands beside the office, before or after it in the same sentence, on both sides.
    private func holder(_ phrase: OfficePhrase, _ partner: OfficePhrase?) -> Mention? {
        guard let line = parallel.old.line(of: phrase.tokens.lowerBound) else { return nil }
        let near = max(line.tokens.lowerBound, phrase.tokens.lowerBound - Self.reach)..<min(line.tokens.upperBound, phrase.tokens.upperBound + Self.reach)
        return parallel.old.mentions(in: near)
            .filter { index in
                guard let kept = parallel.kept[index], parallel.old.mentions[index].form.kind != .place, parallel.old.mentions[index].form.kind != .organisation, let partner else { return false }
                let stands = parallel.new.mentions[kept.new].tokens
                return stands.lowerBound <= partner.tokens.upperBound + Self.reach && partner.tokens.lowerBound <= stands.upperBound + Self.reach
            }
            .map { parallel.old.mentions[$0] }
            .min { abs($0.tokens.lowerBound - phrase.tokens.lowerBound) < abs($1.tokens.lowerBound - phrase.tokens.lowerBound) }
    }

    /// Longer lines are sentences.
    static let longestField = 14

    private func isField(_ phrase: OfficePhrase) -> Bool {
        guard let line = parallel.old.line(of: phrase.tokens.lowerBound), parallel.old.lines.count == 1, line.tokens.count <= Self.longestField else { return false }
        return !parallel.old.tokens[line.tokens].contains { $0.has([.verb, .auxiliary]) && !$0.isCapital }
    }

    /// "was named secretary", "served as secretary", on both sides.
    private func isAppointed(_ phrase: OfficePhrase, _ partner: OfficePhrase) -> Bool {
        reader.isAppointed(parallel.old, phrase.tokens.lowerBound) && reader.isAppointed(parallel.new, partner.tokens.lowerBound)
    }

    // MARK: what is told

    /// "heads of state" -> "heads of government": the office stays, what it is charged with is another.
    private func charge(_ old: OfficePhrase, _ new: OfficePhrase, _ docket: inout Docket, _ explained: inout Explained) {
        guard let was = old.charge, let stands = new.charge, parallel.isTouched(old: was), parallel.isTouched(new: stands) else { return }
        let charges = pack.group("charge")
        guard reader.words(parallel.old, was).isDisjoint(with: reader.words(parallel.new, stands)), parallel.old.tokens[was].contains(where: { charges.contains($0.folded) }),
            parallel.new.tokens[stands].contains(where: { charges.contains($0.folded) })
        else { return }
        tell(holder(old, new), old.tokens.lowerBound..<was.upperBound, new.tokens.lowerBound..<stands.upperBound, 0.78, &docket, &explained)
    }

    /// "Patriarch John" -> "John" in a headword, a caption, a register: the office went, the name stays, and nowhere else does the later version give it
    /// to that name. In running text a title is left out for style.
    private func dropped(_ phrase: OfficePhrase, _ docket: inout Docket, _ explained: inout Explained) {
        let next = phrase.tokens.upperBound
        guard let line = parallel.old.line(of: phrase.tokens.lowerBound), !parallel.old.version.passages[line.passage].role.isRunningText, line.tokens.contains(next), parallel.old.tokens[next].isCapital,
            let edit = parallel.edit(oldToken: phrase.tokens.lowerBound), Slot(parallel: parallel, edit: edit).content(new: nil).count <= Self.mostPut
        else { return }
        let index = parallel.old.mention(at: next).flatMap { parallel.kept[$0] == nil ? nil : $0 }
        // The capitals of a title are no names to us; a word that stays is enough.
        guard index != nil || parallel.counterpart(of: next) != nil else { return }
        let mention = index.map { parallel.old.mentions[$0] }, name = mention?.text ?? parallel.old.text(next..<next + 1)
        guard !stands(phrase, near: mention?.form.words.last ?? parallel.old.tokens[next].folded) else { return }
        let at = min(parallel.position(of: next), max(0, parallel.new.tokens.count - 1))
        docket.file(
            Finding(
                rule: .factRole, confidence: WordFinding(parallel: parallel, inquiry: inquiry).cap(.factRole, 0.8), entity: mention?.subject(inquiry.pair.authority),
                before: parallel.old.place(phrase.tokens.lowerBound..<(mention?.tokens.upperBound ?? next + 1)), after: parallel.new.place(at..<at),
                message: "\(name) stood as '\(parallel.old.text(phrase.tokens))'; the name stands without it now",
                evidence: [Evidence(kind: "search", detail: "the later version gives the name no such title")]))
        explained.mark(old: phrase.tokens)
    }

    /// With more content words in its place the office was reworded.
    private static let mostPut = 2

    /// Whether the newer version has all words of an office beside a name.
    private func stands(_ phrase: OfficePhrase, near surname: String) -> Bool {
        let words = phrase.tokens.compactMap { inquiry.pair.numbers[parallel.old.tokens[$0].folded] }
        guard let name = inquiry.pair.numbers[surname], !words.isEmpty else { return false }
        let tokens = inquiry.pair.new.tokens
        return inquiry.newCensus.capitals(name).contains { at in
            let near = max(0, Int(at) - Self.reach)..<min(tokens.count, Int(at) + Self.reach)
            return words.allSatisfy { word in tokens[near].contains { $0.word == word } }
        }
    }

    /// The office with what belongs to it: "deputy under secretary of state".
    private func extended(_ side: Side, _ range: Range<Int>) -> Range<Int> {
        var last = range.upperBound
        let end = min(side.line(of: range.lowerBound)?.tokens.upperBound ?? last, last + 6)
        while last < end, side.tokens[last].kind == .word, side.mention(at: last).map({ side.mentions[$0].trust > .capitals }) != true, !side.tokens[last].has([.verb, .speech, .auxiliary, .subordinator]),
            ["of", "for", "to", "the"].contains(side.tokens[last].folded) || side.tokens[last].isCapital && last > range.upperBound || pack.group("charge").contains(side.tokens[last].folded) {
            last += 1
        }
        while last > range.upperBound, side.tokens[last - 1].has(.function) { last -= 1 }
        return range.lowerBound..<last
    }

    private func tell(_ holder: Mention?, _ old: Range<Int>, _ new: Range<Int>, _ starting: Double?, _ docket: inout Docket, _ explained: inout Explained) {
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        docket.file(
            Finding(
                rule: .factRole, confidence: words.cap(.factRole, starting), entity: holder?.subject(inquiry.pair.authority), before: parallel.old.place(old), after: parallel.new.place(new),
                message: "\(holder.map { $0.text + ": " } ?? "")\(words.quoted(parallel.old, old)) stood; \(words.quoted(parallel.new, new)) stands now",
                evidence: [Evidence(kind: "slot", detail: holder == nil ? "in the same place" : "beside the same name")]))
        explained.mark(old: old, new: new)
    }
}

extension Role {
    /// Sentences, where a title may be left out for style.
    fileprivate var isRunningText: Bool {
        switch self {
        case .paragraph, .verse, .speech, .note, .quotation, .item: true
        case .heading, .cell, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .title, .date, .source, .imprint, .gap, .field: false
        }
    }
}
