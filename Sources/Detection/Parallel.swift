import Alignment
import Findings
import Language
import PlainText
import Records

/// A group of sentences before and after, with what the rules read off it: the edits between the words, which names stayed, went and came.
/// A class for the same reason as `Inquiry`: some twenty rules hold it.
final class Parallel {
    let old: Side
    let new: Side
    /// How surely the sentences belong together: 1 for an aligned passage of one sentence or the same words.
    let strength: Double
    /// Edits in tokens, in order.
    let edits: [WordEdit]
    /// Whether an edit touches a token.
    let oldTouched: [Bool]
    let newTouched: [Bool]
    /// For each old mention the new mention that is the same name, and the step that says so.
    private(set) var kept: [Int: (new: Int, how: Sameness)] = [:]
    /// Names that go on spelled out, shortened or divided otherwise, in words that are no name by themselves: neither kept nor lost.
    private(set) var respelled: Set<Int> = []
    /// The same on the new side: "Koch" in "Heckler & Koch", where "HK" stood.
    private(set) var spelledOut: Set<Int> = []
    private(set) var lost: [Int] = []
    private(set) var gained: [Int] = []
    /// So many names on both sides that they were matched through an index (`Kin`).
    private(set) var hasNamesByIndex = false

    init(old: Side, new: Side, strength: Double, inquiry: Inquiry) {
        self.old = old
        self.new = new
        self.strength = strength
        edits = Self.edits(old, new)
        var oldTouched = [Bool](repeating: false, count: old.tokens.count)
        var newTouched = [Bool](repeating: false, count: new.tokens.count)
        for edit in edits {
            for index in edit.old { oldTouched[index] = true }
            for index in edit.new { newTouched[index] = true }
        }
        self.oldTouched = oldTouched
        self.newTouched = newTouched
        matchNames(inquiry)
    }

    /// The confidence of a rule, no higher than the sentences belong together: .6 where they hardly do, and no cap where they surely do.
    func cap(_ confidence: Double) -> Double { min(confidence, 0.6 + strength * 0.4) }

    /// Folded words and marks as ids; names weigh most and are never cut.
    private static func edits(_ old: Side, _ new: Side) -> [WordEdit] {
        var ids: [String: UInt32] = [:]
        func line(_ side: Side) -> WordLine {
            var units = [Int32](repeating: -1, count: side.tokens.count)
            var weights = [UInt8](repeating: 2, count: side.tokens.count)
            for (number, mention) in side.mentions.enumerated() {
                for index in mention.tokens {
                    units[index] = Int32(number)
                    weights[index] = 3
                }
            }
            let words = side.tokens.indices.map { index -> UInt32 in
                let token = side.tokens[index]
                if token.kind == .punctuation { weights[index] = 0 } else if units[index] < 0, token.has(.function) { weights[index] = 1 }
                if let known = ids[token.folded] { return known }
                let fresh = UInt32(ids.count)
                ids[token.folded] = fresh
                return fresh
            }
            return WordLine(ids: words, weights: weights, unit: units)
        }
        return wordEdits(line(old), line(new))
    }

