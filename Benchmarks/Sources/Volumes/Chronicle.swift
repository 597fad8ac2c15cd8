/// A made-up chronicle: people of a made-up town who propose, refuse, write and travel. All words are our own.
struct Chronicle {
    private var dice: Dice
    private let people: [String]
    private let places: [String]

    private static let deeds = ["proposed", "drafted", "refused", "signed", "organised", "financed", "led", "opened", "criticised", "defended", "published", "revised"]
    private static let works = ["the charter", "the harbour plan", "a report", "the strike", "the school fund", "the inquiry", "the treaty", "a pamphlet", "the survey", "the budget", "the expedition", "the archive"]
    private static let sayings = ["said", "wrote", "claimed", "reported", "denied", "admitted"]
    private static let claims = ["the grain had arrived", "the vote was lost", "nobody had been warned", "the bridge would hold", "the letters were forged", "the council knew of it"]
    private static let judgements = ["able", "reckless", "loyal", "honest", "tireless", "doubtful", "capable", "brave"]
    private static let offices = ["chairman", "secretary", "treasurer", "commissioner", "engineer", "editor"]
    private static let months = ["January", "March", "April", "June", "July", "September", "October", "December"]

    init(seed: UInt64, names: Int) {
        dice = Dice(state: seed)
        var made: [String] = []
        var known: Set<String> = []
        while made.count < names {
            let name = Self.syllables(&dice, Int.random(in: 2...3, using: &dice)).capitalisedFirst
            if known.insert(name).inserted { made.append(name) }
        }
        people = Array(made.prefix(made.count * 3 / 4))
        places = Array(made.suffix(made.count / 4))
    }

    private static func syllables(_ dice: inout Dice, _ count: Int) -> String {
        let heads = ["b", "br", "d", "dr", "f", "g", "gr", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "z"]
        let cores = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
        let tails = ["", "", "l", "n", "r", "s", "nd", "rt", "sk"]
        return (0..<count).map { _ in dice.one(of: heads) + dice.one(of: cores) + dice.one(of: tails) }.joined()
    }

    /// One sentence; each has a name, most have two.
    mutating func sentence() -> String {
        let person = dice.oneFalling(of: people), other = dice.oneFalling(of: people), place = dice.oneFalling(of: places)
        switch dice.below(8) {
        case 0: return "\(person) \(dice.one(of: Self.deeds)) \(dice.one(of: Self.works)) with \(other) at \(place)."
        case 1: return "In \(dice.one(of: Self.months)) 19\(10 + dice.below(80)) \(person) \(dice.one(of: Self.sayings)) that \(dice.one(of: Self.claims))."
        case 2: return "The \(dice.one(of: Self.judgements)) \(dice.one(of: Self.offices)) \(person) came to \(place) and \(dice.one(of: Self.deeds)) \(dice.one(of: Self.works))."
        case 3: return "\(dice.one(of: Self.works).capitalisedFirst) was \(dice.one(of: Self.deeds)) by \(person) and \(other) on \(1 + dice.below(28)) \(dice.one(of: Self.months)) 19\(10 + dice.below(80))."
        case 4: return "According to \(person), \(dice.one(of: Self.claims)), and \(2 + dice.below(900)) people of \(place) were told."
        case 5: return "\(person), \(dice.one(of: Self.offices)) of \(place), \(dice.one(of: Self.deeds)) \(dice.one(of: Self.works)) against the wish of \(other)."
        case 6: return "Perhaps \(person) \(dice.one(of: Self.deeds)) \(dice.one(of: Self.works)); \(other) \(dice.one(of: Self.sayings)) that \(dice.one(of: Self.claims))."
        default: return "Nothing more is known of \(dice.one(of: Self.works)) that \(person) left in \(place)."
        }
    }

    mutating func paragraph() -> String { (0..<Int.random(in: 2...6, using: &dice)).map { _ in sentence() }.joined(separator: " ") }

    /// The paragraph with one sentence written anew and, mostly, one word changed elsewhere.
    mutating func reworded(_ paragraph: String) -> String {
        var sentences = paragraph.split(separator: ".", omittingEmptySubsequences: true).map { String($0.drop { $0 == " " }) + "." }
        guard !sentences.isEmpty else { return sentence() }
        let at = dice.below(sentences.count)
        sentences[at] = touched(sentences[at])
        return sentences.joined(separator: " ")
    }

    /// A title for a chapter, with its number, so that no two are the same.
    mutating func heading(_ number: Int) -> String { "\(dice.one(of: Self.works).capitalisedFirst) of \(dice.one(of: places)), part \(number)" }

    /// The paragraph in two, between sentences; nil where it has one only.
    mutating func halves(_ paragraph: String) -> (String, String)? {
        let sentences = paragraph.split(separator: ".", omittingEmptySubsequences: true).map { String($0.drop { $0 == " " }) + "." }
        guard sentences.count > 1 else { return nil }
        let at = 1 + dice.below(sentences.count - 1)
        return (sentences[..<at].joined(separator: " "), sentences[at...].joined(separator: " "))
    }

    /// Every sentence changed by a name, a number or a few words.
    mutating func touchedEverywhere(_ paragraph: String) -> String {
        paragraph.split(separator: ".", omittingEmptySubsequences: true).map { touched(String($0.drop { $0 == " " }) + ".") }.joined(separator: " ")
    }

    private mutating func touched(_ sentence: String) -> String {
        var words = sentence.split(separator: " ").map(String.init)
        guard words.count > 3 else { return self.sentence() }
        switch dice.below(3) {
        case 0: words[0] = dice.oneFalling(of: people)
        case 1: words.insert(contentsOf: ["in", "the", "end"], at: words.count - 1)
        default: words.remove(at: 1 + dice.below(words.count - 2))
        }
        return words.joined(separator: " ")
    }
}

extension String {
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
