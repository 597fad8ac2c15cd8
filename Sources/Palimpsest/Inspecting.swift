public import Detection
public import Records

/// What the reader saw in a version of a document: names, attributions, the language that was assumed.
public func inspect(_ version: Version, in document: Document, options: Options = Options()) -> Inspection {
    let language = LanguageGuess.language(of: version, words: document.words, small: SmallWords(document.words, VersionPair.numbers(document.words)), stated: options.language)
    return Detection.inspect(version, words: document.words, authority: joined(options.authority, document.authority), language: language, packs: options.packs)
}
