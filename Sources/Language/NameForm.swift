import PlainText
import Synchronization

/// A name as it is written in one place, taken apart once so that comparing is cheap.
///
/// A class, for every mention holds one: as a value its twenty fields were counted up and down with each copy of a mention.
public final class NameForm: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable { case person, organisation, place, unknown }

    public let kind: Kind
    /// As written.
    public let text: String
    /// Folded, without titles, in reading order (forenames first, also for "Trotsky, Leon"); an initial is its letter.
    public let words: [String]
    /// Titles and honorifics that stood before or after, folded.
    public let titles: [String]
    /// First letters of the forenames, folded.
    public let initials: [String]
    /// Forenames as written out or as initials, folded, without the surname.
    public let forenames: [String]
    /// The last word that is no number: folded, without particles. A form of one word is all surname.
    public let surname: String
    /// von, de, van: folded.
    public let particles: [String]
    /// The number of a ruler or a generation: "iv", "jr".
    public let ordinal: String?
    /// The form ended in a possessive 's.
    public let isPossessive: Bool
    /// Written "Surname, Forename".
    public let isInverted: Bool

    /// Words that carry the content of a body's name, by stem.
    let content: [String]
    /// The whole written in capitals, one word, without stops: perhaps an acronym.
    let acronym: String?
    /// The name without titles, as written.
    let bare: String
    /// The same for the same words in any order.
    let wordSum: UInt64
    /// One word that names one body: Politburo.
    let isUniqueBody: Bool
    let isCyrillic: Bool
    /// Known to be in the nominative: no ending is taken for a case.
    let isNominative: Bool

    /// The words that have sounds, as written; an initial has none.
    private let spoken: Spoken
    private let lexicon: Lexicon
    private let heard = Atomic<UInt>(0)

    private struct Spoken: Sendable {
        var surname = ""
        var content: [String] = []
        var forenames: [String?] = []
    }

    /// What the words may be in sound. Found when first asked for: most names of a text are never compared with another spelling.
    private final class Heard: Sendable {
        let surname: Romanisation
        let content: [Romanisation]
        let forenames: [Romanisation]
        /// Number of the line of forenames that are one name in several languages; 0 = none.
        let forenameKeys: [Int]
        let looksRussian: Bool

        init(_ spoken: Spoken, of form: NameForm, _ lexicon: Lexicon) {
            surname = Romanisation.readings(of: spoken.surname)
            content = spoken.content.map(Romanisation.readings)
            forenames = spoken.forenames.map { $0.map(Romanisation.readings) ?? Romanisation() }
            forenameKeys = forenames.map { readings in readings.all.lazy.compactMap { lexicon.forenames[$0] }.first ?? 0 }
            looksRussian = form.isCyrillic || NameParts.looksRussian(form.surname, surname.spelling) || form.forenames.contains(where: Patronymic.isOne)
        }
    }

    // `heard` holds a counted reference, put there once (as in `Seats`).
    private var sounds: Heard {
        if let known = UnsafeRawPointer(bitPattern: heard.load(ordering: .acquiring)) { return Unmanaged<Heard>.fromOpaque(known).takeUnretainedValue() }
        let made = Heard(spoken, of: self, lexicon), reference = Unmanaged.passRetained(made)
        let (isFirst, earlier) = heard.compareExchange(expected: 0, desired: UInt(bitPattern: reference.toOpaque()), ordering: .acquiringAndReleasing)
        guard !isFirst, let known = UnsafeRawPointer(bitPattern: earlier) else { return made }
        reference.release()
        return Unmanaged<Heard>.fromOpaque(known).takeUnretainedValue()
    }

    deinit { if let known = UnsafeRawPointer(bitPattern: heard.load(ordering: .relaxed)) { Unmanaged<Heard>.fromOpaque(known).release() } }

    var surnameReadings: Romanisation { sounds.surname }
    var contentReadings: [Romanisation] { sounds.content }
    var forenameReadings: [Romanisation] { sounds.forenames }
    var forenameKeys: [Int] { sounds.forenameKeys }
    var looksRussian: Bool { sounds.looksRussian }

    public init(_ text: String, kind: Kind, pack: LanguagePack, isNominative: Bool = false) {
        self.isNominative = isNominative
        let parts = NameParts(text, kind, pack)
        self.kind = kind == .unknown ? parts.guess(pack) : kind
        self.text = text
        bare = parts.bare
        titles = parts.titles
        isPossessive = parts.isPossessive
        isInverted = parts.isInverted && self.kind != .organisation
        isCyrillic = text.utf8.contains { $0 == 0xD0 || $0 == 0xD1 }
        var written = parts.words
        if isInverted, written.count > 1 { written = Array(written[parts.surnameCount...]) + Array(written[..<parts.surnameCount]) }
        var folded = written.map(\.folded)
        words = folded
        wordSum = folded.reduce(0) { sum, word in
            var digest = Digest64(), word = word
            word.withUTF8 { digest.add(bytes: $0) }
            return sum &+ digest.value
        }
        var ordinal: String?
        if self.kind != .organisation, folded.count > 1, let last = folded.last,
            NameParts.isOrdinal(last, written[written.count - 1].written)
        {
            ordinal = NameParts.ordinal(last)
            folded.removeLast()
            written.removeLast()
        }
        self.ordinal = ordinal
        acronym = parts.acronym
        var particles: [String] = []
        var forenames: [String] = []
        var content: [String] = []
        var spoken = Spoken()
        if self.kind == .organisation || self.kind == .place {
            for word in written {
                let classes = pack.classes(of: word.folded)
                guard classes.isDisjoint(with: [.determiner, .preposition, .conjunction]) || written.count == 1 else { continue }
                // Military-Revolutionary is Military Revolutionary
                for part in word.written.split(separator: "-") {
                    content.append(pack.stem(TokenBuilder.folded(String(part))))
                    spoken.content.append(String(part))
                }
            }
        } else {
            for (index, word) in written.enumerated() where index + 1 < written.count {
                if pack.classes(of: word.folded).contains(.particle), !word.isInitial, index > 0 || written.count > 1 && !word.isCapital {
                    particles.append(word.folded)
                } else {
                    forenames.append(word.folded)
                    spoken.forenames.append(word.isInitial ? nil : word.written)
                }
            }
        }
        surname = folded.last ?? ""
        spoken.surname = written.last?.written ?? ""
        isUniqueBody = folded.count == 1 && pack.group("uniqueBody").contains(folded[0])
        self.particles = particles
        self.forenames = forenames
        self.content = content
        self.spoken = spoken
        lexicon = pack.lexicon
        initials = forenames.map { String($0.prefix(1)) }
    }

    /// The surname of a form by itself.
    init(surnameOf form: NameForm) {
        kind = form.kind
        text = form.text
        words = [form.surname]
        titles = []
        initials = []
        forenames = []
        surname = form.surname
        particles = []
        ordinal = form.ordinal
        isPossessive = form.isPossessive
        isInverted = form.isInverted
        content = form.content
        acronym = form.acronym
        bare = form.bare
        wordSum = form.wordSum
        isUniqueBody = form.isUniqueBody
        isCyrillic = form.isCyrillic
        isNominative = form.isNominative
        spoken = Spoken(surname: form.spoken.surname, content: form.spoken.content)
        lexicon = form.lexicon
    }

    /// Two forms are equal if they were written alike and taken apart alike.
    public static func == (left: NameForm, right: NameForm) -> Bool {
        left === right || left.kind == right.kind && left.isNominative == right.isNominative && left.text.utf8.elementsEqual(right.text.utf8) && left.words == right.words && left.titles == right.titles
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(words)
    }
}

