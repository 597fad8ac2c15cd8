import PlainText
import Records

/// A version while it is read: the arrays of `Version` grow here, and blocks wait until those that began before them are done.
final class VersionUnderWay {
    var label: VersionLabel
    var id: String
    var title = ""
    var extentStart: Int
    private(set) var passages: [Passage] = []
    private(set) var nodes: [Node] = []
    private(set) var text: [UInt8] = []
    private(set) var tokens: [Token] = []
    private(set) var annotations: [Annotation] = []
    private(set) var asides: [Aside] = []
    private(set) var outOfSight = TextsOutOfSight()
    var inclusions: [Inclusion] = []
    private(set) var map = SourceMap()
    var census = Census()
    /// The page in force.
    var page = Symbol.none
    /// The milestone in force ("card 14").
    var milestone = Symbol.none
    /// Blocks opened so far.
    var blocks = 0
    /// Dates of stated changes: the newest gives the label its reason.
    var newestChange: String?
    /// What the parts of the stated change under way say (P4 puts its date and maker into elements).
    struct Change {
        var date: String?
        var name: String?
        var items: [String] = []
    }
    var change = Change()
    /// When the text was printed or published, as the mark-up states it.
    var printed: String?
    private var waiting: [Draft] = []
    /// For each parent and element name: the number of such children and the last of them.
    private var children: [UInt64: (count: UInt32, last: Int32)] = [:]
    private var ids: Set<UInt32> = []

    /// Arrays that have grown and are empty again. The versions of a document take them one after another and keep what they need of them.
    struct Room {
        fileprivate var text: [UInt8] = []
        fileprivate var tokens: [Token] = []
        fileprivate var passages: [Passage] = []
        fileprivate var nodes: [Node] = []
        fileprivate var annotations: [Annotation] = []
    }

    init(label: VersionLabel, id: String, start: Int, in room: Room = Room()) {
        self.label = label
        self.id = id
        extentStart = start
        text = room.text
        tokens = room.tokens
        passages = room.passages
        nodes = room.nodes
        annotations = room.annotations
    }

    /// The version is read: it keeps arrays of the size that it needs and leaves the grown ones, which may be twice as large, to the next.
    func settle() -> Room {
        var room = Room()
        room.text = Self.left(by: &text)
        room.tokens = Self.left(by: &tokens)
        room.passages = Self.left(by: &passages)
        room.nodes = Self.left(by: &nodes)
        room.annotations = Self.left(by: &annotations)
        return room
    }

    /// Bytes of an array that are kept for the next version. The room of one very long record would be carried along by a thousand short ones.
    private static let longestRoom = 1 << 20

    private static func left<Element>(by array: inout [Element]) -> [Element] {
        var other = array.withUnsafeBufferPointer { Array($0) }
        swap(&array, &other)
        guard other.capacity * MemoryLayout<Element>.stride <= longestRoom else { return [] }
        other.removeAll(keepingCapacity: true)
        return other
    }

    /// A new outline node; `isTwin` tells that its id was used before.
    func addNode(_ element: Symbol, parent: Int32, id: Symbol) -> (node: Int32, isTwin: Bool) {
        let node = Int32(truncatingIfNeeded: nodes.count)
        let key = UInt64(UInt32(bitPattern: parent)) << 32 | UInt64(element.rawValue)
        let known = children[key]
        if let known { nodes[Int(known.last)].hasTwin = true }
        let ordinal = (known?.count ?? 0) + 1
        children[key] = (ordinal, node)
        nodes.append(Node(element: element, parent: parent, ordinal: ordinal, id: id))
        return (node, id != .none && !ids.insert(id.rawValue).inserted)
    }

    func append(copyOf node: Node, parent: Int32) -> Int32 {
        var copy = node
        copy.parent = parent
        nodes.append(copy)
        return Int32(truncatingIfNeeded: nodes.count - 1)
    }

    func setTwin(_ node: Int, _ hasTwin: Bool) { nodes[node].hasTwin = hasTwin }

