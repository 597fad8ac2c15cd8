import PlainText
import Records
import Settings
import XMLEvents

/// Turns the events of one parse into records, as a vocabulary tells. One reader serves one parse.
///
/// Each open element has a frame. A block of text has a draft that takes the text of the block and of the mark-up in it; a block inside a block
/// (a note in a paragraph) has its own, and the outer text runs on over it. Finished drafts are written to the version in the order in which
/// they began.
final class RecordReader: XMLHandler {
    let vocabulary: Vocabulary
    let source: Source
    /// What is parsed, as UTF-8.
    let bytes: [UInt8]
    var symbols = Symbols()
    var names: [KnownName] = []
    var frames: [Frame] = []
    var drafts: [Draft] = []
    var spare: [Draft] = []
    var captures: [Capture] = []
    var warnings: [Warning] = []
    /// Versions that are open: the document's own, and where a document holds many, the one under way.
    var versions: [VersionUnderWay] = []
    /// What the version before has left to the next.
    var room = VersionUnderWay.Room()
    var entities: [(entity: Entity, depth: Int)] = []
    var archive = ArchiveUnderWay()
    var authority: [Entity] = []
    var records: [Record] = []
    var census = Census()
    /// Why the document breaks the rules of its vocabulary; nothing is read after it.
    var violation: (message: String, offset: Int)?

    var tokeniser = Tokeniser(interner: Interner(capacity: 1 << 15))
    var hashes = WordHashes()
    var meanings: [Meaning] = []
    private var meaningIDs: [[Int32]] = []
    private var refinedIDs: [String: Int] = [:]
    private var tableIDs: [String: Int] = ["": 0]
    var tableNames: [String] = [""]
    /// For a vocabulary whose blocks are found by their text: which elements have text of their own, in document order.
    private let holdsText: [Bool]
    private var elements = 0
    private var prologue: [(text: [UInt8], place: String, offset: Int)] = []
    /// What a first pass over the document has found, where the vocabulary needs one; or what has been found so far, where none is needed.
    let survey: Survey?
    /// The survey is made while the document is read.
    let surveysAlong: Bool
    /// What only the end of such a survey tells: identities that may lead nowhere, and the number of warnings before each; ids whose names were
    /// asked for before any was met.
    var suspects: [(id: String, offset: Int, warnings: Int)] = []
    var unnamed: Set<String> = []
    /// Elements that are read past, in order, and how many of them have been met.
    private let passedOver: [PassedOver]
    private var passed = 0
    let isOneWitness: Bool
    /// Deletions that span elements, in order; those that have begun, and their text.
    var spans = StruckSpans()
    /// Identities that lead nowhere and were said.
    var lost: Set<String> = []

    /// For a vocabulary with a mapping: where its paths lead, the meanings of its rules, and the attributes that it speaks of by their numbers in
    /// this document.
    let paths: PathStates?
    var ruleMeanings: [Int] = []
    var attributeNames: [[Int]] = []
    var carried: [Carried] = []
    /// The arrival of the element that begins, or -1.
    var arrived = -1
    private var declaredLanguage: Symbol { vocabulary.mapping?.language.map { symbols.symbol($0) } ?? .none }
    /// How often the document has elements that the mapping does not mention, by name.
    var unmentioned: [Int] = []

    /// - Parameter witness: of an apparatus, the witness whose readings are taken; nil: the edited text.
    init(_ vocabulary: Vocabulary, _ source: Source, of bytes: [UInt8], holdsText: [Bool] = [], survey: Survey? = nil, surveysAlong: Bool = false, witness: Int? = nil) {
        self.vocabulary = vocabulary
        self.source = source
        self.bytes = bytes
        self.holdsText = holdsText
        self.survey = survey
        self.surveysAlong = surveysAlong
        passedOver = survey?.passedOver(witness: witness) ?? []
        paths = vocabulary.mapping.map { PathStates($0) }
        isOneWitness = witness != nil
        spans.ahead = survey?.deletedSpans ?? []
    }

    /// Whether the element is read past, and as what the census names it.
    private func passesOver(_ element: Int) -> String? {
        while passed < passedOver.count, passedOver[passed].element < element { passed += 1 }
        guard passed < passedOver.count, passedOver[passed].element == element else { return nil }
        return passedOver[passed].kind
    }

    static let inclusions = "http://www.w3.org/2001/XInclude"

    var isSatisfied: Bool { violation != nil }
    var words: Words { tokeniser.interner.words }

    // MARK: names

