import Findings
import Records

/// A place: the piece of `marked` between `⟦` and `⟧` is the span.
func place(_ marked: String, _ path: String, cite: String? = nil, line: Int, column: Int = 1, offset: Int) -> Place {
    let halves = marked.split(separator: "⟦", maxSplits: 1, omittingEmptySubsequences: false)
    let tail = halves.count > 1 ? halves[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false) : []
    let span = tail.first.map(String.init) ?? ""
    let text = String(halves[0]) + span + (tail.count > 1 ? String(tail[1]) : "")
    return Place(
        span: span, text: text, spanStart: halves[0].utf8.count, path: path, cite: cite, line: line, column: column, offset: offset,
        length: span.utf8.count)
}

let trotsky = Subject(id: "#trotsky", name: "Trotsky")
let kamenev = Subject(id: "#kamenev", name: "Kamenev")
let centre = Subject(id: "#centre", name: "the Party Centre")

/// The report of the model case, in our own words: a textbook chapter of 1924 and of 1938.
func octoberReport() -> RevisionReport {
    let versions = [
        VersionLabel(number: 0, label: "1924", date: "1924-11", source: "1924.xml"),
        VersionLabel(number: 1, label: "1938", date: "1938", by: "State Publishing House", reason: "revised edition", source: "1938.xml"),
    ]
    let direction = place(
        "All the practical work of preparing the rising was done under the immediate direction of ⟦Comrade Trotsky, the President of the Petrograd Soviet⟧.",
        "/TEI/text/body/div/p[3]", cite: "p. 147", line: 41, column: 17, offset: 2210)
    let directionLater = place(
        "All the practical work of preparing the rising was done under the immediate direction of ⟦the Party Centre headed by Comrade Stalin⟧.",
        "/TEI/text/body/div/p[3]", cite: "p. 151", line: 44, column: 20, offset: 2304)
    let caption = place(
        "On the wooden steps before the Bolshoi Theatre: Lenin speaking, ⟦Trotsky⟧ and Kamenev at the right.", "/TEI/text/body/div/figure/figDesc",
        cite: "plate 9", line: 77, column: 9, offset: 5120)
    let captionLater = place(
        "On the wooden steps before the Bolshoi Theatre: Lenin speaking.⟦⟧", "/TEI/text/body/div/figure/figDesc", cite: "plate 7", line: 75,
        column: 9, offset: 4980)
    let kamenevsCaption = place(
        "On the wooden steps before the Bolshoi Theatre: Lenin speaking, Trotsky and ⟦Kamenev⟧ at the right.", "/TEI/text/body/div/figure/figDesc",
        cite: "plate 9", line: 77, column: 9, offset: 5133)
    let memoir = place(
        "⟦Those who were there remember the night in the Smolny: the long table, the maps, the telephones that did not stop, the messengers from the "
            + "bridges and the stations, and the man who stood over it all and slept in his coat for an hour before dawn. Joffe kept the minutes, and what "
            + "he wrote was printed in the first edition of the collected documents, with a facsimile of three pages.⟧",
        "/TEI/text/body/div/p[5]", cite: "p. 149", line: 52, column: 5, offset: 3300)
    let stalinLater = place(
        "All the practical work of preparing the rising was done under the immediate direction of the Party Centre headed by Comrade ⟦Stalin⟧.",
        "/TEI/text/body/div/p[3]", cite: "p. 151", line: 44, column: 60, offset: 2344)
    let congress = place("The Congress of Soviets opened on ⟦25 October⟧ with 649 delegates.", "/TEI/text/body/div/p[6]", cite: "p. 150", line: 60, column: 40, offset: 3900)
    let congressLater = place("The Congress of Soviets opened on ⟦26 October⟧ with 649 delegates.", "/TEI/text/body/div/p[5]", cite: "p. 152", line: 55, column: 40, offset: 3100)
    let added = place("⟦The Party had foreseen every step of its enemies.⟧", "/TEI/text/body/div/p[6]", cite: "p. 152", line: 58, column: 5, offset: 3400)

    var record = RecordReport(id: "october-textbook", title: "The October rising")
    let findings = [
        Finding(
            rule: .attributionAgentReplaced, entity: trotsky, other: centre, before: direction, after: directionLater,
            message: "the practical work was done under the direction of Comrade Trotsky; now of the Party Centre headed by Comrade Stalin",
            evidence: [Evidence(kind: "slot", detail: "agent of 'done under the direction of'"), Evidence(kind: "identity", detail: "#trotsky is not #centre")]),
        Finding(
            rule: .erasureEntity, entity: trotsky, before: direction, after: nil, message: "Trotsky was named 7 times and is not named any more",
            evidence: [Evidence(kind: "search", detail: "no form of 6 names in 1938")]),
        Finding(
            rule: .erasureListOmission, entity: trotsky, before: caption, after: captionLater, message: "Trotsky stood in the caption beside Lenin and does not stand there"),
        Finding(
            rule: .erasureListOmission, entity: kamenev, before: kamenevsCaption, after: captionLater,
            message: "Kamenev stood in the caption beside Lenin and does not stand there"),
        Finding(rule: .erasureEntity, entity: kamenev, before: kamenevsCaption, after: nil, message: "Kamenev was named twice and is not named any more"),
        Finding(
            rule: .erasurePassage, confidence: 0.72, before: memoir, after: nil,
            message: "a paragraph of 71 words has no partner; it named Joffe, who is named elsewhere"),
        Finding(rule: .factDate, before: congress, after: congressLater, message: "25 October became 26 October"),
        Finding(rule: .interpolationEntity, entity: Subject(id: "#stalin", name: "Stalin"), before: nil, after: stalinLater, message: "Stalin is named for the first time"),
        Finding(rule: .interpolationPassage, before: nil, after: added, message: "a sentence of 9 words was added"),
        Finding(rule: .changeOther, before: congress, after: congressLater, message: "reworded"),
        Finding(rule: .neutralMove, before: memoir, after: memoir, message: "the same paragraph stands two paragraphs earlier"),
    ]
    record.findings = groupedIntoEvents(fingerprinted(findings, record: record.id))
    record.neutral = ["neutral.move": 1, "neutral.variant": 12, "neutral.copy-edit": 1]
    record.unclassified = 1
    record.changes.reworded = 12
    record.changes.deleted = 1
    record.changes.moved = 1
    record.changes.inserted = 1
    var inTheText = Ledger.Roles()
    inTheText.agent = 4
    inTheText.quoted = 1
    var later = Ledger.Roles()
    later.agent = 2
    record.ledger.entities = [
        .init(id: "#trotsky", name: "Trotsky", presence: [7, 0], roles: [inTheText, .init()]),
        .init(id: "#kamenev", name: "Kamenev", presence: [2, 0], roles: [.init(), .init()]),
        .init(id: "#stalin", name: "Stalin", presence: [0, 3], roles: [.init(), later]),
        .init(id: "#lenin", name: "Lenin", presence: [9, 4], roles: [inTheText, later]),
    ]
    record.ledger.creditTransfer = [
        .init(from: "#trotsky", to: "#centre", count: 1, kind: .credit, rules: ["attribution.agent-replaced": 1, "erasure.entity": 1])
    ]
    var report = RevisionReport(versions: versions, records: [record])
    report.census.read = 18230
    report.census.compared = 18004
    report.census.setAside = ["deletion": 26, "bookkeeping": 200]
    report.warnings = [
        Warning(code: "duplicate-id", message: "xml:id 'p3' stands twice", source: "1924.xml", line: 12),
        Warning(code: "order", message: "no version states a date", source: "1938.xml"),
    ]
    return report
}

