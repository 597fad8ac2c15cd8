import Findings
import Records
import Testing

@testable import Reports

@Suite struct InjectionTests {
    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: true
        case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0x061C: false
        default: true
        }
    }

    @Test(arguments: spells) func isInertInTheTerminal(_ spell: String) {
        for width in [20, 33, 80, 200] {
            let report = text(TerminalReport(width: width, showNeutral: true, verbose: true).render(enchantedReport(spell)))
            #expect(report.unicodeScalars.allSatisfy(isSafe))
            for line in report.split(separator: "\n") {
                let trimmed = line.drop { $0 == " " }
                #expect(!trimmed.hasPrefix("::"), "a workflow command of GitHub: \(line)")
                #expect(!line.contains("##[") && !line.contains("##vso"), "\(line)")
            }
        }
    }

    @Test(arguments: spells) func colourIsOursAlone(_ spell: String) {
        var report = text(TerminalReport(color: true, showNeutral: true).render(enchantedReport(spell)))
        report.replace(/\u{1B}\[0(;[0-9;]+)?m/, with: "")
        #expect(report.unicodeScalars.allSatisfy(isSafe))
    }

    /// What may stand without a backslash in escaped text: nothing that Markdown, HTML or GitHub reads as a sign.
    @Test(arguments: spells) func isInertInMarkdown(_ spell: String) {
        let escaped = markdownEscaped("x \(spell) x")
        #expect(escaped.unicodeScalars.allSatisfy { isSafe($0) && $0 != "\n" })
        #expect(!escaped.contains("<") && !escaped.contains(">"))
        let bare = escaped.replacing(/\\[\\`*_\[\]|~$#]/, with: "")
        #expect(!bare.contains(where: { "\\`*_[]|~$".contains($0) }), "\(escaped)")
        #expect(bare.firstMatch(of: /@[A-Za-z0-9]/) == nil, "a mention: \(escaped)")
        #expect(bare.firstMatch(of: /:\/\//) == nil && bare.firstMatch(of: /[wW]{3}\./) == nil, "an address: \(escaped)")
        #expect(bare.firstMatch(of: /&(?!amp;|lt;|gt;|#8203;)/) == nil, "a character reference: \(escaped)")
        let report = text(MarkdownReport(showNeutral: true).render(enchantedReport(spell)))
        for row in report.split(separator: "\n") where row.hasPrefix("| ") {
            #expect(row.replacing("\\\\", with: "").replacing("\\|", with: "").count(where: { $0 == "|" }) == 6, "a table of five columns: \(row)")
        }
        for line in report.split(separator: "\n") where !line.isEmpty {
            let opens = ["**no ", "**1 ", "**What**: ", "| ", "|-", "### ", "## not classified", "- ", "---", "0 ", "Limit", "The order"].contains { line.hasPrefix($0) }
            #expect(opens, "record text begins a line: \(line)")
        }
    }

    @Test(arguments: [
        ("plain", "plain"), ("a\u{202E}b", "a[U+202E]b"), ("a\u{1B}[1mb", "a[U+001B][1mb"), ("a\nb", "a b"), ("a\r\n\tb", "a b"), ("Tr\u{200B}o", "Tr[U+200B]o"),
        ("Tr\u{200C}o", "Tr[U+200C]o"), ("نمی\u{200C}خواهم", "نمی\u{200C}خواهم"), ("x\u{E0041}", "x[U+E0041]"), ("Троцкий", "Троцкий"), ("e\u{301}", "e\u{301}"),
        ("a: b", "a: b"), ("1924.xml:3:4", "1924.xml:3:4"),
    ]) func shows(_ text: String, _ shown: String) {
        #expect(Array(inert(text).utf8) == Array(shown.utf8))
    }

    @Test(arguments: [
        ("::error", ":[U+003A]error"), ("   ::error", "   :[U+003A]error"), (":::x", ":[U+003A]:x"), ("a ::b", "a ::b"), ("a: b", "a: b"), ("", ""),
        ("x ##[error]", "x #[U+0023][error]"), ("##vso[x", "#[U+0023]vso[x"), ("###[x", "#[U+0023]#[x"), ("C# # x", "C# # x"),
    ]) func disarms(_ line: String, _ safe: String) {
        #expect(disarmed(line) == safe)
    }
}
