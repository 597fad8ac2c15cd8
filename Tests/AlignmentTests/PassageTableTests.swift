import Alignment
import Records
import Testing

@Suite struct PassageTableTests {
    /// A history of made-up versions. `lives[version][passage]`: whose words the passage holds.
    struct Invented {
        var versions: [Version]
        var lives: [[Set<Int>]]

        init(seed: UInt64, versions count: Int, movesToo: Bool, piecesToo: Bool) {
            var generator = Generator(seed: seed)
            typealias Part = (text: String, lives: Set<Int>)
            var lives = 0
            func fresh() -> Part {
                lives += 1
                return (generator.sentence(Int.random(in: 10...40, using: &generator)), [lives])
            }
            var current = (0..<30).map { _ in fresh() }
            var gone: [Part] = []
            var all = [current]
            while all.count < count {
                var next: [Part] = []
                for part in current {
                    var words = part.text.split(separator: " ").map(String.init)
                    switch Int.random(in: 0..<40, using: &generator) {
                    case 0: gone.append(part)
                    case 1: next += [part, fresh()]
                    case 2 where movesToo && !gone.isEmpty: next += [part, gone.removeFirst()]
                    case 3, 4:
                        for at in words.indices where at % 6 == 3 { words[at] = generator.sentence(1) }
                        next.append((words.joined(separator: " "), part.lives))
                    case 5 where movesToo: next.insert(part, at: Int.random(in: 0...next.count, using: &generator))
                    case 6 where piecesToo && words.count > 20:
                        next += [words.prefix(words.count / 2), words.dropFirst(words.count / 2)].map { ($0.joined(separator: " "), part.lives) }
                    case 7 where piecesToo && !next.isEmpty:
                        let last = next.removeLast()
                        next.append((last.text + " " + part.text, last.lives.union(part.lives)))
                    default: next.append(part)
                    }
                }
                // Now and then a version is put back as it was.
                current = Int.random(in: 0..<6, using: &generator) == 0 ? all[all.count / 2] : next
                all.append(current)
            }
            self.versions = Page.versions(all.map { $0.map(\.text) })
            self.lives = all.map { $0.map(\.lives) }
        }
    }

    /// Every passage of every version in exactly one cell; the rows that a cell points to are there.
    private func isWhole(_ table: PassageTable, _ versions: [Version]) -> Bool {
        var seen = versions.map { [Int](repeating: 0, count: $0.passages.count) }
        for row in table.rows {
            guard row.count == versions.count, row.contains(where: { $0 != .absent }) else { return false }
            for (version, cell) in row.enumerated() {
                switch cell {
                case .absent: break
                case .passages(let range):
                    guard !range.isEmpty else { return false }
                    for passage in range { seen[version][passage] += 1 }
                case .within(let other):
                    guard table.rows.indices.contains(other), case .passages = table.rows[other][version] else { return false }
                }
            }
        }
        return seen.allSatisfy { $0.allSatisfy { $0 == 1 } }
    }

    @Test(arguments: UInt64(1)...12) func everyPassageStandsInOneCellWhateverTheOrder(seed: UInt64) {
        let invented = Invented(seed: seed, versions: 9, movesToo: true, piecesToo: true)
        let table = align(invented.versions)
        #expect(isWhole(table, invented.versions))
        #expect(table.limits.isEmpty)
        var generator = Generator(seed: seed + 100)
        let order = invented.versions.indices.shuffled(using: &generator)
        let shuffled = align(order.map { invented.versions[$0] })
        let rows = table.rows.map { row in order.map { row[$0] } }
        let moved = order.map { table.moved[$0] }
        #expect(shuffled.rows == rows)
        #expect(shuffled.moved == moved)
    }

    @Test func rowsAreTheLivesOfPassages() {
        var (right, told, there) = (0, 0, 0)
        for seed in UInt64(1)...12 {
            let invented = Invented(seed: seed, versions: 12, movesToo: true, piecesToo: false)
            let table = align(invented.versions)
            let first = table.rowsOfPassages(in: 0).map { Set([$0]) }
            // All versions against the first, so that what went and came back elsewhere counts, and what was reworded again and again.
            for version in 1..<invented.versions.count {
                let found = pairs(first, table.rowsOfPassages(in: version).map { [$0] }), truth = pairs(invented.lives[0], invented.lives[version])
                right += found.intersection(truth).count
                told += found.count
                there += truth.count
            }
        }
        #expect(Double(right) >= 0.99 * Double(told), "\(right) of \(told)")
        #expect(Double(right) >= 0.98 * Double(there), "\(right) of \(there)")
    }

