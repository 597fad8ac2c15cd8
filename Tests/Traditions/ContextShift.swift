import TestSupport

/// A sentence in two versions: who stands in a slot of it is another, and the words round the slot come, go or change as well.
public struct ContextShift: Sendable {
    public var language: String
    public var old: [String]
    public var new: [String]
    /// The pairs of names that took each other's place: index in `old`, index in `new`.
    public var names: Set<[Int]>
    /// The indices of all words that are names, by version: a pair that holds one of them is told.
    public var oldNames: Set<Int>
    public var newNames: Set<Int>

    /// What a language says of such a sentence. In a template `N` is the slot, `L` and `R` the context on its left and right.
    struct Speech: Sendable {
        var language: String
        var templates: [String]
        var names: [String]
        /// Contexts that may stand on the left of the slot, and on its right; one of each is "".
        var left: [String]
        var right: [String]
        /// What stands in the slot where nobody is named.
        var nobody: [String]
    }

    /// Three sentences in one, so that the slots have neighbours to go astray to.
    init(_ speech: Speech, _ dice: inout SplitMix64) {
        (language, old, new, names, oldNames, newNames) = (speech.language, [], [], [], [], [])
        for _ in 0..<3 {
            for part in (speech.templates.randomElement(using: &dice) ?? "").split(separator: " ") {
                switch part {
                case "L": context(speech.left, &dice)
                case "R": context(speech.right, &dice)
                case "N": slot(speech, &dice)
                default:
                    old.append(String(part))
                    new.append(String(part))
                }
            }
        }
    }

    /// Half of the time the context is the same in both versions; else each has its own, and one may have none.
    private mutating func context(_ choices: [String], _ dice: inout SplitMix64) {
        let first = choices.randomElement(using: &dice) ?? ""
        let second = Bool.random(using: &dice) ? first : choices.randomElement(using: &dice) ?? ""
        old += first.split(separator: " ").map(String.init)
        new += second.split(separator: " ").map(String.init)
    }

    private mutating func slot(_ speech: Speech, _ dice: inout SplitMix64) {
        let first = speech.names.randomElement(using: &dice) ?? ""
        var second = first
        while second == first { second = speech.names.randomElement(using: &dice) ?? "" }
        // One in six goes and nobody comes: then no name has a partner.
        if Int.random(in: 0..<6, using: &dice) == 0 {
            oldNames.insert(old.count)
            old.append(first)
            new += (speech.nobody.randomElement(using: &dice) ?? "").split(separator: " ").map(String.init)
            return
        }
        names.insert([old.count, new.count])
        oldNames.insert(old.count)
        newNames.insert(new.count)
        old.append(first)
        new.append(second)
    }

    /// `count` sentences in turn through the languages; the same seed gives the same.
    public static func planted(_ count: Int, seed: UInt64) -> [ContextShift] {
        var dice = SplitMix64(seed: seed)
        return (0..<count).map { ContextShift(speeches[$0 % speeches.count], &dice) }
    }

    private static let speeches = [
        Speech(
            language: "English",
            templates: [
                "the rising was L led by N R .", "L the order was signed by N R and sent out .", "it was N R who held the bridge .", "they L heard N speak R that evening .",
                "the committee gave L the railway to N R .",
            ],
            names: words("Trotsky Kamenev Zinoviev Bukharin Sverdlov Antonov Raskolnikov Rykov Radek Krestinsky Smilga Podvoisky Lenin Stalin"),
            left: ["", "", "late", "in the end", "as all knew", "soon", "openly", "first of all"],
            right: ["", "", "at night", "late at night", "himself", "and his friends", "in October", "with great skill", "that day"],
            nobody: ["others", "the committee", "the workers of the city", "them"]),
        Speech(
            language: "Russian",
            templates: ["возстаніемъ L руководилъ N R .", "L приказъ подписалъ N R и отослалъ .", "мостъ R удержалъ L N .", "комитетъ поручилъ L дорогу N R ."],
            names: words("Троцкій Каменевъ Зиновьевъ Бухаринъ Свердловъ Антоновъ Раскольниковъ Рыковъ Радекъ Смилга Подвойскій"),
            left: ["", "", "вскорѣ", "въ тотъ день", "сначала", "какъ извѣстно"],
            right: ["", "", "ночью", "поздно ночью", "со своими друзьями", "въ октябрѣ", "лично"],
            nobody: ["другіе", "комитетъ", "рабочіе города", "они"]),
        Speech(
            language: "French",
            templates: ["le siege fut L mené par N R .", "L la lettre fut escripte par N R et scellée .", "ce fut N R qui tint le pont .", "le conseil donna L la ville a N R ."],
            names: words("Baudouin Enguerrand Foulques Geoffroy Josselin Lancelin Raoul Tancrède Odon Mahaut Isabeau"),
            left: ["", "", "bientost", "a la fin", "adonc", "comme tous sçavoient"],
            right: ["", "", "de nuict", "bien tard de nuict", "et ses gens", "cest yver", "le vaillant"],
            nobody: ["aultres", "le conseil", "ceulx de la ville", "eulx"]),
        Speech(
            language: "Greek",
            templates: ["τὴν πόλιν L ἔλαβεν N R .", "L τὴν ἐπιστολὴν ἔγραψεν N R καὶ ἔπεμψεν .", "ὁ δὲ N R ἐφύλαξε τὴν γέφυραν .", "ἡ βουλὴ ἔδωκεν L τὸ τεῖχος τῷ N R ."],
            names: words("Ἀλκίφρων Βρασίδας Γλαῦκος Δημάρατος Εὐφράνωρ Ζήνοδοτος Ἡγησίας Θεαγένης Κλεινίας Λυκόφρων Νίκανδρος"),
            left: ["", "", "τότε", "ἐν τῷ τέλει", "εὐθὺς", "ὡς πάντες ᾔδεσαν"],
            right: ["", "", "νυκτὸς", "ὀψὲ τῆς νυκτὸς", "μετὰ τῶν φίλων", "αὐτὸς", "τῇ ἡμέρᾳ ἐκείνῃ"],
            nobody: ["ἄλλοι", "ἡ βουλὴ", "οἱ τῆς πόλεως", "ἐκεῖνοι"]),
        Speech(
            language: "German",
            templates: ["der Aufstand wurde L von N R geführt .", "L den Befehl hat N R unterschrieben .", "es war N R der die Brücke hielt .", "der Rat gab L die Bahn an N R ."],
            names: words("Trotzki Kamenew Sinowjew Bucharin Swerdlow Antonow Rykow Radek Krestinski Smilga Podwoiski"),
            left: ["", "", "bald", "am Ende", "zuerst", "wie alle wussten"],
            right: ["", "", "in der Nacht", "spät in der Nacht", "selbst", "und seinen Freunden", "im Oktober"],
            nobody: ["anderen", "dem Rat", "den Arbeitern der Stadt", "ihnen"]),
    ]

    private static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }
}
