import Findings
import Records
import Testing

@testable import Reports

/// A text, a width, and its lines.
struct Wrap: CustomTestStringConvertible, Sendable {
    var text: String
    var width: Int
    var lines: [String]
    var testDescription: String { "\(width): \(text)" }

    init(_ text: String, _ width: Int, _ lines: [String]) {
        self.text = text
        self.width = width
        self.lines = lines
    }
}

@Suite struct WrappingTests {
    @Test(arguments: [
        Wrap("", 10, [""]),
        Wrap("one two three", 20, ["one two three"]),
        Wrap("one two three", 13, ["one two three"]),
        Wrap("one two three", 12, ["one two", "  three"]),
        Wrap("one two three", 7, ["one two", "  three"]),
        Wrap("Constantinople", 8, ["Constant", "  inople"]),
        Wrap("a Constantinople", 8, ["a", "  Consta", "  ntinop", "  le"]),
        Wrap("cafe\u{301} cafe\u{301} x", 9, ["cafe\u{301} cafe\u{301}", "  x"]),
        Wrap("托洛茨基 列宁", 9, ["托洛茨基", "  列宁"]),
        Wrap("托洛茨基列宁", 8, ["托洛茨基", "  列宁"]),
        Wrap("托洛茨基 列宁", 13, ["托洛茨基 列宁"]),
    ]) func wraps(_ row: Wrap) {
        #expect(wrapped(Atom.words(row.text), width: row.width, hang: 2, color: false) == row.lines)
    }

    @Test func anAddressIsNeverBroken() {
        let atoms = [Atom(text: "a/very/long/path.xml:1:2:", isWhole: true)] + Atom.words("error x")
        #expect(wrapped(atoms, width: 12, hang: 4, color: false) == ["a/very/long/path.xml:1:2:", "    error x"])
    }

    @Test func colourEndsWithTheLineAndTakesNoRoom() {
        let lines = wrapped(Atom.words("one two", .erased) + Atom.words("three"), width: 5, hang: 0, color: true)
        #expect(lines == ["\u{1B}[0;9;38;5;202mone\u{1B}[0m", "\u{1B}[0;9;38;5;202mtwo\u{1B}[0m", "three"])
    }

    @Test(arguments: [
        ("a", 1), ("é", 1), ("e\u{301}", 1), ("托", 2), ("한", 2), ("ﾄ", 1), ("Ａ", 2), ("🙂", 2), ("\u{200D}", 0), ("Троцкий", 7), ("", 0), ("\u{4E00}\u{3099}", 4),
    ]) func takesColumns(_ text: String, _ columns: Int) {
        // U+3099 (a combining mark) is wide where it stands alone, and so it is counted: no terminal agrees with another on it.
        #expect(displayWidth(text) == columns)
    }

