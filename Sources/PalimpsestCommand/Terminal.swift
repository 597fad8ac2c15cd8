import Glibc

/// What is known about the terminal behind standard output.
enum Terminal {
    /// Columns: COLUMNS, else the window, else 80.
    static var width: Int {
        if let stated = environment("COLUMNS").flatMap({ Int($0) }), stated >= 40 { return min(stated, 200) }
        var size = winsize()
        if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 { return min(Int(size.ws_col), 120) }
        return 80
    }

    static func usesColor(_ wish: String, isTerminal: Bool) -> Bool {
        switch wish {
        case "always": return true
        case "never": return false
        default:
            if let no = environment("NO_COLOR"), !no.isEmpty { return false }
            if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
            return isTerminal && environment("TERM") != "dumb"
        }
    }

    private static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
