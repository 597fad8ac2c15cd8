import PlainText

/// Spellings and their sounds; the longest spelling at a place wins. Flat, for it is asked for each letter of each name.
struct SpellingTable: Sendable {
    private struct Entry {
        var spelling: Range<Int>
        var sound: Range<Int>
    }
    /// The spellings of one first letter stand together, the longest first.
    private var entries: [Entry] = []
    private var letters: [UInt32] = []
    private var sounds: [UInt8] = []
    /// Where those of a first letter stand: letters of ASCII by their code, the others looked up.
    private var plain = [Range<Int>](repeating: 0..<0, count: 128)
    private var others: [UInt32: Range<Int>] = [:]

    /// `shch=W` and so on, divided by spaces; `ʹ=` is silent. Later rules go over earlier ones.
    init(_ rules: String...) {
        var known: [[UInt32]: [UInt8]] = [:]
        for rule in rules.joined(separator: " ").split(separator: " ") {
            let parts = rule.split(separator: "=", omittingEmptySubsequences: false)
            known[parts[0].unicodeScalars.map(\.value)] = parts.count > 1 ? Array(parts[1].utf8) : []
        }
        for (spelling, sound) in known.sorted(by: { ($0.key[0], $1.key.count) < ($1.key[0], $0.key.count) }) {
            let first = spelling[0], at = entries.count
            entries.append(Entry(spelling: letters.count..<letters.count + spelling.count, sound: sounds.count..<sounds.count + sound.count))
            letters += spelling
            sounds += sound
            if first < 0x80 {
                plain[Int(first)] = (plain[Int(first)].isEmpty ? at : plain[Int(first)].lowerBound)..<at + 1
            } else {
                others[first] = (others[first]?.lowerBound ?? at)..<at + 1
            }
        }
    }

    /// Puts the sound of the spelling at `at` behind `out`; how many letters it takes.
    func read(_ word: [UInt32], _ at: Int, into out: inout [UInt8]) -> Int {
        let letter = word[at]
        for number in letter < 0x80 ? plain[Int(letter)] : others[letter] ?? 0..<0 {
            let spelling = entries[number].spelling
            guard at &+ spelling.count <= word.count else { continue }
            var same = 1
            while same < spelling.count, word[at &+ same] == letters[spelling.lowerBound &+ same] { same &+= 1 }
            guard same == spelling.count else { continue }
            for sound in entries[number].sound { out.append(sounds[sound]) }
            return spelling.count
        }
        if letter < 0x80 {
            out.append(UInt8(letter))
            return 1
        }
        // Another diacritic: its letter without it.
        let folded = Unicode.Scalar(letter).map { Folding.folded(String(Character($0))) } ?? ""
        out.append(contentsOf: folded.utf8.filter { $0 < 0x80 })
        return 1
    }
}

/// One way to write Russian in Latin letters, and the signs that it was not used.
struct RomanisationSystem: Sendable {
    var table: SpellingTable
    var isBlurred = false
    /// Spellings that this system never writes.
    private let never: SpellingSigns
    /// One of these must occur; none: none needed.
    private let marks: SpellingSigns
    /// Both as written.
    let signs: String

    init(_ table: SpellingTable, never: String, marks: String = "", isBlurred: Bool = false) {
        self.table = table
        self.isBlurred = isBlurred
        self.never = SpellingSigns(never)
        self.marks = SpellingSigns(marks)
        signs = never + " " + marks
    }

    /// Whether a word that shows these signs may have been written by this system.
    func mayHaveWritten(_ signs: SpellingSigns) -> Bool { never.isDisjoint(with: signs) && (marks.isEmpty || !marks.isDisjoint(with: signs)) }
}

/// Which of the spellings that tell the systems apart stand in a word: one bit each.
struct SpellingSigns: OptionSet, Sendable {
    let rawValue: UInt64

    /// All spellings by which a system is told; at most 64, as a test holds.
    static let all = "ž č š ŝ â û tsch sch szcz dsch tch j ou sh zh w ya ye yo ja ts tz kh yu cz sz rz ż ź ł ń ś ch v shch vj dj ij ei j- rj oj aj uj ju".split(separator: " ").map { $0.unicodeScalars.map(\.value) }

