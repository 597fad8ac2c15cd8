/// The nominative of a name as it stands in a sentence: what reports show, and what names are compared by.
///
/// Where an ending allows two nominatives (Иванова: of Ivanov, or Ivanova), the forename decides, then the verb behind it, then which of the two
/// stands in the text, and last the masculine.
extension LanguagePack {
    /// Whether names change their endings in this language.
    package var bendsNames: Bool { lexicon.inflection == .russian || lexicon.inflection == .german }
    /// Whether the case says who does what, wherever the word stands.
    package var hasFreeOrder: Bool { lexicon.inflection == .russian }
    /// Whether every noun has a capital.
    package var capitalisesNouns: Bool { lexicon.inflection == .german }

    /// Whether short words lose their vowel before others: l'armée.
    package var hasElisions: Bool { lexicon.hasElisions }

    /// A German noun by the lists or by its ending: no name, for all its capital.
    package func isNoun(_ folded: String) -> Bool {
        if group("common").contains(folded) { return true }
        return lexicon.nounEndings.contains { folded.hasSuffix($0) && folded.utf8.count > $0.utf8.count + 1 }
    }

    /// The lemma of a folded word that a list holds; the word itself otherwise.
    package func lemma(_ folded: String) -> String { lexicon.lemma(folded) }

    /// The folded forms in which a folded name may stand in running text, itself first.
    package func nameForms(_ folded: String) -> [String] {
        guard bendsNames else { return [folded] }
        let listed = lexicon.bent(folded)
        if !listed.isEmpty { return [folded] + listed }
        return lexicon.inflection.name(folded)
    }

    /// Endings that Russian surnames have and few other words.
    package func looksLikeSurname(_ folded: String) -> Bool {
        guard lexicon.inflection == .russian else { return false }
        if RussianCases.isSurnameByEnding(folded) { return true }
        return folded.ends(in: ["ко", "ук", "юк", "ян", "дзе", "швили", "ич", "ман", "берг", "штейн", "сон", "лидзе", "айте", "аускас"])
    }

    /// - Parameters:
    ///   - words: the tokens of the name, without titles.
    ///   - next: the token behind it.
    ///   - isKnown: whether a folded word stands with a capital in either version.
    /// - Returns: nil where nothing changes.
    package func nominative(of words: ArraySlice<SentenceToken>, isBody: Bool, next: SentenceToken?, isKnown: (String) -> Bool) -> String? {
        switch lexicon.inflection {
        case .english, .french: return nil
        case .german: return germanNominative(words, next, isKnown)
        case .russian: break
        }
        guard words.contains(where: { $0.folded.utf8.first.map { $0 == 0xD0 || $0 == 0xD1 } ?? false }) else { return nil }
        let isBody = isBody || words.contains { $0.has(.organisation) }
        let written = isBody ? russianBody(Array(words)) : russianPerson(Array(words), next, isKnown)
        let before = words.map(\.text).joined(separator: " ")
        return written == before ? nil : written
    }

    // MARK: Russian

    private func russianPerson(_ words: [SentenceToken], _ next: SentenceToken?, _ isKnown: (String) -> Bool) -> String {
        var gender: RussianCases.Gender?
        var written: [String] = []
        for (index, word) in words.enumerated() {
            let isLast = index == words.count - 1
            if word.kind != .word || word.folded.unicodeScalars.count < 2 || !word.isCapital {
                written.append(word.text)
            } else if word.has([.forename, .place]), !isLast || words.count == 1 {
                let lemma = lemma(word.folded)
                if word.has(.forename) { gender = lemma.ends(in: ["а", "я"]) && !Self.masculineInA.contains(lemma) || lemma == "любовь" ? .feminine : .masculine }
                written.append(Self.spell(word.text, lemma))
            } else if !isLast, let patronymic = Self.patronymic(word.folded) {
                gender = patronymic.ends("ич") ? .masculine : .feminine
                written.append(Self.spell(word.text, patronymic))
            } else {
                let halves = word.text.split(separator: "-").map(String.init)
                let spelled = halves.map { half in
                    Self.spell(half, surname(TokenBuilder.folded(half), gender, isLast ? next : nil, isKnown))
                }
                written.append(spelled.joined(separator: "-"))
            }
        }
        return written.joined(separator: " ")
    }

    private static let masculineInA: Set<String> = ["илья", "никита", "фома", "лука", "кузьма", "савва"]

