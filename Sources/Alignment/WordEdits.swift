import SequenceDiff

/// The edits from `old` to `new` as a reader would mark them, in order and disjoint; together with the equal words between them they give back both
/// lines.
///
/// A histogram diff, then: no name is cut; a few equal words between larger edits join them, unless they hold a name or a rare word; what was only
/// inserted or only deleted slides to a border of clause or name.
public func wordEdits(_ old: WordLine, _ new: WordLine) -> [WordEdit] {
    var edits = Diff.edits(from: old.ids, to: new.ids)
    if edits.isEmpty { return [] }
    edits = wholeUnits(edits, old, new)
    edits = withoutCrumbs(edits, old, new)
    edits = Diff.slid(edits, old: old.ids, new: new.ids) { side, position in borderScore(side == .old ? old : new, position) }
    // A slide may have brought two edits together or laid a border into a name of the other side.
    edits = wholeUnits(edits, old, new)
    return edits.map { WordEdit(old: $0.old, new: $0.new) }
}

/// The edits extended over equal words until no border lies inside a name on either side.
private func wholeUnits(_ edits: [Edit], _ old: WordLine, _ new: WordLine) -> [Edit] {
    var result: [Edit] = []
    for (index, edit) in edits.enumerated() {
        var grown = edit
        if let last = result.last, last.old.upperBound > grown.old.lowerBound || last.new.upperBound > grown.new.lowerBound {
            // The edit before has grown over the start of this one.
            result.removeLast()
            grown = Edit(
                old: last.old.lowerBound..<max(last.old.upperBound, edit.old.upperBound),
                new: last.new.lowerBound..<max(last.new.upperBound, edit.new.upperBound))
        }
        var lowest = 0
        if let last = result.last { lowest = last.old.upperBound }
        while grown.old.lowerBound > lowest, grown.new.lowerBound > 0,
            old.cutsUnit(grown.old.lowerBound) || new.cutsUnit(grown.new.lowerBound)
        {
            grown = Edit(old: grown.old.lowerBound - 1..<grown.old.upperBound, new: grown.new.lowerBound - 1..<grown.new.upperBound)
        }
        // Towards the end the equal words reach to the next edit; there the two become one.
        var next = index + 1
        while old.cutsUnit(grown.old.upperBound) || new.cutsUnit(grown.new.upperBound) {
            if next < edits.count, grown.old.upperBound >= edits[next].old.lowerBound {
                grown = Edit(
                    old: grown.old.lowerBound..<max(grown.old.upperBound, edits[next].old.upperBound),
                    new: grown.new.lowerBound..<max(grown.new.upperBound, edits[next].new.upperBound))
                next += 1
            } else if grown.old.upperBound < old.ids.count, grown.new.upperBound < new.ids.count {
                grown = Edit(old: grown.old.lowerBound..<grown.old.upperBound + 1, new: grown.new.lowerBound..<grown.new.upperBound + 1)
            } else {
                break
            }
        }
        result.append(grown)
    }
    return result.joined
}

/// The edits with those joined whose equal words between weigh less than the edit on either side; a name or a rare word between keeps them apart.
///
/// After the semantic clean-up of diff-match-patch (Neil Fraser, 2006), with weights in place of characters.
private func withoutCrumbs(_ edits: [Edit], _ old: WordLine, _ new: WordLine) -> [Edit] {
    func weight(_ edit: Edit) -> Int { max(old.weight(edit.old), new.weight(edit.new)) }
    var result: [Edit] = []
    for edit in edits {
        var grown = edit
        while let last = result.last {
            let between = last.old.upperBound..<grown.old.lowerBound
            let isTold =
                between.contains { old.weights[$0] >= 3 } || (last.new.upperBound..<grown.new.lowerBound).contains { new.weights[$0] >= 3 }
            guard !isTold, old.weight(between) < min(weight(last), weight(grown)) else { break }
            grown = Edit(old: last.old.lowerBound..<grown.old.upperBound, new: last.new.lowerBound..<grown.new.upperBound)
            result.removeLast()
        }
        result.append(grown)
    }
    return result
}

/// How good a border before token `position` reads: never inside a name; best at either end and behind a mark (the end of a clause).
private func borderScore(_ line: WordLine, _ position: Int) -> Int {
    if line.cutsUnit(position) { return -100 }
    if position == 0 || position >= line.ids.count { return 3 }
    if line.weights[position - 1] == 0 && line.weights[position] != 0 { return 3 }
    if line.weights[position] == 0 { return 1 }
    // A name begins or ends here.
    if line.unit[position] >= 0 || line.unit[position - 1] >= 0 { return 1 }
    // "of | the army": an edit that starts with the small word reads better than one that ends with it.
    return line.weights[position] == 1 && line.weights[position - 1] >= 2 ? 1 : 0
}
