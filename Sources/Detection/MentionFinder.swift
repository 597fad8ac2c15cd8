import Language
import PlainText
import Records

/// Finds the names of a passage: by mark-up, by the authority file, by capitals; in this order of trust.
struct MentionFinder: Sendable {
    let inquiry: Inquiry
    let isOld: Bool
    let pack: LanguagePack

    /// Languages that write every noun with a capital.
    private static let capitalisesNouns: Set<String> = ["de", "ger", "deu", "gmh", "gsw", "lb"]

    /// Words that stand with an article somewhere in the passages at hand; only where every noun has a capital.
    private var articled: Set<String> = []

    init(inquiry: Inquiry, isOld: Bool, pack: LanguagePack) {
        self.inquiry = inquiry
        self.isOld = isOld
        self.pack = pack
    }

    // Held by reference: a version by value is thirty fields to count up and down for each word that is looked at.
    private var held: HeldVersion { isOld ? inquiry.old : inquiry.new }

    /// The names among `tokens` of the side, in order, without overlaps.
    func mentions(in side: Side, tokens: Range<Int>, passage: Passage) -> [Mention] {
        guard pack.capitalisesNouns else { return found(in: side, tokens, passage) }
        var finder = self
        for (before, word) in zip(side.tokens, side.tokens.dropFirst()) where before.has(.determiner) && word.isCapital { finder.articled.insert(word.folded) }
        return finder.found(in: side, tokens, passage)
    }