/// Three versions of two records, one of them with versions of its own that do not all cover it.
func archiveReport() -> RevisionReport {
    let versions = ["1924", "1930", "1938"].enumerated().map { VersionLabel(number: $0, label: $1, date: $1, source: "archive.xml") }
    var minutes = RecordReport(id: "minutes", title: "Minutes of 1 November")
    minutes.findings = groupedIntoEvents(
        fingerprinted(
            [
                Finding(
                    rule: .erasureRecord, from: 1, to: 2, scope: .edition, entity: nil,
                    before: place("⟦Minutes of 1 November⟧", "/archive/record[2]/version[2]", line: 80, offset: 9000), after: nil,
                    message: "the edition of 1938 has no record 'minutes'")
            ], record: "minutes"))
    minutes.ledger.entities = [
        .init(id: "#trotsky", name: "Trotsky", presence: [2, 1, nil], roles: [.init(), .init(), .init()]),
        .init(id: "#lenin", name: "Lenin", presence: [4, 4, nil], roles: [.init(), .init(), .init()]),
    ]
    var names = RecordReport(id: "names", title: "")
    names.versions = [
        VersionLabel(number: 0, label: "first printing", source: "archive.xml"), VersionLabel(number: 1, label: "second printing", source: "archive.xml"),
    ]
    names.findings = groupedIntoEvents(
        fingerprinted(
            [
                Finding(
                    rule: .factName, entity: nil,
                    before: place("⟦Sukanov⟧ kept a diary.", "/archive/record[3]/version[1]/p", line: 90, column: 8, offset: 9500),
                    after: place("⟦Sukhanov⟧ kept a diary.", "/archive/record[3]/version[2]/p", line: 95, column: 8, offset: 9700),
                    message: "Sukanov became Sukhanov")
            ], record: "names"))
    var report = RevisionReport(versions: versions, records: [RecordReport(id: "silent", title: "Nothing changed here"), minutes, names])
    report.limits = ["tokens per passage: 200000"]
    report.checksums = (12, 11)
    return report
}

