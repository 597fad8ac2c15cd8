import Alignment
import Findings
import Language

/// The office, rank, title or occupation of a person who stays.
struct RoleRules {
    let parallel: Parallel
    let inquiry: Inquiry
    let pack: LanguagePack
    let cues: CueSheet

    /// A slot with more content words than this on either side was rewritten.
    static let longestSlot = 7
    /// A name further from its office than this is another's.
    static let reach = 8

    func apply(to docket: inout Docket, _ explained: inout Explained) {
        let wasOpen = Set(explained.rest.map { $0.old.lowerBound << 32 | $0.new.lowerBound })
        for edit in parallel.edits where wasOpen.contains(edit.old.lowerBound << 32 | edit.new.lowerBound) {
            let slot = Slot(parallel: parallel, edit: edit)
            guard slot.isShort(Self.longestSlot), !isJudging(edit) else { continue }
            let old = roles(parallel.old, edit.old), new = roles(parallel.new, edit.new)
            guard let first = old.first, let last = old.last else { continue }
            let holder = holder(first)
            // A field that states an office stands beside the name of its record.
            guard holder != nil || isField(parallel.old, first) else { continue }
            if let newFirst = new.first, let newLast = new.last {
                let oldWords = Set(old.map { parallel.old.tokens[$0].stem }), newWords = Set(new.map { parallel.new.tokens[$0].stem })
                guard oldWords.isDisjoint(with: newWords), !isNear(old, new) else { continue }
                tell(holder, phrase(parallel.old, first..<last + 1, edit.old), phrase(parallel.new, newFirst..<newLast + 1, edit.new), &docket, &explained)
            }
        }
    }

    /// "the general secretary" -> "the great leader": the judgement tells it.
    private func isJudging(_ edit: WordEdit) -> Bool {
        (cues.old + cues.new).contains { $0.scale == .tone && abs($0.level) >= FramingRules.leastTone && parallel.edits[$0.edit] == edit }
    }

    /// Longer lines are sentences.
    static let longestField = 14

    private func isField(_ side: Side, _ index: Int) -> Bool {
        guard let line = side.line(of: index), side.lines.count == 1, line.tokens.count <= Self.longestField else { return false }
        return !side.tokens[line.tokens].contains { $0.has([.verb, .auxiliary]) && !$0.isCapital }
    }

    private func roles(_ side: Side, _ range: Range<Int>) -> [Int] {
        range.filter { index in
            let token = side.tokens[index]
            guard token.has([.office, .title]), !pack.group("courtesy").contains(token.folded) else { return false }
            guard let mention = side.mention(at: index) else { return true }
            // "Secretary of State" in capitals reads as a name: the office counts, the surname Baker does not.
            return side.mentions[mention].trust == .capitals && side.mentions[mention].tokens.count > 1
        }
    }

    /// Two words for one calling: writer and novelist.
    private func isNear(_ old: [Int], _ new: [Int]) -> Bool {
        func groups(_ side: Side, _ indices: [Int]) -> Set<String> {
            Set(indices.flatMap { pack.wording.senses(of: side.tokens[$0].folded) }.filter { $0.scale == .calling }.map(\.group))
        }
        if old.count == 1, new.count == 1 {
            let left = parallel.old.tokens[old[0]].folded, right = parallel.new.tokens[new[0]].folded
            if isShort(left, for: right) || isShort(right, for: left) { return true }
        }
        return !groups(parallel.old, old).isDisjoint(with: groups(parallel.new, new))
    }

    /// "Prof." for professor, "Dr" for doctor, "д-р" for доктор: a listed abbreviation, or one with a hyphen, whose letters stand in the word in order.
    private func isShort(_ short: String, for word: String) -> Bool {
        guard pack.group("abbreviation").contains(short) || short.utf8.contains(UInt8(ascii: "-")), short.unicodeScalars.first == word.unicodeScalars.first else { return false }
        var rest = word.unicodeScalars[...]
        return short.unicodeScalars.allSatisfy { scalar in
            if scalar == "-" { return true }
            guard let at = rest.firstIndex(of: scalar) else { return false }
            rest = rest[rest.index(after: at)...]
            return true
        }
    }

    /// The kept name that stands beside the office: before or after it in the same sentence.
    private func holder(_ index: Int) -> Mention? {
        guard let line = parallel.old.line(of: index) else { return nil }
        let near = max(line.tokens.lowerBound, index - Self.reach)..<min(line.tokens.upperBound, index + Self.reach)
        return parallel.old.mentions(in: near).filter { parallel.kept[$0] != nil && parallel.old.mentions[$0].form.kind != .place }
            .map { parallel.old.mentions[$0] }
            .min { abs($0.tokens.lowerBound - index) < abs($1.tokens.lowerBound - index) }
    }

    /// The office with what belongs to it in the edit: "deputy under secretary of state".
    private func phrase(_ side: Side, _ range: Range<Int>, _ edit: Range<Int>) -> Range<Int> {
        var first = range.lowerBound, last = range.upperBound
        while first > edit.lowerBound, side.tokens[first - 1].kind == .word, !side.tokens[first - 1].has(.function) { first -= 1 }
        while last < edit.upperBound, side.tokens[last].kind == .word { last += 1 }
        return first..<last
    }

    private func tell(_ holder: Mention?, _ old: Range<Int>, _ new: Range<Int>, _ docket: inout Docket, _ explained: inout Explained) {
        let words = WordFinding(parallel: parallel, inquiry: inquiry)
        docket.file(
            Finding(
                rule: .factRole, confidence: words.cap(.factRole, holder == nil ? 0.75 : nil), entity: holder?.subject(inquiry.pair.authority), before: parallel.old.place(old), after: parallel.new.place(new),
                message: "\(holder.map { $0.text + ": " } ?? "")\(words.quoted(parallel.old, old)) stood; \(words.quoted(parallel.new, new)) stands now",
                evidence: [Evidence(kind: "slot", detail: "beside the same name")]))
        explained.mark(old: old, new: new)
    }
}
