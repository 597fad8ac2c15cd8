/// Reads witnesses from JSON as CollateX takes it:
///
///     {"witnesses": [{"id": "A", "content": "A black cat"},
///                    {"id": "B", "tokens": [{"t": "A", "n": "a"}, {"t": "cat", "page": 3}]}]}
///
/// `t` is the word as it stands, `n` what is compared (else `t`, folded); further keys are kept with the token. Running text is split into words.
public func readWitnesses(json bytes: [UInt8], source: String) throws(JSONError) -> [Witness] {
    var reader = try JSONReader(bytes, source: source)
    try reader.expect(0x7B, "witnesses are given as {\"witnesses\": [{\"id\": …, \"content\": …}, …]}")
    let start = reader.at
    var witnesses: [Witness]?
    try reader.object { (reader, key, place) throws(JSONError) in
        guard key == "witnesses" else {
            _ = try reader.value()
            return
        }
        if witnesses != nil { throw reader.error("'witnesses' is given twice", at: place) }
        witnesses = try list(&reader)
    }
    try reader.end()
    guard let witnesses else { throw reader.error("there is no 'witnesses' in this JSON", at: start) }
    return witnesses
}

private func list(_ reader: inout JSONReader) throws(JSONError) -> [Witness] {
    try reader.expect(0x5B, "'witnesses' is a list")
    var witnesses: [Witness] = []
    var sigla: Set<String> = []
    try reader.array { (reader) throws(JSONError) in
        _ = reader.peek()
        let place = reader.at
        let witness = try oneWitness(&reader)
        if !sigla.insert(witness.siglum).inserted { throw reader.error("two witnesses have the id '\(witness.siglum)'", at: place) }
        witnesses.append(witness)
    }
    return witnesses
}

private func oneWitness(_ reader: inout JSONReader) throws(JSONError) -> Witness {
    try reader.expect(0x7B, "a witness is an object with 'id', and 'content' or 'tokens'")
    let start = reader.at
    var (siglum, content, tokens): (String?, String?, [WitnessToken]?)
    try reader.object { (reader, key, place) throws(JSONError) in
        switch key {
        case "id":
            if siglum != nil { throw reader.error("'id' is given twice", at: place) }
            siglum = try text(&reader, "'id'")
            if siglum?.isEmpty ?? true { throw reader.error("an id is not empty", at: place) }
        case "content":
            if content != nil { throw reader.error("'content' is given twice", at: place) }
            content = try text(&reader, "'content'")
        case "tokens":
            if tokens != nil { throw reader.error("'tokens' is given twice", at: place) }
            try reader.expect(0x5B, "'tokens' is a list")
            var list: [WitnessToken] = []
            try reader.array { (reader) throws(JSONError) in list.append(try token(&reader)) }
            tokens = list
        default: _ = try reader.value()
        }
    }
    guard let siglum else { throw reader.error("this witness has no 'id'", at: start) }
    if content != nil, tokens != nil { throw reader.error("the witness '\(siglum)' has both 'content' and 'tokens'; give one of them", at: start) }
    if let tokens { return Witness(siglum: siglum, tokens: tokens) }
    guard let content else { throw reader.error("the witness '\(siglum)' has neither 'content' nor 'tokens'", at: start) }
    return Witness(siglum: siglum, tokens: words(of: content))
}

private func token(_ reader: inout JSONReader) throws(JSONError) -> WitnessToken {
    try reader.expect(0x7B, "a token is an object with 't', as in {\"t\": \"cat\"}")
    let start = reader.at
    var (written, normal): (String?, String?)
    var further: [JSONMember] = []
    try reader.object { (reader, key, place) throws(JSONError) in
        switch key {
        case "t":
            if written != nil { throw reader.error("'t' is given twice", at: place) }
            written = try text(&reader, "'t'")
        case "n":
            if normal != nil { throw reader.error("'n' is given twice", at: place) }
            normal = try text(&reader, "'n'")
        default: further.append(JSONMember(key: key, value: try reader.value()))
        }
    }
    guard let written else { throw reader.error("this token has no 't'", at: start) }
    if written.isEmpty { throw reader.error("this token has no letters ('t' is empty)", at: start) }
    return WitnessToken(text: written, normal: normal, further: further)
}

private func text(_ reader: inout JSONReader, _ name: String) throws(JSONError) -> String {
    try reader.expect(0x22, "\(name) is a string")
    return try reader.string()
}