/// A passage of many names that went; a strip with people who stand in no version and more of them than it has room for.
func crowdReport() -> RevisionReport {
    let names = ["Radek", "Joffe", "Bubnov", "Uritsky", "Sokolnikov", "Krylenko", "Dybenko", "Podvoisky", "Chudnovsky", "Lazimir"]
    let text = names.joined(separator: ", ") + " sat in the Committee."
    var findings = [
        Finding(
            rule: .erasurePassage, severity: .error, before: place("⟦\(text)⟧", "/p[4]", cite: "p. 3", line: 40, offset: 1000), after: nil,
            message: "a passage of 14 words is gone; it named \(names.joined(separator: ", "))")
    ]
    for name in names {
        findings.append(
            Finding(
                rule: .erasureEntity, entity: Subject(id: "#" + name.lowercased(), name: name),
                before: place(text.replacing(name, with: "⟦\(name)⟧"), "/p[4]", cite: "p. 3", line: 40, offset: 1000 + (text.firstRange(of: name)?.lowerBound.utf16Offset(in: text) ?? 0)), after: nil,
                message: "\(name) stood here; the later version does not name \(name) anywhere in the record",
                evidence: [Evidence(kind: "search", detail: "every spelling that the name systems know was looked for in the whole other version")]))
    }
    var record = RecordReport(id: "committee", title: "")
    record.findings = groupedIntoEvents(fingerprinted(findings, record: record.id))
    record.ledger.entities = names.map { .init(id: "#" + $0.lowercased(), name: $0, presence: [1, 0], roles: [.init(), .init()]) }
    record.ledger.entities += (1...20).map { .init(id: "n\($0)", name: "N\($0)", presence: [$0 % 2, $0 % 3 == 0 ? nil : 0], roles: [.init(), .init()]) }
    return RevisionReport(
        versions: [
            VersionLabel(number: 0, label: "1924", date: "1924", source: "1924.xml"), VersionLabel(number: 1, label: "1938", date: "1938", source: "1938.xml"),
        ], records: [record])
}

/// Nothing found.
func silentReport() -> RevisionReport {
    var record = RecordReport(id: "-", title: "")
    record.neutral = ["neutral.markup": 3]
    return RevisionReport(
        versions: [VersionLabel(number: 0, label: "a", source: "a.xml"), VersionLabel(number: 1, label: "b", source: "b.xml")], records: [record])
}

/// Text that would act somewhere if it could.
let spells = [
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{9B}31m", "\u{202E}niatpac\u{202C}", "zero\u{200B}width", "Tr\u{200C}otsky", "x\u{FEFF}bom", "a\u{0}b", "\u{8}\u{8}\u{8}",
    "line\nbreak\r::error file=x::owned", "::stop-commands::t", "##[error]owned", "##vso[task.setvariable]x", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", "[click](https://evil.example)", "![x](https://evil.example/p.png)", "https://evil.example", "www.evil.example",
    "a@evil.example", "@everyone look", "#1 fixes #2", "a | b || c", "`code` ``x``", "**bold** __b__ *i* _i_", "~~gone~~", "# heading", "- list", "> quote",
    "```\nfence", "$x^2$", ":tada:", "&lt;b&gt; &#60;", "\\\\ \\[", "</details>", "\u{2028}line\u{2029}", "\"quoted\" \\u0041", "[-fake-] {+fake+}",
]

/// Every text of a report is a spell.
func enchantedReport(_ spell: String) -> RevisionReport {
    let versions = [
        VersionLabel(number: 0, label: spell, date: spell, by: spell, reason: spell, source: spell),
        VersionLabel(number: 1, label: spell + "2", source: spell),
    ]
    var record = RecordReport(id: spell, title: spell)
    let subject = Subject(id: spell, name: spell)
    let before = Place(span: spell, text: "It says \(spell) here.", spanStart: 8, path: spell, cite: spell, line: 1, column: 1, offset: 8, length: 4)
    let after = Place(span: "x", text: "It says x \(spell) x.", path: spell, cite: spell, line: 2, column: 1, offset: 8, length: 1)
    record.findings = groupedIntoEvents(
        fingerprinted(
            [
                Finding(
                    rule: .attributionAgentReplaced, entity: subject, other: subject, before: before, after: after, message: spell,
                    evidence: [Evidence(kind: spell, detail: spell)]),
                Finding(rule: .erasureEntity, entity: subject, before: before, after: nil, message: "\(spell) gone"),
                Finding(rule: .neutralMove, entity: subject, before: before, after: before, message: spell),
            ], record: spell))
    record.ledger.entities = [.init(id: spell, name: spell, presence: [1, 0], roles: [.init(), .init()])]
    record.ledger.creditTransfer = [.init(from: spell, to: spell, count: 1, kind: .credit, rules: ["attribution.agent-replaced": 1])]
    var report = RevisionReport(versions: versions, records: [record, RecordReport(id: "other", title: "")])
    report.warnings = [Warning(code: "code", message: spell, source: spell, line: 1)]
    report.limits = ["limit " + spell]
    report.census.setAside = [spell: 3]
    report.census.read = 3
    return report
}
