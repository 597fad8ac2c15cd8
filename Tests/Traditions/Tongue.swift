/// Words to invent a text from, and how copyists spell them.
public struct Tongue: Sendable {
    public enum Sort: Sendable { case small, content, name, mark }

    public var name: String
    var small: [String]
    var content: [String]
    var names: [String]
    /// Pairs of spellings that stand for one another.
    var spellings: [(String, String)]

    func word(_ sort: Sort, _ dice: inout some RandomNumberGenerator) -> String {
        switch sort {
        case .small:
            // The first of them are the most frequent, as in any language.
            let low = Int.random(in: 0..<small.count, using: &dice), other = Int.random(in: 0..<small.count, using: &dice)
            return small[min(low, other)]
        case .content: return content.randomElement(using: &dice) ?? ""
        case .name: return names.randomElement(using: &dice) ?? ""
        case .mark: return [",", ",", ";", ":"].randomElement(using: &dice) ?? ","
        }
    }

    /// A sentence of 6 to 24 words with its marks.
    func sentence(_ dice: inout some RandomNumberGenerator) -> [(String, Sort)] {
        var words: [(String, Sort)] = []
        for index in 0..<Int.random(in: 6...24, using: &dice) {
            let throwing = Double.random(in: 0..<1, using: &dice)
            let before = words.last?.1
            let sort: Sort = before == .small && throwing < 0.75 ? (throwing < 0.12 ? .name : .content) : throwing < 0.62 ? .small : throwing < 0.7 ? .name : .content
            if index > 3, throwing > 0.93, before != .mark { words.append((word(.mark, &dice), .mark)) }
            words.append((word(sort, &dice), sort))
        }
        if let first = words.first { words[0].0 = first.0.prefix(1).uppercased() + first.0.dropFirst() }
        return words + [(".", .mark)]
    }

    /// Another spelling; never the same letters.
    func respelt(_ word: String, _ dice: inout some RandomNumberGenerator) -> String {
        let fitting = spellings.filter { word.contains($0.0) || word.contains($0.1) }
        if let (one, other) = fitting.randomElement(using: &dice) {
            let isFirst = word.contains(one)
            let from = isFirst ? one : other
            if let range = word.firstRange(of: from) {
                let spelt = word.replacingCharacters(in: range, with: isFirst ? other : one)
                if spelt != word, !spelt.isEmpty { return spelt }
            }
        }
        // A slip of the pen: a letter doubled, or one lost in a longer word.
        var letters = Array(word)
        let at = Int.random(in: 0..<letters.count, using: &dice)
        if letters.count > 3, Bool.random(using: &dice) { letters.remove(at: at) } else { letters.insert(letters[at], at: at) }
        return String(letters)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String { self[..<range.lowerBound] + other + self[range.upperBound...] }
}

extension Tongue {
    public static let all = [english, greek, french]

    public static let english = Tongue(
        name: "English",
        small: words("the and of to in a that was he his with it for they were by on had not at from as but her which or all she be this their him upon when there into no who so out them then if after under"),
        content: words(
            "river winter harvest soldier captain letter morning village market castle garden harbour bishop council weaver miller candle silver window bridge orchard shepherd mountain forest journey treasure counsel promise quarrel winter lantern parchment chapel steward tailor mariner barley thunder heron meadow copper kingdom daughter brother stranger herald banner gallows sentence witness answered carried gathered returned departed promised laboured conquered remembered forgotten wandered delivered commanded beheld builded mended ploughed burned broken ancient bitter gentle hollow mighty narrow silent weary golden crooked faithful humble"
        ),
        names: words("Aldwin Brandolf Cecily Dunstable Edmund Fairfax Godwin Hereward Isolde Jocelyn Kenelm Lambert Morwenna Norwich Osbert Petronel Rosamund Sigeric Thurstan Winchelsea"),
        spellings: pairs("u:v i:y ie:y ou:ow ea:e ll:l tt:t ck:k ai:ay s:z ght:t our:or e:ee o:oo th:þ er:re w:uu"))

