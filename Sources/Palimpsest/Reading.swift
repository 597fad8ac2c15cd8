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

/// Reads two inputs, on two threads where `options.jobs` allows. Where both fail, the error of the first is thrown.
public func read(_ old: Input, _ new: Input, options: Options = Options()) throws(ReadError) -> (old: Document, new: Document) {
    let inputs = [old, new]
    let results = concurrently(2, jobs: options.jobs) { index -> Result<Document, ReadError> in
        do throws(ReadError) { return .success(try read(inputs[index], options: options)) } catch { return .failure(error) }
    }
    let first = try results[0].get()
    return (first, try results[1].get())
}

/// One table for the words of two documents: `new` with its tokens numbered as those of `old`, and the table. Only versions that share a table can be
/// aligned.
public func withMergedWords(_ old: Document, _ later: consuming Document) -> (new: Document, words: Words) {
    var new = later
    var interner = Interner(capacity: (old.words.count + new.words.count) * 2)
    _ = interner.absorb(old.words)
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
    return (new, words)
}

/// The persons, organisations and places that a TEI or native file declares.
public func readAuthority(_ input: Input, options: Options = Options()) throws(ReadError) -> [Entity] {
    try Vocabularies.readAuthority(input.bytes, named: input.name, limits: options.limits)
}
