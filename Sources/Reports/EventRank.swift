import Findings

extension Event {
    /// The order of telling: errors, warnings, notes, then what was added, then what is harmless, then what no rule names.
    var rank: Int {
        if leading.rule == .changeOther { return 5 }
        return switch severity {
        case .error: 0
        case .warning: 1
        case .note: leading.rule.family == "interpolation" ? 3 : 2
        case .neutral: 4
        }
    }
}
