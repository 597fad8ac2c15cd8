import Alignment
public import Findings
import Language
import PlainText
import Records

/// Reads the revisions off two aligned versions: every rule of the catalogue, over every passage that differs.
///
/// Idle where nothing differs: passages with equal text and mark-up are never read again.
public func detect(_ pair: VersionPair) -> Detected {
    var detector = Detector(Inquiry(pair))
    return detector.run()
}

/// How often, and in which roles, further names stand in both versions of a pair.
public func ledgerEntries(for subjects: [Subject], in pair: VersionPair) -> [Ledger.Entry] {
    LedgerKeeper(inquiry: Inquiry(pair)).counted(subjects).map(\.entry)
}

private struct Detector {
    let inquiry: Inquiry
    var docket: Docket
    /// Sentences without partner in passages that stay, and the places where they would stand.
    var oldAlone: [(side: Side, line: Int)] = []
    var newAlone: [(side: Side, line: Int)] = []

    init(_ inquiry: Inquiry) {
        self.inquiry = inquiry
        docket = Docket(inquiry: inquiry)
    }

    private var old: Version { inquiry.pair.old }
    private var new: Version { inquiry.pair.new }

    mutating func run() -> Detected {
        let alignment = inquiry.pair.alignment
        let identityChanged = IdentityRules(inquiry: inquiry).apply(to: &docket).union(StatedDateRules(inquiry: inquiry).apply(to: &docket))
        SpeakerRules(inquiry: inquiry).apply(to: &docket)
        GapRules(inquiry: inquiry).apply(to: &docket)
        docket.neutral(.neutralMove, count: alignment.counts.moved)
        for (number, link) in alignment.links.enumerated() { compare(link, isIdentityChanged: identityChanged.contains(number)) }
        rejoin()
        exchangedPassages()
        readAlone(isOld: true)
        readAlone(isOld: false)
        settleAlone()
        EntityRules(inquiry: inquiry).apply(to: &docket)
        DiminishedRule(inquiry: inquiry).apply(to: &docket)
        EventRule(inquiry: inquiry).apply(to: &docket)
        HiddenRules(inquiry: inquiry).apply(to: &docket)
        InclusionRules(inquiry: inquiry).apply(to: &docket)
        OrderRules(inquiry: inquiry).lists(to: &docket)
        SilentEditRule(inquiry: inquiry).apply(to: &docket)
        bookkeeping()
        let keeper = LedgerKeeper(inquiry: inquiry, known: docket.counted)
        let withholding = WithholdingRules(inquiry: inquiry)
        return docket.finish { [transfers = docket.transfers, limits = limits] detected in
            detected.neutral = detected.neutral.filter { $0.value > 0 }
            withholding.settle(&detected)
            detected.limits += limits
            detected.ledger = keeper.ledger(for: detected.findings, transfers: transfers, limits: &detected.limits)
        }
    }

    /// The caps that were reached, worded for the report.
    private var limits: [String] {
        var limits: [String] = []
        if max(alignment.deleted.count, alignment.inserted.count) > Leftovers.mostPassages {
            limits.append("sentences: more than \(Leftovers.mostPassages) passages without partner; their sentences were not looked for one by one")
        }
        return limits
    }
    private var alignment: Alignment { inquiry.pair.alignment }

    // MARK: linked passages

    private mutating func compare(_ link: Alignment.Link, isIdentityChanged: Bool) {
        let one = link.old.lowerBound, other = link.new.lowerBound
        if link.old.count == 1, link.new.count == 1 {
            let before = old.passages[one], after = new.passages[other]
            if before.textHash == after.textHash {
                if before.markupHash != after.markupHash, !isIdentityChanged { docket.neutral(.neutralMarkup) }
                return
            }
            if before.role == .graphic || after.role == .graphic {
                picture(one, other)
                return
            }
            if before.role == .imprint, after.role == .imprint {
                docket.neutral(.neutralBookkeeping)
                return
            }
            if before.role.isAuthorship, after.role.isAuthorship, AuthorshipRules(inquiry: inquiry).compare(one, other, &docket) { return }
        } else {
            docket.neutral(link.isSplit ? .neutralSplit : .neutralMerge)
        }
        compare(link.old, link.new)
    }

