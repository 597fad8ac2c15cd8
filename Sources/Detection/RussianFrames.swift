import Language

/// Frames of Russian sentences. The order of the words is free there; the cases say who does what: the nominative that agrees with the verb acts,
/// beside a passive participle the instrumental.
struct RussianFrames {
    let side: Side
    let line: Range<Int>
    let reader: PhraseReader
    let pack: LanguagePack

    private typealias Cases = RussianCases.Cases

    /// A noun with its adjectives, or names joined by commas and "и".
    private struct Constituent {
        var range: Range<Int>
        /// Mentions that fill it; none for a common noun.
        var names: [Int]
        var head: Int
        var cases: Cases
        var isPlural: Bool
        var isGoverned: Bool
        /// Right behind a noun: may be its genitive.
        var isAttribute: Bool
    }

    func frames() -> [Frame] {
        let parts = constituents()
        var frames: [Frame] = []
        for index in line {
            if let frame = nominal(index, parts) ?? possession(index, parts) {
                frames.append(frame)
            } else if isPredicate(index), let frame = verb(index, parts) {
                frames.append(frame)
            }
        }
        return frames
    }

    // MARK: credit

    /// "под руководством Троцкого", "по инициативе ЦК", "во главе со Сталиным".
    private func nominal(_ index: Int, _ parts: [Constituent]) -> Frame? {
        let token = side.tokens[index]
        guard token.has([.lead, .part]), !token.isCapital || index == line.lowerBound, !isName(index) else { return nil }
        let before = max(line.lowerBound, index - 4)..<index
        guard before.contains(where: { has($0, .preposition) }) else { return nil }
        var next = index + 1
        if next < line.upperBound, has(next, .preposition) {
            guard ["с", "со"].contains(side.tokens[next].folded) else { return nil }
            next += 1
        }
        guard let agent = parts.first(where: { $0.range.lowerBound == next }) else { return nil }
        let isLead = token.has(.lead)
        return Frame(kind: isLead ? .lead : .part, stem: isLead ? "lead" : "part", token: index, isPassive: true, agent: phrase(agent), patient: nil)
    }

    /// "план Троцкого".
    private func possession(_ index: Int, _ parts: [Constituent]) -> Frame? {
        guard pack.group("credited").contains(side.tokens[index].folded), !isName(index),
            let owner = parts.first(where: { $0.range.lowerBound == index + 1 }), let name = owner.names.first, owner.names.count == 1,
            owner.cases.contains(.genitive), !owner.cases.contains(.nominative) || side.mentions[name].titlesFrom < side.mentions[name].tokens.lowerBound,
            side.mentions[name].form.kind != .place
        else { return nil }
        return Frame(kind: .possession, stem: side.tokens[index].stem, token: index, isPassive: false, agent: phrase(owner), patient: nil)
    }

    // MARK: verbs

    private func verb(_ index: Int, _ parts: [Constituent]) -> Frame? {
        let token = side.tokens[index]
        let clause = clause(around: index)
        let isSpeech = token.has(.speech) && hasComplement(index)
        let kind: Frame.Kind = isSpeech ? .speech : .action
        if token.has(.participle) {
            let agent = instrumental(index, clause, parts)
            guard isShort(token) || agent != nil else { return nil }
            let patient = parts.first { clause.contains($0.range.lowerBound) && $0.cases.contains(.nominative) && !$0.isGoverned && $0.range != agent?.range }
            return Frame(kind: .action, stem: token.stem, token: index, isPassive: true, agent: agent.flatMap(phrase), patient: patient.flatMap(phrase))
        }
        if isReflexive(token), let agent = instrumental(index, clause, parts), !agent.names.isEmpty, let subject = subject(of: index, parts, depth: 0), subject.names.isEmpty {
            return Frame(kind: kind, stem: pack.stem(String(token.folded.unicodeScalars.dropLast(2))), token: index, isPassive: true, agent: phrase(agent), patient: phrase(subject))
        }
        guard let subject = subject(of: index, parts, depth: 0) else { return nil }
        let object = parts.filter { clause.contains($0.range.lowerBound) && $0.cases.contains(.accusative) && !$0.isGoverned && !$0.isAttribute && $0.range != subject.range }
        let patient = object.first { $0.range.lowerBound > index } ?? object.last
        // "Шахта взорвалась": what it is done to stands as subject; the deed is the same as in "взорвали шахту".
        let stem = isReflexive(token) && subject.names.isEmpty ? pack.stem(String(token.folded.unicodeScalars.dropLast(2))) : token.stem
        return Frame(kind: kind, stem: stem, token: index, isPassive: false, agent: phrase(subject), patient: isSpeech ? nil : patient.flatMap(phrase))
    }

