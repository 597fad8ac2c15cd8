import CStemmer

/// A stemmer of libstemmer, owned. It keeps a buffer of its own and so must not be shared between threads: make one for each text.
struct Stemmer: ~Copyable {
    private let handle: OpaquePointer?

    /// `algorithm` is libstemmer's name of the language ("english"); without one, or with one that is not installed, words stay as they
    /// are.
    init(_ algorithm: String?) { handle = algorithm.flatMap { sb_stemmer_new($0, nil) } }

    deinit { if let handle { sb_stemmer_delete(handle) } }

    /// The stem of the folded word in `bytes`, or nothing where the word stays as it is.
    ///
    /// organise and organize are one word: the z is taken for an s first, because the algorithm takes off -ize but not -ise.
    borrowing func stem(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard handle != nil, bytes.count > 1 else { return nil }
        if bytes.count > Self.shortestAmerican, let z = bytes[Self.shortestAmerican...].lastIndex(of: UInt8(ascii: "z")),
            bytes[z - 1] == UInt8(ascii: "i")
        {
            var british = Array(bytes)
            british[z] = UInt8(ascii: "s")
            return british.withUnsafeBufferPointer { run($0) ?? String(decoding: $0, as: UTF8.self) }
        }
        return run(bytes)
    }

    /// Index of the first z that may belong to -ize: realize, not prize or citizen.
    private static let shortestAmerican = 5

    private borrowing func run(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let handle, let base = bytes.baseAddress, let stem = sb_stemmer_stem(handle, base, Int32(truncatingIfNeeded: bytes.count))
        else { return nil }
        let stemmed = UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle)))
        return stemmed.elementsEqual(bytes) ? nil : String(decoding: stemmed, as: UTF8.self)
    }

    borrowing func stem(_ folded: String) -> String {
        var folded = folded
        return folded.withUTF8 { stem($0) } ?? folded
    }
}
