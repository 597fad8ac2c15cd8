import Collation
import TestSupport
import Testing
import Traditions

/// Replaced words pair with their like although words come and go beside them: names with names, small words with small words.
struct NamePairingTests {
    private struct Planted {
        var old: [String] = []
        var new: [String] = []
        /// Pairs of places of names: one replaced by another.
        var names: Set<[Int]> = []
    }

    private static let names = "Trotsky Kamenev Zinoviev Bukharin Sverdlov Antonov Raskolnikov Rykov Radek Krestinsky Smilga Podvoisky".split(separator: " ").map(String.init)
    private static let content = "rising committee railway letter bridge winter soldiers printed ordered elected carried answered garrison factory quarrelled decree meeting harvest".split(separator: " ").map(String.init)
    private static let small = "the of and to in was by on had a it at for with his from".split(separator: " ").map(String.init)

    /// A sentence in which names are replaced; in most places something is put in, left out or replaced right beside the name.
    private static func plant(_ dice: inout SplitMix64) -> Planted {
        var planted = Planted()
        func some(_ words: [String], but other: String = "") -> String {
            var word = other
            while word == other { word = words.randomElement(using: &dice) ?? "" }
            return word
        }
        for _ in 0..<Int.random(in: 3...6, using: &dice) {
            // Kept context.
            for _ in 0..<Int.random(in: 2...5, using: &dice) {
                let word = some(Bool.random(using: &dice) ? small : content)
                planted.old.append(word)
                planted.new.append(word)
            }
            let shift = Int.random(in: 0..<7, using: &dice)
            let name = some(names)
            if shift == 1 { planted.new.append(some(small)) }
            if shift == 2 { planted.old.append(some(small)) }
            if shift == 3 { planted.new += [some(small), some(content)] }
            if shift == 4 { planted.old += [some(content), some(small)] }
            if shift == 5 {
                planted.old.append("the")
                planted.new.append("a")
            }
            planted.names.insert([planted.old.count, planted.new.count])
            planted.old.append(name)
            planted.new.append(some(names, but: name))
            if shift == 1 || shift == 6 { planted.old.append(some(content)) }
            if shift == 2 { planted.new.append(some(content)) }
        }
        planted.old.append(".")
        planted.new.append(".")
        return planted
    }

    @Test func namesPairWithNames() {
        var dice = SplitMix64(seed: 1924)
        var (right, told, there) = (0, 0, 0)
        for _ in 0..<100 {
            let planted = Self.plant(&dice)
            let names = Set(Self.names)
            let table = collate([Witness(siglum: "old", tokens: planted.old.map { WitnessToken(text: $0) }), Witness(siglum: "new", tokens: planted.new.map { WitnessToken(text: $0) })])
            for place in 0..<table.width {
                let old = Int(table.cells[place * 2]), new = Int(table.cells[place * 2 + 1])
                // A pair is told where a name of either side stands against another word.
                guard old >= 0, new >= 0, planted.old[old] != planted.new[new], names.contains(planted.old[old]) || names.contains(planted.new[new]) else { continue }
                told += 1
                if planted.names.contains([old, new]) { right += 1 }
            }
            there += planted.names.count
        }
        let precision = Double(right) / Double(told), recall = Double(right) / Double(there)
        #expect(2 * precision * recall / (precision + recall) >= 0.95, "precision \(precision), recall \(recall) of \(there)")
    }
}
