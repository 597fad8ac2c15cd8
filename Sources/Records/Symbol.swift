/// A name from the mark-up (an element, an attribute's value, an id), as a number in its document's `Symbols`.
public struct Symbol: Hashable, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    /// No name.
    public static let none = Symbol(rawValue: 0)
}

/// The names of one document by symbol. Symbol 0 is the empty string.
public struct Symbols: Sendable {
    private var strings: [String] = [""]
    private var ids: [String: Symbol] = ["": .none]

    public init() {}

    public subscript(_ symbol: Symbol) -> String { strings[Int(symbol.rawValue)] }

    public mutating func symbol(_ string: String) -> Symbol {
        if let known = ids[string] { return known }
        let fresh = Symbol(rawValue: UInt32(strings.count))
        strings.append(string)
        ids[string] = fresh
        return fresh
    }
}
