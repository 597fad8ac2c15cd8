/// Myers' O(ND) diff in linear space (Eugene W. Myers, "An O(ND) difference algorithm and its variations", Algorithmica 1, 1986, section 4b): the
/// middle of a shortest edit script splits the box, and either part is searched in turn.
///
/// It degrades where the two sides have little in common: after `costCap` edits from either end without a meeting it no longer looks for the shortest
/// script, but splits where the search has come furthest (as git's xdiff does). The result is still right, only longer than need be; the time is
/// O((N + M) * costCap) at the worst.
enum MyersSearch {
    /// Edits from either end before the shortest script is given up. git's least value is 256; passages and sentences differ in less.
    static let costCap = 128

    static func match(_ region: inout Region, _ todo: [Box]) {
        var boxes = todo
        var partner = region.partner
        let diagonals = 2 * costCap + 5
        var forward = [Int](repeating: 0, count: diagonals)
        var backward = [Int](repeating: 0, count: diagonals)
        var isCut = false
        region.old.withUnsafeBufferPointer { old in
            region.new.withUnsafeBufferPointer { new in
                while let box = boxes.popLast() {
                    var (a0, a1, b0, b1) = (box.old.lowerBound, box.old.upperBound, box.new.lowerBound, box.new.upperBound)
                    while a0 < a1, b0 < b1, old[a0] == new[b0] {
                        partner[a0] = Int32(truncatingIfNeeded: b0)
                        a0 &+= 1
                        b0 &+= 1
                    }
                    while a0 < a1, b0 < b1, old[a1 &- 1] == new[b1 &- 1] {
                        a1 &-= 1
                        b1 &-= 1
                        partner[a1] = Int32(truncatingIfNeeded: b1)
                    }
                    if a0 == a1 || b0 == b1 { continue }
                    let trimmed = Box(old: a0..<a1, new: b0..<b1)
                    let (x, y) = middle(trimmed, old, new, &forward, &backward, &isCut)
                    // A split at a corner would not end: nothing of the box is equal within the cap.
                    if (x == a0 && y == b0) || (x == a1 && y == b1) { continue }
                    boxes.append(Box(old: a0..<x, new: b0..<y))
                    boxes.append(Box(old: x..<a1, new: y..<b1))
                }
            }
        }
        region.partner = partner
        if isCut { region.isCut = true }
    }

    /// A point on a shortest path through the box, or the furthest point reached within the cap.
    private static func middle(
        _ box: Box, _ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, _ forward: inout [Int], _ backward: inout [Int],
        _ isCut: inout Bool
    ) -> (Int, Int) {
        let (a0, b0, n, m) = (box.old.lowerBound, box.new.lowerBound, box.old.count, box.new.count)
        let delta = n - m
        // Diagonal k is x - y forward; backward it is counted from the far corner. Both are kept at index k + centre.
        let centre = costCap + 2
        forward[centre + 1] = 0
        backward[centre + 1] = 0
        for cost in 0...min(costCap, (n + m + 1) / 2) {
            // Diagonals outside the box cannot lead back in.
            let lowest = -(cost - 2 * max(0, cost - m))
            let highest = cost - 2 * max(0, cost - n)
            var k = lowest
            while k <= highest {
                var x: Int
                if k == -cost || (k != cost && forward[centre + k - 1] < forward[centre + k + 1]) {
                    x = forward[centre + k + 1]
                } else {
                    x = forward[centre + k - 1] + 1
                }
                let start = x
                while x < n, x - k < m, old[a0 + x] == new[b0 + x - k] { x &+= 1 }
                forward[centre + k] = x
                if delta & 1 != 0, abs(delta - k) <= cost - 1, x + backward[centre + delta - k] >= n {
                    return (a0 + start, b0 + start - k)
                }
                k += 2
            }
            k = lowest
            while k <= highest {
                var x: Int
                if k == -cost || (k != cost && backward[centre + k - 1] < backward[centre + k + 1]) {
                    x = backward[centre + k + 1]
                } else {
                    x = backward[centre + k - 1] + 1
                }
                let start = x
                while x < n, x - k < m, old[a0 + n - 1 - x] == new[b0 + m - 1 - (x - k)] { x &+= 1 }
                backward[centre + k] = x
                if delta & 1 == 0, abs(delta - k) <= cost, x + forward[centre + delta - k] >= n {
                    return (a0 + n - start, b0 + m - (start - k))
                }
                k += 2
            }
        }
        // Over the cap: the furthest point forward.
        isCut = true
        var best = (x: 0, y: 0)
        let cost = min(costCap, (n + m + 1) / 2)
        var k = -(cost - 2 * max(0, cost - m))
        while k <= cost - 2 * max(0, cost - n) {
            let x = min(forward[centre + k], n)
            let y = x - k
            if y >= 0, y <= m, x + y > best.x + best.y { best = (x, y) }
            k += 2
        }
        return (a0 + best.x, b0 + best.y)
    }
}
