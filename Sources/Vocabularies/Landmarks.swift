import PlainText
import Records
import Settings
import XMLEvents

/// Text that is listened to beside its way into a block: a title, a name of the authority, a stated reason.
struct Capture {
    enum Purpose {
        case title, recordID, entityName, entityKey, key, speaker
        case label(Meaning.Label)
        case change(when: String?, who: String?, status: String?)
        case changeDate, changeName, changeItem, speech
    }
    var draft: Draft
    var purpose: Purpose
    /// Number of elements open round the one that is listened to.
    var depth: Int
}

extension RecordReader {
    /// What an element does before its place is decided: it may begin a version or change the speaker.
    func before(_ frame: inout Frame, _ tag: StartTag) {
        let meaning = meanings[frame.meaning]
        if states(.speaker, meaning), let who = string(.who, tag, meaning) { frame.speaker = symbols.symbol(who) }
        switch meaning.effect {
        case .speech:
            if let who = tag.string(.who, names) { frame.speaker = symbols.symbol(resolved(who, tag.source)) }
        case .figureLine:
            let says = [KnownAttribute.rend, .type, .role, .className].compactMap { tag.string($0, names)?.lowercased() }
            frame.isCredit = says.contains { $0.hasPrefix("credit") }
        case .version:
            frame.begins = canBegin(frame, within: 1, tag)
            if frame.begins { beginVersion(&frame, tag) }
        case .record:
            frame.begins = archive.record == nil && canBegin(frame, within: 1, tag)
            if frame.begins { beginRecord(tag, meaning) }
        case .edition: archive.editions.append(edition(tag))
        case .statedDate:
            frame.key = key(.date, tag, meaning)
            if frame.annotation == nil, frame.key != .none { frame.annotation = .date }
        case .glyph: frame.key = tag.string(.ref, names).map { symbols.symbol($0) } ?? .none
        case .none, .lineBreak, .pageBreak, .gap, .picture, .choice, .entity, .entityName, .entityKey, .recordTitle, .recordID, .change,
            .versionDate, .inclusion, .relation, .changeDate, .changeName, .changeItem, .label, .key, .speaker, .speakerName, .content:
            break
        }
    }

    /// A record or version inside another, or inside a passage, is read as part of it.
    private func canBegin(_ frame: Frame, within versions: Int, _ tag: StartTag) -> Bool {
        if frame.draft < 0, self.versions.count <= versions { return true }
        warn("not-split", "<\(names[frame.name].local)> stands inside a passage or another record and was read as part of it", tag.source)
        return false
    }

    /// What an element does once its frame stands.
    func after(_ tag: StartTag, _ effect: Meaning.Effect) {
        let depth = frames.count - 1
        let frame = frames[depth]
        let meaning = meanings[frame.meaning]
        switch effect {
        case .none, .speech, .version, .record, .edition, .choice, .figureLine, .glyph, .statedDate: break
        case .lineBreak:
            breakLine(frame, tag)
            if let unit = tag.string(.unit, names), let number = tag.string(.n, names) { versions[versions.count - 1].milestone = symbols.symbol("\(unit) \(number)") }
        case .relation: relate(frame, tag)
        case .speakerName:
            // Without @who the speaker is whom the heading of the speech names.
            if depth > 0, frames[depth - 1].speaker == .none, meanings[frames[depth - 1].meaning].effect == .speech { capture(.speech) }
        case .changeDate: capture(.changeDate)
        case .changeName: capture(.changeName)
        case .changeItem: capture(.changeItem)
        case .label(let what): capture(.label(what))
        case .key: capture(.key)
        case .speaker: capture(.speaker)
        case .pageBreak:
            breakLine(frame, tag)
            if let page = string(.n, tag, meaning) { versions[versions.count - 1].page = symbols.symbol(cite(page)) }
        case .gap:
            if frame.ownsDraft, let reason = string(.reason, tag, meaning) { take(reason, into: drafts[frame.draft], place(of: reason, in: tag)) }
        case .picture:
            if frame.ownsDraft, let url = string(.url, tag, meaning) ?? tag.string(.src, names).flatMap({ $0.hasPrefix("data:") ? nil : $0 }) {
                take(url, into: drafts[frame.draft], place(of: url, in: tag))
            }
            if let words = tag.string(.alt, names) { addCaption(words, frame, place(of: words, in: tag)) }
        case .entity(let kind):
            guard let id = string(.id, tag, meaning) ?? (meaning.rule < 0 ? nil : "") else { break }
            let keys = states(.key, meaning) ? strings(.key, tag, meaning) : [KnownAttribute.sameAs, .ref, .corresp, .key].compactMap { tag.string($0, names) }
            entities.append((Entity(id: id, kind: kind, names: strings(.names, tag, meaning), keys: keys), depth))
        case .entityName:
            // Names of our own vocabularies stand right below their entity; a mapping's path says where they stand.
            guard let last = entities.last, last.depth == depth - 1 || meaning.rule >= 0 else { break }
            for attribute in [KnownAttribute.ref, .key] where meaning.rule < 0 {
                if let key = tag.string(attribute, names), !last.entity.keys.contains(key) { entities[entities.count - 1].entity.keys.append(key) }
            }
            capture(.entityName)
        case .entityKey:
            if let last = entities.last, last.depth == depth - 1 || meaning.rule >= 0 { capture(.entityKey) }
        case .recordTitle: capture(.title)
        case .recordID: capture(.recordID)
        case .change:
            let who = states(.by, meaning) ? string(.by, tag, meaning) : tag.string(.who, names)
            capture(.change(when: string(.when, tag, meaning), who: who, status: tag.string(.status, names)))
        case .versionDate:
            if let when = tag.string(.when, names) ?? tag.string(.from, names) ?? tag.string(.content, names) { versions[versions.count - 1].printed = when }
        case .content:
            if frame.ownsDraft, let content = tag.string(.content, names) { take(content, into: drafts[frame.draft], place(of: content, in: tag)) }
        case .inclusion:
            let href = tag.string(.href, names) ?? ""
            warn("not-read", "'\(href)' is included from outside and was not read", tag.source)
            versions[versions.count - 1].inclusions.append(Inclusion(href: href, node: frame.node, offset: tag.source))
        }
    }

