import Alignment
import Findings
import Language
import PlainText
import Records

/// What the rules may ask about the whole of both versions. Made once for a pair; read only.
///
/// A class, for every rule of every sentence holds it: as a value its forty fields were counted up and down each time (a tenth of detection).
final class Inquiry: Sendable {
    let pair: VersionPair
    let old: HeldVersion
    let new: HeldVersion
    let oldCensus: WordCensus
    let newCensus: WordCensus
    let oldTriples: TripleField
    let newTriples: TripleField
    let oldTripleIndex: TripleIndex
    let newTripleIndex: TripleIndex
    let roll: AuthorityRoll
    let oldNames: NameSearch
    let newNames: NameSearch
    let neighbours: Neighbours
    /// Passages that say who made the work.
    let oldAuthorship: [Int]
    let newAuthorship: [Int]
    /// The passages read so far.
    let sides = KeptSides()

    init(_ pair: VersionPair) {
        self.pair = pair
        old = HeldVersion(pair.old)
        new = HeldVersion(pair.new)
        oldCensus = WordCensus(pair.old, words: pair.words.count)
        newCensus = WordCensus(pair.new, words: pair.words.count)
        oldTriples = TripleField(pair.old.tokens)
        newTriples = TripleField(pair.new.tokens)
        oldTripleIndex = TripleIndex(old)
        newTripleIndex = TripleIndex(new)
        roll = AuthorityRoll(pair.authority, pack: pair.pack)
        let numbers = pair.numbers
        oldNames = NameSearch(pair.old, census: oldCensus, other: newCensus, words: pair.words, numbers: numbers, kept: pair.spellings, forms: pair.forms, pack: pair.pack)
        newNames = NameSearch(pair.new, census: newCensus, other: oldCensus, words: pair.words, numbers: numbers, kept: pair.spellings, forms: pair.forms, pack: pair.pack)
        oldAuthorship = pair.old.passages.indices.filter { pair.old.passages[$0].role.isAuthorship }
        newAuthorship = pair.new.passages.indices.filter { pair.new.passages[$0].role.isAuthorship }
        neighbours = Neighbours(pair.old, deleted: pair.alignment.deleted)
    }

    /// Where a name stands in the earlier or the later version, under any name or identity that the authority knows for it.
    func presence(_ mention: Mention, inOld: Bool) -> (count: Int, how: String?) {
        let entity = mention.entity ?? mention.key.flatMap { roll.entity(key: $0) }
        return (inOld ? oldNames : newNames).presence(
            mention, aliases: entity.map { roll.forms[$0] } ?? [], identities: entity.map { [pair.authority[$0].id] + pair.authority[$0].keys } ?? [])
    }

    /// Whether a folded word stands with a capital in either version.
    func isWritten(_ folded: String) -> Bool { oldNames.hasWord(folded) || newNames.hasWord(folded) }

    func stands(_ mention: Mention, inOld: Bool) -> Bool { presence(mention, inOld: inOld).count > 0 }

    /// The pack for a passage: its declared language if there is a pack, none for a declared language without one, else that of the pair.
    func pack(_ version: Version, _ passage: Int) -> LanguagePack {
        let declared = version.symbols[version.passages[passage].language]
        return declared.isEmpty ? pair.pack : pair.packs.named(declared) ?? .none
    }

    /// Whether two mentions are the same name; the stated identities decide where both have one.
    func sameness(_ left: Mention, _ right: Mention) -> Sameness {
        if let one = left.entity, let other = right.entity { return one == other ? (left.form.words == right.form.words ? .identical : .variant("alias")) : .different }
        if let one = left.key, let other = right.key, one.utf8.elementsEqual(other.utf8) {
            let written = Language.sameness(left.form, right.form)
            return written == .different ? .variant("alias") : written
        }
        if let told = pointed(left, right) ?? pointed(right, left) { return told }
        let written = Language.sameness(left.form, right.form)
        // "Democratic Republic of the Congo" and "Congo, Republic of" hold the same words; where the mark-up says that two places are meant, they are two.
        if left.form.kind == .place, right.form.kind == .place, let one = left.key, let other = right.key, !one.utf8.elementsEqual(other.utf8), left.form.words.sorted() != right.form.words.sorted(),
            written == .different || written == .variant("word order") || left.form.words.count != right.form.words.count { return .different }
        return written == .different ? extended(left, right) : written
    }

