public import PlainText
public import Records
import Vocabularies
public import XMLEvents

/// Reads one input wholly, or not at all.
public func read(_ input: Input, options: Options = Options()) throws(ReadError) -> Document {
    var bytes = input.bytes
    if let encoding = options.encoding { bytes = try utf8(bytes, from: encoding, named: input.name) }
    return try Vocabularies.read(
        bytes, named: input.name, as: options.vocabulary, mappings: options.mappings, reading: options.reading, limits: options.limits)
}

/// Reads two inputs, on two threads where `options.jobs` allows; their words are in one table. Where both fail, the error of the first is thrown.
public func read(_ old: Input, _ new: Input, options: Options = Options()) throws(ReadError) -> (old: Document, new: Document) {
    let inputs = [old, new]
    var results = concurrently(2, jobs: options.jobs) { index -> Result<Document, ReadError> in
        do throws(ReadError) { return .success(try read(inputs[index], options: options)) } catch { return .failure(error) }
    }
    var first = try results[0].get()
    var second = try results[1].get()
    // The tokens are numbered anew where they lie, which needs that nobody else holds them.
    results = []
    first.words = number(&second, after: first.words)
    return (first, second)
}

/// One table for the words of two documents: `new` with its tokens numbered as those of `old`, and the table. Only versions that share a table can be
/// aligned.
public func withMergedWords(_ old: Document, _ later: consuming Document) -> (new: Document, words: Words) {
    if old.words.isOne(with: later.words) {
        let words = later.words
        return (later, words)
    }
    var new = later
    let words = number(&new, after: old.words)
    return (new, words)
}

/// Numbers the words of a document as they are in a table with those of `known` first; returns the table.
private func number(_ new: inout Document, after known: Words) -> Words {
    var interner = Interner(capacity: (known.count + new.words.count) * 2)
    _ = interner.absorb(known)
    let ids = interner.absorb(new.words)
    for record in new.records.indices {
        for version in new.records[record].versions.indices {
            ids.withUnsafeBufferPointer { ids in
                new.records[record].versions[version].tokens.withUnsafeMutableBufferPointer { tokens in
                    for index in tokens.indices { tokens[index].word = ids[Int(tokens[index].word)] }
                }
            }
        }
    }
    let words = interner.words
    new.words = words
    return words
}

/// The persons, organisations and places that a TEI or native file declares.
public func readAuthority(_ input: Input, options: Options = Options()) throws(ReadError) -> [Entity] {
    try Vocabularies.readAuthority(input.bytes, named: input.name, limits: options.limits)
}
