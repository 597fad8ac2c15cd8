import Findings
import Palimpsest
import Records
import Testing

/// What an export holds back is said as such, and never as erased.
@Suite struct WithheldVersionTests {
    private func export(_ revisions: [String]) -> Input {
        let texts = revisions.enumerated().map { number, revision in
            """
            <revision><id>\(number + 1)</id><timestamp>192\(number)-01-01T00:00:00Z</timestamp>\(revision)</revision>
            """
        }
        return Input(
            name: "e.xml",
            bytes: Array(
                """
                <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" xml:lang="en"><page><title>Rising</title><ns>0</ns><id>7</id>\(texts.joined())</page></mediawiki>
                """.utf8))
    }
    private static let who = "<contributor><username>A</username></contributor>"
    private static let text = "<text>The rising was led by Leon Trotsky and Lenin.</text>"
    private static let withheld = "<text bytes=\"-1\" deleted=\"deleted\" />"

    private func loud(_ report: RevisionReport) -> [String] {
        report.records.flatMap(\.findings).filter { $0.severity > .neutral }.map { "\($0.rule.id) \($0.severity.rawValue) \($0.to)" }
    }

    @Test func aWithheldTextIsPassedOver() throws {
        let document = try read(export([Self.who + Self.text, Self.who + Self.withheld, Self.who + Self.text]))
        #expect(loud(history(document)) == ["erasure.withheld error 1"])
        #expect(loud(compareFirstAndLast(document)) == [])
    }

    @Test func aWithheldMakerOrCommentIsANote() throws {
        let document = try read(export([Self.who + Self.text, "<contributor deleted=\"deleted\" /><comment deleted=\"deleted\" />" + Self.text]))
        #expect(loud(history(document)) == ["erasure.withheld note 1"])
    }

    /// Of two exports the last text that can be read is compared.
    @Test func theLastTextOfAnExportMayBeWithheld() throws {
        let old = try read(export([Self.who + Self.text])), new = try read(export([Self.who + Self.text, Self.who + Self.withheld]))
        #expect(loud(compare(old, new)) == ["erasure.withheld error 1"])
        #expect(loud(compare(new, old)) == [])
        let gone = try read(export([Self.who + Self.withheld]))
        #expect(loud(compare(old, gone)) == ["erasure.withheld error 1"])
    }

    /// The same export against itself is silent, whatever it withholds.
    @Test func whatWasWithheldBeforeIsNotSaidAgain() throws {
        let document = try read(export([Self.who + Self.text, "<contributor deleted=\"deleted\" />" + Self.text]))
        #expect(loud(compare(document, document)) == [])
    }

    private static func stated(_ sum: String) -> String { who + "<text sha1=\"\(sum)\">The rising was led by Leon Trotsky and Lenin.</text>" }
    private static let right = "p384skjd5t546dpgbuksj8uka3imomv", wrong = "phoiac9h4m842xq45sp7s6u21eteeq1"

    /// One text of several that its checksum does not fit is a finding; where most do not fit, the file as a whole is at fault.
    @Test func aTextThatItsChecksumDoesNotFit() throws {
        let one = try read(export([Self.stated(Self.right), Self.stated(Self.right), Self.stated(Self.wrong)]))
        #expect(loud(history(one)) == ["hidden.checksum-mismatch warning 2"])
        #expect(loud(compare(one, one)) == [])
        let most = try read(export([Self.stated(Self.right), Self.stated(Self.wrong), Self.stated(Self.wrong)]))
        let report = history(most)
        #expect(loud(report) == [])
        #expect(report.warnings.map(\.code) == ["checksum"])
    }
}