    private func found(in side: Side, _ tokens: Range<Int>, _ passage: Passage) -> [Mention] {
        var taken = [Bool](repeating: false, count: tokens.count)
        var found: [Mention] = []
        func take(_ range: Range<Int>, _ mention: Mention) {
            for index in range { taken[index - tokens.lowerBound] = true }
            found.append(mention)
        }
        // Mark-up: the outermost name first.
        let annotations = held.version.annotations(of: passage)
        for annotation in annotations.filter(\.isName).sorted(by: { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }) {
            guard let range = span(of: annotation.range, in: side, tokens), !taken[range.lowerBound - tokens.lowerBound] else { continue }
            let key = identities(held.version.symbols[annotation.key]).first
            let kind: NameForm.Kind =
                switch annotation.kind {
                case .person: .person
                case .organisation: .organisation
                case .place: .place
                default: .unknown
                }
            take(range, make(range, kind, key, key.flatMap { inquiry.roll.entity(key: $0) }, .markup, side, tokens, passage))
        }
        // The authority file. A name begins with a capital; "long" and "rose" are words.
        if !inquiry.roll.isEmpty {
            var index = tokens.lowerBound
            while index < tokens.upperBound {
                if !taken[index - tokens.lowerBound], side.tokens[index].isCapital,
                    let match = inquiry.roll.match(side.tokens, at: index), index + match.count <= tokens.upperBound,
                    !(index..<index + match.count).contains(where: { taken[$0 - tokens.lowerBound] }) {
                    let range = forenames(before: index, in: side, tokens, taken)..<index + match.count
                    let kind: NameForm.Kind = inquiry.roll.forms[match.entity].first?.kind ?? .unknown
                    take(range, make(range, kind, nil, match.entity, .authority, side, tokens, passage))
                    index += match.count
                } else {
                    index += 1
                }
            }
        }
        // The capitals of a title ("Ten Days that Shook the World") name nobody.
        for annotation in annotations where annotation.kind == .title {
            for index in side.tokens(under: annotation.range, among: tokens) { taken[index - tokens.lowerBound] = true }
        }
        if !isTitleCase(side, tokens, taken, passage.role), pack.capitalisesNouns || !Self.capitalisesNouns.contains(passage.language == .none ? inquiry.pair.language : held.version.symbols[passage.language]) {
            for range in capitalRuns(in: side, tokens, taken) {
                take(range, make(range, kind(of: range, in: side, tokens), nil, nil, .capitals, side, tokens, passage))
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    private func make(
        _ range: Range<Int>, _ kind: NameForm.Kind, _ key: String?, _ entity: Int?, _ trust: Mention.Trust, _ side: Side, _ tokens: Range<Int>,
        _ passage: Passage
    ) -> Mention {
        var first = range.lowerBound
        while first > tokens.lowerBound, side.tokens[first - 1].has([.title, .honorific]) { first -= 1 }
        if first < range.lowerBound { while first > tokens.lowerBound, isModifier(first - 1, side) { first -= 1 } }
        var text = side.text(range)
        if pack.bendsNames {
            let next = range.upperBound < tokens.upperBound ? side.tokens[range.upperBound] : nil
            text = pack.nominative(of: side.tokens[range], isBody: kind == .organisation, next: next, isKnown: inquiry.isWritten) ?? text
        }
        return Mention(
            tokens: range, titlesFrom: first, form: pack.hasFreeOrder ? NameForm(text, kind: kind, pack: pack, isNominative: true) : inquiry.pair.forms.form(text, kind: kind, pack: pack), key: key, entity: entity, trust: trust, text: text,
            words: side.wordIDs(range, in: passage))
    }

    /// The words under a range of bytes, without marks at the ends, a possessive 's and titles.
    private func span(of range: TextRange, in side: Side, _ tokens: Range<Int>) -> Range<Int>? {
        var inside = side.tokens(under: range, among: tokens)
        while let last = inside.last, side.tokens[last].kind == .punctuation { inside = inside.dropLast() }
        while let first = inside.first, side.tokens[first].kind == .punctuation { inside = inside.dropFirst() }
        let kept = withoutTitles(inside, side, also: .determiner)
        return kept.isEmpty ? nil : kept
    }

    /// A name without what stands before it: titles, and titles with the words that narrow them ("Prime Minister", "Deputy Foreign Minister").
    private func withoutTitles(_ range: Range<Int>, _ side: Side, also classes: WordClass = []) -> Range<Int> {
        var first = range.lowerBound
        while first + 1 < range.upperBound {
            if side.tokens[first].has(classes.union([.title, .honorific])) {
                first += 1
                continue
            }
            var at = first
            while at < range.upperBound, isModifier(at, side) { at += 1 }
            guard at > first, at + 1 < range.upperBound, side.tokens[at].has([.title, .office]) else { break }
            first = at + 1
        }
        return first..<range.upperBound
    }

    /// A word that narrows an office: prime, foreign, deputy.
    private func isModifier(_ index: Int, _ side: Side) -> Bool {
        side.tokens[index].isCapital && (pack.group("officeModifier").contains(side.tokens[index].folded) || pack.group("rank").contains(side.tokens[index].folded))
    }

    /// "Vice President", "Executive Secretary": an office in capitals, whoever holds it.
    private func isOfficeAlone(_ range: Range<Int>, _ side: Side) -> Bool {
        guard range.count > 1, let last = range.last, side.tokens[last].has([.office, .title]), !side.tokens[last].has([.organisation, .forename]) else { return false }
        return range.dropLast().allSatisfy { isModifier($0, side) }
    }

    /// The forenames and initials that stand before a surname of the authority belong to it.
    private func forenames(before index: Int, in side: Side, _ tokens: Range<Int>, _ taken: [Bool]) -> Int {
        var first = index
        while first > tokens.lowerBound, !taken[first - 1 - tokens.lowerBound], side.tokens[first - 1].isCapital,
            side.tokens[first - 1].has(.forename) || isInitial(side.tokens[first - 1]) { first -= 1 }
        return first
    }

    private func isInitial(_ token: SentenceToken) -> Bool { token.kind == .word && token.looks(.initial) }

    /// A heading in title case says nothing about which of its words are names.
    private func isTitleCase(_ side: Side, _ tokens: Range<Int>, _ taken: [Bool], _ role: Role) -> Bool {
        switch role {
        case .heading, .title, .field, .cell, .item, .source, .imprint: break
        case .paragraph, .verse, .speech, .note, .quotation, .caption, .credit, .graphic, .byline, .author, .editor, .responsibility, .date, .gap: return false
        }
        let content = tokens.filter { side.tokens[$0].kind == .word && !taken[$0 - tokens.lowerBound] && !side.tokens[$0].has(.function) }
        guard content.count >= 4 else { return false }
        return content.count { side.tokens[$0].isCapital } * 10 >= content.count * 8
    }

    /// Runs of capitalised words that are names by their company.
    private func capitalRuns(in side: Side, _ tokens: Range<Int>, _ taken: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            guard !taken[index - tokens.lowerBound], isNameWord(index, in: side, tokens) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < tokens.upperBound, !taken[end - tokens.lowerBound] {
                if isNameWord(end, in: side, tokens) || (side.tokens[end].kind == .number && end + 1 < tokens.upperBound && isNameWord(end + 1, in: side, tokens)) {
                    end += 1
                } else if end + 1 < tokens.upperBound, !taken[end + 1 - tokens.lowerBound], isNameWord(end + 1, in: side, tokens),
                    joins(end, side, index) {
                    end += 2
                } else {
                    break
                }
            }
            // "Центральный комитет", "Красная армия": the head of the body is written small.
            if pack.hasFreeOrder, end < tokens.upperBound, !taken[end - tokens.lowerBound], end - index == 1, side.tokens[end].has(.organisation),
                !side.tokens[end].has([.office, .verb]), isAdjective(side.tokens[end - 1]) { end += 1 }
            // Titles in front are remembered, not part of the name; a title alone ("the President") is an office.
            var first = index
            first = withoutTitles(first..<end, side).lowerBound
            // "Minister of Foreign Affairs Gromyko": what the office is charged with is no part of the name.
            if first == index, index - 2 >= tokens.lowerBound, side.tokens[index - 1].has([.preposition, .genitive]) || side.tokens[index - 1].folded == "of", side.tokens[index - 2].has([.office, .title]) {
                while first < end, pack.group("charge").contains(side.tokens[first].folded) { first += 1 }
                if first == end {
                    index = end
                    continue
                }
            }
            if isOfficeAlone(first..<end, side) {
                index = end
                continue
            }
            // A lone title or demonym names nobody; with a head it names a body ("British Government").
            let lone = first + 1 == end
            let only = side.tokens[first]
            // A lone letter or a Roman numeral names nobody.
            if lone, only.looks(.single) || only.looks(.roman) || only.looks(.twoCapitals) && !only.has([.place, .organisation]) {
                index = end
                continue
            }
            // "the Committee" is any committee; "Pravda" without an article is a name.
            let isGeneric = lone && only.has([.title, .honorific, .demonym, .office, .organisation, .collective, .placeHead]) && !only.has([.place, .forename])
            let isAcronym = isAllCapitals(only)
            let isBody = only.has(.organisation) && (isAcronym || first > tokens.lowerBound && !side.tokens[first - 1].has(.determiner))
            // "the Soviet Ambassador" is an office, whoever holds it.
            let isOffice = (first..<end).allSatisfy { side.tokens[$0].has([.demonym, .title, .office]) } && only.has(.demonym) && !side.tokens[end - 1].has(.organisation)
            // "a New Stadium" is one of many, whatever its capitals; "A Political Bureau was chosen" names a body.
            let isOneOfMany = first > tokens.lowerBound && ["a", "an"].contains(side.tokens[first - 1].folded) && pack.code == "en" && !lone && !side.tokens[end - 1].has(.organisation)
                && (first..<end).allSatisfy { side.tokens[$0].has([.demonym, .placeHead, .office, .notName, .collective]) || pack.group("common").contains(side.tokens[$0].folded) }
            // "Robert wace" in a text without capitals: the surname is no word of the language.
            if lone, only.has(.forename), pack.code == "en", end < tokens.upperBound, !taken[end - tokens.lowerBound], isUnknown(side.tokens[end]) { end += 1 }
            // "Soviet-backed" says of something whose it is.
            let isCompound = lone && only.looks(.hyphened) && isAdjectival(only)
            if isCompound {
                index = end
                continue
            }
            if !isOneOfMany, !isGeneric && !isOffice || isBody { runs.append(first..<end) }
            index = end
        }
        return runs
    }

    /// A nation or place with a small second part: "Soviet-backed", "French-speaking".
    private func isAdjectival(_ token: SentenceToken) -> Bool {
        guard let hyphen = token.text.firstIndex(of: "-"), let next = token.text[token.text.index(after: hyphen)...].unicodeScalars.first, !next.properties.isUppercase,
            let first = token.folded.split(separator: "-").first
        else { return false }
        return !pack.classes(of: String(first)).isDisjoint(with: [.demonym, .place])
    }

    /// A word that no list of the language holds, nor its base.
    private func isUnknown(_ token: SentenceToken) -> Bool {
        guard token.kind == .word, !token.isCapital, token.classes.isEmpty, token.folded.utf8.count >= 3, token.folded.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else { return false }
        let common = pack.group("common")
        return !common.contains(token.folded) && !common.contains(token.stem) && !["s", "ed", "ing"].contains { token.folded.hasSuffix($0) }
    }

    /// "Ministry of War", "Ludwig van Beethoven": small words inside a name. "of" joins the names of bodies and realms only.
    private func joins(_ index: Int, _ side: Side, _ start: Int) -> Bool {
        let token = side.tokens[index]
        if token.has(.particle), !token.isCapital { return true }
        guard token.folded == "of" || token.folded == "for" || token.has(.genitive) else { return false }
        return (start..<index).contains { side.tokens[$0].has([.organisation, .placeHead]) }
    }

    private func isNameWord(_ index: Int, in side: Side, _ tokens: Range<Int>) -> Bool {
        let token = side.tokens[index]
        guard token.kind == .word, token.isCapital else { return false }
        if isInitial(token) { return true }
        // "PRS11093WalattaL" is an identifier.
        if token.looks(.identifier) { return false }
        if token.folded.utf8.count <= 4, Self.monthsInShort.contains(token.folded), isBesideNumber(index, side, tokens) { return false }
        // "Theresa May": after a forename and without a number a month is a surname.
        if token.has(.month), index > tokens.lowerBound, side.tokens[index - 1].isCapital, side.tokens[index - 1].has(.forename), !side.tokens[index - 1].has([.month, .weekday]), !isBesideNumber(index, side, tokens) { return true }
        if token.has([.month, .weekday, .pronoun, .determiner, .conjunction, .subordinator, .negation, .auxiliary]) { return false }
        // "Central" names nothing, "Central Committee" does.
        if token.has(.notName) { return !opensLine(index, side) && index > tokens.lowerBound && nextIsCapital(index, side, tokens) }
        if token.has([.preposition, .numeral, .indefinite]), !token.has(.forename) { return false }
        // "Фото Гольдштейна"
        if pack.hasFreeOrder, token.has(.byline), opensLine(index, side) { return false }
        guard side.words[index] >= 0 else { return false }
        let word = held.version.tokens[Int(side.words[index])]
        let inside = inquiry.oldCensus.capitalInside(word.word) + inquiry.newCensus.capitalInside(word.word)
        let lower = inquiry.oldCensus.lower(word.word) + inquiry.newCensus.lower(word.word)
        let opens = word.marks.contains(.opensSentence) || index == tokens.lowerBound || opensLine(index, side)
        if pack.capitalisesNouns { return isGermanName(index, side, tokens) }
        // Without word lists only what is capitalised in the middle of a sentence is known to be a name; German capitals say nothing at all.
        if pack.code == LanguagePack.none.code { return !opens && lower <= inside || inside > 0 && lower == 0 }
        if !opens { return lower <= inside * 3 || token.has([.title, .organisation, .placeHead, .demonym]) || nextIsCapital(index, side, tokens) }
        if token.has([.forename, .place, .demonym, .title, .honorific]) { return true }
        if lower > inside { return false }
        if inside > 0 { return true }
        if token.has([.adverb, .verb, .speech, .collective, .source]) { return false }
        // Words for deeds, labels, parties: no names, unless they stand with a capital elsewhere.
        if !pack.wording.senses(of: token.folded).isEmpty { return nextIsCapital(index, side, tokens) && token.has(.organisation) }
        // "Reed wrote": a bare singular before a verb of speech is somebody, whatever else the word means.
        if !pack.hasFreeOrder, index + 1 < tokens.upperBound, side.tokens[index + 1].has(.speech), !token.folded.hasSuffix("s"), !token.has([.adverb, .collective, .office]) { return true }
        if pack.group("common").contains(token.folded) || pack.group("common").contains(token.stem) { return nextIsCapital(index, side, tokens) && token.has(.organisation) }
        return pack.hasFreeOrder ? opensAsName(index, side, tokens) : true
    }

    /// By its ending: Центрального, Красную.
    private func isAdjective(_ token: SentenceToken) -> Bool {
        ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ую", "юю"].contains { token.folded.hasSuffix($0) } && !token.has(.forename)
    }

    /// In German every noun has a capital: a name is a forename or what follows one or a title; else a word without article or adjective before it that
    /// no list and no ending makes a noun.
    private func isGermanName(_ index: Int, _ side: Side, _ tokens: Range<Int>) -> Bool {
        let token = side.tokens[index]
        if token.has([.forename, .place]) { return true }
        if token.has([.title, .honorific]) { return nextIsCapital(index, side, tokens) }
        if token.has([.collective, .office, .organisation, .demonym, .verb, .speech, .adverb, .source, .byline, .placeHead, .lead, .part]) { return isAllCapitals(token) }
        if pack.isNoun(token.folded) { return false }
        let before = index > tokens.lowerBound ? side.tokens[index - 1] : nil
        if let before, before.has(.title) || before.has(.forename) && before.isCapital || isInitial(before) { return true }
        // "Ursula von der Leyen", "von van der Lubbe"; "von der Partei" is no name.
        if let before, before.has(.particle), !before.isCapital, index - 1 > tokens.lowerBound {
            let earlier = side.tokens[index - 2]
            if earlier.isCapital && earlier.has(.forename) || before.folded == "van" || earlier.folded == "van" || earlier.has(.particle) && index - 2 > tokens.lowerBound && side.tokens[index - 3].has(.forename) { return true }
        }
        if let before, before.has(.determiner) || before.kind == .number || before.has(.numeral) { return false }
        // An adjective before it: "britischen Agenten".
        if let before, before.kind == .word, !before.isCapital, !before.has([.function, .adverb, .verb, .speech]) { return false }
        if before.map({ $0.has(.preposition) && !["von", "laut", "durch", "mit", "fur", "gegen", "unter", "an", "bei", "nach"].contains($0.folded) }) == true { return false }
        // What has an article elsewhere is a noun.
        return !articled.contains(token.folded)
    }

    private func isAllCapitals(_ token: SentenceToken) -> Bool { token.looks(.capitals) && token.text.unicodeScalars.count > 1 }

    /// At the start of a Russian sentence: a surname by its ending, or somebody who does something.
    private func opensAsName(_ index: Int, _ side: Side, _ tokens: Range<Int>) -> Bool {
        let token = side.tokens[index]
        if token.has(.organisation), !nextIsCapital(index, side, tokens) { return false }
        if pack.looksLikeSurname(token.folded) || nextIsCapital(index, side, tokens) { return true }
        var next = index + 1
        while next < tokens.upperBound, side.tokens[next].has([.adverb, .negation]) { next += 1 }
        guard next < tokens.upperBound else { return false }
        // "Колхозники собрали", "Повесть написал": one person is no plural, and a word in -а no man.
        if side.tokens[next].has([.verb, .speech]), isDisagreeing(token.folded, side.tokens[next].folded) { return false }
        return side.tokens[next].has([.verb, .speech]) || side.tokens[next].folded == "," || side.tokens[next].has(.conjunction) && nextIsCapital(next, side, tokens)
    }

    private func isDisagreeing(_ word: String, _ verb: String) -> Bool {
        if verb.hasSuffix("ли") || verb.hasSuffix("лись") { return word.hasSuffix("и") || word.hasSuffix("ы") || word.hasSuffix("е") }
        guard verb.hasSuffix("л") || verb.hasSuffix("лся") else { return false }
        return ["сть", "знь", "ция", "ие", "ье", "ка", "ота", "ина"].contains { word.hasSuffix($0) }
    }

    private static let monthsInShort: Set<String> = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]

    private func isBesideNumber(_ index: Int, _ side: Side, _ tokens: Range<Int>) -> Bool {
        [index - 1, index + 1].contains { tokens.contains($0) && side.tokens[$0].kind == .number }
    }

    private func opensLine(_ index: Int, _ side: Side) -> Bool { side.line(of: index)?.tokens.lowerBound == index }

    private func nextIsCapital(_ index: Int, _ side: Side, _ tokens: Range<Int>) -> Bool {
        index + 1 < tokens.upperBound && side.tokens[index + 1].kind == .word && side.tokens[index + 1].isCapital
            && !side.tokens[index + 1].has([.month, .weekday, .notName, .function])
    }

    /// What kind of name a run of capitals is, by its words and the word before.
    private func kind(of range: Range<Int>, in side: Side, _ tokens: Range<Int>) -> NameForm.Kind {
        let words = side.tokens[range]
        if words.contains(where: { $0.has(.organisation) && !$0.has(.forename) }) { return .organisation }
        if words.contains(where: { $0.has(.placeHead) }) { return .place }
        if range.lowerBound > tokens.lowerBound, side.tokens[range.lowerBound - 1].has([.title, .honorific]), !side.tokens[range.lowerBound - 1].has(.demonym) { return .person }
        if let first = words.first, words.count > 1, first.has(.forename) || isInitial(first) { return .person }
        if words.count <= 2, words.allSatisfy({ $0.has(.place) }) {
            // Kirov, Gorky, Washington: the place if a word of place stands before it.
            guard words.count == 1, let only = words.first, [only.folded, pack.lemma(only.folded)].contains(where: pack.group("namesake").contains) else { return .place }
            return range.lowerBound > tokens.lowerBound && pack.group("placeCue").contains(side.tokens[range.lowerBound - 1].folded) ? .place : .person
        }
        if let only = words.first, words.count == 1, isAllCapitals(only) { return .organisation }
        return .unknown
    }
}