    /// Sentence by sentence.
    private mutating func compare(_ olds: Range<Int>, _ news: Range<Int>) {
        let one = olds.lowerBound
        let before = LineReader(inquiry: inquiry, isOld: true).read(olds)
        let after = LineReader(inquiry: inquiry, isOld: false).read(news)
        guard !before.lines.isEmpty || !after.lines.isEmpty else { return }
        let pairing = SentencePairing(before, after)
        if pairing.isBanded { docket.reach(limit: ReachedLimits.neighbours) }
        for group in pairing.groups {
            if group.isSame, sameText(before, group.old, after, group.new) { continue }
            judge(Parallel(old: before.selecting(group.old), new: after.selecting(group.new), strength: group.strength, inquiry: inquiry), in: one)
        }
        if pairing.oldAlone.count == 1, pairing.newAlone.count == 1 { exchanged(before.selecting(pairing.oldAlone), after.selecting(pairing.newAlone), in: one) }
        oldAlone += pairing.oldAlone.map { (before, $0) }
        newAlone += pairing.newAlone.map { (after, $0) }
    }

    private func sameText(_ before: Side, _ olds: [Int], _ after: Side, _ news: [Int]) -> Bool {
        zip(olds, news).allSatisfy { before.version.string(before.lines[$0].range).utf8.elementsEqual(after.version.string(after.lines[$1].range).utf8) }
    }

