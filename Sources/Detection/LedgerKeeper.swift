import Findings
import Language
import PlainText
import Records

/// Counts for the persons and bodies that a finding is about, and for watched names: how often they stand in each version, and in which roles.
struct LedgerKeeper {
    let inquiry: Inquiry

    /// Roles are read from this many passages a version and name at most.
    static let mostPassages = 200

    func ledger(for findings: [Finding], transfers: [Ledger.Transfer]) -> Ledger {
        var ledger = Ledger()
        var seen: Set<String> = []
        var subjects: [Subject] = []
        for watched in inquiry.pair.watched {
            let entity = inquiry.roll.entity(key: watched).map { inquiry.pair.authority[$0] }
                ?? inquiry.pair.authority.first { $0.names.contains { name in sameness(NameForm(name, kind: .unknown, pack: inquiry.pair.pack), NameForm(watched, kind: .unknown, pack: inquiry.pair.pack)) != .different } }
            let subject = Subject(id: entity.map { "#" + $0.id } ?? NameForm(watched, kind: .unknown, pack: inquiry.pair.pack).words.joined(separator: " "), name: entity?.names.first ?? watched)
            if seen.insert(subject.id).inserted { subjects.append(subject) }
        }
        for finding in findings where finding.severity != .neutral && finding.rule != .changeOther {
            for subject in [finding.entity, finding.other] {
                if let subject, seen.insert(subject.id).inserted { subjects.append(subject) }
            }
        }
        ledger.entities = entries(for: subjects)
        ledger.creditTransfer = transfers
        return ledger
    }

    func entries(for subjects: [Subject]) -> [Ledger.Entry] { subjects.map(entry) }

    private func entry(_ subject: Subject) -> Ledger.Entry {
        let key = subject.id.hasPrefix("#") ? String(subject.id.dropFirst()) : nil
        let entity = key.flatMap { inquiry.roll.entity(key: $0) }
        let forms = (entity.map { inquiry.roll.forms[$0] } ?? []) + [NameForm(subject.name, kind: .unknown, pack: inquiry.pair.pack)]
        let before = roles(forms, key, isOld: true), after = roles(forms, key, isOld: false)
        return Ledger.Entry(id: subject.id, name: subject.name, presence: [before.count, after.count], roles: [before.roles, after.roles])
    }

    private func roles(_ forms: [NameForm], _ key: String?, isOld: Bool) -> (count: Int, roles: Ledger.Roles) {
        let version = isOld ? inquiry.pair.old : inquiry.pair.new
        let census = isOld ? inquiry.oldCensus : inquiry.newCensus
        var passages: Set<Int> = []
        let surnames = Set(forms.compactMap { $0.words.last?.split(separator: "-").last.map(String.init) })
        var wanted: [UInt32] = []
        for word in census.capitalWords() where surnames.contains(inquiry.pair.words.string(word)) { wanted += census.capitals(word) }
        wanted.sort()
        for (index, passage) in version.passages.enumerated() where holds(passage, wanted) { passages.insert(index) }
        if let key {
            for (index, passage) in version.passages.enumerated() {
                let annotations = version.annotations[Int(passage.annotations.lowerBound)..<Int(passage.annotations.upperBound)]
                if annotations.contains(where: { $0.isName && identities(version.symbols[$0.key]).contains(key) }) { passages.insert(index) }
            }
        }
        var roles = Ledger.Roles()
        var count = 0
        for index in passages.sorted().prefix(Self.mostPassages) {
            let side = LineReader(inquiry: inquiry, isOld: isOld).read(index..<index + 1)
            let own = Set(side.mentions.indices.filter { isMeant(side.mentions[$0], forms, key) })
            count += own.count
            guard !own.isEmpty else { continue }
            if version.passages[index].role == .source { roles.cited += own.count }
            for frame in FrameFinder(side: side, pack: inquiry.pack(version, index)).frames() {
                let isAgent = frame.agent.map { !own.isDisjoint(with: $0.mentions) } ?? false
                if isAgent, frame.kind == .speech { roles.quoted += 1 } else if isAgent, frame.kind != .part { roles.agent += 1 }
                if let patient = frame.patient, !own.isDisjoint(with: patient.mentions) { roles.patient += 1 }
            }
        }
        return (count, roles)
    }

    /// Whether one of the tokens, ascending, lies in the passage.
    private func holds(_ passage: Passage, _ tokens: [UInt32]) -> Bool {
        var low = 0, high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle] < passage.tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < tokens.count && tokens[low] < passage.tokens.upperBound
    }

    private func isMeant(_ mention: Mention, _ forms: [NameForm], _ key: String?) -> Bool {
        if let key, let own = mention.key { return own == key }
        if let key, let entity = mention.entity { return inquiry.pair.authority[entity].id == key }
        return forms.contains { sameness($0, mention.form) != .different }
    }
}
