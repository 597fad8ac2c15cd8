import Alignment
import Findings
import Language
import PlainText
import Records

/// Findings about what a reader does not see: what `unmasked` took out of the later version and the earlier one does not have.
struct HiddenRules {
    let inquiry: Inquiry

    /// Findings of one kind for one pair of versions: a converter may leave its marks in every word of a volume.
    static let mostOfOneKind = 100

    private var new: Version { inquiry.pair.new }

    private struct Key: Hashable {
        var kind: HiddenTrace.Kind
        var word: UInt32
    }

    func apply(to docket: inout Docket) {
        docket.neutral(.neutralVariant, count: inquiry.pair.hidden.mended)
        var seen: Set<[Int]> = []
        var filed: [String: Int] = [:]
        var left: [String: Int] = [:]
        var numbers: [Key: Int] = [:]
        for trace in fresh() {
            // One word in one passage is one change, however often it stands there.
            let key = Key(kind: trace.kind, word: trace.word)
            let number = numbers[key] ?? numbers.count
            numbers[key] = number
            guard seen.insert([trace.passage, number]).inserted, let finding = finding(trace) else { continue }
            guard filed[finding.rule.id, default: 0] < Self.mostOfOneKind else {
                left[finding.rule.id, default: 0] += 1
                continue
            }
            filed[finding.rule.id, default: 0] += 1
            docket.file(finding)
        }
        for rule in left.keys.sorted() { docket.reach(limit: "\(rule): the first \(Self.mostOfOneKind) are listed, \(left[rule] ?? 0) more are not") }
    }

    /// The traces of the later version without their equals in the earlier one: those of a linked passage first, then those from anywhere.
    private func fresh() -> [HiddenTrace] {
        let hidden = inquiry.pair.hidden
        guard !hidden.old.isEmpty else { return hidden.new }
        var partners: [Int: Range<Int>] = [:]
        for link in inquiry.pair.alignment.links {
            for passage in link.new { partners[passage] = link.old }
        }
        var waiting: [Key: [Int]] = [:]
        for trace in hidden.old { waiting[Key(kind: trace.kind, word: trace.word), default: []].append(trace.passage) }
        func take(_ trace: HiddenTrace, from range: Range<Int>?) -> Bool {
            let key = Key(kind: trace.kind, word: trace.word)
            guard let at = waiting[key]?.firstIndex(where: { range?.contains($0) ?? true }) else { return false }
            waiting[key]?.remove(at: at)
            return true
        }
        let rest = hidden.new.filter { trace in partners[trace.passage].map { !take(trace, from: $0) } ?? true }
        return rest.filter { !take($0, from: nil) }
    }

    private func finding(_ trace: HiddenTrace) -> Finding? {
        let passage = new.passages[trace.passage]
        let side = LineReader(inquiry: inquiry, isOld: false).read(trace.passage..<trace.passage + 1)
        let from = UInt32(new.written?.plain(Int(trace.written.start)) ?? Int(trace.written.start))
        let to = max(from, UInt32(new.written?.plain(Int(trace.written.end)) ?? Int(trace.written.end)))
        // The word it stands in or touches.
        let token = side.tokens.indices.first { side.tokens[$0].range.start < to && from < side.tokens[$0].range.end }
            ?? side.tokens.indices.first { side.tokens[$0].range.start <= to && from <= side.tokens[$0].range.end }
        let line = token.flatMap { side.line(of: $0)?.range } ?? passage.text
        let sentence = new.written?.range(line) ?? line
        var span = trace.written
        if let token {
            let word = new.written?.range(side.tokens[token].range) ?? side.tokens[token].range
            span = TextRange(Int(min(span.start, word.start)), Int(max(span.end, word.end)))
        }
        let whole = TextRange(Int(min(sentence.start, span.start)), Int(max(sentence.end, span.end)))
        let place = new.place(written: span, in: whole, passage: trace.passage)
        let mention = token.flatMap { side.mention(at: $0) }.map { side.mentions[$0] }
        let word = token.map { side.tokens[$0].text } ?? ""
        let entity = mention?.subject(inquiry.pair.authority)
        switch trace.kind {
        case .lookAlike(let plain, let hasVanished):
            let isNumber = plain.utf8.contains { (0x30...0x39).contains($0) }
            let isGrave = hasVanished && (mention != nil || isNumber)
            return Finding(
                rule: .hiddenHomoglyph, severity: isGrave ? .error : .warning, entity: entity, before: nil, after: place,
                message: "'\(place.span)' is written with letters that look like those of '\(plain)'\(hasVanished ? "; '\(plain)' no longer stands in the text" : "")",
                evidence: [Evidence(kind: "look-alike", detail: letters(place.span, plain))])
        case .alphabet:
            guard !writesIdeographs(passage) else { return nil }
            return Finding(
                rule: .hiddenHomoglyph, entity: entity, before: nil, after: place,
                message: "'\(place.span)' is written in letters of a special alphabet, which a search for the plain word does not find",
                evidence: [Evidence(kind: "look-alike", detail: "full-width or mathematical letters")])
        case .unseen(.bidiOverride, let scalars), .unseen(.bidiControl, let scalars): return bidi(scalars, trace, place, entity)
        case .unseen(let kind, let scalars):
            return Finding(
                rule: .hiddenInvisible, entity: entity, before: nil, after: place, message: message(kind, scalars, word),
                evidence: [Evidence(kind: "characters", detail: names(scalars))])
        }
    }

