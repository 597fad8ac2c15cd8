import PlainText
import Records
import XMLEvents

/// How blocks and what is set aside get their drafts, and what becomes of a draft at its end.
extension RecordReader {
    func fresh() -> Draft {
        let draft = spare.popLast() ?? Draft()
        draft.reset()
        return draft
    }

    func give(back draft: Draft) { spare.append(draft) }

    func addNode(_ frame: inout Frame, _ tag: StartTag) {
        let id = string(.id, tag, meanings[frame.meaning]).map { symbols.symbol($0) } ?? .none
        let (node, isTwin) = versions[versions.count - 1].addNode(names[frame.name].symbol, parent: frame.node, id: id)
        frame.node = node
        // A plain `id` of unknown XML need not be unique.
        if isTwin, vocabulary.name != GenericXML.vocabulary.name, vocabulary.mapping == nil { warn("duplicate-id", "the id '\(symbols[id])' is used twice", tag.source) }
    }

    func mark(_ frame: inout Frame) {
        // Readings of one witness stand in its text as if there were no apparatus.
        if isOneWitness, ["app", "lem", "rdg", "rdgGrp"].contains(names[frame.name].local) { return }
        let draft = drafts[frame.draft]
        frame.mark = draft.marks.count
        draft.marks.append(
            Draft.Mark(name: frame.name, start: draft.here, end: draft.here, attributes: frame.attributes, annotation: frame.annotation, key: frame.key))
    }

    func open(_ frame: inout Frame, _ role: Role) {
        let draft = fresh()
        let version = versions[versions.count - 1]
        draft.role = frame.isCredit ? .credit : role
        draft.node = frame.node
        draft.name = frame.name
        draft.order = version.blocks
        version.blocks += 1
        draft.table = vocabulary.mapping == nil ? tableNames[frames.last?.table ?? frame.table] : nil
        draft.isNamed = meanings[frame.meaning].rule >= 0
        draft.speaker = frame.speaker
        draft.cite = cite(frame)
        draft.language = frame.language
        draft.sourceStart = frame.source
        draft.attributes = frame.attributes
        if let annotation = frame.annotation {
            draft.marks.append(Draft.Mark(name: frame.name, start: 0, end: Int.max, attributes: 0, annotation: annotation, key: frame.key))
        }
        frame.draft = drafts.count
        frame.ownsDraft = true
        drafts.append(draft)
    }

    func open(_ frame: inout Frame, aside kind: String) {
        let draft = fresh()
        draft.asideKind = kind
        draft.node = frame.node
        draft.sourceStart = frame.source
        frame.draft = drafts.count
        frame.ownsDraft = true
        drafts.append(draft)
    }

    func nearestID(_ node: Int32) -> Symbol {
        var at = node
        let nodes = versions[versions.count - 1].nodes
        while at >= 0 {
            // The id of the whole record tells a reader nothing about the place.
            if nodes[Int(at)].id != .none, nodes[Int(at)].parent >= 0 { return nodes[Int(at)].id }
            at = nodes[Int(at)].parent
        }
        return .none
    }

    /// Text stands where no block is open: the outermost element above the nearest holder of blocks becomes one, or the holder itself.
    func openCandidate() -> Int {
        var owner = frames.count - 1
        // Where stretches of bare text are parted, what holds the text is the block, and not the first mark in it.
        let takesHolder = vocabulary.breaksParagraphs
        while owner > 0, frames[owner].isCandidate, takesHolder || frames[owner - 1].isCandidate { owner -= 1 }
        var frame = frames[owner]
        open(&frame, frame.isCandidate ? frame.role : .paragraph)
        frames[owner] = frame
        let draft = frame.draft
        for index in (owner + 1)..<max(owner + 1, frames.count) {
            var inner = frames[index]
            inner.draft = draft
            mark(&inner)
            frames[index] = inner
        }
        return draft
    }