    private func matchNames(_ inquiry: Inquiry) {
        var isFree = [Bool](repeating: true, count: new.mentions.count)
        let kin = Kin(old.mentions, new.mentions)
        hasNamesByIndex = kin.isIndexed
        // Letter by letter first, then by system, then by likeness in the same slot.
        for pass in 0..<3 {
            for index in old.mentions.indices where kept[index] == nil {
                let expected = position(of: old.mentions[index].tokens.lowerBound)
                var best: (distance: Int, new: Int, how: Sameness)?
                for candidate in kin.candidates(of: index) where isFree[candidate] {
                    let distance = abs(new.mentions[candidate].tokens.lowerBound - expected)
                    if let best, (best.distance, best.new) <= (distance, candidate) { continue }
                    let how = inquiry.sameness(old.mentions[index], new.mentions[candidate])
                    let isWanted = switch how {
                    case .identical: pass == 0
                    case .variant: pass == 1
                    case .similar: pass == 2 && isSameSlot(old.mentions[index].tokens, new.mentions[candidate].tokens)
                    case .different: false
                    }
                    if isWanted { best = (distance, candidate, how) }
                }
                if let best {
                    kept[index] = (best.new, best.how)
                    isFree[best.new] = false
                }
            }
        }
        // A misspelling mended: lenient, because the slot is the same and neither spelling stands anywhere else on the other side.
        for index in old.mentions.indices where kept[index] == nil {
            let mention = old.mentions[index]
            guard let edit = edit(oldToken: mention.tokens.lowerBound) ?? edit(oldToken: mention.tokens.upperBound - 1) else { continue }
            let inSlot = new.mentions(in: edit.new)
            guard let candidate = inSlot.first(where: { isFree[$0] && isSameSlot(mention.tokens, new.mentions[$0].tokens) && isRespelled(mention, new.mentions[$0], inquiry) })
            else { continue }
            kept[index] = (candidate, .similar(Self.likeness(mention, new.mentions[candidate])))
            isFree[candidate] = false
        }
        // The same in a sentence that was built anew: only for one letter of a long name.
        for index in old.mentions.indices where kept[index] == nil {
            let mention = old.mentions[index]
            guard mention.form.words.last?.utf8.count ?? 0 >= 7,
                let candidate = kin.candidates(of: index).first(where: {
                    isFree[$0] && Self.likeness(mention, new.mentions[$0]) >= 0.85 && isRespelled(mention, new.mentions[$0], inquiry)
                })
            else { continue }
            kept[index] = (candidate, .similar(Self.likeness(mention, new.mentions[candidate])))
            isFree[candidate] = false
        }
        for index in old.mentions.indices where kept[index] == nil {
            guard let stretch = FormsOfNames(old: old, new: new).continuation(of: index, in: edit(oldToken: old.mentions[index].tokens.lowerBound) ?? edit(oldToken: old.mentions[index].tokens.upperBound - 1)) else { continue }
            respelled.insert(index)
            for candidate in new.mentions(in: stretch) where isFree[candidate] {
                if kept[index] == nil { kept[index] = (candidate, .variant("short form")) }
                isFree[candidate] = false
                spelledOut.insert(candidate)
            }
        }
        // A name said twice before and once after is not lost, and one whose words stand untouched lost its mark-up only.
        lost = old.mentions.indices.filter { index in
            kept[index] == nil && !respelled.contains(index) && isTouched(old: old.mentions[index].tokens)
                && !kin.candidates(of: index).contains { inquiry.isSame(old.mentions[index], new.mentions[$0]) }
        }
        let namesakes = Kin(new.mentions, old.mentions)
        gained = new.mentions.indices.filter { index in
            isFree[index] && isTouched(new: new.mentions[index].tokens)
                && !namesakes.candidates(of: index).contains { inquiry.isSame(old.mentions[$0], new.mentions[index]) }
        }
    }

    /// Names held to be one by likeness alone, in the order of the older side.
    var likeNames: [(old: Int, new: Int, likeness: Double)] {
        old.mentions.indices.compactMap { index in
            guard let (new, how) = kept[index], case .similar(let likeness) = how else { return nil }
            return (index, new, likeness)
        }
    }

    /// Two spellings of one name: at most a letter in five differs, the first letter is the same, the other words agree.
    private func isRespelled(_ left: Mention, _ right: Mention, _ inquiry: Inquiry) -> Bool {
        if let one = left.key, let other = right.key, one != other { return false }
        if let one = left.entity, let other = right.entity, one != other { return false }
        if Self.isSameGroup(left, right) { return !inquiry.newNames.hasWord(left.form.surname) }
        let likeness = Self.likeness(left, right)
        guard left.form.words.count == right.form.words.count, likeness >= Self.respelled || isLengthened(left, right) else { return false }
        for (one, other) in zip(left.form.words, right.form.words) where one != other {
            guard one.utf8.count >= 5 || other.utf8.count >= 5, one.unicodeScalars.first == other.unicodeScalars.first, !isInflected(one, other) else { return false }
            // One letter of a long name in the same place is a misprint mended, whoever else is named in the record. Of a shorter one, or of two
            // letters, only if the old spelling is gone and the new one is new.
            if likeness >= 0.85, one.utf8.count >= 7 { continue }
            guard !inquiry.newNames.hasWord(one), !inquiry.oldNames.hasWord(other) || one.unicodeScalars.count >= 9 else { return false }
        }
        return true
    }

    /// At most one letter in five.
    private static let respelled = 0.78
    /// Letters that a longer form of a name may have more, all its other letters being the same in the same order: Mahdis, Mahdists.
    private static let mostLetters = 2
    /// Shorter names grow into other people's by a letter or two.
    private static let shortestLengthened = 6

