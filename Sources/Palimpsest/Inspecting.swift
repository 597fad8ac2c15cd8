public import Detection
public import Records

/// What the reader saw in a version of a document: names, attributions, the language that was assumed.
public func inspect(_ version: Version, in document: Document, options: Options = Options()) -> Inspection {
    Detection.inspect(version, words: document.words, authority: authority(document, options), language: language(version, document, options), packs: options.packs)
}

/// Why a name was found in a version as it was, or what `#id` points to, and which names near it were kept apart.
public func whyNamed(_ name: String, in version: Version, of document: Document, options: Options = Options()) -> NameCase {
    Detection.whyNamed(name, in: version, words: document.words, authority: authority(document, options), language: language(version, document, options), packs: options.packs)
}

/// The names of a version with their forms: what an authority file would hold.
public func namesFound(in version: Version, of document: Document, options: Options = Options()) -> [FoundName] {
    Detection.namesFound(in: version, words: document.words, authority: authority(document, options), language: language(version, document, options), packs: options.packs)
}

private func authority(_ document: Document, _ options: Options) -> [Entity] { joined(options.authority, document.authority) }

private func language(_ version: Version, _ document: Document, _ options: Options) -> String {
    LanguageGuess.language(of: version, words: document.words, small: SmallWords(document.words, VersionPair.numbers(document.words)), stated: options.language)
}