    private func pairs(_ one: [Set<Int>], _ other: [Set<Int>]) -> Set<[Int]> {
        Set(one.indices.flatMap { first in other.indices.filter { !one[first].isDisjoint(with: other[$0]) }.map { [first, $0] } })
    }

    @Test(arguments: UInt64(1)...12) func neighboursAreLinkedAsTheirOwnAlignmentSays(seed: UInt64) {
        let invented = Invented(seed: seed, versions: 8, movesToo: false, piecesToo: false)
        let table = align(invented.versions)
        let rows = invented.versions.indices.map { table.rowsOfPassages(in: $0) }
        for version in 1..<invented.versions.count {
            let links = align(invented.versions[version - 1], invented.versions[version]).links
            let told = pairs(rows[version - 1].map { [$0] }, rows[version].map { [$0] })
            let linked = Set(links.map { [$0.old.lowerBound, $0.new.lowerBound] })
            #expect(told == linked, "version \(version)")
        }
        let moved = table.moved.filter { !$0.isEmpty }
        #expect(moved == [])
    }

    static let plan = "The plan of the rising was read out by its author before the whole committee in the evening"
    static let fleet = "Sailors of the fleet occupied the bridges one after the other while the town was asleep"
    static let press = "In the morning the printers refused to set any newspaper but that of the council of workers"

    private func table(_ versions: [[String]]) -> PassageTable { align(Page.versions(versions)) }

    @Test func aPassageThatReturnsIsTheSameRow() {
        let table = table([[Self.plan, Self.fleet, Self.press], [Self.plan, Self.press], [Self.plan, Self.fleet + " again", Self.press]])
        #expect(table.rows.count == 3)
        #expect(table.rows[1] == [.passages(1..<2), .absent, .passages(1..<2)])
        let life = table.life(of: 1)
        #expect(life?.first == 0 && life?.last == 2 && life?.gaps == [1])
    }

    @Test func splitsAndMergesAreNoAbsence() {
        let whole = Self.fleet + " while " + Self.press
        let table = table([[Self.plan, whole], [Self.plan, Self.fleet, Self.press], [Self.plan, whole]])
        // The version in pieces has a word less; the rows are those of the whole.
        #expect(table.anchor == 0)
        #expect(table.rows == [[.passages(0..<1), .passages(0..<1), .passages(0..<1)], [.passages(1..<2), .passages(1..<3), .passages(1..<2)]])
        let merged = self.table([[Self.plan, Self.fleet, Self.press + " from then on"], [Self.plan, whole]])
        let column = merged.rows.map { $0[1] }
        #expect(column == [.passages(0..<1), .passages(1..<2), .within(row: 1)])
    }

    @Test func movesAreOutOfTheOrderOfTheMostCompleteVersion() {
        let table = table([[Self.fleet, Self.press, Self.plan], [Self.plan, Self.fleet, Self.press, "And nothing more was heard of it"]])
        #expect(table.anchor == 1)
        #expect(table.moved == [[0], []])
    }

    @Test func noVersionsAndEmptyOnes() {
        #expect(table([]).rows.isEmpty)
        #expect(table([[], []]).rows.isEmpty)
        #expect(table([[], [Self.plan], []]).rows == [[.absent, .passages(0..<1), .absent]])
    }

    @Test(.timeLimit(.minutes(2))) func aHundredVersionsTakeAsLongAsAHundredPairs() {
        let invented = Invented(seed: 5, versions: 100, movesToo: true, piecesToo: true)
        let start = ContinuousClock.now
        let table = align(invented.versions)
        let took = ContinuousClock.now - start
        #expect(isWhole(table, invented.versions))
        #expect(took < .seconds(30), "an unoptimised build takes about two seconds")
    }
}
