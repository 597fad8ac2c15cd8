/// What is wrong with a lexicon file, line by line: the check of `--lexicon` and of the packs that come with the program.
public struct LexiconProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public var file: String
    /// From 1.
    public var line: Int
    public var message: String

    public var description: String { "\(file):\(line): \(message)" }
}

enum LexiconCheck {
    /// Sections that are no word class and that some reader asks for by name.
    static let groups: Set<String> = [
        "language", "shape", "shapeOfCapital", "noShape", "spelling", "caseform", "elision", "be", "credited", "uniqueBody", "capitals", "monthAbbreviation", "ordinal", "counted", "measure", "rangeMark", "rangeStart",
        "approximate", "yearCue", "timePreposition", "label", "sourceCue", "common", "nounEnding", "abbreviation", "abbreviationBeforeNumber", "abbreviationAtEnd", "dotted", "esteem",
        "negativePrefix", "hedge", "reputed", "vagueSource", "force", "quantity", "tone", "harm", "calling", "helping", "partakingVerb", "partakingNoun", "leadingPart", "courtesy", "party", "creed", "complementiser", "receiving", "issuing", "gift", "originMark",
        "doneTo", "undergoing", "samePlace", "namesake", "placeCue", "leading", "noting", "verbParticle",
        "naming", "unique", "uniqueBefore", "oneOfSeveral", "partOfTime", "sideOfTime", "dependence", "ownPart", "bearing", "homeland",
        "officeModifier", "rank", "charge", "appointing", "standing", "interface", "closing", "query", "span", "partitive",
    ]
    /// Sections whose entries have a whole number, or a group and a number.
    static let levelled = Wording.levelled
    private static let marks: Set<String> = ["+s", "+ed", "+adj", "~s", "~ed", "~adj", "only"]

    /// The lines that hold words, by number from 1; a comment begins at '#'.
    private static func lines(of text: String) -> [(number: Int, words: [String])] {
        text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            let content = Substring(line).split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
            let words = content.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\r\n" }).map(String.init)
            return words.isEmpty ? nil : (index + 1, words)
        }
    }

    /// The problems of a file, in order.
    static func problems(_ text: String, file: String) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var section: String?
        var opened = 0
        var count = 0
        var waiting: Int?
        func tell(_ line: Int, _ message: String) { problems.append(LexiconProblem(file: file, line: line, message: message)) }
        func close() {
            if let section, count == 0 { tell(opened, "the section [\(section)] has no entries") }
            if let line = waiting { tell(line, "these words have no level; write '= NUMBER' behind the last of them") }
            waiting = nil
        }
        for (number, words) in lines(of: text) {
            let first = words[0]
            if first.hasPrefix("[") {
                close()
                let head = words.joined(separator: " ")
                guard head.hasSuffix("]") else {
                    tell(number, "the head of a section ends with ']'")
                    continue
                }
                let parts = head.dropFirst().dropLast().split(separator: " ").map(String.init)
                let name = parts.first ?? ""
                if !groups.contains(name), !LexiconSection.classNames.contains(name) { tell(number, "there is no section '\(name)'; docs/languages.md lists them") }
                for mark in parts.dropFirst() where !marks.contains(mark) { tell(number, "'\(mark)' is no mark of a section; there are +s, +ed, +adj, ~s, ~ed, ~adj and only") }
                section = name
                opened = number
                count = 0
                continue
            }
            guard let name = section else {
                tell(number, "'\(first)' stands before the first section; begin with a head like [office +s]")
                continue
            }
            count += 1
            if let sign = words.firstIndex(of: "=") {
                if sign == 0, waiting == nil { tell(number, "nothing stands before '='") }
                if sign + 1 >= words.count { tell(number, "nothing stands behind '='") }
                else if sign + 2 < words.count { tell(number, "one word stands behind '=', not \(words.count - sign - 1)") }
                else if levelled.contains(name), Int(words[sign + 1].split(separator: "/").last ?? "") == nil { tell(number, "'\(words[sign + 1])' is no level; write a number, or GROUP/NUMBER") }
                waiting = nil
            } else if levelled.contains(name) {
                waiting = number
            } else if ["irregular", "participle", "caseform", "shape", "language", "ordinal", "measure", "month", "monthAbbreviation"].contains(name), name != "month" {
                tell(number, "a line of [\(name)] is 'forms = value'")
            }
        }
        close()
        return problems
    }

    /// The levels that a scale has, where it has levels at all; of the other sections the number says nothing.
    private static let levels: [String: ClosedRange<Int>] = ["hedge": -1...3, "reputed": 2...3, "force": -2...2, "quantity": 0...5, "tone": -3...3, "harm": 1...5]

    /// What is wrong with single entries of a lexicon that is well-formed: a level that its scale has not, a sign that no word holds, words of which one is
    /// empty ("enemy__of").
    static func shapes(_ text: String, file: String) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var name = ""
        for (number, words) in lines(of: text) {
            let first = words[0]
            if first.hasPrefix("[") {
                name = String(first.dropFirst().prefix { $0 != "]" })
                continue
            }
            let sign = words.firstIndex(of: "=") ?? words.endIndex
            if let range = levels[name], sign + 1 < words.count, let level = Int(words[sign + 1].split(separator: "/").last ?? ""), !range.contains(level) {
                problems.append(LexiconProblem(file: file, line: number, message: "[\(name)] has levels from \(range.lowerBound) to \(range.upperBound), not \(level)"))
            }
            for word in words[..<sign] where levelled.contains(name) {
                let isWord = word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark || "_-'’|!.".unicodeScalars.contains($0) || ("0"..."9").contains($0) }
                if !isWord || word.split(separator: "_", omittingEmptySubsequences: false).contains("") {
                    problems.append(LexiconProblem(file: file, line: number, message: "'\(word)' is no entry; words are joined by one '_'"))
                }
            }
        }
        return problems
    }

    /// What contradicts itself in a lexicon that is well-formed: one word on two levels of one scale and group, or an entry twice in a section.
    static func contradictions(_ text: String, file: String) -> [LexiconProblem] {
        var problems: [LexiconProblem] = []
        var seen: [String: (line: Int, value: String)] = [:]
        var name = ""
        var waiting: [(word: String, line: Int)] = []
        for (number, words) in lines(of: text) {
            let first = words[0]
            if first.hasPrefix("[") {
                name = String(first.dropFirst().prefix { $0 != "]" })
                waiting = []
                continue
            }
            guard levelled.contains(name) else { continue }
            let sign = words.firstIndex(of: "=")
            waiting += words[..<(sign ?? words.endIndex)].map { ($0, number) }
            guard let sign, sign + 1 < words.count else { continue }
            let value = words[sign + 1]
            let group = value.contains("/") ? String(value.prefix { $0 != "/" }) : ""
            for (word, line) in waiting {
                let key = "\(name)\t\(group)\t\(TokenBuilder.folded(word))"
                if let before = seen[key], before.value != value {
                    problems.append(LexiconProblem(file: file, line: line, message: "'\(word)' stands as \(before.value) in line \(before.line) already and as \(value) here"))
                }
                if seen[key] == nil { seen[key] = (line, value) }
            }
            waiting = []
        }
        return problems
    }
}

