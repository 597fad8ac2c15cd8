import Records

/// TEI P5 (and P4), whole or in fragments.
enum TEI {
    static let namespace = "http://www.tei-c.org/ns/1.0"
    static let name = "tei"
    static let roots: Set<String> = ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2"]

    /// `isCorpus`: each TEI element in it is a record of its own.
    static func vocabulary(isCorpus: Bool, namespaces: Set<String>) -> Vocabulary {
        var elements = Self.elements
        if isCorpus {
            for name in ["TEI", "TEI.2"] { elements[name] = .container.doing(.version) }
        }
        return Vocabulary(
            name: name, elements: elements, tables: tables, namespaces: namespaces.union([namespace, ""]), settle: settle,
            settles: [.responsibility], nameKinds: nameKinds)
    }

    static let nameKinds: [String: Annotation.Kind] = [
        "person": .person, "pers": .person, "people": .person, "character": .person, "org": .organisation, "organisation": .organisation,
        "organization": .organisation, "party": .organisation, "institution": .organisation, "place": .place, "geog": .place, "city": .place,
        "country": .place,
    ]

    private static func named(_ meaning: Meaning, _ names: String) -> [(String, Meaning)] {
        names.split(separator: " ").map { (String($0), meaning) }
    }

    private static func table(_ groups: [(String, Meaning)]...) -> [String: Meaning] {
        Dictionary(groups.flatMap { $0 }, uniquingKeysWith: { $1 })
    }

    /// Parts of names and of references, which stand for words of their own.
    private static let word = Meaning(.either(.field), .word)

    static let elements: [String: Meaning] = table(
        named(
            .container,
            "TEI TEI.2 teiCorpus teiCorpus.2 text front body back group div div0 div1 div2 div3 div4 div5 div6 div7 floatingText list table row listBibl listApp castList castGroup spGrp titlePage docTitle fileDesc profileDesc listPerson listOrg listPlace listEvent listObject listNym listRelation listChange particDesc settingDesc surface surfaceGrp sourceDoc notesStmt divGen lg epigraph cit sourceDesc relatedItem"
        ),
        [
            ("teiHeader", .holder(opens: "header")), ("standOff", .holder(opens: "authority")),
            ("facsimile", .holder(opens: "facsimile")), ("sourceDoc", .holder(opens: "facsimile")), ("surface", .holder(opens: "facsimile")),
            ("figure", .holder(opens: "figure")), ("sp", .container.doing(.speech).opening("speech")),
        ],
        // blocks
        named(.block(.paragraph), "p ab trailer salute argument postscript desc"),
        named(.block(.heading), "head"), named(.block(.heading).doing(.speakerName), "speaker"),
        named(.block(.verse), "l line"),
        named(.block(.item), "item castItem"),
        named(.block(.cell), "cell"),
        named(Meaning(.block(.note), .block(.note)), "note"),
        named(.block(.note), "stage"),
        named(.block(.byline), "byline signed"),
        named(.block(.date), "dateline"),
        named(.block(.imprint), "docImprint docEdition imprimatur"),
        named(.block(.title), "titlePart"),
        named(.block(.caption), "figDesc"),
        named(Meaning(.either(.paragraph), .container), "opener closer"),
        named(Meaning(.either(.heading), .part), "label"),
        // blocks where they stand alone, marks where they stand in a text
        named(.mark(.quotation, alone: .quotation), "quote q"),
        named(.mark(.quotation, alone: .quotation).doing(.speech), "said"),
        named(Meaning(.block(.source), .part, marks: .source), "bibl"),
        named(Meaning(.block(.source), .word, marks: .source), "biblStruct biblFull msDesc witness"),
        named(.mark(.source), "ref"),
        named(Meaning(.block(.title), .word, marks: .title), "title"),
        named(.mark(.date, alone: .date), "date time"),
        named(Meaning(.block(.author), .word, marks: .person), "author docAuthor"),
        named(Meaning(.block(.editor), .word, marks: .person), "editor"),
        // names
        named(.mark(.person, alone: .field).doing(.entityName), "persName"),
        named(.mark(.organisation, alone: .field).doing(.entityName), "orgName"),
        named(.mark(.place, alone: .field).doing(.entityName), "placeName"),
        named(.mark(.place, alone: .field), "geogName settlement country region district bloc"),
        named(.mark(.name, alone: .field), "name rs"),
        named(.mark(.person, alone: .field), "role"),
        named(
            word,
            "forename surname addName roleName nameLink genName resp publisher pubPlace biblScope citedRange addrLine edition extent imprint monogr analytic series"
        ),
        named(.mark(.number), "num measure"),
        // What a writer added to his own text is his text; what an editor supplied is the editor's.
        named(.mark(.supplied), "supplied corr"),
        named(.mark(.emphasis), "hi emph soCalled"),
        // entries of an authority that stand in the text are records themselves
        named(.container.doing(.entity(.person)).opening("entry"), "person personGrp nym"),
        named(.container.doing(.entity(.organisation)).opening("entry"), "org"),
        named(.container.doing(.entity(.place)).opening("entry"), "place"),
        named(.container.doing(.entity(.event)).opening("entry"), "event"),
        // readings
        named(Meaning(.either(.paragraph), .part, does: .choice), "choice app rdgGrp"),
        named(.aside("deletion"), "del surplus"),
        [("restore", Meaning(.either(.paragraph), .part, opens: "restored"))],
        named(.aside("metamark"), "metamark"),
        // The lines of a manuscript page run on; a zone is a stretch of writing.
        [("zone", Meaning(.either(.paragraph), .apart(.paragraph))), ("line", Meaning(.either(.paragraph), .container))],
        // words
        named(word, "w s"),
        named(Meaning(.container, .part, does: .lineBreak), "space"),
        [("g", Meaning(.either(.paragraph), .part, does: .glyph)), ("relation", Meaning(.block(.field), .apart(.field), does: .relation))],
        // breaks and gaps
        named(Meaning(.container, .part, does: .lineBreak), "lb cb milestone gb"),
        named(Meaning(.container, .part, does: .pageBreak), "pb"),
        [
            ("gap", Meaning(.block(.gap), .part, marks: .gap, does: .gap)),
            ("graphic", Meaning(.block(.graphic), .block(.graphic), does: .picture)),
            ("media", Meaning(.block(.graphic), .block(.graphic), does: .picture)),
        ],
        named(.aside("running head"), "fw"),
        named(.aside("bookkeeping"), "teiFsd fsdDecl xenoData witDetail revisionDesc charDecl"),
        named(.aside("apparatus"), "wit")
    )

