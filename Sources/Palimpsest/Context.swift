import Alignment
import Detection
import Findings
import Language
import PlainText
import Records

/// What the comparison of any pair of versions in a run shares.
struct Context: Sendable {
    let words: Words
    let authority: [Entity]
    let options: Options
    /// Made once: a table of a large run takes longer to turn round than a small record to compare.
    private let numbers: [String: UInt32]
    private let forms = NameForms()
    private let spellings: KeptSpellings
    private let smallWords: SmallWords
    private let lookAlikes: LookAlikeWords
    /// Words that filled the tokeniser's room: it went on with the rest as a word of its own.
    private let cutWords: Set<UInt32>

    /// `documents` are those whose versions will be compared, their tokens numbered in `words`.
    init(_ documents: [Document], words: Words, authority: [Entity], options: Options) {
        self.words = words
        self.authority = authority
        self.options = options
        numbers = VersionPair.numbers(words)
        smallWords = SmallWords(words, numbers)
        spellings = KeptSpellings(documents.lazy.flatMap(\.records).flatMap(\.versions), words: words)
        lookAlikes = LookAlikeWords(words)
        cutWords = Set((0..<UInt32(words.count)).filter { words.bytes($0).count >= Tokeniser.longestWord })
    }

    /// Whether a finding about this name is to come first.
    func isWatched(_ subject: Subject?) -> Bool {
        guard let subject, !options.watched.isEmpty else { return false }
        let pack = LanguagePack.named("en") ?? .none
        let form = NameForm(subject.name, kind: .unknown, pack: pack)
        return options.watched.contains { subject.id == $0 || subject.id == "#" + $0 || sameness(NameForm($0, kind: .unknown, pack: pack), form) != .different }
    }

    /// The last versions of two records.
    func compare(_ old: Record, _ new: Record, _ versions: Unmasked?, _ alignment: Alignment?) -> RecordReport {
        let id = old.id.utf8.elementsEqual(new.id.utf8) || new.id == "-" ? old.id : new.id
        var report = RecordReport(id: id, title: new.title.isEmpty ? old.title : new.title)
        let known = old.versions.last
        if let last = new.versions.last {
            report.findings += withheldFindings(last, but: known?.withheld ?? [], from: 0, to: 1)
            if known?.checksum != last.checksum, let finding = checksumFinding(last, from: 0, to: 1) { report.findings.append(finding) }
        }
        guard let versions else {
            report.findings = finished(report.findings, record: id)
            return report
        }
        let detected = judge(versions, alignment, from: 0, to: 1, into: &report)
        report.findings = finished(report.findings, record: id, isWatched: isWatched)
        report.ledger = detected.ledger
        return report
    }

    /// A record that the other edition does not have.
    func onlySide(_ record: Record, isOld: Bool) -> RecordReport {
        var report = RecordReport(id: record.id, title: record.title)
        guard let version = record.lastReadable else { return report }
        report.findings = finished([recordFinding(record, version, isGone: isOld, from: 0, to: 1)], record: record.id)
        report.changes.deleted = isOld ? version.passages.count : 0
        report.changes.inserted = isOld ? 0 : version.passages.count
        return report
    }

    /// A whole record that is there on one side only, with the names that it holds.
    func recordFinding(_ record: Record, _ version: Version, isGone: Bool, from: Int, to: Int) -> Finding {
        let name = record.title.isEmpty ? record.id : record.title
        let place = version.place(ofWhole: name)
        let language = LanguageGuess.language(of: version, words: words, small: smallWords, stated: options.language)
        let seen = Detection.inspect(version, words: words, authority: authority, language: language, packs: options.packs).names
        // Names that mark-up or authority vouch for come first, the most frequent before the others.
        let names = seen.enumerated().sorted { ($0.element.trust == "capitals" ? 1 : 0, -$0.element.count, $0.offset) < ($1.element.trust == "capitals" ? 1 : 0, -$1.element.count, $1.offset) }
            .map(\.element.name)
        let verb = isGone ? "named" : "names"
        let held = names.isEmpty ? "" : "; it \(verb) \(names.prefix(8).joined(separator: ", "))\(names.count > 8 ? " and \(names.count - 8) more" : "")"
        return Finding(
            rule: isGone ? .erasureRecord : .interpolationRecord, from: from, to: to, scope: .edition, entity: Subject(id: record.id, name: name),
            before: isGone ? place : nil, after: isGone ? nil : place,
            message: "the record '\(name)' (\(version.tokens.count) words) is not in the \(isGone ? "later" : "earlier") edition\(held)",
            evidence: [Evidence(kind: "search", detail: "looked for by its id '\(record.id)' and by its passages")])
    }

    /// Aligns and judges two versions; adds the findings and counts to the record's report.
    func judge(_ versions: Unmasked, _ alignment: Alignment? = nil, from: Int, to: Int, into report: inout RecordReport) -> Detected {
        let pair = pair(versions, alignment)
        let detected = detect(pair)
        report.findings += detected.findings.map { finding in
            var placed = finding
            placed.from = from
            placed.to = to
            return placed
        }
        let counts = pair.alignment.counts
        var changes = Changes()
        changes.reworded = counts.reworded
        changes.inserted = counts.inserted
        changes.deleted = counts.deleted
        changes.moved = counts.moved
        changes.split = counts.split
        changes.merged = counts.merged
        report.changes.add(changes)
        report.neutral.merge(detected.neutral, uniquingKeysWith: +)
        report.unclassified += detected.unclassified
        report.rebuilds = report.rebuilds && pair.alignment.rebuilds
        report.limitsReached += pair.alignment.limits + detected.limits + withoutWords(pair) + cut(pair)
        return detected
    }

    /// A run of letters longer than any word was compared in pieces.
    private func cut(_ pair: VersionPair) -> [String] {
        guard !cutWords.isEmpty, (pair.old.tokens + pair.new.tokens).contains(where: { cutWords.contains($0.word) }) else { return [] }
        return ["words: one is longer than \(Tokeniser.longestWord) bytes and was compared in pieces"]
    }

    /// A text that changed in a language without word lists was read for less: the report says so.
    private func withoutWords(_ pair: VersionPair) -> [String] {
        let counts = pair.alignment.counts
        guard options.packs.named(pair.language) == nil, counts.reworded + counts.inserted + counts.deleted > 0 else { return [] }
        let language = pair.language.isEmpty ? "a language that was not recognised" : "the language '\(pair.language)'"
        return ["language: there are no word lists for \(language); mark-up, names, lists, quotations, numbers, dates and passages were compared, not who did what (docs/languages.md)"]
    }

    /// Two versions without what a reader does not see.
    func unmasked(_ before: Version, _ after: Version) -> Unmasked { Detection.unmasked(before, after, words: words, lookAlikes: lookAlikes) }

    func pair(_ versions: Unmasked, _ alignment: Alignment? = nil) -> VersionPair {
        let (before, after) = (versions.old, versions.new)
        let language = LanguageGuess.language(of: before.tokens.isEmpty ? after : before, words: words, small: smallWords, stated: options.language)
        return VersionPair(
            old: before, new: after, alignment: alignment ?? align(before, after), words: words, numbers: numbers, authority: authority,
            pack: options.packs.named(language) ?? .none, packs: options.packs, language: language, watched: options.watched,
            minimumConfidence: options.minimumConfidence, minimumConfidenceWatched: options.minimumConfidenceWatched, forms: forms, spellings: spellings, hidden: versions.hidden)
    }
}
