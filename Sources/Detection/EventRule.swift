import Alignment
import Findings
import Language
import PlainText
import Records

/// Events of the authority (the October rising, the famine of 1932) that the later version no longer mentions.
///
/// The names of events are common words as much as proper ones, so they are looked for by their stems, whatever their case and inflection: in order in
/// the earlier version, in any order near each other in the later one ("Kronstadt rebellion", "the rebellion at Kronstadt"). Idle without events.
struct EventRule {
    let inquiry: Inquiry

    /// Small words that may stand between two words of a name.
    static let gap = 3
    /// In the later version all words of a name within so many words beyond its own count are that name.
    static let looseness = 6
    /// Confidence where the proper names of the event stay in the same passage: it may be told in other words ("the events at Kronstadt").
    static let retold = 0.60

    func apply(to docket: inout Docket) {
        let events = inquiry.pair.authority.indices.filter { inquiry.pair.authority[$0].kind == .event }
        guard !events.isEmpty else { return }
        let old = EventSearch(inquiry.pair.old, inquiry), new = EventSearch(inquiry.pair.new, inquiry)
        for index in events {
            let event = inquiry.pair.authority[index]
            let before = old.occurrences(of: event, isStrict: true)
            guard let first = before.first, new.occurrences(of: event, isStrict: false).isEmpty else { continue }
            let isRetold = before.contains { isNamedStill($0) }
            let name = event.names.first ?? event.id
            docket.file(
                Finding(
                    rule: .erasureEvent, confidence: isRetold ? Self.retold : nil, scope: .record, entity: Subject(id: "#" + event.id, name: name),
                    before: place(first, in: inquiry.pair.old), after: counterpart(of: first),
                    message: "\(name) was mentioned here\(before.count > 1 ? " and in \(before.count - 1) other place\(before.count > 2 ? "s" : "")" : ""); the later version does not mention it",
                    evidence: [
                        Evidence(kind: "identity", detail: "an event of the authority file"),
                        Evidence(kind: "search", detail: "its \(event.names.count == 1 ? "name was" : "\(event.names.count) names were") looked for in the whole other version, in any order and case of the words"),
                    ]))
        }
    }

    /// The proper names among the words of the event stand in the passage that its passage became.
    private func isNamedStill(_ found: EventSearch.Occurrence) -> Bool {
        let proper = found.tokens.map { inquiry.pair.old.tokens[$0] }.filter { $0.marks.contains(.capital) && !$0.marks.contains(.opensSentence) }.map(\.word)
        guard !proper.isEmpty, let link = link(of: found) else { return false }
        let words = Set(link.new.flatMap { inquiry.pair.new.tokens[inquiry.pair.new.passages[$0].words] }.filter { $0.marks.contains(.capital) }.map(\.word))
        return proper.allSatisfy(words.contains)
    }

    private func link(of found: EventSearch.Occurrence) -> Alignment.Link? { inquiry.pair.alignment.links.first { $0.old.contains(found.passage) } }

    private func place(_ found: EventSearch.Occurrence, in version: Version) -> Place {
        guard let first = found.tokens.first, let last = found.tokens.last else { return version.place(passage: found.passage) }
        let span = TextRange(Int(version.tokens[first].range.start), Int(version.tokens[last].range.end))
        let side = LineReader(inquiry: inquiry, isOld: true).read(found.passage..<found.passage + 1)
        let line = side.lines.first { $0.range.start <= span.start && span.start < $0.range.end }
        return version.place(of: span, in: line?.range ?? version.passages[found.passage].text, passage: found.passage)
    }

    private func counterpart(of found: EventSearch.Occurrence) -> Place? {
        link(of: found).map { inquiry.pair.new.place(passage: $0.new.lowerBound) }
    }
}

/// Finds the names of events in a version.
struct EventSearch {
    struct Occurrence {
        var passage: Int
        /// The words of the name, ascending; those between them are not counted. Empty where the mark-up points to the event.
        var tokens: [Int]
    }

    private let version: Version
    private let pack: LanguagePack
    /// The stem of each word of the version, by number; 0 where it is not looked for.
    private var stems: [UInt32: Int] = [:]
    private var numbers: [String: Int] = [:]
    private let forms: [String: [[Int]]]

    init(_ version: Version, _ inquiry: Inquiry) {
        self.version = version
        pack = inquiry.pair.pack
        let pack = pack
        var numbers: [String: Int] = [:]
        var forms: [String: [[Int]]] = [:]
        for event in inquiry.pair.authority where event.kind == .event {
            forms[event.id] = event.names.compactMap { name in
                var words = Self.words(of: name)
                let content = words.filter { pack.classes(of: $0).isDisjoint(with: .function) }
                if !content.isEmpty { words = content }
                guard !words.isEmpty else { return nil }
                return words.map { word in
                    let stem = pack.stem(word)
                    if let known = numbers[stem] { return known }
                    numbers[stem] = numbers.count + 1
                    return numbers.count
                }
            }
        }
        self.forms = forms
        var seen: Set<UInt32> = []
        for token in version.tokens where seen.insert(token.word).inserted {
            if let number = numbers[pack.stem(inquiry.pair.words.string(token.word))] { stems[token.word] = number }
        }
    }

    private static func words(of name: String) -> [String] {
        var tokeniser = Tokeniser()
        var tokens: [Token] = []
        let bytes = Array(name.utf8)
        tokeniser.split(bytes, 0..<bytes.count, into: &tokens)
        let words = tokeniser.interner.words
        return tokens.map { words.string($0.word) }
    }

    /// Where the event is named, or pointed to by the mark-up.
    func occurrences(of event: Entity, isStrict: Bool) -> [Occurrence] {
        let identities = Set([event.id] + event.keys)
        var found: [Occurrence] = []
        for (number, passage) in version.passages.enumerated() {
            let pointed = version.annotations(of: passage).contains { annotation in
                annotation.key != .none && Detection.identities(version.symbols[annotation.key]).contains(where: identities.contains)
            }
            for form in forms[event.id] ?? [] {
                // "Thermidor" and "the Terror" are events, a terror that somebody felt is none.
                let isWord = isStrict && form.count == 1
                let all = isStrict ? inOrder(form, passage.words).filter { !isWord || version.tokens[$0[0]].marks.contains(.capital) } : near(form, passage.words)
                found += all.map { Occurrence(passage: number, tokens: $0) }
            }
            if pointed, found.last?.passage != number { found.append(Occurrence(passage: number, tokens: [])) }
        }
        return found
    }

    private func inOrder(_ form: [Int], _ words: Range<Int>) -> [[Int]] {
        var found: [[Int]] = []
        for start in words where stem(start) == form[0] {
            var tokens = [start]
            for stem in form.dropFirst() {
                let last = tokens[tokens.count - 1]
                guard let next = (last + 1..<min(words.upperBound, last + 2 + EventRule.gap)).first(where: { self.stem($0) == stem }) else { break }
                tokens.append(next)
            }
            if tokens.count == form.count { found.append(tokens) }
        }
        return found
    }

    private func near(_ form: [Int], _ words: Range<Int>) -> [[Int]] {
        for start in words where form.contains(stem(start)) {
            let window = start..<min(words.upperBound, start + form.count + EventRule.looseness)
            let tokens = form.compactMap { stem in window.first { self.stem($0) == stem } }
            if tokens.count == form.count { return [tokens.sorted()] }
        }
        return []
    }

    private func stem(_ token: Int) -> Int { stems[version.tokens[token].word] ?? 0 }
}
