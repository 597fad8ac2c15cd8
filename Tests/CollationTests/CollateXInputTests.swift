import Collation
import Testing

struct CollateXInputTests {
    private func read(_ json: String) throws(JSONError) -> [Witness] { try readWitnesses(json: Array(json.utf8), source: "w.json") }

    @Test func contentAndTokensAreRead() throws {
        let witnesses = try read(
            #"{"witnesses": [{"id": "A", "content": "A black cat."}, {"tokens": [{"t": "A ", "n": "a"}, {"t": "c\u00e4t\ud83d\ude00", "page": 3.50, "n": "cat", "where": {"line": [1, true, null]}}], "id": "B"}], "joined": false}"#)
        #expect(witnesses.map(\.siglum) == ["A", "B"])
        #expect(witnesses[0].tokens.map(\.text) == ["A", "black", "cat", "."])
        #expect(
            witnesses[1].tokens == [
                WitnessToken(text: "A ", normal: "a"),
                WitnessToken(
                    text: "cät😀", normal: "cat",
                    further: [
                        JSONMember(key: "page", value: .number("3.50")),
                        JSONMember(key: "where", value: .object([JSONMember(key: "line", value: .array([.number("1"), .boolean(true), .null]))])),
                    ]),
            ])
    }

    /// What is wrong, and where: line and column of the place.
    @Test(arguments: [
        ("{\"witnesses\": [\n  {\"id\": \"A\" \"content\": \"x\"}]}", "w.json:2:14: not well-formed JSON: ',' or '}' is missing here"),
        ("{\"witnesses\": [{\"id\": \"A\", \"content\": \"x\"},\n {\"id\": \"A\", \"content\": \"y\"}]}", "w.json:2:2: two witnesses have the id 'A'"),
        ("{\"witnesses\": [{\"id\": \"é\"}]}", "w.json:1:16: the witness 'é' has neither 'content' nor 'tokens'"),
        ("{\"witnesses\": [{\"content\": \"x\"}]}", "w.json:1:16: this witness has no 'id'"),
        ("{\"witnesses\": [{\"id\": \"A\", \"tokens\": [{\"n\": \"x\"}]}]}", "w.json:1:39: this token has no 't'"),
        ("{\"witnesses\": [{\"id\": \"A\", \"tokens\": [{\"t\": \"\"}]}]}", "w.json:1:39: this token has no letters ('t' is empty)"),
        ("{\"witnesses\": [{\"id\": \"A\", \"tokens\": [], \"content\": \"\"}]}", "w.json:1:16: the witness 'A' has both 'content' and 'tokens'; give one of them"),
        ("{\"witnesses\": [{\"id\": 1}]}", "w.json:1:23: 'id' is a string"),
        ("{\"texts\": []}", "w.json:1:1: there is no 'witnesses' in this JSON"),
        ("[1]", "w.json:1:1: witnesses are given as {\"witnesses\": [{\"id\": …, \"content\": …}, …]}"),
        ("{\"witnesses\": []} x", "w.json:1:19: something follows the end of the JSON value"),
        ("{\"witnesses\": [{\"id\": \"A", "w.json:1:23: not well-formed JSON: this string is not closed"),
        ("{\"witnesses\": [{\"id\": \"\\ud800\"}]}", "w.json:1:24: half of a surrogate pair is no character"),
        ("{\"witnesses\": [], \"x\": 01}", "w.json:1:24: not well-formed JSON: a number does not begin with 0"),
        ("{\"witnesses\": [],}", "w.json:1:18: not well-formed JSON: a key in quotation marks is missing here"),
        ("{\"witnesses\": [], \"x\": " + String(repeating: "[", count: 300), "w.json:1:224: JSON values stand in one another more than 200 deep"),
        ("", "w.json:1:1: not well-formed JSON: it ends where a value should stand"),
    ])
    func aFaultIsNamedWithItsPlace(json: String, message: String) {
        let error = #expect(throws: JSONError.self) { try read(json) }
        #expect(error?.description == message)
    }

    @Test func whatIsNoUTF8IsRefused() {
        let bytes = Array("{\"witnesses\": [{\"id\": \"".utf8) + [0xE9] + Array("\", \"content\": \"\"}]}".utf8)
        let error = #expect(throws: JSONError.self) { try readWitnesses(json: bytes, source: "w.json") }
        #expect(error?.column == 24)
    }
}
