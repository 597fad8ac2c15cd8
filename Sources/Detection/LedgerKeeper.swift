import Alignment
import Findings
import Language
import PlainText
import Records

/// Counts for the persons and bodies that a finding is about, and for watched names: how often they stand in each version, and in which roles.
struct LedgerKeeper {
    let inquiry: Inquiry
    /// What was counted for some of them already.
    var known: [Subject: Counted] = [:]

    /// An entry, and whether the cap on passages was reached for it.
    struct Counted {
        var entry: Ledger.Entry
        var isCapped: Bool
    }

    /// Mentions and roles are counted in this many passages a version and name at most; the report says so where more hold the name.
    static let mostPassages = 2_000
    static let limit = "ledger: the first \(mostPassages) passages that hold a name are counted"

    func ledger(for findings: [Finding], transfers: [Ledger.Transfer], limits: inout [String]) -> Ledger {
        var ledger = Ledger()
        var seen: Set<String> = []
        var subjects: [Subject] = []
        var listed = Listed()
        for watched in inquiry.pair.watched {
            let entity = inquiry.roll.entity(key: watched).map { inquiry.pair.authority[$0] }
                ?? inquiry.pair.authority.first { $0.names.contains { name in sameness(NameForm(name, kind: .unknown, pack: inquiry.pair.pack), NameForm(watched, kind: .unknown, pack: inquiry.pair.pack)) != .different } }
            let subject = Subject(id: entity.map { "#" + $0.id } ?? NameForm(watched, kind: .unknown, pack: inquiry.pair.pack).words.joined(separator: " "), name: entity?.names.first ?? watched)
            if seen.insert(subject.id).inserted, listed.enter(subject, inquiry) { subjects.append(subject) }
        }
        for finding in findings where finding.severity != .neutral && finding.rule != .changeOther {
            for subject in [finding.entity, finding.other] {
                if let subject, seen.insert(subject.id).inserted, listed.enter(subject, inquiry) { subjects.append(subject) }
            }
        }
        let entries = counted(subjects)
        ledger.entities = entries.map(\.entry)
        if entries.contains(where: \.isCapped) { limits.append(Self.limit) }
        ledger.creditTransfer = transfers
        return ledger
    }

    /// The names of a ledger under way, by their last words: "J. Reed" beside "#reed", John Reed, is listed already.
    private struct Listed {
        private var byWord: [String: [NameForm]] = [:]

        /// Enters a subject; returns whether it is new.
        mutating func enter(_ subject: Subject, _ inquiry: Inquiry) -> Bool {
            let own = NameForm(subject.name, kind: .unknown, pack: inquiry.pair.pack)
            let isIdentity = subject.id.hasPrefix("#")
            if !isIdentity, own.words.count > 1, let last = own.words.last, byWord[last]?.contains(where: { sameness($0, own) != .different }) == true { return false }
            let entity = isIdentity ? inquiry.roll.entity(key: String(subject.id.dropFirst())) : nil
            for form in entity.map({ inquiry.roll.forms[$0] }) ?? [own] { byWord[form.words.last ?? "", default: []].append(form) }
            return true
        }
    }

    /// The entries of subjects, in their order.
    func counted(_ subjects: [Subject]) -> [Counted] {
        let new = subjects.filter { known[$0] == nil }
        var counted = count(new).makeIterator()
        return subjects.compactMap { known[$0] ?? counted.next() }
    }

    private func count(_ subjects: [Subject]) -> [Counted] {
        guard !subjects.isEmpty else { return [] }
        let wanted = subjects.map { Wanted($0, inquiry) }
        var kept: Kept = [:]
        let before = counts(wanted, isOld: true, &kept), after = counts(wanted, isOld: false, &kept)
        return subjects.indices.map { index in
            Counted(
                entry: Ledger.Entry(
                    id: subjects[index].id, name: subjects[index].name, presence: [before[index].mentions, after[index].mentions],
                    roles: [before[index].roles, after[index].roles]),
                isCapped: max(before[index].passages, after[index].passages) >= Self.mostPassages)
        }
    }

    /// How often, and in which roles, subjects stand in the passages that differ, in each version: without reading what stands unchanged in both.
    func differing(_ subjects: [Subject]) -> [(before: Counts, after: Counts)] {
        let wanted = subjects.map { Wanted($0, inquiry) }
        let old = Set(unchanged.keys), new = Set(unchanged.values)
        var kept: Kept = [:]
        let before = counts(wanted, isOld: true, &kept, except: old), after = counts(wanted, isOld: false, &kept, except: new)
        return zip(before, after).map { (before: $0, after: $1) }
    }