    private func isPredicate(_ index: Int) -> Bool {
        let token = side.tokens[index]
        guard token.kind == .word, token.has([.verb, .speech]), !token.has(.auxiliary), !isName(index), !token.isCapital || index == line.lowerBound else { return false }
        // "заключенные", "арестованный": people, for all their form.
        if token.has(.participle), token.has([.collective, .office]), !isShort(token) { return false }
        // Infinitives and gerunds have no subject of their own.
        if token.has(.participle) { return true }
        return !["ть", "ться", "ти", "тись", "чь", "вши", "вшись"].contains { token.folded.hasSuffix($0) } && !token.folded.hasSuffix("в")
    }

    private func isShort(_ token: SentenceToken) -> Bool {
        ["н", "на", "но", "ны", "т", "та", "то", "ты"].contains { token.folded.hasSuffix($0) } && !token.folded.hasSuffix("нна")
    }

    private func isReflexive(_ token: SentenceToken) -> Bool { token.folded.hasSuffix("ся") || token.folded.hasSuffix("сь") }

    /// The instrumental that acts in a passive: a name, or a noun for people. "вечером", "ударом" act not.
    private func instrumental(_ index: Int, _ clause: Range<Int>, _ parts: [Constituent]) -> Constituent? {
        func mayAct(_ part: Constituent) -> Bool {
            guard !part.isGoverned, part.cases.contains(.instrumental) else { return false }
            // A name that does not bend may be the subject of the passive only if it stands before the verb.
            if let name = part.names.first { return side.mentions[name].form.kind != .place && (!part.cases.contains(.nominative) || part.range.lowerBound > index && !part.isAttribute) }
            return side.tokens[part.range].contains { $0.has([.collective, .office, .organisation, .demonym, .title]) }
        }
        let right = parts.first { $0.range.lowerBound > index && $0.range.lowerBound < clause.upperBound && mayAct($0) }
        return right ?? parts.last { $0.range.upperBound <= index && $0.range.lowerBound >= clause.lowerBound && mayAct($0) }
    }

    // MARK: subjects

    /// The nominative that agrees with the verb.
    private func subject(of verb: Int, _ parts: [Constituent], depth: Int) -> Constituent? {
        guard depth < 4 else { return nil }
        var candidates: [(score: Int, distance: Int, part: Constituent)] = []
        func take(_ part: Constituent, isLeft: Bool) {
            guard !part.isGoverned, !isTime(part), agrees(part, verb, isLeft: isLeft) else { return }
            var score = part.names.isEmpty ? 1 : 3
            if part.isAttribute { score -= 2 }
            if !part.names.isEmpty, part.names.allSatisfy({ side.mentions[$0].form.kind == .place }) { score -= 2 }
            // "Роман написал Фёдор Крюков": the fuller name is the surer one.
            if part.names.count == 1, side.mentions[part.names[0]].tokens.count > 1 { score += 1 }
            if part.cases.contains(.accusative) { score -= 1 }
            candidates.append((score, abs(part.range.lowerBound - verb), part))
        }
        let clause = clause(around: verb)
        var at = verb - 1
        scan: while at >= line.lowerBound {
            let token = side.tokens[at]
            if let part = parts.last(where: { $0.range.contains(at) }) {
                take(part, isLeft: true)
                at = part.range.lowerBound - 1
                continue
            }
            if token.has(.subordinator), !token.has(.pronoun) || Self.relatives.contains(token.folded) {
                if Self.relatives.contains(token.folded), let antecedent = parts.last(where: { $0.range.upperBound <= at && $0.range.upperBound >= at - 2 }) { return antecedent }
                break
            }
            if token.folded == ",", let open = insertion(endingAt: at) {
                at = open - 1
                continue
            }
            if token.folded == ";" || token.folded == ":" || token.folded == "\"" || token.folded == "(" || token.folded == ")" { break }
            if token.has(.pronoun), isNominativePronoun(token) {
                // "Он также вёл счета": he is the subject, whatever stands behind the verb.
                if candidates.isEmpty { return nil }
                break scan
            }
            if isPredicate(at), !token.has(.participle) || isShort(token) {
                // "прибыл и создал", "основал кружок и также вёл": the subject of the verb before; what stands before the conjunction is that verb's.
                if let link = (at + 1..<verb).last(where: { has($0, .conjunction) || side.tokens[$0].folded == "," }),
                    candidates.allSatisfy({ $0.part.names.isEmpty && $0.part.cases.contains(.accusative) && $0.part.range.upperBound <= link })
                { return subject(of: at, parts, depth: depth + 1) }
                break
            }
            at -= 1
        }
        for part in parts where part.range.lowerBound > verb && part.range.lowerBound < clause.upperBound { take(part, isLeft: false) }
        return candidates.min { ($1.score, $0.distance) < ($0.score, $1.distance) }?.part
    }