    func setAside(_ kind: String, node: Int32, text: UnsafeBufferPointer<UInt8>, counted: Bool = true) {
        let characters = countCharacters(text)
        guard characters > 0 else { return }
        var digest = Digest64()
        digest.add(bytes: text)
        asides.append(Aside(kind: kind, node: node, hash: digest.value, characters: characters))
        if counted { census.setAside[kind, default: 0] += characters }
    }

    /// Keeps text that a reader of the record does not see.
    func hide(_ text: UnsafeBufferPointer<UInt8>, in place: String, _ node: Int32, at offset: Int) { outOfSight.add(text, place, node, offset) }

    /// Takes a finished block; when no block is open any more, the waiting ones are written in the order of their starts.
    func finish(_ draft: Draft) { waiting.append(draft) }

    func writeWaiting(_ tokeniser: inout Tokeniser, _ hashes: inout WordHashes, _ names: borrowing [KnownName], reuse: (Draft) -> Void) {
        if waiting.count > 1 { waiting.sort { $0.order < $1.order } }
        for draft in waiting {
            write(draft, &tokeniser, &hashes, names)
            reuse(draft)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func write(_ draft: Draft, _ tokeniser: inout Tokeniser, _ hashes: inout WordHashes, _ names: borrowing [KnownName]) {
        let base = text.count
        text.append(contentsOf: draft.text)
        for segment in draft.segments where segment.text < draft.count { map.add(text: base + segment.text, source: segment.source) }
        let firstToken = tokens.count
        tokeniser.split(text, base..<text.count, into: &tokens)
        let wordHash = hashes.hash(of: tokens, from: firstToken, tokeniser.interner)
        let firstAnnotation = annotations.count
        var shape: UInt64 = 0
        for mark in draft.marks {
            let range = draft.trimmed(mark)
            var digest = Digest64(seed: names[mark.name].hash)
            digest.add(UInt64(tokensBefore(base + range.lowerBound, from: firstToken)) << 32 | UInt64(tokensBefore(base + range.upperBound, from: firstToken)))
            digest.add(mark.attributes)
            // A sum: elements in one place count in any order.
            shape &+= digest.value
            if let kind = mark.annotation, !range.isEmpty || kind == .gap {
                annotations.append(
                    Annotation(
                        kind: kind, range: TextRange(base + range.lowerBound, base + range.upperBound), key: mark.key,
                        element: names[mark.name].symbol))
            }
        }
        var markup = Digest64()
        markup.add(draft.attributes)
        markup.add(shape)
        var written = Digest64()
        written.add(bytes: draft.text)
        census.compared += countCharacters(draft.text)
        passages.append(
            Passage(
                role: draft.role, node: draft.node, text: TextRange(base, text.count),
                tokens: UInt32(truncatingIfNeeded: firstToken)..<UInt32(truncatingIfNeeded: tokens.count),
                annotations: UInt32(truncatingIfNeeded: firstAnnotation)..<UInt32(truncatingIfNeeded: annotations.count), speaker: draft.speaker,
                cite: draft.cite, language: draft.language, wordHash: wordHash, textHash: written.value, markupHash: markup.value,
                source: TextRange(draft.sourceStart, draft.sourceEnd)))
    }

    /// The number of the passage's tokens that begin before the text offset.
    private func tokensBefore(_ offset: Int, from first: Int) -> Int {
        var low = first, high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
        }
        return low - first
    }

    func version(_ source: Source, _ symbols: Symbols, end: Int) -> Version {
        var version = Version(label: label, source: source, symbols: symbols)
        version.passages = passages
        version.nodes = nodes
        version.text = text
        version.tokens = tokens
        version.annotations = annotations
        version.asides = asides
        version.outOfSight = outOfSight.all
        version.inclusions = inclusions
        version.map = map
        version.census = census
        version.extent = TextRange(extentStart, end)
        return version
    }

    var isEmpty: Bool { passages.isEmpty }

    /// The text of the first passage with one of the roles.
    func firstText(_ roles: [Role]) -> String? {
        passages.first { roles.contains($0.role) }.map { String(decoding: text[$0.text.indices], as: UTF8.self) }
    }
}
