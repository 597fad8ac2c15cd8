/// Hashes of folded words by id, the same for the same word in every document.
public struct WordHashes: Sendable {
    private var byID: [UInt64] = []

    public init() {}

    /// The hash of the words of `tokens` from `first` on, in order.
    public mutating func hash(of tokens: [Token], from first: Int, _ interner: borrowing Interner) -> UInt64 {
        if byID.count < interner.count { learn(interner.words) }
        var digest = Digest64()
        tokens.withUnsafeBufferPointer { tokens in
            byID.withUnsafeBufferPointer { hashes in
                for index in first..<tokens.count { digest.add(hashes[Int(tokens[index].word)]) }
            }
        }
        digest.add(UInt64(tokens.count - first))
        return digest.value
    }

    /// The same hash, for a passage or two.
    public static func hash(of tokens: ArraySlice<Token>, _ words: Words) -> UInt64 {
        var digest = Digest64()
        for token in tokens { digest.add(hash(of: words.bytes(token.word))) }
        digest.add(UInt64(tokens.count))
        return digest.value
    }

    private mutating func learn(_ words: Words) {
        for id in byID.count..<words.count { byID.append(Self.hash(of: words.bytes(UInt32(id)))) }
    }

    private static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
        var digest = Digest64()
        word.withUnsafeBufferPointer { digest.add(bytes: $0) }
        return digest.value
    }
}
