public import PlainText
public import Records

/// Two versions as they are compared: without hidden characters, look-alike words put right; and what was hidden.
public struct Unmasked: Sendable {
    public var old: Version
    public var new: Version
    public var hidden: HiddenTraces
}

/// Takes out what a reader does not see, before two versions are aligned: a name with a zero width space in it is that name.
///
/// Nothing is done for versions of plain text.
public func unmasked(_ old: Version, _ new: Version, words: Words, lookAlikes: LookAlikeWords) -> Unmasked {
    var masks = Masks(old, new, words, lookAlikes)
    return masks.taken()
}

private struct Masks {
    let old: Version
    let new: Version
    let words: Words
    let lookAlikes: LookAlikeWords
    private var hidden = HiddenTraces()
    /// What stands for what, by bytes of the text as written.
    private var oldChanges: [(range: TextRange, plain: [UInt8])] = []
    private var newChanges: [(range: TextRange, plain: [UInt8])] = []
    private var oldNumbers: [UInt32: UInt32] = [:]
    private var newNumbers: [UInt32: UInt32] = [:]

    init(_ old: Version, _ new: Version, _ words: Words, _ lookAlikes: LookAlikeWords) {
        self.old = old
        self.new = new
        self.words = words
        self.lookAlikes = lookAlikes
    }

    mutating func taken() -> Unmasked {
        (hidden.old, oldChanges) = unseen(old)
        (hidden.new, newChanges) = unseen(new)
        if !lookAlikes.isEmpty { findLookAlikes() }
        return Unmasked(
            old: oldChanges.isEmpty && oldNumbers.isEmpty ? old : rewritten(old, oldChanges, oldNumbers),
            new: newChanges.isEmpty && newNumbers.isEmpty ? new : rewritten(new, newChanges, newNumbers), hidden: hidden)
    }

    // MARK: unseen characters

    private func unseen(_ version: Version) -> (traces: [HiddenTrace], changes: [(range: TextRange, plain: [UInt8])]) {
        var traces: [HiddenTrace] = []
        var changes: [(range: TextRange, plain: [UInt8])] = []
        // Texts of passages touch each other: a passage's last letter is no neighbour of the next one's first.
        guard version.text.contains(where: { $0 >= 0xC2 }) else { return ([], []) }
        for (passage, place) in version.passages.enumerated() where !place.text.isEmpty {
            let found = Unseen.all(in: version.text, place.text.indices)
            var at = 0
            while at < found.count {
                var end = at + 1
                while end < found.count, found[end - 1].joins(found[end]) { end += 1 }
                let range = TextRange(Int(found[at].range.start), Int(found[end - 1].range.end))
                changes.append((range, found[at].kind == .blank && !isBesideSpace(version.text, range, place.text) ? [0x20] : []))
                if found[at].kind != .ordinary {
                    traces.append(
                        HiddenTrace(
                            kind: .unseen(found[at].kind, found[at..<end].map(\.scalar)), passage: passage, written: range,
                            word: word(at: range, in: version, place)))
                }
                at = end
            }
            for range in LookAlikes.disguisedAlphabets(in: version.text, place.text.indices) {
                traces.append(HiddenTrace(kind: .alphabet, passage: passage, written: range, word: word(at: range, in: version, place)))
            }
        }
        return (traces, changes)
    }

    private func isBesideSpace(_ text: [UInt8], _ range: TextRange, _ passage: TextRange) -> Bool {
        range.start == passage.start || range.end == passage.end || text[Int(range.start) - 1] == 0x20 || text[Int(range.end)] == 0x20
    }

    /// The word that holds a range, or the last one that begins before it, or the first one.
    private func word(at range: TextRange, in version: Version, _ passage: Passage) -> UInt32 {
        var low = passage.words.lowerBound, high = passage.words.upperBound
        guard low < high else { return UInt32(words.count) }
        while high - low > 1 {
            let middle = (low + high) / 2
            if version.tokens[middle].start <= range.start { low = middle } else { high = middle }
        }
        return version.tokens[low].word
    }

    // MARK: look-alikes

    /// Occurrences of the words that are like others, by word.
    private func occurrences(_ version: Version) -> [UInt32: [Int]] {
        var places: [UInt32: [Int]] = [:]
        for (index, token) in version.tokens.enumerated() where lookAlikes.group[Int(token.word)] >= 0 || lookAlikes.isOdd[Int(token.word)] {
            places[token.word, default: []].append(index)
        }
        return places
    }

    private mutating func findLookAlikes() {
        let before = occurrences(old), after = occurrences(new)
        for word in after.keys.sorted() where before[word] == nil {
            guard let places = after[word], let first = places.first else { continue }
            let written = string(new, first)
            let mixture = LookAlikes.mixture(of: written)
            if let twin = twin(of: word, written, mixture, before, after) {
                settle(word, places, twin, written, mixture, before, after)
            } else if let plain = mixture.plain, plain.unicodeScalars.count >= 3 {
                // No plain twin in either version, yet letters of two scripts that look like one.
                for place in places { add(place, plain: plain, hasVanished: false) }
            }
        }
    }

