import Alignment
import Findings
import Language
import PlainText
import Records

/// What became of the names of a sentence: another spelling, a pronoun, nobody in particular, left out of a list, gone.
struct NameRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    private var old: Side { parallel.old }
    private var new: Side { parallel.new }
    private var authority: [Entity] { inquiry.pair.authority }

    /// Spellings first: they account for edits that would else look like losses.
    func spellings(to docket: inout Docket, _ explained: inout Explained) {
        for index in old.mentions.indices {
            guard let (partner, how) = parallel.kept[index] else { continue }
            let before = old.mentions[index], after = new.mentions[partner]
            guard parallel.isTouched(old: before.tokens) || parallel.isTouched(new: after.tokens) else { continue }
            switch how {
            case .identical, .different: break
            case .variant(let system):
                docket.neutral(
                    .neutralVariant, before: old.place(before.tokens), after: new.place(after.tokens),
                    message: "'\(before.text)' and '\(after.text)' are the same name", evidence: [Evidence(kind: "identity", detail: system)])
            case .similar(let likeness):
                docket.file(
                    Finding(
                        rule: .factName, entity: before.subject(authority), before: old.place(before.tokens), after: new.place(after.tokens),
                        message: "the name '\(before.text)' is written '\(after.text)' now",
                        evidence: [Evidence(kind: "identity", detail: Likeness.said(before.text, after.text, likeness))]))
            }
            explained.mark(old: before.tokens, new: after.tokens)
        }
    }

    /// "He won the garrison" -> "Trotsky won the garrison": a name in the place of a pronoun, where the earlier version knew the name already.
    func pronounsSpelledOut(to docket: inout Docket, _ explained: inout Explained) {
        for index in new.mentions.indices {
            let mention = new.mentions[index]
            guard let edit = parallel.edit(newToken: mention.tokens.lowerBound), let pronoun = edit.old.first(where: { old.tokens[$0].has(.pronoun) }),
                edit.old.count <= 2, edit.new.count <= mention.tokens.count + 2,
                inquiry.stands(mention, inOld: true)
            else { continue }
            docket.neutral(
                .neutralPronoun, before: old.place(pronoun..<pronoun + 1), after: new.place(mention.tokens),
                message: "'\(old.tokens[pronoun].text)' is '\(mention.text)' now", evidence: [Evidence(kind: "slot", detail: "a known name in the place of a pronoun")])
            explained.mark(old: edit.old, new: edit.new)
        }
    }

    /// Names lost to nobody in particular, or out of an enumeration. Returns the mentions that a pronoun or description goes on to name
    /// (they are not lost), and those whose loss is told.
    func omissions(to docket: inout Docket, _ explained: inout Explained, except claimed: Set<Int>) -> (carried: Set<Int>, told: Set<Int>) {
        var carried: Set<Int> = [], told = claimed
        var list: NameList?
        for index in parallel.lost where !claimed.contains(index) {
            let mention = old.mentions[index]
            switch replacement(of: index, &docket, &explained) {
            case .carried:
                carried.insert(index)
                docket.carry(mention)
                continue
            case .anonymised:
                told.insert(index)
                continue
            case .none: break
            }
            if list?.tokens.contains(mention.tokens.lowerBound) != true { list = nameList(around: index) }
            if let others = list?.companions(of: index, in: old), mention.form.kind != .place || others.count > 1 {
                var confidence = Rule.erasureListOmission.confidence
                if mention.trust == .capitals { confidence = min(confidence, 0.8) }
                docket.file(
                    Finding(
                        rule: .erasureListOmission, severity: mention.form.kind == .place ? .warning : nil, confidence: confidence,
                        entity: mention.subject(authority), before: old.place(mention.tokens), after: new.place(anchor(of: index)),
                        message: "\(mention.text) is left out of the list with \(others.names.joined(separator: ", "))\(others.count > others.names.count ? " and \(others.count - others.names.count) more" : "")",
                        evidence: [Evidence(kind: "slot", detail: "the other names of the list stay")]))
                explained.mark(old: mention.tokens)
                told.insert(index)
            }
        }
        return (carried, told)
    }

    /// What stands in the place of a lost name.
    private enum Replacement {
        /// A pronoun or a description that may point to the same person.
        case carried
        case anonymised
        case none
    }

    /// An enumeration of names in a sentence: read once, however many of its names are lost.
    private struct NameList {
        var tokens: Range<Int>
        var hasConjunction: Bool
        /// Places and others apart: a person is not listed with a place.
        var members: (places: Int, others: Int) = (0, 0)
        var staying: (places: [Int], others: [Int]) = ([], [])

        /// More names than these are counted in a message, not told.
        static let mostTold = 6

        /// The names that still stand beside a lost one: two, or half of the others. Two names make a list only with "and" between them.
        func companions(of index: Int, in side: Side) -> (count: Int, names: [String])? {
            let isPlace = side.mentions[index].form.kind == .place
            let all = isPlace ? members.places : members.others, stay = isPlace ? staying.places : staying.others
            guard stay.count >= 2 || !stay.isEmpty && stay.count * 2 >= all - 1, all >= 3 || hasConjunction else { return nil }
            return (stay.count, stay.prefix(Self.mostTold).map { side.mentions[$0].text })
        }
    }

    private func nameList(around index: Int) -> NameList? {
        guard let line = old.line(of: old.mentions[index].tokens.lowerBound) else { return nil }
        let range = PhraseReader(side: old, line: line.tokens).enumeration(around: index)
        var list = NameList(tokens: range, hasConjunction: old.tokens[range].contains { $0.has(.conjunction) })
        for member in old.mentions(in: range) where range.contains(old.mentions[member].tokens.lowerBound) {
            let isPlace = old.mentions[member].form.kind == .place
            if isPlace { list.members.places += 1 } else { list.members.others += 1 }
            guard parallel.kept[member] != nil else { continue }
            if isPlace { list.staying.places.append(member) } else { list.staying.others.append(member) }
        }
        return list
    }

    /// Where the name would stand now.
    private func anchor(of index: Int) -> Range<Int> {
        let at = min(parallel.position(of: old.mentions[index].tokens.lowerBound), max(0, new.tokens.count - 1))
        return at..<at
    }

    /// "Trotsky" -> "one of the members of the Soviet".
    private func replacement(of index: Int, _ docket: inout Docket, _ explained: inout Explained) -> Replacement {
        let mention = old.mentions[index]
        guard mention.form.kind != .place, let edit = parallel.edit(oldToken: mention.tokens.lowerBound), !edit.new.isEmpty,
            !parallel.gained.contains(where: { edit.new.overlaps(new.mentions[$0].tokens) && new.mentions[$0].form.kind != .place })
        else { return .none }
        let line = new.line(of: edit.new.lowerBound)
        let reader = PhraseReader(side: new, line: line?.tokens ?? edit.new)
        guard let phrase = reader.right(from: edit.new.lowerBound), phrase.tokens.lowerBound < edit.new.upperBound else { return .none }
        // The replaced stretch must be the name and little else: a clause rewritten is a rewritten clause.
        guard edit.old.count <= mention.tokens.count + 6 else { return .none }
        if phrase.isPronoun {
            docket.neutral(
                .neutralPronoun, before: old.place(mention.tokens), after: new.place(phrase.tokens),
                message: "'\(mention.text)' is '\(new.text(phrase.tokens))' now", evidence: [Evidence(kind: "slot", detail: "a pronoun in the place of the name")])
            explained.mark(old: mention.tokens, new: phrase.tokens)
            return isNamedElsewhere(mention) ? .carried : .none
        }
        // "with Stalin at its head" says where, not who.
        guard !new.tokens[phrase.tokens.lowerBound].has(.preposition) else { return .none }
        // A capital that belongs to no office may be a name that we do not know.
        let mayName = new.tokens[phrase.tokens].contains { $0.isCapital && $0.kind == .word && !$0.has([.title, .office, .demonym, .organisation, .notName, .collective, .indefinite, .determiner]) }
        guard phrase.isIndefinite || phrase.isCollectiveOrOffice, !mayName else { return .none }
        // "the chairman" after Trotsky was named is Trotsky; "one of the members" is nobody.
        if phrase.isDefinite, !phrase.isIndefinite, isNamedElsewhere(mention) {
            docket.neutral(
                .neutralPronoun, before: old.place(mention.tokens), after: new.place(phrase.tokens),
                message: "'\(mention.text)' is '\(new.text(phrase.tokens))' now",
                evidence: [Evidence(kind: "search", detail: "the name still stands elsewhere in the record; the description may point to it")])
            explained.mark(old: mention.tokens, new: phrase.tokens)
            return .carried
        }
        var confidence = Rule.erasureAnonymised.confidence
        if !phrase.isIndefinite { confidence -= 0.05 }
        if mention.trust == .capitals { confidence -= 0.03 }
        docket.file(
            Finding(
                rule: .erasureAnonymised, confidence: confidence, entity: mention.subject(authority), before: old.place(mention.tokens),
                after: new.place(phrase.tokens), message: "\(mention.text) stood by name; '\(new.text(phrase.tokens))' stands now",
                evidence: [Evidence(kind: "slot", detail: phrase.isIndefinite ? "an indefinite expression in the place of the name" : "a collective or an office in the place of the name")]))
        explained.mark(old: mention.tokens, new: phrase.tokens)
        return .anonymised
    }

    private func isNamedElsewhere(_ mention: Mention) -> Bool {
        inquiry.stands(mention, inOld: false)
    }

    /// A place named in the slot of another place. Returns the mentions that it has reported.
    func places(to docket: inout Docket, _ explained: inout Explained, except renamed: Set<Int>) -> Set<Int> {
        var reported: Set<Int> = []
        for index in parallel.lost where old.mentions[index].form.kind == .place && !renamed.contains(index) {
            let mention = old.mentions[index]
            guard let edit = parallel.edit(oldToken: mention.tokens.lowerBound), edit.old.count <= mention.tokens.count + 3,
                let successor = parallel.gained.first(where: { new.mentions[$0].form.kind == .place && edit.new.overlaps(new.mentions[$0].tokens) })
            else { continue }
            docket.file(
                Finding(
                    rule: .factPlace, confidence: min(Rule.factPlace.confidence, 0.5 + parallel.strength * 0.4), entity: mention.subject(authority),
                    other: new.mentions[successor].subject(authority), before: old.place(mention.tokens), after: new.place(new.mentions[successor].tokens),
                    message: "'\(mention.text)' stood; '\(new.mentions[successor].text)' stands now",
                    evidence: [Evidence(kind: "slot", detail: "another place in the same words")]))
            explained.mark(old: mention.tokens, new: new.mentions[successor].tokens)
            reported.insert(index)
        }
        return reported
    }

    /// "Jacob the Mourner" -> "Jacob the Weaver" in the field of a name: the name of the same entry under another byname. In running text it may be
    /// another Jacob.
    func bynames(to docket: inout Docket, _ explained: inout Explained) -> Set<Int> {
        guard let passage = old.lines.first?.passage, old.lines.count == 1, new.lines.count == 1, old.version.passages[passage].role == .field else { return [] }
        var told: Set<Int> = []
        for index in parallel.lost {
            let mention = old.mentions[index]
            guard covers(mention, old), let successor = parallel.gained.first(where: { covers(new.mentions[$0], new) }) else { continue }
            let now = new.mentions[successor]
            let first = old.tokens[mention.tokens.lowerBound], shared = zip(mention.tokens, now.tokens).prefix { old.tokens[$0].folded == new.tokens[$1].folded }.count
            guard first.folded == new.tokens[now.tokens.lowerBound].folded, shared >= 1, mention.tokens.count > shared, now.tokens.count > shared,
                opensByname(old, mention.tokens.lowerBound + shared), opensByname(new, now.tokens.lowerBound + shared)
            else { continue }
            docket.file(
                Finding(
                    rule: .factRole, confidence: 0.8, entity: mention.subject(authority), before: old.place(mention.tokens), after: new.place(now.tokens),
                    message: "the byname '\(mention.text)' stood; '\(now.text)' stands now", evidence: [Evidence(kind: "slot", detail: "in the name of the same entry")]))
            explained.mark(old: mention.tokens, new: now.tokens)
            told.insert(index)
        }
        return told
    }

    /// A name that is the whole of its field.
    private func covers(_ mention: Mention, _ side: Side) -> Bool {
        mention.trust == .markup && side.tokens.indices.allSatisfy { mention.tokens.contains($0) || side.tokens[$0].kind == .punctuation || side.tokens[$0].has([.title, .honorific]) }
    }

    /// The first word that differs stands behind an article, or is one.
    private func opensByname(_ side: Side, _ index: Int) -> Bool {
        side.tokens[index].has(.determiner) || index > 0 && side.tokens[index - 1].has(.determiner)
    }

    /// "Darien Strait" -> "Darién Gap": the name proper stays, the word for what kind of place it is was another. A correction of the name.
    func generics(to docket: inout Docket, _ explained: inout Explained) -> Set<Int> {
        var told: Set<Int> = []
        for index in parallel.lost where old.mentions[index].form.kind == .place && old.mentions[index].tokens.count > 1 {
            let mention = old.mentions[index]
            guard old.tokens[mention.tokens.upperBound - 1].has(.placeHead),
                let successor = parallel.gained.first(where: { new.mentions[$0].tokens.count == mention.tokens.count && parallel.isSameSlot(mention.tokens, new.mentions[$0].tokens) })
            else { continue }
            let now = new.mentions[successor]
            guard new.tokens[now.tokens.upperBound - 1].has(.placeHead), zip(mention.tokens.dropLast(), now.tokens.dropLast()).allSatisfy({ old.tokens[$0].folded == new.tokens[$1].folded }) else { continue }
            docket.file(
                Finding(
                    rule: .factName, confidence: 0.75, entity: mention.subject(authority), before: old.place(mention.tokens), after: new.place(now.tokens),
                    message: "the name '\(mention.text)' is written '\(now.text)' now", evidence: [Evidence(kind: "slot", detail: "the name proper is the same; the word for the kind of place is another")]))
            explained.mark(old: mention.tokens, new: now.tokens)
            told.insert(index)
        }
        return told
    }

    /// Hands every lost and added name to the books of the record.
    func losses(to docket: inout Docket, except carried: Set<Int>, told: Set<Int>) {
        let forms = FormsOfNames(old: old, new: new)
        for index in parallel.lost where !carried.contains(index) && !forms.isGloss(index) {
            let mention = old.mentions[index]
            guard let place = old.place(mention.tokens) else { continue }
            let edit = parallel.edit(oldToken: mention.tokens.lowerBound)
            docket.lose(
                Docket.NameLoss(
                    mention: mention, place: place, counterpart: new.place(edit?.new ?? anchor(of: index)), inDeleted: false, isTold: told.contains(index), strength: parallel.strength))
        }
        for index in parallel.gained {
            let mention = new.mentions[index]
            guard let place = new.place(mention.tokens) else { continue }
            docket.gain(
                Docket.NameLoss(mention: mention, place: place, counterpart: nil, inDeleted: false, strength: parallel.strength))
        }
    }
}