    func name(_ id: Int, local: String, namespace: String) {
        if surveysAlong { survey?.name(id, local: local, namespace: namespace) }
        var digest = Digest64()
        var text = local
        text.withUTF8 { digest.add(bytes: $0) }
        text = namespace
        text.withUTF8 { digest.add(bytes: $0) }
        names.append(
            KnownName(
                local: local, namespace: namespace, symbol: symbols.symbol(local), hash: digest.value,
                isOurs: vocabulary.namespaces.isEmpty || vocabulary.namespaces.contains(namespace), attribute: role(of: local, namespace)))
        if paths != nil { learn(id, names[id]) }
    }

    private func tableID(_ name: String) -> Int {
        if let known = tableIDs[name] { return known }
        tableIDs[name] = tableNames.count
        tableNames.append(name)
        return tableNames.count - 1
    }

    /// The meaning of an element in a table, looked up once.
    func meaning(_ name: Int, table: Int) -> Int {
        while meaningIDs.count <= table { meaningIDs.append([]) }
        if meaningIDs[table].count <= name {
            meaningIDs[table].append(contentsOf: repeatElement(-1, count: name + 1 - meaningIDs[table].count))
        }
        let known = meaningIDs[table][name]
        if known >= 0 { return Int(known) }
        let tableName = tableNames[table]
        var meaning = Meaning.transparent
        if names[name].isOurs, let found = vocabulary.meaning(names[name].local, in: tableName.isEmpty ? nil : tableName) { meaning = found }
        if names[name].namespace == Self.inclusions, names[name].local == "include" { meaning = .container.doing(.inclusion) }
        meanings.append(meaning)
        meaningIDs[table][name] = Int32(truncatingIfNeeded: meanings.count - 1)
        return meanings.count - 1
    }

    /// The meaning of an element that its attributes decide.
    private func refined(_ tag: StartTag, _ element: Int, _ table: Int) -> Int? {
        guard let refine = vocabulary.refine, names[tag.name].isOurs else { return nil }
        guard let name = refine(names[tag.name].local, element, tableNames[table], { tag.value($0, names).map { String(decoding: $0, as: UTF8.self) } }) else { return nil }
        let key = tableNames[table] + " " + name
        if let known = refinedIDs[key] { return known }
        meanings.append(vocabulary.meaning(name, in: tableNames[table]) ?? .transparent)
        refinedIDs[key] = meanings.count - 1
        return meanings.count - 1
    }

    // MARK: events

    func start(_ tag: StartTag) {
        if surveysAlong { survey?.start(tag) }
        let element = elements
        elements += 1
        let parent = frames.last
        if parent == nil { begin(tag) }
        let meaningID: Int
        var table = parent?.table ?? (paths == nil ? tableID(vocabulary.rootTable ?? "") : PathStates.root)
        if paths == nil {
            meaningID = refined(tag, element, table) ?? meaning(tag.name, table: table)
            if let opened = meanings[meaningID].opens { table = tableID(opened) }
        } else {
            (meaningID, table) = mapped(tag, table)
        }
        var frame = Frame(
            name: tag.name, meaning: meaningID, table: table, node: parent?.node ?? -1,
            draft: parent?.draft ?? -1, attributes: hash(tag.attributes), source: tag.source, language: parent?.language ?? declaredLanguage,
            speaker: parent?.speaker ?? .none)
        if let language = tag.value(.lang, names) { frame.language = self.language(language, tag.source) }
        frame.division = parent?.division ?? .none
        if !spans.isIdle { spans.reach(element, self) }
        if let kind = passesOver(element) ?? (paths == nil ? nil : otherReading) {
            frame.passedOver = kind
        } else {
            frame.annotation = annotation(meanings[meaningID].annotation, tag)
            frame.key = key(frame.annotation, tag, meanings[meaningID])
        }
        before(&frame, tag)
        if survey != nil, !tag.attributes.isEmpty { number(&frame, tag) }
        place(&frame, tag, element, meanings[meaningID])
        if paths != nil {
            takeAttributes(frame, tag)
            countUnmentioned(frame, meanings[meaningID])
        }
        if !tag.attributes.isEmpty { hideAttributes(tag, frame.node) }
        frames.append(frame)
        after(tag, meanings[meaningID].effect)
    }

