/// How a piece of text is drawn on a terminal.
enum Style: Hashable {
    case plain, strong, faint, erased, added, error, warning, note

    /// The parameters of the terminal's "select graphic rendition". 202 is orange-red and 33 blue of the 256 colours: told apart in every common
    /// form of colour blindness, and strike and underline tell the rest.
    var code: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .faint: "2"
        case .erased: "9;38;5;202"
        case .added: "4;38;5;33"
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        }
    }
}

/// A piece of text that is not broken unless it alone is wider than a line.
struct Atom: Hashable {
    enum Gap: Hashable {
        /// Glued to what stands before it.
        case none
        /// A line may end before it (between ideographs).
        case breakable
        case space
    }
    var text: String
    var style: Style = .plain
    var gap: Gap = .space
    /// Never broken, even if it is wider than the line: an address to click on.
    var isWhole = false
}

extension Atom {
    /// The words of an inert text.
    static func words(_ text: String, _ style: Style = .plain) -> [Atom] {
        text.unicodeScalars.split(separator: " ").map { Atom(text: String($0), style: style) }
    }
}

/// Lines of at most `width` columns: the first begins with `first`, the others with as many spaces as `hang`.
func wrapped(_ atoms: [Atom], width: Int, first: String = "", hang: Int, color: Bool) -> [String] {
    var lines = StyledLines(width: width, first: first, hang: min(hang, width / 2), color: color)
    var at = 0
    while at < atoms.count {
        // A chunk: what must stay together.
        var end = at + 1
        while end < atoms.count, atoms[end].gap == .none { end += 1 }
        lines.add(atoms[at..<end])
        at = end
    }
    return lines.finish()
}

private struct StyledLines {
    let width: Int
    let hang: Int
    let color: Bool
    private var lines: [String] = []
    private var line: String
    private var used: Int
    /// Where the text of the line begins.
    private var indent: Int
    private var style: Style = .plain

    init(width: Int, first: String, hang: Int, color: Bool) {
        self.width = width
        self.hang = hang
        self.color = color
        line = first
        used = displayWidth(first)
        indent = used
    }

    mutating func add(_ chunk: ArraySlice<Atom>) {
        guard let head = chunk.first else { return }
        let size = chunk.reduce(0) { $0 + displayWidth($1.text) }
        var gap = head.gap == .space && used > indent ? 1 : 0
        if used + gap + size > width, used > indent {
            newLine()
            gap = 0
        }
        for (index, atom) in chunk.enumerated() {
            if index == 0, gap == 1 { space(before: atom.style) }
            put(atom)
        }
    }

    private mutating func put(_ atom: Atom) {
        turn(to: atom.style)
        if atom.isWhole || used + displayWidth(atom.text) <= width {
            line += atom.text
            used += displayWidth(atom.text)
            return
        }
        for character in atom.text {
            let size = displayWidth(String(character))
            if used + size > width, used > indent {
                newLine()
                turn(to: atom.style)
            }
            line.append(character)
            used += size
        }
    }

    /// A space within one style is drawn in it; between two styles it is plain.
    private mutating func space(before next: Style) {
        if next != style { turn(to: .plain) }
        line += " "
        used += 1
    }

    private mutating func newLine() {
        turn(to: .plain)
        lines.append(line)
        line = String(repeating: " ", count: hang)
        used = hang
        indent = hang
    }

    private mutating func turn(to next: Style) {
        guard next != style else { return }
        style = next
        guard color else { return }
        line += next == .plain ? "\u{1B}[0m" : "\u{1B}[0;\(next.code)m"
    }

    mutating func finish() -> [String] {
        turn(to: .plain)
        return lines + [line]
    }
}
