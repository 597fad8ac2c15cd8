import TestSupport
import Testing

@testable import Mutations

/// The planter itself: a plant that is not what it says would measure nothing.
@Suite struct PlantingTests {
    @Test(arguments: [
        ("<p>On 5 May V. I. Lenin spoke in the square. <persName>Trotsky</persName> left early. The rest stayed.</p>", 3),
        // An abbreviation, an initial and a figure end no sentence: rather two in one than one cut in two.
        ("<p>The guard stood at no. 4 of Dr. Hallam and waited for orders there.</p>", 1),
        ("<p>He named <persName>A. Kessel</persName>. Nobody else was named there.</p>", 2),
        ("<p>Мост взорвали ночью. <persName>Троцкий</persName> был в городе.</p>", 2), ("<p>Поезд шёл в 1920 г. Ночью он стоял.</p>", 1),
    ]) func sentencesAreCutWhereTheyEnd(_ block: String, _ count: Int) {
        let markup = Markup(Array(block.utf8))
        let sentences = markup.sentences(of: 0)
        #expect(sentences.count == count, "\(sentences.map { markup.text($0) })")
        #expect(sentences.map { markup.text($0) }.joined() == markup.text(markup.elements[0].inner))
    }

    @Test func elementsStandWhereTheyStand() throws {
        let markup = Markup(Array("<a x='1>2'><!-- <b> --><t:b ref=\"#k\">text</t:b><c/></a>".utf8))
        #expect(markup.elements.map(\.name) == ["a", "b", "c"])
        #expect(markup.elements.map { markup.text($0.inner) } == ["<!-- <b> --><t:b ref=\"#k\">text</t:b><c/>", "text", ""])
        #expect(markup.attribute("ref", of: markup.elements[1])?.value == "#k")
        #expect(markup.elements[1].parent == 0)
    }

    /// One name leaves an enumeration and the commas are put right, whichever it is.
    @Test func theListClosesOverTheGap() throws {
        let name = { (key: String) in "<persName ref=\"#\(key)\">\(key.prefix(1).uppercased() + key.dropFirst())</persName>" }
        let record =
            "<TEI><text><body><p>There sat \(name("anna")), \(name("boris")), \(name("clara")) and \(name("dora")) all night.</p></body></text></TEI>"
        let planter = RecordPlanter(Array(record.utf8))
        var seen: Set<String> = []
        for seed in 0..<40 as Range<UInt64> {
            var dice = SplitMix64(seed: seed)
            let after = try #require(planter.plant(.change(.leftOutOfList), 0, &dice))
            let text = Markup(after)
            seen.insert(text.words(0..<after.count).joined(separator: " "))
        }
        #expect(
            seen == [
                "There sat Boris Clara and Dora all night", "There sat Anna Clara and Dora all night",
                "There sat Anna Boris and Dora all night", "There sat Anna Boris and Clara all night",
            ])
    }

    @Test func russianNamesBend() throws {
        let cast = RussianTongue().cast
        func forms(_ key: String) throws -> [String] {
            let person = try #require(cast.first { $0.key == key })
            return [Person.Case.genitive, .dative, .accusative, .instrumental].map { person.surname(in: $0) }
        }
        #expect(try forms("ledovsky") == ["Ледовского", "Ледовскому", "Ледовского", "Ледовским"])
        #expect(try forms("zhurin") == ["Журина", "Журину", "Журина", "Журиным"])
        #expect(try forms("vetrova") == ["Ветровой", "Ветровой", "Ветрову", "Ветровой"])
        #expect(try forms("belskaya") == ["Бельской", "Бельской", "Бельскую", "Бельской"])
    }

    /// What is told decides, not how: the same statement in every manner names the same people, and another manner changes no word of another statement.
    @Test func aMannerTellsTheSame() {
        for tongue in [EnglishTongue(), RussianTongue()] as [any Tongue] {
            let one = Statement(form: .deed(0), agents: [tongue.cast[0]], day: Day(day: 5, month: 3, year: 1920), place: 1, besides: 0)
            var passive = Manner()
            var merged = Manner()
            var early = Manner()
            passive.isPassive = true
            merged.isMerged = true
            early.putsDayFirst = true
            let told = [Manner(), passive, merged, early].map { tongue.tell(one, $0).joined(separator: " ") }
            #expect(Set(told).count == 4)
            for text in told { #expect(text.contains("1920") && text.contains(tongue.cast[0].surname.prefix(5)), "\(text)") }
        }
    }
}
