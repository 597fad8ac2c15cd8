import ArgumentParser
import Findings
import Reports
import Vocabularies

struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the rules: what can be found, and how severe it is.")

    func run() throws { try StandardOutput.write(RuleText(width: Terminal.width).rules()) }
}

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Explain a rule: the evidence it needs, an example, the field's word for it.")

    @Argument(help: ArgumentHelp("The id of a rule, e.g. attribution.agent-replaced, or a family.", valueName: "rule"))
    var rule: String

    func run() throws {
        if Catalogue.families.contains(rule) {
            for (number, member) in Catalogue.rules.filter({ $0.family == rule }).enumerated() {
                try StandardOutput.write((number > 0 ? [0x0A] : []) + RuleText(width: Terminal.width).explain(member))
            }
            return
        }
        guard let found = Catalogue.rule(id: rule) else {
            let near = Suggestion.nearest(to: rule, among: Catalogue.rules.map(\.id)) ?? Catalogue.rules.first { $0.shortName == rule }?.id
            throw Failure(code: .usage, message: "there is no rule '\(rule)'\(near.map { "; did you mean '\($0)'?" } ?? "") ('palimpsest rules' lists them)")
        }
        try StandardOutput.write(RuleText(width: Terminal.width).explain(found))
    }
}

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the JSON Schema of the JSON result, the schema of the native archive, or a commented mapping file.")

    @Flag(help: "The RELAX NG schema of the native archive instead.")
    var archive = false

    @Flag(help: "A commented example of a mapping file instead.")
    var mapping = false

    mutating func validate() throws {
        if archive, mapping { throw ValidationError("--archive and --mapping print different things; give one of them") }
    }

    func run() throws { try StandardOutput.write(Array((archive ? archiveSchema : mapping ? mappingExample : findingsSchema).utf8)) }
}
