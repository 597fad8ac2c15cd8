import Glibc
import PlainText
import Records

/// The blocks of one record's versions, each parsed once: the passages, tokens and marks of a raw block are kept and copied wherever the same
/// bytes stand again, since the revisions of a page are near copies of each other.
///
/// All blocks lie in the same flat arrays; a block is a set of ranges:
///
///     raw      │ bytes of block 0 │ bytes of block 1 │ …        compared byte for byte before a block is taken for another
///     passages │ p p p            │ p                │ …        text, token and annotation ranges count in the arrays here
///     pieces   │ text offset here ─► offset in the raw block    for line and column
struct FinishedBlocks {
    struct Block {
        var kind: RawBlock.Kind
        var raw: Range<Int>
        var passages: Range<Int>
        var nodes: Range<Int>
        var text: Range<Int>
        var tokens: Range<Int>
        var annotations: Range<Int>
        var pieces: Range<Int>
        var asides: Range<Int>
        /// Characters compared, and set aside by `SetAside.names`.
        var compared: Int
        var counts: [Int]
        /// The heading that the block gives to what follows.
        var heading: Symbol
    }
    struct Piece {
        var text: UInt32
        var raw: UInt32
    }
    private(set) var blocks: [Block] = []
    private var raw: [UInt8] = []
    private var known: [UInt64: Int32] = [:]
    var passages: [Passage] = []
    /// Parents count within the block; -1 is the version's own node.
    var nodes: [Node] = []
    var text: [UInt8] = []
    var tokens: [Token] = []
    var annotations: [Annotation] = []
    var pieces: [Piece] = []
    var asides: [Aside] = []

    /// The number of the block with these bytes, or the hash under which to add it.
    func find(_ bytes: UnsafeBufferPointer<UInt8>, _ kind: RawBlock.Kind) -> (index: Int?, hash: UInt64) {
        var digest = Digest64(seed: UInt64(kind.rawValue) &+ 1)
        digest.add(bytes: bytes)
        var hash = digest.value
        // Two blocks of one hash are told apart by their bytes; the second gets the next free hash.
        while let index = known[hash] {
            let block = blocks[Int(index)]
            if block.kind == kind, block.raw.count == bytes.count, isSame(block.raw, bytes) { return (Int(index), hash) }
            hash &+= 1
        }
        return (nil, hash)
    }

    private func isSame(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        raw.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).same(as: bytes) }
    }

    mutating func begin(_ kind: RawBlock.Kind, _ bytes: UnsafeBufferPointer<UInt8>) -> Block {
        let start = raw.count
        raw.append(contentsOf: bytes)
        return Block(
            kind: kind, raw: start..<raw.count, passages: passages.count..<passages.count, nodes: nodes.count..<nodes.count, text: text.count..<text.count,
            tokens: tokens.count..<tokens.count, annotations: annotations.count..<annotations.count, pieces: pieces.count..<pieces.count,
            asides: asides.count..<asides.count, compared: 0, counts: [], heading: .none)
    }

    mutating func end(_ begun: Block, hash: UInt64) -> Int {
        var block = begun
        block.passages = block.passages.lowerBound..<passages.count
        block.nodes = block.nodes.lowerBound..<nodes.count
        block.text = block.text.lowerBound..<text.count
        block.tokens = block.tokens.lowerBound..<tokens.count
        block.annotations = block.annotations.lowerBound..<annotations.count
        block.pieces = block.pieces.lowerBound..<pieces.count
        block.asides = block.asides.lowerBound..<asides.count
        blocks.append(block)
        known[hash] = Int32(truncatingIfNeeded: blocks.count - 1)
        return blocks.count - 1
    }
}

extension UnsafeBufferPointer<UInt8> {
    func same(as other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let one = baseAddress, let two = other.baseAddress else { return true }
        return memcmp(one, two, count) == 0
    }
}

/// A version put together from finished blocks.
struct VersionAssembly {
    var version: Version
    private var inner = SourceMap()
    /// For each element under the version's node: how many, and the last of them.
    private var twins: [(count: UInt32, last: Int32)] = []
    private var heading = Symbol.none
    private let root: Int32
    private let language: Symbol