    /// A name and the identifier that stands for it where the mark-up has no text: "Comboni" and "PRS3168Comboni".
    private func pointed(_ pointer: Mention, _ name: Mention) -> Sameness? {
        guard let key = pointer.key, name.key == nil, pointer.trust == .markup, pointer.form.kind == name.form.kind || name.form.kind == .unknown, key.hasSuffix(pointer.text), !pointer.text.utf8.contains(0x20) else { return nil }
        var runs: [String] = [], run = ""
        for scalar in pointer.text.unicodeScalars {
            // A word begins with a capital after digits or small letters.
            if scalar.properties.isAlphabetic { if scalar.properties.isUppercase, run.unicodeScalars.last?.properties.isLowercase == true { runs.append(run); run = "" }; run.unicodeScalars.append(scalar) } else { runs.append(run); run = "" }
        }
        runs.append(run)
        let parts = runs.map(Folding.folded).filter { $0.utf8.count >= Self.shortestPart }
        guard parts.contains(where: { part in name.form.words.contains { $0.hasPrefix(part) || part.hasPrefix($0) && $0.utf8.count >= Self.shortestPart } }) else { return nil }
        return .variant("pointer")
    }

    /// Fewer letters of an identifier say nothing about a name.
    private static let shortestPart = 4

    /// The same name divided otherwise ("Vera Cruz", "Veracruz"), run together with the word before ("PeterKropotkin"), or a place with the larger
    /// place that holds it ("Palm Springs, California").
    private func extended(_ left: Mention, _ right: Mention) -> Sameness {
        if left.form.words.count == 1, right.form.words.count == 1, left.form.kind == .place || right.form.kind == .place,
            pair.pack.areOnePlace(left.form.words[0], right.form.words[0]) { return .variant("another name of the place") }
        // "Eastern India" is part of India; "East Germany" is not the name of a part.
        func unpointed(_ form: NameForm) -> ArraySlice<String> { form.words.count > 1 && form.words.first.map(Self.pointers.contains) == true ? form.words.dropFirst() : form.words[...] }
        if left.form.words.count != right.form.words.count, unpointed(left.form) == unpointed(right.form) { return .variant("part of it") }
        // "Abdullah II" and "Abdullah II ibn Hussein": a ruler's number leaves no doubt.
        if left.form.kind != .place, right.form.kind != .place {
            let (fewer, more) = left.form.words.count < right.form.words.count ? (left.form.words, right.form.words) : (right.form.words, left.form.words)
            if fewer.count >= 2, fewer.count < more.count, zip(fewer, more).allSatisfy(==), let number = fewer.last, ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"].contains(number) { return .variant("longer form") }
        }
        // All but places end alike.
        guard left.form.kind == .place && right.form.kind == .place || left.form.words.last?.utf8.last == right.form.words.last?.utf8.last else { return .different }
        func letters(_ form: NameForm) -> String { String(decoding: form.words.joined().utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self) }
        let one = letters(left.form), other = letters(right.form)
        if one == other { return .variant("word division") }
        let (short, long) = one.utf8.count < other.utf8.count ? (one, other) : (other, one)
        if short.utf8.count >= 6, long.hasSuffix(short), left.form.words.count == 1, right.form.words.count == 1, left.form.kind != .place { return .variant("word division") }
        // An identifier in place of a name, "gallegos-gonzalo" and "gallegos-gonzalo-rolando".
        if left.text.utf8.contains(0x2D), !left.text.utf8.contains(0x20), left.text.utf8.allSatisfy({ !(0x41...0x5A).contains($0) }),
            right.text.hasPrefix(left.text + "-") || left.text.hasPrefix(right.text + "-") { return .variant("longer form") }
        if left.form.kind == .place, right.form.kind == .place {
            let (fewer, more) = left.form.words.count < right.form.words.count ? (left.form.words, right.form.words) : (right.form.words, left.form.words)
            if fewer.allSatisfy(more.contains) { return .variant("longer form") }
        }
        return .different
    }

