public import Detection
import Language
public import Records

/// What the reader saw in a version of a document: names, attributions, the language that was assumed.
public func inspect(_ version: Version, in document: Document, options: Options = Options()) -> Inspection {
    let pack = LanguageGuess.pack(for: version, words: document.words, stated: options.language)
    return Detection.inspect(version, words: document.words, authority: joined(options.authority, document.authority), language: pack.code)
}
