import Records

/// The words that a mapping file may say after `as:`, and what they stand for.
enum MappingWords {
    struct Word {
        var word: String
        var place: Mapping.Place
        var mark: Annotation.Kind?
        var deed: Mapping.Deed

        init(_ word: String, _ place: Mapping.Place, mark: Annotation.Kind? = nil, does deed: Mapping.Deed = .none) {
            self.word = word
            self.place = place
            self.mark = mark
            self.deed = deed
        }
    }

    static let all: [Word] = structure + passages + marks + landmarks

    static func find(_ word: String) -> Word? { all.first { $0.word == word } }

    private static let structure = [
        Word("container", .container), Word("part", .part), Word("word", .word), Word("bookkeeping", .aside("bookkeeping")),
        Word("deletion", .aside("deletion")), Word("ignore", .aside("ignored")),
    ]

    /// Every role by its name. A title, a source, a date, a quotation, an author may also stand in the text of another passage.
    private static let passages = Role.allCases.map { role -> Word in
        let word = String(describing: role)
        switch role {
        case .title: return Word(word, .alone(role), mark: .title)
        case .source: return Word(word, .alone(role), mark: .source)
        case .date: return Word(word, .alone(role), mark: .date)
        case .quotation: return Word(word, .alone(role), mark: .quotation)
        case .author, .editor: return Word(word, .alone(role), mark: .person)
        case .gap: return Word(word, .alone(role), mark: .gap, does: .gap)
        case .graphic: return Word(word, .passage(role), does: .picture)
        case .paragraph, .heading, .verse, .speech, .item, .cell, .note, .caption, .credit, .byline, .responsibility, .imprint, .field:
            return Word(word, .passage(role))
        }
    }

    private static let marks = [
        Word("person", .alone(.field), mark: .person), Word("organisation", .alone(.field), mark: .organisation),
        Word("place", .alone(.field), mark: .place), Word("name", .alone(.field), mark: .name), Word("number", .alone(.field), mark: .number),
        Word("supplied", .alone(.paragraph), mark: .supplied), Word("emphasis", .alone(.paragraph), mark: .emphasis),
    ]

    private static let landmarks = [
        Word("record", .container, does: .record), Word("record-id", .aside("bookkeeping"), does: .recordID),
        Word("record-title", .alone(.title), mark: .title, does: .recordTitle), Word("version", .container, does: .version),
        Word("version-label", .aside("version label"), does: .versionLabel), Word("version-date", .aside("version label"), does: .versionDate),
        Word("version-by", .aside("version label"), does: .versionMaker), Word("version-reason", .aside("version label"), does: .versionReason),
        Word("change", .aside("bookkeeping"), does: .change),
        Word("change-date", .aside("bookkeeping"), does: .changeDate), Word("change-by", .aside("bookkeeping"), does: .changeMaker),
        Word("change-reason", .aside("bookkeeping"), does: .changeReason), Word("entity", .container, does: .entity(.person)),
        Word("entity-name", .aside("authority"), does: .entityName), Word("entity-key", .aside("authority"), does: .entityKey),
        Word("key", .aside("bookkeeping"), does: .key), Word("speaker", .passage(.heading), does: .speaker), Word("choice", .part, does: .choice),
        Word("line-break", .part, does: .lineBreak), Word("page-break", .part, does: .pageBreak),
    ]
}
