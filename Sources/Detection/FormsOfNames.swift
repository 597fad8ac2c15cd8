import Alignment
import Language

/// Tells a name that goes on in the words of its own edit, though they are no name by their capitals: spelled out, shortened, divided or spelled
/// otherwise. Strict in one direction only: what may be the name counts as the name.
struct FormsOfNames {
    let old: Side
    let new: Side

    /// The new tokens that go on to say the name; nil where nothing does.
    func continuation(of index: Int, in edit: WordEdit?) -> Range<Int>? {
        let mention = old.mentions[index]
        if let surname = surname(mention) { return surname }
        guard let edit, !edit.new.isEmpty, mention.key == nil, mention.entity == nil, mention.tokens.count <= 4, edit.new.count <= Self.longestSlot else { return nil }
        return spelledOut(mention, edit) ?? shortened(mention, edit) ?? joined(mention, edit) ?? respelled(mention, edit)
    }

    /// A longer edit put a clause in the place of a clause.
    static let longestSlot = 24

    /// "WW II" -> "World War II", "HK" -> "Heckler & Koch".
    private func spelledOut(_ mention: Mention, _ edit: WordEdit) -> Range<Int>? {
        let first = mention.tokens.lowerBound
        guard let letters = acronym(old.tokens[first]) else { return nil }
        let rest = mention.tokens.dropFirst().map { old.tokens[$0].folded }
        for start in edit.new {
            guard let end = run(of: letters, in: new, from: start), end <= edit.new.upperBound, end + rest.count <= new.tokens.count else { continue }
            if rest.indices.allSatisfy({ new.tokens[end + $0].folded == rest[$0] }) { return start..<end + rest.count }
        }
        return nil
    }

    /// The same of an acronym that is read as no name.
    func isSpelledOut(_ token: Int, in range: Range<Int>) -> Bool {
        guard let letters = acronym(old.tokens[token]) else { return false }
        return range.contains { run(of: letters, in: new, from: $0) != nil }
    }

    /// "Heckler & Koch" -> "HK": each of its names goes on in the short form.
    private func shortened(_ mention: Mention, _ edit: WordEdit) -> Range<Int>? {
        for at in edit.new {
            guard let letters = acronym(new.tokens[at]) else { continue }
            for start in edit.old where start <= mention.tokens.lowerBound {
                if let end = run(of: letters, in: old, from: start), mention.tokens.upperBound <= end { return at..<at + 1 }
            }
        }
        return nil
    }

    /// "Robert wace" -> "wace": the surname stands without its capital, as it did.
    private func surname(_ mention: Mention) -> Range<Int>? {
        guard mention.tokens.count >= 2, let last = mention.tokens.last, !old.tokens[last].isCapital, old.tokens[last].classes.isEmpty else { return nil }
        return new.tokens.indices.first { new.tokens[$0].folded == old.tokens[last].folded }.map { $0..<$0 + 1 }
    }

    /// A gloss of an acronym in brackets, "the fis (Islamic Salvation)", and a place with a year, "(London, 1844)": who or what is meant stays.
    func isGloss(_ index: Int) -> Bool {
        let mention = old.mentions[index]
        let open = mention.tokens.lowerBound - 1
        guard mention.trust == .capitals, open > 0, old.tokens[open].folded == "(", mention.tokens.upperBound < old.tokens.count else { return false }
        let next = mention.tokens.upperBound
        if mention.form.kind == .place, next + 2 < old.tokens.count, old.tokens[next].folded == ",", old.tokens[next + 1].kind == .number, old.tokens[next + 2].folded == ")" { return true }
        guard mention.form.kind != .person, mention.form.kind != .place else { return false }
        // The bracket ends behind the name or one word more, and follows three to five letters that begin like its words or are no word.
        guard (next...min(next + 1, old.tokens.count - 1)).contains(where: { old.tokens[$0].folded == ")" }), let before = old.tokens[..<open].last, before.kind == .word,
            (3...5).contains(before.folded.utf8.count), before.classes.isEmpty || acronym(before) != nil
        else { return false }
        return new.tokens.contains { $0.folded == before.folded } && mention.tokens.contains { old.tokens[$0].folded.utf8.first.map { before.folded.utf8.contains($0) } == true }
    }

    /// The letters of a word in capitals alone, of two to six.
    private func acronym(_ token: SentenceToken) -> [UInt8]? {
        let scalars = token.text.unicodeScalars
        guard token.kind == .word, (2...6).contains(scalars.count), scalars.allSatisfy(\.properties.isUppercase) else { return nil }
        return Array(token.folded.utf8)
    }

    /// The end of the words from `start` whose first letters are `letters`; small words and marks between them are passed over.
    private func run(of letters: [UInt8], in side: Side, from start: Int) -> Int? {
        var at = start
        for (number, letter) in letters.enumerated() {
            while number > 0, at < side.tokens.count, side.tokens[at].has([.conjunction, .preposition, .determiner]) || side.tokens[at].kind == .punctuation && ["&", "-", "."].contains(side.tokens[at].folded) { at += 1 }
            guard at < side.tokens.count, side.tokens[at].kind == .word, side.tokens[at].folded.utf8.first == letter, side.tokens[at].folded.utf8.count > 1 else { return nil }
            at += 1
        }
        return at
    }

    /// "Vera Cruz" -> "veracruz".
    private func joined(_ mention: Mention, _ edit: WordEdit) -> Range<Int>? {
        let letters = mention.form.words.joined().filter { $0 != "-" }
        guard letters.utf8.count >= 5 else { return nil }
        for at in edit.new {
            var joined = ""
            for end in at..<min(at + 3, edit.new.upperBound) {
                joined += new.tokens[end].folded.filter { $0 != "-" }
                if joined == letters { return at..<end + 1 }
            }
        }
        return nil
    }

    /// "Dov Baer" -> "Dov ber": of two names one stays, the other has the same consonants.
    private func respelled(_ mention: Mention, _ edit: WordEdit) -> Range<Int>? {
        let near = max(0, edit.new.lowerBound - 2)..<min(new.tokens.count, edit.new.upperBound + 2)
        let changed = mention.tokens.filter { at in !near.contains { new.tokens[$0].folded == old.tokens[at].folded } }
        guard mention.tokens.count >= 2, changed.count == 1, let word = changed.first else { return nil }
        let consonants = Self.consonants(old.tokens[word].folded)
        guard consonants.count >= 2 else { return nil }
        return edit.new.first { new.tokens[$0].kind == .word && new.tokens[$0].folded.utf8.first == old.tokens[word].folded.utf8.first && Self.consonants(new.tokens[$0].folded) == consonants }
            .map { at in
                // With the name beside it that stayed.
                let stays = near.filter { index in mention.tokens.contains { old.tokens[$0].folded == new.tokens[index].folded } }
                return min(at, stays.first ?? at)..<max(at, stays.last ?? at) + 1
            }
    }

    private static func consonants(_ word: String) -> [UInt8] { word.utf8.filter { !"aeiouy".utf8.contains($0) } }
}
