import Glibc
import Palimpsest
import Records

/// The documented exit codes.
enum Exit: Int32 {
    case compared = 0
    case failed = 1
    /// Usage, configuration, or the output could not be written.
    case usage = 2
    case unreadable = 3
    case internalError = 70
    case interrupted = 130
    case closedPipe = 141
}

/// Why a command ends early: what is said on stderr, and the exit code.
struct Failure: Error {
    var code: Exit
    var message: String

    func say() {
        if code != .closedPipe { StandardError.say("palimpsest: " + message) }
    }
}

/// Errors, warnings and progress go here; nothing of the report does.
enum StandardError {
    static func say(_ text: String) {
        var bytes = Array(printable(text).utf8)
        bytes.append(0x0A)
        var at = 0
        while at < bytes.count {
            let written = bytes.withUnsafeBytes { write(2, $0.baseAddress.map { $0 + at }, bytes.count - at) }
            if written < 0, errno == EINTR { continue }
            if written <= 0 { return }
            at += written
        }
    }

    /// Of warnings of one kind about one file the first three are shown, the others counted; the JSON result has them all.
    static func warn(_ warnings: [Warning]) {
        var counts: [String: Int] = [:]
        for warning in warnings {
            let kind = warning.source + "\u{0}" + warning.code
            counts[kind, default: 0] += 1
            if counts[kind] ?? 0 <= 3 { say("\(warning.source)\(warning.line.map { ":\($0)" } ?? ""): \(warning.code == unreadCode ? "error" : "warning"): \(warning.message)") }
        }
        for kind in counts.keys.sorted() {
            let parts = kind.split(separator: "\u{0}")
            if let count = counts[kind], count > 3, parts.count == 2 { say("\(parts[0]): warning: \(count - 3) more of the kind '\(parts[1])'") }
        }
    }

    /// Names and messages from outside must not act on a terminal.
    static func printable(_ text: String) -> String {
        var safe = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x20...0x7E: safe.append(scalar)
            case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
                safe.append(contentsOf: "[U+\(String(scalar.value, radix: 16, uppercase: true))]".unicodeScalars)
            default: safe.append(scalar)
            }
        }
        return String(safe)
    }
}
