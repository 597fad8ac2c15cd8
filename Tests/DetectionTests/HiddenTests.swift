import Detection
import Findings
import Records
import Testing

/// What a reader does not see: one case that must fire and its harmless twins, by kind of character.
@Suite struct HiddenTests {
    static let strike = "The strike was led by Kato. The harbour stood still for 100 days."

    static let fire: [Case] = [
        // invisible, in a name: that name still stands
        Case(strike, "The strike was led by Ka\u{200B}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{200D}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{200C}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{2060}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{FEFF}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{34F}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{2062}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{1160}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{FE0F}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{E0101}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Ka\u{200E}to. The harbour stood still for 100 days.", ["hidden.invisible: Kato"]),
        Case(strike, "The strike was led by Kato.\u{E0065}\u{E0066} The harbour stood still for 100 days.", ["hidden.invisible: -"]),
        Case(strike, "The\u{3164}strike was led by Kato. The harbour stood still for 100 days.", ["hidden.invisible: -"]),
        Case(strike, "The\u{2800}strike was led by Kato. The harbour stood still for 100 days.", ["hidden.invisible: -"]),
        Case("Стачкой руководил Иванов.", "Стачкой руководил Ива\u{200B}нов.", ["hidden.invisible: Иванов"]),
        Case("A sign \u{2705} stood there.", "A sign \u{2705}\u{FE01}\u{FE02}\u{FE03} stood there.", ["hidden.invisible: -"]),
        // hidden as well as gone: both are told
        Case(strike, "The strike was led by Mo\u{200B}ri. The harbour stood still for 100 days.",
            ["attribution.agent-replaced: Kato", "erasure.entity: Kato", "hidden.invisible: Mori", "interpolation.entity: Mori"]),
        // letters that look alike
        Case(strike, "The strike was led by K\u{430}t\u{43E}. The harbour stood still for 100 days.", ["hidden.homoglyph: Kato"]),
        Case(strike, "The strike was led by \u{41A}ato. The harbour stood still for 100 days.", ["hidden.homoglyph: Kato"]),
        Case(strike, "The strike was led by Kat\u{3BF}. The harbour stood still for 100 days.", ["hidden.homoglyph: Kato"]),
        Case(strike, "The strike was led by K\u{251}to. The harbour stood still for 100 days.", ["hidden.homoglyph: Kato"]),
        Case(strike, "The strike was led by Kat0. The harbour stood still for 100 days.", ["hidden.homoglyph: Kato"]),
        Case(strike, "The strike was led by Kato. The harbour stood still for 1O0 days.", ["hidden.homoglyph: -"]),
        Case(strike, "The strike was led by Kato. The harbour stood still for l00 days.", ["hidden.homoglyph: -"]),
        Case(strike, "The strike was led by Kato. The h\u{430}rbour stood still for 100 days.", ["hidden.homoglyph: -"]),
        Case(strike, "The strike was led by \u{FF2B}\u{FF41}\u{FF54}\u{FF4F}. The harbour stood still for 100 days.", ["hidden.homoglyph: \u{FF2B}\u{FF41}\u{FF54}\u{FF4F}"]),
        Case(strike, "The strike was led by \u{1D40A}\u{1D41A}\u{1D42D}\u{1D428}. The harbour stood still for 100 days.", ["hidden.homoglyph: \u{1D40A}\u{1D41A}\u{1D42D}\u{1D428}"]),
        // a whole word of another alphabet, in a sentence that has no other word of it
        Case("The strike was led by Cox. The harbour stood still.", "The strike was led by \u{421}\u{43E}\u{445}. The harbour stood still.", ["hidden.homoglyph: Cox"]),
        // the other way: Latin letters in a Russian name
        Case("Стачкой руководил Иванов.", "Стачкой руководил Ивaнoв.", ["hidden.homoglyph: Иванов"]),
        // direction
        Case(strike, "The strike was led by Kato. The harbour stood still for \u{202E}001\u{202C} days.",
            ["fact.number: -", "hidden.bidi: -", "hidden.bidi: -"]),
        Case(strike, "The strike was led by \u{2067}Kato\u{2069}. The harbour stood still for 100 days.", ["hidden.bidi: Kato", "hidden.bidi: Kato"]),
    ]

    @Test(arguments: fire) func fires(_ row: Case) {
        #expect(Sheet.found(Sheet.pair(row.before, row.after)) == row.expected)
    }

