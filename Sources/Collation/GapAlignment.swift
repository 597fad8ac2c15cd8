/// Lays the words of one row against the columns of a profile: every word gets a column or none, in order, so that the sum of likenesses is greatest.
///
/// Dynamic programming with gaps that cost more to open than to go on (O. Gotoh, Journal of Molecular Biology 162, 1982), over m words and n columns
/// in O(m n) time and bytes. Called for what lies between two anchors only.
struct GapAlignment {
    let words: [Int32]
    let profile: Profile
    let likeness: Likeness

    /// The last step into a cell of each of the three tables.
    private enum From {
        static let pair: UInt8 = 0, newPlace: UInt8 = 1, omission: UInt8 = 2
    }

    /// Sums of the same worths in another order differ by less than this.
    private static let equal: Float = 0.0005

    /// What column `column` is worth to a word.
    func worth(_ word: Int32, _ column: Int) -> Float {
        let settings = likeness.worth
        let readings = profile.readings(column)
        let lacking = settings.absence * (1 - profile.occupancy[column])
        if readings.count == 1 { return likeness.worth(word, profile.forms[readings.lowerBound]) - lacking }
        var best = -Float.infinity
        var sum: Float = 0
        var count: Float = 0
        for at in readings {
            let one = likeness.worth(word, profile.forms[at])
            best = max(best, one)
            sum += one * profile.counts[at]
            count += profile.counts[at]
        }
        return settings.best * best + (1 - settings.best) * sum / max(1, count) - lacking
    }

    /// Writes the columns of `words[own]` to `partners`, from the columns `others`.
    func align(_ own: Range<Int>, _ others: Range<Int>, into partners: inout [Int32]) {
        let (m, n) = (own.count, others.count)
        if m == 0 || n == 0 { return }
        let settings = likeness.worth
        let none = -Float.infinity
        // Three tables: the last step was a pair, a word without a column, a column without a word. A byte holds the three origins, two bits each.
        var steps = [UInt8](repeating: 0, count: (m + 1) * (n + 1))
        var pair = [Float](repeating: none, count: n + 1), fresh = pair, omitted = pair
        var pairAbove = pair, freshAbove = pair, omittedAbove = pair
        let costs = others.map { max(settings.leastGap, profile.occupancy[$0]) }
        pair[0] = 0
        for column in 1...n {
            let opened = pair[column - 1] - settings.opening * costs[column - 1], gone = omitted[column - 1] - settings.extending * costs[column - 1]
            omitted[column] = max(opened, gone)
            steps[column] = (gone >= opened ? From.omission : From.pair) << 4
        }
        for row in 1...m {
            swap(&pair, &pairAbove)
            swap(&fresh, &freshAbove)
            swap(&omitted, &omittedAbove)
            let word = words[own.lowerBound + row - 1]
            pair[0] = none
            omitted[0] = none
            let opens = pairAbove[0] - settings.opening, goes = freshAbove[0] - settings.extending
            fresh[0] = max(opens, goes)
            steps[row * (n + 1)] = (goes >= opens ? From.newPlace : From.pair) << 2
            for column in 1...n {
                let cost = costs[column - 1]
                // Between equals the gap stands last, behind the pairs: words pair from the left.
                var origin = From.pair
                var before = pairAbove[column - 1]
                if freshAbove[column - 1] > before - Self.equal {
                    before = freshAbove[column - 1]
                    origin = From.newPlace
                }
                if omittedAbove[column - 1] > before - (origin == From.pair ? Self.equal : 0) {
                    before = omittedAbove[column - 1]
                    origin = From.omission
                }
                pair[column] = before + worth(word, others.lowerBound + column - 1)
                var step = origin

                origin = From.newPlace
                var best = freshAbove[column] - settings.extending
                if pairAbove[column] - settings.opening > best {
                    best = pairAbove[column] - settings.opening
                    origin = From.pair
                }
                if omittedAbove[column] - settings.opening > best {
                    best = omittedAbove[column] - settings.opening
                    origin = From.omission
                }
                fresh[column] = best
                step |= origin << 2

                origin = From.omission
                best = omitted[column - 1] - settings.extending * cost
                if pair[column - 1] - settings.opening * cost > best {
                    best = pair[column - 1] - settings.opening * cost
                    origin = From.pair
                }
                if fresh[column - 1] - settings.opening * cost > best {
                    best = fresh[column - 1] - settings.opening * cost
                    origin = From.newPlace
                }
                omitted[column] = best
                step |= origin << 4
                steps[row * (n + 1) + column] = step
            }
        }
        var (row, column) = (m, n)
        var table = From.omission
        if fresh[n] > omitted[n] { table = From.newPlace }
        if pair[n] > max(fresh[n], omitted[n]) + Self.equal { table = From.pair }
        while row > 0 || column > 0 {
            let step = steps[row * (n + 1) + column]
            switch table {
            case From.pair:
                row -= 1
                column -= 1
                partners[own.lowerBound + row] = Int32(truncatingIfNeeded: others.lowerBound + column)
                table = step & 3
            case From.newPlace:
                row -= 1
                table = step >> 2 & 3
            default:
                column -= 1
                table = step >> 4 & 3
            }
        }
    }
}
