import PlainText
import Records
import Testing
import Vocabularies

@Suite struct TEIInlineTests {
    static let words: [(body: String, text: String)] = [
        ("bureau<lb/>crat", "bureau crat"), ("bureau<pb n='2'/>crat", "bureau crat"), ("a<milestone unit='x'/>b", "a b"),
        ("bureau<lb break='no'/>crat", "bureaucrat"), ("bureau-<lb break='no'/>crat", "bureaucrat"),
        ("bureau-\n   <lb break='no'/>\n   crat sat", "bureaucrat sat"), ("bureau\u{2010}<pb break='no'/>crat", "bureaucrat"),
        ("give<del>n</del> up", "give up"), ("a <del>b</del> c", "a c"), ("<hi>T</hi>rotsky", "Trotsky"),
        ("<persName><forename>Leon</forename><surname>Trotsky</surname></persName>, he", "Leon Trotsky, he"),
        ("<persName><forename>Leon</forename> <surname>Trotsky</surname></persName>", "Leon Trotsky"),
        ("  much \n\t white   space  ", "much white space"), ("no\u{A0}break", "no\u{A0}break"),
        ("x<!-- hidden -->y<?pi z?>", "xy"),
        ("<choice><abbr>Tr.</abbr><expan>Trotsky</expan></choice> spoke", "Trotsky spoke"),
        ("<choice><sic>Trotski</sic><corr>Trotsky</corr></choice>", "Trotsky"),
        ("<choice><corr>Trotsky</corr><sic>Trotski</sic></choice>", "Trotsky"),
        ("<choice><orig>Лѣсъ</orig><reg>лес</reg></choice>", "лес"),
        ("<choice><unclear>this</unclear><unclear>that</unclear></choice>", "this"),
        ("<app><lem>A</lem><rdg wit='#x'>B</rdg><rdg>C</rdg></app>", "A"), ("<app><rdg wit='#x'>B</rdg><rdg>C</rdg></app>", "B"),
        ("<subst><del>a</del><add>b</add></subst>", "b"), ("<sic>as it stands</sic>", "as it stands"),
    ]

    @Test(arguments: words) func fold(_ row: (body: String, text: String)) throws {
        #expect(try Seen(tei("<p>\(row.body)</p>")).texts == [row.text])
    }

    static let marks: [(body: String, annotations: [String])] = [
        ("<persName ref='#t'> Trotsky </persName> spoke", ["person Trotsky #t"]),
        ("<orgName key='k'>Soviet</orgName>", ["organisation Soviet k"]), ("<placeName corresp='c'>Moscow</placeName>", ["place Moscow c"]),
        ("<rs ref='#t' type='person'>the chairman</rs>", ["person the chairman #t"]), ("<name type='place'>Riga</name>", ["place Riga"]),
        ("<rs>he</rs>", ["name he"]), ("<said who='#l'>Yes</said>", ["quotation Yes #l"]),
        ("<date when='1917-10-25'>yesterday</date>", ["date yesterday 1917-10-25"]), ("<date from='1917' to='1918'>x</date>", ["date x 1917/1918"]),
        ("see <bibl>Pravda, <date>1918</date></bibl>", ["source Pravda, 1918", "date 1918"]), ("<num value='45'>forty-five</num>", ["number forty-five 45"]),
        ("<hi rend='i'>soon</hi>", ["emphasis soon"]), ("a <gap reason='lost'/> b", ["gap  lost"]), ("<add>later</add>", ["supplied later"]),
        ("<persName ref='#t'><hi>Leon</hi> T.</persName>", ["person Leon T. #t", "emphasis Leon"]), ("<persName ref='#t'/>", []),
    ]

    @Test(arguments: marks) func annotate(_ row: (body: String, annotations: [String])) throws {
        #expect(try Seen(tei("<p>\(row.body)</p>")).annotations == row.annotations)
    }

    @Test func whatIsNotComparedIsNamed() throws {
        let seen = try Seen(tei("<p>give<del>n</del> <choice><sic>teh</sic><corr>the</corr></choice> bureau-<lb break='no'/>crat</p><fw>Pravda</fw>"))
        #expect(seen.setAside == ["deletion": 1, "alternative reading": 3, "hyphenation": 1, "running head": 6])
        #expect(seen.version.asides.map(\.characters) == [1, 3, 6])
    }

    /// The hash of what is withheld is that of the same words when they stood in a passage.
    @Test func withheldTextIsRecognised() throws {
        let open = try Seen(tei("<p>Trotsky led the  rising.</p>"))
        let hidden = try Seen(tei("<p>x</p><!-- Trotsky led\nthe rising. -->"))
        #expect(hidden.version.asides.map(\.kind) == ["comment"])
        #expect(hidden.version.asides.first?.hash == open.version.passages.first?.textHash)
        #expect(hidden.document.census.read == 1)
    }
}
