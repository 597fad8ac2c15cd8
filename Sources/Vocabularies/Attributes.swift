import PlainText
import Records
import Settings
import XMLEvents

extension StartTag {
    /// The value of an attribute, if stated.
    func value(_ attribute: KnownAttribute, _ names: [KnownName]) -> UnsafeBufferPointer<UInt8>? {
        for stated in attributes where names[stated.name].attribute == attribute { return stated.value }
        return nil
    }

    func string(_ attribute: KnownAttribute, _ names: [KnownName]) -> String? {
        guard let value = value(attribute, names), !value.isEmpty else { return nil }
        return String(decoding: value, as: UTF8.self)
    }
}

extension RecordReader {
    /// A hash of attributes that their order and prefixes do not change.
    func hash(_ attributes: UnsafeBufferPointer<StartTag.Attribute>) -> UInt64 {
        var sum: UInt64 = 0
        for attribute in attributes {
            var digest = Digest64(seed: names[attribute.name].hash)
            digest.add(bytes: attribute.value)
            sum &+= digest.value
        }
        return sum
    }

    /// A name of unstated kind may say by `@type` what it names.
    func annotation(_ kind: Annotation.Kind?, _ tag: StartTag) -> Annotation.Kind? {
        guard kind == .name, let type = tag.string(.type, names) else { return kind }
        return vocabulary.nameKinds[type.lowercased()] ?? .name
    }

    /// The identity or value that the mark-up states for an annotation of this kind, as written.
    func key(_ kind: Annotation.Kind?, _ tag: StartTag, _ meaning: Meaning) -> Symbol {
        guard let kind else { return .none }
        if states(.key, meaning) { return string(.key, tag, meaning).map { symbols.symbol($0) } ?? .none }
        guard !tag.attributes.isEmpty else { return .none }
        switch kind {
        case .person, .organisation, .place, .name: return first([.ref, .key, .corresp, .sameAs, .who], tag, ofSomebody: true)
        case .title: return first([.ref, .key, .corresp, .sameAs, .who], tag)
        case .quotation: return first([.who, .source, .corresp], tag)
        case .source: return first([.ref, .target, .corresp, .key, .source, .href], tag)
        case .number: return first([.value, .quantity, .n], tag)
        case .supplied, .emphasis: return first([.resp], tag)
        case .gap: return string(.reason, tag, meaning).map { symbols.symbol($0) } ?? .none
        case .date:
            if let when = string(.when, tag, meaning) ?? tag.string(.whenIso, names) ?? tag.string(.datetime, names) { return symbols.symbol(when) }
            let from = string(.from, tag, meaning) ?? tag.string(.notBefore, names)
            let to = string(.to, tag, meaning) ?? tag.string(.notAfter, names)
            if from == nil, to == nil { return .none }
            return symbols.symbol((from ?? "") + "/" + (to ?? ""))
        }
    }

    /// `ofSomebody`: it says who or what body or place is meant, and a list in the document may be asked.
    private func first(_ attributes: [KnownAttribute], _ tag: StartTag, ofSomebody: Bool = false) -> Symbol {
        for attribute in attributes {
            if let value = tag.string(attribute, names) { return symbols.symbol(resolved(value, tag.source, ofSomebody: ofSomebody)) }
        }
        return .none
    }

    /// Pointers with their prefixes written out; one that leads nowhere in a document that lists its persons is said, once.
    func resolved(_ value: String, _ offset: Int, ofSomebody: Bool = true) -> String {
        guard let survey else { return value }
        if ofSomebody, surveysAlong || survey.listsPersons {
            for id in Pointers.local(value) where survey.pointers.ids[id] == nil && lost.insert(id).inserted {
                if surveysAlong { suspects.append((id, offset, warnings.count)) } else { warn("dangling", Self.isNobody(id), offset) }
            }
        }
        guard !survey.prefixes.isEmpty else { return value }
        return value.split(separator: " ").map { PointerPrefix.resolved(String($0), survey.prefixes) }.joined(separator: " ")
    }

    private static func isNobody(_ id: String) -> String {
        "'#\(id)' is nobody in this file, which lists its persons; it is taken as an identity of its own"
    }

    /// The first name that the document has for an id.
    func nameByID(_ id: String) -> String? {
        guard let survey else { return nil }
        let name = survey.namesByID[id]
        if name == nil, surveysAlong { unnamed.insert(id) }
        return name
    }

    /// Whether what was read holds when the survey that went along is complete. It does not where a name stands in an attribute for somebody whom the
    /// document names later.
    var agreesWithSurvey: Bool { survey.map { survey in !unnamed.contains { survey.namesByID[$0] != nil } } ?? true }

    /// Says what the survey found, in the order in which it is said when the survey comes first.
    func warnOfSurvey() {
        guard let survey else { return }
        let own = warnings
        warnings = []
        for trouble in survey.troubles { warn(trouble.code, trouble.message, trouble.offset) }
        var said = 0
        for suspect in suspects where survey.listsPersons && survey.pointers.ids[suspect.id] == nil {
            warnings += own[said..<suspect.warnings]
            said = suspect.warnings
            warn("dangling", Self.isNobody(suspect.id), suspect.offset)
        }
        warnings = Array((warnings + own[said...]).prefix(Self.mostWarnings))
    }

    /// A thousand warnings are enough to know.
    private static let mostWarnings = 1000

    /// The primary subtag of a language tag, in lower case.
    func language(_ value: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Symbol {
        if value.isEmpty { return .none }
        let primary = value.prefix { $0 != 0x2D && $0 != 0x5F }
        let isLetters = primary.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
        guard isLetters, (1...8).contains(primary.count) else {
            warn("language", "'\(String(decoding: value, as: UTF8.self))' is no language tag", offset)
            return .none
        }
        return symbols.symbol(String(decoding: primary.map { $0 | 0x20 }, as: UTF8.self))
    }

    /// Duplicate ids and the like are said, up to a number.
    func warn(_ code: String, _ message: String, _ offset: Int) {
        guard warnings.count < Self.mostWarnings else { return }
        warnings.append(Warning(code: code, message: message, source: source.name, line: source.position(of: offset).line))
    }
}
