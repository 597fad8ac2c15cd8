import Alignment
import Findings
import Language
import PlainText
import Records

/// Passages and sentences without a partner: gone, put in, or found elsewhere after all.
struct PassageRules {
    let inquiry: Inquiry

    /// When half of the word triples of a lost stretch stand in the other version it was moved, split or restated; in real edits one lost clause in
    /// five is (method: half, as measured on our labelled edits).
    static let movedShare = 0.5

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }

    /// A passage without partner: of the older version, or of the newer.
    func alone(_ index: Int, isOld: Bool, _ docket: inout Docket) {
        let version = isOld ? old : new
        let passage = version.passages[index]
        if passage.role == .graphic {
            image(index, isOld: isOld, &docket)
            return
        }
        if passage.role == .imprint {
            docket.neutral(.neutralBookkeeping)
            return
        }
        if passage.role == .gap {
            GapRules(inquiry: inquiry).alone(index, isOld: isOld, &docket)
            return
        }
        if passage.role.isAuthorship, AuthorshipRules(inquiry: inquiry).alone(index, isOld: isOld, &docket) { return }
        guard !passage.tokens.isEmpty else {
            docket.neutral(.neutralCopyEdit)
            return
        }
        let words = version.tokens[passage.words].map(\.word)
        if let kind = Boilerplate(inquiry: inquiry, isOld: isOld).kind(index) {
            docket.neutral(
                kind.rule, before: isOld ? version.place(passage: index) : nil, after: isOld ? nil : version.place(passage: index), message: kind.message,
                evidence: [Evidence(kind: "cue", detail: kind.message)])
            return
        }
        if standsElsewhere(words, isOld: isOld) {
            books(LineReader(inquiry: inquiry, isOld: isOld).read(index..<index + 1), isOld: isOld, &docket)
            docket.neutral(
                .neutralMove, before: isOld ? version.place(passage: index) : nil, after: isOld ? nil : version.place(passage: index),
                message: "the words stand elsewhere", evidence: [Evidence(kind: "search", detail: "half of its word triples stand in the other version")])
            return
        }
        let side = LineReader(inquiry: inquiry, isOld: isOld).read(index..<index + 1)
        if isOld, RoleFields.states(passage, version) {
            RoleFields(inquiry: inquiry).alone(index, &docket)
            return
        }
        books(side, isOld: isOld, &docket)
        if isOld, passage.role == .field, let name = onlyName(side), !isGone(name) {
            docket.file(
                Finding(
                    rule: .erasureMention, scope: .passage, entity: name.subject(inquiry.pair.authority), before: side.place(name.tokens), after: nil,
                    message: "the form \(name.text) of a name is gone; the later version goes on naming its bearer", evidence: [Evidence(kind: "search", detail: "the name stands elsewhere in the record")]))
            return
        }
        if isOld, let list = omittedItem(index, side) {
            docket.file(
                Finding(
                    rule: .erasureListOmission, confidence: list.name.trust == .capitals ? 0.8 : nil, entity: list.name.subject(inquiry.pair.authority),
                    before: side.place(list.name.tokens), after: nil, message: "\(list.name.text) is left out of the list \(list.others.staying == list.others.all ? "whose other entries stay" : "of which \(list.others.staying) of \(list.others.all) other entries stay")",
                    evidence: [Evidence(kind: "slot", detail: "the neighbouring entries of the list stay")]))
            return
        }
        file(side, version.place(passage: index), isOld: isOld, unit: "passage of", words: words.count, &docket)
    }

    /// Longer sections are shown by their beginning; the count of words tells the rest.
    static let longestExcerpt = 6_000

    /// A section of which nothing stayed: its heading, its paragraphs, its pictures are one loss (or one insertion).
    func section(_ whole: [Int], under node: Int32, isOld: Bool, _ docket: inout Docket) {
        let version = isOld ? old : new
        // Imprints, authors, pictures and gaps have rules of their own, whatever went with them.
        let passages = whole.filter { !hasOwnRule(version.passages[$0].role) }
        for index in whole where hasOwnRule(version.passages[index].role) { alone(index, isOld: isOld, &docket) }
        guard passages.count > 1 else {
            for index in passages { alone(index, isOld: isOld, &docket) }
            return
        }
        // What stands elsewhere after all was moved.
        let gone = passages.filter { index in
            let words = version.tokens[version.passages[index].words].map(\.word)
            return !standsElsewhere(words, isOld: isOld)
        }
        guard let first = gone.first(where: { !version.passages[$0].tokens.isEmpty }) else {
            docket.neutral(.neutralMove)
            return
        }
        if gone.count < passages.count { docket.neutral(.neutralMove) }
        var side = Side(of: isOld ? inquiry.old : inquiry.new)
        let reader = LineReader(inquiry: inquiry, isOld: isOld)
        for index in gone {
            let part = reader.read(index..<index + 1)
            books(part, isOld: isOld, &docket)
            side.append(part)
        }
        var place = version.place(passage: first)
        var text = gone.map { version.string(version.passages[$0]) }.filter { !$0.isEmpty }.joined(separator: " ")
        if text.utf8.count > Self.longestExcerpt {
            let cut = text.prefix(Self.longestExcerpt)
            text = String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
        }
        place.span = text
        place.text = text
        place.spanStart = 0
        place.path = version.path(of: node)
        place.length = version.source.base + Int(version.passages[gone[gone.count - 1]].source.end) - place.offset
        file(side, place, isOld: isOld, unit: "section of \(gone.count) passages and", words: side.words.count { $0 >= 0 }, &docket)
    }

    private func hasOwnRule(_ role: Role) -> Bool {
        switch role {
        case .graphic, .imprint, .gap, .byline, .author, .editor, .responsibility, .credit: true
        case .paragraph, .heading, .verse, .speech, .item, .cell, .note, .quotation, .caption, .title, .date, .source, .field: false
        }
    }

    /// Sentences without partner inside passages that stay.
    func sentences(_ side: Side, lines: [Int], isOld: Bool, _ docket: inout Docket) {
        for line in lines {
            let part = side.selecting([line])
            guard let first = part.lines.first else { continue }
            let words = part.wordIDs(first.tokens)
            guard !words.isEmpty else {
                docket.neutral(.neutralCopyEdit)
                continue
            }
            if standsElsewhere(words, isOld: isOld) {
                books(part, isOld: isOld, &docket)
                docket.neutral(.neutralMove, before: isOld ? part.place(first.tokens) : nil, after: isOld ? nil : part.place(first.tokens), message: "the words stand elsewhere")
                continue
            }
            books(part, isOld: isOld, &docket)
            if AuthorshipRules.isStatement(part), AuthorshipRules(inquiry: inquiry).alone(part, .byline, "byline", isOld: isOld, &docket) { continue }
            guard let place = part.place(first.tokens) else { continue }
            file(part, place, isOld: isOld, unit: "sentence of", words: words.count, &docket)
        }
    }

    /// Whether the words stand elsewhere in the other version: half of their triples do, and as often as they stood here (a second copy that
    /// stood there all along is no new place). One to three words must stand there as often, word by word.
    func standsElsewhere(_ words: [UInt32], isOld: Bool) -> Bool {
        guard let share = (isOld ? inquiry.newTriples : inquiry.oldTriples).share(of: words) else {
            let (own, other) = isOld ? (inquiry.oldCensus, inquiry.newCensus) : (inquiry.newCensus, inquiry.oldCensus)
            return words.allSatisfy { other.count($0) > 0 && other.count($0) >= own.count($0) }
        }
        guard share >= Self.movedShare else { return false }
        let (mine, theirs) = isOld ? (inquiry.oldTripleIndex, inquiry.newTripleIndex) : (inquiry.newTripleIndex, inquiry.oldTripleIndex)
        let kept = zip(mine.counts(of: words), theirs.counts(of: words)).count { own, found in found > 0 && found >= own }
        return Double(kept) >= Self.movedShare * Double(words.count - 2)
    }

    private func file(_ side: Side, _ place: Place, isOld: Bool, unit: String, words: Int, _ docket: inout Docket) {
        // People and bodies before places and what only capitals make a name.
        let names = distinct(side).enumerated().sorted { (Self.weight($0.element), $0.offset) < (Self.weight($1.element), $1.offset) }.map(\.element)
        // A stray word or number between marks is no passage of anybody.
        guard words >= 3 || !names.isEmpty else {
            docket.unclassified(isOld ? place : nil, isOld ? nil : place)
            return
        }
        let verb = isOld ? "named" : "names"
        let holds = names.isEmpty ? "" : "; it \(verb) \(names.prefix(6).map(\.text).joined(separator: ", "))\(names.count > 6 ? " and \(names.count - 6) more" : "")"
        if isOld {
            let gone = names.filter { $0.trust > .capitals && $0.form.kind != .place && isGone($0) }
            docket.file(
                Finding(
                    rule: .erasurePassage, severity: gone.isEmpty ? isClosing(side) ? .note : .warning : .error, scope: .record,
                    entity: (gone.first ?? names.first)?.subject(inquiry.pair.authority), before: place, after: nil,
                    message: "a \(unit) \(words) word\(words == 1 ? "" : "s") is gone\(holds)",
                    evidence: [Evidence(kind: "search", detail: "its words were looked for in the whole later version")]))
        } else {
            docket.file(
                Finding(
                    rule: .interpolationPassage, entity: names.first?.subject(inquiry.pair.authority), before: nil, after: place,
                    message: "a \(unit) \(words) word\(words == 1 ? "" : "s") was added\(holds)"))
        }
    }

    /// The name, where a passage is nothing else.
    private func onlyName(_ side: Side) -> Mention? {
        guard side.mentions.count == 1, let name = side.mentions.first, name.trust == .markup,
            side.tokens.indices.allSatisfy({ name.tokens.contains($0) || side.tokens[$0].kind == .punctuation || side.tokens[$0].has([.title, .honorific]) })
        else { return nil }
        return name
    }

    /// More words than these are a sentence, whatever stands in it.
    private static let longestClosing = 8

    /// "Most affectionately yours,": how a letter ends, and no testimony.
    private func isClosing(_ side: Side) -> Bool {
        guard side.mentions.isEmpty, let line = side.lines.first, side.lines.count == 1 else { return false }
        let words = side.tokens.filter { $0.kind != .punctuation }
        let closing = inquiry.pack(side.version, line.passage).group("closing")
        return words.count <= Self.longestClosing && words.count { closing.contains($0.folded) } * 3 >= words.count && !words.contains { $0.kind == .number }
    }

    private static func weight(_ mention: Mention) -> Int {
        switch mention.form.kind {
        case .person: mention.trust == .capitals ? 1 : 0
        case .organisation: mention.trust == .capitals ? 2 : 1
        case .unknown: 3
        case .place: 4
        }
    }

    private func books(_ side: Side, isOld: Bool, _ docket: inout Docket) {
        for mention in side.mentions {
            guard let place = side.place(mention.tokens) else { continue }
            let loss = Docket.NameLoss(mention: mention, place: place, counterpart: nil, inDeleted: true, strength: 1)
            if isOld { docket.lose(loss) } else { docket.gain(loss) }
        }
    }

    private func isGone(_ mention: Mention) -> Bool { !inquiry.stands(mention, inOld: false) }

    /// Every name once. Forms of one name share their last word or their identity; only those are compared.
    private func distinct(_ side: Side) -> [Mention] {
        var names: [Mention] = []
        var byWord: [String: [Int]] = [:]
        for mention in side.mentions {
            let bucket = mention.entity.map { "#\($0)" } ?? mention.form.words.last ?? ""
            if byWord[bucket]?.contains(where: { inquiry.isSame(names[$0], mention) }) == true { continue }
            byWord[bucket, default: []].append(names.count)
            names.append(mention)
        }
        return names
    }

    /// A short entry of a list whose neighbours stay: a name dropped from an enumeration set as a list. Not one that a new entry names.
    private func omittedItem(_ index: Int, _ side: Side) -> (name: Mention, others: (all: Int, staying: Int))? {
        let passage = old.passages[index]
        guard passage.role == .item || passage.role == .cell, side.tokens.count <= 25, let name = side.mentions.first(where: { $0.form.kind != .place }) else { return nil }
        let others = inquiry.neighbours.otherEntries(of: passage, old)
        guard others.staying >= 1, others.staying * 2 >= others.all, !isInNewEntry(name) else { return nil }
        return (name, others)
    }

    private func isInNewEntry(_ name: Mention) -> Bool {
        guard inquiry.stands(name, inOld: false) else { return false }
        return inquiry.pair.alignment.inserted.contains { index in
            let role = new.passages[index].role
            return (role == .item || role == .cell) && LineReader(inquiry: inquiry, isOld: false).read(index..<index + 1).mentions.contains { inquiry.isSame(name, $0) }
        }
    }

    private func image(_ index: Int, isOld: Bool, _ docket: inout Docket) {
        let version = isOld ? old : new
        if isOld {
            guard inquiry.neighbours.keepsCaption(version.passages[index], version) else {
                docket.file(
                    Finding(
                        rule: .erasureImage, severity: .warning, confidence: 0.75, before: version.place(passage: index), after: nil,
                        message: "the picture '\(version.string(version.passages[index]))' is gone"))
                return
            }
            docket.file(
                Finding(
                    rule: .erasureImage, before: version.place(passage: index), after: nil,
                    message: "the picture '\(version.string(version.passages[index]))' is gone while its caption stays"))
        } else {
            docket.neutral(.neutralMarkup)
        }
    }
}