    /// A name that is counted.
    private struct Wanted {
        let key: String?
        let entity: Int?
        let forms: [NameForm]
        /// Last words of its forms: a passage without any of them, and without the key, does not name it.
        let surnames: Set<String>

        init(_ subject: Subject, _ inquiry: Inquiry) {
            key = subject.id.hasPrefix("#") ? String(subject.id.dropFirst()) : nil
            entity = key.flatMap { inquiry.roll.entity(key: $0) }
            forms = (entity.map { inquiry.roll.forms[$0] } ?? []) + [NameForm(subject.name, kind: .unknown, pack: inquiry.pair.pack)]
            surnames = Set(forms.compactMap { $0.words.last?.split(separator: "-").last.map(String.init) })
        }

        var identities: [String] { [key, entity.map { "\u{0}\($0)" }].compactMap { $0 } }
        static func identities(_ mention: Mention) -> [String] { [mention.key, mention.entity.map { "\u{0}\($0)" }].compactMap { $0 } }

        func isMeant(by mention: Mention) -> Bool {
            if let entity, let own = mention.entity { return own == entity }
            if let key, let own = mention.key { return own == key }
            return forms.contains { sameness($0, mention.form) != .different }
        }
    }

    struct Counts {
        var mentions = 0
        /// Passages that were looked at.
        var passages = 0
        var roles = Ledger.Roles()

        mutating func add(_ other: Counts) {
            mentions += other.mentions
            passages += other.passages
            roles.agent += other.roles.agent
            roles.patient += other.roles.patient
            roles.quoted += other.roles.quoted
            roles.cited += other.roles.cited
        }
    }

    /// What passages of the older version told that stand unchanged in the newer, by the passage there: each is read once.
    private typealias Kept = [Int: [(name: Int, counts: Counts)]]

    private func counts(_ wanted: [Wanted], isOld: Bool, _ kept: inout Kept, except passedOver: Set<Int> = []) -> [Counts] {
        var counts = [Counts](repeating: Counts(), count: wanted.count)
        let holders = passages(wanted, isOld: isOld)
        let reader = LineReader(inquiry: inquiry, isOld: isOld)
        let identified = byIdentity(wanted)
        let twins = isOld ? unchanged : [:]
        for var holder in holders where !passedOver.contains(holder.passage) {
            if !isOld, let told = kept[holder.passage] {
                for (name, own) in told { counts[name].add(own) }
                holder.wanted.removeAll { name in told.contains { $0.name == name } }
                if holder.wanted.isEmpty { continue }
            }
            let found = told(holder, wanted, identified, reader)
            for (name, own) in found { counts[name].add(own) }
            if let twin = twins[holder.passage] { kept[twin] = found }
        }
        return counts
    }

    /// The wanted by the identities that mark-up and authority state for them.
    private func byIdentity(_ wanted: [Wanted]) -> [String: [Int]] {
        var found: [String: [Int]] = [:]
        for (index, name) in wanted.enumerated() { for identity in name.identities { found[identity, default: []].append(index) } }
        return found
    }

    /// Passages of the older version that stand in the newer with the same text and mark-up.
    private var unchanged: [Int: Int] {
        var twins: [Int: Int] = [:]
        let old = inquiry.pair.old.passages, new = inquiry.pair.new.passages
        for link in inquiry.pair.alignment.links where link.old.count == 1 && link.new.count == 1 {
            let before = old[link.old.lowerBound], after = new[link.new.lowerBound]
            if before.textHash == after.textHash, before.markupHash == after.markupHash, before.role == after.role { twins[link.old.lowerBound] = link.new.lowerBound }
        }
        return twins
    }