    /// All rules over one group of sentences, in an order in which each accounts for what the next need not explain.
    private mutating func judge(_ parallel: Parallel, in passage: Int) {
        guard !parallel.edits.isEmpty else {
            docket.neutral(.neutralCopyEdit)
            return
        }
        let pack = inquiry.pack(old, passage)
        for limit in ReachedLimits.of(parallel, pack) { docket.reach(limit: limit) }
        let names = NameRules(parallel: parallel, inquiry: inquiry, pack: pack)
        if AuthorshipRules.isStatement(parallel.old), AuthorshipRules.isStatement(parallel.new),
            AuthorshipRules(inquiry: inquiry).compare(parallel.old, parallel.new, "byline", parallel.new.place(0..<0), &docket) {
            names.losses(to: &docket, except: [], told: Set(parallel.lost))
            return
        }
        var explained = Explained(parallel.edits)
        let first = docket.detected.findings.count
        defer { if !parallel.likeNames.isEmpty { docket.add(alike(parallel), from: first) } }
        if RoleFields(inquiry: inquiry).compare(parallel, passage, pack, &docket) {
            // The capitals of a calling ("Goldschmied") name nobody.
            names.losses(to: &docket, except: Set(parallel.lost.filter { parallel.old.mentions[$0].trust == .capitals }), told: [])
            return
        }
        names.spellings(to: &docket, &explained)
        names.pronounsSpelledOut(to: &docket, &explained)
        QuotationRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        SourceRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        let claimed = AttributionRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        ClaimFrameRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        let renamed = names.bynames(to: &docket, &explained).union(names.generics(to: &docket, &explained))
        let placed = names.places(to: &docket, &explained, except: renamed)
        OrderRules(inquiry: inquiry).apply(parallel, to: &docket, &explained)
        var (carried, told) = names.omissions(to: &docket, &explained, except: claimed.union(placed).union(renamed))
        carried.formUnion(renamed)
        if old.passages[passage].role.statesFacts { FactRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained) }
        let telling = explained
        if parallel.edits.count <= WordFinding.mostEdits { wording(parallel, pack, &explained) }
        names.losses(to: &docket, except: carried.union(placed), told: told)
        if old.passages[passage].role.isProse, parallel.edits.count <= WordFinding.mostEdits { ClauseRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(telling: telling, to: &docket, &explained) }
        NeutralTests(parallel: parallel, pack: pack).settle(explained, in: &docket)
    }

    /// What is told of a name rests on its likeness to another, where nothing else says that they are one.
    private func alike(_ parallel: Parallel) -> [String: (said: Evidence, confidence: Double)] {
        var evidence: [String: (said: Evidence, confidence: Double)] = [:]
        for (old, new, likeness) in parallel.likeNames {
            let before = parallel.old.mentions[old], after = parallel.new.mentions[new]
            let said = Evidence(kind: "identity", detail: Likeness.said(before.text, after.text, likeness))
            for mention in [before, after] { evidence[mention.id(inquiry.pair.authority)] = (said, max(inquiry.pair.minimumConfidence, likeness)) }
        }
        return evidence
    }

    /// How sure, how judged, how harsh.
    private mutating func wording(_ parallel: Parallel, _ pack: LanguagePack, _ explained: inout Explained) {
        let cues = CueSheet(parallel, pack: pack)
        if !pack.wording.isEmpty { RoleRules(parallel: parallel, inquiry: inquiry, pack: pack, cues: cues).apply(to: &docket, &explained) }
        StanceRules(parallel: parallel, inquiry: inquiry, cues: cues).apply(to: &docket, &explained)
        NegationRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        FramingRules(parallel: parallel, inquiry: inquiry, pack: pack, cues: cues).apply(to: &docket, &explained)
        AffiliationRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
    }

    /// A sentence or a short passage that gave way to another in its place: it is told as gone, and how its words judge, hedge and date the same thing is
    /// compared all the same ("Xenophobic remarks" -> "Allegedly anti-Greek remarks").
    private mutating func exchanged(_ before: Side, _ after: Side, in passage: Int) {
        guard old.passages[passage].role.statesFacts, max(before.tokens.count, after.tokens.count) <= Self.longestExchange, let one = before.lines.first, let other = after.lines.first, before.lines.count == 1,
            after.lines.count == 1
        else { return }
        func content(_ side: Side, _ line: Line) -> Set<String> { Set(side.tokens[line.tokens].filter { $0.kind == .word && !$0.has(.function) }.map(\.stem)) }
        let left = content(before, one), right = content(after, other)
        let isHeading = max(left.count, right.count) <= Self.longestHeading
        guard isHeading || !left.isDisjoint(with: right) else { return }
        let parallel = Parallel(old: before, new: after, strength: Self.exchange, inquiry: inquiry)
        guard !parallel.edits.isEmpty else { return }
        var explained = Explained(parallel.edits)
        let pack = inquiry.pack(old, passage)
        // Who did it is compared where both say so much of the same that its verb is no accident.
        if left.intersection(right).count >= Self.fewestForAgents { _ = AttributionRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained) }
        FactRules(parallel: parallel, inquiry: inquiry, pack: pack).apply(to: &docket, &explained)
        wording(parallel, pack, &explained)
    }

    /// So many content words in common.
    private static let fewestForAgents = 4

    /// How surely two sentences in one place say the same: below the floor of paired sentences by content, for they were not paired.
    private static let exchange = 0.4
    /// A longer sentence that found no partner says something else.
    private static let longestExchange = 40
    /// With so few content words a heading or a label.
    private static let longestHeading = 6

    /// Passages without partner that stand alone between the same partners.
    private mutating func exchangedPassages() {
        let links = inquiry.pair.alignment.links
        guard alignment.deleted.count <= Leftovers.mostPassages, alignment.inserted.count <= Leftovers.mostPassages, !alignment.deleted.isEmpty, !alignment.inserted.isEmpty else { return }
        func gaps(_ alone: [Int], _ end: (Alignment.Link) -> Int) -> [Int: [Int]] {
            let ends = links.map(end).sorted()
            return alone.reduce(into: [:]) { gaps, index in gaps[firstPlace(of: ends.count) { ends[$0] > index }, default: []].append(index) }
        }
        let olds = gaps(alignment.deleted) { $0.old.upperBound }, news = gaps(alignment.inserted) { $0.new.upperBound }
        for (gap, gone) in olds.sorted(by: { $0.key < $1.key }) where gone.count == 1 && !settledOld.contains(gone[0]) {
            guard let came = news[gap], came.count == 1, !settledNew.contains(came[0]), old.passages[gone[0]].role == new.passages[came[0]].role else { continue }
            exchanged(LineReader(inquiry: inquiry, isOld: true).read(gone[0]..<gone[0] + 1), LineReader(inquiry: inquiry, isOld: false).read(came[0]..<came[0] + 1), in: gone[0])
        }
    }

    private mutating func picture(_ one: Int, _ other: Int) {
        let before = old.string(old.passages[one]), after = new.string(new.passages[other])
        // Another folder, format or case of the letters is the same picture.
        func file(_ address: String) -> String {
            let name = address.split(separator: "/").last.map { $0.lowercased() } ?? ""
            guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
            return String(name[..<dot])
        }
        if file(before) == file(after) {
            docket.neutral(.neutralMarkup)
            return
        }
        docket.file(
            Finding(
                rule: .erasureImage, before: old.place(passage: one), after: new.place(passage: other),
                message: "the picture '\(before)' stood; '\(after)' stands now",
                evidence: [Evidence(kind: "alignment", detail: "the same place in the same figure")]))
    }

    // MARK: passages and sentences without partner

    /// Whole passages without partner are first tried sentence by sentence against what else is left over.
    private mutating func rejoin() {
        guard !inquiry.pair.alignment.deleted.isEmpty || !oldAlone.isEmpty, !inquiry.pair.alignment.inserted.isEmpty || !newAlone.isEmpty else { return }
        let leftovers = Leftovers(inquiry: inquiry, old: oldAlone, new: newAlone)
        let pairs = leftovers.pairs()
        for pair in pairs.matched { judge(Parallel(old: pair.old, new: pair.new, strength: pair.strength, inquiry: inquiry), in: pair.passage) }
        docket.neutral(.neutralMove, count: pairs.matched.count)
        oldAlone = pairs.oldAlone
        newAlone = pairs.newAlone
        settledOld = pairs.settledOld
        settledNew = pairs.settledNew
        let vacated = VacatedPlaces(inquiry: inquiry)
        // The date and the heading of an entry that moved go with it.
        for (one, other) in vacated.headings(of: pairs.matched) where !settledOld.contains(one) && !settledNew.contains(other) {
            settledOld.insert(one)
            settledNew.insert(other)
            let before = LineReader(inquiry: inquiry, isOld: true).read(one..<one + 1), after = LineReader(inquiry: inquiry, isOld: false).read(other..<other + 1)
            guard !before.tokens.isEmpty, !after.tokens.isEmpty else { continue }
            judge(Parallel(old: before, new: after, strength: VacatedPlaces.strength, inquiry: inquiry), in: one)
        }
        for (one, other) in vacated.successors(except: settledOld, settledNew) {
            settledOld.insert(one)
            settledNew.insert(other)
            compare(one..<one + 1, other..<other + 1)
        }
    }

    /// Passages without partner whose sentences found partners of their own.
    private var settledOld: Set<Int> = []
    private var settledNew: Set<Int> = []

    /// Passages that went with their whole section are one loss; the others one each.
    private mutating func readAlone(isOld: Bool) {
        let alone = (isOld ? inquiry.pair.alignment.deleted : inquiry.pair.alignment.inserted).filter { !(isOld ? settledOld : settledNew).contains($0) }
        let rules = PassageRules(inquiry: inquiry)
        for section in (isOld ? old : new).sections(of: alone) {
            if section.passages.count == 1 { rules.alone(section.passages[0], isOld: isOld, &docket) } else { rules.section(section.passages, under: section.node, isOld: isOld, &docket) }
        }
    }

    private mutating func settleAlone() {
        for (side, line) in oldAlone { PassageRules(inquiry: inquiry).sentences(side, lines: [line], isOld: true, &docket) }
        for (side, line) in newAlone { PassageRules(inquiry: inquiry).sentences(side, lines: [line], isOld: false, &docket) }
    }

    private mutating func bookkeeping() {
        func counted(_ asides: [Aside]) -> [UInt64: Int] { asides.reduce(into: [:]) { $0[$1.hash, default: 0] += 1 } }
        let before = counted(old.asides.filter { $0.kind != "comment" }), after = counted(new.asides.filter { $0.kind != "comment" })
        let gone = before.reduce(0) { $0 + max(0, $1.value - (after[$1.key] ?? 0)) }
        let came = after.reduce(0) { $0 + max(0, $1.value - (before[$1.key] ?? 0)) }
        docket.neutral(.neutralBookkeeping, count: max(gone, came))
    }
}
