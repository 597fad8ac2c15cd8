import Language
import Testing

/// Old Style and New Style: which written days are one.
@Suite struct CalendarStyleTests {
    private static func day(_ text: String, note: String? = nil) -> DateMention {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return DateMention(tokens: 0..<1, year: parts.first, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil, note: note)
    }

    /// Days of the two calendars that almanacs give as one.
    @Test(arguments: [
        ("1917-10-25", "1917-11-7"), ("1917-2-23", "1917-3-8"), ("1900-2-28", "1900-3-12"), ("1900-3-1", "1900-3-14"), ("1825-12-14", "1825-12-26"), ("1709-6-27", "1709-7-8"), ("1616-4-23", "1616-5-3"),
        ("1582-10-5", "1582-10-15"), ("1918-1-31", "1918-2-13"), ("1869-12-29", "1870-1-10"),
    ])
    func oneDay(_ old: String, _ new: String) {
        #expect(CalendarStyle.relation(Self.day(old, note: "O.S."), Self.day(new, note: "N.S.")) == .stated)
        #expect(CalendarStyle.relation(Self.day(new, note: "N.S."), Self.day(old, note: "O.S.")) == .stated)
        #expect(CalendarStyle.relation(Self.day(old, note: "O.S."), Self.day(new)) == .stated)
        #expect(CalendarStyle.relation(Self.day(old), Self.day(new)) == .unstated)
        // The calendars named the wrong way round make no one day.
        #expect(CalendarStyle.relation(Self.day(old, note: "N.S."), Self.day(new, note: "O.S.")) == nil)
    }

    @Test(arguments: [("1917-10-25", "1917-11-8"), ("1917-10-25", "1917-10-25"), ("1825-12-14", "1825-12-27"), ("1917-10", "1917-11"), ("1917", "1917"), ("2001-1-1", "2001-1-14"), ("1917-13-1", "1917-13-14")])
    func otherDays(_ one: String, _ other: String) {
        #expect(CalendarStyle.relation(Self.day(one), Self.day(other)) == nil)
    }
}