/// The words of a written name, before they are given their roles.
struct NameParts {
    struct Word {
        var written: String
        var folded: String
        var isInitial: Bool
        var isCapital: Bool
    }

    var words: [Word] = []
    var titles: [String] = []
    var bare = ""
    var isPossessive = false
    var isInverted = false
    /// How many words stand before the comma of an inverted name.
    var surnameCount = 0
    var acronym: String?

    init(_ text: String, _ kind: NameForm.Kind, _ pack: LanguagePack) {
        var bytes = Array(text.utf8)
        for ending in ["'s", "’s", "'", "’"]
        where bytes.count > ending.utf8.count + 1 && bytes.reversed().starts(with: ending.utf8.reversed()) {
            if ending.utf8.last != UInt8(ascii: "s"), bytes[bytes.count - ending.utf8.count - 1] | 0x20 != 0x73 { continue }
            isPossessive = true
            bytes.removeLast(ending.utf8.count)
            break
        }
        var comma = 0
        var start = 0
        func take(_ end: Int, _ bytes: [UInt8], _ words: inout [Word], isAbbreviated: Bool = false) {
            guard end > start else { return }
            let written = String(decoding: bytes[start..<end], as: UTF8.self)
            let folded = TokenBuilder.folded(written)
            guard !folded.isEmpty else { return }
            let first = written.unicodeScalars.first
            let isInitial = folded.unicodeScalars.count == 1 || isAbbreviated && Initials.isOneLetter(folded)
            words.append(Word(written: written, folded: folded, isInitial: isInitial, isCapital: first?.properties.isUppercase ?? false))
        }
        var stops = 0
        var letters = 0
        for (at, byte) in bytes.enumerated() {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
                UInt8(ascii: "]"), 0x22:
                take(at, bytes, &words, isAbbreviated: byte == UInt8(ascii: "."))
                start = at + 1
                if byte == UInt8(ascii: ","), comma == 0 { comma = words.count }
                if byte == UInt8(ascii: ".") { stops += 1 }
            default: letters += byte & 0xC0 == 0x80 ? 0 : 1
            }
        }
        take(bytes.count, bytes, &words)
        // U.S.S.R.: letters with stops and nothing else
        if stops > 1, words.count > 1, words.allSatisfy({ $0.isInitial && $0.isCapital }) { acronym = words.map(\.folded).joined() }
        if words.count == 1, letters > 1, words[0].written.unicodeScalars.allSatisfy({ $0.properties.isUppercase }) {
            acronym = words[0].folded
        }
        let all = words.count
        // Titles go, as long as a name is left.
        let isTitle = { (word: Word) in !word.isInitial && !pack.classes(of: word.folded).isDisjoint(with: [.title, .honorific]) }
        while words.count > 1, kind == .person || kind == .unknown, isTitle(words[0]) {
            // Prince of Wales, Secretary of State
            if !pack.classes(of: words[1].folded).isDisjoint(with: [.preposition, .conjunction]), !words[1].isCapital { break }
            let rest = words[1...].allSatisfy { isTitle($0) || !pack.classes(of: $0.folded).isDisjoint(with: .function) }
            if rest { break }
            if !pack.classes(of: words[1].folded).isDisjoint(with: .organisation), words.count == 2 { break }
            titles.append(words.removeFirst().folded)
            if comma > 0 { comma -= 1 }
        }
        while words.count > 1, comma > 0, comma < words.count, let last = words.last, isTitle(last) {
            titles.append(words.removeLast().folded)
        }
        if let first = words.first, words.count > 1, first.folded == "the" {
            words.removeFirst()
            if comma > 0 { comma -= 1 }
        }
        if comma == 0, isSurnameFirst(pack, hasStop: stops > 0) { comma = 1 }
        if comma > 0, comma < words.count, !Self.isOrdinal(words[comma].folded, words[comma].written) {
            isInverted = true
            surnameCount = comma
        }
        bare = all == words.count && !isPossessive ? text : words.map(\.written).joined(separator: " ")
    }

    /// "Trotsky L. D.": initials behind a word that is no forename. A lone I, V or X without a stop is a ruler's number.
    private func isSurnameFirst(_ pack: LanguagePack, hasStop: Bool) -> Bool {
        if isInOfficialOrder(pack) { return true }
        guard words.count > 1, !words[0].isInitial, words[1...].allSatisfy({ $0.isInitial && $0.isCapital }) else { return false }
        if pack.classes(of: words[0].folded).contains(.forename) { return false }
        return words.count > 2 || hasStop
    }

    /// "Троцкий Лев Давидович": the order of Russian lists and files, told by the patronymic at the end. In Latin letters a surname may end like one
    /// (Slobodan Milan Milošević), so that the forename must be known.
    private func isInOfficialOrder(_ pack: LanguagePack) -> Bool {
        guard words.count == 3, Patronymic.isOne(words[2].folded), !Patronymic.isOne(words[1].folded), !words[0].isInitial, !words[1].isInitial,
            !pack.classes(of: words[0].folded).contains(.forename)
        else { return false }
        let isCyrillic = words[2].folded.utf8.first == 0xD0 || words[2].folded.utf8.first == 0xD1
        return isCyrillic || pack.classes(of: words[1].folded).contains(.forename) || Romanisation.readings(of: words[1].written).all.contains { pack.lexicon.forenames[$0] != nil }
    }

    /// Person or body or place, by its words; unknown is left unknown.
    func guess(_ pack: LanguagePack) -> NameForm.Kind {
        guard let last = words.last else { return .unknown }
        for word in words where pack.classes(of: word.folded).contains(.organisation) && word.isCapital { return .organisation }
        let classes = pack.classes(of: last.folded)
        if classes.contains(.placeHead), words.count > 1 { return .place }
        if words.count == 1, classes.contains(.place), !classes.contains(.forename) { return .place }
        return .unknown
    }

    static func isOrdinal(_ folded: String, _ written: String) -> Bool {
        if ["jr", "sr", "junior", "senior"].contains(folded) { return true }
        guard folded.utf8.count <= 6,
            written.utf8.first.map({ $0 == UInt8(ascii: "I") || $0 == UInt8(ascii: "V") || $0 == UInt8(ascii: "X") }) ?? false
        else { return false }
        // A single I, V or X is a ruler's number only where no stop makes it an initial; the caller has taken stops off, so two letters or
        // I/V/X last.
        return folded.utf8.allSatisfy { $0 == UInt8(ascii: "i") || $0 == UInt8(ascii: "v") || $0 == UInt8(ascii: "x") }
    }

    static func ordinal(_ folded: String) -> String {
        switch folded {
        case "junior": "jr"
        case "senior": "sr"
        default: folded
        }
    }

    /// Endings of East European surnames and clusters that only romanisation writes: there the systems may explain a difference of letters.
    static func looksRussian(_ folded: String, _ spelling: [UInt8]) -> Bool {
        if spelling.contains(where: { $0 == UInt8(ascii: "Z") || $0 == UInt8(ascii: "H") || $0 == UInt8(ascii: "W") }) { return true }
        return spelling.count > 3 && easternEndings.contains { spelling.suffix($0.count).elementsEqual($0) }
    }

    private static let easternEndings = [
        "ov", "ev", "in", "ski", "cki", "ova", "eva", "ina", "ska", "skaa", "ovic", "evic", "iC", "enko", "uk", "ak", "dze", "Svili", "an", "ko", "ka",
    ].map { Array($0.utf8) }
}
