import Foundation
import Language
import Testing

/// What is compiled in as the flat form of the word lists is what the lists give. After a change of a list, or of the code that derives forms, run
/// `make lexicons` (this suite with RECORD_LEXICONS=1) and commit the images with the change; a program built in between reads the lists themselves.
@Suite struct LexiconImageTests {
    @Test(arguments: LanguagePack.available) func imagesAreThoseOfTheLists(_ code: String) throws {
        let images = try #require(LanguagePack.images(of: code))
        if ProcessInfo.processInfo.environment["RECORD_LEXICONS"] != nil {
            let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CLexicons/data/\(code).image")
            try Data(images.anew).write(to: file)
        } else {
            // Two megabytes are not to be compared by the macro, which would look for their differences.
            let isSame = images.embedded == images.anew
            #expect(isSame, "\(code).image is older than the lists: run 'make lexicons'")
        }
    }
}
