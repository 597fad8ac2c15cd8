public import PlainText

/// What stands inside quotation marks: UTF-8 ranges without the marks, in order, outermost only.
///
/// Knows “ ”, „ “, « », » «, " " and single marks of both shapes; an apostrophe is told by the letters round it. A mark without its partner
/// gives nothing.
/// One pass; each kind of mark is watched for itself, so a lost mark of one kind does not swallow the others.
public func quotations(in text: String) -> [TextRange] {
    var text = text
    return text.withUTF8 { quotations(in: $0) }
}

package func quotations(in bytes: UnsafeBufferPointer<UInt8>) -> [TextRange] {
    guard bytes.contains(where: { $0 == 0x22 || $0 == 0x27 || $0 == 0xE2 || $0 == 0xC2 }) else { return [] }
    var reader = QuotationReader(bytes)
    return reader.run()
}

private struct QuotationReader {
    private let text: UnsafeBufferPointer<UInt8>
    private var found: [TextRange] = []
    /// Offset of the first byte inside the open mark of each kind; -1 = none.
    private var open = [-1, -1, -1, -1, -1]
    /// Where a closing single mark may have stood that may as well be the apostrophe of a plural.
    private var doubtful = [-1, -1, -1, -1, -1]

    private enum Kind { static let curly = 0, guillemet = 1, straight = 2, curlySingle = 3, straightSingle = 4 }

    init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

    mutating func run() -> [TextRange] {
        var at = 0
        while at < text.count {
            switch text[at] {
            case 0x22: straight(at, Kind.straight)
            case 0x27: straight(at, Kind.straightSingle)
            case 0xC2 where at + 1 < text.count && (text[at + 1] == 0xAB || text[at + 1] == 0xBB):
                guillemet(at)
                at += 1
            case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80:
                switch text[at + 2] {
                case 0x9C:  // “ closes after „, opens otherwise
                    if open[Kind.curly] >= 0, opensBefore(at), !hasWordBefore(at) {
                        open[Kind.curly] = at + 3
                    } else if open[Kind.curly] >= 0, isLow {
                        close(Kind.curly, at)
                    } else {
                        start(Kind.curly, at + 3)
                    }
                case 0x9E, 0x9F:
                    start(Kind.curly, at + 3)
                    isLow = true
                case 0x9D: close(Kind.curly, at)
                case 0x98, 0x9A: start(Kind.curlySingle, at + 3)
                case 0x99: single(at, 3, Kind.curlySingle)
                default: break
                }
                at += 2
            default: break
            }
            at += 1
        }
        for kind in open.indices { settle(kind) }
        found.sort { ($0.start, $1.end) < ($1.start, $0.end) }
        var outermost: [TextRange] = []
        var end: UInt32 = 0
        for range in found where !range.isEmpty && (outermost.isEmpty || range.start >= end) {
            outermost.append(range)
            end = range.end
        }
        return outermost
    }

    private var isLow = false

    private mutating func start(_ kind: Int, _ at: Int) {
        settle(kind)
        open[kind] = at
        isLow = false
    }

    private mutating func close(_ kind: Int, _ at: Int) {
        if open[kind] >= 0 { found.append(TextRange(open[kind], at)) }
        open[kind] = -1
        doubtful[kind] = -1
    }

    private mutating func settle(_ kind: Int) {
        if open[kind] >= 0, doubtful[kind] >= 0 { found.append(TextRange(open[kind], doubtful[kind])) }
        open[kind] = -1
        doubtful[kind] = -1
    }

    private mutating func straight(_ at: Int, _ kind: Int) {
        let isSingle = kind == Kind.straightSingle
        if opensBefore(at), at + 1 < text.count, !isSpace(text[at + 1]) {
            if isSingle, !isLetter(at + 1) { return }
            start(kind, at + 1)
        } else if open[kind] >= 0 {
            if isSingle { single(at, 1, kind) } else { close(kind, at) }
        }
    }

    /// A ’ or ' that may be an apostrophe.
    private mutating func single(_ at: Int, _ width: Int, _ kind: Int) {
        guard open[kind] >= 0, at > open[kind] else { return }
        let next = at + width
        guard next < text.count else { return close(kind, at) }
        if isLetter(next) || isDigit(next) { return }
        if isSpace(text[at - 1]) { return }
        // the workers’ plan: the mark after an s and before another word may be either
        if text[at - 1] | 0x20 == 0x73, text[next] == 0x20, next + 1 < text.count, isLetter(next + 1) {
            if doubtful[kind] < 0 { doubtful[kind] = at }
            return
        }
        close(kind, at)
    }

    private mutating func guillemet(_ at: Int) {
        let isLeft = text[at + 1] == 0xAB
        if open[Kind.guillemet] >= 0, isLeft == opensWithRight {
            close(Kind.guillemet, at)
        } else if isLeft {
            start(Kind.guillemet, at + 2)
            opensWithRight = false
        } else if opensBefore(at), at + 2 < text.count, !isSpace(text[at + 2]) {
            start(Kind.guillemet, at + 2)
            opensWithRight = true
        }
    }

    private var opensWithRight = false

    /// Nothing, a space, a bracket, a dash or another opening mark stands before.
    private func opensBefore(_ at: Int) -> Bool {
        guard at > 0 else { return true }
        switch text[at - 1] {
        case 0x20, 0x09, 0x0A, 0x0D, 0x28, 0x5B, 0x2D, 0x22, 0x27, 0x3E: return true
        case 0x80...0xBF:
            guard at > 2, text[at - 3] == 0xE2, text[at - 2] == 0x80 else {
                return at > 1 && text[at - 2] == 0xC2 && (text[at - 1] == 0xA0 || text[at - 1] == 0xAB)
            }
            return [0x90, 0x91, 0x92, 0x93, 0x94, 0x95, 0x98, 0x9C, 0x9E].contains(text[at - 1])
        default: return false
        }
    }

    private func hasWordBefore(_ at: Int) -> Bool { at > 0 && (isLetter(at - 1) || isDigit(at - 1)) }
    private func isLetter(_ at: Int) -> Bool {
        let byte = text[at]
        if RawTokeniser.isLetter(byte) { return true }
        return byte >= 0xC3 && byte < 0xE2
    }
    private func isDigit(_ at: Int) -> Bool { RawTokeniser.isDigit(text[at]) }
    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