    static let tables: [String: [String: Meaning]] = [
        "header": table(
            named(
                .container,
                "titleStmt seriesStmt editionStmt notesStmt profileDesc creation correspDesc correspAction handNotes listWit listChange"
            ),
            [
                ("titleStmt", .holder(opens: "titleStmt")), ("publicationStmt", .holder(opens: "publication")),
                ("particDesc", .holder(opens: "authority")), ("settingDesc", .holder(opens: "authority")),
                ("correspAction", .block(.field).opening("correspondence")), ("change", .block(.paragraph)),
                ("respStmt", .block(.responsibility)), ("sourceDesc", .holder(opens: "source")), ("availability", .aside("bookkeeping")),
            ],
            named(.block(.responsibility), "principal funder sponsor meeting"),
            named(.block(.imprint), "edition publisher pubPlace distributor authority imprint"),
            named(
                .aside("bookkeeping"), "licence encodingDesc idno textClass keywords langUsage extent xenoData calendarDesc"),
            [("revisionDesc", .aside("bookkeeping").opening("revision"))]
        ),
        "titleStmt": table(
            [("title", Meaning(.block(.title), .word, marks: .title, does: .recordTitle))],
            named(.block(.responsibility), "respStmt principal funder sponsor meeting"),
            named(.aside("bookkeeping"), "idno")
        ),
        "publication": table(
            named(.block(.imprint), "p ab publisher pubPlace distributor authority address"),
            [("date", Meaning(.block(.imprint), .part, marks: .date, does: .versionDate)), ("idno", .aside("bookkeeping").doing(.recordID))],
            named(.aside("bookkeeping"), "availability licence"),
            named(.block(.responsibility), "respStmt")
        ),
        "source": table(
            named(.block(.responsibility), "respStmt principal funder sponsor"),
            named(.aside("bookkeeping"), "idno availability licence")
        ),
        "revision": ["change": .aside("bookkeeping").doing(.change).opening("change")],
        "change": table(
            named(.aside("bookkeeping").doing(.changeDate), "date"), named(.aside("bookkeeping").doing(.changeName), "name"),
            named(.aside("bookkeeping").doing(.changeItem), "item")),
        // Who wrote to whom, from where, when: one passage for each, its kind ("sent") is where it is quoted.
        "correspondence": table(
            named(Meaning(.either(.field), .word, marks: .person).doing(.entityName), "persName"),
            named(Meaning(.either(.field), .word, marks: .organisation).doing(.entityName), "orgName"),
            named(Meaning(.either(.field), .word, marks: .place), "placeName settlement country region geogName"),
            named(Meaning(.either(.field), .word, marks: .name), "name rs"),
            named(Meaning(.either(.field), .word, marks: .date, does: .statedDate), "date")),
        "restored": ["del": .transparent],
        // Names in a list that says who is who are no mentions; what the list tells about a person is.
        "authority": table(
            named(.aside("authority").doing(.entityName), "persName orgName placeName name"),
            named(.aside("authority").doing(.entityKey), "idno"),
            named(.container.doing(.entity(.person)), "person personGrp nym"),
            named(.container.doing(.entity(.organisation)), "org"),
            named(.container.doing(.entity(.place)), "place"),
            named(.container.doing(.entity(.event)), "event"),
            named(.transparent, "p note bibl desc").map { ($0.0, elements[$0.0] ?? .transparent) }.map { ($0.0, $0.1.opening("prose")) },
            named(
                Meaning(.either(.field), .word, opens: "prose"),
                "occupation residence education faith nationality affiliation state trait langKnowledge socecStatus sex gender age"
            ),
            named(Meaning(.either(.field), .word, does: .statedDate, opens: "prose"), "birth death floruit")
        ),
        "prose": table(
            named(.mark(.person, alone: .field), "persName"), named(.mark(.organisation, alone: .field), "orgName"),
            named(.mark(.place, alone: .field), "placeName"), named(.mark(.name, alone: .field), "name"),
            named(.aside("bookkeeping"), "idno"), named(.block(.paragraph), "desc p")
        ),
        "entry": table(
            named(.mark(.name, alone: .field).doing(.entityName), "name"),
            named(.aside("bookkeeping").doing(.entityKey), "idno"),
            named(
                Meaning(.either(.field), .word),
                "occupation residence education faith nationality affiliation state trait langKnowledge socecStatus sex gender age"
            ),
            named(Meaning(.either(.field), .word, does: .statedDate), "birth death floruit")
        ),
        "figure": table(named(.block(.caption).doing(.figureLine), "head p ab figDesc"), named(.block(.credit), "credit byline")),
        "speech": table(named(.block(.speech), "p ab")),
        // Pictures of the pages are no pictures in the record.
        "facsimile": table([("graphic", .container), ("media", .container)]),
    ]

    /// Words that mark a statement of responsibility as one for the electronic file, not for the work.
    private static let encoders = [
        "encod", "markup", "mark-up", "transcri", "digit", "tei", "xml", "proof", "convert", "conversion", "html", "ocr", "scan", "metadata", "upload",
        "data creation", "data entry", "data transformation", "data collation",
    ]

    @Sendable private static func settle(_ block: FinishedBlock) -> Settlement {
        guard block.element == "respStmt" else { return .passage(block.role) }
        let resp = block.parts.filter { $0.element == "resp" }.map { $0.text.lowercased() }.joined(separator: " ")
        let words = resp.split { !$0.isLetter && $0 != "-" }
        let isEncoders = encoders.contains { cue in cue.contains(" ") ? resp.contains(cue) : words.contains { $0.hasPrefix(cue) } }
        return isEncoders ? .aside("bookkeeping") : .passage(block.role)
    }
}