extension LanguagePack {
    /// A pack made of a user's lexicon file: of its own where the language has none, else the one that comes with the program with the file's entries
    /// added. A section whose head says `only` takes the place of the pack's own. Throws the first problem of the file, with its line.
    public static func reading(_ text: String, code: String, file: String) throws(LexiconProblem) -> LanguagePack {
        if let problem = LexiconCheck.problems(text, file: file).first { throw problem }
        guard !code.isEmpty, code.utf8.count <= 8, code.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            throw LexiconProblem(file: file, line: 1, message: "a lexicon is named after its language: ru.lexicon, uk.lexicon")
        }
        let ours = Embedded.named(code)
        return LanguagePack(lexicon: Lexicon(code: code, LexiconSource(LexiconSource.merged(base: ours?.source ?? "", with: text), common: ours?.common)))
    }

    /// The problems of the packs that come with the program: none, as a test holds.
    package static func problems(of code: String) -> [LexiconProblem] {
        guard let text = Embedded.named(code)?.source else { return [] }
        return LexiconCheck.problems(text, file: code + ".lexicon") + LexiconCheck.contradictions(text, file: code + ".lexicon")
            + LexiconCheck.shapes(text, file: code + ".lexicon")
    }
}

extension LexiconSource {
    /// The pack's own text without the sections that the user's file replaces, then the file.
    static func merged(base: String, with text: String) -> String {
        func head(_ line: Substring) -> [Substring]? {
            let trimmed = line.drop { $0 == " " || $0 == "\t" }
            guard trimmed.first == "[" else { return nil }
            return trimmed.dropFirst().prefix { $0 != "]" }.split(separator: " ")
        }
        let replaced = Set(text.split(separator: "\n").compactMap { head($0).flatMap { $0.contains("only") ? $0.first : nil } })
        var kept: [Substring] = []
        var isKept = true
        for line in base.split(separator: "\n", omittingEmptySubsequences: false) {
            if let name = head(line)?.first { isKept = !replaced.contains(name) }
            if isKept { kept.append(line) }
        }
        return kept.joined(separator: "\n") + "\n" + text
    }
}
