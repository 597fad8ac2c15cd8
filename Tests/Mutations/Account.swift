import TestSupport

/// An invented page: what it tells, in which language and manner, and the record that it makes.
struct Account: Sendable {
    var tongue: any Tongue
    var manner: Manner
    /// Who wrote it; nil: no byline.
    var author: Person?
    /// Who stands in the picture.
    var shown: [Person]
    var image: String
    var paragraphs: [[Statement]]
    /// The sentence in whose place a gap stands: paragraph and sentence.
    var gap: (Int, Int)?

    /// People whom nothing on the page names.
    var strangers: [Person] {
        let named = Set(paragraphs.joined().flatMap { $0.agents + [$0.patient].compactMap { $0 } } + shown + [author].compactMap { $0 })
        return tongue.cast.filter { !named.contains($0) }
    }

    /// A page of a dozen statements of every form, composed by the dice.
    static func composed(_ tongue: any Tongue, _ dice: inout SplitMix64) -> Account {
        let people = tongue.cast.shuffled(using: &dice)
        // Ten of the sixteen are on the page, so that strangers are left to come in; three of them twice.
        var next = 0
        func person() -> Person {
            next += 1
            return people[next <= 10 ? next - 1 : (next - 11) % 3]
        }
        func day() -> Day {
            Day(
                day: Int.random(in: 2...27, using: &dice), month: Int.random(in: 1...12, using: &dice),
                year: Int.random(in: 1890...1949, using: &dice))
        }
        func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &dice) }
        func coin() -> Bool { Bool.random(using: &dice) }
        let deeds = Array(0..<tongue.deeds).shuffled(using: &dice)
        var all = [
            Statement(form: .deed(deeds[0]), agents: [person()], day: day(), place: coin() ? pick(tongue.places) : nil, besides: pick(3)),
            Statement(form: .deed(deeds[1]), agents: [person(), person()], place: pick(tongue.places)),
            Statement(
                form: .harm(pick(tongue.harms)), agents: [person()], patient: person(), day: coin() ? day() : nil,
                place: pick(tongue.places)),
            Statement(form: .credit(pick(tongue.credits)), agents: [person()]),
            Statement(form: .speech(0), agents: [person()]),
            Statement(form: .citation(0), agents: [person()]),
            Statement(form: .quotation(pick(tongue.quotations)), agents: [person()]),
            Statement(form: .gathering(pick(tongue.gatherings)), agents: [person(), person(), person(), person()]),
            Statement(form: .count(pick(tongue.counts)), day: coin() ? day() : nil, number: tongue.numbers.randomElement(using: &dice)),
            Statement(form: .office(pick(3)), agents: [person()], day: coin() ? day() : nil, office: pick(tongue.offices)),
            Statement(form: .portrait(pick(tongue.portraits)), agents: [person()]),
            Statement(form: .event(pick(tongue.events)), day: coin() ? day() : nil),
        ]
        let claims = Array(0..<tongue.claims).shuffled(using: &dice)
        all[4].form = .speech(claims[0])
        all[5].form = .citation(claims[1])
        all.shuffle(using: &dice)
        var scenes = Array(0..<tongue.scenes).shuffled(using: &dice)
        var paragraphs: [[Statement]] = []
        while !all.isEmpty {
            var paragraph: [Statement] = []
            if coin(), let scene = scenes.popLast() { paragraph.append(Statement(form: .scene(scene))) }
            for _ in 0..<Int.random(in: 1...3, using: &dice) { if let one = all.popLast() { paragraph.append(one) } }
            paragraphs.append(paragraph)
        }
        var manner = Manner()
        manner.marksNames = coin()
        manner.isPassive = coin() && coin()
        manner.usesPronoun = coin()
        manner.hasMonthFirst = coin()
        manner.writesFigures = coin()
        return Account(
            tongue: tongue, manner: manner, author: person(), shown: [person(), person(), person()], image: "plates/town-hall.jpg",
            paragraphs: paragraphs, gap: nil)
    }

    /// The record as TEI.
    var record: [UInt8] {
        let line = manner.isIndented ? "\n        " : "\n\t"
        func broken(_ text: String) -> String {
            guard !manner.isIndented else { return text }
            // Other line ends: after every fifth blank outside of tags.
            var count = 0
            var isTag = false
            return String(
                text.map { character -> Character in
                    if character == "<" { isTag = true }
                    if character == ">" { isTag = false }
                    guard character == " ", !isTag else { return character }
                    count += 1
                    return count % 5 == 0 ? "\n" : " "
                })
        }
        var text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"page\" xml:lang=\"\(tongue.code)\">"
        text += "<teiHeader><fileDesc><titleStmt><title>\(tongue.title)</title></titleStmt><publicationStmt><p>-</p></publicationStmt>"
        text += "<sourceDesc><p>-</p></sourceDesc></fileDesc></teiHeader>\n<text><body>\(line)<head>\(tongue.title)</head>"
        if let author { text += "\(line)<byline>\(tongue.byline(author, manner))</byline>" }
        text += "\(line)<figure xml:id=\"plate-1\"><graphic url=\"\(image)\"/><head>\(tongue.caption(shown, manner))</head></figure>"
        var blocks = paragraphs.enumerated().map { at, paragraph in
            "\(line)<p>"
                + broken(
                    paragraph.enumerated().map { place, statement in
                        if let gap, gap == (at, place) { return "<gap reason=\"withheld\"/>" }
                        return tongue.tell(statement, manner).joined(separator: " ")
                    }.joined(separator: " ")) + "</p>"
        }
        if manner.movesParagraph, blocks.count > 2 { blocks.insert(blocks.removeLast(), at: 1) }
        return Array((text + blocks.joined() + "\n</body></text></TEI>\n").utf8)
    }
}
