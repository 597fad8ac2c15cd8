import Alignment
import Findings
import Language
import Records

/// Who is said to have made the work: bylines, authors and editors of the header, credit lines of pictures.
struct AuthorshipRules {
    let inquiry: Inquiry

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }
    private var authority: [Entity] { inquiry.pair.authority }

    /// A statement of authorship may stand in plain text: "Author: L. Trotsky", "Photograph by Goldshtein". Longer ones are sentences.
    static let longestStatement = 14

    static func isStatement(_ side: Side) -> Bool {
        guard let line = side.lines.first, side.lines.count == 1, line.tokens.count <= longestStatement, line.tokens.count >= 3 else { return false }
        let first = side.tokens[line.tokens.lowerBound], second = side.tokens[line.tokens.lowerBound + 1]
        guard first.has(.byline), first.isCapital else { return false }
        // "Photograph: Lenin and Trotsky" says who is in the picture, "Photograph by" who took it.
        if second.folded == "by" || second.folded == ":" && !pictures.contains(first.stem) { return true }
        // "Фото Гольдштейна.": the word and the name, nothing else.
        guard let name = side.mention(at: line.tokens.lowerBound + 1) else { return false }
        return side.tokens[side.mentions[name].tokens.upperBound..<line.tokens.upperBound].allSatisfy { $0.kind == .punctuation }
    }

    private static let pictures: Set<String> = ["photograph", "photo", "pictur", "draw", "figur", "illustr", "map", "plate", "credit"]

    /// Compares a linked pair of authorship passages; returns whether it is accounted for.
    func compare(_ oldIndex: Int, _ newIndex: Int, _ docket: inout Docket) -> Bool {
        let before = LineReader(inquiry: inquiry, isOld: true).read(oldIndex..<oldIndex + 1)
        let after = LineReader(inquiry: inquiry, isOld: false).read(newIndex..<newIndex + 1)
        return compare(before, after, label(old.passages[oldIndex]), new.place(passage: newIndex), &docket)
    }

    /// Compares two statements; `gap` is where a name that left would stand.
    func compare(_ before: Side, _ after: Side, _ what: String, _ gap: Place?, _ docket: inout Docket) -> Bool {
        let oldNames = names(before), newNames = names(after)
        let lost = oldNames.filter { name in !newNames.contains { inquiry.isSame(name, $0) } }
        let gained = newNames.filter { name in !oldNames.contains { inquiry.isSame(name, $0) } }
        if lost.isEmpty, gained.isEmpty { return !oldNames.isEmpty }
        for (index, name) in lost.enumerated() {
            if index < gained.count {
                docket.file(
                    Finding(
                        rule: .attributionAuthorReplaced, entity: name.subject(authority), other: gained[index].subject(authority),
                        before: before.place(name.tokens), after: after.place(gained[index].tokens),
                        message: "\(what): \(name.text) stood; \(gained[index].text) stands now"))
                docket.transfer(from: name.id(authority), to: gained[index].id(authority), rule: .attributionAuthorReplaced)
            } else {
                docket.file(
                    Finding(
                        rule: .attributionAuthorRemoved, entity: name.subject(authority), before: before.place(name.tokens),
                        after: gap, message: "\(what): \(name.text) stood; the name is left out now"))
                docket.transfer(from: name.id(authority), to: "nobody", rule: .attributionAuthorRemoved)
            }
        }
        for name in gained.dropFirst(lost.count) {
            docket.file(
                Finding(
                    rule: .attributionAuthorAdded, entity: name.subject(authority), before: nil, after: after.place(name.tokens),
                    message: "\(what): \(name.text) was added"))
        }
        return true
    }

    /// An authorship passage that is gone or new. Returns whether it was reported.
    func alone(_ index: Int, isOld: Bool, _ docket: inout Docket) -> Bool {
        let version = isOld ? old : new
        let role = version.passages[index].role
        return alone(LineReader(inquiry: inquiry, isOld: isOld).read(index..<index + 1), role, label(version.passages[index]), isOld: isOld, &docket)
    }

    /// The same for a statement in plain text.
    func alone(_ side: Side, _ role: Role, _ what: String, isOld: Bool, _ docket: inout Docket) -> Bool {
        let passages = (isOld ? new : old).passages
        let found = names(side)
        guard !found.isEmpty else { return false }
        for name in found {
            // The same name may stand in another statement of the same kind (author -> editor's list re-arranged).
            let stays = role.isAuthorship && inquiry.stands(name, inOld: !isOld) && (isOld ? inquiry.newAuthorship : inquiry.oldAuthorship).contains { other in
                passages[other].role == role && names(LineReader(inquiry: inquiry, isOld: !isOld).read(other..<other + 1)).contains { inquiry.isSame(name, $0) }
            }
            if stays {
                docket.neutral(.neutralMove)
                continue
            }
            if isOld {
                docket.file(
                    Finding(
                        rule: .attributionAuthorRemoved, entity: name.subject(authority), before: side.place(name.tokens), after: nil,
                        message: "\(what): \(name.text) stood; the statement is gone"))
                docket.transfer(from: name.id(authority), to: "nobody", rule: .attributionAuthorRemoved)
            } else {
                docket.file(
                    Finding(
                        rule: .attributionAuthorAdded, entity: name.subject(authority), before: nil, after: side.place(name.tokens),
                        message: "\(what): \(name.text) was added"))
            }
        }
        return true
    }

    /// The names of a statement; where none is recognised, the whole statement without its cue words is the name.
    private func names(_ side: Side) -> [Mention] {
        let people = side.mentions.filter { $0.form.kind != .place }
        if !people.isEmpty { return people }
        guard let line = side.lines.first else { return [] }
        let words = line.tokens.filter { side.tokens[$0].kind == .word && !side.tokens[$0].has([.byline, .preposition, .determiner]) }
        guard let first = words.first, let last = words.last, last - first < 6 else { return [] }
        let range = first..<last + 1
        let text = side.text(range)
        return [
            Mention(
                tokens: range, titlesFrom: first, form: inquiry.pair.forms.form(text, kind: .unknown, pack: inquiry.pair.pack), key: nil, entity: nil, trust: .capitals, text: text,
                words: side.wordIDs(range))
        ]
    }

    private func label(_ passage: Passage) -> String {
        switch passage.role {
        case .author: "author"
        case .editor: "editor"
        case .responsibility: "statement of responsibility"
        case .credit: "credit"
        default: "byline"
        }
    }
}
