public import Collation

/// A collation in CollateX's shape: one row a witness, one cell a place, null where the witness omits it.
///
///     {"witnesses": ["A", "B"], "table": [[[{"t": "the ", "n": "the"}], null, …], …]}
///
/// `t` is the word as it stands with the white space after it, `n` what was compared; a token's further keys follow as they were given. Where a limit
/// was reached, `limits` names it.
public struct CollationJSON: Sendable {
    public init() {}

    public func render(_ table: CollationTable) -> [UInt8] {
        var writer = JSONWriter(capacity: table.cells.count * 32 + 256)
        writer.object { writer in
            writer.array("witnesses", inline: true) { writer in
                for witness in table.witnesses { writer.string(nil, witness.siglum) }
            }
            writer.array("table") { writer in
                for witness in table.witnesses.indices { row(witness, of: table, &writer) }
            }
            if !table.limits.isEmpty {
                writer.array("limits") { writer in
                    for limit in table.limits { writer.string(nil, limit) }
                }
            }
        }
        writer.endOfText()
        return writer.bytes
    }

    private func row(_ witness: Int, of table: CollationTable, _ writer: inout JSONWriter) {
        writer.array { writer in
            for place in 0..<table.width {
                guard let token = table.token(place, witness) else {
                    writer.null()
                    continue
                }
                writer.array(inline: true) { writer in
                    writer.object { writer in
                        writer.string("t", token.text + token.space)
                        writer.string("n", token.compared)
                        for member in token.further { write(member.value, as: member.key, &writer) }
                    }
                }
            }
        }
    }

    private func write(_ value: JSONValue, as key: String?, _ writer: inout JSONWriter) {
        switch value {
        case .null: writer.null(key)
        case .boolean(let value): writer.boolean(key, value)
        case .number(let digits): writer.number(key, digits: digits)
        case .string(let value): writer.string(key, value)
        case .array(let elements):
            writer.array(key) { writer in
                for element in elements { write(element, as: nil, &writer) }
            }
        case .object(let members):
            writer.object(key) { writer in
                for member in members { write(member.value, as: member.key, &writer) }
            }
        }
    }
}
