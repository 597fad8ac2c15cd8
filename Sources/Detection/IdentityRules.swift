import Alignment
import Findings
import Language
import PlainText
import Records

/// The words of a name stay and the identity that the mark-up states changes: invisible to every reader of the text.
struct IdentityRules {
    let inquiry: Inquiry

    private struct Change {
        var before: String
        var after: String
        var oldPassage: Int
        var newPassage: Int
        var oldRange: TextRange
        var newRange: TextRange
    }

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }

    /// Looks at every pair of passages whose mark-up differs. A value renamed throughout is an identifier renamed, not a person exchanged.
    /// Returns the links in which an identity changed.
    func apply(to docket: inout Docket) -> Set<Int> {
        var changes: [(link: Int, change: Change)] = []
        for (number, link) in inquiry.pair.alignment.links.enumerated() where link.old.count == 1 && link.new.count == 1 {
            let one = link.old.lowerBound, other = link.new.lowerBound
            guard old.passages[one].markupHash != new.passages[other].markupHash else { continue }
            changes += changed(one, other).map { (number, $0) }
        }
        var touched: Set<Int> = []
        var rekeyed: [String: Int] = [:]
        for (link, change) in changes {
            touched.insert(link)
            let (before, after) = (change.before, change.after)
            if isSameIdentity(before, after) || isRenamedThroughout(before, after) {
                rekeyed["\(before)\u{0}\(after)", default: 0] += 1
                continue
            }
            // Still used for others, or both declared: two people. Else two entries of one person may have been made one, which is for the reader to judge.
            let livesOn = inquiry.newNames.count(key: before) > 0, areTwo = livesOn || inquiry.areTwoPeople(before, after)
            let place = old.place(of: change.oldRange, in: old.passages[change.oldPassage].text, passage: change.oldPassage)
            let text = old.string(change.oldRange)
            docket.file(
                Finding(
                    rule: .attributionIdentityChanged, severity: areTwo ? nil : .warning, confidence: areTwo ? nil : 0.75, entity: Subject(id: "#" + before, name: name(before) ?? text),
                    other: Subject(id: "#" + after, name: name(after) ?? after), before: place,
                    after: new.place(of: change.newRange, in: new.passages[change.newPassage].text, passage: change.newPassage),
                    message: "'\(text)' pointed to '\(before)'; it points to '\(after)' now, with the same words",
                    evidence: [Evidence(kind: "identity", detail: livesOn ? "'\(before)' is still used for others" : areTwo ? "the authority knows '\(before)' and '\(after)' by different names" : "'\(after)' stood for others before; two entries for one person may have been made one")]))
        }
        docket.neutral(.neutralRekeyed, count: rekeyed.count)
        return touched
    }

    private func name(_ key: String) -> String? { inquiry.roll.entity(key: key).flatMap { inquiry.pair.authority[$0].names.first } }

    /// Names of two passages with the same words in order, whose stated identities differ.
    private func changed(_ one: Int, _ other: Int) -> [Change] {
        func names(_ version: Version, _ index: Int) -> [Annotation] {
            return version.annotations(of: version.passages[index]).filter { ($0.isName || $0.kind == .quotation) && $0.key != .none }
        }
        let before = names(old, one), after = names(new, other)
        var result: [Change] = []
        var at = 0
        var places: [String: [Int]] = [:]
        for (index, annotation) in after.enumerated() { places[Folding.folded(new.string(annotation.range)), default: []].append(index) }
        for annotation in before {
            // The same words further on in the other passage; what was skipped was retagged.
            let further = (places[Folding.folded(old.string(annotation.range))] ?? []).lazy.filter { $0 >= at }
            guard let found = further.first(where: { after[$0].kind == annotation.kind }) ?? further.first else { continue }
            at = found + 1
            let left = identities(old.symbols[annotation.key]), right = identities(new.symbols[after[found].key])
            guard left.count == 1, right.count == 1, !left[0].utf8.elementsEqual(right[0].utf8) else { continue }
            result.append(
                Change(before: left[0], after: right[0], oldPassage: one, newPassage: other, oldRange: annotation.range, newRange: after[found].range))
        }
        return result
    }

    /// Equal after prefix, scheme, path and case: another way to write the same identifier.
    private func isSameIdentity(_ left: String, _ right: String) -> Bool {
        if let one = inquiry.roll.entity(key: left), one == inquiry.roll.entity(key: right) { return true }
        func core(_ value: String) -> String {
            let trimmed = value.hasSuffix("/") ? String(value.dropLast()) : value
            return trimmed.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last.map { $0.lowercased() } ?? ""
        }
        let one = core(left), other = core(right)
        if one == other { return true }
        // "trotsky" and "pers-trotsky", "trotsky.xml"
        return one.utf8.count >= 4 && other.utf8.count >= 4 && (one.hasSuffix("-" + other) || other.hasSuffix("-" + one) || one == other + ".xml" || other == one + ".xml")
    }

    /// One old value became one new value throughout, and neither lives on beside the other.
    private func isRenamedThroughout(_ before: String, _ after: String) -> Bool {
        inquiry.newNames.count(key: before) == 0 && inquiry.oldNames.count(key: after) == 0 && !inquiry.areTwoPeople(before, after)
    }
}
