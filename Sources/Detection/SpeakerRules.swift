import Alignment
import Findings
import Language
import Records

/// Who speaks by the mark-up (`sp/@who`, `said/@who`): the words stay and another speaker is stated.
struct SpeakerRules {
    let inquiry: Inquiry

    func apply(to docket: inout Docket) {
        let old = inquiry.pair.old, new = inquiry.pair.new
        func speakers(_ version: Version) -> Set<String> { Set(version.passages.lazy.filter { $0.speaker != .none }.map { version.symbols[$0.speaker] }) }
        let before = speakers(old), after = speakers(new)
        guard !before.isEmpty || !after.isEmpty else { return }
        var rekeyed: Set<String> = []
        for link in inquiry.pair.alignment.links where link.old.count == 1 && link.new.count == 1 {
            let one = old.passages[link.old.lowerBound], other = new.passages[link.new.lowerBound]
            let was = old.symbols[one.speaker], stands = new.symbols[other.speaker]
            guard !was.isEmpty, !stands.isEmpty, identities(was) != identities(stands), one.wordHash == other.wordHash, !one.tokens.isEmpty else { continue }
            let areTwo = zip(identities(was), identities(stands)).contains { inquiry.areTwoPeople($0, $1) }
            if !after.contains(was), !before.contains(stands), !areTwo {
                rekeyed.insert(was)
                continue
            }
            let name = subject(was), successor = subject(stands)
            docket.file(
                Finding(
                    rule: .attributionSpeakerReplaced, entity: name, other: successor, before: old.place(passage: link.old.lowerBound),
                    after: new.place(passage: link.new.lowerBound),
                    message: "the same words: \(name.name) stood as speaker; \(successor.name) stands now",
                    evidence: [Evidence(kind: "identity", detail: "the mark-up names the speaker")]))
            docket.transfer(from: name.id, to: successor.id, rule: .attributionSpeakerReplaced)
        }
        docket.neutral(.neutralRekeyed, count: rekeyed.count)
    }

    private func subject(_ value: String) -> Subject {
        let key = identities(value).first ?? value
        return Subject(id: "#" + key, name: inquiry.roll.entity(key: key).flatMap { inquiry.pair.authority[$0].names.first } ?? key)
    }
}
