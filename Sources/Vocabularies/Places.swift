import Records
import XMLEvents

/// By which number a reader quotes a place, and what stands in attributes only.
extension RecordReader {
    /// A longer `@n` is an identifier (a CTS address), not a number to quote.
    private static let longestNumber = 16

    /// Takes the number of a division, a verse or a paragraph.
    func number(_ frame: inout Frame, _ tag: StartTag) {
        let local = names[tag.name].local
        if local == "correspAction" {
            if let type = tag.string(.type, names) { frame.number = symbols.symbol(type) }
            return
        }
        guard let number = tag.string(.n, names), number.utf8.count <= Self.longestNumber, !number.utf8.contains(UInt8(ascii: ":")) else { return }
        switch local {
        case "l": frame.number = symbols.symbol("l. " + number)
        case "p", "ab": frame.number = symbols.symbol("§ " + number)
        case _ where local.hasPrefix("div"):
            let type = tag.string(.type, names), name = type == "textpart" ? tag.string(.subtype, names) : type
            let own = (name ?? "section") + " " + number, outer = symbols[frame.division]
            frame.division = symbols.symbol(outer.isEmpty ? own : outer + ", " + own)
        default: break
        }
    }

    /// The page or milestone in force, else the division, with the number of the verse or paragraph; else the nearest id.
    func cite(_ frame: Frame) -> Symbol {
        let version = versions[versions.count - 1]
        let wide = version.page != .none ? version.page : version.milestone != .none ? version.milestone : frame.division
        if frame.number == .none { return wide != .none ? wide : nearestID(frame.node) }
        return wide == .none ? frame.number : symbols.symbol(symbols[wide] + ", " + symbols[frame.number])
    }

    /// An element without text that states its date in an attribute tells it all the same.
    func stateDate(_ frame: Frame) {
        guard frame.key != .none else { return }
        state(symbols[frame.key], frame)
    }

    /// `<persName ref="#trotsky"/>` names somebody as well as a name does: whom it points to, by the name that the document has for the id, else the
    /// id. Only in TEI, where a name without text is a name; elsewhere an empty element may be an anchor.
    func statePointer(_ frame: Frame) {
        guard frame.key != .none, frame.annotation?.isNameKind == true, vocabulary.name == TEI.name else { return }
        let key = symbols[frame.key]
        guard !key.utf8.contains(0x20) else { return }
        let id = key.split(separator: "#").last.map(String.init) ?? key
        let last = id.split(whereSeparator: { $0 == "/" || $0 == ":" }).last.map(String.init) ?? id
        state(nameByID(id) ?? last, frame)
    }

    /// Text for an element that has none of its own.
    private func state(_ text: @autoclosure () -> String, _ frame: Frame) {
        if frame.draft >= 0 {
            let draft = drafts[frame.draft]
            let isEmpty = frame.ownsDraft ? draft.count == 0 : frame.mark >= 0 && draft.marks[frame.mark].start >= draft.count
            guard isEmpty, draft.asideKind == nil else { return }
            take(text(), into: draft, frame.source)
        } else if frame.isCandidate {
            take(text(), into: drafts[openCandidate()], frame.source)
        }
    }

    /// "Leon Trotsky chairman-of Petrograd Soviet": a relation as a reader would say it, with the names that the document has for its ids.
    func relate(_ frame: Frame, _ tag: StartTag) {
        guard frame.ownsDraft, drafts[frame.draft].asideKind == nil else { return }
        let draft = drafts[frame.draft]
        func persons(_ attribute: KnownAttribute) {
            for pointer in (tag.string(attribute, names) ?? "").split(separator: " ") {
                let key = resolved(String(pointer), tag.source)
                let id = key.split(separator: "#").last.map(String.init) ?? key
                draft.breakWord()
                let start = draft.here
                take(nameByID(id) ?? id, into: draft, tag.source)
                draft.marks.append(Draft.Mark(name: frame.name, start: start, end: draft.count, attributes: 0, annotation: .person, key: symbols.symbol(key)))
            }
        }
        persons(.active)
        persons(.mutual)
        if let name = tag.string(.name, names) ?? tag.string(.ref, names) ?? tag.string(.type, names) {
            draft.breakWord()
            take(name, into: draft, tag.source)
        }
        persons(.passive)
        draft.breakWord()
    }

    /// A character outside Unicode: what the document maps it to, else a visible sign in its place.
    func standIn(_ frame: Frame) {
        guard frame.draft >= 0, frame.mark >= 0 else { return }
        let draft = drafts[frame.draft]
        guard draft.marks[frame.mark].start >= draft.count || draft.marks[frame.mark].end <= draft.marks[frame.mark].start else { return }
        let target = symbols[frame.key]
        let id = target.split(separator: "#").last.map(String.init) ?? target
        if let mapped = survey?.glyphs[id] {
            take(mapped, into: draft, frame.source)
        } else {
            take("\u{FFFC}", into: draft, frame.source)
            warn("glyph", "the character '\(target)' is described nowhere in the file: \u{FFFC} stands for it", frame.source)
        }
    }
}
