import Records
import Settings
import Testing
import Vocabularies
import XMLEvents

/// What a mapping makes of an element, by its path.
@Suite struct MappedTests {
    private static func mapped(_ xml: String, _ rules: [String], top: String = "") throws -> Document {
        let mapping = try readMapping(yaml: top + "rules:\n" + rules.map { "  " + $0 + "\n" }.joined(), source: "m.yml")
        let document = try read(Array(xml.utf8), named: "r.xml", mappings: [mapping])
        #expect(document.census.isComplete, "\(document.census)")
        for record in document.records {
            for version in record.versions { #expect(version.census.isComplete, "\(version.census)") }
        }
        return document
    }

    private static func shown(_ version: Version) -> [String] {
        version.passages.map { passage in
            "\(passage.role): \(version.string(passage))" + (passage.speaker == .none ? "" : " (\(version.symbols[passage.speaker]))")
        }
            + version.annotations.map { "<\($0.kind) \(version.string($0.range))\($0.key == .none ? "" : " " + version.symbols[$0.key])>" }
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var xml: String
        var rules: [String]
        var seen: [String]
        var testDescription: String { xml + " by " + rules.joined(separator: ", ") }
        init(_ xml: String, _ rules: [String], _ seen: [String]) {
            self.xml = xml
            self.rules = rules
            self.seen = seen
        }
    }

    @Test(arguments: [
        // paths
        Row("<r><k><w>x</w></k><w>y</w></r>", ["k/w: heading"], ["heading: x", "field: y"]),
        Row("<r><k><w>x</w></k><w>y</w></r>", ["/r/w: heading"], ["field: x", "heading: y"]),
        Row("<r><k><c><w>x</w></c></k><w>y</w></r>", ["k//w: note"], ["note: x", "field: y"]),
        Row("<r><w>x</w></r>", ["/w: note"], ["field: x"]),
        Row("<r><a>x</a><b>y</b></r>", ["r/*: item", "b: cell"], ["item: x", "cell: y"]),
        Row("<r><a>x</a></r>", ["a: item", "r/a: cell"], ["cell: x"]),
        Row("<r><a>x</a></r>", ["r/a: cell", "a: item"], ["item: x"]),
        Row("<r><a><a>x</a></a></r>", ["a/a: verse"], ["verse: x"]),
        Row("<r><a t='1'>x</a><a t='2'>y</a><a>z</a></r>", ["a: item", "a[@t]: cell", "a[@t='2']: note"], ["cell: x", "note: y", "item: z"]),
        Row("<r><k t='1'><w>x</w></k><k><w>y</w></k></r>", ["k[@t='1']/w: verse"], ["verse: x", "field: y"]),
        Row("<r xmlns:m='urn:m'><m:w>x</m:w><w>y</w></r>", ["m:w: verse"], ["verse: x", "field: y"]),
        Row("<r xmlns:m='urn:m'><m:a>x</m:a><a>y</a></r>", ["a: verse"], ["verse: x", "verse: y"]),
        Row("<r><a>x</a><b>y</b></r>", ["a | b: verse"], ["verse: x", "verse: y"]),
        // places
        Row("<r><p>by <who>Trotsky</who>, then</p></r>", ["p: paragraph", "who: person"], ["paragraph: by Trotsky, then", "<person Trotsky>"]),
        Row("<r><who>Trotsky</who></r>", ["who: {as: person, alone: item}"], ["item: Trotsky", "<person Trotsky>"]),
        Row("<r><p>one<n>note</n>two</p></r>", ["p: paragraph", "n: note"], ["paragraph: onetwo", "note: note"]),
        Row("<r><p>one<br/>two</p></r>", ["p: paragraph", "br: line-break"], ["paragraph: one two"]),
        Row("<r><p><f>Leon</f><s>Trotsky</s></p></r>", ["p: paragraph", "f | s: word"], ["paragraph: Leon Trotsky"]),
        Row("<r><p>a<stamp>b</stamp>c</p></r>", ["p: paragraph", "stamp: bookkeeping"], ["paragraph: ac"]),
        Row("<r><p>a <c><x>b</x><y>c</y></c></p></r>", ["p: paragraph", "c: choice"], ["paragraph: a b"]),
        Row("<r><group><w>loose</w></group></r>", ["group: container"], ["field: loose"]),
        Row("<r><group>text <w>here</w></group></r>", ["group: container"], ["paragraph: text here"]),
        // attributes
        Row("<r><p><who ref='#t'>he</who></p></r>", ["p: paragraph", "who: {as: person, key: '@ref'}"], ["paragraph: he", "<person he #t>"]),
        Row("<r><p><who a='1' b='2'>he</who></p></r>", ["p: paragraph", "who: {as: person, key: ['@c', '@b']}"], ["paragraph: he", "<person he 2>"]),
        Row("<r><trip who='rice'><name>Rice</name></trip></r>", ["trip/name: {as: person, key: '../@who'}"], ["field: Rice", "<person Rice rice>"]),
        Row("<r><trip who='rice'><x><name>Rice</name></x></trip></r>", ["name: {as: person, key: '../@who'}"], ["field: Rice", "<person Rice>"]),
        Row("<r><p><who>Rice<k>r1</k></who></p></r>", ["p: paragraph", "who: person", "who/k: key"], ["paragraph: Rice", "<person Rice r1>"]),
        Row("<r><d iso='1924-01-21'>January</d></r>", ["d: {as: date, when: '@iso'}"], ["date: January", "<date January 1924-01-21>"]),
        Row("<r><a label='On trade'><p>x</p></a></r>", ["a/@label: heading", "p: paragraph"], ["heading: On trade", "paragraph: x"]),
        Row("<r><vote by='Rice'/></r>", ["vote/@by: person"], ["field: Rice", "<person Rice Rice>"]),
        Row("<r><p>one <x t='two'/> three</p></r>", ["p: paragraph", "'@t': note"], ["paragraph: one three", "note: two"]),
        Row("<r><img file='a.jpg'/></r>", ["img: {as: graphic, address: '@file'}"], ["graphic: a.jpg"]),
        // speakers
        Row("<r><sp by='#t'><p>a</p></sp><p>b</p></r>", ["sp: {as: container, speaker: '@by'}", "p: paragraph", "sp//p: speech"],
            ["speech: a (#t)", "paragraph: b"]),
        Row("<r><sp><n>Rice</n><p>a</p></sp><p>b</p></r>", ["sp: container", "n: speaker", "p: paragraph"], ["heading: Rice", "paragraph: a (Rice)", "paragraph: b"]),
    ]) func reads(_ row: Row) throws {
        let document = try Self.mapped(row.xml, row.rules, top: "namespaces: {m: 'urn:m'}\n")
        let version = try #require(document.records.first?.versions.first)
        #expect(Self.shown(version) == row.seen)
    }

    @Test func recordsInOneFile() throws {
        let document = try Self.mapped(
            "<visits><visit><id>7</id><visitor>Briand</visitor></visit><visit><id>8</id><visitor>Porras</visitor></visit></visits>",
            ["visits: container", "visit: record", "visit/id: record-id", "visit/visitor: {as: person, also: record-title}"])
        #expect(document.records.map(\.id) == ["7", "8"])
        #expect(document.records.map(\.title) == ["Briand", "Porras"])
        #expect(document.records.map { Self.shown($0.versions[0]) } == [["field: Briand", "<person Briand>"], ["field: Porras", "<person Porras>"]])
        let second = document.records[1].versions[0]
        #expect(second.path(of: second.passages[0].node) == "/visits/visit[2]/visitor")
        #expect(document.mapping?.unmentioned == [])
    }

    /// Two records inside each other are one: nothing stands twice, nothing is lost.
    @Test func aRecordInARecordIsPartOfIt() throws {
        let document = try Self.mapped("<r><c id='1'><p>a</p><c id='2'><p>b</p></c></c><p>z <c id='3'>q</c></p></r>", ["c: {as: record, id: '@id'}", "p: paragraph"])
        #expect(document.records.map(\.id) == ["-", "1"])
        #expect(document.records.map { Self.shown($0.versions[0]) } == [["paragraph: z q"], ["paragraph: a", "paragraph: b"]])
        #expect(document.warnings.map(\.code) == ["not-split", "not-split"])
    }

    @Test func versionsOfOneRecord() throws {
        let document = try Self.mapped(
            "<song><draft on='1917' by='Vinokur'><l>a</l></draft><draft><when>1924</when><who>Censor</who><why>new line</why><l>b</l></draft></song>",
            ["draft: {as: version, when: '@on', by: '@by'}", "draft/when: version-date", "draft/who: version-by", "draft/why: version-reason", "l: verse"])
        #expect(document.holdsVersions)
        #expect(document.records.count == 1)
        let versions = document.records[0].versions
        #expect(versions.map { Self.shown($0) } == [["verse: a"], ["verse: b"]])
        #expect(versions.map(\.label.label) == ["1917", "1924"])
        #expect(versions.map(\.label.date) == ["1917", "1924"])
        #expect(versions.map(\.label.by) == ["Vinokur", "Censor"])
        #expect(versions.map(\.label.reason) == [nil, "new line"])
        #expect(!document.declaresEditions)
    }

    @Test func versionsOfManyRecordsAndTextOutsideThem() throws {
        let document = try Self.mapped(
            "<songs><song id='s1'><d ed='1917'><l>a</l></d><d ed='1924'><l>b</l></d></song><song id='s2'><l>loose</l><d ed='1924'><l>c</l></d></song></songs>",
            ["song: {as: record, id: '@id'}", "d: {as: version, edition: '@ed'}", "l: verse"])
        #expect(document.editions.map(\.label) == ["1917", "1924"])
        #expect(document.declaresEditions)
        #expect(document.records.map(\.id) == ["s1", "s2"])
        #expect(document.records[1].versions.map(\.label.number) == [1])
        #expect(document.census.setAside == ["outside the versions": 5])
        #expect(document.warnings.map(\.code) == ["not-read"])
    }

    @Test func statedChanges() throws {
        let document = try Self.mapped(
            "<r><log><did><on>1924</on><who>Clerk</who><what>struck a name</what></did><did><on>1917</on><what>typed</what></did></log><p>x</p></r>",
            ["log: bookkeeping", "did: change", "did/on: change-date", "did/who: change-by", "did/what: change-reason", "p: paragraph"])
        let label = document.records[0].versions[0].label
        #expect([label.date, label.by, label.reason] == ["1924", "Clerk", "struck a name"])
    }

    @Test func authority() throws {
        let document = try Self.mapped(
            "<r><refs><who eId='t' showAs='Leon Trotsky'/><who><n>Karl Radek</n><key>r7</key><key>viaf:1</key></who></refs><p>x</p></r>",
            ["refs/who: {as: entity, id: '@eId', names: '@showAs'}", "who/n: entity-name", "who/key: entity-key", "p: paragraph"])
        #expect(document.authority == [Entity(id: "t", names: ["Leon Trotsky"]), Entity(id: "r7", names: ["Karl Radek"], keys: ["viaf:1"])])
        #expect(document.census.setAside == ["authority": 17])
    }

    @Test func whatIsNotMentionedIsGenericAndCounted() throws {
        let document = try Self.mapped(
            "<r><known>a</known><title>t</title><title>u</title><odd>x <b>y</b></odd><stamp><inner>z</inner></stamp></r>",
            ["r: container", "known: paragraph", "stamp: bookkeeping"])
        #expect(document.mapping == MappedBy(title: "", source: "m.yml", unmentioned: [
            Unmentioned(element: "title", count: 2), Unmentioned(element: "b", count: 1), Unmentioned(element: "odd", count: 1),
        ]))
        #expect(Self.shown(document.records[0].versions[0]) == ["paragraph: a", "title: t", "title: u", "field: x y", "<title t>", "<title u>", "<emphasis y>"])
    }

    @Test func languagesAndIds() throws {
        let document = try Self.mapped(
            "<r><a langcode='FR-ca' id='x' no='7'><p>b</p></a><p>c</p></r>", ["p: paragraph"], top: "languages: '@langcode'\nids: '@no'\nlanguage: en\n")
        let version = document.records[0].versions[0]
        #expect(version.passages.map { version.symbols[$0.language] } == ["fr", "en"])
        #expect(version.passages.map { $0.cite == .none ? "" : version.symbols[$0.cite] } == ["7", ""])
    }

    @Test func theRootDecides() throws {
        let first = try readMapping(yaml: "name: one\nrecognise: [one]\nrules: {p: verse}", source: "1.yml")
        let second = try readMapping(yaml: "name: two\nrecognise: [two, TEI]\nrules: {p: note}", source: "2.yml")
        func vocabulary(_ xml: String, as name: String? = nil) throws -> String {
            try read(Array(xml.utf8), named: "r.xml", as: name, mappings: [first, second]).vocabulary
        }
        #expect(try vocabulary("<one/>") == "one")
        #expect(try vocabulary("<two/>") == "two")
        #expect(try vocabulary(tei("<p>x</p>")) == "two")
        #expect(try vocabulary("<one/>", as: "two") == "two")
        #expect(try vocabulary("<one/>", as: "generic") == "generic")
        #expect(throws: ReadError(.unmapped(root: "three", mappings: ["1.yml", "2.yml"]), source: "r.xml")) { try vocabulary("<three/>") }
        #expect(throws: ReadError.self) { try vocabulary("<one/>", as: "three") }
    }

    /// Rules that keep many positions open, and a record that visits as many places, stay within memory and time.
    @Test(.timeLimit(.minutes(1))) func manyStatesAreRefused() throws {
        let names = (0..<20).map { "a\($0)" }
        var generator = UInt64(7)
        var xml = "<r>"
        for _ in 0..<600 {
            var open: [String] = []
            for _ in 0..<16 {
                generator = generator &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                open.append(names[Int(generator >> 33) % names.count])
            }
            xml += open.map { "<\($0)>" }.joined() + open.reversed().map { "</\($0)>" }.joined()
        }
        xml += "</r>"
        let rules = names.map { "\($0)//z: note" }
        #expect {
            try Self.mapped(xml, rules)
        } throws: { error in
            "\(error)".contains("4096 different places")
        }
        #expect(try Self.mapped("<r><a0><a1><z>x</z></a1></a0></r>", rules).records.count == 1)
    }
}
