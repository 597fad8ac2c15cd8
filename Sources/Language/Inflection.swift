/// How the words of a language bend: which forms an entry of its lexicon stands for. Rules of spelling, not of grammar: a form that nobody
/// writes does no harm, a form that is missing does.
enum Inflection: String, Sendable {
    case english, russian, german, french

    /// A form of a verb; a participle may stand with a form of "be" and make a passive.
    struct VerbForm: Hashable {
        var text: String
        var isParticiple = false
    }

    func noun(_ word: String) -> [String] {
        switch self {
        case .english: EnglishForms.noun(word)
        case .russian: RussianForms.noun(word)
        case .german: ["", "n", "en", "e", "er", "s", "es", "ern", "nen"].map { word + $0 }
        case .french: FrenchForms.noun(word)
        }
    }

    func adjective(_ word: String) -> [String] {
        switch self {
        case .english: [word]
        case .russian: RussianForms.adjective(word)
        case .german: GermanForms.declined(word)
        case .french: FrenchForms.adjective(word)
        }
    }

    func verb(_ word: String) -> [VerbForm] {
        switch self {
        case .english: EnglishForms.verb(word).map { VerbForm(text: $0) }
        case .russian: RussianForms.verb(word)
        case .german: GermanForms.verb(word)
        case .french: FrenchForms.verb(word)
        }
    }

    /// A participle that the lexicon names, with its endings.
    func participle(_ word: String) -> [String] {
        switch self {
        case .english: [word]
        case .russian: RussianForms.participle(word)
        case .german: GermanForms.declined(word)
        case .french: ["", "e", "s", "es"].map { word + $0 }
        }
    }

    /// The forms in which the name of a person or place stands in running text, itself among them. Folded.
    func name(_ word: String) -> [String] {
        switch self {
        case .english, .french: [word]
        case .german: word.hasSuffix("s") || word.hasSuffix("x") || word.hasSuffix("z") ? [word] : [word, word + "s"]
        case .russian: RussianCases.forms(word)
        }
    }
}

/// Endings of words, by letters and not by graphemes: the words are folded.
extension String {
    func dropping(_ count: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.dropLast(count))) }
    func ends(_ ending: String) -> Bool { utf8.count >= ending.utf8.count && utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
    func ends(in endings: [String]) -> Bool { endings.contains { ends($0) } }
}

enum RussianForms {
    private static let hushing = ["ж", "ш", "ч", "щ", "ц"]

