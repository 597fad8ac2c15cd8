import TestSupport
import Testing
import XMLEvents

/// A stream is read as the same bytes in memory are, however they come in.
@Suite struct StreamTests {
    static let records = [
        "<a/>",
        "<?xml version='1.0'?>\n<!-- x --><a b='1 &amp; 2'>\n<p>Речь <persName ref='#t'>Троцкого</persName> &#231;<![CDATA[raw\r\n]]></p>\r\n<?pi x?></a>",
        "<a>\r\n<p>one\r\n\r\ntwo</p>\r<p>three\r\n</p>\r\n</a>\r\n",
        "<!DOCTYPE a [<!ENTITY leader \"Trotsky\"><!-- ' -->]>\n<a>by &leader; and &lt;others&gt;</a>",
        "<a>" + String(repeating: "<b c=\"é\">ж&amp;</b>\r\n", count: 400) + "</a>",
        // refused, and where
        "", " \n ", "<a>\n<p>by <persName>Trotsky</p></a>", "<a>\n  <b>", "<a/>\n<b/>", "<a>AT&T</a>", "{\"a\": 1}",
        "<a>\n<<<<<<< HEAD\n<b/>\n</a>", "<a>\r\nx\r\n<b></c></a>", "<a><!-- open", "<a><![CDATA[open",
    ]

    /// What a parse told, as lines; the refusal last.
    private static func told(_ recorder: Recorder, _ error: ReadError?) -> [String] {
        if let error { return [error.description] }
        return recorder.events + recorder.starts.map { "\($0.name)@\($0.source)" } + recorder.ends.map { "/@\($0)" } + joined(recorder.pieces)
    }

    /// Pieces of text that stand together are one: where a stream is cut is no matter of the record.
    private static func joined(_ pieces: [(text: String, source: Int)]) -> [String] {
        var runs: [(text: String, source: Int, end: Int)] = []
        for piece in pieces {
            if let last = runs.last, last.end == piece.source {
                runs[runs.count - 1] = (last.text + piece.text, last.source, piece.source + piece.text.utf8.count)
            } else {
                runs.append((piece.text, piece.source, piece.source + piece.text.utf8.count))
            }
        }
        return runs.map { "\($0.text)@\($0.source)" }
    }

    private static func whole(_ bytes: [UInt8], limits: Limits = .standard) -> [String] {
        let recorder = Recorder()
        do throws(ReadError) {
            try XMLInput(bytes, named: "r.xml", limits: limits).read(into: recorder)
            return told(recorder, nil)
        } catch { return told(recorder, error) }
    }

