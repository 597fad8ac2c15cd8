/// One text of a tradition: its siglum and its tokens in order.
public struct Witness: Hashable, Sendable {
    /// What scholars call it: "A", "1924", the name of its file.
    public var siglum: String
    public var tokens: [WitnessToken]

    public init(siglum: String, tokens: [WitnessToken]) {
        self.siglum = siglum
        self.tokens = tokens
    }
}

/// A word or a mark of a witness, letter for letter.
public struct WitnessToken: Hashable, Sendable {
    /// As it stands in the witness (`t`).
    public var text: String
    /// The white space that followed it in running text; empty where the tokens were given one by one.
    public var space: String
    /// What is to be compared in place of the text (`n`), where the user says so. Compared exactly; likeness is looked for after that.
    public var normal: String?
    /// Whatever else the user said of it, in the order given. Never compared, never lost.
    public var further: [JSONMember]

    public init(text: String, space: String = "", normal: String? = nil, further: [JSONMember] = []) {
        self.text = text
        self.space = space
        self.normal = normal
        self.further = further
    }
}
