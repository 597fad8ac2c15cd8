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
        ("<choice><sic>Trotski</sic></choice>", "Trotski"), ("<choice><abbr>Tr.</abbr><abbr>Tro.</abbr></choice>", "Tr."),
        ("<choice><am>.</am><ex>otsky</ex></choice>", "otsky"),
        ("Tr<ex>otsky</ex>", "Trotsky"), ("<expan>Tr<ex>otsky</ex></expan>", "Trotsky"), ("<abbr>Tr<am>.</am></abbr>", "Tr."),
        ("<w>The</w><w>Soviet</w><pc>,</pc> met", "The Soviet, met"), ("<c>T</c><c>r</c>", "Tr"), ("<seg>Trot</seg>sky", "Trotsky"),
        ("<s>He came.</s><s>He saw.</s>", "He came.He saw."), ("<w>bureau<lb/>crat</w>", "bureaucrat"), ("<w>bureau-<lb/>crat</w> sat", "bureaucrat sat"),
        ("<w>bureau<lb break='yes'/>crat</w>", "bureau crat"), ("a<space/>b", "a b"), ("Tro<unclear>ts</unclear><damage>ky</damage>", "Trotsky"),
        ("bureau-<pb break='no'/><fw>Pravda</fw>\ncrat", "bureaucrat"), ("Tro<handShift new='#b'/>tsky", "Trotsky"), ("o<g ref='#x'>ſ</g>t", "oſt"),
        ("a<g ref='#x'/>b", "a\u{FFFC}b"),
        // genetic mark-up: the last state of the text
        ("<mod><del>a</del><add>b</add></mod>", "b"), ("<restore><del>kept</del></restore>", "kept"), ("<retrace>twice</retrace>", "twice"),
        ("<del xml:id='d'>kept</del><undo target='#d'/>", "kept"), ("<del xml:id='d'>gone</del>x<undo target='#d'/><redo target='#d'/>", "x"),
        ("gi<delSpan spanTo='#e'/>n<hi>n</hi><anchor xml:id='e'/>ve", "give"), ("a <metamark>caret</metamark>b", "a b"),
        ("a<addSpan spanTo='#e'/>b<anchor xml:id='e'/>c", "abc"), ("<subst><del>a</del><add>b</add></subst><substJoin target='#x #y'/>", "b"),
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
        ("<hi rend='i'>soon</hi>", ["emphasis soon"]), ("a <gap reason='lost'/> b", ["gap  lost"]), ("<add>later</add>", []), ("<supplied>later</supplied>", ["supplied later"]),
        ("<persName ref='#t'><hi>Leon</hi> T.</persName>", ["person Leon T. #t", "emphasis Leon"]), ("<persName ref='#t'/>", ["person t #t"]), ("<persName/>", []),
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