    private func surname(_ folded: String, _ gender: RussianCases.Gender?, _ next: SentenceToken?, _ isKnown: (String) -> Bool) -> String {
        var readings = RussianCases.readings(folded)
        if let gender {
            let fitting = readings.filter { $0.gender == nil || $0.gender == gender }
            if !fitting.isEmpty { readings = fitting }
        }
        guard let first = readings.first else { return folded }
        guard readings.contains(where: { $0.nominative != first.nominative }) else { return first.nominative }
        // "Иванова сказала": the verb is a woman's.
        if let next, next.has([.verb, .speech, .auxiliary]), next.folded.ends(in: ["ла", "лась"]),
            let woman = readings.first(where: { $0.cases.contains(.nominative) && $0.gender != .masculine }) { return woman.nominative }
        let known = readings.filter { isKnown($0.nominative) && $0.nominative != folded }
        if let only = known.first { return only.nominative }
        // The other cases tell a man from a woman.
        if let woman = readings.first(where: { $0.gender == .feminine && $0.nominative == folded }) {
            let stem = folded.dropping(1)
            if isKnown(stem + "ой"), !isKnown(stem), !isKnown(stem + "ым") { return woman.nominative }
        }
        return first.nominative
    }

    private static func patronymic(_ folded: String) -> String? {
        for ending in ["ичем", "ича", "ичу", "иче", "ич"] where folded.ends(ending) && folded.unicodeScalars.count > 5 {
            return folded.dropping(ending.unicodeScalars.count) + "ич"
        }
        for ending in ["вной", "вны", "вне", "вну", "вна"] where folded.ends(ending) && folded.unicodeScalars.count > 6 {
            return folded.dropping(ending.unicodeScalars.count) + "вна"
        }
        return nil
    }

    /// "Центрального комитета": the noun by its lemma, the adjectives before it after its gender. What stands behind the noun is its genitive.
    private func russianBody(_ words: [SentenceToken]) -> String {
        guard let head = words.firstIndex(where: { $0.has([.organisation, .placeHead]) }) else { return words.map(\.text).joined(separator: " ") }
        let noun = lemma(words[head].folded)
        let ending = noun.ends(in: ["а", "я"]) ? "ая" : noun.ends(in: ["о", "е"]) ? "ое" : "ый"
        var written: [String] = []
        for (index, word) in words.enumerated() {
            if index < head, word.kind == .word { written.append(Self.adjective(word, ending)) }
            else if index == head { written.append(Self.spell(word.text, noun)) }
            else { written.append(word.text) }
        }
        return written.joined(separator: " ")
    }

    private static func adjective(_ word: SentenceToken, _ ending: String) -> String {
        for old in ["ого", "его", "ому", "ему", "ыми", "ими", "ым", "им", "ом", "ем", "ой", "ей", "ую", "юю", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их"]
        where word.folded.ends(old) && word.folded.unicodeScalars.count > old.unicodeScalars.count + 2 {
            let stem = word.folded.dropping(old.unicodeScalars.count)
            let isSoft = ending == "ый" && stem.ends(in: ["к", "г", "х", "ж", "ш", "щ", "ч"])
            return spell(word.text, stem + (isSoft ? "ий" : ending))
        }
        return word.text
    }

    /// The letters as written, as far as they are the same; the new ending in small letters, or in capitals like the rest.
    private static func spell(_ written: String, _ lemma: String) -> String {
        let letters = Array(written.unicodeScalars), wanted = Array(lemma.unicodeScalars)
        let folded = Array(TokenBuilder.folded(written).unicodeScalars)
        guard folded.count <= letters.count, folded != wanted else { return written }
        var same = 0
        while same < min(folded.count, wanted.count), folded[same] == wanted[same] { same += 1 }
        let ending = String(String.UnicodeScalarView(wanted[same...]))
        let isShouted = letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
        return String(String.UnicodeScalarView(letters[..<same])) + (isShouted ? ending.uppercased() : ending)
    }

    // MARK: German

    /// "Trotzkis Plan": the genitive before a noun, or where the name stands without s as well.
    private func germanNominative(_ words: ArraySlice<SentenceToken>, _ next: SentenceToken?, _ isKnown: (String) -> Bool) -> String? {
        guard let last = words.last, last.folded.ends("s"), !last.folded.ends("ss"), last.folded.utf8.count > 4 else { return nil }
        let base = last.folded.dropping(1)
        let isBeforeNoun = next.map { $0.isCapital && $0.kind == .word && !$0.has(.forename) } ?? false
        guard isKnown(base) || isBeforeNoun && !last.folded.ends(in: ["us", "as", "es", "os"]) else { return nil }
        return words.dropLast().map { $0.text + " " }.joined() + String(last.text.unicodeScalars.dropLast())
    }
}

extension RussianCases {
    /// A surname by its ending alone: -ов, -ин, -ский in all their cases.
    static func isSurnameByEnding(_ folded: String) -> Bool {
        let word = modern(folded)
        if word.ends(in: ["ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "цкий", "цкого", "цкому", "цким", "цком", "цкая", "цкой", "цкую"]) { return true }
        for ending in ["ым", "ой", "ою", "а", "у", "е", "ы", ""] where word.ends(ending) {
            let stem = word.dropping(ending.unicodeScalars.count)
            if stem.unicodeScalars.count > 3, stem.ends(in: ["ов", "ев", "ин", "ын"]) { return true }
        }
        return false
    }
}
