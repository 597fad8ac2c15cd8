import CLibXML2

extension Parse {
    /// Takes an error of libxml2: the first that makes the record unreadable is kept, in our words; the harmless are noted.
    func complain(_ error: xmlError) {
        guard isLive else { return }
        let code = UInt32(bitPattern: error.code)
        let message = error.message.map { String(cString: $0) } ?? ""
        if code == XML_ERR_NO_MEMORY.rawValue {
            refuse(.memory, at: nil)
        } else if error.level == XML_ERR_WARNING || error.level == XML_ERR_NONE {
            if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
                note("namespace", Self.tidy(message), at: offset)
            } else if code == XML_WAR_SPACE_VALUE.rawValue {
                note("markup", Self.tidy(message), at: offset)
            }
        } else if error.domain == Int32(XML_FROM_NAMESPACE.rawValue) {
            // Under the same code libxml2 reports a prefix bound to nothing, which harms no text.
            if code == XML_NS_ERR_XML_NAMESPACE.rawValue, !message.contains("Empty XML namespace") {
                refuse(.notWellFormed(Self.tidy(message)), at: offset)
            } else {
                note("namespace", Self.tidy(message), at: offset)
            }
        } else {
            refuse(code, message, error)
        }
    }

    private func refuse(_ code: UInt32, _ message: String, _ error: xmlError) {
        if let marker = NotXML.conflictMarker(window) {
            refuse(.notWellFormed(NotXML.conflict), at: marker)
            return
        }
        let place = offset
        var rest = place
        while rest < window.end, [0x20, 0x09, 0x0A, 0x0D].contains(window[rest]) { rest += 1 }
        // Errors at the very end come from a cut; "extra content" does not.
        if rest >= window.end, window.isLast, code != XML_ERR_DOCUMENT_END.rawValue, code != XML_ERR_TAG_NAME_MISMATCH.rawValue || window[window.end - 1] != 0x3E {
            refuse(.truncated(whatIsOpen(code)), at: window.end)
            return
        }
        switch code {
        case XML_ERR_TAG_NAME_MISMATCH.rawValue:
            let opened = error.str1.map { String(cString: $0) } ?? "?", closed = error.str2.map { String(cString: $0) } ?? "?"
            refuse(.notWellFormed("<\(opened)> of line \(error.int1) is closed by </\(closed)>"), at: endTag(before: place))
        case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
            let name = error.str1.map { String(cString: $0) } ?? "?"
            let known = CharacterEntities.character(name).map { $0.properties.isWhitespace || $0.properties.generalCategory == .format ? "; write &#\($0.value);" : "; write \($0) or &#\($0.value);" } ?? "; declare it in the file"
            refuse(.notWellFormed("the entity '&\(name);' is not declared\(known)"), at: place)
        case XML_ERR_ENTITY_LOOP.rawValue: refuse(.entity("an entity contains itself"), at: place)
        default: refuse(.notWellFormed(Self.wording[code] ?? Self.tidy(message)), at: place)
        }
    }

    private func whatIsOpen(_ code: UInt32) -> String {
        switch code {
        case XML_ERR_COMMENT_NOT_FINISHED.rawValue: "a comment is not closed"
        case XML_ERR_CDATA_NOT_FINISHED.rawValue: "a CDATA section is not closed"
        case XML_ERR_PI_NOT_FINISHED.rawValue: "a processing instruction is not closed"
        case XML_ERR_DOCTYPE_NOT_FINISHED.rawValue: "the document type is not closed"
        default: stillOpen
        }
    }

    /// libxml2's message as part of a sentence: one line, no stop, small first letter.
    static func tidy(_ message: String) -> String {
        let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "not well-formed"
        let trimmed = line.trimmingSuffix { $0 == "." || $0 == " " || $0 == "!" }
        guard let first = trimmed.first, trimmed.dropFirst().first?.isUppercase != true else { return trimmed }
        return first.lowercased() + trimmed.dropFirst()
    }

    private static let wording: [UInt32: String] = [
        XML_ERR_DOCUMENT_END.rawValue: "something stands after the end of the root element",
        XML_ERR_DOCUMENT_EMPTY.rawValue: "no element begins here",
        XML_ERR_LT_REQUIRED.rawValue: "an element must begin here",
        XML_ERR_GT_REQUIRED.rawValue: "a tag is not closed by '>'",
        XML_ERR_LTSLASH_REQUIRED.rawValue: "an end tag must stand here",
        XML_ERR_LT_IN_ATTRIBUTE.rawValue: "'<' stands in the value of an attribute; write &lt;",
        XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue: "the value of an attribute is not quoted",
        XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue: "the value of an attribute is not closed by its quote",
        XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue: "an attribute has no value",
        XML_ERR_ATTRIBUTE_REDEFINED.rawValue: "an attribute is given twice on one element",
        XML_ERR_SPACE_REQUIRED.rawValue: "white space is missing",
        XML_ERR_INVALID_CHAR.rawValue: "a character that XML does not allow",
        XML_ERR_INVALID_CHARREF.rawValue: "a character reference that XML does not allow",
        XML_ERR_INVALID_DEC_CHARREF.rawValue: "a decimal character reference is malformed",
        XML_ERR_INVALID_HEX_CHARREF.rawValue: "a hexadecimal character reference is malformed",
        XML_ERR_NAME_REQUIRED.rawValue: "a name must stand here; a single & or < in text is written &amp; or &lt;",
        XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue: "a reference lacks its semicolon; a single & in text is written &amp;",
        XML_ERR_HYPHEN_IN_COMMENT.rawValue: "'--' stands inside a comment",
        XML_ERR_MISPLACED_CDATA_END.rawValue: "']]>' stands in the text",
        XML_ERR_RESERVED_XML_NAME.rawValue: "the XML declaration must stand at the very beginning of the file",
        XML_ERR_UNKNOWN_VERSION.rawValue: "a version of XML that does not exist",
        XML_ERR_ENCODING_NAME.rawValue: "the name of the encoding is malformed",
        XML_ERR_UNPARSED_ENTITY.rawValue: "an unparsed entity is referred to in the text",
        XML_ERR_ENTITY_IS_EXTERNAL.rawValue: "an attribute refers to an external entity",
    ]
}

extension String {
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, condition(last) { text.removeLast() }
        return text
    }
}
