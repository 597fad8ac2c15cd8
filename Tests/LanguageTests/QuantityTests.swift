import Language
import Testing

struct Counted: Sendable, CustomTestStringConvertible {
    var text: String
    /// value, -upper, unit; "th" for an ordinal, "~" approximate.
    var quantities: [String]
    init(_ text: String, _ quantities: String...) {
        self.text = text
        self.quantities = quantities
    }
    var testDescription: String { text }
}

func written(_ quantity: Quantity) -> String {
    func figure(_ number: Double) -> String { number == number.rounded() ? String(Int(number)) : String((number * 100).rounded() / 100) }
    var out = (quantity.isApproximate ? "~" : "") + figure(quantity.value)
    if let upper = quantity.upper { out += "-" + figure(upper) }
    if quantity.isOrdinal { out += "th" }
    if let unit = quantity.unit { out += " " + unit }
    return out
}

@Suite struct QuantityTests {
    @Test(arguments: [
        Counted("Forty-five sailors fell.", "45 sailor"),
        Counted("45 sailors fell.", "45 sailor"),
        Counted("Three hundred and five thousand died.", "305000"),
        Counted("He gave 1,200 roubles.", "1200 rubl"),
        Counted("It cost 2.5 million dollars.", "2500000 dollar"),
        Counted("It cost $5 million.", "5000000 $"),
        Counted("Between 40 and 50 guns were lost.", "40-50 gun"),
        Counted("Some 40-50 guns were lost.", "~40-50 gun"),
        Counted("From 40 to 50 guns were lost.", "40-50 gun"),
        Counted("A dozen ships sailed.", "12 ship"),
        Counted("Half a million men marched.", "500000 man"),
        Counted("Two-thirds of the delegates left.", "0.67 deleg"),
        Counted("One third of the delegates left.", "0.33 deleg"),
        Counted("About 1/3 of the delegates left.", "~0.33 deleg"),
        Counted("30 per cent of them and 12% of us.", "30 %", "12 %"),
        Counted("More than 500 people died.", "~500 peopl"),
        Counted("Forty armed workers entered.", "40 worker"),
        Counted("One thousand two hundred and six prisoners.", "1206 prison"),
        Counted("A hundred men and two hundred women.", "100 man", "200 woman"),
        Counted("The fifth army and the 11th division.", "5th armi", "11th divis"),
        Counted("Order No. 227 was read.", "227 no"),
        Counted("A ten-day strike was followed by a two-month siege.", "10 day", "2 month"),
        Counted("One of the leaders spoke."),
        Counted("No one spoke, and one must ask why."),
        Counted("They saw one another."),
        Counted("One soldier spoke.", "1 soldier"),
        Counted("Two or three soldiers spoke.", "2-3 soldier"),
        Counted("(1) They came. [12]"),
        Counted("In 1917 they came."),
        Counted("On 25 October 1917 they came with 25 guns.", "25 gun"),
        Counted("In 1917 some 1500 men came.", "~1500 man"),
    ])
    func counted(_ row: Counted) throws {
        let pack = try english()
        let found = pack.sentences(of: row.text).flatMap { quantities(in: $0, excluding: dates(in: $0, pack: pack), pack: pack) }.map(
            written)
        #expect(found == row.quantities)
    }

    /// Russian: words in their cases and figures with thin groups have the values of their figures.
    @Test(arguments: [
        ("Погибло сорок пять матросов.", [45.0]), ("Погибли 45 матросов.", [45]), ("В строю осталось триста пять тысяч человек.", [305_000]), ("Отряд терял по 1 200 рублей в день.", [1_200]),
        ("Завод дал 2,5 миллиона тонн.", [2_500_000]), ("Пришло 12 тыс. человек.", [12_000]), ("Убито от 40 до 50 солдат.", [40]), ("Полтора миллиона крестьян ушло.", [1_500_000]),
        ("Прошло двадцать три дня.", [23]), ("Прошло двадцать третье заседание.", [23]), ("Явилось двести делегатов.", [200]), ("Он взял двух лошадей и трёх коров.", [2, 3]),
    ] as [(String, [Double])])
    func russianValues(_ text: String, _ values: [Double]) throws {
        let pack = try #require(LanguagePack.named("ru"))
        let found = pack.sentences(of: text).flatMap { quantities(in: $0, excluding: dates(in: $0, pack: pack), pack: pack) }
        #expect(found.map(\.value) == values)
    }

    /// The unit of measure by its main form, in each language that lists some.
    @Test(arguments: [
        ("en", "They marched 5 miles.", "mile"), ("en", "They marched 5 km.", "kilometre"), ("en", "They paid 30 per cent.", "percent"), ("en", "They paid 30%.", "percent"),
        ("en", "They waited five days.", "day"), ("en", "They buried five men.", nil), ("ru", "Они прошли 5 вёрст.", "верста"), ("ru", "Они прошли пять километров.", "километр"),
        ("ru", "Он заплатил 30 рублей.", "рубль"), ("de", "Sie zogen 5 km weit.", "kilometer"), ("fr", "Ils firent 5 lieues.", "lieue"),
    ] as [(String, String, String?)])
    func measures(_ language: String, _ text: String, _ measure: String?) throws {
        let pack = try #require(LanguagePack.named(language))
        #expect(pack.sentences(of: text).flatMap { quantities(in: $0, excluding: dates(in: $0, pack: pack), pack: pack) }.map(\.measure) == [measure])
    }

    /// Every number up to 9,999 in words has the value of its figure.
    @Test func wordsAndFiguresAgree() throws {
        let pack = try english()
        let ones = [
            "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
            "fifteen", "sixteen", "seventeen", "eighteen",
            "nineteen",
        ]
        let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        func words(_ number: Int) -> String {
            if number < 20 { return ones[number] }
            if number < 100 { return tens[number / 10] + (number % 10 == 0 ? "" : "-" + ones[number % 10]) }
            if number < 1000 { return ones[number / 100] + " hundred" + (number % 100 == 0 ? "" : " and " + words(number % 100)) }
            return words(number / 1000) + " thousand"
                + (number % 1000 == 0 ? "" : (number % 1000 < 100 ? " and " : " ") + words(number % 1000))
        }
        for number in stride(from: 2, to: 9_999, by: 37) {
            let found = pack.sentences(of: "They lost \(words(number)) rifles.").flatMap { quantities(in: $0, excluding: [], pack: pack) }
            #expect(found.map(\.value) == [Double(number)], "\(words(number))")
        }
    }
}
