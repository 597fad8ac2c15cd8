/// What was replaced by what inside one edit, in order: names with names, content words with content words, so that Trotsky pairs with Stalin and not
/// with a comma. Every token of the edit stands in exactly one of the pieces; a piece with one empty side has no counterpart.
///
/// An order-preserving assignment of greatest total score (Needleman and Wunsch, Journal of Molecular Biology 48, 1970) over names and tokens.
/// `likeness` compares two tokens by their index in `old` and `new` (1 the same, 0 nothing in common), for spelling; without it only class and id count.
/// An edit of more than `largestTable` cells is paired by its names and rare words alone: the score of everything else is too little to pay for.
public func pairReplaced(
    _ edit: WordEdit, _ old: WordLine, _ new: WordLine, likeness: ((_ old: Int, _ new: Int) -> Double)? = nil
) -> [WordEdit] {
    let largestTable = 250_000
    let oldUnits = old.units(edit.old)
    let newUnits = new.units(edit.new)
    guard !oldUnits.isEmpty, !newUnits.isEmpty else { return [edit] }
    var oldPlaces = Array(oldUnits.indices)
    var newPlaces = Array(newUnits.indices)
    if oldPlaces.count * newPlaces.count > largestTable {
        oldPlaces = oldPlaces.filter { old.topWeight(oldUnits[$0]) == 3 }
        newPlaces = newPlaces.filter { new.topWeight(newUnits[$0]) == 3 }
        // Even so a list of names can be long; the rest of it stays unpaired.
        let most = 500
        oldPlaces = Array(oldPlaces.prefix(most))
        newPlaces = Array(newPlaces.prefix(most))
    }
    let pairs = bestPairs(oldPlaces.count, newPlaces.count) { oldPlace, newPlace in
        score(oldUnits[oldPlaces[oldPlace]], newUnits[newPlaces[newPlace]], old, new, likeness)
    }
    var result: [WordEdit] = []
    var oldAt = edit.old.lowerBound
    var newAt = edit.new.lowerBound
    func close(_ oldEnd: Int, _ newEnd: Int) {
        if oldAt < oldEnd { result.append(WordEdit(old: oldAt..<oldEnd, new: newAt..<newAt)) }
        if newAt < newEnd { result.append(WordEdit(old: oldEnd..<oldEnd, new: newAt..<newEnd)) }
    }
    for (oldPlace, newPlace) in pairs {
        let oldUnit = oldUnits[oldPlaces[oldPlace]]
        let newUnit = newUnits[newPlaces[newPlace]]
        close(oldUnit.lowerBound, newUnit.lowerBound)
        result.append(WordEdit(old: oldUnit, new: newUnit))
        oldAt = oldUnit.upperBound
        newAt = newUnit.upperBound
    }
    close(edit.old.upperBound, edit.new.upperBound)
    return result
}

extension WordLine {
    func topWeight(_ range: Range<Int>) -> UInt8 { range.reduce(0) { max($0, weights[$1]) } }
}

/// How gladly two units are paired, by class; 0 is never.
///
/// Names outweigh any number of small words that could be paired in their stead in one clause (10 against 1 to 3).
private func score(
    _ oldUnit: Range<Int>, _ newUnit: Range<Int>, _ old: WordLine, _ new: WordLine, _ likeness: ((Int, Int) -> Double)?
) -> Double {
    let oldWeight = old.topWeight(oldUnit)
    let newWeight = new.topWeight(newUnit)
    var alike = 0.0
    if old.ids[oldUnit] == new.ids[newUnit] {
        alike = 1
    } else if let likeness {
        for oldAt in oldUnit {
            for newAt in newUnit { alike = max(alike, likeness(oldAt, newAt)) }
        }
    } else if oldUnit.contains(where: { at in old.weights[at] >= 2 && newUnit.contains { new.ids[$0] == old.ids[at] } }) {
        alike = 0.8
    }
    let base: Double
    switch (oldWeight, newWeight) {
    case (0, 0): base = 0.5
    case (0, _), (_, 0): return 0
    case (1, 1): base = 1
    case (1, _), (_, 1): return alike > 0.6 ? alike : 0  // "the" for "they", by spelling only
    case (2, 2): base = 3
    case (3, 3): base = 10
    default: base = 1.5  // a content word for a name ("comrades" for "Trotsky")
    }
    return base + alike * 4
}

/// The pairs of an assignment without crossings that has the greatest sum of scores, ascending.
private func bestPairs(_ oldCount: Int, _ newCount: Int, _ score: (Int, Int) -> Double) -> [(Int, Int)] {
    let width = newCount + 1
    var best = [Double](repeating: 0, count: (oldCount + 1) * width)
    // 0: leave the older one, 1: leave the newer one, 2: pair them.
    var steps = [UInt8](repeating: 0, count: best.count)
    for oldAt in stride(from: oldCount - 1, through: 0, by: -1) {
        for newAt in stride(from: newCount - 1, through: 0, by: -1) {
            let cell = oldAt * width + newAt
            let own = score(oldAt, newAt)
            let paired = own > 0 ? own + best[cell + width + 1] : -1
            if paired >= best[cell + width], paired >= best[cell + 1] {
                best[cell] = paired
                steps[cell] = 2
            } else if best[cell + width] >= best[cell + 1] {
                best[cell] = best[cell + width]
            } else {
                best[cell] = best[cell + 1]
                steps[cell] = 1
            }
        }
    }
    var pairs: [(Int, Int)] = []
    var oldAt = 0
    var newAt = 0
    while oldAt < oldCount, newAt < newCount {
        switch steps[oldAt * width + newAt] {
        case 2:
            pairs.append((oldAt, newAt))
            oldAt += 1
            newAt += 1
        case 1: newAt += 1
        default: oldAt += 1
        }
    }
    return pairs
}
