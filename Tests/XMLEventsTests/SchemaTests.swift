import Testing
import XMLEvents

@Suite struct SchemaTests {
    private static let schema = Array(
        """
        <element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><zeroOrMore><element name="b"><text/></element></zeroOrMore></element>
        """.utf8)

    @Test func whatTheSchemaAllowsPasses() throws {
        #expect(try XMLInput(Array("<a><b>x</b></a>".utf8), named: "a.xml").validate(schema: Self.schema))
    }

    @Test func whatItDoesNotAllowIsSaidWithItsLine() throws {
        let input = try XMLInput(Array("<a>\n<b>x</b>\n<c/></a>".utf8), named: "a.xml")
        #expect {
            try input.validate(schema: Self.schema)
        } throws: { error in
            guard let error = error as? ReadError, case .invalid = error.kind else { return false }
            return error.line == 3
        }
    }

    @Test func aboveTheLimitItIsLeftOut() throws {
        var limits = Limits()
        limits.validatedBytes = 5
        #expect(try XMLInput(Array("<a><c/></a>".utf8), named: "a.xml", limits: limits).validate(schema: Self.schema) == false)
    }
}