    static func noun(_ word: String) -> [String] {
        var forms = [word]
        func add(_ stem: String, _ endings: String) { for ending in endings.split(separator: " ") { forms.append(stem + ending) } }
        let stem = word.dropping(1)
        if word.ends(in: ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"]) { forms += adjective(word) }
        if word.ends("ь") {
            add(stem, "я ю ем е и ей ям ями ях ью")
        } else if word.ends("й") {
            add(stem, "я ю ем е и ев ям ями ях")
        } else if word.ends("а") {
            forms.append(stem)
            add(stem, "ы и е у ой ою ей ам ами ах")
            if stem.ends("к") { add(stem.dropping(1), "ок ек") }
        } else if word.ends("я") {
            add(stem, "и е ю ей ею ь й ям ями ях")
        } else if word.ends("о") {
            forms.append(stem)
            add(stem, "а у ом е ам ами ах")
        } else if word.ends("е") {
            add(stem, "я ю ем и й ей ям ями ях а у")
        } else if !word.ends(in: ["и", "ы", "у", "ю", "э"]) {
            if word.ends("ец") {
                let base = word.dropping(2)
                let short = base.ends(in: ["а", "е", "и", "о", "у", "я"]) ? base + "йц" : base.ends("л") ? base + "ьц" : base + "ц"
                add(short, "а у ем ом е ы ев ов ам ами ах")
                if base.ends("л") { add(base + "ц", "а у ем ом е ы ев ов ам ами ах") }
            } else if word.ends("ок") {
                add(word.dropping(2) + "к", "а у ом е и ов ам ами ах")
            }
            add(word, "а у ом е ы и ов ам ами ах")
            if word.ends(in: hushing) { add(word, "ем ей ев") }
            if word.ends(in: ["анин", "янин"]) {
                let base = word.dropping(2)
                forms.append(base)
                add(base, "е ам ами ах")
            }
        }
        return forms
    }

    static func adjective(_ word: String) -> [String] {
        guard word.ends(in: ["ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие"]) else { return noun(word) }
        let stem = word.dropping(2)
        var forms = ["ый", "ой", "ого", "ому", "ым", "ом", "ая", "ую", "ою", "ое", "ые", "ых", "ыми"].map { stem + $0 }
        if word.ends(in: ["ий", "яя", "ее", "ие"]) || stem.ends(in: ["к", "г", "х"] + hushing) {
            forms += ["ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ее", "ие", "их", "ими"].map { stem + $0 }
        }
        return forms
    }

    /// The long and short forms of a passive participle, given by its short masculine: создан.
    static func participle(_ short: String) -> [String] {
        let long = short.ends("н") ? short + "н" : short
        return ["", "а", "о", "ы"].map { short + $0 }
            + ["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ыми"].map { long + $0 }
    }

    static func verb(_ infinitive: String) -> [Inflection.VerbForm] {
        let isReflexive = infinitive.ends("ся") || infinitive.ends("сь")
        let plain = isReflexive ? infinitive.dropping(2) : infinitive
        var finite = [plain]
        var participles: [String] = []
        guard plain.ends("ть") else { return [Inflection.VerbForm(text: infinitive)] }
        let stem = plain.dropping(2), root = plain.dropping(3)
        finite += ["л", "ла", "ло", "ли", "в", "вши"].map { stem + $0 }
        if stem.ends("ова") || stem.ends("ева") { finite += ["ует", "уют", "уя"].map { stem.dropping(3) + $0 } }
        switch stem.unicodeScalars.last {
        case "а", "я":
            finite += ["ет", "ют"].map { stem + $0 }
            participles.append(stem + "н")
            if stem.ends(in: ["ня", "ча", "жа", "пя", "мя", "взя"]) { participles.append(stem + "т") }
            if stem.ends("ава") { finite += ["ет", "ют"].map { stem.dropping(2) + $0 } }
        case "и":
            finite += ["ит", "ят", "ат"].map { root + $0 }
            participles += mutated(root).map { $0 + "ен" }
            if root.unicodeScalars.count <= 3 { participles.append(stem + "т") }
        case "е":
            finite += ["еет", "еют", "ит", "ят"].map { root + $0 }
            participles.append(root + "ен")
        case "у":
            participles.append(stem + "т")
            finite += ["ет", "ут"].map { root + $0 }
            if stem.ends("ну") { finite += ["", "ла", "ло", "ли"].map { stem.dropping(2) + $0 } + ["ет", "ут"].map { stem.dropping(1) + $0 } }
        case "ы", "о": participles.append(stem + "т")
        default: break
        }
        // The reflexive is a verb of its own or the passive of this one.
        let vowels = ["а", "о", "у", "и", "ю", "я", "е"]
        let reflexive = finite.map { $0 + ($0.ends(in: vowels) ? "сь" : "ся") }
        return (isReflexive ? reflexive : finite + reflexive).map { Inflection.VerbForm(text: $0) }
            + (isReflexive ? [] : participles.flatMap(participle)).map { Inflection.VerbForm(text: $0, isParticiple: true) }
    }

    /// The consonants that change before -ен: подавить, подавлен; осудить, осужден; and without change: заменить, заменен.
    private static func mutated(_ root: String) -> [String] {
        for (ending, changed) in [("ст", "щ"), ("сл", "шл")] where root.ends(ending) { return [root.dropping(2) + changed, root] }
        switch root.unicodeScalars.last {
        case "б", "п", "в", "м", "ф": return [root + "л"]
        case "д": return [root.dropping(1) + "ж", root + "ж"]
        case "т": return [root.dropping(1) + "ч", root.dropping(1) + "щ"]
        case "з": return [root.dropping(1) + "ж", root]
        case "с": return [root.dropping(1) + "ш", root]
        default: return [root]
        }
    }
}

enum GermanForms {
    static func declined(_ word: String) -> [String] { ["", "e", "en", "er", "es", "em"].map { word + $0 } }