    /// By first letter.
    private static let byFirst: [UInt32: [(spelling: [UInt32], sign: SpellingSigns)]] = {
        var table: [UInt32: [(spelling: [UInt32], sign: SpellingSigns)]] = [:]
        for (index, spelling) in all.enumerated() { table[spelling[0], default: []].append((spelling, SpellingSigns(rawValue: 1 << UInt64(index)))) }
        return table
    }()
    private static let plainFirst: [[(spelling: [UInt32], sign: SpellingSigns)]] = (0..<UInt32(128)).map { byFirst[$0] ?? [] }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    /// The signs of a list, divided by spaces. One that `all` lacks would never be seen: a test holds that there is none.
    init(_ list: String) {
        self.init(rawValue: 0)
        for sign in list.split(separator: " ") {
            if let index = Self.all.firstIndex(of: sign.unicodeScalars.map(\.value)) { insert(SpellingSigns(rawValue: 1 << UInt64(index))) }
        }
    }

    /// The signs in a word of small letters.
    init(in letters: [UInt32]) {
        var found: UInt64 = 0
        for at in letters.indices {
            let letter = letters[at]
            for (spelling, sign) in letter < 128 ? Self.plainFirst[Int(letter)] : Self.byFirst[letter] ?? [] where at + spelling.count <= letters.count {
                var same = true
                for offset in 1..<max(1, spelling.count) where letters[at + offset] != spelling[offset] {
                    same = false
                    break
                }
                if same { found |= sign.rawValue }
            }
        }
        self.init(rawValue: found)
    }
}

extension Romanisation {
    /// Shared by all: j is the glide unless a system says more.
    private static let common =
        "w=v x=ks ck=k ph=f th=t q=k qu=kv tz=c ts=c ẑ=z ĭ=j ï=j ё=Y ë=Y è=e ė=e é=e ü=u ö=o û=ju â=ja ž=Z č=C š=S ŝ=W šč=W ẑ=Z ł=l ń=n ś=s ć=C ż=Z ź=z ę=e ą=a"

    static let systems: [RomanisationSystem] = [
        // Library of Congress, BGN/PCGN, GOST for passports and what the papers make of them.
        RomanisationSystem(
            SpellingTable(
                common, "zh=Z kh=H ch=C tch=C sh=S shch=W sch=W stch=W tsch=C c=k ce=ce ci=ci cy=cy h=H ye=je yo=Y jo=Y io=Y gh=g j=Z"),
            never: "ž č š ŝ â û tsch sch szcz dsch"),
        // The same with j for the glide.
        RomanisationSystem(
            SpellingTable(common, "zh=Z kh=H ch=C sh=S shch=W c=k h=H yo=Y jo=Y io=Y ou=u iou=ju you=ju"),
            never: "ž č š ŝ â û tsch sch szcz dsch tch", marks: "j ou"),
        // French.
        RomanisationSystem(
            SpellingTable(common, "j=Z ch=S tch=C chtch=W kh=H ou=u iou=ju gue=ge gui=gi guï=gi gué=ge h=H io=Y ï=j c=k ch=S dj=dZ"),
            never: "sh zh w ž č š ŝ â û sch ya ye yo ja"),
        // ISO 9, scientific, Czech and Croatian.
        RomanisationSystem(SpellingTable(common, "c=c ck=ck ch=H h=H kh=H jo=Y"), never: "sh zh ts tz sch w ou kh ya ye yu"),
        // Polish.
        RomanisationSystem(
            SpellingTable(common, "cz=C sz=S rz=Z szcz=W ch=H h=H c=c ck=ck ó=u dż=dZ dź=dZ dzi=dzi jo=Y io=Y"),
            never: "sh zh kh ts tz sch v", marks: "cz sz rz ż ź ł ń ś w ch"),
        // German, also in the manner of the East with sh for ж.
        RomanisationSystem(
            SpellingTable(common, "sch=S sh=S tsch=C schtsch=W stsch=W dsch=dS dsh=dS ch=H h=H z=c tz=c s=s ss=s ß=s jo=Y j=j ü=u ue=u"),
            never: "ž č š ŝ v zh kh shch tch ou ya ye yu yo", isBlurred: true),
        // The same with v for w, of the north: Sinovjev.
        RomanisationSystem(
            SpellingTable(common, "sch=S sh=S tsch=C schtsch=W stsch=W dsch=dS dsh=dS ch=H h=H z=c tz=c s=s ss=s ß=s jo=Y j=j ü=u ue=u"),
            never: "ž č š ŝ w zh kh shch tch ou ya ye yu yo", marks: "vj", isBlurred: true),
        // English, with j for дж: Orjonikidze, Khojaev.
        RomanisationSystem(
            SpellingTable(common, "j=dZ zh=Z kh=H ch=C sh=S shch=W c=k ce=ce ci=ci h=H ye=je yo=Y"), never: "ž č š ŝ â û tsch sch szcz dsch tch dj ij ei j-", marks: "rj oj aj uj ju"),
    ]