    /// How often a passage names each of the wanted that it may name, and in which roles.
    private func told(_ holder: Holder, _ wanted: [Wanted], _ identified: [String: [Int]], _ reader: LineReader) -> [(name: Int, counts: Counts)] {
        let version = reader.isOld ? inquiry.pair.old : inquiry.pair.new, passage = holder.passage
        let side = reader.read(passage, around: holder.isMarked ? [] : holder.tokens)
        var meant: [Int: Set<Int>] = [:]
        func ask(_ name: Int, _ number: Int) {
            if holder.wanted.contains(name), wanted[name].isMeant(by: side.mentions[number]) { meant[name, default: []].insert(number) }
        }
        for (number, mention) in side.mentions.enumerated() {
            for name in holder.names(in: mention, side) { ask(name, number) }
            if mention.key != nil || mention.entity != nil { for identity in Wanted.identities(mention) { for name in identified[identity] ?? [] { ask(name, number) } } }
        }
        let frames = FrameFinder(side: side, pack: inquiry.pack(version, passage)).frames(holding: meant.values.reduce(into: []) { $0.formUnion($1) })
        return holder.wanted.map { name in
            var counts = Counts()
            counts.passages = 1
            guard let own = meant[name] else { return (name, counts) }
            counts.mentions = own.count
            if version.passages[passage].role == .source { counts.roles.cited = own.count }
            for frame in frames {
                let isAgent = frame.agent.map { !own.isDisjoint(with: $0.mentions) } ?? false
                if isAgent, frame.kind == .speech { counts.roles.quoted += 1 } else if isAgent, frame.kind != .part { counts.roles.agent += 1 }
                if let patient = frame.patient, !own.isDisjoint(with: patient.mentions) { counts.roles.patient += 1 }
            }
            return (name, counts)
        }
    }

    /// A passage that may name some of the wanted.
    private struct Holder {
        var passage: Int
        var wanted: [Int]
        /// The tokens of the version that may be their last words, ascending.
        var marks: ArraySlice<(token: UInt32, wanted: Int)>
        /// Mark-up points to one of them: the passage is to be read whole.
        var isMarked: Bool

        var tokens: [Int] { marks.reduce(into: []) { if $0.last != Int($1.token) { $0.append(Int($1.token)) } } }

        /// Those whose last word stands in a mention.
        func names(in mention: Mention, _ side: Side) -> [Int] {
            guard !marks.isEmpty, let first = side.words[mention.tokens].first(where: { $0 >= 0 }), let last = side.tokens[mention.tokens].last else { return [] }
            var names: [Int] = []
            for mark in marks where mark.token >= first && side.version.tokens[Int(mark.token)].start < last.range.end && !names.contains(mark.wanted) { names.append(mark.wanted) }
            return names
        }
    }

    /// The passages that may name one of the wanted, ascending: each is read once, however many it names.
    private func passages(_ wanted: [Wanted], isOld: Bool) -> [Holder] {
        let version = isOld ? inquiry.pair.old : inquiry.pair.new
        let census = isOld ? inquiry.oldCensus : inquiry.newCensus
        var byWord: [String: [Int]] = [:], byKey: [String: [Int]] = [:]
        for (index, name) in wanted.enumerated() {
            // A name goes on in other spellings: a ledger that says 0 there would tell of an erasure.
            let spelled = name.forms.flatMap { (isOld ? inquiry.oldNames : inquiry.newNames).variants(of: $0) }
            for surname in name.surnames.union(spelled) { byWord[surname, default: []].append(index) }
            if let key = name.key { byKey[key, default: []].append(index) }
        }
        var marks: [(token: UInt32, wanted: Int)] = []
        for word in census.capitalWords {
            guard let indices = byWord[inquiry.pair.words.string(word)] else { continue }
            for index in indices { marks += census.capitals(word).map { ($0, index) } }
        }
        marks.sort { $0 < $1 }
        var taken = [Int](repeating: 0, count: wanted.count)
        var result: [Holder] = []
        for (number, passage) in version.passages.enumerated() {
            let first = firstPlace(of: marks.count) { marks[$0].token >= passage.tokens.lowerBound }
            var end = first
            while end < marks.count, marks[end].token < passage.tokens.upperBound { end += 1 }
            var here = Set(marks[first..<end].map(\.wanted))
            var isMarked = false
            if !byKey.isEmpty {
                for annotation in version.annotations(of: passage) where annotation.isName {
                    for key in identities(version.symbols[annotation.key]) {
                        guard let named = byKey[key] else { continue }
                        here.formUnion(named)
                        isMarked = true
                    }
                }
            }
            let counted = here.filter { taken[$0] < Self.mostPassages }.sorted()
            guard !counted.isEmpty else { continue }
            for index in counted { taken[index] += 1 }
            result.append(Holder(passage: number, wanted: counted, marks: marks[first..<end], isMarked: isMarked))
        }
        return result
    }
}