    private static let inseparable = ["be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "hinter", "uber", "unter", "wider"]

    /// A separable verb is written with a stroke: `an|klagen`.
    static func verb(_ entry: String) -> [Inflection.VerbForm] {
        let parts = entry.split(separator: "|").map(String.init)
        let prefix = parts.count == 2 ? parts[0] : ""
        let infinitive = parts.last ?? entry
        let stem = infinitive.ends("en") ? infinitive.dropping(2) : infinitive.dropping(1)
        let link = stem.ends(in: ["d", "t", "chn", "ffn", "gn", "tm"]) ? "e" : ""
        var finite = [infinitive, stem + link + "t", stem + link + "te", stem + link + "ten"]
        // klagt ... an: the verb stands without its prefix as well, and is then another one to us; in a subordinate clause it stands with it.
        if !prefix.isEmpty { finite = finite.map { prefix + $0 } + [prefix + "zu" + infinitive] }
        let isBare = infinitive.ends("ieren") || prefix.isEmpty && inseparable.contains { infinitive.utf8.starts(with: $0.utf8) && infinitive.utf8.count > $0.utf8.count + 4 }
        let participle = prefix + (isBare ? "" : "ge") + stem + link + "t"
        return finite.map { Inflection.VerbForm(text: $0) } + declined(participle).map { Inflection.VerbForm(text: $0, isParticiple: true) }
    }
}

enum FrenchForms {
    static func noun(_ word: String) -> [String] {
        if word.ends("al") { return [word, word + "s", word.dropping(1) + "ux"] }
        if word.ends(in: ["s", "x", "z"]) { return [word] }
        return [word, word + "s", word + "x"]
    }

    static func adjective(_ word: String) -> [String] {
        var forms = noun(word)
        if word.ends("x") { forms += [word.dropping(1) + "se", word.dropping(1) + "ses"] }
        if word.ends("f") { forms += [word.dropping(1) + "ve", word.dropping(1) + "ves"] }
        if word.ends("er") { forms += [word + "e", word + "es"] }
        if word.ends("en") || word.ends("on") || word.ends("el") { forms += [word + (word.ends("el") ? "le" : "ne"), word + (word.ends("el") ? "les" : "nes")] }
        if word.ends("eur") { forms += [word.dropping(1) + "se", word.dropping(1) + "ses"] + (word.ends("teur") ? [word.dropping(3) + "rice", word.dropping(3) + "rices"] : []) }
        if !word.ends("e") { forms += [word + "e", word + "es"] }
        return forms
    }

    static func verb(_ infinitive: String) -> [Inflection.VerbForm] {
        let stem = infinitive.dropping(2)
        var finite: [String] = [infinitive], participles: [String] = []
        func add(_ stem: String, _ endings: String) { for ending in endings.split(separator: " ") { finite.append(stem + ending) } }
        if infinitive.ends("er") {
            add(stem, "e ent ait aient a erent ant era eront erait eraient")
            if stem.ends("g") { add(stem + "e", "a ait aient ant") }
            participles = ["e", "ee", "es", "ees"].map { stem + $0 }
        } else if infinitive.ends("ir") {
            add(stem, "it issent issait issaient irent issant ira iront irait iraient")
            participles = ["i", "ie", "is", "ies"].map { stem + $0 }
        } else if infinitive.ends("re") {
            finite.append(stem)
            add(stem, "ent it irent ait aient ant ra ront rait raient")
            participles = ["u", "ue", "us", "ues"].map { stem + $0 }
        }
        return finite.map { Inflection.VerbForm(text: $0) } + participles.map { Inflection.VerbForm(text: $0, isParticiple: true) }
    }
}
