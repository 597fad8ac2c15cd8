import CLibXML2

/// The parse that a libxml2 callback belongs to. Inside entities libxml2 calls with a parser of its own, which inherits `_private`.
private func parse(_ context: UnsafeMutableRawPointer?) -> (Parse, xmlParserCtxtPtr)? {
    guard let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self), let owner = parser.pointee._private else { return nil }
    return (Unmanaged<Parse>.fromOpaque(owner).takeUnretainedValue(), parser)
}

extension Parse {
    /// Our handlers in place of libxml2's tree builder; those for declarations stay, for entities need them.
    func install(_ parser: xmlParserCtxtPtr) {
        guard let sax = parser.pointee.sax else { return }
        sax.pointee.externalSubset = nil
        sax.pointee.startElementNs = { context, local, _, space, _, _, count, defaults, list in
            guard let local, let (parse, parser) = parse(context) else { return }
            parse.start(parser, local, space, Int(count), Int(defaults), list)
        }
        sax.pointee.endElementNs = { context, _, _, _ in parse(context)?.0.end() }
        // One function for both, or libxml2 tests each run for blanks and keeps white space for its tree.
        let text: charactersSAXFunc = { context, piece, count in
            guard let piece, let (parse, parser) = parse(context) else { return }
            parse.text(parser, piece, Int(count))
        }
        sax.pointee.characters = text
        sax.pointee.ignorableWhitespace = text
        sax.pointee.cdataBlock = { context, piece, count in
            guard let piece, let (parse, parser) = parse(context) else { return }
            parse.section(parser, piece, Int(count))
        }
        sax.pointee.comment = { context, text in
            guard let text else { return }
            parse(context)?.0.comment(text)
        }
        sax.pointee.processingInstruction = { context, target, text in
            guard let target else { return }
            parse(context)?.0.instruction(target, text)
        }
        installGuards(parser)
    }

    /// The hooks that make the options safe, with or without our own event handlers.
    func installGuards(_ parser: xmlParserCtxtPtr) {
        guard let sax = parser.pointee.sax else { return }
        sax.pointee.externalSubset = nil
        sax.pointee.getEntity = { context, name in
            guard let name, let (parse, parser) = parse(context) else { return nil }
            return parse.entity(name, parser)
        }
        sax.pointee.getParameterEntity = { context, name in
            guard let name, let (parse, parser) = parse(context) else { return nil }
            return parse.parameterEntity(name, parser)
        }
        sax.pointee.entityDecl = { context, name, type, publicID, systemID, content in
            guard let name, let (parse, _) = parse(context) else { return }
            parse.declares(name, xmlEntityType(UInt32(bitPattern: type)), content)
            // libxml2 would print its own complaint about a refused declaration.
            guard parse.isLive else { return }
            xmlSAX2EntityDecl(context, name, type, publicID, systemID, content)
        }
        sax.pointee.serror = { context, error in
            guard let error, let (parse, _) = parse(context) else { return }
            parse.complain(error.pointee)
        }
    }
}
