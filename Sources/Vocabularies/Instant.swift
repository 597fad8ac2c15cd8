/// A moment as exports write it, "2016-12-31T23:59:60Z", for putting revisions in order: seconds on the Gregorian calendar.
///
/// Years before the era and far ones, leap seconds and offsets are read; a fraction of a second is passed over.
struct Instant: Hashable, Comparable {
    let seconds: Int

    init?(_ text: [UInt8]) {
        var at = 0
        func digits(_ most: Int) -> Int? {
            let first = at
            var value = 0
            while at < text.count, at - first < most, (0x30...0x39).contains(text[at]) {
                value = value * 10 + Int(text[at] - 0x30)
                at += 1
            }
            return at > first ? value : nil
        }
        func take(_ byte: UInt8) -> Bool {
            guard at < text.count, text[at] == byte else { return false }
            at += 1
            return true
        }
        let isBefore = take(0x2D)
        // Nine digits keep the sum far from the end of Int.
        guard let year = digits(9), take(0x2D), let month = digits(2), (1...12).contains(month), take(0x2D), let day = digits(2), (1...31).contains(day),
            take(0x54), let hour = digits(2), hour <= 24, take(0x3A), let minute = digits(2), minute < 60, take(0x3A), let second = digits(2), second <= 60
        else { return nil }
        if take(0x2E) { _ = digits(12) }
        var offset = 0
        if !take(0x5A), at < text.count {
            let isEast = take(0x2B)
            guard isEast || take(0x2D), let hours = digits(2), take(0x3A), let minutes = digits(2) else { return nil }
            offset = (isEast ? 1 : -1) * (hours * 60 + minutes) * 60
        }
        guard at == text.count else { return nil }
        seconds = ((Self.days(isBefore ? -year : year, month, day) * 24 + hour) * 60 + minute) * 60 + second - offset
    }

    /// Days of the Gregorian calendar since 1 March of the year 0 (H. Hinnant, "chrono-compatible low-level date algorithms").
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear
    }

    static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
