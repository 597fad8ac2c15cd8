import Alignment
import Findings
import Language
import Records

/// What one edit took out and put in, for the rules about words.
struct Slot {
    let parallel: Parallel
    let edit: WordEdit

    /// The tokens that carry content, without those of `cue`.
    func content(old cue: Range<Int>? = nil) -> [Int] { edit.old.filter { cue?.contains($0) != true && Self.isContent(parallel.old.tokens[$0]) } }
    func content(new cue: Range<Int>? = nil) -> [Int] { edit.new.filter { cue?.contains($0) != true && Self.isContent(parallel.new.tokens[$0]) } }

    private static func isContent(_ token: SentenceToken) -> Bool { token.kind != .punctuation && !token.has(.function) }

    /// Both sides are short: words were exchanged, no clause was rewritten.
    func isShort(_ most: Int) -> Bool { content(old: nil).count <= most && content(new: nil).count <= most }
}

/// What the families about words share: places, subjects, the cap of an unsure sentence pair.
struct WordFinding {
    let parallel: Parallel
    let inquiry: Inquiry

    /// A group of sentences with more edits than this is a page without stops; word for word nothing is told of it.
    static let mostEdits = 200

    func cap(_ rule: Rule, _ starting: Double? = nil) -> Double { parallel.cap(starting ?? rule.confidence) }

    /// Who or what the words are about: the nearest name of the sentence that stays, old side first.
    func subject(old: Range<Int>?, new: Range<Int>?) -> Subject? {
        if let old, let mention = nearest(parallel.old, old) { return mention.subject(inquiry.pair.authority) }
        if let new, let mention = nearest(parallel.new, new) { return mention.subject(inquiry.pair.authority) }
        return nil
    }

    /// No further off than this: a name at the other end of a long sentence is not what a word is about.
    private static let reach = 12

    private func nearest(_ side: Side, _ range: Range<Int>) -> Mention? {
        guard let line = side.line(of: range.lowerBound) else { return nil }
        let near = max(line.tokens.lowerBound, range.lowerBound - Self.reach)..<min(line.tokens.upperBound, range.upperBound + Self.reach)
        return side.mentions(in: near).map { side.mentions[$0] }.min { distance($0, range) < distance($1, range) }
    }

    private func distance(_ mention: Mention, _ range: Range<Int>) -> Int {
        mention.tokens.upperBound <= range.lowerBound ? range.lowerBound - mention.tokens.upperBound : max(0, mention.tokens.lowerBound - range.upperBound)
    }

    /// The place on the other side of a word that was put in or taken out.
    func counterpart(old range: Range<Int>) -> Place? {
        let at = min(parallel.position(of: range.lowerBound), max(0, parallel.new.tokens.count - 1))
        return parallel.new.place(at..<at)
    }
    func counterpart(_ edit: WordEdit) -> Place? {
        let at = min(edit.old.lowerBound, max(0, parallel.old.tokens.count - 1))
        return parallel.old.place(at..<at)
    }

    func quoted(_ side: Side, _ range: Range<Int>) -> String { "'\(side.text(range))'" }
}
