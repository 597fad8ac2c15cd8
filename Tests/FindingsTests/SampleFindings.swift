import Findings

/// A place in a sentence: the piece between `[` and `]` is the span. Offsets are those of the sentence at `at`, as in a file without mark-up.
func place(_ marked: String, at start: Int = 0, path: String = "/TEI/text/body/p[1]") -> Place {
    let utf8 = Array(marked.utf8)
    let open = utf8.firstIndex(of: UInt8(ascii: "[")) ?? 0
    let close = utf8.firstIndex(of: UInt8(ascii: "]")) ?? utf8.count
    let text = String(decoding: utf8.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }, as: UTF8.self)
    let span = String(decoding: utf8[min(open + 1, close)..<close], as: UTF8.self)
    return Place(span: span, text: text, spanStart: open, path: path, line: 1, column: 1, offset: start + open, length: span.utf8.count)
}

func subject(_ name: String) -> Subject { Subject(id: "#" + name.lowercased(), name: name) }

func finding(
    _ rule: Rule, _ entity: String? = nil, _ other: String? = nil, before: Place? = nil, after: Place? = nil, severity: Severity? = nil,
    confidence: Double? = nil, from: Int = 0, to: Int = 1, message: String = "m"
) -> Finding {
    Finding(
        rule: rule, severity: severity, confidence: confidence, from: from, to: to, entity: entity.map(subject), other: other.map(subject),
        before: before, after: after, message: message)
}

/// A small fixed generator (SplitMix64), so that each run sees the same cases.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}
