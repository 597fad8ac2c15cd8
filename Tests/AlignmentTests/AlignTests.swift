import Alignment
import PlainText
import Records
import Testing

@Suite struct AlignTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var old: [String]
        var new: [String]
        /// What is not a plain pair in order: "1~1" reworded, "2>0" moved, "1>1,2" split, "1,2>1" merged, "-3" deleted, "+2" inserted.
        var expected: [String]
        var testDescription: String { name }
    }

    static let revolt = "The rising in Petrograd was prepared by the Military Revolutionary Committee under its chairman"
    static let telegraph = "Sailors from Kronstadt occupied the telegraph office before dawn without a shot being fired"
    static let palace = "The Winter Palace held out until two in the morning when the ministers were arrested"
    static let weather = "It rained all of that week and the trams to the Vyborg side did not run"

    static let rows: [Row] = [
        Row(name: "same", old: [revolt, telegraph], new: [revolt, telegraph], expected: []),
        Row(name: "reworded", old: [revolt, telegraph, palace], new: [revolt, telegraph + " by Trotsky", palace], expected: ["1~1"]),
        Row(name: "deleted", old: [revolt, telegraph, palace], new: [revolt, palace], expected: ["-1"]),
        Row(name: "inserted", old: [revolt, palace], new: [revolt, weather, palace], expected: ["+1"]),
        Row(
            name: "unrelated paragraphs in one place never pair", old: [revolt, telegraph, palace], new: [revolt, weather, palace],
            expected: ["-1", "+1"]),
        Row(name: "unrelated paragraphs alone never pair", old: [revolt], new: [weather], expected: ["-0", "+0"]),
        Row(name: "moved", old: [weather, revolt, telegraph, palace], new: [revolt, telegraph, palace, weather], expected: ["0>3"]),
        Row(
            name: "moved and reworded", old: [weather, revolt, telegraph, palace], new: [revolt, telegraph, palace, weather + " again"],
            expected: ["0~3", "0>3"]),
        Row(
            name: "a note moves with its paragraph", old: [weather, "> See the tram timetable of 1917", revolt, telegraph, palace],
            new: [revolt, telegraph, palace, weather, "> See the tram timetable of 1917"], expected: ["0>3", "1>4"]),
        Row(
            name: "split", old: [revolt, telegraph + " while " + palace, weather], new: [revolt, telegraph, palace, weather],
            expected: ["1>1,2"]),
        Row(
            name: "merged", old: [revolt, telegraph, palace, weather], new: [revolt, telegraph + " while " + palace, weather],
            expected: ["1,2>1"]),
        Row(
            name: "a brief line whose one rare word changed",
            old: [revolt, "Yes, yes", telegraph, "Yes, yes, Bolynintsov", palace, "Yes, yes", weather, "Oh yes, yes, no"],
            new: [revolt, "Yes, yes", telegraph, "Yes, yes, Bolshintsov", palace, "Yes, yes", weather, "Oh yes, yes, no"], expected: ["3~3"]),
        Row(
            name: "a brief line in the place of another", old: [revolt, "Yes, at once", telegraph, "Yes, yes", palace],
            new: [revolt, "Yes, at once", telegraph, "Never again", palace], expected: ["-3", "+3"]),
        Row(name: "punctuation alone is the same", old: ["He said: yes, of course."], new: ["He said — yes of course!"], expected: []),
        Row(
            name: "paragraph to heading", old: ["The October days of 1917", revolt], new: ["head: The October days of 1917", revolt],
            expected: []),
        Row(
            name: "a field whose words were replaced", old: ["---", "day: 5 May 1920", "visitor: President Wilson", "place: Moscow"],
            new: ["---", "day: 5 May 1920", "visitor: Premier Lloyd George", "place: Moscow"], expected: ["1~1"]),
        Row(
            name: "fields of another record do not pair",
            old: ["---", "day: 5 May 1920", "visitor: President Wilson", "---", "day: 1 June 1921"],
            new: ["---", "day: 7 July 1931", "visitor: Premier Herriot", "---", "day: 1 June 1921"], expected: ["-0", "-1", "+0", "+1"]),
        Row(
            name: "a cell between its neighbours", old: ["---", "cell: Commissar", "cell: Trotsky", "cell: 1918", "cell: 1925"],
            new: ["---", "cell: Commissar", "cell: Frunze", "cell: 1918", "cell: 1925"], expected: ["1~1"]),
        Row(
            name: "one name gone from a list", old: ["---", "item: Lenin", "item: Trotsky", "item: Kamenev", "item: Stalin"],
            new: ["---", "item: Lenin", "item: Kamenev", "item: Stalin"], expected: ["-1"]),
        Row(
            name: "a heading rewritten over its chapter", old: ["---", "head: The Trotskyist rising", revolt, telegraph],
            new: ["---", "head: October", revolt, telegraph], expected: ["0~0"]),
        Row(
            name: "an id keeps a passage that was cut to pieces", old: [revolt, "#p2 " + telegraph, palace],
            new: [revolt, "#p2 Sailors occupied the telegraph office", palace], expected: ["1~1"]),
        Row(
            name: "a number elsewhere is another number", old: ["---", "cell: 7", "cell: 40", "cell: men", "---", "cell: guns"],
            new: ["---", "cell: 40", "cell: men", "---", "cell: guns", "cell: 7"], expected: ["-0", "+3"]),
        Row(
            name: "a passage that stands everywhere, reworded in one place and put in at another",
            old: [revolt, "The motion was put and agreed to", telegraph, "The motion was put and agreed to", palace, weather],
            new: [
                revolt, "The motion was put and agreed to by all", telegraph, "The motion was put and agreed to", palace, "The motion was put and agreed to",
                weather,
            ], expected: ["1~1", "+5"]),
        Row(
            name: "of equal words the copy that is equal letter for letter", 
            old: ["Thank you very much. (Applause.)", "Thank you very much (Applause)", revolt, palace],
            new: [revolt, "Thank you very much (Applause)", palace, "Thank you very much. (Applause.)"], expected: ["0>3", "1>1"]),
        Row(name: "yes elsewhere is not gone", old: ["Yes.", revolt, telegraph], new: [revolt, telegraph, "Yes."], expected: ["0>2"]),
        Row(name: "no words on either side", old: ["gap: ", revolt], new: ["gap: ", revolt], expected: []),
        Row(name: "blanked", old: [revolt, telegraph], new: [], expected: ["-0", "-1"]),
        Row(name: "both empty", old: [], new: [], expected: []),
    ]

    @Test(arguments: rows) func pairs(row: Row) {
        let (old, new) = Page.versions(row.old, row.new)
        let alignment = align(old, new)
        #expect(shown(alignment) == row.expected)
        #expect(alignment.rebuilds)
        // The mirror image: what was deleted is inserted.
        let back = align(new, old)
        #expect(back.deleted == alignment.inserted)
        #expect(back.inserted == alignment.deleted)
    }

    private func shown(_ alignment: Alignment) -> [String] {
        var result: [String] = []
        for link in alignment.links {
            let old = link.old.map(String.init).joined(separator: ",")
            let new = link.new.map(String.init).joined(separator: ",")
            if link.isSplit || link.isMerge || link.moved && link.similarity == 1 {
                result.append("\(old)>\(new)")
            } else if link.similarity < 1 {
                result.append("\(old)~\(new)")
                if link.moved { result.append("\(old)>\(new)") }
            }
        }
        return result + alignment.deleted.map { "-\($0)" } + alignment.inserted.map { "+\($0)" }
    }

    @Test func neighboursThatMovedTogetherAreOneMove() {
        let chapters = (0..<4).map { chapter in (0..<5).map { "Passage \($0) of chapter number \(chapter) on the events of that year" } }
        let (old, new) = Page.versions(
            (chapters[0] + chapters[1] + chapters[2] + chapters[3]), (chapters[1] + chapters[2] + chapters[0] + chapters[3]))
        let alignment = align(old, new)
        #expect(alignment.counts.moved == 1)
        #expect(alignment.links.count { $0.moved } == 5)
    }

    @Test func aNoteInADeletedParagraphIsNoDeletionOfItsOwn() {
        let (old, new) = Page.versions([Self.revolt, Self.weather, "> See the tram timetable", Self.palace], [Self.revolt, Self.palace])
        let alignment = align(old, new)
        #expect(alignment.deleted == [1, 2])
        #expect(alignment.counts.deleted == 1)
    }

    @Test func wordsPutBeforeTheNotesOfAParagraphRewordIt() {
        // A paragraph that held only a note ("> "), and then words of its own too.
        let (old, new) = Page.versions([Self.revolt, "(empty)", "> " + Self.weather, Self.palace], [Self.revolt, "As we read", "> " + Self.weather, Self.palace])
        var bare = old
        bare.passages.remove(at: 1)
        let forth = align(bare, new), back = align(new, bare)
        #expect(forth.inserted == [1] && forth.counts.inserted == 0 && forth.counts.reworded == 1)
        #expect(back.deleted == [1] && back.counts.deleted == 0 && back.counts.reworded == 1)
    }

    @Test func punctuationIsNotCountedAsReworded() {
        let (old, new) = Page.versions(
            ["The plan, his plan.", "He called it the plan"], ["The plan his plan", "He called it the great plan"])
        #expect(align(old, new).counts.reworded == 1)
    }

    @Test func aLinkThatIsNotEqualDoesNotRebuild() {
        var (old, new) = Page.versions([Self.revolt, Self.palace], [Self.revolt, Self.palace])
        #expect(align(old, new).rebuilds)
        // A hash that lies: the same hash over other words.
        new.tokens[2].word += 1
        #expect(!align(old, new).rebuilds)
        old.tokens[2].word += 1
        #expect(align(old, new).rebuilds)
    }

    @Test(arguments: UInt64(1)...40) func randomEditsRebuild(seed: UInt64) {
        var generator = Generator(seed: seed)
        let old = (0..<Int.random(in: 1...60, using: &generator)).map { _ in generator.sentence(Int.random(in: 1...30, using: &generator)) }
        var new: [String] = []
        for line in old {
            let words = line.split(separator: " ")
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: break
            case 1: new += [line, generator.sentence(12)]
            case 2: new += [words.prefix(words.count / 2).joined(separator: " "), words.dropFirst(words.count / 2).joined(separator: " ")]
            case 3: new.append(words.enumerated().map { $0.offset % 5 == 2 ? "other" : String($0.element) }.joined(separator: " "))
            case 4: new.insert(line, at: Int.random(in: 0...new.count, using: &generator))
            case 5 where !new.isEmpty: new[new.count - 1] += " " + line
            default: new.append(line)
            }
        }
        let (first, second) = Page.versions(old, new)
        let alignment = align(first, second)
        #expect(alignment.rebuilds)
        #expect(alignment == align(first, second))
        let same = align(first, first)
        #expect(same.links.allSatisfy { $0.old == $0.new && !$0.moved && $0.similarity == 1 } && same.links.count == old.count)
        // Every passage stands in exactly one place; counted here without the check under test.
        #expect(alignment.links.reduce(alignment.deleted.count) { $0 + $1.old.count } == old.count)
        #expect(alignment.links.reduce(alignment.inserted.count) { $0 + $1.new.count } == new.count)
    }

    @Test(.timeLimit(.minutes(2)), arguments: ["shuffled", "all different", "90 % repeats", "all the same", "no words", "one shared word"])
    func pathological(kind: String) {
        var generator = Generator(seed: 17)
        let count = 4000
        let lines = (0..<count).map { "Passage \($0) " + generator.sentence(12) }
        var old = lines
        var new = lines
        switch kind {
        case "shuffled": new.shuffle(using: &generator)
        case "all different": new = (0..<count).map { _ in generator.sentence(12).replacing("word", with: "wort") }
        case "90 % repeats":
            old = lines.indices.map { $0 % 10 == 0 ? lines[$0] : lines[$0 % 7] }
            new = old.enumerated().map { $0.offset % 23 == 0 ? "Reworded: " + $0.element : $0.element }
        case "all the same": (old, new) = ([String](repeating: lines[0], count: count), [String](repeating: lines[0], count: count / 2))
        case "no words": (old, new) = ([String](repeating: "gap: ", count: count), [String](repeating: "gap: —", count: count))
        default: (old, new) = ((0..<count).map { "same alpha\($0)" }, (0..<count).map { "same beta\($0)" })
        }
        let (first, second) = Page.versions(old, new)
        let start = ContinuousClock.now
        let alignment = align(first, second)
        let took = ContinuousClock.now - start
        #expect(alignment.rebuilds)
        #expect(took < .seconds(20), "4,000 passages each; n x m would take minutes in an unoptimised build")
        if kind == "shuffled" { #expect(alignment.deleted.isEmpty && alignment.inserted.isEmpty && alignment.counts.moved > count / 2) }
        if kind == "all different" { #expect(alignment.links.count < count / 50) }
        if kind == "all the same" { #expect(alignment.counts.moved == 0 && alignment.deleted.count == count / 2) }
    }
}
