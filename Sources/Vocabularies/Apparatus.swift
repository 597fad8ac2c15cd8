/// A critical apparatus in the text (parallel segmentation): its witnesses, and which reading of each entry stands in which of them.
struct Apparatus {
    struct Witness {
        /// As `@wit` points at it, without `#`.
        var siglum: String
        /// What `listWit` says about it.
        var description = ""
        var date: String?
    }
    struct Reading {
        /// Number of the element in the document.
        var element: Int
        var isLemma: Bool
        /// Nil: no witness is stated (a conjecture, or a lemma that all others share).
        var sigla: [String]?
        /// The witness breaks off or sets in within it.
        var isBroken = false
        var source: Int
    }
    struct Entry {
        var element: Int
        var readings: [Reading] = []
        /// It stands apart from the text that it is about: its lemma repeats words of the text.
        var isApart: Bool
        /// The entry and the reading that hold it, or -1.
        var within: (entry: Int, reading: Int)
        var source: Int
        /// `@wit` of the group of readings under way.
        var group: [String]?
    }

    var witnesses: [Witness] = []
    var entries: [Entry] = []
    var method = "parallel-segmentation"
    private var groups: [(id: String?, from: Int)] = []
    /// Ids of lists of witnesses: a reading may point at a whole group.
    private var members: [String: [String]] = [:]
    private var breaks: [(sigla: [String], source: Int)] = []

    /// "#A", "witnesses.xml#A" and "A" are the siglum "A".
    static func siglum(_ pointer: String) -> String { pointer.split(separator: "#", omittingEmptySubsequences: true).last.map(String.init) ?? pointer }

    mutating func openGroup(_ id: String?) { groups.append((id, witnesses.count)) }
    mutating func closeGroup() {
        guard let group = groups.popLast(), let id = group.id else { return }
        members[id] = witnesses[group.from...].map(\.siglum)
    }

    mutating func addWitness(_ siglum: String?, date: String?) {
        witnesses.append(Witness(siglum: siglum ?? String(witnesses.count + 1), date: date))
    }

    mutating func addEntry(_ element: Int, isApart: Bool, within: (Int, Int), source: Int) -> Int {
        entries.append(Entry(element: element, isApart: isApart, within: within, source: source))
        return entries.count - 1
    }

    mutating func addReading(_ element: Int, in entry: Int, isLemma: Bool, sigla: [String]?, source: Int) -> Int {
        entries[entry].readings.append(
            Reading(element: element, isLemma: isLemma, sigla: sigla.map { $0.flatMap { members[$0] ?? [$0] } }, source: source))
        return entries[entry].readings.count - 1
    }

    /// A witness breaks off, or sets in again, here.
    mutating func breakOff(_ entry: Int, _ reading: Int, sigla: [String]?, begins: Bool, source: Int) {
        if entry >= 0, reading >= 0 { entries[entry].readings[reading].isBroken = true }
        let meant = sigla ?? (entry >= 0 && reading >= 0 ? entries[entry].readings[reading].sigla : nil) ?? []
        if begins, !meant.isEmpty { breaks.append((meant, source)) }
    }

    /// Entries of the text itself. With an apparatus of another method nothing is applied.
    private func isApplied(_ entry: Entry) -> Bool { method == "parallel-segmentation" && !entry.isApart }

    /// The witnesses that are versions: those that are declared; where none is, those that readings name, in that order. One is none.
    var versions: [Witness] {
        guard entries.contains(where: isApplied) else { return [] }
        if !witnesses.isEmpty { return witnesses.count > 1 ? witnesses : [] }
        var found: [Witness] = []
        for entry in entries where isApplied(entry) {
            for siglum in entry.readings.flatMap({ $0.sigla ?? [] }) where !found.contains(where: { $0.siglum == siglum }) { found.append(Witness(siglum: siglum)) }
        }
        return found.count > 1 ? found : []
    }

    /// The reading of the edited text: the lemma, else the first.
    private func edited(_ entry: Entry) -> Int? { entry.readings.firstIndex(where: \.isLemma) ?? entry.readings.indices.first }

    /// The reading of a witness: the one that names it; where none does, or the witness is broken there, that of the edited text.
    private func chosen(_ entry: Entry, _ siglum: String?) -> (reading: Int?, isAttested: Bool) {
        guard let siglum else { return (edited(entry), true) }
        if let own = entry.readings.firstIndex(where: { $0.sigla?.contains(siglum) == true && !$0.isBroken }) { return (own, true) }
        let base = edited(entry)
        // A lemma without witnesses is by custom that of all witnesses which no reading names.
        return (base, base.map { entry.readings[$0].sigla == nil } ?? true)
    }

    func passedOver(witness: Int?) -> [PassedOver] {
        let siglum = witness.map { versions[$0].siglum }
        return entries.flatMap { entry -> [PassedOver] in
            guard isApplied(entry) else { return [PassedOver(element: entry.element, kind: "apparatus")] }
            let kept = chosen(entry, siglum).reading
            return entry.readings.indices.filter { $0 != kept }.map { PassedOver(element: entry.readings[$0].element, kind: "alternative reading") }
        }
    }

    // MARK: what is said

    func troubles(declared ids: [String: Int]) -> [(code: String, message: String, offset: Int)] {
        var found: [(String, String, Int)] = []
        if let apart = entries.first(where: { !isApplied($0) }) {
            let how = method == "parallel-segmentation" ? "stands apart from its text" : "is of the method '\(method)'"
            found.append(("not-applied", "the apparatus \(how): its readings are set aside and its witnesses are no versions; one in the text (parallel segmentation) is applied", apart.source))
        }
        var known = Set(witnesses.map(\.siglum))
        for reading in entries.flatMap(\.readings) {
            for siglum in reading.sigla ?? [] where ids[siglum] == nil && known.insert(siglum).inserted {
                found.append(("unknown-witness", "the witness '\(siglum)' is not declared in a listWit\(witnesses.isEmpty ? "" : "; its readings are no version")", reading.source))
            }
        }
        return found
    }

    /// Said where each witness is read as a version: what its text rests on.
    func troublesOfWitnesses() -> [(code: String, message: String, offset: Int)] {
        var found = breaks.map { place in
            ("lacuna", "the witness '\(place.sigla.joined(separator: "', '"))' breaks off here: what is missing in it is read as the edited text, so that no loss is told", place.source)
        }
        for witness in versions {
            var count = 0
            var first: Int?
            var kept: [Int?] = []
            for entry in entries {
                let choice = chosen(entry, witness.siglum)
                kept.append(choice.reading)
                // An entry inside another witness' reading says nothing about this one.
                let isReached = entry.within.entry < 0 || kept[entry.within.entry] == entry.within.reading
                guard isApplied(entry), isReached, !choice.isAttested else { continue }
                count += 1
                first = first ?? entry.source
            }
            guard let first else { continue }
            found.append(("unattested", "no reading names the witness '\(witness.siglum)' here\(count > 1 ? " and in \(count - 1) more entries" : ""): the edited text is read for it", first))
        }
        return found
    }
}
