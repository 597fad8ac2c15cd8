import Findings

/// What a set of trials shows: recall by kind of change, false alarms by kind of edit, precision by certainty.
public struct Score: Sendable {
    public struct Row: Sendable {
        public var kind: String
        /// Of a change its rule, of an edit "-".
        public var rule: String
        public var ground: String
        public var trials = 0
        /// Told by its own rule.
        public var named = 0
        /// Told by any rule that fits.
        public var told = 0
        /// With something loud that was not planted.
        public var wrong = 0
        /// With a note that was not planted.
        public var noted = 0
    }

    public var rows: [Row] = []
    /// Loud findings by certainty: how many, and how many of them right.
    public var certainty: [(word: String, findings: Int, right: Int)] = []

    public init(_ trials: [Trial]) {
        for trial in trials {
            let (kind, rule) =
                switch trial.planted {
                case .change(let change): (change.rawValue, change.rule)
                case .edit(let edit): (edit.rawValue, "-")
                }
            let at = rows.firstIndex { $0.kind == kind && $0.ground == trial.ground } ?? rows.count
            if at == rows.count { rows.append(Row(kind: kind, rule: rule, ground: trial.ground)) }
            rows[at].trials += 1
            rows[at].named += trial.isNamed ? 1 : 0
            rows[at].told += trial.isTold ? 1 : 0
            rows[at].wrong += trial.isFalse ? 1 : 0
            rows[at].noted += trial.hasNote ? 1 : 0
        }
        for word in ["high", "medium", "low"] {
            let said = trials.flatMap(\.said).filter { $0.certainty.rawValue == word }
            certainty.append((word, said.count, said.filter(\.isRight).count))
        }
    }

    public var changes: [Row] { rows.filter { $0.rule != "-" } }
    public var edits: [Row] { rows.filter { $0.rule == "-" } }

    /// Share of changes told by a rule that fits.
    public var recall: Double { share(changes.map(\.told), changes.map(\.trials)) }
    /// Share of changes told by their own rule.
    public var exactRecall: Double { share(changes.map(\.named), changes.map(\.trials)) }
    /// Share of harmless edits with a loud finding.
    public var falseAlarms: Double { share(edits.map(\.wrong), edits.map(\.trials)) }

    private func share(_ parts: [Int], _ wholes: [Int]) -> Double {
        let whole = wholes.reduce(0, +)
        return whole == 0 ? 0 : Double(parts.reduce(0, +)) / Double(whole)
    }

    /// Recall by rule, in the order of the trials.
    public func recall(of rule: String, ground: String? = nil) -> (told: Int, named: Int, trials: Int) {
        changes.filter { $0.rule == rule && (ground == nil || $0.ground == ground) }.reduce((0, 0, 0)) {
            ($0.0 + $1.told, $0.1 + $1.named, $0.2 + $1.trials)
        }
    }

    /// The rules in the order of the trials.
    public var rules: [String] { changes.reduce(into: []) { if !$0.contains($1.rule) { $0.append($1.rule) } } }

    /// A table for people.
    public var table: String {
        func cell(_ text: String, _ width: Int) -> String {
            text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
        }
        var lines = [cell("planted change", 46) + cell("rule", 32) + cell("in", 10) + "told  by its rule  wrong besides"]
        for row in changes {
            lines.append(
                cell(row.kind, 46) + cell(row.rule, 32) + cell(row.ground, 10) + cell("\(row.told)/\(row.trials)", 6)
                    + cell("\(row.named)", 13) + "\(row.wrong)")
        }
        lines += ["", cell("harmless edit", 46) + cell("", 32) + cell("in", 10) + "flagged  noted"]
        for row in edits {
            lines.append(cell(row.kind, 46) + cell("", 32) + cell(row.ground, 10) + cell("\(row.wrong)/\(row.trials)", 9) + "\(row.noted)")
        }
        lines += ["", "certainty   findings  right  precision"]
        for row in certainty {
            let share = row.findings == 0 ? "-" : "\(Double(row.right * 1000 / row.findings) / 1000)"
            lines.append(cell(row.word, 12) + cell("\(row.findings)", 10) + cell("\(row.right)", 7) + share)
        }
        func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }
        lines += [
            "",
            "told by a rule that fits: \(percent(recall)), by its own rule: \(percent(exactRecall)); harmless edits flagged: \(percent(falseAlarms))",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// The same as JSON.
    public var json: String {
        let rows = self.rows.map {
            "{\"kind\":\"\($0.kind)\",\"rule\":\"\($0.rule)\",\"in\":\"\($0.ground)\",\"trials\":\($0.trials),\"told\":\($0.told),\"named\":\($0.named),\"wrong\":\($0.wrong),\"noted\":\($0.noted)}"
        }
        let words = certainty.map { "{\"certainty\":\"\($0.word)\",\"findings\":\($0.findings),\"right\":\($0.right)}" }
        return "{\"rows\":[\n" + rows.joined(separator: ",\n") + "\n],\"certainty\":[" + words.joined(separator: ",") + "]}\n"
    }
}
