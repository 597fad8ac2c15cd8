import Records
import Settings
import XMLEvents

/// How the reader follows the paths of a mapping, and takes from attributes what they state.
extension RecordReader {
    /// An attribute that a rule for children asks for, where it was stated.
    struct Carried {
        var depth: Int
        var attribute: Int
        var value: Symbol
    }

    /// The meaning of an element by the mapping, and the state for what stands in it.
    func mapped(_ tag: StartTag, _ state: Int) -> (meaning: Int, state: Int) {
        let name = names[tag.name]
        guard let paths else { return (meaning(tag.name, table: 0), 0) }
        let index = paths.arrival(in: state, name: tag.name, local: name.local, namespace: name.namespace) { number in self.value(number, tag) }
        if paths.isFull { violate("the paths of the mapping lead to more than \(PathStates.mostStates) different places", tag.source) }
        let arrival = paths.arrivals[index]
        arrived = index
        for attribute in arrival.carries {
            if let value = value(attribute, tag) {
                carried.append(Carried(depth: frames.count, attribute: attribute, value: symbols.symbol(String(decoding: value, as: UTF8.self))))
            }
        }
        if arrival.rule < 0 || name.namespace == RecordReader.inclusions { return (meaning(tag.name, table: 0), arrival.state) }
        return (meaning(ofRule: arrival.rule), arrival.state)
    }

    private func meaning(ofRule rule: Int) -> Int {
        guard let mapping = vocabulary.mapping else { return 0 }
        if ruleMeanings.isEmpty { ruleMeanings = Array(repeating: -1, count: mapping.rules.count) }
        if ruleMeanings[rule] < 0 {
            meanings.append(MappedXML.meaning(mapping.rules[rule], number: rule, holdsVersions: vocabulary.holdsVersions))
            ruleMeanings[rule] = meanings.count - 1
        }
        return ruleMeanings[rule]
    }

    /// The value of an attribute that the mapping speaks of, by number.
    private func value(_ attribute: Int, _ tag: StartTag) -> UnsafeBufferPointer<UInt8>? {
        for stated in tag.attributes where attributeNames[attribute].contains(stated.name) { return stated.value }
        return nil
    }

    /// Numbers an attribute's name, when the document first uses it.
    func learn(_ name: Int, _ known: KnownName) {
        guard let paths else { return }
        if attributeNames.count < paths.attributes.count {
            attributeNames = Array(repeating: [], count: paths.attributes.count)
        }
        for (number, wanted) in paths.attributes.enumerated() where Self.fits(wanted, known) { attributeNames[number].append(name) }
    }

    private static func fits(_ wanted: Mapping.Name, _ known: KnownName) -> Bool {
        if let local = wanted.local, !local.utf8.elementsEqual(known.local.utf8) { return false }
        if let namespace = wanted.namespace, !namespace.utf8.elementsEqual(known.namespace.utf8) { return false }
        return true
    }

    /// Attributes that identify elements and state their language go by the mapping, the others by their names.
    func role(of local: String, _ namespace: String) -> KnownAttribute? {
        let byName = KnownAttribute(rawValue: local)
        guard let mapping = vocabulary.mapping else { return byName }
        let known = KnownName(local: local, namespace: namespace, symbol: .none, hash: 0, isOurs: true)
        if mapping.ids.contains(where: { Self.fits($0, known) }) { return .id }
        if mapping.languages.contains(where: { Self.fits($0, known) }) { return .lang }
        if byName == .id, !mapping.ids.isEmpty { return nil }
        if byName == .lang, !mapping.languages.isEmpty { return nil }
        return byName
    }

    /// Of the children of a choice the first is compared.
    var otherReading: String? {
        guard let parent = frames.last, meanings[parent.meaning].effect == .choice, parent.passedOver == nil else { return nil }
        if parent.hasChosen { return "alternative reading" }
        frames[frames.count - 1].hasChosen = true
        return nil
    }

    // MARK: facts

    /// What the element states in the attribute that the mapping names for it; in the usual attribute where the mapping names none.
    func string(_ attribute: KnownAttribute, _ tag: StartTag, _ meaning: Meaning) -> String? {
        guard meaning.rule >= 0, let fact = MappedXML.fact(attribute), let stated = vocabulary.mapping?.rules[meaning.rule].facts[fact] else {
            return tag.string(attribute, names)
        }
        return strings(stated, tag).first
    }

    func strings(_ fact: Mapping.Fact, _ tag: StartTag, _ meaning: Meaning) -> [String] {
        guard meaning.rule >= 0, let stated = vocabulary.mapping?.rules[meaning.rule].facts[fact] else { return [] }
        return strings(stated, tag)
    }

    func states(_ fact: Mapping.Fact, _ meaning: Meaning) -> Bool {
        meaning.rule >= 0 && vocabulary.mapping?.rules[meaning.rule].facts[fact] != nil
    }