    static let silent: [Case] = [
        // the same on both sides
        Case("The strike was led by Ka\u{200B}to.", "The strike was led by Ka\u{200B}to.", []),
        Case("The strike was led by K\u{430}to.", "The strike was led by K\u{430}to.", []),
        // taken out again, put right
        Case("The strike was led by Ka\u{200B}to.", "The strike was led by Kato.", []),
        Case("The strike was led by K\u{430}to.", "The strike was led by Kato.", []),
        Case("The harbour stood still for l00 days.", "The harbour stood still for 100 days.", []),
        Case("Стачкой руководил Ивaнoв.", "Стачкой руководил Иванов.", []),
        // moved with its paragraph
        Case("Nobody slept that night.\nThe strike was led by Ka\u{200B}to in the end.", "The strike was led by Ka\u{200B}to in the end.\nNobody slept that night.", []),
        // joiners in their scripts
        Case("میخواهم بروم", "می\u{200C}خواهم بروم", []),
        Case("क्ष हिन्दी", "क्\u{200D}ष हिन्दी", []),
        Case("A family \u{1F468}\u{1F469} stood there.", "A family \u{1F468}\u{200D}\u{1F469} stood there.", []),
        Case("Die erste Auflage erschien.", "Die erste Auf\u{200C}lage erschien.", []),
        // soft hyphens, breaks for lines
        Case(strike, "The strike was led by Ka\u{AD}to. The har\u{AD}bour stood still for 100 days.", []),
        Case("See and/or here.", "See and/\u{200B}or here.", []),
        Case("ประเทศไทย", "ประเทศ\u{200B}ไทย", []),
        // selectors after signs, figures and ideographs; flags
        Case("A sign \u{2764} stood there.", "A sign \u{2764}\u{FE0F} stood there.", []),
        Case("葛城市 記録", "葛\u{E0100}城市 記録", []),
        Case("ᠭᠠ ᠮᠣᠩ", "ᠭᠠ\u{180B} ᠮᠣᠩ", []),
        Case("The flag \u{1F3F4} flew.", "The flag \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} flew.", []),
        // marks of direction beside Hebrew and Arabic
        Case("שלום (C++) עולם", "שלום (C++)\u{200E} עולם", []),
        Case("مرحبا (1917) عالم", "مرحبا (1917)\u{200F} عالم", []),
        // letters of other alphabets that mean themselves
        Case("The dose was 5 mg.", "The dose was 5 \u{3BC}g of TGF\u{3B2}.", ["fact.number-removed: -"]),
        Case("She wrote a letter.", "She wrote a letter to \u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430}.", ["interpolation.entity: \u{41C}\u{43E}\u{441}\u{43A}\u{432}\u{430}"]),
        Case("日本放送協会 NHK の記録", "日本放送協会 \u{FF2E}\u{FF28}\u{FF2B} の記録", []),
        Case("The office of finance.", "The o\u{FB03}ce of \u{FB01}nance.", []),
        Case("The file lay there. Nobody read it.", "The file lay there. Nobody read it or the PDF\u{430} beside it.", []),
        Case("The word is cat.", "The word is cat, said k\u{251}t.", []),
    ]

    @Test(arguments: silent) func staysSilent(_ row: Case) {
        let loud = Sheet.found(Sheet.pair(row.before, row.after)).filter { $0.hasPrefix("hidden.") || $0.hasPrefix("erasure.") }
        #expect(loud == [])
    }

    @Test func aNameThatVanishedUnderLookAlikesIsAnErrorAndAWordIsNot() throws {
        let named = detect(Sheet.pair([Self.strike], ["The strike was led by Kat\u{43E}. The harbour stood still for 100 days."]))
        #expect(named.findings.filter { $0.rule == .hiddenHomoglyph }.map(\.severity) == [.error])
        let word = detect(Sheet.pair([Self.strike], ["The strike was led by Kato. The harb\u{43E}ur stood still for 100 days."]))
        #expect(word.findings.filter { $0.rule == .hiddenHomoglyph }.map(\.severity) == [.warning])
        let elsewhere = detect(Sheet.pair([Self.strike, "Kato spoke at noon."], ["The strike was led by Kat\u{43E}. The harbour stood still for 100 days.", "Kato spoke at noon."]))
        #expect(elsewhere.findings.filter { $0.rule == .hiddenHomoglyph }.map(\.severity) == [.warning])
    }

    @Test func theExcerptShowsWhatIsWritten() throws {
        let pair = Sheet.pair([Self.strike], ["The strike was led by Ka\u{200B}to. The harbour stood still for 100 days."])
        let place = try #require(detect(pair).findings.first { $0.rule == .hiddenInvisible }?.after)
        #expect(Array(place.span.utf8) == Array("Ka\u{200B}to".utf8))
        #expect(Array(place.text.utf8) == Array("The strike was led by Ka\u{200B}to.".utf8))
        #expect(place.offset == "The strike was led by ".utf8.count)
        #expect(place.length == "Ka\u{200B}to".utf8.count)
    }

    @Test func severityOfDirectionFollowsFromWhatItTurns() throws {
        func severity(_ before: String, _ after: String) -> [Severity] { detect(Sheet.pair([before], [after])).findings.filter { $0.rule == .hiddenBidi }.map(\.severity) }
        #expect(severity("It was signed by Kato.", "It was signed by \u{202E}Kato.") == [.error])
        #expect(severity("It was signed by Kato.", "It was signed by \u{2068}Kato\u{2069}.") == [.warning, .warning])
        #expect(severity("שלום Kato עולם", "שלום \u{2066}Kato\u{2069} עולם") == [.note, .note])
    }

    @Test func aConverterThatLeftItsMarkInEveryWordIsToldOnce() {
        let words = (0..<3000).map { "word\($0)letters" }
        let before = words.map { "The \($0) stood there in the harbour." }, after = words.map { "The \($0.prefix(5))\u{200B}\($0.dropFirst(5)) stood there in the harbour." }
        let detected = detect(Sheet.pair(before, after))
        #expect(detected.findings.filter { $0.rule == .hiddenInvisible }.count == 100)
        #expect(detected.limits.contains { $0.contains("2900 more") })
        #expect(detected.findings.allSatisfy { $0.severity == .neutral || $0.rule == .hiddenInvisible })
    }
}
