import Alignment
import Findings
import Language

/// The named tests that prove a change neutral: what is left over after the rules, and passes none of them, is `change.other`.
struct NeutralTests {
    let parallel: Parallel
    let pack: LanguagePack

    /// Settles the edits that no rule accounted for.
    func settle(_ explained: Explained, in docket: inout Docket) {
        let rest = explained.rest
        guard !rest.isEmpty else { return }
        let old = rest.flatMap { edit in edit.old.map { parallel.old.tokens[$0] } }.filter(Self.carriesMeaning)
        let new = rest.flatMap { edit in edit.new.map { parallel.new.tokens[$0] } }.filter(Self.carriesMeaning)
        if isSame(old, new) || isRearranged() {
            docket.neutral(.neutralCopyEdit)
            return
        }
        guard let first = rest.first(where: { edit in
            edit.old.contains { Self.carriesMeaning(parallel.old.tokens[$0]) } || edit.new.contains { Self.carriesMeaning(parallel.new.tokens[$0]) }
        }) else { return }
        docket.unclassified(place(parallel.old, first.old), place(parallel.new, first.new))
    }

    /// The whole sentence says the same words in another order, its names among them: what a rule accounted for may hold the other half of an edit.
    private func isRearranged() -> Bool {
        guard parallel.lost.isEmpty, parallel.gained.isEmpty else { return false }
        func content(_ side: Side, _ isTouched: [Bool]) -> [SentenceToken] {
            side.tokens.indices.filter { isTouched[$0] && side.mention(at: $0) == nil }.map { side.tokens[$0] }.filter(Self.carriesMeaning)
        }
        return isSame(content(parallel.old, parallel.oldTouched), content(parallel.new, parallel.newTouched))
    }

    private func place(_ side: Side, _ range: Range<Int>) -> Place? {
        side.place(range.isEmpty ? min(range.lowerBound, max(0, side.tokens.count - 1))..<min(range.lowerBound, max(0, side.tokens.count - 1)) : range)
    }

    /// More words than this that differ in their stems are not tried for misprints: the sentence was rewritten.
    private static let mostMisprints = 40

    /// The same words in another order, or in another spelling.
    private func isSame(_ old: [SentenceToken], _ new: [SentenceToken]) -> Bool {
        guard old.count == new.count else { return false }
        var (left, right) = Self.unmatched(old, new) { $0.folded }
        (left, right) = Self.unmatched(left, right) { "\($0.kind.rawValue)\($0.stem)" }
        guard left.count <= Self.mostMisprints else { return false }
        for token in left {
            guard let at = right.firstIndex(where: { Respelling(pack: pack).isOneWord(token, $0) }) else { return false }
            right.remove(at: at)
        }
        return true
    }

    /// What is left on either side when equals have been taken out in pairs, in order.
    private static func unmatched(
        _ old: [SentenceToken], _ new: [SentenceToken], by word: (SentenceToken) -> String
    ) -> (old: [SentenceToken], new: [SentenceToken]) {
        var waiting: [String: Int] = [:]
        for token in new { waiting[word(token), default: 0] += 1 }
        var taken: [String: Int] = [:]
        let left = old.filter { token in
            let key = word(token)
            guard let count = waiting[key], count > 0 else { return true }
            waiting[key] = count - 1
            taken[key, default: 0] += 1
            return false
        }
        let right = new.filter { token in
            let key = word(token)
            guard let count = taken[key], count > 0 else { return true }
            taken[key] = count - 1
            return false
        }
        return (left, right)
    }

    /// Modal verbs and quantifiers are function words that change what is claimed.
    private static let weighty: Set<String> = [
        "may", "might", "could", "would", "should", "must", "can", "all", "some", "many", "few", "every", "most", "several", "any", "both", "each",
    ]

    /// Points, articles, conjunctions and auxiliaries carry no meaning of their own; a negation, a pronoun, a quantity or a sign of value does.
    static func carriesMeaning(_ token: SentenceToken) -> Bool {
        if token.kind == .punctuation { return ["$", "£", "€", "%", "§", "°", "+", "="].contains(token.folded) }
        if token.kind == .number || weighty.contains(token.folded) || token.has([.negation, .pronoun, .numeral, .indefinite]) { return true }
        return !token.has([.determiner, .preposition, .conjunction, .subordinator, .auxiliary])
    }
}
