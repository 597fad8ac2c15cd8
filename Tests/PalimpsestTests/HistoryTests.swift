import Findings
import Palimpsest
import Testing

@Suite struct HistoryTests {
    private func archive(editions: String) -> Input {
        let text = """
            <archive xmlns="urn:palimpsest:archive:1" xml:lang="en">\(editions)
            <record xml:id="long"><title>Long</title>
            <version><p>The rising was led by Leon Trotsky.</p></version><version><p>The rising was led by Leon Trotsky.</p></version>
            <version><p>The rising was led by Joseph Stalin.</p></version></record>
            <record xml:id="short"><title>Short</title><version><p>Lenin spoke at the Smolny.</p></version></record>
            </archive>
            """
        return Input(name: "a.xml", bytes: Array(text.utf8))
    }

    /// Records of a file without editions have versions of their own: fewer of them is no absence.
    @Test func fewerVersionsThanAnotherRecordAreNoErasure() throws {
        let document = try read(archive(editions: ""))
        let report = history(document)
        #expect(report.records.map { $0.versions?.count } == [3, 1])
        #expect(report.records[1].findings.isEmpty)
        #expect(report.records[0].findings.contains { $0.rule == .attributionAgentReplaced && $0.from == 1 && $0.to == 2 })
        let ends = compareFirstAndLast(document)
        #expect(ends.records[1].findings.isEmpty)
        #expect(ends.records[0].findings.contains { $0.rule == .attributionAgentReplaced && $0.from == 0 && $0.to == 1 })
    }

    /// Where editions are declared, a record without a version for one is absent there.
    @Test func aDeclaredEditionWithoutTheRecordIsReported() throws {
        let document = try read(archive(editions: "<editions><edition n='1'/><edition n='2'/><edition n='3'/></editions>"))
        let report = history(document)
        #expect(report.records.map { $0.versions?.count } == [nil, nil])
        #expect(report.records[1].findings.contains { $0.rule == .erasureRecord && $0.to == 1 })
    }
}