    private func strings(_ attributes: [Mapping.Attribute], _ tag: StartTag) -> [String] {
        var strings: [String] = []
        for attribute in attributes {
            guard let number = paths?.attributes.firstIndex(of: attribute.name) else { continue }
            if attribute.ofParent {
                let depth = frames.count - 1
                if let value = carried.last(where: { $0.depth == depth && $0.attribute == number }) { strings.append(symbols[value.value]) }
            } else if let value = value(number, tag), !value.isEmpty {
                strings.append(String(decoding: value, as: UTF8.self))
            }
        }
        return strings
    }

    // MARK: text in attributes

    /// Attributes whose text belongs to the record are passages, before the element's own text.
    func takeAttributes(_ frame: Frame, _ tag: StartTag) {
        guard let paths, arrived >= 0, !paths.arrivals[arrived].attributeRules.isEmpty, let mapping = vocabulary.mapping else { return }
        if frame.draft >= 0, drafts[frame.draft].asideKind != nil { return }
        for stated in tag.attributes {
            // Of several rules for one attribute the last counts.
            let fitting = paths.arrivals[arrived].attributeRules.last { rule in mapping.rules[rule].attribute.map { Self.fits($0, names[stated.name]) } ?? false }
            guard let fitting, !stated.value.isEmpty else { continue }
            take(stated, mapping.rules[fitting], frame, tag)
        }
    }

    private func take(_ stated: StartTag.Attribute, _ rule: Mapping.Rule, _ frame: Frame, _ tag: StartTag) {
        let text = stated.string
        let version = versions[versions.count - 1]
        switch rule.deed {
        case .recordID: if version.id == "-" { version.id = text }
        case .recordTitle: if version.title.isEmpty { version.title = text }
        default: break
        }
        let role: Role
        switch rule.place {
        case .passage(let stated), .alone(let stated): role = stated
        // An attribute that is no text of the record is compared as mark-up, as ever.
        case .aside, .container, .part, .word: return
        }
        let draft = fresh()
        draft.role = role
        draft.isNamed = true
        draft.node = version.addNode(symbols.symbol("@" + names[stated.name].local), parent: frame.node, id: .none).node
        draft.name = stated.name
        draft.order = version.blocks
        version.blocks += 1
        draft.speaker = frame.speaker
        draft.cite = cite(frame)
        draft.language = frame.language
        draft.sourceStart = place(of: text, in: tag)
        draft.attributes = 0
        if let mark = rule.mark {
            draft.marks.append(Draft.Mark(name: stated.name, start: 0, end: Int.max, attributes: 0, annotation: mark, key: symbols.symbol(text)))
        }
        take(text, into: draft, draft.sourceStart)
        draft.sourceEnd = draft.sourceStart + stated.value.count
        if draft.count > 0 { version.finish(draft) } else { give(back: draft) }
        if drafts.isEmpty { flush(version) }
    }

    // MARK: what the text of an element says about others

    /// The key of the nearest name round the place.
    func setKey(_ key: String) {
        for frame in frames.reversed() where frame.draft >= 0 && frame.annotation != nil {
            let marks = drafts[frame.draft].marks.indices
            if marks.contains(frame.mark) {
                drafts[frame.draft].marks[frame.mark].key = symbols.symbol(key)
            } else if frame.ownsDraft, !marks.isEmpty {
                drafts[frame.draft].marks[0].key = symbols.symbol(key)
            }
            return
        }
    }

    /// Who speaks in the element round the place.
    func setSpeaker(_ speaker: String) {
        guard !frames.isEmpty else { return }
        let symbol = symbols.symbol(speaker)
        frames[frames.count - 1].speaker = symbol
        if frames[frames.count - 1].ownsDraft { drafts[frames[frames.count - 1].draft].speaker = symbol }
    }

    /// An element that the mapping does not mention, outside what it sets aside.
    func countUnmentioned(_ frame: Frame, _ meaning: Meaning) {
        guard let paths, meaning.rule < 0, paths.arrivals[arrived].attributeRules.isEmpty, frame.draft < 0 || drafts[frame.draft].asideKind == nil else { return }
        if unmentioned.count <= frame.name { unmentioned.append(contentsOf: repeatElement(0, count: frame.name + 1 - unmentioned.count)) }
        unmentioned[frame.name] += 1
    }

    /// Elements of the mapping's document that it does not mention, the most frequent first.
    var unmentionedElements: [Unmentioned] {
        var counts: [String: Int] = [:]
        for (name, count) in unmentioned.enumerated() where count > 0 { counts[names[name].local, default: 0] += count }
        return counts.map { Unmentioned(element: $0.key, count: $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.element.utf8.lexicographicallyPrecedes($1.element.utf8)
        }
    }
}
