import Records
import XMLEvents

/// What stands in comments, processing instructions and attributes of a version, each text once for each kind of place.
struct TextsOutOfSight {
    private(set) var all: [OutOfSight] = []
    private var known: [String: Int] = [:]

    /// One word alone is an identifier more often than text: it takes two to be looked at.
    static func mayBeText(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count >= 5, let space = value.firstIndex(of: 0x20), space > 0 else { return false }
        return value[(space + 1)...].contains { $0 > 0x20 }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ place: String, _ node: Int32, _ offset: Int) {
        guard !text.isEmpty else { return }
        let string = String(decoding: text, as: UTF8.self)
        let key = place + "\u{0}" + string
        if let index = known[key] {
            all[index].count += 1
            return
        }
        known[key] = all.count
        all.append(OutOfSight(place: place, text: string, node: node, offset: offset))
    }
}

extension RecordReader {
    /// Keeps attributes that hold more than one word. What an attribute says and the vocabulary reads as content counts too, on both sides.
    func hideAttributes(_ tag: StartTag, _ node: Int32) {
        for stated in tag.attributes where TextsOutOfSight.mayBeText(stated.value) {
            versions[versions.count - 1].hide(stated.value, in: OutOfSight.attribute(names[stated.name].local), node, at: tag.source)
        }
    }

    /// The text of a comment without the tags in it: a passage that was commented out took its mark-up along.
    func withoutTags(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var bare: [UInt8] = []
        bare.reserveCapacity(text.count)
        var at = 0
        while at < text.count {
            guard text[at] == UInt8(ascii: "<"), let end = text[at...].firstIndex(of: UInt8(ascii: ">")) else {
                bare.append(text[at])
                at += 1
                continue
            }
            let name = text[(at + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix { !Draft.isSpace($0) && $0 != UInt8(ascii: "/") }
            let meaning = vocabulary.meaning(String(decoding: name, as: UTF8.self), in: nil)
            // Mark-up inside words leaves no trace; blocks, breaks and unknown elements end them.
            if meaning.map({ $0.inside != .part || $0.effect != .none }) ?? true { bare.append(0x20) }
            at = end + 1
        }
        return bare
    }
}
