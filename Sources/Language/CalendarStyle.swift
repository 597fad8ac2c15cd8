/// Old Style and New Style: the Julian calendar, in Russia until 31 January 1918, and the Gregorian one.
public enum CalendarStyle: Hashable, Sendable {
    case julian, gregorian

    /// What two written days have to do with each other where their figures differ.
    public enum Relation: Hashable, Sendable {
        /// One day in the two calendars, of which at least one is named.
        case stated
        /// They would be one day in the two calendars, but neither calendar is named.
        case unstated
    }

    /// Years between which both calendars were in use side by side: from the reform of Gregory XIII to the last countries that followed (Greece, 1923),
    /// with room for those who remembered.
    public static let sideBySide = 1582...1950

    /// Whether two days are, or may be, one day in the two calendars; nil where they are not, and where a day, month or year is open.
    public static func relation(_ a: DateMention, _ b: DateMention) -> Relation? {
        guard !a.isRange, !b.isRange, let year = a.year, sideBySide.contains(year) else { return nil }
        let isOneWay = a.style != .gregorian && b.style != .julian && a.dayNumber(.julian) == b.dayNumber(.gregorian)
        let isOtherWay = a.style != .julian && b.style != .gregorian && a.dayNumber(.gregorian) == b.dayNumber(.julian)
        guard isOneWay && a.dayNumber(.julian) != nil || isOtherWay && b.dayNumber(.julian) != nil else { return nil }
        return a.style == nil && b.style == nil ? .unstated : .stated
    }
}

extension DateMention {
    /// The calendar that the text names.
    public var style: CalendarStyle? { note == "O.S." ? .julian : note == "N.S." ? .gregorian : nil }

    fileprivate var isRange: Bool { endYear != nil || endMonth != nil || endDay != nil }

    /// Days since noon of 1 January 4713 BC, Julian; nil where the date is open or no day of the month.
    ///
    /// After E. G. Richards, in the Explanatory Supplement to the Astronomical Almanac (3rd edition, 2013), section 15.11.3.
    fileprivate func dayNumber(_ style: CalendarStyle) -> Int? {
        guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day), year > 0 else { return nil }
        let early = (14 - month) / 12
        let years = year + 4800 - early, months = month + 12 * early - 3
        let days = day + (153 * months + 2) / 5 + 365 * years + years / 4
        return style == .julian ? days - 32083 : days - years / 100 + years / 400 - 32045
    }
}
