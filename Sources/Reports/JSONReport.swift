public import Findings
import Records

/// The JSON result: the contract `palimpsest/findings/1`, whose schema is `findingsSchema`. The same report gives the same bytes.
public struct JSONReport: Sendable {
    public static let schema = "palimpsest/findings/1"

    /// The version of the tool, as it names itself.
    public var version: String
    /// Also the changes proved harmless, one by one; their counts are there always.
    public var showNeutral: Bool

    public init(version: String, showNeutral: Bool = false) {
        self.version = version
        self.showNeutral = showNeutral
    }

    /// The whole result as UTF-8, ending with a line end.
    public func render(_ report: RevisionReport) -> [UInt8] {
        // 1.5 KB is what a finding with two sentences takes: room for all at once.
        var json = JSONWriter(capacity: 4096 + 1536 * report.records.reduce(0) { $0 + $1.findings.count })
        json.object { json in
            json.string("schema", Self.schema)
            json.object("tool", inline: true) {
                $0.string("name", "palimpsest")
                $0.string("version", version)
            }
            write(report.summary, to: &json)
            json.array("versions") { json in for label in report.versions { write(label, to: &json) } }
            json.array("records") { json in for record in report.records { write(record, to: &json) } }
            json.array("findings") { json in for finding in report.findings { write(finding, to: &json) } }
            json.array("warnings") { json in
                for warning in report.warnings {
                    json.object(inline: true) {
                        $0.string("code", warning.code)
                        $0.string("message", warning.message)
                        $0.string("source", warning.source)
                        $0.integer("line", warning.line)
                    }
                }
            }
            json.array("limits") { json in for limit in report.limits { json.string(nil, limit) } }
        }
        json.endOfText()
        return json.bytes
    }

    private func write(_ summary: Summary, to json: inout JSONWriter) {
        json.object("summary") { json in
            json.string("headline", summary.headline)
            json.object("counts", inline: true) { json in for family in summary.counts { json.integer(family.name, family.count) } }
            json.integer("events", summary.events)
            json.object("neutral", inline: true) { json in for kind in summary.neutral { json.integer(kind.name, kind.count) } }
            json.integer("unclassified", summary.unclassified)
            json.object("changes", inline: true) {
                $0.integer("reworded", summary.changes.reworded)
                $0.integer("inserted", summary.changes.inserted)
                $0.integer("deleted", summary.changes.deleted)
                $0.integer("moved", summary.changes.moved)
                $0.integer("split", summary.changes.split)
                $0.integer("merged", summary.changes.merged)
            }
            json.boolean("rebuilds", summary.rebuilds)
            json.object("text", inline: true) {
                $0.integer("read", summary.text.read)
                $0.integer("compared", summary.text.compared)
                $0.object("setAside") { json in
                    for (kind, count) in summary.text.setAside.sorted(by: { $0.key < $1.key }) { json.integer(kind, count) }
                }
            }
            json.object("checksums", inline: true) {
                $0.integer("checked", summary.checkedSums)
                $0.integer("matched", summary.matchedSums)
            }
        }
    }

    private func write(_ label: VersionLabel, to json: inout JSONWriter) {
        json.object(inline: true) {
            $0.integer("n", label.number)
            $0.string("label", label.label)
            $0.string("date", label.date)
            $0.string("by", label.by)
            $0.string("reason", label.reason)
            $0.string("source", label.source)
        }
    }

    private func write(_ record: RecordReport, to json: inout JSONWriter) {
        json.object { json in
            json.string("id", record.id)
            json.string("title", record.title)
            if let versions = record.versions {
                json.array("versions") { json in for label in versions { write(label, to: &json) } }
            }
            json.array("findings") { json in
                for finding in record.findings where showNeutral || finding.severity != .neutral { write(finding, to: &json) }
            }
            write(record.ledger, to: &json)
        }
    }

    private func write(_ finding: Finding, to json: inout JSONWriter) {
        json.object { json in
            json.string("fingerprint", finding.fingerprint)
            json.string("event", finding.event)
            json.string("rule", finding.rule.id)
            json.array("also", inline: true) { json in for rule in finding.also { json.string(nil, rule) } }
            json.string("severity", finding.severity.rawValue)
            json.number("confidence", finding.confidence)
            json.string("certainty", finding.certainty.rawValue)
            json.string("status", finding.status)
            json.integer("from", finding.from)
            json.integer("to", finding.to)
            json.string("scope", finding.scope.rawValue)
            write(finding.entity, as: "entity", to: &json)
            write(finding.other, as: "other", to: &json)
            write(finding.before, as: "before", to: &json)
            write(finding.after, as: "after", to: &json)
            json.string("message", finding.message)
            json.array("evidence") { json in
                for evidence in finding.evidence {
                    json.object(inline: true) {
                        $0.string("kind", evidence.kind)
                        $0.string("detail", evidence.detail)
                    }
                }
            }
        }
    }

    private func write(_ subject: Subject?, as key: String, to json: inout JSONWriter) {
        guard let subject else { return json.null(key) }
        json.object(key, inline: true) {
            $0.string("id", subject.id)
            $0.string("name", subject.name)
        }
    }

    private func write(_ place: Place?, as key: String, to json: inout JSONWriter) {
        guard let place else { return json.null(key) }
        json.object(key) {
            $0.string("span", place.span)
            $0.string("text", place.text)
            $0.string("path", place.path)
            $0.string("cite", place.cite)
            $0.integer("line", place.line)
            $0.integer("column", place.column)
            $0.integer("offset", place.offset)
            $0.integer("length", place.length)
        }
    }

    private func write(_ ledger: Ledger, to json: inout JSONWriter) {
        json.object("ledger") { json in
            json.array("entities") { json in
                for entry in ledger.entities {
                    json.object { json in
                        json.string("id", entry.id)
                        json.string("name", entry.name)
                        json.array("presence", inline: true) { json in for count in entry.presence { json.integer(nil, count) } }
                        json.array("roles") { json in
                            for roles in entry.roles {
                                json.object(inline: true) {
                                    $0.integer("agent", roles.agent)
                                    $0.integer("patient", roles.patient)
                                    $0.integer("quoted", roles.quoted)
                                    $0.integer("cited", roles.cited)
                                }
                            }
                        }
                        json.integer("first", entry.first)
                        json.integer("last", entry.last)
                    }
                }
            }
            json.array("creditTransfer") { json in
                for transfer in ledger.creditTransfer {
                    json.object(inline: true) {
                        $0.string("from", transfer.from)
                        $0.string("to", transfer.to)
                        $0.integer("count", transfer.count)
                        $0.string("kind", transfer.kind.rawValue)
                        $0.object("rules") { json in
                            for (rule, count) in transfer.rules.sorted(by: { $0.key < $1.key }) { json.integer(rule, count) }
                        }
                    }
                }
            }
        }
    }
}

/// The JSON Schema (draft 2020-12) of the JSON result, as `palimpsest schema` prints it.
public let findingsSchema = String(decoding: PackageResources.findings_schema_json, as: UTF8.self)