    public static let greek = Tongue(
        name: "Greek",
        small: words("καὶ δὲ τὸν ὁ τοῦ ἐν τὴν εἰς αὐτοῦ τῷ οὐ ὅτι τὸ ἡ τῆς μὴ γὰρ ἐκ τὰ ἐπὶ πρὸς οἱ αὐτῷ διὰ ὡς ἵνα ἀλλὰ εἰ κατὰ μετὰ τῶν αὐτὸν τοῖς οὖν ὑπὸ ἐὰν παρὰ τοὺς ἀπὸ περὶ"),
        content: words(
            "ποταμὸς χειμῶνος θερίζει στρατιώτης γράμματα κώμῃ ἀγορᾷ κῆπον λιμένα βουλῆς μυλωρὸς λύχνον ἄργυρος θυρίδα γέφυραν ποιμένες ὄρη ὕλην ὁδοιπορία θησαυρὸς συμβουλίαν ἐπαγγελία φανὸς ναύτης κριθὴ βροντῆς λειμῶνι χαλκοῦ βασιλείας θυγάτηρ ἀδελφοὶ ξένος κῆρυξ ἀπεκρίθη ἤνεγκεν συνήγαγον ὑπέστρεψεν ἐξῆλθεν ἐπηγγείλατο ἐκοπίασαν ἐνίκησεν ἐμνήσθη ἐπλανήθησαν παρέδωκεν ἐκέλευσεν εἶδεν ᾠκοδόμησεν ἠροτρίασεν ἐκάησαν παλαιὸν πικρὰν πραεῖα κοῖλον ἰσχυροὶ στενὴ χρυσοῦν σκολιὰ πιστὸς ταπεινοῦ γεωργὸς ἄμπελον εἰρήνην ἡμέραι νυκτὸς οἰκίας τείχη πύλαις ἑορτὴ θάλασσαν πλοῖα"
        ),
        names: words("Ἀλκίφρων Βρασίδας Γλαῦκος Δημάρατος Εὐφράνωρ Ζήνοδοτος Ἡγησίας Θεαγένης Ἰάσων Κλεινίας Λυκόφρων Μνησίθεος Νίκανδρος Ξάνθιππος Φιλόξενος"),
        spellings: pairs("ει:ι η:ι αι:ε οι:υ ω:ο εν:ε ν:νν λλ:λ σσ:ττ ὶ:ί ὸ:ό ἀ:α ἐ:ε ῦ:υ ῆ:η ὴ:ή γγ:νγ ου:ο ῖ:ι ῶ:ω"))

    public static let french = Tongue(
        name: "French",
        small: words("de la et le les que il en un à qui ne des une dans pour ce se par son sur pas du plus si au avec ses mais lui on tout comme elle leur sans fut nous même dont où"),
        content: words(
            "rivière hiver moisson soldat capitaine lettre matin bourgade marché château jardin havre évêque conseil tisserand meunier chandelle argent fenêtre verger berger montagne forêt voyage trésor promesse querelle lanterne parchemin chapelle intendant tailleur marinier orge tonnerre héron prairie cuivre royaume étranger héraut bannière potence témoin répondit portait rassembla retourna promit travaillait vainquit oubliée errait livra commanda bâtir labourait brûlée brisée ancienne amère douce creuse puissant étroite silencieux lasse dorée tordue fidèle humble connaissait croyait savait venoit estoient chasteau maistre costé hostel beauté"
        ),
        names: words("Aliénor Baudouin Clotilde Enguerrand Foulques Geoffroy Hildegarde Isabeau Josselin Lancelin Mahaut Normandie Odon Perceval Raoul Sancerre Tancrède Vendôme"),
        spellings: pairs("oi:ai est:êt ost:ôt ast:âst é:e è:e i:y ll:l tt:t s:z ct:t ph:f an:en au:o eu:u aient:oient ss:s mm:m nn:n u:v ai:e"))

    private static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

    private static func pairs(_ line: String) -> [(String, String)] {
        line.split(separator: " ").map { pair in
            let halves = pair.split(separator: ":").map(String.init)
            return (halves[0], halves[1])
        }
    }
}
