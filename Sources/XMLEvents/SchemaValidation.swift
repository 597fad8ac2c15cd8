import CLibXML2
import CXMLShim
import Synchronization

/// libxml2's RELAX NG registers its data types in process-wide tables on first use.
private let schemaLock = Mutex(())

extension XMLInput {
    /// Checks the input against a RELAX NG schema (XML syntax). Throws the first thing that the schema does not allow, with its place.
    ///
    /// A second pass that builds a tree in memory; above `limits.validatedBytes` it is left out, and the result is false.
    @discardableResult public func validate(schema: [UInt8]) throws(ReadError) -> Bool {
        guard bytes.count <= limits.validatedBytes else { return false }
        let parse = Parse(handler: NoEvents(), limits: limits)
        let finding = schemaLock.withLock { _ -> Violation? in
            var finding: Violation?
            parse.run(bytes) { document in finding = firstViolation(document, schema) }
            return finding
        }
        if let error = parse.error(source: name) { throw error }
        if let finding { throw ReadError(.invalid(finding.message), source: name, line: finding.line) }
        return true
    }
}

private final class NoEvents: XMLHandler {
    func name(_ id: Int, local: String, namespace: String) {}
    func start(_ tag: StartTag) {}
    func end(at source: Int) {}
    func text(_ piece: UnsafeBufferPointer<UInt8>, at source: Int) {}
}

private struct Violation {
    var message: String
    var line: Int?
}

private func firstViolation(_ document: xmlDocPtr, _ schema: [UInt8]) -> Violation? {
    schema.withUnsafeBytes { bytes -> Violation? in
        guard let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
            let grammarParser = xmlRelaxNGNewMemParserCtxt(start, Int32(bytes.count))
        else { return Violation(message: "memory ran out while reading the schema") }
        defer { xmlRelaxNGFreeParserCtxt(grammarParser) }
        guard let grammar = xmlRelaxNGParse(grammarParser) else { return Violation(message: "the schema itself cannot be read") }
        defer { xmlRelaxNGFree(grammar) }
        guard let validator = xmlRelaxNGNewValidCtxt(grammar) else { return Violation(message: "memory ran out while validating") }
        defer { xmlRelaxNGFreeValidCtxt(validator) }
        var found: Violation?
        return withUnsafeMutablePointer(to: &found) { found in
            xmlRelaxNGSetValidStructuredErrors(
                validator,
                { context, error in
                    guard let error, let found = context?.assumingMemoryBound(to: Violation?.self), found.pointee == nil else { return }
                    let message = error.pointee.message.map { String(cString: $0) } ?? "not valid"
                    // With large files the line stands with the node alone.
                    let node = error.pointee.node?.assumingMemoryBound(to: xmlNode.self)
                    let line = node.map { xmlGetLineNo($0) } ?? Int(error.pointee.line)
                    found.pointee = Violation(message: Parse.tidy(message), line: line > 0 ? line : nil)
                }, found)
            let result = xmlRelaxNGValidateDoc(validator, document)
            if result != 0, found.pointee == nil { found.pointee = Violation(message: "the schema does not allow it") }
            return result == 0 ? nil : found.pointee
        }
    }
}
