import Records
import XMLEvents

/// The first pass over a TEI document: what must be known of the whole before its text can be read. Which child of a `choice` is compared, which
/// reading of an apparatus entry stands in which witness, where a deletion ends that spans blocks, which ids there are to be pointed at.
final class Survey: XMLHandler {
    /// A `choice`; its children as numbers of elements in document order.
    private struct Choice {
        var first: [Int] = []
        /// What the transcriber resolved: the abbreviation, the misprint, the old spelling. Compared only where nothing else is given.
        var unresolved: [Int] = []
    }
    private struct Open {
        var word: Word
        var element: Int
        var id: String?
        /// Index of the choice that it is, or -1.
        var choice = -1
        /// Index of the apparatus entry in force, and of the reading in it, or -1.
        var entry = -1
        var reading = -1
        /// Inside a list of apparatus entries that stand apart from the text.
        var isApart = false
    }
    private struct Listener {
        enum Purpose { case witness(Int), mapping(String), name(String) }
        var purpose: Purpose
        var depth: Int
        var text: [UInt8] = []
    }

    private let namespaces: Set<String>
    private var words: [Word] = []
    private var attributes: [KnownAttribute?] = []
    private var open: [Open] = []
    private var elements = 0
    private var choices: [Choice] = []
    private var listeners: [Listener] = []
    private(set) var apparatus = Apparatus()
    private(set) var pointers = Pointers()
    private(set) var prefixes: [PointerPrefix] = []
    /// Texts that stand for a character outside Unicode, by the id of its `char` or `glyph`.
    private(set) var glyphs: [String: String] = [:]
    /// The first name of each person, body and place that has an id.
    private(set) var namesByID: [String: String] = [:]
    private(set) var listsPersons = false
    /// `delSpan` and `damageSpan`: the number of the element, the id of its end, the place.
    private var spans: [(element: Int, to: String, source: Int)] = []
    private var undone: [String] = []

    init(namespaces: Set<String>) { self.namespaces = namespaces }

    /// The elements that the survey looks at.
    private enum Word: String {
        case choice, app, rdgGrp, lem, rdg, listApp, listWit, witness, variantEncoding, lacunaStart, lacunaEnd, witStart, witEnd
        case sic, orig, abbr, am, note, wit, witDetail, lb, pb, cb, milestone
        case prefixDef, char, glyph, mapping, person, personGrp, org, place, persName, orgName, placeName, date, time
        case delSpan, undo, redo, event, state, residence, occupation, affiliation, floruit, education, birth, death
        case other
    }

    func name(_ id: Int, local: String, namespace: String) {
        words.append(namespaces.contains(namespace) ? Word(rawValue: local) ?? .other : .other)
        attributes.append(KnownAttribute(rawValue: local))
    }

    private func value(_ attribute: KnownAttribute, _ tag: StartTag) -> String? {
        for stated in tag.attributes where attributes[stated.name] == attribute && !stated.value.isEmpty { return stated.string }
        return nil
    }

    func start(_ tag: StartTag) {
        let element = elements
        elements += 1
        let parent = open.last
        let word = words[tag.name]
        var here = Open(word: word, element: element, entry: parent?.entry ?? -1, reading: parent?.reading ?? -1, isApart: parent?.isApart ?? false)
        if !tag.attributes.isEmpty {
            here.id = value(.id, tag)
            check(tag, word, here.id, element)
        }
        if let parent, parent.choice >= 0 {
            switch word {
            case .sic, .orig, .abbr, .am: choices[parent.choice].unresolved.append(element)
            case .note, .wit, .witDetail, .lb, .pb, .cb, .milestone: break
            default: choices[parent.choice].first.append(element)
            }
        }
        switch word {
        case .choice:
            here.choice = choices.count
            choices.append(Choice())
        case .app, .rdgGrp, .lem, .rdg, .listApp, .listWit, .witness, .variantEncoding, .lacunaStart, .lacunaEnd, .witStart, .witEnd: apparatus(&here, tag)
        case .person, .personGrp: listsPersons = listsPersons || here.id != nil
        case .persName, .orgName, .placeName:
            if let id = parent?.id, namesByID[id] == nil, parent?.word == .person || parent?.word == .personGrp || parent?.word == .org || parent?.word == .place {
                listeners.append(Listener(purpose: .name(id), depth: open.count))
            }
        case .prefixDef:
            if let prefix = value(.ident, tag) {
                prefixes.append(PointerPrefix(prefix, pattern: value(.matchPattern, tag) ?? "", target: value(.replacementPattern, tag) ?? "", source: tag.source))
            }
        case .mapping:
            if let id = parent?.id, parent?.word == .char || parent?.word == .glyph, glyphs[id] == nil || value(.type, tag) == "standardized" {
                listeners.append(Listener(purpose: .mapping(id), depth: open.count))
            }
        case .delSpan:
            if let to = value(.spanTo, tag) { spans.append((element, String(to.drop { $0 == "#" }), tag.source)) }
        case .undo: undone += Pointers.local(value(.target, tag))
        case .redo:
            let again = Pointers.local(value(.target, tag))
            undone.removeAll { again.contains($0) }
        case .date:
            if case .witness(let index)? = listeners.last?.purpose, apparatus.witnesses[index].date == nil {
                apparatus.witnesses[index].date = value(.when, tag) ?? value(.from, tag) ?? value(.notBefore, tag)
            }
        case .sic, .orig, .abbr, .am, .note, .wit, .witDetail, .lb, .pb, .cb, .milestone, .char, .glyph, .org, .place, .time, .event, .state, .residence,
            .occupation, .affiliation, .floruit, .education, .birth, .death, .other:
            break
        }
        open.append(here)
    }