    private static func streamed(_ bytes: [UInt8], limits: Limits = .standard, size: () -> Int) -> [String] {
        let recorder = Recorder()
        var at = 0
        return withoutActuallyEscaping(size) { size in
            let stream = XMLStream(named: "r.xml", limits: limits) { (room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in
                let count = min(room.count, size(), bytes.count - at)
                room.copyBytes(from: bytes[at..<(at + count)])
                at += count
                return count
            }
            do throws(ReadError) {
                try stream.read(into: recorder)
                return told(recorder, nil)
            } catch { return told(recorder, error) }
        }
    }

    @Test(arguments: records) func tellsTheSame(_ record: String) {
        let bytes = Array(record.utf8)
        var random = SplitMix64(seed: 1917)
        for size in [1, 2, 3, 7, 64, 1 << 20] {
            #expect(Self.streamed(bytes) { size } == Self.whole(bytes), "pieces of \(size)")
        }
        for _ in 0..<20 { #expect(Self.streamed(bytes) { Int.random(in: 1...40, using: &random) } == Self.whole(bytes)) }
    }

    @Test func cutsAreRefused() {
        let record = Array("<?xml version='1.0'?>\n<a b='1 &amp; 2'>\n<p>Речь &#231;<![CDATA[raw]]></p>\r\n<?pi x?></a>".utf8)
        for end in 0..<record.count {
            let told = Self.streamed(Array(record[..<end])) { 5 }
            #expect(told.count == 1 && told[0].hasSuffix("the record was not compared"), "cut at \(end)")
        }
    }

    /// What is no UTF-8, and what is over a limit, is refused although it comes in pieces.
    @Test func limitsHoldAcrossPieces() {
        var limits = Limits()
        limits.depth = 50
        limits.attributesPerTag = 5
        limits.textBytes = 3000
        let deep = String(repeating: "<a>", count: 60) + String(repeating: "</a>", count: 60)
        let wide = "<a \((0..<9).map { "b\($0)=''" }.joined(separator: " "))/>"
        let long = "<a>" + String(repeating: "x", count: 4000) + "</a>"
        for record in [deep, wide, long] {
            let bytes = Array(record.utf8)
            #expect(Self.streamed(bytes, limits: limits) { 3 } == Self.whole(bytes, limits: limits))
        }
        #expect(Self.streamed(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) { 2 }[0].contains("0xFF is not UTF-8"))
        #expect(Self.streamed(Array("<a>".utf8) + [0] + Array("</a>".utf8)) { 2 }[0].contains("NUL"))
    }

    /// Of a long stream only what is kept stays in memory; the bytes of what is kept are there.
    @Test func keepsWhatIsAskedFor() throws {
        final class Pages: XMLHandler {
            var names: [String] = []
            var keepsFrom = Int.max
            var page = 0
            var bytes: (Range<Int>) -> [UInt8] = { _ in [] }
            var isSound = true
            var count = 0
            var open: [Int] = []
            func name(_ id: Int, local: String, namespace: String) { names.append(local) }
            func start(_ tag: StartTag) {
                open.append(tag.name)
                if names[tag.name] == "page" {
                    page = tag.source
                    keepsFrom = page
                }
            }
            func end(at source: Int) {
                guard names[open.removeLast()] == "page" else { return }
                count += 1
                let own = bytes(page..<source)
                if own.count != source - page || !own.starts(with: Array("<page".utf8)) || own.suffix(7) != Array("</page>".utf8)[...] { isSound = false }
                keepsFrom = .max
            }
            func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
        }
        let page = Array(("<page>" + String(repeating: "<r>text of a revision &amp; more</r>\r\n", count: 3000) + "</page>\n").utf8)
        var sent = -1
        var at = 0
        let head = Array("<wiki>".utf8), tail = Array("</wiki>".utf8)
        let pages = 100
        let stream = XMLStream(named: "w.xml") { (room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in
            let current = sent < 0 ? head : sent < pages ? page : sent == pages ? tail : []
            let count = min(room.count, current.count - at, 60_000)
            room.copyBytes(from: current[at..<(at + count)])
            at += count
            if at == current.count, sent <= pages { (sent, at) = (sent + 1, 0) }
            return count
        }
        let handler = Pages()
        handler.bytes = { stream.bytes($0) }
        try stream.read(into: handler)
        #expect(handler.isSound)
        #expect(handler.count == pages)
    }

    /// What a handler keeps must fit into memory; the whole of a stream need not.
    @Test func oneRecordIsLimited() throws {
        final class Keeper: XMLHandler {
            var keepsFrom = Int.max
            let keeps: Bool
            init(keeps: Bool) { self.keeps = keeps }
            func name(_ id: Int, local: String, namespace: String) {}
            func start(_ tag: StartTag) { if keeps { keepsFrom = 0 } }
            func end(at source: Int) {}
            func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
        }
        var limits = Limits()
        limits.fileBytes = 3 << 20
        func read(_ handler: Keeper) throws {
            var left = 8 << 20
            var isBegun = false
            let stream = XMLStream(named: "w.xml", limits: limits) { (room: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in
                if !isBegun {
                    isBegun = true
                    room.copyBytes(from: Array("<a>".utf8))
                    return 3
                }
                if left < 0 { return 0 }
                left -= room.count
                let line = Array((left < 0 ? "</a>" : "<b>text</b>\n").utf8)
                if left < 0 {
                    room.copyBytes(from: line)
                    return line.count
                }
                let whole = room.count / line.count * line.count
                for at in 0..<whole { room[at] = line[at % line.count] }
                return whole
            }
            try stream.read(into: handler)
        }
        try read(Keeper(keeps: false))
        #expect(throws: ReadError.self) { try read(Keeper(keeps: true)) }
    }

    @Test func aFailingReadIsNamed() {
        let stream = XMLStream(named: "w.xml") { (_: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int in throw ReadError(.memory, source: "w.xml") }
        #expect(throws: ReadError(.memory, source: "w.xml")) { try stream.read(into: Recorder()) }
    }

    @Test(arguments: [("<?xml version='1.0'?>\n<mediawiki xmlns='m' a='b'><siteinfo>", "mediawiki"), ("<!-- x", nil), ("", nil), ("text", nil)])
    func theHeadTellsTheRoot(_ row: (head: String, root: String?)) {
        #expect(XMLStream.root(ofHead: Array(row.head.utf8))?.local == row.root)
    }
}