    /// Russian, with the letters of before 1918 and some of the neighbours'.
    static let cyrillic = SpellingTable(
        "а=a б=b в=v г=g д=d е=je ё=Y ж=Z з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=H ц=c тс=c ч=C ш=S щ=W ъ= ы=y ь= э=e ю=ju я=ja ѣ=je і=i ѳ=f ѵ=i ио=Y ї=i є=je ґ=g ў=u ѐ=je"
    )
}

/// What the readings of all systems have in common.
enum Phonology {
    private static func isVowel(_ sound: UInt8) -> Bool {
        switch sound {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"),
            UInt8(ascii: "Y"):
            true
        default: false
        }
    }

    /// Drops what the systems disagree on: glides and i before vowels, ё and е, ы and и, doubled letters, the ways to end in -ий. Takes the place of
    /// `out`.
    static func settle(_ sounds: [UInt8], into out: inout [UInt8]) {
        out.removeAll(keepingCapacity: true)
        var start = 0
        while start < sounds.count {
            var end = start
            while end < sounds.count, sounds[end] != UInt8(ascii: "-") { end += 1 }
            settle(sounds, start..<end, into: &out)
            start = end + 1
        }
    }

    private static func settle(_ sounds: [UInt8], _ word: Range<Int>, into out: inout [UInt8]) {
        let first = out.count
        var at = word.lowerBound
        while at < word.upperBound {
            var sound = sounds[at]
            at += 1
            if isGlide(sound) {
                var ahead = at
                while ahead < word.upperBound, isGlide(sounds[ahead]) { ahead += 1 }
                if ahead < word.upperBound, sounds[ahead] == UInt8(ascii: "o") {
                    // йо, ио and ё: Iosif, Joseph; Kosior, Kosyor.
                    sound = UInt8(ascii: "Y")
                    at = ahead + 1
                } else if ahead < word.upperBound, isVowel(sounds[ahead]) {
                    continue
                } else {
                    sound = UInt8(ascii: "i")
                }
            }
            if sound == UInt8(ascii: "Y") { sound = UInt8(ascii: "e") }
            // After ж ч ш щ the letters о and ё are one sound.
            if sound == UInt8(ascii: "o"), out.count > first, isHushed(out[out.count - 1]) { sound = UInt8(ascii: "e") }
            if out.count > first, out[out.count - 1] == sound { continue }
            out.append(sound)
        }
        // Zinovieff, Rykoff
        if out.count - first > 3, out[out.count - 1] == UInt8(ascii: "f"), out[out.count - 2] == UInt8(ascii: "o") || out[out.count - 2] == UInt8(ascii: "e") {
            out[out.count - 1] = UInt8(ascii: "v")
        }
        // Boukharine, Lénine
        if out.count - first > 4, out[out.count - 1] == UInt8(ascii: "e"), out[out.count - 2] == UInt8(ascii: "n"), out[out.count - 3] == UInt8(ascii: "i") {
            out.removeLast()
        }
    }

    private static func isGlide(_ sound: UInt8) -> Bool { sound == UInt8(ascii: "i") || sound == UInt8(ascii: "j") || sound == UInt8(ascii: "y") }
    private static func isHushed(_ sound: UInt8) -> Bool { sound == UInt8(ascii: "Z") || sound == UInt8(ascii: "C") || sound == UInt8(ascii: "S") || sound == UInt8(ascii: "W") }
}
