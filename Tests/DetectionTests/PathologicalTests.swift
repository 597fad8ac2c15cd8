import Detection
import Findings
import PlainText
import Records
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Hostile inputs: each must end, without a crash, within a loose bound.
@Suite(.serialized) struct PathologicalTests {
    /// Enough for a debug build; a quadratic rule needs minutes.
    static let bound = Duration.seconds(20)

    /// The sizes are those of a release build; a debug build, thirty times slower, takes a quarter. Quadratic work shows in both.
    #if DEBUG
    private static let scale = 4
    #else
    private static let scale = 1
    #endif

    /// Processor time of this thread: the bound holds beside other work too.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    @discardableResult
    private func timed(_ before: [String], _ after: [String], authority: [Entity] = [], language: String = "en", _ name: String = #function) -> Detected {
        let pair = Sheet.pair(before, after, authority: authority, language: language)
        let start = Self.processorTime
        let detected = detect(pair)
        let time = Self.processorTime - start
        #expect(time < Self.bound, "\(name)")
        return detected
    }

    /// A name that nobody bears, in two syllables a digit; different numbers give names that no system holds to be the same.
    private static func name(_ number: Int) -> String {
        let syllables = ["bal", "dor", "fim", "gup", "kesh", "lart", "mov", "nud", "pran", "quil"]
        var text = ""
        var rest = number
        repeat {
            text += syllables[rest % 10]
            rest /= 10
        } while rest > 0
        return text.prefix(1).uppercased() + text.dropFirst() + "ov"
    }

    @Test func nothingAtAll() {
        #expect(timed([], []).findings.isEmpty)
        #expect(timed([""], [""]).findings.isEmpty)
        #expect(timed([], ["Trotsky led the rising."]).findings.contains { $0.rule == .interpolationPassage })
        #expect(timed(["Trotsky led the rising."], []).findings.contains { $0.rule == .erasurePassage })
    }

    @Test(arguments: OddSentenceTests.odd) func oddSentenceInAnyRole(_ before: String, _ after: String) {
        for role in ["", "{caption}", "{author}", "{heading}", "{item}", "{graphic}", "{byline}", "{gap}", "{imprint}", "{quotation}", "{field}"] {
            _ = detect(Sheet.pair([role + before], [role + after]))
            _ = detect(Sheet.pair([role + before, "The garrison followed."], [role + after]))
            _ = detect(Sheet.pair([role + before], ["The garrison followed.", role + after]))
        }
        _ = detect(Sheet.pair([before], [after], language: "xx"))
    }

    @Test func tenThousandPassagesDeleted() {
        let all = (0..<10_000 / Self.scale).map { "\(Self.name($0)) held bridge \(Self.name($0 + 20_000)) for the \(Self.name($0 + 40_000)) staff." }
        timed(all, Array(all.prefix(3)))
        timed(Array(all.prefix(3)), all)
    }

    @Test func tenThousandItemsDeletedButOne() {
        let all = (0..<10_000 / Self.scale).map { "{item}\(Self.name($0)), of the \(Self.name($0 + 20_000)) works" }
        timed(all, [all[0], all[all.count - 1]])
    }

    @Test func megabyteInOneSentence() {
        let words = (0..<150_000 / Self.scale).map { $0 % 11 == 3 ? "marched" : $0 % 13 == 5 ? "and" : $0 % 17 == 0 ? "\(Self.name($0 % 900))" : "word\($0 % 5_000)" }
        var later = words
        for index in stride(from: 500, to: later.count, by: 5_000) { later[index] = "Kamenev" }
        timed([words.joined(separator: " ") + "."], [later.joined(separator: " ") + "."])
    }

    @Test func megabyteTurnedRound() {
        let words = (0..<40_000 / Self.scale).map { "word\($0)" }
        timed(["The " + words.joined(separator: " ") + "."], ["The " + words.reversed().joined(separator: " ") + "."])
    }

    @Test func coordinatedWithoutEnd() {
        timed(["Trotsky marched" + String(repeating: " and marched", count: 60_000 / Self.scale) + "."], ["Stalin marched" + String(repeating: " and marched", count: 60_000 / Self.scale) + "."])
    }