    private func message(_ kind: Unseen.Kind, _ scalars: [UInt32], _ word: String) -> String {
        let beside = word.isEmpty ? "" : " at '\(word)'"
        let text = scalars.compactMap { (0xE0020...0xE007E).contains($0) ? Unicode.Scalar($0 - 0xE0000) : nil }
        if !text.isEmpty { return "hidden text stands\(beside) in letters that are not seen: '\(String(String.UnicodeScalarView(text)))'" }
        if kind == .blank { return "a character that looks like white space and is none stands\(beside): \(names(scalars))" }
        return "\(scalars.count == 1 ? "a character that is not seen stands" : "\(scalars.count) characters that are not seen stand")\(beside): \(names(scalars))"
    }

    /// The first few by name.
    private func names(_ scalars: [UInt32]) -> String {
        scalars.prefix(4).map { Unseen.name(of: $0) }.joined(separator: " ") + (scalars.count > 4 ? " and \(scalars.count - 4) more" : "")
    }

    /// Which letters are not what they look like.
    private func letters(_ written: String, _ plain: String) -> String {
        let expected = Set(plain.unicodeScalars.map(\.value))
        let strays = written.unicodeScalars.filter { !expected.contains($0.value) && !Unseen.isUnseen($0.value) }.map { Unseen.name(of: $0.value) }
        return strays.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.prefix(6).joined(separator: " ")
    }

    /// Full-width letters are ordinary typography beside ideographs and kana.
    private func writesIdeographs(_ passage: Passage) -> Bool {
        String(decoding: new.text[passage.text.indices], as: UTF8.self).unicodeScalars.contains {
            (0x3041...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value)
        }
    }

    private func bidi(_ scalars: [UInt32], _ trace: HiddenTrace, _ place: Place, _ entity: Subject?) -> Finding {
        let written = new.written?.range(new.passages[trace.passage].text) ?? new.passages[trace.passage].text
        let all = String(decoding: (new.written?.bytes ?? new.text)[written.indices], as: UTF8.self).unicodeScalars
        let isFromRight = all.contains { (0x590...0x8FF).contains($0.value) || (0xFB1D...0xFDFF).contains($0.value) || (0xFE70...0xFEFC).contains($0.value) }
        let overrides = scalars.contains { $0 == 0x202D || $0 == 0x202E }
        let turns = overrides || scalars.contains { $0 == 0x202B || $0 == 0x2067 } || all.contains { [0x202B, 0x202D, 0x202E, 0x2067].contains($0.value) }
        let severity: Severity = overrides ? .error : isFromRight && isBalanced(all) ? .note : turns ? .error : .warning
        return Finding(
            rule: .hiddenBidi, severity: severity, entity: entity, before: nil, after: place,
            message: "a control character turns the direction in which the text is shown: \(names(scalars))",
            evidence: [Evidence(kind: "characters", detail: names(scalars))])
    }

    /// Every embedding and isolate of the passage is ended in it.
    private func isBalanced(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        var embeddings = 0, isolates = 0
        for scalar in scalars {
            switch scalar.value {
            case 0x202A, 0x202B, 0x202D, 0x202E: embeddings += 1
            case 0x202C: embeddings -= 1
            case 0x2066, 0x2067, 0x2068: isolates += 1
            case 0x2069: isolates -= 1
            default: break
            }
            if embeddings < 0 || isolates < 0 { return false }
        }
        return embeddings == 0 && isolates == 0
    }
}