    private static let pointers: Set<String> = ["eastern", "western", "northern", "southern", "central"]

    func isSame(_ left: Mention, _ right: Mention) -> Bool { sameness(left, right) != .different }

    /// Both identities have entries of their own with different names: two people, not two labels of one.
    func areTwoPeople(_ before: String, _ after: String) -> Bool {
        guard let one = roll.entity(key: before), let other = roll.entity(key: after) else { return false }
        return !roll.forms[one].contains { left in roll.forms[other].contains { Language.sameness(left, $0) != .different } }
    }

    /// Whether the findings about this name are to be shown from a lower confidence.
    func isWatched(_ subject: Subject?) -> Bool {
        guard let subject, !pair.watched.isEmpty else { return false }
        let form = NameForm(subject.name, kind: .unknown, pack: pair.pack)
        return pair.watched.contains {
            $0.utf8.elementsEqual(subject.id.utf8) || "#\($0)".utf8.elementsEqual(subject.id.utf8)
                || Language.sameness(NameForm($0, kind: .unknown, pack: pair.pack), form) != .different
        }
    }
}

/// The names of the authority, by their first folded word.
struct AuthorityRoll: Sendable {
    struct Entry: Hashable, Sendable {
        var words: [String]
        var entity: Int
    }
    private var byFirst: [String: [Entry]] = [:]
    private var byKey: [String: Int] = [:]
    /// The forms of each entity's names.
    let forms: [[NameForm]]

    init(_ authority: [Entity], pack: LanguagePack) {
        var forms: [[NameForm]] = []
        var surnames: [String: Set<Int>] = [:]
        for (index, entity) in authority.enumerated() {
            byKey[entity.id] = index
            for key in entity.keys { byKey[key] = byKey[key] ?? index }
            let kind: NameForm.Kind =
                switch entity.kind {
                case .person: .person
                case .organisation: .organisation
                case .place: .place
                case .event, .unknown: .unknown
                }
            let own = entity.names.map { NameForm($0, kind: kind, pack: pack) }
            forms.append(own)
            for form in own where !form.words.isEmpty {
                byFirst[form.words[0], default: []].append(Entry(words: form.words, entity: index))
                // A surname alone stands for the person while no other person of the authority bears it. Four letters, or "Li" would match everywhere.
                if entity.kind == .person, form.words.count > 1, let last = form.words.last, last.unicodeScalars.count >= 4 {
                    surnames[last, default: []].insert(index)
                }
            }
        }
        for (surname, entities) in surnames where entities.count == 1 {
            if let entity = entities.first { byFirst[surname, default: []].append(Entry(words: [surname], entity: entity)) }
        }
        for first in byFirst.keys { byFirst[first]?.sort { ($0.words.count, $1.entity) > ($1.words.count, $0.entity) } }
        self.forms = forms
    }

    var isEmpty: Bool { forms.isEmpty }

    func entity(key: String) -> Int? { byKey[key] }

    /// The longest name of the authority that begins at `index`, with the number of its words.
    func match(_ tokens: [SentenceToken], at index: Int) -> (entity: Int, count: Int)? {
        guard let entries = byFirst[tokens[index].folded] else { return nil }
        for entry in entries where index + entry.words.count <= tokens.count {
            if zip(entry.words, tokens[index...]).allSatisfy({ $0 == $1.folded }) { return (entry.entity, entry.words.count) }
        }
        return nil
    }
}
