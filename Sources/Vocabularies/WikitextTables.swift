import PlainText
import Records

/// `{| … |}`: each cell is a passage.
extension WikitextReader {
    func table(_ range: Range<Int>, parent: Int32, depth: Int) {
        guard depth < WikitextLimits.depth else {
            isTooDeep = true
            paragraph(range, .cell, "cell", parent: parent, isPlain: true)
            return
        }
        let node = addNode(element("table"), parent: parent)
        var end = range.upperBound
        // `|}`, or a table's end that the end of the text stands for
        if end - range.lowerBound >= 4, raw[end - 1] == 0x7D, raw[end - 2] == 0x7C { end -= 2 }
        var at = endOfLine(range.lowerBound + 2, end)
        skip(range.lowerBound..<at)
        var cell: (start: Int, isHeader: Bool, isCaption: Bool)?
        var isHeaderLine = false
        var number = 0
        func close(_ stop: Int) {
            guard let open = cell else { return }
            number += 1
            self.cell(open.start..<stop, open.isCaption, node, number, depth)
            cell = nil
        }
        while at < end {
            if raw[at] == 0x0A {
                var first = at + 1
                while first < end, raw[first] == 0x20 || raw[first] == 0x09 { first += 1 }
                guard first < end else {
                    at = first
                    break
                }
                if raw[first] == 0x7C || raw[first] == 0x21 {
                    close(at)
                    isHeaderLine = raw[first] == 0x21
                    let second: UInt8 = first + 1 < end ? raw[first + 1] : 0
                    if !isHeaderLine, second == 0x2D {
                        // A new row and its attributes.
                        let stop = endOfLine(first, end)
                        skip(first..<stop)
                        at = stop
                        continue
                    }
                    let isCaption = !isHeaderLine && second == 0x2B
                    let start = first + (isCaption ? 2 : 1)
                    skip(first..<start)
                    cell = (start, isHeaderLine, isCaption)
                    at = start
                    continue
                }
                if cell == nil {
                    // Text between the rows.
                    let stop = endOfLine(first, end)
                    paragraph(first..<stop, .cell, "cell", parent: node)
                    at = stop
                    continue
                }
                at = first
                continue
            }
            if let jump = jump(at, end) {
                at = jump
                continue
            }
            let isBars = raw[at] == 0x7C && at + 1 < end && raw[at + 1] == 0x7C
            let isMarks = isHeaderLine && raw[at] == 0x21 && at + 1 < end && raw[at + 1] == 0x21
            if cell != nil, isBars || isMarks {
                close(at)
                skip(at..<at + 2)
                cell = (at + 2, isHeaderLine, false)
                at += 2
            } else if raw[at] == 0x3C {
                at = min(verbatim.end(at, raw) ?? at + 1, end)
            } else {
                at += 1
            }
        }
        close(end)
        skip(end..<range.upperBound)
    }

    private func endOfLine(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit, raw[at] != 0x0A { at = jump(at, limit) ?? at + 1 }
        return at
    }

    /// A cell's text, after its attributes.
    private func cell(_ range: Range<Int>, _ isCaption: Bool, _ table: Int32, _ number: Int, _ depth: Int) {
        var start = range.lowerBound
        var at = start
        var hasEquals = false
        scan: while at < range.upperBound {
            switch raw[at] {
            case 0x0A, 0x5B, 0x3C: break scan
            case 0x7B: at = jump(at, range.upperBound) ?? at + 1
            case 0x3D:
                hasEquals = true
                at += 1
            case 0x7C:
                if hasEquals || trimmed(start..<at).isEmpty { start = at + 1 }
                break scan
            default: at += 1
            }
        }
        skip(range.lowerBound..<start)
        let outer = begin(isCaption ? .caption : .cell, element(isCaption ? "caption" : "cell"), parent: table, at: start, ordinal: number)
        inline(start..<range.upperBound, depth + 1)
        end(outer, at: range.upperBound)
    }
}
