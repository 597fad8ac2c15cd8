import Language
import Testing

struct Dated: Sendable, CustomTestStringConvertible {
    var text: String
    /// year-month-day, "?" for what is open, "/" before the end, "~" approximate, the note last.
    var dates: [String]
    init(_ text: String, _ dates: String...) {
        self.text = text
        self.dates = dates
    }
    var testDescription: String { text }
}

func written(_ date: DateMention) -> String {
    func figure(_ number: Int?) -> String { number.map(String.init) ?? "?" }
    var out = (date.isApproximate ? "~" : "") + [date.year, date.month, date.day].map(figure).joined(separator: "-")
    if date.endYear != nil || date.endMonth != nil || date.endDay != nil {
        out += "/" + [date.endYear, date.endMonth, date.endDay].map(figure).joined(separator: "-")
    }
    if let note = date.note { out += " " + note }
    return out
}

@Suite struct DateTests {
    @Test(arguments: [
        Dated("He died on 21 August 1940.", "1940-8-21"),
        Dated("He died on August 21, 1940.", "1940-8-21"),
        Dated("He died on August 21st 1940.", "1940-8-21"),
        Dated("He died on the 21st of August, 1940, in Mexico.", "1940-8-21"),
        Dated("He died on Aug. 21, 1940.", "1940-8-21"),
        Dated("On 1940-08-21 he died; 21.08.1940 is the same.", "1940-8-21", "1940-8-21"),
        Dated("Signed 25/10/1917.", "1917-10-25"),
        Dated("In October 1917 it began.", "1917-10-?"),
        Dated("In October they met.", "?-10-?"),
        Dated("In 1917 it began.", "1917-?-?"),
        Dated("During 1917-18 it went on.", "1917-?-?/1918-?-?"),
        Dated("During 1917–1921 it went on.", "1917-?-?/1921-?-?"),
        Dated("From 1917 to 1921 it went on.", "1917-?-?", "1921-?-?"),
        Dated("On 9 (22) October the Soviet met.", "?-10-9 O.S."),
        Dated("On October 9 (22), 1917, it met.", "1917-10-9 O.S."),
        Dated("On 24-25 October 1917 it was won.", "1917-10-24/1917-10-25"),
        Dated("On October 24-25, 1917, it was won.", "1917-10-24/1917-10-25"),
        Dated("From 24 October to 7 November 1917 it lasted.", "1917-10-24/1917-11-7"),
        Dated("On 25 October (7 November) 1917 it was won.", "1917-10-25 O.S.", "1917-11-7 N.S."),
        Dated("On 25 October 1917 (O.S.) it was won.", "1917-10-25 O.S."),
        Dated("It was cut in about 1924.", "~1924-?-?"),
        Dated("It was cut c. 1924.", "~1924-?-?"),
        Dated("It was cut in early 1924.", "~1924-?-?"),
        Dated("In the 1930s it was gone.", "~1930-?-?/1939-?-?"),
        Dated("In the 5th century it was copied.", "~401-?-?/500-?-?"),
        Dated("An eighteenth-century copy exists.", "~1701-?-?/1800-?-?"),
        Dated("Caesar died in 44 BC.", "-44-?-?"),
        Dated("Rome fell in AD 476.", "476-?-?"),
        Dated("The first of May was kept.", "?-5-1"),
        Dated("On 5 May they met.", "?-5-5"),
        Dated("He may go in May.", "?-5-?"),
        Dated("Jan Rudzutak and Mar Narsai spoke to August Bebel."),
        Dated("On Oct 25, 1917 it began; in Jan. it ended.", "1917-10-25", "?-1-?"),
        Dated("In August Trotsky was free.", "?-8-?"),
        Dated("Ephrem (d. 373) was born c. 306 in Nisibis.", "373-?-?", "~306-?-?"),
        Dated("He died on 9 June 373.", "373-6-9"),
        Dated("In 363 Nisibis fell; in 300 villages they wept.", "363-?-?"),
        Dated("They march on Moscow."),
        Dated("About 1500 men fell."),
        Dated("It had 1,917 pages."),
        Dated("May he rest."),
        Dated("Order No. 1917 was read."),
        Dated("The 1917 revolution won.", "1917-?-?"),
    ])
    func dated(_ row: Dated) throws {
        let pack = try english()
        let found = pack.sentences(of: row.text).flatMap { dates(in: $0, pack: pack) }.map(written)
        #expect(found == row.dates)
    }

    @Test func sameDayHoweverWritten() throws {
        let pack = try english()
        var days: Set<[Int?]> = []
        for text in ["25 October 1917", "October 25, 1917", "the 25th of October 1917", "1917-10-25", "25.10.1917", "25 Oct. 1917"] {
            for date in pack.sentences(of: "On \(text) it was won.").flatMap({ dates(in: $0, pack: pack) }) {
                days.insert([date.year, date.month, date.day])
            }
        }
        #expect(days == [[1917, 10, 25]])
    }
}