    func close(_ offset: Int) {
        let draft = drafts.removeLast()
        let version = versions[versions.count - 1]
        draft.sourceEnd = offset
        if draft.asideKind == nil { settle(draft) }
        if let kind = draft.asideKind {
            version.setAside(kind, node: draft.node, text: draft.text)
            if kind == "deletion" { version.hide(draft.text, in: OutOfSight.deletion, draft.node, at: draft.sourceStart) }
            if kind == "alternative reading" { version.hide(draft.text, in: OutOfSight.otherReading, draft.node, at: draft.sourceStart) }
            spare.append(draft)
        } else if draft.count == 0 || draft.order < 0 {
            spare.append(draft)
        } else {
            version.finish(draft)
        }
        if drafts.isEmpty { flush(version) }
    }

    func flush(_ version: VersionUnderWay) {
        version.writeWaiting(&tokeniser, &hashes, names) { spare.append($0) }
    }

    /// Asks the vocabulary for the last word on a block.
    func settle(_ draft: Draft) {
        if draft.count == 0 {
            // A paragraph that holds nothing but a gap is that gap.
            guard let gap = draft.marks.first(where: { $0.annotation == .gap }), gap.key != .none else { return }
            take(symbols[gap.key], into: draft, draft.sourceStart)
            draft.role = .gap
            return
        }
        guard !draft.isNamed, vocabulary.settles.contains(draft.role) else { return }
        let block = FinishedBlock(
            element: names[draft.name].local, role: draft.role, text: draft.string,
            parts: draft.marks.map { (names[$0.name].local, draft.string($0)) }, table: draft.table)
        switch vocabulary.settle(block) {
        case .passage(let role): draft.role = role
        case .aside(let kind): draft.asideKind = kind
        }
    }

    /// Takes text that stands in an attribute into a block; it counts as read.
    func take(_ text: String, into draft: Draft, _ offset: Int) {
        var text = text
        text.withUTF8 { bytes in
            versions[versions.count - 1].census.read += countCharacters(bytes)
            (spans.draft ?? draft).append(bytes, source: offset)
        }
    }

    /// A block begins or ends inside a stretch of text: a word ends, and where the vocabulary says so the stretch, which goes on as another after it.
    func partBlock(_ index: Int, _ offset: Int) {
        let draft = drafts[index]
        guard vocabulary.breaksParagraphs, draft.asideKind == nil, draft.order >= 0, draft.count > 0, index == drafts.count - 1 || drafts.count <= index + 1 else {
            draft.breakWord()
            return
        }
        let rest = fresh()
        rest.role = draft.role == .cell || draft.role == .item ? draft.role : .paragraph
        rest.node = draft.node
        rest.name = draft.name
        rest.order = -1
        rest.table = draft.table
        rest.speaker = draft.speaker
        rest.cite = draft.cite
        rest.language = draft.language
        rest.sourceStart = offset
        rest.attributes = 0
        for at in frames.indices where frames[at].draft == index && frames[at].mark >= 0 {
            var mark = draft.marks[frames[at].mark]
            draft.marks[frames[at].mark].end = draft.count
            mark.start = 0
            mark.end = 0
            frames[at].mark = rest.marks.count
            rest.marks.append(mark)
        }
        drafts[index] = rest
        draft.sourceEnd = offset
        settle(draft)
        let version = versions[versions.count - 1]
        if let kind = draft.asideKind {
            version.setAside(kind, node: draft.node, text: draft.text)
            give(back: draft)
        } else {
            version.finish(draft)
        }
    }

    /// The rest of a parted stretch has text after all: its place is here.
    func begin(_ draft: Draft, _ offset: Int) {
        let version = versions[versions.count - 1]
        draft.order = version.blocks
        version.blocks += 1
        draft.sourceStart = offset
    }

    /// The words that stand for a picture, as its caption.
    func addCaption(_ words: String, _ frame: Frame, _ offset: Int) {
        guard frame.draft < 0 || drafts[frame.draft].asideKind == nil else { return }
        let draft = fresh()
        let version = versions[versions.count - 1]
        draft.role = .caption
        draft.node = frame.node
        draft.name = frame.name
        draft.order = version.blocks
        version.blocks += 1
        draft.language = frame.language
        draft.sourceStart = frame.source
        draft.sourceEnd = offset
        draft.attributes = 0
        take(words, into: draft, offset)
        if draft.count == 0 { give(back: draft) } else { version.finish(draft) }
        if drafts.isEmpty { flush(version) }
    }
}