    @Test func noLineOfAReportIsWiderThanAsked() {
        for width in [20, 40, 60, 80, 132] {
            for report in [octoberReport(), archiveReport(), crowdReport()] {
                for lean in [true, false] {
                    let text = String(decoding: TerminalReport(width: width, showNeutral: !lean, verbose: !lean).render(report), as: UTF8.self)
                    for line in text.split(separator: "\n") { #expect(displayWidth(String(line)) <= width, "\(line)") }
                }
            }
        }
    }

    /// Only the path itself, which a reader may want to click on, is longer.
    @Test func aLongPathStandsAloneOnItsLine() {
        var report = crowdReport()
        let path = "/home/reader/" + String(repeating: "collected-works/", count: 6) + "october.xml"
        for index in report.versions.indices { report.versions[index].source = path }
        let lines = String(decoding: TerminalReport(width: 80, verbose: true).render(report), as: UTF8.self).split(separator: "\n")
        let wide = lines.filter { displayWidth(String($0)) > 80 }
        #expect(wide.count == report.records[0].events.count)
        for line in wide { #expect(line.hasPrefix(path) && !line.contains(" "), "\(line)") }
    }

    @Test func aLabelTooLongForAColumnBeginsTheSentence() {
        var report = crowdReport()
        report.versions[0].label = "the second printing of the collected works"
        report.versions[0].date = nil
        let lines = String(decoding: TerminalReport(width: 60).render(report), as: UTF8.self).split(separator: "\n")
        #expect(lines.contains("  the second printing of the collected works, p. 3: [-Radek,"))
    }
}

/// Two sentences and how they look marked.
struct Marked: CustomTestStringConvertible, Sendable {
    var before: String?
    var after: String?
    var shown: [String]
    var testDescription: String { "\(before ?? "-") / \(after ?? "-")" }

    init(_ before: String?, _ after: String?, _ shown: String...) {
        self.before = before
        self.after = after
        self.shown = shown
    }
}

@Suite struct MarkedWordsTests {
    private func shown(_ words: [MarkedWord]) -> String {
        var text = ""
        for (index, word) in words.enumerated() {
            if word.isSpaced, index > 0 { text += " " }
            if word.isChanged, index == 0 || !words[index - 1].isChanged { text += "<" }
            text += word.text
            if word.isChanged, index == words.count - 1 || !words[index + 1].isChanged { text += ">" }
        }
        return text
    }

    @Test(arguments: [
        Marked("Led by ⟦Trotsky⟧.", "Led by ⟦Stalin⟧.", "Led by <Trotsky>.", "Led by <Stalin>."),
        Marked("Led by ⟦Trotsky⟧.", nil, "Led by <Trotsky>."),
        Marked(nil, "Led by ⟦Stalin⟧.", "Led by <Stalin>."),
        Marked("⟦The chairman⟧ spoke.", "⟦The chairman⟧ spoke.", "<The chairman> spoke.", "<The chairman> spoke."),
        Marked("⟦⟧Lenin, Trotsky, Kamenev", "⟦⟧Lenin, Kamenev", "Lenin, <Trotsky,> Kamenev", "Lenin, Kamenev"),
        Marked("⟦⟧the head of the army", "⟦⟧the chief of the fleet", "the <head> of the <army>", "the <chief> of the <fleet>"),
        Marked("⟦⟧the head of armies", "⟦⟧the chief of fleets", "the <head of armies>", "the <chief of fleets>"),
        Marked("⟦⟧of the head, of armies", "⟦⟧of a chief, of fleets", "of <the head>, of <armies>", "of <a chief>, of <fleets>"),
        Marked("⟦S. Veresov⟧ wrote it.", "⟦P. Gornov⟧ wrote it.", "<S. Veresov> wrote it.", "<P. Gornov> wrote it."),
        Marked("On ⟦9 (22) October⟧ it met.", "On ⟦16 (29) October⟧ it met.", "On <9 (22) October> it met.", "On <16 (29) October> it met."),
        Marked("By ⟦Carol C. Laise⟧.", "By ⟦Carol Bunker⟧.", "By <Carol C. Laise>.", "By <Carol Bunker>."),
        Marked("⟦plates/table-1924.png⟧", "⟦plates/table-1938.png⟧", "<plates/table-1924.png>", "<plates/table-1938.png>"),
        Marked("⟦a/b/c/d/e/f/g/h/i/1924.png⟧", "⟦a/b/c/d/e/f/g/h/i/1938.png⟧", "<a/b/c/d/e/f/g/h/i/1924.png>", "<a/b/c/d/e/f/g/h/i/1938.png>"),
        // A span that has no changed word is not marked, a long one only where it changed.
        Marked("⟦Lenin⟧ met Radek.", "⟦Lenin⟧ met Joffe.", "Lenin met <Radek>.", "Lenin met <Joffe>."),
        Marked("⟦One two three four five six seven eight nine⟧", "⟦One two three four five six seven eight ten⟧", "One two three four five six seven eight <nine>", "One two three four five six seven eight <ten>"),
        // What little stands between two marks, in both sentences.
        Marked("Elected ⟦Trotsky⟧ as its chairman.", "Elected ⟦a new chairman⟧.", "Elected <Trotsky as its chairman>.", "Elected <a new chairman>."),
        Marked("Lenin⟦, Radek, Stalin and Joffe⟧.", "Lenin ⟦and Stalin⟧.", "Lenin<, Radek, Stalin and Joffe>.", "Lenin <and Stalin>."),
        Marked("⟦⟧red, green stones", "⟦⟧blue, grey stones", "<red, green> stones", "<blue, grey> stones"),
        Marked("⟦⟧with Radek Li Joffe there", "⟦⟧with Kamo Li Bubnov there", "with <Radek> Li <Joffe> there", "with <Kamo> Li <Bubnov> there"),
        Marked("⟦⟧don't re-tell it", "⟦⟧don’t re-tell it", "<don't> re-tell it", "<don’t> re-tell it"),
        Marked("⟦⟧托洛茨基来了", "⟦⟧斯大林来了", "<托洛茨基>来了", "<斯大林>来了"),
        Marked("⟦⟧e\u{301}", "⟦⟧é", "<e\u{301}>", "<é>"),
    ]) func marks(_ row: Marked) {
        let finding = Finding(
            rule: .attributionAgentReplaced, before: row.before.map { place($0, "/p", line: 1, offset: 0) },
            after: row.after.map { place($0, "/p", line: 1, offset: 0) }, message: "m")
        let sentences = MarkedSentences(finding)
        #expect([sentences.before, sentences.after].compactMap { $0 }.map(shown).map { Array($0.utf8) } == row.shown.map { Array($0.utf8) })
    }

    @Test func everyByteButWhiteSpaceIsKept() {
        for text in ["  a  b ", "x'", "'x'-", "a--b", "…", "re-", "l’homme", "Ⅻ 12.5%", "\u{301}x", "托 a"] {
            let kept = MarkedSentences.words(of: text).map(\.text).joined()
            #expect(Array(kept.utf8) == Array(text.filter { !$0.isWhitespace }.utf8), "\(text)")
            for word in MarkedSentences.words(of: text) { #expect(Array(text.utf8)[word.start..<word.end].elementsEqual(word.text.utf8)) }
        }
    }

    @Test func aLongSentenceKeepsTheChange() {
        let far = (0..<300).map { "word\($0)" }.joined(separator: " ")
        let finding = Finding(
            rule: .erasureEntity, before: place("\(far) ⟦Trotsky⟧ \(far)", "/p", line: 1, offset: 0), after: nil, message: "m")
        let cut = excerpt(MarkedSentences(finding).before ?? [], columns: 120)
        #expect(shown(cut).hasPrefix("… word") && shown(cut).hasSuffix("…") && shown(cut).contains(" <Trotsky> word0 "))
        #expect(displayWidth(shown(cut)) <= 124)
    }

    @Test func aLongPassageKeepsBothEnds() {
        let long = (0..<500).map { "word\($0)" }.joined(separator: " ")
        let finding = Finding(rule: .erasurePassage, before: place("⟦\(long)⟧", "/p", line: 1, offset: 0), after: nil, message: "m")
        let cut = shown(excerpt(MarkedSentences(finding).before ?? [], columns: 120))
        #expect(cut.hasPrefix("<word0 word1 ") && cut.hasSuffix(" word499>") && cut.contains(" … "))
    }

    @Test(.timeLimit(.minutes(1))) func hugeSentencesAreMarkedInTime() {
        let one = (0..<40_000).map { "a\($0)" }.joined(separator: " "), other = (0..<40_000).map { "b\($0)" }.joined(separator: " ")
        let finding = Finding(
            rule: .changeOther, before: place(one + " ⟦x⟧", "/p", line: 1, offset: 0), after: place(other + " ⟦x⟧", "/p", line: 1, offset: 0), message: "m")
        let sentences = MarkedSentences(finding)
        #expect(sentences.before?.count == 40_001)
        #expect(sentences.before?.last?.isChanged == false)
    }
}

@Suite struct LargeReportTests {
    private func report(_ count: Int) -> RevisionReport {
        var report = octoberReport()
        report.records[0].findings = (0..<count).map { index in
            var finding = report.records[0].findings[0]
            finding.event = "e\(index + 1)"
            return finding
        }
        return report
    }

    @Test(arguments: [0, 1, 50, 400, 3000]) func markdownStaysBelowItsCapAndCountsTheRest(_ count: Int) throws {
        let text = String(decoding: MarkdownReport().render(report(count)), as: UTF8.self)
        #expect(text.utf8.count <= 60_000)
        let told = text.matches(of: #/(?m)^### /#).count, rows = text.matches(of: #/(?m)^\| \d/#).count
        let leftEvents = try text.firstMatch(of: /and (\d+) more events?,/).map { try #require(Int($0.1)) } ?? 0
        let leftRows = try text.firstMatch(of: /and (\d+) more rows?/).map { try #require(Int($0.1)) } ?? 0
        #expect(told + leftEvents == count)
        #expect(rows + leftRows == count)
        #expect(text.contains("A correction, an abridgement and an erasure look alike"))
    }
}

@Suite struct WordingTests {
    /// Every fixed wording and every rule's text: the tool says what stood and what stands, never why.
    @Test func noReportAccuses() {
        let texts = [
            TerminalReport(showNeutral: true, verbose: true).render(octoberReport()), MarkdownReport(showNeutral: true).render(archiveReport()),
            RuleText().rules(), RuleText.findingsPage(), Array(findingsSchema.utf8),
        ] + Catalogue.rules.map { RuleText().explain($0) }
        for text in texts.map({ String(decoding: $0, as: UTF8.self).lowercased() }) {
            for word in ["falsif", "forge", "censor", "propaganda", "conceal", "whitewash", "manipulat", "suspicious", "guilt", "culprit", "distort"] {
                #expect(!text.contains(word), "\(word)")
            }
        }
    }

    @Test(arguments: Catalogue.rules.filter { $0.term != "-" }.map(\.id)) func theFieldsWordOnlyMayBe(_ id: String) throws {
        let rule = try #require(Catalogue.rule(id: id))
        let text = String(decoding: RuleText(width: 200).explain(rule), as: UTF8.self)
        #expect(text.contains("may indicate " + rule.term))
        #expect(text.contains(rule.example.before) && text.contains(rule.example.after))
    }

    @Test func unnamedChangesAreCountedAndListedOnAsking() {
        for (hidden, shown) in [
            (TerminalReport(width: 200).render(octoberReport()), TerminalReport(width: 200, showNeutral: true).render(octoberReport())),
            (MarkdownReport().render(octoberReport()), MarkdownReport(showNeutral: true).render(octoberReport())),
        ].map({ (String(decoding: $0, as: UTF8.self), String(decoding: $1, as: UTF8.self)) }) {
            #expect(!hidden.contains("change.other") && !hidden.contains("\nnot classified\n") && !hidden.contains("## not classified"))
            #expect(hidden.contains("1 change not classified (--show-neutral lists them)."))
            #expect(shown.contains("change.other") && shown.contains("1 change not classified.") && !shown.contains("--show-neutral"))
            let parts = shown.split(separator: /\n(## )?not classified\n/)
            #expect(parts.count == 2 && !parts[0].contains("[change.other]") && parts[1].contains("change.other"))
        }
        let silent = String(decoding: TerminalReport().render(silentReport()), as: UTF8.self)
        #expect(!silent.contains("--show-neutral"), "there is nothing to list")
    }
}
