import Alignment
import Findings
import Language
import PlainText
import Records

/// What a sentence says that somebody was: "X is a saint" -> "X was a bishop and martyr".
struct PredicatedRoles {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack

    /// A role further behind the copula than this belongs to another clause.
    static let reach = 8

    /// The roles behind one copula.
    private struct Roles {
        var copula: Int
        var tokens: Range<Int>
        var words: Set<String>
        /// The mention, or the pronoun, before it.
        var subject: Int?
        var isPronoun: Bool
    }

    /// `told`: the first tokens of new offices that are told already.
    func apply(to docket: inout Docket, _ explained: inout Explained, except told: Set<Int>) {
        guard !pack.group("be").isEmpty, parallel.edits.count <= WordFinding.mostEdits else { return }
        let news = roles(parallel.new)
        guard !news.isEmpty else { return }
        for old in roles(parallel.old) where parallel.isTouched(old: old.tokens) {
            guard let new = news.first(where: { isSameSubject(old, $0) && parallel.isTouched(new: $0.tokens) }), told.isDisjoint(with: new.tokens), old.words.isDisjoint(with: new.words), !isNear(old, new),
                !news.contains(where: { !$0.words.isDisjoint(with: old.words) })
            else { continue }
            let words = WordFinding(parallel: parallel, inquiry: inquiry)
            let mention = old.isPronoun ? nil : old.subject.map { parallel.old.mentions[$0] }
            docket.file(
                Finding(
                    rule: .factRole, confidence: max(0.72, words.cap(.factRole, 0.8)), entity: mention?.subject(inquiry.pair.authority),
                    before: parallel.old.place(old.copula..<old.tokens.upperBound), after: parallel.new.place(new.copula..<new.tokens.upperBound),
                    message: "\(mention.map { $0.text + ": " } ?? "")\(words.quoted(parallel.old, old.tokens)) stood; \(words.quoted(parallel.new, new.tokens)) stands now",
                    evidence: [Evidence(kind: "slot", detail: "said of the same subject")]))
            explained.mark(old: old.tokens, new: new.tokens)
        }
    }

    private func isSameSubject(_ old: Roles, _ new: Roles) -> Bool {
        if old.isPronoun, new.isPronoun { return true }
        guard let one = old.subject, let other = new.subject, !old.isPronoun, !new.isPronoun else { return false }
        return parallel.kept[one]?.new == other || inquiry.isSame(parallel.old.mentions[one], parallel.new.mentions[other])
    }

    private func isNear(_ old: Roles, _ new: Roles) -> Bool {
        func groups(_ side: Side, _ roles: Roles) -> Set<String> {
            Set(side.tokens[roles.tokens].flatMap { pack.wording.senses(of: $0.folded) }.filter { $0.scale == .calling }.map(\.group))
        }
        return !groups(parallel.old, old).isDisjoint(with: groups(parallel.new, new))
    }

    private func isRole(_ index: Int, _ side: Side) -> Bool {
        let token = side.tokens[index]
        return token.kind == .word && (token.has([.office, .title]) || pack.group("standing").contains(token.folded)) && side.mention(at: index) == nil
    }

    private func roles(_ side: Side) -> [Roles] {
        var found: [Roles] = []
        let be = pack.group("be")
        for line in side.lines {
            for copula in line.tokens where side.tokens[copula].has([.auxiliary, .verb]) && be.contains(side.tokens[copula].folded) {
                var words: Set<String> = [], last = copula
                var at = copula + 1
                while at < line.tokens.upperBound, at - copula <= Self.reach {
                    let token = side.tokens[at]
                    if isRole(at, side) {
                        words.insert(token.stem)
                        last = at
                    } else if token.kind == .punctuation && token.folded != "," || token.has([.preposition, .subordinator, .negation, .auxiliary]) || side.mention(at: at) != nil {
                        break
                    } else if token.has([.verb, .speech]), !token.has(.function), last == copula {
                        // "was elected bishop" is an appointment, and told as one.
                        break
                    }
                    at += 1
                }
                guard last > copula else { continue }
                found.append(subject(Roles(copula: copula, tokens: copula + 1..<last + 1, words: words, subject: nil, isPronoun: false), side, line))
            }
        }
        return found
    }

    /// The nearest name or pronoun before the copula.
    private func subject(_ roles: Roles, _ side: Side, _ line: Line) -> Roles {
        var roles = roles
        let before = line.tokens.lowerBound..<roles.copula
        let names = side.mentions(in: before).filter { side.mentions[$0].tokens.upperBound <= roles.copula }
        // "Clement of Ancyra was": the person, not the town.
        if let mention = names.last(where: { side.mentions[$0].form.kind != .place }) ?? names.last {
            roles.subject = mention
        } else if before.contains(where: { side.tokens[$0].has(.pronoun) }) {
            roles.isPronoun = true
        }
        return roles
    }
}
