public import Collation

/// A word of a witness holds a character that XML 1.0 cannot write, not even escaped.
public struct UnwritableCharacter: Error, Hashable, Sendable, CustomStringConvertible {
    public var siglum: String
    public var scalar: Unicode.Scalar

    public var description: String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "the witness '\(siglum)' holds the character U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits), which XML cannot hold; use the format json or csv"
    }
}

/// A collation as a critical apparatus in TEI P5, by parallel segmentation.
///
/// Every place is a `w` (a mark: `pc`) where all witnesses read the same letters, else an `app` with a `rdg` for each reading; an omission is an empty
/// `rdg`. `norm` holds what the user wants compared (`n`) where that is not the word itself. The tokens of a witness are, in order, those `w` and `pc` that stand in no `rdg` or in one of its own.
public struct CollationTEI: Sendable {
    public init() {}

    public func render(_ table: CollationTable) throws(UnwritableCharacter) -> [UInt8] {
        let ids = Self.ids(table.witnesses.map(\.siglum))
        for witness in table.witnesses {
            for text in [witness.siglum] + witness.tokens.map(\.text) + witness.tokens.compactMap(\.normal) {
                if let scalar = text.unicodeScalars.first(where: Self.isUnwritable) { throw UnwritableCharacter(siglum: witness.siglum, scalar: scalar) }
            }
        }
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <TEI xmlns="http://www.tei-c.org/ns/1.0">
              <teiHeader>
                <fileDesc>
                  <titleStmt><title>Collation of \(table.witnesses.count) witnesses</title></titleStmt>
                  <publicationStmt><p>A working table, made by palimpsest collate.</p></publicationStmt>
                  <sourceDesc>
                    <listWit>

            """
        for (witness, id) in zip(table.witnesses, ids) { text += "          <witness xml:id=\"\(id)\">\(Self.escaped(witness.siglum))</witness>\n" }
        text += """
                    </listWit>
                  </sourceDesc>
                </fileDesc>
                <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
              </teiHeader>
              <text>
                <body>
            
            """
        for limit in table.limits { text += "      <note>\(Self.escaped(limit))</note>\n" }
        text += "      <p>"
        var bytes = Array(text.utf8)
        for place in 0..<table.width { append(place, of: table, ids, &bytes) }
        bytes += Array("</p>\n    </body>\n  </text>\n</TEI>\n".utf8)
        return bytes
    }

    private func append(_ place: Int, of table: CollationTable, _ ids: [String], _ bytes: inout [UInt8]) {
        var readings: [(token: WitnessToken?, witnesses: [Int])] = []
        for witness in table.witnesses.indices {
            let token = table.token(place, witness)
            // The letters count: é is not e with an accent.
            if let at = readings.firstIndex(where: { Self.isSame($0.token, token) }) {
                readings[at].witnesses.append(witness)
            } else {
                readings.append((token, [witness]))
            }
        }
        if readings.count == 1, let token = readings[0].token {
            append(token, &bytes)
        } else {
            bytes += Array("<app>".utf8)
            for reading in readings.filter({ $0.token != nil }) + readings.filter({ $0.token == nil }) {
                bytes += Array("<rdg wit=\"\(reading.witnesses.map { "#" + ids[$0] }.joined(separator: " "))\"".utf8)
                if let token = reading.token {
                    bytes.append(0x3E)
                    append(token, &bytes)
                    bytes += Array("</rdg>".utf8)
                } else {
                    bytes += Array("/>".utf8)
                }
            }
            bytes += Array("</app>".utf8)
        }
        // Where white space stood behind the word in a witness a new line begins; elsewhere none is put in.
        if readings.contains(where: { !($0.token?.space.isEmpty ?? true) }) { bytes.append(0x0A) }
    }

    private func append(_ token: WitnessToken, _ bytes: inout [UInt8]) {
        let element = token.isMark ? "pc" : "w"
        let norm = Self.norm(token).map { " norm=\"\(Self.escaped($0, inAttribute: true))\"" } ?? ""
        bytes += Array("<\(element)\(norm)>\(Self.escaped(token.text))</\(element)>".utf8)
    }

    private static func norm(_ token: WitnessToken) -> String? {
        guard let normal = token.normal, !normal.utf8.elementsEqual(token.text.utf8) else { return nil }
        return normal
    }

    /// Both omit the place, or have the same letters, compared as the same word.
    private static func isSame(_ one: WitnessToken?, _ other: WitnessToken?) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        guard one.text.utf8.elementsEqual(other.text.utf8) else { return false }
        return (norm(one) ?? "").utf8.elementsEqual((norm(other) ?? "").utf8)
    }

    /// A siglum that is an XML name is its own id; another gets `w` and its number.
    static func ids(_ sigla: [String]) -> [String] {
        var taken = Set(sigla.filter(isName))
        return sigla.enumerated().map { index, siglum in
            if isName(siglum) { return siglum }
            var id = "w\(index + 1)"
            while !taken.insert(id).inserted { id += "_" }
            return id
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first | 0x20) || first == 0x5F else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isUnwritable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func escaped(_ text: String, inAttribute: Bool = false) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            // A parser would make a line feed of it.
            case "\r": result.append(contentsOf: "&#13;".unicodeScalars)
            case "\"" where inAttribute: result.append(contentsOf: "&quot;".unicodeScalars)
            // White space in attributes becomes spaces.
            case "\t" where inAttribute: result.append(contentsOf: "&#9;".unicodeScalars)
            case "\n" where inAttribute: result.append(contentsOf: "&#10;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
