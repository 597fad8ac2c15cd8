import Records
import Settings

/// XML whose elements a mapping file explains. What it does not mention is read as generic XML reads it, and counted for `inspect`.
enum MappedXML {
    static func vocabulary(_ mapping: Mapping) -> Vocabulary {
        var vocabulary = GenericXML.vocabulary
        vocabulary.name = mapping.name
        vocabulary.mapping = mapping
        vocabulary.holdsVersions = mapping.rules.contains { $0.deed == .version }
        return vocabulary
    }

    /// What a rule makes of its element. `number`: which rule it is.
    static func meaning(_ rule: Mapping.Rule, number: Int, holdsVersions: Bool) -> Meaning {
        var meaning: Meaning
        switch rule.place {
        case .container: meaning = .container
        case .part: meaning = .transparent
        case .word: meaning = Meaning(.either(.field), .word)
        // A note does not end the word that it hangs on.
        case .passage(.note): meaning = Meaning(.block(.note), .block(.note))
        case .passage(let role): meaning = .block(role)
        case .alone(let role): meaning = Meaning(.block(role), isWord(role) ? .word : .part)
        case .aside(let kind): meaning = .aside(kind)
        }
        meaning.annotation = rule.mark
        meaning.rule = number
        meaning.effect = effect(rule.deed, holdsVersions)
        switch meaning.effect {
        case .lineBreak, .pageBreak: (meaning.outside, meaning.inside) = (.container, .part)
        case .record, .version: meaning.inside = .container
        default: break
        }
        return meaning
    }

    /// Titles, authors and editors stand beside each other without blanks where they are parts of a reference.
    private static func isWord(_ role: Role) -> Bool { role == .title || role == .author || role == .editor }

    private static func effect(_ deed: Mapping.Deed, _ holdsVersions: Bool) -> Meaning.Effect {
        switch deed {
        case .none: .none
        case .lineBreak: .lineBreak
        case .pageBreak: .pageBreak
        case .gap: .gap
        case .picture: .picture
        case .choice: .choice
        // Without versions inside, a record is the one version of itself.
        case .record: holdsVersions ? .record : .version
        case .recordID: .recordID
        case .recordTitle: .recordTitle
        case .version: .version
        case .versionLabel: .label(.label)
        case .versionDate: .label(.date)
        case .versionMaker: .label(.maker)
        case .versionReason: .label(.reason)
        case .change: .change
        case .changeDate: .changeDate
        case .changeMaker: .changeName
        case .changeReason: .changeItem
        case .entity(let kind): .entity(kind)
        case .entityName: .entityName
        case .entityKey: .entityKey
        case .key: .key
        case .speaker: .speaker
        }
    }

    /// The attribute of our own vocabularies that says the same.
    static func fact(_ attribute: KnownAttribute) -> Mapping.Fact? {
        switch attribute {
        case .key: .key
        case .id: .id
        case .when: .when
        case .from: .from
        case .to: .to
        case .n: .number
        case .edition: .edition
        case .label: .label
        case .by: .by
        case .reason: .reason
        case .who: .speaker
        case .url: .address
        default: nil
        }
    }
}
