import Findings
import Records
import Reports
import TestSupport
import Testing

/// A rendering and the file that it must be.
struct Rendering: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var render: @Sendable () -> [UInt8]

    init(_ file: String, _ render: @escaping @Sendable () -> [UInt8]) {
        testDescription = file
        self.render = render
    }
}

private let renderings: [Rendering] = [
    Rendering("october.txt") { TerminalReport().render(octoberReport()) },
    Rendering("october-40.txt") { TerminalReport(width: 40).render(octoberReport()) },
    Rendering("october-verbose-neutral-ascii.txt") { TerminalReport(ascii: true, showNeutral: true, verbose: true).render(octoberReport()) },
    Rendering("october-color.txt") { TerminalReport(color: true).render(octoberReport()) },
    Rendering("archive.txt") { TerminalReport().render(archiveReport()) },
    Rendering("crowd.txt") { TerminalReport().render(crowdReport()) },
    Rendering("crowd-verbose.txt") { TerminalReport(verbose: true).render(crowdReport()) },
    Rendering("crowd.md") { MarkdownReport().render(crowdReport()) },
    Rendering("silent.txt") { TerminalReport().render(silentReport()) },
    Rendering("october.md") { MarkdownReport().render(octoberReport()) },
    Rendering("archive.md") { MarkdownReport().render(archiveReport()) },
    Rendering("silent.md") { MarkdownReport().render(silentReport()) },
    Rendering("october.json") { JSONReport(version: "0.1.0").render(octoberReport()) },
    Rendering("october-neutral.md") { MarkdownReport(showNeutral: true).render(octoberReport()) },
    Rendering("october-neutral.json") { JSONReport(version: "0.1.0", showNeutral: true).render(octoberReport()) },
    Rendering("archive.json") { JSONReport(version: "0.1.0").render(archiveReport()) },
    Rendering("rules.txt") { RuleText().rules() },
    Rendering("rules-60.txt") { RuleText(width: 60).rules() },
    Rendering("explain-agent-replaced.txt") { RuleText().explain(.attributionAgentReplaced) },
    Rendering("explain-other.txt") { RuleText().explain(.changeOther) },
]

@Suite struct GoldenTests {
    @Test(arguments: renderings) func isTheFile(_ rendering: Rendering) {
        expectGolden(rendering.render(), rendering.testDescription)
    }

    @Test(arguments: renderings) func givesTheSameBytesEachTime(_ rendering: Rendering) {
        let first = rendering.render()
        for _ in 0..<5 { #expect(rendering.render() == first) }
    }
}