    private func isLengthened(_ left: Mention, _ right: Mention) -> Bool {
        zip(left.form.words, right.form.words).allSatisfy { one, other in
            if one == other { return true }
            let (short, long) = one.utf8.count < other.utf8.count ? (Array(one.unicodeScalars), Array(other.unicodeScalars)) : (Array(other.unicodeScalars), Array(one.unicodeScalars))
            guard short.count >= Self.shortestLengthened, long.count - short.count <= Self.mostLetters else { return false }
            var at = 0
            for letter in long where at < short.count && short[at] == letter { at += 1 }
            return at == short.count
        }
    }

    /// Mahdis and Mahdists, Hussites and Hussists: two plurals from one stem are one body of people under two endings. A person has no plural.
    private static func isSameGroup(_ left: Mention, _ right: Mention) -> Bool {
        guard left.form.words.count == 1, right.form.words.count == 1, left.form.kind != .place, right.form.kind != .place else { return false }
        let one = Array(left.form.surname.utf8), other = Array(right.form.surname.utf8)
        guard one.last == UInt8(ascii: "s"), other.last == UInt8(ascii: "s") else { return false }
        let shared = zip(one, other).prefix { $0 == $1 }.count
        return shared >= shortestStem && max(one.count, other.count) - shared <= longestEnding
    }
    /// Shorter stems are shared by chance; an ending of a people has no more letters (-ites, -ists, -ians, -s).
    private static let shortestStem = 4
    private static let longestEnding = 5

    /// Ivanov and Ivanova, Petrov and Petrovsky are two people.
    private func isInflected(_ left: String, _ right: String) -> Bool {
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return long.hasPrefix(short) && ["a", "aya", "skaya", "na", "ina", "sky", "ski", "skii", "ich", "vich"].contains(String(long.dropFirst(short.count)))
    }

    /// 1 for the same letters, down to 0.
    private static func likeness(_ left: Mention, _ right: Mention) -> Double {
        let one = Array(left.form.words.joined(separator: " ").unicodeScalars.map(\.value)), other = Array(right.form.words.joined(separator: " ").unicodeScalars.map(\.value))
        return 1 - Double(editDistance(one, other)) / Double(max(one.count, other.count, 1))
    }

    /// The edit that touches a token of the old side.
    func edit(oldToken: Int) -> WordEdit? {
        let at = first { $0.old.upperBound > oldToken }
        return at < edits.count && edits[at].old.contains(oldToken) ? edits[at] : nil
    }
    func edit(newToken: Int) -> WordEdit? {
        let at = first { $0.new.upperBound > newToken }
        return at < edits.count && edits[at].new.contains(newToken) ? edits[at] : nil
    }

    /// The number of the edit that touches a token.
    func editIndex(oldToken: Int) -> Int? {
        let at = first { $0.old.upperBound > oldToken }
        return at < edits.count && edits[at].old.contains(oldToken) ? at : nil
    }
    func editIndex(newToken: Int) -> Int? {
        let at = first { $0.new.upperBound > newToken }
        return at < edits.count && edits[at].new.contains(newToken) ? at : nil
    }

    /// Index of the first edit for which `isBeyond` holds, by halving: it must hold for all later ones.
    private func first(_ isBeyond: (WordEdit) -> Bool) -> Int {
        var low = 0, high = edits.count
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(edits[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    func isTouched(old range: Range<Int>) -> Bool { range.contains { oldTouched[$0] } }
    func isTouched(new range: Range<Int>) -> Bool { range.contains { newTouched[$0] } }

    /// Whether two ranges stand in one edit, or meet it.
    func isSameSlot(_ oldRange: Range<Int>, _ newRange: Range<Int>) -> Bool {
        guard !oldRange.isEmpty else { return false }
        for edit in edits[first { $0.old.upperBound > oldRange.lowerBound }...] {
            if edit.old.lowerBound >= oldRange.upperBound { return false }
            if edit.old.overlaps(oldRange), edit.new.overlaps(newRange) { return true }
        }
        return false
    }

    /// Where an old token stands on the new side, or the start of what replaced it.
    func position(of token: Int) -> Int {
        let next = first { $0.old.lowerBound > token }
        guard next > 0 else { return token }
        let edit = edits[next - 1]
        return edit.old.contains(token) ? edit.new.lowerBound : token + edit.new.upperBound - edit.old.upperBound
    }

    /// The new token that an untouched old token is aligned with.
    func counterpart(of token: Int) -> Int? {
        guard token < oldTouched.count, !oldTouched[token] else { return nil }
        let position = position(of: token)
        return position < new.tokens.count ? position : nil
    }
}