    @Test func fiveThousandNamesInOneList() {
        let names = (0..<5_000 / Self.scale).map { Self.name($0) }
        let half = names.indices.filter { $0 % 2 == 0 }.map { names[$0] }
        let detected = timed(["Present were " + names.joined(separator: ", ") + " and Lenin."], ["Present were " + half.joined(separator: ", ") + " and Lenin."])
        #expect(detected.findings.count { $0.rule == .erasureEntity } == 2_500 / Self.scale)
        #expect(detected.findings.allSatisfy { $0.message.utf8.count < 1_000 }, "no message tells the whole list")
        let stored = detected.findings.reduce(0) { $0 + ($1.before?.text.utf8.count ?? 0) + ($1.after?.text.utf8.count ?? 0) }
        #expect(stored < 64_000_000, "no finding carries the whole list as its sentence")
    }

    @Test func fiveThousandMarkedNamesInOneList() {
        let names = (0..<5_000 / Self.scale).map { "[\(Self.name($0))|p\($0)]" }
        timed(["Present were " + names.joined(separator: ", ") + "."], ["Present were " + names.reversed().joined(separator: ", ") + "."])
        timed(["Present were " + names.joined(separator: ", ") + "."], ["Present were " + names.map { $0.replacing("|p", with: "|q") }.joined(separator: ", ") + "."])
    }

    @Test func threeThousandEqualParagraphs() {
        let equal = Array(repeating: "Trotsky led the rising in the capital.", count: 3_000 / Self.scale)
        timed(equal, Array(equal.prefix(equal.count / 2)))
        timed(equal, equal.enumerated().map { $0.offset % 2 == 0 ? $0.element : "Stalin led the rising in the capital." })
    }

    @Test func threeThousandEqualBylinesGone() {
        let texts = (0..<3_000 / Self.scale).map { "The \(Self.name($0)) works struck on day \(Self.name($0 + 10_000)) of the month." }
        let before = texts.enumerated().flatMap { [$0.element, "{byline}By \(Self.name($0.offset % 500))"] }
        timed(before, texts)
    }

    @Test func unrelatedTexts() {
        func text(_ from: Int) -> [String] {
            (0..<3_000 / Self.scale).map { "\(Self.name(from + $0 * 3)) wrote to \(Self.name(from + $0 * 3 + 1)) about the word\(from + $0) and the thing\(from + $0 * 2), as \(Self.name(from + $0 * 3 + 2)) asked." }
        }
        timed(text(0), text(50_000))
    }

    @Test func tenThousandSentencesInOneParagraph() {
        let lines = (0..<10_000 / Self.scale).map { "The \(Self.name($0)) works stopped on day \($0) and \(Self.name($0 + 20_000)) spoke." }
        var later = lines
        later.replaceSubrange(lines.count / 3..<lines.count / 3 + 100, with: (0..<100).map { "Nobody \($0) knew anything of those thing\($0) in the town." })
        timed([lines.joined(separator: " ")], [later.joined(separator: " ")])
    }

    @Test func numbersWithoutEnd() {
        let before = (0..<10_000 / Self.scale).map { "\($0 * 7 + 3)" }, after = (0..<10_000 / Self.scale).map { $0 % 100 == 0 ? "\($0 * 7 + 4)" : "\($0 * 7 + 3)" }
        timed(["The figures were " + before.joined(separator: " tons, ") + " tons."], ["The figures were " + after.joined(separator: " tons, ") + " tons."])
    }

    @Test func quotationsWithoutEnd() {
        let before = (0..<2_000 / Self.scale).map { "\"the bridge number\($0) must be held\"" }
        timed(["Reed wrote " + before.joined(separator: " and ") + "."], ["Reed wrote " + before.reversed().joined(separator: " and ") + "."])
    }

    @Test func bracketsAndMarksOnly() {
        timed([String(repeating: "( , \" ", count: 30_000 / Self.scale)], [String(repeating: ") ; \" ", count: 30_000 / Self.scale)])
    }

    @Test func largeAuthority() {
        let authority = (0..<20_000 / Self.scale).map { Entity(id: "p\($0)", kind: .person, names: ["Ivan \(Self.name($0))", Self.name($0) + " Ivan"]) }
        timed((0..<500).map { "Ivan \(Self.name($0)) came to the works." }, (0..<500).map { "Ivan \(Self.name($0 + 1)) came to the works." }, authority: authority)
    }
}
