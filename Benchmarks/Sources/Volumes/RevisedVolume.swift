/// Two versions of a made-up volume, and which passage of the one is which of the other, by construction.
public struct RevisedVolume: Sendable {
    /// A heading or a paragraph of either version.
    public struct Passage: Sendable {
        public var text: String
        /// A heading opens a chapter.
        public var isHeading = false
        /// Places in the older version that its words come from: none where it is new, two where two were put together.
        var origins: [Int] = []
    }

    public let revision: VolumeRevision
    public let old: [Passage]
    public let new: [Passage]
    public var truth: Truth { Truth(old, new) }

    /// A volume of about so many bytes; the same seed gives the same.
    public init(_ revision: VolumeRevision, bytes: Int, seed: UInt64) {
        self.revision = revision
        var maker = VolumeMaker(revision, bytes: bytes, seed: seed)
        (old, new) = revision.hasNamedChapters ? maker.chapters() : maker.paragraphs()
    }

    /// The older or the newer version as a TEI file.
    public func xml(_ passages: [Passage]) -> String {
        let end = revision == .oneline ? "" : "\n"
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(end)<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader><fileDesc><titleStmt><title>A chronicle</title></titleStmt>"
            + "<publicationStmt><p>Made up.</p></publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc></teiHeader>\(end)<text><body>\(end)"
        for (place, passage) in passages.enumerated() {
            if passage.isHeading {
                text += (place > 0 ? "</div>\(end)" : "") + "<div><head>\(passage.text)</head>\(end)"
            } else {
                text += "<p>\(passage.text)</p>\(end)"
            }
        }
        return text + (passages.isEmpty ? "" : "</div>\(end)") + "</body></text></TEI>\(end)"
    }
}

/// Throws the dice for one volume.
struct VolumeMaker {
    typealias Passage = RevisedVolume.Passage
    let revision: VolumeRevision
    let bytes: Int
    var dice: Dice
    var chronicle: Chronicle

    init(_ revision: VolumeRevision, bytes: Int, seed: UInt64) {
        self.revision = revision
        self.bytes = bytes
        dice = Dice(state: seed &* 7_919)
        chronicle = Chronicle(seed: seed, names: max(40, bytes / 4_000))
    }

    // MARK: numbered chapters

    mutating func paragraphs() -> (old: [Passage], new: [Passage]) {
        var old: [String] = []
        var size = 0
        while size < bytes {
            let text = revision == .repeat && old.count >= 12 ? old[dice.below(12)] : chronicle.paragraph()
            old.append(text)
            size += text.utf8.count + 10
        }
        var new: [Passage] = []
        switch revision {
        case .every:
            new = old.enumerated().map { Passage(text: chronicle.touchedEverywhere($1), origins: [$0]) }
        case .shuffled:
            new = old.enumerated().map { Passage(text: $1, origins: [$0]) }.shuffled(using: &dice)
        case .alldiff:
            new = old.map { _ in Passage(text: chronicle.paragraph()) }
        case .e1, .e5, .e20, .repeat, .oneline, .same, .splits, .sections, .swaps, .boilerplate, .mixed:
            var waiting: [Passage] = []
            for (place, text) in old.enumerated() {
                if !waiting.isEmpty, dice.chance(0.02) { new.append(waiting.removeFirst()) }
                new += edited(text, place, &waiting)
            }
            new += waiting
        }
        return numbered(old.map { Passage(text: $0) }, new)
    }

    /// What becomes of a paragraph; what is moved goes to `waiting`.
    private mutating func edited(_ text: String, _ place: Int, _ waiting: inout [Passage]) -> [Passage] {
        let kept = Passage(text: text, origins: [place])
        guard dice.chance(revision.edited) else { return [kept] }
        switch dice.below(10) {
        case 0..<6: return [Passage(text: chronicle.reworded(text), origins: [place])]
        case 6: return []
        case 7: return [kept, Passage(text: chronicle.paragraph())]
        default:
            waiting.append(kept)
            return []
        }
    }

