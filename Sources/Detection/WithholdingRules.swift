import Findings
import PlainText
import Records

/// Words that left the text and now stand where no reader of the record sees them: in a comment, a processing instruction, an attribute. That is
/// withheld, not plainly erased. Asked last, of what the other rules have found.
struct WithholdingRules {
    let inquiry: Inquiry

    /// A longer stretch may be spread over several comments, or be cut here and there: so many of its word triples must stand out of sight.
    private static let share = 0.8
    private static let fewestForShare = 8
    /// Of what stands out of sight so much is shown.
    private static let longestExcerpt = 400

    func settle(_ detected: inout Detected) {
        guard let store = Store(old: inquiry.pair.old, new: inquiry.pair.new) else { return }
        var search = store
        var further: [Finding] = []
        for index in detected.findings.indices {
            let finding = detected.findings[index]
            guard let before = finding.before, let found = search.find(before.span, isName: isName(finding.rule)) else { continue }
            let text = inquiry.pair.new.outOfSight[found]
            let line = inquiry.pair.new.source.position(of: text.offset).line
            let evidence = Evidence(kind: "search", detail: "its words now stand in \(text.place), line \(line)")
            guard text.isWithheld else {
                if finding.rule.family == "erasure" { detected.findings[index].evidence.append(evidence) }
                continue
            }
            switch finding.rule {
            case .erasureEntity, .erasureMention, .changeOther:
                if finding.rule == .changeOther { detected.unclassified -= 1 }
                detected.findings[index] = withheld(finding, before, text, line, evidence)
            default:
                // That the passage is gone, or who lost a part in what was done, is told by another rule; that the words are kept out of sight is
                // told besides.
                guard finding.rule.family == "erasure" || finding.rule.family == "attribution" else { continue }
                detected.findings[index].evidence.append(evidence)
                further.append(withheld(finding, before, text, line, evidence))
            }
        }
        for finding in further where !detected.findings.contains(where: { $0.rule == .erasureWithheld && overlap($0.before, finding.before) }) {
            detected.findings.append(finding)
        }
    }

    private func isName(_ rule: Rule) -> Bool { rule == .erasureEntity || rule == .erasureMention || rule == .erasureListOmission }

    private func overlap(_ left: Place?, _ right: Place?) -> Bool {
        guard let left, let right else { return false }
        return left.offset < right.offset + max(1, right.length) && right.offset < left.offset + max(1, left.length)
    }

    private func withheld(_ finding: Finding, _ before: Place, _ text: OutOfSight, _ line: Int, _ evidence: Evidence) -> Finding {
        let version = inquiry.pair.new
        let (place, column) = version.source.position(of: text.offset)
        let shown = excerpt(text.text)
        let after = Place(
            span: shown, text: shown, spanStart: 0, path: version.path(of: text.node), line: place, column: column, offset: text.offset, length: 0)
        let words = before.span.split(separator: " ").count
        let what = words <= 12 ? "'\(before.span)' stood in the text" : "\(words) words stood in the text"
        return Finding(
            rule: .erasureWithheld, severity: .error, confidence: 0.9, scope: finding.scope, entity: finding.entity, before: before, after: after,
            message: "\(what); now \(words == 1 ? "it stands" : "they stand") in \(text.place) only (line \(line))",
            evidence: finding.evidence + [evidence])
    }

    private func excerpt(_ text: String) -> String {
        guard text.utf8.count > Self.longestExcerpt else { return text }
        let cut = text.prefix(Self.longestExcerpt)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.endIndex)]) + " …"
    }

    /// Texts as words by number, and where each word stands in them.
    private struct Index {
        var texts: [(words: [UInt32], count: Int)] = []
        var positions: [UInt32: [(text: Int, at: Int)]] = [:]

        mutating func add(_ words: [UInt32], count: Int) {
            for (at, word) in words.enumerated() { positions[word, default: []].append((texts.count, at)) }
            texts.append((words, count))
        }

        /// The texts that hold the words in order, once for each time.
        func holders(of needle: [UInt32]) -> [Int] {
            // From the rarest of the words.
            guard let rarest = needle.indices.min(by: { (positions[needle[$0]]?.count ?? 0, $0) < (positions[needle[$1]]?.count ?? 0, $1) }) else { return [] }
            return (positions[needle[rarest]] ?? []).compactMap { text, at in
                let from = at - rarest, words = texts[text].words
                guard from >= 0, from + needle.count <= words.count, words[from..<from + needle.count].elementsEqual(needle) else { return nil }
                return text
            }
        }

        func times(_ needle: [UInt32]) -> Int { holders(of: needle).reduce(0) { $0 + texts[$1].count } }
    }

    /// The words out of sight in both versions.
    private struct Store: ~Copyable {
        private var tokeniser = Tokeniser()
        private var earlier = Index()
        private var later = Index()
        /// Texts of the newer version that were not there before, or less often.
        private var isFresh: [Bool]
        /// Three words in a row that are new out of sight, and a text that holds them.
        private var triples: [[UInt32]: Int] = [:]

        /// Nil where nothing new stands out of sight.
        init?(old: Version, new: Version) {
            var before: [String: Int] = [:]
            for text in old.outOfSight { before[text.text, default: 0] += text.count }
            isFresh = new.outOfSight.map { $0.count > before[$0.text] ?? 0 }
            guard isFresh.contains(true) else { return nil }
            var known: Set<[UInt32]> = []
            for text in old.outOfSight {
                let words = Self.words(text.text, &tokeniser)
                earlier.add(words, count: text.count)
                for at in words.indices.dropFirst(2) { known.insert(Array(words[at - 2...at])) }
            }
            for (index, text) in new.outOfSight.enumerated() {
                let words = Self.words(text.text, &tokeniser)
                later.add(words, count: text.count)
                guard isFresh[index] else { continue }
                for at in words.indices.dropFirst(2) {
                    let triple = Array(words[at - 2...at])
                    if !known.contains(triple), triples[triple] == nil { triples[triple] = index }
                }
            }
        }

        private static func words(_ text: String, _ tokeniser: inout Tokeniser) -> [UInt32] {
            let bytes = Array(text.utf8)
            var tokens: [Token] = []
            tokeniser.split(bytes, 0..<bytes.count, into: &tokens)
            return tokens.map(\.word)
        }

        /// The text out of sight, by its index in the newer version, that holds these words and did not hold them before.
        mutating func find(_ span: String, isName: Bool) -> Int? {
            let needle = Self.words(span, &tokeniser)
            guard needle.count >= (isName ? 1 : 2) else { return nil }
            if let found = later.holders(of: needle).first(where: { isFresh[$0] }) {
                // Where it was kept out of sight all along, nothing was moved there.
                return later.times(needle) > earlier.times(needle) ? found : nil
            }
            guard needle.count >= WithholdingRules.fewestForShare else { return nil }
            let found = needle.indices.dropFirst(2).compactMap { triples[Array(needle[$0 - 2...$0])] }
            return Double(found.count) >= WithholdingRules.share * Double(needle.count - 2) ? found.first : nil
        }
    }
}
