import CLibXML2
import CXMLShim

/// What entity references have cost so far, and the entities that we put in the place of those that may not be read.
struct EntityGuard {
    private let limits: Limits
    /// Bytes that references have added to the record.
    var added = 0
    var parameterReferences = 0
    /// The entity that was declared last: libxml2 asks for it once more to note its literal value, which is no reference.
    private var justDeclared: String?
    /// Expanded lengths by name, once computed.
    private var lengths: [String: Int] = [:]
    private var made: [String: xmlEntityPtr] = [:]

    /// Longer than any limit; also the length of an entity that contains itself.
    static let endless = 1 << 40
    /// Entities within entities; real ones nest two or three deep.
    private static let deepest = 20

    init(limits: Limits) { self.limits = limits }

    mutating func declared(_ name: String) {
        justDeclared = name
        // An entity may refer to one that is declared later.
        lengths = [:]
    }

    /// Whether this is the look-up that follows the entity's declaration.
    mutating func isDeclaration(_ name: String) -> Bool {
        defer { justDeclared = nil }
        return justDeclared == name
    }

    /// An entity with this text, owned by the guard.
    mutating func entity(_ name: UnsafePointer<xmlChar>, holding text: String) -> xmlEntityPtr? {
        let key = String(cString: name) + "=" + text
        if let known = made[key] { return known }
        let entity = xmlEntityPtr.allocate(capacity: 1)
        entity.initialize(to: xmlEntity())
        entity.pointee.type = XML_ENTITY_DECL
        entity.pointee.etype = XML_INTERNAL_GENERAL_ENTITY
        entity.pointee.name = UnsafePointer(xmlStrdup(name))
        entity.pointee.content = xmlStrdup(text)
        entity.pointee.orig = xmlStrdup(text)
        entity.pointee.length = Int32(text.utf8.count)
        made[key] = entity
        return entity
    }

    mutating func release() {
        for entity in made.values {
            cxml_free(UnsafeMutableRawPointer(mutating: entity.pointee.name))
            cxml_free(entity.pointee.content)
            cxml_free(entity.pointee.orig)
            entity.deallocate()
        }
        made = [:]
    }

    /// The length of an entity's text when all references in it are expanded.
    mutating func expandedLength(_ entity: xmlEntityPtr, _ parser: xmlParserCtxtPtr, depth: Int = 0) -> Int {
        guard let name = entity.pointee.name, let content = entity.pointee.content else { return 0 }
        let key = String(cString: name)
        if let known = lengths[key] { return known }
        if depth > Self.deepest { return Self.endless }
        lengths[key] = Self.endless
        var length = 0
        var at = 0
        while content[at] != 0 {
            guard content[at] == 0x26 else {
                length += 1
                at += 1
                continue
            }
            var end = at + 1
            while content[end] != 0, content[end] != 0x3B { end += 1 }
            if content[at + 1] == 0x23 {
                length += 4
            } else {
                let reference = String(decoding: UnsafeBufferPointer(start: content + at + 1, count: end - at - 1), as: UTF8.self)
                if xmlGetPredefinedEntity(reference) != nil {
                    length += 1
                } else if let inner = xmlSAX2GetEntity(parser, reference), inner.pointee.content != nil {
                    length += expandedLength(inner, parser, depth: depth + 1)
                } else {
                    length += 4
                }
            }
            if length >= Self.endless {
                length = Self.endless
                break
            }
            at = content[end] == 0 ? end : end + 1
        }
        lengths[key] = length
        return length
    }
}

extension Parse {
    /// Stands for what the record refers to but we may not read: visible, and never a word of the record.
    static let placeholder = "\u{FFFC}"

    func entity(_ name: UnsafePointer<xmlChar>, _ context: xmlParserCtxtPtr) -> xmlEntityPtr? {
        let known = xmlSAX2GetEntity(context, name)
        let shown = String(cString: name)
        if entities.isDeclaration(shown) { return known }
        guard let known else {
            // Without any document type the reference breaks a rule of XML itself; the parser refuses the record.
            guard context.pointee.hasExternalSubset != 0 || context.pointee.hasPErefs != 0, context.pointee.standalone != 1 else { return nil }
            if let character = CharacterEntities.character(shown) { return entities.entity(name, holding: String(character)) }
            note("undeclared-entity", "the entity '&\(shown);' is not declared in the file; shown as \(Self.placeholder)", at: offset)
            return entities.entity(name, holding: Self.placeholder)
        }
        switch known.pointee.etype {
        case XML_INTERNAL_GENERAL_ENTITY:
            let length = entities.expandedLength(known, context)
            if length >= EntityGuard.endless {
                refuse(.entity("'&\(shown);' contains itself, or too much of others"), at: offset)
            } else if length > limits.entityBytes {
                refuse(.limit("bytes of one entity ('&\(shown);')", limits.entityBytes), at: offset)
            }
            entities.added += max(0, length - shown.utf8.count - 2)
            if entities.added > limits.entityBytesInSum {
                refuse(.limit("bytes that entities add", limits.entityBytesInSum), at: offset)
            }
            return isLive ? known : entities.entity(name, holding: "")
        case XML_EXTERNAL_GENERAL_PARSED_ENTITY:
            // In an attribute it is an error of the record, which the parser reports.
            if context.pointee.instate == XML_PARSER_ATTRIBUTE_VALUE { return known }
            note("not-read", "the external entity '&\(shown);' was not read; shown as \(Self.placeholder)", at: offset)
            return entities.entity(name, holding: Self.placeholder)
        default: return known
        }
    }

    func parameterEntity(_ name: UnsafePointer<xmlChar>, _ context: xmlParserCtxtPtr) -> xmlEntityPtr? {
        guard isLive, let known = xmlSAX2GetParameterEntity(context, name) else { return nil }
        if entities.isDeclaration("%" + String(cString: name)) { return known }
        if known.pointee.etype == XML_EXTERNAL_PARAMETER_ENTITY {
            note("not-read", "the external parameter entity '%\(String(cString: name));' was not read", at: offset)
            // What it declares is unknown, so that an undeclared entity is no error any more.
            context.pointee.hasPErefs = 1
            return nil
        }
        entities.parameterReferences += 1
        entities.added += Int(known.pointee.length)
        if entities.parameterReferences > limits.parameterEntityReferences {
            refuse(.limit("references to parameter entities", limits.parameterEntityReferences), at: offset)
            return nil
        }
        if entities.added > limits.entityBytesInSum {
            refuse(.limit("bytes that entities add", limits.entityBytesInSum), at: offset)
            return nil
        }
        return known
    }

    /// Refuses a declaration that gives one of XML's own five entities another meaning; libxml2 would pass over it.
    func declares(_ name: UnsafePointer<xmlChar>, _ type: xmlEntityType, _ content: UnsafePointer<xmlChar>?) {
        if type == XML_INTERNAL_GENERAL_ENTITY { entities.declared(String(cString: name)) }
        if type == XML_INTERNAL_PARAMETER_ENTITY { entities.declared("%" + String(cString: name)) }
        guard let predefined = xmlGetPredefinedEntity(name), let content else { return }
        let character = predefined.pointee.content[0]
        let text = String(cString: content)
        let isSame = text == String(UnicodeScalar(character)) || text == "&#\(character);"
            || text.lowercased() == "&#x" + String(character, radix: 16) + ";"
        if !isSame { refuse(.notWellFormed("the entity '\(String(cString: name))' of XML itself is declared with another meaning"), at: offset) }
    }
}