    /// `chain`: the nodes above the version's blocks.
    init(_ label: VersionLabel, chain: [Node], language: Symbol) {
        version = Version(label: label, source: .none)
        version.nodes = chain
        root = Int32(chain.count - 1)
        self.language = language
    }

    /// Appends a block whose raw bytes begin at `start` of the version's raw text.
    mutating func append(_ index: Int, of finished: borrowing FinishedBlocks, at start: Int) {
        let block = finished.blocks[index]
        let textShift = version.text.count - block.text.lowerBound
        let tokenShift = version.tokens.count - block.tokens.lowerBound
        let annotationShift = version.annotations.count - block.annotations.lowerBound
        let nodeBase = Int32(truncatingIfNeeded: version.nodes.count)
        version.text.append(contentsOf: finished.text[block.text])
        let shift = UInt32(truncatingIfNeeded: textShift)
        version.tokens.append(contentsOf: finished.tokens[block.tokens])
        version.tokens.withUnsafeMutableBufferPointer { tokens in
            for index in (tokens.count - block.tokens.count)..<tokens.count { tokens[index].start &+= shift }
        }
        for index in block.annotations {
            var annotation = finished.annotations[index]
            annotation.range.start &+= shift
            annotation.range.end &+= shift
            version.annotations.append(annotation)
        }
        for index in block.nodes { append(finished.nodes[index], base: nodeBase) }
        if block.heading != .none { heading = block.heading }
        for index in block.passages {
            var passage = finished.passages[index]
            passage.text.start &+= shift
            passage.text.end &+= shift
            passage.tokens = moved(passage.tokens, tokenShift)
            passage.annotations = moved(passage.annotations, annotationShift)
            passage.node = passage.node < 0 ? root : passage.node + nodeBase
            passage.source.start &+= UInt32(truncatingIfNeeded: start)
            passage.source.end &+= UInt32(truncatingIfNeeded: start)
            passage.cite = heading
            passage.language = language
            version.passages.append(passage)
        }
        for index in block.pieces {
            let piece = finished.pieces[index]
            inner.add(text: Int(piece.text) + textShift, source: Int(piece.raw) + start)
        }
        for index in block.asides {
            var aside = finished.asides[index]
            aside.node = root
            version.asides.append(aside)
        }
        version.census.compared += block.compared
        for (kind, count) in block.counts.enumerated() where count > 0 { version.census.setAside[SetAside.names[kind], default: 0] += count }
    }

    private func moved(_ range: Range<UInt32>, _ shift: Int) -> Range<UInt32> {
        UInt32(truncatingIfNeeded: Int(range.lowerBound) + shift)..<UInt32(truncatingIfNeeded: Int(range.upperBound) + shift)
    }

    private mutating func append(_ node: Node, base: Int32) {
        var node = node
        if node.parent >= 0 {
            node.parent += base
        } else {
            node.parent = root
            let element = Int(node.element.rawValue)
            if element >= twins.count { twins += [(UInt32, Int32)](repeating: (0, -1), count: element + 1 - twins.count) }
            if twins[element].last >= 0 { version.nodes[Int(twins[element].last)].hasTwin = true }
            twins[element].count += 1
            twins[element].last = Int32(truncatingIfNeeded: version.nodes.count)
            node.ordinal = twins[element].count
        }
        version.nodes.append(node)
    }

    /// The version; `outer` leads from its raw text to the source.
    func finished(_ outer: SourceMap) -> Version {
        var version = version
        version.map = inner.through(outer)
        for index in version.passages.indices {
            let range = version.passages[index].source
            let start = outer.source(of: Int(range.start))
            version.passages[index].source = TextRange(start, range.isEmpty ? start : outer.source(of: Int(range.end) - 1) + 1)
        }
        return version
    }
}

extension Source {
    /// Stands for the source of a version while its record is read.
    static let none = Source(name: "", bytes: [])
}