    /// "9 апреля", "1937 года": when, never who.
    private func isTime(_ part: Constituent) -> Bool {
        part.names.isEmpty && side.tokens[part.range].contains { pack.lemma($0.folded) == "год" || $0.has([.month, .weekday]) || $0.kind == .number && $0.text.utf8.count == 4 && $0.text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static let relatives: Set<String> = ["который", "которая", "которое", "которые", "кто"]

    private func isNominativePronoun(_ token: SentenceToken) -> Bool { ["он", "она", "оно", "они", "я", "мы", "вы", "ты"].contains(token.folded) }

    /// Where the clause set off by the comma at `end` begins: a relative clause, a participle with its words.
    private func insertion(endingAt end: Int) -> Int? {
        guard let open = (line.lowerBound..<end).last(where: { side.tokens[$0].folded == "," }), open + 1 < end else { return nil }
        let first = open + 1
        if has(first, .subordinator) || first + 1 < end && has(first, .preposition) && has(first + 1, .subordinator) { return open }
        if has(first, .participle), !isName(first) { return open }
        return nil
    }

    /// Number and gender, as far as the endings tell.
    private func agrees(_ part: Constituent, _ verb: Int, isLeft: Bool) -> Bool {
        guard part.cases.contains(.nominative) else { return false }
        let ending = side.tokens[verb].folded.hasSuffix("сь") || side.tokens[verb].folded.hasSuffix("ся") ? String(side.tokens[verb].folded.unicodeScalars.dropLast(2)) : side.tokens[verb].folded
        let isPlural = ["ли", "ют", "ут", "ят", "ат"].contains { ending.hasSuffix($0) }
        if isPlural { return part.isPlural || part.names.count > 1 }
        if part.names.count > 1 { return !isLeft }
        if part.isPlural { return false }
        let head = side.tokens[part.head].folded
        let isFeminineVerb = ending.hasSuffix("ла"), isNeuterVerb = ending.hasSuffix("ло"), isMasculineVerb = ending.hasSuffix("л")
        if !part.names.isEmpty {
            if isNeuterVerb { return part.names.contains { side.mentions[$0].form.kind == .organisation || side.mentions[$0].form.kind == .unknown } && !pack.looksLikeSurname(head) }
            if isFeminineVerb { return !["ский", "цкий", "ов", "ев", "ин"].contains { head.hasSuffix($0) } }
            if isMasculineVerb { return !["ская", "цкая", "ова", "ева", "ина"].contains { head.hasSuffix($0) } }
            return true
        }
        let last = head.unicodeScalars.last
        if isFeminineVerb { return last == "а" || last == "я" || last == "ь" }
        if isNeuterVerb { return last == "о" || last == "е" || last.map { "ьтиять".unicodeScalars.contains($0) } ?? false }
        if isMasculineVerb { return last != "о" && last != "е" }
        return true
    }

    // MARK: clauses and complements

    private func isStop(_ index: Int) -> Bool { [";", ":", "\"", "(", ")", "."].contains(side.tokens[index].folded) }

    /// From the comma, mark or subordinator before the verb to the one behind it; commas inside lists of names do not count.
    private func clause(around index: Int) -> Range<Int> {
        var first = index, last = index + 1
        while first > line.lowerBound, !isStop(first - 1), !has(first - 1, .subordinator) || has(first - 1, .pronoun) && !Self.relatives.contains(side.tokens[first - 1].folded) {
            if side.tokens[first - 1].folded == ",", !isInList(first - 1) { break }
            first -= 1
        }
        while last < line.upperBound, !isStop(last), side.tokens[last].folded != "," || isInList(last) { last += 1 }
        return first..<last
    }

    private func isInList(_ comma: Int) -> Bool {
        guard comma > line.lowerBound, comma + 1 < line.upperBound, let before = side.mention(at: comma - 1) else { return false }
        return before + 1 < side.mentions.count && reader.joined(before, before + 1)
    }

    /// что behind a comma, a colon, a quotation behind the verb or before it.
    private func hasComplement(_ index: Int) -> Bool {
        for at in index + 1..<min(index + 9, line.upperBound) {
            let word = side.tokens[at].folded
            if word == ":" || word == "\"" { return true }
            if word == ",", at + 1 < line.upperBound, pack.group("complementiser").contains(side.tokens[at + 1].folded) { return true }
        }
        return (max(line.lowerBound, index - 3)..<index).contains { side.tokens[$0].folded == "\"" }
    }

    // MARK: constituents

    private func has(_ index: Int, _ classes: WordClass) -> Bool { side.tokens[index].has(classes) }
    private func isName(_ index: Int) -> Bool { side.mention(at: index) != nil }

    private func phrase(_ part: Constituent) -> NounPhrase? {
        var phrase = NounPhrase(part.range, in: side)
        // "солдаты Колчака": the name in the genitive does not act.
        if part.names.isEmpty { phrase?.mentions = [] } else { phrase?.mentions = part.names }
        phrase?.head = side.tokens[part.head].stem
        return phrase
    }

    private func constituents() -> [Constituent] {
        var parts: [Constituent] = []
        var index = line.lowerBound
        while index < line.upperBound {
            if let mention = side.mention(at: index) ?? titled(index) {
                let range = reader.enumeration(around: mention)
                let names = side.mentions(in: range).filter { range.contains(side.mentions[$0].tokens.lowerBound) }
                let cases = names.map { self.cases(of: $0) }.reduce(Cases.all) { $0.intersection($1) }
                parts.append(
                    Constituent(
                        range: range, names: names, head: (side.mentions[mention].tokens.upperBound - 1), cases: cases.isEmpty ? .all : cases, isPlural: names.count > 1,
                        isGoverned: isGoverned(range.lowerBound), isAttribute: isAttribute(range.lowerBound, cases, parts.last)))
                index = max(index + 1, range.upperBound)
            } else if isNoun(index) {
                var end = index + 1
                var head: Int? = isAdjective(side.tokens[index]) ? nil : index
                while end < line.upperBound, isNoun(end), !has(end, .numeral), titled(end) == nil {
                    if head == nil, !isAdjective(side.tokens[end]) { head = end }
                    end += 1
                }
                let noun = head ?? end - 1
                // "солдаты Колчака" is one: the name in the genitive belongs to it.
                var range = index..<end
                if end < line.upperBound, let owner = side.mention(at: end), !cases(of: owner).contains(.nominative), cases(of: owner).contains(.genitive), has(noun, [.collective, .office, .organisation]) {
                    range = index..<side.mentions[owner].tokens.upperBound
                }
                parts.append(
                    Constituent(
                        range: range, names: [], head: noun, cases: cases(ofNoun: side.tokens[noun]), isPlural: isPlural(side.tokens[noun]),
                        isGoverned: isGoverned(index), isAttribute: false))
                index = range.upperBound
            } else {
                index += 1
            }
        }
        return parts
    }

    /// The mention whose titles begin here.
    private func titled(_ index: Int) -> Int? {
        guard has(index, [.title, .honorific]) else { return nil }
        return side.mentions(in: index..<min(index + 4, line.upperBound)).first { side.mentions[$0].titlesFrom == index }
    }

    private func isNoun(_ index: Int) -> Bool {
        let token = side.tokens[index]
        guard token.kind == .word || token.kind == .number, !isName(index) else { return false }
        if token.has([.function, .adverb]) { return false }
        return !isPredicate(index) && !token.has([.lead, .part])
    }

    private func isGoverned(_ index: Int) -> Bool { index > line.lowerBound && has(index - 1, .preposition) }

    private func isAttribute(_ index: Int, _ cases: Cases, _ before: Constituent?) -> Bool {
        guard let before, before.range.upperBound == index, before.names.isEmpty, cases.contains(.genitive) else { return false }
        return !has(index - 1, [.month, .weekday, .numeral])
    }

    private func cases(of mention: Int) -> Cases {
        let name = side.mentions[mention]
        guard let last = side.tokens[name.tokens].last else { return .all }
        // A body by its head, a forename by its own ending.
        if name.form.kind == .organisation, let head = side.tokens[name.tokens].first(where: { $0.has(.organisation) }) {
            return head.text.unicodeScalars.allSatisfy { $0.properties.isUppercase } ? .all : cases(ofNoun: head)
        }
        if last.has([.forename, .place]) { return cases(ofNoun: last) }
        var cases = RussianCases.cases(last.folded)
        // "Сталина" was read as a case of Сталин: no woman's nominative.
        if name.text != side.text(name.tokens) { cases.remove(.nominative) }
        // The forename agrees: "Льва Рида".
        if let first = side.tokens[name.tokens].first, name.tokens.count > 1, first.has(.forename), first.folded.unicodeScalars.count > 1 {
            let both = cases.intersection(self.cases(ofNoun: first))
            return both.isEmpty ? cases : both
        }
        return cases
    }

    private func isAdjective(_ token: SentenceToken) -> Bool {
        guard !token.has([.collective, .office, .title]) else { return false }
        return ["ый", "ий", "ая", "яя", "ое", "ые", "ого", "ому", "ым", "ых", "их", "ыми", "ими", "ую", "юю", "ской", "ной", "ние", "нее"].contains { token.folded.hasSuffix($0) }
            && !token.folded.hasSuffix("ние") && !token.folded.hasSuffix("тие")
    }

    private func isPlural(_ token: SentenceToken) -> Bool {
        let word = token.folded
        let lemma = pack.lemma(word)
        if word == lemma { return token.has(.collective) && ["и", "ы", "е", "а"].contains { word.hasSuffix($0) } && !["полиция", "армия"].contains(word) && word.hasSuffix("и") }
        if ["ы", "и", "е", "ые", "ие", "я", "а"].contains(where: { word.hasSuffix($0) }) {
            // солдаты, рабочие, крестьяне; but партии may be one in the genitive.
            return !word.hasSuffix("а") || lemma.hasSuffix("о")
        }
        return false
    }

    /// By the ending and the lemma, as far as a list knows it.
    private func cases(ofNoun token: SentenceToken) -> Cases {
        let word = token.folded
        let lemma = pack.lemma(word)
        func ends(_ endings: String...) -> Bool { endings.contains { word.hasSuffix($0) } }
        if word == lemma, !ends("ами", "ями", "ыми", "ими") {
            if token.has([.collective, .office, .title, .forename]), !ends("а", "я", "о", "е") { return token.has(.collective) && word.hasSuffix("ей") ? [.genitive, .accusative] : .nominative }
            if pack.classes(of: word).isEmpty {
                // Not in any list: the ending alone.
                if ends("ом", "ем", "ым", "им", "ою", "ею", "ью") { return [.instrumental, .prepositional] }
                if ends("ов", "ев", "ого", "его") { return [.genitive, .accusative] }
                if ends("ах", "ях") { return .prepositional }
                if ends("ам", "ям", "ому", "ему") { return .dative }
                if ends("у", "ю") { return [.dative, .accusative] }
                if ends("ой", "ей") { return [.genitive, .dative, .instrumental, .prepositional, .nominative] }
                if ends("а", "я") { return [.nominative, .genitive, .accusative] }
                return [.nominative, .accusative, .genitive]
            }
            return ends("а", "я") ? .nominative : [.nominative, .accusative]
        }
        if ends("ами", "ями", "ыми", "ими", "ью", "ьми", "ою", "ею") { return .instrumental }
        if ends("ом", "ем", "ым", "им") { return ends("им", "ым") ? [.instrumental, .dative] : [.instrumental, .prepositional] }
        if ends("ой", "ей") { return [.genitive, .dative, .instrumental, .prepositional, .accusative] }
        if ends("ов", "ев", "ого", "его", "ых", "их") { return [.genitive, .accusative] }
        if ends("ах", "ях") { return .prepositional }
        if ends("ам", "ям", "ому", "ему") { return .dative }
        if ends("у", "ю") { return [.dative, .accusative] }
        if ends("а", "я") { return lemma.hasSuffix("о") || lemma.hasSuffix("е") ? [.nominative, .accusative, .genitive] : [.genitive, .accusative] }
        if ends("ы", "и") { return token.has([.collective, .office]) ? [.nominative, .genitive] : [.nominative, .accusative, .genitive] }
        if ends("ые", "ие", "ане", "яне") { return .nominative }
        if ends("е") { return [.prepositional, .dative] }
        return [.genitive, .accusative]
    }
}