    func end(at source: Int) {
        let closed = open.removeLast()
        if closed.word == .listWit { apparatus.closeGroup() }
        while let last = listeners.last, last.depth == open.count {
            listeners.removeLast()
            let text = String(decoding: last.text, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
            guard !text.isEmpty else { continue }
            switch last.purpose {
            case .witness(let index): apparatus.witnesses[index].description = text
            case .mapping(let id): glyphs[id] = text
            case .name(let id): namesByID[id] = text
            }
        }
    }

    /// More of a name or of a witness' description tells a label nothing.
    private static let longestListened = 400

    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {
        for index in listeners.indices where listeners[index].text.count < Self.longestListened { listeners[index].text += piece }
    }

    // MARK: apparatus

    private func apparatus(_ here: inout Open, _ tag: StartTag) {
        switch here.word {
        case .variantEncoding: apparatus.method = value(.method, tag) ?? apparatus.method
        case .listApp: here.isApart = true
        case .listWit: apparatus.openGroup(here.id)
        case .witness:
            apparatus.addWitness(here.id ?? value(.sigil, tag) ?? value(.n, tag), date: value(.when, tag))
            if !apparatus.witnesses.isEmpty { listeners.append(Listener(purpose: .witness(apparatus.witnesses.count - 1), depth: open.count)) }
        case .app:
            let isApart = here.isApart || value(.from, tag) != nil || value(.loc, tag) != nil
            here.entry = apparatus.addEntry(here.element, isApart: isApart, within: (here.entry, here.reading), source: tag.source)
            here.reading = -1
        case .rdgGrp: if here.entry >= 0 { apparatus.entries[here.entry].group = resolvedAll(value(.wit, tag)) }
        case .lem, .rdg:
            guard here.entry >= 0 else { return }
            let sigla = resolvedAll(value(.wit, tag)) ?? (open.last?.word == .rdgGrp ? apparatus.entries[here.entry].group : nil)
            here.reading = apparatus.addReading(here.element, in: here.entry, isLemma: here.word == .lem, sigla: sigla, source: tag.source)
        case .lacunaStart, .lacunaEnd, .witStart, .witEnd:
            apparatus.breakOff(
                here.entry, here.reading, sigla: resolvedAll(value(.wit, tag)), begins: here.word == .lacunaStart || here.word == .witEnd, source: tag.source)
        default: break
        }
    }

    private func resolvedAll(_ pointers: String?) -> [String]? {
        pointers.map { $0.split(separator: " ").map { Apparatus.siglum(PointerPrefix.resolved(String($0), prefixes)) } }
    }

    // MARK: pointers

    private func check(_ tag: StartTag, _ word: Word, _ id: String?, _ element: Int) {
        if let id { pointers.ids[id] = element }
        for stated in tag.attributes {
            guard let attribute = attributes[stated.name] else { continue }
            switch attribute {
            case .sameAs, .corresp, .copyOf, .next, .prev, .change: pointers.note(attribute, stated.string, from: id, source: tag.source)
            case .when, .notBefore, .notAfter: pointers.noteDate(attribute.rawValue, stated.value, source: tag.source)
            case .from, .to:
                switch word {
                case .date, .time, .event, .state, .residence, .occupation, .affiliation, .floruit, .education, .birth, .death:
                    pointers.noteDate(attribute.rawValue, stated.value, source: tag.source)
                default: break
                }
            default: break
            }
        }
    }

    // MARK: what the reader asks

    /// Whether a struck passage of this id was restored by an `undo`.
    func isUndone(_ id: String) -> Bool { undone.contains(id) }

    /// Deletions that run from one element to before another, as numbers of elements, in order; those whose end is nowhere are left out.
    var deletedSpans: [(from: Int, to: Int)] {
        spans.compactMap { span in pointers.ids[span.to].flatMap { $0 > span.element ? (span.element, $0) : nil } }
    }

    /// What is read past, in order: the children of each choice but one, the readings that are not those of the edited text or of the witness.
    func passedOver(witness: Int?) -> [PassedOver] {
        var passed: [PassedOver] = []
        for choice in choices {
            let all = choice.first + choice.unresolved
            guard let kept = all.first else { continue }
            passed += all.filter { $0 != kept }.map { PassedOver(element: $0, kind: "alternative reading") }
        }
        passed += apparatus.passedOver(witness: witness)
        return passed.sorted { $0.element < $1.element }
    }

    /// What is wrong with pointers and dates, as (code, message, offset), in the order of the source.
    var troubles: [(code: String, message: String, offset: Int)] {
        var found = pointers.troubles + apparatus.troubles(declared: pointers.ids) + prefixes.compactMap(\.trouble)
        for span in spans where pointers.ids[span.to].map({ $0 <= span.element }) ?? true {
            found.append(("pointer", "the deletion has no end: '#\(span.to)' does not stand after it; its text is compared", span.source))
        }
        return found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
    }
}

/// An element that is read but not compared, by its number in document order.
struct PassedOver: Hashable {
    var element: Int
    /// As the census names it.
    var kind: String
}
