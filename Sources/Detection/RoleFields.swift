import Alignment
import Findings
import Language
import PlainText
import Records

/// Fields of a register that state what somebody was, by the name of the element: the whole of such a field is an office or a calling, whatever its
/// language and whether or not a list knows the word.
struct RoleFields {
    let inquiry: Inquiry

    /// TEI's, and those that registers of their own have in common.
    static let elements: Set<String> = [
        "occupation", "roleName", "role", "office", "rank", "position", "function", "profession", "post", "job", "jobTitle", "job-title", "title-of-office", "role-title-id", "titles-from-name", "socecStatus",
    ]
    /// A longer field tells a life.
    static let mostWords = 30

    static func states(_ passage: Passage, _ version: Version) -> Bool {
        guard passage.role == .field, passage.node >= 0, passage.words.count <= mostWords else { return false }
        return elements.contains(version.symbols[version.nodes[Int(passage.node)].element])
    }

    /// A field that states another role than before. Words put to those that stay are a completion.
    func compare(_ parallel: Parallel, _ passage: Int, _ pack: LanguagePack, _ docket: inout Docket) -> Bool {
        let version = inquiry.pair.old
        guard Self.states(version.passages[passage], version), !parallel.edits.isEmpty else { return false }
        let old = parallel.old.tokens.filter { $0.kind != .punctuation && !$0.has(.function) }, new = parallel.new.tokens.filter { $0.kind != .punctuation && !$0.has(.function) }
        let respelling = Respelling(pack: pack)
        guard !new.isEmpty, !old.allSatisfy({ token in new.contains { $0.stem == token.stem || respelling.isOneWord($0, token) } }) else { return false }
        func groups(_ tokens: [SentenceToken]) -> Set<String> { Set(tokens.flatMap { pack.wording.senses(of: $0.folded) }.filter { $0.scale == .calling }.map(\.group)) }
        guard groups(old).isDisjoint(with: groups(new)) else { return false }
        let before = parallel.old.place(0..<parallel.old.tokens.count), after = parallel.new.place(0..<parallel.new.tokens.count)
        return docket.file(
            Finding(
                rule: .factRole, entity: holder(passage), before: before, after: after,
                message: "\(holder(passage).map { $0.name + ": " } ?? "")'\(before?.span ?? "")' stood; '\(after?.span ?? "")' stands now",
                evidence: [Evidence(kind: "slot", detail: "a field that states an office or occupation")]))
    }

    /// The field is gone, and the later version has its words nowhere.
    func alone(_ index: Int, _ docket: inout Docket) {
        let version = inquiry.pair.old
        let place = version.place(passage: index)
        docket.file(
            Finding(
                rule: .factRole, confidence: 0.8, entity: holder(index), before: place, after: nil, message: "\(holder(index).map { $0.name + ": " } ?? "")'\(place.span)' stood; the field is gone",
                evidence: [Evidence(kind: "slot", detail: "a field that states an office or occupation")]))
    }

    /// The name in the same entry, before the field if there is one.
    private func holder(_ index: Int) -> Subject? {
        let version = inquiry.pair.old
        let parent = version.nodes[Int(version.passages[index].node)].parent
        let reader = LineReader(inquiry: inquiry, isOld: true)
        for at in Array(max(0, index - 12)..<index).reversed() + Array(index + 1..<min(index + 6, version.passages.count)) {
            let node = version.passages[at].node
            guard at != index, node >= 0, version.nodes[Int(node)].parent == parent,
                let name = reader.read(at..<at + 1).mentions.first(where: { $0.trust == .markup && $0.form.kind != .place })
            else { continue }
            return name.subject(inquiry.pair.authority)
        }
        return nil
    }
}
