import Language
import Testing

/// The English pack, or a failed test.
func english() throws -> LanguagePack { try #require(LanguagePack.named("en-GB")) }
