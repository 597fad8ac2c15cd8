public import Collation

/// A collation as a table for spreadsheets (RFC 4180): the first line holds the sigla, each further line a place, an empty cell an omission.
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return for a formula: such a cell gets an apostrophe in front.
/// So does one with apostrophes before such a sign, so that taking one away always gives the word back.
public struct CollationCSV: Sendable {
    public init() {}

    public func render(_ table: CollationTable) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(table.cells.count * 8)
        line(table.witnesses.map(\.siglum), &bytes)
        for place in 0..<table.width { line(table.witnesses.indices.map { table.token(place, $0)?.text ?? "" }, &bytes) }
        return bytes
    }

    private func line(_ cells: [String], _ bytes: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes += [0x0D, 0x0A]
    }

    private func append(_ cell: String, to bytes: inout [UInt8]) {
        let isFormula = cell.utf8.first { $0 != 0x27 }.map { [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains($0) } ?? false
        let isQuoted = cell.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D } || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
        if isQuoted { bytes.append(0x22) }
        if isFormula { bytes.append(0x27) }
        for byte in cell.utf8 {
            bytes.append(byte)
            if byte == 0x22 { bytes.append(byte) }
        }
        if isQuoted { bytes.append(0x22) }
    }
}
