public import Collation

/// A collation for a terminal: one line a witness, one column a place, in blocks as wide as the terminal.
///
///     1924 │ the │ rising │ was │ led │ by │ Trotsky │ .
///     1938 │ the │ rising │ was │ led │ by │ –       │ .
public struct CollationText: Sendable {
    /// Columns of the terminal.
    public var width: Int
    /// Nothing beyond ASCII in what the program itself adds.
    public var ascii: Bool

    public init(width: Int = 80, ascii: Bool = false) {
        self.width = max(20, width)
        self.ascii = ascii
    }

    public func render(_ table: CollationTable) -> [UInt8] {
        let bar = ascii ? " | " : " │ ", omission = ascii ? "-" : "–"
        let sigla = table.witnesses.map { cut(trimmed($0.siglum), to: width / 3) }
        let margin = sigla.reduce(0) { max($0, displayWidth($1)) }
        // Between two words of a script that runs from the right a bar would be drawn as part of it, and the cells in the opposite order.
        let runsFromRight = !ascii && table.witnesses.contains { $0.tokens.contains { $0.text.unicodeScalars.contains(where: isFromRight) } }
        let between = runsFromRight ? "\u{200E}" + bar + "\u{200E}" : bar
        var lines: [String] = []
        var place = 0
        while place < table.width {
            var rows = sigla.map { padded($0, to: margin) }
            var used = margin
            let first = place
            while place < table.width {
                let cells = table.witnesses.indices.map { witness in table.token(place, witness).map { cut(trimmed($0.text), to: width - margin - 3) } ?? omission }
                let wide = cells.reduce(1) { max($0, displayWidth($1)) }
                if place > first, wide > width - used - 3 { break }
                for witness in rows.indices { rows[witness] += between + padded(cells[witness], to: wide) }
                used += 3 + wide
                place += 1
            }
            if first > 0 { lines.append("") }
            lines += rows.map { disarmed(withoutTrailingSpace($0)) }
        }
        lines.append("")
        let variants = (0..<table.width).count { isVariant($0, of: table) }
        lines.append("\(table.witnesses.count) witnesses, \(table.width) places, \(variants) of them with variants")
        lines += table.limits.map { "limit reached: " + inert($0) }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Hebrew, Syriac, Arabic and their kin.
    private func isFromRight(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Not all witnesses have the same word here.
    private func isVariant(_ place: Int, of table: CollationTable) -> Bool {
        let words = table.witnesses.indices.map { table.token(place, $0)?.compared }
        return words.contains { $0 != words[0] }
    }

    private func trimmed(_ text: String) -> String {
        let text = inert(text)
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.firstIndex(where: { $0 != " " }), let last = scalars.lastIndex(where: { $0 != " " }) else { return text }
        return String(String.UnicodeScalarView(scalars[first...last]))
    }

    /// The beginning of a text that is wider than `most` columns, with an ellipsis.
    private func cut(_ text: String, to most: Int) -> String {
        guard displayWidth(text) > most else { return text }
        let ellipsis = ascii ? "..." : "…"
        var kept = "", used = displayWidth(ellipsis)
        for character in text {
            used += displayWidth(String(character))
            if used > most { break }
            kept.append(character)
        }
        return kept + ellipsis
    }

    private func padded(_ text: String, to wide: Int) -> String { text + String(repeating: " ", count: max(0, wide - displayWidth(text))) }

    private func withoutTrailingSpace(_ line: String) -> String {
        var scalars = line.unicodeScalars
        while scalars.last == " " { scalars.removeLast() }
        return String(scalars)
    }
}