    /// A word of the same written look: one of the old version that became rarer first, then any of the old, then any of the new.
    private func twin(
        of word: UInt32, _ written: String, _ mixture: LookAlikes.Mixture, _ before: [UInt32: [Int]], _ after: [UInt32: [Int]]
    ) -> UInt32? {
        let group = lookAlikes.group[Int(word)]
        guard group >= 0 else { return nil }
        let look = LookAlikes.skeleton(written)
        let others = lookAlikes.groups[Int(group)].filter { $0 != word }
        func isLike(_ version: Version, _ places: [Int]?) -> Bool {
            guard let first = places?.first else { return false }
            return LookAlikes.skeleton(string(version, first)) == look
        }
        let fewer = others.filter { (before[$0]?.count ?? 0) > (after[$0]?.count ?? 0) && isLike(old, before[$0]) }
        if let found = fewer.first { return found }
        // A word that stands as often as before was not disguised; only a mixture is odd by itself.
        guard mixture.plain != nil else { return nil }
        return others.first { isLike(old, before[$0]) } ?? others.first { isLike(new, after[$0]) && LookAlikes.mixture(of: string(new, after[$0]?.first ?? 0)).plain == nil }
    }

    private mutating func settle(
        _ word: UInt32, _ places: [Int], _ twin: UInt32, _ written: String, _ mixture: LookAlikes.Mixture, _ before: [UInt32: [Int]],
        _ after: [UInt32: [Int]]
    ) {
        let plain = before[twin]?.first.map { string(old, $0) } ?? string(new, after[twin]?.first ?? 0)
        let other = LookAlikes.mixture(of: plain)
        // The old word was the odd one: what was mixed was put right.
        let oddness = Self.oddness(mixture), otherOddness = Self.oddness(other)
        if otherOddness > oddness {
            hidden.mended += 1
            for place in places { replace(place, by: plain, twin) }
            return
        }
        for place in places {
            if oddness == otherOddness, !isForeign(place, mixture) {
                hidden.mended += 1
                replace(place, by: plain, twin)
            } else {
                replace(place, by: plain, twin)
                add(place, plain: plain, hasVanished: after[twin] == nil)
            }
        }
    }

    /// 2: letters of two scripts; 1: letters and figures; 0: one script.
    private static func oddness(_ mixture: LookAlikes.Mixture) -> Int { mixture.isMixed ? 2 : mixture.hasDigits && mixture.hasLetters ? 1 : 0 }

    /// The word's script stands in no other word of its passage: "СССР" alone in an English sentence that read "CCCP".
    private func isForeign(_ place: Int, _ mixture: LookAlikes.Mixture) -> Bool {
        guard let script = mixture.scripts.first, let passage = passage(of: place, in: new) else { return false }
        let own = new.tokens[place].word
        return !new.passages[passage].words.contains { index in
            new.tokens[index].word != own && new.tokens[index].length > 1 && LookAlikes.mixture(of: string(new, index)).scripts.first == script
        }
    }

    private func string(_ version: Version, _ token: Int) -> String { version.string(version.tokens[token].range) }

    private func passage(of token: Int, in version: Version) -> Int? {
        var low = 0, high = version.passages.count
        while low < high {
            let middle = (low + high) / 2
            if version.passages[middle].words.upperBound > token { high = middle } else { low = middle + 1 }
        }
        return low < version.passages.count && version.passages[low].words.contains(token) ? low : nil
    }

    private mutating func replace(_ place: Int, by plain: String, _ twin: UInt32) {
        newNumbers[new.tokens[place].word] = twin
        newChanges.append((new.tokens[place].range, Array(plain.utf8)))
    }

    private mutating func add(_ place: Int, plain: String, hasVanished: Bool) {
        guard let passage = passage(of: place, in: new) else { return }
        hidden.new.append(
            HiddenTrace(
                kind: .lookAlike(plain: plain, hasVanished: hasVanished), passage: passage, written: new.tokens[place].range,
                word: new.tokens[place].word))
    }

    // MARK: the text that is compared

    private func rewritten(_ version: Version, _ wanted: [(range: TextRange, plain: [UInt8])], _ numbers: [UInt32: UInt32]) -> Version {
        var changes: [WrittenText.Change] = []
        var text: [UInt8] = []
        text.reserveCapacity(version.text.count)
        var at = 0
        // A word that is put right takes its hidden characters with it.
        for change in wanted.sorted(by: { ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end) }) where Int(change.range.start) >= at {
            text += version.text[at..<Int(change.range.start)]
            let start = text.count
            text += change.plain
            changes.append(WrittenText.Change(written: change.range, plain: TextRange(start, text.count)))
            at = Int(change.range.end)
        }
        text += version.text[at...]
        let written = WrittenText(bytes: version.text, changes: changes)
        func plain(_ range: TextRange) -> TextRange { TextRange(written.plain(Int(range.start)), written.plain(Int(range.end))) }
        var result = version
        result.text = text
        result.written = written
        for index in result.tokens.indices {
            var token = result.tokens[index]
            let range = plain(token.range)
            token.start = range.start
            token.length = UInt16(truncatingIfNeeded: min(range.count, Int(UInt16.max)))
            if let number = numbers[token.word] { token.word = number }
            result.tokens[index] = token
        }
        for index in result.annotations.indices { result.annotations[index].range = plain(result.annotations[index].range) }
        var next = 0
        for index in result.passages.indices {
            let before = result.passages[index].text
            result.passages[index].text = plain(before)
            while next < changes.count, changes[next].written.start < before.start { next += 1 }
            guard next < changes.count, changes[next].written.start < before.end else { continue }
            var digest = Digest64()
            text[result.passages[index].text.indices].withUnsafeBufferPointer { digest.add(bytes: $0) }
            result.passages[index].textHash = digest.value
            result.passages[index].wordHash = WordHashes.hash(of: result.tokens[result.passages[index].words], words)
        }
        return result
    }
}