    /// Both with a heading before every forty paragraphs.
    private func numbered(_ old: [Passage], _ new: [Passage]) -> (old: [Passage], new: [Passage]) {
        func headings(_ count: Int) -> Int { (count + 39) / 40 }
        func woven(_ passages: [Passage], _ heading: (Int) -> Passage) -> [Passage] {
            passages.enumerated().flatMap { $0 % 40 == 0 ? [heading($0 / 40), $1] : [$1] }
        }
        let wovenOld = woven(old) { Passage(text: "Chapter \($0 + 1)", isHeading: true) }
        let moved = new.map { Passage(text: $0.text, origins: $0.origins.map { $0 + $0 / 40 + 1 }) }
        let wovenNew = woven(moved) { number in
            Passage(text: "Chapter \(number + 1)", isHeading: true, origins: number < headings(old.count) ? [number * 41] : [])
        }
        return (wovenOld, wovenNew)
    }

    // MARK: named chapters

    private struct Chapter {
        var passages: [Passage] = []
        var moves = false
    }

    mutating func chapters() -> (old: [Passage], new: [Passage]) {
        let boilerplate = (0..<5).map { _ in chronicle.sentence() } + (0..<2).map { _ in chronicle.paragraph() }
        let isBoilerplate = revision == .boilerplate || revision == .mixed
        var old: [Passage] = []
        var chapters: [Chapter] = []
        var size = 0
        while size < bytes {
            var chapter = Chapter()
            func add(_ text: String, isHeading: Bool = false) {
                chapter.passages.append(Passage(text: text, isHeading: isHeading, origins: [old.count]))
                old.append(Passage(text: text, isHeading: isHeading))
                size += text.utf8.count + 10
            }
            add(chronicle.heading(chapters.count + 1), isHeading: true)
            for _ in 0..<12 { add(isBoilerplate && dice.chance(0.2) ? dice.one(of: boilerplate) : chronicle.paragraph()) }
            chapters.append(chapter)
        }
        for at in chapters.indices {
            chapters[at].moves = (revision == .sections || revision == .mixed) && chapters.count > 3 && dice.chance(0.1)
            chapters[at].passages = rewritten(chapters[at], boilerplate)
        }
        // A chapter that moves goes to a place among those that stay.
        var order = chapters.filter { !$0.moves }
        for chapter in chapters where chapter.moves { order.insert(chapter, at: dice.below(order.count + 1)) }
        return (old, order.flatMap(\.passages))
    }

    private mutating func rewritten(_ chapter: Chapter, _ boilerplate: [String]) -> [Passage] {
        var result: [Passage] = []
        var waiting: [Passage] = []
        var at = 0
        while at < chapter.passages.count {
            let passage = chapter.passages[at]
            at += 1
            if passage.isHeading {
                result.append(passage)
                continue
            }
            if !waiting.isEmpty, dice.chance(0.2) { result.append(waiting.removeFirst()) }
            let next = at < chapter.passages.count ? chapter.passages[at] : nil
            if revision == .splits || revision == .mixed {
                if dice.chance(0.06), let halves = chronicle.halves(passage.text) {
                    result += [halves.0, halves.1].map { Passage(text: $0, origins: passage.origins) }
                    continue
                }
                if let next, dice.chance(0.06) {
                    result.append(Passage(text: passage.text + " " + next.text, origins: passage.origins + next.origins))
                    at += 1
                    continue
                }
            }
            if revision == .swaps || revision == .mixed, let next, dice.chance(0.05) {
                result += [next, passage]
                at += 1
                continue
            }
            if !boilerplate.isEmpty, revision == .boilerplate || revision == .mixed, dice.chance(0.02) { result.append(Passage(text: dice.one(of: boilerplate))) }
            for var edited in edited(passage.text, passage.origins[0], &waiting) {
                // A chapter that moves is edited more on the way.
                if chapter.moves, !edited.origins.isEmpty, dice.chance(0.15) { edited.text = chronicle.reworded(edited.text) }
                result.append(edited)
            }
        }
        return result + waiting
    }
}