    /// What an element does at its end.
    func leave(_ frame: Frame, _ effect: Meaning.Effect, _ offset: Int) {
        switch effect {
        case .entity:
            if let last = entities.last, last.depth == frames.count {
                entities.removeLast()
                var entity = last.entity
                // An entity that only a child element identifies.
                if entity.id.isEmpty, !entity.keys.isEmpty { entity.id = entity.keys.removeFirst() }
                if !entity.names.isEmpty, !entity.id.isEmpty { authority.append(entity) }
            }
        case .version: if frame.begins { endVersion(offset) }
        case .record: if frame.begins { endRecord() }
        case .glyph: standIn(frame)
        case .none, .lineBreak, .pageBreak, .gap, .picture, .choice, .speech, .edition, .entityName, .entityKey, .recordTitle, .recordID, .change,
            .versionDate, .inclusion, .figureLine, .statedDate, .relation, .changeDate, .changeName, .changeItem, .label, .key, .speaker, .speakerName, .content:
            break
        }
    }

    /// Where an attribute's value stands in the source; the tag where it is written with references.
    func place(of value: String, in tag: StartTag) -> Int {
        var text = value
        return text.withUTF8 { value in
            bytes.withUnsafeBufferPointer { bytes in
                var at = tag.source
                while at + value.count <= bytes.count, bytes[at] != 0x3E {
                    if bytes[at] == value[0], bytes[at..<(at + value.count)].elementsEqual(value) { return at }
                    at += 1
                }
                return tag.source
            }
        }
    }

    /// A line or page ends: so does the word, unless the mark-up says that it goes on; a hyphen before such a break is not part of it.
    private func breakLine(_ frame: Frame, _ tag: StartTag) {
        guard frame.draft >= 0 else { return }
        let draft = drafts[frame.draft]
        let isInside = tag.string(.wordBreak, names).map { $0 == "no" } ?? isInWord
        if isInside, draft.asideKind == nil {
            let dropped = draft.joinWord()
            if dropped > 0 { versions[versions.count - 1].census.setAside["hyphenation", default: 0] += dropped }
        } else if vocabulary.breaksParagraphs, draft.asideKind == nil, draft.isAtBreak {
            partBlock(frame.draft, tag.source)
        } else {
            draft.breakWord()
            draft.isAtBreak = true
        }
    }

    /// Inside `w` a word runs on over the ends of lines, as its mark-up says.
    private var isInWord: Bool {
        for frame in frames.reversed() {
            if names[frame.name].local == "w" { return true }
            if frame.ownsDraft { return false }
        }
        return false
    }

    /// "147" as "p. 147"; what is no number of a page stays as it is ("card 14").
    private func cite(_ page: String) -> String {
        let isNumber = page.utf8.allSatisfy { "0123456789ivxlcIVXLC[]".utf8.contains($0) } || page.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
        return isNumber ? "p. " + page : page
    }

    private func capture(_ purpose: Capture.Purpose) { captures.append(Capture(draft: fresh(), purpose: purpose, depth: frames.count - 1)) }

    func finishCaptures(depth: Int) {
        while let last = captures.last, last.depth == depth {
            captures.removeLast()
            let text = last.draft.string
            give(back: last.draft)
            let version = versions[versions.count - 1]
            guard !text.isEmpty else { continue }
            switch last.purpose {
            case .title:
                if archive.record != nil, versions.count == 1 {
                    archive.record?.title = text
                } else if version.title.isEmpty {
                    version.title = text
                }
            case .recordID:
                if archive.record != nil, versions.count == 1 {
                    if archive.record?.id == "-" { archive.record?.id = text }
                } else if version.id == "-" {
                    version.id = text
                }
            case .key: setKey(text)
            case .speaker: setSpeaker(text)
            case .label(.label): version.label.label = text
            case .label(.date):
                if version.label.date == nil { version.label.date = text }
                if version.label.label == String(version.label.number + 1) { version.label.label = text }
            case .label(.maker): version.label.by = text
            case .label(.reason): version.label.reason = text
            case .entityName:
                if let entity = entities.last?.entity, !entity.names.contains(where: { $0.utf8.elementsEqual(text.utf8) }) {
                    entities[entities.count - 1].entity.names.append(text)
                }
            case .entityKey:
                if !entities.isEmpty { entities[entities.count - 1].entity.keys.append(text) }
            case .speech: if depth > 0 { frames[depth - 1].speaker = symbols.symbol(text) }
            case .changeDate: version.change.date = version.change.date ?? text
            case .changeName: version.change.name = version.change.name ?? text
            case .changeItem: version.change.items.append(text)
            case .change(let stated, let whoStated, let status):
                let change = version.change
                version.change = VersionUnderWay.Change()
                let when = stated ?? change.date, who = whoStated ?? change.name
                // ISO dates sort as text; of two changes of one day the first listed is the newer by custom.
                if version.newestChange == nil || (when ?? "") > (version.newestChange ?? "") {
                    version.newestChange = when ?? ""
                    version.label.date = when
                    version.label.by = who
                    version.label.reason = (change.items.isEmpty ? text : change.items.joined(separator: "; ")) + (status.map { " (\($0))" } ?? "")
                }
            }
        }
    }
}
