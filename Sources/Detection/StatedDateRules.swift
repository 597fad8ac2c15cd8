import Alignment
import Findings
import Language
import PlainText
import Records

/// Dates that the mark-up states and the text does not: `floruit/@when`, `birth/@notBefore`, `date/@when` beside words that stay.
///
/// The text of a date is compared with the sentence that it stands in; this rule tells only what a reader of the text would not see.
struct StatedDateRules {
    let inquiry: Inquiry

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }

    /// Returns the links in which a stated date changed.
    func apply(to docket: inout Docket) -> Set<Int> {
        var touched: Set<Int> = []
        for (number, link) in inquiry.pair.alignment.links.enumerated() where link.old.count == 1 && link.new.count == 1 {
            let one = link.old.lowerBound, other = link.new.lowerBound
            guard old.passages[one].markupHash != new.passages[other].markupHash, old.passages[one].role.statesFacts else { continue }
            if compare(one, other, &docket) { touched.insert(number) }
        }
        return touched
    }

    /// Elements of one name are partners by their order, where both passages have as many of them.
    private func compare(_ one: Int, _ other: Int, _ docket: inout Docket) -> Bool {
        let before = dates(old, one), after = dates(new, other)
        guard !before.isEmpty else { return false }
        var isChanged = false
        var places: [String: [Annotation]] = [:]
        for date in after { places[new.symbols[date.element], default: []].append(date) }
        var counts: [String: Int] = [:]
        for date in before { counts[old.symbols[date.element], default: 0] += 1 }
        var used: [String: Int] = [:]
        for date in before {
            let element = old.symbols[date.element]
            guard let partners = places[element], partners.count == counts[element] else { continue }
            let partner = partners[used[element, default: 0]]
            used[element, default: 0] += 1
            guard let was = StatedDate(old.symbols[date.key]), let stands = StatedDate(new.symbols[partner.key]), !was.isAsTold(by: stands) else { continue }
            let text = old.string(date.range), newText = new.string(partner.range)
            // The words tell it where they state the same date; and an attribute put right after its own words is a correction of the mark-up.
            if !text.utf8.elementsEqual(newText.utf8), Self.tells(text, was) || Self.isDateInWords(text) && Self.isDateInWords(newText) { continue }
            if Self.tells(newText, stands) { continue }
            let passage = old.passages[one]
            var place = old.place(passage: one), now = new.place(passage: other)
            (place.span, place.spanStart) = (was.written, nil)
            (now.span, now.spanStart) = (stands.written, nil)
            docket.file(
                Finding(
                    rule: .factDate, confidence: 0.85, entity: subject(one), before: place, after: now,
                    message: "the mark-up of <\(element)> stated '\(was.written)'; it states '\(stands.written)' now",
                    evidence: [Evidence(kind: "slot", detail: passage.textHash == new.passages[other].textHash ? "the words are the same" : "the words do not tell it")]))
            isChanged = true
        }
        return isChanged
    }

    private func dates(_ version: Version, _ index: Int) -> [Annotation] {
        return version.annotations(of: version.passages[index]).filter { $0.kind == .date && $0.key != .none }
    }

    /// "9 (22) October": short and with a figure. What becomes of it the comparison of the words tells.
    private static func isDateInWords(_ text: String) -> Bool {
        text.utf8.count <= longestDate && text.utf8.contains { (0x30...0x39).contains($0) }
    }
    private static let longestDate = 60

    /// The years of the stated date stand in the words.
    private static func tells(_ text: String, _ date: StatedDate) -> Bool {
        let years = Set([date.from?.year, date.to?.year].compactMap { $0 })
        let numbers = Set(text.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) })
        return !years.isEmpty && years.isSubset(of: numbers)
    }

    /// The name of the passage, if it holds one.
    private func subject(_ index: Int) -> Subject? {
        let side = LineReader(inquiry: inquiry, isOld: true).read(index..<index + 1)
        return side.mentions.first { $0.form.kind != .place }?.subject(inquiry.pair.authority)
    }
}

/// A date as an attribute states it: `1917-10-25`, or bounds divided by a slash, either of which may be left out.
struct StatedDate: Hashable {
    struct Day: Hashable {
        var year: Int
        var month: Int?
        var day: Int?

        /// `-0044-03`, `1917`, `--11-07` (no year: nil).
        init?(_ written: Substring) {
            let isBeforeChrist = written.hasPrefix("-")
            let parts = (isBeforeChrist ? written.dropFirst() : written).prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
            guard let first = parts.first, let year = Int(first) else { return nil }
            self.year = isBeforeChrist ? -year : year
            month = parts.count > 1 ? Int(parts[1]) : nil
            day = parts.count > 2 ? Int(parts[2]) : nil
        }

        /// What one of the two leaves out is less exact, not different. Month 0 and day 0 state nothing.
        func isAsTold(by other: Day) -> Bool {
            func agree(_ left: Int?, _ right: Int?) -> Bool { left == nil || right == nil || left == 0 || right == 0 || left == right }
            return year == other.year && agree(month, other.month) && agree(day, other.day)
        }
    }
    var from: Day?
    var to: Day?
    var written: String

    init?(_ key: String) {
        written = key
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        from = parts.first.flatMap { Day($0) }
        to = parts.count > 1 ? Day(parts[1]) : from
        guard from != nil || to != nil else { return nil }
        if key.hasPrefix("/") { written = String(key.dropFirst()) } else if key.hasSuffix("/") { written = String(key.dropLast()) }
    }

    /// A bound that only one of the two states is no other date.
    func isAsTold(by other: StatedDate) -> Bool {
        func agree(_ left: Day?, _ right: Day?) -> Bool {
            guard let left, let right else { return true }
            return left.isAsTold(by: right)
        }
        return agree(from, other.from) && agree(to, other.to)
    }
}