    /// Decides whether the element is a block, a part of one, a holder of blocks, or set aside.
    private func place(_ frame: inout Frame, _ tag: StartTag, _ element: Int, _ meaning: Meaning) {
        if frame.draft >= 0, drafts[frame.draft].asideKind != nil { return }
        if let kind = frame.passedOver {
            open(&frame, aside: kind)
            return
        }
        if frame.draft >= 0 {
            switch meaning.inside {
            case .part: mark(&frame)
            case .word:
                drafts[frame.draft].partWord()
                mark(&frame)
            case .container:
                partBlock(frame.draft, tag.source)
                addNode(&frame, tag)
            case .block(let role):
                addNode(&frame, tag)
                open(&frame, role)
            case .apart(let role):
                partBlock(frame.draft, tag.source)
                addNode(&frame, tag)
                open(&frame, role)
            case .aside(let kind):
                if kind == "deletion", isUndone(tag) { mark(&frame) } else { open(&frame, aside: kind) }
            }
            return
        }
        if meaning.effect != .version || !frame.begins { addNode(&frame, tag) }
        switch meaning.outside {
        case .container where vocabulary.blocksByText && holds(element): open(&frame, .paragraph)
        case .container: break
        case .block(let role): open(&frame, role)
        case .either(let role):
            if vocabulary.blocksByText {
                if holds(element) { open(&frame, role) }
            } else {
                frame.isCandidate = true
                frame.role = role
            }
        case .aside(let kind):
            if kind == "deletion", isUndone(tag) { frame.isCandidate = true } else { open(&frame, aside: kind) }
        }
    }

    /// A deletion that its writer took back: `undo` points at it.
    private func isUndone(_ tag: StartTag) -> Bool {
        guard let survey, let id = tag.string(.id, names) else { return false }
        return survey.isUndone(id)
    }

    private func holds(_ element: Int) -> Bool { element < holdsText.count && holdsText[element] }

    func end(at offset: Int) {
        if surveysAlong { survey?.end(at: offset) }
        if let last = frames.last {
            if case .statedDate = meanings[last.meaning].effect { stateDate(last) } else { statePointer(last) }
        }
        let frame = frames.removeLast()
        while let last = carried.last, last.depth >= frames.count { carried.removeLast() }
        finishCaptures(depth: frames.count)
        let meaning = meanings[frame.meaning]
        if frame.ownsDraft {
            close(offset)
            if frame.draft > 0, case .apart = meaning.inside { partBlock(frame.draft - 1, offset) }
        } else if frame.mark >= 0 {
            let draft = drafts[frame.draft]
            draft.marks[frame.mark].end = draft.count
            if case .word = meaning.inside { draft.partWord() }
        } else if frame.draft >= 0, case .container = meaning.inside, drafts[frame.draft].asideKind == nil {
            partBlock(frame.draft, offset)
        }
        leave(frame, meaning.effect, offset)
        if frames.isEmpty { endDocument(offset) }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard !frames.isEmpty else { return }
        if surveysAlong { survey?.text(piece, at: offset) }
        let characters = countCharacters(piece)
        versions[versions.count - 1].census.read += characters
        for capture in captures { capture.draft.append(piece, source: offset) }
        if let struck = spans.draft {
            struck.append(piece, source: offset)
            return
        }
        var draft = frames[frames.count - 1].draft
        if draft < 0 {
            if characters == 0 { return }
            draft = openCandidate()
        }
        if drafts[draft].order < 0, characters > 0 { begin(drafts[draft], offset) }
        drafts[draft].append(piece, source: offset)
    }

    func comment(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) { keep(text, in: OutOfSight.comment, at: offset) }
    func instruction(_ target: String, _ text: UnsafeBufferPointer<UInt8>, at offset: Int) { keep(text, in: OutOfSight.instruction, at: offset) }

    /// Comments and processing instructions are no text of the record, but text may be moved into them: they are kept to be looked into.
    private func keep(_ text: UnsafeBufferPointer<UInt8>, in place: String, at offset: Int) {
        guard let version = versions.last else {
            prologue.append((Array(text), place, offset))
            return
        }
        let draft = fresh()
        if text.contains(UInt8(ascii: "<")) { withoutTags(text).withUnsafeBufferPointer { draft.append($0, source: 0) } } else { draft.append(text, source: 0) }
        version.setAside("comment", node: frames.last?.node ?? -1, text: draft.text, counted: false)
        version.hide(draft.text, in: place, frames.last?.node ?? -1, at: offset)
        give(back: draft)
    }

    // MARK: the document

    private func begin(_ tag: StartTag) {
        let label = VersionLabel(number: 0, label: source.name, source: source.name)
        let id = tag.value(.id, names).map { String(decoding: $0, as: UTF8.self) } ?? "-"
        let version = VersionUnderWay(label: label, id: id, start: tag.source)
        versions.append(version)
        // A file of one record in many versions need not say that its root is the record.
        if let mapping = vocabulary.mapping, vocabulary.holdsVersions, !mapping.rules.contains(where: { $0.deed == .record }) {
            archive.record = ArchiveUnderWay.RecordUnderWay(id: id, source: tag.source)
        }
        for (text, place, offset) in prologue { text.withUnsafeBufferPointer { keep($0, in: place, at: offset) } }
        prologue = []
    }
}
